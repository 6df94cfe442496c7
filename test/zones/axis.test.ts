import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { languageFor } from '../../src/language/language.js';
import { axisTicks, type AxisOptions, type TimeTicks, type Tick } from '../../src/scale/ticks.js';
import { timeScale } from '../../src/scale/time-scale.js';
import { zoomView } from '../../src/scale/view.js';
import { formatDate } from '../../src/time/format-date.js';
import { parseDate } from '../../src/time/parse-date.js';
import { measure } from '../scale/measure.js';
import { eraBefore, LOCALES, numbersIn, said } from './locales.js';
import { moment, span } from './moment.js';
import { describeReader } from './reader.js';

const seed = 1582;
const DAY = 86_400_000;
const options = (locale: string): AxisOptions => ({ language: languageFor(locale), measure });
const ticksOf = (view: string, width: number, locale = 'en'): TimeTicks =>
  axisTicks(span(view), width, options(locale));
const texts = (ticks: readonly Tick[]): string[] => ticks.map(({ text }) => text);
const moments = (ticks: readonly Tick[]): number[] => ticks.map(({ at }) => at);

describeReader();

describe('the axis', () => {
  it('has its hours and days where the wall clock has them', () => {
    const night = ticksOf('2018-11-03T15:00 2018-11-04T10:00', 560);
    expect(moments(night.units)).to.eql(
      ['03T15', '03T18', '03T21', '04T00', '04T03', '04T06', '04T09'].map(at => moment(`2018-11-${at}:00`)),
    );
    expect(texts(night.units).join(' ')).to.equal('3 PM 6 PM 9 PM 12 AM 3 AM 6 AM 9 AM');
    expect(texts(night.larger)).to.eql(['Sat, Nov 3', 'Sun, Nov 4']);
    const days = ticksOf('2011-12-28 2012-01-02', 400);
    expect(texts(days.units).join(' ')).to.equal('28 29 30 31 1');
    expect(moments(days.units)).to.eql(
      ['2011-12-28', '2011-12-29', '2011-12-30', '2011-12-31', '2012-01-01'].map(moment),
    );
  });

  it('counts centuries before the common era on round numbers, and has no year 0', () => {
    const { units } = ticksOf('-599-01-01 301-01-01', 1000);
    expect(texts(units).join(', ')).to.equal(
      '600 BCE, 500 BCE, 400 BCE, 300 BCE, 200 BCE, 100 BCE, 1 CE, 100, 200, 300',
    );
    const years = [-599, -499, -399, -299, -199, -99, 1, 100, 200, 300];
    expect(moments(units)).to.eql(years.map(year => moment(`${year}-01-01`)));
  });

  it('names each Gregorian year and month where it begins, in every language', () => {
    for (const locale of LOCALES) {
      const years = ticksOf('2019-06-01 2026-06-01', 900, locale).units;
      expect(moments(years), locale).to.eql(
        [2020, 2021, 2022, 2023, 2024, 2025, 2026].map(y => moment(`${y}-01-01`)),
      );
      for (const { at, text } of years) {
        expect(numbersIn(text, locale), `${locale} ${text}`).to.eql([new Date(at).getUTCFullYear()]);
        const before = said(at - 1, locale, { year: 'numeric' });
        expect(numbersIn(before, locale)).to.not.eql(numbersIn(text, locale));
      }
      const { unit, units } = ticksOf('2025-07-15 2026-05-15', 900, locale);
      expect(unit, locale).to.equal('month');
      expect(units).to.have.length(10);
      for (const { at, text } of units) {
        const names = (ms: number): string[] =>
          (['long', 'short'] as const).map(month => said(ms, locale, { month }));
        expect(text, locale).to.be.oneOf(names(at));
        expect(text, locale).to.not.be.oneOf(names(at - 1));
      }
    }
  });

  it('names the years of another calendar where that begins them', () => {
    for (const [calendar, first] of [
      ['persian', '2024-03-20'],
      ['hebrew', '2024-10-03'],
      ['islamic-umalqura', '2024-07-07'],
      ['buddhist', '2024-01-01'],
    ] as const)
      for (const locale of ['en', 'fa-IR', 'ar-EG', 'th']) {
        const { units } = axisTicks(span('2020-01-01 2030-01-01'), 900, { ...options(locale), calendar });
        const years = units.filter(({ text }) => text);
        expect(years.length, `${calendar} in ${locale}`).to.be.at.least(4);
        if (locale === 'en') expect(moments(years), calendar).to.include(moment(first));
        for (const { at, text } of years) {
          const year = (ms: number): number[] =>
            numbersIn(said(ms, locale, { calendar, year: 'numeric' }), locale);
          expect(numbersIn(text, locale), `${calendar} in ${locale}: ${text}`).to.eql(year(at));
          expect(year(at - 1)).to.not.eql(year(at));
        }
      }
  });

  it('and every date say their era before the year 1, in every language', () => {
    const before = fc.integer({ min: -9998, max: 0 });
    const rest = fc.constantFrom('', '-05', '-05-17', '/0000', '/2000', '-05-17/2000-01');
    fc.assert(
      fc.property(before, rest, fc.constantFrom(...LOCALES), (year, tail, locale) => {
        const era = eraBefore(locale);
        const written = (year < 0 ? '-' : '') + String(-year).padStart(4, '0');
        const date = parseDate(written + tail);
        expect(date.ok && formatDate(date.value, { locale }), `${locale} ${written}${tail}`).to.include(era);
        const { unit, units, larger } = ticksOf(`${year}-01-01 ${year + 400}-01-01`, 900, locale);
        if (unit !== 'year') return;
        for (const { at, text } of [...units, ...larger])
          if (text && at < moment('1-01-01')) expect(text, `${locale} ${at}`).to.include(era);
      }),
      { seed, numRuns: 150 },
    );
    for (const locale of LOCALES) {
      const spring = ticksOf('-43-02-20 -43-05-01', 600, locale);
      for (const { pinned } of spring.larger) expect(pinned, locale).to.include(eraBefore(locale));
    }
  });

  it('leads from the age of the universe to a day', () => {
    const noon = moment('2025-11-18T12:00');
    const placed = ['-13800000000-01-01', '-66000000-01-01', '-43-03-15', '2025-11-18'].map(moment);
    placed.push(noon - 1, noon, noon + 1, noon + DAY, Infinity);
    let view = span('-13800000000-01-01 2026-01-01');
    let steps = 0;
    for (; view.end - view.start > DAY; view = zoomView(view, 2, noon)) {
      const scale = timeScale(view, 1000);
      const xs = placed.map(at => scale.x(at));
      expect(xs.some(Number.isNaN), `step ${steps}`).to.equal(false);
      expect(xs, `step ${steps}`).to.eql([...xs].sort((a, b) => a - b));
      expect(scale.x(noon), 'the anchor').to.be.within(499, 1001);
      const { units } = axisTicks(view, 1000, options('en'));
      expect(units.length, `step ${steps}`).to.be.within(2, 40);
      expect(moments(units)).to.eql([...new Set(moments(units))].sort((a, b) => a - b));
      steps++;
    }
    expect(steps).to.equal(Math.ceil(Math.log2((moment('2026-01-01') - placed[0]!) / DAY)));
  });
});
