// The properties that mirror attributes, as those of a platform control do.

// Server rendering imports this module where there is no DOM.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/** The properties that a page may set before the class is there. */
const UPGRADED = /** @type {const} */ (['name', 'required', 'disabled', 'readOnly', 'figure', 'views', 'crop', 'mode', 'ask', 'minMarks', 'maxMarks', 'draft', 'previous', 'defaultValue', 'value', 'map']);

/** What is asked about a mark where the page doesn't say. */
const ASKED = 'intensity spread qualities provoked-by depth size note';

/**
 * The attributes of `<pain-map>`.
 *
 * @attr {string} name - the name of the form's entry
 * @attr {string} value - the record that the control begins with, as JSON
 * @attr {boolean} required - a mark or "no pain" must be given
 * @attr {boolean} disabled - the control can't be used and is not sent
 * @attr {boolean} readonly - the record is shown and can't be changed
 * @attr {string} lang - the language, where it is not that of the page: en, fr, es, de, pt, ar or zh
 * @attr {'neutral'|'feminine'|'masculine'} figure - the figure of a new record
 * @attr {string} views - the views to choose from, the first one first: posterior, anterior, left, right
 * @attr {'whole'|'back'|'neck'|'shoulders'} crop - the part of the body that is shown first
 * @attr {'patient'|'clinician'} mode - in whose hand the control is
 * @attr {string} ask - what is asked: intensity, worst-intensity, spread, qualities, provoked-by, depth, size, course, since, note, history
 * @attr {number} min-marks - the least marks of an answer with marks
 * @attr {number} max-marks - the most marks that will do; more make the answer invalid
 * @attr {string} draft - the name under which a draft is kept in the session's storage, for 24 hours at most
 * @attr {boolean} preload - everything that the control may need is loaded before it is ready
 */
export class ReflectedElement extends Base {
  get name() { return this.getAttribute('name') ?? ''; }
  set name(name) { this.setAttribute('name', name); }
  /** The record that the control begins with, and goes back to when the form is reset. */
  get defaultValue() { return this.getAttribute('value') ?? ''; }
  set defaultValue(value) { this.setAttribute('value', value); }
  get required() { return this.hasAttribute('required'); }
  set required(required) { this.toggleAttribute('required', required); }
  get disabled() { return this.hasAttribute('disabled'); }
  set disabled(disabled) { this.toggleAttribute('disabled', disabled); }
  get readOnly() { return this.hasAttribute('readonly'); }
  set readOnly(readOnly) { this.toggleAttribute('readonly', readOnly); }
  get figure() { return this.getAttribute('figure') ?? 'neutral'; }
  set figure(figure) { this.setAttribute('figure', figure); }
  get views() { return this.getAttribute('views') ?? 'posterior'; }
  set views(views) { this.setAttribute('views', views); }
  get crop() { return this.getAttribute('crop') ?? 'whole'; }
  set crop(crop) { this.setAttribute('crop', crop); }
  get mode() { return this.getAttribute('mode') === 'clinician' ? 'clinician' : 'patient'; }
  set mode(mode) { this.setAttribute('mode', mode); }
  get ask() { return this.getAttribute('ask') ?? ASKED; }
  set ask(ask) { this.setAttribute('ask', ask); }
  get minMarks() { return numberOf(this.getAttribute('min-marks')) ?? 0; }
  set minMarks(count) { this.setAttribute('min-marks', String(count)); }
  get maxMarks() { return numberOf(this.getAttribute('max-marks')) ?? Infinity; }
  set maxMarks(count) { this.setAttribute('max-marks', String(count)); }
  get draft() { return this.getAttribute('draft') ?? ''; }
  set draft(draft) { this.setAttribute('draft', draft); }
  get preload() { return this.hasAttribute('preload'); }
  set preload(preload) { this.toggleAttribute('preload', preload); }

  /** Takes over what the page set before the class was there. */
  upgrade() {
    for (const name of UPGRADED) this.#upgrade(name);
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

/** @param {string | null} text */
function numberOf(text) {
  const number = Number(text);
  return text && Number.isInteger(number) && number >= 0 ? number : undefined;
}
