// The widget's style sheet. It is a string so that it works as a constructed sheet under
// `style-src 'self'`; no rule here depends on the page's own styles.
//
// Sizes are in rem so that they follow the reader's text size. Every colour is a custom property;
// those that start with --pain-map- are for the page to set.
//
// On a wide page the questions' column is there from the start: the drawing must not move under a
// finger. On a telephone they are a sheet at the edge of the screen that the mark is not at.

// Each rating darker than the one before: it holds in black and white and for the common
// colour-vision deficiencies. The same eleven as in the core's files.
const INTENSITIES = [
  '#fff1b8', '#ffdc94', '#fdc76c', '#fbb13c', '#f49436', '#ec7531', '#e2542b', '#c53b43', '#a81c4f', '#78174b', '#4b0d45',
];

const intensityRules = INTENSITIES.map((colour, rating) => `
  [data-intensity='${rating}'] { --intensity: ${colour}; --on-intensity: ${rating < 7 ? '#2b1a12' : '#fff'}; }`).join('');

export const styles = `
:host {
  display: block;
  color-scheme: light dark;
  --accent: var(--pain-map-accent, light-dark(#0b6b6b, #6fd0cb));
  --on-accent: light-dark(#fff, #06302f);
  --text: var(--pain-map-text, light-dark(#22201e, #f1ece7));
  --muted: light-dark(#5d5650, #b9afa6);
  --surface: var(--pain-map-surface, light-dark(#fff, #1d1b1a));
  --raised: light-dark(#faf7f4, #292624);
  --rule: light-dark(#d9d0c8, #4b453f);
  --skin: var(--pain-map-skin, light-dark(#f4e9df, #6d5a4d));
  --body-line: color-mix(in oklab, var(--skin), light-dark(#2a1408, #fff3e8) 66%);
  --body-shade: color-mix(in oklab, var(--skin), light-dark(#7a3d16, #120904) 62%);
  --ink: light-dark(#2b1a12, #160d09);
  --halo: light-dark(#fff, #f8f1ea);
  font: 1rem/1.45 var(--pain-map-font, system-ui, 'Liberation Sans', sans-serif);
  color: var(--text);
}
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
.base { background: var(--surface); }
p, ol, ul, fieldset, h2 { margin: 0; padding: 0; border: 0; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.notice {
  padding: .6rem .8rem;
  border-inline-start: .25rem solid light-dark(#b3541e, #f0a36d);
  background: light-dark(#fdf1e7, #3a2a1f);
  border-radius: .3rem;
  font-size: .9rem;
}
.work { display: grid; gap: 1rem; margin-block: .8rem; align-items: start; }
.stage { display: grid; gap: .6rem; min-inline-size: 0; }
.record-note { overflow-wrap: anywhere; white-space: pre-wrap; }
@media (min-width: 52rem) {
  .work { grid-template-columns: minmax(0, 1.05fr) minmax(0, 1fr); grid-template-rows: auto 1fr; }
  .stage { grid-row: 1 / span 2; }
  .panel, .list { grid-column: 2; }
}
.prompt { font-weight: 600; }
.title { font-size: 1.05rem; font-weight: 600; }

.views { display: flex; gap: .4rem; }
.views button { flex: auto; padding-inline: .3rem; }

.surface { border: 1px solid var(--rule); border-radius: .75rem; background: var(--raised); overflow: hidden; outline-offset: 2px; }
.surface:focus-visible { outline: 3px solid var(--accent); }
.canvas { display: block; width: 100%; max-height: min(46rem, 78vh); touch-action: pan-y pinch-zoom; user-select: none; -webkit-user-select: none; cursor: crosshair; }
.surface[aria-busy='true'] .canvas { opacity: .35; }
.surface[data-spreading] .canvas { touch-action: none; }
.mark { touch-action: none; cursor: grab; }

.skin { fill: var(--skin); }
.shade { fill: none; stroke: var(--body-shade); stroke-opacity: .11; stroke-linejoin: round; }
.outline { fill: none; stroke: var(--body-line); stroke-linejoin: round; }
.border { fill: none; stroke: var(--body-line); stroke-opacity: .28; }
.hint, .line, .fold { fill: none; stroke: var(--body-line); stroke-opacity: .4; stroke-linecap: round; }
.fold { stroke-opacity: .7; }
.outline, .border, .hint, .line, .fold, .shade, .skin { pointer-events: none; }
.side { fill: var(--muted); font-weight: 600; pointer-events: none; }
.place { fill: transparent; }
@media (hover: hover) { .place:hover { fill: color-mix(in srgb, var(--accent) 14%, transparent); } }
.surface:focus-visible .place[data-active] { fill: color-mix(in srgb, var(--accent) 26%, transparent); }
.cursor { display: none; pointer-events: none; }
.surface:focus-visible .cursor { display: inline; }
.cursor-casing { stroke: var(--halo); }
.cursor-line { stroke: var(--ink); }

.disc { fill: var(--intensity, #fff); stroke: var(--ink); }
.number { fill: var(--on-intensity, #2b1a12); font-weight: 700; pointer-events: none; }
.rating { fill: #2b1a12; stroke: #fff; stroke-opacity: .9; paint-order: stroke; stroke-linejoin: round; font-weight: 700; pointer-events: none; }
.extent { fill: var(--intensity, #fff); fill-opacity: .45; stroke: var(--ink); stroke-opacity: .7; }
.arrow { fill: none; stroke: var(--ink); stroke-linecap: round; stroke-linejoin: round; pointer-events: none; }
.arrow-casing { fill: none; stroke: var(--halo); stroke-opacity: .85; stroke-linecap: round; stroke-linejoin: round; pointer-events: none; }
.arrow-head { fill: var(--ink); stroke: var(--halo); stroke-linejoin: round; pointer-events: none; }
.mark[data-selected] .disc { stroke: var(--accent); stroke-width: .22rem; vector-effect: non-scaling-stroke; }
${intensityRules}

button {
  min-height: 2.75rem;
  padding: .4rem .9rem;
  border: 1px solid var(--rule);
  border-radius: .5rem;
  background: var(--surface);
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button:hover:not(:disabled) { border-color: var(--accent); }
button:disabled { opacity: .45; cursor: default; }
button[aria-pressed='true'] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); }
button:focus-visible, textarea:focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
[data-do='done'], [data-do='spread'], .views [aria-pressed='true'] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.delete { color: light-dark(#a3201d, #ff9d96); }

.tools { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.no-pain { display: inline-flex; align-items: center; gap: .5rem; min-height: 2.75rem; margin-inline-start: auto; cursor: pointer; }
.no-pain input { inline-size: 1.4rem; block-size: 1.4rem; accent-color: var(--accent); }

.panel { min-inline-size: 0; display: grid; gap: 1rem; padding: .8rem; border: 1px solid var(--rule); border-radius: .75rem; background: var(--raised); align-content: start; }
.panel-head { display: flex; gap: .6rem; align-items: start; justify-content: space-between; }
legend, .legend { display: block; font-weight: 600; margin-block-end: .35rem; padding: 0; }
.options { display: flex; flex-wrap: wrap; gap: .4rem; }
.option { position: relative; display: inline-flex; cursor: pointer; }
.option input { position: absolute; inset: 0; opacity: 0; margin: 0; width: 100%; height: 100%; cursor: pointer; }
.option span {
  display: inline-grid;
  place-items: center;
  min-height: 2.75rem;
  padding: .2rem .8rem;
  border: 1px solid var(--rule);
  border-radius: 1.4rem;
  background: var(--surface);
}
.option input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.option input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.scale .options { display: grid; grid-template-columns: repeat(auto-fit, minmax(2.75rem, 1fr)); gap: .25rem; }
.scale .option span { width: 100%; padding: 0; border-radius: .4rem; background: var(--intensity); color: var(--on-intensity); border-color: transparent; font-weight: 600; }
.scale .option input:checked + span { background: var(--intensity); color: var(--on-intensity); outline: 3px solid var(--text); outline-offset: 2px; border-color: var(--surface); font-weight: 800; }
.scale .option input:focus-visible + span { outline-color: var(--accent); }
.ends { font-size: .85rem; color: var(--muted); margin-block-start: .3rem; }
.spreads { list-style: none; display: grid; gap: .4rem; margin-block-end: .4rem; }
.spreads:empty { margin: 0; }
.spreads li { display: flex; gap: .6rem; align-items: center; justify-content: space-between; }
textarea { width: 100%; padding: .5rem; border: 1px solid var(--rule); border-radius: .5rem; background: var(--surface); color: inherit; font: inherit; }

.list { display: grid; gap: .5rem; align-content: start; }
.list ol { padding-inline-start: 1.6rem; display: grid; gap: .5rem; }
.list li::marker { font-weight: 700; }
.list li span { display: block; overflow-wrap: anywhere; }
.list button { min-height: 2.75rem; margin-block-start: .2rem; }
.empty { color: var(--muted); }

@media (max-width: 40rem) {
  .panel {
    position: fixed;
    z-index: 2;
    inset-inline: 0;
    inset-block-end: 0;
    max-height: 44vh;
    padding-block-start: 0;
    gap: .7rem;
    overflow: auto;
    overscroll-behavior: contain;
    border-radius: .9rem .9rem 0 0;
    box-shadow: 0 0 1.4rem rgb(0 0 0 / .28);
  }
  .panel.high { inset-block: 0 auto; border-radius: 0 0 .9rem .9rem; }
  .panel-head { position: sticky; inset-block-start: 0; z-index: 1; margin-inline: -.8rem; padding: .5rem .8rem; background: var(--raised); align-items: center; }
  .panel .title { font-size: 1rem; line-height: 1.25; }
  .panel[data-spreading] > :not(.panel-head, .spread-field), .panel[data-spreading] legend { display: none; }
}
@media (forced-colors: active) {
  .skin { fill: Canvas; }
  .shade { stroke: none; }
  .outline, .hint, .line, .fold, .border { stroke: CanvasText; }
  .side { fill: CanvasText; }
  .disc, .extent { fill: Canvas; stroke: CanvasText; }
  .number, .rating { fill: CanvasText; stroke: none; }
  .arrow, .cursor-line { stroke: CanvasText; }
  .arrow-head { fill: CanvasText; }
  .arrow-casing, .cursor-casing { stroke: Canvas; }
  .mark[data-selected] .disc { stroke: Highlight; }
  .views [aria-pressed='true'], .option input:checked + span, .scale .option input:checked + span { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
@media print {
  .tools, .panel, .prompt, .views, .list button, .cursor { display: none; }
}
`;
