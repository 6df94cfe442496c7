import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { normalizeDocument } from '../../src/data/normalize-document.js';
import type { TimelineEvent } from '../../src/data/timeline-event.js';
import { languageFor } from '../../src/language/language.js';
import { underHeads } from '../../src/render/date-heads.js';
import { formatDate } from '../../src/time/format-date.js';
import { parseDate } from '../../src/time/parse-date.js';

const language = languageFor('en-GB');

/** Events of dates in the order of time, then those without one. */
function eventsOf(dates: readonly string[]): TimelineEvent[] {
  const events = dates.map((date, i) => ({ id: `${i}`, title: date, date }));
  const all = [...normalizeDocument({ events }).document.events];
  const dated = all.filter(({ span }) => span);
  dated.sort((a, b) => a.span!.start - b.span!.start || a.span!.end - b.span!.end || (a.id < b.id ? -1 : 1));
  return [...dated, ...all.filter(({ span }) => !span)];
}

/** Each head with how many events stand under it. */
const heads = (dates: string, calendar?: string): string[] =>
  underHeads(eventsOf(dates.split(' ')), { ...language, calendar }).map(
    ({ head, events }) => `${head}: ${events.length}`,
  );

/** As many dates of a period, `2025-08-01` and so on, as a text. */
const days = (period: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${period}-${`${i + 1}`.padStart(2, '0')}`).join(' ');

describe('underHeads(events, language)', () => {
  it('is of the finest unit that has three events on the average', () => {
    expect(heads('2025-08-01T10:00 2025-08-01T11:00 2025-08-01 2025-08-02 2025-08-02 2025-08-02')).to.eql([
      'Friday, 1 August 2025: 3',
      'Saturday, 2 August 2025: 3',
    ]);
    expect(heads(`${days('2025-08', 5)} ${days('2025-09', 4)}`)).to.eql([
      'August 2025: 5',
      'September 2025: 4',
    ]);
    expect(heads(`${days('1914', 6)} ${days('1915', 3)}`)).to.eql(['1914: 6', '1915: 3']);
    expect(heads('1951 1953 1957 1960 1962 1968 1969')).to.eql(['the 1950s: 3', 'the 1960s: 4']);
    expect(heads('1701 1750 1799 1811 1850 1899')).to.eql(['the 18th century: 3', 'the 19th century: 3']);
  });

  it('is none where there is but one, or each event would have its own', () => {
    expect(heads(days('2025-08', 9).slice(0, 21))).to.eql([': 2']);
    expect(heads('1914 1915 1916-01 Y-66000000')).to.eql([': 4']);
    expect(heads('unknown unknown')).to.eql([': 2']);
    expect(heads('')).to.eql([': 1']);
  });

  it('says no more of a date than it does', () => {
    const august = days('2025-08', 11);
    expect(heads(`${august} 2025-09 2025-09-02 2025-21 2025 2024/2026`)).to.eql([
      '2024: 1',
      '2025: 1',
      'spring 2025: 1',
      'August 2025: 11',
      'September 2025: 2',
    ]);
    // What begins together with others stands with them.
    expect(heads(`${august} 2025-08/2026 2025-08-01/2030`)).to.eql([': 13']);
    expect(heads(`${august} ${days('2026-01', 4)} 2026`)).to.eql(['August 2025: 11', 'January 2026: 5']);
  });

  it('has those without a start first, and those without a date last', () => {
    expect(heads(`../2020 ${days('2025-08', 5)} ${days('2025-09', 4)} unknown`)).to.eql([
      'start open: 1',
      'August 2025: 5',
      'September 2025: 4',
      'Undated: 1',
    ]);
    // An unknown start is where the known end is.
    expect(heads(`/2025-08-02 ${days('2025-08', 5)} ${days('2025-09', 4)}`)[0]).to.equal('August 2025: 6');
  });

  it('counts decades before the common era as words do, and months as the calendar does', () => {
    expect(heads('-0043 -0044 -0041 -0033 -0031 -0030')).to.eql(['50–41 BCE: 3', '40–31 BCE: 3']);
    expect(heads(`${days('2025-03', 25)}`, 'persian')).to.eql(['Esfand 1403 AP: 20', 'Farvardin 1404 AP: 5']);
  });

  it('has every event once and in order, under keys that are all different, each day in its own month', () => {
    const date = fc
      .tuple(
        fc.integer({ min: 1900, max: 1990 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom('', '-09', '~'),
      )
      .map(([year, month, day]) => `${year}-${`${month}`.padStart(2, '0')}${day}`);
    const any = fc.oneof(
      date,
      fc.constantFrom('1950', '195X', '19', '../1960', '1955/..', '/1958', 'unknown', '1961-22'),
    );
    fc.assert(
      fc.property(fc.array(any, { maxLength: 60 }), dates => {
        const events = eventsOf(dates);
        const groups = underHeads(events, language);
        expect(groups.flatMap(group => group.events)).to.eql(events);
        expect(new Set(groups.map(({ key }) => key)).size).to.equal(groups.length);
        for (const { head, events: members } of groups)
          for (const { span, title } of /^[A-Z]\w+ \d{4}$/.test(head) ? members : []) {
            const month = parseDate(title.slice(0, 7));
            if (span!.precision !== 'day' || !month.ok) continue;
            expect(head).to.equal(formatDate(month.value, { language }));
          }
      }),
      { seed: 25, numRuns: 200 },
    );
  });
});
