// The widget as a test drives it: by places on the body, and by what a person reads.

import { execFile } from 'node:child_process';

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ x: number, y: number }} Place a point of the body, in body units
 */

/** Landmarks of the posterior view on the person's left, from the atlas's source figures. */
export const LANDMARKS = {
  acromion: { x: 1150, y: 1800 },
  inferiorAngleOfScapula: { x: 520, y: 2560 },
  posteriorSuperiorIliacSpine: { x: 270, y: 4370 },
  besideL4: { x: 250, y: 3956 },
};

/** @param {Place} place the same place on the person's right */
export const onTheRight = ({ x, y }) => ({ x: -x, y });

/** Opens the demo and waits until its widget can be used. @param {Page} page @param {string} url */
export async function openDemo(page, url) {
  await page.goto(url);
  await page.locator('pain-map:state(ready)').waitFor();
  await page.locator('.place').first().waitFor({ state: 'attached' });
  await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
}

/** The policy that a careful page sends: no inline code or styles, no markup from strings, no other server. */
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
  + "img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/**
 * Opens a page of the test's own on the demo's server, under the strict policy.
 * @param {Page} page
 * @param {string} url
 * @param {string} body
 * @param {{ lang?: string, policy?: string, ready?: boolean }} [how] `ready` false does not wait for a widget
 */
export async function openTrial(page, url, body, { lang = 'en', policy = POLICY, ready = true } = {}) {
  await page.route(`${url}trial.html`, (route) => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    headers: { 'content-security-policy': policy },
    body: `<!doctype html><html lang="${lang}"><head><meta name="viewport" content="width=device-width, initial-scale=1"><title>Trial</title>
      <script type="module" src="/painmap/pain-map.js"></script></head><body>${body}</body></html>`,
  }));
  await page.goto(`${url}trial.html`);
  if (ready) await furnished(page);
}

/** Waits until the first widget can be used in every way. @param {Page} page */
export async function furnished(page) {
  await page.locator('pain-map:state(ready)').first().waitFor();
  await page.locator('.place').first().waitFor({ state: 'attached' });
  await page.locator('.panel').first().waitFor({ state: 'attached' });
  await page.locator('.surface').first().evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
  await settled(page);
}

/**
 * Holds a file back until the given function is called: then it comes or, where that is asked for, fails.
 * @param {Page} page
 * @param {string} pattern
 * @returns {Promise<(fails?: boolean) => void>}
 */
export async function hold(page, pattern) {
  /** @type {(fails?: boolean) => void} */
  let release = () => {};
  /** @type {Promise<boolean>} */
  const released = new Promise((resolve) => { release = (fails = false) => resolve(fails); });
  await page.route(pattern, async (route) => ((await released) ? route.abort() : route.continue()));
  return release;
}

/** The form's entries of the widget's name. @param {Page} page @returns {Promise<string[]>} */
export function entries(page) {
  return page.evaluate(() => new FormData(/** @type {HTMLFormElement} */ (document.querySelector('form'))).getAll('pain').map(String));
}

/** What the element answers to a question of the page's script. @param {Page} page @param {string} member @param {...unknown} given */
export function ask(page, member, ...given) {
  return page.locator('pain-map').first().evaluate((element, [name, values]) => {
    const found = /** @type {any} */ (element)[name];
    return typeof found === 'function' ? found.apply(element, values) : found;
  }, /** @type {[string, unknown[]]} */ ([member, given]));
}

/** Sets and takes away attributes (null). @param {Page} page @param {Record<string, string | null>} attributes */
export function setAttributes(page, attributes) {
  return page.locator('pain-map').first().evaluate((element, wanted) => {
    for (const [name, value] of Object.entries(wanted)) {
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    }
  }, attributes);
}

/** Whether the element has a state. @param {Page} page @param {string} state */
export async function isIn(page, state) {
  return (await page.locator(`pain-map:state(${state})`).count()) > 0;
}

/** Where the focus is: the class or id of the innermost element. @param {Page} page */
export function focusedOn(page) {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element ? element.className || element.id || element.localName : '';
  });
}

/**
 * Where a place of the body is on the screen, in CSS pixels. The posterior view shows the person's
 * left on the viewer's left, the anterior one on the right; the left view shows the front of the body
 * on the viewer's left, the right one on the right: this is worked out here, not asked of the widget.
 * @param {Page} page
 * @param {Place} place
 * @param {string} [view]
 */
export async function onScreen(page, place, view = 'posterior') {
  const box = await page.locator('svg.canvas').evaluate((canvas) => {
    const svg = /** @type {SVGSVGElement} */ (canvas);
    const { x, y, width, height } = svg.getBoundingClientRect();
    const { x: left, y: top, width: wide, height: high } = svg.viewBox.baseVal;
    // The drawing keeps its proportions in the middle of its box.
    const scale = Math.min(width / wide, height / high);
    return { scale, x: x + width / 2 - (left + wide / 2) * scale, y: y + height / 2 - (top + high / 2) * scale };
  });
  const turned = /^(posterior|left)$/.test(view) ? -1 : 1;
  return { x: box.x + turned * place.x * box.scale, y: box.y + place.y * box.scale };
}

/** @param {Page} page @param {Place} place @param {string} [view] */
export async function click(page, place, view) {
  const { x, y } = await onScreen(page, place, view);
  await page.mouse.click(x, y);
}

/** @param {Page} page @param {Place} place @param {string} [view] */
export async function tap(page, place, view) {
  const { x, y } = await onScreen(page, place, view);
  await page.touchscreen.tap(x, y);
}

/** Waits until what stands round the map has followed the map: it does so after the next paint. @param {Page} page */
export async function settled(page) {
  await page.evaluate(() => new Promise((done) => {
    requestAnimationFrame(() => setTimeout(() => setTimeout(done)));
  }));
}

/** A tap paints, and what paints has come. @param {Page} page */
export const brushReady = (page) => page.locator('.surface[data-mode=area][aria-busy=false]').waitFor();

/** The record in the widget. @param {Page} page @returns {Promise<any>} */
export async function record(page) {
  return JSON.parse(await page.locator('pain-map').evaluate((widget) => /** @type {any} */ (widget).value));
}

/** Sends the form and waits for the answer. @param {Page} page */
export async function send(page) {
  await page.getByLabel('Your name').fill('Sam Doe');
  await Promise.all([page.waitForURL('**/submit'), page.getByRole('button', { name: 'Send to the clinic' }).click()]);
}

/**
 * What `painmap check` says of a record.
 * @param {string} text
 * @returns {Promise<{ status: number, said: string }>}
 */
export function check(text) {
  const program = process.env.PAINMAP_COMMAND;
  if (!program) throw new Error('PAINMAP_COMMAND is not set: run `cargo xtask test browser`');
  return new Promise((resolve) => {
    const child = execFile(program, ['check', '--by', 'patient', '-'], (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, said: stdout + stderr });
    });
    child.stdin?.end(text);
  });
}
