// What the parts round the map are told after every change, and what they may ask for.

/** A mark of the record, as its JSON. @typedef {Record<string, any> & { id: string, view: string }} Mark */

/**
 * @typedef {object} State
 * @property {Record<string, any> & { marks: Mark[] }} record the record as an object
 * @property {Mark | undefined} selected the selected mark
 * @property {number} index where the selected mark stands in the record, or -1
 * @property {string} mode what a tap does: spot, area, eraser, spread or move
 * @property {number} brush the brush's radius, in body units
 * @property {boolean} painting an area is being painted where the questions would lie over it
 * @property {boolean} locked nothing can be changed
 * @property {boolean} disabled
 * @property {boolean} clinician the widget is in a clinician's hand
 * @property {string} view
 * @property {string} crop
 * @property {number} zoom in percent
 * @property {boolean} canUndo
 * @property {boolean} canRedo
 * @property {boolean} canAdopt last visit's record can be taken over
 * @property {Set<string>} ask the questions that are asked
 */

/** What lies under a mark. @typedef {Awaited<ReturnType<typeof import('../clinician/anatomy.js').anatomy>>} Anatomy */

/**
 * @typedef {object} Control
 * @property {import('../words.js').Words} words
 * @property {State} state
 * @property {(action: string, value?: string | number) => void} act what a person does by a control
 * @property {(member: string, value: unknown) => void} answer sets a member of the selected mark; null takes it back
 * @property {(index: number) => string} place where a mark is, in words
 * @property {(index: number) => string} sentence all that is said of a mark
 * @property {(index: number, spread: number) => string} end where a mark's pain spreads to
 * @property {() => string[]} places the places of the view that is shown, by name
 * @property {() => string} value the record as JSON
 * @property {(surface: Element) => import('../pain_map.js').Widget | undefined} draw another map with nothing round it
 * @property {(id: string) => Promise<Anatomy>} anatomy what lies under a mark, for a clinician
 * @property {(key: string, values?: Record<string, string | number>) => void} announce
 */

export {};
