// What a person did, as calls of the widget: keys, clicks and choices. They answer with bits.

/** @typedef {import('./pain_map.js').Widget} Widget */

/** The event is dealt with: the page's default action must not happen. */
export const HANDLED = 4;

/**
 * Whether a press follows another at once and at its place.
 * @param {PointerEvent} first
 * @param {PointerEvent} second
 */
export function isDouble(first, second) {
  const away = Math.hypot(second.clientX - first.clientX, second.clientY - first.clientY);
  return second.timeStamp - first.timeStamp < 500 && away < 16;
}

/**
 * A key on the map, or one that the whole widget knows.
 * @param {Widget} widget
 * @param {KeyboardEvent} event
 */
export function press(widget, event) {
  const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event;
  if (key === 'Escape') return widget.escape();
  if (!(target instanceof Element) || altKey) return 0;
  if (ctrlKey || metaKey) {
    // In a text field they are the field's own.
    if (target.matches('textarea') || !/^[zy]$/i.test(key)) return 0;
    const back = key.toLowerCase() === 'z' && !shiftKey;
    return HANDLED | widget.act(back ? 'undo' : 'redo', '', true);
  }
  return target.matches('.surface') ? widget.press(key, shiftKey) : 0;
}

/**
 * A click, a choice or a typed letter: the control says what it is for.
 * @param {Widget} widget
 * @param {Event} event
 */
export function act(widget, { type, target }) {
  const control = target instanceof Element ? target.closest('[data-do]') : null;
  if (!control) return 0;
  const { do: action = '', value = '' } = /** @type {HTMLElement} */ (control).dataset;
  if (control instanceof HTMLTextAreaElement) return type === 'input' ? widget.act(action, control.value, true) : 0;
  if (control instanceof HTMLInputElement) {
    // A radio button that is on says so by no change when it is chosen again, which takes it back.
    const told = control.type === 'radio' ? 'click' : 'change';
    return type === told ? widget.act(action, value, control.checked) : 0;
  }
  return type === 'click' ? widget.act(action, value, true) : 0;
}
