import { BACK_MUSCLES, BodyChart, ViewSide } from 'body-muscles';

/** Draws a body that is marked where it is pressed. @param {Element} container @param {boolean} marked with every part marked */
globalThis.mount = (container, marked = false) => {
  /** @type {Record<string, { intensity: number, selected: boolean }>} */
  const bodyState = {};
  const chart = new BodyChart(container, {
    view: ViewSide.BACK,
    bodyState,
    onMuscleClick: (part) => mark(part, bodyState[part]?.intensity === 5 ? 6 : 5),
  });
  const mark = (part, intensity) => {
    bodyState[part] = { intensity, selected: true };
    chart.update({ bodyState });
  };
  if (marked) for (const { id } of BACK_MUSCLES) mark(id, 5);
};

globalThis.mount(document.querySelector('#first'), location.search === '?marked');
