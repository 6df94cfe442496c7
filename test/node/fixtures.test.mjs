// Real files that nobody on this project wrote: each gives the events that it holds, or says why it gives none.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseTimeline } from 'timeline-view/core.js';

const folder = fileURLToPath(new URL('../../../shared/fixtures/', import.meta.url));
const skip = existsSync(folder) ? false : 'the shared fixtures are not there';

/**
 * Folder → file, number of events, and the code of the issue that says why there are none or not all. Of what recurs,
 * the dates are counted by hand: the calendars give 100 days but three (event_with_recurrence), 1 + 1 + 1 + 2 + 11 + 14
 * dates, one instant in two zones (rfc_5545_RDATE_example), 18 Mondays and 18 Sundays (multiple_rrules); until a year after
 * they were written, or after their first date, a year and three days (daily_recur), 52 weeks of weekdays and a Friday
 * (day_long_recur_yearly), 13 first Tuesdays, five more, three less (recur_instances). The markwhen texts with one date have a rule that is
 * unclear (recurrence10), that goes on until now (14) or is over before it begins (6).
 */
const EXPECTED = {
  csv: `
    antiquities-act.csv 344
    cabinet-turnover.csv 379
    commencement_speeches.csv 154
    country-former-names-spans.csv 36
    football-internationals-1872.csv 49520
    gitlog-leaflet-8k.csv 8187
    history-of-the-world.csv 48
    moma-directors.csv 65
    nuclear-explosions-sipri.csv 2051
    nyphil-concerts-1911-1920.csv 1242
    presidential-terms.csv 12
    space-launches.csv 5726
    storms-6hourly.csv 20778
    tate-artworks-5k.csv 4943
  `,
  ics: `
    icalendar-america_new_york.ics 1
    icalendar-calendar_with_unicode.ics 0
    icalendar-event_with_recurrence.ics 97
    icalendar-event_with_unicode_fields.ics 1
    icalendar-example.ics 3
    icalendar-issue_1050_multiple_calendars.ics 2
    icalendar-issue_127_categories_with_commas.ics 1
    icalendar-issue_526_calendar_with_different_events.ics 2
    icalendar-issue_53_description_parsed_properly.ics 1
    icalendar-multiple_timezones.ics 3
    icalendar-rfc_5545_RDATE_example.ics 30
    icalendar-rfc_7986_properties.ics 0
    icalendar-timezoned.ics 1
    icaljs-blank_description.ics 1
    icaljs-daily_recur.ics 368 too-many-events
    icaljs-day_long_recur_yearly.ics 261 too-many-events
    icaljs-duration_instead_of_dtend.ics 1
    icaljs-minimal.ics 1
    icaljs-multiple_rrules.ics 36
    icaljs-only_dtstart_date.ics 1
    icaljs-only_dtstart_time.ics 1
    icaljs-parser-component.ics 2
    icaljs-parser-dates.ics 0
    icaljs-parser-multivalue.ics 0
    icaljs-parser-property_params.ics 0
    icaljs-parser-recur.ics 0
    icaljs-parser-rfc.ics 1
    icaljs-parser-time.ics 0
    icaljs-parser-unfold_properties.ics 0
    icaljs-rdate_exdate.ics 3
    icaljs-recur_instances.ics 15 too-many-events
    icaljs-timezone_from_file.ics 1
    libical-rfc2445.ics 11 too-many-events
  `,
  'jsonld-html': `
    extruct-Event.001.html 1
    extruct-Event.003.html 1
    html-datetime-attribute-cases.json 119
    mdn-letter-time.html 3
    mf1-hcalendar-ampm.html 1
    mf2-changelog-time.html 8
    mf2-h-event-ampm.html 1
    mf2-h-event-ampm.json 1
    mf2-h-event-attendees.html 1
    mf2-h-event-attendees.json 1
    mf2-h-event-dates.html 1
    mf2-h-event-dates.json 1
    mf2-h-event-time.html 1
    mf2-h-event-time.json 1
    periodo-periods-a.json 896
    schemaorg-examples.json 21
  `,
  markwhen: `
    parser-basic86.mw 1
    parser-eventText1.mw 1
    parser-eventsWithTz.mw 7
    parser-grievous277.mw 4
    parser-grievous345.mw 4
    parser-main-snippets.json 0 invalid-document
    parser-recurrence1.mw 30
    parser-recurrence10.mw 1
    parser-recurrence12.mw 1
    parser-recurrence14.mw 1
    parser-recurrence16.mw 1
    parser-recurrence18.mw 1
    parser-recurrence6.mw 1
    parser-recurrence8.mw 29
    parser-relativeToPreviousAndStart.mw 1
    parser-relativeToStart1.mw 1
    parser-two.mw 1
    search-engines.mw 48
    small.mw 0
  `,
  nasty: `
    blns-half.json 0 invalid-document
    csv-spectrum/comma_in_quotes.csv 1
    csv-spectrum/comma_in_quotes.expected.json 1
    csv-spectrum/empty.csv 2
    csv-spectrum/empty.expected.json 2
    csv-spectrum/escaped_quotes.csv 2
    csv-spectrum/escaped_quotes.expected.json 2
    csv-spectrum/newlines.csv 3
    csv-spectrum/newlines.expected.json 3
    csv-spectrum/simple.csv 1
    csv-spectrum/simple.expected.json 1
    csv-spectrum/utf8.csv 2
    csv-spectrum/utf8.expected.json 2
    dompurify-fixtures-a.json 112
    xss-payloads-sample.json 0 invalid-document
  `,
  'other-timelines': `
    chap-json-data.json 8
    chrono-mixed.json 13
    chrono-nested.json 15
    milestones-events.json 25
    milestones-llm-releases.json 36
    simile-compact-2.json 31
    simile-jfk.json 130
    simile-jfk.xml 0 invalid-document
    simile-local-data.json 11
    simile-monet.json 27
    simile-monet.xml 0 invalid-document
    storyteller-empires.json 34
    storyteller-epidemics.json 190
    storyteller-hurricanes50y.json 74
    storyteller-italy_presidents.json 13
    storyteller-presidents.json 45
    storyteller-typical_american.json 19
    storyteller-uk_prime_ministers.json 76
    vis-background-areas.json 8
    vis-basic.json 6
    vis-groups-ordering.json 6
    vis-wk2014-worldcup.json 15
    vis-ww2-points.json 20
  `,
  timelinejs: `
    cosmo.json 7
    eras.json 23
    example-v2.json 22
    groups-small-v3.json 8
    houston-v2.json 18
    houston-v3.json 18
    mediatypes-v3.json 29
    model-v2.json 2
    parser-test.csv 3
    republican-v3.json 13
    seventh-century-v3.json 21
    soundcite-v3.json 18
    user-interface-v2.json 22
    user-interface-v3.json 22
    women_in_computing.csv 10
    women_in_computing.json 10
  `,
};

/** The others are lists of dates, and a suite with a test of its own. */
const isTimeline = file => !/^(edtf|tz)\/|\/jsontestsuite\/|^INDEX/.test(file);

describe('the shared fixtures', { skip }, () => {
  const expected = Object.entries(EXPECTED).flatMap(([name, lines]) =>
    lines
      .trim()
      .split('\n')
      .map(line => {
        const [file, count, code] = line.trim().split(' ');
        return { file: `${name}/${file}`, count: Number(count), code };
      }),
  );

  it('are all in the table', () => {
    const files = readdirSync(folder, { recursive: true })
      .map(file => file.replaceAll('\\', '/'))
      .filter(file => isTimeline(file) && statSync(folder + file).isFile());
    assert.deepEqual(files.sort(), expected.map(({ file }) => file).sort());
  });

  for (const { file, count, code } of expected)
    it(`${file}: ${count} events${code ? `, ${code}` : ''}`, async () => {
      const { document, issues } = await parseTimeline(new Uint8Array(readFileSync(folder + file)), {
        fileName: file,
      });
      assert.equal(document.events.length, count);
      if (code)
        assert.ok(
          issues.some(issue => issue.code === code),
          JSON.stringify(issues),
        );
      for (const { path, message } of issues) assert.ok(message.startsWith(path), message);
      const { events } = document;
      const isCalendar = file.startsWith('ics/');
      if (isCalendar || file.startsWith('markwhen/')) {
        // A calendar may have events without a date.
        const undated = events.filter(({ span, dateText }) => !span && (dateText || !isCalendar));
        assert.ok(!undated.length || issues.some(issue => issue.code === 'invalid-date'));
      }
      if (isCalendar)
        assert.doesNotMatch(events.flatMap(({ people }) => people).join(), /@/, 'no address of anyone');
    });

  it('markwhen/parser-main-snippets.json: every line with a date and a colon is an event', async () => {
    for (const text of JSON.parse(readFileSync(`${folder}markwhen/parser-main-snippets.json`, 'utf8'))) {
      const { document, issues } = await parseTimeline(text, { format: 'markwhen' });
      const lines = text
        .split('\n')
        .filter(
          line => /^\s*(now|by|after|[\d!]|[A-Z][a-z]+ \d)[^[(]*:/.test(line) && !/^\s*(timezone)/.test(line),
        );
      assert.ok(document.events.length >= Math.max(lines.length, 1), text);
      for (const { span } of document.events)
        assert.ok(span || issues.some(({ code }) => code === 'invalid-date'), text);
    }
  });
});
