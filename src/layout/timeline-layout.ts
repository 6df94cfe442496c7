import type { TimelineEvent } from '../data/timeline-event.js';
import type { Entry, EventSource, LaneEntries } from '../index/event-source.js';
import type { ShownLane } from '../index/lane-tree.js';
import { onLine } from '../scale/warp.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { budgetOf, UNBOUND, type CanvasBudget } from './canvas-budget.js';
import type { CellGrid } from './dense-clusters.js';
import { DenseLevels, type DenseInput } from './dense-levels.js';
import { fadesOn } from './fades.js';
import { FoldedLevels } from './folded-levels.js';
import { byTime, type Item } from './item.js';
import type { LabelMetrics, LabelTexts } from './label-metrics.js';
import { isCrowd, LaneBand, type BandShape } from './lane-band.js';
import { changesWhere, followEntries, type ItemChanges } from './lane-items.js';
import { LaneLevels, PLENTY } from './lane-levels.js';
import { LevelPlans, LEVELS_PER_OCTAVE, PILL_ROW, type LevelPlan } from './level-plans.js';
import { markKey } from './mark-key.js';
import { pillWidth } from './pill.js';
import { BARE, type PoseContext } from './poses.js';
import { shareHeight, type HeightShares } from './share-height.js';
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
  /** Ways to print a title, where somebody knows some already. */
  readonly wrap?: typeof wrapTitle;
  /** Whether lanes show their titles. */
  readonly laneTitles: boolean;
  /** Whether it is drawn without elements, of which a page should hold only so many. */
  readonly unbound?: boolean | undefined;
}

/** How much of the height the strip of era titles takes at the most. */
const ERA_SHARE = 0.15;
/** Space under the strip of era titles, in px. */
const ERA_PAD = 4;
/** Lanes with more entries are laid out about what is looked at, the others as a whole. */
const MOST_ITEMS = 400;
/** Units of the rows of a lane that comes when the others have theirs. */
const LATE_UNITS = 4;
/** How far a lane is indented for each that it lies in, in px, and how far at the most. */
const INDENT = 12;
const MOST_INDENT = 60;
/** What stands beside the title of a lane, in px: its colour, and the sign that it may be collapsed. */
const TITLE_SIGNS = 40;

/** Labels at most this wide, and at most this share of the canvas. */
const WIDEST_TITLE = 320;
const TITLE_SHARE = 0.6;
const WIDEST_LABEL_SHARE = 0.8;

/**
 * The layout of one table at one size: which rows each lane has, and for every zoom level what
 * stands where. It depends on the data, the size, the first view and the fonts, never on what is in view.
 */
export class TimelineLayout {
  /** Height of one unit, in which rows are counted: 12 px at the usual size of text. */
  readonly unit: number;
  readonly eraHeight: number;
  readonly eras: LaneLevels;
  /**
   * Moment from which px and cells are counted: that of the data that is next to 0, where doubles are finest. So however far from
   * the first view one zooms in, what lies there is counted to a step of its own double.
   */
  readonly origin: EpochMs;
  #input: LayoutInput;
  readonly #shares: HeightShares;
  #bands: readonly LaneBand[];
  readonly #plans: LevelPlans;
  /** Nothing is bound while lanes say how many rows they would like. */
  #budget: CanvasBudget = UNBOUND;
  readonly #k0: number;

  constructor(input: LayoutInput) {
    this.#input = input;
    const { source, metrics, width, height, home } = input;
    this.#k0 = width / (home.end - home.start);
    const { start, end } = source.hull() ?? home;
    this.origin = Math.max(start, Math.min(0, end));
    this.unit = Math.max(12, Math.ceil((metrics.lineHeight * 2) / 3));

    const lanes = source.lanes.map(lane => {
      const entries = source.lane(lane.id);
      const isDense = !lane.collapsed && entries.size > MOST_ITEMS;
      const items = this.#entriesOf(lane, isDense).map(entry => this.#itemOf(entry));
      const levels = this.#levelsOf(items.filter(({ era }) => !era));
      const most = Math.floor(height / this.unit);
      const wish = (rich: boolean): number => (isDense ? PLENTY : levels.wish(rich, most));
      return {
        lane,
        entries,
        isDense,
        items,
        levels,
        wish,
        isCrowd: isDense || lane.collapsed || isCrowd(items),
        isLow: lane.collapsed || entries.size === 0,
      };
    });
    const eras = lanes.flatMap(({ items }) => items.filter(({ era }) => era)).sort(byTime);
    this.eras = this.#levelsOf(eras);
    const mostEras = Math.max(2, Math.floor((height * ERA_SHARE) / this.unit));
    this.eras.units = eras.length > 0 ? Math.min(mostEras, this.eras.wish(false)) : 0;
    this.eraHeight = eras.length > 0 ? this.eras.units * this.unit + ERA_PAD : 0;

    this.#shares = shareHeight(lanes, {
      available: height - this.eraHeight,
      unit: this.unit,
      titles: input.laneTitles,
    });
    this.#budget = this.#budgetOf(lanes);
    let y = this.eraHeight;
    this.#bands = lanes.map(({ lane, entries, isDense, items, levels }, i) => {
      const { height: laneHeight, head: headHeight, pill, units } = this.#shares.lanes[i]!;
      levels.units = units;
      const shape = { y, height: laneHeight, headHeight, pill, ...this.#looksOf(lane) };
      y += laneHeight;
      const band = new LaneBand(lane, items, levels, shape);
      if (isDense) band.dense = this.#denseLevelsOf(entries, units);
      if (lane.collapsed) band.dense = new FoldedLevels(entries, entry => this.#itemOf(entry));
      return band;
    });
    this.#plans = new LevelPlans(this);
  }

  get input(): LayoutInput {
    return this.#input;
  }

  get bands(): readonly LaneBand[] {
    return this.#bands;
  }

  /** Distance from unit to unit, in px. */
  get pitch(): number {
    return this.#shares.pitch;
  }

  /** Where the lanes end. */
  get bottom(): number {
    const last = this.#bands.at(-1);
    return last ? last.y + last.height : this.eraHeight;
  }

  /** Height of all lanes together, and of the row of guests under them where they have none of their own. */
  get height(): number {
    return this.bottom + (this.#shares.hasFoot ? 2 * this.unit : 0);
  }

  /** The zoom level of a scale: 0 for the first view, two to a factor of two. */
  levelOf(pxPerMs: number): number {
    // A scale that was reached by arithmetic from a level's own may miss it by a rounding.
    return Math.floor(LEVELS_PER_OCTAVE * Math.log2(pxPerMs / this.#k0) + 1e-6);
  }

  /** What stands and what does not at a level. Cached. */
  plan(level: number): LevelPlan {
    return this.#plans.get(level);
  }

  /** What stands at a level and may be seen in a stretch, and an event that is wanted wherever it is; perhaps some more. */
  around(level: number, stretch: TimeSpan, wanted: string | null): LevelPlan['placed'] {
    const { placed } = this.plan(level);
    const found = [...placed];
    for (const band of this.#bands)
      if (band.dense) {
        const near = new Map(band.dense.around(level, stretch).map(place => [place.item, place]));
        const place = wanted === null ? undefined : band.dense.find(wanted, level)?.placed;
        if (place) near.set(place.item, place);
        for (const place of near.values()) found.push({ placed: place, band });
      }
    return found;
  }

  /** Width of the cells of pills, in px at the coarsest scale of an octave. */
  get pillCell(): number {
    return this.#budget.cell;
  }

  /** The cells of an octave, in which pills gather, or of that width. */
  grid(level: number, cell = this.pillCell): CellGrid {
    const octave = Math.floor(level / LEVELS_PER_OCTAVE);
    return { octave, length: cell / this.scaleOf(octave * LEVELS_PER_OCTAVE), origin: this.origin };
  }

  /** Where an event has no place of its own at a level. */
  hidden(id: string, level: number): readonly { readonly item: Item; readonly band: LaneBand }[] {
    const { source } = this.#input;
    const dated = source.get(id)?.span;
    if (!dated) return [];
    const span = onLine(source.warp, dated);
    const { placed, cells } = this.plan(level);
    const dense = this.#bands.flatMap(band => {
      const found = band.dense?.find(id, level);
      const isPlaced = found?.placed ?? placed.some(({ placed: { item } }) => item.key === found?.item.key);
      return found && !isPlaced ? [{ item: found.item, band }] : [];
    });
    const others = cells.flatMap(({ cell, band }) => {
      if (cell.hull.start > span.start || cell.hull.end < span.end) return [];
      const item = cell.items.find(({ event }) => event.id === id);
      return item ? [{ item, band }] : [];
    });
    return [...dense, ...others];
  }

  /**
   * Takes in other data: what stands at the scale in use stays where it is, what is gone leaves its room, and
   * what comes gets room that is free, else becomes a pill. A lane keeps its height, and a new one goes under
   * all others. False where that can't be, as a lane has another name or lacks a row, or is collapsed or comes between others now,
   * or where a new one would lie below what all could be seen in at once; then nothing here is of use any more.
   */
  amend(source: EventSource, pxPerMs: number): boolean {
    if (!sameLanes(this.#input.source.lanes, source.lanes)) return false;
    const level = this.levelOf(pxPerMs);
    const plan = this.plan(level);
    const used = new Set(plan.cells.map(({ band }) => band));
    for (const { placed, band } of plan.placed) if (band && placed.unit === PILL_ROW) used.add(band);
    this.#input = { ...this.#input, source };
    const { height } = this.#input;
    const fitted = this.height < height + 1;
    for (const lane of source.lanes)
      if (!this.#bands.some(band => band.lane.id === lane.id)) this.#addBand(lane);
    if (fitted && this.height >= height + 1) return false;

    const lanes = new Map(source.lanes.map(lane => [lane.id, lane]));
    const changes = this.#bands.map(band => {
      const { dense } = band;
      // One that has lost its last event keeps its place, and nothing to collapse.
      band.lane = lanes.get(band.lane.id) ?? { ...band.lane, collapsible: false };
      const entries = this.#entriesOf(band.lane, dense !== null);
      const found = followEntries(band.items, entries, entry => this.#itemOf(entry));
      band.items = found.items;
      if (dense) dense.amend(source.lane(band.lane.id));
      else if (found.come.length > 0 && !used.has(band)) band.widen();
      return found;
    });
    const eras = this.eras.items.length > 0 || changes.some(({ come }) => come.some(isEra));
    changes.forEach((found, i) => {
      const own = eras ? changesWhere(found, isNoEra) : found;
      if (isChange(own)) this.#bands[i]!.levels.amend(own, level);
    });
    const inStrip = eras && joined(changes.map(found => changesWhere(found, isEra)));
    if (inStrip && isChange(inStrip)) this.eras.amend(inStrip, level);
    for (const band of this.#bands) this.#growDense(band, level);
    if (changes.some(isChange)) this.#plans.amend(level);
    return this.#bands.every(({ hasRoom }) => hasRoom);
  }

  /** px per ms at the coarsest scale of a level. */
  scaleOf(level: number): number {
    return this.#k0 * 2 ** (level / LEVELS_PER_OCTAVE);
  }

  #contextOf(level: number, origin = this.origin): PoseContext {
    const { home, width, metrics } = this.#input;
    const pxPerMs = this.scaleOf(level);
    return {
      pxPerMs,
      origin,
      metrics,
      home: { left: (home.start - origin) * pxPerMs, right: (home.end - origin) * pxPerMs },
      widest: width * WIDEST_LABEL_SHARE,
      isCloser: level > 0,
      pxPerElement: this.#budget.pxPerElement,
    };
  }

  /** What may be drawn of lanes with their shares of the height, of which no more are in sight at once than the canvas is high. */
  #budgetOf(lanes: readonly { readonly isCrowd: boolean }[]): CanvasBudget {
    const { width, height, unbound } = this.#input;
    if (unbound) return UNBOUND;
    const shares = this.#shares.lanes;
    const all = shares.reduce((sum, lane) => sum + lane.height, this.eraHeight);
    const units = shares.reduce((sum, lane) => sum + lane.units, this.eras.units);
    // Of those at either edge a part is in sight.
    const part = Math.min(1, (height / all) * (1 + 1 / Math.max(1, lanes.length)));
    return budgetOf({
      width,
      rows: (units / BARE.units) * part,
      crowds: lanes.filter(({ isCrowd }) => isCrowd).length * part,
      lanes: lanes.length,
    });
  }

  #levelsOf(items: readonly Item[]): LaneLevels {
    return new LaneLevels(items, level => this.#contextOf(level));
  }

  /** The entries of a lane that are laid out one and all: of very many none but the first of the eras, of a collapsed lane none. */
  #entriesOf({ id, collapsed }: ShownLane, isDense: boolean): readonly Entry[] {
    const { source } = this.#input;
    if (collapsed) return [];
    if (!isDense) return source.entries(id);
    const entries = source.lane(id);
    return entries.eras.slice(0, MOST_ITEMS).map(i => entries.entry(i));
  }

  #denseLevelsOf(entries: LaneEntries, units: number, grown?: DenseInput['grown']): DenseLevels {
    const { home, source } = this.#input;
    return new DenseLevels({
      grown,
      entries,
      home,
      origin: this.origin,
      hull: source.hull() ?? home,
      units,
      scaleOf: level => this.scaleOf(level),
      context: (level, origin) => this.#contextOf(level, origin),
      item: entry => this.#itemOf(entry),
    });
  }

  /** A lane that has many more entries by now is laid out about what is looked at, from what stands in it. */
  #growDense(band: LaneBand, level: number): void {
    const entries = this.#input.source.lane(band.lane.id);
    if (band.dense || entries.size <= MOST_ITEMS) return;
    const { levels } = band;
    const dense = this.#denseLevelsOf(entries, levels.units, { level, standing: levels.level(level) });
    const rest = this.#levelsOf([]);
    rest.units = levels.units;
    band.crowd(dense, band.items.filter(isEra).slice(0, MOST_ITEMS), rest);
    this.#plans.forget(band.lane.id);
  }

  #addBand(lane: ShownLane): void {
    const { pitch, pad, sharesHead } = this.#shares;
    const y = this.bottom;
    const target = 2 * this.unit;
    const levels = this.#levelsOf([]);
    levels.units = LATE_UNITS;
    const pill = sharesHead ? 0 : target;
    const height = target + LATE_UNITS * pitch + pill + pad;
    const shape = { y, height, headHeight: target, pill, ...this.#looksOf(lane) };
    this.#bands = [...this.#bands, new LaneBand(lane, [], levels, shape)];
  }

  #looksOf(lane: ShownLane): Omit<BandShape, 'y' | 'height' | 'headHeight' | 'pill'> {
    const { laneTitles, metrics, width } = this.#input;
    const { pitch, pad, sharesHead } = this.#shares;
    const indent = Math.min(lane.depth * INDENT, MOST_INDENT, width / 8);
    const titleWidth = laneTitles ? indent + metrics.measure(lane.title, 'date') + TITLE_SIGNS : 0;
    return {
      pitch,
      pad,
      sharesHead: sharesHead || lane.collapsed,
      indent,
      titleWidth: Math.min(titleWidth, width / 2),
      pillWidth: pillWidth(this.unit),
    };
  }

  #itemOf(entry: Entry): Item {
    const { metrics, width, texts, source, wrap = wrapTitle } = this.#input;
    const words = texts(entry.event);
    const widest = Math.min(WIDEST_TITLE, width * TITLE_SHARE);
    let titles: Item['titles'] | undefined;
    return {
      ...entry,
      key: markKey(entry.event.id, entry.lane),
      era: entry.event.kind === 'era',
      texts: words,
      fades: fadesOn(source.warp, entry.event.span!),
      get titles() {
        return (titles ??= wrap(words.title, widest, metrics));
      },
    };
  }
}

const isEra = ({ era }: Item): boolean => era;
const isNoEra = ({ era }: Item): boolean => !era;

const isChange = ({ gone, come }: ItemChanges): boolean => gone.length + come.length > 0;

/** The changes of all lanes as one, in time order. */
function joined(changes: readonly ItemChanges[]): ItemChanges {
  return {
    items: changes.flatMap(({ items }) => items).sort(byTime),
    gone: changes.flatMap(({ gone }) => gone),
    come: changes.flatMap(({ come }) => come),
  };
}

/**
 * Whether the lanes that two lists have in common are the same and in the same order; either may have more. A new one goes under
 * all others: one that lies in another lane has its place there, and one that is collapsed has another height.
 */
function sameLanes(before: readonly ShownLane[], after: readonly ShownLane[]): boolean {
  const old = new Map(before.map(lane => [lane.id, lane]));
  const common = after.filter(({ id }) => old.has(id));
  const kept = new Set(common.map(({ id }) => id));
  const isNested = ({ id, depth, collapsed }: ShownLane): boolean => !old.has(id) && (depth > 0 || collapsed);
  return (
    !after.some(isNested) &&
    before
      .filter(({ id }) => kept.has(id))
      .every((lane, i) => LOOKS.every(name => lane[name] === common[i]![name]))
  );
}

/** What of a lane its place and its look follow from. */
const LOOKS = ['id', 'title', 'color', 'depth', 'collapsed'] as const;
