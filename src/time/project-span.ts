import type { DatedSpan } from './dated-span.js';
import { fromInstant } from './zone.js';

/**
 * The span with its instants in the wall time of another zone. Dates without an offset stay where they
 * are: a span that has no instant is returned as it is.
 */
export function projectSpan(span: DatedSpan, timeZone: string): DatedSpan {
  const { from, to, members } = span;
  if (members) return projectSet(span, members, timeZone);
  if (from.instant === undefined && to.instant === undefined) return span;
  const start = from.instant === undefined ? span.start : fromInstant(from.instant, timeZone);
  // An unknown end covers the known one only. Where clocks are put back, a later instant can show an earlier time.
  const after =
    to.state === 'unknown' ? start : to.instant === undefined ? span.end : fromInstant(to.instant, timeZone);
  const begins = from.state === 'unknown' ? after : start;
  const end = Math.max(begins, after);
  const kind = begins === end ? 'instant' : span.kind === 'instant' ? 'stretch' : span.kind;
  return { ...span, start: begins, end, kind };
}

function projectSet(span: DatedSpan, members: readonly DatedSpan[], timeZone: string): DatedSpan {
  const projected = members.map(member => projectSpan(member, timeZone));
  if (projected.every((member, i) => member === members[i])) return span;
  return {
    ...span,
    members: projected,
    start: Math.min(...projected.map(({ start }) => start)),
    end: Math.max(...projected.map(({ end }) => end)),
  };
}
