// What comes late: while files are on their way the form and the hands lose nothing, and what few pages need is
// asked for where it is needed.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { touch } from './hands.js';
import { browserTest, PHONE } from './harness.js';
import { QUESTIONS } from './trial.js';
import { ask, entries, furnished, hold, LANDMARKS, onScreen, openTrial, record, setAttributes, settled, tap } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const TEXT = '<textarea name="pain" aria-label="Where?"></textarea>';

for (const file of ['parts/asking.wasm', 'interface/asking.js']) {
  browserTest(`what is typed is one entry while ${file} is on its way`, {}, async ({ page, site }) => {
    const releaseProgram = await hold(page, '**/pain_map_bg.wasm');
    const release = await hold(page, `**/${file}`);
    await openTrial(page, site.url, `<form><pain-map name="pain" required>${TEXT}</pain-map></form>`, { ready: false });
    await page.getByLabel('Where?').fill('my neck');
    await page.getByLabel('Where?').blur();
    const asked = page.waitForRequest(`**/${file}`);
    releaseProgram();
    await asked;
    const state = async () => [await entries(page), await ask(page, 'validationMessage')];
    assert.deepEqual(await state(), [['my neck'], '']);
    await page.locator('pain-map').evaluate((element) => { /** @type {any} */ (element).previous = { format: 'painmap/1', marks: [] }; });
    assert.deepEqual(await state(), [['my neck'], ''], 'when the page has set something');
    await ask(page, 'setCustomValidity', 'Not today.');
    assert.deepEqual(await state(), [['my neck'], 'Not today.']);
    await ask(page, 'setCustomValidity', '');
    assert.deepEqual(await state(), [['my neck'], '']);
    release();
    await furnished(page);
    assert.deepEqual((await entries(page)).map((entry) => JSON.parse(entry).note), ['my neck']);
    assert.notEqual(await ask(page, 'validationMessage'), '', 'the map is to be marked now');
  });
}

browserTest('a language that changes while the words are on their way is spoken', {}, async ({ page, site }) => {
  const french = JSON.parse(await readFile(new URL('../../crates/painmap/locales/fr.json', import.meta.url), 'utf8'));
  const release = [await hold(page, '**/parts/asking.wasm'), await hold(page, '**/locales/en-more.js')];
  await Promise.all([
    page.waitForRequest('**/parts/asking.wasm'), page.waitForRequest('**/locales/en-more.js'),
    openTrial(page, site.url, `<form><pain-map name="pain" ask="${QUESTIONS.join(' ')}"></pain-map></form>`, { ready: false }),
  ]);
  await page.evaluate(() => { document.documentElement.lang = 'fr'; });
  await page.locator('.base[lang=fr]').waitFor();
  for (const each of release) each();
  await furnished(page);
  await page.locator('.list .naming select').selectOption({ index: 3 });
  await page.locator('.list .naming button').click();
  await page.locator('.panel:visible').waitFor();
  const { legends, empty } = await page.locator('pain-map').evaluate((element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const texts = (/** @type {string} */ selector) => [...root.querySelectorAll(selector)].map((each) => each.textContent);
    return { legends: texts('.panel legend'), empty: [...root.querySelectorAll('[data-text]')].filter((each) => !each.textContent).map((each) => each.getAttribute('data-text')) };
  });
  assert.deepEqual(empty, []);
  for (const key of ['intensity', 'spread', 'qualities', 'depth', 'since', 'note']) assert.ok(legends.includes(french[`ask.${key}`]), `${key}: ${legends}`);
  assert.ok((await page.locator('.list .naming option').allTextContents()).every(Boolean));
});

browserTest('a finger that is down when the questions come keeps its tap, and a tool stays in the hand', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  const release = await hold(page, '**/interface/asking.js');
  await openTrial(page, site.url, '<form><pain-map name="pain"></pain-map></form>', { ready: false });
  await page.locator('svg.canvas').waitFor();
  await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
  await page.getByRole('button', { name: 'Paint an area' }).tap();
  await page.locator('.surface[data-mode=area]').waitFor();
  await touch(page, 'touchStart', await onScreen(page, LANDMARKS.besideL4));
  release();
  await page.locator('pain-map:state(ready)').waitFor();
  await page.locator('.place').first().waitFor({ state: 'attached' });
  await settled(page);
  await touch(page, 'touchEnd');
  await settled(page);
  assert.equal(await page.locator('.surface').getAttribute('data-mode'), 'area');
  assert.deepEqual((await record(page)).marks.map((/** @type {any} */ { kind }) => kind), ['area']);
});

browserTest('a second tap in that moment counts as well', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  const release = await hold(page, '**/interface/asking.js');
  await openTrial(page, site.url, '<form><pain-map name="pain"></pain-map></form>', { ready: false });
  await page.locator('svg.canvas').waitFor();
  await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
  await tap(page, LANDMARKS.besideL4);
  await touch(page, 'touchStart', await onScreen(page, LANDMARKS.inferiorAngleOfScapula));
  release();
  await page.locator('pain-map:state(ready)').waitFor();
  await page.locator('.place').first().waitFor({ state: 'attached' });
  await settled(page);
  await touch(page, 'touchEnd');
  assert.equal((await record(page)).marks.length, 2);
});

browserTest('help and the story of the pain are asked for where they are needed', {}, async ({ page, site, seen }) => {
  const further = () => seen.requests.filter((request) => request.endsWith('/interface/further.js')).length;
  await openTrial(page, site.url, '<form><pain-map name="pain"></pain-map></form>');
  await page.locator('.list .naming select').selectOption({ index: 3 });
  await page.locator('.list .naming button').click();
  await settled(page);
  assert.equal(further(), 0);
  await page.getByRole('button', { name: 'Help' }).click();
  await page.locator('dialog[open]').waitFor();
  assert.equal(further(), 1);
  await page.keyboard.press('Escape');
  await setAttributes(page, { ask: 'intensity history' });
  await page.locator('.history:visible').waitFor();
  assert.equal(further(), 1, 'once');

  await page.addInitScript(() => document.addEventListener('pain-map-ready', ({ target }) => {
    Object.assign(window, { there: Boolean(/** @type {Element} */ (target).shadowRoot?.querySelector('.history:not([hidden])')) });
  }));
  await openTrial(page, site.url, '<form><pain-map name="pain" ask="intensity history"></pain-map></form>');
  assert.equal(await page.evaluate(() => Reflect.get(window, 'there')), true, 'the story is there with the rest');
});

browserTest('every later part of the program is one that the page can load', {}, async () => {
  const folder = join(process.env.PAINMAP_WWW ?? '', 'dist', 'parts');
  const loader = await readFile(join(folder, 'parts.js'), 'utf8');
  const parts = (await readdir(folder)).filter((name) => name.endsWith('.wasm'));
  assert.ok(parts.length > 2);
  assert.deepEqual(parts.filter((name) => !loader.includes(`./${name}`)), []);
});
