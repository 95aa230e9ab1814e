// Added and removed a hundred times, the element leaves nothing behind.

import assert from 'node:assert/strict';

import { browserTest } from './harness.js';
import { openTrial } from './widget.js';

const ROUNDS = 100;

browserTest('added and removed a hundred times it leaves nothing behind', {}, async ({ page, context, site }) => {
  // What the page's memory of the wasm is, and what listens to the document.
  await page.addInitScript(() => {
    const counts = { listeners: 0 };
    for (const [name, by] of /** @type {const} */ ([['addEventListener', 1], ['removeEventListener', -1]])) {
      const original = document[name];
      document[name] = function count(/** @type {any[]} */ ...given) {
        counts.listeners += by;
        return Reflect.apply(original, this, given);
      };
    }
    const instantiate = WebAssembly.instantiateStreaming;
    WebAssembly.instantiateStreaming = async (...given) => {
      const result = await instantiate(...given);
      Object.assign(window, { memory: result.instance.exports.memory });
      return result;
    };
    Object.assign(window, { counts });
  });
  await openTrial(page, site.url, '<main></main>', { ready: false });
  const devtools = await context.newCDPSession(page);
  const round = (/** @type {number} */ rounds) => page.evaluate(async (count) => {
    for (let at = 0; at < count; at += 1) {
      const element = document.createElement('pain-map');
      element.setAttribute('value', '{"format":"painmap/1","marks":[{"id":"m1","kind":"spot","view":"posterior","at":[-600,1790]}]}');
      const ready = new Promise((resolve) => { element.addEventListener('pain-map-ready', resolve); });
      document.querySelector('main')?.append(element);
      // Every third is gone before it is ready, every tenth was in a clinician's hand and in another language.
      if (at % 3) await ready;
      if (at % 10 === 1) {
        element.setAttribute('mode', 'clinician');
        element.setAttribute('lang', 'fr');
        while (!element.shadowRoot?.querySelector('[lang=fr] .findings')) await new Promise((resolve) => { requestAnimationFrame(resolve); });
      }
      element.remove();
      await new Promise((resolve) => { setTimeout(resolve); });
    }
    // What came too late to be ready ends as well.
    await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
  }, rounds);
  const measure = async () => {
    for (let time = 0; time < 3; time += 1) await devtools.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners, documents } = await devtools.send('Memory.getDOMCounters');
    const { wasm, listeners } = await page.evaluate(() => {
      const { memory, counts } = /** @type {any} */ (window);
      return { wasm: memory.buffer.byteLength, listeners: counts.listeners };
    });
    const { usedSize } = await devtools.send('Runtime.getHeapUsage');
    return { nodes, jsEventListeners, documents, wasm, listeners, heap: usedSize };
  };
  await round(20);
  const before = await measure();
  await round(ROUNDS);
  const after = await measure();
  const told = JSON.stringify({ before, after });
  assert.equal(after.listeners, before.listeners, told);
  assert.equal(after.wasm, before.wasm, told);
  // A widget has several hundred nodes: what is left is less than one in all.
  assert.ok(after.nodes - before.nodes < 100, told);
  assert.ok(after.jsEventListeners - before.jsEventListeners < 20, told);
  assert.ok(after.heap - before.heap < 500_000, told);
});
