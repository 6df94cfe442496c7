import type { Reading } from '../time/edtf.js';
import { isUnknownDate } from '../time/parse-date.js';
import { yearText } from '../time/write-edtf.js';
import { isPoint, optionsFor, type EventContext } from './normalize-event.js';
import type { Entry } from './read-shape.js';

/** The two sides of a date as they are written. `..` and nothing at all are no dates. */
export type Sides = readonly [from: unknown, to: unknown];

/** When an event was, as its record writes it: one text, or two fields. */
export interface WrittenWhen {
  readonly sides: Sides;
  /** Whether there is an end of its own, be it an open or an unknown one. */
  readonly isStretch: boolean;
  readonly reading: Reading;
  /** The record with other sides, written in the same fields. */
  with(sides: Sides, isStretch: boolean): Entry;
}

/** Why a date can't be moved, or no further. */
export type EditFault = 'undated' | 'set' | 'unspecified' | 'calendar' | 'limit' | 'reversed';

/** Takes apart when the event of a record was, or says why it can't be. `context` is that of the record's table. */
export function writtenWhen(record: Entry, context: EventContext): WrittenWhen | EditFault {
  const options = optionsFor(record, context);
  if (options.calendar === null) return 'calendar';
  const reading: Reading = { timeZone: options.timeZone, calendar: options.calendar ?? 'gregorian' };
  const { date, start, end } = asDates(record, context);
  const hasEnd = !isUnknownDate(end);
  if (isUnknownDate(date)) {
    if (isUnknownDate(start) && !hasEnd) return 'undated';
    return inFields(record, 'start', [start, end], reading);
  }
  if (isUnknownDate(start) && hasEnd && isPoint(date)) return inFields(record, 'date', [date, end], reading);
  if (typeof date !== 'string') return inFields(record, 'date', [date, undefined], reading);
  const text = date.trim();
  if (/^[[{]/.test(text)) return 'set';
  const [from = '', to] = text.split('/');
  return {
    sides: [from, to],
    isStretch: to !== undefined,
    reading,
    with: ([first, last], isStretch) => {
      const isText = [first, last].every(side => side === undefined || typeof side === 'string');
      if (!isText) return inFields(record, 'date', [date, end], reading).with([first, last], isStretch);
      return { ...record, date: isStretch ? `${asText(first)}/${asText(last)}` : asText(first) };
    },
  };
}

const asText = (side: unknown): string => (side as string | undefined) ?? '';

/** The dates of a record; numbers that were read as years are their texts. */
function asDates(record: Entry, { textual }: EventContext): Pick<Entry, 'date' | 'start' | 'end'> {
  const dateOf = (value: unknown): unknown =>
    textual && Number.isInteger(value) && Math.abs(value as number) < 10_000
      ? yearText(value as number)
      : value;
  return { date: dateOf(record.date), start: dateOf(record.start), end: dateOf(record.end) };
}

/** A stretch whose sides are fields of their own. */
const inFields = (record: Entry, first: 'date' | 'start', sides: Sides, reading: Reading): WrittenWhen => ({
  sides,
  isStretch: !isUnknownDate(sides[1]) || isUnknownDate(sides[0]),
  reading,
  with: ([from, to], isStretch) => {
    const changed: Record<string, unknown> = { ...record };
    if (from !== undefined) changed[first] = from;
    if (isStretch) changed.end = to;
    else delete changed.end;
    return changed;
  },
});
