// The texts of a language, and which language an element speaks. The files are those of the core:
// crates/painmap/locales.

/** A text, or its plural forms by the categories of Unicode CLDR. @typedef {string | Record<string, string>} Text */
/** @typedef {Record<string, Text | boolean>} Texts */

// The texts of the first paint, those that come after it, and a clinician's. Each address stands here in full, so that
// bundlers find the files.
const LANGUAGES = {
  en: [() => import('./locales/en.js'), () => import('./locales/en-more.js'), () => import('./locales/en-clinic.js')],
  fr: [() => import('./locales/fr.js'), () => import('./locales/fr-more.js'), () => import('./locales/fr-clinic.js')],
  es: [() => import('./locales/es.js'), () => import('./locales/es-more.js'), () => import('./locales/es-clinic.js')],
  de: [() => import('./locales/de.js'), () => import('./locales/de-more.js'), () => import('./locales/de-clinic.js')],
  pt: [() => import('./locales/pt.js'), () => import('./locales/pt-more.js'), () => import('./locales/pt-clinic.js')],
  ar: [() => import('./locales/ar.js'), () => import('./locales/ar-more.js'), () => import('./locales/ar-clinic.js')],
  zh: [() => import('./locales/zh.js'), () => import('./locales/zh-more.js'), () => import('./locales/zh-clinic.js')],
};

/** @typedef {keyof typeof LANGUAGES} Language */

/** The texts of one language. */
export class Words {
  /** What was loaded after the first texts. @type {Map<number, Promise<void>>} */
  #loaded = new Map();

  /** @param {Texts} texts */
  constructor(texts) {
    /** @type {Texts} */
    this.texts = { ...texts };
    this.language = String(texts.language);
    this.direction = String(texts.direction);
    this.plurals = new Intl.PluralRules(this.language);
  }

  /** All texts as the widget takes them. */
  get json() {
    return JSON.stringify(this.texts);
  }

  /** Loads the texts that nobody reads before the first mark, and a clinician's. @param {boolean} clinician */
  async more(clinician) {
    await Promise.all([this.#load(1), clinician && this.#load(2)]);
  }

  /** @param {1 | 2} wave */
  #load(wave) {
    const loading = this.#loaded.get(wave) ?? LANGUAGES[/** @type {Language} */ (this.language)][wave]().then((module) => {
      Object.assign(this.texts, module.default);
    });
    this.#loaded.set(wave, loading);
    // What failed may be tried again.
    loading.catch(() => this.#loaded.delete(wave));
    return loading;
  }

  /**
   * A text with its placeholders filled in; of one that counts, the form that belongs to `values.count`.
   * @param {string} key
   * @param {Record<string, string | number>} [values]
   */
  text(key, values = {}) {
    const entry = this.texts[key] ?? '';
    const text = typeof entry === 'object' ? (entry[this.plurals.select(Number(values.count))] ?? entry.other) : String(entry);
    return text.replace(/\{(\w+)\}/g, (placeholder, name) => String(values[name] ?? placeholder));
  }
}

/**
 * The language of the nearest `lang` up the tree, through shadow roots: one that painmap speaks, else English.
 * @param {Element} element
 * @returns {Language}
 */
export function languageOf(element) {
  /** @type {Node | null} */
  let node = element;
  while (node) {
    if (node instanceof Element && node.hasAttribute('lang')) {
      const language = (node.getAttribute('lang') ?? '').toLowerCase().split('-')[0] ?? '';
      return Object.hasOwn(LANGUAGES, language) ? /** @type {Language} */ (language) : 'en';
    }
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return 'en';
}

/** @type {Map<Language, Promise<Words>>} */
const spoken = new Map();

/** Loads a language, once for all elements of the page. @param {Language} language */
export function speak(language) {
  let words = spoken.get(language);
  if (!words) {
    words = LANGUAGES[language][0]().then((module) => new Words(module.default));
    spoken.set(language, words);
    // What failed may be tried again.
    words.catch(() => spoken.delete(language));
  }
  return words;
}

/**
 * Calls back when a `lang` changes that an element may follow: its own, or one up the tree.
 * @param {Element} element
 * @param {() => void} changed
 * @returns {() => void} ends it
 */
export function followLanguage(element, changed) {
  const observer = new MutationObserver(changed);
  /** @type {Node | undefined} */
  let node = element;
  while (node) {
    const root = /** @type {ShadowRoot | Document} */ (node.getRootNode());
    observer.observe(root, { subtree: true, attributes: true, attributeFilter: ['lang'] });
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return () => observer.disconnect();
}
