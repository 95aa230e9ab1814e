// Painting an area: a brush in three sizes, an eraser, and single taps that do the same.

import assert from 'node:assert/strict';

import { button, Finger, scrolls, stroke } from './hands.js';
import { browserTest, PHONE } from './harness.js';
import { brushReady, check, click, hold, LANDMARKS, openDemo, record, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

// With all of the tools in sight.
const TELEPHONE = { viewport: { width: PHONE.width, height: 900 }, touch: true };

/** The area inside an outline, in square body units. @param {[number, number][]} outline */
function extent(outline) {
  return Math.abs(outline.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = outline[(index + 1) % outline.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0)) / 2;
}

/** The extent of the last mark. @param {Page} page */
async function painted(page) {
  const mark = (await record(page)).marks.at(-1);
  assert.equal(mark.kind, 'area');
  return extent(mark.outline);
}

browserTest('a brush in three sizes and an eraser', TELEPHONE, async ({ page, site }) => {
  await openDemo(page, site.url);
  const scrolled = await scrolls(page);
  const finger = new Finger(page);
  assert.equal(await button(page, 'Erase from the area').count(), 0, 'the eraser comes with the brush');
  const sizes = [];
  await finger.on(button(page, 'Paint an area'));
  await brushReady(page);
  for (const [size, radius] of /** @type {const} */ ([['Small', 80], ['Medium', 160], ['Large', 300]])) {
    await finger.on(button(page, size));
    assert.equal(await button(page, size).getAttribute('aria-pressed'), 'true');
    // What the finger paints is to be seen while it does.
    await stroke(page, { x: -300, y: 2400 }, { x: -300, y: 2500 }, { x: -300, y: 2600 }, { x: -300, y: 2700 }, { x: -300, y: 2800 });
    const size2 = await painted(page);
    const expected = 2 * radius * 400 + Math.PI * radius * radius;
    assert.ok(Math.abs(size2 / expected - 1) < 0.12, `${size}: ${size2} of ${expected}`);
    sizes.push(size2);
    await settled(page);
    await finger.on(button(page, 'Undo'));
    assert.equal((await record(page)).marks?.length ?? 0, 0);
  }
  assert.deepEqual(sizes, sizes.toSorted((one, other) => one - other));

  // The brush stays in the hand when a stroke is taken back.
  await finger.on(button(page, 'Medium'));
  await stroke(page, { x: -300, y: 2400 }, { x: -300, y: 2600 }, { x: -300, y: 2800 });
  const first = await painted(page);
  await stroke(page, { x: -300, y: 2800 }, { x: -500, y: 2800 }, { x: -700, y: 2800 });
  const more = await painted(page);
  assert.ok(more > first * 1.4, 'another stroke adds to the same area');
  assert.equal((await record(page)).marks.length, 1);
  await settled(page);
  await finger.on(button(page, 'Erase from the area'));
  await stroke(page, { x: -500, y: 2600 }, { x: -500, y: 2800 }, { x: -500, y: 3000 });
  const less = await painted(page);
  assert.ok(less < more * 0.9 && less > 0, `the eraser takes ${more - less}`);
  await settled(page);
  await finger.on(button(page, 'Undo'));
  assert.equal(await painted(page), more);
  assert.equal(await scrolled(), 0, 'painting scrolls nothing');
  const { status, said } = await check(JSON.stringify(await record(page)));
  assert.equal(status, 0, said);
});

browserTest('single taps paint and erase', TELEPHONE, async ({ page, site }) => {
  await openDemo(page, site.url);
  const finger = new Finger(page);
  await finger.on(button(page, 'Paint an area'));
  await brushReady(page);
  await finger.at({ x: 400, y: 2500 });
  const first = await painted(page);
  assert.ok(Math.abs(first / (Math.PI * 160 * 160) - 1) < 0.1, `a tap paints what the brush covers: ${first}`);
  await finger.at({ x: 400, y: 2700 });
  const more = await painted(page);
  assert.ok(more > first * 1.3);
  assert.equal((await record(page)).marks.length, 1, 'each tap adds to it');
  await settled(page);
  assert.equal(await page.getByRole('status').textContent(), (await page.locator('.list li span').textContent()), 'and is told');
  await finger.on(button(page, 'Erase from the area'));
  await finger.on(button(page, 'Small'));
  await finger.at({ x: 400, y: 2800 });
  const less = await painted(page);
  assert.ok(less < more);
  await settled(page);
  await finger.on(button(page, 'Done'));
  assert.ok(await page.getByRole('heading', { name: /^Mark 1: / }).isVisible(), 'its questions come');
  assert.equal(await page.getByRole('group', { name: 'How big is it?' }).count(), 0, 'how big it is was painted');
  await finger.on(button(page, 'Done'));

  // An area that is erased whole is gone; undo brings it back.
  await finger.on(button(page, 'Paint an area'));
  await brushReady(page);
  await finger.at({ x: -500, y: 3300 });
  await finger.on(button(page, 'Erase from the area'));
  await finger.on(button(page, 'Large'));
  await finger.at({ x: -500, y: 3300 });
  assert.equal((await record(page)).marks.length, 1);
  await settled(page);
  assert.equal(await page.getByRole('status').textContent(), 'The area is gone. Undo brings it back.');
  await finger.on(button(page, 'Undo'));
  assert.equal((await record(page)).marks.length, 2);
});

/** Whether the brush is chosen, what a tap does, and whether the map is busy. @param {Page} page */
const chosen = async (page) => [await button(page, 'Paint an area').getAttribute('aria-pressed'),
  ...await page.locator('.surface').evaluate((surface) => [surface.getAttribute('data-mode'), surface.getAttribute('aria-busy')])];

/** Takes the brush, whose file is held back, and paints. @param {Page} page */
async function paintEarly(page) {
  const before = (await record(page)).marks ?? [];
  await Promise.all([page.waitForRequest('**/parts/painting.wasm'), button(page, 'Paint an area').click()]);
  await settled(page);
  assert.deepEqual(await chosen(page), ['true', 'area', 'true']);
  await click(page, { x: -500, y: 2700 });
  assert.deepEqual((await record(page)).marks ?? [], before, 'nothing yet');
}

browserTest('the brush comes when it is chosen, and where it does not come a spot can be marked', { allow: [/Failed to load resource/] }, async ({ page, site }) => {
  let release = await hold(page, '**/parts/painting.wasm');
  await openDemo(page, site.url);
  await page.evaluate(() => {
    const told = /** @type {string[]} */ ([]);
    Object.assign(window, { told });
    document.addEventListener('pain-map-error', (event) => told.push(/** @type {any} */ (event).detail.message));
  });
  await paintEarly(page);
  release(true);
  await page.waitForFunction(() => /** @type {any} */ (window).told.length);
  await settled(page);
  assert.deepEqual(await chosen(page), ['false', 'spot', 'false']);
  await click(page, LANDMARKS.besideL4);
  assert.deepEqual((await record(page)).marks.map((/** @type {any} */ { kind }) => kind), ['spot']);
  await button(page, 'Done').click();

  await page.unroute('**/parts/painting.wasm');
  release = await hold(page, '**/parts/painting.wasm');
  await paintEarly(page);
  release();
  await brushReady(page);
  await page.locator('.mark').nth(1).waitFor();
  const [, area] = (await record(page)).marks;
  assert.ok(area.kind === 'area' && area.place.side === 'right', 'what was painted meanwhile is there');
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).told.length), 1);
});

browserTest('what is painted before the brush has come stays in its view', {}, async ({ page, site }) => {
  const release = await hold(page, '**/parts/painting.wasm');
  await openDemo(page, site.url);
  await paintEarly(page);
  await button(page, 'Front').click();
  await page.locator('.views [aria-pressed=true]').filter({ hasText: 'Front' }).waitFor();
  release();
  await brushReady(page);
  await settled(page);
  const { marks = [] } = await record(page);
  assert.deepEqual(marks.filter((/** @type {any} */ { view }) => view !== 'posterior'), []);
});
