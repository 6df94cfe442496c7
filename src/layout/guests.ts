import { reachOf, type Item, type Placed, type Pose } from './item.js';
import type { LaneBand } from './lane-band.js';
import { BARE, posed, type PoseContext } from './poses.js';
import type { Scene, SceneCluster, SceneMark } from './scene.js';
import type { MarkContext } from './scene-mark.js';
import type { TimelineLayout } from './timeline-layout.js';

/**
 * Marks for the selected and the focused event where they have no place of their own: in the head row
 * of their lane or, where they would meet each other, its title or a pill at the edge, in a row under all lanes.
 */
export function guestsOf(
  layout: TimelineLayout,
  hosted: readonly { item: Item; band: LaneBand }[],
  clusters: readonly SceneCluster[],
  context: MarkContext,
  markOf: (placed: Placed, band: LaneBand, y: number, guest: boolean) => SceneMark,
): { guests: SceneMark[]; bottom: number } {
  const { pxPerMs, origin, width } = context;
  const { metrics } = layout.input;
  const poses: PoseContext = { pxPerMs, origin, metrics, home: { left: 0, right: width }, widest: width };
  const taken = [
    ...clusters.filter(({ edge }) => edge).map(({ x, y, width }) => ({ y, left: x, right: x + width })),
    ...layout.bands.map(({ y, titleWidth }) => ({ y, left: 0, right: titleWidth })),
  ];
  const labelled = (item: Item, says: { date: boolean; note: boolean }): Pose[] => {
    const title = item.titles.find(({ lines }) => lines.length === 1);
    return (['after', 'before'] as const).flatMap(side => {
      const pose = title && posed(item, side, title, says, poses);
      const reach = pose && reachOf(item, pose, context);
      return reach && (side === 'after' ? reach.right <= width : reach.left >= 0) ? [pose] : [];
    });
  };
  const place = (own: Item, band: LaneBand): SceneMark => {
    const plain = labelled(own, { date: false, note: false });
    const away = layout.bands.length > 1 && !own.era ? named(own, band.lane.title) : own;
    const telling = away === own ? [] : labelled(away, { date: true, note: false });
    for (
      let y = band.sharesHead ? layout.bottom : band.y;
      ;
      y = Math.max(layout.bottom, y + 2 * layout.unit)
    ) {
      const isAway = y >= layout.bottom;
      const item = isAway ? away : own;
      for (const pose of isAway ? [...telling, ...plain, BARE] : [...plain, BARE]) {
        const { left, right } = reachOf(item, pose, context);
        if (taken.some(other => other.y === y && left < other.right && other.left < right)) continue;
        taken.push({ y, left, right });
        return markOf({ item, unit: 0, pose }, band, y, true);
      }
    }
  };
  const guests = hosted.map(({ item, band }) => place(item, band));
  const lowest = Math.max(0, ...guests.map(({ y, height }) => y + height));
  return { guests, bottom: lowest > layout.height ? lowest : 0 };
}

/** An item that says in the place of its date which lane it is of. */
const named = (item: Item, lane: string): Item => ({ ...item, texts: { ...item.texts, date: lane } });

/** Where the row under all lanes begins; null where nobody stands in it. */
export function footOf({ lanes, marks }: Pick<Scene, 'lanes' | 'marks'>): number | null {
  const last = lanes.at(-1);
  if (!last) return null;
  const bottom = last.y + last.height;
  return marks.some(({ guest, y }) => guest && y >= bottom) ? bottom : null;
}
