// Drafts: what was entered outlives a reload, in the session storage of the page, for a day at most.
// Nothing is stored unless the page asks for it by `draft`.

const PREFIX = 'pain-map:';
const LIFE = 24 * 60 * 60 * 1000;

/** Forms that are listened to. @type {WeakSet<HTMLFormElement>} */
const forms = new WeakSet();

/** @param {string} key @param {string} value */
export function keepDraft(key, value) {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify({ saved: Date.now(), value }));
  } catch {
    // Storage may be full or forbidden; the form still has the record.
  }
}

/** The draft, unless it is too old to be meant. @param {string} key */
export function readDraft(key) {
  try {
    const { saved, value } = JSON.parse(sessionStorage.getItem(PREFIX + key) ?? '{}');
    if (typeof value === 'string' && Date.now() - saved < LIFE) return value;
    discardDraft(key);
  } catch {
    // What can't be read is no draft.
  }
  return '';
}

/** @param {string} key */
export function discardDraft(key) {
  try {
    sessionStorage.removeItem(PREFIX + key);
  } catch {
    // Where nothing can be stored nothing is.
  }
}

/** What is sent is in good hands: the drafts of the form's controls are no longer needed. @param {HTMLFormElement | null} form */
export function forgetWhenSent(form) {
  if (!form || forms.has(form)) return;
  forms.add(form);
  form.addEventListener('submit', (event) => {
    // A listener of the page that comes later may still keep the form from being sent.
    setTimeout(() => {
      if (event.defaultPrevented) return;
      for (const control of form.elements) if ('discardDraft' in control) /** @type {any} */ (control).discardDraft();
    });
  });
}
