// Opens a built example in Chromium, watched: what goes wrong or asks elsewhere fails the test.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after } from 'node:test';

import { chromium } from 'playwright-core';

import { serveFolder, STRICT } from '../folder.js';
import { watch } from '../watch.js';

const folder = process.env.PAINMAP_EXAMPLES ?? '';
if (!folder) throw new Error('PAINMAP_EXAMPLES is not set: run `cargo xtask test examples`');

/** @param {string[]} names */
export const inExamples = (...names) => join(folder, ...names);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
after(() => browser.close());

/**
 * Serves a folder of the examples and shows its page.
 * @param {string} served
 * @param {(setting: { page: import('playwright-core').Page, server: import('../folder.js').Folder }) => Promise<void>} body
 * @param {{ policy?: string[] }} [how]
 */
export async function onStage(served, body, { policy = STRICT } = {}) {
  const server = await serveFolder(inExamples(served), { policy });
  try {
    await watched(server.origin, (page) => body({ page, server }));
  } finally {
    await server.stop();
  }
}

/**
 * A fresh page that shows an address.
 * @param {string} address
 * @param {(page: import('playwright-core').Page) => Promise<void>} body
 * @param {RegExp[]} [allow] problems that the test expects
 */
export async function watched(address, body, allow = []) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(20_000);
  try {
    const seen = await watch(context, new URL('/', address).href);
    const page = await context.newPage();
    await page.goto(address);
    await body(page);
    assert.deepEqual(seen.problems.filter((problem) => !allow.some((one) => one.test(problem))), []);
  } finally {
    await context.close();
  }
}
