import type { Precision } from '../time/dated-span.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { Place, Segment, Warp } from './warp.js';

/** What a line is made of. */
export interface Pieces {
  /** Moments, ascending, at least two, and where they lie. Between them the line is straight. */
  readonly stops: Float64Array;
  readonly places: Float64Array;
  /** Places per ms before the first and after the last of them. */
  readonly before: number;
  readonly after: number;
  /** Numbers of the pieces that are folds: the first is that between the first two stops. */
  readonly folded?: ReadonlySet<number>;
  /** How finely a stop is known, by its number. */
  readonly precisionAt?: (stop: number) => Precision;
}

/** A line that is straight from stop to stop. O(log n). */
export class PiecewiseWarp implements Warp {
  readonly stops: Float64Array;
  readonly folds: readonly Segment[];
  readonly precisionAt?: (stop: number) => Precision;
  readonly #places: Float64Array;
  readonly #before: number;
  readonly #after: number;
  readonly #folded: ReadonlySet<number>;

  constructor({ stops, places, before, after, folded = new Set(), precisionAt }: Pieces) {
    this.stops = stops;
    this.precisionAt = precisionAt;
    this.#places = places;
    this.#before = before;
    this.#after = after;
    this.#folded = folded;
    this.folds = [...folded].sort((a, b) => a - b).map(piece => this.#segment(piece));
  }

  readonly place = (at: EpochMs): Place => along(at, this.stops, this.#places, this.#before, this.#after);

  readonly moment = (place: Place): EpochMs =>
    along(place, this.#places, this.stops, 1 / this.#before, 1 / this.#after);

  segments({ start, end }: TimeSpan): Segment[] {
    const places = this.#places;
    const found: Segment[] = [];
    for (let piece = pieceOf(start, places); piece < places.length; piece++) {
      if (piece >= 0 && places[piece]! >= end) break;
      found.push(this.#segment(piece));
    }
    return found;
  }

  /** The piece after a stop; before the first of them that of -1. */
  #segment(piece: number): Segment {
    const { stops } = this;
    const places = this.#places;
    const ends = (values: Float64Array): TimeSpan => ({
      start: values[piece] ?? -Infinity,
      end: values[piece + 1] ?? Infinity,
    });
    const time = ends(stops);
    const line = ends(places);
    const rate =
      piece < 0
        ? this.#before
        : piece >= stops.length - 1
          ? this.#after
          : (line.end - line.start) / (time.end - time.start);
    return { time, line, rate, folded: this.#folded.has(piece) };
  }
}

/** The number of the last value that is not beyond another; -1 before the first. */
function pieceOf(at: number, values: Float64Array): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where a value lies between those that others are known for; rounding never takes it past the next of them. */
function along(at: number, from: Float64Array, to: Float64Array, before: number, after: number): number {
  if (!Number.isFinite(at)) return at;
  const piece = pieceOf(at, from);
  if (piece < 0) return Math.min(to[0]!, to[0]! + (at - from[0]!) * before);
  const start = from[piece]!;
  const place = to[piece]!;
  if (piece === from.length - 1) return place + (at - start) * after;
  const next = to[piece + 1]!;
  // Of very long pieces the product would be more than a double holds.
  return Math.min(next, place + ((at - start) / (from[piece + 1]! - start)) * (next - place));
}
