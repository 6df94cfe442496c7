/** A box that a way keeps off. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a way may begin or end: somewhere along a stretch, at the height of its middle. */
export interface Port {
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** How far from its middle a way leaves a sign, and how far it keeps from texts. */
const CLEAR = 10;
const AIR = 3;
/** Ends that are closer beside each other are joined around the side. */
const BESIDE = 28;
/** How far out that is, at the least. */
const OUT = 18;
/** What a px costs that runs along a text, or crosses one, beside a px of way. */
const ALONG = 12;
const ACROSS = 4;

/**
 * The corners of a quiet way from one sign to another: up or down to a height where it runs along no text, along, and to the
 * other's height. Where the one stands over the other it goes straight, and where they stand above each other as points, around
 * the side. Of these ways it is the cheapest: short, along no text, across few.
 */
export function route(
  from: Port,
  to: Port,
  obstacles: readonly Obstacle[],
  height: number,
): readonly Point[] {
  const straight = over(from, to);
  if (straight) return straight;
  const a = { x: nearest(from, to), y: from.y };
  const b = { x: nearest(to, from), y: to.y };
  const ways = Math.abs(a.x - b.x) < BESIDE ? around(a, b, obstacles) : along(a, b, obstacles, height);
  let [best] = ways;
  let least = Infinity;
  for (const way of ways) {
    const cost = costOf(way, obstacles);
    if (cost < least) [best, least] = [way, cost];
  }
  return best ?? [a, b];
}

/** The way down or up from one to a stretch that lies under or over it. */
function over(from: Port, to: Port): readonly Point[] | null {
  const left = Math.max(from.x0, to.x0);
  const right = Math.min(from.x1, to.x1);
  const far = Math.abs(to.y - from.y);
  const isStretch = from.x1 - from.x0 > 2 * CLEAR || to.x1 - to.x0 > 2 * CLEAR;
  if (!isStretch || right < left || far < CLEAR) return null;
  const x = (left + right) / 2;
  const clear = Math.sign(to.y - from.y) * Math.min(CLEAR, far / 3);
  return [
    { x, y: from.y + clear },
    { x, y: to.y - clear },
  ];
}

/** The end of a stretch that is nearest to another, inside it where there is room. */
function nearest({ x0, x1 }: Port, other: Port): number {
  const inset = Math.min(CLEAR, (x1 - x0) / 2);
  return Math.max(x0 + inset, Math.min(x1 - inset, (other.x0 + other.x1) / 2));
}

/** Ways up or down, along, and to the other height. */
function along(a: Point, b: Point, obstacles: readonly Obstacle[], height: number): Point[][] {
  const heights = new Set([(a.y + b.y) / 2, Math.min(a.y, b.y) - 2 * CLEAR, Math.max(a.y, b.y) + 2 * CLEAR]);
  for (const { y, height: tall } of obstacles) heights.add(y - AIR).add(y + tall + AIR);
  const isApart = (y: number, end: Point): boolean => Math.abs(y - end.y) > CLEAR;
  return [...heights]
    .filter(y => y >= AIR && y <= height - AIR && isApart(y, a) && isApart(y, b))
    .map(y => [
      { x: a.x, y: a.y + Math.sign(y - a.y) * CLEAR },
      { x: a.x, y },
      { x: b.x, y },
      { x: b.x, y: b.y + Math.sign(y - b.y) * CLEAR },
    ]);
}

/** Ways out to one side, down or up, and back. */
function around(a: Point, b: Point, obstacles: readonly Obstacle[]): Point[][] {
  const [left, right] = [Math.min(a.x, b.x) - OUT, Math.max(a.x, b.x) + OUT];
  const sides = new Set([left, right]);
  for (const { x, width } of obstacles)
    for (const side of [x - AIR, x + width + AIR]) if (side > right || side < left) sides.add(side);
  return [...sides].map(x => [
    { x: a.x + Math.sign(x - a.x) * CLEAR, y: a.y },
    { x, y: a.y },
    { x, y: b.y },
    { x: b.x + Math.sign(x - b.x) * CLEAR, y: b.y },
  ]);
}

function costOf(points: readonly Point[], obstacles: readonly Obstacle[]): number {
  let cost = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    cost += Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
    const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
    const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
    for (const { x, y, width, height } of obstacles) {
      if (right < x || left > x + width || bottom < y || top > y + height) continue;
      cost +=
        ALONG * (Math.min(right, x + width) - Math.max(left, x)) +
        ACROSS * (Math.min(bottom, y + height) - Math.max(top, y));
    }
  }
  return cost;
}
