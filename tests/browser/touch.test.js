// Patients tapping: how many taps a mark takes, what leaves no half-made mark, undo for everything, last visit's marks.

import assert from 'node:assert/strict';

import { button, Finger, pen, rate, scrolls, stroke, touch } from './hands.js';
import { browserTest, PHONE } from './harness.js';
import { LANDMARKS, ask, brushReady, check, click, onScreen, onTheRight, openDemo, openTrial, record, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const TELEPHONE = { viewport: PHONE, touch: true };

/** Three spots far from each other, so that each lets the questions come at another edge. */
const SPOTS = [onTheRight(LANDMARKS.inferiorAngleOfScapula), { x: 300, y: 1500 }, LANDMARKS.posteriorSuperiorIliacSpine];

/** What a person gave: no moment, nothing derived. @param {Page} page */
async function given(page) {
  return { ...await record(page), recorded: '', shown: [] };
}

/** Whether nothing lies over the middle of what is drawn. @param {import('playwright-core').Locator} drawn */
function isSeen(drawn) {
  return drawn.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const hit = /** @type {ShadowRoot} */ (element.getRootNode()).elementFromPoint(x + width / 2, y + height / 2);
    return hit?.closest('.mark') === element.closest('.mark');
  });
}

browserTest('a spot takes 3 taps, a radiation 3 more, three spots and a radiation 13', TELEPHONE, async ({ page, site }) => {
  await openDemo(page, site.url);
  const scrolled = await scrolls(page);
  const box = await page.locator('svg.canvas').boundingBox();
  const finger = new Finger(page);
  for (const [index, place] of SPOTS.entries()) {
    const before = finger.taps;
    await finger.at(place);
    assert.ok(await isSeen(page.locator('.mark[data-selected] .disc')), 'a mark is seen beside its questions');
    await finger.on(rate(page, 7 - index));
    if (index === 0) {
      const rated = finger.taps;
      await finger.on(button(page, 'Show where it spreads'));
      await finger.at({ x: -300, y: 1400 });
      assert.ok(finger.taps - rated <= 3, 'a radiation takes at most 3 taps');
      await finger.on(button(page, 'Done'));
      assert.ok(finger.taps - before <= 6);
    } else {
      await finger.on(button(page, 'Done'));
      assert.ok(finger.taps - before <= 3, 'a spot with its intensity takes at most 3 taps');
    }
    await settled(page);
    assert.equal(await page.locator('.panel').isVisible(), false, 'nothing is open after it');
  }
  assert.ok(finger.taps <= 13, `${finger.taps} taps`);
  const { marks } = await record(page);
  assert.deepEqual(marks.map((/** @type {any} */ mark) => [mark.intensity, mark.radiation?.length ?? 0]), [[7, 1], [6, 0], [5, 0]]);
  for (const [index, { at }] of marks.entries()) {
    const place = SPOTS[index];
    assert.ok(place && Math.hypot(at[0] - place.x, at[1] - place.y) < 40, `mark ${index + 1} is where it was tapped: ${at}`);
  }
  assert.equal(await scrolled(), 0, 'the page scrolled by taps');
  assert.deepEqual(await page.locator('svg.canvas').boundingBox(), box, 'the drawing stays where it is');
  const { status, said } = await check(JSON.stringify(await record(page)));
  assert.equal(status, 0, said);
});

browserTest('a touch that is taken away and a second finger leave no half-made mark', TELEPHONE, async ({ page, site }) => {
  await openDemo(page, site.url);
  const finger = new Finger(page);
  const [here, there] = [await onScreen(page, LANDMARKS.besideL4), await onScreen(page, { x: -400, y: 2700 })];
  const [near, beside] = [{ x: here.x + 30, y: here.y }, { x: there.x - 20, y: there.y }];
  /** Presses in each way that must come to nothing, from a place to another. */
  const disturb = async (/** @type {{ x: number, y: number }} */ from, /** @type {{ x: number, y: number }} */ to) => {
    await touch(page, 'touchStart', from);
    await touch(page, 'touchCancel');
    await touch(page, 'touchStart', from);
    await touch(page, 'touchMove', to);
    await touch(page, 'touchCancel');
    await touch(page, 'touchStart', from);
    await touch(page, 'touchStart', from, to);
    await touch(page, 'touchEnd', from);
    await touch(page, 'touchEnd');
    await touch(page, 'touchStart', from);
    await touch(page, 'touchMove', to);
    await touch(page, 'touchStart', to, beside);
    await touch(page, 'touchEnd');
    await settled(page);
    if (await button(page, 'Show all').isVisible()) await button(page, 'Show all').tap();
    await settled(page);
  };
  const untouched = await given(page);
  await disturb(there, near);
  assert.deepEqual(await given(page), untouched, 'no spot');
  await finger.at(LANDMARKS.besideL4);
  await finger.on(button(page, 'Done'));
  const spot = await given(page);
  await disturb(here, there);
  assert.deepEqual(await given(page), spot, 'no mark is moved');
  assert.equal(await page.locator('.mark').getAttribute('transform'), null, 'a mark is drawn where it is');

  await finger.at(LANDMARKS.besideL4);
  await finger.on(button(page, 'Show where it spreads'));
  await disturb(there, beside);
  assert.deepEqual(await given(page), spot, 'no radiation');
  assert.equal(await page.locator('.surface').getAttribute('data-mode'), 'spread', 'the tap is still waited for');
  await finger.on(button(page, 'It does not spread'));
  await finger.on(button(page, 'Done'));

  await finger.on(button(page, 'Paint an area'));
  await brushReady(page);
  await disturb(there, near);
  assert.deepEqual(await given(page), spot, 'no area');
  await finger.at({ x: -400, y: 2700 });
  assert.equal((await record(page)).marks[1].kind, 'area', 'the same press undisturbed paints');
});

browserTest('everything can be undone and done again', {}, async ({ page, site }) => {
  await openDemo(page, site.url);
  const states = [await given(page)];
  /** @param {string} what @param {() => Promise<void>} act */
  const step = async (what, act) => {
    await act();
    const now = await given(page);
    assert.notDeepEqual(now, states.at(-1), `${what} changes the record`);
    states.push(now);
  };
  const within = (/** @type {string} */ question, /** @type {string} */ answer, /** @type {'radio' | 'checkbox'} */ role = 'radio') =>
    page.getByRole('group', { name: question, exact: true }).getByRole(role, { name: answer, exact: true });
  await step('a spot', () => click(page, LANDMARKS.besideL4));
  await step('intensity', () => rate(page, 7).check());
  await step('worst intensity', () => within('How strong was it at its worst in the last 7 days?', '9').check());
  await step('spreading', async () => {
    await button(page, 'Show where it spreads').click();
    await click(page, { x: 400, y: 4700 });
  });
  await step('strength of the spreading', async () => { await page.getByRole('combobox', { name: /How strong is it there/ }).selectOption('4'); });
  await step('quality', () => within('What does it feel like?', 'aching', 'checkbox').check());
  await step('when', () => within('When does it hurt?', 'when pressed', 'checkbox').check());
  await step('depth', () => within('How deep is it?', 'deep inside').check());
  await step('size', () => within('How big is it?', 'a coin').check());
  await step('course', () => within('Is it always there?', 'it comes and goes').check());
  await step('since', async () => { await page.getByRole('combobox', { name: 'Year' }).selectOption('2020'); });
  await step('note', () => page.getByRole('textbox', { name: 'Anything to add?' }).fill('since the move'));
  await step('moving', async () => {
    await button(page, 'Move this mark').click();
    await click(page, { x: 300, y: 3000 });
  });
  await step('removing the spreading', () => button(page, /^Remove: /).click());
  await step('an area', async () => {
    await button(page, 'Done').click();
    await button(page, 'Paint an area').click();
    await brushReady(page);
    await click(page, { x: -500, y: 2700 });
  });
  await step('more of the area', () => click(page, { x: -500, y: 2500 }));
  await step('erasing', async () => {
    await button(page, 'Erase from the area').click();
    await button(page, 'Small').click();
    await click(page, { x: -500, y: 2800 });
  });
  await step('history', () => page.getByRole('checkbox', { name: 'Poor posture' }).check());
  await step('deleting', () => button(page, 'Delete mark 1').click());
  await step('clearing', () => button(page, 'Clear all').click());
  await step('no pain', () => page.getByRole('checkbox', { name: 'No pain today' }).check());

  for (const state of states.slice(0, -1).reverse()) {
    await button(page, 'Undo').click();
    assert.deepEqual(await given(page), state);
  }
  await settled(page);
  assert.ok(await button(page, 'Undo').isDisabled());
  for (const state of states.slice(1)) {
    await button(page, 'Redo').click();
    assert.deepEqual(await given(page), state);
  }
  await settled(page);
  assert.ok(await button(page, 'Redo').isDisabled());
});

browserTest('last visit’s marks are there by one tap, and can be undone', TELEPHONE, async ({ page, site }) => {
  await openTrial(page, site.url, '<form><pain-map name="pain" views="posterior anterior"></pain-map></form>');
  assert.equal(await button(page, 'Same as last time').count(), 0, 'there is nothing to take over');
  const untouched = await given(page);
  await page.locator('pain-map').evaluate((element) => {
    /** @type {any} */ (element).previous = {
      format: 'painmap/1', recorded: '2026-01-05T10:00:00Z', history: { aggravators: ['posture'] },
      marks: [
        { id: 'm1', by: 'patient', kind: 'spot', view: 'anterior', at: [610, 2728], intensity: 6, worstIntensity: 8 },
        { id: 'm2', by: 'clinician', kind: 'spot', view: 'posterior', at: [250, 3956], findings: { tautBand: true } },
      ],
    };
  });
  await settled(page);
  assert.deepEqual(await given(page), untouched, 'nothing is taken over unasked');
  await new Finger(page).on(button(page, 'Same as last time'));
  await settled(page);
  const map = await record(page);
  assert.deepEqual(map.marks.map((/** @type {any} */ mark) => [mark.by, mark.at]), [['patient', [610, 2728]]], 'the patient’s own marks alone');
  assert.notEqual(map.recorded, '2026-01-05T10:00:00Z', 'it is said today');
  assert.equal(await button(page, 'Front').getAttribute('aria-pressed'), 'true', 'its marks are shown');
  await page.locator('.mark .disc').waitFor();
  assert.match((await page.locator('.list li span').textContent()) ?? '', /6 of 10/);
  assert.equal(await page.getByRole('status').textContent(), 'The marks of last time are here. Change what is different now.');
  assert.equal(await button(page, 'Same as last time').count(), 0);
  await button(page, 'Undo').tap();
  await settled(page);
  assert.deepEqual(await given(page), untouched);
  await button(page, 'Same as last time').waitFor();
  assert.deepEqual(await ask(page, 'checkValidity'), true);
});

browserTest('a pen and a mouse do what a finger does', { touch: true }, async ({ page, site }) => {
  await openDemo(page, site.url);
  const spot = await onScreen(page, LANDMARKS.besideL4);
  await pen(page, spot);
  assert.equal((await record(page)).marks.length, 1, 'a pen marks');
  const target = await onScreen(page, { x: 300, y: 3300 });
  await pen(page, spot, { x: (spot.x + target.x) / 2, y: (spot.y + target.y) / 2 }, target);
  const byPen = (await record(page)).marks[0].at;
  assert.ok(Math.hypot(byPen[0] - 300, byPen[1] - 3300) < 40, `a pen drags a mark: ${byPen}`);
  await button(page, 'Show where it spreads').click();
  await pen(page, target, await onScreen(page, { x: 500, y: 2900 }), await onScreen(page, { x: 300, y: 2400 }));
  assert.ok((await record(page)).marks[0].radiation[0].path.length >= 3, 'a pen draws where it spreads');
  await button(page, 'Undo').click();
  await button(page, 'Show where it spreads').click();
  await stroke(page, { x: 300, y: 3300 }, { x: 450, y: 3000 }, { x: 500, y: 2700 }, { x: 300, y: 2400 });
  assert.ok((await record(page)).marks[0].radiation[0].path.length >= 3, 'so does a finger');
  await click(page, onTheRight(LANDMARKS.besideL4));
  assert.equal((await record(page)).marks.length, 2, 'a mouse marks');
  await page.mouse.click(target.x, target.y, { button: 'right' });
  assert.equal((await record(page)).marks.length, 2, 'the right button does not');
});
