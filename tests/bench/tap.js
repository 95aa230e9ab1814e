// From a finger on the screen to the painted mark.

import { withPage } from './browser.js';
import { mainThread, record, workBetween } from './trace.js';

/** How long a page is left alone before a tap, so that the one before is over. */
const REST_MS = 400;

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {import('./contenders.js').Contender} contender
 * @param {{ marks: number, taps: number, slowdown: number }} how
 * @returns {Promise<import('./trace.js').Work[]>} one of each tap
 */
export function taps(browser, url, { key, marksOn }, { marks, taps: count, slowdown }) {
  return withPage(browser, async (page, devtools) => {
    await page.goto(`${url}/${key}.html?marked`);
    await page.evaluate(() => globalThis.firstReady);
    await page.waitForTimeout(REST_MS);
    const places = await page.evaluate(findPlaces, { marks, count });
    await page.waitForTimeout(REST_MS);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const events = await record(devtools, async () => {
      for (const { x, y } of places) {
        await page.touchscreen.tap(x, y);
        await page.waitForTimeout(REST_MS);
      }
    });
    const there = await page.evaluate(() => globalThis.contender.count?.(document.querySelector('#first')));
    if (there !== undefined && there !== marks + count) throw new Error(`${there} marks after ${count} taps on ${marks}`);
    return worksOf(events, marksOn, count);
  });
}

/**
 * The work from the task that brings a finger's touch to the end of the first frame after the event that marks.
 * @param {import('./trace.js').TraceEvent[]} events
 * @param {string} marksOn
 * @param {number} count
 */
function worksOf(events, marksOn, count) {
  const slices = mainThread(events, 'EventDispatch');
  const dispatched = (type) => slices.filter(({ name, args }) => name === 'EventDispatch' && args.data.type === type);
  const touches = dispatched('pointerdown');
  const marking = dispatched(marksOn);
  if (touches.length !== count || marking.length !== count) {
    throw new Error(`of ${count} taps, ${touches.length} touched and ${marking.length} marked`);
  }
  return touches.map(({ ts }, index) => {
    const task = slices.findLast((slice) => slice.name === 'RunTask' && slice.ts <= ts && slice.ts + (slice.dur ?? 0) >= ts);
    const commit = slices.find((slice) => slice.name === 'Commit' && slice.ts > marking[index].ts);
    if (!commit) throw new Error('a tap painted nothing');
    return workBetween(slices, task?.ts ?? ts, commit.ts + (commit.dur ?? 0));
  });
}

/**
 * Runs in the page: gives the drawing its marks, and finds places spread over it on which a tap marks something.
 * @param {{ marks: number, count: number }} wanted
 * @returns {{ x: number, y: number }[]}
 */
function findPlaces({ marks, count }) {
  const { part, mark } = globalThis.contender;
  const container = document.querySelector('#first');
  container.scrollIntoView();
  // The browser dispatches what has a listener alone, and the trace must tell when the finger came down.
  addEventListener('pointerdown', () => {}, { capture: true, passive: true });
  const found = [];
  for (let y = 4; y < innerHeight; y += 8) {
    for (let x = 4; x < innerWidth; x += 8) if (part(container, x, y)) found.push({ x, y });
  }
  const spread = (places, many) => {
    if (places.length < many) throw new Error(`only ${places.length} places of ${many}`);
    return Array.from({ length: many }, (_, index) => places[Math.floor(((index + 0.5) * places.length) / many)]);
  };
  if (!mark) return spread(found, count);
  mark(container, spread(found, marks));
  return spread(found.filter(({ x, y }) => part(container, x, y)), count);
}
