// `import 'painmap'` defines <pain-map>. In node, where there is no DOM, it does nothing.
export type { PainMapAttributes } from './attributes.js';
export type { Ask, Mode } from './choices.js';
export { PainMapElement } from './element.js';
export type { BundleOptions, PictureOptions } from './element.js';
export type {
  PainMapErrorDetail,
  PainMapErrorEvent,
  PainMapEventMap,
  PainMapReadyEvent,
  PainMapSelectDetail,
  PainMapSelectEvent,
} from './events.js';
export type * from './record.js';
