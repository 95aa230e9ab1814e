// The words of the element's attributes that no record has.

/** Whose hand marks: who feels the pain, or an examiner. */
export type Mode = 'patient' | 'clinician';

/** A question of the widget. */
export type Ask =
  | 'intensity'
  | 'worst-intensity'
  | 'spread'
  | 'qualities'
  | 'provoked-by'
  | 'depth'
  | 'size'
  | 'course'
  | 'since'
  | 'note'
  | 'history';
