// `import 'painmap/vue'` defines <pain-map> and lets templates know it. Vue must be told as well that
// the tag is a custom element: `compilerOptions.isCustomElement`.
import type { HTMLAttributes, PublicProps } from 'vue';

import type { PainMapAttributes, PainMapProperties } from './attributes.js';
import type { PainMapElement } from './element.js';
import type { PainMapEventMap } from './events.js';

/** Listeners: `@pain-map-select` in a template is `onPainMapSelect` here. */
interface Listeners {
  onPainMapReady?: (event: PainMapEventMap['pain-map-ready']) => void;
  onPainMapSelect?: (event: PainMapEventMap['pain-map-select']) => void;
  onPainMapError?: (event: PainMapEventMap['pain-map-error']) => void;
}

/** What <pain-map> takes in a template. */
export interface PainMapProps
  extends Omit<HTMLAttributes, keyof PainMapAttributes | keyof PublicProps>,
    PublicProps,
    PainMapAttributes,
    PainMapProperties,
    Listeners {}

declare module 'vue' {
  interface GlobalComponents {
    'pain-map': new () => PainMapElement & { $props: PainMapProps };
  }
}

export * from './index.js';
