import { TimelineView } from './timeline-view.js';

export * from './core.js';
export { TimelineView, type ViewInput } from './timeline-view.js';
export type * from './timeline-events.js';
export type * from './timeline-props.js';

TimelineView.define();
