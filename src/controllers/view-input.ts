import type { TimeSpan } from '../time/epoch-ms.js';
import { parseDate } from '../time/parse-date.js';

/** What a view may be given as: an EDTF interval, ms, or nothing for the first view. */
export type ViewInput = string | TimeSpan | null | undefined;

/** Whether the first view is meant. */
export const isHome = (view: ViewInput): view is '' | null | undefined =>
  view === null || view === undefined || view === '';

/** The stretch of a view as it was given; `null` where it is none. With `open`, either end may be. */
export function spanOf(
  view: ViewInput,
  { timeZone, open = false }: { timeZone: string; open?: boolean },
): TimeSpan | null {
  if (isHome(view)) return null;
  const span = typeof view === 'string' ? parsedSpan(view, timeZone) : view;
  const valid = span && span.start < span.end && (open || Number.isFinite(span.end - span.start));
  return valid ? { start: span.start, end: span.end } : null;
}

/** The stretch of an EDTF interval. */
function parsedSpan(text: string, timeZone: string): TimeSpan | null {
  const date = parseDate(text, { timeZone });
  return date.ok ? date.value : null;
}
