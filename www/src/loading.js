// The wasm: fetched and compiled once for all elements of the page.
import initialise, * as module from './pain_map.js';

/** @type {Promise<typeof module> | undefined} */
let loading;

/** Begins at once, or gives what is on its way or there. */
export function load() {
  loading ??= initialise().then(() => module);
  // What failed may be tried again.
  loading.catch(() => { loading = undefined; });
  return loading;
}

/**
 * Calls back when what was drawn last is on the screen, so that nothing else holds it up.
 * @param {() => void} then
 */
export function afterPaint(then) {
  // A page that nobody sees paints nothing.
  if (document.visibilityState === 'hidden') then();
  else requestAnimationFrame(() => setTimeout(then));
}
