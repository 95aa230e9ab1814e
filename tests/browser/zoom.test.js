// Seeing a part of the body larger: two fingers, buttons, the wheel and keys; crops and views, which keep the marks.

import assert from 'node:assert/strict';

import { button, Finger, scrolls, touch } from './hands.js';
import { browserTest, PHONE } from './harness.js';
import { click, LANDMARKS, onScreen, openDemo, record, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ x: number, y: number }} Spot */

/** How much larger than at first the drawing is, and which part of it is seen. @param {Page} page */
function seen(page) {
  return page.locator('svg.canvas').evaluate((canvas) => {
    const { x, y, width, height } = /** @type {SVGSVGElement} */ (canvas).viewBox.baseVal;
    return { x, y, width, height };
  });
}

/** @param {Spot} one @param {Spot} other */
const apart = (one, other) => Math.hypot(one.x - other.x, one.y - other.y);

browserTest('two fingers enlarge and move the drawing, and mark nothing', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await openDemo(page, site.url);
  const scrolled = await scrolls(page);
  const whole = await seen(page);
  const place = { x: -100, y: 2700 };
  const { x, y } = await onScreen(page, place);
  const fingers = (/** @type {number} */ wide, by = { x: 0, y: 0 }) => [{ x: x - wide + by.x, y: y + by.y }, { x: x + wide + by.x, y: y + by.y }];
  await touch(page, 'touchStart', ...fingers(30).slice(0, 1));
  await touch(page, 'touchStart', ...fingers(30));
  for (const wide of [45, 60, 75, 90]) await touch(page, 'touchMove', ...fingers(wide));
  const large = await seen(page);
  assert.ok(Math.abs(whole.width / large.width - 3) < 0.1, `three times as far apart, three times as large: ${whole.width / large.width}`);
  assert.ok(apart(await onScreen(page, place), { x, y }) < 4, 'what is between the fingers stays there');
  for (const by of [{ x: 10, y: 15 }, { x: 20, y: 30 }]) await touch(page, 'touchMove', ...fingers(90, by));
  await touch(page, 'touchEnd');
  assert.ok(apart(await onScreen(page, place), { x: x + 20, y: y + 30 }) < 4, 'and moves with them');
  assert.deepEqual((await record(page)).marks ?? [], [], 'nothing is marked');
  assert.equal(await scrolled(), 0, 'the page stays where it is');

  // One finger moves what is seen now; a tap marks what is under it.
  const from = await onScreen(page, place);
  await touch(page, 'touchStart', from);
  for (const by of [20, 40]) await touch(page, 'touchMove', { x: from.x, y: from.y + by });
  await touch(page, 'touchEnd');
  assert.ok(apart(await onScreen(page, place), { x: from.x, y: from.y + 40 }) < 4, 'one finger moves the drawing');
  assert.deepEqual((await record(page)).marks ?? [], []);
  assert.equal(await scrolled(), 0);
  await new Finger(page).at(place);
  const [{ at }] = (await record(page)).marks;
  assert.ok(apart({ x: at[0], y: at[1] }, place) < 12, `a tap marks what is under it: ${at}`);

  const finger = new Finger(page);
  await finger.on(button(page, 'Done'));
  await finger.on(button(page, 'Show all'));
  assert.deepEqual(await seen(page), whole);
  // Closer together than at first is no smaller than all.
  await touch(page, 'touchStart', ...fingers(90));
  await touch(page, 'touchMove', ...fingers(40));
  await touch(page, 'touchEnd');
  assert.deepEqual(await seen(page), whole);
});

browserTest('buttons, wheel and keys enlarge', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  const whole = await seen(page);
  const larger = async () => whole.width / (await seen(page)).width;
  const close = async (/** @type {number} */ times) => assert.ok(Math.abs((await larger()) - times) < 0.03 * times, `${await larger()} times`);
  await button(page, 'Zoom in').click();
  await close(1.5);
  await settled(page);
  await button(page, 'Zoom out').click();
  await close(1);
  await settled(page);
  assert.ok(await button(page, 'Zoom out').isDisabled(), 'there is nothing smaller than all');
  for (let step = 0; step < 5; step += 1) {
    await button(page, 'Zoom in').click();
    await settled(page);
  }
  await close(6);
  assert.ok(await button(page, 'Zoom in').isDisabled(), 'nor larger than six times');
  await button(page, 'Show all').click();
  assert.deepEqual(await seen(page), whole);

  // The wheel enlarges with Ctrl, about the pointer; without, it is the page's.
  const place = { x: -400, y: 2700 };
  const spot = await onScreen(page, place);
  await page.mouse.move(spot.x, spot.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -100);
  await page.waitForFunction((width) => (/** @type {any} */ (document.querySelector('pain-map')).shadowRoot.querySelector('.canvas').viewBox.baseVal.width) < width, whole.width);
  await close(1.5);
  assert.ok(apart(await onScreen(page, place), spot) < 3, 'what is under the pointer stays there');
  await page.keyboard.up('Control');
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 60);
  await page.waitForFunction((from) => scrollY > from, before);
  await close(1.5);

  await page.locator('.surface').focus();
  await page.keyboard.press('0');
  assert.deepEqual(await seen(page), whole);
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await close(2.25);
  // The arrows keep their place in sight.
  for (let step = 0; step < 12; step += 1) {
    await page.keyboard.press('ArrowDown');
    const isSeen = await page.locator('.surface').evaluate((surface) => {
      const [box, cursor] = [surface.getBoundingClientRect(), surface.querySelector('.cursor')?.getBoundingClientRect()];
      return cursor !== undefined && cursor.top < box.bottom && cursor.bottom > box.top;
    });
    assert.ok(isSeen, `after ${step + 1} steps`);
  }
  await page.keyboard.press('-');
  await close(1.5);
});

browserTest('crops and views keep the marks, and a mouse moves what is seen', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await click(page, LANDMARKS.acromion);
  await click(page, LANDMARKS.besideL4);
  const { marks } = await record(page);
  const widths = new Map();
  for (const [crop, shown] of /** @type {const} */ ([['Whole body', 2], ['Neck', 1], ['Shoulders', 1], ['Only the back', 2]])) {
    await button(page, crop).click();
    await settled(page);
    assert.equal(await button(page, crop).getAttribute('aria-pressed'), 'true');
    widths.set(crop, (await seen(page)).width);
    const visible = await page.locator('.surface').evaluate((surface) => {
      const box = surface.getBoundingClientRect();
      return [...surface.querySelectorAll('.disc')].filter((disc) => {
        const { x, y, width, height } = disc.getBoundingClientRect();
        return x + width / 2 > box.x && x + width / 2 < box.right && y + height / 2 > box.y && y + height / 2 < box.bottom;
      }).length;
    });
    assert.equal(visible, shown, crop);
    assert.deepEqual((await record(page)).marks, marks, crop);
  }
  assert.ok(widths.get('Neck') < widths.get('Only the back') && widths.get('Only the back') < widths.get('Whole body'));
  for (const view of ['Front', 'Left side', 'Right side', 'Back']) {
    await button(page, view).click();
    await page.locator('.surface[aria-busy="false"]').waitFor();
    await settled(page);
    assert.deepEqual((await record(page)).marks, marks, view);
    assert.equal(await page.locator('.mark .disc').count(), view === 'Back' ? 2 : 0, view);
  }
  await button(page, 'Zoom in').click();
  const [from, to] = [await onScreen(page, { x: -300, y: 2700 }), await onScreen(page, { x: -300, y: 2500 })];
  const before = await seen(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  const after = await seen(page);
  assert.ok(Math.abs(after.y - before.y - 200) < 25, `moved by ${after.y - before.y}`);
  assert.deepEqual((await record(page)).marks, marks);
});
