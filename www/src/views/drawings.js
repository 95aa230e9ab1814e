// The atlas's drawings that are not built into the wasm: fetched when they are needed.

/** @typedef {{ loadDrawing(bytes: Uint8Array): string }} DrawingModule */

// An address a line, in full: bundlers find the files by reading the code, and give them other names.
const ADDRESSES = new Map([
  ['posterior-feminine', new URL('./posterior-feminine.atlas', import.meta.url)],
  ['posterior-masculine', new URL('./posterior-masculine.atlas', import.meta.url)],
  ['anterior-neutral', new URL('./anterior-neutral.atlas', import.meta.url)],
  ['anterior-feminine', new URL('./anterior-feminine.atlas', import.meta.url)],
  ['anterior-masculine', new URL('./anterior-masculine.atlas', import.meta.url)],
  ['lateral-neutral', new URL('./lateral-neutral.atlas', import.meta.url)],
  ['lateral-feminine', new URL('./lateral-feminine.atlas', import.meta.url)],
  ['lateral-masculine', new URL('./lateral-masculine.atlas', import.meta.url)],
]);

/** The drawings that were asked for, by module and name. @type {WeakMap<DrawingModule, Map<string, Promise<void>>>} */
const asked = new WeakMap();

/**
 * Loads a drawing, once for all elements of the page.
 * @param {string} name - the name of its file, without the ending
 * @param {DrawingModule} module - the module that takes it
 */
export function loadDrawing(name, module) {
  const known = asked.get(module) ?? new Map();
  asked.set(module, known);
  if (!known.has(name)) {
    const drawing = fetchDrawing(name, module);
    known.set(name, drawing);
    // What failed may be tried again.
    drawing.catch(() => known.delete(name));
  }
  return known.get(name);
}

/** @param {string} name @param {DrawingModule} module */
async function fetchDrawing(name, module) {
  const address = ADDRESSES.get(name);
  if (!address) throw new Error(`there is no drawing ${name}`);
  const fault = module.loadDrawing(await bytesAt(address));
  if (fault) throw new Error(`${name}: ${fault}`);
}

/** @param {URL} address */
async function bytesAt({ href }) {
  // A bundler may write a small file into the script, and a page's policy then forbids to fetch it.
  const [, written] = /^data:[^,]*;base64,(.*)/.exec(href) ?? [];
  if (written !== undefined) return Uint8Array.from(atob(written), (letter) => letter.charCodeAt(0));
  const response = await fetch(href);
  if (!response.ok) throw new Error(`cannot load ${href}: status ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
