import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { dateAt } from '../../src/time/date-at.js';
import { toCivil } from '../../src/time/civil.js';
import { DAY, HOUR, MINUTE } from '../../src/time/epoch-ms.js';
import { dateSpan } from '../../src/time/parse-date.js';
import { significantYears } from '../../src/time/significant-years.js';
import { engineShare } from '../lib/engine-share.js';

const YEAR = 365 * DAY;

describe('dateAt', () => {
  it('is no finer than a pointer can tell', () => {
    const at = Date.UTC(1985, 2, 12, 10, 34);
    expect(dateAt(at, MINUTE / 4)).to.equal('1985-03-12T10:34');
    expect(dateAt(at, 2 * MINUTE)).to.equal('1985-03-12T10:30');
    expect(dateAt(at, HOUR)).to.equal('1985-03-12');
    expect(dateAt(at, DAY)).to.equal('1985-03');
    expect(dateAt(at, 30 * DAY)).to.equal('1985');
    expect(dateAt(at, YEAR)).to.equal('198X');
    expect(dateAt(at, 10 * YEAR)).to.equal('19XX');
    expect(dateAt(Date.UTC(-40, 5), 400 * DAY)).to.equal('-004X');
    expect(dateAt(Date.UTC(-43, 2), 20 * YEAR)).to.equal('-00XX');
    expect(dateAt(-66.04e6 * YEAR, 1e5 * YEAR)).to.equal('Y-65E6S2');
    expect(dateAt(-47_000 * YEAR, 100 * YEAR)).to.equal('Y-44000S2');
    expect(dateAt(at, 1e5 * YEAR)).to.equal('[Y-1000000..Y1000000]');
  });

  it('covers no less than a few px, from days up', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 13, max: 20, noNaN: true }),
        fc.double({ min: Math.log10(HOUR), max: 19, noNaN: true }),
        (share, reach, zoom) => {
          const msPerPx = 10 ** zoom;
          const text = dateAt(share * 10 ** reach, msPerPx);
          const { start, end, from } = dateSpan(text)!;
          const { year } = toCivil(start);
          const [first, last] = significantYears(year, from.significantDigits ?? Infinity);
          expect(
            Math.max(end - start, (last - first + 1) * YEAR * Number(last > first)),
            text,
          ).to.be.at.least(2.5 * msPerPx);
        },
      ),
      engineShare({ seed: 77, numRuns: 3000 }),
    );
  });

  it('is a date that can be read, near to the moment, at any zoom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -4e20, max: 4e20, noNaN: true }),
        fc.integer({ min: 0, max: 18 }),
        (ms, e) => {
          const msPerPx = 10 ** e;
          const span = dateSpan(dateAt(ms, msPerPx));
          expect(span, dateAt(ms, msPerPx)).not.to.equal(null);
          const off = Math.max(span!.start - ms, ms - span!.end, 0);
          expect(off).to.be.at.most(Math.max(30 * msPerPx, 1e7, Math.abs(ms) > 3e16 ? 2 * YEAR : 0));
        },
      ),
      engineShare({ seed: 76, numRuns: 3000 }),
    );
  });
});
