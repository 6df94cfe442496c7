import { overlapsView } from '../index/event-source.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { elementsOfMark, LANE_ELEMENTS, MOST_ELEMENTS, PILL_ELEMENTS } from './canvas-budget.js';
import type { LaneBand } from './lane-band.js';
import { clusterAt, edgeX, MOST_IDS } from './pill.js';
import type { Scene, SceneCluster, SceneMark } from './scene.js';

/** Px from the top of all lanes. */
export interface Sight {
  readonly top: number;
  readonly bottom: number;
}

/** What of a scene may be drawn or not. */
export type Drawn = Pick<Scene, 'ahead' | 'marks' | 'clusters' | 'sight'>;

/** What a scene is drawn for. */
export interface Limits {
  readonly view: TimeSpan;
  readonly width: number;
  /** Height of a pill. */
  readonly height: number;
  readonly bands: readonly LaneBand[];
  /** What of the lanes is scrolled into sight; all where nothing is said. */
  readonly sight?: Sight | undefined;
  /** Keys of the mark or pill that has the focus, and the id of an event whose marks stay drawn. */
  readonly focusedKey: string | null;
  /** Whether it is told what matches. */
  readonly isSearched: boolean;
  isKept(mark: SceneMark): boolean;
}

/** Width of the view that is drawn ahead at the least. */
const LEAST_AHEAD = 1 / 8;

/**
 * Of a scene no more than may be drawn, about: where it takes more, a lane out of sight is drawn as one pill that counts all of
 * it, first with a margin of half of what is in sight; then less is drawn ahead; then no lane out of sight.
 */
export function limited(all: Drawn, limits: Limits): Drawn {
  const { width, sight, bands } = limits;
  const most = MOST_ELEMENTS - LANE_ELEMENTS * bands.length;
  const isTooMuch = (drawn: Drawn): boolean => elementsOf(drawn) > most;
  let drawn = all;
  if (sight && isTooMuch(drawn)) {
    const margin = (sight.bottom - sight.top) / 2;
    drawn = folded(drawn, { top: sight.top - margin, bottom: sight.bottom + margin }, limits);
  }
  while (isTooMuch(drawn) && drawn.ahead > width * LEAST_AHEAD) drawn = within(drawn, limits);
  return sight && isTooMuch(drawn) ? folded(drawn, sight, limits) : drawn;
}

/** How many elements marks and pills take, about. */
function elementsOf({ marks, clusters }: Drawn): number {
  return marks.reduce(
    (sum, { label }) => sum + elementsOfMark(label?.lines.length ?? 0),
    PILL_ELEMENTS * clusters.length,
  );
}

/** The same with half as much ahead, but for what is kept. */
function within(drawn: Drawn, { width, isKept }: Limits): Drawn {
  const ahead = drawn.ahead / 2;
  const isNear = ({ x, width: length }: { x: number; width: number }): boolean =>
    x + length > -ahead && x < width + ahead;
  return {
    ...drawn,
    ahead,
    marks: drawn.marks.filter(mark => isNear(mark) || isKept(mark)),
    clusters: drawn.clusters.filter(isNear),
  };
}

/** The same with one pill for each lane beyond a sight; not for the one that has the focus. */
function folded(drawn: Drawn, sight: Sight, limits: Limits): Drawn {
  const { bands, focusedKey, isKept } = limits;
  const beyond = new Map(
    bands
      .filter(({ y, height }) => y + height <= sight.top || y >= sight.bottom)
      .map(band => [band.lane.id, { band, marks: [] as SceneMark[], clusters: [] as SceneCluster[] }]),
  );
  for (const { key, lane } of [...drawn.marks, ...drawn.clusters])
    if (key === focusedKey) beyond.delete(lane);
  const marks: SceneMark[] = [];
  const clusters: SceneCluster[] = [];
  for (const mark of drawn.marks) {
    const lane = beyond.get(mark.lane);
    // The strip of eras and the row of guests are those of all lanes.
    const stands = lane && mark.y >= lane.band.y && mark.y < lane.band.y + lane.band.height;
    (stands && !isKept(mark) ? lane.marks : marks).push(mark);
  }
  for (const cluster of drawn.clusters) (beyond.get(cluster.lane)?.clusters ?? clusters).push(cluster);
  for (const { band, ...members } of beyond.values()) {
    const pill = pillOf(band, members, limits);
    if (pill) clusters.push(pill);
  }
  return { ...drawn, sight, marks, clusters };
}

/** The pill of all of a lane that overlaps the view. */
function pillOf(
  band: LaneBand,
  { marks, clusters }: Pick<Drawn, 'marks' | 'clusters'>,
  { view, width, height, isSearched }: Limits,
): SceneCluster | null {
  const seen = [...marks, ...clusters].filter(item => overlapsView(item, view));
  if (seen.length === 0) return null;
  const byStart = seen.sort((a, b) => a.start - b.start);
  const last = seen.reduce((latest, item) => (item.end > latest.end ? item : latest));
  const idsOf = (item: SceneMark | SceneCluster): readonly string[] =>
    'sign' in item ? [item.event.id] : item.ids;
  const hull = { start: byStart[0]!.start, end: last.end };
  const count = seen.reduce((sum, item) => sum + ('sign' in item ? 1 : item.count), 0);
  const matches = seen.reduce(
    (sum, item) => sum + ('sign' in item ? Number(!item.dimmed) : (item.matches ?? 0)),
    0,
  );
  const [color, otherColor] = new Set(seen.map(item => item.color));
  const [only] = seen.map(item => ('sign' in item ? item.event : item.only));
  return clusterAt(
    band,
    {
      key: `#${band.lane.id}#all`,
      count,
      matches: isSearched ? matches : null,
      hull,
      anchors: { start: Math.max(hull.start, view.start), end: Math.min(hull.end, view.end) },
      only: count === 1 ? only! : null,
      get ids() {
        return byStart.flatMap(idsOf).slice(0, MOST_IDS);
      },
      get named() {
        return [...new Set([...idsOf(byStart[0]!).slice(0, 1), ...idsOf(last).slice(-1)])];
      },
      inseparable: false,
      shared: otherColor === undefined ? color! : null,
    },
    edgeX('start', band, width),
    'start',
    height,
  );
}
