// Finding and making elements of a page.

/**
 * The element of the page that a selector names.
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function find(selector, kind) {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

/**
 * An element with what it holds.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {...(string | Node)} inside
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(name, ...inside) {
  const element = document.createElement(name);
  element.append(...inside);
  return element;
}

/** @param {string} text */
export const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);
