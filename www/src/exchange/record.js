// A record as a file for others: a picture, a FHIR Bundle.
import { clinicFor } from '../clinician/clinic.js';

/** @typedef {import('../clinician/clinic.js').Program} Program */

/**
 * @typedef {object} PictureOptions
 * @property {'posterior' | 'anterior' | 'left' | 'right'} [view] by default the one that suits the record
 * @property {'whole' | 'back' | 'neck' | 'shoulders'} [crop] by default what was shown and holds all marks
 */

/**
 * The record as an SVG picture: numbered marks on the body, with a title and a description.
 * @param {Program} program
 * @param {string} value the record as JSON
 * @param {PictureOptions | undefined} options
 * @param {import('../words.js').Words} words in which language
 * @returns {Promise<string>}
 * @throws {import('../clinician/clinic.js').RecordError} when the text is no record
 * @throws {TypeError} when an option is wrong
 */
export async function toSVG(program, value, options, words) {
  const { view = '', crop = '' } = options ?? {};
  const [ask] = await Promise.all([clinicFor(program, value), words.more(true)]);
  return ask('svg', [view, crop, words.language === 'en' ? '' : words.json, value]);
}

/**
 * What FHIR asks and a record doesn't say.
 * @typedef {object} BundleOptions
 * @property {'r4' | 'r5'} [release] R4 by default
 * @property {string} subject whose record it is: `Patient/ID`, or its address
 * @property {string} performer who reported the pain: `Patient/ID` or `RelatedPerson/ID`, or its address
 * @property {string} [examiner] who examined: `Practitioner/ID` or `PractitionerRole/ID`, or its address
 * @property {string} [recorded] when it hurt, for a record that doesn't say when it was made
 * @property {number} [stature] in centimetres, to tell distances in millimetres (R5)
 * @property {'collection' | 'transaction'} [kind] to keep, or for a server to take in
 * @property {boolean} [pictures] whether pictures are attached; true by default
 */

/**
 * The record as a FHIR Bundle.
 * @param {Program} program
 * @param {string} value the record as JSON
 * @param {Partial<BundleOptions> | undefined} options
 * @returns {Promise<Record<string, unknown>>}
 * @throws {import('../clinician/clinic.js').RecordError} when the text is no record
 * @throws {TypeError} when an option is wrong
 */
export async function toFHIR(program, value, options) {
  const { release = 'r4', subject = '', performer = '', examiner = '', recorded = '', stature = '', kind = 'collection', pictures = true } = options ?? {};
  const ask = await clinicFor(program, value);
  return JSON.parse(ask('fhir', [release, subject, performer, examiner, recorded, stature, kind, pictures ? 'pictures' : '', value]));
}
