import type { TimelineEvent } from '../data/timeline-event.js';
import type { EventSource } from '../index/event-source.js';
import { wordOf, wordWith, type WordContext } from './link-word.js';
import { obstaclesOf, SIGN, type Shown } from './obstacles.js';
import { reroute, route, type Obstacle, type Point, type Port } from './route.js';
import type { SceneLink, SceneMark } from './scene.js';

/** What the ways of relations go by. */
export interface LinkContext extends WordContext {
  readonly height: number;
  readonly moving: boolean;
  /** The events that name the selected one, in marks and pills or not, each with its link. */
  readonly naming: ReturnType<EventSource['namedBy']>;
}

/** More than these would be a thicket; the details name them all. */
const MOST = 24;

/** A relation, and the stretches of the scene that it joins. */
interface Pair {
  readonly rel: string;
  readonly key: string;
  readonly from: Port;
  readonly to: Port;
}

/**
 * The relations of the selected event as arcs, of one scene after another. Their ways are found at rest; while the view moves they
 * go with their ends, as there is no time to look for others, and what has not changed is not looked for again.
 */
export class SceneLinks {
  #links: readonly SceneLink[] = [];
  /** What they were found for. */
  #found: readonly unknown[] = [];

  /**
   * The relations of an event, in both directions, between those of its ends that the scene shows. One arc for a pair, whatever it
   * is called; that a source is cited is said in the details.
   */
  of(event: TimelineEvent | undefined, scene: Shown, context: LinkContext): readonly SceneLink[] {
    const pairs = event ? pairsOf(event, scene, context) : [];
    if (pairs.length === 0 || context.moving) {
      this.#found = [];
      return (this.#links = moved(pairs, this.#links, context));
    }
    const obstacles = obstaclesOf(scene);
    const { width, height, verb } = context;
    const asked = [
      width,
      height,
      context.measure,
      ...pairs.flatMap(pair => [verb?.(pair.rel), ...told(pair)]),
    ];
    for (const { x, y, width: wide, height: tall } of obstacles) asked.push(x, y, wide, tall);
    if (asked.length === this.#found.length && asked.every((value, i) => value === this.#found[i]))
      return this.#links;
    this.#found = asked;
    return (this.#links = routed(pairs, obstacles, context));
  }
}

const told = ({ key, from, to }: Pair): unknown[] => [key, from.x0, from.x1, from.y, to.x0, to.x1, to.y];

/** The pairs of events that an event is in, of those that a scene shows. */
function pairsOf(
  event: TimelineEvent,
  { marks, clusters }: Shown,
  { naming }: Pick<LinkContext, 'naming'>,
): readonly Pair[] {
  const pairs = new Map<string, { readonly from: string; readonly to: string; readonly rel: string }>();
  const pair = (from: string, to: string, rel: string): void => {
    const key = `${from}>${to}>`;
    if (from !== to && rel !== 'cites' && !pairs.has(key)) pairs.set(key, { from, to, rel });
  };
  for (const { to, rel } of event.links) pair(event.id, to, rel);
  for (const { event: other, link } of naming) pair(other.id, event.id, link.rel);
  if (pairs.size === 0) return [];

  const ports = new Map<string, Port>();
  for (const { ids, x, y, width, height } of clusters)
    for (const id of ids) ports.set(id, { x0: x, x1: x + width, y: y + height / 2 });
  for (const mark of marks)
    if (!ports.has(mark.event.id) || !mark.guest) ports.set(mark.event.id, portOf(mark));
  const shown: Pair[] = [];
  for (const [key, { from, to, rel }] of pairs) {
    const [a, b] = [ports.get(from), ports.get(to)];
    if (a && b) shown.push({ key: key + rel, rel, from: a, to: b });
    if (shown.length === MOST) break;
  }
  return shown;
}

function routed(pairs: readonly Pair[], obstacles: Obstacle[], context: LinkContext): readonly SceneLink[] {
  return pairs.map(pair => {
    const { key, rel, from, to } = pair;
    const points = route(from, to, obstacles, context.height);
    const word = wordOf(rel, points, obstacles, context);
    // The next ones keep off this one, too.
    obstacles.push(...runsOf(points));
    if (word) obstacles.push(word);
    return { key, rel, points, word };
  });
}

/** The ways of before, between their ends as they are now. */
function moved(
  pairs: readonly Pair[],
  links: readonly SceneLink[],
  { height }: LinkContext,
): readonly SceneLink[] {
  const before = new Map(links.map(link => [link.key, link]));
  return pairs.map(({ key, rel, from, to }) => {
    const known = before.get(key);
    const points = reroute(from, to, known?.points ?? null, height);
    return { key, rel, points, word: known ? wordWith(known, points) : null };
  });
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
