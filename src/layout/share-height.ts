import { allocateUnits } from './allocate-units.js';

/** What a lane needs of the height. */
export interface LaneNeeds {
  /** How many units of rows it would like, with all that its labels can say or without. */
  wish(rich: boolean): number;
  /** Whether it may have pills, and guests. */
  readonly isCrowd: boolean;
  /** Whether it is the row of its title, with its pills if it may have some: collapsed, or empty. */
  readonly isLow: boolean;
}

/** What there is to share, in px. */
export interface Height {
  readonly available: number;
  /** Height of a unit. */
  readonly unit: number;
  /** Whether lanes show their titles. */
  readonly titles: boolean;
}

/** How the height of the canvas is shared out among lanes, in px where nothing else is said. */
export interface HeightShares {
  /** Whether pills stand in the rows of the titles. */
  readonly sharesHead: boolean;
  /** Whether there is a row under all lanes, for the guests of those that have no row for them. */
  readonly hasFoot: boolean;
  /** Space under the rows of each lane. */
  readonly pad: number;
  /** Distance from unit to unit: more than a unit where there is height to spare. */
  readonly pitch: number;
  readonly lanes: readonly {
    /** Of the whole lane, with its part of what is to spare. */
    readonly height: number;
    readonly head: number;
    /** Height of a row of pills of its own. */
    readonly pill: number;
    /** Rows, in units. */
    readonly units: number;
  }[];
}

/** Space under the rows of a lane, in px: usually, and where height is scarce. */
const PAD = 8;
const LEAST_PAD = 4;
/** Rows stretch by at most this factor to fill the height. */
const MOST_STRETCH = 1.5;
/** Fewest units of a lane: a mark. */
const LEAST_UNITS = 2;

/**
 * Shares a height among lanes. Each has a row for its title and guests, rows of marks, and a row of pills where it may have
 * some; where several lanes would have to hide labels for want of rows, pills move up beside the titles. A low lane is
 * the row of its title, and gets nothing of what is to spare.
 */
export function shareHeight(lanes: readonly LaneNeeds[], { available, unit, titles }: Height): HeightShares {
  const row = 2 * unit;
  const plain = wishes(lanes, false);
  const isAnyCollapsed = lanes.some(({ isLow, isCrowd }) => isLow && isCrowd);
  const plan = (sharesHead: boolean) => {
    const pad = sharesHead ? LEAST_PAD : PAD;
    const hasFoot = sharesHead || isAnyCollapsed;
    const rows = lanes.map(({ isCrowd, isLow }) => {
      const pill = isCrowd && !sharesHead && !isLow ? row : 0;
      return { pill, head: titles ? row : pill };
    });
    const fixed = rows.reduce((sum, { pill, head }) => sum + pill + head + pad, hasFoot ? row : 0);
    return { sharesHead, hasFoot, pad, rows, fixed, units: Math.floor((available - fixed) / unit) };
  };
  const roomy = plan(false);
  const isScarce = titles && lanes.length > 1 && sum(plain) > roomy.units;
  const { rows, fixed, ...chosen } = isScarce ? plan(true) : roomy;
  const units = sharedUnits(lanes, plain, chosen.units);
  const stretch = Math.max(1, Math.min(MOST_STRETCH, chosen.units / Math.max(1, sum(units))));
  const pitch = Math.floor(unit * stretch);
  const open = lanes.filter(({ isLow }) => !isLow).length;
  const spare = Math.max(0, available - fixed - sum(units) * pitch) / Math.max(1, open);
  return {
    sharesHead: chosen.sharesHead,
    hasFoot: chosen.hasFoot,
    pad: chosen.pad,
    pitch,
    lanes: rows.map(({ pill, head }, i) => ({
      height: head + units[i]! * pitch + pill + chosen.pad + (lanes[i]!.isLow ? 0 : spare),
      head,
      // Where there is height to spare, a lane of one event has a row for the pills of those to come.
      pill: spare >= row && !chosen.sharesHead && !lanes[i]!.isLow ? row : pill,
      units: units[i]!,
    })),
  };
}

/** Units for each lane: what it needs for all labels, else a fair share; what is left then lets them say more. */
function sharedUnits(lanes: readonly LaneNeeds[], plain: readonly number[], available: number): number[] {
  const units = allocateUnits(plain, available, LEAST_UNITS);
  const left = available - sum(units);
  if (left <= 0) return units;
  const rich = wishes(lanes, true);
  if (sum(rich) <= available) return rich;
  const more = allocateUnits(
    rich.map((wish, i) => Math.max(0, wish - units[i]!)),
    left,
    0,
  );
  return units.map((unit, i) => unit + more[i]!);
}

/** What each lane would like; a low one has no rows. */
function wishes(lanes: readonly LaneNeeds[], rich: boolean): number[] {
  return lanes.map(lane => (lane.isLow ? 0 : lane.wish(rich)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
