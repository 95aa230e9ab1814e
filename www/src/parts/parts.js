// What of the program is loaded later: each file once for the page, and what several share before them.

/** The program's first file, as `load` of `element.js` gives it. @typedef {typeof import('../pain_map.js')} Program */

// Each address stands here in full, so that bundlers find the files.
const SHARED = new URL('./shared.wasm', import.meta.url);
const PARTS = {
  asking: new URL('./asking.wasm', import.meta.url),
  clinic: new URL('./clinic.wasm', import.meta.url),
  painting: new URL('./painting.wasm', import.meta.url),
};

/** What the program knows a part by that it asks for itself; `later.rs` has the same. @type {Record<string, number>} */
const BITS = { asking: 1, painting: 2 };

/** What was loaded, by the program that it belongs to and its address. @type {WeakMap<Program, Map<URL, Promise<void>>>} */
const loaded = new WeakMap();

/**
 * Loads a part, or gives what is on its way or there.
 * @param {Program} program @param {keyof typeof PARTS} name
 */
export async function loadPart(program, name) {
  const shared = name === 'painting' ? undefined : part(program, SHARED);
  await Promise.all([shared, part(program, PARTS[name], shared)]);
  if (BITS[name]) program.arrived(BITS[name]);
}

/** @param {Program} program @param {URL} address @param {Promise<void>} [after] */
function part(program, address, after) {
  const known = loaded.get(program) ?? new Map();
  loaded.set(program, known);
  const loading = known.get(address) ?? start(program, address, after);
  known.set(address, loading);
  // What failed may be tried again.
  loading.catch(() => known.delete(address));
  return loading;
}

/** @param {Program} program @param {URL} address @param {Promise<void>} [after] */
async function start(program, address, after) {
  const [first, file] = await Promise.all([program.default(), fetch(address)]);
  if (!file.ok) throw new Error(`cannot load ${address.pathname.split('/').at(-1)}: status ${file.status}`);
  const bytes = await file.arrayBuffer();
  await after;
  await WebAssembly.instantiate(bytes, { __wasm_split: first });
}
