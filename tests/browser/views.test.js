// The views and the figures: a switch that keeps the marks, and drawings that load when needed.

import assert from 'node:assert/strict';

import { accessibilityProblems } from './axe.js';
import { browserTest, PHONE } from './harness.js';
import { click, hold, openDemo, record, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

/** Turns to a view and waits until it is drawn. @param {Page} page @param {string} name */
async function turn(page, name) {
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('.surface[aria-busy="false"]').waitFor();
}

/** The drawings that the page asked for. @param {{ requests: string[] }} seen */
const drawings = (seen) =>
  seen.requests.flatMap((request) => /views\/([a-z-]+)\.atlas/.exec(request)?.[1] ?? []).sort();

/** Places on the person's left (or on the side that is seen), and the region that is there. */
const PLACES = /** @type {const} */ ([
  ['Front', 'anterior', { x: 610, y: 2728 }, 'left', 'lower-chest'],
  ['Front', 'anterior', { x: -590, y: 1755 }, 'right', 'clavicular'],
  ['Left side', 'left', { x: -60, y: 3640 }, 'left', 'lateral-elbow'],
  ['Right side', 'right', { x: -60, y: 3640 }, 'right', 'lateral-elbow'],
  ['Back', 'posterior', { x: 250, y: 3956 }, 'left', 'lumbar-paraspinal-lower'],
]);

browserTest('a mark lands where it is tapped in every view', {}, async ({ page, site, seen }) => {
  await openDemo(page, site.url);
  assert.deepEqual(drawings(seen), [], 'the first view needs no other file');
  for (const [index, [name, view, place, side, region]] of PLACES.entries()) {
    await turn(page, name);
    await click(page, place, view);
    const mark = (await record(page)).marks[index];
    assert.equal(mark.view, view, name);
    assert.ok(Math.hypot(mark.at[0] - place.x, mark.at[1] - place.y) < 30, `${name}: ${mark.at}`);
    assert.deepEqual(mark.place, { side, regions: [region] }, name);
    await page.getByRole('button', { name: 'Done' }).click();
  }
  assert.deepEqual(drawings(seen), ['anterior-neutral', 'lateral-neutral'], 'each file once, the sides share one');
  const { marks, shown } = await record(page);
  assert.equal(marks.length, PLACES.length, 'turning keeps the marks');
  assert.deepEqual(shown.map((/** @type {{ view: string }} */ { view }) => view), ['posterior', 'anterior', 'left', 'right']);
});

browserTest('a mark in the list turns to its view', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await openDemo(page, site.url);
  await turn(page, 'Front');
  await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
  await click(page, { x: 610, y: 2728 }, 'anterior');
  await page.getByRole('button', { name: 'Done' }).click();
  await turn(page, 'Back');
  assert.equal(await page.locator('.mark .disc').count(), 0);
  await page.getByRole('button', { name: 'Change mark 1' }).click();
  await page.locator('.mark .disc').waitFor();
  assert.equal(await page.getByRole('button', { name: 'Front', exact: true }).getAttribute('aria-pressed'), 'true');
  assert.deepEqual(await accessibilityProblems(page), []);
});

browserTest('a record keeps its figure, and its places are told once they can be', {}, async ({ page, site, seen }) => {
  await openDemo(page, site.url);
  const marks = [
    { id: 'm1', kind: 'spot', view: 'posterior', at: [-600, 1790] },
    { id: 'm2', kind: 'spot', view: 'left', at: [0, 9600] },
  ];
  await page.locator('pain-map').evaluate((widget, text) => {
    /** @type {any} */ (widget).value = text;
  }, JSON.stringify({ format: 'painmap/1', figure: 'feminine', marks }));
  await page.locator('.surface[aria-busy="false"]').waitFor();
  await page.waitForFunction(() => {
    const { value } = /** @type {any} */ (document.querySelector('pain-map'));
    return JSON.parse(value).marks.every((/** @type {any} */ mark) => mark.place.regions.length > 0);
  });
  const map = await record(page);
  assert.equal(map.figure, 'feminine');
  assert.deepEqual(map.marks[0].place, { side: 'right', regions: ['suprascapular'] });
  assert.deepEqual(drawings(seen), ['anterior-feminine', 'anterior-neutral', 'lateral-feminine', 'lateral-neutral', 'posterior-feminine']);
  const entry = await page.evaluate(() =>
    String(new FormData(/** @type {HTMLFormElement} */ (document.querySelector('form'))).get('pain')),
  );
  assert.deepEqual(JSON.parse(entry), map, 'the form sends the same');
});

browserTest('the figure attribute is that of a new record', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await page.locator('pain-map').evaluate((widget) => widget.setAttribute('figure', 'masculine'));
  await page.locator('.surface[aria-busy="false"]').waitFor();
  await click(page, { x: 250, y: 3956 });
  const map = await record(page);
  assert.equal(map.figure, 'masculine');
  assert.equal(map.marks[0].place.regions[0], 'lumbar-paraspinal-lower');
});

/** Which view the switch says is shown. @param {Page} page */
const shownView = async (page) => {
  await settled(page);
  return page.locator('.views [aria-pressed="true"]').textContent();
};

browserTest('another figure’s view comes with the first click', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await page.locator('pain-map').evaluate((widget) => widget.setAttribute('figure', 'feminine'));
  await page.locator('.surface[aria-busy="false"]').waitFor();
  await turn(page, 'Front');
  assert.equal(await shownView(page), 'Front');
  await click(page, { x: 0, y: 4000 }, 'anterior');
  const { figure, marks } = await record(page);
  assert.deepEqual([figure, marks[0].view], ['feminine', 'anterior']);
});

browserTest('a slow drawing does not undo a later choice', {}, async ({ page, site }) => {
  /** @type {(value?: unknown) => void} */
  let release = () => {};
  const held = new Promise((resolve) => {
    release = resolve;
  });
  await page.route('**/lateral-neutral.atlas', async (route) => {
    await held;
    await route.continue();
  });
  await openDemo(page, site.url);
  await page.getByRole('button', { name: 'Left side' }).click();
  const front = page.waitForResponse('**/anterior-neutral.atlas');
  await page.getByRole('button', { name: 'Front', exact: true }).click();
  await front;
  await page.locator('.surface[aria-busy="false"]').waitFor();
  await page.getByRole('button', { name: 'Left side' }).click();
  assert.equal(await page.locator('.surface').getAttribute('aria-busy'), 'true');
  release();
  await page.locator('.surface[aria-busy="false"]').waitFor();
  assert.equal(await shownView(page), 'Left side');
});

browserTest('no place is chosen by its name in a view whose drawing is still on its way', {}, async ({ page, site }) => {
  const release = await hold(page, '**/anterior-neutral.atlas');
  await openDemo(page, site.url);
  const places = page.locator('.list .naming select');
  // Before what stands round the map has followed, and after it has.
  await page.locator('pain-map').evaluate((widget) => {
    const root = /** @type {ShadowRoot} */ (widget.shadowRoot);
    const select = /** @type {HTMLSelectElement} */ (root.querySelector('.list .naming select'));
    /** @type {HTMLElement} */ (root.querySelector('[data-do=view][data-value=anterior]')).click();
    select.value = '3';
    if (select.value !== '3') throw new Error('there are no places');
    /** @type {HTMLElement} */ (root.querySelector('.list .naming button')).click();
  });
  await settled(page);
  assert.equal(await page.locator('.surface').getAttribute('aria-busy'), 'true');
  assert.deepEqual(await places.locator('option:not([value=""])').allTextContents(), []);
  assert.deepEqual((await record(page)).marks ?? [], []);
  release();
  await page.locator('.surface[aria-busy="false"]').waitFor();
  await settled(page);
  const name = (await places.locator('option').nth(1).textContent()) ?? '';
  await places.selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Add this place' }).click();
  const [{ view }, ...more] = (await record(page)).marks;
  assert.deepEqual([view, more], ['anterior', []]);
  await page.getByRole('heading', { name: `Mark 1: ${name}`, exact: true }).waitFor();
});

browserTest('reset begins anew, with nothing shown yet of the next person’s record', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await turn(page, 'Front');
  await page.locator('form').evaluate((form) => /** @type {HTMLFormElement} */ (form).reset());
  assert.equal(await shownView(page), 'Back');
  await click(page, { x: 250, y: 3956 });
  assert.deepEqual((await record(page)).shown, [{ view: 'posterior', crop: 'back' }]);
});

browserTest('turning keeps what can be done again, and undo shows what it does', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await turn(page, 'Front');
  await click(page, { x: 0, y: 4000 }, 'anterior');
  await page.getByRole('button', { name: 'Undo' }).click();
  await turn(page, 'Back');
  await page.getByRole('button', { name: 'Redo' }).click();
  assert.equal((await record(page)).marks.length, 1);
  assert.equal(await shownView(page), 'Front', 'the mark is seen');
  assert.equal(await page.locator('.mark .disc').count(), 1);
});

browserTest('a spread to another view is drawn in that view', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  await click(page, { x: 250, y: 3956 });
  await page.getByRole('button', { name: 'Show where it spreads' }).click();
  await turn(page, 'Front');
  await click(page, { x: 300, y: 4600 }, 'anterior');
  const [mark] = (await record(page)).marks;
  assert.equal(mark.view, 'posterior');
  assert.equal(mark.radiation[0].view, 'anterior');
  assert.equal(mark.radiation[0].path.length, 1, 'the path lies in its own view alone');
});

browserTest(
  'where the record’s own body does not come, the fallback is the control',
  { allow: [/posterior-feminine/, /Failed to load resource/] },
  async ({ page, site }) => {
    await page.route('**/posterior-feminine.atlas', (route) => route.fulfill({ status: 404, body: '' }));
    await openDemo(page, site.url);
    await page.locator('pain-map').evaluate((widget) => widget.setAttribute('figure', 'feminine'));
    await page.locator('pain-map:state(error)').waitFor();
    await page.getByLabel(/describe where it hurts/).fill('the left shoulder');
    const entries = await page.evaluate(() =>
      new FormData(/** @type {HTMLFormElement} */ (document.querySelector('form'))).getAll('pain').map(String),
    );
    assert.equal(entries.length, 1);
    assert.match(entries[0] ?? '', /the left shoulder/);
  },
);

browserTest(
  'where a drawing does not come, the view stays',
  { allow: [/anterior-neutral/, /Failed to load resource/] },
  async ({ page, site }) => {
    await page.route('**/anterior-neutral.atlas', (route) => route.fulfill({ status: 404, body: '' }));
    await openDemo(page, site.url);
    const said = page.locator('pain-map').evaluate(
      (widget) =>
        new Promise((resolve) => {
          widget.addEventListener('pain-map-error', (event) => resolve(/** @type {any} */ (event).detail.message));
        }),
    );
    await turn(page, 'Front');
    assert.match(String(await said), /anterior-neutral\.atlas: status 404/);
    await page.getByRole('button', { name: 'Back', exact: true, pressed: true }).waitFor();
    await click(page, { x: 250, y: 3956 });
    assert.equal((await record(page)).marks[0].view, 'posterior', 'and can be used');
  },
);
