import { expect } from '@open-wc/testing';
import {
  utcDay,
  utcHour,
  utcMinute,
  utcMonday,
  utcMonth,
  utcSecond,
  utcYear,
  type CountableTimeInterval,
} from 'd3-time';
import fc from 'fast-check';
import { languageFor } from '../../src/language/language.js';
import { LAST_STEP, nests, stepAt, tickStep, ticksWithin } from '../../src/scale/tick-grid.js';
import {
  axisTicks,
  LARGER_INDENT,
  type AxisOptions,
  type TimeTicks,
  type Tick,
} from '../../src/scale/ticks.js';
import { fromCivil, toCivil, type Civil } from '../../src/time/civil.js';
import { DAY, HOUR, type TimeSpan } from '../../src/time/epoch-ms.js';
import { measure } from './measure.js';
import { anyView, historicalView, widths } from './views.js';

const english = { language: languageFor('en'), measure };
const LOCALES = [
  'en',
  'en-GB',
  'de',
  'fr',
  'pl',
  'ru',
  'ar-EG',
  'fa-IR',
  'he',
  'ja',
  'ko',
  'th',
  'hi',
  'zh-Hans',
  'tr',
];

const at = (year: number, month = 1, day = 1, rest: Partial<Civil> = {}): number =>
  fromCivil({ year, month, day, ...rest });
const between = (start: number, end: number, width: number, options: AxisOptions = english): TimeTicks =>
  axisTicks({ start, end }, width, options);
const texts = (ticks: readonly Tick[]): string[] => ticks.map(tick => tick.text);

describe('axisTicks(view, width, options): what it says', () => {
  it('Mondays over months', () => {
    const { unit, units, larger } = between(at(2025, 7, 20), at(2025, 11, 26), 1130);
    expect(unit).to.equal('week');
    expect(texts(units).join(' ')).to.equal('21 28 4 11 18 25 1 8 15 22 29 6 13 20 27 3 10 17 24');
    expect(texts(larger)).to.eql(['July', 'August', 'September', 'October', 'November']);
    expect(larger.map(tick => tick.pinned)).to.eql([
      'July 2025',
      'August 2025',
      'September 2025',
      'October 2025',
      'November 2025',
    ]);
    expect(larger[0]!.at, 'the month under way').to.equal(at(2025, 7));
  });

  it('halves of months, where weeks are too narrow, January with its year', () => {
    const { larger, units } = between(at(2025, 11, 3), at(2026, 3, 3), 600);
    expect(texts(units).join(' ')).to.equal('15 1 15 1 15 1 15 1');
    expect(texts(larger)).to.eql(['November', 'December', 'January 2026', 'February', 'March']);
  });

  it('months over years, short where long ones have no room', () => {
    expect(texts(between(at(2024, 11), at(2025, 4), 500).units)).to.eql([
      'November',
      'December',
      'January',
      'February',
      'March',
    ]);
    const { units, larger } = between(at(2024, 11), at(2025, 4), 330);
    expect(texts(units)).to.eql(['Nov', 'Dec', 'Jan', 'Feb', 'Mar']);
    expect(texts(larger)).to.eql(['2024', '2025']);
  });

  it('days over months, hours over days, the clock of the language', () => {
    expect(texts(between(at(2025, 11, 28), at(2025, 12, 3), 400).units)).to.eql(['28', '29', '30', '1', '2']);
    const day = [at(2025, 12, 31, { hour: 11 }), at(2026, 1, 1, { hour: 13 }), 560] as const;
    expect(texts(between(...day).units)).to.eql([
      '12 PM',
      '3 PM',
      '6 PM',
      '9 PM',
      '12 AM',
      '3 AM',
      '6 AM',
      '9 AM',
      '12 PM',
    ]);
    const british = between(...day, { ...english, language: languageFor('en-GB') });
    expect(texts(british.units)).to.eql([
      '12:00',
      '15:00',
      '18:00',
      '21:00',
      '00:00',
      '03:00',
      '06:00',
      '09:00',
      '12:00',
    ]);
    expect(texts(between(...day).larger)).to.eql(['Wed, Dec 31', 'Thu, Jan 1, 2026']);
    expect(between(...day).larger[0]!.pinned).to.equal('Wed, December 31, 2025');
  });

  it('minutes over days, seconds over minutes, milliseconds over seconds', () => {
    const noon = at(2025, 11, 18, { hour: 11, minute: 59, second: 58 });
    expect(texts(between(noon, noon + HOUR, 500).units)).to.eql([
      '12:00 PM',
      '12:15 PM',
      '12:30 PM',
      '12:45 PM',
    ]);
    const seconds = between(noon, noon + 5000, 400);
    expect(texts(seconds.units)).to.eql(['58', '59', '0', '1', '2'].map(n => `${n}\u00a0s`));
    expect(texts(seconds.larger)).to.eql(['11:59 AM', '12:00 PM']);
    const milliseconds = between(noon + 1500, noon + 2200, 500);
    expect(texts(milliseconds.units)).to.eql(
      ['500', '600', '700', '800', '900', '0', '100'].map(n => `${n}\u00a0ms`),
    );
    expect(texts(milliseconds.larger)).to.eql(['11:59:59 AM', '12:00:00 PM']);
    expect(milliseconds.larger[0]!.pinned).to.equal('November 18, 2025, 11:59:59 AM');
  });

  it('years alone', () => {
    const { units, larger } = between(at(1990), at(2026), 800);
    expect(texts(units)).to.eql(['1990', '1995', '2000', '2005', '2010', '2015', '2020', '2025']);
    expect(larger).to.eql([]);
  });

  it('years before 1 on round numbers, with their era, and no year 0', () => {
    expect(texts(between(at(-599), at(601), 1000).units)).to.eql([
      ...['600 BCE', '500 BCE', '400 BCE', '300 BCE', '200 BCE', '100 BCE'],
      ...['1 CE', '100', '200', '300', '400', '500', '600'],
    ]);
    expect(texts(between(at(-5), at(7), 500).units)).to.eql([
      '6 BCE',
      '4 BCE',
      '2 BCE',
      '1 CE',
      '4 CE',
      '6 CE',
    ]);
    expect(texts(between(at(-2), at(3), 500).units)).to.eql(['3 BCE', '2 BCE', '1 BCE', '1 CE', '2 CE']);
    expect(texts(between(at(-9999), at(10_000), 1000).units)).to.include.members([
      '10,000 BCE',
      '1 CE',
      '8000',
    ]);
    const ides = between(at(-43, 2, 20), at(-43, 5, 1), 600);
    expect(ides.larger.map(tick => tick.pinned)).to.eql(['February 44 BCE', 'March 44 BCE', 'April 44 BCE']);
    expect(texts(between(at(-43), at(-42), 1000).larger)).to.eql(['44 BCE']);
  });

  it('no weekday before the Gregorian calendar', () => {
    const { larger } = between(at(1066, 10, 14), at(1066, 10, 16), 700);
    expect(texts(larger)).to.eql(['Oct 14', 'Oct 15']);
    expect(larger[0]!.pinned).to.equal('October 14, 1066');
  });

  it('the Gregorian year in the digits of the language', () => {
    for (const locale of LOCALES) {
      const { units } = between(at(2019, 6), at(2026, 6), 700, { language: languageFor(locale), measure });
      const year = new Intl.NumberFormat(locale, { useGrouping: false });
      expect(units.map(tick => tick.at)).to.eql([2020, 2021, 2022, 2023, 2024, 2025, 2026].map(y => at(y)));
      for (const { at, text } of units) expect(text).to.include(year.format(toCivil(at).year));
    }
  });

  it('another name of the eras as soon as there is one', () => {
    const overrides = { bce: 'B.C.' };
    const language = languageFor('en', overrides);
    expect(texts(between(at(-599), at(-500), 200, { language, measure }).units)).to.include('600 B.C.');
    overrides.bce = 'BC';
    expect(texts(between(at(-599), at(-500), 200, { language, measure }).units)).to.include('600 BC');
  });
});

describe('axisTicks(view, width, options): what always holds', () => {
  const locale = fc.constantFrom(...LOCALES);

  function expectSound({ units, larger }: TimeTicks, { start, end }: TimeSpan, pxPerMs: number): void {
    const inOrder = (ticks: readonly Tick[]): boolean =>
      ticks.every((tick, i) => !i || tick.at > ticks[i - 1]!.at);
    expect(inOrder(units) && inOrder(larger), 'in order').to.equal(true);
    expect(units.every(tick => tick.at >= start && tick.at < end)).to.equal(true);
    if (larger.length) expect(larger[0]!.at).to.be.at.most(start);
    // Whether texts are centred at the ticks or begin there.
    const gaps = (ticks: readonly Tick[], gap: number): void => {
      const worded = ticks.filter(tick => tick.text);
      for (let i = 1; i < worded.length; i++) {
        const [a, b] = [worded[i - 1]!, worded[i]!];
        const room = (b.at - a.at) * pxPerMs - gap;
        if (room < measure(a.text) || room < (measure(a.text) + measure(b.text)) / 2)
          expect.fail(`${a.text} meets ${b.text}`);
      }
    };
    gaps(units, 0);
    gaps(larger, LARGER_INDENT);
  }

  it('2 to 40 units, with words that keep apart, in every language', () => {
    fc.assert(
      fc.property(historicalView, widths, locale, (view, width, tag) => {
        const ticks = axisTicks(view, width, { language: languageFor(tag), measure });
        expect(ticks.units.length).to.be.within(2, 40);
        expect(ticks.units.some(tick => tick.text)).to.equal(true);
        expectSound(ticks, view, width / (view.end - view.start));
      }),
      { seed: 4, numRuns: 800 },
    );
  });

  it('each unit has its words where the screen is not small and the era goes without saying', () => {
    fc.assert(
      fc.property(historicalView, fc.integer({ min: 420, max: 4000 }), (view, width) => {
        fc.pre(view.start > at(100));
        expect(texts(axisTicks(view, width, english).units)).not.to.include('');
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it('no text twice within a larger unit; years before 1 say their era, nothing is 0 or below', () => {
    fc.assert(
      fc.property(historicalView, widths, (view, width) => {
        const { unit, units, larger } = axisTicks(view, width, english);
        let last = -1;
        let seen = new Set<string>();
        for (const { at: moment, text } of units.filter(tick => tick.text)) {
          const under = larger.findLastIndex(tick => tick.at <= moment);
          if (under !== last) seen = new Set();
          last = under;
          expect(seen.has(text), text).to.equal(false);
          seen.add(text);
          if (unit === 'year') {
            const { year } = toCivil(moment);
            expect(text).to.equal(year < 1 ? `${1 - year} BCE` : year < 100 ? `${year} CE` : `${year}`);
          }
        }
        for (const tick of larger) {
          if (unit === 'month' && tick.text) expect(tick.text).to.equal(tick.pinned);
          if (toCivil(tick.at).year < 1) expect(tick.pinned).to.include('BCE');
        }
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it('panning changes no tick', () => {
    const part = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(
      fc.property(historicalView, widths, part, (view, width, fraction) => {
        // One px per ms for both: neither view is rounded.
        const span = Math.round(view.end - view.start);
        const start = Math.round(view.start);
        const by = Math.round(span * fraction);
        fc.pre(start + span + by < at(10_000) && start + by > at(-9998));
        const here = between(start, start + span, width);
        const there = between(start + by, start + by + span, width);
        expect(there.unit).to.equal(here.unit);
        const [low, high] = [start + Math.max(0, by), start + span + Math.min(0, by)];
        for (const level of ['units', 'larger'] as const) {
          const shared = (ticks: readonly Tick[]): Tick[] =>
            ticks.filter(tick => tick.at >= low && tick.at < high);
          expect(shared(there[level])).to.eql(shared(here[level]));
        }
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('more screens at each side add ticks and change none', () => {
    fc.assert(
      fc.property(historicalView, widths, (view, width) => {
        const span = view.end - view.start;
        fc.pre(view.start - span > at(-9998) && view.end + span < at(10_000));
        const one = axisTicks(view, width, english);
        const three = axisTicks(view, width, { ...english, overscan: 1 });
        expect(three.units.filter(tick => tick.at >= view.start && tick.at < view.end)).to.eql(one.units);
        expect(three.units.length).to.be.at.most(121);
        expect(three.larger).to.deep.include.members([...one.larger]);
      }),
      { seed: 8, numRuns: 300 },
    );
  });

  it('1 to 200 ticks, in order, for anything within ±1e18 ms, however short or deep', () => {
    fc.assert(
      fc.property(anyView(1e18), widths, (view, width) => {
        const ticks = axisTicks(view, width, english);
        expect(ticks.units.length).to.be.within(1, 200);
        expect(ticks.larger.length).to.be.at.most(200);
        expectSound(ticks, view, Infinity);
      }),
      { seed: 9, numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), fc.double(), (start, end, width, wide) => {
        const { units, larger } = axisTicks({ start, end }, width, { ...english, measure: () => wide });
        expect(units.length).to.be.at.most(200);
        expect(larger.length).to.be.at.most(200);
      }),
      { seed: 10, numRuns: 500 },
    );
  });

  it('asks nothing of the machine’s time zone', () => {
    const local = Object.getOwnPropertyNames(Date.prototype).filter(name =>
      /^(get|set)(?!UTC|Time$)|^to(Locale|Date|Time|String)/.test(name),
    );
    const kept = local.map(name => [name, Object.getOwnPropertyDescriptor(Date.prototype, name)!] as const);
    try {
      for (const name of local)
        Object.defineProperty(Date.prototype, name, {
          configurable: true,
          value: () => {
            throw new Error(name);
          },
        });
      for (let span = 4; span < 1e15; span *= 7) between(at(2025, 11, 2), at(2025, 11, 2) + span, 900);
    } finally {
      for (const [name, descriptor] of kept) Object.defineProperty(Date.prototype, name, descriptor);
    }
    const midnights = between(at(2025, 11, 1), at(2025, 11, 5), 400).units;
    expect(midnights.every(tick => tick.at % DAY === 0)).to.equal(true);
  });
});

describe('ticksWithin(step, view)', () => {
  it('agrees with D3 on every step below a year, and on years of the common era', () => {
    const intervals: Record<string, CountableTimeInterval> = {
      second: utcSecond,
      minute: utcMinute,
      hour: utcHour,
      day: utcDay,
      week: utcMonday,
      month: utcMonth,
      year: utcYear,
    };
    const start = at(1895, 2, 11, { hour: 5, minute: 7 });
    for (let i = 0; i < LAST_STEP; i++) {
      const step = stepAt(i);
      const interval = intervals[step.unit];
      // D3 does not leave out the 31st before the 1st.
      if (!interval || (step.unit === 'day' && step.step > 1) || step.step > 1000) continue;
      const end = start + step.min * 30;
      const theirs = interval.every(step.step)!.range(new Date(start), new Date(end));
      const ours = ticksWithin(step, { start, end }).filter(tick => tick >= start);
      expect(ours, `${step.step} ${step.unit}`).to.eql(theirs.map(Number));
    }
  });

  it('keeps days of the month from crowding the 1st, leap years too', () => {
    const days = (step: number, year: number, month: number): number[] =>
      ticksWithin(tickStep('day', step), { start: at(year, month), end: at(year, month + 1) }).map(
        tick => toCivil(tick).day,
      );
    expect(days(2, 2024, 2).at(-1)).to.equal(27);
    expect(days(2, 2023, 2).at(-1)).to.equal(27);
    expect(days(2, 2023, 4).at(-1)).to.equal(29);
    expect(days(2, 2023, 5).at(-1)).to.equal(29);
    expect(days(14, 2023, 5)).to.eql([1, 15]);
    expect(days(1, -4, 2)).to.have.length(29);
  });

  it('begins with the tick under way and keeps its promised distances', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST_STEP - 15 }), anyView(3e14), (i, { start }) => {
        const step = stepAt(i);
        const view = { start, end: start + step.min * 20 };
        const ticks = ticksWithin(step, view);
        expect(ticks[0]).to.be.at.most(start + step.max);
        for (let n = 1; n < ticks.length; n++) {
          const distance = ticks[n]! - ticks[n - 1]!;
          expect(distance).to.be.at.most(step.max);
          // The year 1 stands nearer to the first round one.
          if (step.unit !== 'year') expect(distance).to.be.at.least(step.min);
        }
      }),
      { seed: 11, numRuns: 1000 },
    );
  });
});

describe('nests(fine, coarse)', () => {
  it('holds only where each coarse tick is a fine one', () => {
    const starts = [at(2025, 6, 5), at(-43, 3, 15), at(1999, 12, 20)];
    for (let i = 0; i < LAST_STEP - 20; i++)
      for (let j = i; j < LAST_STEP - 20; j++) {
        const [fine, coarse] = [stepAt(i), stepAt(j)];
        const ticks = starts.flatMap(start => ticksWithin(coarse, { start, end: start + 12 * coarse.max }));
        const contained = ticks.every(tick => ticksWithin(fine, { start: tick, end: tick + 1 })[0] === tick);
        if (nests(fine, coarse))
          expect(contained, `${coarse.step} ${coarse.unit} in ${fine.step} ${fine.unit}`).to.equal(true);
      }
    expect(nests(stepAt(0), stepAt(40))).to.equal(true);
    expect(nests(tickStep('day', 2), tickStep('day', 14))).to.equal(true);
    expect(nests(tickStep('day', 2), tickStep('week', 1))).to.equal(false);
    expect(nests(tickStep('week', 1), tickStep('month', 1))).to.equal(false);
  });
});
