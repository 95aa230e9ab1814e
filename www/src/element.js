// The <pain-map> element's class: the form contract, the loading of the wasm, and the events.
// What is drawn and recorded is the wasm's business; no state of the record lives here.
import { HANDLED, act, isDouble, press } from './gestures.js';
import { styles } from './styles.js';

/** @typedef {import('./pain_map.js').Widget} Widget */
/** @typedef {typeof import('./pain_map.js')} WidgetModule */

// Server rendering imports this module where there is no DOM.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

// Where the style sheet makes the questions a sheet over the page.
const SMALL = globalThis.matchMedia?.('(max-width: 40rem)') ?? { matches: false };

// What a call into the wasm changed, in bits.
const CHANGED = 1;
const SELECTED = 2;
const FOCUS = 8;

/** The properties that a page may set before the class is there. */
const UPGRADED = /** @type {const} */ (['name', 'required', 'disabled', 'readOnly', 'figure', 'views', 'crop', 'defaultValue', 'value', 'map']);

// The longest text that a record's note holds.
const LONGEST_NOTE = 4000;

const MISSING = 'Please mark where it hurts, or choose “No pain today”.';

// What a form without an answer sends while there is neither widget nor fallback: nothing was shown.
const NOT_SHOWN = '{"format":"painmap/1","marks":[]}';

const EVENTS = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'keydown', 'click', 'change', 'input'];

/** @type {CSSStyleSheet | undefined} */
let sheet;
/** @type {Promise<WidgetModule> | undefined} */
let loading;

/** Loads and compiles the wasm once for all elements of the page. */
function load() {
  loading ??= import('./pain_map.js').then(async (module) => {
    await module.default();
    return module;
  });
  return loading;
}

/**
 * A form control on which a person marks where it hurts. Its value is the record as JSON.
 *
 * @fires input - when the person changes the record
 * @fires change - likewise, once the change is complete
 * @fires pain-map-ready - when the widget can be used
 * @fires pain-map-select - when another mark is selected; `detail.id` is its id or empty
 * @fires pain-map-error - when a value is refused (`detail.message`, `detail.pointer`) or the widget fails
 */
export class PainMapElement extends Base {
  static formAssociated = true;
  static observedAttributes = ['value', 'figure', 'views', 'crop', 'required', 'readonly', 'name'];

  #internals = this.attachInternals();
  #root;
  #slot;
  /** @type {Widget | undefined} */
  #widget;
  /** What was set before the widget was ready. @type {string | undefined} */
  #pending;
  /** Texts that were set before the widget was ready. @type {string[]} */
  #waiting = [];
  /** The value was set, so that the attribute is no more than a default. */
  #dirty = false;
  #disabled = false;
  /** A call into the wasm is under way: removing a focused node lets the page's listeners run. */
  #busy = false;
  /** The last press on the element itself. @type {Event | undefined} */
  #own;
  /** The press that last changed something, so that a double click adds one mark. @type {PointerEvent | undefined} */
  #last;
  #failed = false;
  /** The drawing that was missing last. */
  #lacking = '';
  #message = '';
  /** Controls of the fallback whose name was taken, so that the form has one entry of it. @type {Set<HTMLInputElement>} */
  #nameless = new Set();
  /** Controls of the fallback whose text the record has taken. @type {Set<HTMLInputElement>} */
  #parked = new Set();

  constructor() {
    super();
    const shadow = this.#internals.shadowRoot ?? this.attachShadow({ mode: 'open', delegatesFocus: true });
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(styles);
    }
    shadow.adoptedStyleSheets = [sheet];
    this.#root = shadow.appendChild(document.createElement('div'));
    this.#root.className = 'base';
    this.#root.hidden = true;
    this.#slot = shadow.appendChild(document.createElement('slot'));
    // A parser may bring the fallback after the element.
    this.#slot.addEventListener('slotchange', () => this.#fallbackCame());
    this.addEventListener('pointerdown', (event) => { this.#own = event; });
    for (const type of EVENTS) {
      this.#root.addEventListener(type, (event) => this.#handle(event));
    }
  }

  connectedCallback() {
    for (const name of UPGRADED) this.#upgrade(name);
    document.addEventListener('pointerdown', this.#beside);
    this.#update();
    this.#start();
  }

  disconnectedCallback() {
    document.removeEventListener('pointerdown', this.#beside);
    // A move in the document disconnects and connects at once: only what stays away is freed.
    queueMicrotask(() => {
      if (this.isConnected || !this.#widget) return;
      this.#pending = this.value;
      if (this.#busy) return;
      this.#widget.free();
      this.#widget = undefined;
    });
  }

  /**
   * @param {string} name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(name, old, value) {
    if (name === 'name') {
      for (const control of this.#fallbackControls(old ?? '')) control.name = value ?? '';
    }
    if (name === 'value' && !this.#dirty) this.#setValue(value ?? '');
    if (/^(figure|views|crop)$/.test(name)) this.#show();
    if (name === 'readonly') this.#lock();
    this.#update();
  }

  /** @param {boolean} disabled */
  formDisabledCallback(disabled) {
    this.#disabled = disabled;
    this.#lock();
  }

  formResetCallback() {
    this.#dirty = false;
    // On a shared tablet nothing may stay, whatever the default is.
    this.#setValue('');
    if (this.defaultValue) this.#setValue(this.defaultValue);
    this.#update();
  }

  /** @param {string} state */
  formStateRestoreCallback(state) {
    this.#dirty = true;
    this.#setValue(state);
    this.#update();
  }

  get form() { return this.#internals.form; }
  get labels() { return this.#internals.labels; }
  get validity() { return this.#internals.validity; }
  get validationMessage() { return this.#internals.validationMessage; }
  get willValidate() { return this.#internals.willValidate; }
  get type() { return 'pain-map'; }

  checkValidity() { return this.#internals.checkValidity(); }
  reportValidity() { return this.#internals.reportValidity(); }

  /** @param {string} message */
  setCustomValidity(message) {
    this.#message = String(message);
    this.#update();
  }

  get name() { return this.getAttribute('name') ?? ''; }
  set name(name) { this.setAttribute('name', name); }
  get defaultValue() { return this.getAttribute('value') ?? ''; }
  set defaultValue(value) { this.setAttribute('value', value); }
  get required() { return this.hasAttribute('required'); }
  set required(required) { this.toggleAttribute('required', required); }
  get disabled() { return this.hasAttribute('disabled'); }
  set disabled(disabled) { this.toggleAttribute('disabled', disabled); }
  get readOnly() { return this.hasAttribute('readonly'); }
  set readOnly(readOnly) { this.toggleAttribute('readonly', readOnly); }
  /** The figure of a new record: neutral, feminine or masculine. */
  get figure() { return this.getAttribute('figure') ?? 'neutral'; }
  set figure(figure) { this.setAttribute('figure', figure); }
  /** The views to choose from, the first one first: posterior, anterior, left, right. */
  get views() { return this.getAttribute('views') ?? 'posterior'; }
  set views(views) { this.setAttribute('views', views); }
  /** The part of the body that is shown: whole, back, neck or shoulders. */
  get crop() { return this.getAttribute('crop') ?? 'whole'; }
  set crop(crop) { this.setAttribute('crop', crop); }

  /** The record as JSON. A text that is no record is refused: the value stays, `pain-map-error` says why. */
  get value() { return this.#guard((widget) => widget.value) ?? this.#pending ?? this.defaultValue; }
  set value(value) {
    if (this.#busy) {
      queueMicrotask(() => { this.value = value; });
      return;
    }
    if (this.#setValue(String(value ?? ''))) this.#dirty = true;
    this.#update();
  }

  /** The record as an object. */
  get map() { return this.value ? JSON.parse(this.value) : null; }
  set map(map) { this.value = map === null ? '' : JSON.stringify(map); }

  undo() { this.#edit((widget) => widget.undo()); }
  redo() { this.#edit((widget) => widget.redo()); }
  clear() {
    if (this.#widget) this.#edit((widget) => widget.clear());
    else this.value = '';
  }

  /** The record in sentences, a line each; empty until the widget is ready. */
  toText() { return this.#guard((widget) => widget.toText()) ?? ''; }

  /**
   * A change by the page's script: it fires nothing.
   * @param {(widget: Widget) => number} call
   */
  #edit(call) {
    if (this.#busy) {
      queueMicrotask(() => this.#edit(call));
      return;
    }
    if ((this.#guard(call) ?? 0) & CHANGED) {
      this.#dirty = true;
      this.#stamp();
    }
    this.#update();
  }

  async #start() {
    if (this.#widget || this.#failed) return;
    try {
      const module = await load();
      // Nobody is interrupted while typing, and no text is cut: the fallback goes on as the control.
      if (this.#typesInFallback()) {
        await new Promise((resolve) => { this.addEventListener('focusout', resolve, { once: true }); });
      }
      if (this.#typed().length > LONGEST_NOTE) return;
      // Meanwhile the element may have gone, or another call may have started it.
      if (this.#widget || !this.isConnected) return;
      const texts = this.#waiting.length ? this.#waiting : [this.#pending ?? this.defaultValue];
      this.#widget = new module.Widget(this.#root);
      this.#show();
      this.#waiting = [];
      // A locked widget shows a clinician's record too.
      this.#lock();
      for (const text of texts) if (text) this.#setValue(text);
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#root.hidden = false;
    this.#slot.hidden = true;
    this.#parkFallback();
    this.#lock();
    this.#update();
    this.#state('ready', true);
    this.#tell('pain-map-ready');
  }

  #show() {
    this.#guard((widget) => widget.show(this.figure, this.views, this.crop));
  }

  /** Fetches what the widget lacks of the atlas; what fails once is not asked for without end. */
  async #complete() {
    const missing = this.#guard((widget) => widget.missing) ?? '';
    if (missing === this.#lacking) return;
    this.#lacking = missing;
    if (!missing) return;
    let failed = false;
    try {
      const { loadDrawing } = await import('./views/drawings.js');
      await loadDrawing(missing, await load());
    } catch (error) {
      this.#tellError(error);
      failed = true;
    }
    // Meanwhile something else may be asked for.
    this.#guard((widget) => (failed && widget.missing === missing ? widget.giveUp() : widget.arrived()));
    this.#update();
  }

  #typesInFallback() {
    const { activeElement } = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    return activeElement !== this && this.contains(activeElement);
  }

  /** @param {Event} event */
  #handle(event) {
    // The form hears of the record by our own events.
    if (event.type === 'change' || event.type === 'input') event.stopPropagation();
    if (event instanceof KeyboardEvent && (event.isComposing || (event.repeat && /^(Enter| )$/.test(event.key) && event.target === this.#surface()))) {
      // A key that is held marks one place.
      if (!event.isComposing) event.preventDefault();
      return;
    }
    const outcome = this.#guard((widget) => {
      if (event instanceof PointerEvent && event.type.startsWith('pointer')) return this.#point(widget, event);
      if (event instanceof KeyboardEvent) return press(widget, event);
      return act(widget, event);
    });
    if ((outcome ?? 0) & HANDLED) event.preventDefault();
    this.#outcome(outcome ?? 0);
    this.#complete();
  }

  /**
   * @param {Widget} widget
   * @param {PointerEvent} event
   */
  #point(widget, event) {
    const { pointerId, type, target } = event;
    const svg = /** @type {SVGSVGElement | null} */ (this.#root.querySelector('.canvas'));
    const matrix = svg?.getScreenCTM();
    if (type === 'pointercancel' || !matrix || !(target instanceof Element)) return widget.cancel();
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const [x, y] = [Math.round(point.x), Math.round(point.y)];
    if (type === 'pointermove') return widget.drag(pointerId, x, y);
    if (type === 'pointerup') {
      const outcome = widget.up(pointerId, x, y);
      if (outcome & CHANGED) this.#last = event;
      return outcome;
    }
    const surface = target.closest('.surface');
    if (!event.isPrimary || event.button || !surface) return widget.cancel();
    // A drag that leaves the map still ends here.
    if (event.isTrusted) surface.setPointerCapture(pointerId);
    // The second press of a double click is no second mark.
    const mark = target.closest('[data-mark]')?.getAttribute('data-mark') ?? '';
    if (!mark && this.#last && isDouble(this.#last, event)) return widget.cancel();
    return widget.down(pointerId, x, y, mark);
  }

  /**
   * The wasm has returned: from here on the page's listeners may call the element again.
   * @param {number} outcome
   */
  #outcome(outcome) {
    if (outcome & SELECTED) this.#placePanel();
    if (outcome & FOCUS) this.#surface()?.focus({ preventScroll: true });
    if (outcome & CHANGED) {
      this.#dirty = true;
      this.#stamp();
      this.#update();
      this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    }
    if (outcome & SELECTED) this.#tell('pain-map-select', { id: this.#guard((widget) => widget.selected) ?? '' });
  }

  #stamp() {
    const seconds = new Date().toISOString().replace(/\.\d+/, '');
    this.#guard((widget) => widget.stamp(seconds));
  }

  /** @param {string} text @returns {boolean} whether the record was taken */
  #setValue(text) {
    this.#last = undefined;
    if (!this.#widget) return this.#wait(text);
    const fault = this.#guard((widget) => widget.load(text));
    if (fault) {
      const end = fault.lastIndexOf('\n');
      this.#tell('pain-map-error', { message: fault.slice(end + 1), pointer: fault.slice(0, end) });
    }
    return fault === '';
  }

  /**
   * Before the widget is ready a text waits; all that waited is tried in turn, so that a refused one
   * leaves the one before it. What can't be a record at all is refused here.
   * @param {string} text
   */
  #wait(text) {
    try {
      if (text && JSON.parse(text).format !== 'painmap/1') throw new Error('must be "painmap/1"');
    } catch (error) {
      this.#tell('pain-map-error', { message: `not a record: ${String(error)}`, pointer: '' });
      return false;
    }
    this.#waiting.push(text);
    this.#pending = text;
    return true;
  }

  /**
   * On a telephone the questions lie over the page: a touch beside the widget puts them away.
   * @param {Event} event
   */
  #beside = (event) => {
    if (!SMALL.matches || event === this.#own || !this.#guard((widget) => widget.selected)) return;
    this.#outcome(this.#guard((widget) => widget.putAway()) ?? 0);
  };

  /** Puts the questions at the edge of the screen that is further from the mark. */
  #placePanel() {
    const disc = this.#root.querySelector('.mark[data-selected] .disc')?.getBoundingClientRect();
    const low = disc !== undefined && disc.top > innerHeight / 2;
    this.#root.querySelector('.panel')?.classList.toggle('high', low);
  }

  #update() {
    // In the middle of a call: the change that it makes is told when it has returned.
    if (this.#busy) return;
    const answered = this.#guard((widget) => widget.isAnswered) ?? false;
    const record = this.#guard((widget) => widget.value);
    const entry = record ?? this.#fallbackEntry();
    this.#internals.setFormValue(entry, record ?? this.value);
    const anchor = this.#widget && this.#surface();
    if (this.#message) this.#invalid({ customError: true }, this.#message, anchor);
    else if (this.required && !this.readOnly && this.#widget && !answered) this.#invalid({ valueMissing: true }, MISSING, anchor);
    else this.#internals.setValidity({});
    this.#state('empty', !answered);
    this.#state('invalid', !this.#internals.validity.valid);
    if (record !== undefined) this.#pending = record;
    this.#complete();
  }

  /** @param {ValidityStateFlags} flags @param {string} message @param {Element | null | undefined} anchor */
  #invalid(flags, message, anchor) {
    if (anchor instanceof HTMLElement) this.#internals.setValidity(flags, message, anchor);
    else this.#internals.setValidity(flags, message);
  }

  /**
   * What the form sends while there is no widget: the record that was there, with what is typed into
   * the fallback as its note; else the fallback's own entry, and none of ours.
   */
  #fallbackEntry() {
    const record = this.#pending ?? this.defaultValue;
    const controls = this.#fallbackControls();
    for (const control of controls) {
      control.disabled = this.#disabled;
      if (record) {
        this.#nameless.add(control);
        control.removeAttribute('name');
        control.addEventListener('input', this.#retype);
      } else {
        control.name = this.name;
      }
    }
    if (!record) return controls.length ? null : NOT_SHOWN;
    const note = this.#typed();
    try {
      return note ? JSON.stringify({ ...JSON.parse(record), note }) : record;
    } catch {
      return record;
    }
  }

  /** What was typed or chosen in the fallback. */
  #typed() {
    const given = this.#fallbackControls().filter((control) => !/^(radio|checkbox)$/.test(control.type) || control.checked);
    return given.map((control) => control.value.trim()).filter(Boolean).join('\n');
  }

  #fallbackCame() {
    if (this.#widget) this.#parkFallback();
    this.#update();
  }

  #retype = () => { if (!this.#widget) this.#update(); };

  #lock() {
    const locked = this.#disabled || this.readOnly;
    this.#guard((widget) => widget.lock(locked));
    this.#root.inert = this.#disabled;
  }

  /**
   * Calls into the wasm. While one call is under way another would poison the object: it is left out,
   * and the caller does with what it knows.
   * @template T
   * @param {(widget: Widget) => T} call
   * @returns {T | undefined}
   */
  #guard(call) {
    if (!this.#widget || this.#busy) return undefined;
    this.#busy = true;
    try {
      return call(this.#widget);
    } catch (error) {
      this.#fail(error);
      return undefined;
    } finally {
      this.#busy = false;
    }
  }

  #surface() {
    return /** @type {HTMLElement | null} */ (this.#root.querySelector('.surface'));
  }

  /**
   * The widget is broken: the fallback takes over, and what was entered stays in the form.
   * @param {unknown} error
   */
  #fail(error) {
    this.#failed = true;
    // A wasm object that has panicked can't be freed either.
    this.#widget = undefined;
    this.#root.hidden = true;
    this.#slot.hidden = false;
    this.#state('ready', false);
    this.#state('error', true);
    this.#update();
    this.#tellError(error);
  }

  /** @param {unknown} error */
  #tellError(error) {
    this.#tell('pain-map-error', { message: error instanceof Error ? error.message : String(error), pointer: '' });
  }

  /** The controls between the tags that would send an entry of this name. */
  #fallbackControls(name = this.name) {
    const controls = /** @type {NodeListOf<HTMLInputElement>} */ (this.querySelectorAll('input,textarea,select'));
    return [...controls].filter((control) => control.name === name || this.#nameless.has(control));
  }

  /** The widget takes over: a text typed so far becomes the record's note, which is no step of undo. */
  #parkFallback() {
    const fresh = this.#fallbackControls().filter((control) => !this.#parked.has(control));
    const note = fresh.length ? this.#typed() : '';
    if (note) {
      this.#guard((widget) => widget.load(JSON.stringify({ ...JSON.parse(widget.value), note })));
    }
    for (const control of this.#fallbackControls()) {
      control.disabled = true;
      this.#parked.add(control);
    }
  }

  /** @param {string} name @param {boolean} on */
  #state(name, on) {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  /** @param {string} type @param {object} [detail] */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail }));
  }

  /**
   * A property that the page set before the class was there hides the accessor: set it again.
   * @param {typeof UPGRADED[number]} name
   */
  #upgrade(name) {
    if (!Object.prototype.hasOwnProperty.call(this, name)) return;
    const value = Reflect.get(this, name);
    Reflect.deleteProperty(this, name);
    Reflect.set(this, name, value);
  }
}
