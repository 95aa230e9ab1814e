// What a clinician is told of the place of a mark: level, landmarks, muscles under it, patterns over it.

import assert from 'node:assert/strict';

import { browserTest } from './harness.js';
import { LANDMARKS, click, onTheRight, openTrial } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

/**
 * A patient's mark on the right of the neck at the level of C4, where upper trapezius, splenius capitis and
 * semispinalis capitis lie one over the other (`tests/golden/atlas/muscles.csv`, drawn up from attachments).
 */
const NECK = { x: -150, y: 1240 };
const RECORD = JSON.stringify({
  format: 'painmap/1',
  marks: [{ id: 'm1', kind: 'spot', view: 'posterior', at: [NECK.x, NECK.y], intensity: 7 }],
});

/** @param {string} mode */
const element = (mode) => `<pain-map mode="${mode}" value='${RECORD}'></pain-map>`;

/** The parts of what is told: the texts before the first list, and a list for each heading. @param {Page} page */
async function told(page) {
  await page.locator('.where li').first().waitFor();
  return page.locator('.where').evaluate((where) => {
    /** @type {Record<string, string[]>} */
    const lists = {};
    let heading = '';
    for (const part of where.children) {
      if (part.localName === 'h3') heading = part.textContent ?? '';
      else lists[heading] = [...(lists[heading] ?? []), ...(part.localName === 'ul' ? [...part.children] : [part]).map((line) => line.textContent ?? '')];
    }
    return lists;
  });
}

browserTest('the place of a mark is told to a clinician', {}, async ({ page, site, seen }) => {
  await openTrial(page, site.url, element('clinician'));
  assert.ok(!seen.requests.some((address) => address.includes('/parts/clinic.wasm')), 'the muscles came before a mark was chosen');
  await click(page, NECK);
  const { 'Where it is': where = [], 'Muscles under the mark': muscles = [], 'Published patterns that cover it': patterns = [] } = await told(page);

  assert.match(where[0] ?? '', /^Vertebral level: C[345]$/);
  assert.match(where[1] ?? '', /^Nearest landmarks: .+; .+; /);
  // Nobody said how tall the person is: no lengths.
  assert.doesNotMatch(where.join(), /\d+ (cm|mm)/);
  assert.match(muscles[0] ?? '', /^upper trapezius, right, superficial$/i);
  assert.deepEqual(['splenius capitis', 'semispinalis capitis'].filter((name) => !muscles.some((line) => line.startsWith(`${name}, right, `))), [], muscles.join('\n'));

  // Those that cover most come first, and each names whose drawing it is.
  const percents = patterns.filter((line) => line.includes('%')).map((line) => Number(/(\d+) %/.exec(line)?.[1]));
  assert.ok(percents.length > 0 && percents.every((percent) => percent > 0 && percent <= 100), patterns.join('\n'));
  assert.deepEqual(percents, [...percents].sort((a, b) => b - a));
  assert.ok(patterns.filter((line) => line.includes('%')).every((line) => /Sources: .*\w/.test(line)), patterns.join('\n'));
  assert.ok(patterns.some((line) => line.includes('They name no cause')), patterns.join('\n'));

  // A mark of the clinician's own gets its own place.
  await click(page, onTheRight(LANDMARKS.besideL4));
  await page.locator('.where', { hasText: /Vertebral level: L[345]/ }).waitFor();
  const { 'Muscles under the mark': low = [] } = await told(page);
  assert.ok(low.some((line) => /, right/.test(line)) && !low.some((line) => /trapezius/i.test(line)), low.join('\n'));
});

browserTest('in another language a muscle has its Latin name', {}, async ({ page, site }) => {
  await openTrial(page, site.url, element('clinician'), { lang: 'fr' });
  await click(page, NECK);
  const lists = Object.values(await told(page)).flat();
  assert.ok(lists.some((line) => /trapezius/i.test(line) && !/upper/i.test(line)), lists.join('\n'));
});

browserTest('a patient is told nothing of it and loads nothing of it', {}, async ({ page, site, seen }) => {
  await openTrial(page, site.url, element('patient'));
  await click(page, NECK);
  await page.locator('.panel:not([hidden])').first().waitFor();
  assert.equal(await page.locator('.where').count(), 0);
  assert.ok(!seen.requests.some((address) => /\/clinician\/|\/parts\/clinic\.wasm/.test(address)));
});

browserTest('without the muscles the findings can be noted', { allow: [/clinic\.wasm/, /ERR_FAILED/] }, async ({ page, site }) => {
  await page.route('**/clinic.wasm', (route) => route.abort());
  await openTrial(page, site.url, element('clinician'));
  await click(page, NECK);
  await page.locator('.findings:not([hidden])').waitFor();
  await page.locator('.findings').getByRole('group', { name: 'Taut band' }).getByRole('radio', { name: 'present' }).check();
  assert.equal(JSON.parse(await page.locator('pain-map').evaluate((map) => /** @type {any} */ (map).value)).marks[0].findings.tautBand, true);
  assert.equal(await page.locator('.where').textContent(), '');
});
