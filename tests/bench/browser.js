// Pages in a browser that knows nothing yet: each has a context of its own, and with it a process and caches of its own.

import { chromium } from 'playwright-core';

/** A tablet held sideways: there is room for every contender, and taps are touches. */
const TABLET = { viewport: { width: 1024, height: 768 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1 };

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} [executablePath] */
export const launch = (executablePath = '/usr/bin/chromium') => chromium.launch({ executablePath, args: ARGUMENTS });

/**
 * Gives a page to `use` and fails if anything went wrong in it.
 * @template T
 * @param {import('playwright-core').Browser} browser
 * @param {(page: import('playwright-core').Page, devtools: import('playwright-core').CDPSession) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withPage(browser, use) {
  const context = await browser.newContext(TABLET);
  try {
    const page = await context.newPage();
    /** @type {string[]} */
    const faults = [];
    page.on('pageerror', (error) => { faults.push(error.message); });
    page.on('console', (message) => { if (message.type() === 'error') faults.push(message.text()); });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
    const result = await use(page, devtools);
    if (faults.length) throw new Error(`${page.url()}: ${faults.join('; ')}`);
    return result;
  } finally {
    await context.close();
  }
}
