import type { parseTimeline } from '../../../src/data/parse-timeline.js';

export type Result = Awaited<ReturnType<typeof parseTimeline>>;

/** The dates of the events as they were understood, else as they were written; null for none. */
export const datesIn = ({ document }: Result): (string | null)[] =>
  document.events.map(({ span, dateText }) => span?.source ?? dateText ?? null);

/** `line 6, DTSTART: invalid-date` */
export const codesIn = ({ issues }: Result): string[] => issues.map(({ code, path }) => `${path}: ${code}`);
