// What docs/element.md lists of parts and states is what there is, neither more nor less.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { browserTest } from './harness.js';
import { click, LANDMARKS, openDemo } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const manifest = JSON.parse(await readFile(join(process.env.PAINMAP_WWW ?? '', 'custom-elements.json'), 'utf8'));
const element = manifest.modules.flatMap((/** @type {any} */ module) => module.declarations).find((/** @type {any} */ one) => one.customElement);
/** @param {'cssParts' | 'cssStates'} kind @returns {string[]} */
const listed = (kind) => element[kind].map((/** @type {any} */ one) => one.name).sort();

/** The words of all `part` attributes inside the widget. @param {Page} page @returns {Promise<string[]>} */
const parts = (page) =>
  page.locator('pain-map').evaluate((widget) =>
    [...(widget.shadowRoot?.querySelectorAll('[part]') ?? [])].flatMap((node) => [...node.part]));

browserTest('every part is listed', {}, async ({ page, site }) => {
  const found = new Set();
  for (const mode of ['patient', 'clinician']) {
    await openDemo(page, site.url);
    await page.locator('pain-map').evaluate((widget, hand) => widget.setAttribute('mode', hand), mode);
    await click(page, LANDMARKS.besideL4);
    await page.locator(mode === 'patient' ? '[part~=question]' : '[part~=findings]').first().waitFor();
    await page.locator('.surface').focus();
    await page.keyboard.press('?');
    await page.locator('[part~=help]').waitFor();
    for (const part of await parts(page)) found.add(part);
  }
  assert.deepEqual([...found].sort(), listed('cssParts'));
});

browserTest('every state is listed', { allow: [/pain_map_bg\.wasm|ERR_FAILED/] }, async ({ page, site }) => {
  const states = listed('cssStates');
  const found = new Set();
  const look = async () => {
    for (const state of states) if (await page.locator(`pain-map:state(${state})`).count()) found.add(state);
  };
  await openDemo(page, site.url);
  await look();
  await page.getByRole('button', { name: 'Send to the clinic' }).click();
  await look();
  await page.route('**/pain_map_bg.wasm', (route) => route.abort());
  await page.reload();
  await page.locator('pain-map:state(error)').waitFor();
  await look();
  assert.deepEqual([...found].sort(), states);
});
