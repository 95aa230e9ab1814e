// The styles of what comes after the first paint: questions, naming, and of marks that have more than a place.
//
// On a telephone the questions are a sheet at the edge of the screen that the mark is not at, one question
// at a time.

// Each rating darker than the one before: it holds in black and white and for the common
// colour-vision deficiencies. The same eleven as in the core's files.
const INTENSITIES = [
  '#fff1b8', '#ffdc94', '#fdc76c', '#fbb13c', '#f49436', '#ec7531', '#e2542b', '#c53b43', '#a81c4f', '#78174b', '#4b0d45',
];

const intensityRules = INTENSITIES.map((colour, rating) => `
  [data-intensity='${rating}'] { --intensity: ${colour}; --on-intensity: ${rating < 7 ? '#160d09' : '#fff'}; }`).join('');

export const styles = `
${intensityRules}
.record-note, .told { overflow-wrap: anywhere; white-space: pre-wrap; }
.rating { fill: #2b1a12; stroke: #fff; stroke-opacity: .9; paint-order: stroke; stroke-linejoin: round; font-weight: 700; pointer-events: none; }
.extent { fill: var(--intensity, #fff); fill-opacity: .45; stroke: var(--ink); stroke-opacity: .7; }
.arrow { fill: none; stroke: var(--ink); stroke-linecap: round; stroke-linejoin: round; pointer-events: none; }
.arrow[data-brush] { stroke: var(--accent); stroke-opacity: .45; }
.arrow-casing { fill: none; stroke: var(--halo); stroke-opacity: .85; stroke-linecap: round; stroke-linejoin: round; pointer-events: none; }
.arrow-head { fill: var(--ink); stroke: var(--halo); stroke-linejoin: round; pointer-events: none; }
.delete { color: light-dark(#a3201d, #ff9d96); }
.list ol { padding-inline-start: 1.6rem; display: grid; gap: .6rem; }
.list li::marker { font-weight: 700; }
.list li > span { display: block; overflow-wrap: anywhere; margin-block-end: .25rem; }

.panel, .history { min-inline-size: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; padding: .8rem; border: 1px solid var(--rule); border-radius: var(--radius); background: var(--raised); align-content: start; }
.panel-head { display: flex; gap: .6rem; align-items: start; justify-content: space-between; }
.panel-head .prompt { font-weight: 400; font-size: .92rem; color: var(--muted); }
.step { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; }
.steps, .count { display: none; }
legend, .legend { display: block; font-weight: 600; margin-block-end: .35rem; padding: 0; }
h3 { font-size: 1rem; font-weight: 600; margin-block-end: .25rem; }
.options { display: flex; flex-wrap: wrap; gap: .4rem; }
.option { position: relative; display: inline-flex; max-inline-size: 100%; cursor: pointer; }
.option input { position: absolute; inset: 0; opacity: 0; margin: 0; width: 100%; height: 100%; cursor: pointer; }
.option span {
  display: inline-grid;
  place-items: center;
  min-inline-size: 0;
  min-height: 2.75rem;
  overflow-wrap: anywhere;
  padding: .2rem .8rem;
  border: 1px solid var(--rule);
  border-radius: 1.4rem;
  background: var(--surface);
}
.option input:checked + span { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
.option input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
.scale .options { display: grid; grid-template-columns: repeat(auto-fill, minmax(max(2.4rem, 15%), 1fr)); gap: .25rem; max-inline-size: 24rem; }
.scale .option span { width: 100%; padding: 0; border-radius: .4rem; background: var(--intensity); color: var(--on-intensity); border-color: transparent; font-weight: 600; }
.scale .option input:checked + span { background: var(--intensity); color: var(--on-intensity); outline: 3px solid var(--text); outline-offset: 2px; border-color: var(--surface); font-weight: 800; }
.scale .option input:focus-visible + span { outline-color: var(--accent); }
.ends, .lead, .whose { font-size: .88rem; color: var(--muted); }
.ends { margin-block-start: .3rem; }
.spreads { list-style: none; display: grid; gap: .4rem; margin-block-end: .4rem; }
.spreads:empty { margin: 0; }
.spreads li { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; }
.spreads li > span { flex: 1 1 10rem; }
textarea { width: 100%; }
.naming select { flex: 1 1 9rem; inline-size: 9rem; min-inline-size: 0; }
.waiting { display: grid; gap: .6rem; justify-items: start; }
.finish { position: absolute; inset-block-end: .5rem; inset-inline-start: .5rem; }
.naming { margin-block-start: .4rem; justify-self: stretch; }
.sign { display: grid; grid-template-columns: minmax(7rem, 1fr) auto; gap: .4rem; align-items: center; padding-block: .2rem; }

@media (max-width: 40rem) {
  /* Longer words: two views a line, none alone. */
  .views:not(:lang(en), :lang(zh)):has(:nth-child(4)) button { flex-basis: 40%; }
  .panel {
    position: fixed;
    z-index: 2;
    inset-inline: 0;
    inset-block-end: 0;
    /* With large text there is more of it. */
    max-height: max(48vh, min(19rem, 72vh));
    padding-block-start: 0;
    gap: .6rem;
    overflow: auto;
    overscroll-behavior: contain;
    border-radius: .9rem .9rem 0 0;
    box-shadow: 0 0 1.4rem rgb(0 0 0 / .28);
  }
  .panel.high { inset-block: 0 auto; border-radius: 0 0 .9rem .9rem; }
  .panel-head { position: sticky; inset-block-start: 0; z-index: 1; margin-inline: -.8rem; padding: .5rem .8rem; background: var(--raised); display: grid; grid-template-columns: 1fr auto; gap: .1rem .6rem; align-items: center; }
  .panel-head > div { display: contents; }
  .panel-head :is(.prompt, .whose) { grid-area: 2 / 1 / auto / -1; }
  .panel-head .done { grid-area: 1 / 2; }
  .sign { grid-template-columns: 1fr; }
  .panel .step { gap: .4rem; }
  .panel :is(legend, .legend) { margin-block-end: .2rem; }
  .panel .ends { margin-block-start: .15rem; }
  .panel .title { font-size: 1rem; line-height: 1.25; overflow-wrap: anywhere; }
  .panel .step:not([data-current]) { display: none; }
  .steps { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
  .count { display: inline; color: var(--muted); font-size: .9rem; }
  .next { margin-inline-start: auto; }
  /* The tap that is waited for needs the drawing. */
  .panel[data-waiting] { max-height: 40vh; }
  .panel[data-waiting] > :not(.panel-head, .waiting) { display: none; }
}
@media (min-width: 52rem) {
  .panel { max-block-size: min(52rem, 92vh); overflow: auto; }
  .panel .panel-head { position: sticky; inset-block-start: -.8rem; margin: -.8rem; padding: .8rem; background: var(--raised); z-index: 1; }
}
@media (min-width: 40.01rem) {
  .panel-head .prompt { display: none; }
}
@media (prefers-reduced-motion: no-preference) {
  .panel:not([hidden]) { animation: appear .16s ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
@media (forced-colors: active) {
  .option input:checked + span, .scale .option input:checked + span { background: Highlight; color: HighlightText; forced-color-adjust: none; }
}
@media print {
  .panel, .history, .naming, .help { display: none; }
}
@media (forced-colors: active) {
  .rating { fill: CanvasText; stroke: none; }
  .arrow { stroke: CanvasText; }
  .arrow-head { fill: CanvasText; }
  .arrow-casing { stroke: Canvas; }
}
@media print {
  :host { color-scheme: light; }
  .tools, .stage > .prompt, .switch, .zoom, .cursor, .list .row { display: none; }
  .work { display: block; margin-block-end: .8rem; }
  .list li, .notice { break-inside: avoid; }
}
`;
