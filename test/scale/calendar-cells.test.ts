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
