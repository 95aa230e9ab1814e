// The first load of a page, from nothing to the painted outline, and a second mount on the same page.

import { withPage } from './browser.js';
import { mainThread, record, workBetween } from './trace.js';

/** How long a page is left alone before something else is measured on it. */
const REST_MS = 300;

/**
 * @typedef {object} Line an emulated connection
 * @property {number} latency milliseconds from a request to the first byte of its answer
 * @property {number} bytesPerSecond
 */

/**
 * @typedef {object} Load all in milliseconds
 * @property {number} scriptAt from the start of the navigation to the page's script element
 * @property {number} painted from there to the end of the frame that has the outline
 * @property {number} ready from there to the end of the frame in which a tap would mark something
 * @property {number} shown from there to the first content on the screen, as the browser tells it
 * @property {number} bytes what the page loaded, compressed, without the page itself
 * @property {number} requests
 * @property {number} nodes what is in the document and in its shadow roots
 * @property {import('./trace.js').Work} [mount] the work of a second mount
 */

/**
 * Loads every contender `rounds` times in turns, each round beginning with another one, so that whatever else the machine
 * does falls on all of them.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {import('./contenders.js').Contender[]} contenders
 * @param {{ rounds: number, line?: Line, mount?: boolean }} how
 * @returns {Promise<Map<string, Load[]>>} by the contender's key
 */
export async function loads(browser, url, contenders, { rounds, line, mount = false }) {
  /** @type {Map<string, Load[]>} */
  const measured = new Map(contenders.map(({ key }) => [key, []]));
  for (let round = 0; round < rounds; round += 1) {
    const turn = round % contenders.length;
    for (const { key } of [...contenders.slice(turn), ...contenders.slice(0, turn)]) {
      measured.get(key)?.push(await load(browser, `${url}/${key}.html`, line, mount));
    }
  }
  return measured;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {Line | undefined} line
 * @param {boolean} again
 */
function load(browser, address, line, again) {
  return withPage(browser, async (page, devtools) => {
    if (line) {
      const { latency, bytesPerSecond: throughput } = line;
      await devtools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency,
        downloadThroughput: throughput,
        uploadThroughput: throughput,
      });
    }
    await page.goto(address);
    /** @type {Load} */
    const figures = await page.evaluate(firstLoad);
    if (again) figures.mount = await secondMount(page, devtools);
    return figures;
  });
}

/** Runs in the page. */
async function firstLoad() {
  const { firstPainted, firstReady, scriptStart } = globalThis;
  const painted = await firstPainted - scriptStart;
  const ready = await firstReady - scriptStart;
  const first = await new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const entry = list.getEntriesByName('first-contentful-paint')[0];
      if (entry) resolve(entry);
    }).observe({ type: 'paint', buffered: true });
  });
  const count = (root) => [...root.querySelectorAll('*')].reduce((sum, { shadowRoot }) => sum + 1 + (shadowRoot ? count(shadowRoot) : 0), 0);
  const resources = performance.getEntriesByType('resource');
  return {
    scriptAt: scriptStart,
    painted,
    ready,
    shown: first.startTime - scriptStart,
    bytes: resources.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    requests: resources.length,
    nodes: count(document.querySelector('#first')),
  };
}

/**
 * Hides the first one, then mounts another in its place.
 * @param {import('playwright-core').Page} page
 * @param {import('playwright-core').CDPSession} devtools
 */
async function secondMount(page, devtools) {
  await page.evaluate(() => { document.querySelector('#first').hidden = true; });
  await page.waitForTimeout(REST_MS);
  const events = await record(devtools, () => page.evaluate(async () => {
    const container = document.body.appendChild(document.createElement('div'));
    // In a task of its own: the trace passes over what the developer tools run themselves.
    setTimeout(() => {
      performance.mark('mount');
      (globalThis.contender.mount ?? globalThis.mount)(container);
    });
    await globalThis.outlinePainted(container);
    performance.mark('mounted');
  }));
  const slices = mainThread(events, 'mount');
  const at = (name) => events.find((event) => event.name === name && event.cat.includes('user_timing')).ts;
  const task = slices.findLast(({ name, ts }) => name === 'RunTask' && ts <= at('mount'));
  return workBetween(slices, task?.ts ?? at('mount'), at('mounted'));
}
