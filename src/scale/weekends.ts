import { FIRST_WEEKDAY } from '../time/civil.js';
import { DAY, type TimeSpan } from '../time/epoch-ms.js';

/** A Saturday. */
const SATURDAY = 2 * DAY;
const WEEK = 7 * DAY;

/**
 * The weekends (Saturday and Sunday, each pair one stretch) that overlap the view, whole; none where
 * a day is narrower than 16 px, where stripes would only be noise, or wider than the view, which would
 * be all grey. Fixed days, as engines do not agree on a locale's weekend.
 */
export function weekends(view: TimeSpan, pxPerDay: number, width: number): TimeSpan[] {
  const found: TimeSpan[] = [];
  if (!(pxPerDay >= 16 && pxPerDay <= width)) return found;
  const after = Math.max(view.start, FIRST_WEEKDAY) - 2 * DAY;
  let start = (Math.floor((after - SATURDAY) / WEEK) + 1) * WEEK + SATURDAY;
  for (; start < view.end && found.length < 300; start += WEEK) found.push({ start, end: start + 2 * DAY });
  return found;
}
