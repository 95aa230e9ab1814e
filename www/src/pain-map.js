// Importing this module defines <pain-map>. Import `element.js` instead for the class alone.
import { PainMapElement } from './element.js';
import { load } from './loading.js';

if (globalThis.customElements && !customElements.get('pain-map')) {
  // The wasm is on its way before the first element is made.
  load();
  customElements.define('pain-map', PainMapElement);
}

export { PainMapElement };
