import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { compressedWarp } from '../../src/scale/compressed-warp.js';
import { evenWarp } from '../../src/scale/even-warp.js';
import { isSameLine, PROPORTIONAL, type Warp } from '../../src/scale/warp.js';
import { engineShare } from '../lib/engine-share.js';

const RUNS = engineShare({ seed: 20251129, numRuns: 200 });
const YEAR = 365.25 * 864e5;

/** Moments, ascending and distinct: days apart, or years, or as far apart as the ages of the universe. */
const moments = fc
  .record({
    first: fc.integer({ min: -1e13, max: 1e13 }),
    gaps: fc.array(
      fc.double({ min: 0, max: 17, noNaN: true }).map(power => Math.ceil(10 ** power)),
      { minLength: 1, maxLength: 60 },
    ),
  })
  .map(({ first, gaps }) => {
    const found = [first];
    for (const gap of gaps) found.push(found.at(-1)! + gap);
    return Float64Array.from(new Set(found));
  });

const scales: readonly [string, (at: Float64Array) => Warp][] = [
  ['even', at => evenWarp(at, at.at(-1)! + 864e5, () => 'day')],
  ['compressed', at => compressedWarp({ moments: at, bounds: at })],
];

describe('scale: the lines of other scales than time', () => {
  for (const [name, lineOf] of scales) {
    it(`${name}: keeps the order of time, and what is open open`, () => {
      fc.assert(
        fc.property(moments, fc.array(fc.double({ min: -0.5, max: 1.5, noNaN: true })), (at, shares) => {
          const { place } = lineOf(at);
          const length = at.at(-1)! - at[0]!;
          const tried = [...at, ...shares.map(share => at[0]! + share * length)].sort((a, b) => a - b);
          tried.forEach((moment, i) => {
            if (i > 0) expect(place(moment)).to.be.at.least(place(tried[i - 1]!));
          });
          // Bounds of events never fall together.
          at.forEach((moment, i) => i > 0 && expect(place(moment)).to.be.greaterThan(place(at[i - 1]!)));
          expect([place(-Infinity), place(Infinity)]).to.eql([-Infinity, Infinity]);
        }),
        RUNS,
      );
    });

    it(`${name}: finds the moment of each place again`, () => {
      fc.assert(
        fc.property(moments, fc.double({ min: -0.5, max: 1.5, noNaN: true }), (at, share) => {
          const { place, moment } = lineOf(at);
          for (const stop of at) expect(moment(place(stop))).to.equal(stop);
          const length = at.at(-1)! - at[0]!;
          const tried = at[0]! + share * length;
          expect(Math.abs(moment(place(tried)) - tried)).to.be.at.most(
            1e-9 * Math.max(length, Math.abs(tried)),
          );
        }),
        RUNS,
      );
    });

    it(`${name}: is made of segments that join, each straight`, () => {
      fc.assert(
        fc.property(moments, at => {
          const warp = lineOf(at);
          const all = warp.segments({ start: -Infinity, end: Infinity });
          all.forEach(({ time, line, rate }, i) => {
            if (i === 0) expect([time.start, line.start]).to.eql([-Infinity, -Infinity]);
            else {
              expect(time.start).to.equal(all[i - 1]!.time.end);
              expect(line.start).to.equal(all[i - 1]!.line.end);
            }
            if (!Number.isFinite(time.start) || !Number.isFinite(time.end)) return;
            // A quarter on, to the nearest double.
            const quarter = time.start + (time.end - time.start) / 4;
            const share = warp.place(quarter) - line.start;
            const expected = (quarter - time.start) * rate;
            expect(share).to.be.closeTo(
              expected,
              1e-9 * Math.max(Math.abs(line.start), line.end - line.start),
            );
          });
          expect(all.at(-1)!.time.end).to.equal(Infinity);
          const [from, to] = [warp.place(at[0]!), warp.place(at.at(-1)!)];
          // Those of a part are those of all that overlap it.
          const part = { start: from + (to - from) / 3, end: from + (2 * (to - from)) / 3 };
          expect(warp.segments(part)).to.eql(
            all.filter(({ line }) => line.end > part.start && line.start < part.end),
          );
        }),
        RUNS,
      );
    });
  }

  it('even: goes in equal steps from moment to moment', () => {
    fc.assert(
      fc.property(moments, at => {
        const { place, stops } = evenWarp(at, at.at(-1)!, () => 'day');
        expect(stops.length).to.equal(at.length < 2 ? 0 : at.length);
        const step = place(at[1]!) - place(at[0]!);
        for (let i = 1; i < at.length; i++) expect(place(at[i]!) - place(at[i - 1]!)).to.equal(step);
      }),
      RUNS,
    );
  });

  it('even: what lasts longer than most after the last moment has a step, and no more', () => {
    const at = Float64Array.of(0, 10, 30, 40);
    const { place } = evenWarp(at, 4000, () => 'day');
    expect(place(4000) - place(40)).to.equal(place(10) - place(0));
    const short = evenWarp(at, 45, () => 'day');
    expect(short.place(45) - short.place(40)).to.equal((short.place(10) - short.place(0)) / 2);
  });

  it('compressed: folds only silences, each to the same length, and leaves all else in proportion', () => {
    fc.assert(
      fc.property(moments, at => {
        const warp = compressedWarp({ moments: at, bounds: at });
        const { folds } = warp;
        for (const { time, line, rate } of folds) {
          const i = at.indexOf(time.start);
          expect(at[i + 1]).to.equal(time.end);
          const [length, first] = [line, folds[0]!.line].map(({ start, end }) => end - start);
          expect(length).to.be.closeTo(first!, 1e-9 * Math.abs(line.end));
          expect(rate).to.be.lessThan(1);
        }
        const all = warp.segments({ start: -Infinity, end: Infinity });
        expect(all.filter(({ folded }) => folded)).to.eql(folds);
        for (const { folded, rate } of all) if (!folded) expect(rate).to.be.closeTo(1, 1e-9);
      }),
      RUNS,
    );
  });

  it('compressed: folds the silences between three clusters of days, and none where events are evenly apart', () => {
    const cluster = (year: number): number[] => [0, 2, 3, 7].map(day => year * YEAR + day * 864e5);
    const at = Float64Array.from([0, 5, 9].flatMap(cluster));
    const { folds } = compressedWarp({ moments: at, bounds: at });
    expect(folds.map(({ time }) => [time.start, time.end])).to.eql([
      [at[3], at[4]],
      [at[7], at[8]],
    ]);
    const even = Float64Array.from({ length: 50 }, (_, i) => i * YEAR);
    expect(compressedWarp({ moments: even, bounds: even })).to.equal(PROPORTIONAL);
  });

  it('compressed: folds silences that are much alike together, however many there are', () => {
    const seasons = fc.record({
      silences: fc.array(fc.double({ min: 0.6, max: 1, noNaN: true }), { minLength: 2, maxLength: 40 }),
      isEqual: fc.boolean(),
      // Days from one to the next of what happens between them: no silences.
      gaps: fc.array(fc.integer({ min: 2, max: 7 }), { minLength: 2, maxLength: 7 }),
    });
    fc.assert(
      fc.property(seasons, ({ silences, isEqual, gaps }) => {
        const happenings: number[] = [];
        const expected: [number, number][] = [];
        let start = 0;
        const season = [0];
        for (const days of gaps) season.push(season.at(-1)! + days * 864e5);
        for (const share of [...silences, null]) {
          happenings.push(...season.map(at => start + at));
          if (share === null) break;
          const end = happenings.at(-1)!;
          start = end + Math.round((isEqual ? 1 : share) * 4 * YEAR);
          expected.push([end, start]);
        }
        const at = Float64Array.from(happenings);
        const { folds, place } = compressedWarp({ moments: at, bounds: at });
        expect(folds.map(({ time }) => [time.start, time.end])).to.eql(expected);
        // What happens between them is as long as it was, and takes more of the line than they do.
        const length = place(at.at(-1)!) - place(at[0]!);
        const told = (silences.length + 1) * (season.at(-1)! - season[0]!);
        expect(told / length).to.be.within(1 / 1.7, 1);
      }),
      RUNS,
    );
  });

  it('knows two lines that are told apart by nothing', () => {
    fc.assert(
      fc.property(moments, fc.nat(), (at, n) => {
        fc.pre(at.length > 1);
        const other = at.map((moment, i) => (i === n % at.length ? moment - 0.5 : moment));
        for (const [, lineOf] of scales) {
          expect(isSameLine(lineOf(at), lineOf(at.slice()))).to.equal(true);
          const [one, two] = [lineOf(at), lineOf(other)];
          const isSame = [...at, ...other].every(moment => one.place(moment) === two.place(moment));
          expect(isSameLine(one, two)).to.equal(isSame);
        }
        const known = evenWarp(at, at.at(-1)!, moment => (moment === at[n % at.length] ? 'year' : 'day'));
        expect(
          isSameLine(
            known,
            evenWarp(at, at.at(-1)!, () => 'day'),
          ),
        ).to.equal(false);
      }),
      RUNS,
    );
  });

  it('is that of time for one moment, for none, and for two', () => {
    for (const at of [[], [7], [7, 1e12]].map(list => Float64Array.from(list)))
      expect(compressedWarp({ moments: at, bounds: at })).to.equal(PROPORTIONAL);
    for (const at of [[], [7]].map(list => Float64Array.from(list)))
      expect(evenWarp(at, at[0] ?? 0, () => 'day')).to.equal(PROPORTIONAL);
  });
});
