// The element as a form control: one entry, refusals that keep the value, fallback, gestures.

import assert from 'node:assert/strict';

import { button, Finger } from './hands.js';
import { browserTest, PHONE } from './harness.js';
import { click, LANDMARKS, onScreen, onTheRight, openDemo, record, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const RECORD = {
  format: 'painmap/1',
  marks: [{ id: 'm1', kind: 'spot', view: 'posterior', at: [-600, 1790], intensity: 7 }],
};

/** The form's entries of the widget's name. @param {Page} page @returns {Promise<string[]>} */
const entries = (page) =>
  page.evaluate(() => new FormData(/** @type {HTMLFormElement} */ (document.querySelector('form'))).getAll('pain').map(String));

/** Sets the element's value and tells what it said. @param {Page} page @param {string} value */
const setValue = (page, value) =>
  page.locator('pain-map').evaluate((element, text) => {
    /** @type {any[]} */
    const said = [];
    const listen = (/** @type {Event} */ event) => said.push([event.type, /** @type {any} */ (event).detail]);
    for (const type of ['pain-map-error', 'input', 'change']) element.addEventListener(type, listen);
    /** @type {any} */ (element).value = text;
    for (const type of ['pain-map-error', 'input', 'change']) element.removeEventListener(type, listen);
    return said;
  }, value);

browserTest('the form has exactly one entry in every state', {}, async ({ page, site }) => {
  await page.route('**/pain_map_bg.wasm', async (route) => {
    await page.evaluate(() => /** @type {any} */ (window).released);
    await route.continue();
  });
  await page.addInitScript(() => {
    Object.assign(window, {
      released: new Promise((resolve) => {
        Object.assign(window, { release: resolve });
      }),
    });
    // However the program is compiled, it can interrupt somebody only from then on.
    for (const way of /** @type {const} */ (['instantiate', 'instantiateStreaming'])) {
      const plain = /** @type {(...given: any[]) => Promise<any>} */ (WebAssembly[way]);
      Object.assign(WebAssembly, {
        [way]: (/** @type {any[]} */ ...given) => {
          const made = plain(...given);
          made.then(() => Object.assign(window, { isStarted: true }));
          return made;
        },
      });
    }
  });
  await page.goto(site.url);
  const fallback = page.getByLabel(/describe where it hurts/);
  await fallback.fill('between the shoulders');
  assert.deepEqual(await entries(page), ['between the shoulders'], 'before the widget is ready');

  await page.evaluate(() => /** @type {any} */ (window).release());
  await page.waitForFunction(() => /** @type {any} */ (window).isStarted
    && performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/locales/en.js')));
  await settled(page);
  await fallback.pressSequentially(', mostly left');
  assert.deepEqual(await entries(page), ['between the shoulders, mostly left'], 'nobody is interrupted while typing');
  await fallback.blur();
  await page.locator('pain-map:state(ready)').waitFor();
  const [only, ...more] = await entries(page);
  assert.deepEqual(more, []);
  assert.equal(JSON.parse(only ?? '').note, 'between the shoulders, mostly left', 'what was typed becomes the note');

  await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
  await click(page, LANDMARKS.besideL4);
  assert.equal((await entries(page)).length, 1, 'with a mark');
  await page.getByRole('checkbox', { name: 'No pain today' }).click();
  assert.equal(JSON.parse((await entries(page))[0] ?? '').noPain, true);
  assert.equal((await entries(page)).length, 1, 'with no pain');
});

browserTest('a bad value is refused by place and reason, and the old one stays', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await setValue(page, JSON.stringify(RECORD));
  const before = await record(page);
  const spot = (/** @type {object} */ change) => JSON.stringify({ ...RECORD, marks: [{ ...RECORD.marks[0], ...change }] });
  /** @type {[string, string, RegExp][]} */
  const bad = [
    ['no record', '', /not JSON/],
    ['{"format":"painmap/1","marks":[', '', /ends before/],
    [spot({ intensity: 11 }), '/marks/0/intensity', /from 0 to 10/],
    [spot({ intensity: 6.5 }), '/marks/0/intensity', /whole number/],
    [JSON.stringify(RECORD).replace('-600', '1e999'), '/marks/0/at/0', /whole number/],
    [spot({ at: [90000, 100] }), '/marks/0/at', /outside the view/],
    [spot({ view: 'sideways' }), '/marks/0/view', /one of posterior/],
    ['['.repeat(600_000) + ']'.repeat(600_000), '', /larger than|nested/],
    ['['.repeat(400_000) + ']'.repeat(400_000), '', /nested|larger/],
    [JSON.stringify({ ...RECORD, marks: [RECORD.marks[0], RECORD.marks[0]] }), '/marks/1/id', /another mark/],
    ['{"format":"painmap/1","format":"painmap/1"}', '/format', /twice/],
    [JSON.stringify({ ...RECORD, noPain: true }), '/noPain', /beside marks/],
    [spot({ findings: { tautBand: true } }), '/marks/0/findings', /patient/],
  ];
  for (const [text, pointer, reason] of bad) {
    const said = await setValue(page, text);
    assert.equal(said.length, 1, text.slice(0, 60));
    const [type, detail] = said[0];
    assert.equal(type, 'pain-map-error');
    // Where depth is what is wrong the place is as deep as that.
    if (pointer || !/nested/.test(detail.message)) assert.equal(detail.pointer, pointer);
    assert.match(detail.message, reason);
    assert.deepEqual(await record(page), before);
    assert.equal(JSON.parse((await entries(page))[0] ?? '').marks.length, 1);
  }
  // A note with markup is a text like any other.
  await setValue(page, spot({ note: '<script>alert(1)</script><img src=x onerror=alert(2)>' }));
  await page.locator('.list li span').filter({ hasText: '<script>alert' }).waitFor();
  assert.equal(await page.locator('pain-map script, pain-map img').count(), 0);
});

browserTest('changes by the page’s script fire nothing', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  assert.deepEqual(await setValue(page, JSON.stringify(RECORD)), []);
});

browserTest('required is met by a mark or by no pain', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  const valid = () => page.locator('pain-map').evaluate((element) => /** @type {any} */ (element).checkValidity());
  assert.equal(await valid(), false);
  await page.getByRole('checkbox', { name: 'No pain today' }).click();
  assert.equal(await valid(), true);
  await page.getByRole('checkbox', { name: 'No pain today' }).click();
  assert.equal(await valid(), false);
  await click(page, LANDMARKS.besideL4);
  assert.equal(await valid(), true);
});

browserTest('reset, disabled, moved and removed', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await click(page, LANDMARKS.besideL4);
  await page.evaluate(() => document.querySelector('form')?.reset());
  assert.equal((await record(page)).marks.length, 0);

  await click(page, LANDMARKS.besideL4);
  await page.locator('pain-map').evaluate((element) => element.toggleAttribute('disabled', true));
  assert.deepEqual(await entries(page), []);
  await page.locator('pain-map').evaluate((element) => element.toggleAttribute('disabled', false));
  assert.equal((await entries(page)).length, 1);

  await page.evaluate(() => {
    const widget = document.querySelector('pain-map');
    if (widget) document.querySelector('form')?.append(widget);
  });
  assert.equal((await record(page)).marks.length, 1, 'a move keeps the record');
  const kept = await page.evaluate(async () => {
    const widget = /** @type {any} */ (document.querySelector('pain-map'));
    widget.remove();
    await Promise.resolve();
    await Promise.resolve();
    return JSON.parse(widget.value).marks.length;
  });
  assert.equal(kept, 1, 'removal keeps the record');
});

browserTest('undo and redo, delete and clear', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await click(page, LANDMARKS.besideL4);
  await click(page, onTheRight(LANDMARKS.besideL4));
  const count = async () => (await record(page)).marks.length;
  await page.getByRole('button', { name: 'Undo' }).click();
  assert.equal(await count(), 1);
  await page.getByRole('button', { name: 'Redo' }).click();
  assert.equal(await count(), 2);
  await page.getByRole('button', { name: 'Delete this mark' }).click();
  assert.equal(await count(), 1);
  await page.getByRole('button', { name: 'Clear all' }).click();
  assert.equal(await count(), 0);
  await page.locator('.surface').focus();
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('Control+z');
  assert.equal(await count(), 2);
});

browserTest('a mark follows the pointer; a cancelled or second pointer leaves nothing', { touch: true, viewport: PHONE }, async ({ page, site }) => {
  await openDemo(page, site.url);
  const finger = new Finger(page);
  await finger.at(LANDMARKS.besideL4);
  await finger.on(button(page, 'Done'));
  await page.locator('.panel').waitFor({ state: 'hidden' });
  const from = await onScreen(page, LANDMARKS.besideL4);
  const to = await onScreen(page, { x: 300, y: 3000 });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  await settled(page);
  const [{ at }] = (await record(page)).marks;
  assert.ok(Math.abs(at[0] - 300) < 40 && Math.abs(at[1] - 3000) < 40, `moved to ${at}`);

  const before = await record(page);
  await page.locator('.surface').evaluate((surface, { x, y }) => {
    const send = (/** @type {string} */ type, /** @type {PointerEventInit} */ more) =>
      surface.querySelector('.canvas')?.dispatchEvent(
        new PointerEvent(type, { bubbles: true, composed: true, pointerId: 7, isPrimary: true, clientX: x, clientY: y, ...more }),
      );
    send('pointerdown', { pointerId: 9 });
    send('pointercancel', { pointerId: 9 });
    send('pointerup', { pointerId: 9 });
    send('pointerdown', {});
    send('pointerdown', { pointerId: 8, isPrimary: false });
    send('pointerup', { pointerId: 8, isPrimary: false });
    send('pointerup', {});
  }, to);
  assert.deepEqual(await record(page), before);
  // The same presses without a cancel do mark.
  await page.locator('.surface').evaluate((surface, { x, y }) => {
    for (const type of ['pointerdown', 'pointerup']) {
      surface.querySelector('.canvas')?.dispatchEvent(
        new PointerEvent(type, { bubbles: true, composed: true, pointerId: 7, isPrimary: true, clientX: x + 40, clientY: y }),
      );
    }
  }, to);
  assert.equal((await record(page)).marks.length, 2);
});

browserTest('where the wasm cannot load, the fallback is the control', { allow: [/Failed to load resource/, /pain_map/] }, async ({ page, site }) => {
  await page.route('**/pain_map_bg.wasm', (route) => route.abort());
  await page.goto(site.url);
  await page.locator('pain-map:state(error)').waitFor();
  await page.getByLabel(/describe where it hurts/).fill('my neck, 6');
  assert.deepEqual(await entries(page), ['my neck, 6']);
});

browserTest('readonly shows the record and takes no change', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await click(page, LANDMARKS.besideL4);
  await page.locator('pain-map').evaluate((element) => element.toggleAttribute('readonly', true));
  const before = await record(page);
  await click(page, onTheRight(LANDMARKS.besideL4));
  await page.locator('.surface').focus();
  for (const key of ['Enter', 'Delete', 'Control+z']) await page.keyboard.press(key);
  assert.deepEqual(await record(page), before);
  assert.equal((await entries(page)).length, 1);
  assert.equal(await page.getByRole('button', { name: 'Undo' }).count(), 0);
});

browserTest('a double click adds one mark, and the drawing stays where it is', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  const before = await page.locator('svg.canvas').boundingBox();
  const { x, y } = await onScreen(page, { x: 300, y: 2700 });
  await page.mouse.dblclick(x, y);
  assert.equal((await record(page)).marks.length, 1);
  assert.deepEqual(await page.locator('svg.canvas').boundingBox(), before);
});

browserTest('an answer can be taken back by choosing it again', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await click(page, LANDMARKS.besideL4);
  const seven = page.getByRole('group', { name: 'How strong is it now?' }).getByRole('radio', { name: '7', exact: true });
  await seven.click();
  assert.equal((await record(page)).marks[0].intensity, 7);
  await seven.click();
  assert.equal((await record(page)).marks[0].intensity, undefined);
  assert.equal(await seven.isChecked(), false);
});

browserTest('a page that reads the value while the focus leaves does no harm', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await click(page, LANDMARKS.besideL4);
  await page.getByRole('button', { name: 'Show where it spreads' }).click();
  await click(page, { x: 400, y: 4700 });
  await page.locator('pain-map').evaluate((element) => {
    element.addEventListener('focusout', () => {
      void (/** @type {any} */ (element).value);
      /** @type {any} */ (element).checkValidity();
    });
  });
  await page.getByRole('button', { name: /^Remove/ }).click();
  assert.equal((await record(page)).marks[0].radiation, undefined);
  assert.equal(await page.locator('pain-map:state(ready)').count(), 1);
});

browserTest('a bad value before the widget is ready leaves the good one', {}, async ({ page, site }) => {
  await page.addInitScript((text) => {
    document.addEventListener('DOMContentLoaded', () => {
      const widget = /** @type {any} */ (document.querySelector('pain-map'));
      widget.value = text;
      widget.value = 'garbage';
      widget.value = text.replace('"intensity":7', '"intensity":11');
    });
  }, JSON.stringify(RECORD));
  await page.goto(site.url);
  await page.locator('pain-map:state(ready)').waitFor();
  assert.equal((await record(page)).marks[0].intensity, 7);
});
