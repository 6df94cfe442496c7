import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fadesOf } from '../../src/layout/fades.js';
import type { Scene, SceneMark, SceneSign } from '../../src/layout/scene.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import type { DatedSpan, DateEnd } from '../../src/time/dated-span.js';
import { DAY, type TimeSpan } from '../../src/time/epoch-ms.js';
import { layoutFor, layoutOf, setOf, sourceOf, spanOf } from './sample.js';

const at = (year: number, month = 1, day = 1): number => Date.UTC(year, month - 1, day);
const YEAR = 365 * DAY;

/** A date with both its ends as said. */
function ends(date: string, fields: Partial<DateEnd>): DatedSpan {
  const span = spanOf(date);
  const end = { ...span.from, ...fields };
  return { ...span, from: end, to: end };
}

/** The scene of spans, a thousand px wide. */
function drawn(spans: readonly DatedSpan[], view: TimeSpan, asOf?: string): Scene {
  const { layout } = layoutFor(sourceOf(spans, asOf), 1000, 600, view);
  return sceneOf(layout, { view, selected: null, focused: null, moving: false }, 4);
}
const only = (span: DatedSpan, view: TimeSpan, asOf?: string): SceneMark =>
  drawn([span], view, asOf).marks[0]!;
const century: TimeSpan = { start: at(1900), end: at(2000) };
/** Ends of signs as years. */
const years = (mark: SceneMark, signs: readonly SceneSign[]): [string, number, number][] =>
  signs.map(({ shape, x0, x1 }) => [
    shape,
    ...([x0, x1].map(x => Math.round(10 * (1900 + (mark.x + x) / 10)) / 10) as [number, number]),
  ]);

describe('fadesOf(span)', () => {
  const doubt = { approximate: true, uncertain: false };

  it('is one unit of what is approximate: of the precision, or of the coarsest part that is', () => {
    expect(fadesOf(spanOf('1850'))).to.deep.equal({ start: 0, end: 0 });
    expect(fadesOf(spanOf('1850~'))).to.deep.equal({ start: YEAR, end: YEAR });
    expect(fadesOf(spanOf('2004-06-11~'))).to.deep.equal({ start: DAY, end: DAY });
    const approximate = true;
    const year = ends('2004-06-11', { approximate, doubts: { year: doubt, day: doubt } });
    expect(fadesOf(year)).to.deep.equal({ start: YEAR, end: YEAR });
    const month = ends('2004-06-11', { approximate, doubts: { month: doubt } });
    expect(fadesOf(month).start).to.equal(30 * DAY);
    // What is only uncertain fades nothing.
    const mixed = ends('2004-06-11', {
      approximate,
      uncertain: true,
      doubts: { year: { approximate: false, uncertain: true }, day: doubt },
    });
    expect(fadesOf(mixed).start).to.equal(DAY);
    expect(fadesOf(spanOf('1985~/1990'))).to.deep.equal({ start: YEAR, end: 0 });
  });

  it('reaches over all years that have the significant digits in common', () => {
    for (const [date, significantDigits, first, last] of [
      ['1950', 2, 1900, 1999],
      ['1950', 3, 1950, 1959],
      ['1950', 9, 1950, 1950],
      ['-1859', 2, -1899, -1800],
      ['Y171010000', 3, 171_000_000, 171_999_999],
    ] as const) {
      const span = ends(date, { significantDigits });
      const { start, end } = fadesOf(span);
      const yearOf = (ms: number): number => ms / (365.2425 * DAY) + 1970;
      // Half of a fade lies outside of the date; it is no less than that of an approximate year.
      const [from, to] = [yearOf(span.start), yearOf(span.end)];
      expect(yearOf(span.start - start / 2), date).to.be.closeTo(Math.min(first, from - 0.5), 0.01);
      expect(yearOf(span.end + end / 2), date).to.be.closeTo(Math.max(last + 1, to + 0.5), 0.01);
    }
  });
});

describe('signs of dates', () => {
  it('draw a point only where the date says a day or less, however far away one looks', () => {
    const far = { start: at(-3000), end: at(3000) };
    for (const date of ['1956-05-03', '1956-05-03T12:00'])
      expect(only(spanOf(date), far).sign.shape, date).to.equal('disc');
    for (const date of ['1956-05', '1956', '195X', '19XX'])
      expect(only(spanOf(date), far).sign.shape, date).to.equal('bracket');
    // Some 25 December of the 1560s: a day that nobody can name.
    const day = spanOf('1560-12-25');
    const some = { ...day, end: spanOf('1569-12-25').end };
    expect(only(some, far).sign.shape).to.equal('bracket');
    expect(only(spanOf('1956-05-03/1956-05-04'), far).sign.shape).to.equal('bar');
  });

  it('fade visibly, however far away one looks', () => {
    const far = { start: at(-3000), end: at(3000) };
    const { sign } = only(spanOf('1850~/1950'), far);
    expect([sign.fadeStart, sign.fadeEnd]).to.deep.equal([8, 0]);
  });

  it('draw each member of a set where it is: brackets for one of them, discs and bars for all', () => {
    const dates = ['1910', '1930-06-01', '1950/1959'];
    for (const [choice, shapes] of [
      ['one', ['bracket', 'bracket', 'bracket']],
      ['all', ['bar', 'disc', 'bar']],
    ] as const) {
      const mark = only(setOf(choice, ...dates), century);
      expect(mark.sign.shape).to.equal('set');
      expect(years(mark, [mark.sign])).to.deep.equal([['set', 1910, 1960]]);
      const members = years(mark, mark.sign.members);
      expect(members.map(([shape]) => shape)).to.deep.equal(shapes);
      expect(members.map(([, from]) => from)).to.deep.equal([1910, 1930.4, 1950]);
      expect(members[2]![2]).to.equal(1960);
    }
  });

  it('join members that would touch, and keep what is not known of them', () => {
    const { sign } = only(setOf('all', '1910~', '1911?', '1950-01-01', '1950-03-01'), century);
    expect(sign.members.map(({ shape }) => shape)).to.deep.equal(['bar', 'bar']);
    const [first, second] = sign.members as [SceneSign, SceneSign];
    expect(first.x1 - first.x0).to.be.closeTo(20, 0.1);
    expect([first.fadeStart > 0, first.fadeEnd, first.uncertain]).to.deep.equal([true, 0, true]);
    expect([second.fadeStart, second.uncertain]).to.deep.equal([0, false]);
  });

  it('know of an open set no more than the document does, and of one of its dates nothing', () => {
    const all = only(setOf('all', '1910', '1930/..'), century, '1980').sign.members.at(-1)!;
    expect(all.openEnd).to.equal(true);
    expect(all.knownX - all.x0).to.be.closeTo(510, 0.1);
    const one = only(setOf('one', '1910', '1930/..'), century, '1980').sign.members.at(-1)!;
    expect([one.openEnd, one.knownX - one.x0]).to.deep.equal([true, 0]);
    const back = only(setOf('all', '../1910', '1930'), century).sign;
    expect([back.openStart, back.members[0]!.openStart, back.members[1]!.openStart]).to.deep.equal([
      true,
      true,
      false,
    ]);
  });

  it('are bounded, finite and within the buffer, whatever is in a set and wherever one looks', () => {
    const date = fc.integer({ min: 1800, max: 2100 }).map(String);
    const sets = fc.uniqueArray(date, { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(
        sets,
        fc.constantFrom('one', 'all'),
        fc.integer({ min: 1800, max: 2100 }),
        fc.integer({ min: 1, max: 400 }),
        (dates, choice, from, length) => {
          const view = { start: at(from), end: at(from + length) };
          for (const { x, sign } of drawn([setOf(choice, ...dates.sort())], view).marks) {
            expect(sign.members.length).to.be.at.most(60);
            let end = -Infinity;
            for (const { x0, x1, knownX } of sign.members) {
              for (const px of [x0, x1, knownX]) expect(x + px).to.be.within(-1000, 2000);
              expect(x0).to.be.at.least(end - 0.5);
              end = x1;
            }
          }
        },
      ),
      { seed: 12, numRuns: 100 },
    );
  });

  it('fade the wash of an era where its edge is about known or unknown, and mark it where it is doubted', () => {
    const wash = (date: string) => {
      const events = [{ id: 'e', title: 'Era', kind: 'era', date }];
      const { layout } = layoutOf(events, 1000, 400, century);
      return sceneOf(layout, { view: century, selected: null, focused: null, moving: false }, 4).washes[0]!;
    };
    expect(wash('1910/1950')).to.include({ fadeStart: 0, fadeEnd: 0, uncertain: false });
    expect(wash('191X~').fadeStart).to.be.closeTo(100, 0.1);
    expect(wash('1910/').fadeEnd).to.equal(48);
    expect(wash('/1950').fadeStart).to.equal(48);
    expect(wash('1910?/1950').uncertain).to.equal(true);
  });
});
