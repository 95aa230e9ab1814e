// A clinician's hand: findings, essentials, what lies under a mark, and a patient's marks that stay as
// they are; and that nothing of it can be reached in a patient's hand.

import assert from 'node:assert/strict';

import { accessibilityProblems } from './axe.js';
import { browserTest, PHONE } from './harness.js';
import { choose, EXAMINED, openWidget, put, QUESTIONS, RECORD, texts } from './trial.js';
import { ask, check, click, onScreen, onTheRight, LANDMARKS, record, setAttributes, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const CLINICIAN = 'mode="clinician" views="posterior anterior left right" crop="back"';
/** What only a clinician may read. */
const CLINICAL = /taut band|nodule|hypersensitive|referred pain|twitch|threshold|kPa|trigger point|essential|Delphi|muscle\b|trapezius|pattern|landmark|vertebra|\b[CTL]\d|suprascapular|cervical|lumbar/i;
/** The files that serve a clinician. */
const FILES = /clinician|clinic\.|findings|-clinic/;

/** The findings of a mark. @param {Page} page @param {number} index */
const findings = async (page, index) => (await record(page)).marks[index].findings;
/** A finding's row. @param {Page} page @param {string} name */
const finding = (page, name) => page.locator('.findings').getByRole('group', { name, exact: true });

browserTest('findings land in the record, one by one, and can be taken back', {}, async ({ page, site }) => {
  await openWidget(page, site.url, CLINICIAN, { record: RECORD, select: 0 });
  assert.equal(await findings(page, 0), undefined, 'choosing a mark finds nothing');
  for (const [name, member] of [['Taut band', 'tautBand'], ['Hypersensitive spot', 'hypersensitiveSpot'], ['Referred pain', 'referredPain'],
    ['Patient recognises the pain', 'recognised'], ['Nodule', 'nodule'], ['Local twitch response', 'localTwitch']]) {
    const row = finding(page, String(name));
    for (const [answer, value] of /** @type {const} */ ([['present', true], ['absent', false]])) {
      await row.getByLabel(answer, { exact: true }).click();
      assert.deepEqual(await findings(page, 0), { [String(member)]: value });
    }
    await row.getByLabel('absent', { exact: true }).click();
    assert.equal(await findings(page, 0), undefined, 'not examined is not absent');
  }
  // Findings are about the chosen mark alone.
  await choose(page, 2);
  await finding(page, 'Nodule').getByLabel('present').click();
  assert.deepEqual((await record(page)).marks.map((/** @type {any} */ mark) => mark.findings), [undefined, undefined, { nodule: true }]);
  assert.deepEqual(await accessibilityProblems(page, 'pain-map'), []);
  const { status, said } = await check(await ask(page, 'value'));
  assert.equal(status, 1, 'a patient can’t send them');
  assert.match(said, /findings/);
});

browserTest('the pressure-pain threshold is a whole number of kPa within its limits', {}, async ({ page, site }) => {
  await openWidget(page, site.url, CLINICIAN, { record: RECORD, select: 0 });
  const threshold = page.getByLabel('Pressure-pain threshold (kPa)');
  for (const [text, taken] of /** @type {const} */ ([['210', true], ['0', true], ['5000', true], ['5001', false], ['-1', false], ['20.5', false], ['', true]])) {
    const before = await findings(page, 0);
    await threshold.fill('');
    await threshold.pressSequentially(text, { delay: 20 });
    await threshold.press('Tab');
    await settled(page);
    const expected = text === '' ? undefined : { pressurePainThresholdKpa: Number(text) };
    assert.deepEqual(await findings(page, 0), taken ? expected : before, text);
    assert.equal(await threshold.evaluate((input) => /** @type {HTMLInputElement} */ (input).validity.valid), taken, text);
  }
});

browserTest('the essentials are shown as met, not met or not examined, and told no further', {}, async ({ page, site }) => {
  await openWidget(page, site.url, CLINICIAN, { record: RECORD, select: 0 });
  const shown = async () => ({ rows: await page.locator('.essentials li').allTextContents(), told: await page.locator('.conclusion').textContent() });
  const change = async (/** @type {object} */ found) => {
    await put(page, { ...RECORD, marks: [{ ...RECORD.marks[0], findings: found }] });
    await choose(page, 0);
    return shown();
  };
  assert.deepEqual(await shown(), {
    rows: ['Taut band: not examined', 'Hypersensitive spot: not examined', 'Referred pain: not examined'], told: 'Not all three are met.',
  });
  assert.deepEqual(await change({ tautBand: true, hypersensitiveSpot: false }), {
    rows: ['Taut band: met', 'Hypersensitive spot: not met', 'Referred pain: not examined'], told: 'Not all three are met.',
  });
  const met = { tautBand: true, hypersensitiveSpot: true, referredPain: true };
  assert.match((await change(met)).told ?? '', /unclassified trigger point/);
  assert.match((await change({ ...met, recognised: true })).told ?? '', /: active trigger point/);
  assert.match((await change({ ...met, recognised: false })).told ?? '', /latent trigger point/);
  // The two that are no essentials change nothing.
  assert.equal((await change({ nodule: true, localTwitch: true, recognised: true })).told, 'Not all three are met.');
  // They follow what is being entered.
  await choose(page, 0);
  for (const name of ['Taut band', 'Hypersensitive spot', 'Referred pain']) await finding(page, name).getByLabel('present').click();
  await settled(page);
  assert.match((await shown()).told ?? '', /: active trigger point/);
  assert.match((await page.locator('.findings').textContent()) ?? '', /consensus, not a diagnosis/);
});

browserTest('what lies under a mark is told with its sources', {}, async ({ page, site }) => {
  await openWidget(page, site.url, CLINICIAN, { record: RECORD, select: 0 });
  const where = page.locator('.findings .where');
  await where.getByRole('heading', { name: 'Where it is' }).waitFor();
  const told = await where.innerText();
  assert.match(told, /Vertebral level: T[1-4]\b/);
  assert.match(told, /Nearest landmarks: .*(acromion|superior angle of the scapula|spine of the scapula)/i);
  assert.match(told, /Muscles under the mark/);
  const muscles = await where.locator('ul').first().locator('li').allTextContents();
  assert.match(muscles[0] ?? '', /trapezius.*right.*superficial/i);
  assert.ok(muscles.some((name) => /supraspinatus|levator scapulae/i.test(name)), muscles.join('; '));
  assert.match(told, /Published patterns that cover it/);
  assert.match(told, /They name no cause/);
  const patterns = await where.locator('ul').last().locator('li').allTextContents();
  for (const pattern of patterns) assert.match(pattern, /\d+ % of it.*Sources: .{10}/s);
  // Another mark has another place.
  await choose(page, 1);
  await page.waitForFunction(() => /lumbo|longissimus|iliocostalis|multifid|quadratus/i.test(
    document.querySelector('pain-map')?.shadowRoot?.querySelector('.where ul')?.textContent ?? ''));
  assert.match(await where.innerText(), /Vertebral level: L[1-5]\b/);
});

browserTest('a patient’s marks can’t be moved, changed or taken away', {}, async ({ page, site }) => {
  await openWidget(page, site.url, CLINICIAN, { record: EXAMINED });
  const patients = async () => (await record(page)).marks.filter((/** @type {any} */ mark) => mark.by !== 'clinician');
  const before = await patients();
  assert.deepEqual(await page.locator('.list li .delete:visible').allTextContents(), ['Delete mark 4']);
  await choose(page, 0);
  assert.match((await page.locator('.whose').textContent()) ?? '', /can’t be moved or deleted/);
  for (const action of ['spread', 'move', 'delete']) assert.equal(await page.locator(`.findings [data-do=${action}]`).isVisible(), false, action);
  assert.equal(await page.locator('.findings .scale').isVisible(), false, 'the patient’s rating is theirs');
  const [x, y] = RECORD.marks[0]?.at ?? [];
  const from = await onScreen(page, { x: Number(x), y: Number(y) });
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 60, { steps: 3 });
  await page.mouse.up();
  const surface = page.locator('.surface');
  await choose(page, 0);
  for (const key of ['Delete', 'Backspace', 'm', 's', 'Enter', 'Escape']) await surface.press(key);
  assert.deepEqual(await patients(), before);
  await page.getByRole('button', { name: 'Clear all' }).click();
  assert.deepEqual(await patients(), before, 'clearing takes the clinician’s own alone');

  // A mark of one's own is one's own.
  await click(page, onTheRight(LANDMARKS.besideL4));
  const own = (await record(page)).marks.at(-1);
  assert.equal(own.by, 'clinician');
  await settled(page);
  await page.locator('.findings [data-do=delete]').click();
  assert.equal((await record(page)).marks.some((/** @type {any} */ mark) => mark.id === own.id && mark.by === 'clinician'), false);
});

browserTest('what is entered belongs to the mark that is shown, and stays to be seen', { touch: true }, async ({ page, site }) => {
  const spots = [[-600, 1790], [300, 2700]].map((at, index) => ({ id: `m${index + 1}`, by: 'patient', kind: 'spot', view: 'posterior', at }));
  await openWidget(page, site.url, CLINICIAN, { record: { format: 'painmap/1', marks: spots }, select: 0 });
  // A finger goes to the next mark: only then the field loses the focus.
  await page.getByLabel('Pressure-pain threshold (kPa)').pressSequentially('210');
  const other = await onScreen(page, { x: 300, y: 2700 });
  await page.touchscreen.tap(other.x, other.y);
  await settled(page);
  assert.equal(await page.locator('.mark[data-selected]').getAttribute('data-mark'), 'm2');
  assert.deepEqual([await findings(page, 0), await findings(page, 1)], [{ pressurePainThresholdKpa: 210 }, undefined]);
  assert.equal(await page.getByLabel('Pressure-pain threshold (kPa)').inputValue(), '');

  const own = await onScreen(page, LANDMARKS.besideL4);
  await page.touchscreen.tap(own.x, own.y);
  await settled(page);
  const six = page.locator('.findings .scale input[value="6"]');
  await six.tap();
  await settled(page);
  const mark = (await record(page)).marks[2];
  assert.deepEqual([mark.by, mark.intensity, await six.isChecked()], ['clinician', 6, true]);
  await choose(page, 0);
  await choose(page, 2);
  assert.equal(await six.isChecked(), true);
});

browserTest('in a patient’s hand none of it is there', { viewport: PHONE, touch: true }, async ({ page, site, seen }) => {
  await openWidget(page, site.url, `views="posterior anterior" ask="${QUESTIONS.join(' ')} findings tautBand clinician muscles"`, { record: RECORD });
  await page.evaluate(() => document.addEventListener('pain-map-error', (event) => {
    Object.assign(window, { pointer: /** @type {CustomEvent} */ (event).detail.pointer });
  }));
  const clean = async (/** @type {string} */ when) => {
    await settled(page);
    assert.equal(await page.locator('.findings').count(), 0, when);
    assert.deepEqual((await texts(page)).filter((text) => CLINICAL.test(text.replace(/It hurts deep in the muscle/, ''))), [], when);
    assert.doesNotMatch(String(await ask(page, 'toText')), CLINICAL, when);
    assert.deepEqual(seen.requests.filter((request) => FILES.test(request)), [], when);
  };
  await clean('at first');
  await page.locator('.list [data-do=select]').first().tap();
  await page.locator('.panel:not([hidden])').waitFor();
  await clean('with a mark');
  await setAttributes(page, { 'data-mode': 'clinician', ask: 'findings', views: 'posterior muscles', crop: 'muscles', mode: 'clinical' });
  await clean('by other attributes');
  for (const mode of ['', 'examiner', 'clinician,patient', 'patient clinician']) {
    await setAttributes(page, { mode });
    await clean(`mode ${mode}`);
  }
  await setAttributes(page, { mode: null, ask: QUESTIONS.join(' '), views: 'posterior', crop: null });
  for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789?') await page.locator('.surface').press(key);
  for (const key of ['Escape', 'F2', 'Shift+F', 'Alt+c', 'Control+f', 'Control+m']) await page.locator('.surface').press(key);
  await clean('by keys');
  const before = await ask(page, 'value');
  await page.locator('pain-map').evaluate((element, text) => { /** @type {any} */ (element).value = text; }, JSON.stringify(EXAMINED));
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).pointer), '/marks/0/findings', 'findings are refused');
  assert.equal(await ask(page, 'value'), before);
  await clean('after a refused record');

  // What a clinician's hand has fetched goes with it.
  await setAttributes(page, { mode: 'clinician' });
  await page.locator('.findings').waitFor({ state: 'attached' });
  await setAttributes(page, { mode: 'patient' });
  await settled(page);
  assert.equal(await page.locator('.findings').count(), 0);
  assert.deepEqual((await texts(page)).filter((text) => /taut band|trigger point|kPa|\b[CTL]\d/i.test(text)), []);
});
