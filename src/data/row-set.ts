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

  has(row: number): boolean {
    return this.#mask[row] === 1;
  }
}
