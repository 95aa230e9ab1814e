// The frame page: a pain map for pages that can hold no custom element. It talks with the page around
// it by messages, and with that page's origin alone.
//
// How it looks and what it asks stands in its address, behind the #, which no server gets to see. A
// record never does: it comes and goes by message.

/** @typedef {import('../element.js').PainMapElement} PainMapElement */

export {};

/** The attributes of the element that the address may set; a value is none of them. */
const ATTRIBUTES = ['ask', 'crop', 'disabled', 'draft', 'figure', 'lang', 'max-marks', 'min-marks', 'mode', 'preload', 'readonly', 'required', 'views'];

const widget = /** @type {PainMapElement} */ (document.querySelector('pain-map'));
const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));

try {
  const settings = new URLSearchParams(location.hash.slice(1));
  const origin = originOf(settings.get('origin') ?? location.origin);
  settings.delete('origin');
  apply(settings);
  await start(origin);
} catch (error) {
  // There is nobody to tell it to but whoever looks at the page.
  const fault = /** @type {HTMLElement} */ (document.querySelector('.fault'));
  fault.textContent = error instanceof Error ? error.message : String(error);
  fault.hidden = false;
  widget.hidden = true;
}

/** The one origin that is spoken with. @param {string} text */
function originOf(text) {
  const { origin, protocol } = URL.canParse(text) ? new URL(text) : { origin: '', protocol: '' };
  if (origin !== text || !/^https?:$/.test(protocol)) throw new Error('origin must be one like https://forms.example');
  return origin;
}

/** @param {URLSearchParams} settings */
function apply(settings) {
  const label = settings.get('label');
  const words = document.querySelector('label')?.firstChild;
  if (label && words) words.textContent = label;
  settings.delete('label');
  for (const [name, value] of settings) {
    if (!ATTRIBUTES.includes(name)) throw new Error(`the frame takes no setting ${name}`);
    widget.setAttribute(name, value);
  }
  const language = settings.get('lang');
  if (language) document.documentElement.lang = language;
}

/** Defines the element, once it has its attributes, and begins to talk. @param {string} origin */
async function start(origin) {
  /** @param {import('../../types/frame.js').FrameMessage} message */
  const tell = (message) => { if (parent !== window) parent.postMessage(message, origin); };
  const tellValue = () => {
    // What a form would send: the record, or what stands in the text box in its place.
    const value = String(new FormData(form).get('pain') ?? '');
    const { validity, validationMessage = '' } = widget;
    tell({ type: 'pain-map:value', value, valid: validity?.valid ?? true, validationMessage });
  };
  listen(tell, tellValue);
  addEventListener('message', ({ data, origin: from, source }) => {
    if (from === origin && source === parent && obey(data)) tellValue();
  });
  try {
    await import('../pain-map.js');
  } catch (error) {
    // The text box goes on as the control.
    tell({ type: 'pain-map:error', message: String(error), pointer: '' });
  }
}

/** @param {(message: import('../../types/frame.js').FrameMessage) => void} tell @param {() => void} tellValue */
function listen(tell, tellValue) {
  widget.addEventListener('pain-map-ready', () => {
    tell({ type: 'pain-map:ready' });
    tellValue();
  });
  widget.addEventListener('pain-map-error', (event) => {
    const { message, pointer } = /** @type {CustomEvent} */ (event).detail;
    tell({ type: 'pain-map:error', message, pointer });
  });
  // The widget's and the text box's.
  form.addEventListener('input', tellValue);
  form.addEventListener('change', tellValue);
  form.addEventListener('submit', (event) => event.preventDefault());
  new ResizeObserver(() => tell({ type: 'pain-map:height', height: Math.ceil(form.getBoundingClientRect().height) })).observe(form);
}

/** Does what the page asks for, and says whether it asked for anything. @param {any} message */
function obey(message) {
  switch (message?.type) {
    case 'pain-map:set':
      if (typeof message.value !== 'string') return false;
      widget.value = message.value;
      return true;
    case 'pain-map:reset':
      // The draft goes too.
      form.reset();
      return true;
    case 'pain-map:report':
      widget.reportValidity?.();
      return true;
    case 'pain-map:get':
      return true;
    default:
      return false;
  }
}
