// A whole story tapped into the demo and sent: the record that the tests in tests/conformance take through every export.

import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';

import { browserTest, TABLET } from './harness.js';
import { brushReady, check, LANDMARKS, onTheRight, openDemo, record, send, settled, tap } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./widget.js').Place} Place */

const KEPT = new URL('../golden/tapped/record.json', import.meta.url);
/** What stands in the kept record in place of the moment of the last tap. */
const MOMENT = '2026-11-22T09:30:00Z';

/** Another machine's letters shift the drawing by a part of a pixel, and a tap on it by a few body units. */
const NEAR = 20;

/**
 * What a record says, and where: of an area its corners.
 * @param {any} map
 * @returns {{ said: unknown, points: number[][] }}
 */
function parted(map) {
  /** @type {number[][]} */
  const points = [];
  for (const mark of map.marks) {
    for (const radiation of mark.radiation ?? []) points.push(...radiation.path.splice(0));
    if (mark.at) points.push(mark.at.splice(0));
    if (mark.outline) {
      const across = mark.outline.map((/** @type {number[]} */ [x]) => x);
      const down = mark.outline.splice(0).map((/** @type {number[]} */ [, y]) => y);
      points.push([Math.min(...across), Math.min(...down)], [Math.max(...across), Math.max(...down)]);
    }
  }
  return { said: map, points };
}

/** A hand that taps controls by their words and places of the body. @param {Page} page */
function hand(page) {
  const on = async (/** @type {import('playwright-core').Locator} */ control) => {
    await control.first().tap();
    await settled(page);
  };
  return {
    on,
    /** @param {string} name */
    press: (name) => on(page.getByRole('button', { name, exact: true }).and(page.locator(':visible')).first()),
    /** @param {string | RegExp} question @param {...string} answers */
    async answer(question, ...answers) {
      const group = page.getByRole('group', { name: question });
      for (const name of answers) await on(group.locator('label', { has: page.getByText(name, { exact: true }) }));
    },
    /** @param {string} view @param {...Place} places */
    async places(view, ...places) {
      for (const place of places) {
        await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
        await tap(page, place, view);
        await settled(page);
      }
    },
  };
}

/** Tells the whole story. @param {Page} page */
async function tellAll(page) {
  const { on, press, answer, places } = hand(page);
  await places('posterior', onTheRight(LANDMARKS.inferiorAngleOfScapula));
  await answer('How strong is it now?', '7');
  await answer('How strong was it at its worst', '9');
  await press('Show where it spreads');
  await places('posterior', { x: -400, y: 1500 });
  await answer('What does it feel like?', 'aching', 'burning');
  await answer('When does it hurt?', 'when pressed', 'by itself');
  await answer('How deep is it?', 'deep inside');
  await answer('How big is it?', 'a coin');
  await answer('Is it always there?', 'it comes and goes');
  await page.locator('.since select').first().selectOption('2025');
  await page.locator('.since select').last().selectOption('03');
  await page.locator('.panel .note textarea').fill('=worse after desk work; “still” <b>there</b> at night, déjà vu');
  await press('Done');

  await places('posterior', LANDMARKS.besideL4);
  await answer('How strong is it now?', '4');
  await answer('What does it feel like?', 'dull');
  await press('Done');

  await press('Paint an area');
  await brushReady(page);
  await places('posterior', { x: 400, y: 2400 }, { x: 400, y: 2550 }, { x: 450, y: 2700 });
  await answer('How strong is it now?', '5');
  await press('Done');
  await press('Mark a spot');

  await press('Front');
  await page.locator('.surface[aria-busy=false]').waitFor();
  await places('anterior', { x: -590, y: 1755 });
  await answer('How strong is it now?', '0');
  await press('Done');
  await press('Back');

  await answer('The pain keeps me awake', 'Yes');
  await answer('The pain is getting worse', 'Prefer not to say');
  await answer('What makes it worse?', 'Poor posture', 'Sitting or lying much of the day');
  await page.locator('[data-remedy=ice]').selectOption({ label: 'It did not help' });
  await page.locator('[data-remedy=ice-then-heat]').selectOption({ label: 'I tried it' });
  await answer('Who has treated it?', 'None of these');
  await answer('How was it treated?', 'Massage', 'Exercises');
  await on(page.getByLabel('Your name'));
}

browserTest('tapping the story again gives the kept record', { viewport: TABLET, touch: true }, async ({ page, site }) => {
  await openDemo(page, site.url);
  await page.locator('.panel').first().waitFor({ state: 'attached' });
  await page.locator('.history').first().waitFor({ state: 'attached' });
  await tellAll(page);
  const value = String(await page.locator('pain-map').evaluate((widget) => /** @type {any} */ (widget).value));
  const map = await record(page);
  assert.match(map.recorded, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/);
  const { status, said } = await check(value);
  assert.equal(status, 0, said);
  await send(page);
  assert.deepEqual(await site.last(), map, 'the server got the same');

  const text = `${value.replace(JSON.stringify(map.recorded), JSON.stringify(MOMENT))}\n`;
  if (process.env.UPDATE === '1') await writeFile(KEPT, text);
  const [tapped, kept] = [parted(JSON.parse(text)), parted(JSON.parse(await readFile(KEPT, 'utf8')))];
  assert.deepEqual(tapped.said, kept.said, 'run the test with UPDATE=1 if that is meant');
  assert.equal(tapped.points.length, kept.points.length);
  for (const [index, [x = 0, y = 0]] of tapped.points.entries()) {
    const [wantedX = 0, wantedY = 0] = kept.points[index] ?? [];
    assert.ok(Math.hypot(x - wantedX, y - wantedY) <= NEAR, `${x}, ${y} is not near ${wantedX}, ${wantedY}`);
  }
});
