// The element beside the platform's own controls: attributes and properties, value and default value, the
// form that it belongs to, labels, pseudo-classes, one entry in every state.

import assert from 'node:assert/strict';

import { browserTest } from './harness.js';
import { ask, click, entries, focusedOn, furnished, isIn, LANDMARKS, onTheRight, openTrial, record, setAttributes, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

/** A record that says so in its note. @param {string} note @param {object[]} [marks] */
const noted = (note, marks = []) => JSON.stringify({ format: 'painmap/1', marks, note });

const SPOT = { id: 'm1', kind: 'spot', view: 'posterior', at: [-600, 1790] };
const TEXT = '<textarea name="pain" aria-label="Where?"></textarea>';

/** @param {Page} page @param {Record<string, unknown>} properties */
const set = (page, properties) => page.locator('pain-map').first().evaluate((element, all) => { Object.assign(element, all); }, properties);

/** @param {Page} page @returns {Promise<string>} */
const note = async (page) => (await record(page)).note;

/** @param {Page} page */
const reset = (page) => page.locator('form').evaluate((form) => /** @type {HTMLFormElement} */ (form).reset());

browserTest('properties mirror attributes as those of an input do', {}, async ({ page, site }) => {
  await openTrial(page, site.url, '<form id="form"><pain-map></pain-map></form>', { ready: false });
  await page.waitForFunction(() => customElements.get('pain-map'));
  const found = await page.locator('pain-map').evaluate((given) => {
    const element = /** @type {any} */ (given);
    /** @type {Record<string, unknown>} */
    const seen = {};
    const names = ['name', 'required', 'disabled', 'readOnly', 'figure', 'views', 'crop', 'mode', 'ask', 'minMarks', 'maxMarks', 'draft', 'preload', 'defaultValue'];
    seen.defaults = names.filter((name) => !['ask', 'views'].includes(name)).map((name) => element[name]);
    const values = /** @type {[string, string, unknown, string | null][]} */ ([
      ['name', 'name', 'pain', 'pain'], ['required', 'required', true, ''], ['disabled', 'disabled', true, ''], ['readOnly', 'readonly', true, ''],
      ['preload', 'preload', true, ''], ['figure', 'figure', 'feminine', 'feminine'], ['views', 'views', 'anterior', 'anterior'],
      ['crop', 'crop', 'neck', 'neck'], ['mode', 'mode', 'clinician', 'clinician'], ['ask', 'ask', 'depth', 'depth'], ['minMarks', 'min-marks', 2, '2'],
      ['maxMarks', 'max-marks', 5, '5'], ['draft', 'draft', 'key', 'key'], ['defaultValue', 'value', '', ''],
    ]);
    /** @type {string[]} */
    const wrong = [];
    for (const [property, attribute, value, text] of values) {
      element[property] = value;
      if (element.getAttribute(attribute) !== text || element[property] !== value) wrong.push(`${property} set`);
      if (typeof value === 'boolean') {
        element[property] = false;
        if (element.hasAttribute(attribute)) wrong.push(`${property} taken away`);
      }
      element.removeAttribute(attribute);
    }
    for (const text of ['-1', 'many', '1.5', '']) {
      element.setAttribute('min-marks', text);
      element.setAttribute('max-marks', text);
      if (element.minMarks !== 0 || element.maxMarks !== Infinity) wrong.push(`min-marks ${text}`);
    }
    element.setAttribute('mode', 'nobody');
    return { ...seen, wrong, mode: element.mode, type: element.type, form: element.form?.id, labels: element.labels.length, inForm: element.form?.elements[0] === element };
  });
  assert.deepEqual(found, {
    // Infinity is told as such by the browser's protocol.
    defaults: ['', false, false, false, 'neutral', 'whole', 'patient', 0, Infinity, '', false, ''],
    wrong: [], mode: 'patient', type: 'pain-map', form: 'form', labels: 0, inForm: true,
  });
});

browserTest('the attribute is the default until the value is touched, and again after a reset', {}, async ({ page, site }) => {
  await openTrial(page, site.url, `<form><pain-map name="pain" value='${noted('default')}'></pain-map></form>`);
  assert.equal(await note(page), 'default');
  await setAttributes(page, { value: noted('another default') });
  assert.equal(await note(page), 'another default');
  await set(page, { value: noted('set') });
  await setAttributes(page, { value: noted('a third default') });
  assert.equal(await note(page), 'set');
  await reset(page);
  assert.equal(await note(page), 'a third default');
  await click(page, LANDMARKS.besideL4);
  await setAttributes(page, { value: noted('a fourth') });
  assert.deepEqual([(await record(page)).marks.length, await note(page)], [1, 'a third default'], 'a person’s mark is a touch');
  await reset(page);
  assert.deepEqual([(await record(page)).marks.length, await note(page)], [0, 'a fourth']);
  await setAttributes(page, { value: null });
  await reset(page);
  assert.equal(await note(page), undefined);
  // A default that is no record leaves nothing of the last person.
  await click(page, LANDMARKS.besideL4);
  await setAttributes(page, { value: 'no record' });
  await reset(page);
  assert.equal((await record(page)).marks.length, 0);
  await set(page, { map: { format: 'painmap/1', marks: [SPOT] } });
  assert.equal((await ask(page, 'map')).marks[0].place.side, 'right');
  await set(page, { map: null });
  assert.equal((await record(page)).marks.length, 0);
});

browserTest('exactly one entry in every state, none while disabled', {}, async ({ page, site }) => {
  /** @type {() => void} */
  let release = () => {};
  /** @type {Promise<void>} */
  const released = new Promise((resolve) => { release = resolve; });
  await page.route('**/pain_map_bg.wasm', async (route) => {
    await released;
    await route.continue();
  });
  const names = ['bare', 'given', 'typed', 'readonly', 'required'];
  await page.addInitScript((all) => document.addEventListener('DOMContentLoaded', () => {
    Object.assign(window, { early: all.map((name) => new FormData(document.forms[0]).getAll(name).length) });
  }), names);
  await openTrial(page, site.url, `<form><fieldset id="all"><pain-map name="bare"></pain-map>
    <pain-map name="given" value='${noted('given')}'>${TEXT.replace('pain', 'given')}</pain-map>
    <pain-map name="typed">${TEXT.replace('pain', 'typed').replace('Where?', 'Typed')}</pain-map>
    <pain-map name="readonly" readonly>${TEXT.replace('pain', 'readonly')}</pain-map>
    <pain-map name="required" required><input name="required"></pain-map></fieldset></form>`, { ready: false });
  const counts = () => page.evaluate((all) => all.map((name) => new FormData(document.forms[0]).getAll(name).length), names);
  const disabled = (/** @type {boolean} */ off) => page.locator('#all').evaluate((fieldset, value) => { /** @type {HTMLFieldSetElement} */ (fieldset).disabled = value; }, off);
  await page.waitForFunction(() => customElements.get('pain-map'));
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).early), names.map(() => 1), 'once the page is there');
  for (const when of ['before it is ready', 'once it is']) {
    assert.deepEqual(await counts(), names.map(() => 1), when);
    await disabled(true);
    assert.deepEqual(await counts(), names.map(() => 0), when);
    assert.equal(await page.locator('pain-map:disabled').count(), names.length);
    await disabled(false);
    assert.deepEqual(await counts(), names.map(() => 1), when);
    await page.evaluate(() => document.forms[0]?.reset());
    assert.deepEqual(await counts(), names.map(() => 1), `${when}, after a reset`);
    if (when === 'once it is') break;
    await page.getByLabel('Typed').fill('my neck');
    await page.getByLabel('Typed').blur();
    release();
    await page.waitForFunction((count) => document.querySelectorAll('pain-map:state(ready)').length === count, names.length);
  }
  // A name that changes takes its entry with it; without one there is none, as with an input.
  await page.locator('pain-map[name=bare]').evaluate((element) => { /** @type {any} */ (element).name = 'other'; });
  assert.deepEqual(await page.evaluate(() => [...new FormData(document.forms[0]).keys()]), ['other', ...names.slice(1)]);
  await page.locator('pain-map[name=other]').evaluate((element) => element.removeAttribute('name'));
  assert.deepEqual(await page.evaluate(() => [...new FormData(document.forms[0]).keys()]), names.slice(1));
});

browserTest('it belongs to the form that it names, and answers its pseudo-classes', {}, async ({ page, site }) => {
  await openTrial(page, site.url, `<form id="far"><button>Send</button></form><fieldset><pain-map form="far" name="pain" required min-marks="2"></pain-map></fieldset>`);
  const matches = (/** @type {string} */ selector) => page.locator('pain-map').evaluate((element, what) => element.matches(what), selector);
  const flags = async () => [await matches(':invalid'), await matches(':valid'), await isIn(page, 'invalid'), await isIn(page, 'empty'), (await page.locator('fieldset:invalid').count()) === 1];
  assert.deepEqual(await flags(), [true, false, true, true, true]);
  assert.equal((await entries(page)).length, 1);
  await click(page, LANDMARKS.besideL4);
  assert.deepEqual(await flags(), [true, false, true, false, true], 'one is too few');
  await page.locator('button').first().click();
  await settled(page);
  assert.equal(await focusedOn(page), 'surface', 'the person is taken to the map');
  await click(page, onTheRight(LANDMARKS.besideL4));
  assert.deepEqual(await flags(), [false, true, false, false, false]);
  await ask(page, 'setCustomValidity', 'Not today.');
  assert.deepEqual([await ask(page, 'validationMessage'), await matches(':invalid'), await ask(page, 'reportValidity')], ['Not today.', true, false]);
  await ask(page, 'setCustomValidity', '');
  await setAttributes(page, { disabled: '' });
  assert.deepEqual([await matches(':disabled'), await matches(':invalid'), await ask(page, 'willValidate'), await entries(page)], [true, false, false, []]);
  await setAttributes(page, { disabled: null, form: null });
  assert.deepEqual([await matches(':enabled'), await ask(page, 'form'), await entries(page)], [true, null, []]);
});

browserTest('in a label of its own it can be used, and what is left of the label leads to the map', {}, async ({ page, site }) => {
  await openTrial(page, site.url, '<form><label id="around"><b>Where does it hurt?</b><pain-map name="pain"></pain-map></label></form>');
  await click(page, LANDMARKS.besideL4);
  assert.equal((await record(page)).marks.length, 1);
  const seven = page.getByRole('group', { name: 'How strong is it now?' }).getByRole('radio', { name: '7', exact: true });
  await seven.locator('..').click();
  assert.equal((await record(page)).marks[0].intensity, 7);
  assert.equal(await seven.evaluate((radio) => radio.matches(':focus')), true, 'the focus stays where it was taken');
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.equal((await record(page)).marks[0].intensity, undefined, 'one click is one step');
  await page.getByText('Where does it hurt?').first().click();
  assert.equal(await focusedOn(page), 'surface');
  assert.equal(await page.getByRole('group', { name: /Where does it hurt/ }).first().getAttribute('class'), 'base');
});

browserTest('the page may do anything while it is told', {}, async ({ page, site }) => {
  await openTrial(page, site.url, `<form>${TEXT.replace('textarea', 'input').replace('</textarea>', '').replace('name="pain"', '')}<pain-map name="pain"></pain-map></form>`);
  // A listener that resets the form: nothing stays of what the person did.
  await page.locator('pain-map').evaluate((element) => element.addEventListener('input', () => document.forms[0]?.reset(), { once: true }));
  await click(page, onTheRight(LANDMARKS.besideL4));
  await settled(page);
  assert.equal((await record(page)).marks.length, 0);
  assert.deepEqual((await entries(page)).map((entry) => JSON.parse(entry).marks), [[]]);
  await page.locator('pain-map').evaluate((element, text) => {
    element.addEventListener('change', () => { /** @type {any} */ (element).value = text; }, { once: true });
  }, noted('from the listener', [SPOT]));
  await click(page, LANDMARKS.besideL4);
  assert.deepEqual([(await record(page)).marks[0].at, await note(page)], [SPOT.at, 'from the listener']);
  assert.deepEqual((await entries(page)).map((entry) => JSON.parse(entry).note), ['from the listener']);
  // One that takes the element out, and brings it back.
  await page.locator('pain-map').evaluate((element) => {
    element.addEventListener('input', () => {
      const { parentNode } = element;
      element.remove();
      setTimeout(() => {
        Object.assign(window, { gone: element.matches(':state(ready)') });
        parentNode?.append(element);
      });
    }, { once: true });
  });
  await click(page, LANDMARKS.besideL4);
  await page.waitForFunction(() => 'gone' in window);
  assert.equal(await page.evaluate(() => Reflect.get(window, 'gone')), false, 'what is gone is not ready');
  await furnished(page);
  assert.equal((await record(page)).marks.length, 2);
});
