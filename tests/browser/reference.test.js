// The muscle reference: from the index to a muscle, its pictures, its sources and on to the atlas.

import assert from 'node:assert/strict';

import { accessibilityProblems } from './axe.js';
import { browserTest, NARROW } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

/** Waits until every picture of the page has come. @param {Page} page @returns {Promise<number>} how many there are */
async function pictures(page) {
  const all = await page.locator('main img').all();
  for (const picture of all) {
    await picture.scrollIntoViewIfNeeded();
    assert.equal(await picture.isVisible(), true);
    const width = await picture.evaluate(async (/** @type {HTMLImageElement} */ image) => {
      await image.decode();
      return image.naturalWidth;
    });
    assert.ok(width > 0, (await picture.getAttribute('alt')) ?? 'a picture without words');
  }
  return all.length;
}

browserTest('from the index to a muscle and on to the atlas', {}, async ({ page, site }) => {
  await page.goto(new URL('atlas.html', site.url).href);
  await page.getByRole('link', { name: 'Muscles' }).click();
  await page.getByRole('heading', { level: 1, name: 'Muscles' }).waitFor();
  assert.equal(await page.locator('main li a').count(), 36);

  await page.getByRole('link', { name: 'Levator scapulae' }).click();
  await page.getByRole('heading', { level: 1, name: 'Levator scapulae' }).waitFor();
  assert.ok((await pictures(page)) >= 2);

  await page.getByRole('link', { name: 'Show in the body atlas' }).click();
  await page.getByRole('heading', { level: 1, name: 'Body atlas' }).waitFor();
  await page.locator('.surface[aria-busy=false] svg').waitFor();
});

browserTest('a note leads to its source', {}, async ({ page, site }) => {
  await page.goto(new URL('muscles/trapezius-upper', site.url).href);
  await page.getByRole('link', { name: 'Source 2' }).first().click();
  await page.locator('li:target').waitFor();
});

browserTest('the pages need no script', { javaScript: false }, async ({ page, site }) => {
  await page.goto(new URL('muscles/', site.url).href);
  await page.getByRole('link', { name: 'Infraspinatus' }).click();
  await page.getByRole('heading', { level: 2, name: 'Published pattern' }).waitFor();
});

browserTest('an unknown muscle is told', { allow: [/404/] }, async ({ page, site }) => {
  const answer = await page.goto(new URL('muscles/none', site.url).href);
  assert.equal(answer?.status(), 404);
  await page.getByRole('link', { name: 'See all muscles' }).click();
  await page.getByRole('heading', { level: 1, name: 'Muscles' }).waitFor();
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  browserTest(`axe finds nothing, ${colorScheme}`, { colorScheme }, async ({ page, site }) => {
    for (const address of ['muscles/', 'muscles/trapezius-upper']) {
      await page.goto(new URL(address, site.url).href);
      assert.deepEqual(await accessibilityProblems(page), [], address);
    }
  });
}

browserTest('nothing scrolls sideways at 320 pixels', { viewport: NARROW, touch: true }, async ({ page, site }) => {
  for (const address of ['muscles/', 'muscles/trapezius-upper', 'muscles/sternocleidomastoid-clavicular']) {
    await page.goto(new URL(address, site.url).href);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.equal(overflow, 0, address);
  }
});
