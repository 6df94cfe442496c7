import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readLooseDate } from '../../src/time/loose-date.js';
import { monthNumber } from '../../src/time/month-names.js';
import { parseDate } from '../../src/time/parse-date.js';

const seed = 1785;

/** How a date is written, and what it says. */
const READ = {
  'Aug. 1981': '1981-08',
  '12 March 1920': '1920-03-12',
  'March 12th, 1920': '1920-03-12',
  '1986 Apr 24': '1986-04-24',
  '1991 Dec': '1991-12',
  '12-Mar-1920': '1920-03-12',
  '322 BC': '322 BC',
  '322 B.C.': '-0321',
  '12,000 BC': 'Y-11999',
  'AD 30': '0030',
  '15 March 44 BC': '-0043-03-15',
  '4.5e+09 BC': 'Y-45E8S2',
  '66 million years ago': 'Y-66E6S2',
  '13.8 Ga': 'Y-138E8S3',
  '?c.1785': '1785%',
  '1970?': '1970?',
  '1960s': '196X',
  'early 1930s': '193X',
  '1764-96': '1764/1796',
  '1786–9': '1786/1789',
  'c.1807–10': '1807~/1810~',
  '1827–?36': '1827/1836?',
  '1096-1270': '1096/1270',
  '25-1 BC': '-0024/0000',
  '44 BC - 14 AD': '44 BC/14 AD',
  'mid C1st-C3rd AD': '00XX/02XX',
  '5th-4th century BC': '-04XX/-03XX',
  '19th century': '18XX',
  'siglo XIX': '18XX',
  'XIXe siècle': '18XX',
  '19. Jahrhundert': '18XX',
  '1831 or 2': '[1831,1832]',
  '1786 or 1800': '[1786,1800]',
  '1950 and c.1964': '{1950,1964~}',
  '1995–6, 2007': '{1995..1996,2007}',
  'after 1830': '[1830..]',
  'before 18 January 1928': '[..1928-01-18]',
  'vor 1850': '[..1850]',
  'avant mars 1850': '[..1850-03]',
  'nach 1850': '[1850..]',
  'between 1920 and 1925': '[1920..1925]',
  'since 1990': '1990/..',
  '1990–present': '1990/..',
  'winter 1834-35': '1834-24',
  '12–14 March 1920': '1920-03-12/1920-03-14',
  'March 12–14, 1920': '1920-03-12/1920-03-14',
  '3 March – 2 April 1920': '1920-03-03/1920-04-02',
  'Fri Nov 22 1963 12:30:00 GMT-0600': '1963-11-22T12:30:00-06:00',
  'Fri, 22 Nov 1963 12:30:00 GMT': '1963-11-22T12:30:00Z',
  'May 12, 1920 3:10 PM': '1920-05-12T15:10',
  '2014-06-28T13:00': '2014-06-28T13:00',
  '1960-09-02 12:00': '1960-09-02T12:00',
  '2014-01-9': '2014-01-09',
  '20150317': '2015-03-17',
  '12 de marzo de 1920': '1920-03-12',
  '1er mars 1920': '1920-03-01',
  '12. März 1920': '1920-03-12',
  '12 de março de 1920': '1920-03-12',
  '5 maggio 1920': '1920-05-05',
  '3 mei 1920': '1920-05-03',
  '12 марта 1920 г.': '1920-03-12',
};

/** What has a second meaning, or none that EDTF can say. */
const NOT_READ = [
  '1786-9',
  '10/7/2008',
  '9-Nov',
  'Aug-62',
  'January 12',
  '44',
  '12345',
  '1800s',
  'Spring 2019',
  '2 May 3, 1920',
  '30 February 1920',
  '1914, cast 1961',
  '1982, published 1984',
  '1810-1800',
  '25 BC-1 AD BC',
  '12:30 CST 3 May 1920',
  'subsequent eleven years',
  `${'1'.repeat(64)} BC`,
];

describe('readLooseDate(text)', () => {
  it('reads what can mean one thing, and gives a date that can be read', () => {
    const got = Object.fromEntries(Object.keys(READ).map(text => [text, readLooseDate(text)]));
    expect(got).to.deep.equal(READ);
    for (const date of Object.values(READ)) expect(parseDate(date).ok, date).to.equal(true);
  });

  it('leaves the rest alone', () => {
    for (const text of NOT_READ) expect(readLooseDate(text), text).to.equal(null);
  });

  it('tells no date from what goes on', () => {
    for (const text of ['', '-', 'no date', 'date not known', 'n.d.', 'Unknown', 'NA', 'None', 'N/A', 'nan'])
      expect(readLooseDate(text), text).to.equal('unknown');
    for (const text of ['Still in office', 'present', 'ongoing', 'today'])
      expect(readLooseDate(text), text).to.equal('..');
    // Only the years beside it tell whether it is one.
    expect(['-99', '-999', '-9999'].map(text => readLooseDate(text))).to.deep.equal([null, null, '-9999']);
  });

  it('reads two years where those beside them are', () => {
    for (const text of ['1834-35', '1911-12']) {
      expect(readLooseDate(text), text).to.equal(text);
      expect(readLooseDate(text, { ranges: true }), text).to.equal(
        `${text.slice(0, 4)}/${text.slice(0, 2)}${text.slice(5)}`,
      );
    }
  });

  it('gives no span without the years that are written', () => {
    const year = fc.integer({ min: 1000, max: 2100 });
    const wrap = fc.constantFrom(
      ...[
        '',
        'c. ',
        '?',
        'after ',
        'before ',
        'published ',
        'May ',
        '3 Sept. ',
        'from ',
        'until ',
        'early ',
        'winter ',
      ].map(before => (y: string) => before + y),
      (y: string) => `${y} or 3`,
      (y: string) => `${y}?`,
      (y: string) => `around ${y}`,
    );
    const joined = fc.constantFrom('-', '–', ' - ', ' to ', ' or ', ', ', ' and ', '/');
    const text = fc.oneof(
      fc.tuple(wrap, year).map(([write, y]) => ({ text: write(String(y)), years: [y] })),
      fc
        .tuple(wrap, year, joined, year)
        .map(([write, y, sign, z]) => ({ text: write(String(y)) + sign + z, years: [y, z] })),
      fc.tuple(year, fc.integer({ min: 0, max: 99 })).map(([y, z]) => ({ text: `${y}–${z}`, years: [y] })),
    );
    let read = 0;
    fc.assert(
      fc.property(text, ({ text, years }) => {
        const date = readLooseDate(text);
        if (date === null) return;
        read++;
        const result = parseDate(date);
        expect(result.ok, `${text} → ${date}`).to.equal(true);
        if (!result.ok) return;
        const { start, end } = result.value;
        for (const y of years)
          expect(end > Date.UTC(y, 0) && start < Date.UTC(y + 1, 0), `${text} → ${date}`).to.equal(true);
      }),
      { seed, numRuns: 1000 },
    );
    expect(read).to.be.above(500);
  });

  it('never throws, and reads no long text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789-–/.,? cBCADmaystorn:T'), maxLength: 70 }),
        text => {
          const date = readLooseDate(text);
          expect(date === null || date === 'unknown' || date === '..' || parseDate(date).ok, text).to.equal(
            true,
          );
          expect(date === null || text.length <= 64).to.equal(true);
        },
      ),
      { seed, numRuns: 2000 },
    );
  });
});

describe('monthNumber(word)', () => {
  it('knows each month by one number in all languages', () => {
    for (const language of ['en', 'es', 'fr', 'de', 'pt', 'it', 'nl', 'ru', 'pl', 'sv', 'da', 'nb']) {
      for (let month = 1; month <= 12; month++) {
        const [name] = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
          .formatToParts(Date.UTC(2025, month - 1, 15))
          .filter(({ type }) => type === 'month');
        expect(monthNumber(name!.value), `${language} ${name!.value}`).to.equal(month);
      }
    }
  });

  it('knows a beginning that is of one month only', () => {
    expect(['Sept', 'sep', 'Febr.', 'märz', 'jui', 'ju', 'x'].map(monthNumber)).to.deep.equal([
      9, 9, 2, 3, 0, 0, 0,
    ]);
  });
});
