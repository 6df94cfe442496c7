// iCalendar: what stands in real calendars, and rules against a plain count of days.
import assert from 'node:assert/strict';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { parseTimeline } from 'timeline-view/core.js';

process.env.TZ = 'Pacific/Apia'; // nothing may depend on where it is read

const PACKAGES = ['ical.js', '@markwhen/parser'];
const read = text => parseTimeline(text, { format: 'ics' });
const calendar = (...lines) => ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines) => ['BEGIN:VEVENT', 'UID:u', 'SUMMARY:A', ...lines, 'END:VEVENT'];
const readEvents = async (...lines) => (await read(calendar(...lines))).document.events;
const dates = events => events.map(({ span, dateText }) => span?.source ?? dateText ?? null);
const datesOf = async (...lines) => dates(await readEvents(...event(...lines)));
const codes = ({ issues }) => issues.map(({ code, path }) => `${path}: ${code}`);

describe('iCalendar', () => {
  it('reads all that an event says', async () => {
    const { document, issues } = await read(
      calendar(
        'NAME:Walks\\, talks',
        'X-WR-CALDESC:What we did',
        'X-WR-TIMEZONE:Europe/Vienna',
        ...event(
          'DTSTART;TZID=Europe/Vienna:20240213T100000',
          'DTEND;TZID=Europe/Vienna:20240213T113000',
          'DESCRIPTION:<p>See <a href="https://example.org/a">the map</a>.</p><p>Bring',
          '  boots.</p>',
          'LOCATION:Graz\\, main square',
          'CATEGORIES:Walk\\, long,Spring',
          'STATUS:TENTATIVE',
          'ORGANIZER;CN="Ada, Countess":mailto:ada@example.org',
          'ATTENDEE;CN=someone@example.org:mailto:someone@example.org',
          'ATTENDEE;CUTYPE=ROOM;CN=Room 5:mailto:room5@example.org',
          'URL:https://example.org/walk',
          'COLOR:teal',
          'ATTACH;FMTTYPE=image/png:https://example.org/a.png',
          'ATTACH:https://example.org/plan.pdf',
          'PRIORITY:3',
        ),
      ),
    );
    assert.deepEqual(issues, []);
    const { title, summary, timeZone, events } = document;
    assert.deepEqual(
      { title, summary, timeZone },
      { title: 'Walks, talks', summary: 'What we did', timeZone: 'Europe/Vienna' },
    );
    const [walk] = events;
    assert.equal(walk.id, 'u');
    assert.equal(walk.span.source, '2024-02-13T10:00+01:00/2024-02-13T11:30+01:00');
    assert.equal(walk.summary, 'See the map.\n\nBring boots.');
    assert.equal(walk.place, 'Graz, main square');
    assert.deepEqual(walk.tags, ['Walk, long', 'Spring', 'tentative']);
    assert.deepEqual(walk.people, ['Ada, Countess']);
    assert.deepEqual([walk.url, walk.color, walk.status], ['https://example.org/walk', 'teal', undefined]);
    assert.deepEqual(
      walk.media.map(({ src }) => src),
      ['https://example.org/a.png'],
    );
    assert.deepEqual(
      walk.sources.map(({ url }) => url),
      ['https://example.org/a', 'https://example.org/plan.pdf'],
    );
    assert.equal(walk.data.priority, 3);
    assert.doesNotMatch(JSON.stringify(walk.data), /@example/);
  });

  it('reads dates as they are meant', async () => {
    const table = [
      [['DTSTART;VALUE=DATE:20240501'], '2024-05-01'],
      [['DTSTART;VALUE=DATE:20240501', 'DTEND;VALUE=DATE:20240502'], '2024-05-01'],
      [['DTSTART;VALUE=DATE:20240501', 'DTEND;VALUE=DATE:20240504'], '2024-05-01/2024-05-03'],
      [['DTSTART;VALUE=DATE:20240501', 'DTEND;VALUE=DATE:20240501'], '2024-05-01'],
      [['DTSTART:20240501'], '2024-05-01'],
      [['DTSTART;VALUE=DATE:20240501', 'DURATION:P1W'], '2024-05-01/2024-05-07'],
      [['DTSTART:20240501T100000'], '2024-05-01T10:00'],
      [['DTSTART:20240501T100005Z'], '2024-05-01T10:00:05Z'],
      [['DTSTART:20240501T100000Z', 'DTEND:20240501T100000Z'], '2024-05-01T10:00Z'],
      [['DTSTART:20240501T100000', 'DURATION:PT1H30M'], '2024-05-01T10:00/2024-05-01T11:30'],
      [
        ['DTSTART;TZID=America/New_York:20240309T120000', 'DURATION:P1D'],
        '2024-03-09T12:00-05:00/2024-03-10T12:00-04:00',
      ],
      [
        ['DTSTART;TZID=America/New_York:20240309T120000', 'DURATION:PT24H'],
        '2024-03-09T12:00-05:00/2024-03-10T17:00Z',
      ],
      [['DTSTART;VALUE=DATE:20240501', 'DTEND:20240502T120000'], '2024-05-01/2024-05-02T12:00'],
      [['DTSTART:20240501T100000', 'DTEND;VALUE=DATE:20240503'], '2024-05-01T10:00/2024-05-02'],
      [['DTSTART;TZID="/mozilla.org/20050126_1/Europe/Vienna":20240701T100000'], '2024-07-01T10:00+02:00'],
      [['DTSTART:2024-05-01T10:00:00+02:00'], '2024-05-01T08:00Z'],
    ];
    for (const [lines, expected] of table)
      assert.deepEqual(await datesOf(...lines), [expected], lines.join(' '));
  });

  it('never lets a wrong date through', async () => {
    for (const value of ['20240230', 'banana', '20241301T100000', '20240101T250000', '0830', '2024']) {
      const result = await read(calendar(...event(`DTSTART:${value}`)));
      assert.deepEqual(dates(result.document.events), [value]);
      assert.deepEqual(codes(result), ['line 6, DTSTART: invalid-date'], value);
    }
    const undated = await read(calendar(...event('LOCATION:Here')));
    assert.deepEqual([dates(undated.document.events), undated.issues], [[null], []]);
    const reversed = await read(calendar(...event('DTSTART:20240501T100000', 'DTEND:20240501T090000')));
    assert.deepEqual(dates(reversed.document.events), ['2024-05-01T10:00']);
    assert.deepEqual(codes(reversed), ['line 7, DTEND: end-before-start']);
    const wrongEnd = await read(calendar(...event('DTSTART:20240501T100000', 'DURATION:PX')));
    assert.deepEqual(
      [dates(wrongEnd.document.events), codes(wrongEnd)],
      [['2024-05-01T10:00'], ['line 7, DURATION: invalid-date']],
    );
  });

  it('keeps what is good beside what is broken', async () => {
    const result = await read(
      calendar(
        ...event('DTSTART:20240101', 'THIS IS NO LINE', 'LOCATION:Here'),
        'BEGIN:VEVENT',
        'SUMMARY:No end',
        'DTSTART:20240102',
        'BEGIN:VEVENT',
        'SUMMARY:Next',
        'DTSTART:20240103',
        'END:VEVENT',
        'END:VALARM',
      ).replaceAll('\r\n', '\n'),
    );
    assert.deepEqual(
      result.document.events.map(({ title }) => title),
      ['A', 'No end', 'Next'],
    );
    assert.equal(result.document.events[0].place, 'Here');
    assert.deepEqual(codes(result), [
      'line 10: invalid-value',
      'line 17: invalid-value',
      'line 7, THIS: invalid-value',
    ]);
    const cutOff = await read('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Cut\r\nDTSTART:20240101\r\nDESCR');
    assert.deepEqual(dates(cutOff.document.events), ['2024-01-01']);
    assert.equal((await read('<!doctype html>')).issues[0].code, 'invalid-document');
    const deep = await read(`${'BEGIN:X\n'.repeat(20_000)}${'END:Y\n'.repeat(20_000)}`);
    assert.ok(deep.issues.length > 0);
  });

  it('knows zones by name, by what the calendar says of them, wherever that stands, or not at all', async () => {
    const zone = [
      'BEGIN:VTIMEZONE',
      'TZID:Wien (hier)',
      'BEGIN:DAYLIGHT',
      'DTSTART:19960331T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:19961027T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
    const at = time => event(`DTSTART;TZID=Wien (hier):${time}`);
    assert.deepEqual(
      dates(
        await readEvents(
          ...at('20240701T100000'),
          ...at('20240101T100000'),
          ...at('19500101T100000'),
          ...zone,
        ),
      ),
      ['2024-07-01T10:00+02:00', '2024-01-01T10:00+01:00', '1950-01-01T10:00+01:00'],
    );
    const unknown = await read(
      calendar(
        ...at('20240701T100000'),
        ...at('20240702T100000').slice(0, 1),
        ...at('20240702T100000').slice(2),
      ),
    );
    assert.deepEqual(dates(unknown.document.events), ['2024-07-01T10:00', '2024-07-02T10:00']);
    assert.deepEqual(codes(unknown), ['line 6, DTSTART: invalid-value']);
    for (const name of ['local', '+05:00'])
      assert.deepEqual(await datesOf(`DTSTART;TZID="${name}":20240701T100000`), ['2024-07-01T10:00']);
    // A rule that no zone has must not keep anyone waiting.
    const odd = zone.map(line => line.replace('FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'FREQ=SECONDLY'));
    assert.equal((await readEvents(...at('20240701T100000'), ...odd)).length, 1);
  });

  it('makes a lane of each of several calendars', async () => {
    const one = name =>
      calendar(
        `X-WR-CALNAME:${name}`,
        'COLOR:teal',
        ...event('DTSTART:20240101').slice(0, -1),
        'END:VEVENT',
      ).trim();
    const { document } = await read(`${one('Home')}\r\n${one('Work').replace('UID:u', 'UID:v')}`);
    assert.deepEqual(
      document.lanes.map(({ title, color }) => [title, color]),
      [
        ['Home', 'teal'],
        ['Work', 'teal'],
      ],
    );
    assert.deepEqual(
      document.events.map(({ lanes }) => lanes.join()),
      ['Home', 'Work'],
    );
  });

  it('shows to-dos and journals, and says that busy times are left out', async () => {
    const result = await read(
      calendar(
        'BEGIN:VTODO',
        'SUMMARY:Tax',
        'DUE;VALUE=DATE:20240430',
        'STATUS:NEEDS-ACTION',
        'END:VTODO',
        'BEGIN:VJOURNAL',
        'SUMMARY:Diary',
        'DTSTART;VALUE=DATE:20240501',
        'END:VJOURNAL',
        'BEGIN:VFREEBUSY',
        'FREEBUSY:20240501T100000Z/PT1H',
        'END:VFREEBUSY',
      ),
    );
    assert.deepEqual(dates(result.document.events), ['2024-04-30', '2024-05-01']);
    assert.deepEqual(result.document.events[0].tags, ['needs action']);
    assert.deepEqual(
      result.issues.map(({ code, severity }) => [code, severity]),
      [['source-ignored', 'warning']],
    );
  });

  describe('recurrence', () => {
    it('has rules, further dates and exceptions, each date with an id of its own', async () => {
      const events = await readEvents(
        ...event(
          'DTSTART;VALUE=DATE:20240229',
          'RRULE:FREQ=YEARLY;COUNT=3',
          'RDATE;VALUE=DATE:20250101,20260101',
          'EXDATE;VALUE=DATE:20260101',
        ),
      );
      assert.deepEqual(dates(events), ['2024-02-29', '2025-01-01', '2028-02-29', '2032-02-29']);
      assert.deepEqual(
        events.map(({ id }) => id),
        ['u@2024-02-29', 'u@2025-01-01', 'u@2028-02-29', 'u@2032-02-29'],
      );
    });

    it('keeps the time on the clock when clocks change', async () => {
      const lines = [
        'DTSTART;TZID=Europe/Vienna:20240330T100000',
        'DTEND;TZID=Europe/Vienna:20240330T110000',
        'RRULE:FREQ=DAILY;COUNT=2',
      ];
      assert.deepEqual(await datesOf(...lines), [
        '2024-03-30T10:00+01:00/2024-03-30T11:00+01:00',
        '2024-03-31T10:00+02:00/2024-03-31T11:00+02:00',
      ]);
    });

    it('has periods, several rules, and dates without a first one', async () => {
      assert.deepEqual(
        await datesOf('RDATE;VALUE=PERIOD:20240101T100000Z/20240101T120000Z,20240102T100000Z/PT3H'),
        ['2024-01-01T10:00Z/2024-01-01T12:00Z', '2024-01-02T10:00Z/2024-01-02T13:00Z'],
      );
      assert.deepEqual(
        await datesOf('DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=DAILY;COUNT=2', 'RRULE:FREQ=WEEKLY;COUNT=2'),
        ['2024-01-01', '2024-01-02', '2024-01-08'],
      );
    });

    it('moves single dates, and all from one on', async () => {
      const series = event('DTSTART:20240101T100000', 'DTEND:20240101T110000', 'RRULE:FREQ=DAILY;COUNT=5');
      const moved = event('RECURRENCE-ID:20240102T100000', 'DTSTART:20240102T150000', 'STATUS:CANCELLED');
      const later = event(
        'RECURRENCE-ID;RANGE=THISANDFUTURE:20240104T100000',
        'DTSTART:20240104T120000',
        'DTEND:20240104T140000',
      );
      const stray = event('RECURRENCE-ID:20250101T100000', 'DTSTART:20250101T110000');
      const events = await readEvents(...moved, ...series, ...later, ...stray);
      assert.deepEqual(dates(events), [
        '2024-01-01T10:00/2024-01-01T11:00',
        '2024-01-02T15:00',
        '2024-01-03T10:00/2024-01-03T11:00',
        '2024-01-04T12:00/2024-01-04T14:00',
        '2024-01-05T12:00/2024-01-05T14:00',
        '2025-01-01T11:00',
      ]);
      assert.deepEqual(events.map(({ id }) => id).at(1), 'u@2024-01-02T10:00');
      assert.deepEqual(events[1].tags, ['cancelled']);
    });

    it('is bounded, and says so once', async () => {
      const result = await read(
        calendar(
          ...event('DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=DAILY'),
          ...event('DTSTART;VALUE=DATE:20240101', 'RRULE:FREQ=YEARLY').map(line =>
            line.replace('UID:u', 'UID:v'),
          ),
        ),
      );
      assert.equal(result.document.events.length, 500 + 11);
      assert.deepEqual(
        result.issues.map(({ code, path, severity }) => [code, path, severity]),
        [['too-many-events', 'line 7, RRULE', 'warning']],
      );
    });

    it('shows the first date where a rule is broken, over before it begins, or fits no date', async () => {
      const table = [
        ['FREQ=SOMETIMES', 'invalid-value'],
        ['FREQ=YEARLY;BYMONTH=13', 'invalid-value'],
        ['FREQ=YEARLY;BYMONTH=0', 'invalid-value'],
        ['FREQ=DAILY;COUNT=x', 'invalid-value'],
        ['FREQ=DAILY;UNTIL=20200101', ''],
        ['FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 'invalid-value'],
        ['FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30', 'invalid-value'],
        ['FREQ=DAILY;INTERVAL=7;BYDAY=SU', 'invalid-value'],
        ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'invalid-value'],
        ['FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', ''],
      ];
      for (const [rule, code] of table) {
        const result = await read(calendar(...event('DTSTART:20240101T100000', `RRULE:${rule}`)));
        assert.deepEqual(dates(result.document.events), ['2024-01-01T10:00'], rule);
        assert.deepEqual(codes(result), code ? [`line 7, RRULE: ${code}`] : [], rule);
      }
    });

    it('gives the days that a plain count gives', async () => {
      const DAY = 86_400_000;
      const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
      const text = day => new Date(day * DAY).toISOString().slice(0, 10);
      const dayOf = day => new Date(day * DAY);
      const rule = fc.oneof(
        fc.constant({ rule: 'FREQ=DAILY', fits: () => true }),
        fc.subarray(WEEKDAYS, { minLength: 1 }).map(days => ({
          rule: `FREQ=WEEKLY;BYDAY=${days}`,
          fits: day => days.includes(WEEKDAYS[dayOf(day).getUTCDay()]),
        })),
        fc.integer({ min: 1, max: 31 }).map(n => ({
          rule: `FREQ=MONTHLY;BYMONTHDAY=${n}`,
          fits: day => dayOf(day).getUTCDate() === n,
        })),
        fc.constant({
          rule: 'FREQ=YEARLY',
          fits: (day, first) => text(day).slice(5) === text(first).slice(5),
        }),
      );
      const end = fc.oneof(
        fc.integer({ min: 1, max: 9 }).map(count => ({ count })),
        fc.integer({ min: -9, max: 900 }).map(until => ({ until })),
      );
      await fc.assert(
        fc.asyncProperty(
          rule,
          fc.integer({ min: 10_000, max: 25_000 }),
          end,
          async ({ rule, fits }, first, { count, until }) => {
            const compact = day => text(day).replaceAll('-', '');
            const bound = count ? `COUNT=${count}` : `UNTIL=${compact(first + until)}`;
            const expected = [];
            for (let day = first; count ? expected.length < count : day <= first + until; day++)
              if (fits(day, first)) expected.push(text(day));
            if (!expected.includes(text(first))) expected.unshift(text(first)); // DTSTART is always in
            const found = await datesOf(`DTSTART;VALUE=DATE:${compact(first)}`, `RRULE:${rule};${bound}`);
            assert.deepEqual(found, expected, `${text(first)} ${rule};${bound}`);
          },
        ),
        { seed: 5545, numRuns: 80 },
      );
    });
  });

  it('throws for no text, however it is damaged', async () => {
    const text = calendar(
      ...event(
        'DTSTART;TZID=Europe/Vienna:20240101T100000',
        'DURATION:P1D',
        'RRULE:FREQ=WEEKLY;BYDAY=MO;UNTIL=20240301T000000Z',
      ),
      ...event('RECURRENCE-ID;RANGE=THISANDFUTURE:20240108T100000', 'DTSTART:20240109T100000'),
      'BEGIN:VTIMEZONE',
      'TZID:X',
      'BEGIN:STANDARD',
      'DTSTART:19960331T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'END:STANDARD',
      'END:VTIMEZONE',
      ...event(
        'DTSTART;TZID=X:20240101T100000',
        'EXDATE:20240101',
        'RDATE;VALUE=PERIOD:20240102T100000/PT1H',
      ),
    );
    const bits = [
      '',
      ':',
      ';',
      '=',
      '\r\n',
      '\n ',
      '"',
      ',',
      '-',
      '\u0000',
      'BEGIN:VEVENT\n',
      'END:VEVENT\n',
      'RRULE:',
      'FREQ=',
      'INTERVAL=9e9;',
      '99999999',
    ];
    const edit = fc.tuple(fc.nat(text.length), fc.nat(9), fc.constantFrom(...bits));
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 5 }), async edits => {
        await read(
          edits.reduce(
            (damaged, [at, length, bit]) => damaged.slice(0, at) + bit + damaged.slice(at + length),
            text,
          ),
        );
      }),
      { seed: 5545, numRuns: 300 },
    );
  });

  it('says which package is missing', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'timeline-view-'));
    try {
      cpSync(fileURLToPath(new URL('../../dist', import.meta.url)), `${folder}/dist`, {
        recursive: true,
        filter: file => !/\/cdn(\/|$)|\.(map|d\.ts)$/.test(file),
      });
      cpSync(fileURLToPath(new URL('../../package.json', import.meta.url)), `${folder}/package.json`);
      // An empty package hides those of the folders above.
      for (const name of PACKAGES) {
        mkdirSync(`${folder}/node_modules/${name}`, { recursive: true });
        writeFileSync(`${folder}/node_modules/${name}/package.json`, '{ "exports": {} }');
      }
      const { parseTimeline: parseAlone } = await import(pathToFileURL(`${folder}/dist/core.js`).href);
      for (const [format, name] of [
        ['ics', PACKAGES[0]],
        ['markwhen', PACKAGES[1]],
      ]) {
        const { document, issues } = await parseAlone(format === 'ics' ? calendar() : '2020: A', { format });
        assert.deepEqual(document.events, []);
        assert.ok(issues[0].message.includes(`npm install ${name}`), issues[0].message);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

const fixtures = new URL('../../../shared/fixtures/ics/', import.meta.url);
const skip = existsSync(fixtures) ? false : 'the shared fixtures are not there';

/** How many events: those of the list, or with their recurrences counted by hand. */
const COUNTS = {
  'icalendar-event_with_recurrence.ics': 97, // 100 days but three
  'icalendar-rfc_5545_RDATE_example.ics': 30, // 1 + 1 + 1 + 2 + 11 + 14, one instant in two zones
  'icaljs-daily_recur.ics': 500,
  'icaljs-day_long_recur_yearly.ics': 500, // working days
  'icaljs-multiple_rrules.ics': 36, // 18 Mondays and 18 Sundays
  'icaljs-rdate_exdate.ics': 3,
  'icaljs-recur_instances.ics': 122, // 120 first Tuesdays in ten years, five more, three less
};

describe('the calendars of the shared fixtures', { skip }, () => {
  for (const file of skip ? [] : readdirSync(fixtures)) {
    it(file, async () => {
      const text = readFileSync(new URL(file, fixtures), 'utf8');
      const { document, issues } = await parseTimeline(new TextEncoder().encode(text), { fileName: file });
      const written = text.match(/^BEGIN:(VEVENT|VTODO|VJOURNAL)/gm)?.length ?? 0;
      const rules = text
        .split(/BEGIN:VEVENT/)
        .slice(1)
        .some(part => /^RRULE/m.test(part.split('END:VEVENT')[0]));
      if (file in COUNTS) assert.equal(document.events.length, COUNTS[file]);
      else if (rules)
        assert.ok(document.events.length >= written && issues.some(({ code }) => code === 'too-many-events'));
      else assert.equal(document.events.length, written);
      for (const { span, data } of document.events)
        assert.ok(span || !data.dateText || issues.some(({ code }) => code === 'invalid-date'));
      assert.doesNotMatch(JSON.stringify(document.events.map(({ people }) => people)), /@/);
    });
  }
});
