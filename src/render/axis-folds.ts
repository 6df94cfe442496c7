import type { Tick } from '../scale/ticks.js';
import type { TimeScale } from '../scale/time-scale.js';
import type { TimeSpan } from '../time/epoch-ms.js';

/** A fold of the line: its length is written where it lies, in the first of these texts that has room. */
export interface AxisFold extends TimeSpan {
  readonly texts: readonly string[];
  /** What it is, for a pointer that rests on it. */
  readonly title: string;
}

/** Where the length of a fold is written, in px from the view's start; the text may be empty. */
export interface FoldText extends Pick<AxisFold, 'title'> {
  readonly text: string;
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

/** How wide a text of the axis is. */
type Measure = (text: string) => number;

/** The break of the line at a fold, and what covers the line there; path data about its middle. */
export const FOLD = { cover: 'M-3.5,6l4-12h6l-4,12z', sign: 'M-4.5,6l4,-12M0.5,6l4,-12' };

/** Px between the text of a fold and those beside it, at the least. */
const GAP = 6;

/**
 * What is written at the middles of folds, as long as each other: the longest of its texts that has room in a fold. The shortest may
 * reach beyond a narrow one, as far as half of the way to the next.
 */
export function foldTexts(folds: readonly AxisFold[], scale: TimeScale, measure: Measure): FoldText[] {
  const middles = folds.map(({ start, end }) => (scale.x(start) + scale.x(end)) / 2);
  return folds.map(({ start, end, texts, title }, i) => {
    const middle = middles[i]!;
    const [before, after] = [middles[i - 1] ?? -Infinity, middles[i + 1] ?? Infinity];
    const reach = Math.min(middle - before, after - middle) - GAP;
    const own = texts.find(words => measure(words) <= scale.x(end) - scale.x(start));
    const shortest = texts.at(-1) ?? '';
    const text = own ?? (measure(shortest) <= reach ? shortest : '');
    const half = measure(text) / 2;
    return { text, title, from: middle - half, middle, to: middle + half };
  });
}

/** The ticks of a row, those without words whose texts, `indent` px after them, would meet the length of a fold. */
export function clearOfFolds<T extends Tick>(
  ticks: readonly T[],
  folds: readonly FoldText[],
  { scale, indent, measure }: { scale: TimeScale; indent: number; measure: Measure },
): readonly T[] {
  const written = folds.filter(({ text }) => text);
  if (written.length === 0) return ticks;
  return ticks.map(tick => {
    const start = scale.x(tick.at) + indent;
    const end = start + measure(tick.text);
    const isMet = tick.text && written.some(({ from, to }) => start < to + GAP && end > from - GAP);
    return isMet ? { ...tick, text: '' } : tick;
  });
}
