// The map by keyboard: one tab stop, arrows that go by where regions lie, keys for all that a tap does, and a sheet that
// lists them.

import assert from 'node:assert/strict';

import { button, focused, isOnMap, rateByKeys, tabTo, tabToMap, walk } from './hands.js';
import { browserTest, PHONE } from './harness.js';
import { ask, brushReady, check, openDemo, openTrial, record, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const TRIAL = `<form><button type="button">before</button><pain-map name="pain" views="posterior anterior left right"
  ask="intensity spread note"></pain-map><button type="button">after</button></form>`;

/** A record with two marks. */
const TWO = JSON.stringify({
  format: 'painmap/1', marks: [
    { id: 'm1', kind: 'spot', view: 'posterior', at: [-600, 1790], intensity: 7 },
    { id: 'm2', kind: 'spot', view: 'posterior', at: [250, 3956] },
  ],
});

/** @param {Page} page @param {...string} keys */
async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
  await settled(page);
}

browserTest('the map is one tab stop, and Tab leads out of it', {}, async ({ page, site }) => {
  await openTrial(page, site.url, TRIAL);
  await ask(page, 'setAttribute', 'value', TWO);
  await settled(page);
  assert.equal(await page.locator('.surface :is(a, button, input, [tabindex])').count(), 0, 'nothing in the map has a stop of its own');
  for (const [key, other] of [['Tab', 'Shift+Tab'], ['Shift+Tab', 'Tab']]) {
    await page.locator('.surface').focus();
    await press(page, String(key));
    assert.equal(await isOnMap(page), false, `${key} leads out`);
    await press(page, String(other));
    assert.equal(await isOnMap(page), true, `${other} leads back`);
  }
  await page.getByRole('button', { name: 'after' }).focus();
  let stops = 0;
  for (let step = 0; step < 60 && (await focused(page)) !== 'before'; step += 1) {
    await page.keyboard.press('Shift+Tab');
    stops += Number(await isOnMap(page));
  }
  assert.equal(await focused(page), 'before', 'Shift and Tab lead through all of it');
  assert.equal(stops, 1);
});

browserTest('arrow keys reach every region, each by where it lies', {}, async ({ page, site }) => {
  await openTrial(page, site.url, TRIAL);
  for (const view of ['Back', 'Front', 'Left side']) {
    await button(page, view).click();
    await page.locator('.surface[aria-busy="false"]').waitFor();
    await settled(page);
    /** From each region one step each way: keys go to the map as the browser sends them, only faster. */
    const { names, ways } = await page.locator('.surface').evaluate((surface) => {
      const root = /** @type {ShadowRoot} */ (surface.getRootNode());
      const widget = /** @type {any} */ (root.host);
      const key = (/** @type {string} */ name) => surface.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true }));
      const cursor = () => {
        const [x, y] = String(surface.querySelector('.cursor')?.getAttribute('transform')).match(/-?\d+/g) ?? [];
        return { id: surface.getAttribute('aria-activedescendant') ?? '', x: Number(x), y: Number(y) };
      };
      const places = [...surface.querySelectorAll('.place')];
      /** @type {[string, string, string, number, number][]} */
      const found = [];
      for (let index = 0; index < places.length; index += 1) {
        /** @type {HTMLSelectElement} */ (root.querySelector('.list .naming select')).value = String(index);
        /** @type {HTMLElement} */ (root.querySelector('.list .naming button')).click();
        for (const name of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) {
          key('n');
          const from = cursor();
          key(name);
          const to = cursor();
          found.push([name, from.id, to.id, to.x - from.x, to.y - from.y]);
        }
        widget.clear();
      }
      return { names: places.map(({ id }) => id), ways: found };
    });
    assert.ok(names.length > 20, `${view} has ${names.length} places`);
    assert.equal(ways.length, 4 * names.length);
    for (const [key, from, to, x, y] of ways) {
      if (from === to) continue;
      const along = { ArrowLeft: -x, ArrowRight: x, ArrowUp: -y, ArrowDown: y }[key] ?? 0;
      assert.ok(along > 0, `${view}: ${key} goes from ${from} to ${to} by ${x}, ${y}`);
    }
    const reached = new Set([names[0]]);
    for (const from of reached) for (const [, one, other] of ways) if (one === from) reached.add(other);
    assert.deepEqual(names.filter((name) => !reached.has(name)), [], `${view}: every place is reached from the first`);
  }
});

/** What each listed key does, as something to be seen of it; how it begins. */
const DOES = /** @type {const} */ ({
  'Arrow keys': ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft'],
  'Shift Arrow keys': ['Shift+ArrowDown', 'Shift+ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowLeft'],
  Enter: ['Enter', 'Space'],
  'N P': ['n', 'p'],
  Q: ['q'],
  S: ['s'],
  M: ['m'],
  Delete: ['Delete', 'Backspace'],
  'Ctrl Z Ctrl Y': ['Control+z', 'Control+y', 'Control+Shift+z'],
  '+ −': ['+', '=', '-'],
  0: ['0'],
  Escape: ['Escape'],
  '?': ['?'],
});

browserTest('the help sheet lists exactly the keys', {}, async ({ page, site }) => {
  await openTrial(page, site.url, TRIAL);
  await page.locator('.surface').focus();
  await press(page, '?');
  const sheet = page.getByRole('dialog', { name: 'Keys and gestures' });
  await sheet.waitFor();
  const listed = await sheet.locator('dt').evaluateAll((terms) => terms.map((term) => [...term.children].map((key) => key.textContent).join(' ')));
  assert.deepEqual(listed.toSorted(), Object.keys(DOES).toSorted());
  await press(page, 'Escape');
  assert.equal(await sheet.isVisible(), false, 'Escape puts it away');
  assert.ok(await isOnMap(page), 'and the map has the focus again');

  // The focus goes to the questions or to the sheet by these; all others do at once what they do.
  for (const [key, there] of /** @type {const} */ ([['q', '7'], ['?', 'Close']])) {
    await page.locator('pain-map').evaluate((element, text) => { /** @type {any} */ (element).value = text; }, TWO);
    await page.locator('.surface').focus();
    await press(page, 'n', key);
    await page.waitForFunction((words) => {
      const inside = document.activeElement?.shadowRoot?.activeElement;
      return (inside?.parentElement?.textContent ?? '').includes(words) && !inside?.matches('.surface');
    }, there);
    if (key === '?') await press(page, 'Escape');
  }
  const others = [...'abcdefghijklortuvwxyz123456789.,;/', 'Home', 'End', 'Insert', 'F2', 'Control+a', 'Alt+s'];
  const sent = Object.values(DOES).flat().filter((key) => key !== 'q' && key !== '?');
  const did = await page.locator('.surface').evaluate((surface, [keys, text]) => {
    const widget = /** @type {any} */ (/** @type {ShadowRoot} */ (surface.getRootNode()).host);
    const send = (/** @type {string} */ name) => {
      const key = name.split(/\+(?=.)/).at(-1);
      const [ctrlKey, shiftKey, altKey] = ['Control+', 'Shift+', 'Alt+'].map((modifier) => name.includes(modifier));
      surface.dispatchEvent(new KeyboardEvent('keydown', { key: key === 'Space' ? ' ' : key, ctrlKey, shiftKey, altKey, bubbles: true, composed: true, cancelable: true }));
    };
    /** What can be told apart of the widget, the moment aside. */
    const state = () => JSON.stringify([{ ...JSON.parse(widget.value), recorded: '' }, surface.getAttribute('data-mode'),
      surface.querySelector('.cursor')?.getAttribute('transform'), surface.querySelector('.canvas')?.getAttribute('viewBox'),
      surface.querySelector('.mark[data-selected]')?.getAttribute('data-mark')]);
    /** @type {string[]} */
    const found = [];
    for (const name of keys) {
      // Two marks, the first selected, the drawing enlarged, steps to undo and to redo.
      widget.value = text;
      for (const key of ['0', 'n', 's', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter', '+', '+', 'Delete', 'Control+z']) send(key);
      const before = state();
      send(name);
      if (state() !== before) found.push(name);
    }
    return found;
  }, /** @type {[string[], string]} */ ([[...sent, ...others], TWO]));
  assert.deepEqual(did, sent, 'every listed key does something, and no other');
});

browserTest('the keys do what they say', {}, async ({ page, site }) => {
  await openTrial(page, site.url, TRIAL);
  const marks = async () => (await record(page)).marks;
  await tabToMap(page);
  await press(page, 'Enter');
  const [{ at }] = await marks();
  await press(page, 'ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight', 'Enter');
  const beside = (await marks())[1].at;
  await press(page, 'Shift+ArrowLeft', 'Enter');
  assert.deepEqual((await marks())[2].at, [beside[0] + 50, beside[1]], 'a small step is 50 body units, to the viewer’s left from behind');
  assert.notDeepEqual(at, beside);

  await press(page, 's');
  assert.equal(await page.getByRole('status').textContent(), 'Tap where it spreads to.');
  await press(page, 'ArrowDown', 'Enter');
  assert.equal((await marks())[2].radiation.length, 1);
  await press(page, 'm', 'ArrowDown', 'Enter');
  assert.notDeepEqual((await marks())[2].at, [beside[0] + 50, beside[1]], 'M moves');
  await press(page, 's', 'Escape', 'ArrowDown', 'Enter');
  assert.equal((await marks()).length, 4, 'Escape ends the waiting: Enter marks again');

  await press(page, 'n');
  assert.match(String(await page.getByRole('status').textContent()), /\.$/);
  const selected = () => page.locator('.mark[data-selected]').getAttribute('data-mark');
  const ids = (await marks()).map((/** @type {any} */ { id }) => id);
  assert.equal(await selected(), ids[0], 'after the last mark comes the first');
  await press(page, 'p');
  assert.equal(await selected(), ids[3]);
  await press(page, 'Delete');
  assert.equal((await marks()).length, 3);
  await press(page, 'Control+z');
  assert.equal((await marks()).length, 4);
  await press(page, 'Control+y');
  assert.equal((await marks()).length, 3);

  await press(page, 'n', 'q');
  assert.equal(await focused(page), '0', 'Q goes to the questions');
  await rateByKeys(page, 6);
  assert.equal((await marks())[0].intensity, 6);
  await press(page, 'Escape');
  assert.ok(await isOnMap(page), 'Escape goes back to the map');
  assert.equal(await page.locator('.mark[data-selected]').count(), 0);

  // A key that is held marks one place; letters in a text are letters.
  const count = (await marks()).length;
  await press(page, 'ArrowDown', 'ArrowDown');
  await page.keyboard.down('Enter');
  await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  assert.equal((await marks()).length, count + 1);
  await tabTo(page, 'Anything to add?');
  await page.keyboard.type('smnpq 0?+-');
  await page.keyboard.press('Backspace');
  assert.equal((await marks()).at(-1).note, 'smnpq 0?+');
  assert.equal((await marks()).length, count + 1);
});

browserTest('Enter on a mark selects it, and letters go by their place where they are no Latin ones', {}, async ({ page, site }) => {
  await openTrial(page, site.url, TRIAL, { lang: 'ar' });
  const selected = () => page.locator('.mark[data-selected]').getAttribute('data-mark', { timeout: 2000 });
  await tabToMap(page);
  await press(page, 'Enter');
  const first = await selected();
  await press(page, 'Escape', 'Enter');
  assert.equal((await record(page)).marks.length, 1, 'no other mark is added');
  assert.equal(await selected(), first);
  await press(page, 'Escape', 'ArrowDown', 'ArrowDown', 'Enter');
  const second = await selected();
  assert.notEqual(second, first);
  for (const [key, code, mark] of [['ى', 'KeyN', first], ['ح', 'KeyP', second]]) {
    await page.locator('.surface').dispatchEvent('keydown', { key, code, bubbles: true, composed: true, cancelable: true });
    assert.equal(await selected(), mark, `${code} walks`);
  }
});

browserTest('what goes away leaves the focus in the widget', { viewport: PHONE }, async ({ page, site }) => {
  await openTrial(page, site.url, TRIAL);
  await page.locator('.surface').press('Enter');
  await button(page, 'More questions').focus();
  for (const other of ['Previous', 'More questions']) {
    await press(page, 'Enter');
    assert.equal(await focused(page), other, 'at the end of the questions');
  }
  await press(page, 'Escape');
  for (const name of ['Zoom in', 'Show all']) {
    await button(page, name).press('Enter');
    await settled(page);
  }
  assert.ok(await isOnMap(page), 'when all is shown');
  await button(page, 'Paint an area').press('Enter');
  await button(page, 'Erase from the area').focus();
  await press(page, 'Enter');
  assert.equal(await focused(page), 'Erase from the area', 'the eraser is chosen');
  await press(page, 'Enter');
  assert.ok(await isOnMap(page), 'when the eraser is put away');
});

browserTest('a patient’s whole story by keyboard alone', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  const keys = page.keyboard;
  await tabTo(page, 'Your name');
  await keys.type('Sam Doe');
  await tabTo(page, 'Shoulders');
  await keys.press('Enter');
  await tabToMap(page);
  await walk(page, 'ArrowDown', /^upper back beside the spine/);
  await press(page, 'Shift+ArrowDown', 'Enter');
  await rateByKeys(page, 7);
  await tabTo(page, 'aching');
  await keys.press('Space');
  await tabTo(page, 'Year');
  await keys.type('2020');
  await tabToMap(page, 'Shift+Tab');
  await press(page, 's', 'ArrowUp', 'ArrowUp', 'Enter');
  // An area, painted and erased from by Enter.
  await tabTo(page, 'Paint an area');
  await press(page, 'Enter');
  await tabToMap(page, 'Shift+Tab');
  await press(page, 'Escape');
  await tabTo(page, 'Paint an area');
  await press(page, 'Enter');
  await brushReady(page);
  await tabToMap(page, 'Shift+Tab');
  await press(page, 'ArrowDown', 'Enter', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Enter');
  const { marks } = await record(page);
  assert.deepEqual(marks.map((/** @type {any} */ mark) => mark.kind), ['spot', 'area']);
  assert.deepEqual([marks[0].intensity, marks[0].qualities, marks[0].since, marks[0].radiation.length], [7, ['aching'], '2020', 1]);
  await tabTo(page, 'Poor posture');
  await keys.press('Space');
  await tabTo(page, 'Send to the clinic');
  await Promise.all([page.waitForURL('**/submit'), keys.press('Enter')]);
  const arrived = /** @type {any} */ (await site.last());
  assert.deepEqual(arrived.history.aggravators, ['posture']);
  const { status, said } = await check(JSON.stringify(arrived));
  assert.equal(status, 0, said);
});
