// The figures as a page of the docs.

import { CONTENDERS, PAINMAP } from './contenders.js';
import { median, percentile } from './statistics.js';

/** What is promised, from section 9 of the design. */
const BUDGET = { painted: 1.25, tap: { median: 16, p95: 32 } };
const MEASURE = 'body-muscles';

/** @param {number} milliseconds */
const ms = (milliseconds) => (milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0));

/** @param {string[]} head @param {string[][]} rows */
function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** @param {any[]} list @param {(one: any) => number} figure */
const middle = (list, figure) => median(list.map(figure));

/** @param {{ how: any, machine: any, local: Map<string, any[]>, slow: Map<string, any[]>, tapped: Map<string, any[]> }} measured */
export function report({ how, machine, local, slow, tapped }) {
  const each = (list, cells) => CONTENDERS.map(({ name, key }) => [name, ...cells(list.get(key))]);
  const spread = (list, figure) => `${ms(percentile(list.map(figure), 0.25))} to ${ms(percentile(list.map(figure), 0.75))}`;
  const work = (list, of) => ['script', 'style', 'layout', 'paint'].map((kind) => ms(middle(list, (one) => of(one)[kind])));

  const ours = local.get(PAINMAP.key) ?? [];
  const share = middle(ours, ({ painted }) => painted) / middle(local.get(MEASURE) ?? [], ({ painted }) => painted);
  const tap = (tapped.get(PAINMAP.key) ?? []).map(({ total }) => total);
  const [tapMedian, tapP95] = [median(tap), percentile(tap, 0.95)];
  const verdict = (figure, most) => (figure <= most ? 'met' : 'not met');

  return `# How fast the widget is in a page

\`\`\`sh
cargo xtask bench web
\`\`\`

That command measured all figures of this page in one run, on ${machine.cores} cores, in Chromium ${machine.chromium} without a
graphics processor, and wrote the page. The machine had other work at the same time (a load of ${machine.busy.map((one) => one.toFixed(1)).join(' at the beginning and ')} at
the end): compare the lines of a table with one another, not with those of another machine.

| budget | at most | measured | |
| --- | ---: | ---: | --- |
| outline painted, beside body-muscles 1.0.0 | ${BUDGET.painted} times | ${share.toFixed(2)} times | ${verdict(share, BUDGET.painted)} |
| tap to painted mark, median | ${BUDGET.tap.median} ms | ${ms(tapMedian)} ms | ${verdict(tapMedian, BUDGET.tap.median)} |
| tap to painted mark, 95th percentile | ${BUDGET.tap.p95} ms | ${ms(tapP95)} ms | ${verdict(tapP95, BUDGET.tap.p95)} |

## Cold load

${table(
    ['', 'outline painted, ms', 'middle half', 'ready for a tap, ms', 'on the screen, ms', 'from navigation, ms', 'files', 'bytes', 'nodes'],
    each(local, (list) => [
      `**${ms(middle(list, ({ painted }) => painted))}**`,
      spread(list, ({ painted }) => painted),
      ms(middle(list, ({ ready }) => ready)),
      ms(middle(list, ({ shown }) => shown)),
      ms(middle(list, ({ scriptAt, painted }) => scriptAt + painted)),
      `${list[0].requests}`,
      `${list[0].bytes}`,
      `${list[0].nodes}`,
    ]),
  )}

Medians of ${how.rounds} loads of each, in turns. Each load has a new browser context, and with it a new process, an empty cache and no compiled
code. A server on the same machine sends everything compressed beforehand (brotli 11), with the same headers.

- **Outline painted**: from the moment at which the page's parser stands before the script element, so that loading, compiling
  (of WebAssembly too) and building lie within, to the end of the first frame that has the outline with a size. The page looks
  for it at the beginning of each frame and takes the time in a message that the browser delivers after the frame's style, layout,
  paint and commit. (Element Timing knows no SVG; a second animation frame would add up to 16 ms of waiting.)
- **Ready for a tap**: the same for the first frame in which a tap would mark something. What draws its outline before
  it can take a tap shows that here.
- **On the screen**: the browser's own First Contentful Paint, with the drawing of pixels and their way to the screen, from the same beginning. Nothing else is on the page. For
  painmap it may be a word, the outline or both.
- **From navigation**: outline painted, counted from the start of the navigation.
- **Files, bytes, nodes**: what the page asked for without itself, compressed, and the elements in the document and in shadow roots.

## Cold load over a slow line

${table(
    ['', 'outline painted, ms', 'middle half', 'ready for a tap, ms', 'on the screen, ms'],
    each(slow, (list) => [
      `**${ms(middle(list, ({ painted }) => painted))}**`,
      spread(list, ({ painted }) => painted),
      ms(middle(list, ({ ready }) => ready)),
      ms(middle(list, ({ shown }) => shown)),
    ]),
  )}

The same, with ${how.line.latency} ms before each answer and ${(how.line.bytesPerSecond * 8) / 1e6} Mbit/s, as the browser's developer tools emulate it: here one request after another and bytes count.

## Warm mount

${table(
    ['', 'work, ms', 'middle half', 'script', 'style', 'layout', 'paint'],
    each(local, (list) => [
      `**${ms(middle(list, ({ mount }) => mount.total))}**`,
      spread(list, ({ mount }) => mount.total),
      ...work(list, ({ mount }) => mount),
    ]),
  )}

Another one on a page that has had one (which is hidden by then): what the page's main thread worked from the call that puts it in to the end of the frame that shows it. Medians of ${how.rounds},
one after each cold load.

## Tap to painted mark

${table(
    ['', 'median, ms', '95th percentile, ms', 'most, ms', 'script', 'style', 'layout', 'paint', 'by the clock, ms'],
    each(tapped, (list) => [
      `**${ms(middle(list, ({ total }) => total))}**`,
      ms(percentile(list.map(({ total }) => total), 0.95)),
      ms(Math.max(...list.map(({ total }) => total))),
      ...work(list, (one) => one),
      ms(middle(list, ({ wall }) => wall)),
    ]),
  )}

${how.taps.taps} taps of a finger on different places of the body, with the processor slowed ${how.taps.slowdown} times by the developer tools. The record of painmap has ${how.taps.marks} marks at the
beginning and one more after each tap; the peers begin with every part marked, and each tap marks one in another colour. From Chromium's trace: the work of the main thread from the task
that brings the touch to the end (the commit) of the first frame after the event that marks (\`pointerup\` or \`click\`).

Work, here and for the warm mount, is processor time of the main thread, so that other programs on the machine add little to it. **Script** has the events and their listeners, WebAssembly,
compiling and garbage collection in it, **layout** the search for what lies under the finger, **paint** all from pre-paint to commit. Drawing the pixels is the work of other threads and
is left out. "By the clock" is the same work with the interruptions by other programs.

## What this can't say

The contenders do not do the same:

${CONTENDERS.map(({ name, draws, does }) => `- **${name}** draws ${draws}. A tap ${does}.`).join('\n')}

All show a back, on a tablet of 1024 by 768 pixels with a touch screen. The peers keep no record, are no form controls, and ask nothing. Their pages hold the few lines that their
readmes give, bundled and minified for production. One browser on one machine was measured, over a local connection or an emulated line; nobody's telephone was.
`;
}
