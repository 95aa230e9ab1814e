// Drafts: what was entered outlives a reload where the page asks for it, and nothing is stored where it does not.

import assert from 'node:assert/strict';

import { browserTest } from './harness.js';
import { ask, click, entries, furnished, hold, LANDMARKS, onTheRight, openTrial, record, setAttributes, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const KEY = 'pain-map:visit';
// The browser's own memory of a form would bring the record back as well.
const FORM = `<form action="/x" autocomplete="off"><pain-map name="pain" draft="visit"><textarea name="pain" aria-label="Where?"></textarea></pain-map>
  <button id="send">Send</button></form>`;
const DAY_MS = 24 * 60 * 60 * 1000;

/** All that the page has stored, by the names of the stores. @param {Page} page @returns {Promise<string[]>} */
const stored = (page) => page.evaluate(async () => [
  ...Object.keys(sessionStorage), ...Object.keys(localStorage), document.cookie, ...(await indexedDB.databases()).map(({ name }) => name ?? ''),
  ...await caches.keys(),
].filter(Boolean));

/** The draft's record, null where there is none. @param {Page} page @returns {Promise<any>} */
const draft = (page) => page.evaluate((key) => {
  const text = sessionStorage.getItem(key);
  return text && JSON.parse(JSON.parse(text).value);
}, KEY);

/** Waits until the draft is gone. @param {Page} page */
const forgotten = (page) => page.waitForFunction((key) => sessionStorage.getItem(key) === null, KEY);

browserTest('nothing is stored unless the page asks for it', {}, async ({ page, context, site }) => {
  await openTrial(page, site.url, FORM.replace('draft="visit"', ''));
  await click(page, LANDMARKS.besideL4);
  await page.getByRole('radio', { name: '5', exact: true }).check();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.locator('form').evaluate((form) => /** @type {HTMLFormElement} */ (form).reset());
  assert.deepEqual(await stored(page), []);
  assert.deepEqual((await context.storageState()).cookies, []);
  // The draft begins when the page asks for it, and is all that is stored.
  await setAttributes(page, { draft: 'visit' });
  await click(page, LANDMARKS.besideL4);
  await page.waitForFunction((key) => sessionStorage.getItem(key), KEY);
  assert.deepEqual(await stored(page), [KEY]);
});

browserTest('a reload loses nothing, whenever it comes', {}, async ({ page, site }) => {
  await openTrial(page, site.url, FORM);
  await click(page, LANDMARKS.besideL4);
  // The page goes in the very moment of the answer.
  await page.evaluate(() => { document.addEventListener('change', () => location.reload(), { once: true }); });
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('radio', { name: '5', exact: true }).evaluate((radio) => /** @type {HTMLElement} */ (radio).click()),
  ]);
  await furnished(page);
  const [mark] = (await record(page)).marks;
  assert.deepEqual([mark.intensity, mark.place.side], [5, 'left']);
  assert.deepEqual((await entries(page)).map((entry) => JSON.parse(entry).marks.length), [1]);
  assert.equal(await page.locator('.mark').count(), 1);
  // A restored record goes on being kept.
  await click(page, onTheRight(LANDMARKS.besideL4));
  await page.reload();
  await furnished(page);
  assert.equal((await record(page)).marks.length, 2);
  // What the page's script changes is kept as well.
  await ask(page, 'undo');
  await ask(page, 'clear');
  await page.reload();
  await furnished(page);
  assert.equal((await record(page)).marks.length, 0);
});

browserTest('discarding, a reset and sending forget the draft', {}, async ({ page, site }) => {
  await openTrial(page, site.url, FORM);
  const mark = async () => {
    await click(page, LANDMARKS.besideL4);
    await page.waitForFunction((key) => sessionStorage.getItem(key), KEY);
  };
  await mark();
  await ask(page, 'discardDraft');
  await forgotten(page);
  assert.equal((await record(page)).marks.length, 1, 'the record itself stays');

  await ask(page, 'clear');
  await mark();
  await page.locator('form').evaluate((form) => /** @type {HTMLFormElement} */ (form).reset());
  await forgotten(page);
  assert.equal((await record(page)).marks.length, 0);

  // What is not sent is not forgotten: the page may find a fault of its own.
  await mark();
  await page.evaluate(() => document.addEventListener('submit', (event) => event.preventDefault(), { once: true }));
  await page.locator('#send').click();
  await settled(page);
  assert.equal((await draft(page)).marks.length, 1);
  await page.route('**/x?*', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Thank you</title>' }));
  await Promise.all([page.waitForURL('**/x?*'), page.locator('#send').click()]);
  assert.deepEqual(await stored(page), []);
  await page.goto(`${site.url}trial.html`);
  await furnished(page);
  assert.equal((await record(page)).marks.length, 0, 'nothing is left for the next person');
});

browserTest('a draft that is too old, broken or not asked for is not read', {}, async ({ page, site }) => {
  const old = JSON.stringify({ saved: 0, value: '{"format":"painmap/1","marks":[],"noPain":true}' });
  const open = async (/** @type {string} */ body, /** @type {string} */ text) => {
    await page.goto(`${site.url}atlas.html`);
    await page.evaluate(([key, value]) => sessionStorage.setItem(key ?? '', value ?? ''), [KEY, text]);
    await openTrial(page, site.url, body);
    return record(page);
  };
  const fresh = old.replace('"saved":0', `"saved":${Date.now()}`);
  assert.equal((await open(FORM, fresh)).noPain, true);
  assert.equal((await open(FORM, old.replace('"saved":0', `"saved":${Date.now() - DAY_MS - 1000}`))).noPain, undefined);
  assert.deepEqual(await stored(page), [], 'and what is too old is gone');
  assert.equal((await open(FORM, 'no draft')).noPain, undefined);
  assert.equal((await open(FORM.replace('draft="visit"', 'draft="other"'), fresh)).noPain, undefined);
  // What the page sets itself is meant.
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      Object.assign(document.querySelector('pain-map') ?? {}, { value: '{"format":"painmap/1","marks":[],"note":"set"}' });
    });
  });
  assert.equal((await open(FORM, fresh)).note, 'set');
});

browserTest('where nothing can be stored the form goes on', {}, async ({ page, site }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
  });
  await openTrial(page, site.url, FORM);
  await click(page, LANDMARKS.besideL4);
  assert.equal((await entries(page)).length, 1);
  await page.locator('form').evaluate((form) => /** @type {HTMLFormElement} */ (form).reset());
  assert.equal((await record(page)).marks.length, 0);
});

for (const way of ['reset', 'discardDraft']) {
  browserTest(`a draft that is given up before it is read is forgotten (${way})`, {}, async ({ page, site }) => {
    await page.goto(`${site.url}atlas.html`);
    const kept = JSON.stringify({ saved: Date.now(), value: '{"format":"painmap/1","marks":[],"noPain":true}' });
    await page.evaluate(([key, value]) => sessionStorage.setItem(key ?? '', value ?? ''), [KEY, kept]);
    const release = await hold(page, '**/drafts.js');
    await Promise.all([page.waitForRequest('**/drafts.js'), openTrial(page, site.url, FORM, { ready: false })]);
    if (way === 'reset') await page.locator('form').evaluate((form) => /** @type {HTMLFormElement} */ (form).reset());
    else await ask(page, way);
    release();
    await furnished(page);
    assert.equal((await record(page)).noPain, undefined);
    await forgotten(page);
  });
}

browserTest('what is typed before the map comes outlives a reload, and becomes the note', { allow: [/Failed to load resource/] }, async ({ page, site }) => {
  const note = async () => (await entries(page)).map((entry) => (entry.startsWith('{') ? JSON.parse(entry).note : entry));
  await page.route('**/pain_map_bg.wasm', (route) => route.abort());
  await openTrial(page, site.url, FORM, { ready: false });
  await page.locator('pain-map:state(error)').waitFor();
  await page.getByLabel('Where?').fill('my neck');
  await page.waitForFunction((key) => sessionStorage.getItem(key)?.includes('my neck'), KEY);
  await page.reload();
  await page.locator('pain-map:state(error)').waitFor();
  await page.waitForFunction(() => /** @type {any} */ (document.querySelector('pain-map')).value);
  assert.deepEqual(await note(), ['my neck'], 'without the map once more');
  await page.unroute('**/pain_map_bg.wasm');
  await page.reload();
  await furnished(page);
  assert.equal((await record(page)).note, 'my neck');
  assert.deepEqual(await note(), ['my neck']);
});
