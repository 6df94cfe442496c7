import { agreedColor, NEUTRAL } from './coloring.js';

/** The colours of the entries of a lane, by their places in the order of time. */
export class LaneColors {
  readonly #colorAt: (place: number) => string;
  /** By place, where those end that follow it and have its colour. */
  readonly #ends: Uint32Array;

  /** O(n) */
  constructor(size: number, colorAt: (place: number) => string) {
    this.#colorAt = colorAt;
    this.#ends = new Uint32Array(size);
    let end = size;
    let next = '';
    for (let place = size - 1; place >= 0; place--) {
      const color = colorAt(place);
      if (color !== next) end = place + 1;
      next = color;
      this.#ends[place] = end;
    }
  }

  /** The colour of all from one place to before another but for some; the neutral one where they differ. Visits no more than those. */
  among(from: number, to: number, but: ReadonlySet<number>): string {
    let agreed: string | null = null;
    for (let place = from; place < to;) {
      if (but.has(place)) {
        place++;
        continue;
      }
      const color = this.#colorAt(place);
      if (agreed !== null && color !== agreed) return NEUTRAL;
      agreed = color;
      place = this.#ends[place]!;
    }
    return agreed ?? NEUTRAL;
  }

  /** The colour of all at some places, which are visited as long as they agree. */
  of(places: Iterable<number>): string {
    const colorAt = this.#colorAt;
    return agreedColor(
      (function* colors() {
        for (const place of places) yield colorAt(place);
      })(),
    );
  }
}
