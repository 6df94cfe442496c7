import type { TimeSpan } from '../time/epoch-ms.js';
import { boxOf, reachOf, type Item, type Placed, type Pose, type Reach } from './item.js';
import { BARE, type PoseContext } from './poses.js';
import { Rows } from './rows.js';

/** Which items of a lane stand at one zoom level and where, and which rows that takes. */
export class Standing {
  readonly context: PoseContext;
  readonly #places: Map<Item, Placed>;
  /** Rows of the lane, in units. */
  #units: number;
  /** Found again from the places where it is asked for. */
  #rows: Rows | null = null;

  /** Begins with the places of another level that stand in this one, too. */
  constructor(context: PoseContext, units: number, before?: Standing) {
    this.context = context;
    this.#units = units;
    this.#places = new Map(before ? before.#places : []);
  }

  get units(): number {
    return this.#units;
  }

  /** All that stands. */
  all(): Placed[] {
    return [...this.#places.values()];
  }

  get(item: Item): Placed | undefined {
    return this.#places.get(item);
  }

  /** Whether an item has room in that row. */
  isFree(item: Item, unit: number, pose: Pose): boolean {
    return this.isFreeOver(unit, pose.units, reachOf(item, pose, this.context));
  }

  /** Whether any row may have room for the mark of a stretch: else it has none for a label either. */
  mayHaveRoom(stretch: TimeSpan): boolean {
    return this.#taken.firstFree(BARE.units, boxOf(stretch, this.context)) >= 0;
  }

  /** Whether so many rows are free over a reach. */
  isFreeOver(unit: number, units: number, reach: Reach): boolean {
    return this.#taken.isFree(unit, units, reach);
  }

  /** Takes the first pose that has room in any row; false for none. */
  place(item: Item, poses: readonly Pose[]): boolean {
    for (const pose of poses) {
      const unit = this.#taken.firstFree(pose.units, reachOf(item, pose, this.context));
      if (unit < 0) continue;
      this.take(item, unit, pose);
      return true;
    }
    return false;
  }

  /** Takes the first pose that has room in a given row; false for none. */
  placeAt(item: Item, unit: number, poses: readonly Pose[]): boolean {
    const pose = poses.find(other => this.isFree(item, unit, other));
    if (pose) this.take(item, unit, pose);
    return pose !== undefined;
  }

  take(item: Item, unit: number, pose: Pose): void {
    this.#taken.take(unit, pose.units, reachOf(item, pose, this.context));
    this.#places.set(item, { item, unit, pose });
  }

  release(item: Item): void {
    const placed = this.#places.get(item);
    if (!placed) return;
    this.#taken.release(placed.unit, placed.pose.units, reachOf(item, placed.pose, this.context));
    this.#places.delete(item);
  }

  /** Gives the lane more rows, under those that it has. */
  widen(units: number): void {
    this.#units = units;
    this.#rows = null;
  }

  /** Lets go of what can be found again: most levels are never changed. */
  rest(): this {
    this.#rows = null;
    return this;
  }

  get #taken(): Rows {
    if (this.#rows) return this.#rows;
    const rows = (this.#rows = new Rows(this.#units));
    for (const { item, unit, pose } of this.#places.values())
      rows.take(unit, pose.units, reachOf(item, pose, this.context));
    return rows;
  }
}
