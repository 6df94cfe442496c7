import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { TimelineView, TimelineViewProps } from 'timeline-view';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'timeline-view': DetailedHTMLProps<HTMLAttributes<TimelineView>, TimelineView> & TimelineViewProps;
    }
  }
}
