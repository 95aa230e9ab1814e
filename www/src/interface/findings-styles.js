// The styles of a clinician's part.

export const styles = `
.threshold { display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; justify-content: space-between; }
.threshold input { inline-size: 7rem; }
.findings ul { padding-inline-start: 1.2rem; display: grid; grid-template-columns: minmax(0, 1fr); overflow-wrap: anywhere; gap: .2rem; margin-block-end: .5rem; }
.essentials { list-style: '○ '; }
.essentials .met { list-style: '● '; }
.conclusion { font-weight: 600; }
.sources { display: block; font-size: .88rem; color: var(--muted); }
`;
