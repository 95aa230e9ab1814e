// The two React components have the same properties but for one name.
import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** The parts of the posterior view. */
const PARTS = [
  'adductors', 'ankles', 'calves', 'deltoids', 'feet', 'forearm', 'gluteal', 'hair', 'hamstring', 'hands', 'head', 'lower-back',
  'neck', 'trapezius', 'triceps', 'upper-back',
];

/**
 * @param {any} Body the component
 * @param {string} pressed the name of its property that hears of a press
 */
export function serve(Body, pressed) {
  function Map({ marked }) {
    const [intensities, setIntensities] = useState(marked ? Object.fromEntries(PARTS.map((part) => [part, 1])) : {});
    const data = Object.entries(intensities).map(([slug, intensity]) => ({ slug, intensity }));
    const press = ({ slug }) => setIntensities((before) => ({ ...before, [slug]: before[slug] === 1 ? 2 : 1 }));
    return createElement(Body, { data, side: 'back', scale: 1.5, [pressed]: press });
  }
  globalThis.mount = (container, marked = false) => createRoot(container).render(createElement(Map, { marked }));
  globalThis.mount(document.querySelector('#first'), location.search === '?marked');
}
