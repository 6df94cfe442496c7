import { expect } from '@open-wc/testing';
import { csvParseRows } from 'd3-dsv';
import { readTimelineJsDate } from '../../../src/data/formats/timelinejs-date.js';
import { isTimelineJsHeader, mapTimelineJsRows } from '../../../src/data/formats/timelinejs-sheet.js';
import { isTimelineJs, mapTimelineJs } from '../../../src/data/formats/timelinejs.js';
import { normalizeDocument } from '../../../src/data/normalize-document.js';
import type { Entry } from '../../../src/data/read-shape.js';
import { finish } from '../../../src/data/work.js';
import { readText } from '../../lib/browser-commands.js';

const FIXTURES = '../shared/fixtures/timelinejs/';
const read = (value: unknown) => finish(mapTimelineJs(value));
const eventsOf = (...events: unknown[]) => read({ events }).document.events as Entry[];
const eventOf = (event: object) => eventsOf({ start_date: { year: 1900 }, ...event })[0]!;

describe('readTimelineJsDate(value)', () => {
  const table: readonly [value: unknown, date: string | null][] = [
    // Numbers, digits, padded digits; what is empty is absent.
    [{ year: 1815, month: 12, day: 10 }, '1815-12-10'],
    [{ year: '1815', month: '02', day: '7' }, '1815-02-07'],
    [{ year: '1943', month: '7', day: '' }, '1943-07'],
    [
      { year: '1851', month: '', day: '', hour: '', minute: '', second: '', millisecond: '', format: '' },
      '1851',
    ],
    [{ year: '1990', month: '', day: '5' }, '1990'],
    [{ year: '', month: '', day: '' }, null],
    [{ year: 1990, month: 5, day: 4, hour: 7 }, '1990-05-04T07:00'],
    [
      { year: 1990, month: 5, day: 4, hour: '7', minute: '2', second: '5', millisecond: 40 },
      '1990-05-04T07:02:05.040',
    ],
    [{ year: 602 }, '0602'],
    [{}, null],
    [null, null],
    ['', null],
    // Years BCE count from 1; those told by the ten thousand, from now.
    [{ year: -44, month: 3, day: 15 }, '-0043-03-15'],
    [{ year: '-3500' }, '-3499'],
    [{ year: -1 }, '0000'],
    [{ year: '-13800000000' }, 'Y-13800000000'],
    [{ year: -13.8e9 }, 'Y-13800000000'],
    [{ year: '-251902000' }, 'Y-251901999'],
    // What can't be a date stays as written, in the order that people write.
    [{ year: 1785, month: 'Aug' }, '1785-08'],
    [{ year: 'c. 1785' }, 'c. 1785'],
    [{ year: 'unheard of', month: 3 }, '3 unheard of'],
    [{ year: 2020, month: 13, day: 1 }, '2020-13-01'],
    // Version 2.
    ['1600', '1600'],
    ['2011,12', '2011-12'],
    ['2011,12,10', '2011-12-10'],
    ['2011,12,10,07', '2011-12-10T07:00'],
    ['2011, 1, 9, 7, 2', '2011-01-09T07:02'],
    ['2012,1,27,,', '2012-01-27'],
    ['-44', '-0043'],
    ['196002152034', '1960-02-15T20:34'],
    ['19600215', '1960-02-15'],
    ['2/15/1960', '1960-02-15'],
    ['2/15/1960 20:34', '1960-02-15T20:34'],
    ['May 1940', '1940-05'],
    ['when pigs fly', 'when pigs fly'],
    [1600, '1600'],
  ];
  for (const [value, date] of table)
    it(`${JSON.stringify(value)} → ${date}`, () => expect(readTimelineJsDate(value)).to.equal(date));
});

describe('mapTimelineJs(value)', () => {
  it('tells its timelines from others', () => {
    for (const value of [
      { title: { text: {} }, events: [] },
      { title: [{}], events: [{}] },
      { events: [{ start_date: { year: 1 } }] },
      { events: [{ date: '1900', text: { headline: 'A' } }] },
      { events: [], eras: [] },
      { timeline: { headline: 'A', date: [] } },
      { timeline: { slides: [] } },
    ])
      expect(isTimelineJs(value), JSON.stringify(value)).to.equal(true);
    for (const value of [
      null,
      [],
      { events: [] },
      { title: 'A', events: [{ date: '1900', title: 'B' }] },
      { title: null, events: [{ title: 'B', text: 'C' }] },
      { timeline: [] },
    ])
      expect(isTimelineJs(value), JSON.stringify(value)).to.equal(false);
  });

  it('takes the title from no slide, from one, or from a list of them', () => {
    const slide = { text: { headline: 'The <b>Title</b>', text: '<p>One</p><p>Two</p>' } };
    const events: unknown[] = [];
    const head = { title: 'The Title', summary: 'One\n\nTwo' };
    expect(read({ events, scale: 'human' }).document).to.eql({ scale: 'human', events });
    expect(read({ events, title: slide }).document).to.eql({ ...head, events });
    expect(read({ events, title: [slide] }).document).to.eql({ ...head, events });
    expect(read({ events, title: [slide, { text: { headline: 'More' } }] }).document.summary).to.equal(
      'One\n\nTwo\n\nMore',
    );
    expect(read({ timeline: { headline: 'Old', text: 'x', date: [] } }).document).to.eql({
      title: 'Old',
      summary: 'x',
      events,
    });
  });

  it('reads version 2 and slides', () => {
    const date = { startDate: '2011,12,10', endDate: '2011,12,11', headline: 'A', text: 'B', tag: 'C' };
    const event = { start: '2011-12-10', end: '2011-12-11', title: 'A', summary: 'B', lane: 'C' };
    const era = { startDate: '2011', endDate: '2012', headline: 'E' };
    const old = read({ timeline: { type: 'default', date: [date], era: [era] } });
    expect(old.document).to.eql({
      type: 'default',
      events: [event, { kind: 'era', start: '2011', end: '2012', title: 'E' }],
    });
    expect([old.placeOf!(0, 'start'), old.placeOf!(0, 'title'), old.placeOf!(1)]).to.eql([
      'timeline.date[0].startDate',
      'timeline.date[0].headline',
      'timeline.era[0]',
    ]);
    const slides = [
      { type: 'title', text: { headline: 'T' } },
      { start_date: { year: 1900 }, text: { headline: 'A' } },
    ];
    expect(read({ timeline: { slides } }).document).to.eql({
      title: 'T',
      events: [{ date: '1900', title: 'A' }],
    });
  });

  it('gives a slide without a headline the caption or the first words as title', () => {
    expect(eventOf({ media: { url: 'a.jpg', caption: 'A <i>jar</i>' }, text: { text: 'x' } }).title).to.equal(
      'A jar',
    );
    expect(eventOf({ text: { headline: '', text: '<p>First.</p><p>Second.</p>' } }).title).to.equal('First.');
    expect(eventOf({ text: { text: 'word '.repeat(40) } }).title).to.match(/^(word ){15}word…$/);
    expect(eventOf({ text: { headline: 'Two<br/> lines' } }).title).to.equal('Two lines');
    expect(eventOf({})).not.to.have.property('title');
  });

  it('reads an end full of nothing as none, and an end that is the start as a date', () => {
    expect(eventOf({ end_date: { year: '', month: '', day: '' } })).to.eql({ date: '1900' });
    expect(eventOf({ end_date: { year: '1900' } })).to.eql({ date: '1900' });
    expect(eventOf({ end_date: { year: '1901', month: '2' } })).to.eql({ start: '1900', end: '1901-02' });
  });

  it('shows a display date where it says something else, and takes a doubt from it', () => {
    const text = { headline: 'A', text: 'B' };
    for (const [display_date, expected] of [
      ['', { date: '1900', summary: 'B' }],
      ['.', { date: '1900', summary: 'B' }],
      ['1900', { date: '1900', summary: 'B' }],
      ['c. 1900', { date: '1900~', summary: 'B' }],
      ['Reign of &Eacute;tienne', { date: '1900', summary: 'Reign of Étienne\n\nB' }],
    ] as const) {
      expect(eventOf({ display_date, text }), display_date).to.include(expected);
      const start_date = { year: 1900, display_date };
      expect(eventOf({ start_date, text }), display_date).to.include(expected);
    }
    const range = {
      start_date: { year: 1900, display_date: 'dawn' },
      end_date: { year: 1901, display_date: 'dusk' },
    };
    expect(eventOf(range).summary).to.equal('dawn – dusk');
  });

  it('reads media by what their address is: file, page, frame, quotation, or plain words', () => {
    const of = (url: string, more = {}) => eventOf({ text: { headline: 'A' }, media: { url, ...more } });
    expect(
      of('//a.example/B.JPG?w=1', { caption: '<b>C</b>', credit: 'D', thumbnail: 't.png', alt: 'E' }).media,
    ).to.eql([
      {
        type: 'image',
        src: 'https://a.example/B.JPG?w=1',
        alt: 'E',
        caption: 'C',
        credit: 'D',
        poster: 't.png',
      },
    ]);
    expect(of('a.mp4').media).to.eql([{ type: 'video', src: 'a.mp4' }]);
    expect(of('a.mp3').media).to.eql([{ type: 'audio', src: 'a.mp3' }]);
    for (const url of ['https://en.wikipedia.org/wiki/File:A.jpg', 'https://youtu.be/abc'])
      expect(of(url, { caption: 'C', credit: 'D' })).to.eql({
        date: '1900',
        title: 'A',
        sources: [{ title: 'C', url, publisher: 'D' }],
      });
    expect(
      of('<iframe onload="alert(1)" src="https://a.example/"></iframe>', { caption: 'C' }).sources,
    ).to.eql([{ title: 'C', url: 'https://a.example/' }]);
    expect(of('<blockquote>Said <cite>X</cite></blockquote>', { credit: 'D' }).summary).to.equal('Said X\nD');
    expect(of('Nothing but words').summary).to.equal('Nothing but words');
    expect(of('')).to.eql({ date: '1900', title: 'A' });
  });

  it('keeps links of texts, captions and credits as sources, once each, and unknown fields', () => {
    const a = '<a href="https://a.example/">A</a>';
    const event = eventOf({
      text: { headline: 'H', text: `${a} and ${a}` },
      media: { url: 'x.png', credit: '<a href="https://b.example/">B</a>' },
      unique_id: 'h-1',
      background: { color: '#fff' },
      location: { name: 'Lima', lat: 1, lon: 2 },
      group: 'G &amp; H',
    });
    expect(event).to.include({ id: 'h-1', lane: 'G & H', place: 'Lima', title: 'H' });
    expect(event.background).to.eql({ color: '#fff' });
    expect(event.sources).to.eql([
      { title: 'A', url: 'https://a.example/' },
      { title: 'B', url: 'https://b.example/' },
    ]);
  });

  it('says where a date is missing, and keeps the event; `date` may stand for `start_date`', () => {
    const { document, issues } = read({
      events: [
        { text: { headline: 'A' }, start_date: { year: '' } },
        { text: { headline: 'B' }, date: { year: 1900 } },
        null,
        { text: { headline: 'C' } },
      ],
    });
    expect(document.events).to.eql([{ title: 'A' }, { title: 'B', date: '1900' }, null, { title: 'C' }]);
    expect(issues.map(({ code, path }) => [code, path])).to.eql([
      ['invalid-date', 'events[0].start_date'],
      ['invalid-date', 'events[3].start_date'],
    ]);
  });

  it('keeps deep and human time apart in one file', () => {
    const { document, issues } = normalizeDocument(
      read({
        events: [
          { start_date: { year: '-13800000000' }, text: { headline: 'A' } },
          { start_date: { year: 1990, month: 5 }, text: { headline: 'B' } },
        ],
      }).document,
      { textual: true },
    );
    expect(issues).to.eql([]);
    expect(document.events.map(({ span }) => span!.precision)).to.eql(['year', 'month']);
  });
});

describe('mapTimelineJsRows(names, rows)', () => {
  const names = [
    'Year',
    'Month',
    'Day',
    'Time',
    'End Year',
    'Display Date',
    'Headline',
    'Text',
    'Media',
    'Type',
    'Note',
  ];

  it('knows its header', () => {
    expect(isTimelineJsHeader(names)).to.equal(true);
    expect(isTimelineJsHeader(['Start Date', 'End Date', 'Headline', 'Text', 'Media', 'Tag'])).to.equal(true);
    expect(isTimelineJsHeader(['year', 'headline', 'text'])).to.equal(false);
    expect(isTimelineJsHeader(['Year', 'Title', 'Media'])).to.equal(false);
  });

  it('reads rows as slides, titles and eras, and says where they stand', () => {
    const { document, issues, placeOf } = finish(
      mapTimelineJsRows(
        names,
        [
          ['', '', '', '', '', '', 'Title', 'Intro', '', 'title'],
          ['1960', '2', '15', '8:34 PM', '', '', 'A', '', '', '', 'kept'],
          ['', '', '', '', '', '', '', '', '', '', ''],
          ['1900', '', '', '', '1950', '', 'E', '', '', 'Era'],
          ['', '', '', '', '', '', 'No date'],
          ['1960', '2', '15', 'noonish', '', '', 'B'],
        ],
        index => index + 10,
      ),
    );
    expect(document).to.eql({
      title: 'Title',
      summary: 'Intro',
      events: [
        { date: '1960-02-15T20:34', title: 'A', Note: 'kept' },
        { kind: 'era', start: '1900', end: '1950', title: 'E' },
        { title: 'No date' },
        { date: '15 2 1960 noonish', title: 'B' },
      ],
    });
    expect(issues.map(({ path }) => path)).to.eql(['row 14, column "Year"']);
    expect([placeOf!(1), placeOf!(0, 'title'), placeOf!(0, 'end'), placeOf!(0, 'media[0].src')]).to.eql([
      'row 13',
      'row 11, column "Headline"',
      'row 11, column "End Year"',
      'row 11, column "Media"',
    ]);
  });
});

describe('timelines made with TimelineJS', () => {
  const files: Record<string, [count: number, dates: string[]]> = {
    'cosmo.json': [7, ['Y-13800000000', 'Y-13799630000']],
    'eras.json': [23, ['0602/0629', '0604/0609', '0622-08-09/0622-08-23']],
    'example-v2.json': [22, ['2011-12-12/2012-01-27', '2012-01-26/2012-01-27', '2012-01-10']],
    'groups-small-v3.json': [8, ['1851', '1857']],
    'houston-v2.json': [18, ['1963-08-09', '1978']],
    'houston-v3.json': [18, ['1963-08-09', '1978']],
    'mediatypes-v3.json': [29, ['1901', '1902']],
    'model-v2.json': [2, ['2011-12-10/2011-12-11', '2011-12-10/2011-12-11']],
    'republican-v3.json': [13, ['2012-01-03']],
    'seventh-century-v3.json': [21, ['0602/0629', '0604/0609', '0618-06-18/0907-06-01']],
    'soundcite-v3.json': [18, ['1963-08-09']],
    'user-interface-v2.json': [22, ['1600', '1642']],
    'user-interface-v3.json': [22, ['1600', '1642']],
    'women_in_computing.json': [10, ['1815-12-10/1852-11-27', '1948-03-14', '1943-07/1946']],
  };

  it('give all their events, eras included, without an issue', async function () {
    for (const [name, [count, dates]] of Object.entries(files)) {
      const text = await readText(FIXTURES + name);
      if (text === null) return this.skip();
      const value: unknown = JSON.parse(text);
      expect(isTimelineJs(value), name).to.equal(true);
      const { document: made, issues: before } = read(value);
      const { document, issues } = normalizeDocument(made, { textual: true });
      expect([document.events.length, [...before, ...issues]], name).to.eql([count, []]);
      expect(
        document.events.slice(0, dates.length).map(({ span }) => span?.source),
        name,
      ).to.eql(dates);
      expect(document.title, name).to.match(/\w/);
      for (const { title, summary = '' } of document.events)
        expect(title + summary, name).not.to.match(/<\/?(a|br|span|iframe)\b/);
    }
  });

  it('say the same as a spreadsheet and as JSON, and in both versions', async function () {
    const texts = await Promise.all(
      [
        'women_in_computing.csv',
        'women_in_computing.json',
        'user-interface-v2.json',
        'user-interface-v3.json',
      ].map(name => readText(FIXTURES + name)),
    );
    if (texts.some(text => text === null)) return this.skip();
    const [names, ...rows] = csvParseRows(texts[0]!);
    const [json, old, recent] = texts.slice(1).map(text => read(JSON.parse(text!)).document);
    expect(finish(mapTimelineJsRows(names!, rows)).document).to.eql(json);
    const told = (document: Entry) => (document.events as Entry[]).map(({ date, title }) => [date, title]);
    expect(told(old!)).to.eql(told(recent!));
  });
});
