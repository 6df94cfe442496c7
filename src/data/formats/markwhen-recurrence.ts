import { fromCivil, toCivil } from '../../time/civil.js';
import type { DatedSpan, DateEnd } from '../../time/dated-span.js';
import { DAY, type EpochMs } from '../../time/epoch-ms.js';
import { readLooseDate } from '../../time/loose-date.js';
import { dateSpan } from '../../time/parse-date.js';
import { writeEdtf } from '../../time/write-edtf.js';

/** How something recurs. */
interface Recurrence {
  readonly unit: 'year' | 'month' | 'week' | 'day' | 'weekday';
  readonly step: number;
  readonly count: number;
  /** Not included. */
  readonly until: EpochMs;
}

/** How many dates of what has no end are shown, and for how many years. */
export const ENDLESS = { count: 500, years: 10 } as const;

const EVERY =
  /^every(?:\s+(\d{1,4}|other))?\s+(year|month|week(?!\s*day)|day|week\s*day|work\s*day|business\s*day)s?(?:\s*(?:x\s*(\d+)|(?:for\s+)?(\d+)\s+times?|(?:until|till?)\s+(.+)))?$/i;

/** Returns what `every 2 weeks x10`, `every day until 2025-03-01` or `every year` says; null for what it can't mean for sure. */
export function readRecurrence(text: string): Recurrence | null {
  const m = EVERY.exec(text.trim());
  if (!m) return null;
  const [, every = '1', name = '', times, alsoTimes, last] = m;
  const step = /other/i.test(every) ? 2 : Number(every);
  const unit = /(week|work|business)\s*day/i.test(name)
    ? 'weekday'
    : (name.toLowerCase() as Recurrence['unit']);
  const until = last === undefined ? undefined : dateSpan(readLooseDate(last) ?? last);
  if (!step || (unit === 'weekday' && step > 1) || until === null) return null;
  return {
    unit,
    step,
    count: Number(times ?? alsoTimes ?? Infinity),
    until: until ? until.end : Infinity,
  };
}

/** What recurs, and whether it goes on beyond what is shown. */
interface Dates {
  /** EDTF. */
  readonly dates: readonly string[];
  readonly isCut: boolean;
}

/** Returns the dates of what recurs, as fine as the first; a day that a month does not have is left out. */
export function expandSpan(span: DatedSpan, { unit, step, count, until }: Recurrence): Dates {
  const dates: string[] = [];
  const horizon =
    count === Infinity && until === Infinity ? move(span.start, 'year', ENDLESS.years) : Infinity;
  for (let n = 0; dates.length < count; n++) {
    const start = move(span.start, unit, n * step);
    if (n && start >= until) return { dates, isCut: false };
    if (start > horizon || dates.length === ENDLESS.count) return { dates, isCut: true };
    const isOf = unit !== 'month' && unit !== 'year' ? true : toCivil(start).day === toCivil(span.start).day;
    if (isOf && !(unit === 'weekday' && isWeekend(start)))
      dates.push(writeEdtf(moved(span, start, unit, n * step)));
  }
  return { dates, isCut: false };
}

/** 1970-01-01 was a Thursday. */
const isWeekend = (ms: EpochMs): boolean =>
  (Math.floor(ms / DAY) + 4) % 7 === 0 || (Math.floor(ms / DAY) + 5) % 7 === 0;

function move(ms: EpochMs, unit: Recurrence['unit'], n: number): EpochMs {
  const civil = toCivil(ms);
  if (unit === 'year') return fromCivil({ ...civil, year: civil.year + n });
  if (unit === 'month') return fromCivil({ ...civil, month: civil.month + n });
  return ms + n * (unit === 'week' ? 7 : 1) * DAY;
}

/** Months and years end where the next one begins; what is finer lasts as long as it did. */
function moved(span: DatedSpan, start: EpochMs, unit: Recurrence['unit'], n: number): DatedSpan {
  const isCoarse = /^(year|month)$/.test(span.to.precision);
  const end = isCoarse ? move(span.end, unit, n) : start + span.end - span.start;
  const side = (date: DateEnd, by: number): DateEnd =>
    date.instant === undefined ? date : { ...date, instant: date.instant + by };
  return {
    ...span,
    start,
    end,
    from: side(span.from, start - span.start),
    to: side(span.to, end - span.end),
  };
}
