// The <pain-map> element's class: the form contract and what the page may ask for. What is drawn and
// recorded is the wasm's business, what stands round the map that of `interface`; no state of the
// record lives here.
import { Acts, EVENTS } from './acts.js';
import { Draft } from './draft.js';
import { Fallback, withNote } from './fallback.js';
import { CHANGED, HANDLED } from './gestures.js';
import { Interface } from './interface/interface.js';
import { afterPaint, load } from './loading.js';
import { Notice } from './notice.js';
import { cleared, Pending } from './pending.js';
import { ReflectedElement } from './reflected.js';
import { styles } from './styles.js';
import { Supply } from './supply.js';
import { Verdict } from './validity.js';
import { followLanguage, languageOf, speak } from './words.js';

/** @typedef {import('./pain_map.js').Widget} Widget */

// Where the style sheet makes the questions a sheet over the page.
const SMALL = globalThis.matchMedia?.('(max-width: 40rem)') ?? { matches: false };

// What a call into the wasm changed, in bits, beside CHANGED and HANDLED.
const SELECTED = 2;
const FOCUS = 8;

/** @type {CSSStyleSheet | undefined} */
let sheet;

/**
 * A form control on which a person marks where it hurts. Its value is the record as JSON.
 *
 * @tag pain-map
 *
 * @slot - the control that is used until the map is ready, and where it fails
 * @slot notice - the safety notice, in place of the built-in one
 *
 * @fires {Event} input - when the person changes the record
 * @fires {Event} change - likewise, once the change is complete
 * @fires {CustomEvent} pain-map-ready - when the map can be used
 * @fires {CustomEvent<{ id: string }>} pain-map-select - when another mark is selected; `detail.id` is its id or empty
 * @fires {CustomEvent<{ message: string, pointer: string }>} pain-map-error - when a value is refused (`pointer` is the place in it) or the map fails
 *
 * @csspart notice - the safety notice
 * @csspart prompt - what to do next
 * @csspart views - the switch between the views
 * @csspart crops - the switch between the parts of the body
 * @csspart surface - the map
 * @csspart canvas - the drawing in it
 * @csspart mark - a mark on the drawing
 * @csspart tools - the tools under the map
 * @csspart choosers - what a tap does
 * @csspart brushes - the sizes of the brush
 * @csspart button - every button
 * @csspart panel - the questions about a mark
 * @csspart findings - a clinician's part of them
 * @csspart question - one question
 * @csspart list - the list of the marks
 * @csspart history - the questions about the whole
 * @csspart help - the sheet of keys and gestures
 *
 * @cssprop --pain-map-accent - the colour of what can be done
 * @cssprop --pain-map-text - the colour of texts
 * @cssprop --pain-map-surface - the ground
 * @cssprop --pain-map-skin - the body
 * @cssprop --pain-map-font - the family of the letters
 * @cssprop --pain-map-radius - how round the corners are
 *
 * @cssstate ready - the map can be used
 * @cssstate empty - nothing is answered
 * @cssstate invalid - the answer does not do
 * @cssstate user-invalid - likewise, once the person has had their turn
 * @cssstate error - the map has failed and the fallback is the control
 */
export class PainMapElement extends ReflectedElement {
  static formAssociated = true;
  static observedAttributes = ['value', 'figure', 'views', 'crop', 'required', 'readonly', 'name', 'mode', 'ask', 'min-marks', 'max-marks'];

  #internals = this.attachInternals();
  #root;
  #slot;
  #notice = new Notice(this);
  #fallback = new Fallback(this, () => this.#retyped());
  #draft = new Draft(this);
  #acts = new Acts(() => ({ shown: this.#interface, mode: this.mode, previous: this.#previous }));
  #supply = new Supply({ ask: (call) => this.#guard(call), arrived: () => this.#update(), failed: (error) => this.#tellError(error) });
  #verdict = new Verdict(this, this.#internals);
  /** @type {Widget | undefined} */
  #widget;
  /** @type {Interface | undefined} */
  #interface;
  #pending = new Pending();
  /** The value was set, so that the attribute is no more than a default. */
  #dirty = false;
  #disabled = false;
  /** The record holds what this hand may not change. */
  #foreign = false;
  /** A call into the wasm is under way: removing a focused node lets the page's listeners run. */
  #busy = false;
  /** The last press on the element itself. @type {Event | undefined} */
  #own;
  #failed = false;
  /** All that the widget says can be asked of it; before that it can be tapped. */
  #isWhole = false;
  /** It was taken out of the document: the record that is left was in this hand, whatever it may change. */
  #wasOut = false;
  #previous = '';
  /** Ends following the language of the page. */
  #stopFollowing = () => {};

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
    this.#slot.addEventListener('slotchange', () => {
      if (this.#isControl) this.#parkFallback();
      this.#update();
    });
    this.addEventListener('pointerdown', (event) => { this.#own = event; });
    this.addEventListener('invalid', () => this.#verdict.refused(this.#interface?.surface));
    // A label's click comes to the element itself; what delegates the focus would choose is a switch.
    this.addEventListener('click', (event) => { if (event.composedPath()[0] === this) this.#interface?.surface.focus(); });
    for (const type of EVENTS) {
      this.#root.addEventListener(type, (event) => this.#handle(event), { passive: false });
    }
  }

  connectedCallback() {
    this.upgrade();
    document.addEventListener('pointerdown', this.#beside);
    this.#stopFollowing = followLanguage(this, () => this.#speak());
    if (!this.matches(':state(ready)')) this.#notice.show(this.#root);
    this.#speak();
    this.#update();
    this.#start();
  }

  disconnectedCallback() {
    document.removeEventListener('pointerdown', this.#beside);
    this.#stopFollowing();
    // A move in the document disconnects and connects at once: only what stays away is freed.
    queueMicrotask(() => {
      if (this.isConnected || !this.#widget) return;
      this.#pending.latest = this.value;
      this.#wasOut = true;
      if (this.#busy) return;
      this.#widget.free();
      this.#widget = undefined;
      this.#isWhole = false;
      this.#veil();
      this.#state('ready', false);
      this.#interface?.remove();
      this.#interface = undefined;
    });
  }

  /**
   * @param {string} name
   * @param {string | null} old
   * @param {string | null} value
   */
  attributeChangedCallback(name, old, value) {
    if (name === 'name' && old) this.#fallback.rename(old, value ?? '');
    if (name === 'value' && !this.#dirty) this.#setValue(value ?? '');
    if (/^(figure|views|crop)$/.test(name)) this.#show();
    if (name === 'readonly') this.#lock();
    if (name === 'mode' && old !== value) this.#takeHand();
    this.#update();
  }

  /** @param {boolean} disabled */
  formDisabledCallback(disabled) {
    this.#disabled = disabled;
    this.#lock();
    this.#update();
  }

  formResetCallback() {
    this.#dirty = false;
    this.#verdict.forget();
    this.discardDraft();
    // On a shared tablet nothing may stay, whatever the default is.
    this.#setValue('');
    if (this.defaultValue) this.#setValue(this.defaultValue);
    this.#update();
  }

  /** @param {string | File | FormData | null} state */
  formStateRestoreCallback(state) {
    if (typeof state === 'string') this.value = state;
  }

  /** The form that the control belongs to. */
  get form() { return this.#internals.form; }
  /** The labels of the control. */
  get labels() { return this.#internals.labels; }
  /** What is wrong with the answer. */
  get validity() { return this.#internals.validity; }
  /** What is wrong with the answer, in words. */
  get validationMessage() { return this.#internals.validationMessage; }
  /** Whether the answer is checked when the form is sent. */
  get willValidate() { return this.#internals.willValidate; }
  /** What kind of control it is. */
  get type() { return 'pain-map'; }

  /** Whether the answer does; where not, an `invalid` event tells. */
  checkValidity() { return this.#internals.checkValidity(); }
  /** Likewise, and the person is told and taken to the map. */
  reportValidity() { return this.#internals.reportValidity(); }

  /**
   * Sets the page's own fault with the answer; an empty text takes it away.
   * @param {string} message
   */
  setCustomValidity(message) {
    this.#verdict.message = String(message);
    this.#update();
  }

  /** The record as JSON. A text that is no record is refused: the value stays, `pain-map-error` says why. */
  get value() { return (this.#isControl ? this.#guard((widget) => widget.value) : undefined) ?? this.#pending.latest ?? ''; }
  set value(value) {
    if (this.#setValue(String(value ?? ''))) this.#dirty = true;
    this.#update();
  }

  /** The record as an object; null where there is none. */
  get map() { return this.value ? JSON.parse(this.value) : null; }
  set map(map) { this.value = map === null ? '' : JSON.stringify(map); }

  /** Last visit's record, as an object or as JSON: the person may take it over by "same as last time". */
  get previous() { return this.#previous ? JSON.parse(this.#previous) : null; }
  set previous(previous) {
    this.#previous = !previous ? '' : typeof previous === 'string' ? previous : JSON.stringify(previous);
    this.#update();
  }

  /** Takes the last step back. */
  undo() { this.#edit((widget) => widget.act('undo', '')); }
  /** Does the last undone step again. */
  redo() { this.#edit((widget) => widget.act('redo', '')); }
  /** Takes all marks and "no pain" away, as one step of undo. */
  clear() {
    if (this.#widget) this.#edit((widget) => widget.act('clear', ''));
    else if (!this.#isLocked) this.value = cleared(this.value);
  }

  /** Forgets the draft. */
  discardDraft() { this.#draft.discard(); }

  /** The record in sentences, a line each; empty until the widget is ready. */
  toText() { return this.#guard((widget) => widget.toText()) ?? ''; }

  /**
   * The record as a picture in the element's language, as `painmap render` makes it. A wrong option gives a
   * `TypeError`, a value that is no record a `RecordError` with its `pointer`.
   * @param {import('./exchange/record.js').PictureOptions} [options]
   * @returns {Promise<string>} an SVG document
   */
  async toSVG(options) {
    const { value } = this;
    const { toSVG } = await import('./exchange/record.js');
    return toSVG(await load(), value, options, await speak(languageOf(this)));
  }

  /**
   * The record as a FHIR bundle, as `painmap export` makes it; errors as of `toSVG`.
   * @param {import('./exchange/record.js').BundleOptions} options
   * @returns {Promise<object>}
   */
  async toFHIR(options) {
    const { value } = this;
    const { toFHIR } = await import('./exchange/record.js');
    return toFHIR(await load(), value, options);
  }

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
      this.#keepDraft();
    }
    this.#update();
  }

  async #start() {
    if (this.#widget || this.#failed) return;
    try {
      const [module, words] = await Promise.all([load(), speak(languageOf(this)), this.#restore()]);
      // Nobody is interrupted while typing, and no text is cut: the fallback goes on as the control.
      if (this.#fallback.isTypedIn) {
        await new Promise((resolve) => { this.addEventListener('focusout', resolve, { once: true }); });
      }
      if (this.#fallback.isTooLong(this.value)) return;
      // Meanwhile the element may have gone, or another call may have started it.
      if (this.#widget || !this.isConnected) return;
      const left = this.#pending.latest;
      if (left && !this.#pending.waits) this.#pending.add(left);
      this.#interface = new Interface(this.#root, words, {
        run: (call) => this.#run(call),
        ask: (call) => this.#guard(call),
        act: (widget, action, value) => this.#acts.act(widget, action, value),
        failed: (error) => this.#tellError(error),
      });
      const widget = new module.Widget(this.#interface.surface, words.json);
      this.#widget = widget;
      this.#show();
      // An empty map can be tapped while the rest is on its way.
      if (!this.preload && !this.#pending.waits && !this.#fallback.typed) {
        this.#unveil();
        await new Promise((resolve) => { afterPaint(() => resolve(undefined)); });
      }
      if (this.#widget === widget) await this.#interface.load(this.#page);
      // Meanwhile the element may have gone: another call starts it when it comes back.
      if (this.#widget !== widget) return;
      this.#isWhole = true;
      // A locked widget shows a clinician's record too.
      this.#foreign = Boolean(this.#guard((whole) => whole.by(this.mode)));
      this.#guard((whole) => whole.lock(this.#isLocked || this.#wasOut));
      for (const text of this.#pending.take()) if (text) this.#setValue(text);
      this.#wasOut = false;
      this.#unveil();
      if (this.preload) {
        widget.needAll();
        await Promise.all([this.#supply.complete(), this.#interface.loadAll(this.mode === 'clinician')]);
        if (this.#widget !== widget) return;
      }
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#state('ready', true);
    this.#tell('pain-map-ready');
    this.#speak();
    afterPaint(() => {
      this.#guard((widget) => widget.furnish());
      this.#sync();
    });
  }

  /** From here on the widget is the control. */
  #unveil() {
    this.#root.hidden = false;
    this.#slot.hidden = true;
    this.#notice.takeAway();
    this.#parkFallback();
    this.#lock();
    this.#update();
  }

  /** The fallback is the control once more. */
  #veil() {
    this.#root.hidden = true;
    this.#slot.hidden = false;
  }

  /** What was entered before a crash or a reload, unless the page or the browser brings a record itself. */
  async #restore() {
    if (this.#dirty || this.#widget) return;
    const draft = await this.#draft.restored();
    if (draft && !this.#dirty) this.value = draft;
  }

  #keepDraft() { if (this.draft) this.#draft.keep(this.value); }

  /** Something was typed while the fallback is the control. */
  #retyped() {
    if (this.#isControl) return;
    this.#update();
    this.#draft.keep(this.#fallback.record(this.value));
  }

  async #speak() {
    this.#notice.speak();
    const language = languageOf(this);
    if (!this.#interface || this.#interface.words.language === language) return;
    try {
      const words = await speak(language);
      if (this.#isWhole) await words.more(this.mode === 'clinician');
      if (!this.#interface || languageOf(this) !== language) return;
      this.#interface.speak(words);
      this.#guard((widget) => widget.speak(words.json, true));
      this.#update();
    } catch (error) {
      // The language before this one stays.
      this.#tellError(error);
    }
  }

  #show() {
    this.#guard((widget) => widget.show(this.figure, this.views, this.crop));
  }

  /** Another hand. */
  #takeHand() {
    this.#lock();
    this.#interface?.load(this.#page).catch((error) => this.#tellError(error));
  }

  /** @param {Event} event */
  #handle(event) {
    // What the page puts into a slot is the page's.
    if (/** @type {Node} */ (event.target).getRootNode() !== this.shadowRoot) return;
    // The form hears of the record by our own events.
    if (/^(change|input)$/.test(event.type)) event.stopPropagation();
    if (event instanceof FocusEvent && !this.#root.contains(/** @type {Node | null} */ (event.relatedTarget))) this.#verdict.left(this.#dirty);
    const call = this.#acts.callFor(event);
    if (call) this.#run(call, event);
  }

  /** What the person did, and what comes of it. @param {(widget: Widget) => number} call @param {Event} [event] */
  #run(call, event) {
    // The page has set a record that is still on its way in.
    if (this.#pending.waits) return;
    const outcome = this.#guard(call) ?? 0;
    if (outcome & HANDLED) event?.preventDefault();
    // A press that is only begun changes nothing.
    if (/^pointer(move|down)$/.test(event?.type ?? '') && !(outcome & ~HANDLED)) return;
    this.#outcome(outcome);
    this.#supply.complete();
  }

  /**
   * The wasm has returned: from here on the page's listeners may call the element again.
   * @param {number} outcome
   */
  #outcome(outcome) {
    if (outcome & CHANGED) {
      this.#dirty = true;
      this.#stamp();
      this.#update();
      this.#keepDraft();
    } else {
      this.#sync();
    }
    if (outcome & SELECTED && SMALL.matches) this.#interface?.place();
    if (outcome & FOCUS) this.#interface?.surface.focus({ preventScroll: true });
    if (outcome & CHANGED) {
      this.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      this.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    }
    if (outcome & SELECTED) this.#tell('pain-map-select', { id: this.#interface?.state?.selected?.id ?? '' });
  }

  #stamp() {
    const seconds = new Date().toISOString().replace(/\.\d+/, '');
    this.#guard((widget) => widget.stamp(seconds));
  }

  /** @param {string} text @returns {boolean} whether the record was taken */
  #setValue(text) {
    if (this.#busy) {
      queueMicrotask(() => { this.#setValue(text); this.#update(); });
      return true;
    }
    this.#acts.forget();
    if (!text) this.#pending.take();
    const isTaken = this.#widget && (this.#isWhole || !text);
    let fault = isTaken ? this.#guard((widget) => widget.load(text)) : this.#pending.add(text);
    // The widget broke over it.
    if (isTaken && !this.#widget) fault = this.#pending.add(text);
    if (fault) {
      const end = fault.lastIndexOf('\n');
      this.#tell('pain-map-error', { message: fault.slice(end + 1), pointer: fault.slice(0, end) });
    }
    // Another record may be one that this hand may change.
    if (this.#foreign) this.#lock();
    return fault === '';
  }

  /**
   * On a telephone the questions lie over the page: a touch beside the widget puts them away.
   * @param {Event} event
   */
  #beside = (event) => {
    if (!SMALL.matches || event === this.#own || !this.#interface?.state?.selected) return;
    this.#run((widget) => widget.act('put-away', ''));
  };

  #update() {
    // In the middle of a call: the change that it makes is told when it has returned.
    if (this.#busy) return;
    this.#sync();
    const shown = this.#isControl ? this.#interface : undefined;
    const record = shown?.text;
    const entry = record ?? this.#fallback.entry(this.value, this.#disabled);
    this.#internals.setFormValue(entry, record ?? this.value);
    this.#verdict.judge(shown);
    if (record !== undefined) this.#pending.latest = record;
    if (!this.preload || this.matches(':state(ready)')) this.#supply.complete();
  }

  /** Shows what the record says round the map. */
  #sync() { this.#interface?.sync(this.#page); }

  /** What the page says. @returns {import('./interface/interface.js').Page} */
  get #page() {
    const name = this.getAttribute('aria-label') ?? [...this.labels].map((label) => label.textContent?.trim()).join(' ');
    const { ask, views } = this;
    return {
      locked: this.#isLocked, disabled: this.#disabled, small: SMALL.matches, clinician: this.mode === 'clinician', previous: this.#previous, ask, views, name,
    };
  }

  /** The widget takes over: a text typed so far becomes the record's note, which is no step of undo. */
  #parkFallback() {
    const note = this.#fallback.park();
    if (note) this.#setValue(withNote(this.value, note));
  }

  /** Whether the form's entry is the widget's record. */
  get #isControl() {
    return this.#widget !== undefined && !this.#pending.waits && !this.#root.hidden;
  }

  get #isLocked() { return this.#disabled || this.readOnly || this.#foreign; }

  /** What this hand may not change is only shown. */
  #lock() {
    this.#foreign = Boolean(this.#guard((widget) => widget.by(this.mode)));
    this.#guard((widget) => widget.lock(this.#isLocked));
    this.#sync();
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

  /**
   * The widget is broken: the fallback takes over, and what was entered stays in the form.
   * @param {unknown} error
   */
  #fail(error) {
    this.#failed = true;
    // A wasm object that has panicked can't be freed either.
    this.#widget = undefined;
    this.#isWhole = false;
    this.#interface?.remove();
    this.#interface = undefined;
    this.#veil();
    this.#state('ready', false);
    this.#state('error', true);
    this.#notice.show(this.#root, 'error.failed');
    queueMicrotask(() => this.#update());
    this.#tellError(error);
  }

  /** @param {unknown} error */
  #tellError(error) {
    this.#tell('pain-map-error', { message: error instanceof Error ? error.message : String(error), pointer: '' });
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
}

export { load };
