// The attributes of <pain-map> as they stand in markup; the types for React, Vue and Svelte build on them.
import type { Ask, Mode } from './choices.js';
import type { Crop, Figure, PainMap, View } from './record.js';

/** A word of a closed list, or a text that a template puts together: editors still offer the list. */
type Words<Word extends string> = Word | (string & {});

/** The attributes of <pain-map>, as texts and switches. */
export interface PainMapAttributes {
  /** The name of the form's entry. */
  name?: string;
  /** The record at first and after a reset, as JSON. */
  value?: string;
  /** The form needs an answer: a mark, or "no pain". */
  required?: boolean;
  /** Nothing can be changed, and nothing is sent. */
  disabled?: boolean;
  /** Shows the record and takes no change. */
  readonly?: boolean;
  /** The language of the texts, as a BCP 47 tag; without it, that of the page around. */
  lang?: string;
  /** The body that is drawn for a new record. */
  figure?: Figure;
  /** The views to choose from, with spaces between them; the first one is shown first. */
  views?: Words<View>;
  /** The part of the body that is shown. */
  crop?: Crop;
  /** Whose hand marks. */
  mode?: Mode;
  /** What is asked about each mark, with spaces between the words. */
  ask?: Words<Ask>;
  /** The fewest marks that are enough, unless the answer is "no pain". */
  'min-marks'?: number | `${number}`;
  /** The most marks that can be made. */
  'max-marks'?: number | `${number}`;
  /** Keeps a draft under this key in the session's storage, for 24 hours at most. */
  draft?: string;
  /** Loads all that the widget may need before it is ready. */
  preload?: boolean;
}

/** What React, Vue and Svelte set as properties beside the attributes. */
export interface PainMapProperties {
  defaultValue?: string;
  map?: PainMap | null;
  previous?: PainMap | string | null;
  readOnly?: boolean;
  minMarks?: number;
  maxMarks?: number;
}
