// Chromium's own trace of a page: what its main thread did in a stretch of time.

const CATEGORIES = ['blink.user_timing', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'loading', 'toplevel', 'v8'];

/** The kinds of work, by the names of the trace's events; compiling and collecting garbage lie within script. */
const KINDS = [
  ['script', /^(EventDispatch|EvaluateScript|FireAnimationFrame|FunctionCall|RunMicrotasks|TimerFire|BlinkScheduler_PerformMicrotaskCheckpoint|v8\..*|V8\..*)$/],
  ['style', /^UpdateLayoutTree$/],
  ['layout', /^(HitTest|Layout)$/],
  ['paint', /^(Commit|Layerize|Paint|PrePaint)$/],
];

/** @typedef {{ name: string, cat: string, ph: string, ts: number, dur?: number, tdur?: number, pid: number, tid: number, args?: any }} TraceEvent */

/**
 * What was done, in milliseconds: processor time of the main thread, and beside it `wall`, the same slices by the clock. On a machine that has other
 * things to do they differ.
 * @typedef {{ script: number, style: number, layout: number, paint: number, total: number, wall: number }} Work
 */

/**
 * Records a trace while something is done.
 * @param {import('playwright-core').CDPSession} devtools
 * @param {() => Promise<unknown>} action
 * @returns {Promise<TraceEvent[]>}
 */
export async function record(devtools, action) {
  /** @type {TraceEvent[]} */
  const events = [];
  const collect = ({ value }) => { for (const event of value) events.push(event); };
  devtools.on('Tracing.dataCollected', collect);
  await devtools.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
  await action();
  const complete = new Promise((resolve) => { devtools.once('Tracing.tracingComplete', resolve); });
  await devtools.send('Tracing.end');
  await complete;
  devtools.off('Tracing.dataCollected', collect);
  return events;
}

/**
 * The slices of the thread on which an event of this name happened, in the order of their beginnings, outer ones first.
 * @param {TraceEvent[]} events
 * @param {string} name
 */
export function mainThread(events, name) {
  const known = events.find((event) => event.name === name);
  if (!known) throw new Error(`the trace has no ${name}`);
  const slices = events.filter(({ ph, pid, tid }) => ph === 'X' && pid === known.pid && tid === known.tid);
  return slices.sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
}

/**
 * Adds up the work between two moments; what lies within another slice counts for its own kind alone.
 * @param {TraceEvent[]} slices
 * @param {number} start in the trace's microseconds
 * @param {number} end
 * @returns {Work}
 */
export function workBetween(slices, start, end) {
  const work = { script: 0, style: 0, layout: 0, paint: 0, total: 0, wall: 0 };
  /** @type {{ kind: string, end: number }[]} */
  const around = [];
  for (const { name, ts, dur = 0, tdur = 0 } of slices) {
    const kind = KINDS.find(([, names]) => names.test(name))?.[0];
    if (!kind || ts < start || ts + dur > end) continue;
    while (around.length && around[around.length - 1].end <= ts) around.pop();
    const milliseconds = tdur / 1000;
    work[kind] += milliseconds;
    if (around.length) {
      work[around[around.length - 1].kind] -= milliseconds;
    } else {
      work.total += milliseconds;
      work.wall += dur / 1000;
    }
    around.push({ kind, end: ts + dur });
  }
  return work;
}
