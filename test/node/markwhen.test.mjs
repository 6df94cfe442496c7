// markwhen: what its parser reads, and what must not come through as it reads it.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseTimeline } from 'timeline-view/core.js';

process.env.TZ = 'Pacific/Apia'; // nothing may depend on where it is read

const read = (...lines) => parseTimeline(lines.join('\n'), { format: 'markwhen' });
const dates = ({ document }) => document.events.map(({ span, dateText }) => span?.source ?? dateText ?? null);
const datesOf = async (...lines) => dates(await read(...lines));
const codes = ({ issues }) => issues.map(({ code, path }) => `${path}: ${code}`);

describe('markwhen', () => {
  it('keeps dates as fine and as firm as they are written', async () => {
    const table = [
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
    for (const [written, expected] of table) {
      const result = await read('title: T', '', `${written}: Something: more`);
      assert.deepEqual(dates(result), [expected], written);
      assert.deepEqual(codes(result), [], written);
      assert.equal(result.document.events[0].title, 'Something: more');
    }
  });

  it('counts from dates that are there, and refuses to count from today', async () => {
    assert.deepEqual(
      await datesOf(
        '2025-03-10: !a Start',
        '5 days: Then',
        'after !a 1 week: Later',
        '2025 / 5 months: Some',
      ),
      ['2025-03-10', '2025-03-11/2025-03-15', '2025-03-11/2025-03-17', '2025-01-01/2025-05-31'],
    );
    const now = await read(
      'now - 10 years: A',
      '1 year: B',
      'now: C',
      '2020: D',
      '3 days: E',
      '44 BCE: F',
      '3 days: G',
    );
    assert.deepEqual(dates(now), [
      'now - 10 years',
      '1 year',
      'now',
      '2020',
      '2021-01-01/2021-01-03',
      '44 BCE',
      '3 days',
    ]);
    assert.deepEqual(
      codes(now),
      [1, 2, 3, 7].map(line => `line ${line}: invalid-date`),
    );
  });

  it('lets no wrong date through', async () => {
    const result = await read('13/5/2009: A', 'by !nobody 3 days: B', '2020-05-09: C');
    assert.deepEqual(dates(result), ['13/5/2009', 'by !nobody 3 days', '2020-05-09']);
    assert.deepEqual(codes(result), ['line 1: invalid-date', 'line 2: invalid-date']);
    assert.deepEqual(await datesOf('dateFormat: d/M/y', '13/5/2009: A', '5/6/2010 - 7/6/2010: On 1/2/2003'), [
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
    assert.equal(zoned.document.timeZone, 'America/New_York');
    assert.deepEqual(
      zoned.document.events.map(({ span }) => span.source),
      ['2025-09-14', '2025-09-14T08:00-04:00', '2025-09-14T08:00+09:00'],
    );
    assert.deepEqual(await datesOf('9/14/2025, 8:00AM: Time'), ['2025-09-14T08:00']);
    // A day that the clocks of Apia left out.
    assert.deepEqual(await datesOf('12/30/2011, 8:00AM: Time'), ['2011-12-30T08:00']);
    assert.deepEqual(await datesOf('---', 'title: T', '---', '9/14/2025, 8:00AM: Time'), [
      '2025-09-14T08:00',
    ]);
  });

  it('makes lanes of headings and of groups of the old syntax, colours of tags', async () => {
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
    assert.deepEqual([document.title, document.summary], ['T', 'D']);
    assert.deepEqual(
      document.lanes.filter(({ id }) => id).map(({ id, title, parent, color }) => [id, title, parent, color]),
      [
        ['A', 'A', null, '#ff0000'],
        ['A / B', 'B', 'A', undefined],
        ['C', 'C', null, undefined],
      ],
    );
    const [one] = document.events;
    assert.deepEqual(
      [one.title, one.tags, one.color, one.lanes],
      ['one', ['red', 'blue'], '#ff0000', ['A / B']],
    );

    const old = await read(
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
    assert.deepEqual(
      old.document.events.map(({ title, lanes }) => `${title} ${lanes}`),
      ['in X', 'deep X / Y', 'back X', 'out '],
    );
    assert.deepEqual(
      old.document.events.map(({ summary }) => summary),
      [undefined, 'Group theory', undefined, undefined],
    );
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
    const [event, next] = document.events;
    assert.equal(event.id, 'mine');
    assert.equal(event.title, '☐ Title with a link');
    assert.equal(event.summary, 'In 1990: no date\nFirst\n\n• item\n☑ done\n\nLast one');
    assert.equal(event.place, 'Vienna');
    assert.deepEqual(
      event.sources.map(({ url }) => url),
      ['https://example.org/a', 'https://example.org/b'],
    );
    assert.deepEqual(
      event.media.map(({ src, alt }) => [src, alt]),
      [['https://example.org/a.png', 'alt']],
    );
    assert.equal(event.data.rating, 5);
    assert.deepEqual([next.title, next.summary], ['Next', undefined]);
  });

  it('recurs, bounded', async () => {
    const table = [
      ['2020-01-31 every month x3', ['2020-01-31', '2020-03-31', '2020-05-31']],
      ['2020 every 2 years for 3 times', ['2020', '2022', '2024']],
      ['2020-01-01 every other day until 2020-01-05', ['2020-01-01', '2020-01-03', '2020-01-05']],
      ['2020-01-03 every weekday x3', ['2020-01-03', '2020-01-06', '2020-01-07']],
      ['9/9/1999 every 3 months x2', ['1999-09-09', '1999-12-09']],
      ['2025-02-06 every day until 2025-01-28', ['2025-02-06']],
    ];
    for (const [written, expected] of table)
      assert.deepEqual(await datesOf(`${written}: A`), expected, written);
    const endless = await read('2020-01-01 every day: A', '2020 every year: B');
    assert.equal(endless.document.events.length, 500 + 11);
    assert.deepEqual(
      endless.issues.map(({ code, severity }) => [code, severity]),
      [['too-many-events', 'warning']],
    );
    const unread = await read('2019-01-01 every 12 week days for 9 times: A');
    assert.deepEqual([dates(unread), codes(unread)], [['2019-01-01'], ['line 1: invalid-value']]);
  });

  it('throws for no text, however it is damaged, and keeps the rest where the parser throws', async () => {
    const thrown = await read('2021: A', '2022-06-01 25:00: B', '3 days: C');
    assert.deepEqual(dates(thrown), ['2021', '2022-06-01 25:00', '3 days']);
    assert.deepEqual(codes(thrown), ['line 2: invalid-date', 'line 3: invalid-date']);
    const text =
      'title: T\n#a: #ff0000\n\n# A #a\ntz: +5\n12/15/2022, 8:00AM - 9/1/2023: !x One\n5 days / 3 weeks: Two\nafter !x 2 days: Three\n2020 every 2 weeks x3: [ ] Four\ngroup B\nJuly 2021: Five\nendGroup\n';
    const bits = [
      '',
      ':',
      '/',
      '-',
      ' ',
      '\n',
      '"',
      '{',
      '---\n',
      '!',
      '99',
      'now',
      'every ',
      '# ',
      '2020: ',
      'AM',
    ];
    const edit = fc.tuple(fc.nat(text.length), fc.nat(6), fc.constantFrom(...bits));
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async edits => {
        await read(
          edits.reduce(
            (damaged, [at, length, bit]) => damaged.slice(0, at) + bit + damaged.slice(at + length),
            text,
          ),
        );
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('takes any ends of lines, and says where a header is broken', async () => {
    assert.deepEqual(dates(await parseTimeline('2020: A\r\n2021: B\r2022: C', { format: 'markwhen' })), [
      '2020',
      '2021',
      '2022',
    ]);
    const broken = await read('title: T', '  timezone: UTC', '', '2025: A');
    assert.deepEqual([dates(broken), broken.issues.length], [['2025'], 1]);
    assert.doesNotMatch(broken.issues[0].message, /\n/);
  });
});

const fixtures = new URL('../../../shared/fixtures/markwhen/', import.meta.url);
const skip = existsSync(fixtures) ? false : 'the shared fixtures are not there';

/** How many events; of those that recur, how many dates. */
const COUNTS = {
  'parser-basic86.mw': 1,
  'parser-eventText1.mw': 1,
  'parser-eventsWithTz.mw': 7,
  'parser-grievous277.mw': 4,
  'parser-grievous345.mw': 4,
  'parser-recurrence1.mw': 30,
  'parser-recurrence10.mw': 1, // every 12 week days: unclear, said so
  'parser-recurrence12.mw': 1,
  'parser-recurrence14.mw': 1, // what goes on until now can't recur
  'parser-recurrence16.mw': 1,
  'parser-recurrence18.mw': 1,
  'parser-recurrence6.mw': 1, // it is over before it begins
  'parser-recurrence8.mw': 29,
  'parser-relativeToPreviousAndStart.mw': 1,
  'parser-relativeToStart1.mw': 1,
  'parser-two.mw': 1, // the second has no title, and so no colon
  'search-engines.mw': 48,
  'small.mw': 0,
};

describe('the markwhen texts of the shared fixtures', { skip }, () => {
  const names = skip ? [] : readdirSync(fixtures);
  for (const name of names.filter(file => file.endsWith('.mw'))) {
    it(name, async () => {
      const text = readFileSync(new URL(name, fixtures), 'utf8');
      const { document, issues } = await parseTimeline(text, { fileName: name });
      assert.equal(document.events.length, COUNTS[name]);
      for (const { span } of document.events)
        assert.ok(span || issues.some(({ code }) => code === 'invalid-date'));
    });
  }

  it('parser-main-snippets.json: every line with a date and a colon is an event', async () => {
    for (const text of JSON.parse(readFileSync(new URL('parser-main-snippets.json', fixtures), 'utf8'))) {
      const { document, issues } = await parseTimeline(text, { format: 'markwhen' });
      const lines = text
        .split('\n')
        .filter(
          line => /^\s*(now|by|after|[\d!]|[A-Z][a-z]+ \d)[^[(]*:/.test(line) && !/^\s*(timezone)/.test(line),
        );
      const titles = new Set(document.events.map(({ title }) => title));
      assert.ok(document.events.length >= lines.length && titles.size > 0, text);
      for (const { span } of document.events)
        assert.ok(span || issues.some(({ code }) => code === 'invalid-date'), text);
    }
  });
});
