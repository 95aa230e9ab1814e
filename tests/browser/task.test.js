// The patient's task from the first tap to the server: by mouse, by touch, by keyboard alone.

import assert from 'node:assert/strict';

import { accessibilityProblems } from './axe.js';
import { button, Finger, isOnMap, rate, rateByKeys, tabTo, tabToMap, walk } from './hands.js';
import { browserTest, PHONE } from './harness.js';
import { check, click, LANDMARKS, onScreen, onTheRight, openDemo, record, send, settled } from './widget.js';

/** @typedef {import('./harness.js').Setting} Setting */

/** What every way of doing the task must leave at the server. @param {Setting['site']} site */
async function assertArrived(site) {
  const map = /** @type {any} */ (await site.last());
  assert.equal(map.marks.length, 2);
  const [first, second] = map.marks;
  assert.equal(first.intensity, 7);
  assert.equal(first.place.side, 'right');
  assert.equal(first.radiation.length, 1);
  assert.equal(second.intensity, 4);
  assert.equal(second.place.side, 'left');
  const { status, said } = await check(JSON.stringify(map));
  assert.equal(status, 0, said);
}

browserTest('by mouse', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await click(page, onTheRight(LANDMARKS.inferiorAngleOfScapula));
  await rate(page, 7).check();
  await page.getByRole('button', { name: 'Show where it spreads' }).click();
  await settled(page);
  await click(page, { x: -400, y: 1500 });
  await settled(page);
  assert.equal((await record(page)).marks[0].radiation?.length, 1);
  await page.getByRole('checkbox', { name: 'aching' }).check();
  await page.getByRole('checkbox', { name: 'when pressed' }).check();
  await click(page, LANDMARKS.besideL4);
  await rate(page, 4).check();
  assert.deepEqual(await accessibilityProblems(page), []);

  const map = await record(page);
  assert.deepEqual(map.marks[0].qualities, ['aching']);
  assert.deepEqual(map.marks[0].provokedBy, ['pressure']);
  await send(page);
  await assertArrived(site);
  // The clinic reads the same in words and sees it in the picture.
  await page.getByText(/Right .*7 of 10; aching; hurts when pressed; spreads to/).first().waitFor();
  const title = page.locator('svg g > title').first();
  assert.match((await title.textContent()) ?? '', /^1\. Right /);
});

browserTest('by touch on a telephone', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await openDemo(page, site.url);
  const scrolled = await page.evaluate(() => scrollY);
  const finger = new Finger(page);
  await finger.at(onTheRight(LANDMARKS.inferiorAngleOfScapula));
  await finger.on(rate(page, 7));
  await finger.on(button(page, 'Show where it spreads'));
  await finger.at({ x: -400, y: 1500 });
  await finger.on(button(page, 'Done'));
  await finger.at(LANDMARKS.besideL4);
  await finger.on(rate(page, 4));
  assert.deepEqual(await accessibilityProblems(page), []);
  await finger.on(button(page, 'Done'));
  assert.equal(await page.evaluate(() => scrollY), scrolled, 'the page scrolled by taps');
  await send(page);
  await assertArrived(site);
});

browserTest('by keyboard alone', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  const keys = page.keyboard;
  await tabTo(page, 'Your name');
  await keys.type('Sam Doe');
  await tabToMap(page);

  await walk(page, 'ArrowDown', /upper back beside the spine/);
  await walk(page, 'ArrowRight', /^shoulder blade, right side/);
  await keys.press('Enter');
  await rateByKeys(page, 7);
  await tabTo(page, 'Show where it spreads');
  await keys.press('Enter');
  assert.ok(await isOnMap(page), 'showing where it spreads goes back to the map');
  await walk(page, 'ArrowUp', /neck, right side/);
  await keys.press('Enter');

  await walk(page, 'ArrowLeft', /neck, left side/);
  await walk(page, 'ArrowDown', /lower back.*, left side/);
  await keys.press('Enter');
  await rateByKeys(page, 4);
  await tabTo(page, 'Send to the clinic');
  await Promise.all([page.waitForURL('**/submit'), keys.press('Enter')]);
  await assertArrived(site);
});

browserTest('left and right are the person’s own', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  const widget = page.locator('pain-map');
  for (const place of Object.values(LANDMARKS)) {
    for (const [side, at] of /** @type {const} */ ([['left', place], ['right', onTheRight(place)]])) {
      await widget.evaluate((element) => /** @type {any} */ (element).clear());
      await click(page, at);
      await settled(page);
      const [mark] = (await record(page)).marks;
      assert.equal(mark.place.side, side);
      assert.equal(Math.sign(mark.at[0]), side === 'left' ? 1 : -1);
      const words = await page.locator('.list li span').first().textContent();
      assert.match(words ?? '', new RegExp(`${side} side`));
      // The label on the screen's same half says the same.
      const label = page.locator('svg.canvas').getByText(`Your ${side}`);
      const labelBox = await label.boundingBox();
      const middle = (await onScreen(page, { x: 0, y: 0 })).x;
      const { x } = await onScreen(page, at);
      assert.equal(Math.sign((labelBox?.x ?? 0) - middle), Math.sign(x - middle));
    }
  }
});
