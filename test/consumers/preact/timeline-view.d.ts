import type { HTMLAttributes } from 'preact';
import type { TimelineView, TimelineViewProps } from 'timeline-view';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'timeline-view': HTMLAttributes<TimelineView> & TimelineViewProps;
    }
  }
}
