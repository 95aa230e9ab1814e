// A record as a file for others: what the element gives is what the command gives, to the byte.

import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';

import { browserTest } from './harness.js';
import { LANDMARKS, ask, click, onTheRight, openTrial, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const PARTIES = { subject: 'Patient/17', performer: 'RelatedPerson/4' };

/** What no page loads before it asks. */
const EXCHANGE = /\/(exchange|clinician)\/|\/parts\/clinic\.wasm|-clinic\.js/;

/** What `painmap` makes of a record. @param {string} record @param {...string} given @returns {Promise<string>} */
function painmap(record, ...given) {
  const program = process.env.PAINMAP_COMMAND;
  if (!program) throw new Error('PAINMAP_COMMAND is not set: run `cargo xtask test browser`');
  return new Promise((resolve, reject) => {
    const child = execFile(program, [...given, '-'], { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr));
      else resolve(stdout.replace(/\n$/, ''));
    });
    child.stdin?.end(record);
  });
}

/**
 * How a call ends in the page: its answer, or the error with all that a page may know of it.
 * @param {Page} page @param {string} method @param {...unknown} given @returns {Promise<any>}
 */
function ends(page, method, ...given) {
  return page.locator('pain-map').evaluate(async (element, [name, values]) => {
    try {
      return await /** @type {any} */ (element)[name](...values);
    } catch (error) {
      const { name: kind, message, pointer } = /** @type {any} */ (error);
      return { kind, message, pointer, isError: error instanceof Error, isTypeError: error instanceof TypeError };
    }
  }, /** @type {[string, unknown[]]} */ ([method, given]));
}

/** What a browser reads in a picture. @param {Page} page @param {string} svg */
function read(page, svg) {
  return page.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    return { root: root.localName, fault: root.querySelector('parsererror')?.textContent, scripts: root.querySelectorAll('script').length, said: root.querySelector('desc')?.textContent ?? '' };
  }, svg);
}

/** Two marks, as a person taps them. @param {Page} page */
async function tapTwo(page) {
  await click(page, onTheRight(LANDMARKS.acromion));
  await settled(page);
  await click(page, LANDMARKS.besideL4);
  await settled(page);
  return String(await ask(page, 'value'));
}

browserTest('tapped marks become the files of the command', {}, async ({ page, site, seen }) => {
  await openTrial(page, site.url, '<pain-map></pain-map>');
  const value = await tapTwo(page);
  assert.equal(JSON.parse(value).marks.length, 2);
  assert.deepEqual(seen.requests.filter((address) => EXCHANGE.test(address)), []);

  assert.equal(await ends(page, 'toSVG'), await painmap(value, 'render'));
  assert.ok(seen.requests.some((address) => EXCHANGE.test(address)));
  const neck = await ends(page, 'toSVG', { view: 'anterior', crop: 'neck' });
  assert.equal(neck, await painmap(value, 'render', '--view', 'anterior', '--crop', 'neck'));
  // The second call asks the server for nothing more.
  const asked = seen.requests.length;

  const parties = ['--subject', PARTIES.subject, '--performer', PARTIES.performer];
  const plain = await ends(page, 'toFHIR', PARTIES);
  assert.equal(plain.resourceType, 'Bundle');
  assert.equal(JSON.stringify(plain), await painmap(value, 'export', '--to', 'fhir-r4', ...parties));
  const full = { ...PARTIES, release: 'r5', examiner: 'Practitioner/9', stature: 172, kind: 'transaction', pictures: false };
  const given = ['--examiner', 'Practitioner/9', '--stature', '172', '--bundle', 'transaction', '--no-pictures'];
  const later = await ends(page, 'toFHIR', full);
  assert.equal(JSON.stringify(later), await painmap(value, 'export', '--to', 'fhir-r5', ...parties, ...given));
  assert.equal(seen.requests.length, asked);
  // What was asked for says nothing of the marks and changes none.
  assert.equal(await ask(page, 'value'), value);
});

browserTest('a picture speaks the language of the element', {}, async ({ page, site }) => {
  await openTrial(page, site.url, '<pain-map></pain-map>', { lang: 'fr' });
  const value = await tapTwo(page);
  const svg = await ends(page, 'toSVG');
  assert.equal(svg, await painmap(value, 'render', '--language', 'fr'));
  assert.match(svg, /lang="fr"/);
  // A bundle is for machines and clinics: its texts are in English everywhere.
  const bundle = await ends(page, 'toFHIR', PARTIES);
  const { subject, performer } = PARTIES;
  assert.equal(JSON.stringify(bundle), await painmap(value, 'export', '--to', 'fhir-r4', '--subject', subject, '--performer', performer));
});

browserTest('pictures of every view and figure are well-formed, whatever a note says', {}, async ({ page, site }) => {
  await openTrial(page, site.url, '<pain-map></pain-map>', { policy: "default-src 'self' 'wasm-unsafe-eval'" });
  for (const figure of ['neutral', 'feminine', 'masculine']) {
    for (const view of ['posterior', 'anterior', 'left', 'right']) {
      const at = view === 'left' || view === 'right' ? [300, 3000] : [-600, 2790];
      const note = '</desc><script>"&\u0007\u202e]]>';
      const record = JSON.stringify({ format: 'painmap/1', figure, note, marks: [{ id: 'm1', kind: 'spot', view, at, intensity: 10, note }] });
      await page.locator('pain-map').evaluate((element, text) => { /** @type {any} */ (element).value = text; }, record);
      const svg = await ends(page, 'toSVG');
      const { said, ...rest } = await read(page, svg);
      assert.deepEqual(rest, { root: 'svg', fault: undefined, scripts: 0 });
      assert.ok(said.includes('</desc><script>"&'), said);
      assert.equal(svg, await painmap(String(await ask(page, 'value')), 'render'), `${figure} ${view}`);
    }
  }
});

browserTest('a call that is wrong says which option, and a record its place', {}, async ({ page, site }) => {
  await openTrial(page, site.url, '<pain-map></pain-map>');
  await tapTwo(page);
  for (const [method, options, message] of /** @type {const} */ ([
    ['toFHIR', undefined, /^subject: must be Patient\/ID/],
    ['toFHIR', { subject: 'Patient/1' }, /^performer: must be Patient\/ID or RelatedPerson\/ID/],
    ['toFHIR', { ...PARTIES, performer: 'Practitioner/1' }, /^performer: /],
    ['toFHIR', { ...PARTIES, examiner: 'x\ny' }, /^examiner: /],
    ['toFHIR', { ...PARTIES, release: 'r3' }, /^release: must be one of r4, r5$/],
    ['toFHIR', { ...PARTIES, recorded: 'today' }, /^recorded: must be like 2026-/],
    ['toFHIR', { ...PARTIES, stature: 5 }, /^stature: must be whole centimetres from 40 to 280/],
    ['toFHIR', { ...PARTIES, kind: 'document' }, /^kind: must be one of collection, transaction$/],
    ['toSVG', { view: 'above' }, /^view: must be one of posterior, /],
    ['toSVG', { crop: 'foot' }, /^crop: must be one of whole, /],
  ])) {
    const end = await ends(page, method, options);
    assert.ok(end.isTypeError, `${method} ${JSON.stringify(options)}: ${JSON.stringify(end)}`);
    assert.match(end.message, message);
  }

  // An element that is not in the page keeps a text unread.
  const end = await page.evaluate(async () => {
    const element = /** @type {any} */ (document.createElement('pain-map'));
    element.setAttribute('value', '{"format":"painmap/1","marks":[{"id":"m1","kind":"spot","view":"posterior","at":[0,"x"]}]}');
    return element.toSVG().catch((/** @type {any} */ { name, message, pointer }) => ({ name, message, pointer }));
  });
  assert.equal(end.name, 'RecordError');
  assert.equal(end.pointer, '/marks/0/at/1');
  assert.match(end.message, /\w/);
});

browserTest('a file that does not come fails the call alone, and is asked for again', { allow: [/clinic\.wasm/, /ERR_FAILED/] }, async ({ page, site }) => {
  await openTrial(page, site.url, '<pain-map></pain-map>');
  const value = await tapTwo(page);
  await page.route('**/clinic.wasm', (route) => route.abort());
  assert.equal((await ends(page, 'toSVG')).isError, true);
  assert.equal(await ask(page, 'value'), value);
  await page.unroute('**/clinic.wasm');
  assert.equal(await ends(page, 'toSVG'), await painmap(value, 'render'));
});
