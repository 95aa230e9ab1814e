// The messages between a page and the frame page (`frame.html`), for `import type … from 'painmap/frame'`.

/** The record as it is now: sent after each change, and in answer to `set`, `get` and `report`. */
export interface ValueMessage {
  type: 'pain-map:value';
  /** The record as JSON; plain words where the widget can't run and the text box stands in. */
  value: string;
  /** Whether the answer is valid: what `required` and the like ask for is there. */
  valid: boolean;
  /** Why it isn't, in the frame's language; empty where it is. */
  validationMessage: string;
}

/** What the frame sends to the page. */
export type FrameMessage =
  | { type: 'pain-map:ready' }
  | ValueMessage
  | { type: 'pain-map:height'; /** In CSS pixels. */ height: number }
  | { type: 'pain-map:error'; message: string; /** As in `pain-map-error`. */ pointer: string };

/** What the page sends to the frame. */
export type PageMessage =
  /** Takes a record, as JSON; empty for none. */
  | { type: 'pain-map:set'; value: string }
  /** Takes all answers and the draft away: for the next person, or once the record has arrived. */
  | { type: 'pain-map:reset' }
  /** Asks for the value. */
  | { type: 'pain-map:get' }
  /** Shows the person what is missing, and asks for the value. */
  | { type: 'pain-map:report' };
