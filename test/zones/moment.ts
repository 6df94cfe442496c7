/** In which the Gregorian calendar comes round. */
const CYCLE = { years: 400, ms: 146_097 * 86_400_000 };

/**
 * Ms of a civil time such as `-43-03-15` or `2024-03-10T02:30:15.25`, the year astronomical; `-..` and `..` are
 * without end. The calendar is that of `Date` in UTC, in whole cycles where it has none: nothing of ours.
 */
export function moment(text: string): number {
  if (text.endsWith('..')) return text === '..' ? Infinity : -Infinity;
  const found = /^(-?\d+)-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?$/.exec(text);
  if (!found) throw new Error(`no civil time: ${text}`);
  const [year, month, day, hour, minute, second] = found.slice(1).map(part => Number(part ?? 0));
  const cycles = Math.floor((year! - 2000) / CYCLE.years);
  const date = new Date(0);
  date.setUTCFullYear(year! - cycles * CYCLE.years, month! - 1, day);
  date.setUTCHours(hour!, minute, 0, second! * 1000);
  return date.getTime() + cycles * CYCLE.ms;
}

/** `2025-08-01 2025-09-01` as a span, half-open; a single civil time is a moment. */
export function span(text: string): { start: number; end: number } {
  const [start, end = start] = text.split(' ').map(moment);
  return { start: start!, end: end! };
}
