/** Some of the rows of a table. */
export class RowSet {
  /** How many there are. */
  readonly count: number;
  readonly #mask: Uint8Array;

  /** `mask` has a 1 for each of them; it must not change. */
  constructor(mask: Uint8Array) {
    this.#mask = mask;
    let count = 0;
    for (let row = 0; row < mask.length; row++) count += mask[row]!;
    this.count = count;
  }

  /** Returns the places of those that are among some rows, or of those at some of their places alone. O(n). */
  placesIn(rows: Uint32Array, among?: Uint32Array | null): Uint32Array {
    const mask = this.#mask;
    const { length } = among ?? rows;
    const places = new Uint32Array(length);
    let count = 0;
    for (let i = 0; i < length; i++) {
      const place = among ? among[i]! : i;
      places[count] = place;
      count += mask[rows[place]!]!;
    }
    return places.subarray(0, count);
  }

  has(row: number): boolean {
    return this.#mask[row] === 1;
  }
}
