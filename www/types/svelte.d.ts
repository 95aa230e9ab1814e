// `import 'painmap/svelte'` defines <pain-map> and lets templates know it.
import type { HTMLAttributes } from 'svelte/elements';

import type { PainMapAttributes, PainMapProperties } from './attributes.js';
import type { PainMapElement } from './element.js';
import type { PainMapEventMap } from './events.js';

/** Listeners as Svelte 5 takes them: `on` and the event's name. */
type Listeners = { [Name in keyof PainMapEventMap as `on${Name}`]?: (event: PainMapEventMap[Name]) => void };

/** What <pain-map> takes in a template. */
export interface PainMapProps
  extends Omit<HTMLAttributes<PainMapElement>, keyof PainMapAttributes>, PainMapAttributes, PainMapProperties, Listeners {}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'pain-map': PainMapProps;
  }
}

export * from './index.js';
