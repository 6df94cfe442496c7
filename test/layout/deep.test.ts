import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { sceneOf } from '../../src/layout/scene-of.js';
import { clampView } from '../../src/scale/view.js';
import { DAY, type TimeSpan } from '../../src/time/epoch-ms.js';
import { expectConserved, expectLegible } from './oracles.js';
import { layoutOf, seeded } from './sample.js';

const MIN_SPAN = 4;
const rest = { selected: null, focused: null, moving: false };
const LANDING = Date.UTC(1969, 6, 20, 20, 17, 40);

/** What lasts since the beginning of the universe, and some seconds of a landing, each told by so many. */
function bigHistory(count: number): object[] {
  const random = seeded(count);
  const second = (): string =>
    new Date(LANDING + Math.floor(random() ** 3 * 20_000)).toISOString().slice(0, 23);
  return [
    { id: 'all', start: 'Y-13800000000', end: '2025', title: 'Everything', kind: 'era' },
    { id: 'matter', start: 'Y-13700000000', end: '2000', title: 'Matter' },
    ...Array.from({ length: count }, (_, i) => ({
      id: `e${i}`,
      date: second(),
      title: `Report number ${i}`,
    })),
  ];
}

const depths = fc.record({
  count: fc.constantFrom(3, 60, 900),
  /** Powers of ten of screens. */
  depth: fc.double({ min: 8, max: 20, noNaN: true }),
  at: fc.constantFrom(LANDING, LANDING + 2, LANDING + 5000, LANDING - DAY, -3e20, 1.5e12),
  off: fc.double({ min: -0.6, max: 0.6, noNaN: true }),
});

describe('layout: however deep one zooms', () => {
  it('conserves, is legible, and has every pill by what it counts', function () {
    const layouts = new Map<number, ReturnType<typeof layoutOf>>();
    fc.assert(
      fc.property(depths, ({ count, depth, at, off }) => {
        let made = layouts.get(count);
        if (!made) layouts.set(count, (made = layoutOf({ events: bigHistory(count) }, 900, 300)));
        const { layout, source } = made;
        const { home } = layout.input;
        const length = Math.max(MIN_SPAN, (home.end - home.start) / 10 ** depth);
        const start = at + length * (off - 0.5);
        const view: TimeSpan = clampView({ start, end: start + length });
        const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
        expectConserved(scene, source);
        expectLegible(scene);
        for (const { key, x, width, anchors, edge } of scene.clusters) {
          if (edge) continue;
          const [from, to] = [anchors.start, anchors.end].map(
            moment => (moment - view.start) * scene.pxPerMs,
          );
          // A cell is 128 px wide at the most, and its pill stands in it.
          expect(to! > x + width - 128 && from! < x + 128, `${key}: ${x} for ${from} to ${to}`).to.equal(
            true,
          );
        }
      }),
      { numRuns: 300, seed: 20251119 },
    );
  });
});
