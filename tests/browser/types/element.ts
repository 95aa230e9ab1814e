// The class as it is written fits the public types, in both directions, and its events are typed.
import type { PainMapAttributes } from '../../../www/types/attributes.js';
import type { PainMap, PainMapElement } from '../../../www/types/index.js';
import { PainMapElement as Written } from '../../../www/src/element.js';

type OfThePlatform = keyof HTMLElement;
type Called = 'connectedCallback' | 'disconnectedCallback' | 'attributeChangedCallback' | 'upgrade' | `form${string}Callback`;

// What only one of the two has.
type Own<Class> = Exclude<keyof Class, OfThePlatform | Called>;
type Nothing<T extends never> = T;
export type Undeclared = Nothing<Exclude<Own<Written>, Own<PainMapElement>>>;
export type Unwritten = Nothing<Exclude<Own<PainMapElement>, Own<Written>>>;

export function fits(written: Written): Pick<PainMapElement, Own<PainMapElement>> {
  return written;
}

const element = document.createElement('pain-map');
const record: PainMap = { format: 'painmap/1', marks: [{ id: 'm1', kind: 'spot', view: 'posterior', at: [-600, 1790] }] };
element.map = record;
element.previous = JSON.stringify(record);
element.addEventListener('pain-map-select', (event) => event.currentTarget.setCustomValidity(event.detail.id));
document.addEventListener('pain-map-error', ({ detail }) => detail.pointer.startsWith('/marks'));
element.addEventListener('input', ({ currentTarget }) => currentTarget.value);
element.toSVG({ view: 'left' }).then((svg) => svg.length);

// @ts-expect-error no such part
element.crop = 'knee';
// @ts-expect-error a bundle needs to know whose it is
element.toFHIR();
// @ts-expect-error the event carries no such thing
element.addEventListener('pain-map-ready', ({ detail }) => detail.id);
// @ts-expect-error an area has an outline
record.marks = [{ id: 'm1', kind: 'area', view: 'posterior', at: [0, 0] }];
// @ts-expect-error not a quality
record.marks = [{ id: 'm1', kind: 'spot', view: 'posterior', at: [0, 0], qualities: ['awful'] }];

export const attributes: PainMapAttributes = { ask: 'intensity spread', views: 'posterior left', 'min-marks': '1' };
// @ts-expect-error booleans are no texts
attributes.required = 'required';
