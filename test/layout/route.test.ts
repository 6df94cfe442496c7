import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { reroute, route, type Obstacle, type Point, type Port } from '../../src/layout/route.js';

const HEIGHT = 400;
const px = (max: number) => fc.integer({ min: 0, max });
const port = fc
  .tuple(px(900), px(200), fc.integer({ min: 20, max: HEIGHT - 20 }), fc.boolean())
  .map(([x0, length, y, isPoint]): Port => ({ x0, x1: isPoint ? x0 : x0 + length, y }));
const obstacle = fc.record({
  x: px(900),
  y: px(HEIGHT),
  width: fc.integer({ min: 10, max: 200 }),
  height: fc.constant(18),
});

/** How far stretches of a way run along texts. */
const alongTexts = (points: readonly Point[], obstacles: readonly Obstacle[]): number => {
  let length = 0;
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1]!, points[i]!];
    if (a.y !== b.y) continue;
    for (const { x, y, width, height } of obstacles)
      if (a.y >= y && a.y <= y + height)
        length += Math.max(0, Math.min(x + width, Math.max(a.x, b.x)) - Math.max(x, Math.min(a.x, b.x)));
  }
  return length;
};

describe('route(from, to, obstacles, height)', () => {
  it('goes up, down and along, from the one to the other, never beyond the canvas', () => {
    fc.assert(
      fc.property(port, port, fc.array(obstacle, { maxLength: 12 }), (from, to, obstacles) => {
        const points = route(from, to, obstacles, HEIGHT);
        expect(points.length).to.be.at.least(2);
        const [first, last] = [points[0]!, points.at(-1)!];
        const near = (point: Point, { x0, x1, y }: Port): void => {
          expect(point.x).to.be.within(x0 - 10, x1 + 10);
          expect(Math.abs(point.y - y)).to.be.at.most(10);
        };
        near(first, from);
        near(last, to);
        for (const { x, y } of points) {
          expect(Number.isFinite(x)).to.equal(true);
          expect(y).to.be.within(0, HEIGHT);
        }
        if (points.length > 2)
          for (let i = 1; i < points.length; i++)
            expect(points[i]!.x === points[i - 1]!.x || points[i]!.y === points[i - 1]!.y).to.equal(true);
      }),
      { seed: 12, numRuns: 400 },
    );
  });

  it('runs along no text where a height without any is near', () => {
    fc.assert(
      fc.property(
        px(300),
        fc.integer({ min: 500, max: 900 }),
        fc.array(px(5), { maxLength: 6 }),
        (x, x2, rows) => {
          // Rows of texts with air between them, as lanes have them.
          const obstacles = rows.map(row => ({
            x: x + 20,
            y: 40 + row * 50,
            width: x2 - x - 40,
            height: 18,
          }));
          const from = { x0: x, x1: x, y: 49 };
          const to = { x0: x2, x1: x2, y: 299 };
          expect(alongTexts(route(from, to, obstacles, HEIGHT), obstacles)).to.equal(0);
        },
      ),
      { seed: 13, numRuns: 200 },
    );
  });

  it('goes straight to a stretch that lies under a point, and around the side of points above each other', () => {
    const point = { x0: 100, x1: 100, y: 50 };
    expect(route(point, { x0: 20, x1: 300, y: 150 }, [], HEIGHT)).to.eql([
      { x: 100, y: 60 },
      { x: 100, y: 140 },
    ]);
    const text = { x: 0, y: 40, width: 90, height: 140 };
    expect(route(point, { ...point, y: 150 }, [text], HEIGHT)).to.eql([
      { x: 110, y: 50 },
      { x: 118, y: 50 },
      { x: 118, y: 150 },
      { x: 110, y: 150 },
    ]);
  });

  it('goes through the sign of no other point', () => {
    const sign = (x: number, y: number): Obstacle => ({
      x: x - 7,
      y: y - 7,
      width: 14,
      height: 14,
      isPoint: true,
    });
    const rows = fc.uniqueArray(px(9), { minLength: 3, maxLength: 9 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(0, 40, 300),
        fc.boolean(),
        ([from, to, ...between], dx, isStretch) => {
          const y = (row: number): number => 30 + 36 * row;
          const a = { x0: 400, x1: 400, y: y(from!) };
          const b = { x0: 400 + dx, x1: 400 + dx + (isStretch ? 300 : 0), y: y(to!) };
          const others = between.flatMap(row => [sign(400, y(row)), sign(400 + dx, y(row))]);
          const points = route(a, b, others, HEIGHT);
          for (let i = 1; i < points.length; i++) {
            const [one, next] = [points[i - 1]!, points[i]!];
            for (const box of others) {
              const isAcross =
                Math.min(one.x, next.x) <= box.x + 14 &&
                Math.max(one.x, next.x) >= box.x &&
                Math.min(one.y, next.y) <= box.y + 14 &&
                Math.max(one.y, next.y) >= box.y;
              expect(isAcross, JSON.stringify({ points, box })).to.equal(false);
            }
          }
          expect(reroute(a, b, points, HEIGHT)).to.deep.equal(points);
        },
      ),
      { seed: 14, numRuns: 300 },
    );
  });
});
