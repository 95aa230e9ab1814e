// The frame page: it speaks with one origin alone, and keeps records out of addresses.

import assert from 'node:assert/strict';
import { join } from 'node:path';

import { serveFolder } from './folder.js';
import { browserTest, PHONE } from './harness.js';

/** @typedef {import('playwright-core').Page} Page */

const RECORD = JSON.stringify({
  format: 'painmap/1',
  marks: [{ id: 'm1', kind: 'spot', view: 'posterior', at: [-600, 1790], intensity: 7 }],
});

/**
 * A page of one server with the frame page of another in it. The test's own server stands for a third.
 * @param {Page} page
 * @param {(frame: { own: string, other: string, show(settings: Record<string, string>): Promise<import('playwright-core').FrameLocator> }) => Promise<void>} body
 */
async function withFrame(page, body) {
  const dist = join(process.env.PAINMAP_WWW ?? '', 'dist');
  const policy = ["default-src 'none'", "frame-src http://127.0.0.1:*"];
  const packages = await serveFolder(dist, { policy: [] });
  const pages = await serveFolder(join(process.env.PAINMAP_WWW ?? '', 'demo'), {
    policy,
    change: () => '<!doctype html><html lang="en"><title>Form</title><iframe title="Map" width="900" height="900"></iframe></html>',
  });
  try {
    await page.goto(`${pages.origin}/index.html`);
    await body({
      own: pages.origin,
      other: packages.origin,
      async show(settings) {
        await page.evaluate((address) => {
          const said = /** @type {any[]} */ ([]);
          Object.assign(window, { said });
          addEventListener('message', ({ data, origin }) => said.push({ ...data, origin }));
          /** @type {HTMLIFrameElement} */ (document.querySelector('iframe')).src = address;
        }, `${packages.origin}/frame/frame.html#${new URLSearchParams(settings)}`);
        return page.frameLocator('iframe');
      },
    });
  } finally {
    await Promise.all([packages.stop(), pages.stop()]);
  }
}

/** What the frame said so far. @param {Page} page @param {string} [type] @returns {Promise<any[]>} */
const said = (page, type = '') =>
  page.evaluate((wanted) => /** @type {any} */ (window).said.filter((/** @type {any} */ one) => one.type.endsWith(wanted)), type);

/** Sends a message into the frame. @param {Page} page @param {object} message */
const say = (page, message) =>
  page.evaluate((data) => document.querySelector('iframe')?.contentWindow?.postMessage(data, '*'), message);

/** Waits until the frame has said something. @param {Page} page @param {string} type @param {number} [times] */
const hear = (page, type, times = 1) =>
  page.waitForFunction(
    ([wanted, least]) => /** @type {any} */ (window).said.filter((/** @type {any} */ one) => one.type === wanted).length >= Number(least),
    [`pain-map:${type}`, times],
  );

const OTHERS = [/^request to another server: http:\/\/127\.0\.0\.1:/];

browserTest('a record goes into the frame and comes out of it', { allow: OTHERS }, ({ page }) =>
  withFrame(page, async ({ own, other, show }) => {
    const frame = await show({ origin: own, crop: 'back', required: '', lang: 'en-GB', label: 'Say where' });
    await frame.locator('pain-map:state(ready)').waitFor();
    await hear(page, 'ready');
    assert.deepEqual((await said(page)).map(({ origin }) => origin).filter((origin) => origin !== other), []);
    await hear(page, 'height');
    await hear(page, 'value');
    const [{ height }] = await said(page, 'height');
    assert.ok(height > 100 && Number.isInteger(height));
    const [first] = await said(page, 'value');
    assert.equal(first.valid, false, 'an answer is required');
    assert.ok(first.validationMessage);

    await say(page, { type: 'pain-map:set', value: RECORD });
    await hear(page, 'value', 2);
    const second = (await said(page, 'value')).at(-1);
    assert.equal(second.valid, true);
    assert.equal(JSON.parse(second.value).marks[0].intensity, 7);

    await say(page, { type: 'pain-map:set', value: 'no record' });
    await hear(page, 'error');
    await hear(page, 'value', 3);
    assert.equal((await said(page, 'value')).at(-1).value, second.value, 'a refused one leaves the one before it');

    await frame.locator('.surface').click({ position: { x: 150, y: 150 } });
    await page.waitForFunction(() => /** @type {any} */ (window).said.some((/** @type {any} */ one) => one.value?.includes('"m2"')));
    assert.equal(await frame.locator('textarea[name]').count(), 1);
    assert.equal(await frame.locator('label').first().evaluate((label) => label.firstChild?.textContent), 'Say where');
    assert.equal(await frame.locator('html').getAttribute('lang'), 'en-GB');
  }));

browserTest('a reset in the frame forgets the draft too', { allow: OTHERS }, ({ page }) =>
  withFrame(page, async ({ own, show }) => {
    const frame = await show({ origin: own, crop: 'back', draft: 'visit' });
    await frame.locator('pain-map:state(ready)').waitFor();
    await frame.locator('.surface').click({ position: { x: 150, y: 150 } });
    const kept = () => frame.locator('html').evaluate(() => sessionStorage.getItem('pain-map:visit') ?? '');
    while (!(await kept()).includes('m1'));
    await say(page, { type: 'pain-map:reset' });
    await page.waitForFunction(() => /** @type {any} */ (window).said.at(-1).value?.includes('"marks":[]'));
    while (await kept());
  }));

browserTest('pages of another origin learn nothing and change nothing', {
  allow: [...OTHERS, /postMessage.*target origin/],
}, ({ page }) =>
  withFrame(page, async ({ show }) => {
    const frame = await show({ origin: 'https://forms.example', crop: 'back' });
    await frame.locator('pain-map:state(ready)').waitFor();
    await say(page, { type: 'pain-map:set', value: RECORD });
    await say(page, { type: 'pain-map:get' });
    await frame.locator('.surface').click({ position: { x: 150, y: 150 } });
    await frame.getByRole('button', { name: 'Undo' }).and(frame.locator(':enabled')).waitFor();
    const value = await frame.locator('pain-map').evaluate((widget) => /** @type {any} */ (widget).value);
    assert.equal(JSON.parse(value).marks.length, 1, 'the tap is there, the record that was sent is not');
    assert.deepEqual(await said(page), []);
  }));

browserTest('the frame’s address takes settings and no record', { allow: OTHERS }, async ({ page }) => {
  for (const [settings, fault] of /** @type {[Record<string, string>, RegExp][]} */ ([
    [{ value: RECORD }, /no setting value/],
    [{ onclick: 'alert(1)' }, /no setting onclick/],
    [{ origin: '*' }, /origin must be/],
    [{ origin: 'null' }, /origin must be/],
    [{ origin: 'https://forms.example/path' }, /origin must be/],
    [{ origin: 'javascript:alert(1)' }, /origin must be/],
  ])) {
    await withFrame(page, async ({ own, show }) => {
      const frame = await show({ origin: own, ...settings });
      await frame.getByRole('alert').waitFor();
      assert.match(await frame.getByRole('alert').innerText(), fault);
      assert.equal(await frame.locator('pain-map').isVisible(), false);
      assert.deepEqual(await said(page), []);
    });
  }
});

browserTest('without the widget the frame sends what is typed', { viewport: PHONE, allow: [...OTHERS, /pain_map_bg\.wasm|ERR_FAILED/] }, ({ page }) =>
  withFrame(page, async ({ own, show }) => {
    await page.route('**/pain_map_bg.wasm', (route) => route.abort());
    const frame = await show({ origin: own });
    await hear(page, 'error');
    await frame.locator('textarea').fill('between the shoulders');
    await page.waitForFunction(() => /** @type {any} */ (window).said.some((/** @type {any} */ one) => one.value === 'between the shoulders'));
  }));
