import { rank } from '../data/sorted-bounds.js';
import type { Reach } from './item.js';

/** Px by which two stretches that merely touch may seem to overlap: rounding grows with the distance from the origin. */
const ROUNDING = 0.01;

/**
 * Which stretches of which rows are taken. Each row keeps its disjoint stretches in ascending order,
 * so that asking is a binary search.
 */
export class Rows {
  readonly count: number;
  readonly #taken: { lefts: number[]; rights: number[] }[] = [];

  constructor(count: number) {
    this.count = count;
  }

  /** The first row from which `height` rows in a row are free over the reach; -1 for none. */
  firstFree(height: number, reach: Reach): number {
    let free = 0;
    for (let row = 0; row < this.count; row++) {
      free = this.#isFree(row, reach) ? free + 1 : 0;
      if (free === height) return row - height + 1;
    }
    return -1;
  }

  isFree(row: number, height: number, reach: Reach): boolean {
    for (let i = 0; i < height; i++) if (!this.#isFree(row + i, reach)) return false;
    return row + height <= this.count;
  }

  take(row: number, height: number, { left, right }: Reach): void {
    for (let i = row; i < row + height; i++) {
      const { lefts, rights } = (this.#taken[i] ??= { lefts: [], rights: [] });
      // By where they begin: deep in a zoom rounding may let two that touch overlap by more than usual.
      const at = rank(lefts, left);
      lefts.splice(at, 0, left);
      rights.splice(at, 0, right);
    }
  }

  /** Gives back what was taken. */
  release(row: number, height: number, { left }: Reach): void {
    for (let i = row; i < row + height; i++) {
      const { lefts, rights } = this.#taken[i]!;
      const at = rank(lefts, left);
      lefts.splice(at, 1);
      rights.splice(at, 1);
    }
  }

  #isFree(row: number, { left, right }: Reach): boolean {
    const taken = this.#taken[row];
    if (!taken) return true;
    // The first that ends after it begins.
    const at = rank(taken.rights, left + ROUNDING, true);
    return at === taken.lefts.length || taken.lefts[at]! >= right - ROUNDING;
  }
}
