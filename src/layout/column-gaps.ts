import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';

/** The time before something in which nothing else begins or ends. */
export interface ColumnGap extends TimeSpan {
  readonly length: EpochMs;
  /** Its height. */
  readonly px: number;
  /** Whether it is longer than that height says: then its length is written on it. */
  readonly folded: boolean;
}

/** Height of the longest gap that is told by its height. */
const MOST_PX = 64;
/** Height of one that is folded. */
const FOLD_PX = 48;
/** The longest gap that is not folded, as a share of the view. */
const MOST_SHARE = 1 / 12;

/**
 * The gaps before spans in time order; none where one begins as or before another ends. Heights are in proportion to
 * time, in views of one length the same, up to a limit beyond which a gap is folded. What lasts leaves no gap
 * because of that: gaps lie between what begins and what is over.
 */
export function columnGaps(spans: readonly TimeSpan[], { start, end }: TimeSpan): (ColumnGap | null)[] {
  const limit = (end - start) * MOST_SHARE;
  let last = -Infinity;
  /** Of what is not over yet, in no order. */
  let lasting: EpochMs[] = [];
  return spans.map(span => {
    const over = lasting.filter(ends => ends <= span.start);
    lasting = lasting.filter(ends => ends > span.start);
    last = Math.max(last, ...over);
    const gap = { start: last, end: span.start };
    const length = span.start - last;
    last = Math.max(last, span.start);
    lasting.push(span.end);
    if (!(length > 0 && length < Infinity)) return null;
    const folded = length > limit;
    return { ...gap, length, px: folded ? FOLD_PX : (MOST_PX * length) / limit, folded };
  });
}
