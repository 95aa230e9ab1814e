// The profiles of the HL7 Symptoms guide 1.0.0 as structure definitions, made from FHIR's own definition of
// an Observation and the guide's constraints (github.com/HL7/fhir-symptoms-ig, input/fsh, CC0). The guide's
// package has no npm release; bindings are left out, since all of them are "preferred".

const GUIDE = 'http://hl7.org/fhir/uv/symptoms';
const LOINC = 'http://loinc.org';

/** A component of the guide: the slice's name, its LOINC code, and how often it may stand there. */
const COMPONENTS = [
  // The ballot had one quality at most, a later correction (FHIR-54176) any number: the strict one is held.
  ['quality', '56823-8', '1'],
  ['severity', '64750-3', '1'],
  ['clinicalCourse', '89261-2', '1'],
  ['trend', '89253-9', '1'],
  ['triggersOrExacerbatingFactors', '100752-5', '*'],
  ['alleviatingFactors', '100753-3', '*'],
  ['speedOfOnset', '99495-4', '1'],
];

const concept = (system, code) => ({ coding: [{ system, code }] });
const types = (...codes) => codes.map((code) => ({ code }));
const reference = (...targets) => [
  {
    code: 'Reference',
    targetProfile: targets.map((target) => `http://hl7.org/fhir/StructureDefinition/${target}`),
  },
];

/**
 * The definition of an Observation with some elements changed and slices added.
 * @param {any} base FHIR's structure definition
 * @param {string} name the profile's name
 * @param {Record<string, object>} changes by the element's path without "Observation."
 * @param {Record<string, object[]>} slices elements that follow an element and all below it
 */
function profile(base, name, changes, slices) {
  const elements = structuredClone(base.snapshot.element);
  for (const [path, change] of Object.entries(changes)) {
    const element = elements.find((known) => known.path === `Observation.${path}`);
    Object.assign(element, change);
  }
  for (const [path, added] of Object.entries(slices)) {
    const below = (known) => `${known.path}.`.startsWith(`Observation.${path}.`);
    elements.splice(elements.findLastIndex(below) + 1, 0, ...added);
  }
  return {
    ...base,
    id: name,
    name,
    url: `${GUIDE}/StructureDefinition/${name}`,
    derivation: 'constraint',
    baseDefinition: base.url,
    snapshot: { element: elements },
  };
}

const reported = (code) => ({
  code: { patternCodeableConcept: concept(LOINC, code) },
  subject: { min: 1, type: reference('Patient') },
  'effective[x]': { type: types('dateTime', 'Period') },
  performer: { min: 1, max: '1', type: reference('Patient', 'RelatedPerson') },
  'value[x]': { min: 1, type: types('CodeableConcept') },
  dataAbsentReason: { max: '0' },
  interpretation: { max: '0' },
  specimen: { max: '0' },
  device: { max: '0' },
  referenceRange: { max: '0' },
});

const slicing = (path) => ({ discriminator: [{ type: 'value', path }], rules: 'open' });

/** @param {any} base FHIR's structure definition of an Observation */
export function symptomObservation(base) {
  const category = base.snapshot.element.find((known) => known.path === 'Observation.category');
  const component = base.snapshot.element.find((known) => known.path === 'Observation.component');
  const value = base.snapshot.element.find((known) => known.path === 'Observation.component.value[x]');
  const code = base.snapshot.element.find((known) => known.path === 'Observation.component.code');
  const parts = COMPONENTS.flatMap(([name, loinc, max]) => [
    { ...component, id: `Observation.component:${name}`, sliceName: name, min: 0, max },
    {
      ...code,
      id: `Observation.component:${name}.code`,
      patternCodeableConcept: concept(LOINC, loinc),
    },
    { ...value, id: `Observation.component:${name}.value[x]`, min: 1, type: types('CodeableConcept') },
  ]);
  const symptom = {
    ...category,
    id: 'Observation.category:symptomCode',
    sliceName: 'symptomCode',
    min: 1,
    max: '1',
    patternCodeableConcept: concept(`${GUIDE}/CodeSystem/SymptomTemporary`, 'symptom'),
  };
  const all = reported('75325-1');
  const changes = {
    ...all,
    category: { min: 1, slicing: slicing('$this') },
    'effective[x]': { ...all['effective[x]'], min: 1 },
    component: { slicing: slicing('code') },
    'component.value[x]': { min: 1 },
    'component.dataAbsentReason': { max: '0' },
    'component.interpretation': { max: '0' },
    'component.referenceRange': { max: '0' },
  };
  return profile(base, 'SymptomObservation', changes, { category: [symptom], component: parts });
}

/** @param {any} base FHIR's structure definition of an Observation */
export function symptomAbsentObservation(base) {
  return profile(base, 'SymptomAbsentObservation', reported('111551-8'), {});
}
