import type { ShownLane } from '../index/lane-tree.js';
import type { CountedLevels } from './dense-levels.js';
import type { Item } from './item.js';
import { laneColor } from './lane-color.js';
import type { LaneLevels } from './lane-levels.js';
import { EDGE_AIR } from './pill.js';
import { Silhouette } from './silhouette.js';

/** Where a lane is and how its height is shared out, in px. */
export interface BandShape {
  /** From the top of all lanes. */
  readonly y: number;
  readonly height: number;
  readonly headHeight: number;
  /** Height of the row of pills; 0 where there is none of its own. */
  readonly pill: number;
  /** Whether pills stand in the row of the head, beside the title, as in collapsed lanes. */
  readonly sharesHead: boolean;
  /** Free space under the rows. */
  readonly pad: number;
  /** Distance from unit to unit. */
  readonly pitch: number;
  /** How far the title is indented, and where it ends. */
  readonly indent: number;
  readonly titleWidth: number;
  /** Of each pill. */
  readonly pillWidth: number;
}

/** Free space over the silhouette of a lane. */
const SILHOUETTE_AIR = 3;

/** A lane with its place: its head, its rows, its row of pills, and what is to spare under them. */
export class LaneBand {
  lane: ShownLane;
  readonly color: string;
  levels: LaneLevels;
  /** All that stands in the lane, eras too, in time order; of very many entries the eras alone. */
  items: readonly Item[];
  /** Where the others of very many stand, or of a collapsed lane; null where they are few. */
  dense: CountedLevels | null = null;
  #silhouette: Silhouette | null = null;
  readonly #shape: BandShape;

  constructor(lane: ShownLane, items: readonly Item[], levels: LaneLevels, shape: BandShape) {
    this.lane = lane;
    this.color = laneColor(lane.color, lane.place);
    this.items = items;
    this.levels = levels;
    this.#shape = shape;
  }

  /** From now on its entries stand in `dense`; only the eras among them are held one and all. */
  crowd(dense: CountedLevels, eras: readonly Item[], levels: LaneLevels): void {
    this.dense = dense;
    this.items = eras;
    this.levels = levels;
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

  get indent(): number {
    return this.#shape.indent;
  }

  get titleWidth(): number {
    return this.#shape.titleWidth;
  }

  get pillWidth(): number {
    return this.#shape.pillWidth;
  }

  /** Top of the first row. */
  get rowsY(): number {
    return this.y + this.headHeight;
  }

  /** Whether pills stand in the row of the head, and guests under all lanes. */
  get sharesHead(): boolean {
    return this.#shape.sharesHead;
  }

  /** Top of the row of pills, which may be absent. */
  get pillY(): number | null {
    const { pill, pitch, pad, sharesHead } = this.#shape;
    if (sharesHead) return this.y;
    return pill ? this.rowsY + this.levels.units * pitch + pad / 2 : null;
  }

  /** How dense entries lie that are counted; null where they are not. */
  get silhouette(): Silhouette | null {
    const { dense } = this;
    if (!dense) return null;
    if (this.#silhouette?.entries !== dense.entries) this.#silhouette = new Silhouette(dense.entries);
    return this.#silhouette;
  }

  /** Where that stands: behind the row of pills, down to the end of a collapsed lane. */
  silhouetteBox(rowHeight: number): { readonly y: number; readonly height: number } {
    const top = this.pillY ?? this.y;
    const bottom = this.lane.collapsed ? this.y + this.height : top + rowHeight;
    return { y: top + SILHOUETTE_AIR, height: bottom - top - SILHOUETTE_AIR };
  }

  /** How far from either edge of a view at rest pills keep: beside the title and the pills at the edges, where they share their row. */
  get pillInset(): { readonly start: number; readonly end: number } {
    if (!this.sharesHead) return { start: 0, end: 0 };
    const { pillWidth } = this;
    return { start: this.edgePill + pillWidth + EDGE_AIR, end: pillWidth + 2 * EDGE_AIR };
  }

  /** Where the pill at the start edge of a view begins, after the title. */
  get edgePill(): number {
    return this.titleWidth + 2 * EDGE_AIR;
  }

  /** Whether the lane has rows for guests and for pills, or needs none. */
  get hasRoom(): boolean {
    // It was empty when the height was shared out.
    if (this.levels.units === 0 && !this.lane.collapsed && (this.dense || this.items.length > 0))
      return false;
    return this.sharesHead || (this.headHeight > 0 && this.#shape.pill > 0) || !isCrowd(this.items);
  }

  /** Makes rows of the height that is to spare. The row of pills goes down with it: not for one that is in use. */
  widen(): void {
    const { height, headHeight, pill, pitch, pad } = this.#shape;
    const units = Math.floor((height - headHeight - pill - pad) / pitch);
    if (units > this.levels.units) this.levels.widen(units);
  }
}

/** Whether a lane needs rows for guests and pills. An era without room in the strip of eras stands for its lane in the row of pills. */
export function isCrowd(items: readonly Item[]): boolean {
  return items.length > 1 || items.some(({ era }) => era);
}
