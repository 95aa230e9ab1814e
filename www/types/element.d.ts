// The class of <pain-map>. `painmap/element` gives the class alone; `painmap` defines the element as well.
import type { Mode } from './choices.js';
import type { OnPainMap } from './events.js';
import type { Crop, Figure, PainMap, View } from './record.js';

/** What a picture shows. */
export interface PictureOptions {
  /** The view; by default the one that suits the record. */
  view?: View;
  /** The part of it; by default what was shown and holds all marks. */
  crop?: Crop;
}

/** What a FHIR bundle says that the record doesn't know. References are `Type/id`, or addresses of such. */
export interface BundleOptions {
  /** The release of FHIR; R4 by default. */
  release?: 'r4' | 'r5';
  /** Who feels the pain: a Patient. */
  subject: string;
  /** Who reports it: a Patient or a RelatedPerson. */
  performer: string;
  /** Who examined, where somebody did: a Practitioner or a PractitionerRole. */
  examiner?: string;
  /** The moment of a record that has none, in RFC 3339 form. */
  recorded?: string;
  /** The stature in centimetres, so that distances can be told in millimetres. */
  stature?: number;
  /** What the bundle is for; a collection by default. */
  kind?: 'collection' | 'transaction';
  /** Whether pictures are attached; they are by default. */
  pictures?: boolean;
}

/**
 * A form control on which a person marks where it hurts. Its value is the record as JSON.
 *
 * What the page's script changes fires no events.
 */
export class PainMapElement extends HTMLElement {
  static readonly formAssociated: true;
  static readonly observedAttributes: string[];

  /** The name of the form's entry. */
  name: string;
  /** The record at first and after a reset, as JSON: the attribute `value`. */
  defaultValue: string;
  /**
   * The record as JSON. A text that is no record is refused: the value stays, and a `pain-map-error`
   * says why.
   */
  value: string;
  /** The record as an object of its own; null where there is none. */
  get map(): PainMap | null;
  set map(map: PainMap | null);
  /** Last visit's record, to begin with and to compare. It can be set as JSON too. */
  get previous(): PainMap | null;
  set previous(previous: PainMap | string | null);

  /** The form needs an answer: a mark, or "no pain". */
  required: boolean;
  /** Nothing can be changed, and nothing is sent. */
  disabled: boolean;
  /** Shows the record and takes no change. */
  readOnly: boolean;
  /** The body that is drawn for a new record. */
  get figure(): string;
  set figure(figure: Figure);
  /** The views to choose from, with spaces between them; the first one is shown first. */
  views: string;
  /** The part of the body that is shown. */
  get crop(): string;
  set crop(crop: Crop);
  /** Whose hand marks. */
  get mode(): Mode;
  set mode(mode: Mode);
  /** What is asked about each mark, with spaces between the words. */
  ask: string;
  /** The fewest marks that are enough, unless the answer is "no pain". */
  minMarks: number;
  /** The most marks that will do; more make the answer invalid. */
  maxMarks: number;
  /** The key of the draft; empty where none is kept. */
  draft: string;
  /** Loads all that the widget may need before it is ready. */
  preload: boolean;

  /** Takes the last step back. */
  undo(): void;
  /** Does the last undone step again. */
  redo(): void;
  /** Takes all marks and "no pain" away, as one step of undo. */
  clear(): void;
  /** Forgets the draft. */
  discardDraft(): void;
  /** The record in sentences, a line each, in the element's language; empty until it is ready. */
  toText(): string;
  /**
   * The record as a picture in the element's language, an SVG document: the same as of `painmap render`.
   *
   * What it takes is loaded when it is first called. An option that is wrong gives a `TypeError`, a text that is no
   * record an error of the name `RecordError`, with its `pointer`.
   */
  toSVG(options?: PictureOptions): Promise<string>;
  /** The record as a FHIR bundle: the same as of `painmap export`. Loads and fails as `toSVG` does. */
  toFHIR(options: BundleOptions): Promise<object>;

  /** The form that it belongs to. */
  readonly form: HTMLFormElement | null;
  /** Its labels. */
  readonly labels: NodeList;
  /** Always `pain-map`. */
  readonly type: string;
  /** What is wrong with the answer. */
  readonly validity: ValidityState;
  /** The same in words. */
  readonly validationMessage: string;
  /** Whether the form asks for its validity. */
  readonly willValidate: boolean;
  /** Whether the answer is valid; fires `invalid` where it isn't. */
  checkValidity(): boolean;
  /** The same, and shows the message to the person. */
  reportValidity(): boolean;
  /** A reason of the page's own why the answer is not valid; an empty text takes it back. */
  setCustomValidity(message: string): void;

  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: PainMapElement, event: OnPainMap<Name>) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: PainMapElement, event: OnPainMap<Name>) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ): void;
}
