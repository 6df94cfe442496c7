import type { TimelineEvent } from '../data/timeline-event.js';
import type { Language } from '../language/language.js';
import type { CalendarGrid } from '../scale/calendar-grid.js';
import { calendarGrid } from '../scale/probed-calendar.js';
import { toCivil } from '../time/civil.js';
import { PRECISIONS, type DatedSpan, type DateEnd } from '../time/dated-span.js';
import { DAY, type EpochMs } from '../time/epoch-ms.js';
import { formatDate, formatStretch } from '../time/format-date.js';

/** What heads are of, the finest first. */
const UNITS = ['day', 'month', 'year', 'decade', 'century', 'millennium'] as const;
type HeadUnit = (typeof UNITS)[number];
const YEARS = { decade: 10, century: 100, millennium: 1000 } as const;

/** How many events a head has on the average, at the least: a head for each would tell nothing. */
const LEAST = 3;
/** From so many events the unit is chosen. */
const SAMPLE = 5000;

/** Events that follow each other in a list, and what stands over them. */
export interface HeadedEvents {
  readonly key: string;
  readonly head: string;
  readonly events: readonly TimelineEvent[];
}

/** What numbers the periods that heads are of. */
interface Heads {
  readonly unit: HeadUnit;
  /** The number of the period that a moment lies in. */
  periodAt(at: EpochMs): number;
}

/**
 * The events of a list, dated or not, each under the day, the month, the year … that it begins in: the finest that has
 * three of them on the average. What is not known that finely stands under its own date, unless it begins together with others.
 * All are in one group without a head where heads would tell nothing.
 */
export function underHeads(
  events: readonly TimelineEvent[],
  language: Language,
  starts: Float64Array = Float64Array.from(events.flatMap(({ span }) => span?.start ?? [])),
): readonly HeadedEvents[] {
  const heads = headsOf(starts, language);
  if (!heads) return [{ key: '', head: '', events }];
  const groups: { key: string; head: string; readonly events: TimelineEvent[] }[] = [];
  const seen = new Map<string, number>();
  for (const event of events) {
    const { span } = event;
    const place = span ? placeOf(span, heads) : 'undated';
    const last = groups.at(-1);
    const isOwn = span !== null && last?.key !== place && isCoarser(span, heads.unit);
    const head = isOwn ? ownWords(span, language) : '';
    const key = head || place;
    if (last?.key === key) last.events.push(event);
    else groups.push({ key, head: head || wordsOf(span, heads, language), events: [event] });
  }
  // A date may stand there again, where what is told in another calendar comes between.
  return groups.map(group => {
    const times = seen.get(group.key) ?? 0;
    seen.set(group.key, times + 1);
    return times ? { ...group, key: `${group.key} ${times}` } : group;
  });
}

const known = new WeakMap<Float64Array, { readonly calendar?: string; readonly heads: Heads | null }>();

/** What heads are of where events begin at these times, in order; null where there are none. */
function headsOf(all: Float64Array, { calendar }: Language): Heads | null {
  let found = known.get(all);
  if (!found || found.calendar !== calendar)
    known.set(all, (found = { calendar, heads: chosenHeads(all, calendar) }));
  return found.heads;
}

function chosenHeads(all: Float64Array, calendar: string | undefined): Heads | null {
  const starts = all.subarray(0, SAMPLE).filter(Number.isFinite);
  if (!starts.length) return null;
  const grid = calendarGrid(calendar, { start: starts[0]!, end: starts.at(-1)! });
  for (const unit of UNITS) {
    const periodAt = (at: EpochMs): number => periodOf(at, unit, grid);
    const count = new Set(Array.from(starts, periodAt)).size;
    if (count * LEAST <= starts.length) return count > 1 ? { unit, periodAt } : null;
  }
  return null;
}

function periodOf(at: EpochMs, unit: HeadUnit, grid: CalendarGrid): number {
  if (unit === 'day') return Math.floor(at / DAY);
  if (unit === 'month') return grid.monthAt(at);
  if (unit === 'year') return grid.yearAt(at);
  const { year } = toCivil(at);
  // As words count them: the decade before that of the year 1 has nine years, -1 to -9.
  const n = Math.floor(Math.abs(year) / YEARS[unit]);
  return year < 0 ? -1 - n : n;
}

const placeOf = ({ start }: DatedSpan, { periodAt }: Heads): string =>
  start === -Infinity ? 'open' : `${periodAt(start)}`;

/** The side of a date that says where it begins; the other where that is not known. */
const startOf = ({ from, to }: DatedSpan): DateEnd => (from.state === 'known' ? from : to);

/** Whether a date begins with no period of the unit, but with something longer. */
function isCoarser(span: DatedSpan, unit: HeadUnit): boolean {
  const { precision, unspecified } = startOf(span);
  const isLonger = unspecified !== undefined || PRECISIONS.indexOf(precision) < PRECISIONS.indexOf(unit);
  return isLonger && span.start > -Infinity;
}

/** What a period is called, in the calendar of the language. */
function wordsOf(span: DatedSpan | null, { unit }: Heads, language: Language): string {
  if (!span) return language.say('undatedHeading');
  const { start } = span;
  if (start === -Infinity) return language.say('sign-openStart');
  return formatStretch({ start, end: start }, unit, { language, weekday: true });
}

/** What a date begins with, as finely as it says so. */
function ownWords(span: DatedSpan, language: Language): string {
  const start: DateEnd = { ...startOf(span), approximate: false, uncertain: false, doubts: undefined };
  const within = { ...span, kind: 'within', members: undefined, from: start, to: start } as const;
  return formatDate(within, { language });
}
