import React from 'react';
import type { ForwardedRef, ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { TimelineEventMap } from './timeline-events.js';
import type { TimelineViewProperties } from './timeline-props.js';
import { TimelineView as TimelineElement } from './timeline-view.js';

type PascalCase<T extends string> = T extends `${infer Head}-${infer Rest}`
  ? `${Capitalize<Head>}${PascalCase<Rest>}`
  : Capitalize<T>;
type HandlerName<T extends string> = `on${PascalCase<T>}`;

/** By the name that its handler has as a prop, each event. */
const EVENTS: { readonly [K in keyof TimelineEventMap as HandlerName<K>]: K } = {
  onTimelineLoad: 'timeline-load',
  onTimelineError: 'timeline-error',
  onTimelineSelect: 'timeline-select',
  onTimelineViewChange: 'timeline-view-change',
  onTimelineLayoutChange: 'timeline-layout-change',
  onTimelineFilterChange: 'timeline-filter-change',
  onTimelineLaneToggle: 'timeline-lane-toggle',
  onTimelineEdit: 'timeline-edit',
};

/** What the component takes: the properties of the element, handlers of its events, and what any tag takes. */
export type TimelineViewProps = TimelineViewProperties & {
  readonly [K in keyof TimelineEventMap as HandlerName<K>]?:
    ((event: TimelineEventMap[K]) => void) | undefined;
} & HTMLAttributes<TimelineElement>;

type Props = Readonly<Record<string, unknown>>;

const isEvent = (name: string): name is keyof typeof EVENTS => Object.hasOwn(EVENTS, name);
const isProperty = (name: string): boolean =>
  name === 'view' || name === 'matches' || TimelineElement.elementProperties.has(name);

/** Gives an element what is new: what has not changed is the reader's, who may have moved the view meanwhile. */
function give(element: TimelineElement, before: Props, now: Props): void {
  for (const name of new Set([...Object.keys(before), ...Object.keys(now)])) {
    if (Object.is(before[name], now[name])) continue;
    if (isEvent(name)) {
      element.removeEventListener(EVENTS[name], before[name] as EventListener);
      element.addEventListener(EVENTS[name], now[name] as EventListener);
    } else Object.assign(element, { [name]: now[name] ?? null });
  }
}

// On a server there is nothing to lay out, and React would say so.
const useLayoutEffect = typeof document === 'undefined' ? React.useEffect : React.useLayoutEffect;

function render(props: TimelineViewProps, ref: ForwardedRef<TimelineElement>): React.ReactElement {
  const element = React.useRef<TimelineElement | null>(null);
  const before = React.useRef<Props>({});
  const own: Record<string, unknown> = {};
  const rest: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    if (isEvent(name) || isProperty(name)) own[name] = value;
    // React 18 knows no className of custom elements.
    else rest[name === 'className' ? 'class' : name] = value;
  }
  useLayoutEffect(() => TimelineElement.define(), []);
  useLayoutEffect(() => {
    if (element.current) give(element.current, before.current, own);
    before.current = own;
  });
  // Last: who gets the element may use it at once.
  React.useImperativeHandle<TimelineElement | null, TimelineElement | null>(ref, () => element.current, []);
  return React.createElement('timeline-view', { ...rest, ref: element });
}

/** `<timeline-view>` for React 18 and below, which set attributes only; it registers the element when it is first shown. */
export const TimelineView: ForwardRefExoticComponent<TimelineViewProps & RefAttributes<TimelineElement>> =
  /* @__PURE__ */ React.forwardRef(render);
TimelineView.displayName = 'TimelineView';
