// What a person did on the map, as calls of the widget: pointers, two fingers, wheel, keys. They
// answer with bits.

/** @typedef {import('./pain_map.js').Widget} Widget */

/** The event is dealt with: the page's default action must not happen. */
export const HANDLED = 4;
/** What a call changed. */
export const CHANGED = 1;

const LEAST_ZOOM = 100;
const MOST_ZOOM = 600;
const ZOOM_STEP = 1.5;

/**
 * Whether a press follows another at once and at its place.
 * @param {PointerEvent} first
 * @param {PointerEvent} second
 */
function isDouble(first, second) {
  const away = Math.hypot(second.clientX - first.clientX, second.clientY - first.clientY);
  return second.timeStamp - first.timeStamp < 500 && away < 16;
}

/** The pointers on one map. */
export class Pointers {
  /** The fingers that are down, by their pointer. @type {Map<number, PointerEvent>} */
  #down = new Map();
  /** How far apart two fingers were and the zoom then. @type {{ apart: number, zoom: number } | undefined} */
  #pinch;
  /** Where the middle between them was. @type {{ clientX: number, clientY: number } | undefined} */
  #middle;
  /** The press that last changed something, so that a double click adds one mark. @type {PointerEvent | undefined} */
  #last;

  /** Another record: what was pressed is no part of it. */
  forget() {
    this.#last = undefined;
  }

  /**
   * @param {Widget} widget
   * @param {PointerEvent} event
   * @param {Element} surface
   */
  handle(widget, event, surface) {
    const { type, pointerId, target } = event;
    if (type === 'pointerdown') {
      // A finger whose end nobody told of is gone when the first one of a touch comes.
      if (event.isPrimary) {
        this.#down.clear();
        this.#pinch = this.#middle = undefined;
      }
      if (!(target instanceof Element) || !surface.contains(target)) return widget.cancel();
      this.#down.set(pointerId, event);
    } else if (this.#down.has(pointerId)) {
      this.#down.set(pointerId, event);
    }
    if (type === 'pointerup' || type === 'pointercancel') {
      this.#down.delete(pointerId);
      if (this.#pinch) {
        if (!this.#down.size) this.#pinch = this.#middle = undefined;
        return 0;
      }
    }
    if (this.#down.size > 1) return this.#spread(widget, surface);
    if (this.#pinch) return 0;
    const place = placeOf(surface, event);
    if (type === 'pointercancel' || !place) return widget.cancel();
    if (type === 'pointermove') return widget.drag(pointerId, ...place);
    if (type === 'pointerup') {
      const outcome = widget.up(pointerId, ...place);
      if (outcome & CHANGED) this.#last = event;
      return outcome;
    }
    if (!event.isPrimary || event.button) return widget.cancel();
    // A drag that leaves the map still ends here.
    if (event.isTrusted) surface.setPointerCapture(pointerId);
    // The second press of a double click is no second mark.
    const mark = /** @type {Element} */ (target).closest('[data-mark]')?.getAttribute('data-mark') ?? '';
    if (!mark && this.#last && isDouble(this.#last, event)) return widget.cancel();
    return widget.down(pointerId, ...place, mark);
  }

  /** Two fingers zoom and move the drawing; what one of them began ends. @param {Widget} widget @param {Element} surface */
  #spread(widget, surface) {
    const [one, other] = [...this.#down.values()];
    if (!one || !other) return 0;
    const apart = Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY));
    const middle = { clientX: (one.clientX + other.clientX) / 2, clientY: (one.clientY + other.clientY) / 2 };
    this.#pinch ??= { apart, zoom: widget.zoom };
    widget.cancel();
    const held = placeOf(surface, this.#middle ?? middle);
    const percent = within((this.#pinch.zoom * apart) / this.#pinch.apart);
    if (held) widget.zoomAt(percent, ...held);
    const there = placeOf(surface, middle);
    if (held && there && this.#middle) widget.pan(held[0] - there[0], held[1] - there[1]);
    this.#middle = middle;
    return HANDLED;
  }
}

/**
 * A place or a mark of the drawing that assistive technology presses by its name: no pointer came before it.
 * @param {Widget} widget
 * @param {Element} target
 * @param {Element} surface
 */
export function choose(widget, target, surface) {
  const mark = target.closest('[data-mark]')?.getAttribute('data-mark');
  if (mark) return widget.act('select', mark);
  return widget.act('place', String([...surface.querySelectorAll('.place')].indexOf(target)));
}

/**
 * Zooms by a button, a key or the wheel: about a place of the screen, else about the keyboard's cursor where
 * that is seen, or the middle of what is seen.
 * @param {Widget} widget
 * @param {Element} surface
 * @param {string} how - in, out or whole
 * @param {{ clientX: number, clientY: number }} [about]
 */
export function zoom(widget, surface, how, about) {
  const seen = surface.matches(':focus-visible') ? surface.querySelector('.cursor') : null;
  const middle = (seen ?? surface).getBoundingClientRect();
  const place = placeOf(surface, about ?? { clientX: middle.left + middle.width / 2, clientY: middle.top + middle.height / 2 });
  const percent = how === 'whole' ? LEAST_ZOOM : widget.zoom * (how === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP);
  if (place) widget.zoomAt(within(percent), ...place);
  return HANDLED;
}

/**
 * A key on the map, or one that the whole widget knows.
 * @param {Widget} widget
 * @param {KeyboardEvent} event
 * @param {(action: string, value?: string) => number} act
 */
export function press(widget, event, act) {
  const { shiftKey, ctrlKey, metaKey, altKey, target } = event;
  // Where the letters are not Latin ones, a key goes by its place.
  const key = /^[^\x20-\x7e]$/.test(event.key) ? event.code.replace('Key', '').toLowerCase() : event.key;
  if (!(target instanceof Element) || altKey) return 0;
  if (key === 'Escape') return widget.escape();
  if (ctrlKey || metaKey) {
    // In a text field they are the field's own.
    if (target.matches('textarea, input:not([type=radio], [type=checkbox])') || !/^[zy]$/i.test(key)) return 0;
    const back = key.toLowerCase() === 'z' && !shiftKey;
    return HANDLED | act(back ? 'undo' : 'redo');
  }
  if (!target.matches('.surface')) return 0;
  /** @type {Record<string, [string, string?]>} */
  const actions = {
    '?': ['help'], q: ['questions'], s: ['spread'], m: ['move'], n: ['walk', '1'], p: ['walk', '-1'],
    '+': ['zoom', 'in'], '=': ['zoom', 'in'], '-': ['zoom', 'out'], 0: ['zoom', 'whole'],
  };
  const action = actions[key.toLowerCase()];
  return action ? HANDLED | act(...action) : widget.press(key, shiftKey);
}

/** @param {number} percent */
function within(percent) {
  return Math.round(Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, percent)));
}

/**
 * A place of the screen in units of the drawing.
 * @param {Element} surface
 * @param {{ clientX: number, clientY: number }} event
 * @returns {[number, number] | undefined}
 */
function placeOf(surface, { clientX, clientY }) {
  const matrix = /** @type {SVGSVGElement | null} */ (surface.querySelector('.canvas'))?.getScreenCTM();
  if (!matrix) return undefined;
  const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
  return [Math.round(x), Math.round(y)];
}
