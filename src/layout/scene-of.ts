import { overlapsView } from '../index/event-source.js';
import type { Matches } from '../index/matches.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { CELL } from './cells.js';
import type { withChosenLabel } from './chosen-label.js';
import { clustersOf } from './clusters.js';
import { denseClusters } from './dense-clusters.js';
import { edgeMark } from './edge-label.js';
import { guestsOf } from './guests.js';
import type { Item, Placed } from './item.js';
import type { LaneBand } from './lane-band.js';
import { laneColor } from './lane-color.js';
import { LEVELS_PER_OCTAVE, PILL_ROW } from './level-plans.js';
import type { SceneLinks } from './links.js';
import { standingAlone } from './loners.js';
import { titleKey } from './mark-key.js';
import { overrunOf } from './overrun.js';
import { BARE } from './poses.js';
import type { Scene, SceneLane, SceneMark, SceneSilhouette } from './scene.js';
import { limited, type Sight } from './scene-limit.js';
import type { MarkContext } from './scene-mark.js';
import type { TimelineLayout } from './timeline-layout.js';
import { washOf } from './wash.js';

/** Which scene of a layout is asked for. */
export interface SceneRequest {
  readonly view: TimeSpan;
  /** Ids of the events that always stand as marks of their own. */
  readonly selected: string | null;
  readonly focused: string | null;
  /** While the view moves nothing is hidden at its edges, and no cluster is gathered there. */
  readonly moving: boolean;
  /** Whether little is drawn ahead beyond the edges, as while each frame has another scale. */
  readonly narrow?: boolean;
  /** The level of the scene before, of the same layout, which a frame of a zoom keeps until it is two octaves closer. */
  readonly kept?: number | undefined;
  /** What matches, where the others stand back; null where none does. */
  readonly matches?: Matches | null;
  /** What of the lanes is scrolled into sight; all where nothing is said. */
  readonly sight?: Sight | undefined;
  /** A relation in words; without them, no arc says which it is. */
  readonly verb?: ((rel: string) => string) | undefined;
  /** What draws the arcs of one scene after another; without it, there are none. */
  readonly arcs?: SceneLinks | undefined;
  /** What gives the selected event a label where it has none; without it, it has none. */
  readonly labelChosen?: typeof withChosenLabel | undefined;
  /** Key of the mark or pill that has the focus: its lane is drawn wherever it is. */
  readonly focusedKey?: string | null;
}

/** Widths of the view that are drawn ahead beyond either edge: to be moved there, or for labels that reach into the view. */
const AHEAD = 1;
const LITTLE_AHEAD = 0.25;
/** For how many levels a zoom that comes closer keeps what it began with. */
const MOST_KEPT = 2 * LEVELS_PER_OCTAVE;

/**
 * The scene of a layout for a view: what stands within one width of it, unless it is narrow, clusters with the counts that
 * overlap it, guests in the head rows, and the relations of the selected event.
 */
export function sceneOf(layout: TimelineLayout, request: SceneRequest, minSpan: EpochMs): Scene {
  const {
    view,
    selected,
    focused,
    moving,
    narrow = false,
    kept,
    matches = null,
    sight,
    focusedKey = null,
    verb,
    arcs,
    labelChosen = ({ marks }) => marks,
  } = request;
  const { width, source, metrics } = layout.input;
  const pxPerMs = width / (view.end - view.start);
  const closest = layout.levelOf(pxPerMs);
  const level = levelFor(closest, narrow ? kept : undefined);
  // What opens all at once when the zoom has come to rest is made on the way there.
  if (level !== closest) for (const { levels } of layout.bands) levels.level(closest);
  const plan = layout.plan(level);
  const context = {
    pxPerMs,
    origin: view.start,
    width,
    knownUntil: source.knownUntil(),
    warp: source.warp,
    lineHeight: metrics.lineHeight,
    metrics,
    moving,
  };
  const pad = (view.end - view.start) * (narrow ? LITTLE_AHEAD : AHEAD);
  const buffer: TimeSpan = { start: view.start - pad, end: view.end + pad };
  const bandOf = new Map(layout.bands.map(band => [band.lane.id, band]));
  const chosenItems = new Map<string, Item>();
  const markOf = (
    placed: Placed,
    band: LaneBand | null,
    y: number,
    guest: boolean,
    overrun = 0,
  ): SceneMark => {
    const { item, pose } = placed;
    if (item.event.id === selected) chosenItems.set(item.key, item);
    const own = source.colorOf(item.event);
    const look = {
      color: own ? laneColor(own, 0) : (band ?? bandOf.get(item.lane)!).color,
      selected: item.event.id === selected,
      guest,
      dimmed: matches !== null && !matches.has(item.event.id),
    };
    return edgeMark(placed, y, pose.units * layout.unit, look, context, overrun);
  };

  const all: SceneMark[] = [];
  const standing: Item[] = [];
  const around = layout.around(level, buffer, focused);
  for (const { placed, band } of around) {
    standing.push(placed.item);
    // The focused mark keeps its node wherever the view goes.
    if (!overlapsView(placed.item, buffer) && placed.item.event.id !== focused) continue;
    const y =
      band === null
        ? placed.unit * layout.unit
        : placed.unit === PILL_ROW
          ? band.pillY!
          : band.rowsY + placed.unit * layout.pitch;
    all.push(markOf(placed, band, y, false, overrunOf(placed, band, around, context)));
  }

  const ahead = pad * pxPerMs;
  const deepest = width / minSpan;
  const at = { view, width, matches, ahead, moving, height: 2 * layout.unit, deepest, source };
  const alone = new Set(standingAlone(plan.cells, at));
  for (const { cell, band } of alone)
    for (const item of cell.items)
      if (overlapsView(item, buffer) || item.event.id === focused)
        all.push(markOf({ item, unit: PILL_ROW, pose: BARE }, band, band.y, false));
  const gathered = alone.size > 0 ? plan.cells.filter(planned => !alone.has(planned)) : plan.cells;

  const marked = new Set(all.map(({ key }) => key));
  const hosted = [...new Set([selected, focused])].flatMap(id =>
    id === null ? [] : layout.hidden(id, level).filter(({ item }) => !marked.has(item.key)),
  );
  const absent = new Set(hosted.map(({ item }) => item.key));
  const clusters = clustersOf(gathered, absent, at);
  for (const band of layout.bands)
    if (band.dense) {
      const stood = [...standing, ...hosted.map(({ item }) => item)].filter(
        ({ lane }) => lane === band.lane.id,
      );
      clusters.push(...denseClusters(band, band.dense.entries, stood, layout.grid(level), at));
    }
  clusters.sort((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1));
  const { guests, bottom } = guestsOf(layout, hosted, clusters, context, markOf);
  all.push(...guests);
  all.sort((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1));

  const lanes = layout.bands.map(laneOf);
  const laneHeight = Math.max(layout.height, bottom);
  const marks = labelChosen({ marks: all, clusters, lanes }, ({ key }) => chosenItems.get(key), {
    width,
    height: laneHeight,
    metrics,
  });
  const height = Math.max(laneHeight, ...marks.filter(mark => mark.selected).map(labelBottom));
  const drawn = limited(
    { ahead, marks, clusters, sight: null },
    {
      view,
      width,
      height: at.height,
      bands: layout.bands,
      sight,
      focusedKey,
      isSearched: matches !== null,
      isKept: ({ event, guest }) => guest || event.id === focused || event.id === selected,
    },
  );
  const chosen = selected === null ? undefined : source.get(selected);
  return {
    ...drawn,
    level,
    view,
    width,
    height,
    scrolls: height >= layout.input.height + 1,
    pxPerMs,
    moving,
    lanes,
    washes: all.filter(mark => mark.era).map(washOf),
    links:
      arcs?.of(
        chosen,
        { marks, clusters, lanes },
        {
          width,
          height,
          measure: metrics.measure,
          verb,
          moving,
          naming: chosen ? source.namedBy(chosen.id) : [],
        },
      ) ?? [],
    silhouettes: silhouettesOf(layout, buffer, level, context),
  };
}

/**
 * The level that is drawn at a scale. What stands at a coarser one has room at a finer one, too: coming closer need not open with
 * every frame. Going away has to merge at once.
 */
const levelFor = (level: number, kept = level): number =>
  kept <= level && level - kept < MOST_KEPT ? kept : level;

/** Where the label of a mark ends. */
const labelBottom = ({ y, label }: SceneMark): number => (label ? y + label.y + label.height : 0);

function laneOf(band: LaneBand): SceneLane {
  const { lane, color, y, height, headHeight, indent, titleWidth } = band;
  const { id, title, collapsible, collapsed } = lane;
  return {
    key: titleKey(id),
    id,
    title,
    color,
    y,
    height,
    headHeight,
    indent,
    titleWidth,
    collapsible,
    collapsed,
    shaded: band.sharesHead && band.silhouette !== null,
  };
}

/** The densities of the lanes that are counted, about a stretch. */
function silhouettesOf(
  layout: TimelineLayout,
  stretch: TimeSpan,
  level: number,
  { pxPerMs, origin }: MarkContext,
): SceneSilhouette[] {
  const hull = layout.input.source.hull() ?? stretch;
  return layout.bands.flatMap(band => {
    if (!band.silhouette) return [];
    const { start, length, counts, most } = band.silhouette.columns(stretch, hull, layout.grid(level, CELL));
    const x = (start - origin) * pxPerMs;
    const box = band.silhouetteBox(2 * layout.unit);
    return [{ lane: band.lane.id, color: band.color, x, ...box, step: length * pxPerMs, counts, most }];
  });
}
