import type { HTMLAttributes } from 'svelte/elements';
import type { TimelineView, TimelineViewProps } from 'timeline-view';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'timeline-view': HTMLAttributes<TimelineView> & TimelineViewProps;
  }
}
