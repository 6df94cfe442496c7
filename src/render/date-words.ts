import type { TimelineEvent } from '../data/timeline-event.js';
import type { DatedSpan } from '../time/dated-span.js';
import { relativeWords } from '../time/relative-words.js';
import { parseDate } from '../time/parse-date.js';
import type { FrameContext } from './frame-context.js';
import { undatedWord } from './names.js';

/** The date of an event in words, a single day with its weekday, or why there is none. */
export function dateWords(event: TimelineEvent, context: FrameContext): string {
  const { span } = event;
  return span
    ? withCount(context.date(span, { weekday: true }), span, context)
    : undatedWord(event, context.language);
}

/** A date in words and, where dates are counted from an event, how far from that it is: "12 March 2020 (day 12)". */
export function withCount(date: string, span: DatedSpan, { zero, language }: FrameContext): string {
  const note = zero?.span ? relativeWords(span, zero.span, language) : '';
  return note ? language.say('note', { date, note }) : date;
}

/** A date that stands as text in the data (of a source, a correction) in words, or as written. */
export function writtenDate(text: string | undefined, context: Pick<FrameContext, 'date'>): string {
  const date = text ? parseDate(text) : null;
  return date?.ok ? context.date(date.value) : (text ?? '');
}

const MACHINE_READABLE =
  /^(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/** The value of `<time datetime>` where HTML has one for this date; it knows no intervals, seasons or doubts, and no calendar but the Gregorian. */
export function machineDate({ calendar, source }: DatedSpan): string | null {
  return !calendar && MACHINE_READABLE.test(source) ? source : null;
}
