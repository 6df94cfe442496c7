import type { EventTable } from '../data/event-table.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { EventSource } from '../index/event-source.js';
import type { Language } from '../language/language.js';
import { laneColor } from '../layout/lane-color.js';
import type { DatedSpan } from '../time/dated-span.js';
import { formatDate, type FormatDateOptions } from '../time/format-date.js';

/** What the templates around the stage need to put an event into words. */
export interface FrameContext {
  readonly language: Language;
  /** Level of the element's own heading; events stand one below. */
  readonly headingLevel: number;
  /** What relative addresses are resolved against. */
  readonly base: string;
  /** A date in words, in the element's language, zone and calendar. */
  date(span: DatedSpan, options?: Pick<FormatDateOptions, 'weekday' | 'style' | 'omitYear'>): string;
  /** Title and colour (a CSS value) of a lane. */
  lane(id: string): { readonly title: string; readonly color: string };
  event(id: string): TimelineEvent | undefined;
  relatives(event: TimelineEvent): readonly Relative[];
  /** Selects the event and brings it into view. */
  go(id: string): void;
}

/** An event that another one names, or is named by. */
export interface Relative {
  readonly event: TimelineEvent;
  readonly rel: string;
  readonly label?: string;
  /** Whether it is the other event that names this one. */
  readonly incoming: boolean;
}

/** The events that an event names and those that name it; a pair that names each other is told once, from this side. */
function relativesOf(event: TimelineEvent, source: Pick<EventSource, 'get' | 'namedBy'>): Relative[] {
  const named = event.links.flatMap(({ to, rel, label }): Relative[] => {
    const other = source.get(to);
    return other ? [{ event: other, rel, label, incoming: false }] : [];
  });
  const told = new Set(named.map(({ event: { id } }) => id));
  const naming = source
    .namedBy(event.id)
    .filter(({ event: { id } }) => !told.has(id))
    .map(({ event: other, link: { rel, label } }): Relative => ({
      event: other,
      rel,
      label,
      incoming: true,
    }));
  return [...named, ...naming];
}

/** The context of a table in a language. */
export function frameContext(
  { document }: EventTable,
  source: EventSource,
  { language, ...rest }: Pick<FrameContext, 'language' | 'headingLevel' | 'base' | 'go'>,
): FrameContext {
  const titles = new Map(document.lanes.map(lane => [lane.id, lane]));
  return {
    language,
    ...rest,
    date: (span, options) => formatDate(span, { language, timeZone: document.timeZone, ...options }),
    lane: id => ({
      title: titles.get(id)?.title ?? id,
      color: laneColor(titles.get(id)?.color, source.placeOf(id)),
    }),
    event: id => source.get(id),
    relatives: event => relativesOf(event, source),
  };
}
