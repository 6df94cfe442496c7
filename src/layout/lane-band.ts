import type { Lane } from '../data/timeline-event.js';
import { allocateUnits } from './allocate-units.js';
import type { DenseLevels } from './dense-levels.js';
import type { Item } from './item.js';
import { laneColor } from './lane-color.js';
import type { LaneLevels } from './lane-levels.js';

/** Space under the rows of a lane, in px. */
export const LANE_PAD = 8;

/** Where a lane is and how its height is shared out, in px. */
export interface BandShape {
  /** From the top of all lanes. */
  readonly y: number;
  readonly height: number;
  readonly headHeight: number;
  /** Height of the row of pills; 0 where there is none. */
  readonly pill: number;
  /** Distance from unit to unit. */
  readonly pitch: number;
  readonly titleWidth: number;
}

/** A lane with its place: its head, its rows, its row of pills, and what is to spare under them. */
export class LaneBand {
  readonly lane: Lane;
  readonly color: string;
  readonly levels: LaneLevels;
  /** All that stands in the lane, eras too, in time order; of very many entries the eras alone. */
  items: readonly Item[];
  /** Where the others of very many stand; null where they are few. */
  dense: DenseLevels | null = null;
  readonly #shape: BandShape;

  constructor(lane: Lane, index: number, items: readonly Item[], levels: LaneLevels, shape: BandShape) {
    this.lane = lane;
    this.color = laneColor(lane.color, index);
    this.items = items;
    this.levels = levels;
    this.#shape = shape;
  }

  get y(): number {
    return this.#shape.y;
  }

  get height(): number {
    return this.#shape.height;
  }

  get headHeight(): number {
    return this.#shape.headHeight;
  }

  get titleWidth(): number {
    return this.#shape.titleWidth;
  }

  /** Top of the first row. */
  get rowsY(): number {
    return this.y + this.headHeight;
  }

  /** Top of the row of pills, which may be absent. */
  get pillY(): number | null {
    const { pill, pitch } = this.#shape;
    return pill ? this.rowsY + this.levels.units * pitch + LANE_PAD / 2 : null;
  }

  /** Whether the lane has rows for guests and for pills, or needs none. */
  get hasRoom(): boolean {
    return (this.headHeight > 0 && this.#shape.pill > 0) || !isCrowd(this.items);
  }

  /** Makes rows of the height that is to spare. The row of pills goes down with it: not for one that is in use. */
  widen(): void {
    const { height, headHeight, pill, pitch } = this.#shape;
    const units = Math.floor((height - headHeight - pill - LANE_PAD) / pitch);
    if (units > this.levels.units) this.levels.widen(units);
  }
}

/** Whether a lane needs rows for guests and pills. An era without room in the strip of eras stands for its lane in the row of pills. */
export function isCrowd(items: readonly Item[]): boolean {
  return items.length > 1 || items.some(({ era }) => era);
}

/** Units for each lane: all that their labels can say, else what they need without, else a fair share. */
export function allocateLanes(lanes: readonly Pick<LaneLevels, 'wish'>[], available: number): number[] {
  const rich = lanes.map(lane => lane.wish(true));
  if (rich.reduce((a, b) => a + b, 0) <= available) return rich;
  const plain = allocateUnits(
    lanes.map(lane => lane.wish(false)),
    available,
    2,
  );
  const left = available - plain.reduce((a, b) => a + b, 0);
  if (left <= 0) return plain;
  const more = allocateUnits(
    rich.map((wish, i) => Math.max(0, wish - plain[i]!)),
    left,
    0,
  );
  return plain.map((units, i) => units + more[i]!);
}
