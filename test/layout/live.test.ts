import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { amendTable, type Amendment } from '../../src/data/amend-table.js';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { overlapsView } from '../../src/index/event-source.js';
import { TableSource } from '../../src/index/table-source.js';
import type { Scene, SceneMark } from '../../src/layout/scene.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import type { TimelineLayout } from '../../src/layout/timeline-layout.js';
import { engineShare } from '../lib/engine-share.js';
import { collisions, expectConserved, expectOnlyOpens } from './oracles.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import { crowdedRecords, layoutFor, randomRecords, seeded } from './sample.js';

const MIN_SPAN = 4;
const rest = { selected: null, focused: null, moving: false };

/** Random changes of some events: the third part removed, the third given another title, the third another summary. */
function amendment(
  ids: readonly string[],
  records: readonly Record<string, unknown>[],
  seed: number,
): Required<Pick<Amendment, 'remove' | 'update' | 'add'>> {
  const random = seeded(seed);
  const some = ids.filter(() => random() < 0.1);
  const part = (of: number): string[] => some.filter((_, i) => i % 3 === of);
  return {
    remove: part(0),
    update: [
      ...part(1).map(id => ({ id, title: `another title for ${id}` })),
      ...part(2).map(id => ({ id, summary: 'more to say' })),
    ],
    add: records,
  };
}

/** Where a mark stands and what it says, by its key. */
const standing = (marks: readonly SceneMark[]): Map<string, unknown> =>
  new Map(
    marks.map(({ key, x, y, width, height, label }) => [
      key,
      {
        ...{ x, y, width, height },
        label: label && [label.x, label.y, label.side, label.date, label.lines, label.note, label.hidden],
      },
    ]),
  );

const pills = ({ clusters }: Scene): Map<string, unknown> =>
  new Map(clusters.filter(({ edge }) => !edge).map(({ key, x, y }) => [key, { x, y }]));

/** Tops of the rows of pills: there a mark may be gathered with what comes close to it. */
const pillTops = ({ bands }: TimelineLayout): Set<number | null> => new Set(bands.map(({ pillY }) => pillY));

const cases = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  count: fc.constantFrom(1, 3, 12, 60, 300),
  more: fc.constantFrom(0, 1, 10, 60),
  width: fc.integer({ min: 320, max: 1600 }),
  height: fc.constantFrom(120, 300, 432),
  lanes: fc.integer({ min: 1, max: 6 }),
  power: fc.integer({ min: -12, max: 2 }),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe('layout: other data under the same view', () => {
  it('leaves all that stands where it stands, and keeps the laws', () => {
    let kept = 0;
    let runs = 0;
    fc.assert(
      fc.property(cases, ({ seed, count, more, width, height, lanes, power, at }) => {
        const records = randomRecords(count + 3 * more, seed, lanes);
        let { table } = finish(readTable(records.slice(0, count)));
        const { layout } = layoutFor(new TableSource(table), width, height);
        const { home } = layout.input;
        const length = (home.end - home.start) * 2 ** (power / 2);
        const start = home.start + (home.end - home.start) * at - length / 2;
        const view = { start, end: start + length };
        for (const step of [0, 1, 2]) {
          const before = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          const from = count + step * more;
          const ids = records.slice(0, from).map(({ id }) => id as string);
          const change = amendment(ids, records.slice(from, from + more), seed + step);
          table = amendTable(table, change).table;
          const source = new TableSource(table);
          const isWider = source.lanes.some(({ id }) => !layout.bands.some(({ lane }) => lane.id === id));
          const isInSight = layout.height < height + 1;
          const stays = layout.amend(source, before.pxPerMs);
          if (!isWider) runs++;
          if (!isWider && stays) kept++;
          if (!stays) return;
          // A lane that is new is as much in sight as the others.
          if (isInSight) expect(layout.height).to.be.below(height + 1);

          const after = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          const other = new Set([
            ...change.remove,
            ...change.update.map(record => (record as { id: string }).id),
          ]);
          const now = standing(after.marks);
          const tops = pillTops(layout);
          for (const [key, mark] of standing(before.marks.filter(({ event }) => !other.has(event.id))))
            if (now.has(key) || !tops.has((mark as { y: number }).y))
              expect(now.get(key), key).to.deep.equal(mark);
          const gathered = pills(after);
          for (const [key, pill] of pills(before))
            if (gathered.has(key)) expect(gathered.get(key), key).to.deep.equal(pill);
          expectConserved(after, source);
          expect(collisions(after)).to.deep.equal([]);
        }
        expectOnlyOpens(layout);
      }),
      engineShare({ numRuns: 30, seed: 20251119 }),
    );
    expect(kept / runs).to.be.greaterThan(0.9);
  });

  it('goes on so where a lane grows from few to very many, and zooms only open then, too', () => {
    const numbers = fc.record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      power: fc.integer({ min: -3, max: 6 }),
      at: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
    });
    fc.assert(
      fc.property(numbers, ({ seed, power, at }) => {
        const records = crowdedRecords(1500, seed);
        let { table } = finish(readTable({ events: records.slice(0, 300) }));
        const { layout } = layoutFor(new TableSource(table), 900, 300);
        const { home } = layout.input;
        const middle = home.start + (home.end - home.start) * at;
        const viewOf = (level: number): TimeSpan => {
          const length = (home.end - home.start) / 2 ** (level / 2);
          return { start: middle - length / 2, end: middle + length / 2 };
        };
        const view = viewOf(power);
        for (let from = 300; from < records.length; from += 400) {
          const before = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          table = amendTable(table, { add: records.slice(from, from + 400) }).table;
          const source = new TableSource(table);
          expect(layout.amend(source, before.pxPerMs)).to.equal(true);
          const after = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          const now = standing(after.marks);
          const tops = pillTops(layout);
          for (const [key, mark] of standing(before.marks.filter(other => overlapsView(other, view))))
            if (!tops.has((mark as { y: number }).y)) expect(now.get(key), key).to.deep.equal(mark);
          expectConserved(after, source);
          expect(collisions(after)).to.deep.equal([]);
        }
        expect(layout.bands.some(({ dense }) => dense)).to.equal(true);
        for (let level = power - 4; level < power + 8; level++) {
          const [wide, close] = [level, level + 1].map(each =>
            sceneOf(layout, { ...rest, view: viewOf(each), moving: true }, MIN_SPAN),
          );
          expect(collisions(wide!)).to.deep.equal([]);
          const closer = new Map(close!.marks.map(mark => [mark.key, mark]));
          for (const mark of wide!.marks.filter(other => overlapsView(other, viewOf(level + 1))))
            if (mark.label) expect(closer.get(mark.key)?.label, mark.key).to.be.an('object');
            else expect(closer.has(mark.key), mark.key).to.equal(true);
        }
      }),
      engineShare({ numRuns: 15, seed: 20251119 }),
    );
  });
});
