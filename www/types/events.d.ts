// What the element's own events carry. `input` and `change` are the platform's.
import type { PainMapElement } from './element.js';

/** Another mark was selected, or none. */
export interface PainMapSelectDetail {
  /** The id of the mark, as in the record; empty where none is selected. */
  id: string;
}

/** A value was refused, or the widget can't go on. */
export interface PainMapErrorDetail {
  /** The reason, in English, for whoever looks after the page. */
  message: string;
  /** Where in the value the fault is, as a JSON Pointer (RFC 6901); empty for the whole. */
  pointer: string;
}

/** The widget can be used. */
export type PainMapReadyEvent = CustomEvent<null>;
/** Another mark was selected. */
export type PainMapSelectEvent = CustomEvent<PainMapSelectDetail>;
/** A value was refused, or the widget failed. */
export type PainMapErrorEvent = CustomEvent<PainMapErrorDetail>;

/** The element's own events, by name. All of them bubble and leave shadow trees. */
export interface PainMapEventMap {
  'pain-map-ready': PainMapReadyEvent;
  'pain-map-select': PainMapSelectEvent;
  'pain-map-error': PainMapErrorEvent;
}

/** An event that a listener gets on the element itself. */
export type OnPainMap<Name extends keyof HTMLElementEventMap> = HTMLElementEventMap[Name] & {
  readonly currentTarget: PainMapElement;
};

declare global {
  interface HTMLElementTagNameMap {
    'pain-map': PainMapElement;
  }
  // The events bubble, so a form, a document and a window hear them as well.
  interface GlobalEventHandlersEventMap extends PainMapEventMap {}
}
