import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  clampView,
  interpolateView,
  MAX_TIME,
  MIN_SPAN,
  paddedView,
  panView,
  sameView,
  shortestSpan,
  zoomView,
} from '../../src/scale/view.js';
import { DAY, type TimeSpan } from '../../src/time/epoch-ms.js';
import { weekends } from '../../src/scale/weekends.js';
import { fromCivil, toCivil } from '../../src/time/civil.js';
import { anyView } from './views.js';

const runs = { seed: 2, numRuns: 1000 };
const view = anyView(1e18);
const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const length = ({ start, end }: TimeSpan): number => end - start;

/** Whether two views are the same to a fraction of the shorter one, or to what doubles resolve there. */
function expectClose(actual: TimeSpan, expected: TimeSpan, part = 1e-6): void {
  const slack = Math.max(part * Math.min(length(actual), length(expected)), shortestSpan(expected) / 512);
  expect(actual.start).to.be.closeTo(expected.start, slack);
  expect(actual.end).to.be.closeTo(expected.end, slack);
}

describe('panView(view, fraction)', () => {
  it('moves by a fraction of the view, and twice is the sum', () => {
    expect(panView({ start: 100, end: 200 }, 0.5)).to.eql({ start: 150, end: 250 });
    const by = fc.double({ min: -2, max: 2, noNaN: true });
    fc.assert(
      fc.property(view, by, by, (v, a, b) => expectClose(panView(panView(v, a), b), panView(v, a + b))),
      runs,
    );
  });
});

describe('zoomView(view, factor, anchor)', () => {
  it('keeps the anchor where it was on the screen', () => {
    expect(zoomView({ start: 0, end: 1000 }, 2, 250)).to.eql({ start: 125, end: 625 });
    fc.assert(
      fc.property(view, fc.double({ min: 0.1, max: 10, noNaN: true }), fraction, (v, factor, part) => {
        const anchor = v.start + part * length(v);
        const zoomed = zoomView(v, factor, anchor);
        const slack = 1e-6 + shortestSpan(v) / 512 / Math.min(length(v), length(zoomed));
        expect((anchor - zoomed.start) / length(zoomed)).to.be.closeTo((anchor - v.start) / length(v), slack);
      }),
      runs,
    );
  });

  it('in and out again is where it began', () => {
    fc.assert(
      fc.property(view, fc.double({ min: 1, max: 20, noNaN: true }), fraction, (v, factor, part) => {
        const anchor = v.start + part * length(v);
        fc.pre(length(v) / factor > 2 * shortestSpan(v));
        expectClose(zoomView(zoomView(v, factor, anchor), 1 / factor, anchor), v, 1e-3);
      }),
      runs,
    );
  });

  it('ends at the shortest and the longest view without moving', () => {
    const v = { start: 100, end: 100 + MIN_SPAN };
    expect(zoomView(v, 2, 101)).to.eql(v);
    expect(length(zoomView({ start: 100, end: 110 }, 100, 101))).to.equal(MIN_SPAN);
    expect(zoomView({ start: 0, end: 50 }, 0.1, 0, { maxSpan: 50 })).to.eql({ start: 0, end: 50 });
    expect(zoomView({ start: 20, end: 40 }, 0.1, 30, { limits: { start: 0, end: 50 } })).to.eql({
      start: 0,
      end: 50,
    });
  });
});

describe('clampView(view, bounds)', () => {
  const limits = { start: 0, end: 100 };

  it('keeps the length where it fits', () => {
    expect(clampView({ start: 20, end: 60 }, { limits })).to.eql({ start: 20, end: 60 });
    expect(clampView({ start: -20, end: 20 }, { limits })).to.eql({ start: 0, end: 40 });
    expect(clampView({ start: 90, end: 130 }, { limits })).to.eql({ start: 60, end: 100 });
    expect(clampView({ start: -50, end: 250 }, { limits })).to.eql(limits);
    expect(clampView({ start: -5, end: 5 }, { limits: { start: -Infinity, end: 0 } })).to.eql({
      start: -10,
      end: 0,
    });
  });

  it('keeps the middle where the length changes', () => {
    expect(clampView({ start: 40, end: 42 }, { minSpan: 10 })).to.eql({ start: 36, end: 46 });
    expect(clampView({ start: 0, end: 1000 }, { maxSpan: 100 })).to.eql({ start: 450, end: 550 });
    expect(clampView({ start: 0, end: 90 }, { limits: { start: 40, end: 42 } })).to.eql({
      start: 39,
      end: 43,
    });
  });

  it('is finite and long enough whatever comes', () => {
    const wild = fc.record({ start: fc.double(), end: fc.double() });
    const limit = fc.double({ noNaN: true });
    const limits = fc.tuple(limit, limit).map(ends => ({ start: Math.min(...ends), end: Math.max(...ends) }));
    const bounds = fc.record({
      limits: fc.option(limits),
      minSpan: fc.double({ min: 0, noNaN: true }),
      maxSpan: fc.double({ min: 0, noNaN: true }),
    });
    fc.assert(
      fc.property(wild, bounds, fc.double(), fc.double(), (v, b, factor, anchor) => {
        for (const clamped of [clampView(v), clampView(v, b), zoomView(clampView(v), factor, anchor, b)]) {
          expect(Math.abs(clamped.start)).to.be.at.most(2 * MAX_TIME);
          expect(Math.abs(clamped.end)).to.be.at.most(2 * MAX_TIME);
          expect(length(clamped)).to.be.at.least(MIN_SPAN * (1 - 1e-6));
        }
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  it('in deep time is 4,096 steps of a double at least', () => {
    expect(shortestSpan({ start: 0, end: 1 })).to.equal(MIN_SPAN);
    expect(shortestSpan({ start: -4.35e20, end: 0 })).to.equal(4096 * 65536);
    expect(length(clampView({ start: -4.35e20, end: -4.35e20 }))).to.equal(4096 * 65536);
  });
});

describe('interpolateView(from, to, t)', () => {
  it('begins and ends exactly', () => {
    fc.assert(
      fc.property(view, view, (a, b) => {
        expect(interpolateView(a, b, 0)).to.eql(a);
        expect(interpolateView(a, b, 1)).to.eql(b);
        expectClose(interpolateView(a, b, 1 - 2 ** -53), b, 1e-3);
      }),
      runs,
    );
  });

  it('is linear where the length stays', () => {
    expect(interpolateView({ start: 0, end: 10 }, { start: 100, end: 110 }, 0.25)).to.eql({
      start: 25,
      end: 35,
    });
  });

  it('zooms evenly about the point that stays', () => {
    expect(length(interpolateView({ start: 0, end: 100 }, { start: 0, end: 1 }, 0.5))).to.be.closeTo(
      10,
      1e-9,
    );
    fc.assert(
      fc.property(
        view,
        fraction,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fraction,
        (v, part, factor, t) => {
          const anchor = v.start + part * length(v);
          const to = { start: anchor - (anchor - v.start) * factor, end: anchor + (v.end - anchor) * factor };
          fc.pre(length(to) > shortestSpan(to) && length(to) < MAX_TIME);
          const between = interpolateView(v, to, t);
          expect((anchor - between.start) / length(between)).to.be.closeTo(
            part,
            1e-6 + shortestSpan(to) / 64 / Math.min(length(between), length(v), length(to)),
          );
          const slack = shortestSpan(to) / 64 / Math.min(length(v), length(to)) + 1e-6;
          expect(Math.log(length(between) / length(v))).to.be.closeTo(Math.log(factor) * t, slack);
        },
      ),
      runs,
    );
  });

  it('never shakes: from the age of the universe to an hour every frame lies in the last', () => {
    const from = { start: -4.35e20, end: 0 };
    const to = { start: 1e12, end: 1e12 + 3.6e6 };
    let last = from;
    for (let t = 0.01; t <= 1; t += 0.01) {
      const now = interpolateView(from, to, t);
      expect(length(now)).to.be.below(length(last));
      expect(now.start).to.be.at.least(last.start);
      last = now;
    }
    expectClose(last, to, 0.6);
  });
});

describe('paddedView(span, fraction)', () => {
  it('gives room at each end, and a day to a moment', () => {
    expect(paddedView({ start: 0, end: 100 }, 0.04)).to.eql({ start: -4, end: 104 });
    expect(paddedView({ start: DAY, end: DAY }, 0.04)).to.eql({ start: DAY / 2, end: 1.5 * DAY });
  });
});

describe('sameView(a, b)', () => {
  it('compares to the last digit', () => {
    expect(sameView({ start: 1, end: 2 }, { start: 1, end: 2 })).to.equal(true);
    expect(sameView({ start: 1, end: 2 }, { start: 1, end: 2.0000001 })).to.equal(false);
  });
});

describe('weekends(view, pxPerDay, width)', () => {
  const november = {
    start: fromCivil({ year: 2025, month: 11, day: 2 }),
    end: fromCivil({ year: 2025, month: 11, day: 15 }),
  };

  it('are the Saturdays and Sundays that reach into the view', () => {
    expect(
      weekends(november, 16, 800).map(({ start, end }) => [toCivil(start).day, toCivil(end).day]),
    ).to.eql([
      [1, 3],
      [8, 10],
    ]);
    const monday = { start: november.start + DAY, end: november.end };
    expect(weekends(monday, 100, 800).map(({ start }) => toCivil(start).day)).to.eql([8]);
  });

  it('are not drawn where days are narrow or fill the view, nor before the Gregorian calendar, and have an end', () => {
    expect(weekends(november, 15.9, 800)).to.eql([]);
    expect(weekends(november, 801, 800)).to.eql([]);
    expect(weekends(november, 800, 800)).to.have.length(2);
    expect(weekends(november, NaN, 800)).to.eql([]);
    const [first] = weekends(
      { start: fromCivil({ year: 1582, month: 9 }), end: fromCivil({ year: 1582, month: 11 }) },
      20,
      800,
    );
    expect(toCivil(first!.start)).to.include({ month: 10, day: 16 });
    expect(weekends({ start: 0, end: 1e18 }, 20, 800)).to.have.length(300);
  });
});
