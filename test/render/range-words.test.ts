import { expect } from '@open-wc/testing';
import { normalizeDocument } from '../../src/data/normalize-document.js';
import type { TimelineEvent } from '../../src/data/timeline-event.js';
import { languageFor } from '../../src/language/language.js';
import { eventsWords, spanWords } from '../../src/render/range-words.js';
import type { CalendarName } from '../../src/time/julian.js';
import { parseDate } from '../../src/time/parse-date.js';

const language = languageFor('en-GB');

function words(interval: string, calendar?: string): string {
  const result = parseDate(interval);
  if (!result.ok) throw new Error(result.issue.message);
  return spanWords(result.value, { ...language, calendar });
}

/** Events of dates with spaces between them. */
function eventsIn(dates: string, calendar: CalendarName = 'gregorian'): TimelineEvent[] {
  const { document } = normalizeDocument({
    calendar,
    events: dates.split(' ').map((date, i) => ({ id: `${i}`, title: date, date })),
  });
  return [...document.events];
}

describe('spanWords(span, language)', () => {
  it('is as fine as a view of that length can show', () => {
    expect(words('1914/1918')).to.equal('1914–1918');
    expect(words('2025-07-01/2025-11-30')).to.equal('July–November 2025');
    expect(words('2025-07-01/2025-07-20')).to.equal('1–20 July 2025');
    expect(words('2025-07-01T10:00/2025-07-01T15:00')).to.equal('1 July 2025, 10:00 – 15:00');
    expect(words('2025-07-01T10:00/2025-07-01T10:05')).to.equal('1 July 2025, 10:00:00 – 10:05:00');
  });

  it('rounds the years of deep time, and no nearer ones', () => {
    expect(words('Y-66043210/Y-23456789')).to.equal('66 million – 23.5 million years ago');
    expect(words('Y-13812345678/2025')).to.equal('13.8 billion years ago – 2025');
    expect(words('Y-66043210/Y-66012345')).to.equal('66,043,211 BCE – 66,012,346 BCE');
  });

  it('is in the calendar of the language, whatever its precision', () => {
    expect(words('2024-03-20/2025-03-20', 'persian')).to.equal('Farvardin 1403 AP – Esfand 1403 AP');
    expect(words('1979-03-21/2025-03-20', 'persian')).to.equal('1358 AP – 1403 AP');
  });
});

describe('eventsWords(events, language)', () => {
  const range = (dates: string, calendar: CalendarName = 'gregorian'): string =>
    eventsWords(eventsIn(dates, calendar), language);

  it('is from the first to the last, no finer than any of them was written', () => {
    expect(range('2025-11-18')).to.equal('18 November 2025');
    expect(range('2025-11-18 2025-11-19 2025-11')).to.equal('November 2025');
    expect(range('Y-66000000 -04XX 19XX')).to.equal('66 million years ago – the 20th century');
    expect(range('1985-04-12/1986')).to.equal('1985–1986');
    expect(range('1986/1990-04-12')).to.equal('1986–1990');
    expect(range('[1667,1668-12]')).to.equal('1667–1668');
    expect(range('2020/2020-05-06')).to.equal('2020');
    expect(range('156X-12-25')).to.equal('1560–1569');
  });

  it('ends with the last that is known where an end is open, and so begins', () => {
    for (const date of ['../1985', '1985/..', '/1985', '1985/', '[..1985]', '{1985..}'])
      expect(range(date), date).to.equal('1985');
    expect(range('../1985 1990')).to.equal('1985–1990');
    expect(range('1985/.. 1980')).to.equal('1980–1985');
    expect(range('../2025-11-18T10:00')).to.equal('18 November 2025, 10:00');
    expect(range('../Y-13800000000')).to.equal('13.8 billion years ago');
    expect(range('Y-2000000000 Y-1000000000/..')).to.equal('2 billion – 1 billion years ago');
    expect(range('../..')).to.equal('');
    expect(range('')).to.equal('');
  });

  it('is as doubtful as the first and the last', () => {
    expect(range('1850~ 1860')).to.equal('about 1850–1860');
    expect(range('1850 1860?')).to.equal('1850–1860?');
    expect(range('1850% 1860')).to.equal('about 1850–1860?');
    expect(range('1950S2 1999')).to.equal('about 1950–1999');
    expect(range('1850 1855% 1860')).to.equal('1850–1860');
  });

  it('tells parts of a year by their months', () => {
    expect(range('2001-29')).to.equal('September–November 2001');
    expect(range('2001-34 2001-12-25')).to.equal('April–December 2001');
    expect(range('2001-34 2003')).to.equal('2001–2003');
  });

  it('tells Julian dates by the years of their calendar', () => {
    expect(range('1066-10-14', 'julian')).to.equal('1066');
    // In the Gregorian calendar, 3 January 1067.
    for (const date of ['1066-12-28', '[1066-12-28,1066-12-30]', '../1066', '1066/..'])
      expect(range(date, 'julian'), date).to.equal('1066');
    expect(eventsWords([...eventsIn('1066-12-28', 'julian'), ...eventsIn('1067-01-02')], language)).to.equal(
      '1066–1067',
    );
  });
});
