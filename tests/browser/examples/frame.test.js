// A page without custom elements, with the pain map in a frame of another server.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { serveFolder, STRICT, TRUSTED_TYPES } from '../folder.js';
import { inExamples, watched } from './stage.js';

test('a form gets the record out of a frame of another origin', async () => {
  const packages = await serveFolder(inExamples('frame/node_modules/painmap/dist'), { policy: [...STRICT, ...TRUSTED_TYPES] });
  const forms = await serveFolder(inExamples('frame'), {
    policy: [...STRICT, ...TRUSTED_TYPES, `frame-src ${packages.origin}`],
    change: (_, text) => text.replace('node_modules/painmap/dist/', `${packages.origin}/`),
  });
  try {
    await watched(`${forms.origin}/`, async (page) => {
      const frame = page.frameLocator('iframe');
      await frame.locator('pain-map:state(ready)').waitFor();
      await page.getByLabel('Your name').fill('Sam Doe');
      await page.getByRole('button', { name: 'Send' }).click();
      assert.equal(await page.locator('output').innerText(), '', 'an answer is required');

      await page.waitForFunction(() => parseInt(document.querySelector('iframe')?.style.height ?? '') > 300);
      await frame.locator('.surface').click({ position: { x: 200, y: 200 } });
      await page.waitForFunction(() => /** @type {any} */ (document.forms[0]).elements.pain.value.includes('"m1"'));
      await page.getByRole('button', { name: 'Send' }).click();
      const said = await page.locator('output').innerText();
      assert.equal(said.split('pain: ').length, 2, 'one entry');
      assert.equal(JSON.parse(said.split('pain: ')[1] ?? '').marks.length, 1);
    }, [/request to another server/]);
    assert.ok(!forms.asked.some((path) => path.includes('pain')), 'the form’s own server gives no part of the widget');
  } finally {
    await Promise.all([forms.stop(), packages.stop()]);
  }
});
