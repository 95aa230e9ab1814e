// A record that is only looked at: as it was, with nothing that changes it, and whole on paper.

import assert from 'node:assert/strict';

import { accessibilityProblems } from './axe.js';
import { browserTest, PHONE } from './harness.js';
import { EXAMINED, openWidget, put, QUESTIONS, RECORD } from './trial.js';
import { ask, click, entries, furnished, LANDMARKS, onScreen, record, setAttributes, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const READONLY = `readonly views="posterior anterior left right" crop="back" ask="${QUESTIONS.join(' ')}"`;
const TOLD = {
  ...EXAMINED,
  figure: 'neutral',
  recorded: '2026-10-01T08:00:00Z',
  note: 'Since the move.',
  marks: EXAMINED.marks.map((mark, index) => ({ ...mark, by: mark.by, note: index === 0 ? 'worse after desk work' : undefined })),
  history: { signs: { keepsAwake: true, worsening: false }, relief: [{ what: 'heat', helped: 'some' }], treatedBy: 'prefer-not-to-say', treatments: [] },
  'x-clinic': { room: 4 },
};

/** What the record held before anything was derived. @param {any} map */
const raw = (map) => JSON.parse(JSON.stringify({ ...map, marks: map.marks.map((/** @type {any} */ mark) => ({ ...mark, place: undefined })) }));

browserTest('the record is shown as it was, a clinician’s too, and nothing can change it', {}, async ({ page, site }) => {
  await openWidget(page, site.url, READONLY, { record: TOLD });
  await page.evaluate(() => {
    const said = /** @type {string[]} */ ([]);
    Object.assign(window, { said });
    for (const type of ['input', 'change']) document.addEventListener(type, () => said.push(type));
  });
  const before = await ask(page, 'value');
  // Not even what is derived of the moment: it was not recorded now, and no view was shown to be marked.
  assert.deepEqual(raw(JSON.parse(before)), raw(TOLD));
  const list = await page.locator('.list').innerText();
  for (const words of [/7 of 10/, /aching/, /spreads to/, /in their own words: “worse after desk work”/, /Findings: taut band/, /210 kPa/, /marked by the clinician/,
    /no taut band/, /Since the move\./, /Signs: The pain keeps me awake/, /Not so: The pain is getting worse/, /Tried at home: Heat/, /Treated by: prefers not to say/, /Treated with: none/]) {
    assert.match(list, words);
  }
  assert.match((await page.locator('.prompt').first().textContent()) ?? '', /This is what was marked/);

  // All that can be used looks at another part of the drawing.
  const controls = await page.locator('pain-map').evaluate((element) =>
    [...(element.shadowRoot?.querySelectorAll('button, input, select, textarea, a, [contenteditable], [draggable=true]') ?? [])]
      .filter((each) => each.checkVisibility())
      .map((each) => each.getAttribute('data-do')));
  assert.deepEqual([...new Set(controls)].sort(), ['crop', 'view', 'zoom']);

  await click(page, LANDMARKS.besideL4);
  const { x, y } = await onScreen(page, { x: -600, y: 1790 });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 80, y + 80, { steps: 3 });
  await page.mouse.up();
  await page.mouse.dblclick(x, y);
  for (const key of ['Enter', ' ', 'Delete', 'Backspace', 'm', 's', 'n', 'q', 'Enter', 'Control+z', 'Control+y', 'ArrowDown', 'Enter', '7']) await page.locator('.surface').press(key);
  await page.getByRole('button', { name: 'Front', exact: true }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await settled(page);
  assert.equal(await page.locator('.panel:visible').count(), 0);
  assert.equal(await ask(page, 'value'), before);
  assert.deepEqual(await entries(page), [before], 'it is sent as it was');
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).said), []);
  assert.deepEqual(await accessibilityProblems(page, 'pain-map'), []);
});

browserTest('who may only look may look in either hand, and go back to work', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await openWidget(page, site.url, 'views="posterior anterior"', { record: RECORD });
  assert.equal(await page.locator('.list .delete:visible').count(), RECORD.marks.length);
  await setAttributes(page, { readonly: '', mode: 'clinician' });
  await settled(page);
  assert.equal(await page.locator('.list button:visible').count(), 0);
  assert.equal(await page.locator('.findings:visible').count(), 0);
  await setAttributes(page, { readonly: null, mode: 'patient' });
  await settled(page);
  assert.equal(await page.locator('.list .delete:visible').count(), RECORD.marks.length);
  // No pain and nothing are two answers.
  await setAttributes(page, { readonly: '' });
  await put(page, { format: 'painmap/1', marks: [], noPain: true });
  assert.match(await page.locator('.list').innerText(), /No pain today/);
  await put(page, { format: 'painmap/1', marks: [] });
  assert.match(await page.locator('.list').innerText(), /Nothing is marked yet/);
  assert.equal((await record(page)).noPain, undefined);
});

browserTest('on paper stand all marks in words and every view that holds one', { colorScheme: 'dark' }, async ({ page, site }) => {
  await openWidget(page, site.url, READONLY, { record: TOLD });
  // What the screen shows is another part of the body.
  await page.getByRole('button', { name: 'Left side' }).click();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await settled(page);
  assert.equal(await page.locator('.plate').count(), 0, 'on the screen there is nothing of it');

  await page.emulateMedia({ media: 'print' });
  await page.locator('.plate').first().waitFor();
  assert.deepEqual(await page.locator('.plate figcaption').allTextContents(), ['Back', 'Front']);
  const drawn = await page.locator('.plate').evaluateAll((plates) => plates.map((plate) => {
    const frame = plate.querySelector('.sheet')?.shadowRoot?.querySelector('svg')?.getBoundingClientRect() ?? new DOMRect();
    return [...(plate.querySelector('.sheet')?.shadowRoot?.querySelectorAll('.mark .number') ?? [])].map((number) => {
      const { x, y, right, bottom } = number.getBoundingClientRect();
      return number.textContent + (x >= frame.x && y >= frame.y && right <= frame.right && bottom <= frame.bottom ? '' : ' is cut');
    });
  }));
  assert.deepEqual(drawn, [['1', '2', '4'], ['3']], 'each mark by its number, whole, in its view');
  assert.equal(await page.locator('.map').isVisible(), false, 'the part that the screen showed is not printed beside them');
  for (const away of ['.tools', '.switch', '.zoom', '.panel', '.history', '.naming']) assert.equal(await page.locator(`${away}:visible`).count(), 0, away);
  const rows = page.locator('.list li');
  assert.equal(await rows.count(), TOLD.marks.length);
  for (const row of await rows.all()) assert.ok(await row.isVisible());
  const [ground, text] = await page.locator('.base').evaluate((base) => [getComputedStyle(base).backgroundColor, getComputedStyle(base).color]);
  assert.deepEqual([ground, text], ['rgb(255, 255, 255)', 'rgb(34, 32, 30)'], 'paper is white');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);

  await page.emulateMedia({ media: 'screen' });
  await page.locator('.plate').first().waitFor({ state: 'detached' });
  await page.emulateMedia({ media: null });
  // A real print, on paper of its own size.
  await page.evaluate(() => {
    addEventListener('beforeprint', () => Object.assign(window, { atOnce: [...(document.querySelector('pain-map')?.shadowRoot?.querySelectorAll('.sheet') ?? [])].flatMap((sheet) => [...(sheet.shadowRoot?.querySelectorAll('.mark .number') ?? [])]).length }));
  });
  const file = await page.pdf({ format: 'A4' });
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).atOnce), TOLD.marks.length, 'they are there when the page is laid out');
  const pages = file.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
  assert.ok(pages.length === 1, `${pages.length} pages`);
  assert.equal(await page.locator('.plate').count(), 0);
  // An element that went and came back prints once.
  await page.locator('pain-map').evaluate(async (element) => {
    const form = element.parentElement;
    element.remove();
    await new Promise((done) => { setTimeout(done); });
    form?.append(element);
  });
  await furnished(page);
  await page.emulateMedia({ media: 'print' });
  await page.locator('.plate').first().waitFor();
  assert.equal(await page.locator('.plate').count(), 2);
});

browserTest('what is still being filled in is printed as it stands', {}, async ({ page, site }) => {
  await openWidget(page, site.url, `ask="${QUESTIONS.join(' ')}"`, { record: RECORD, select: 0 });
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.plate').count(), 0);
  assert.equal(await page.locator('.map').isVisible(), true);
  assert.equal(await page.locator('.panel:visible').count(), 0);
});

browserTest('a view that holds a mark can be looked at, though the page offers it not', {}, async ({ page, site }) => {
  await openWidget(page, site.url, 'readonly views="posterior"', { record: RECORD });
  for (const state of ['readonly', 'editable']) {
    assert.equal(await page.locator('.mark .disc').count(), 2, state);
    await page.getByRole('button', { name: 'Front', exact: true }).click();
    await page.locator('.surface[aria-busy="false"] .mark[data-mark=m3] .disc').waitFor();
    assert.equal(await page.locator('.mark .disc').count(), 1, state);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await settled(page);
    await setAttributes(page, { readonly: null });
    await settled(page);
  }
});
