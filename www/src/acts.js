// From an event in the widget to a call into the wasm: what a press, a key or a control stands for.
import { choose, HANDLED, Pointers, press, zoom } from './gestures.js';

/** @typedef {import('./pain_map.js').Widget} Widget */

/**
 * What an act depends on.
 * @typedef {object} Setting
 * @property {import('./interface/interface.js').Interface | undefined} shown
 * @property {string} mode in whose hand the widget is
 * @property {string} previous last visit's record
 */

/** What is listened to. */
export const EVENTS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'keydown', 'click', 'change', 'input', 'wheel', 'focusout'];

export class Acts {
  #pointers = new Pointers();
  #setting;

  /** @param {() => Setting} setting */
  constructor(setting) {
    this.#setting = setting;
  }

  /** Another record: what was pressed is no part of it. */
  forget() {
    this.#pointers.forget();
  }

  /**
   * The call that an event asks for; none where it is not about the record.
   * @param {Event} event
   * @returns {((widget: Widget) => number) | undefined}
   */
  callFor(event) {
    const { type, target } = event;
    const surface = this.#setting().shown?.surface;
    // The help sheet's keys are its own: Escape closes it.
    if (!surface || !(target instanceof Element) || target.closest('dialog')) return undefined;
    if (event instanceof KeyboardEvent) {
      if (event.isComposing) return undefined;
      // A key that is held marks one place.
      if (event.repeat && /^(Enter| )$/.test(event.key) && target === surface) return () => HANDLED;
      return (widget) => press(widget, event, (action, value) => this.act(widget, action, value));
    }
    if (event instanceof WheelEvent) {
      const isZoom = event.ctrlKey && surface.contains(target);
      return isZoom ? (widget) => zoom(widget, surface, event.deltaY < 0 ? 'in' : 'out', event) : undefined;
    }
    if (event instanceof PointerEvent && type.startsWith('pointer')) return (widget) => this.#pointers.handle(widget, event, surface);
    if (type === 'click' && surface.contains(target)) {
      return /** @type {MouseEvent} */ (event).detail ? undefined : (widget) => choose(widget, target, surface);
    }
    const control = target.closest('[data-do]');
    if (!control || type !== (control instanceof HTMLInputElement ? 'change' : 'click')) return undefined;
    const { do: action = '', value = '' } = /** @type {HTMLElement} */ (control).dataset;
    return (widget) => this.act(widget, action, control instanceof HTMLInputElement ? String(control.checked) : value);
  }

  /**
   * Does what a control or a key stands for.
   * @param {Widget} widget
   * @param {string} action
   * @param {string} [value]
   * @returns {number}
   */
  act(widget, action, value = '') {
    const { shown, mode, previous } = this.#setting();
    // A question that is not asked has no key either.
    if (action === 'spread' && mode === 'patient' && !shown?.state?.ask.has('spread')) return 0;
    if (action === 'zoom') return shown ? zoom(widget, shown.surface, value) : 0;
    if (action === 'tool' && value !== 'spot') shown?.takeBrush();
    if (action === 'adopt') return widget.act(action, previous);
    if (action === 'help' || action === 'questions') {
      shown?.open(action);
      return 0;
    }
    return widget.act(action, value);
  }
}
