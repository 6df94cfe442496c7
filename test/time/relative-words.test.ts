import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { languageFor } from '../../src/language/language.js';
import { parseDate } from '../../src/time/parse-date.js';
import { canCountFrom, relativeWords } from '../../src/time/relative-words.js';
import type { DatedSpan } from '../../src/time/dated-span.js';
import { engineShare } from '../lib/engine-share.js';

const english = languageFor('en-GB');
const spanOf = (text: string): DatedSpan => {
  const date = parseDate(text);
  if (!date.ok) throw new Error(text);
  return date.value;
};
const counted = (text: string, zero = '2020-03-10', language = english): string =>
  relativeWords(spanOf(text), spanOf(zero), language);

describe('relativeWords(span, zero, language)', () => {
  it('counts days, months and years, never finer than either date is known', () => {
    expect(counted('2020-03-22')).to.equal('day 12');
    expect(counted('2020-03-10')).to.equal('day 0');
    expect(counted('2020-03-07')).to.equal('day −3');
    expect(counted('2020-03-11T23:59:00Z')).to.equal('day 1');
    expect(counted('2020-05')).to.equal('month 2');
    expect(counted('2021')).to.equal('year 1');
    expect(counted('2021-23')).to.equal('year 1');
    expect(counted('2020-05-09', '2020-03')).to.equal('month 2');
    expect(counted('2020-05-09', '2018')).to.equal('year 2');
    expect(counted('1990', '-0010')).to.equal('year 2,000');
  });

  it('says where a stretch begins and ends, and of an open one the end that is known', () => {
    expect(counted('2020-03-12/2020-03-20')).to.equal('day 2 – day 10');
    expect(counted('2020-03-12/2020-05')).to.equal('day 2 – month 2');
    expect(counted('2020-03-12/..')).to.equal('day 2');
    expect(counted('../2020-03-12')).to.equal('day 2');
    expect(counted('2020-03-12', '2020-03-10/..')).to.equal('day 2');
  });

  it('is as firm as the dates are', () => {
    expect(counted('2020-03-22~')).to.equal('about day 12');
    expect(counted('2020-03-22', '2020-03-10?')).to.equal('day 12?');
  });

  it('says nothing where nothing can be counted', () => {
    for (const vague of ['202X', '20XX', '156X-12-25']) expect(counted(vague), vague).to.equal('');
    expect(counted('2020-03-22', '../2020-03-10')).to.equal('');
    expect(canCountFrom(spanOf('../2020'))).to.equal(false);
    expect(canCountFrom(spanOf('2020-03/..'))).to.equal(true);
  });

  it('counts months or years where there would be very many days', () => {
    expect(counted('2030-03-10')).to.equal('month 120');
    expect(counted('3020-03-10')).to.equal('year 1,000');
  });

  it('speaks the language, with its digits', () => {
    expect(counted('2020-03-22', '2020-03-10', languageFor('es'))).to.equal('día 12');
  });

  it('counts days as the calendar of the machine does', () => {
    const day = fc.integer({ min: -20_000, max: 30_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: -1000, max: 1000 }), (zero, by) => {
        const text = (n: number): string => new Date(n * 864e5).toISOString().slice(0, 10);
        expect(counted(text(zero + by), text(zero))).to.equal(
          `day ${Math.abs(by) === 1000 ? `${by}`.replace('1000', '1,000') : by}`.replace('-', '−'),
        );
      }),
      engineShare({ seed: 20251129, numRuns: 200 }),
    );
  });
});
