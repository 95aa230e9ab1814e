// The atlas page's own script: switches and the address to a plate, places to words.
import { AtlasPlate } from '/painmap/clinician/plate.js';
import { load } from '/painmap/element.js';
import { capitalised, find } from './elements.js';

// How many of the plate's steps an arrow key goes; with Shift it is one.
const STRIDE = 4;

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const SEEN = {
  posterior: 'from behind',
  anterior: 'from the front',
  left: 'from the person’s left',
  right: 'from the person’s right',
};

/** What the address does not say. @type {Record<string, string>} */
const DEFAULTS = { view: 'posterior', crop: 'whole', figure: 'neutral', side: '', muscle: '' };

const surface = find('.surface', HTMLElement);
const form = find('.switches', HTMLFormElement);
const refusal = find('.refusal', HTMLElement);
const status = find('[role=status]', HTMLElement);
const facts = find('.facts', HTMLElement);
const search = find('#muscle', HTMLInputElement);

/** The muscles, once they are there. @type {typeof import('./muscles.js') | undefined} */
let muscles;

const LAYERS = ['superficial', 'intermediate', 'deep'];

/** Sets the switches as an address says; what it does not say, or says wrongly, is as ever. @param {URLSearchParams} asked */
function setSwitches(asked) {
  form.reset();
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = asked.get(control.name) === '1';
    if (control === search) search.value = asked.get('muscle') ?? '';
    if (control instanceof HTMLInputElement && control.type === 'radio' && asked.get('view') === control.value) control.checked = true;
    if (control instanceof HTMLSelectElement) {
      const known = [...control.options].some(({ value }) => value === asked.get(control.name));
      if (known) control.value = asked.get(control.name) ?? '';
    }
  }
}

/** What the switches say. */
function switches() {
  const data = new FormData(form);
  const word = (/** @type {string} */ name) => String(data.get(name) ?? DEFAULTS[name]);
  return {
    view: word('view'),
    figure: word('figure'),
    crop: word('crop'),
    landmarks: data.has('landmarks'),
    regions: data.has('regions'),
    wanted: {
      layers: LAYERS.filter((layer) => data.has(layer)),
      muscle: muscles?.idOf(search.value) ?? '',
      pattern: data.has('pattern'),
      side: word('side'),
    },
  };
}

/** @param {string} what @param {unknown} error */
function fail(what, error) {
  surface.setAttribute('aria-busy', 'false');
  refusal.hidden = false;
  refusal.textContent = `${what}: ${error instanceof Error ? error.message : String(error)}`;
}

/** A list's lines: the first part of each stands out from the rest. @param {string} fact @param {string[][]} lines */
function writeLines(fact, lines) {
  const items = lines.map(([first = '', ...rest]) => {
    const item = document.createElement('li');
    item.append(first);
    for (const part of rest) {
      const span = document.createElement('span');
      span.textContent = part;
      item.append(' ', span);
    }
    return item;
  });
  find(`[data-fact=${fact}]`, HTMLElement).replaceChildren(...items);
  hideEmpty(fact, lines.length === 0);
}

/** @param {string} fact @param {string} text */
function write(fact, text) {
  find(`[data-fact=${fact}]`, HTMLElement).textContent = text;
  hideEmpty(fact, !text);
}

/** A fact that nothing is known of takes its heading away. @param {string} fact @param {boolean} empty */
function hideEmpty(fact, empty) {
  const row = document.querySelector(`[data-fact=${fact}]`)?.closest('dl > div');
  if (row instanceof HTMLElement && fact !== 'codes') row.hidden = empty;
}

/** Writes what the plate last looked at. @param {AtlasPlate} plate */
function tell({ found, place }) {
  const nothing = place ? 'Beside the body' : 'Point at the body';
  find('#here-name', HTMLElement).textContent = capitalised(found.name) || nothing;
  find('.clinical', HTMLElement).textContent = capitalised(found.clinical);
  find('.position', HTMLElement).textContent = found.name ? capitalised(found.position) : 'A tap or a click stays there.';
  facts.hidden = !found.name;
  if (!found.name || !place) return;
  write('side', { left: 'left', right: 'right', midline: 'on the midline' }[found.side] ?? found.side);
  write('level', found.level && `near ${found.level}`);
  writeLines('landmarks', found.landmarks);
  writeLines('zones', found.zones);
  writeLines('codes', found.codes);
  write('concept', found.concept && `${found.concept}${found.within ? ', of which this region is a part' : ''}`);
  write('place', place.join(', '));
  tellMuscles(place);
}

/** Writes which muscles lie under a place, and which patterns cover it. @param {[number, number]} place */
function tellMuscles([x, y]) {
  const { view, figure } = switches();
  for (const [fact, ask] of /** @type {const} */ ([['muscles', muscles?.under], ['patterns', muscles?.covering]])) {
    const items = ask?.(view, figure, x, y, choose) ?? [];
    find(`[data-fact=${fact}]`, HTMLElement).replaceChildren(...items);
    hideEmpty(fact, items.length === 0);
  }
}

/** Looks at a muscle that was named. @param {string} id @param {string} side @param {boolean} pattern */
function choose(id, side, pattern) {
  search.value = muscles?.nameOf(id) ?? '';
  const of = form.elements.namedItem('side');
  if (of instanceof HTMLSelectElement) of.value = side;
  const published = form.elements.namedItem('pattern');
  if (published instanceof HTMLInputElement && pattern) published.checked = true;
  form.dispatchEvent(new Event('change'));
  // The button is gone with the list that it stood in.
  find('#card-name', HTMLElement).focus();
}

/** Draws the muscles that are asked for over the plate, and tells of the one that is looked at. */
function showMuscles() {
  const { view, figure, wanted } = switches();
  find('.lit', HTMLElement).hidden = !wanted.muscle;
  muscles?.draw(surface, view, figure, wanted);
  muscles?.tellCard(wanted.muscle);
  const legend = find('.legend', HTMLElement);
  legend.hidden = !(wanted.muscle && wanted.pattern);
  const nameless = muscles && search.value.trim() && !wanted.muscle;
  find('.unknown', HTMLElement).textContent = nameless ? 'No muscle of that name.' : '';
  const views = muscles && wanted.muscle ? muscles.viewsOf(wanted) : [];
  const other = views.filter((known) => known !== view);
  const here = views.includes(view) ? 'It is also seen' : 'Nothing of it is seen here; it is seen';
  const seen = other.map((known) => SEEN[/** @type {keyof typeof SEEN} */ (known)]).join(', ');
  const elsewhere = find('.elsewhere', HTMLElement);
  elsewhere.hidden = other.length === 0;
  elsewhere.textContent = `${here} ${seen}.`;
}

/** Says the place aloud. @param {AtlasPlate} plate */
function announce(plate) {
  const { name, position } = plate.found;
  status.textContent = name ? `${name}; ${position}.` : 'Beside the body.';
}

/** Puts what is shown into the address, so that it can be linked. @param {AtlasPlate} plate */
function remember(plate) {
  const asked = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const word = name === 'muscle' && muscles ? muscles.idOf(search.value) : String(value);
    if (word !== (DEFAULTS[name] ?? '')) asked.set(name, word);
  }
  if (!asked.has('muscle')) for (const of of ['pattern', 'side']) asked.delete(of);
  if (plate.pinned) asked.set('at', plate.pinned.join(','));
  // A comma is plain in a query.
  const query = asked.toString().replaceAll('%2C', ',');
  history.replaceState(null, '', query ? `?${query}` : location.pathname);
}

/** Where in the drawing a pointer is. @param {MouseEvent} event @returns {[number, number] | undefined} */
function placeOf(event) {
  const canvas = surface.querySelector('svg');
  const matrix = canvas?.getScreenCTM();
  if (!matrix) return undefined;
  const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  return [Math.round(x), Math.round(y)];
}

/** Shows what the switches say, now or when its drawing has come. @param {AtlasPlate} plate */
async function show(plate) {
  const { view, figure, crop, landmarks, regions } = switches();
  if (plate.lacks(view, figure)) {
    surface.setAttribute('aria-busy', 'true');
    await plate.complete(view, figure);
    // Meanwhile the switches may ask for something else.
    return show(plate);
  }
  plate.show(view, figure, crop, landmarks, regions);
  const seen = SEEN[/** @type {keyof typeof SEEN} */ (view)];
  find('#drawing-name', HTMLElement).textContent = `The body seen ${seen}`;
  refusal.hidden = true;
  showMuscles();
  tell(plate);
  surface.setAttribute('aria-busy', 'false');
}

/** @param {AtlasPlate} plate */
function listen(plate) {
  form.addEventListener('submit', (event) => event.preventDefault());
  find('.put-away', HTMLElement).addEventListener('click', () => {
    search.value = '';
    for (const name of ['pattern', 'side']) {
      const control = form.elements.namedItem(name);
      if (control instanceof HTMLInputElement) control.checked = false;
      if (control instanceof HTMLSelectElement) control.value = '';
    }
    form.dispatchEvent(new Event('change'));
    search.focus();
  });
  form.addEventListener('change', () => {
    show(plate).then(() => remember(plate), (error) => fail('The atlas could not be drawn', error));
  });

  surface.addEventListener('pointermove', (event) => {
    // A finger that moves scrolls the page.
    const place = event.pointerType === 'touch' ? undefined : placeOf(event);
    if (!place) return;
    plate.at(...place);
    tell(plate);
  });
  surface.addEventListener('pointerleave', () => {
    plate.leave();
    tell(plate);
  });
  surface.addEventListener('click', (event) => {
    const place = placeOf(event);
    if (!place) return;
    plate.pin(...place);
    settle(plate);
  });
  surface.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      const stride = event.shiftKey ? 1 : STRIDE;
      plate.step(arrow[0] * stride, arrow[1] * stride);
      event.preventDefault();
      settle(plate);
    } else if (event.key === 'Escape' && plate.pinned) {
      plate.unpin();
      tell(plate);
      status.textContent = 'The crosshair is gone.';
      remember(plate);
    }
  });
}

/** The crosshair was put somewhere. @param {AtlasPlate} plate */
function settle(plate) {
  tell(plate);
  announce(plate);
  remember(plate);
}

/** Begins with what the address asks for. */
async function start() {
  const asked = new URLSearchParams(location.search);
  setSwitches(asked);
  const program = await load();
  const plate = await AtlasPlate.in(surface, program);
  listen(plate);
  loadMuscles(plate, program).catch((error) => {
    const lost = find('.muscle-refusal', HTMLElement);
    lost.hidden = false;
    lost.textContent = `The muscles could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
  }).finally(() => surface.setAttribute('data-ready', ''));
  const { view } = switches();
  await show(plate);
  const [, x, y] = /^(-?\d{1,5}),(-?\d{1,5})$/.exec(asked.get('at') ?? '') ?? [];
  // A place is one of its view, and meanwhile another one may have been asked for.
  if (x && y && switches().view === view) plate.pinBody(Number(x), Number(y));
  tell(plate);
}

/** The muscles come beside the body, which can be looked at meanwhile. @param {AtlasPlate} plate @param {import('/painmap/clinician/clinic.js').Program} program */
async function loadMuscles(plate, program) {
  const loaded = await import('./muscles.js');
  await loaded.load(program);
  muscles = loaded;
  // An address names a muscle by its id.
  const named = muscles.nameOf(muscles.idOf(search.value));
  if (named) search.value = named;
  // A body that is on its way brings them with it.
  if (surface.getAttribute('aria-busy') === 'false') {
    showMuscles();
    tell(plate);
  }
}

start().catch((error) => fail('The atlas could not be drawn', error));
