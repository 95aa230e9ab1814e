// Runs axe on a page, shadow trees included, under any content security policy.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong below `selector`: one line for each rule and node.
 *
 * @param {import('playwright-core').Page} page
 * @param {string | { fromShadowDom: string[] }} [selector] of an element in a shadow tree, the selectors on the way to it
 * @returns {Promise<string[]>}
 */
export async function accessibilityProblems(page, selector = 'html') {
  // By the debugger rather than a script element, which the page's policy would refuse.
  await page.evaluate(source);
  return page.evaluate(async (where) => {
    const { violations } = await /** @type {any} */ (window).axe.run(where, { resultTypes: ['violations'] });
    /** @type {string[]} */
    const lines = [];
    for (const { id, impact, help, nodes } of violations) {
      for (const node of nodes) lines.push(`${id} (${impact}): ${help}: ${node.target.join(' ')}`);
    }
    return lines;
  }, selector);
}
