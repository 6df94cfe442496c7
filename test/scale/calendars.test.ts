import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { languageFor } from '../../src/language/language.js';
import { GREGORIAN } from '../../src/scale/calendar-grid.js';
import { isoWeek } from '../../src/scale/iso-week.js';
import { calendarGrid } from '../../src/scale/probed-calendar.js';
import { ticksWithin, tickStep } from '../../src/scale/tick-grid.js';
import {
  axisTicks,
  LARGER_INDENT,
  TICK_GAP,
  type AxisOptions,
  type TimeTicks,
  type Tick,
} from '../../src/scale/ticks.js';
import { fromCivil } from '../../src/time/civil.js';
import { DAY, type TimeSpan } from '../../src/time/epoch-ms.js';
import { measure } from './measure.js';
import { anyView, viewsBetween, widths } from './views.js';

const at = (year: number, month = 1, day = 1): number => fromCivil({ year, month, day });
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const years = (start: number, end: number): TimeSpan => ({ start: at(start), end: at(end) });
const options = (tag: string, calendar: string): AxisOptions => ({
  language: languageFor(tag),
  measure,
  calendar,
});
const between = (start: number, end: number, width: number, tag: string, calendar: string): TimeTicks =>
  axisTicks({ start, end }, width, options(tag, calendar));
const monthStarts = (calendar: string, span: TimeSpan): string[] =>
  ticksWithin(tickStep('month', 1), span, calendarGrid(calendar, span)).map(day);
const yearStarts = (calendar: string, span: TimeSpan): string[] =>
  ticksWithin(tickStep('year', 1), span, calendarGrid(calendar, span)).map(day);
const dated = (ticks: readonly Tick[]): string[] => ticks.map(tick => `${day(tick.at)} ${tick.text}`);

/** Calendars whose data differ between no engines near the present. */
const CALENDARS = [
  ...['persian', 'hebrew', 'chinese', 'dangi', 'islamic-umalqura', 'islamic-civil', 'indian', 'coptic'],
  ...['ethiopic', 'buddhist', 'roc', 'japanese'],
];
const LOCALES = ['en', 'de', 'fr', 'pl', 'ru', 'ar-EG', 'fa-IR', 'he', 'ja', 'th', 'hi', 'zh-Hans', 'tr'];

describe('calendarGrid(name, within): golden dates', () => {
  it('the Persian new year', () => {
    expect(yearStarts('persian', years(2024, 2026))).to.eql(['2023-03-21', '2024-03-20', '2025-03-21']);
  });

  it('the Hebrew leap year 5784, with two months of Adar', () => {
    expect(yearStarts('hebrew', years(2024, 2025))).to.eql(['2023-09-16', '2024-10-03']);
    const { larger } = between(at(2024, 2), at(2024, 5), 600, 'en', 'hebrew');
    expect(dated(larger)).to.eql([
      '2024-01-11 Shevat',
      '2024-02-10 Adar I',
      '2024-03-11 Adar II',
      '2024-04-09 Nisan',
    ]);
    expect(monthStarts('hebrew', { start: at(2023, 9, 16), end: at(2024, 10, 3) })).to.have.length(13);
    expect(monthStarts('hebrew', { start: at(2022, 9, 26), end: at(2023, 9, 16) })).to.have.length(12);
  });

  it('the Chinese leap months of 2023 and 2025', () => {
    const units = between(at(2025, 2), at(2026, 2), 1100, 'zh-Hans', 'chinese').units;
    expect(dated(units)).to.include.members(['2025-06-25 六月', '2025-07-25 闰六月', '2025-08-23 七月']);
    expect(monthStarts('chinese', years(2023, 2024)).slice(1, 5)).to.eql([
      ...['2023-01-22', '2023-02-20', '2023-03-22', '2023-04-20'],
    ]);
    expect(yearStarts('dangi', years(2024, 2026))).to.eql(['2023-01-22', '2024-02-10', '2025-01-29']);
  });

  it('the months of Umm al-Qura', () => {
    expect(monthStarts('islamic-umalqura', { start: at(2025, 3), end: at(2025, 4) })).to.eql([
      '2025-03-01',
      '2025-03-30',
    ]);
    expect(yearStarts('islamic-umalqura', { start: at(2025, 6, 26), end: at(2025, 7) })).to.eql([
      '2025-06-26',
    ]);
  });

  it('years of thirteen months, the last of them five days or six', () => {
    expect(monthStarts('coptic', { start: at(2023, 8, 20), end: at(2023, 9, 20) })).to.eql([
      ...['2023-08-07', '2023-09-06', '2023-09-12'],
    ]);
    expect(yearStarts('ethiopic', years(2024, 2025))).to.eql(['2023-09-12', '2024-09-11']);
  });

  it('Gregorian months, and years of their own', () => {
    for (const calendar of ['buddhist', 'roc', 'japanese'])
      expect(monthStarts(calendar, years(2023, 2025)), calendar).to.eql(
        monthStarts('gregory', years(2023, 2025)),
      );
    const { units } = between(at(2000), at(2026), 700, 'en', 'buddhist');
    expect(units[0]!.text).to.match(/^2545 |^2543 |^2550 /);
  });

  it('Buddhist months from 1583, none that Intl counts as Julian', () => {
    expect(monthStarts('buddhist', { start: at(1583), end: at(1583, 4) })).to.eql([
      ...['1583-01-01', '1583-02-01', '1583-03-01'],
    ]);
    expect(calendarGrid('buddhist', { start: at(1582, 12, 31), end: at(1583, 4) })).to.equal(GREGORIAN);
    // 1590 is 2133.
    expect(yearStarts('buddhist', years(1590, 1591))).to.eql(['1590-01-01']);
  });

  it('pins a month with the number of its year, and years of the Chinese cycle too', () => {
    const [start, end] = [at(2024, 11, 20), at(2025, 1, 12)];
    for (const tag of LOCALES)
      for (const name of ['hebrew', 'chinese', 'dangi', 'islamic-umalqura', 'islamic-civil', 'persian']) {
        const { larger } = between(start, end, 600, tag, name);
        const grid = calendarGrid(name, { start, end });
        const number = new Intl.NumberFormat(tag, { useGrouping: false });
        for (const { at: moment, pinned } of larger)
          expect(pinned, `${tag} ${name}`).to.include(number.format(grid.yearAt(moment)));
      }
    const pinned = (tag: string, name: string): string =>
      between(start, end, 600, tag, name).larger[1]!.pinned;
    expect(pinned('en', 'hebrew')).to.equal('Kislev 5785');
    expect(pinned('en', 'chinese')).to.match(/^Eleventh Month 2024 \(jia-chen\)$/);
    expect(pinned('ja', 'chinese')).to.match(/^甲辰年十一月.*2024/);
    expect(between(at(2019, 3), at(2022), 600, 'en', 'chinese').larger[0]!.text).to.equal('2019 (ji-hai)');
  });

  it('Reiwa begins on 1 May 2019, Heisei within a month', () => {
    expect(yearStarts('japanese', { start: at(2019), end: at(2020, 1, 2) })).to.eql([
      ...['2019-01-01', '2019-05-01', '2020-01-01'],
    ]);
    const { larger } = between(at(2018), at(2021), 1000, 'ja', 'japanese');
    expect(dated(larger)).to.eql([
      '2018-01-01 平成30年',
      '2019-01-01 平成31年',
      '2019-05-01 令和元年',
      '2020-01-01 令和2年',
    ]);
    expect(
      between(at(2019, 4, 20), at(2019, 5, 9), 900, 'en', 'japanese').larger.map(tick => tick.pinned),
    ).to.eql(['April 31 Heisei', 'May 1 Reiwa']);
    expect(dated(between(at(1989, 1, 3), at(1989, 1, 12), 900, 'ja', 'japanese').larger)).to.eql([
      '1989-01-01 昭和64年1月',
      '1989-01-08 平成元年1月',
    ]);
    // What cannot be told is left out ahead of the view; it is no reason to tell nothing.
    const ahead = axisTicks(years(1880, 2027), 1000, { ...options('ja', 'japanese'), overscan: 1 }).units;
    expect(dated(ahead)).to.include.members([
      '1912-07-30 大正元年',
      '1926-12-25 昭和元年',
      '2008-01-01 平成20年',
    ]);
    expect(ahead.every(tick => tick.at >= at(1873))).to.equal(true);
    // Round in their own era.
    const { units } = between(at(1975), at(2026), 700, 'ja', 'japanese');
    expect(units.map(tick => tick.text).filter(Boolean)).to.eql([
      ...['昭和50年', '昭和55年', '平成元年', '平成10年', '平成15年', '平成20年', '平成25年', '令和元年'],
    ]);
  });

  it('only where it is asked for, known, and can be told throughout', () => {
    const plain = axisTicks(years(2020, 2027), 700, { language: languageFor('fa'), measure });
    expect(plain.units[0]!.at).to.equal(at(2020));
    expect(between(at(2020), at(2027), 700, 'fa', 'persian').units[0]!.at).to.equal(at(2020, 3, 20));
    const language = { ...languageFor('fa'), calendar: 'persian' };
    expect(axisTicks(years(2020, 2027), 700, { language, measure }).units[0]!.at).to.equal(at(2020, 3, 20));
    for (const [name, within] of [
      ['nonsense', years(2020, 2021)],
      ['not a calendar', years(2020, 2021)],
      ['gregory', years(2020, 2021)],
      // The Hijra, the first year of the calendar, was in 622.
      ['islamic-civil', years(600, 700)],
      ['japanese', years(1800, 1900)],
      ['chinese', years(2000, 20_000)],
      ['persian', { start: -1e18, end: 1e18 }],
      ['persian', { start: 8e15, end: 9e15 }],
    ] as const)
      expect(calendarGrid(name, within), name).to.equal(GREGORIAN);
    expect(day(calendarGrid('islamic-civil', years(1000, 1001)).reach.start)).to.equal('0622-07-19');
  });

  it('asks Intl little, and nothing twice', () => {
    const original = Intl.DateTimeFormat.prototype.formatToParts;
    let asked = 0;
    Intl.DateTimeFormat.prototype.formatToParts = function (this: Intl.DateTimeFormat, date) {
      asked++;
      return original.call(this, date);
    };
    try {
      const count = (view: TimeSpan): number => {
        asked = 0;
        axisTicks(view, 4000, { ...options('en', 'ethioaa'), overscan: 1 });
        return asked;
      };
      const [start, end] = [at(1900), at(1904)];
      expect(count({ start, end })).to.be.within(100, 900);
      expect(count({ start, end })).to.equal(0);
      expect(count({ start: start + 30 * DAY, end: end + 30 * DAY })).to.be.below(40);
    } finally {
      Intl.DateTimeFormat.prototype.formatToParts = original;
    }
  });
});

describe('axisTicks(view, width, { calendar }): what always holds', () => {
  const calendar = fc.constantFrom(...CALENDARS);
  const locale = fc.constantFrom('en', 'ar-EG', 'fa-IR', 'he', 'ja', 'th', 'zh-Hans');
  const recent = viewsBetween(at(1700), at(2200), DAY / 24);

  function expectSound({ unit, units, larger }: TimeTicks, pxPerMs: number): void {
    expect(units.length).to.be.within(2, 40);
    expect(units.some(tick => tick.text)).to.equal(true);
    for (const [ticks, gap] of [
      [units, TICK_GAP],
      [larger, LARGER_INDENT],
    ] as const) {
      expect(ticks.every((tick, i) => !i || tick.at > ticks[i - 1]!.at)).to.equal(true);
      const worded = ticks.filter(tick => tick.text);
      for (let i = 1; i < worded.length; i++) {
        const [a, b] = [worded[i - 1]!, worded[i]!];
        if ((b.at - a.at) * pxPerMs + 1e-6 < measure(a.text) + gap) expect.fail(`${a.text} meets ${b.text}`);
      }
    }
    let last = -1;
    let seen = new Set<string>();
    for (const { at: moment, text } of units.filter(tick => tick.text)) {
      const under = larger.findLastIndex(tick => tick.at <= moment);
      if (under !== last) seen = new Set();
      last = under;
      // The day that an emperor's reign ends bears its number in a month that has two halves.
      expect(seen.has(text), `${unit} ${text} twice`).to.equal(false);
      seen.add(text);
    }
  }

  it('2 to 40 units in order, with words that keep apart and are never repeated', () => {
    fc.assert(
      fc.property(recent, widths, calendar, locale, (view, width, name, tag) => {
        expectSound(axisTicks(view, width, options(tag, name)), width / (view.end - view.start));
      }),
      { seed: 21, numRuns: 600 },
    );
  });

  it('2 to 40 units anywhere within ±1e21 ms', () => {
    fc.assert(
      fc.property(anyView(1e21), widths, fc.constantFrom('gregory', ...CALENDARS), (view, width, name) => {
        const { units } = axisTicks(view, width, options('en', name));
        expect(units.length).to.be.within(2, 40);
        expect(units.every((tick, i) => !i || tick.at > units[i - 1]!.at)).to.equal(true);
        expect(units.some(tick => tick.text)).to.equal(true);
      }),
      { seed: 22, numRuns: 600 },
    );
  });

  it('panning changes no tick', () => {
    fc.assert(
      fc.property(
        recent,
        widths,
        calendar,
        fc.double({ min: -1, max: 1, noNaN: true }),
        (view, width, name, part) => {
          const [start, span] = [Math.round(view.start), Math.round(view.end - view.start)];
          const by = Math.round(span * part);
          // Calendars that begin in those years are not drawn before.
          const { reach } = calendarGrid(name, years(2000, 2001));
          fc.pre(Math.min(start, start + by) > reach.start && Math.max(start, start + by) + span < reach.end);
          const here = axisTicks({ start, end: start + span }, width, options('en', name));
          const there = axisTicks({ start: start + by, end: start + by + span }, width, options('en', name));
          expect([there.unit, there.step]).to.eql([here.unit, here.step]);
          const [low, high] = [start + Math.max(0, by), start + span + Math.min(0, by)];
          for (const level of ['units', 'larger'] as const) {
            const shared = (ticks: readonly Tick[]): [number, string][] =>
              ticks.filter(tick => tick.at >= low && tick.at < high).map(tick => [tick.at, tick.text]);
            expect(shared(there[level])).to.eql(shared(here[level]));
          }
        },
      ),
      { seed: 23, numRuns: 400 },
    );
  });

  it('the text of a tick is not that of the millisecond before it', () => {
    const format = (tag: string, name: string, fields: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
      new Intl.DateTimeFormat(tag, { timeZone: 'UTC', calendar: name, ...fields });
    for (const tag of LOCALES)
      for (const name of ['gregory', ...CALENDARS]) {
        const year = format(tag, name, { year: 'numeric' });
        for (const tick of between(at(2016), at(2026), 900, tag, name).units)
          expect(year.format(tick.at), `${tag} ${name}`).not.to.equal(year.format(tick.at - 1));
        const month = format(tag, name, { month: 'long' });
        const { unit, units } = between(at(2024), at(2024, 12), 1100, tag, name);
        expect(unit).to.equal('month');
        for (const tick of units) expect(month.format(tick.at)).not.to.equal(month.format(tick.at - 1));
      }
  });

  it('the text of a year is that year', () => {
    for (const tag of LOCALES)
      for (const name of ['gregory', ...CALENDARS]) {
        const latin = new Intl.DateTimeFormat('en-u-nu-latn', {
          timeZone: 'UTC',
          calendar: name,
          year: 'numeric',
        });
        const { unit, units } = between(at(1920), at(2026), 1200, tag, name);
        expect(unit).to.equal('year');
        for (const { at: moment, text } of units.filter(tick => tick.text)) {
          const year = Number(latin.formatToParts(moment).find(part => /year/i.test(part.type))!.value);
          const digits = new Intl.NumberFormat(tag, { useGrouping: false }).format(year);
          expect(text, `${tag} ${name}`).to.satisfy(
            (said: string) => said.includes(digits) || said.includes('元'),
          );
        }
      }
  });
});

describe('isoWeek(monday)', () => {
  it('is the week of ISO 8601, all Mondays of 1900 to 2100', () => {
    // Another way to it: the week belongs to the year of its 4th day, weeks are counted from the Monday before 4 January.
    const mondayBefore = (ms: number): number => ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY;
    for (let monday = at(1900); monday < at(2100); monday += 7 * DAY) {
      const year = new Date(monday + 3 * DAY).getUTCFullYear();
      const first = mondayBefore(Date.UTC(year, 0, 4));
      expect(isoWeek(monday), day(monday)).to.equal((monday - first) / (7 * DAY) + 1);
    }
    expect([at(2020, 12, 28), at(2021), at(2024, 12, 30)].map(isoWeek).slice(0, 1)).to.eql([53]);
    expect(isoWeek(at(2024, 12, 30))).to.equal(1);
  });

  it('is written where weeks are asked for', () => {
    const view = { start: at(2025, 8, 20), end: at(2025, 9, 20) };
    const { unit, units, larger } = axisTicks(view, 400, {
      language: languageFor('en'),
      measure,
      weeks: true,
    });
    expect(unit).to.equal('week');
    expect(dated(units)).to.eql(['2025-08-25 W35', '2025-09-01 W36', '2025-09-08 W37', '2025-09-15 W38']);
    expect(larger.map(tick => tick.text)).to.eql(['August', 'September']);
  });

  it('stand across the line of a month that begins soon after, and say so', () => {
    const language = languageFor('en');
    const view = { start: at(2025, 7, 20), end: at(2025, 11, 26) };
    const crossed = (weeks: boolean): string[] =>
      axisTicks(view, 1130, { language, measure, weeks })
        .larger.filter(tick => tick.crossed)
        .map(tick => tick.text);
    expect(crossed(true)).to.eql(['October']);
    expect(axisTicks(view, 200, { language, measure }).larger.some(tick => tick.crossed)).to.equal(false);
  });
});

describe('axisTicks(view, width, options): deep time', () => {
  const YEAR = 365.2425 * DAY;
  const texts = (start: number, end: number): string[] =>
    axisTicks({ start: start * YEAR, end: end * YEAR }, 1000, {
      language: languageFor('en'),
      measure,
    }).units.map(tick => tick.text.replace('\u00a0', ' '));

  it('tells thousands, millions and billions of years', () => {
    expect(texts(-300_000, 100_000)).to.include.members(['250 ka', '50 ka', '1 CE', 'in 50 ka']);
    expect(texts(-70e6, 0)).to.include.members(['65 Ma', '5 Ma', '1 CE']);
    expect(texts(-13.8e9, 6e9)).to.include.members(['12 Ga', '2 Ga', '1 CE', 'in 4 Ga']);
    expect(texts(-66.1e6, -65.9e6)).to.include.members(['66.02 Ma', '66 Ma', '65.98 Ma']);
    expect(texts(-13.8001e9, -13.7999e9)).to.include.members(['13.80002 Ga', '13.8 Ga']);
    expect(texts(-30_000, 2000)).to.include.members(['20,000 BCE', '1 CE']);
  });

  it('two texts on a small screen', () => {
    const view = { start: -13.8e9 * YEAR, end: 0 };
    const { units } = axisTicks(view, 345, { language: languageFor('en'), measure, overscan: 1 });
    const shown = units.filter(tick => tick.text && tick.at > view.start && tick.at < view.end);
    expect(shown.map(tick => tick.text)).to.eql(['10\u00a0Ga', '5\u00a0Ga', '1 CE']);
  });

  it('neither repeats a text nor lets two meet, to ±1e21 ms', () => {
    fc.assert(
      fc.property(anyView(1e21), widths, (view, width) => {
        const { unit, units } = axisTicks(view, width, { language: languageFor('en'), measure });
        if (unit !== 'year') return;
        const worded = units.filter(tick => tick.text);
        expect(new Set(worded.map(tick => tick.text)).size).to.equal(worded.length);
        for (let i = 1; i < worded.length; i++) {
          const room = ((worded[i]!.at - worded[i - 1]!.at) * width) / (view.end - view.start);
          expect(room + 1e-6).to.be.at.least(measure(worded[i - 1]!.text) + TICK_GAP);
        }
      }),
      { seed: 24, numRuns: 800 },
    );
  });
});
