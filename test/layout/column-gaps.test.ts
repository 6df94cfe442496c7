import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { overlapsView } from '../../src/index/event-source.js';
import { columnGaps, type Stop } from '../../src/layout/column-gaps.js';
import { DAY, type TimeSpan } from '../../src/time/epoch-ms.js';
import { columnOf, columns } from './columns.js';

const view = { start: 0, end: 1200 * DAY };

/** The gaps before stretches of days, in days; the second list is counted and not seen. */
function gapsOf(days: readonly [number, number][], cells: readonly [number, number][] = []) {
  const stop = (gathers: boolean) => (span: readonly [number, number]) => ({
    start: span[0] * DAY,
    end: span[1] * DAY,
    gathers,
  });
  // In the order of the column, in which clusters come where their cells end.
  const placeOf = ({ start, end, gathers }: Stop): number => (gathers ? end : start);
  const stops = [...days.map(stop(false)), ...cells.map(stop(true))].sort((a, b) => placeOf(a) - placeOf(b));
  const endedBy = (at: number): number =>
    stops.filter(({ start, end }) => (start < end ? end <= at : end < at)).length;
  return columnGaps(stops, view, endedBy);
}
const told = (gaps: ReturnType<typeof gapsOf>) =>
  gaps.map(gap => gap && [gap.start / DAY, gap.end / DAY, gap.folded]);

describe('gaps', () => {
  it('lie between what is over, or has begun, and what begins', () => {
    const gaps = gapsOf([
      [0, 1],
      [31, 32],
      [31, 40],
      [35, 36],
    ]);
    expect(told(gaps)).to.eql([null, [1, 31, false], null, [32, 35, false]]);
  });

  it('are as long as nothing begins or ends, whatever lasts', () => {
    const gaps = gapsOf([
      [0, Infinity],
      [30, 31],
      [300, 301],
    ]);
    expect(told(gaps)).to.eql([null, [0, 30, false], [31, 300, true]]);
  });

  it('end where a cell begins that gathers others', () => {
    const gaps = gapsOf(
      [
        [0, 1],
        [55, 56],
        [70, 71],
        [95, 96],
      ],
      [[50, 90]],
    );
    expect(told(gaps)).to.eql([null, [1, 50, false], null, null, [90, 95, false]]);
  });

  it('are as high as they are long, up to where they are folded', () => {
    const [, short, long] = gapsOf([
      [10, 10],
      [20, 20],
      [60, 60],
    ]);
    expect(long!.px / short!.px).to.be.closeTo(4, 1e-9);
  });

  it('lie in no cell of a cluster, and nothing in view begins or ends within one', () => {
    let found = 0;
    fc.assert(
      fc.property(columns, ([source, at]) => {
        const { gaps, clusters } = columnOf(source, at);
        const all = source.lanes
          .flatMap(({ id }) => source.entries(id))
          .filter(entry => overlapsView(entry, at));
        const isWithin = (moment: number, gap: TimeSpan): boolean => moment > gap.start && moment < gap.end;
        for (const gap of gaps.values()) {
          if (!gap) continue;
          found++;
          expect(clusters.filter(({ anchors: { start, end } }) => start < gap.end && end > gap.start)).to.eql(
            [],
          );
          expect(all.filter(({ start, end }) => isWithin(start, gap) || isWithin(end, gap))).to.eql([]);
        }
      }),
      { numRuns: 60, seed: 20251119 },
    );
    expect(found).to.be.above(300);
  }).timeout(20_000);
});
