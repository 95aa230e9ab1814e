// The atlas's drawings that are not built into the wasm: fetched when they are needed.

/** @typedef {{ loadDrawing(bytes: Uint8Array): string }} DrawingModule */

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
  const response = await fetch(new URL(`./${name}.atlas`, import.meta.url));
  if (!response.ok) throw new Error(`cannot load the drawing ${name}: status ${response.status}`);
  const fault = module.loadDrawing(new Uint8Array(await response.arrayBuffer()));
  if (fault) throw new Error(`${name}: ${fault}`);
}
