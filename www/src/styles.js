// The widget's style sheet. It is a string so that it works as a constructed sheet under
// `style-src 'self'`; no rule here depends on the page's own styles.
//
// Sizes are in rem so that they follow the reader's text size. Every colour is a custom property;
// those that start with --pain-map- are for the page to set.
//
// On a wide page the questions' column is there from the start: the drawing must not move under a
// finger. What is not there from the start, intensities among it, has its styles in
// interface/asking-styles.js.

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
  --radius: var(--pain-map-radius, .6rem);
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
.base { background: var(--surface); text-align: start; }
p, ol, ul, dl, dd, fieldset, h2, h3 { margin: 0; padding: 0; border: 0; min-inline-size: 0; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

.notice {
  padding: .6rem .8rem;
  border-inline-start: .25rem solid light-dark(#b3541e, #f0a36d);
  background: light-dark(#fdf1e7, #3a2a1f);
  border-radius: .3rem;
  font-size: .9rem;
}
.work { display: grid; gap: 1rem; margin-block: .8rem; align-items: start; }
.stage { display: grid; gap: .5rem; }
.work > * { min-inline-size: 0; }
@media (min-width: 52rem) {
  .work { grid-template-columns: minmax(0, 1.05fr) minmax(0, 1fr); grid-template-rows: auto 1fr; align-items: start; }
  .stage { grid-row: 1 / span 2; }
  .panel, .list { grid-column: 2; }
}
.prompt { font-weight: 600; }
/* The drawing must not move under a finger when the prompt needs another line. */
.stage > .prompt { display: grid; align-content: end; min-block-size: 2lh; }
.title { font-size: 1.05rem; font-weight: 600; }

.switch { display: flex; flex-wrap: wrap; gap: .3rem; }
.switch button { flex: auto; padding-inline: .3rem; }
.crops button, .choosers button, .brushes button { font-size: .9rem; }
@media (max-width: 40rem) { .crops { gap: .2rem; } .crops button { padding-inline: .1rem; font-size: .85rem; } }

.map { position: relative; }
.surface { border: 1px solid var(--rule); border-radius: var(--radius); background: var(--raised); overflow: hidden; outline-offset: 2px; }
.surface:focus-visible { outline: 3px solid var(--accent); }
.canvas { display: block; width: 100%; max-height: min(46rem, 78vh); touch-action: pan-y; user-select: none; -webkit-user-select: none; cursor: crosshair; direction: ltr; }
.surface[aria-busy='true'] .canvas { opacity: .35; }
.surface:not([data-mode='spot'], [data-mode='move']) .canvas, .surface[data-zoomed] .canvas { touch-action: none; }
.mark { touch-action: none; cursor: grab; }
.surface:not([data-mode='spot']) .mark { cursor: crosshair; }
.zoom { position: absolute; inset-block-end: .5rem; inset-inline-end: .5rem; display: grid; gap: .3rem; }
.zoom button { inline-size: 2.75rem; padding: 0; font-size: 1.2rem; line-height: 1; opacity: .92; }

.skin { fill: var(--skin); }
.shade { fill: none; stroke: var(--body-shade); stroke-opacity: .11; stroke-linejoin: round; }
.outline { fill: none; stroke: var(--body-line); stroke-linejoin: round; }
.border { fill: none; stroke: var(--body-line); stroke-opacity: .28; }
.hint, .line, .fold { fill: none; stroke: var(--body-line); stroke-opacity: .4; stroke-linecap: round; }
.fold { stroke-opacity: .7; }
.outline, .border, .hint, .line, .fold, .shade, .skin { pointer-events: none; }
.side { fill: var(--muted); stroke: var(--raised); stroke-width: .5em; paint-order: stroke; stroke-linejoin: round; font-weight: 600; pointer-events: none; }
.place { fill: transparent; }
@media (hover: hover) { .place:hover { fill: color-mix(in srgb, var(--accent) 14%, transparent); } }
.surface:focus-visible .place[data-active] { fill: color-mix(in srgb, var(--accent) 26%, transparent); }
.cursor { display: none; pointer-events: none; }
.surface:focus-visible .cursor { display: inline; }
.cursor-casing { stroke: var(--halo); }
.cursor-line { stroke: var(--ink); }

.disc { fill: var(--intensity, #fff); stroke: var(--ink); }
.number { fill: var(--on-intensity, #2b1a12); font-weight: 700; pointer-events: none; }
.mark[data-selected] :is(.disc, .extent) { stroke: var(--accent); stroke-opacity: 1; stroke-width: .22rem; vector-effect: non-scaling-stroke; }

button, select, textarea, input[type='number'] {
  min-height: 2.75rem;
  max-inline-size: 100%;
  padding: .4rem .8rem;
  overflow-wrap: break-word;
  border: 1px solid var(--rule);
  border-radius: calc(var(--radius) * .8);
  background: var(--surface);
  color: inherit;
  font: inherit;
}
button { cursor: pointer; }
button:hover:not(:disabled) { border-color: var(--accent); }
button:disabled { opacity: .45; cursor: default; }
button[aria-pressed='true'] { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); color: var(--accent); font-weight: 600; }
:is(button, select, textarea, input):focus-visible { outline: 3px solid var(--accent); outline-offset: 1px; }
.done, .adopt, [data-do='spread'] { border-color: var(--accent); color: var(--accent); font-weight: 600; }
.row { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }

.tools { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.choosers, .brushes { inline-size: 100%; }
.no-pain { display: inline-flex; align-items: center; gap: .5rem; min-height: 2.75rem; margin-inline-start: auto; cursor: pointer; }
.no-pain input { inline-size: 1.4rem; block-size: 1.4rem; accent-color: var(--accent); }

.list { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem; align-content: start; }
.empty { color: var(--muted); }

@media (forced-colors: active) {
  .skin { fill: Canvas; }
  .shade { stroke: none; }
  .outline, .hint, .line, .fold, .border { stroke: CanvasText; }
  .side { fill: CanvasText; }
  .disc, .extent { fill: Canvas; stroke: CanvasText; }
  .number { fill: CanvasText; }
  .cursor-line { stroke: CanvasText; }
  .cursor-casing { stroke: Canvas; }
  .mark[data-selected] :is(.disc, .extent) { stroke: Highlight; }
  button[aria-pressed='true'] { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
`;
