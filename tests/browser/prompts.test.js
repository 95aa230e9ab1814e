// A stranger to the widget, who reads what is asked and does only that: each prompt names the next action.

import assert from 'node:assert/strict';

import { button, Finger } from './hands.js';
import { browserTest, PHONE } from './harness.js';
import { brushReady, check, click, openDemo, settled } from './widget.js';

/** @typedef {import('./harness.js').Setting} Setting */
/** @typedef {import('./widget.js').Place} Place */

/** What the person has to tell; the stranger strikes out what is told. */
const story = () => ({
  /** @type {{ at: Place, rating: number, spreadsTo?: Place }[]} */
  spots: [{ at: { x: -520, y: 2560 }, rating: 7, spreadsTo: { x: -300, y: 1400 } }, { at: { x: 250, y: 3956 }, rating: 4 }],
  /** @type {Place[]} */
  area: [{ x: 400, y: 2400 }, { x: 400, y: 2600 }],
});

/** The prompt that is next to the eye: that of the questions where they lie over the page, else the map's. @param {Setting['page']} page */
async function prompt(page) {
  await settled(page);
  const texts = await page.locator('.prompt:visible').allTextContents();
  return texts.at(-1) ?? '';
}

/** @param {Setting} setting @param {boolean} touch */
async function follow({ page, site }, touch) {
  await openDemo(page, site.url);
  const finger = new Finger(page);
  const press = (/** @type {import('playwright-core').Locator} */ control) => (touch ? finger.on(control) : control.click());
  const hit = (/** @type {Place} */ place) => (touch ? finger.at(place) : click(page, place));
  const { spots, area } = story();
  /** @type {ReturnType<typeof story>['spots'][number] | undefined} */
  let told;
  let isRated = false;
  /** @type {string[]} */
  const way = [];
  for (let step = 0; step < 40; step += 1) {
    const words = await prompt(page);
    const named = [...words.matchAll(/“([^”]+)”/g)].map(([, name]) => String(name));
    const asks = (/** @type {RegExp} */ pattern) => pattern.test(words);
    /** Presses what the prompt names, and nothing that it does not. @param {string} name */
    const choose = async (name) => {
      assert.ok(named.includes(name), `“${words}” does not name “${name}” after ${way.join(' → ')}`);
      way.push(name);
      await press(button(page, name).and(page.locator(':visible')).first());
    };
    if (!told && !spots.length && !area.length && !named.includes('Done')) break;
    if (asks(/^Tap where it spreads to/) && told?.spreadsTo) {
      way.push('spreads to');
      await hit(told.spreadsTo);
      delete told.spreadsTo;
    } else if (asks(/^Choose how strong it is/) && told && !isRated) {
      way.push(`rated ${told.rating}`);
      await press(page.getByRole('radio', { name: String(told.rating), exact: true }).and(page.locator(':visible')).first());
      isRated = true;
    } else if (told?.spreadsTo) {
      await choose('Show where it spreads');
    } else if (asks(/^Paint where it hurts/) || (asks(/^Each tap adds a little/) && area.length)) {
      way.push('painted');
      const place = area.shift();
      assert.ok(place);
      await hit(place);
    } else if (told || asks(/^Each tap adds/) || (!spots.length && !area.length && named.includes('Done'))) {
      told = undefined;
      await choose('Done');
    } else if (spots.length) {
      assert.match(words, /Tap where it hurts|[Tt]ap another spot/, `the prompt says how to add a spot after ${way.join(' → ')}`);
      told = spots.shift();
      isRated = false;
      way.push('tapped');
      await hit(/** @type {Place} */ (told?.at));
    } else if (area.length) {
      // The switch under the map has a name that says what it is for.
      way.push('Paint an area');
      await press(page.getByRole('group', { name: 'What a tap does' }).getByRole('button', { name: 'Paint an area' }));
      await brushReady(page);
    }
  }
  assert.deepEqual([spots, area], [[], []], `all is told: ${way.join(' → ')}`);
  await page.getByLabel('Your name').fill('Sam Doe');
  await Promise.all([page.waitForURL('**/submit'), page.getByRole('button', { name: 'Send to the clinic' }).click()]);
  const map = /** @type {any} */ (await site.last());
  assert.deepEqual(map.marks.map((/** @type {any} */ mark) => [mark.kind, mark.intensity, mark.radiation?.length ?? 0]),
    [['spot', 7, 1], ['spot', 4, 0], ['area', undefined, 0]]);
  const { status, said } = await check(JSON.stringify(map));
  assert.equal(status, 0, said);
}

browserTest('on a telephone the prompts lead through the task', { viewport: PHONE, touch: true }, (setting) => follow(setting, true));

browserTest('on a desktop the prompts lead through the task', {}, (setting) => follow(setting, false));
