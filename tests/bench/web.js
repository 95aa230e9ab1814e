// Measures the widget beside its peers and writes docs/benchmarks-web.md. `cargo xtask bench web` runs it.

import { writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';

import { launch } from './browser.js';
import { CONTENDERS } from './contenders.js';
import { loads } from './load.js';
import { report } from './report.js';
import { startSite } from './site.js';
import { taps } from './tap.js';

const { values } = parseArgs({
  options: {
    dist: { type: 'string' },
    esbuild: { type: 'string' },
    out: { type: 'string' },
    raw: { type: 'string' },
    rounds: { type: 'string', default: '15' },
  },
});
const { dist, esbuild, out, raw } = values;
if (!dist || !esbuild || !out) throw new Error('--dist, --esbuild and --out are missing: run `cargo xtask bench web`');

/** What is measured, and how often. */
const HOW = {
  rounds: Number(values.rounds),
  taps: { marks: 100, taps: 30, slowdown: 4 },
  /** A middling mobile connection. */
  line: { latency: 60, bytesPerSecond: 1_250_000 },
};

const say = (text) => { process.stdout.write(`${text}\n`); };
const site = await startSite({ dist, esbuild });
const browser = await launch(process.env.CHROMIUM);
try {
  const busy = [loadavg()[0]];
  say(`${HOW.rounds} cold loads of each, and a second mount after each`);
  const local = await loads(browser, site.url, CONTENDERS, { rounds: HOW.rounds, mount: true });
  say(`${HOW.rounds} cold loads of each over a slow line`);
  const slow = await loads(browser, site.url, CONTENDERS, { rounds: HOW.rounds, line: HOW.line });
  const tapped = new Map();
  for (const contender of CONTENDERS) {
    say(`${HOW.taps.taps} taps on ${contender.name}`);
    tapped.set(contender.key, await taps(browser, site.url, contender, HOW.taps));
  }
  busy.push(loadavg()[0]);
  const machine = { chromium: browser.version(), cores: availableParallelism(), busy };
  if (raw) {
    const plain = { machine, local: Object.fromEntries(local), slow: Object.fromEntries(slow), taps: Object.fromEntries(tapped) };
    await writeFile(raw, `${JSON.stringify(plain, null, 1)}\n`);
  }
  const text = report({ how: HOW, machine, local, slow, tapped });
  await writeFile(out, text);
  say(`\n${text}`);
} finally {
  await browser.close();
  site.stop();
}
