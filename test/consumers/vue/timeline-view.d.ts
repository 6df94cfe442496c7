import type { TimelineViewProps } from 'timeline-view';
import type { DefineComponent } from 'vue';

declare module 'vue' {
  interface GlobalComponents {
    'timeline-view': DefineComponent<TimelineViewProps>;
  }
}
