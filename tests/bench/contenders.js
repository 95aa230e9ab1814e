// What is measured: the widget of www/dist, and the packages beside it.

/**
 * What the page of a contender knows of it. The functions run in the page and use nothing from outside of themselves.
 * @typedef {object} Knowledge
 * @property {(container: Element) => Element | null | undefined} outline the node that draws the body's outline
 * @property {(container: Element) => boolean} ready whether a tap would mark something
 * @property {(container: Element, x: number, y: number) => Element | null | undefined} part what a tap at a place of the window would mark
 * @property {((container: Element) => void) | null} mount puts one into a container; the peers' own scripts define it
 * @property {((container: Element, places: { x: number, y: number }[]) => void) | null} mark marks these places of the window; the
 *   peers have no places, and their pages begin with every part marked
 * @property {((container: Element) => number) | null} count how many marks there are, where they can be counted
 */

/**
 * @typedef {object} Contender
 * @property {string} name as the tables have it
 * @property {string} key its page on the server
 * @property {string} script the page's script, as an address on the server
 * @property {string} markup what its container holds from the beginning
 * @property {string} marksOn the event on which it marks
 * @property {string} draws what is to be seen
 * @property {string} does what a tap brings about
 * @property {Knowledge} knowledge
 */

/** @type {Contender} */
export const PAINMAP = {
  name: 'painmap',
  key: 'painmap',
  script: '/dist/pain-map.js',
  markup: '<pain-map name="pain"></pain-map>',
  marksOn: 'pointerup',
  draws: 'a back with shades, folds and region borders over an outline, prompts, tools, the list of the marks and a safety notice',
  does: 'adds a numbered mark where the finger was, asks about it, writes it into the list, and gives the form a record as JSON',
  knowledge: {
    outline: (container) => container.querySelector('pain-map')?.shadowRoot?.querySelector('.outline'),
    // It takes taps from its first frame on; the questions follow.
    ready: (container) => Boolean(container.querySelector('pain-map')?.shadowRoot?.querySelector('.base:not([hidden]) .outline')),
    part: (container, x, y) => {
      const hit = container.querySelector('pain-map')?.shadowRoot?.elementFromPoint(x, y);
      return hit?.closest('.surface') && hit.matches('.place, .skin') ? hit : null;
    },
    mount: (container) => { container.append(document.createElement('pain-map')); },
    mark: (container, places) => {
      const widget = container.querySelector('pain-map');
      const toDrawing = widget.shadowRoot.querySelector('svg.canvas').getScreenCTM().inverse();
      const marks = places.map(({ x, y }, index) => {
        const point = new DOMPoint(x, y).matrixTransform(toDrawing);
        // The posterior view has the person's left, where x is positive, on the left.
        const at = [-Math.round(point.x), Math.round(point.y)];
        return { id: `m${index + 1}`, by: 'patient', kind: 'spot', view: 'posterior', at, intensity: index % 11 };
      });
      widget.map = { format: 'painmap/1', marks };
      if (widget.map.marks.length !== places.length) throw new Error('the widget did not take the record');
    },
    count: (container) => container.querySelector('pain-map').map.marks.length,
  },
};

/** @type {Contender} */
const BODY_MUSCLES = {
  name: 'body-muscles 1.0.0',
  key: 'body-muscles',
  script: '/body-muscles.js',
  markup: '',
  marksOn: 'click',
  draws: 'the muscles of a back, each once as a pale silhouette and once to be pressed; it has no outline of its own, so the silhouette counts as one',
  does: 'gives the whole muscle another colour',
  knowledge: {
    outline: (container) => container.querySelector('.body-chart-background path'),
    ready: (container) => container.querySelector('.body-chart-muscle') !== null,
    part: (container, x, y) => document.elementFromPoint(x, y)?.closest('.body-chart-muscle'),
    mount: null,
    mark: null,
    count: null,
  },
};

/** The two React components are of one family and build the same nodes. */
const REACT = {
  markup: '',
  marksOn: 'click',
  draws: 'an outline of a male back and its parts in flat colours; the script has React in it',
  does: 'gives the whole part another colour, on both sides',
  knowledge: {
    outline: (container) => container.querySelector('svg > g path'),
    ready: (container) => container.querySelector('svg > path') !== null,
    part: (container, x, y) => document.elementFromPoint(x, y)?.closest('svg > path'),
    mount: null,
    mark: null,
    count: null,
  },
};

/** Those that are bundled from npm, each into one script. @type {Contender[]} */
export const PEERS = [
  BODY_MUSCLES,
  { name: '@mjcdev/react-body-highlighter 0.0.4', key: 'react-body-highlighter', script: '/react-body-highlighter.js', ...REACT },
  { name: 'react-muscle-highlighter 1.2.0', key: 'react-muscle-highlighter', script: '/react-muscle-highlighter.js', ...REACT },
];

/** @type {Contender[]} */
export const CONTENDERS = [PAINMAP, ...PEERS];
