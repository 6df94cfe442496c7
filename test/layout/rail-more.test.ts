import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { layoutRail } from '../../src/layout/rail.js';
import { countTrackless } from '../../src/layout/rail-more.js';
import { TARGET } from '../../src/scale/target.js';
import { engineShare } from '../lib/engine-share.js';
import { columnOf, columns } from './columns.js';

const RUNS = engineShare({ seed: 20251119, numRuns: 100 });

describe('what finds no track', () => {
  it('is counted where it runs', () => {
    const pieces = countTrackless([
      { id: 'a', from: 100, to: 500 },
      { id: 'b', from: 200, to: 400 },
      { id: 'c', from: 400, to: 600 },
      { id: 'd', from: 700, to: 800 },
      { id: 'short', from: 700, to: 710 },
    ]);
    expect(pieces).to.eql([
      { y: 100, height: 100, ids: ['a'] },
      { y: 200, height: 200, ids: ['a', 'b'] },
      { y: 400, height: 100, ids: ['a', 'c'] },
      { y: 500, height: 100, ids: ['c'] },
      { y: 700, height: 100, ids: ['d'] },
    ]);
  });

  const stretches = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 300 })), { maxLength: 12 })
    .map(pairs => pairs.map(([from, length], i) => ({ id: `e${i}`, from, to: from + length })));

  it('is counted all along, by counts that are as high as a target, lie apart and count what runs there', () => {
    fc.assert(
      fc.property(stretches, all => {
        const pieces = countTrackless(all).map(({ y, height, ids }) => ({ y, end: y + height, ids }));
        const byId = new Map(all.map(stretch => [stretch.id, stretch]));
        for (const [i, { y, end, ids }] of pieces.entries()) {
          expect(end - y).to.be.at.least(TARGET);
          expect(y).to.be.at.least(pieces[i - 1]?.end ?? 0);
          for (const id of ids) {
            const { from, to } = byId.get(id)!;
            expect(from < end && to > y, `${id} runs within ${y} to ${end}`).to.equal(true);
          }
          // None reaches into what none of them covers.
          const covering = ids.map(id => byId.get(id)!);
          for (let at = y + 0.5; at < end; at++)
            expect(
              covering.some(({ from, to }) => from < at && to > at),
              `${at}`,
            ).to.equal(true);
        }
        for (const { id, from, to } of all) {
          const own = pieces.filter(({ ids }) => ids.includes(id));
          if (to - from < TARGET) expect(own).to.eql([]);
          else
            for (let at = from + 0.5; at < to; at++)
              expect(
                own.some(({ y, end }) => y < at && at < end),
                `${id} at ${at}`,
              ).to.equal(true);
        }
      }),
      RUNS,
    );
  });

  it('of few or of a crowd, is counted where it is not drawn, all along', () => {
    const found = { drawn: 0, counted: 0 };
    fc.assert(
      fc.property(columns, fc.integer({ min: 20, max: 90 }), ([source, view], step) => {
        const column = columnOf(source, view);
        const items = column.groups.flatMap(group => group.items);
        const spots = new Map(items.map(({ key }, i) => [key, step * (i + 1)]));
        const places = { height: step * (items.length + 1), spots, gaps: new Map(), ticks: [] };
        const rail = layoutRail(column, places, view.end);
        const drawn = new Set(rail.bars.map(({ key }) => key));
        // Where each stretch would be drawn, had each a track.
        const tracks = new Map(column.events.filter(({ era }) => !era).map(({ key }) => [key, 1]));
        const all = layoutRail({ ...column, tracks }, places, view.end).bars;
        const ids = new Map(column.events.map(({ key, event }) => [key, event.id]));
        for (const { key, y, sign } of all) {
          const counts = rail.more.filter(piece => piece.ids.includes(ids.get(key)!));
          if (drawn.has(key)) {
            expect(counts, key).to.eql([]);
            found.drawn++;
            continue;
          }
          found.counted++;
          // There is room for the count, which does not follow from where the view lies.
          expect(column.trackCount).to.be.above(0);
          expect(counts[0]?.y, key).to.be.at.most(y);
          let end = y;
          for (const piece of counts) {
            expect(piece.y, key).to.be.at.most(end);
            end = piece.y + piece.height;
          }
          expect(end, key).to.be.at.least(y + sign.x1);
        }
      }),
      RUNS,
    );
    expect(found.drawn).to.be.above(100);
    expect(found.counted).to.be.above(100);
  });
});
