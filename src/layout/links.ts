import type { TimelineEvent } from '../data/timeline-event.js';
import type { LabelMetrics } from './label-metrics.js';
import { route, type Obstacle, type Point, type Port } from './route.js';
import { slideOf } from './scene-mark.js';
import type { Scene, SceneLink, SceneMark } from './scene.js';

/** What the ways of relations go by. */
export interface LinkContext {
  readonly width: number;
  readonly height: number;
  readonly measure: LabelMetrics['measure'];
  /** A relation in words. */
  readonly verb?: ((rel: string) => string) | undefined;
}

/** More than these would be a thicket; the details name them all. */
const MOST = 24;
/** Half the height of a sign, and of a word; how far its middle is from its line. */
const SIGN = 7;
const WORD = 8;
const OFF = 9;

/**
 * The relations of an event, in both directions, between those of its ends that the scene shows. One arc for a pair, whatever it
 * is called; that a source is cited is said in the details.
 */
export function linksOf(
  event: TimelineEvent,
  scene: Pick<Scene, 'marks' | 'clusters' | 'lanes'>,
  context: LinkContext,
): readonly SceneLink[] {
  const { marks, clusters } = scene;
  const pairs = new Map<string, { readonly from: string; readonly to: string; readonly rel: string }>();
  const pair = (from: string, to: string, rel: string): void => {
    const key = `${from}>${to}>`;
    if (from !== to && rel !== 'cites' && !pairs.has(key)) pairs.set(key, { from, to, rel });
  };
  for (const { to, rel } of event.links) pair(event.id, to, rel);
  for (const mark of new Map(marks.map(other => [other.event.id, other])).values())
    for (const { to, rel } of mark.event.links) if (to === event.id) pair(mark.event.id, to, rel);
  if (pairs.size === 0) return [];

  const ports = new Map<string, Port>();
  for (const { ids, x, y, width, height } of clusters)
    for (const id of ids) ports.set(id, { x0: x, x1: x + width, y: y + height / 2 });
  for (const mark of marks)
    if (!ports.has(mark.event.id) || !mark.guest) ports.set(mark.event.id, portOf(mark));
  const obstacles = obstaclesOf(scene);
  const links: SceneLink[] = [];
  for (const [key, { from, to, rel }] of pairs) {
    const [a, b] = [ports.get(from), ports.get(to)];
    if (!a || !b) continue;
    const points = route(a, b, obstacles, context.height);
    const word = wordOf(rel, points, obstacles, context);
    links.push({ key: key + rel, rel, points, word });
    // The next ones keep off this one, too.
    obstacles.push(...runsOf(points));
    if (word) obstacles.push({ ...word, height: 2 * WORD });
    if (links.length === MOST) break;
  }
  return links;
}

/** Where a way to a mark may end: at its point, or along as much of its stretch as is known. */
function portOf({ x, y, sign }: SceneMark): Port {
  const { shape, x0, x1, knownX, cy } = sign;
  const isPoint = shape === 'disc' || x1 - x0 < 2 * SIGN;
  const middle = x + (x0 + x1) / 2;
  return isPoint
    ? { x0: middle, x1: middle, y: y + cy }
    : { x0: x + x0, x1: x + Math.max(x0, Math.min(x1, knownX)), y: y + cy };
}

/** The long stretches of a way between its ends, as what others keep off. */
function runsOf(points: readonly Point[]): Obstacle[] {
  return points.slice(1, -1).flatMap((a, i) => {
    const b = points[i + 2]!;
    if (i + 2 === points.length - 1) return [];
    const [x, y] = [Math.min(a.x, b.x), Math.min(a.y, b.y)];
    return [{ x: x - 2, y: y - 2, width: Math.abs(b.x - a.x) + 4, height: Math.abs(b.y - a.y) + 4 }];
  });
}

/** What a way keeps off: texts, signs, pills and titles of lanes. */
function obstaclesOf({ marks, clusters, lanes }: Pick<Scene, 'marks' | 'clusters' | 'lanes'>): Obstacle[] {
  const boxes: Obstacle[] = [];
  for (const { x, y, width, height } of clusters) boxes.push({ x, y, width, height });
  for (const { y, titleWidth, headHeight } of lanes)
    if (titleWidth > 0) boxes.push({ x: 0, y, width: titleWidth, height: Math.max(headHeight, 2 * SIGN) });
  for (const { x, y, sign, label, era } of marks) {
    if (label && !label.hidden) {
      const left = x + label.x;
      boxes.push({
        x: left + slideOf(left, label.slide),
        y: y + label.y,
        width: label.width,
        height: label.height,
      });
    }
    if (era) continue;
    const width = Math.max(2 * SIGN, sign.x1 - sign.x0);
    const middle = x + (sign.x0 + sign.x1) / 2;
    boxes.push({ x: middle - width / 2, y: y + sign.cy - SIGN, width, height: 2 * SIGN });
  }
  return boxes;
}

/** The word of a relation over or under a stretch of its way, or beside one that runs down, where nothing else stands. */
function wordOf(
  rel: string,
  points: readonly Point[],
  obstacles: readonly Obstacle[],
  { width, measure, verb }: LinkContext,
): SceneLink['word'] {
  const text = verb?.(rel);
  if (!text) return null;
  const wide = measure(text, 'note') + 2;
  const isFree = (x: number, y: number): boolean =>
    x >= 0 &&
    x + wide <= width &&
    y >= WORD &&
    !obstacles.some(
      box => x < box.x + box.width && box.x < x + wide && y - WORD < box.y + box.height && box.y < y + WORD,
    );
  for (let i = points.length - 1; i > 0; i--) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const places: Point[] = [];
    if (a.y === b.y) {
      const [left, right] = [Math.max(4, Math.min(a.x, b.x)), Math.min(width - 4, Math.max(a.x, b.x))];
      if (right - left >= wide + 24)
        for (const share of [0.5, 0.75, 0.25, 1, 0]) {
          const x = left + 12 + (right - left - wide - 24) * share;
          places.push({ x, y: a.y - OFF }, { x, y: a.y + OFF });
        }
    } else if (a.x === b.x && Math.abs(b.y - a.y) >= 2 * WORD)
      places.push({ x: a.x + 5, y: (a.y + b.y) / 2 }, { x: a.x - wide - 5, y: (a.y + b.y) / 2 });
    const place = places.find(({ x, y }) => isFree(x, y));
    if (place) return { text, x: place.x, y: place.y - WORD, width: wide };
  }
  return null;
}
