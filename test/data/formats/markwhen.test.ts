import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseTimeline } from '../../../src/data/parse-timeline.js';
import { damagedText } from './damaged-text.js';
import { codesIn, datesIn, type Result } from './results.js';

const readText = (text: string): Promise<Result> => parseTimeline(text, { format: 'markwhen' });
const read = (...lines: string[]) => readText(lines.join('\n'));
const datesOf = async (...lines: string[]) => datesIn(await read(...lines));

describe('markwhen', () => {
  it('keeps dates as fine and as firm as they are written', async () => {
    const table: readonly [written: string, date: string][] = [
      ['2010', '2010'],
      ['2010-05', '2010-05'],
      ['5/2010', '2010-05'],
      ['5/9/2010', '2010-05-09'],
      ['May 9, 2010', '2010-05-09'],
      ['1930 - 1967', '1930/1967'],
      ['October 1993-June 1997', '1993-10/1997-06'],
      ['1971-now', '1971/..'],
      ['2019-01-01 / now', '2019-01-01/..'],
      ['5/9/2010 - 5/11/2010', '2010-05-09/2010-05-11'],
      ['12/15/2022, 8:00AM - 12/15/2022, 9:30AM', '2022-12-15T08:00/2022-12-15T09:30'],
      ['44 BCE', '44 BCE'],
      ['2025-W03', '2025-01-13/2025-01-19'],
      // These give no event by the parser alone, or today.
      ['1984~', '1984~'],
      ['1984?', '1984?'],
      ['156X', '156X'],
      ['2004/..', '2004/..'],
      ['-0044-03-15', '-0044-03-15'],
      ['100000 BCE', '100000 BCE'],
      ['2010-21', '2010-21'],
      ['[1667,1668]', '[1667,1668]'],
    ];
    for (const [written, date] of table) {
      const result = await read('title: T', '', `${written}: Something: more`);
      expect(datesIn(result), written).to.eql([date]);
      expect(codesIn(result), written).to.eql([]);
      expect(result.document.events[0]!.title).to.equal('Something: more');
    }
  });

  it('counts from dates that are there, and refuses to count from today', async () => {
    expect(
      await datesOf(
        '2025-03-10: !a Start',
        '5 days: Then',
        'after !a 1 week: Later',
        '2025 / 5 months: Some',
      ),
    ).to.eql(['2025-03-10', '2025-03-11/2025-03-15', '2025-03-11/2025-03-17', '2025-01-01/2025-05-31']);
    const now = await read(
      'now - 10 years: A',
      '1 year: B',
      'now: C',
      '2020: D',
      '3 days: E',
      '44 BCE: F',
      '3 days: G',
    );
    expect(datesIn(now)).to.eql([
      'now - 10 years',
      '1 year',
      'now',
      '2020',
      '2021-01-01/2021-01-03',
      '44 BCE',
      '3 days',
    ]);
    expect(codesIn(now)).to.eql([1, 2, 3, 7].map(line => `line ${line}: invalid-date`));
  });

  it('lets no wrong date through', async () => {
    const result = await read('13/5/2009: A', 'by !nobody 3 days: B', '2020-05-09: C');
    expect(datesIn(result)).to.eql(['13/5/2009', 'by !nobody 3 days', '2020-05-09']);
    expect(codesIn(result)).to.eql(['line 1: invalid-date', 'line 2: invalid-date']);
    expect(await datesOf('dateFormat: d/M/y', '13/5/2009: A', '5/6/2010 - 7/6/2010: On 1/2/2003')).to.eql([
      '2009-05-13',
      '2010-06-05/2010-06-07',
    ]);
  });

  it('reads times on the clock of their zone, and days on none', async () => {
    const zoned = await read(
      'timezone: America/New_York',
      '',
      '2025-09-14: Day',
      '9/14/2025, 8:00AM: Time',
      '# East',
      'tz: +9',
      '9/14/2025, 8:00AM: Far',
    );
    expect(zoned.document.timeZone).to.equal('America/New_York');
    expect(datesIn(zoned)).to.eql(['2025-09-14', '2025-09-14T08:00-04:00', '2025-09-14T08:00+09:00']);
    const time = '9/14/2025, 8:00AM: Time';
    for (const lines of [[time], ['---', 'title: T', '---', time]])
      expect(await datesOf(...lines)).to.eql(['2025-09-14T08:00']);
  });

  it('makes lanes of headings, colours of tags', async () => {
    const { document } = await read(
      'title: T',
      'description: D',
      '#red: #ff0000',
      '',
      '# A #red',
      '## B',
      '2020: one #red #blue',
      '# C',
      '2021: two',
    );
    expect([document.title, document.summary]).to.eql(['T', 'D']);
    expect(
      document.lanes.filter(({ id }) => id).map(({ id, title, parent, color }) => [id, title, parent, color]),
    ).to.eql([
      ['A', 'A', null, '#ff0000'],
      ['A / B', 'B', 'A', undefined],
      ['C', 'C', null, undefined],
    ]);
    const { title, tags, color, lanes } = document.events[0]!;
    expect([title, tags, color, lanes]).to.eql(['one', ['red', 'blue'], '#ff0000', ['A / B']]);
  });

  it('makes lanes of the groups of the old syntax', async () => {
    const { document } = await read(
      'group "X": #t',
      '2020: in',
      'group Y',
      '2021: deep',
      'Group theory',
      'endGroup',
      '2022: back',
      'endGroup',
      '2023: out',
    );
    expect(document.events.map(({ title, lanes, summary }) => [title, lanes.join(), summary])).to.eql([
      ['in', 'X', undefined],
      ['deep', 'X / Y', 'Group theory'],
      ['back', 'X', undefined],
      ['out', '', undefined],
    ]);
  });

  it('reads what stands below the date', async () => {
    const { document } = await read(
      '2020-05-01: [ ] Title [with a link](https://example.org/a) #tag',
      'id: mine',
      'rating: 5',
      '',
      '// a comment',
      'In 1990: no date',
      'First ![alt](https://example.org/a.png)',
      '[Vienna](location)',
      '',
      '- item',
      '- [x] done',
      '',
      'Last [one](example.org/b)',
      '',
      '2021: Next',
    );
    const [event, next] = [document.events[0]!, document.events[1]!];
    expect(event.id).to.equal('mine');
    expect(event.title).to.equal('☐ Title with a link');
    expect(event.summary).to.equal('In 1990: no date\nFirst\n\n• item\n☑ done\n\nLast one');
    expect(event.place).to.equal('Vienna');
    expect(event.sources.map(({ url }) => url)).to.eql(['https://example.org/a', 'https://example.org/b']);
    expect(event.media.map(({ src, alt }) => [src, alt])).to.eql([['https://example.org/a.png', 'alt']]);
    expect(event.data.rating).to.equal(5);
    expect([next.title, next.summary]).to.eql(['Next', undefined]);
  });

  it('recurs, bounded', async () => {
    const table: readonly [written: string, dates: string[]][] = [
      ['2020-01-31 every month x3', ['2020-01-31', '2020-03-31', '2020-05-31']],
      ['2020 every 2 years for 3 times', ['2020', '2022', '2024']],
      ['2020-01-01 every other day until 2020-01-05', ['2020-01-01', '2020-01-03', '2020-01-05']],
      ['2020-01-03 every weekday x3', ['2020-01-03', '2020-01-06', '2020-01-07']],
      ['9/9/1999 every 3 months x2', ['1999-09-09', '1999-12-09']],
      ['2025-02-06 every day until 2025-01-28', ['2025-02-06']],
    ];
    for (const [written, dates] of table) expect(await datesOf(`${written}: A`), written).to.eql(dates);
    const endless = await read('2020-01-01 every day: A', '2020 every year: B');
    expect(endless.document.events).to.have.length(500 + 11);
    expect(endless.issues.map(({ code, severity }) => [code, severity])).to.eql([
      ['too-many-events', 'warning'],
    ]);
    const unread = await read('2019-01-01 every 12 week days for 9 times: A');
    expect(datesIn(unread)).to.eql(['2019-01-01']);
    expect(codesIn(unread)).to.eql(['line 1: invalid-value']);
  });

  it('keeps the rest where the parser throws', async () => {
    const result = await read('2021: A', '2022-06-01 25:00: B', '3 days: C');
    expect(datesIn(result)).to.eql(['2021', '2022-06-01 25:00', '3 days']);
    expect(codesIn(result)).to.eql(['line 2: invalid-date', 'line 3: invalid-date']);
  });

  it('throws for no text, however it is damaged', async () => {
    const text = [
      'title: T',
      '#a: #ff0000',
      '',
      '# A #a',
      'tz: +5',
      '12/15/2022, 8:00AM - 9/1/2023: !x One',
      '5 days / 3 weeks: Two',
      'after !x 2 days: Three',
      '2020 every 2 weeks x3: [ ] Four',
      'group B',
      'July 2021: Five',
      'endGroup',
      '',
    ].join('\n');
    const bits = [
      ...['', ':', '/', '-', ' ', '\n', '"', '{', '---\n', '!', '99'],
      ...['now', 'every ', '# ', '2020: ', 'AM'],
    ];
    await fc.assert(
      fc.asyncProperty(damagedText(text, bits, { edits: 4, cut: 6 }), async damaged => {
        await readText(damaged);
      }),
      { seed: 12, numRuns: 200 },
    );
  });

  it('takes any ends of lines, and says where a header is broken', async () => {
    expect(datesIn(await readText('2020: A\r\n2021: B\r2022: C'))).to.eql(['2020', '2021', '2022']);
    const broken = await read('title: T', '  timezone: UTC', '', '2025: A');
    expect(datesIn(broken)).to.eql(['2025']);
    expect(broken.issues).to.have.length(1);
    expect(broken.issues[0]!.message).to.not.match(/\n/);
  });
});
