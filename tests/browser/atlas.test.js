// The atlas page: what lies at a place, on the right side of the person, by mouse, touch, keys and link.

import assert from 'node:assert/strict';

import { accessibilityProblems } from './axe.js';
import { browserTest, NARROW, PHONE, TABLET } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Places of the body in body units, with what lies there: some of the words and the side.
 * @type {Record<string, [x: number, y: number, region: RegExp, side: string][]>}
 */
const PLACES = {
  posterior: [
    [700, 2200, /shoulder blade/, 'left'],
    [-700, 2200, /shoulder blade/, 'right'],
    [-600, 1790, /above the shoulder blade/, 'right'],
    [250, 3956, /lower back/, 'left'],
    [-480, 8100, /calf/, 'right'],
    [0, 3000, /spine|upper back/, 'midline'],
  ],
  anterior: [
    [600, 2350, /chest/, 'left'],
    [-600, 2350, /chest/, 'right'],
    [-450, 7000, /knee|thigh/, 'right'],
    [450, 7150, /knee/, 'left'],
    [300, 540, /forehead|eye|temple/, 'left'],
  ],
  left: [
    [-50, 2000, /shoulder/, 'left'],
    [-450, 4950, /buttock/, 'left'],
    [140, 900, /ear|head|jaw|cheek/, 'left'],
  ],
  right: [
    [-50, 2000, /shoulder/, 'right'],
    [-450, 4950, /buttock/, 'right'],
    [-200, 8300, /calf|leg/, 'right'],
  ],
};

/** Opens the page and waits until its drawing is there. @param {Page} page @param {string} url @param {string} [query] */
async function openAtlas(page, url, query = '') {
  const answer = await page.goto(new URL(`atlas.html${query}`, url).href);
  await drawn(page);
  return answer;
}

/** The drawing is there, and what lies at the place that was asked for is told. @param {Page} page */
const drawn = (page) => page.locator('.surface[aria-busy=false] svg').waitFor();

/**
 * Where a place of the body is on the screen. Seen from behind and from its left, the body's x runs to
 * the viewer's left; this is worked out here, not asked of the plate.
 * @param {Page} page @param {string} view @param {number} x @param {number} y
 */
async function onScreen(page, view, x, y) {
  const across = view === 'posterior' || view === 'left' ? -x : x;
  return page.locator('svg.canvas').evaluate((canvas, [left, down]) => {
    const matrix = /** @type {SVGSVGElement} */ (canvas).getScreenCTM();
    const point = new DOMPoint(left, down).matrixTransform(matrix ?? undefined);
    return { x: point.x, y: point.y };
  }, /** @type {const} */ ([across, y]));
}

/** What the page says of the place. @param {Page} page */
async function told(page) {
  return {
    name: (await page.locator('#here-name').textContent()) ?? '',
    side: (await page.locator('[data-fact=side]').textContent()) ?? '',
    spoken: (await page.getByRole('status').textContent()) ?? '',
    lit: (await page.locator('.light').getAttribute('d')) ?? '',
  };
}

/** @param {Page} page @param {string} label */
const choose = async (page, label) => {
  await page.getByRole('radio', { name: label }).check();
  await drawn(page);
};

browserTest('the atlas page loads without a complaint', {}, async ({ page, site }) => {
  const answer = await openAtlas(page, site.url);
  assert.equal(answer?.status(), 200);
  assert.match(answer?.headers()['content-security-policy'] ?? '', /trusted-types 'none'/);
  await page.getByRole('link', { name: 'Patient form' }).click();
  await page.locator('pain-map').first().waitFor();
  assert.equal(await page.locator('a[href*=atlas], a[href*=muscle]').count(), 0, 'a patient’s form does not lead to it');
});

for (const [view, places] of Object.entries(PLACES)) {
  browserTest(`the pointer names region and side in the ${view} view`, {}, async ({ page, site }) => {
    await openAtlas(page, site.url, `?view=${view}`);
    for (const [x, y, region, side] of places) {
      const at = await onScreen(page, view, x, y);
      await page.mouse.move(at.x, at.y);
      const said = await told(page);
      assert.match(said.name.toLowerCase(), region, `${x} ${y}`);
      assert.match(said.side, new RegExp(side), `${said.name} at ${x} ${y}`);
      if (side !== 'midline') assert.match(said.name, new RegExp(side));
      assert.match(said.lit, /^M/, 'its region is lit');
      assert.equal(said.spoken, '', 'a pointer that passes is not announced');
    }
    await page.mouse.move(2, 2);
    assert.equal((await told(page)).lit, '', 'no region is lit once the pointer is gone');
  });
}

browserTest('left and right stand where the person’s are', {}, async ({ page, site }) => {
  await openAtlas(page, site.url);
  for (const [view, leftFirst] of /** @type {const} */ ([['Back', true], ['Front', false]])) {
    await choose(page, view);
    const [left, right] = await Promise.all(
      ['Your left', 'Your right'].map((words) => page.locator('text.side', { hasText: words }).boundingBox()),
    );
    assert.ok(left && right, view);
    assert.equal(left.x < right.x, leftFirst, view);
  }
});

browserTest('a tap stays, is announced and linked', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await openAtlas(page, site.url, '?crop=back');
  await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
  const at = await onScreen(page, 'posterior', -600, 1790);
  await page.touchscreen.tap(at.x, at.y);
  await page.locator('.cursor[data-pinned]').waitFor();
  const said = await told(page);
  assert.equal(said.name, 'Above the shoulder blade, right side');
  assert.match(said.spoken, /^above the shoulder blade, right side; near T\d/);
  assert.equal(await page.locator('.clinical').textContent(), 'Right suprascapular region');
  assert.match(page.url(), /\?crop=back&at=-\d+,\d+$/);
  assert.ok(await page.locator('.here').evaluate((panel) => panel.getBoundingClientRect().bottom <= innerHeight), 'the answer is in sight');

  await page.goto(page.url());
  await drawn(page);
  assert.equal((await told(page)).name, said.name, 'the link leads to the same place');
});

browserTest('an address restores what was shown', {}, async ({ page, site, seen }) => {
  await openAtlas(page, site.url, '?view=left&crop=shoulders&figure=feminine&landmarks=1&regions=1&at=-50,2000');
  assert.ok(await page.getByRole('radio', { name: 'Left side' }).isChecked());
  assert.equal(await page.getByLabel('Part').inputValue(), 'shoulders');
  assert.equal(await page.getByLabel('Figure').inputValue(), 'feminine');
  assert.ok(await page.getByLabel('Landmarks').isChecked());
  assert.ok(await page.getByLabel('Regions').isChecked());
  assert.match((await told(page)).name, /left side$/);
  assert.ok(seen.requests.some((request) => request.endsWith('/painmap/views/lateral-feminine.atlas')));
  assert.ok(!seen.requests.some((request) => request.includes('anterior')), 'only what is shown is loaded');

  await openAtlas(page, site.url, '?view=sideways&crop=toes&figure=&at=here');
  assert.ok(await page.getByRole('radio', { name: 'Back' }).isChecked(), 'nonsense asks for nothing');
  assert.equal(await page.getByLabel('Part').inputValue(), 'whole');
});

browserTest('switches change the drawing and the address', {}, async ({ page, site }) => {
  await openAtlas(page, site.url);
  assert.equal(await page.locator('.landmark, .tint').count(), 0);
  await page.getByLabel('Landmarks').check();
  await page.locator('.landmark-name', { hasText: /^T4$/ }).waitFor({ state: 'attached' });
  await page.getByLabel('Landmarks').uncheck();
  assert.equal(await page.locator('.landmark, .landmark-name, .bone').count(), 0);

  await page.getByLabel('Regions').check();
  assert.ok((await page.locator('.tint').count()) > 30);
  assert.ok((await page.locator('.region-name').count()) > 5);

  const whole = await page.locator('svg.canvas').getAttribute('viewBox');
  await page.getByLabel('Part').selectOption('neck');
  assert.notEqual(await page.locator('svg.canvas').getAttribute('viewBox'), whole);
  const neutral = await page.locator('#outline').getAttribute('d');
  await page.getByLabel('Figure').selectOption('masculine');
  await drawn(page);
  assert.notEqual(await page.locator('#outline').getAttribute('d'), neutral);
  await choose(page, 'Front');
  await page.waitForURL('**/atlas.html?view=anterior&crop=neck&figure=masculine&regions=1');
  await page.getByRole('application', { name: 'The body seen from the front' }).waitFor();
});

browserTest('keys move the crosshair', {}, async ({ page, site }) => {
  await openAtlas(page, site.url, '?crop=back');
  const surface = page.locator('.surface');
  await surface.focus();
  await page.keyboard.press('ArrowLeft');
  const start = await told(page);
  assert.match(start.spoken, /;/, 'it begins on the body and says where');
  for (let count = 0; count < 5; count += 1) await page.keyboard.press('ArrowLeft');
  const left = await told(page);
  assert.equal(left.side, 'left', 'seen from behind, the way to the left is the person’s left');
  assert.match(left.spoken, /left/);
  for (let count = 0; count < 10; count += 1) await page.keyboard.press('ArrowRight');
  assert.equal((await told(page)).side, 'right');

  const at = new URL(page.url()).searchParams.get('at');
  await page.keyboard.press('Shift+ArrowDown');
  const [, before] = (at ?? '').split(',').map(Number);
  const [, after] = (new URL(page.url()).searchParams.get('at') ?? '').split(',').map(Number);
  assert.ok((after ?? 0) > (before ?? 0) && (after ?? 0) - (before ?? 0) < 60, 'with Shift in small steps');

  // The crosshair goes to the same place of another body.
  const { name } = await told(page);
  await page.getByLabel('Figure').selectOption('feminine');
  await drawn(page);
  assert.equal((await told(page)).name, name);

  await surface.focus();
  await page.keyboard.press('Escape');
  assert.equal((await told(page)).name, 'Point at the body');
  assert.equal(await page.locator('.cursor[data-pinned]').count(), 0);
});

browserTest('one custom property recolours the skin', {}, async ({ page, site }) => {
  await openAtlas(page, site.url);
  const colours = () =>
    page.evaluate(() => ['.skin', '.outline'].map((part) => {
      const node = document.querySelector(part);
      const style = node && getComputedStyle(node);
      return part === '.skin' ? style?.fill : style?.stroke;
    }));
  const [, line] = await colours();
  await page.evaluate(() => document.documentElement.style.setProperty('--pain-map-skin', 'rgb(120, 80, 60)'));
  const [skin, newLine] = await colours();
  assert.equal(skin, 'rgb(120, 80, 60)');
  assert.notEqual(newLine, line, 'its lines go with it');
});

browserTest('a drawing that does not come is told and may be tried again', { allow: [/ERR_FAILED/] }, async ({ page, site }) => {
  await openAtlas(page, site.url);
  await page.route('**/anterior-neutral.atlas', (route) => route.abort());
  await page.getByRole('radio', { name: 'Front' }).check();
  await page.getByRole('alert').filter({ hasText: 'could not be drawn' }).waitFor();
  await page.unroute('**/anterior-neutral.atlas');
  await choose(page, 'Back');
  await choose(page, 'Front');
  await page.getByLabel('The body seen from the front').waitFor();
  assert.equal(await page.getByRole('alert').isVisible(), false);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  browserTest(`axe finds nothing, ${colorScheme}`, { colorScheme }, async ({ page, site }) => {
    await openAtlas(page, site.url, '?crop=back&at=-600,1790');
    assert.deepEqual(await accessibilityProblems(page), []);
    await openAtlas(page, site.url, '?view=anterior&landmarks=1&regions=1');
    assert.deepEqual(await accessibilityProblems(page), []);
  });
}

for (const viewport of [NARROW, PHONE, TABLET]) {
  browserTest(`nothing scrolls sideways at ${viewport.width} pixels`, { viewport, touch: true }, async ({ page, site }) => {
    await openAtlas(page, site.url, '?landmarks=1&regions=1&at=-600,1790');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(overflow, 0);
    assert.deepEqual(await accessibilityProblems(page), []);
  });
}

browserTest('forced colours keep the drawing', { forcedColors: 'active' }, async ({ page, site }) => {
  await openAtlas(page, site.url, '?at=-600,1790');
  const [skin, line] = await page.evaluate(() =>
    ['.skin', '.outline'].map((part) => {
      const node = document.querySelector(part);
      const style = node && getComputedStyle(node);
      return part === '.skin' ? style?.fill : style?.stroke;
    }),
  );
  assert.notEqual(skin, line);
});
