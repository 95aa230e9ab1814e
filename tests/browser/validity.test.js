// When an answer does: required, the least and the most marks, what the person is told and where they
// are taken to.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { browserTest } from './harness.js';
import { ask, click, focusedOn, isIn, LANDMARKS, onTheRight, openDemo, openTrial, setAttributes, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const LANGUAGES = ['en', 'fr', 'es', 'de', 'pt', 'ar', 'zh'];
const FORM = `<form action="/x"><label for="map" id="label">Where does it hurt?</label><input id="other">
  <pain-map id="map" name="pain" ATTRIBUTES></pain-map><button id="send">Send</button></form>`;

/** A form with the widget in it. @param {string} attributes */
const form = (attributes) => FORM.replace('ATTRIBUTES', attributes);

/** A record with so many marks. @param {number} count */
const marks = (count) => JSON.stringify({
  format: 'painmap/1',
  marks: Array.from({ length: count }, (_, at) => ({ id: `m${at + 1}`, kind: 'spot', view: 'posterior', at: [at * 10, 2700] })),
});

/** What is wrong: the flags that are set, and the message. @param {Page} page @returns {Promise<[string[], string]>} */
const fault = (page) => page.locator('pain-map').evaluate((element) => {
  const { validity, validationMessage } = /** @type {any} */ (element);
  /** @type {string[]} */
  const flags = [];
  for (const flag in validity) if (flag !== 'valid' && validity[flag]) flags.push(flag);
  return [flags, validationMessage];
});

/** @param {string} language @returns {Promise<Record<string, any>>} */
async function textsOf(language) {
  return JSON.parse(await readFile(new URL(`../../crates/painmap/locales/${language}.json`, import.meta.url), 'utf8'));
}

browserTest('the least and the most marks, with messages in the plural of every language', {}, async ({ page, site }) => {
  await openTrial(page, site.url, form('required'));
  for (const language of LANGUAGES) {
    const texts = await textsOf(language);
    const plurals = new Intl.PluralRules(language);
    const told = (/** @type {string} */ key, /** @type {number} */ count) =>
      texts[key][plurals.select(count)].replace('{count}', String(count));
    await page.locator('html').evaluate((html, lang) => html.setAttribute('lang', lang), language);
    await page.locator(`.base[lang="${language}"]`).waitFor();
    await setAttributes(page, { 'min-marks': null, 'max-marks': null });
    await ask(page, 'clear');
    assert.deepEqual(await fault(page), [['valueMissing'], texts['invalid.missing']], language);
    for (const [count, given] of /** @type {const} */ ([[2, 1], [3, 1], [11, 2], [100, 3]])) {
      await setAttributes(page, { 'min-marks': String(count), 'max-marks': null });
      await setValue(page, marks(given));
      assert.deepEqual(await fault(page), [['rangeUnderflow'], told('invalid.tooFew', count)], `${language} ${count}`);
    }
    for (const [count, given] of /** @type {const} */ ([[0, 1], [1, 2], [2, 3], [5, 6]])) {
      await setAttributes(page, { 'min-marks': null, 'max-marks': String(count) });
      await setValue(page, marks(given));
      assert.deepEqual(await fault(page), [['rangeOverflow'], told('invalid.tooMany', count)], `${language} ${count}`);
      await setValue(page, marks(count));
      if (count) assert.deepEqual(await fault(page), [[], ''], `${language} ${count} do`);
    }
  }
});

browserTest('the plural forms of every file are those of the language', {}, async ({ page, site }) => {
  await page.goto(site.url);
  for (const language of LANGUAGES) {
    const wanted = await page.evaluate((tag) => new Intl.PluralRules(tag).resolvedOptions().pluralCategories, language);
    const counting = Object.entries(await textsOf(language)).filter(([, text]) => typeof text === 'object');
    assert.ok(counting.length > 1, language);
    for (const [key, forms] of counting) assert.deepEqual(Object.keys(forms).sort(), [...wanted].sort(), `${language} ${key}`);
  }
});

browserTest('no pain is an answer, however many marks are asked for', {}, async ({ page, site }) => {
  await openTrial(page, site.url, form('required min-marks="2"'));
  assert.equal((await fault(page))[0][0], 'valueMissing');
  await page.getByRole('checkbox', { name: 'No pain today' }).click();
  assert.deepEqual(await fault(page), [[], '']);
  // The page's own fault stands whatever is marked, and is told in its words.
  await ask(page, 'setCustomValidity', 'Please call us.');
  assert.deepEqual(await fault(page), [['customError'], 'Please call us.']);
  await ask(page, 'setCustomValidity', '');
  assert.deepEqual(await fault(page), [[], '']);
  await setAttributes(page, { readonly: '' });
  await setValue(page, '');
  assert.deepEqual(await fault(page), [[], ''], 'nobody can answer what is readonly');
  await setAttributes(page, { readonly: null, disabled: '' });
  assert.equal(await ask(page, 'willValidate'), false);
  assert.equal(await ask(page, 'checkValidity'), true);
});

browserTest('nothing is called invalid before the person has had their turn', {}, async ({ page, site }) => {
  await openTrial(page, site.url, form('required min-marks="2"'));
  assert.ok(await isIn(page, 'invalid'));
  const quiet = async (/** @type {string} */ when) => assert.equal(await isIn(page, 'user-invalid'), false, when);
  await quiet('at first');
  await page.locator('form').evaluate((element) => /** @type {HTMLFormElement} */ (element).checkValidity());
  await ask(page, 'checkValidity');
  await settled(page);
  await quiet('after the page asked for itself');
  await page.locator('.surface').focus();
  await page.locator('#other').focus();
  await quiet('after passing by');
  await click(page, LANDMARKS.besideL4);
  await quiet('in the middle of answering');
  await page.locator('#other').focus();
  assert.ok(await isIn(page, 'user-invalid'), 'after leaving with too few');
  await click(page, onTheRight(LANDMARKS.besideL4));
  await quiet('once it does');
  await page.locator('form').evaluate((element) => /** @type {HTMLFormElement} */ (element).reset());
  assert.ok(await isIn(page, 'invalid'));
  await quiet('after a reset');
});

browserTest('sending what does not do takes the person to the map', {}, async ({ page, site }) => {
  await openTrial(page, site.url, form('required'));
  await page.locator('#send').click();
  await settled(page);
  assert.equal(await focusedOn(page), 'surface');
  assert.ok(await isIn(page, 'user-invalid'));
  assert.match(page.url(), /trial/, 'nothing was sent');
  await page.locator('#other').focus();
  assert.equal(await ask(page, 'reportValidity'), false);
  await settled(page);
  assert.equal(await focusedOn(page), 'surface');
});

browserTest('where another field is wrong first, the map is told to be wrong as well', {}, async ({ page, site }) => {
  await openTrial(page, site.url, form('required').replace('id="other"', 'id="other" required'));
  await page.locator('#send').click();
  await settled(page);
  assert.equal(await focusedOn(page), 'other');
  assert.ok(await isIn(page, 'user-invalid'));
});

browserTest('a label takes the focus to the map and names it', {}, async ({ page, site }) => {
  await openTrial(page, site.url, form('views="posterior anterior"'));
  await page.locator('#label').click();
  assert.equal(await focusedOn(page), 'surface');
  assert.equal(await page.getByRole('group', { name: 'Where does it hurt?' }).count(), 1);
  assert.equal(await page.locator('pain-map').evaluate((element) => /** @type {any} */ (element).labels.length), 1);
});

browserTest('the demo’s form is not sent without an answer', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await page.getByLabel('Your name').fill('Sam Doe');
  await page.getByRole('button', { name: 'Send to the clinic' }).click();
  await settled(page);
  assert.equal(await focusedOn(page), 'surface');
  assert.equal(new URL(page.url()).pathname, '/');
});

/** @param {Page} page @param {string} value */
function setValue(page, value) {
  return page.locator('pain-map').evaluate((element, text) => { /** @type {any} */ (element).value = text; }, value);
}
