import { expect } from '@open-wc/testing';
import { detect } from '../../../src/data/formats/detect.js';
import type { TextHints } from '../../../src/data/formats/plain-json.js';
import { parseTimeline, type Format } from '../../../src/data/parse-timeline.js';

const json = '{ "events": [{ "title": "A", "date": "2025" }] }';
const csv = 'title,date\nA,2025\n';
const ics = 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n';
const page = '<!doctype html>\n<title>T</title>';
const lines = '{ "title": "A" }\n{ "title": "B" }\n';

describe('detect(text, hints)', () => {
  const table: readonly [text: string, hints: TextHints, format: string | null, issue?: RegExp][] = [
    // Nothing is said: the text tells.
    [json, {}, 'json'],
    ['\n[\n  { "title": "A" }\n]', {}, 'json'],
    ['[{"title":"A"}]', { contentType: 'application/octet-stream', fileName: 'data' }, 'json'],
    ['// events\n[]', {}, 'json'],
    ['var events = [];', {}, 'json'],
    ['callback({"events": []});', {}, 'json'],
    ['storyjs_jsonp_data = {"timeline": {"date": [], "type": "default"}}', {}, 'json'],
    ['window.data =\n[{"a": 1, "b": 2}];\n', { fileName: 'https://example.org/data.jsonp' }, 'json'],
    ['/**/ typeof cb === \'function\' && cb({"events": [], "a": 1});', {}, 'json'],
    [lines, {}, 'jsonl'],
    [csv, { contentType: 'text/plain; charset=utf-8' }, 'csv'],
    ['Titel;Datum\nA;2025', {}, 'csv'],
    ['title\tdate\nA, B\t2025\n', {}, 'tsv'],
    ['title,date', {}, 'csv'],
    ['# made by hand\n# in 2025\ntitle;date\nA;2025', {}, 'csv'],
    ['# A\n\n2025-08-01: B, C\n2025-09: D, E', {}, 'markwhen'],
    [ics, {}, 'ics'],
    ['begin:vcalendar\nend:vcalendar', { contentType: 'text/plain' }, 'ics'],
    [page, {}, 'html'],
    ['<ol><li><time>2025</time> A</li></ol>', {}, 'html'],
    ['<dl><dt><time>2025</time><dd>A, B</dl>', {}, 'html'],
    ['title: T\n\n# A\n\n2025-08-01/2025-09: A\n', {}, 'markwhen'],
    ['12/15/2022, 8:00AM - 12/15/2022, 9:30AM: A', {}, 'markwhen'],
    ['July 10, 2022: A, B\n2025: C', {}, 'markwhen'],
    ['date,title\n2012-01-01 12:00,A', {}, 'csv'],
    // The content type comes before the extension.
    [csv, { contentType: 'text/csv;charset=utf-8', fileName: 'a.json' }, 'csv'],
    ['A 2025', { contentType: 'text/csv' }, 'csv'],
    ['A 2025', { contentType: 'Text/Tab-Separated-Values' }, 'tsv'],
    [json, { contentType: 'application/vnd.api+json' }, 'json'],
    [json, { contentType: 'application/ld+json' }, 'json-ld'],
    ['{ "head": {} }', { contentType: 'application/sparql-results+json' }, 'sparql'],
    ['A 2025', { fileName: 'https://example.com/a/Story.CSV?version=1.2#x.json' }, 'csv'],
    ['A 2025', { fileName: 'story.mw', contentType: 'text/plain' }, 'markwhen'],
    [page, { contentType: 'text/html', fileName: 'story.json' }, 'html'],
    ['{ "a": 1 }\n', { fileName: 'a.ndjson' }, 'jsonl'],
    ['\x1e{ "a": 1, }\n\x1e{ "a": 2 }\n', { contentType: 'application/json-seq' }, 'jsonl'],
    // A first cell may look like anything.
    ...['csv', 'tsv', 'markwhen'].flatMap(format =>
      [
        '<b>title</b>,date\nA,2025',
        '[{note}],date\nA,2025',
        '{"a"},date',
        'f({"x"}),date',
        '{"a":1},2025',
      ].map((text): [string, TextHints, string] => [
        format === 'tsv' ? text.replaceAll(',', '\t') : text,
        { format } as TextHints,
        format,
      ]),
    ),
    ['[{note}],date\nA,2025', { contentType: 'text/csv' }, 'csv'],
    ['<b>2025</b>: A', { format: 'html' }, 'html'],
    ['{"draft"} <time>2025</time> A', { format: 'html' }, 'html'],
    ['cb({"events": []});', { format: 'csv' }, 'json', /JSON instead of CSV/],
    [lines, { format: 'csv' }, 'jsonl', /JSON Lines instead of CSV/],
    [ics, { format: 'csv' }, 'ics', /iCalendar instead of CSV/],
    [page, { format: 'csv' }, null, /a web page instead of CSV/],
    ['<?xml version="1.0"?><data/>', { format: 'csv' }, null, /XML instead of data/],
    // A table that is sent as JSON.
    [
      csv,
      { contentType: 'application/json' },
      null,
      /JSON was expected, but this looks like CSV: "title,date"; say "csv"/,
    ],
    ['a;b\n1;2', { format: 'json' }, null, /this looks like CSV/],
    ['"a", "b"', { format: 'json' }, 'json'],
    // What is beyond doubt comes before all but a word.
    [json, { contentType: 'text/csv' }, 'json', /JSON instead of CSV/],
    ['{\n "a": 1 }\n', { fileName: 'a.ndjson' }, 'json', /JSON instead of JSON Lines/],
    [ics, { fileName: 'a.json' }, 'ics', /iCalendar instead of JSON/],
    [lines, { contentType: 'application/json' }, 'jsonl', /JSON Lines instead of JSON/],
    // A word names what else is not told apart; it can't make a table of JSON.
    ['A 2025', { format: 'markwhen' }, 'markwhen'],
    ['Year,Headline\n2025,A', { format: 'timelinejs' }, 'csv'],
    [csv, { format: 'timelinejs' }, 'csv', /CSV instead of TimelineJS; it is read as CSV/],
    ['Titel;Datum\nA;2025', { format: 'tsv' }, 'csv', /CSV instead of TSV/],
    ['title|date\nA|2025', { fileName: 'a.tsv' }, 'csv', /CSV instead of TSV/],
    [json, { format: 'timelinejs' }, 'timelinejs'],
    [json, { format: 'csv' }, 'json', /JSON instead of CSV/],
    // No data.
    ['', {}, null, /no data: the text is empty/],
    [' \n', { contentType: 'text/csv' }, null, /no data/],
    [page, { contentType: 'application/json' }, null, /a web page instead of JSON; check the address/],
    [page, { fileName: 'story.csv' }, null, /a web page instead of CSV/],
    ['<?xml version="1.0"?><data><event start="1963">A</event></data>', {}, null, /XML instead of data/],
    [
      'PK\x03\x04\x14',
      { fileName: 'story.csv' },
      null,
      /a workbook \(.xlsx, .ods\).*; export the sheet as CSV/,
    ],
    ['%PDF-1.7', {}, null, /a PDF document/],
    ['‰PNG\r\n', {}, null, /a picture/],
    ['\x1f‹\x08', {}, null, /gzip/],
    ['---\nlayout: null\n---\n{% for x in site.data %}', { fileName: 'a.json' }, null, /a template/],
    ['{{ site.data | jsonify }}', {}, null, /a template/],
    ['Call me Ishmael.', {}, null, /unknown format: "Call me Ishmael."; expected JSON, .*iCalendar/],
  ];
  for (const [text, hints, format, issue] of table)
    it(`${JSON.stringify(text.slice(0, 40))}, ${JSON.stringify(hints)} → ${format}`, () => {
      const { format: found, issues } = detect(text, hints);
      expect(found).to.equal(format);
      expect(issues.length).to.equal(issue ? 1 : 0);
      if (!issue) return;
      expect(issues[0]!.message).to.match(issue);
      expect([issues[0]!.code, issues[0]!.severity]).to.deep.equal(
        format ? ['unexpected-format', 'warning'] : ['invalid-document', 'error'],
      );
    });
});

describe('parseTimeline of JSON in another shape than its format names', () => {
  const own = '[{ "title": "A", "date": "2025" }]';
  const vis = '[{ "content": "A", "start": "2025" }]';
  const table: readonly [text: string, format: Format, issue?: RegExp][] = [
    [own, 'vis', /^JSON instead of vis-timeline; it is read as JSON$/],
    [own, 'json-ld', /^JSON instead of JSON-LD/],
    [own, 'timelinejs', /^JSON instead of TimelineJS/],
    [own, 'json'],
    [vis, 'sparql', /^vis-timeline instead of SPARQL results; it is read as vis-timeline$/],
    [vis, 'vis'],
    [vis, 'json'],
    ['[]', 'vis'],
  ];
  for (const [text, format, issue] of table)
    it(`${text}, ${format}`, async () => {
      const { document, issues } = await parseTimeline(text, { format });
      expect(document.events.map(({ title }) => title)).to.eql(text === '[]' ? [] : ['A']);
      expect(issues.map(({ code }) => code)).to.eql(issue ? ['unexpected-format'] : []);
      if (issue) expect(issues[0]!.message).to.match(issue);
    });
});

describe('parseTimeline of what is nearly JSON', () => {
  const titlesOf = async (text: string, hints?: TextHints) => {
    const { document, issues } = await parseTimeline(text, hints);
    return [
      document.events.map(({ title }) => title).join(),
      ...issues.map(({ code, path }) => `${code} ${path}`.trim()),
    ];
  };

  it('reads JSON Lines, whatever ends them, and says which are broken', async () => {
    for (const end of ['\n', '\r\n', '\r', '\n\n', '\n\x1e'])
      expect(await titlesOf(['{ "title": "A" }', '{ "title": "B" }', ''].join(end))).to.deep.equal(['A,B']);
    const broken = '{ "title": "A" }\n\n{ "title": "B", }\r\n{ "title": "C", "date": "tomorrow" }\n';
    expect(await titlesOf(broken)).to.deep.equal([
      'A,C',
      'invalid-json line 3, column 15',
      'invalid-date line 4, date',
    ]);
    expect(await titlesOf('{ "title": "A" }', { format: 'jsonl' })).to.deep.equal(['A']);
  });

  it('reads the data of a call, and says so', async () => {
    for (const wrapper of [
      'callback([…])',
      '/**/ a.b$c (\n[…]\n) ;\n',
      "/**/ typeof cb === 'function' && cb([…]);",
      'window.cb && window.cb([…])',
      '// API callback\ncb([…]);',
      'storyjs_jsonp_data = […]',
      'var x=[…];',
      'window.x =\n\n[…]\n;\n',
      '/* made by hand */ const x = […] ',
    ])
      for (const fileName of ['', 'data.jsonp'])
        expect(await titlesOf(wrapper.replace('…', '{ "title": "A" }'), { fileName }), wrapper).to.deep.equal(
          ['A', 'unexpected-format'],
        );
    const story = '{"timeline": {"headline": "T", "date": [{"startDate": "2012,1,26", "headline": "A, B"}]}}';
    expect(await titlesOf(`storyjs_jsonp_data = ${story}`)).to.deep.equal(['A, B', 'unexpected-format']);
    expect(await titlesOf('x = {\n "events": [,] };')).to.deep.equal([
      '',
      'unexpected-format',
      'invalid-json line 2, column 13',
    ]);
    expect(await titlesOf('f(\n{ "events": [,] });')).to.deep.equal([
      '',
      'unexpected-format',
      'invalid-json line 2, column 14',
    ]);
  });

  it('says what is there where no events are', async () => {
    for (const [text, what] of [
      ['{ "name": "x", "version": 1 }', 'no events: an object with "name", "version"; expected'],
      ['42', 'no events: 42; expected'],
      ['["a", "b"]', 'no events: '],
    ] as const) {
      const { issues } = await parseTimeline(text, { format: 'json' });
      expect(issues.map(({ code }) => code)).to.deep.equal(['invalid-document']);
      expect(issues[0]!.message).to.contain(what);
    }
  });
});
