import type { LabelMetrics } from './label-metrics.js';
import type { Obstacle, Point } from './route.js';
import type { SceneLink } from './scene.js';

/** What the words of relations go by. */
export interface WordContext {
  readonly width: number;
  readonly measure: LabelMetrics['measure'];
  /** A relation in words, as it reads along its arrow, whichever end is selected. */
  readonly verb?: ((rel: string) => string) | undefined;
}

type Word = NonNullable<SceneLink['word']> & Obstacle;

/** Half the height of a word; how far its middle is from its line. */
const WORD = 8;
const OFF = 9;

/** Returns the word of a relation over or under a stretch of its way, or beside one that runs down, where nothing else stands. */
export function wordOf(
  rel: string,
  points: readonly Point[],
  obstacles: readonly Obstacle[],
  { width, measure, verb }: WordContext,
): Word | null {
  const text = verb?.(rel);
  if (!text) return null;
  const wide = measure(text, 'note') + 2;
  const isFree = (x: number, y: number): boolean =>
    x >= 0 &&
    x + wide <= width &&
    y >= WORD &&
    !obstacles.some(
      box => x < box.x + box.width && box.x < x + wide && y - WORD < box.y + box.height && box.y < y + WORD,
    );
  for (let i = points.length - 1; i > 0; i--) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const places: Point[] = [];
    if (a.y === b.y) {
      const [left, right] = [Math.max(4, Math.min(a.x, b.x)), Math.min(width - 4, Math.max(a.x, b.x))];
      if (right - left >= wide + 24)
        for (const share of [0.5, 0.75, 0.25, 1, 0]) {
          const x = left + 12 + (right - left - wide - 24) * share;
          places.push({ x, y: a.y - OFF }, { x, y: a.y + OFF });
        }
    } else if (a.x === b.x && Math.abs(b.y - a.y) >= 2 * WORD)
      places.push({ x: a.x + 5, y: (a.y + b.y) / 2 }, { x: a.x - wide - 5, y: (a.y + b.y) / 2 });
    const place = places.find(({ x, y }) => isFree(x, y));
    if (place) return { text, x: place.x, y: place.y - WORD, width: wide, height: 2 * WORD };
  }
  return null;
}

/** Returns the word of a link beside its way as it is now: as far from the middle as before, where the way is still as long as it. */
export function wordWith({ word, points }: SceneLink, now: readonly Point[]): SceneLink['word'] {
  if (!word || points.length !== now.length) return null;
  const [a, b] = stretchOf(now);
  const length = Math.max(Math.abs(b.x - a.x), Math.abs(b.y - a.y));
  if (length < (a.y === b.y ? word.width : 2 * WORD)) return null;
  const [from, to] = [middleOf(stretchOf(points)), middleOf([a, b])];
  return { ...word, x: word.x + (to.x - from.x), y: word.y + (to.y - from.y) };
}

/** The middle one of the stretches of a way. */
const stretchOf = (points: readonly Point[]): readonly [Point, Point] => {
  const at = points.length >> 1;
  return [points[at - 1]!, points[at]!];
};

const middleOf = ([a, b]: readonly [Point, Point]): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
