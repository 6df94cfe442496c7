/** A box that a way keeps off. */
export interface Obstacle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether it is the sign of a point: a way that goes through it would seem to lead there. */
  readonly isPoint?: boolean;
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
/** What it costs to go through the sign of a point. */
const THROUGH = 400;
/** Ways that differ by less, in px, are as long: of them the first is taken. */
const ALIKE = 1 / 64;

/**
 * The corners of a quiet way from one sign to another: up or down to a height where it runs along no text, along, and to the
 * other's height; or along, up or down and along. Where the one stands over the other it goes straight, and where they stand above
 * each other as points, around the side. Of these ways it is the cheapest: short, along no text, across few, through no point.
 */
export function route(
  from: Port,
  to: Port,
  obstacles: readonly Obstacle[],
  height: number,
): readonly Point[] {
  const straight = over(from, to);
  if (straight && !obstacles.some(box => box.isPoint && meetings(straight, [box], 1) > 0)) return straight;
  if (straight) return pastPoints(straight, from, to, obstacles, height);
  const { a, b } = endsOf(from, to);
  const isBeside = Math.abs(a.x - b.x) < BESIDE;
  const near = isBeside ? obstacles : obstacles.filter(box => isBetween(box, a, b));
  const found = isBeside ? around(a, b, near) : [...along(a, b, obstacles, height), ...between(a, b, near)];
  return cheapest(found, near) ?? [a, b];
}

/** The cheapest of some ways; `null` where there is none. */
function cheapest(found: readonly (readonly Point[])[], near: readonly Obstacle[]): readonly Point[] | null {
  const ways = found
    .map(points => ({ points, length: lengthOf(points) }))
    .sort((one, other) => one.length - other.length);
  let best = ways[0]?.points ?? null;
  let least = Infinity;
  for (const { points, length } of ways) {
    // None of the others is as short as this one is cheap.
    if (length >= least) break;
    const cost = length + meetings(points, near, least - length);
    if (cost < least) [best, least] = [points, cost];
  }
  return best;
}

/** A way to a stretch that lies under or over another, or just beside what stands between them. */
function pastPoints(
  straight: readonly Point[],
  from: Port,
  to: Port,
  obstacles: readonly Obstacle[],
  height: number,
): readonly Point[] {
  const x = straight[0]!.x;
  const [a, b] = [
    { x, y: from.y },
    { x, y: to.y },
  ];
  const aside = [x - OUT, x + OUT].flatMap(other => [
    ...(isWithin(other, to) ? along(a, { ...b, x: other }, obstacles, height) : []),
    ...(isWithin(other, from) ? along({ ...a, x: other }, b, obstacles, height) : []),
  ]);
  return cheapest([straight, ...aside], obstacles)!;
}

/**
 * A way as it was between ends that have moved: along at the same height, or around as far out on the same side. Where it has
 * another form now, the simplest there is.
 */
export function reroute(
  from: Port,
  to: Port,
  before: readonly Point[] | null,
  height: number,
): readonly Point[] {
  const straight = over(from, to);
  if (straight && before?.length === 4) return aside(straight[0]!.x, from, to, before) ?? straight;
  if (straight) return straight;
  const { a, b } = endsOf(from, to);
  if (before?.length === 4) {
    const [first, corner, other, last] = before as [Point, Point, Point, Point];
    const isBeside = Math.abs(a.x - b.x) < BESIDE;
    if (!isBeside && corner.y === other.y && isApart(corner.y, a) && isApart(corner.y, b))
      return alongAt(corner.y, a, b);
    if (corner.x === other.x && corner.x !== first.x) {
      const [side, otherSide] = [Math.sign(corner.x - first.x), Math.sign(corner.x - last.x)];
      const out = (ends: readonly Point[]): number => side * Math.max(...ends.map(({ x }) => side * x));
      if (side === otherSide)
        return aroundAt(corner.x - (out([first, last]) - side * CLEAR) + out([a, b]), a, b);
      const x = a.x + corner.x - (first.x - side * CLEAR);
      if (!isBeside && isInside(x, a, b)) return aroundAt(x, a, b);
    }
  }
  return route(from, to, [], height);
}

/** A way just beside what stands between two stretches, as it was between them before; `null` where it was another. */
function aside(x: number, from: Port, to: Port, before: readonly Point[]): readonly Point[] | null {
  const [first, corner, other, last] = before as [Point, Point, Point, Point];
  const by = last.x - first.x;
  const [a, b] = [
    { x, y: from.y },
    { x, y: to.y },
  ];
  if (corner.y !== other.y || Math.abs(by) > OUT + 1 || !isApart(corner.y, a) || !isApart(corner.y, b))
    return null;
  if (isWithin(x + by, to)) return alongAt(corner.y, a, { ...b, x: x + by });
  return isWithin(x - by, from) ? alongAt(corner.y, { ...a, x: x - by }, b) : null;
}

const isWithin = (x: number, { x0, x1 }: Port): boolean => x >= x0 && x <= x1;

/** Where a way between two stretches begins and ends. */
const endsOf = (from: Port, to: Port): { readonly a: Point; readonly b: Point } => ({
  a: { x: nearest(from, to), y: from.y },
  b: { x: nearest(to, from), y: to.y },
});

/** Whether a box meets what lies between two points, from the left to the right, or just beside it. */
const isBetween = ({ x, width }: Obstacle, a: Point, b: Point): boolean =>
  x <= Math.max(a.x, b.x) + OUT && x + width >= Math.min(a.x, b.x) - OUT;

/** Whether a way may go up or down there, between two points. */
const isInside = (x: number, a: Point, b: Point): boolean =>
  x > Math.min(a.x, b.x) + CLEAR && x < Math.max(a.x, b.x) - CLEAR;

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

/** Whether a height is far enough from an end for a way to bend there. */
const isApart = (y: number, end: Point): boolean => Math.abs(y - end.y) > CLEAR;

/** Ways up or down, along, and to the other height. */
function along(a: Point, b: Point, obstacles: readonly Obstacle[], height: number): Point[][] {
  const heights = new Set([(a.y + b.y) / 2, Math.min(a.y, b.y) - 2 * CLEAR, Math.max(a.y, b.y) + 2 * CLEAR]);
  for (const { y, height: tall } of obstacles) heights.add(y - AIR).add(y + tall + AIR);
  return [...heights]
    .filter(y => y >= AIR && y <= height - AIR && isApart(y, a) && isApart(y, b))
    .map(y => alongAt(y, a, b));
}

const alongAt = (y: number, a: Point, b: Point): Point[] => [
  { x: a.x, y: a.y + Math.sign(y - a.y) * CLEAR },
  { x: a.x, y },
  { x: b.x, y },
  { x: b.x, y: b.y + Math.sign(y - b.y) * CLEAR },
];

/** Ways out to one side, down or up, and back. */
function around(a: Point, b: Point, obstacles: readonly Obstacle[]): Point[][] {
  const [left, right] = [Math.min(a.x, b.x) - OUT, Math.max(a.x, b.x) + OUT];
  const sides = new Set([left, right]);
  for (const { x, width } of obstacles)
    for (const side of [x - AIR, x + width + AIR]) if (side > right || side < left) sides.add(side);
  return [...sides].map(x => aroundAt(x, a, b));
}

/** Ways along to a place between both or just beside them, up or down there, and along. */
function between(a: Point, b: Point, obstacles: readonly Obstacle[]): Point[][] {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const places = new Set([left + OUT, right - OUT]);
  for (const { x, width } of obstacles) places.add(x - AIR).add(x + width + AIR);
  return [left - OUT, right + OUT, ...[...places].filter(x => isInside(x, a, b))].map(x => aroundAt(x, a, b));
}

const aroundAt = (x: number, a: Point, b: Point): Point[] => [
  { x: a.x + Math.sign(x - a.x) * CLEAR, y: a.y },
  { x, y: a.y },
  { x, y: b.y },
  { x: b.x + Math.sign(x - b.x) * CLEAR, y: b.y },
];

/** How long a way is, in steps of what counts. */
function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++)
    length += Math.abs(points[i]!.x - points[i - 1]!.x) + Math.abs(points[i]!.y - points[i - 1]!.y);
  return Math.round(length / ALIKE) * ALIKE;
}

/** What it costs a way to meet boxes; counted no further than `enough`. */
function meetings(points: readonly Point[], obstacles: readonly Obstacle[], enough: number): number {
  let cost = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
    const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
    for (const { x, y, width, height, isPoint } of obstacles) {
      if (right < x || left > x + width || bottom < y || top > y + height) continue;
      cost +=
        ALONG * (Math.min(right, x + width) - Math.max(left, x)) +
        ACROSS * (Math.min(bottom, y + height) - Math.max(top, y)) +
        (isPoint ? THROUGH : 0);
      if (cost >= enough) return cost;
    }
  }
  return cost;
}
