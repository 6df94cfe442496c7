import type { DrawnLayout } from './layout/layout-word.js';
import type { Issue } from './data/issue.js';
import type { TimelineEvent } from './data/timeline-event.js';
import type { Entry } from './data/read-shape.js';
import type { Filter } from './index/filter.js';
import type { EpochMs } from './time/epoch-ms.js';

/** Detail of `timeline-load`: how many events were taken in, and what was wrong with them. */
export interface TimelineLoadDetail {
  readonly count: number;
  readonly issues: readonly Issue[];
}

/** Detail of `timeline-error`: why there are no data. */
export interface TimelineErrorDetail {
  /**
   * `url`: not an http(s) address · `network`: no answer, or one that the page may not read · `http`: a status that
   * is no success · `timeout` · `size`: more than may be loaded · `type`: a picture or a web page instead of data ·
   * `data`: what came could not be used · `cancelled`: the reader did not want to wait.
   */
  readonly kind: 'url' | 'network' | 'http' | 'timeout' | 'size' | 'type' | 'data' | 'cancelled';
  readonly status?: number;
  readonly url: string;
  readonly cause?: unknown;
}

/** Detail of `timeline-select`: the event that will be selected, or `null`. */
export interface TimelineSelectDetail {
  readonly event: TimelineEvent | null;
}

/** Detail of `timeline-view-change`: the visible stretch in ms. */
export interface TimelineViewChangeDetail {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly settled: boolean;
  /** Who moved it: the reader here, one in a timeline that shares its view, or the page's address. */
  readonly by: 'reader' | 'sync' | 'permalink';
}

/** Detail of `timeline-layout-change`. */
export interface TimelineLayoutChangeDetail {
  readonly layout: DrawnLayout;
}

/** Detail of `timeline-filter-change`: what is looked for now, and how many events match. */
export interface TimelineFilterChangeDetail {
  readonly query: string;
  readonly filter: Filter;
  readonly count: number;
}

/** Detail of `timeline-lane-toggle`: the id of the lane, and whether it is collapsed now. */
export interface TimelineLaneToggleDetail {
  readonly lane: string;
  readonly collapsed: boolean;
  readonly by: 'reader';
}

/**
 * Detail of `timeline-edit`: what the reader is about to do to an event. Its record (`event.data`) as it is, `null` for one that is
 * new, and as it will be, `null` for one that goes.
 */
export interface TimelineEditDetail {
  readonly type: 'move' | 'stretch' | 'add' | 'change' | 'delete' | 'undo' | 'redo';
  readonly id: string;
  readonly before: Entry | null;
  readonly after: Entry | null;
}

/** The events of `<timeline-view>`, all of which bubble and are composed. */
export interface TimelineEventMap {
  'timeline-load': CustomEvent<TimelineLoadDetail>;
  'timeline-error': CustomEvent<TimelineErrorDetail>;
  'timeline-select': CustomEvent<TimelineSelectDetail>;
  'timeline-view-change': CustomEvent<TimelineViewChangeDetail>;
  'timeline-layout-change': CustomEvent<TimelineLayoutChangeDetail>;
  'timeline-filter-change': CustomEvent<TimelineFilterChangeDetail>;
  'timeline-lane-toggle': CustomEvent<TimelineLaneToggleDetail>;
  'timeline-edit': CustomEvent<TimelineEditDetail>;
}
