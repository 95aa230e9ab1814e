// The muscles on the atlas page: layers, search, card, what lies under a place, published patterns.

import assert from 'node:assert/strict';

import { accessibilityProblems } from './axe.js';
import { browserTest, NARROW, PHONE } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

/** Opens the page and waits until body and muscles are there. @param {Page} page @param {string} url @param {string} [query] */
async function openMuscles(page, url, query = '') {
  await page.goto(new URL(`atlas.html${query}`, url).href);
  await page.locator('.surface[data-ready][aria-busy=false] svg').waitFor();
}

/** How many muscles are drawn in full, and how many stand back. @param {Page} page */
const drawn = async (page) => ({
  full: await page.locator('.muscle:not(.faded)').count(),
  faded: await page.locator('.muscle.faded').count(),
});

/** The middle of what a selector finds, from the middle of the body; below 0 to the viewer's left. @param {Page} page @param {string} selector */
const across = (page, selector) =>
  page.locator(selector).first().evaluate((node) => {
    const box = /** @type {SVGGraphicsElement} */ (node).getBBox();
    return box.x + box.width / 2;
  });

/** @param {Page} page @param {string} name */
async function find(page, name) {
  await page.getByLabel('Find a muscle').fill(name);
  await page.getByLabel('Find a muscle').blur();
}

browserTest('layers are shown and hidden one by one', {}, async ({ page, site }) => {
  await openMuscles(page, site.url, '?crop=back');
  assert.deepEqual(await drawn(page), { full: 0, faded: 0 });
  const layers = ['Superficial', 'Intermediate', 'Deep'];
  let before = 0;
  for (const [index, layer] of layers.entries()) {
    await page.getByLabel(layer).check();
    const { full } = await drawn(page);
    assert.ok(full > before, `${layer} adds muscles`);
    before = full;
    const tones = await page.locator('.muscle').evaluateAll((nodes) => nodes.map((node) => Number(node.getAttribute('data-tone'))));
    assert.ok(tones.some((tone) => Math.floor(tone / 3) === index));
    assert.deepEqual(tones.map((tone) => -Math.floor(tone / 3)), tones.map((tone) => -Math.floor(tone / 3)).sort((a, b) => a - b), 'the deep ones lie below');
  }
  assert.match(page.url(), /crop=back&superficial=1&intermediate=1&deep=1$/);
  assert.equal(await page.locator('.border').evaluate((line) => getComputedStyle(line).display), 'none');
  for (const layer of layers) await page.getByLabel(layer).uncheck();
  assert.deepEqual(await drawn(page), { full: 0, faded: 0 });
  assert.notEqual(await page.locator('.border').evaluate((line) => getComputedStyle(line).display), 'none');
});

browserTest('a muscle is found by its English and its Latin name, lit, and told of', {}, async ({ page, site }) => {
  await openMuscles(page, site.url, '?deep=1');
  const all = await drawn(page);
  await find(page, 'Musculus Levator scapulae');
  const card = page.getByRole('region', { name: 'Levator scapulae' });
  await card.waitFor();
  assert.deepEqual(await drawn(page), { full: 2, faded: all.full }, 'it is lit on both sides, the rest stands back');
  assert.match((await card.textContent()) ?? '', /musculus levator scapulae.*Transverse processes of C1.*UBERON 0005461/s);
  assert.match((await card.locator('ol').textContent()) ?? '', /UBERON|anatomy/);
  assert.equal(await card.getByRole('link').getAttribute('href'), '/muscles/levator-scapulae');
  assert.match(page.url(), /deep=1&muscle=levator-scapulae$/);

  await find(page, 'quadratus lumborum');
  await page.getByRole('region', { name: 'Quadratus lumborum' }).waitFor();
  assert.deepEqual(await drawn(page), { full: 2, faded: all.full - 2 });
  await find(page, 'no such muscle');
  assert.ok(await page.locator('.card').isHidden());
  await page.getByText('No muscle of that name.').waitFor();
  assert.deepEqual(await drawn(page), all);

  await find(page, 'multifidus');
  await page.locator('select[name=side]').selectOption('right');
  await page.getByRole('button', { name: 'Put away' }).click();
  assert.ok(await page.locator('.card').isHidden());
  assert.match(page.url(), /\?deep=1$/);
});

browserTest('a pattern stands on the side that is asked for, and says what it is', {}, async ({ page, site }) => {
  // Seen from the front the person's right is on the viewer's left, from behind on the right.
  for (const [view, sign] of /** @type {const} */ ([['anterior', -1], ['posterior', 1]])) {
    await openMuscles(page, site.url, `?view=${view}&muscle=scalenes&pattern=1&side=right`);
    const places = await page.locator('.essential').evaluateAll((nodes) =>
      nodes.map((node) => {
        const box = /** @type {SVGGraphicsElement} */ (node).getBBox();
        return box.x + box.width / 2;
      }),
    );
    assert.ok(places.length > 0 && places.every((x) => x * sign > 0), `${view}: ${places}`);
  }
  await openMuscles(page, site.url, '?muscle=infraspinatus&pattern=1&side=left');
  assert.ok((await across(page, '.spot')) < 0, 'its usual spots are on the left');
  assert.ok((await page.locator('.spot').count()) >= 2);
  assert.match((await page.locator('.stipple').first().getAttribute('d')) ?? '', /l0 0/, 'spillover is dotted');
  assert.ok(await page.locator('.spillover').first().getAttribute('stroke-dasharray'));
  const legend = page.locator('.legend');
  assert.match((await legend.textContent()) ?? '', /Published patterns.*Individual pain varies/s);
  assert.match((await page.locator('.elsewhere').textContent()) ?? '', /is also seen from the front/);
  await page.getByLabel('Published pattern').uncheck();
  assert.equal(await page.locator('.essential, .stipple').count(), 0);
  assert.ok(await legend.isHidden());
});

browserTest('a place tells the muscles under it and the patterns that cover it', {}, async ({ page, site }) => {
  await openMuscles(page, site.url, '?crop=back&at=-600,2150');
  const under = page.locator('[data-fact=muscles] li');
  assert.match((await under.first().textContent()) ?? '', /^Right infraspinatus\s*intermediate\s*nearest usual spot/);
  await page.getByRole('button', { name: 'Right infraspinatus' }).click();
  await page.getByRole('region', { name: 'Infraspinatus' }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'card-name', 'the focus goes to the card');
  assert.deepEqual(await drawn(page), { full: 1, faded: 0 });
  assert.ok((await across(page, '.muscle')) > 0, 'from behind the right one is on the viewer’s right');

  const patterns = page.locator('[data-fact=patterns] button');
  const name = (await patterns.first().textContent()) ?? '';
  await patterns.first().click();
  await page.locator('.essential, .stipple').first().waitFor({ state: 'attached' });
  assert.ok(await page.getByLabel('Published pattern').isChecked());
  assert.match(name, /^Right /);
  const words = (await page.locator('main').textContent()) ?? '';
  assert.doesNotMatch(words, /\b(likely|probably|cause[sd]?|diagnos\w+)\b/i);
});

browserTest('where a view shows nothing of a muscle the page says where it is seen', {}, async ({ page, site }) => {
  await openMuscles(page, site.url, '?view=right&muscle=infraspinatus&side=left');
  assert.deepEqual(await drawn(page), { full: 0, faded: 0 });
  assert.equal(
    await page.locator('.elsewhere').textContent(),
    'Nothing of it is seen here; it is seen from behind, from the person’s left.',
  );
});

browserTest('the patient’s form loads nothing of it', {}, async ({ page, site, seen }) => {
  await page.goto(site.url);
  await page.locator('pain-map:state(ready)').first().waitFor();
  assert.ok(!seen.requests.some((request) => request.includes('muscle')));
});

browserTest('muscles that do not come are told, and the body stays', { allow: [/ERR_FAILED/, /Failed to fetch/] }, async ({ page, site }) => {
  await page.route('**/clinician/muscles.js', (route) => route.abort());
  await openMuscles(page, site.url, '?crop=back&superficial=1&at=-600,2150');
  await page.getByRole('alert').filter({ hasText: 'The muscles could not be loaded' }).waitFor();
  assert.match((await page.locator('#here-name').textContent()) ?? '', /shoulder blade/i);
  assert.match(page.url(), /superficial=1/);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  browserTest(`axe finds nothing with muscles, ${colorScheme}`, { colorScheme }, async ({ page, site }) => {
    await openMuscles(page, site.url, '?superficial=1&deep=1&muscle=trapezius-upper&pattern=1&at=-600,1790');
    assert.deepEqual(await accessibilityProblems(page), []);
  });
}

for (const viewport of [NARROW, PHONE]) {
  browserTest(`muscles fit at ${viewport.width} pixels`, { viewport, touch: true }, async ({ page, site }) => {
    await openMuscles(page, site.url, '?superficial=1&muscle=serratus-posterior-superior&pattern=1&at=-600,1790');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(overflow, 0);
    assert.deepEqual(await accessibilityProblems(page), []);
  });
}

browserTest('forced colours tell the areas from the skin', { forcedColors: 'active' }, async ({ page, site }) => {
  await openMuscles(page, site.url, '?muscle=infraspinatus&pattern=1&view=anterior&deep=1');
  const [skin, essential, dots] = await page.evaluate(() =>
    ['.skin', '.essential', '.stipple'].map((part) => {
      const node = document.querySelector(part);
      const style = node && getComputedStyle(node);
      return part === '.stipple' ? style?.stroke : style?.fill;
    }),
  );
  assert.notEqual(skin, essential);
  assert.notEqual(skin, dots);
});
