import { PRECISIONS, type DatedSpan, type DateEnd } from '../time/dated-span.js';
import { DAY } from '../time/epoch-ms.js';
import { KINDS, STATUSES, type Kind, type Status } from './timeline-event.js';

/**
 * What kind an event is of, in the bits of one number: enough to count events and to know which signs of
 * dates occur without making any. Two events of one form differ in nothing that a summary speaks of but in
 * when they begin and end.
 */
export type EventForm = number;

const bit = (n: number): number => 1 << n;

// Bits 0 to 3 are the coarsest precision of its dates, 4 to 5 the kind of its span, 6 to 7 of the event, 8 to 10 the status.
const KIND = 6;
const STATUS = 8;
const DATED = bit(11);
const LONG = bit(12);
const APPROXIMATE = bit(13);
const UNCERTAIN = bit(14);
const SOFT_START = bit(15);
const OPEN_START = bit(16);
const OPEN_END = bit(17);
const UNKNOWN_START = bit(18);
const UNKNOWN_END = bit(19);
const JULIAN = bit(20);
const ONE_OF = bit(21);
const ALL_OF = bit(22);
/** A side of its date is an instant, which other zones show at another time. */
export const INSTANT = bit(23);
/** Its record names other events. */
export const LINKED = bit(24);
/** A number among its dates is Unix time: its record came from no text. */
export const NUMERIC = bit(25);

const SPAN_KINDS: readonly DatedSpan['kind'][] = ['within', 'instant', 'stretch', 'set'];

/** Returns the form of a date. */
export function dateForm(span: DatedSpan): EventForm {
  const { start, end, kind, from, to, members = [span], choice, calendar } = span;
  const sides = members.flatMap(member => [member.from, member.to]);
  const some = (is: (side: DateEnd) => unknown, form: EventForm) => (sides.some(is) ? form : 0);
  return (
    DATED |
    Math.min(...sides.map(coarseness)) |
    (SPAN_KINDS.indexOf(kind) << 4) |
    (end - start > DAY ? LONG : 0) |
    some(isSoft, APPROXIMATE) |
    some(({ uncertain }) => uncertain, UNCERTAIN) |
    (isSoft(from) ? SOFT_START : 0) |
    (start === -Infinity ? OPEN_START : 0) |
    (end === Infinity ? OPEN_END : 0) |
    (from.state === 'unknown' ? UNKNOWN_START : 0) |
    (to.state === 'unknown' ? UNKNOWN_END : 0) |
    (calendar || members.some(member => member.calendar) ? JULIAN : 0) |
    (choice === 'one' ? ONE_OF : choice === 'all' ? ALL_OF : 0) |
    some(({ instant }) => instant !== undefined, INSTANT)
  );
}

/** Returns the form of a plain year, month or day, or of the stretch between two of them. */
export const plainForm = (
  precision: 'year' | 'month' | 'day',
  isStretch: boolean,
  isLong: boolean,
): EventForm => DATED | PRECISIONS.indexOf(precision) | (isStretch ? 2 << 4 : 0) | (isLong ? LONG : 0);

const coarseness = ({ precision, subYear }: DateEnd): number =>
  PRECISIONS.indexOf(subYear ? 'month' : precision);

const isSoft = ({ approximate, significantDigits }: DateEnd): boolean =>
  approximate || significantDigits !== undefined;

/** Returns the form of a kind and a status, to be joined with that of the date. */
export const wordForm = (kind: Kind = 'event', status?: Status): EventForm =>
  (KINDS.indexOf(kind) << KIND) | ((status ? STATUSES.indexOf(status) + 1 : 0) << STATUS);

/** Returns what the form says of the date and the kind: nothing of status and links. */
export const shapeOf = (form: EventForm): EventForm => form & ~(7 << STATUS) & ~LINKED & ~INSTANT & ~NUMERIC;

export const isDated = (form: EventForm): boolean => (form & DATED) !== 0;

const ERA = KINDS.indexOf('era');

/** Whether an event is a background band, no fact to be counted. */
export const isEra = (form: EventForm): boolean => kindOf(form) === ERA;

/** Returns the place of a kind among `KINDS`. */
export const kindOf = (form: EventForm): number => (form >> KIND) & 3;

/** Returns the place of a status among `STATUSES`, or -1. */
export const statusOf = (form: EventForm): number => ((form >> STATUS) & 7) - 1;

/** Whether it is a set with an open side, whose bounds its hull does not tell. */
export const isOpenSet = (form: EventForm): boolean =>
  (form & (ONE_OF | ALL_OF)) !== 0 && (form & (OPEN_START | OPEN_END)) !== 0;
