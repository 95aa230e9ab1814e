// Each example is a form that a person can fill and send, with the package as its bundler took it.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { STRICT } from '../folder.js';
import { click, LANDMARKS } from '../widget.js';
import { inExamples, onStage } from './stage.js';

/** What is served of each, the Trusted Types that its bundler or framework needs, and whether it shows the selection. */
const FORMS = {
  'plain-html': { served: 'plain-html', types: 'none', selects: false },
  webpack: { served: 'webpack', types: 'webpack', selects: false },
  react: { served: 'react/dist', types: 'none', selects: true },
  vue: { served: 'vue/dist', types: 'vue', selects: true },
  svelte: { served: 'svelte/dist', types: 'svelte-trusted-html', selects: true },
};

/** What the page says that it would send. @param {import('playwright-core').Page} page @returns {Promise<[name: string, value: string][]>} */
async function sent(page) {
  const lines = (await page.locator('output').innerText()).split('\n').filter(Boolean);
  return lines.map((line) => /** @type {[string, string]} */ (/^(\w+): (.*)$/.exec(line)?.slice(1)));
}

for (const [name, { served, types, selects }] of Object.entries(FORMS)) {
  const policy = [...STRICT, "require-trusted-types-for 'script'", `trusted-types ${types === 'none' ? "'none'" : types}`];

  test(`${name}: a mark is sent as one entry`, () => onStage(served, async ({ page }) => {
    await page.locator('pain-map:state(ready)').waitFor();
    await page.getByLabel('Your name').fill('Sam Doe');
    await page.getByRole('button', { name: 'Send' }).click();
    assert.deepEqual(await sent(page), [], 'an answer is required');

    await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
    await click(page, LANDMARKS.inferiorAngleOfScapula);
    if (selects) await page.getByText('You are answering about m1.').waitFor();
    await page.getByRole('button', { name: 'Send' }).click();
    const [[, who], [field, value], ...more] = /** @type {[[string, string], [string, string]]} */ (await sent(page));
    assert.equal(who, 'Sam Doe');
    assert.equal(field, 'pain');
    assert.deepEqual(more, []);
    const record = JSON.parse(value);
    assert.equal(record.format, 'painmap/1');
    assert.equal(record.marks.length, 1);
    assert.deepEqual(record.marks[0].place, { side: 'left', regions: ['scapular'] });
  }, { policy }));

  test(`${name}: every drawing is there under a strict policy`, () => onStage(served, async ({ page, server }) => {
    await page.locator('pain-map:state(ready)').waitFor();
    await page.evaluate(() => {
      document.addEventListener('pain-map-error', (event) => {
        throw new Error(/** @type {CustomEvent} */ (event).detail.message);
      });
    });
    for (const figure of ['feminine', 'masculine', 'neutral']) {
      await page.locator('pain-map').evaluate((widget, body) => {
        const element = /** @type {any} */ (widget);
        element.figure = body;
        element.views = 'posterior anterior left right';
      }, figure);
      for (const view of ['Front', 'Left side', 'Right side', 'Back']) {
        await page.getByRole('button', { name: view, exact: true }).first().click();
        await page.locator('.surface:not([aria-busy="true"])').waitFor();
      }
    }
    assert.ok(server.asked.some((path) => path.endsWith('.wasm')));
    assert.ok(server.asked.some((path) => path.endsWith('.atlas')));
  }, { policy }));
}

test('nothing of one person comes back for the next', () => onStage('plain-html', async ({ page, server }) => {
  await page.locator('pain-map:state(ready)').waitFor();
  await click(page, LANDMARKS.besideL4);
  await page.locator('pain-map:not(:state(empty))').waitFor();
  await page.goto(`${server.origin}/form.css`);
  await page.goBack();
  await page.locator('pain-map:state(ready):state(empty)').waitFor();
}));

test('every bundler ships every language', async () => {
  const locales = fileURLToPath(new URL('../../../crates/painmap/locales', import.meta.url));
  /** The words of the same button in each. @type {[language: string, words: string][]} */
  const buttons = [];
  for (const file of await readdir(locales)) {
    buttons.push([file.replace('.json', ''), JSON.parse(await readFile(`${locales}/${file}`, 'utf8')).undo]);
  }
  assert.ok(buttons.length > 1);
  for (const { served } of Object.values(FORMS)) {
    await onStage(served, async ({ page }) => {
      await page.locator('pain-map:state(ready)').waitFor();
      for (const [language, words] of buttons) {
        await page.locator('pain-map').evaluate((widget, lang) => widget.setAttribute('lang', lang), language);
        await page.getByRole('button', { name: words, exact: true }).waitFor();
      }
    });
  }
});

test('Vite and webpack emit the program and all drawings', async () => {
  const drawings = (await readdir(inExamples('plain-html/node_modules/painmap/dist/views'))).filter((file) => file.endsWith('.atlas'));
  assert.ok(drawings.length > 1);
  const parts = (await readdir(inExamples('plain-html/node_modules/painmap/dist'), { recursive: true })).filter((file) => file.endsWith('.wasm'));
  assert.ok(parts.length > 1);
  for (const folder of ['webpack/dist', 'react/dist/assets', 'vue/dist/assets', 'svelte/dist/assets']) {
    const files = await readdir(inExamples(folder));
    const scripts = await Promise.all(files.filter((file) => file.endsWith('.js')).map((file) => readFile(inExamples(folder, file), 'utf8')));
    // A small file may be written into a script instead.
    const written = scripts.join('').match(/data:application\/octet-stream;base64,|data:;base64,/g) ?? [];
    assert.equal(files.filter((file) => file.endsWith('.atlas')).length + written.length, drawings.length, folder);
    assert.equal(files.filter((file) => file.endsWith('.wasm')).length, parts.length, folder);
  }
});
