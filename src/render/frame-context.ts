import type { TimelineEvent } from '../data/timeline-event.js';
import { relativesOf, type Relative } from '../index/relatives.js';
import type { Language } from '../language/language.js';
import type { EventLink } from './copy-link.js';
import type { DatedSpan } from '../time/dated-span.js';
import { formatDate, type FormatDateOptions } from '../time/format-date.js';
import type { FrameParts } from './frame-parts.js';
import { LaneWords, type ShownData } from './lane-words.js';
import type { MediaState } from './media.js';
import type { SourceNotes } from './sources.js';

/** What the templates around the stage need to put an event into words. */
export interface FrameContext {
  readonly language: Language;
  /** Level of the element's own heading; events stand one below. */
  readonly headingLevel: number;
  /** What relative addresses are resolved against. */
  readonly base: string;
  /** A date in words, in the element's language, zone and calendar. */
  date(span: DatedSpan, options?: Pick<FormatDateOptions, 'weekday' | 'style' | 'omitYear'>): string;
  /** The event that dates are counted from. */
  readonly zero: TimelineEvent | undefined;
  /** Counts from an event, or from none. */
  countFrom(id: string | null): void;
  /** Titles and colours of lanes, and what they tell. */
  readonly lanes: LaneWords;
  event(id: string): TimelineEvent | undefined;
  /** Whether an event stands back, as it does not match what is looked for. */
  isDimmed(id: string): boolean;
  relatives(event: TimelineEvent): readonly Relative[];
  /** Selects the event and brings it into view. */
  go(id: string): void;
  /** The event that the reader followed a relation from, to where `goBack` leads; none where it was chosen by itself. */
  readonly cameFrom: TimelineEvent | undefined;
  goBack(): void;
  readonly notes: SourceNotes;
  readonly media: MediaState;
  /** Radius of the corners of signs, in px. */
  readonly corner: number;
  readonly parts: Pick<FrameParts, 'figures' | 'lacksFigures'>;
  /** The page's own content for an event in one of its places (`key` tells them apart); null where there is none. */
  own(event: TimelineEvent, where: 'label' | 'details' | 'list', key?: string): unknown;
  /** Whether the page has something to put into a slot. */
  isFilled(slot: string): boolean;
  /** What can be done with an event, where it may be edited. */
  tools?(event: TimelineEvent): unknown;
  /** The link to an event; null where no address leads to it. */
  link(id: string): EventLink | null;
}

/** The context of a table in a language. */
export function frameContext(
  data: ShownData,
  { language, ...rest }: Omit<FrameContext, 'date' | 'lanes' | 'event' | 'relatives'>,
): FrameContext {
  const { source } = data;
  const { timeZone } = data.table.document;
  return {
    language,
    ...rest,
    date: (span, options) => formatDate(span, { language, timeZone, ...options }),
    lanes: new LaneWords(data, language),
    event: id => source.get(id),
    relatives: event => relativesOf(event, source),
  };
}
