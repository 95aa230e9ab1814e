// Nodes round the map: made one by one, never from markup, so that the element lives under Trusted Types.

/** @typedef {import('../words.js').Words} Words */

/**
 * An element with attributes and children. The attributes `text` and `label` name the texts that
 * `tell` writes into it and into its `aria-label`; what is false or undefined is left out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {Record<string, string | number | boolean | undefined>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    const attribute = key === 'text' || key === 'label' ? `data-${key}` : key;
    element.setAttribute(attribute, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/**
 * A button that does what the widget knows by this name.
 * @param {string} action
 * @param {Record<string, string | number | boolean | undefined>} [attributes]
 * @param {...(Node | string)} children
 */
export function button(action, attributes, ...children) {
  return h('button', { type: 'button', part: 'button', 'data-do': action, ...attributes }, ...children);
}

/** Writes the texts that the elements name. @param {Element} root @param {Words} words */
export function tell(root, words) {
  for (const element of root.querySelectorAll('[data-text]')) {
    write(element, words.text(element.getAttribute('data-text') ?? ''));
  }
  for (const element of root.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', words.text(element.getAttribute('data-label') ?? ''));
  }
}

/** Writes a text where it differs, so that nothing is announced or laid out for nothing. @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** @param {Element} element @param {boolean} pressed */
export function press(element, pressed) {
  element.setAttribute('aria-pressed', String(pressed));
}
