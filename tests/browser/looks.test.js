// The looks: what a page may set, light and dark, forced colours, large text and narrow pages, and colours
// that never stand alone.

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';

import { accessibilityProblems } from './axe.js';
import { browserTest, DESKTOP, NARROW } from './harness.js';
import { compare } from './pixels.js';
import { choose, EXAMINED, openWidget, put, QUESTIONS, RECORD } from './trial.js';
import { setAttributes, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const ALL = `views="posterior anterior left right" crop="back" ask="${QUESTIONS.join(' ')}"`;
const DOCS = await readFile(new URL('../../docs/element.md', import.meta.url), 'utf8');
/** The names in the first column of a table of the docs. @param {string} heading */
const documented = (heading) => [...(DOCS.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '').matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => String(name));

/** Adds rules to the page, as its own style sheet would. @param {Page} page @param {string} rules */
const style = (page, rules) => page.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}, rules);

/** What a style comes to. @param {Page} page @param {string} selector @param {string} property */
const styleOf = (page, selector, property) =>
  page.locator(selector).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);

browserTest('each documented custom property takes effect', {}, async ({ page, site }) => {
  await openWidget(page, site.url, ALL, { record: RECORD, select: 0 });
  /** @type {Record<string, [value: string, where: string, property: string, becomes: string]>} */
  const properties = {
    '--pain-map-accent': ['rgb(1, 2, 200)', '.panel .done', 'color', 'rgb(1, 2, 200)'],
    '--pain-map-text': ['rgb(1, 100, 3)', '.title', 'color', 'rgb(1, 100, 3)'],
    '--pain-map-surface': ['rgb(250, 2, 3)', '.base', 'background-color', 'rgb(250, 2, 3)'],
    '--pain-map-skin': ['rgb(120, 90, 3)', '.skin', 'fill', 'rgb(120, 90, 3)'],
    '--pain-map-font': ['monospace', '.prompt', 'font-family', 'monospace'],
    '--pain-map-radius': ['3px', '.surface', 'border-top-left-radius', '3px'],
  };
  assert.deepEqual(documented('Custom properties').sort(), Object.keys(properties).sort());
  for (const [name, [value, where, property, becomes]] of Object.entries(properties)) {
    assert.notEqual(await styleOf(page, where, property), becomes, name);
    await style(page, `pain-map { ${name}: ${value}; }`);
    assert.equal(await styleOf(page, where, property), becomes, name);
  }
});

browserTest('each documented part can be styled', {}, async ({ page, site }) => {
  await openWidget(page, site.url, ALL, { record: EXAMINED });
  const parts = documented('Parts');
  assert.ok(parts.length > 10);
  await style(page, parts.map((part, index) => `pain-map::part(${part}) { --seen-${part}: ${index + 1}; }`).join('\n'));
  /** @type {Set<string>} */
  const styled = new Set();
  for (const mode of ['patient', 'clinician']) {
    await setAttributes(page, { mode });
    await put(page, mode === 'clinician' ? EXAMINED : RECORD);
    await page.locator(mode === 'clinician' ? '.findings' : '.history').waitFor({ state: 'attached' });
    for (const part of await page.locator('pain-map').evaluate((element, names) => names.filter((name) =>
      [...(element.shadowRoot?.querySelectorAll('[part]') ?? [])].some((each) => each.part.contains(name) && getComputedStyle(each).getPropertyValue(`--seen-${name}`))), parts)) {
      styled.add(part);
    }
  }
  assert.deepEqual(parts.filter((part) => !styled.has(part)), []);
});

/** What sticks out of the page or is cut, of all that is seen. @param {Page} page */
const misfits = (page) => page.locator('pain-map').evaluate((element) => {
  const wide = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [];
  const cut = [...(element.shadowRoot?.querySelectorAll('button, select, label, legend, p, li, h2, h3, .options, .panel, .list, .notice') ?? [])]
    .filter((each) => each.checkVisibility() && !each.matches('.spoken, .canvas *') && !each.closest('dialog'))
    .filter((each) => {
      const { left, right } = each.getBoundingClientRect();
      return left < -1 || right > innerWidth + 1 || (each instanceof HTMLButtonElement && each.scrollWidth > each.clientWidth + 1);
    })
    .map((each) => `${each.localName}.${each.className}: ${each.textContent?.slice(0, 40)}`);
  return [...wide, ...cut];
});

browserTest('nothing sticks out on a narrow page, with text of twice the size, in any language', { viewport: NARROW, touch: true }, async ({ page, site }) => {
  await openWidget(page, site.url, ALL, { record: RECORD, select: 0 });
  for (const size of ['100%', '200%']) {
    await style(page, `:root { font-size: ${size}; }`);
    for (const lang of ['en', 'de', 'fr', 'ar']) {
      await setAttributes(page, { lang });
      await page.locator(`.base[lang=${lang}]`).waitFor();
      await settled(page);
      assert.deepEqual(await misfits(page), [], `${size} ${lang}`);
    }
  }
  await setAttributes(page, { lang: null, mode: 'clinician' });
  await page.locator('.findings').waitFor({ state: 'attached' });
  await put(page, EXAMINED);
  await choose(page, 0);
  await page.locator('.where li').first().waitFor();
  assert.deepEqual(await misfits(page), [], 'findings');
  await setAttributes(page, { mode: null, readonly: '' });
  await settled(page);
  assert.deepEqual(await misfits(page), [], 'readonly');
});

browserTest('motion is shown only to who likes it', { reducedMotion: 'reduce' }, async ({ page, site }) => {
  await openWidget(page, site.url, ALL, { record: RECORD, select: 0 });
  assert.equal(await styleOf(page, '.panel', 'animation-name'), 'none');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  assert.equal(await styleOf(page, '.panel', 'animation-name'), 'appear', 'there is one to leave out');
});

/** Of red, green and blue of linear light: protanopia and deuteranopia by Viénot, Brettel and Mollon (1999), tritanopia by Machado, Oliveira and Fernandes (2009). */
const VISIONS = {
  'all colours': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]],
  deuteranopia: [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
  'no colours': [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]],
};

/** The luminance of a colour to an eye. @param {string} colour `rgb(…)` @param {number[][]} vision */
function luminance(colour, vision) {
  const light = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((value) => {
    const share = Number(value) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const seen = vision.map((row) => Math.min(1, Math.max(0, row.reduce((sum, weight, channel) => sum + weight * (light[channel] ?? 0), 0))));
  return 0.2126 * (seen[0] ?? 0) + 0.7152 * (seen[1] ?? 0) + 0.0722 * (seen[2] ?? 0);
}
/** CIE L*. @param {number} y */
const lightness = (y) => (y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y);
/** @param {number} one @param {number} other */
const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

browserTest('an intensity is told by its number, and its colour holds for every eye', {}, async ({ page, site }) => {
  const marks = Array.from({ length: 11 }, (_, intensity) => ({ id: `m${intensity}`, kind: 'spot', view: 'posterior', at: [(intensity % 2) * 500 - 250, 1900 + intensity * 180], intensity }));
  await openWidget(page, site.url, 'ask="intensity"', { record: { format: 'painmap/1', marks: [...marks, { id: 'none', kind: 'spot', view: 'posterior', at: [250, 5200] }] }, select: 0 });
  const drawn = await page.locator('svg.canvas .mark').evaluateAll((all) => all.map((mark) => [mark.querySelector('.disc')?.getAttribute('data-intensity') ?? null, mark.querySelector('.rating')?.textContent ?? '']));
  assert.deepEqual(drawn, [...marks.map(({ intensity }) => [String(intensity), `${intensity}/10`]), [null, '']], 'what was not rated has no number');
  assert.deepEqual(await page.locator('.panel .intensity .option').allTextContents(), marks.map(({ intensity }) => String(intensity)));
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme });
    const colours = await page.locator('.panel .intensity .option span').evaluateAll((all) => all.map((each) => [getComputedStyle(each).backgroundColor, getComputedStyle(each).color]));
    const discs = await page.locator('svg.canvas .disc[data-intensity]').evaluateAll((all) => all.map((disc) => getComputedStyle(disc).fill));
    assert.deepEqual(discs, colours.map(([ground]) => ground), 'the map has the colours of the scale');
    for (const [eye, vision] of Object.entries(VISIONS)) {
      const steps = discs.map((colour) => lightness(luminance(colour, vision)));
      steps.slice(1).forEach((step, index) => assert.ok((steps[index] ?? 0) - step > 2, `${eye}: ${index + 1} is no darker than ${index}: ${steps.map(Math.round)}`));
      for (const [ground = '', text = ''] of colours) assert.ok(contrast(luminance(ground, vision), luminance(text, vision)) >= (eye === 'all colours' ? 4.5 : 3), `${eye}: ${text} on ${ground}`);
    }
  }
  await page.emulateMedia({ forcedColors: 'active' });
  assert.equal(await page.locator('svg.canvas .rating').count(), marks.length);
  assert.notEqual(await styleOf(page, 'svg.canvas .rating', 'fill'), await styleOf(page, 'svg.canvas .skin', 'fill'), 'the number is seen where colours are the reader’s own');
});

browserTest('the picture is the same each time, in each of its looks', { reducedMotion: 'reduce' }, async ({ page, site, context }) => {
  await openWidget(page, site.url, ALL, { record: RECORD, select: 0 });
  // The buttons over the drawing stand where the words end.
  await page.locator('.zoom').evaluate((zoom) => zoom.remove());
  const blank = await context.newPage();
  const looks = /** @type {const} */ ({
    light: {}, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' }, arabic: { lang: 'ar' }, narrow: { size: NARROW },
  });
  const take = async (/** @type {any} */ { colorScheme = 'light', forcedColors = 'none', lang = 'en', size = DESKTOP }) => {
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.setViewportSize(size);
    await setAttributes(page, { lang });
    await page.locator(`.base[lang=${lang}]`).waitFor();
    await settled(page);
    await page.locator('.panel').evaluate((panel) => { panel.scrollTop = 0; });
    await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'start' }));
    return page.screenshot();
  };
  const drawing = () => page.locator('svg.canvas').screenshot();
  const first = await take(looks.light);
  const drawn = await drawing();
  for (const [name, look] of Object.entries(looks)) {
    const taken = name === 'light' ? first : await take(look);
    const { colours, commonest, differing } = await compare(blank, taken, await take(look));
    assert.equal(differing, 0, `${name} differs from itself`);
    assert.ok(colours > 20 && commonest < 0.98, `${name} shows something: ${colours} colours`);
    if (name === 'dark' || name === 'forced') {
      const change = await compare(blank, drawn, await drawing());
      assert.ok(change.differing > 0.3, `${name}: ${change.differing} of the drawing changes`);
    }
    if (name === 'dark') assert.deepEqual(await accessibilityProblems(page, 'pain-map'), []);
    if (name === 'arabic') {
      const change = await compare(blank, drawn, await drawing());
      assert.ok(change.differing < 0.05, `but for its words the drawing is the same: ${change.differing}`);
    }
  }
  const { differing } = await compare(blank, first, await take(looks.light));
  assert.equal(differing, 0, 'light again is as it was');
});
