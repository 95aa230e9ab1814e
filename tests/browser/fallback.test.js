// Where something fails, at first or later: the form keeps what was entered, the control between the tags
// takes over, and the page is told.

import assert from 'node:assert/strict';

import { browserTest } from './harness.js';
import { ask, click, entries, furnished, hold, isIn, LANDMARKS, onTheRight, openDemo, openTrial, POLICY, send, setAttributes } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const TEXT = '<textarea name="pain" aria-label="Where?"></textarea>';
const RECORD = '{"format":"painmap/1","marks":[{"id":"m1","kind":"spot","view":"posterior","at":[-600,1790],"intensity":7}]}';

/** A form with the widget in it. @param {string} [attributes] @param {string} [inside] */
const form = (attributes = '', inside = TEXT) => `<form action="/x"><pain-map name="pain" ${attributes}>${inside}</pain-map><button id="send">Send</button></form>`;

/** Notes what the page is told, from the start. @param {Page} page */
const listen = (page) => page.addInitScript(() => {
  /** @type {string[]} */
  const told = [];
  Object.assign(window, { told });
  document.addEventListener('pain-map-error', (event) => told.push(/** @type {any} */ (event).detail.message));
});

/** @param {Page} page @returns {Promise<string[]>} */
const told = (page) => page.evaluate(() => /** @type {any} */ (window).told);

/**
 * Lets the program of the page be broken: after `window.broken = true` whatever is called in it traps.
 * @param {Page} page
 */
const makeBreakable = (page) => page.addInitScript(() => {
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...given) => {
    const { module, instance } = await instantiate(...given);
    const exports = Object.entries(instance.exports).map(([name, value]) => {
      if (typeof value !== 'function') return [name, value];
      return [name, (/** @type {any[]} */ ...values) => {
        if (Reflect.get(window, 'broken')) throw new WebAssembly.RuntimeError('unreachable');
        return value(...values);
      }];
    });
    return { module, instance: /** @type {any} */ ({ exports: Object.fromEntries(exports) }) };
  };
});

/** @param {Page} page */
const breakIt = (page) => page.evaluate(() => { Object.assign(window, { broken: true }); });

const FAILURES = [/Failed to load resource/, /violates the following/, /^policy: script-src/, /Refused to compile/, /WebAssembly/];

for (const [what, pattern, answer] of /** @type {const} */ ([
  ['the wasm is not there', '**/pain_map_bg.wasm', 404],
  ['the network fails', /painmap\/(?!pain-map\.js)/, undefined],
  ['the words do not come', '**/locales/en.js', undefined],
  ['the rest of the program does not come', '**/parts/*.wasm', 404],
  ['the questions do not come', '**/interface/asking.js', undefined],
  ['the wasm is something else', '**/pain_map_bg.wasm', 200],
])) {
  browserTest(`where ${what}, the fallback is the control`, { allow: FAILURES }, async ({ page, site }) => {
    await listen(page);
    await page.route(pattern, (route) => (answer ? route.fulfill({ status: answer, contentType: 'application/wasm', body: 'no' }) : route.abort()));
    await openTrial(page, site.url, form('required'), { ready: false });
    await page.locator('pain-map:state(error)').waitFor();
    await page.getByLabel('Where?').fill('my neck, 6');
    // Where the map was seen already, the text is the note of its record.
    const typed = (await entries(page)).map((entry) => (entry.startsWith('{') ? JSON.parse(entry).note : entry));
    assert.deepEqual(typed, ['my neck, 6']);
    assert.equal((await told(page)).length, 1);
    assert.notEqual((await told(page))[0], '');
    assert.equal(await isIn(page, 'ready'), false);
    assert.equal(await page.locator('.surface').count(), 0);
    // It is a control like any other: a reset empties it, a record set by the page is sent with it.
    await page.locator('form').evaluate((element) => /** @type {HTMLFormElement} */ (element).reset());
    assert.deepEqual(await entries(page), ['']);
    await page.locator('pain-map').evaluate((element, text) => { /** @type {any} */ (element).value = text; }, RECORD);
    await page.getByLabel('Where?').fill('and my knee');
    const [only, ...more] = await entries(page);
    assert.deepEqual(more, []);
    assert.deepEqual(JSON.parse(only ?? ''), { ...JSON.parse(RECORD), note: 'and my knee' });
    assert.equal(await ask(page, 'checkValidity'), true, 'nobody is held up by a map that is not there');
  });
}

browserTest('where the policy forbids wasm, the fallback is the control', { allow: FAILURES }, async ({ page, site }) => {
  await listen(page);
  const before = RECORD.replace(/}$/, ',"note":"since May"}');
  await openTrial(page, site.url, form(`value='${before}'`), { ready: false, policy: POLICY.replace(" 'wasm-unsafe-eval'", '') });
  await page.locator('pain-map:state(error)').waitFor();
  assert.deepEqual(await entries(page), [before], 'the record that was there is sent');
  await page.getByLabel('Where?').fill('worse today');
  const [only, ...more] = await entries(page);
  assert.deepEqual(more, []);
  assert.equal(JSON.parse(only ?? '').note, 'since May\nworse today', 'with both notes');
  assert.equal((await told(page)).length, 1);
});

browserTest('a default that is no record leaves the text as it is typed', { allow: FAILURES }, async ({ page, site }) => {
  await page.route('**/pain_map_bg.wasm', (route) => route.abort());
  await openTrial(page, site.url, form('value="no record"'), { ready: false });
  await page.locator('pain-map:state(error)').waitFor();
  await page.getByLabel('Where?').fill('my neck, 6');
  assert.deepEqual(await entries(page), ['my neck, 6']);
  assert.equal(await ask(page, 'map'), null);
});

browserTest('a note that has no room for what was typed keeps the text box', {}, async ({ page, site }) => {
  const [before, typed] = ['b'.repeat(3900), 't'.repeat(200)];
  const release = await hold(page, '**/pain_map_bg.wasm');
  const noted = JSON.stringify({ ...JSON.parse(RECORD), note: before });
  await openTrial(page, site.url, `${form(`value='${noted}'`)}<pain-map id="other"></pain-map>`, { ready: false });
  await page.getByLabel('Where?').fill(typed);
  await page.getByLabel('Where?').blur();
  release();
  // It shares the program with another one, which has had all of it by then.
  await page.locator('#other:state(ready)').waitFor();
  assert.equal(await page.getByLabel('Where?').inputValue(), typed);
  assert.ok(await page.getByLabel('Where?').isEnabled());
  assert.deepEqual((await entries(page)).map((entry) => JSON.parse(entry)), [{ ...JSON.parse(RECORD), note: `${before}\n${typed}` }]);
  await page.getByLabel('Where?').press('End');
  await page.getByLabel('Where?').pressSequentially('!');
  assert.deepEqual((await entries(page)).map((entry) => JSON.parse(entry).note), [`${before}\n${typed}!`]);
});

browserTest('a control of the page’s own between the tags stays out of it', {}, async ({ page, site }) => {
  await makeBreakable(page);
  const release = await hold(page, '**/pain_map_bg.wasm');
  await openTrial(page, site.url, form('', `<label slot="notice"><input type="checkbox" id="read"> I have read it</label><input id="helper" aria-label="Count">${TEXT}`), { ready: false });
  const names = async () => ({
    own: await page.locator('#read, #helper').evaluateAll((controls) => controls.map((control) => control.getAttribute('name'))),
    sent: await page.evaluate(() => [...new FormData(document.forms[0]).keys()]),
  });
  await page.waitForFunction(() => customElements.get('pain-map'));
  await page.getByLabel('Count').fill('7');
  await page.getByLabel('Where?').fill('my neck');
  await page.getByLabel('Where?').blur();
  assert.deepEqual(await names(), { own: [null, null], sent: ['pain'] }, 'before the map comes');
  assert.deepEqual(await entries(page), ['my neck']);
  release();
  await furnished(page);
  assert.deepEqual(await names(), { own: [null, null], sent: ['pain'] }, 'with the map');
  assert.equal(JSON.parse((await entries(page))[0] ?? '').note, 'my neck');
  // The page hears of its own check box; the record has nothing to do with it.
  const before = await ask(page, 'value');
  await page.evaluate(() => {
    const heard = /** @type {string[]} */ ([]);
    Object.assign(window, { heard });
    for (const type of ['input', 'change']) document.addEventListener(type, ({ target }) => heard.push(`${type} of ${/** @type {Element} */ (target).id}`));
  });
  await page.getByLabel('I have read it').click();
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).heard), ['input of read', 'change of read']);
  assert.equal(await page.getByLabel('I have read it').isChecked(), true);
  assert.equal(await ask(page, 'value'), before);
  await breakIt(page);
  await click(page, LANDMARKS.besideL4);
  await page.locator('pain-map:state(error)').waitFor();
  assert.deepEqual(await names(), { own: [null, null], sent: ['pain'] }, 'where the map has failed');
});

browserTest('where the class itself does not come, the form is an ordinary one', { allow: FAILURES }, async ({ page, site }) => {
  await page.route('**/pain-map.js', (route) => route.abort());
  await openTrial(page, site.url, form(), { ready: false });
  await page.getByLabel('Where?').fill('my neck');
  assert.deepEqual(await entries(page), ['my neck']);
});

browserTest('without a control between the tags one entry says that nothing was shown', { allow: FAILURES }, async ({ page, site }) => {
  await page.route('**/pain_map_bg.wasm', (route) => route.abort());
  await openTrial(page, site.url, form('', ''), { ready: false });
  await page.locator('pain-map:state(error)').waitFor({ state: 'attached' });
  assert.deepEqual(await entries(page), ['{"format":"painmap/1","marks":[]}']);
  await setAttributes(page, { disabled: '' });
  assert.deepEqual(await entries(page), []);
});

browserTest('what was tapped before the rest failed is sent', { allow: FAILURES }, async ({ page, site }) => {
  await listen(page);
  /** @type {() => void} */
  let fail = () => {};
  /** @type {Promise<void>} */
  const failing = new Promise((resolve) => { fail = resolve; });
  await page.route('**/parts/asking.wasm', async (route) => {
    await failing;
    await route.abort();
  });
  await openTrial(page, site.url, form('required'), { ready: false });
  await page.locator('svg.canvas').waitFor();
  await click(page, LANDMARKS.besideL4);
  assert.equal(JSON.parse((await entries(page))[0] ?? '').marks.length, 1);
  fail();
  await page.locator('pain-map:state(error)').waitFor();
  await page.getByLabel('Where?').fill('since May');
  const sent = (await entries(page)).map((entry) => JSON.parse(entry));
  assert.deepEqual(sent.map(({ marks, note }) => [marks.length, note]), [[1, 'since May']]);
  assert.equal((await told(page)).length, 1);
});

browserTest('a program that breaks later costs nothing that was entered', {}, async ({ page, site }) => {
  await listen(page);
  await makeBreakable(page);
  await openDemo(page, site.url);
  await furnished(page);
  await click(page, LANDMARKS.besideL4);
  await page.getByRole('group', { name: 'How strong is it now?' }).getByRole('radio', { name: '7', exact: true }).check();
  const before = JSON.parse(await ask(page, 'value'));
  assert.equal(before.marks[0].intensity, 7);
  await breakIt(page);
  await click(page, onTheRight(LANDMARKS.besideL4));
  await page.locator('pain-map:state(error)').waitFor();
  assert.deepEqual(await told(page), ['unreachable']);
  assert.ok(await page.getByText('The body map could not be shown. You can still describe the pain below.').isVisible(), 'so is the person');
  assert.deepEqual(JSON.parse(await ask(page, 'value')), before);
  assert.deepEqual((await entries(page)).map((entry) => JSON.parse(entry)), [before]);
  assert.equal(await page.locator('.surface').count(), 0);
  // Nothing that the page may call then throws, or tells of the same once more.
  for (const member of ['undo', 'redo', 'toText', 'checkValidity', 'reportValidity']) await ask(page, member);
  await setAttributes(page, { figure: 'feminine', views: 'anterior', lang: 'fr', mode: 'clinician', readonly: '' });
  await setAttributes(page, { readonly: null, mode: null, lang: null });
  assert.deepEqual(await told(page), ['unreachable']);
  await page.getByLabel(/describe where it hurts/).fill('the right side as well');
  const all = { ...before, note: 'the right side as well' };
  assert.deepEqual((await entries(page)).map((entry) => JSON.parse(entry)), [all]);
  await send(page);
  const sent = /** @type {any} */ (await site.last());
  assert.deepEqual([sent.marks[0].intensity, sent.note], [7, 'the right side as well']);
});

browserTest('a program that breaks under the page’s own call keeps the record, and takes the new one', {}, async ({ page, site }) => {
  await listen(page);
  await makeBreakable(page);
  await openTrial(page, site.url, form());
  await click(page, LANDMARKS.besideL4);
  await page.getByRole('button', { name: 'Done' }).click();
  const before = await ask(page, 'value');
  await breakIt(page);
  await ask(page, 'undo');
  assert.equal(await ask(page, 'value'), before);
  assert.deepEqual(await entries(page), [before]);
  await page.locator('pain-map').evaluate((element, text) => { /** @type {any} */ (element).value = text; }, RECORD);
  assert.deepEqual(await entries(page), [RECORD]);
  await ask(page, 'clear');
  assert.deepEqual(await entries(page), [''], 'the text box is the control');
  assert.deepEqual(await told(page), ['unreachable']);
});

browserTest('a broken element that is moved or copied stays a control', {}, async ({ page, site }) => {
  await makeBreakable(page);
  await openTrial(page, site.url, `${form()}<div id="elsewhere"></div>`);
  await click(page, LANDMARKS.besideL4);
  await breakIt(page);
  await page.locator('pain-map').evaluate((element, text) => {
    /** @type {any} */ (element).value = text;
    // In one go, as a framework does it.
    document.querySelector('#elsewhere')?.append(element);
    document.forms[0]?.append(element);
  }, RECORD);
  await page.locator('pain-map:state(error)').waitFor();
  assert.deepEqual(await entries(page), [RECORD], 'what the page has set is not lost by the break');
});
