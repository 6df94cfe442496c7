import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { normalizeDocument } from '../../src/data/normalize-document.js';
import type { DatedSpan } from '../../src/time/dated-span.js';
import { formatDate, type FormatDateOptions } from '../../src/time/format-date.js';
import { parseDate, type DateInput } from '../../src/time/parse-date.js';
import { fromInstant, toInstant } from '../../src/time/zone.js';
import { LOCALES, monthNames } from './locales.js';
import { moment, span } from './moment.js';
import { describeReader } from './reader.js';

const seed = 1884;

function read(input: DateInput, timeZone?: string): DatedSpan {
  const result = parseDate(input, { timeZone });
  if (!result.ok) throw new Error(result.issue.message);
  return result.value;
}

/** What is written, what it covers (half-open, or one moment), what is said of it, and what else holds. */
type Trap = readonly [input: DateInput, covers: string, words: string, holds?: Partial<DatedSpan>];

const TRAPS: readonly Trap[] = [
  ['1985', '1985-01-01 1986-01-01', '1985', { precision: 'year', kind: 'within' }],
  ['1985-04', '1985-04-01 1985-05-01', 'April 1985', { precision: 'month' }],
  ['2024-01-05', '2024-01-05 2024-01-06', '5 January 2024', { precision: 'day' }],
  ['2024-01-05T10:00', '2024-01-05T10:00', '5 January 2024, 10:00', { kind: 'instant', instant: undefined }],
  ['2024-02-29', '2024-02-29 2024-03-01', '29 February 2024'],
  ['2000-02-29', '2000-02-29 2000-03-01', '29 February 2000'],
  ['1985-04-12/1986', '1985-04-12 1987-01-01', '12 April 1985 – 1986', { kind: 'stretch' }],
  ['1985-04-12/..', '1985-04-12 ..', 'from 12 April 1985, ongoing', { open: 'end' }],
  ['../1985', '-.. 1986-01-01', 'until 1985', { open: 'start' }],
  ['1984?', '1984-01-01 1985-01-01', '1984?', { approximate: false, uncertain: true }],
  ['1984~', '1984-01-01 1985-01-01', 'about 1984', { approximate: true, uncertain: false }],
  ['1984%', '1984-01-01 1985-01-01', 'about 1984?', { approximate: true, uncertain: true }],
  ['circa 1850', '1850-01-01 1851-01-01', 'about 1850', { approximate: true }],
  ['201X', '2010-01-01 2020-01-01', 'the 2010s', { precision: 'decade' }],
  ['20XX', '2000-01-01 2100-01-01', 'the 21st century', { precision: 'century' }],
  ['1985-04-XX', '1985-04-01 1985-05-01', 'April 1985', { precision: 'month' }],
  ['2001-21', '2001-03-01 2001-06-01', 'spring 2001', { precision: 'season' }],
  ['Y-66000000', '-66000000-01-01 -65999999-01-01', '66 million years ago'],
  ['Y170000002', '170000002-01-01 170000003-01-01', '170,000,002 CE'],
  ['0000', '0-01-01 1-01-01', '1 BCE'],
  ['-0001', '-1-01-01 0-01-01', '2 BCE'],
  ['-0043-03-15', '-43-03-15 -43-03-16', '15 March 44 BCE'],
  ['44 BCE', '-43-01-01 -42-01-01', '44 BCE'],
  ['-0050-01-01', '-50-01-01 -50-01-02', '1 January 51 BCE'],
  ['0050-06-01', '50-06-01 50-06-02', '1 June 50 CE'],
  [{ year: 99 }, '99-01-01 100-01-01', '99 CE'],
  [{ year: 12 }, '12-01-01 13-01-01', '12 CE'],
  [{ year: 44, era: 'bce' }, '-43-01-01 -42-01-01', '44 BCE'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00', '1 January 2017, 00:00:00 UTC'],
  ['2024-01-05T24:00', '2024-01-06T00:00', '6 January 2024, 00:00'],
  ['+275760-09-13T00:00:00.001Z', '275760-09-13T00:00:00.001', '13 September 275,760 CE, 00:00:00.001 UTC'],
  ['-271821-04-19', '-271821-04-19 -271821-04-20', '19 April 271,822 BCE'],
  // In each of these a zone's clocks did something: a date without a zone knows nothing of it.
  ['2024-03-10T02:30', '2024-03-10T02:30', '10 March 2024, 02:30', { instant: undefined }],
  ['2018-11-04', '2018-11-04 2018-11-05', '4 November 2018'],
  ['2011-12-30', '2011-12-30 2011-12-31', '30 December 2011'],
  ['1850', '1850-01-01 1851-01-01', '1850'],
  ['1850-06-01T00:00', '1850-06-01T00:00', '1 June 1850, 00:00'],
  ['1582-10-10', '1582-10-10 1582-10-11', '10 October 1582'],
  // Instants, in UTC where no zone is given, whatever the reader's clock shows.
  [Date.UTC(2024, 0, 5, 3), '2024-01-05T03:00', '5 January 2024, 03:00 UTC'],
  [new Date(Date.UTC(1850, 5, 1)), '1850-06-01T00:00', '1 June 1850, 00:00 UTC'],
  ['2024-01-05T00:30+05:30', '2024-01-04T19:00', '4 January 2024, 19:00 UTC'],
];

/** None of them is a date; `Date` takes most, each engine in its own way. */
const REFUSED = [
  ...['2023-02-29', '1900-02-29', '2024-02-30', '2024-13-01', '2024-00-10', '2024-01-32'],
  ...['1', '12', '50', '0', '-0000', '-000000-01-01', '２０２４-01-05'],
];

describeReader();

describe('a date', () => {
  it('covers what is written', () => {
    for (const [input, covers, , holds = {}] of TRAPS) {
      const { start, end, ...rest } = read(input);
      expect({ start, end }, JSON.stringify(input)).to.eql(span(covers));
      for (const [field, value] of Object.entries(holds))
        expect(rest[field as keyof typeof rest], `${JSON.stringify(input)}.${field}`).to.equal(value);
    }
  });

  it('is said as finely as it is written', () => {
    for (const [input, , words] of TRAPS)
      expect(formatDate(read(input)), JSON.stringify(input)).to.equal(words);
  });

  it('is none where nothing says so', () => {
    for (const input of REFUSED) {
      const result = parseDate(input);
      expect(result.ok ? 'was read' : result.issue.code, input).to.equal('invalid-date');
    }
  });

  it('without an offset is the same in the zone of any document', () => {
    for (const timeZone of ['America/New_York', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kolkata'])
      for (const [input, covers, words] of TRAPS) {
        if (typeof input !== 'string' || /(Z|\+\d\d:\d\d)$/.test(input)) continue;
        const { start, end } = read(input, timeZone);
        expect({ start, end }, `${input} in ${timeZone}`).to.eql(span(covers));
        expect(formatDate(read(input, timeZone), { timeZone })).to.equal(words);
      }
  });
});

describe('a zone', () => {
  const zone = 'America/New_York';
  const inNewYork: FormatDateOptions = { timeZone: zone, locale: 'en-US' };

  it('skips an hour: a floating time in it stays, its instant is that of the offset before', () => {
    expect(toInstant(moment('2024-03-10T02:30'), zone)).to.equal(moment('2024-03-10T07:30'));
    expect(fromInstant(moment('2024-03-10T07:30'), zone)).to.equal(moment('2024-03-10T03:30'));
  });

  it('shows an hour twice: both times stand at 01:30, in their order, with their offset', () => {
    const [first, second] = [read('2024-11-03T05:30Z', zone), read('2024-11-03T06:30Z', zone)];
    expect([first.start, second.start]).to.eql(Array(2).fill(moment('2024-11-03T01:30')));
    expect([first.instant, second.instant]).to.eql([moment('2024-11-03T05:30'), moment('2024-11-03T06:30')]);
    expect(formatDate(first, inNewYork)).to.equal('November 3, 2024, 1:30 AM EDT');
    expect(formatDate(second, inNewYork)).to.equal('November 3, 2024, 1:30 AM EST');
    const { document, issues } = normalizeDocument({
      timeZone: zone,
      events: [
        { title: 'in order', start: '2024-11-03T05:59Z', end: '2024-11-03T06:01Z' }, // from 01:59 to 01:01
        { title: 'reversed', start: '2024-11-03T06:01Z', end: '2024-11-03T05:59Z' },
      ],
    });
    expect(document.events[0]!.span!.end).to.be.at.least(document.events[0]!.span!.start);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).to.eql(['end-before-start events[1].end']);
  });

  it('leaves out a day: it is still a day long where it is only written', () => {
    expect(read('2011-12-30', 'Pacific/Apia')).to.include(span('2011-12-30 2011-12-31'));
    expect(fromInstant(moment('2011-12-30T09:59:59'), 'Pacific/Apia')).to.equal(
      moment('2011-12-29T23:59:59'),
    );
    expect(fromInstant(moment('2011-12-30T10:00'), 'Pacific/Apia')).to.equal(moment('2011-12-31T00:00'));
  });

  it('kept local mean time: only instants meet it, and only in the zone of the document', () => {
    const { start, end } = read('1850-06-01T00:00Z', 'America/Sao_Paulo');
    expect([start, end]).to.eql(Array(2).fill(moment('1850-05-31T20:53:32')));
    expect(read('1850-06-01T00:00Z').start).to.equal(moment('1850-06-01T00:00'));
  });
});

describe('every date', () => {
  const year = fc.integer({ min: -9998, max: 9999 });
  const month = fc.integer({ min: 1, max: 12 });
  const day = fc.integer({ min: 1, max: 28 });
  const four = (n: number): string => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(4, '0');
  const two = (n: number): string => String(n).padStart(2, '0');

  it('lies within its month, and that within its year, whose ends touch', () => {
    fc.assert(
      fc.property(year, month, day, (y, m, d) => {
        const [whole, part, single] = [
          read(four(y)),
          read(`${four(y)}-${two(m)}`),
          read(`${four(y)}-${two(m)}-${two(d)}`),
        ];
        expect(whole.start).to.equal(moment(`${y}-01-01`));
        expect(whole.end).to.equal(moment(`${y + 1}-01-01`));
        expect(single.start).to.equal(moment(`${y}-${two(m)}-${two(d)}`));
        expect(single.end - single.start).to.equal(86_400_000);
        expect(whole.start <= part.start && part.start <= single.start).to.equal(true);
        expect(single.end <= part.end && part.end <= whole.end).to.equal(true);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('comes in the order of its text', () => {
    const plain = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), month, day)
      .map(([y, m, d]) => `${four(y)}-${two(m)}-${two(d)}`);
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(Math.sign(read(a).start - read(b).start)).to.equal(a < b ? -1 : a > b ? 1 : 0);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('is read, or is answered with an issue; what is written back says the same', () => {
    const pieces = fc.constantFrom(
      '2024',
      '-',
      '-02',
      '-29',
      'T10:00',
      'Z',
      '+05:30',
      '?',
      '~',
      '%',
      'X',
      '/',
    );
    const more = fc.constantFrom(
      '..',
      '[',
      '{',
      ',',
      '}',
      ']',
      'Y',
      'E3',
      'S2',
      ' ',
      'BCE',
      'é',
      '\ud800',
      '0',
    );
    const text = fc.array(fc.oneof(pieces, more), { maxLength: 8 }).map(parts => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, fc.string(), fc.anything()), input => {
        const result = parseDate(input as DateInput);
        if (!result.ok) return void expect(result.issue.message).to.match(/; (expected|did you mean) /);
        const { start, end, kind, source } = result.value;
        expect(kind === 'instant' ? start === end : start < end, source).to.equal(true);
        if (typeof input !== 'string') return;
        const again = read(source);
        expect([again.start, again.end], source).to.eql([start, end]);
        expect(formatDate(again), source).to.equal(formatDate(result.value));
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('of a year names no month in any language, of a month no day', () => {
    fc.assert(
      fc.property(year, month, fc.constantFrom(...LOCALES), (y, m, locale) => {
        const words = formatDate(read(four(y)), { locale });
        const said = words.split(/[\s.]+/);
        expect(
          monthNames(locale).filter(name => said.includes(name)),
          words,
        ).to.eql([]);
        expect(words.match(/\p{Nd}+/gu), words).to.have.length(1);
        const inMonth = formatDate(read(`${four(y)}-${two(m)}`), { locale });
        const hasNames = monthNames(locale).every(name => !/\p{Nd}/u.test(name));
        expect(inMonth.match(/\p{Nd}+/gu), inMonth).to.have.length(hasNames ? 1 : 2);
      }),
      { seed, numRuns: 300 },
    );
  });
});
