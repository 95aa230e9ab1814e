// What every browser test stands on: a server, a browser, and pages that fail their test when
// something goes wrong that the test did not look for.
//
//     browserTest('a tap makes a mark', { viewport: PHONE, touch: true }, async ({ page, site }) => {
//       await page.goto(site.url);
//       …
//     });

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { chromium } from 'playwright-core';

import { startServer } from './server.js';
import { watch } from './watch.js';

/** A small telephone, held upright. */
export const PHONE = { width: 360, height: 740 };
/** The narrowest page that WCAG 1.4.10 asks for. */
export const NARROW = { width: 320, height: 640 };
/** A tablet on a desk. */
export const TABLET = { width: 1024, height: 768 };
/** An ordinary window on an ordinary screen. */
export const DESKTOP = { width: 1280, height: 800 };

/** How long a page may take for any one thing; far more than it needs. */
const PATIENCE_MS = Number(process.env.PATIENCE ?? 15_000);

const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * @typedef {object} Options
 * @property {{ width: number, height: number }} [viewport] DESKTOP when absent
 * @property {boolean} [touch] a touch screen, as on a telephone or tablet
 * @property {number} [zoom] device pixels in a CSS pixel
 * @property {'light' | 'dark'} [colorScheme]
 * @property {'none' | 'active'} [forcedColors]
 * @property {'no-preference' | 'reduce'} [reducedMotion]
 * @property {string} [locale] the browser's language
 * @property {boolean} [javaScript] false turns scripts off
 * @property {RegExp[]} [allow] problems that the test expects
 */

/**
 * @typedef {object} Setting
 * @property {import('playwright-core').Page} page a fresh page with nothing on it
 * @property {import('playwright-core').BrowserContext} context the page's own cookies and storage
 * @property {import('./server.js').Site} site the server
 * @property {import('./watch.js').Watch} seen what the page asked for and what went wrong so far
 */

/** @type {Promise<{ site: import('./server.js').Site, browser: import('playwright-core').Browser }> | undefined} */
let started;

/** Starts the server and the browser once for all tests of a file. */
function start() {
  started ??= (async () => {
    const [site, browser] = await Promise.all([
      startServer(),
      chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: CHROMIUM_ARGS,
      }),
    ]);
    return { site, browser };
  })();
  return started;
}

after(async () => {
  if (!started) return;
  const { site, browser } = await started;
  await browser.close();
  await site.stop();
});

/** Waits until a page has painted and done what waited for that. @param {import('playwright-core').Page} page */
async function painted(page) {
  const paint = page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }));
  // A page that is on its way to another is watched no longer.
  await paint.catch((error) => { if (!/navigation|closed/.test(error.message)) throw error; });
}

/**
 * Runs a test on a page of its own. Fails on any error in the page's console, any violation of
 * its content security policy, and any request to another server, unless `allow` matches it.
 *
 * @param {string} name
 * @param {Options} options
 * @param {(setting: Setting) => Promise<void>} body
 */
export function browserTest(name, options, body) {
  return test(name, async () => {
    const { site, browser } = await start();
    const context = await browser.newContext({
      viewport: options.viewport ?? DESKTOP,
      hasTouch: options.touch ?? false,
      isMobile: options.touch ?? false,
      deviceScaleFactor: options.zoom ?? 1,
      colorScheme: options.colorScheme ?? 'light',
      forcedColors: options.forcedColors ?? 'none',
      reducedMotion: options.reducedMotion ?? 'no-preference',
      locale: options.locale ?? 'en-GB',
      javaScriptEnabled: options.javaScript ?? true,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    try {
      const seen = await watch(context, site.url);
      const page = await context.newPage();
      await body({ page, context, site, seen });
      // What goes wrong last is told a moment later.
      if (options.javaScript !== false) await Promise.all(context.pages().map(painted));
      const allowed = options.allow ?? [];
      const problems = seen.problems.filter((problem) => !allowed.some((one) => one.test(problem)));
      assert.deepEqual(problems, [], 'the page reported problems');
    } finally {
      await context.close();
    }
  });
}
