// The muscles on the atlas page: their drawing, what lies under a place, the search, and a muscle's card.
// For clinicians: the patient's form never loads this.
import { Muscles } from '/painmap/clinician/muscles.js';
import { capitalised, find, make } from './elements.js';

/**
 * What the switches ask of the muscles; `muscle` is an id or empty.
 * @typedef {{ layers: string[], muscle: string, pattern: boolean, side: string }} Wanted
 */

const SVG = 'http://www.w3.org/2000/svg';

// A person 1.70 m tall has 10 000 body units.
const CENTIMETRES = 170 / 10_000;

/** The order and the headings of a card. @type {Record<string, string>} */
const TOPICS = {
  origin: 'Origin',
  insertion: 'Insertion',
  fibres: 'Fibres',
  innervation: 'Innervation',
  spots: 'Usual spots',
  essential: 'Pattern, essential',
  spillover: 'Pattern, spillover',
};

const card = find('.card', HTMLElement);

/** @type {Muscles} */
let atlas;

/** @type {ReturnType<Muscles['names']>} */
let muscles = [];

/** Loads the muscles and fills the search. @param {import('/painmap/clinician/clinic.js').Program} program */
export async function load(program) {
  atlas = await Muscles.load(program);
  muscles = atlas.names();
  const options = muscles.map(({ name, latin }) => {
    const option = make('option', latin);
    option.value = name;
    return option;
  });
  find('#muscle-names', HTMLDataListElement).replaceChildren(...options);
}

/** The muscle that somebody typed: its English name, its Latin one or its id. @param {string} typed */
export function idOf(typed) {
  const word = typed.trim().toLowerCase();
  const known = muscles.find(({ id, name, latin }) => [id, name.toLowerCase(), latin.toLowerCase()].includes(word));
  return known?.id ?? '';
}

/** @param {string} id */
export const nameOf = (id) => muscles.find((muscle) => muscle.id === id)?.name ?? '';

/**
 * Draws the muscles on the skin of a plate, under its shades and lines.
 * @param {Element} surface
 * @param {string} view
 * @param {string} figure
 * @param {Wanted} wanted
 */
export function draw(surface, view, figure, { layers, muscle, pattern, side }) {
  const canvas = surface.querySelector('svg');
  const skin = surface.querySelector('.skin');
  if (!canvas || !skin) return;
  surface.querySelector('.muscles')?.remove();
  const some = layers.length > 0 || muscle !== '';
  surface.toggleAttribute('data-muscles', some);
  if (!some) return;
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('class', 'muscles');
  skin.after(group);
  const { width, height } = canvas.viewBox.baseVal;
  atlas.draw(group, { view, figure, width, height, layers, lit: muscle, pattern: pattern ? muscle : '', side });
}

/** What a side is called before a name. @param {string} side */
const before = (side) => (side === 'left' || side === 'right' ? `${side} ` : '');

/** @param {string} text @param {() => void} act */
function button(text, act) {
  const made = make('button', text);
  made.type = 'button';
  made.className = 'link';
  made.addEventListener('click', act);
  return made;
}

/**
 * The muscles under a point of the body, from the skin down; each can be looked at.
 * @param {string} view @param {string} figure @param {number} x @param {number} y
 * @param {(id: string, side: string, pattern: boolean) => void} choose
 */
export function under(view, figure, x, y, choose) {
  return atlas.under(view, figure, x, y).map(({ id, name, side, layer, spot, distance, isRead }) => {
    const item = make('li', button(capitalised(`${before(side)}${name}`), () => choose(id, side, false)));
    item.append(make('span', layer));
    if (spot) {
      const centimetres = Math.round(distance * CENTIMETRES);
      const far = centimetres < 1 ? 'less than 1 cm' : `about ${centimetres} cm`;
      item.append(make('span', `nearest usual spot ${far} away: ${spot}${isRead ? '' : ' (unchecked)'}`));
    }
    return item;
  });
}

/**
 * The published patterns that cover a point of the body; each can be looked at.
 * @param {string} view @param {string} figure @param {number} x @param {number} y
 * @param {(id: string, side: string, pattern: boolean) => void} choose
 */
export function covering(view, figure, x, y, choose) {
  return atlas.covering(view, figure, x, y).map(({ id, name, side, part }) => {
    const item = make('li', button(capitalised(`${before(side)}${name}`), () => choose(id, side, true)));
    item.append(make('span', part));
    return item;
  });
}

/** The views in which a muscle is drawn, or its pattern. @param {Wanted} wanted */
export const viewsOf = ({ muscle, pattern, side }) => atlas.views(muscle, pattern, side);

/** Shows a muscle's card, or puts it away. @param {string} id */
export function tellCard(id) {
  const muscle = muscles.find((known) => known.id === id);
  card.hidden = !muscle;
  if (!muscle) return;
  find('#card-name', HTMLElement).textContent = capitalised(muscle.name);
  const latin = make('i', muscle.latin);
  latin.lang = 'la';
  find('.card .latin', HTMLElement).replaceChildren(latin, `, ${muscle.layer}`);
  find('.card .reference', HTMLAnchorElement).href = `/muscles/${muscle.id}`;

  /** @type {string[]} */
  const sources = [];
  const rows = new Map();
  for (const { topic, text, isRead, sources: cited } of atlas.facts(id)) {
    const numbers = cited.map((source) => {
      if (!sources.includes(source)) sources.push(source);
      return sources.indexOf(source) + 1;
    });
    const said = make('p', capitalised(text));
    if (!isRead) said.append(' ', make('em', 'unchecked'));
    said.append(' ', make('sup', numbers.sort((a, b) => a - b).join(', ')));
    rows.set(topic, [...(rows.get(topic) ?? []), said]);
  }
  const facts = Object.entries(TOPICS).flatMap(([topic, title]) => {
    const said = rows.get(topic);
    return said ? [make('div', make('dt', title), make('dd', ...said))] : [];
  });
  facts.push(make('div', make('dt', 'Codes'), make('dd', ...atlas.concepts(id).map(concept))));
  find('.card dl', HTMLElement).replaceChildren(...facts);
  find('.card ol', HTMLElement).replaceChildren(...sources.map((source) => make('li', source)));
}

/** A published concept with its codes. @param {ReturnType<Muscles['concepts']>[number]} concept */
function concept({ name, isExact, isSecondary, codes }) {
  const pairs = [];
  for (let index = 0; index < codes.length; index += 2) pairs.push(`${codes[index]} ${codes[index + 1]}`);
  const within = isExact ? '' : 'part of ';
  const seen = isSecondary ? ' (read in a program that uses it)' : '';
  return make('p', `${capitalised(`${within}${name}`)}: ${pairs.join(', ')}${seen}`);
}
