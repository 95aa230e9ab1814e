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
  await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
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

/** @param {Page} page @param {Place} place */
export async function tap(page, place) {
  const { x, y } = await onScreen(page, place);
  await page.touchscreen.tap(x, y);
}

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
