// Safe and quiet: every state lives under a policy that forbids inline code and styles and markup from
// strings, and nothing that is asked for tells of the record.

import assert from 'node:assert/strict';

import { browserTest, PHONE } from './harness.js';
import { ask, click, furnished, openTrial, setAttributes, settled, tap } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const ALL = 'intensity worst-intensity spread qualities provoked-by depth size course since note history';
const VIEWS = 'posterior anterior left right';

/** @param {string} [attributes] */
const form = (attributes = '') => `<form action="/x"><pain-map name="pain" views="${VIEWS}" ask="${ALL}" ${attributes}>
  <textarea name="pain" aria-label="Where?"></textarea></pain-map></form><main></main>`;

/** Two records that have nothing in common but their figure. */
const RECORDS = [
  { format: 'painmap/1', marks: [{ id: 'm1', kind: 'spot', view: 'posterior', at: [-600, 1790], intensity: 7, note: '<b onclick=alert(1)>here</b>' }] },
  {
    format: 'painmap/1',
    marks: [
      { id: 'a', kind: 'area', view: 'anterior', outline: [[300, 2600], [600, 2600], [600, 2900]], qualities: ['burning'] },
      { id: 'b', kind: 'spot', view: 'left', at: [0, 9600], radiation: [{ view: 'posterior', path: [[250, 3956], [300, 4500]] }] },
    ],
    history: { signs: { worsening: true } },
    note: 'worse at night',
  },
].map((one) => JSON.stringify(one));

/** What was asked for of the package, the page itself left out. @param {{ requests: string[] }} seen @param {string} home */
const asked = (seen, home) => seen.requests.map((request) => request.replace(home, '')).filter((request) => request !== 'GET trial.html').sort();

/** Presses what has this name. @param {Page} page @param {string} name */
const press = (page, name) => page.getByRole('button', { name, exact: true }).first().click();

/** Goes through what a patient sees. @param {Page} page */
async function walkPatient(page) {
  for (const view of ['Front', 'Left side', 'Right side', 'Back']) {
    await press(page, view);
    await page.locator('.surface[aria-busy="false"]').waitFor();
  }
  for (const crop of await page.locator('.crops button').all()) await crop.click();
  await press(page, 'Zoom in');
  await press(page, 'Help');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.choosers button').nth(1).click();
  await page.locator('.choosers button').first().click();
  await page.locator('.list button').first().click();
  await page.locator('.panel:not([hidden])').first().waitFor();
  await settled(page);
}

/** Lets the clinician see what lies under a mark. @param {Page} page */
async function walkClinician(page) {
  await setAttributes(page, { mode: 'clinician' });
  await page.locator('.findings').waitFor({ state: 'attached' });
  await settled(page);
  await page.locator('.list button').first().click();
  await page.locator('.findings .where h3').first().waitFor();
  await page.locator('.findings input[value="true"]').first().check();
  await settled(page);
}

browserTest('the policy is in force, and what it refuses is seen', { allow: [/^policy: (style-src-attr|require-trusted)/, /^console: /] }, async ({ page, site, seen }) => {
  await openTrial(page, site.url, form());
  const broken = page.evaluate(() => {
    document.querySelector('main')?.setAttribute('style', 'color: red');
    Reflect.set(document.body, 'innerHTML', '');
  });
  await assert.rejects(broken, /TrustedHTML/);
  await settled(page);
  for (const refused of ['style-src-attr', 'require-trusted-types-for']) {
    assert.ok(seen.problems.some((problem) => problem.startsWith(`policy: ${refused}`)), `${refused}: ${seen.problems.join('; ')}`);
  }
});

browserTest('every state lives under the strict policy', {}, async ({ page, site, seen }) => {
  await openTrial(page, site.url, form('draft="visit"'));
  await click(page, { x: 250, y: 3956 });
  for (const [name, answer] of /** @type {const} */ ([['How strong is it now?', '7'], ['How strong was it at its', '9']])) {
    await page.getByRole('group', { name }).getByRole('radio', { name: answer, exact: true }).check();
  }
  await press(page, 'Show where it spreads');
  await click(page, { x: 250, y: 4700 });
  await walkPatient(page);
  await page.locator('.history input').first().check();
  for (const language of ['ar', 'zh', 'en']) {
    await setAttributes(page, { lang: language });
    await page.locator(`.base[lang="${language}"]`).waitFor();
    await settled(page);
  }
  await walkClinician(page);
  assert.ok((await page.locator('.findings .where li').count()) > 1, 'muscles are told');
  assert.match(await ask(page, 'toSVG'), /^<svg/);
  assert.equal((await ask(page, 'toFHIR', { subject: 'Patient/1', performer: 'Patient/1', examiner: 'Practitioner/1' })).resourceType, 'Bundle');
  await setAttributes(page, { mode: null, readonly: '' });
  await settled(page);
  await setAttributes(page, { readonly: null, disabled: '' });
  await settled(page);
  await setAttributes(page, { disabled: null });
  await page.locator('pain-map').evaluate((element, text) => { /** @type {any} */ (element).value = text; }, RECORDS[0] ?? '');
  await settled(page);
  assert.match((await page.locator('.list').textContent()) ?? '', /<b onclick=alert\(1\)>/, 'markup is a text like any other');
  assert.equal(await page.locator('pain-map :is([style], style, script)').count(), 0);
  for (const request of asked(seen, site.url)) assert.match(request, /^GET painmap\/[\w./-]+$/, 'a file of the package, and nothing more');
});

browserTest('a telephone’s questions live under it too', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await openTrial(page, site.url, form());
  await tap(page, { x: 250, y: 3956 });
  await page.locator('.panel:not([hidden])').waitFor();
  // Worst, qualities, what brings it on, depth, size, course, since, note: after the first step one by one.
  for (let step = 1; step <= 9; step += 1) {
    await page.locator('.steps .count', { hasText: new RegExp(`^${step} of 9$`) }).waitFor();
    if (step < 9) await page.locator('.panel .next').tap();
  }
  await settled(page);
});

/**
 * Opens a page whose widget gets a record in one of the ways that there are, and tells what was asked for.
 * @param {import('./harness.js').Setting} setting
 * @param {string} way
 * @param {string} text
 */
async function bring({ page, site, seen }, way, text) {
  seen.requests.length = 0;
  await openTrial(page, site.url, form(way === 'attribute' ? `value="${text.replaceAll('"', '&quot;')}"` : ''));
  await page.locator('pain-map').evaluate((element, [name, value]) => {
    if (name !== 'attribute') Reflect.set(element, name ?? '', value);
  }, [way, text]);
  if (way === 'previous') await page.locator('.adopt').click();
  // A record that the page brings makes it fetch the drawings of all views.
  await page.waitForFunction(() => ['anterior', 'lateral'].every((view) =>
    performance.getEntriesByType('resource').some(({ name }) => name.endsWith(`${view}-neutral.atlas`))));
  await settled(page);
  return asked(seen, site.url);
}

browserTest('what is asked for is the same whatever the record is', {}, async (setting) => {
  const { page, seen, site } = setting;
  for (const way of ['attribute', 'value', 'previous']) {
    const [one = [], other = []] = [await bring(setting, way, RECORDS[0] ?? ''), await bring(setting, way, RECORDS[1] ?? '')];
    assert.ok(one.length > 8, way);
    assert.deepEqual(one, other, way);
  }
  // Nor does what is done with it later tell one from the other.
  /** @type {string[][]} */
  const walks = [];
  for (const text of RECORDS) {
    await bring(setting, 'attribute', text);
    await walkPatient(page);
    await walkClinician(page);
    walks.push(asked(seen, site.url));
  }
  assert.deepEqual(walks[0], walks[1]);
  assert.ok(walks[0]?.includes('GET painmap/parts/clinic.wasm'));
});

for (const mode of ['patient', 'clinician']) {
  browserTest(`with preload nothing is asked for once it is ready (${mode})`, {}, async ({ page, site, seen }) => {
    // The page itself notes when it is ready: what is asked for before anybody here learns of that counts too.
    await page.addInitScript(() => document.addEventListener('pain-map-ready', () => Object.assign(window, { ready: performance.now() })));
    await openTrial(page, site.url, form(`preload draft="visit" mode="${mode}"`), { ready: false });
    await page.locator('pain-map:state(ready)').waitFor();
    const before = [...seen.requests];
    await furnished(page);
    if (mode === 'patient') {
      await page.locator('pain-map').evaluate((element, text) => { /** @type {any} */ (element).value = text; }, RECORDS[1] ?? '');
      await settled(page);
      await walkPatient(page);
      await page.locator('.history input').first().click();
      const drawn = await ask(page, 'value');
      await press(page, 'Paint an area');
      await page.locator('.surface').click();
      assert.notEqual(await ask(page, 'value'), drawn, 'it paints');
    } else {
      await click(page, { x: 250, y: 3956 });
      await page.locator('.findings .where h3').first().waitFor();
    }
    assert.deepEqual(seen.requests.slice(before.length), []);
    const [early, late] = await page.evaluate(() => {
      const files = performance.getEntriesByType('resource');
      const since = Number(/** @type {any} */ (window).ready);
      return [files.filter(({ startTime }) => startTime < since).length, files.filter(({ startTime }) => !(startTime < since)).map(({ name }) => name)];
    });
    assert.ok(Number(early) > 8, 'all is there by then');
    assert.deepEqual(late, []);
  });
}
