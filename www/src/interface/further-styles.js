// The styles of what few pages need: remedies, the help sheet, a printed record's plates.

export const styles = `
.remedy { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; justify-content: space-between; margin-block-end: .4rem; }
.remedy + .options { margin-block-start: .6rem; }
.help { inline-size: min(38rem, 92vw); max-block-size: 88vh; border: 1px solid var(--rule); border-radius: var(--radius); background: var(--surface); color: var(--text); padding: 1rem; }
.help::backdrop { background: rgb(0 0 0 / .45); }
.help ul { padding-inline-start: 1.2rem; margin-block-end: .8rem; }
.help h3 { margin-block: .8rem .3rem; }
/* Two columns, or with large text one. */
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(max(7rem, 35%), 100%), 1fr)); gap: .35rem .8rem; align-items: baseline; }
kbd { display: inline-block; padding: 0 .4rem; margin-inline-end: .25rem; border: 1px solid var(--rule); border-radius: .3rem; background: var(--raised); font: inherit; font-size: .88rem; }

@media (max-width: 40rem) {
  .history .question:not([data-current]) { display: none; }
  .help .panel-head { position: static; display: flex; flex-wrap: wrap; background: none; margin: 0; padding: 0; }
}
@media print {
  .plates { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .8rem; }
  .plate { margin: 0; break-inside: avoid; }
  :host(.sheet) .canvas { max-height: 11cm; }
  .base:has(.plate) .map { display: none; }
}
`;
