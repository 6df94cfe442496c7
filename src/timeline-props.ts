import type { LitElement } from 'lit';
import type { MATCHES } from './controllers/filter.js';
import type { TimelineEventMap } from './timeline-events.js';
import type { TimelineView, ViewInput } from './timeline-view.js';

/** `view` takes more than it gives, and what is read of `matches` is a method: they follow below. */
type Own = Exclude<keyof TimelineView, keyof LitElement | 'view' | 'issues' | 'ready'>;

type Method = (...args: never[]) => unknown;

/** The properties of `<timeline-view>` that a page may write. */
export type TimelineViewProperties = {
  readonly [K in Own as TimelineView[K] extends Method ? never : K]?: TimelineView[K] | undefined;
} & {
  readonly view?: ViewInput;
  readonly matches?: (typeof MATCHES)[number] | undefined;
};

/** What `<timeline-view>` takes as a tag in JSX or in a template: its properties, and a listener for each of its events. */
export type TimelineViewProps = TimelineViewProperties & {
  readonly [K in keyof TimelineEventMap as `on${K}`]?: ((event: TimelineEventMap[K]) => void) | undefined;
};
