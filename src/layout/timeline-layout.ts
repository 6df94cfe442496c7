import type { Lane, TimelineEvent } from '../data/timeline-event.js';
import type { Entry, EventSource } from '../index/event-source.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { allocateUnits } from './allocate-units.js';
import { CELL, cellsOf, partLoners, type Cell } from './cells.js';
import type { Item, Placed } from './item.js';
import type { LabelMetrics, LabelTexts } from './label-metrics.js';
import { laneColor } from './lane-color.js';
import { markKey } from './mark-key.js';
import { LaneLevels } from './lane-levels.js';
import { BARE, type PoseContext } from './poses.js';
import { wrapTitle } from './wrap-title.js';

/** What a layout is made from. Another view of it needs no new layout; anything here that changes does. */
export interface LayoutInput {
  readonly source: EventSource;
  /** Size of the area of the lanes in px, axis apart. */
  readonly width: number;
  readonly height: number;
  /** The first view: its scale anchors the zoom levels, and labels prefer to stay in it. */
  readonly home: TimeSpan;
  readonly metrics: LabelMetrics;
  texts(event: TimelineEvent): LabelTexts;
  /** Whether lanes show their titles. */
  readonly laneTitles: boolean;
}

/** A lane with its place; `y` from the top of all lanes. */
export interface LaneBand {
  readonly lane: Lane;
  readonly color: string;
  readonly y: number;
  readonly height: number;
  readonly headHeight: number;
  /** Top of the first row, and of the row of pills (which may be absent). */
  readonly rowsY: number;
  readonly pillY: number | null;
  readonly titleWidth: number;
  readonly levels: LaneLevels;
}

/** What stands and what does not at one zoom level, whatever the view. */
export interface LevelPlan {
  /** All that stands, in time order, with its band (`null` for the strip of eras). */
  readonly placed: readonly { readonly placed: Placed; readonly band: LaneBand | null }[];
  /** All that does not, lane by lane. */
  readonly cells: readonly { readonly cell: Cell; readonly band: LaneBand }[];
  /** Items in `cells`, by event id. */
  readonly hidden: ReadonlyMap<string, readonly { readonly item: Item; readonly band: LaneBand }[]>;
}

/** Zoom levels to a factor of two. */
const LEVELS_PER_OCTAVE = 2;
/** Space under the rows of a lane, in px. */
const LANE_PAD = 8;
/** How much of the height the strip of era titles takes at the most. */
const ERA_SHARE = 0.15;
/** Rows stretch by at most this factor to fill the height. */
const MOST_STRETCH = 1.5;
/** The unit of a mark that stands alone in the row of pills. */
export const PILL_ROW = -1;

/** Labels at most this wide, and at most this share of the canvas. */
const WIDEST_TITLE = 320;
const TITLE_SHARE = 0.6;
const WIDEST_LABEL_SHARE = 0.8;

/**
 * The layout of one table at one size: which rows each lane has, and for every zoom level what
 * stands where. It depends on the data, the size, the first view and the fonts, never on what is in view.
 */
export class TimelineLayout {
  readonly input: LayoutInput;
  readonly bands: readonly LaneBand[];
  readonly eras: LaneLevels;
  /** Height of one unit, in which rows are counted: 12 px at the usual size of text. */
  readonly unit: number;
  /** Distance from unit to unit: more than `unit` where there is height to spare. */
  readonly pitch: number;
  readonly eraHeight: number;
  /** Height of all lanes together. */
  readonly height: number;
  readonly #plans = new Map<number, LevelPlan>();
  readonly #k0: number;

  constructor(input: LayoutInput) {
    this.input = input;
    const { source, metrics, width, height, home } = input;
    this.#k0 = width / (home.end - home.start);
    this.unit = Math.max(12, Math.ceil((metrics.lineHeight * 2) / 3));
    const target = 2 * this.unit;

    const eras: Item[] = [];
    const lanes = source.lanes.map(lane => {
      const items = this.#itemsOf(source.entries(lane.id));
      eras.push(...items.filter(item => item.era));
      const own = items.filter(item => !item.era);
      // An era without room in the strip stands for its lane in the row of pills.
      const crowd = items.length > 1 || items.some(({ era }) => era);
      return {
        lane,
        levels: this.#levelsOf(own),
        pill: crowd ? target : 0,
        head: crowd || input.laneTitles ? target : 0,
      };
    });
    eras.sort((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1));
    this.eras = this.#levelsOf(eras);
    const mostEras = Math.max(2, Math.floor((height * ERA_SHARE) / this.unit));
    this.eras.units = eras.length > 0 ? Math.min(mostEras, this.eras.wish(false)) : 0;
    this.eraHeight = eras.length > 0 ? this.eras.units * this.unit + LANE_PAD / 2 : 0;

    const fixed = lanes.reduce((sum, { pill, head }) => sum + pill + head + LANE_PAD, this.eraHeight);
    const available = Math.floor((height - fixed) / this.unit);
    const units = allocateLanes(
      lanes.map(lane => lane.levels),
      available,
    );
    const sum = units.reduce((a, b) => a + b, 0);
    const stretch = Math.max(1, Math.min(MOST_STRETCH, available / Math.max(1, sum)));
    this.pitch = Math.floor(this.unit * stretch);
    const spare = Math.max(0, height - fixed - sum * this.pitch) / Math.max(1, lanes.length);

    let y = this.eraHeight;
    this.bands = lanes.map(({ lane, levels, pill, head }, i) => {
      levels.units = units[i]!;
      const rowsY = y + head;
      const pillY = pill ? rowsY + units[i]! * this.pitch + LANE_PAD / 2 : null;
      const bandHeight = head + units[i]! * this.pitch + pill + LANE_PAD + spare;
      const titleWidth = input.laneTitles ? metrics.measure(lane.title, 'date') + 24 : 0;
      const band: LaneBand = {
        lane,
        color: laneColor(lane.color, i),
        y,
        height: bandHeight,
        headHeight: head,
        rowsY,
        pillY,
        titleWidth: Math.min(titleWidth, width / 2),
        levels,
      };
      y += bandHeight;
      return band;
    });
    this.height = y;
  }

  /** The zoom level of a scale: 0 for the first view, two to a factor of two. */
  levelOf(pxPerMs: number): number {
    // A scale that was reached by arithmetic from a level's own may miss it by a rounding.
    return Math.floor(LEVELS_PER_OCTAVE * Math.log2(pxPerMs / this.#k0) + 1e-6);
  }

  /** What stands and what does not at a level. Cached. */
  plan(level: number): LevelPlan {
    let plan = this.#plans.get(level);
    if (!plan) this.#plans.set(level, (plan = this.#makePlan(level)));
    return plan;
  }

  #makePlan(level: number): LevelPlan {
    const octave = Math.floor(level / LEVELS_PER_OCTAVE);
    const cellWidth = CELL / (this.#k0 * 2 ** octave);
    const { start: origin } = this.input.home;
    const homeless = new Map<string, Item[]>();
    const placed: { placed: Placed; band: LaneBand | null }[] = [];
    const cells: { cell: Cell; band: LaneBand }[] = [];
    const hidden = new Map<string, { item: Item; band: LaneBand }[]>();
    if (this.eras.items.length > 0)
      this.eras.level(level).forEach((place, i) => {
        const item = this.eras.items[i]!;
        if (place) placed.push({ placed: place, band: null });
        else homeless.set(item.lane, [...(homeless.get(item.lane) ?? []), item]);
      });
    for (const band of this.bands) {
      const missing = homeless.get(band.lane.id) ?? [];
      band.levels.level(level).forEach((place, i) => {
        if (place) placed.push({ placed: place, band });
        else missing.push(band.levels.items[i]!);
      });
      const { alone, rest } = partLoners(missing.sort(byTime), CELL / this.#scaleOf(level));
      for (const item of alone) placed.push({ placed: { item, unit: PILL_ROW, pose: BARE }, band });
      for (const cell of cellsOf(rest, band.lane.id, cellWidth, octave, origin)) {
        cells.push({ cell, band });
        for (const item of cell.items) {
          const places = hidden.get(item.event.id);
          if (places) places.push({ item, band });
          else hidden.set(item.event.id, [{ item, band }]);
        }
      }
    }
    placed.sort((a, b) => byTime(a.placed.item, b.placed.item));
    return { placed, cells, hidden };
  }

  #scaleOf(level: number): number {
    return this.#k0 * 2 ** (level / LEVELS_PER_OCTAVE);
  }

  #contextOf(level: number): PoseContext {
    const { home, width, metrics } = this.input;
    const pxPerMs = this.#scaleOf(level);
    return {
      pxPerMs,
      origin: home.start,
      metrics,
      home: { left: 0, right: (home.end - home.start) * pxPerMs },
      widest: width * WIDEST_LABEL_SHARE,
    };
  }

  #levelsOf(items: readonly Item[]): LaneLevels {
    return new LaneLevels(items, level => this.#contextOf(level));
  }

  #itemsOf(entries: readonly Entry[]): Item[] {
    const { metrics, width, texts } = this.input;
    const widest = Math.min(WIDEST_TITLE, width * TITLE_SHARE);
    const ranks = new Map(
      entries
        .map((entry, i) => ({ entry, i }))
        .sort((a, b) => byImportance(a.entry, b.entry))
        .map(({ i }, rank) => [i, rank]),
    );
    return entries.map((entry, i) => {
      const words = texts(entry.event);
      return {
        ...entry,
        key: markKey(entry.event.id, entry.lane),
        era: entry.event.kind === 'era',
        rank: ranks.get(i)!,
        texts: words,
        titles: wrapTitle(words.title, widest, metrics),
      };
    });
  }
}

/** Who gets room first: the important, then the long, then the early. A total order that knows no input order. */
function byImportance(a: Entry, b: Entry): number {
  return b.event.importance - a.event.importance || lengthOf(b) - lengthOf(a) || byTime(a, b);
}

function lengthOf({ start, end }: TimeSpan): EpochMs {
  return Math.min(Number.MAX_VALUE, end - start);
}

/** Time order: start, end, id. */
function byTime(a: Entry, b: Entry): number {
  return (
    compare(a.start, b.start) ||
    compare(a.end, b.end) ||
    compare(a.event.id, b.event.id) ||
    compare(a.lane, b.lane)
  );
}

function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Units for each lane: all that their labels can say, else what they need without, else a fair share. */
function allocateLanes(lanes: readonly LaneLevels[], available: number): number[] {
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
