// The languages: nothing of another one is left on the page, they follow `lang` as it changes, count by
// their own rules, and leave the body as it is.

import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

import { browserTest, PHONE } from './harness.js';
import { choose, EXAMINED, LANGUAGES, openWidget, put, QUESTIONS, RECORD, texts } from './trial.js';
import { ask, furnished, LANDMARKS, onScreen, onTheRight, openTrial, record, setAttributes, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** The locale files that all parts of painmap share. @type {Record<string, Record<string, any>>} */
const LOCALES = Object.fromEntries(await Promise.all(LANGUAGES.map(async (language) =>
  [language, JSON.parse(await readFile(new URL(`../../crates/painmap/locales/${language}.json`, import.meta.url), 'utf8'))])));

/** Waits until the widget speaks a language, whatever tells it to. @param {Page} page @param {string} language */
async function speaks(page, language) {
  await page.locator(`.base[lang=${language}][dir=${language === 'ar' ? 'rtl' : 'ltr'}]`).first().waitFor();
  await settled(page);
}

/** What is read in the widget, as long as it has letters; keys are called as they are written on keyboards. @param {Page} page */
async function read(page) {
  return (await texts(page)).filter((text) => /\p{L}{3}/u.test(text) && !/^Ctrl [ZY]$/.test(text));
}

/** The months, which the browser names. @param {string} language */
const months = (language) => Array.from({ length: 12 }, (_, month) => new Intl.DateTimeFormat(language, { month: 'long' }).format(new Date(2000, month, 15)));

/** What texts are put together from: what stands before a colon and after it, the items of a list. @param {unknown[]} whole */
const parts = (whole) => whole.flatMap((text) => String(text).split(/[:;,()：；，、؛،（）]/)).map((part) => part.trim()).filter((part) => /\p{L}{3}/u.test(part));

/** All texts of a language, plural forms each by itself. @param {string} language @param {RegExp} [keys] */
const allTexts = (language, keys = /./) => Object.entries(LOCALES[language] ?? {}).filter(([key]) => keys.test(key))
  .flatMap(([, text]) => (typeof text === 'object' ? Object.values(text) : [text]));

/**
 * The texts of English that are left in other languages, which have no such text of their own.
 * @param {Page} page
 * @param {{ names?: Set<string>, told?: (language: string) => Promise<void> }} [how] `names` are the same in every language; `told` waits
 *   for what comes after the texts
 */
async function leftInEnglish(page, { names = new Set(), told = async () => {} } = {}) {
  await setAttributes(page, { lang: 'en' });
  await speaks(page, 'en');
  await told('en');
  const english = new Set(parts(await read(page)).filter((part) => !names.has(part)));
  assert.ok(english.size > 10, 'there is something to read');
  /** @type {string[]} */
  const left = [];
  for (const language of OTHERS) {
    await setAttributes(page, { lang: language });
    await speaks(page, language);
    await told(language);
    const own = new Set(parts([...months(language), ...allTexts(language)]));
    for (const text of parts(await read(page))) if (english.has(text) && !own.has(text)) left.push(`${language}: ${text}`);
  }
  return left;
}

browserTest('no English text is left in another language', {}, async ({ page, site }) => {
  await openWidget(page, site.url, `views="posterior anterior left right" ask="${QUESTIONS.join(' ')}"`, { record: RECORD, select: 0 });
  // The questions stand behind the sheet, and are read with it.
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('dialog').waitFor();
  assert.deepEqual(await leftInEnglish(page), [], 'with the questions and the help sheet');
  await page.keyboard.press('Escape');
  await page.locator('[data-do=spread]').click();
  await settled(page);
  assert.deepEqual(await leftInEnglish(page), [], 'where it spreads');
  await page.locator('[data-do=tool][data-value=area]').click();
  await settled(page);
  assert.deepEqual(await leftInEnglish(page), [], 'with the brush');
  await setAttributes(page, { readonly: '' });
  await put(page, { ...EXAMINED, history: { signs: { keepsAwake: true }, aggravators: ['diet'], relief: [{ what: 'ice', helped: 'no' }], treatments: [] } });
  assert.deepEqual(await leftInEnglish(page), [], 'readonly');
});

browserTest('no English text is left in a clinician’s hand', {}, async ({ page, site }) => {
  await openWidget(page, site.url, 'mode="clinician" views="posterior anterior"', { record: EXAMINED });
  await choose(page, 0);
  /** What lies under the mark comes later than the texts. @param {string} language */
  const told = (language) => page.locator('.where h3', { hasText: LOCALES[language]?.['clinician.where'] }).waitFor();
  await told('en');
  // Landmarks are named in English alone, muscles in Latin elsewhere; titles of publications stay as they are.
  const patterns = parts(allTexts('en', /^(clinician|say\.side)\./)).map((text) =>
    new RegExp(`^${text.split(/\{\w+\}/).map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`));
  const named = parts(await page.locator('.where').locator('p, li').allInnerTexts()).filter((part) => !patterns.some((pattern) => pattern.test(part)));
  assert.ok(named.some((name) => /scapula/.test(name)), named.join('; '));
  assert.deepEqual(await leftInEnglish(page, { names: new Set(named), told }), []);
});

test('no long text is the English one in another language’s file', () => {
  for (const language of OTHERS) {
    const same = Object.entries(LOCALES.en ?? {}).filter(([key, text]) => typeof text === 'string' && text.split(' ').length > 3 && LOCALES[language]?.[key] === text);
    assert.deepEqual(same, [], language);
    assert.deepEqual(Object.keys(LOCALES.en ?? {}).filter((key) => !(key in (LOCALES[language] ?? {}))), [], `${language} lacks a text`);
    assert.equal(LOCALES[language]?.reviewed, false, 'no clinician has reviewed it');
  }
});

test('every text is read somewhere', async () => {
  const root = new URL('../../', import.meta.url);
  let source = '';
  for (const folder of ['www/src/', 'crates/painmap/src/', 'crates/painmap-report/src/', 'crates/painmap-wasm/src/']) {
    const names = await readdir(new URL(folder, root), { recursive: true });
    for (const name of names.filter((each) => /\.(js|rs)$/.test(each) && !/(^|\/)tests\b/.test(each))) source += await readFile(new URL(folder + name, root), 'utf8');
  }
  const isQuoted = (/** @type {string} */ text) => ['\'', '"', '`'].some((mark) => source.includes(mark + text + mark));
  /** Some keys are put together, of a beginning that ends with a dot and a word. @param {string} start */
  const isBegun = (start) => start !== '' && (isQuoted(start) || source.includes(`\`${start}\${`));
  const unread = Object.keys(LOCALES.en ?? {}).filter((key) => !isQuoted(key)
    && ![key.indexOf('.'), key.lastIndexOf('.')].some((dot) => isBegun(key.slice(0, dot + 1))));
  // What tells of the file itself is for its readers.
  assert.deepEqual(unread, ['reviewed']);
});

browserTest('the language is that of the nearest `lang`, and follows it', {}, async ({ page, site }) => {
  await openTrial(page, site.url, '<div id="outer" lang="fr-CA"><section id="inner"><pain-map></pain-map></section></div><aside id="aside" lang="es"></aside>');
  await speaks(page, 'fr');
  const set = (/** @type {string} */ where, /** @type {string | null} */ lang) => page.evaluate(([selector, language]) => {
    const element = document.querySelector(String(selector));
    if (language === null) element?.removeAttribute('lang');
    else element?.setAttribute('lang', String(language));
  }, [where, lang]);
  await set('#outer', 'DE');
  await speaks(page, 'de');
  await set('#inner', 'pt-BR');
  await speaks(page, 'pt');
  await set('pain-map', 'zh-Hant');
  await speaks(page, 'zh');
  await set('#outer', 'fr');
  await speaks(page, 'zh');
  await set('pain-map', null);
  await speaks(page, 'pt');
  await set('#inner', 'nl');
  await speaks(page, 'en');
  await set('#inner', null);
  await speaks(page, 'fr');
  await set('#outer', null);
  await speaks(page, 'en');
  await set('html', 'ar');
  await speaks(page, 'ar');
  await page.evaluate(() => document.querySelector('#aside')?.append(document.querySelector('pain-map') ?? ''));
  await speaks(page, 'es');
  // From a shadow tree up through its host.
  await page.evaluate(() => {
    const host = document.body.appendChild(document.createElement('x-host'));
    host.setAttribute('lang', 'de');
    host.attachShadow({ mode: 'open' }).append(document.querySelector('pain-map') ?? '');
  });
  await speaks(page, 'de');
  await set('x-host', 'fr');
  await speaks(page, 'fr');
});

browserTest('where a language’s file does not come, the one before it stays', { allow: [/Failed to load resource/, /net::ERR_FAILED/] }, async ({ page, site }) => {
  await openWidget(page, site.url, '', { record: RECORD, lang: 'fr' });
  const before = await page.locator('.prompt').first().textContent();
  await page.route('**/locales/de*', (route) => route.abort());
  await page.evaluate(() => document.addEventListener('pain-map-error', () => Object.assign(window, { told: true })));
  await setAttributes(page, { lang: 'de' });
  await page.waitForFunction(() => /** @type {any} */ (window).told);
  await speaks(page, 'fr');
  assert.equal(await page.locator('.prompt').first().textContent(), before);
  await page.unroute('**/locales/de*');
  await setAttributes(page, { lang: 'es' });
  await speaks(page, 'es');
  assert.equal((await record(page)).marks.length, RECORD.marks.length);
});

browserTest('what counts has the form that the language’s rules ask for', {}, async ({ page, site }) => {
  const marks = Array.from({ length: 4 }, (_, index) => ({ id: `m${index}`, kind: 'spot', view: 'posterior', at: [300 + index, 3000] }));
  await openWidget(page, site.url, '', { record: { format: 'painmap/1', marks } });
  for (const language of LANGUAGES) {
    await setAttributes(page, { lang: language });
    await speaks(page, language);
    const rules = new Intl.PluralRules(language);
    const counts = [0, 1, 2, 3, 11, 100];
    const told = await page.locator('pain-map').evaluate((element, [all, there]) => all.map((count) => {
      element.removeAttribute(count > there ? 'max-marks' : 'min-marks');
      element.setAttribute(count > there ? 'min-marks' : 'max-marks', String(count));
      return /** @type {any} */ (element).validationMessage;
    }), /** @type {const} */ ([counts, marks.length]));
    assert.deepEqual(told, counts.map((count) => {
      const forms = LOCALES[language]?.[count > marks.length ? 'invalid.tooFew' : 'invalid.tooMany'];
      return String(forms[rules.select(count)] ?? assert.fail(`${language} has no form for ${count}`)).replace('{count}', String(count));
    }), language);
  }
});

browserTest('a right-to-left page keeps the body as it is', { viewport: PHONE, touch: true }, async ({ page, site }) => {
  await openWidget(page, site.url, 'views="posterior anterior" crop="back"');
  const shape = () => page.locator('svg.canvas').evaluate((canvas) => [canvas.getAttribute('viewBox'), ...[...canvas.querySelectorAll('path')].map((path) => path.getAttribute('d'))].join(' '));
  const sides = () => page.locator('svg.canvas .side').evaluateAll((labels) => labels.map((label) => [label.textContent, Math.round(label.getBoundingClientRect().x)]).sort((one, other) => Number(one[1]) - Number(other[1])));
  const places = [LANDMARKS.acromion, onTheRight(LANDMARKS.inferiorAngleOfScapula), LANDMARKS.besideL4];
  const points = await Promise.all(places.map((place) => onScreen(page, place)));
  const left = (await page.locator('svg.canvas').boundingBox())?.x ?? 0;
  /** Taps the same places of the drawing's box, whatever is drawn there. */
  const mark = async () => {
    const box = (await page.locator('svg.canvas').boundingBox()) ?? { x: 0, y: 0 };
    const from = (await onScreen(page, { x: 0, y: 0 })).y;
    for (const [index, { x }] of points.entries()) {
      await page.touchscreen.tap(x - left + box.x, from + ((await onScreen(page, places[index] ?? { x: 0, y: 0 })).y - from));
      await page.locator('.panel .done').tap();
      await settled(page);
    }
    return (await record(page)).marks.map((/** @type {any} */ each) => ({ ...each, id: '' }));
  };
  const drawn = await shape();
  const english = await mark();
  assert.deepEqual(english.map((/** @type {any} */ each) => each.place.side), ['left', 'right', 'left']);
  assert.deepEqual((await sides()).map(([text]) => text), ['Your left', 'Your right']);

  await ask(page, 'clear');
  await page.evaluate(() => Object.assign(document.documentElement, { lang: 'ar', dir: 'rtl' }));
  await speaks(page, 'ar');
  await page.locator('.surface').evaluate((surface) => surface.scrollIntoView({ block: 'center' }));
  assert.equal(await shape(), drawn, 'the body is drawn as before');
  assert.deepEqual(await mark(), english, 'the same tap gives the same record');
  assert.deepEqual((await sides()).map(([text]) => text), ['يسارك', 'يمينك'], 'the person’s left is on the viewer’s left from behind');
  // The words do run from the right.
  const [prompt, page_] = await page.locator('.prompt').first().evaluate((element) => [getComputedStyle(element).direction, document.documentElement.scrollWidth - innerWidth]);
  assert.deepEqual([prompt, page_], ['rtl', 0]);
  await openTrial(page, site.url, '<pain-map></pain-map>', { lang: 'ar' });
  await furnished(page);
  await speaks(page, 'ar');
});
