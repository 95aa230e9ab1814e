// `import 'painmap/react'` defines <pain-map> and lets JSX know it. For React 19, which sets the
// properties of custom elements and hears their events.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';

import type { PainMapAttributes, PainMapProperties } from './attributes.js';
import type { PainMapElement } from './element.js';
import type { PainMapEventMap } from './events.js';

/** Listeners as React takes them for custom elements: `on` and the event's name. */
type Listeners = { [Name in keyof PainMapEventMap as `on${Name}`]?: (event: PainMapEventMap[Name]) => void };

/** What <pain-map> takes in JSX. */
export interface PainMapProps
  extends Omit<DetailedHTMLProps<HTMLAttributes<PainMapElement>, PainMapElement>, keyof PainMapAttributes | keyof PainMapProperties>,
    PainMapAttributes,
    PainMapProperties,
    Listeners {}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'pain-map': PainMapProps;
    }
  }
}

export * from './index.js';
