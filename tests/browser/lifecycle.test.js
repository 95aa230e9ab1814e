// The element in a page's hands: set early, copied, moved, hidden, many at once, gone and restored.

import assert from 'node:assert/strict';

import { browserTest } from './harness.js';
import { EXAMINED, openWidget } from './trial.js';
import { ask, click, entries, furnished, hold, LANDMARKS, onTheRight, openTrial, record, setAttributes, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const MARK = { id: 'm1', kind: 'spot', view: 'posterior', at: [-600, 1790], intensity: 7 };
const RECORD = JSON.stringify({ format: 'painmap/1', marks: [MARK] });
const WIDGET = '<pain-map name="pain"><textarea name="pain" aria-label="Where?"></textarea></pain-map>';
const FORM = `<form action="/x">${WIDGET}</form>`;

/** Holds the wasm back until the given function is called. @param {Page} page */
const holdBack = (page) => hold(page, '**/pain_map_bg.wasm');

browserTest('a value set before the class is there counts', {}, async ({ page, site }) => {
  await page.addInitScript((text) => {
    document.addEventListener('readystatechange', () => {
      const element = /** @type {any} */ (document.querySelector('pain-map'));
      if (document.readyState !== 'interactive') return;
      Object.assign(window, { early: !customElements.get('pain-map') });
      Object.assign(element, { value: text, required: true, minMarks: 1, maxMarks: 3, mode: 'patient', ask: 'intensity' });
    });
  }, RECORD);
  await openTrial(page, site.url, FORM);
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).early), true);
  assert.equal((await record(page)).marks[0].intensity, 7);
  assert.deepEqual(
    await page.locator('pain-map').evaluate((element) => ['required', 'min-marks', 'max-marks', 'ask'].map((name) => element.getAttribute(name))),
    ['', '1', '3', 'intensity'],
  );
  assert.equal(await page.locator('pain-map').evaluate((element) => Object.hasOwn(element, 'value')), false);
});

browserTest('a value set before the widget is ready is sent, read back and shown', {}, async ({ page, site }) => {
  const release = await holdBack(page);
  await openTrial(page, site.url, FORM, { ready: false });
  await page.waitForFunction(() => customElements.get('pain-map'));
  await page.locator('pain-map').evaluate((element, text) => { /** @type {any} */ (element).value = text; }, RECORD);
  assert.equal(JSON.parse(await ask(page, 'value')).marks.length, 1);
  const [only, ...more] = await entries(page);
  assert.deepEqual(more, []);
  assert.equal(JSON.parse(only ?? '').marks[0].intensity, 7);
  release();
  await furnished(page);
  assert.equal((await record(page)).marks[0].intensity, 7);
  assert.equal(await page.locator('.mark').count(), 1);
});

for (const held of [false, true]) {
  browserTest(`going back brings the record back${held ? ', before the wasm too' : ''}`, {}, async ({ page, site }) => {
    await openTrial(page, site.url, FORM);
    await click(page, LANDMARKS.besideL4);
    await page.getByRole('radio', { name: '5', exact: true }).check();
    const before = await ask(page, 'value');
    await page.goto(`${site.url}atlas.html`);
    const release = held ? await holdBack(page) : () => {};
    await page.goBack({ waitUntil: 'domcontentloaded' });
    if (held) {
      await page.waitForFunction(() => /** @type {any} */ (document.querySelector('pain-map'))?.value);
      assert.deepEqual(await entries(page), [before], 'sent before the widget is ready');
      release();
    }
    await furnished(page);
    assert.equal(await ask(page, 'value'), before);
    assert.deepEqual(await entries(page), [before]);
    assert.equal(await page.locator('.mark').count(), 1);
  });
}

browserTest('a disabled fieldset disables it', {}, async ({ page, site }) => {
  await openTrial(page, site.url, `<form><fieldset>${WIDGET}</fieldset></form>`);
  await click(page, LANDMARKS.besideL4);
  const before = await record(page);
  const turn = (/** @type {boolean} */ off) => page.locator('form > fieldset').evaluate((element, disabled) => {
    /** @type {HTMLFieldSetElement} */ (element).disabled = disabled;
  }, off);
  await turn(true);
  await settled(page);
  assert.deepEqual(await entries(page), []);
  assert.equal(await page.getByText('This can’t be changed now.').count(), 1);
  await click(page, onTheRight(LANDMARKS.besideL4));
  assert.deepEqual(await record(page), before);
  await page.locator('.work[inert]').waitFor();
  await turn(false);
  await page.locator('.work:not([inert])').waitFor();
  await click(page, onTheRight(LANDMARKS.besideL4));
  assert.equal((await record(page)).marks.length, 2);
  assert.equal((await entries(page)).length, 1);
});

browserTest('disabled while the fallback stands in, nothing is sent', { allow: [/Failed to load resource/] }, async ({ page, site }) => {
  await page.route('**/pain_map_bg.wasm', (route) => route.abort());
  await openTrial(page, site.url, FORM, { ready: false });
  await page.locator('pain-map:state(error)').waitFor();
  await page.getByLabel('Where?').fill('my neck');
  assert.deepEqual(await entries(page), ['my neck']);
  await setAttributes(page, { disabled: '' });
  assert.deepEqual(await entries(page), []);
  await setAttributes(page, { disabled: null });
  assert.deepEqual(await entries(page), ['my neck']);
});

browserTest('a copy is a control of its own', {}, async ({ page, site }) => {
  await openTrial(page, site.url, `<form><pain-map name="pain" value='${RECORD}' required></pain-map></form>`);
  await click(page, LANDMARKS.besideL4);
  await page.evaluate(() => {
    const copy = /** @type {HTMLElement} */ (document.querySelector('pain-map')?.cloneNode(true));
    copy.setAttribute('name', 'copy');
    document.querySelector('form')?.append(copy);
  });
  await page.locator('pain-map[name=copy]:state(ready)').waitFor();
  const values = await page.locator('pain-map').evaluateAll((all) => all.map((each) => JSON.parse(/** @type {any} */ (each).value).marks.length));
  // Like a text field's, the copy's value is the default, as it was not cloned by the platform.
  assert.deepEqual(values, [2, 1]);
  assert.deepEqual(await page.evaluate(() => [...new FormData(document.forms[0]).keys()]), ['pain', 'copy']);
});

browserTest('inside another shadow root it is a control of the form there', {}, async ({ page, site }) => {
  await openTrial(page, site.url, '<div id="host"></div>', { ready: false });
  await page.evaluate(() => {
    const root = /** @type {HTMLElement} */ (document.querySelector('#host')).attachShadow({ mode: 'open' });
    const form = root.appendChild(document.createElement('form'));
    const element = form.appendChild(document.createElement('pain-map'));
    element.setAttribute('name', 'pain');
    const text = element.appendChild(document.createElement('textarea'));
    text.name = 'pain';
    element.addEventListener('change', () => Object.assign(window, { changed: true }));
    document.addEventListener('change', (event) => Object.assign(window, { heard: event.composed }));
  });
  await furnished(page);
  await click(page, LANDMARKS.besideL4);
  const inside = await page.locator('form').evaluate((form) => new FormData(/** @type {HTMLFormElement} */ (form)).getAll('pain').map(String));
  assert.equal(inside.length, 1);
  assert.equal(JSON.parse(inside[0] ?? '').marks[0].place.side, 'left');
  assert.deepEqual(await page.evaluate(() => [Reflect.get(window, 'changed'), Reflect.get(window, 'heard')]), [true, true]);
});

browserTest('hidden at first and shown later it takes taps where they are', {}, async ({ page, site }) => {
  await openTrial(page, site.url, `<form hidden>${WIDGET}</form>`, { ready: false });
  await page.locator('pain-map:state(ready)').waitFor({ state: 'attached' });
  await page.locator('form').evaluate((form) => { /** @type {HTMLElement} */ (form).hidden = false; });
  await furnished(page);
  await click(page, onTheRight(LANDMARKS.besideL4));
  const [mark] = (await record(page)).marks;
  assert.equal(mark.place.side, 'right');
  assert.ok(Math.abs(mark.at[0] + LANDMARKS.besideL4.x) < 40 && Math.abs(mark.at[1] - LANDMARKS.besideL4.y) < 40);
});

browserTest('a page that loads where nobody sees it is whole once it is shown', {}, async ({ page, site }) => {
  await page.addInitScript(() => {
    let isShown = false;
    Object.defineProperty(document, 'visibilityState', { get: () => (isShown ? 'visible' : 'hidden') });
    Object.assign(window, {
      show() {
        isShown = true;
        document.dispatchEvent(new Event('visibilitychange'));
      },
    });
  });
  await openTrial(page, site.url, FORM);
  await page.evaluate(() => /** @type {any} */ (window).show());
  await click(page, LANDMARKS.besideL4);
  await page.getByRole('radio', { name: '5', exact: true }).check();
  await page.locator('.list li').filter({ hasText: '5 of 10' }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Undo' }).isEnabled(), true);
});

browserTest('a clinician’s record in a patient’s hand outlives that the element is gone for a while', {}, async ({ page, site }) => {
  await openWidget(page, site.url, 'mode="clinician" views="posterior anterior"', { record: EXAMINED });
  await setAttributes(page, { mode: 'patient' });
  await settled(page);
  const before = await ask(page, 'value');
  assert.deepEqual(JSON.parse(before).marks[0].findings, /** @type {any} */ (EXAMINED.marks[0]).findings);
  assert.deepEqual(await entries(page), [before]);
  await page.locator('pain-map').evaluate(async (element) => {
    element.remove();
    for (let task = 0; task < 2; task += 1) await new Promise((done) => { setTimeout(done); });
    document.querySelector('form')?.append(element);
  });
  await furnished(page);
  assert.equal(await ask(page, 'value'), before);
  assert.deepEqual(await entries(page), [before]);
  assert.match((await page.locator('.prompt').first().textContent()) ?? '', /This is what was marked/, 'it is shown');
  await click(page, onTheRight(LANDMARKS.besideL4));
  assert.equal(await ask(page, 'value'), before, 'and stays locked');
});

browserTest('clearing before the widget is ready takes the marks and leaves the rest', {}, async ({ page, site }) => {
  const release = await holdBack(page);
  const given = { ...JSON.parse(RECORD), note: 'since May', history: { aggravators: ['posture'] } };
  await openTrial(page, site.url, `<form><pain-map name="pain" value='${JSON.stringify(given)}'></pain-map></form>`, { ready: false });
  await page.waitForFunction(() => customElements.get('pain-map'));
  await ask(page, 'clear');
  const rest = { marks: [], note: given.note, history: given.history };
  const pick = (/** @type {any} */ { marks = [], note, history }) => ({ marks, note, history });
  assert.deepEqual((await entries(page)).map((entry) => pick(JSON.parse(entry))), [rest]);
  release();
  await furnished(page);
  assert.deepEqual(pick(await record(page)), rest);
});

browserTest('ten on a page keep to themselves', {}, async ({ page, site, seen }) => {
  await openTrial(page, site.url, `<form>${WIDGET.repeat(10)}</form>`);
  await page.waitForFunction(() => document.querySelectorAll('pain-map:state(ready)').length === 10);
  const third = page.locator('pain-map').nth(2);
  await third.getByRole('combobox', { name: 'Place' }).selectOption({ index: 3 });
  await third.getByRole('button', { name: 'Add this place' }).click();
  await third.getByRole('radio', { name: '4', exact: true }).check();
  const counts = await page.locator('pain-map').evaluateAll((all) => all.map((each) => JSON.parse(/** @type {any} */ (each).value).marks.length));
  assert.deepEqual(counts, [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
  assert.equal((await entries(page)).length, 10);
  // What they share comes once.
  assert.equal(new Set(seen.requests).size, seen.requests.length, seen.requests.join('\n'));
});
