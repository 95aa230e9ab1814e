// The whole task by single taps alone: no drag, no pinch, no long press, no second finger, no key but for letters in a text.

import assert from 'node:assert/strict';

import { button, Finger, rate } from './hands.js';
import { browserTest, PHONE } from './harness.js';
import { LANDMARKS, brushReady, check, onTheRight, openDemo, record } from './widget.js';

browserTest('the whole task by single taps alone', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await openDemo(page, site.url);
  const finger = new Finger(page);
  const tap = async (/** @type {import('playwright-core').Locator} */ control) => {
    // A page is scrolled as pages are; the widget needs no gesture of its own.
    await control.scrollIntoViewIfNeeded();
    await finger.on(control);
  };
  const within = (/** @type {string} */ question, /** @type {string} */ answer, /** @type {'radio' | 'checkbox'} */ role = 'radio') =>
    page.getByRole('group', { name: question, exact: true }).getByRole(role, { name: answer, exact: true });
  const next = () => tap(page.locator('.panel .next'));

  // A spot in a part of the body drawn large, seen larger still.
  await tap(button(page, 'Shoulders'));
  await tap(button(page, 'Zoom in'));
  await finger.at({ x: -480, y: 2000 });
  await tap(rate(page, 8));
  await tap(button(page, 'Show where it spreads'));
  await finger.at({ x: -300, y: 1700 });
  await next();
  await tap(within('How strong was it at its worst in the last 7 days?', '9'));
  await next();
  await tap(within('What does it feel like?', 'burning', 'checkbox'));
  await next();
  await tap(within('When does it hurt?', 'when I move', 'checkbox'));
  await next();
  await tap(within('How deep is it?', 'deep inside'));
  await next();
  await tap(within('How big is it?', 'a palm'));
  await next();
  await tap(within('Is it always there?', 'it comes and goes'));
  await next();
  await next();
  assert.equal(await page.getByRole('textbox', { name: 'Anything to add?' }).isVisible(), true);
  await tap(button(page, 'Previous'));
  await tap(button(page, 'Move this mark'));
  await finger.at({ x: -500, y: 2200 });
  await tap(button(page, 'Done'));
  await tap(button(page, 'Show all'));

  // An area, painted and erased by taps, and one that is taken back.
  await tap(button(page, 'Only the back'));
  await tap(button(page, 'Paint an area'));
  await brushReady(page);
  await tap(button(page, 'Large'));
  await page.locator('.surface').scrollIntoViewIfNeeded();
  await finger.at(LANDMARKS.besideL4);
  await finger.at({ x: 250, y: 3700 });
  await tap(button(page, 'Erase from the area'));
  await tap(button(page, 'Small'));
  await finger.at({ x: 250, y: 4200 });
  await tap(button(page, 'Done'));
  await tap(rate(page, 5));
  await tap(button(page, 'Done'));
  await finger.at(onTheRight(LANDMARKS.besideL4));
  await tap(button(page, 'Delete this mark'));
  await tap(button(page, 'Undo'));
  await tap(button(page, 'Undo'));

  // The same from the front, by the name of the place.
  await tap(button(page, 'Front'));
  await page.locator('.surface[aria-busy="false"]').waitFor();
  await finger.at({ x: 610, y: 2728 }, 'anterior');
  await tap(rate(page, 3));
  await tap(button(page, 'Done'));
  await tap(page.getByRole('group', { name: 'The pain keeps me awake' }).getByRole('radio', { name: 'Yes' }));
  await tap(page.locator('.history').getByRole('button', { name: 'Next' }));
  await tap(page.getByRole('checkbox', { name: 'Poor posture' }));

  const { marks, history } = await record(page);
  const [first, second, third] = marks;
  assert.equal(marks.length, 3);
  assert.deepEqual([first.kind, first.intensity, first.worstIntensity, first.qualities, first.provokedBy, first.depth, first.radius, first.course],
    ['spot', 8, 9, ['burning'], ['movement'], 'deep', 260, 'intermittent']);
  assert.ok(Math.hypot(first.at[0] + 500, first.at[1] - 2200) < 20, `moved to ${first.at}`);
  assert.equal(first.radiation.length, 1);
  assert.deepEqual([second.kind, second.intensity, third.view, third.intensity], ['area', 5, 'anterior', 3]);
  assert.deepEqual(history, { aggravators: ['posture'], signs: { keepsAwake: true } });

  await tap(page.getByLabel('Your name'));
  await page.keyboard.type('Sam Doe');
  const send = page.getByRole('button', { name: 'Send to the clinic' });
  await Promise.all([page.waitForURL('**/submit'), send.scrollIntoViewIfNeeded().then(() => finger.on(send))]);
  const { status, said } = await check(JSON.stringify(await site.last()));
  assert.equal(status, 0, said);
});
