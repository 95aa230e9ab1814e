// Written by `cargo xtask docs` from the record's JSON Schema. Lengths, ranges and patterns stand in the
// schema alone; members that are not listed here are kept as they are.
// The format is painmap/1.

/** Where it hurts: what was marked at one moment. What was not answered is absent; no member is ever null. Members that are not listed here are kept as they are. */
export interface PainMap {
  /** The version of the atlas on which the marks were made. */
  atlas?: string;
  /** The figure on which the marks were made. */
  figure?: Figure;
  /** The format of the record. */
  format: 'painmap/1';
  /** The history that goes with the marks. */
  history?: History;
  /** The places that hurt. */
  marks?: Mark[];
  /** True where the person said that nothing hurts; never beside marks. */
  noPain?: boolean;
  /** A note on the whole record, at most 4000 characters. */
  note?: string;
  /** When the record was made. */
  recorded?: Moment;
  /** The views that were offered, so that "nothing there" and "not asked" differ. */
  shown?: Shown[];
}

/** What makes a knot worse. */
export type Aggravator =
  /** Poor posture. */
  | 'posture'
  /** Overuse and repeated movement. */
  | 'overuse'
  /** A sedentary day. */
  | 'inactivity'
  /** Diet, and too little water. */
  | 'diet';

/** Whose hand made a mark. */
export type Author =
  /** The person who feels the pain. */
  | 'patient'
  /** The examiner. */
  | 'clinician';

/** How the pain goes over time. */
export type Course =
  /** It is always there. */
  | 'constant'
  /** It comes and goes. */
  | 'intermittent';

/** The part of a view that is drawn large. */
export type Crop =
  /** The whole body. */
  | 'whole'
  /** From the neck to the gluteal folds. */
  | 'back'
  /** The back of the head to the upper thoracic spine. */
  | 'neck'
  /** From the neck to the inferior angles of the scapulae, both shoulders in full. */
  | 'shoulders';

/** How deep the pain feels. */
export type Depth =
  /** Near the surface. */
  | 'superficial'
  /** Deep inside. */
  | 'deep'
  /** The patient can't tell. */
  | 'unsure';

/** The body that is drawn: one topology, three sets of coordinates. */
export type Figure =
  /** The mean of the two sexes; the default. */
  | 'neutral'
  /** A woman's proportions. */
  | 'feminine'
  /** A man's proportions. */
  | 'masculine';

/** Palpation findings by an examiner; each is absent where it was not examined. A taut band, a hypersensitive spot and referred pain, all three, are the essentials of a trigger point by the 2018 Delphi study (doi:10.1093/pm/pnx207). */
export interface Findings {
  /** A hypersensitive spot. */
  hypersensitiveSpot?: boolean;
  /** A local twitch response. */
  localTwitch?: boolean;
  /** A palpable nodule. */
  nodule?: boolean;
  /** The pressure-pain threshold in kPa, whole, 0 to 5000. */
  pressurePainThresholdKpa?: number;
  /** The patient recognises the pain that pressing gives as their own. */
  recognised?: boolean;
  /** Pressing the spot gives pain elsewhere. */
  referredPain?: boolean;
  /** A taut band in the muscle. */
  tautBand?: boolean;
}

/** Whether a remedy helped. */
export type Helped =
  /** Not at all. */
  | 'no'
  /** Somewhat. */
  | 'some'
  /** A lot. */
  | 'much';

/** The history that goes with the marks. */
export interface History {
  /** What aggravates it. */
  aggravators?: Aggravator[] | 'prefer-not-to-say';
  /** What was tried at home. */
  relief?: Relief[] | 'prefer-not-to-say';
  /** The signs that it is not getting better. */
  signs?: Signs;
  /** Who has treated it. */
  treatedBy?: Practitioner[] | 'prefer-not-to-say';
  /** How it was treated. */
  treatments?: Treatment[] | 'prefer-not-to-say';
}

/** Numeric rating scale, 0 (no pain) to 10 (worst imaginable). */
export type Intensity = number;

/** One place that hurts. What the patient did not give is absent, never 0 or a default. */
export interface MarkBase {
  /** Whose hand made the mark, where the record says so. */
  by?: Author;
  /** Whether it is constant or comes and goes. */
  course?: Course;
  /** How deep it feels. */
  depth?: Depth;
  /** What an examiner found. */
  findings?: Findings;
  /** The mark's id, unique in its record. */
  id: MarkId;
  /** The intensity now, 0 to 10. */
  intensity?: Intensity;
  /** The patient's own words, at most 4000 characters. */
  note?: string;
  /** Where the mark lies, derived from the atlas: written anew each time, ignored when read. */
  readonly place?: {
    /** Ids of the atlas's regions; empty off the body. Another version of the atlas may name others. */
    regions?: string[];
    /** The person's own side. */
    side?: 'left' | 'right' | 'midline' | 'bilateral';
  };
  /** What brings it on; empty where that was not said. */
  provokedBy?: Provocation[];
  /** What the pain feels like; empty where that was not said. */
  qualities?: Quality[];
  /** Where the pain spreads. */
  radiation?: Radiation[];
  /** Since when it hurts, as exact as is known. */
  since?: PartialDate;
  /** The view on which the mark was made. */
  view: View;
  /** The worst intensity over the last seven days, 0 to 10. */
  worstIntensity?: Intensity;
}

/** A point, with a radius where the patient sized it. */
export interface SpotMark extends MarkBase {
  /** The place, in bu. */
  at: Point;
  kind: 'spot';
  /** The size that the patient gave, in bu. */
  radius?: Radius;
}

/** A drawn area. */
export interface AreaMark extends MarkBase {
  kind: 'area';
  /** The corners of the closed outline, in bu, at least three. */
  outline: Path;
}

/** One place that hurts. What the patient did not give is absent, never 0 or a default. */
export type Mark = SpotMark | AreaMark;

/** 1 to 64 letters, digits, dots, underscores or hyphens. */
export type MarkId = string;

/** RFC 3339 date and time with seconds and offset, such as 2026-11-22T09:30:00Z. */
export type Moment = string;

/** A date as exact as it is known: 2026, 2026-10 or 2026-10-05. */
export type PartialDate = string;

export type Path = Point[];

/** x and y in body units (1/10000 of stature). y is 0 at the vertex and grows downwards. In the anterior and posterior views x is 0 at the midline and x > 0 is the person's left; in the lateral views x is 0 at the ankle line and x > 0 is to the front. At most 200 body units outside of the view's box. */
export type Point = [number, number];

/** Who has treated the pain. */
export type Practitioner =
  /** A physiotherapist. */
  | 'physiotherapist'
  /** A massage therapist. */
  | 'massage-therapist'
  /** A chiropractor. */
  | 'chiropractor'
  /** A general practitioner. */
  | 'general-practitioner';

/** What brings the pain on. */
export type Provocation =
  /** It hurts by itself. */
  | 'spontaneous'
  /** It hurts when the place is pressed. */
  | 'pressure'
  /** It hurts with movement. */
  | 'movement';

/** What the pain feels like. */
export type Quality =
  /** Aching. */
  | 'aching'
  /** Dull. */
  | 'dull'
  /** Sharp. */
  | 'sharp'
  /** Burning. */
  | 'burning'
  /** Stabbing. */
  | 'stabbing'
  /** Throbbing. */
  | 'throbbing'
  /** Cramping. */
  | 'cramping'
  /** Tight or stiff. */
  | 'tight'
  /** Sore to the touch. */
  | 'sore'
  /** Tingling, pins and needles. */
  | 'tingling'
  /** Numb. */
  | 'numb';

/** A path from a mark to where the pain spreads. */
export interface Radiation {
  /** How strong the pain is there, 0 to 10. */
  intensity?: Intensity;
  /** The points from the mark outwards, in bu; one alone is where the pain spreads to. */
  path: Path;
  /** The view on which the path was drawn. */
  view: View;
}

/** Radius in body units (1/10000 of stature). */
export type Radius = number;

/** One thing tried at home, and whether it helped. */
export interface Relief {
  /** Whether it helped. */
  helped?: Helped | 'prefer-not-to-say';
  /** What was tried. */
  what: Remedy;
}

/** What was tried at home. */
export type Remedy =
  /** Ice. */
  | 'ice'
  /** Heat. */
  | 'heat'
  /** Ice, then heat. */
  | 'ice-then-heat'
  /** Aerobic exercise. */
  | 'aerobic-exercise'
  /** Yoga and stretching. */
  | 'yoga-stretching'
  /** Foam roller or self-massage. */
  | 'self-massage';

/** A view that was offered, and how much of it. */
export interface Shown {
  /** The part of it. */
  crop: Crop;
  /** The view. */
  view: View;
}

/** The four signs that a knot is not getting better. */
export interface Signs {
  /** Pain deep in the muscle. */
  deepMusclePain?: boolean | 'prefer-not-to-say';
  /** The pain keeps one awake. */
  keepsAwake?: boolean | 'prefer-not-to-say';
  /** A sore spot that persists. */
  persistentSpot?: boolean | 'prefer-not-to-say';
  /** The pain is getting worse. */
  worsening?: boolean | 'prefer-not-to-say';
}

/** How the pain was treated. */
export type Treatment =
  /** Massage. */
  | 'massage'
  /** Myofascial release. */
  | 'myofascial-release'
  /** Exercises. */
  | 'exercises'
  /** Acupuncture. */
  | 'acupuncture'
  /** Ultrasound. */
  | 'ultrasound'
  /** Transcutaneous electrical nerve stimulation. */
  | 'tens'
  /** Chiropractic adjustment. */
  | 'chiropractic-adjustment'
  /** An injection. */
  | 'injection';

/** The direction from which the body is seen. */
export type View =
  /** From behind. */
  | 'posterior'
  /** From the front. */
  | 'anterior'
  /** From the person's left. */
  | 'left'
  /** From the person's right. */
  | 'right';
