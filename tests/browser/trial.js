// A page with one widget and a record in it, and what is seen of its questions.

import { openTrial, settled } from './widget.js';

/** @typedef {import('playwright-core').Page} Page */

/** Every word of `ask`. */
export const QUESTIONS = ['intensity', 'worst-intensity', 'spread', 'qualities', 'provoked-by', 'depth', 'size', 'course', 'since', 'note', 'history'];
/** Every language that the widget speaks. */
export const LANGUAGES = /** @type {const} */ (['en', 'fr', 'es', 'de', 'pt', 'ar', 'zh']);

/** A patient's record with marks in two views. */
export const RECORD = {
  format: 'painmap/1',
  marks: [
    {
      id: 'm1', by: 'patient', kind: 'spot', view: 'posterior', at: [-600, 1790], intensity: 7, qualities: ['aching'],
      radiation: [{ view: 'posterior', path: [[-600, 1790], [-480, 1400], [-302, 920]], intensity: 4 }],
    },
    { id: 'm2', by: 'patient', kind: 'area', view: 'posterior', outline: [[200, 3600], [560, 3560], [640, 3900], [240, 4000]], intensity: 3 },
    { id: 'm3', by: 'patient', kind: 'spot', view: 'anterior', at: [610, 2728] },
  ],
};

/** The same with findings and a mark by the clinician. */
export const EXAMINED = {
  ...RECORD,
  marks: [
    { ...RECORD.marks[0], findings: { tautBand: true, hypersensitiveSpot: true, referredPain: true, recognised: true, pressurePainThresholdKpa: 210 } },
    ...RECORD.marks.slice(1),
    { id: 'm4', by: 'clinician', kind: 'spot', view: 'posterior', at: [560, 1770], findings: { tautBand: false } },
  ],
};

/**
 * Opens a page with a widget that has these attributes, shows a record in it and selects one of its marks.
 * @param {Page} page
 * @param {string} url
 * @param {string} attributes
 * @param {{ record?: object, select?: number, lang?: string }} [what]
 */
export async function openWidget(page, url, attributes, { record, select, lang } = {}) {
  await openTrial(page, url, `<form><pain-map name="pain" ${attributes}></pain-map></form>`, lang ? { lang } : {});
  if (record) await put(page, record);
  if (select !== undefined) await choose(page, select);
}

/** Gives the widget a record and waits until all of it is told. @param {Page} page @param {object} record */
export async function put(page, record) {
  await page.locator('pain-map').evaluate((element, text) => { /** @type {any} */ (element).value = text; }, JSON.stringify(record));
  await page.locator('.surface[aria-busy="false"]').waitFor();
  await page.waitForFunction(() => {
    const { map } = /** @type {any} */ (document.querySelector('pain-map'));
    return map.marks.every((/** @type {any} */ mark) => mark.place.regions.length > 0);
  });
  await settled(page);
}

/** Selects a mark by its row of the list. @param {Page} page @param {number} index */
export async function choose(page, index) {
  await page.locator('.list li [data-do=select]').nth(index).click();
  await settled(page);
}

/** The names of the questions that are seen. @param {Page} page @returns {Promise<string[]>} */
export function seenQuestions(page) {
  return page.locator('pain-map').evaluate((element) => {
    const asked = [...(element.shadowRoot?.querySelectorAll('.panel .question, .history') ?? [])].filter((each) => each.checkVisibility());
    return asked.map((each) => (each.matches('.history') ? 'history' : (each.classList.item(1) ?? '')));
  });
}

/** Every text that is seen or told in the widget, with the names that only assistive technology reads. @param {Page} page */
export function texts(page) {
  return page.locator('pain-map').evaluate((element) => {
    /** @type {string[]} */
    const found = [];
    const root = /** @type {ShadowRoot} */ (element.shadowRoot);
    const seen = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      (node instanceof Element && node.hasAttribute('hidden') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
    while (seen.nextNode()) {
      const node = seen.currentNode;
      if (node instanceof Element) for (const name of ['aria-label', 'title', 'alt', 'placeholder', 'aria-description']) found.push(node.getAttribute(name) ?? '');
      else found.push(node.nodeValue ?? '');
    }
    return found.map((text) => text.trim()).filter(Boolean);
  });
}
