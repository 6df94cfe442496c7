import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { cellsWithin, cellStep, headStep } from '../../src/scale/calendar-cells.js';
import { calendarGrid } from '../../src/scale/probed-calendar.js';
import { DAY, type TimeSpan } from '../../src/time/epoch-ms.js';
import { fromCivil } from '../../src/time/civil.js';

const YEAR = 365.2425 * DAY;
const RUNS = { numRuns: 200, seed: 20251119 };

const views = fc
  .record({
    start: fc.double({ min: -4000 * YEAR, max: 100 * YEAR, noNaN: true }),
    power: fc.double({ min: 3, max: 14.5, noNaN: true }),
  })
  .map(({ start, power }): TimeSpan => ({ start: Math.round(start), end: Math.round(start + 10 ** power) }));
const calendars = fc.constantFrom(undefined, 'persian', 'hebrew');

describe('cells of the calendar', () => {
  it('cover a view without gaps, no more of them than asked for but for those at its edges', () => {
    fc.assert(
      fc.property(views, calendars, fc.integer({ min: 4, max: 30 }), (view, name, most) => {
        const calendar = calendarGrid(name, view);
        const cells = cellsWithin(cellStep(view.end - view.start, most, calendar), view, calendar);
        expect(cells[0]!.start).to.be.at.most(view.start);
        expect(cells.at(-1)!.end).to.be.at.least(view.end);
        for (const [i, { start, end }] of cells.entries()) {
          expect(end).to.be.above(start);
          if (i > 0) expect(start).to.equal(cells[i - 1]!.end);
        }
        expect(cells.length).to.be.at.most(most + 2);
      }),
      RUNS,
    );
  });

  it('begin at or before a view that starts late in a month or a year, in every calendar', () => {
    const names = fc.constantFrom(
      undefined,
      'persian',
      'hebrew',
      'chinese',
      'ethiopic',
      'coptic',
      'islamic-civil',
    );
    const starts = fc
      .tuple(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 27, max: 31 }),
      )
      .map(([year, month, day]) => fromCivil({ year, month, day }));
    fc.assert(
      fc.property(
        starts,
        fc.integer({ min: 0, max: DAY - 1 }),
        fc.double({ min: 8.5, max: 10.5, noNaN: true }),
        names,
        fc.integer({ min: 1, max: 30 }),
        (day, ms, power, name, most) => {
          const view = { start: day + ms, end: day + ms + Math.round(10 ** power) };
          const calendar = calendarGrid(name, view);
          const [first] = cellsWithin(cellStep(view.end - view.start, most, calendar), view, calendar);
          expect(first!.start).to.be.at.most(view.start);
          expect(first!.end).to.be.above(view.start);
        },
      ),
      { ...RUNS, numRuns: 600 },
    );
  });

  it('cover views at both ends of what a calendar reaches', () => {
    for (const name of ['persian', 'hebrew', 'chinese', 'ethiopic', 'japanese', 'buddhist']) {
      const { reach } = calendarGrid(name, { start: 0, end: 1 });
      for (const length of [1e3, 1e8, 1e10, 1e11, 1e12])
        for (const view of [
          { start: reach.start, end: reach.start + length },
          { start: reach.end - length, end: reach.end },
        ])
          for (const most of [1, 2, 10, 22]) {
            const calendar = calendarGrid(name, view);
            const cells = cellsWithin(cellStep(length, most, calendar), view, calendar);
            expect(cells[0]!.start, name).to.be.at.most(view.start);
            expect(cells.at(-1)!.end, name).to.be.at.least(view.end);
          }
    }
  });

  it('lie within those of any wider view, and within the headings of their own', () => {
    fc.assert(
      fc.property(views, calendars, fc.double({ min: 0, max: 1, noNaN: true }), (view, name, share) => {
        const calendar = calendarGrid(name, view);
        const length = view.end - view.start;
        const fine = cellsWithin(cellStep(length * share, 12, calendar), view, calendar).slice(0, 100);
        for (const step of [cellStep(length, 12, calendar), headStep(length, 12, calendar)]) {
          const coarse = cellsWithin(step, view, calendar);
          for (const { start, end } of fine.filter(cell => cell.end <= coarse.at(-1)!.end))
            expect(coarse.some(cell => cell.start <= start && end <= cell.end)).to.equal(true);
        }
      }),
      RUNS,
    );
  });

  it('are days, months and years of the calendar, whatever the view', () => {
    const at = (year: number, month = 1, day = 1): number => fromCivil({ year, month, day });
    const grid = calendarGrid(undefined, { start: 0, end: 1 });
    const starts = (from: number, to: number, most: number): number[] => {
      const view = { start: from, end: to };
      return cellsWithin(headStep(to - from, most, grid), view, grid).map(({ start }) => start);
    };
    expect(starts(at(2025, 1, 20), at(2025, 3, 20), 12)).to.eql([at(2025, 1), at(2025, 2), at(2025, 3)]);
    expect(starts(at(1914, 7, 28), at(1918, 11, 11), 12)).to.eql(
      [1914, 1915, 1916, 1917, 1918].map(year => at(year)),
    );
  });
});
