// Importing this module defines <pain-map>. Import `element.js` instead for the class alone.
import { PainMapElement } from './element.js';

if (globalThis.customElements && !customElements.get('pain-map')) {
  customElements.define('pain-map', PainMapElement);
}

export { PainMapElement };
