// Hands on the widget: fingers and pens that come down, move and are taken away; keys that walk; taps that are counted.

import assert from 'node:assert/strict';

import { onScreen, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./widget.js').Place} Place */
/** @typedef {{ x: number, y: number }} Spot a place of the screen, in CSS pixels */

/** The choice of how strong it is now. @param {Page} page @param {number} rating */
export const rate = (page, rating) =>
  page.getByRole('group', { name: 'How strong is it now?' }).getByRole('radio', { name: String(rating), exact: true });

/** @param {Page} page @param {string | RegExp} name */
export const button = (page, name) => page.getByRole('button', { name, exact: true });

/**
 * Fingers on the screen, as the system tells the browser of them.
 * @param {Page} page
 * @param {'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel'} type
 * @param {...Spot} fingers where those are that are down afterwards
 */
export async function touch(page, type, ...fingers) {
  const session = await (sessions.get(page) ?? connect(page));
  await session.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map(({ x, y }, id) => ({ x, y, id })) });
}

/** @type {WeakMap<Page, Promise<import('playwright-core').CDPSession>>} */
const sessions = new WeakMap();

/** The debugger's way to the page. @param {Page} page */
export function connect(page) {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** Draws with a pen. @param {Page} page @param {...Spot} way */
export async function pen(page, ...way) {
  const session = await connect(page);
  const send = (/** @type {'mousePressed' | 'mouseMoved' | 'mouseReleased'} */ type, /** @type {Spot} */ { x, y }, buttons = 1) =>
    session.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons, clickCount: 1, pointerType: 'pen' });
  const [first, last] = [way[0], way.at(-1)];
  if (!first || !last) return;
  await send('mousePressed', first);
  for (const spot of way.slice(1)) await send('mouseMoved', spot);
  await send('mouseReleased', last, 0);
}

/** Draws with a finger along places of the body. @param {Page} page @param {...Place} way */
export async function stroke(page, ...way) {
  // Until the next frame the browser may still take the finger for one that scrolls.
  await settled(page);
  const spots = await Promise.all(way.map((place) => onScreen(page, place)));
  if (spots[0]) await touch(page, 'touchStart', spots[0]);
  for (const spot of spots.slice(1)) await touch(page, 'touchMove', spot);
  await rest(page);
  await touch(page, 'touchEnd');
}

/** Lets a finger rest where it is: after one that is lifted in full flight the browser takes no tap for a while. @param {Page} page */
async function rest(page) {
  await page.evaluate(async () => {
    const until = performance.now() + 100;
    while (performance.now() < until) await new Promise(requestAnimationFrame);
  });
}

/** A finger that taps, and nothing else; it counts. */
export class Finger {
  taps = 0;

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** Taps a place of the body. @param {Place} place @param {string} [view] */
  async at(place, view) {
    this.taps += 1;
    const { x, y } = await onScreen(this.page, place, view);
    await this.page.touchscreen.tap(x, y);
    await settled(this.page);
  }

  /** Taps a control where it stands; one that is out of sight or under another is a fault. @param {import('playwright-core').Locator} control */
  async on(control) {
    this.taps += 1;
    await control.waitFor();
    const { x, y, isReached } = await control.evaluate((element) => {
      const box = element.getBoundingClientRect();
      const [across, down] = [box.x + box.width / 2, box.y + box.height / 2];
      const hit = /** @type {ShadowRoot} */ (element.getRootNode()).elementFromPoint(across, down);
      return { x: across, y: down, isReached: hit !== null && (hit === element || element.contains(hit) || hit.contains(element)) };
    });
    assert.ok(isReached, `${control} can be tapped where it stands`);
    await this.page.touchscreen.tap(x, y);
    // A tap may lead to another page.
    await settled(this.page).catch((error) => { if (!/navigation/.test(error.message)) throw error; });
  }
}

/** Watches whether the page scrolls from here on. @param {Page} page @returns {Promise<() => Promise<number>>} how often it did */
export async function scrolls(page) {
  await page.evaluate(() => {
    Object.assign(window, { scrolled: 0 });
    document.addEventListener('scroll', (event) => {
      if (event.target === document) /** @type {any} */ (window).scrolled += 1;
    });
  });
  return () => page.evaluate(() => new Promise((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done(/** @type {any} */ (window).scrolled)));
  }));
}

/** Whether the focus is on the map. @param {Page} page */
export function isOnMap(page) {
  return page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.classList.contains('surface') ?? false);
}

/** The words of what has the focus. @param {Page} page @returns {Promise<string>} */
export function focused(page) {
  return page.evaluate(() => {
    const outer = document.activeElement;
    const element = outer?.shadowRoot?.activeElement ?? outer;
    const words = element instanceof HTMLInputElement ? element.parentElement?.textContent : element?.textContent;
    return (element?.getAttribute('aria-label') ?? words ?? '').trim();
  });
}

/** Presses Tab, or Shift and Tab, until the map has the focus. @param {Page} page @param {string} [key] */
export async function tabToMap(page, key = 'Tab') {
  for (let step = 0; step < 120 && !(await isOnMap(page)); step += 1) await page.keyboard.press(key);
  assert.ok(await isOnMap(page), `${key} reaches the map`);
}

/** Presses Tab until something of these words has the focus. @param {Page} page @param {string | RegExp} words */
export async function tabTo(page, words) {
  const way = [];
  for (let step = 0; step < 120; step += 1) {
    const here = await focused(page);
    if (typeof words === 'string' ? here === words : words.test(here)) return;
    way.push(here);
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab does not reach ${words}: ${way.join(' → ')}`);
}

/** What assistive technology hears of the map's cursor. @param {Page} page */
export function heard(page) {
  return page.locator('.surface').evaluate((surface) => {
    const id = surface.getAttribute('aria-activedescendant') ?? '';
    return /** @type {ShadowRoot} */ (surface.getRootNode()).getElementById(id)?.getAttribute('aria-label') ?? '';
  });
}

/** Presses an arrow key until the name of the place is heard. @param {Page} page @param {string} key @param {RegExp} name */
export async function walk(page, key, name) {
  const way = [await heard(page)];
  while (!name.test(way.at(-1) ?? '') && way.length < 15) {
    await page.keyboard.press(key);
    way.push(await heard(page));
  }
  assert.match(way.at(-1) ?? '', name, `${key}: ${way.join(' → ')}`);
}

/** Tabs to the scale and chooses a rating by arrow keys. @param {Page} page @param {number} rating */
export async function rateByKeys(page, rating) {
  await tabTo(page, '0');
  await page.keyboard.press('Space');
  for (let step = 0; step < rating; step += 1) await page.keyboard.press('ArrowRight');
  assert.equal(await focused(page), String(rating));
}
