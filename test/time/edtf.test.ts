import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { fromCivil, toCivil } from '../../src/time/civil.js';
import type { DatedSpan } from '../../src/time/dated-span.js';
import { parseDate } from '../../src/time/parse-date.js';

const seed = 2019;

function spanOf(text: string, calendar?: 'julian'): DatedSpan {
  const result = parseDate(text, { calendar });
  if (!result.ok) throw new Error(result.issue.message);
  return result.value;
}

describe('a date with qualifiers', () => {
  const sign = (doubt?: { approximate: boolean; uncertain: boolean }) =>
    doubt && (doubt.approximate ? (doubt.uncertain ? '%' : '~') : doubt.uncertain ? '?' : '');
  /** The qualifier of the whole, then those of year, month and day where they are told apart. */
  const signs = (text: string) => {
    const { from } = spanOf(text);
    const { doubts } = from;
    return [sign(from), ...(doubts ? [doubts.year, doubts.month, doubts.day].map(d => sign(d) ?? '') : [])];
  };

  it('on the left doubts a part, on the right all parts up to there', () => {
    for (const [text, ...expected] of [
      ['2004-06-11', ''],
      ['2004-06-11?', '?'],
      ['?2004', '?'],
      ['?2004-06-11', '?', '?', '', ''],
      ['2004?-06-11', '?', '?', '', ''],
      ['2004-06~-11', '~', '~', '~', ''],
      ['2004-~06-11', '~', '', '~', ''],
      ['2004-06-%11', '%', '', '', '%'],
      ['?2004-06-~11', '%', '?', '', '~'],
      ['2004?-06-~11', '%', '?', '', '~'],
      ['2011-~06-~04', '~', '', '~', '~'],
      ['?-2004-06-04~', '%', '%', '~', '~'],
      ['?2004~-06', '%', '%', '', ''],
      ['2004-~21', '~', '', '~', ''],
      ['Y170000002~', '~'],
      ['44 BCE?', '?'],
      ['about 44 BCE?', '%'],
      ['2004-06-11T10:00~', '~'],
      ['?1985-XX-XX', '?'],
      ['1985-~XX', ''],
    ] as const)
      expect(signs(text), text).to.deep.equal(expected);
  });

  it('all doubted alike is doubted as a whole', () => {
    expect(spanOf('?2004-?06-?11')).to.deep.equal({ ...spanOf('2004-06-11?'), source: '?2004-?06-?11' });
    expect(spanOf('c. 1850')).to.deep.equal({ ...spanOf('1850~'), source: 'c. 1850' });
    for (const about of ['c', 'c.', 'C. ', 'ca ', 'ca. ', 'circa ', 'about '])
      expect(spanOf(`${about}1850-06`).from, about).to.deep.equal(spanOf('1850-06~').from);
  });
});

describe('a date with unspecified digits', () => {
  it('keeps them where its precision does not say it', () => {
    for (const [text, precision, unspecified] of [
      ['156X-12-25', 'day', { year: '156X', month: '12', day: '25' }],
      ['1560-XX-25', 'day', { year: '1560', month: 'XX', day: '25' }],
      ['-156X-12-XX', 'month', { year: '-156X', month: '12' }],
      ['1984-1X', 'month', { year: '1984', month: '1X' }],
      ['2X10', 'year', { year: '2X10' }],
      ['1X3X', 'decade', { year: '1X3X' }],
      ['156X-21', 'season', { year: '156X', month: '21' }],
      ['XXXX', 'millennium', { year: 'XXXX' }],
      ['156X', 'decade', undefined],
      ['15XX-XX-XX', 'century', undefined],
      ['1XXX-XX', 'millennium', undefined],
      ['1984-12-XX', 'month', undefined],
      ['1984-XX', 'year', undefined],
    ] as const) {
      const { from, to } = spanOf(text);
      expect([from.precision, from.unspecified], text).to.deep.equal([precision, unspecified]);
      expect(to).to.equal(from);
    }
  });

  /** All days that fit, by trying them. */
  function daysOf(year: string, month: string, day: string): number[] {
    const fitting = (pattern: string, last: number) => {
      const fits = new RegExp(`^${pattern.replace(/X/g, '\\d')}$`);
      const all = Array.from({ length: last + 1 }, (_, n) => String(n).padStart(pattern.length, '0'));
      return all.filter(text => fits.test(text)).map(Number);
    };
    const [, minus, digits] = /^(-?)(....)$/.exec(year)!;
    const days: number[] = [];
    for (const size of fitting(digits!, 9999))
      for (const m of fitting(month, 12))
        for (const d of fitting(day, 31)) {
          if (minus && size === 0) continue;
          const ms = fromCivil({ year: minus ? -size : size, month: m, day: d });
          const { month: trueMonth, day: trueDay } = toCivil(ms);
          if (m === trueMonth && d === trueDay) days.push(ms);
        }
    return days;
  }

  const pattern = (size: number, unspecified: number) =>
    fc
      .tuple(
        fc.array(fc.constantFrom(...'0123456789'), { minLength: size, maxLength: size }),
        fc.uniqueArray(fc.nat(size - 1), { maxLength: unspecified }),
      )
      .map(([digits, at]) => digits.map((digit, i) => (at.includes(i) ? 'X' : digit)).join(''));
  const qualifier = fc.constantFrom('', '', '', '?', '~', '%');
  const written = fc.record({
    minus: fc.constantFrom('', '', '-'),
    year: pattern(4, 2).filter(text => text !== '0000'),
    month: fc.oneof(fc.constantFrom('02', '12', 'XX', '1X', '0X', 'X1', '09'), pattern(2, 2)),
    day: fc.oneof(fc.constantFrom('29', '30', '31', '3X', '2X', 'X9', 'XX'), pattern(2, 2)),
    marks: fc.array(qualifier, { minLength: 6, maxLength: 6 }),
  });

  it('covers from the first to the last day that fits, and is refused where none does', () => {
    let read = 0;
    fc.assert(
      fc.property(written, ({ minus, year, month, day, marks: m }) => {
        const text = `${m[0]}${minus}${year}${m[1]}-${m[2]}${month}${m[3]}-${m[4]}${day}${m[5]}`;
        const days = daysOf(minus + year, month, day);
        const result = parseDate(text);
        expect(result.ok, text).to.equal(days.length > 0);
        if (!result.ok) {
          expect(result.issue.message).to.match(/a (month|day) from 01 to/);
          return;
        }
        read++;
        const { start, end, approximate, uncertain } = result.value;
        const [first, last] = [Math.min(...days), Math.max(...days)];
        expect([start, end], text).to.deep.equal([first, last + 86_400_000]);
        const counted =
          day === 'XX' ? (month === 'XX' ? [m[0], m[1], m[3], m[5]] : [...m.slice(0, 4), m[5]]) : m;
        expect(approximate, text).to.equal(/[~%]/.test(counted.join('')));
        expect(uncertain, text).to.equal(/[?%]/.test(counted.join('')));
      }),
      { seed, numRuns: 400 },
    );
    expect(read).to.be.above(150);
  });

  it('a set covers its members, whatever their order', () => {
    const year = fc
      .integer({ min: -9999, max: 9999 })
      .map(n => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0'));
    fc.assert(
      fc.property(fc.array(year, { minLength: 1, maxLength: 9 }), fc.boolean(), (years, all) => {
        const { start, end, members, kind, choice } = spanOf(all ? `{${years.join()}}` : `[${years.join()}]`);
        const spans = years.map(text => spanOf(text));
        expect([kind, choice]).to.deep.equal(['set', all ? 'all' : 'one']);
        expect(start).to.equal(Math.min(...spans.map(span => span.start)));
        expect(end).to.equal(Math.max(...spans.map(span => span.end)));
        expect(members).to.deep.equal(spans.sort((a, b) => a.start - b.start));
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('a set', () => {
  it('keeps its members in the order of time, a range as one stretch', () => {
    const { members, from, to, precision, open } = spanOf('[1760-12~, 1670..1672, -0500]');
    expect(members!.map(m => [m.source, m.kind])).to.deep.equal([
      ['-0500', 'within'],
      ['1670..1672', 'stretch'],
      ['1760-12~', 'within'],
    ]);
    expect([from, to, precision, open]).to.deep.equal([
      spanOf('-0500').from,
      spanOf('1760-12~').to,
      'month',
      'none',
    ]);
    expect(spanOf('[1760-12~,1667]')).to.include({ approximate: true, uncertain: false });
  });

  it('is open where a member is', () => {
    expect(spanOf('{..1984}')).to.include({ start: -Infinity, open: 'start', choice: 'all' });
    expect(spanOf('[1760-01,1760-12..]')).to.include({ end: Infinity, open: 'end', choice: 'one' });
    expect(spanOf('{..1667,1760..}')).to.include({ open: 'both' });
    expect(spanOf('[1760-12..]').to.state).to.equal('open');
  });
});

describe('a year', () => {
  it('keeps its significant digits', () => {
    expect(spanOf('1950S2').from.significantDigits).to.equal(2);
    expect(spanOf('Y171010000S3').from.significantDigits).to.equal(3);
    expect('significantDigits' in spanOf('1950').from).to.equal(false);
  });

  it('keeps the code of its part', () => {
    const told = (text: string) => [spanOf(text).precision, spanOf(text).from.subYear];
    expect(told('2001-21')).to.deep.equal(['season', 21]);
    expect(told('2001-32')).to.deep.equal(['season', 32]);
    expect(told('2001-34')).to.deep.equal(['quarter', 34]);
    expect(told('2001-38')).to.deep.equal(['quadrimester', 38]);
    expect(told('-2001-41')).to.deep.equal(['semester', 41]);
  });

  it('is the sum of its quarters, its quadrimesters and its semesters', () => {
    for (const [first, last] of [
      [33, 36],
      [37, 39],
      [40, 41],
    ] as const) {
      expect(spanOf(`2001-${first}`).start).to.equal(spanOf('2001').start);
      expect(spanOf(`2001-${last}`).end).to.equal(spanOf('2001').end);
      for (let code = first; code < last; code++)
        expect(spanOf(`2001-${code}`).end).to.equal(spanOf(`2001-${code + 1}`).start);
    }
  });
});

describe('a Julian date', () => {
  it('is the day that the Gregorian calendar calls otherwise', () => {
    for (const [julian, gregorian] of [
      ['1582-10-05', '1582-10-15'],
      ['1066-10-14', '1066-10-20'],
      ['-0043-03-15', '-0043-03-13'],
      ['0200-03-01', '0200-03-01'],
      ['1900-02-29', '1900-03-13'],
      ['1917-10-25', '1917-11-07'],
      ['1582-10-05T10:30', '1582-10-15T10:30'],
    ] as const) {
      const [read, meant] = [spanOf(julian, 'julian'), spanOf(gregorian)];
      expect([read.start, read.end], julian).to.deep.equal([meant.start, meant.end]);
      expect([read.calendar, read.source]).to.deep.equal(['julian', julian]);
    }
    expect('calendar' in spanOf('1900-02-28')).to.equal(false);
  });

  it('has months and years, sides and members of its calendar', () => {
    const covers = (text: string, from: string, to: string) => {
      const { start, end } = spanOf(text, 'julian');
      expect([start, end], text).to.deep.equal([spanOf(from).start, spanOf(to).end]);
    };
    covers('1700', '1700-01-11', '1701-01-11');
    covers('1900-02', '1900-02-13', '1900-03-13');
    covers('170X', '1700-01-11', '1710-01-11');
    covers('1701-21', '1701-03-12', '1701-06-11');
    covers('1582-10-04/1582-10-05', '1582-10-14', '1582-10-15');
    covers('[1582-10-05,1582-10-01]', '1582-10-11', '1582-10-15');
    for (const text of ['1900-02-28/1900-02-29', '[1900-02-29]'])
      expect(spanOf(text, 'julian').calendar).to.equal('julian');
    const result = parseDate('1901-02-29', { calendar: 'julian' });
    expect(result.ok ? '' : result.issue.message).to.match(/day from 01 to 28/);
  });

  it('follows the day before it, over two thousand years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const y = (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
        const text = `${y}-${String(month).padStart(2, '0')}`;
        const { start, end } = spanOf(text, 'julian');
        const days = Array.from({ length: 31 }, (_, i) =>
          parseDate(`${text}-${String(i + 1).padStart(2, '0')}`, { calendar: 'julian' }),
        ).flatMap(result => (result.ok ? result.value : []));
        expect(days.map(day => (day.start - start) / 86_400_000)).to.deep.equal(days.map((_, i) => i));
        expect(days.at(-1)!.end).to.equal(end);
      }),
      { seed, numRuns: 100 },
    );
  });

  it('may be one object among others; instants have no calendar', () => {
    const date = { year: 1582, month: 10, day: 5 };
    const read = (calendar?: 'julian' | 'gregorian', option?: 'julian') => {
      const result = parseDate({ ...date, calendar }, { calendar: option });
      return result.ok && [result.value.start, result.value.calendar];
    };
    const [julian, gregorian] = [Date.UTC(1582, 9, 15), Date.UTC(1582, 9, 5)];
    expect(read('julian')).to.deep.equal([julian, 'julian']);
    expect(read(undefined, 'julian')).to.deep.equal([julian, 'julian']);
    expect(read('gregorian', 'julian')).to.deep.equal([gregorian, undefined]);
    for (const instant of [0, new Date(0)]) {
      const result = parseDate(instant, { calendar: 'julian' });
      expect(result.ok && [result.value.start, 'calendar' in result.value]).to.deep.equal([0, false]);
    }
  });
});
