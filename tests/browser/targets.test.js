// Every state, small and large: controls that a thumb hits, nothing wider than the page, nothing that axe finds wrong.

import assert from 'node:assert/strict';

import { accessibilityProblems } from './axe.js';
import { button, rate } from './hands.js';
import { browserTest, DESKTOP, NARROW, PHONE } from './harness.js';
import { brushReady, click, openDemo, setAttributes, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const NECESSARY = 44;

/** Controls that are smaller than a thumb needs: WCAG 2.5.5, in CSS pixels. @param {Page} page */
function smallControls(page) {
  return page.locator('pain-map').evaluate((element, least) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const dialog = root.querySelector('dialog[open]');
    const controls = /** @type {NodeListOf<HTMLElement>} */ ((dialog ?? root).querySelectorAll('button, select, textarea, input'));
    return [...controls].filter((control) => control.checkVisibility()).flatMap((control) => {
      // A choice is hit by its label too.
      const { width, height } = (control.closest('label') ?? control).getBoundingClientRect();
      // Half a pixel is lost in rounding.
      return width > least - 0.5 && height > least - 0.5 ? [] : [`${control.localName}.${control.className} “${control.parentElement?.textContent?.slice(0, 40)}”: ${width} by ${height}`];
    });
  }, NECESSARY);
}

/** What stands out of the page, or out of what holds it. @param {Page} page */
function overflows(page) {
  return page.locator('pain-map').evaluate((element) => {
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    /** @type {string[]} */
    const out = [];
    // Of a telephone the inner width grows with what overflows.
    const { scrollWidth, clientWidth: wide } = document.documentElement;
    if (scrollWidth > wide) out.push(`the page is ${scrollWidth} wide, the window ${wide}`);
    for (const each of root.querySelectorAll('*')) {
      if (!(each instanceof HTMLElement) || !each.checkVisibility() || each.closest('.spoken, select')) continue;
      const { left, right, width } = each.getBoundingClientRect();
      const what = `${each.localName}.${each.className} “${each.textContent?.trim().slice(0, 40)}”`;
      if (width && (left < -0.5 || right > wide + 0.5)) out.push(`${what} from ${left} to ${right}`);
      if (each.scrollWidth > each.clientWidth + 1 && each.clientWidth && getComputedStyle(each).display !== 'inline') out.push(`${what}: ${each.scrollWidth} in ${each.clientWidth}`);
    }
    return out;
  });
}

/**
 * Goes through the states and looks at each.
 * @param {Page} page
 * @param {(name: string) => Promise<void>} look
 */
async function throughAll(page, look) {
  const press = async (/** @type {string} */ name) => {
    await button(page, name).and(page.locator(':visible')).first().click();
    await settled(page);
  };
  const hit = async (/** @type {import('./widget.js').Place} */ place) => {
    await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
    await click(page, place);
    await settled(page);
  };
  await look('empty');
  await hit({ x: -520, y: 2560 });
  await look('a mark is selected');
  const next = page.locator('.panel .next');
  for (let step = 2; await next.isVisible(); step += 1) {
    await next.click();
    await look(`question ${step}`);
  }
  await press('Done');
  await press('Change mark 1');
  await rate(page, 7).check();
  await press('Show where it spreads');
  await look('where it spreads is waited for');
  await hit({ x: -300, y: 1500 });
  await look('it spreads');
  await press('Done');
  await press('Paint an area');
  await brushReady(page);
  await hit({ x: 400, y: 2500 });
  await look('an area is painted');
  await press('Mark a spot');
  if (await page.locator('.panel').isVisible()) await press('Done');
  await press('Zoom in');
  await look('enlarged, marks in the list');
  await press('Help');
  await page.getByRole('dialog').waitFor();
  await look('help is open');
  await press('Close');
  await setAttributes(page, { mode: 'clinician' });
  await page.locator('.findings').waitFor({ state: 'attached' });
  await press('Show mark 1');
  await page.locator('.findings').getByText('Where it is').waitFor();
  await look('a clinician looks at a mark');
  await setAttributes(page, { mode: null, readonly: '' });
  await settled(page);
  await look('read only');
  await setAttributes(page, { readonly: null, disabled: '' });
  await settled(page);
  await look('disabled');
  await setAttributes(page, { disabled: null });
  await press('Clear all');
  await page.getByRole('checkbox', { name: 'No pain today' }).check();
  await settled(page);
  await look('no pain');
}

for (const [size, viewport, looked] of /** @type {const} */ ([
  ['a telephone', PHONE, /./],
  // Here all questions stand at once, beside the drawing; the rest is the same.
  ['a desktop', DESKTOP, /it spreads|clinician/],
])) {
  browserTest(`axe finds nothing on ${size}, and every control is large enough`, { viewport, touch: viewport === PHONE, reducedMotion: 'reduce' }, async ({ page, site }) => {
    await openDemo(page, site.url);
    await throughAll(page, async (state) => {
      // axe takes its time over a whole drawing: of a question it looks at what asks it.
      const part = /^question/.test(state) ? { fromShadowDom: ['pain-map', '.panel'] } : 'pain-map';
      if (looked.test(state)) assert.deepEqual(await accessibilityProblems(page, part), [], state);
      assert.deepEqual(await smallControls(page), [], state);
      assert.deepEqual(await overflows(page), [], state);
    });
  });
}

for (const [name, viewport, size] of /** @type {const} */ ([['at 320 pixels', NARROW, '100%'], ['with text twice as large', PHONE, '200%']])) {
  browserTest(`nothing overflows ${name}`, { viewport, touch: true, reducedMotion: 'reduce' }, async ({ page, site }) => {
    await openDemo(page, site.url);
    await page.evaluate((percent) => { document.documentElement.style.fontSize = percent; }, size);
    await throughAll(page, async (state) => {
      assert.deepEqual(await overflows(page), [], state);
      assert.deepEqual(await smallControls(page), [], state);
    });
  });
}
