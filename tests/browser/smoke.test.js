// The demo is served, runs under its policy and takes a form.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { accessibilityProblems } from './axe.js';
import { browserTest, PHONE } from './harness.js';
import { startServer } from './server.js';

browserTest('the demo loads without a complaint', {}, async ({ page, site, seen }) => {
  const answer = await page.goto(site.url);
  await page.locator('pain-map:state(ready)').waitFor();
  assert.equal(answer?.status(), 200);
  assert.match(answer?.headers()['content-security-policy'] ?? '', /trusted-types 'none'/);
  assert.deepEqual(await accessibilityProblems(page), []);
  assert.ok(seen.requests.every((request) => request.startsWith(`GET ${site.url}`)));
});

browserTest('the demo fits on a telephone', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await page.goto(site.url);
  await page.locator('pain-map:state(ready)').waitFor();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(overflow, 0, 'the page scrolls sideways');
});

test('files come with their types, compressed', async () => {
  const site = await startServer();
  try {
    const types = { 'pain_map_bg.wasm': 'application/wasm', 'pain-map.js': 'text/javascript' };
    for (const [file, type] of Object.entries(types)) {
      const answer = await fetch(new URL(`painmap/${file}`, site.url), {
        headers: { 'accept-encoding': 'br' },
      });
      assert.equal(answer.status, 200, file);
      assert.equal(answer.headers.get('content-type'), type);
      assert.equal(answer.headers.get('content-encoding'), 'br', file);
      await answer.body?.cancel();
    }
  } finally {
    await site.stop();
  }
});
