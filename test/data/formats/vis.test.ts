import { expect } from '@open-wc/testing';
import { isVis, mapVis } from '../../../src/data/formats/vis.js';
import { normalizeDocument } from '../../../src/data/normalize-document.js';
import { finish } from '../../../src/data/work.js';
import { readText } from '../../lib/browser-commands.js';

const read = (value: unknown) => finish(mapVis(value));
const eventsOf = (value: unknown) => read(value).document.events as Record<string, unknown>[];

describe('mapVis(value)', () => {
  it('tells its data from others', () => {
    const item = { start: '2014-01-01', content: 'A' };
    for (const value of [[item], { items: [item] }, { items: [{ start: 1 }], groups: [] }])
      expect(isVis(value)).to.equal(true);
    for (const value of [
      null,
      {},
      [],
      [{ start: '2014', title: 'A' }],
      { items: [] },
      { events: [item] },
      'x',
    ])
      expect(isVis(value), JSON.stringify(value)).to.equal(false);
  });

  it('reads items: HTML as text, the tip as summary, ids that are numbers', () => {
    const [event] = eventsOf([
      {
        id: 7,
        content: 'Siege<br>of <b>Rome</b>',
        title: '<p>See <a href="https://a.example/">it</a></p>',
        start: '2014-01-16',
        end: '2014-01-22',
        className: 'red',
      },
    ]);
    expect(event).to.eql({
      id: '7',
      title: 'Siege of Rome',
      summary: 'See it',
      start: '2014-01-16',
      end: '2014-01-21',
      className: 'red',
      sources: [{ title: 'it', url: 'https://a.example/' }],
    });
  });

  it('reads dates as they are written, and numbers as Unix milliseconds', () => {
    const dates: readonly [unknown, string][] = [
      ['2014-01-9', '2014-01-09'],
      ['1960-09-02 12:00', '1960-09-02T12:00'],
      ['2014-06-28T13:00', '2014-06-28T13:00'],
      ['2010-08-23T23:00:00.000Z', '2010-08-23T23:00:00.000Z'],
      [1198908717056, '2007-12-29T06:11:57.056Z'],
      ['/Date(1198908717056)/', '2007-12-29T06:11:57.056Z'],
      ['some day', 'some day'],
    ];
    for (const [start, date] of dates) expect(eventsOf([{ start, content: 'A' }])[0]!.date).to.equal(date);
    expect(eventsOf([{ start: '2014', end: '2014', content: 'A' }])[0]).to.eql({ date: '2014', title: 'A' });
  });

  it('ends where vis-timeline stops drawing: before the day, month or year that is the end', () => {
    const table: readonly [start: string, end: string, date: string][] = [
      ['2014-04-18', '2014-04-20', '2014-04-18/2014-04-19'],
      ['2014-04-18', '2014-04-19', '2014-04-18'],
      ['2014-04-18', '2014-04-18', '2014-04-18'],
      ['2014-04-18', '2014-05', '2014-04-18/2014-04-30'],
      ['2014-01', '2014-03', '2014-01/2014-02'],
      ['2014', '2016', '2014/2015'],
      ['2014', '2014-03-01', '2014/2014-02-28'],
      ['2014-04-18T10:00', '2014-04-20', '2014-04-18T10:00/2014-04-19'],
      ['2014-04-18T10:00', '2014-04-19', '2014-04-18T10:00/2014-04-18'],
      ['2014-04-18T10:00', '2014-04-18T12:00', '2014-04-18T10:00/2014-04-18T12:00'],
      ['2014-04-18', '2014-04-10', '2014-04-18/2014-04-10'],
      ['2014-04-18', 'soon', '2014-04-18/soon'],
    ];
    for (const type of ['range', 'background'])
      for (const [start, end, expected] of table) {
        const [event] = eventsOf([{ start, end, content: 'A', type }]);
        const { date, start: from, end: to } = event!;
        expect(date ?? `${String(from)}/${String(to)}`, `${start} to ${end}`).to.equal(expected);
      }
  });

  it('makes lanes of groups, in their order and nested, and eras of backgrounds', () => {
    const { document, placeOf } = read({
      items: [
        { start: '2014', content: 'A', group: 0 },
        { start: '2014', end: '2015', content: 'B', group: 'x', type: 'background' },
      ],
      groups: [
        { id: 'x', content: '<i>Third</i>', order: 3 },
        { id: 0, content: 'First', order: 1, nestedGroups: ['x'], showNested: false },
        { id: 'y', order: 2 },
      ],
    });
    expect(document.lanes).to.eql([
      { id: '0', title: 'First', order: 1, collapsed: true },
      { id: 'y', title: 'y', order: 2 },
      { id: 'x', title: 'Third', order: 3, parent: '0' },
    ]);
    expect((document.events as unknown[])[1]).to.include({ lane: 'x', kind: 'era' });
    expect([placeOf!(1, 'date'), placeOf!(1, 'title'), placeOf!(1)]).to.eql([
      'items[1].start',
      'items[1].content',
      'items[1]',
    ]);
  });

  it('reads the groups of CHAP Links, which are names, and keeps what is no item', () => {
    const { document } = read([{ start: '2014', content: 'A', group: 'Ann' }, null, 7]);
    expect(document.events).to.eql([{ date: '2014', title: 'A', lane: 'Ann' }, null, 7]);
  });

  const files: Record<string, [count: number, dates: string[]]> = {
    'vis-background-areas': [8, ['2014-01-16/2014-01-21', '2014-01-25/2014-01-29', '2014-01-23']],
    'vis-basic': [6, ['2014-04-20', '2014-04-14', '2014-04-18', '2014-04-16/2014-04-18']],
    'vis-groups-ordering': [6, ['2014-04-17T00:00:00.000Z/2014-04-21T00:00:00.000Z']],
    'vis-wk2014-worldcup': [15, ['2014-06-28T13:00', '2014-06-28T17:00']],
    'vis-ww2-points': [20, ['1939-09-01T00:00:00.000Z']],
    'chap-json-data': [8, ['2010-08-23T00:00:00.000Z']],
  };
  it('reads the examples of vis-timeline and CHAP Links', async function () {
    for (const [name, [count, dates]] of Object.entries(files)) {
      const text = await readText(`../shared/fixtures/other-timelines/${name}.json`);
      if (text === null) return this.skip();
      const { document, issues } = normalizeDocument(read(JSON.parse(text)).document, { textual: true });
      const sources = document.events.map(({ span }) => span?.source);
      expect([sources.length, issues], name).to.eql([count, []]);
      expect(sources.slice(0, dates.length), name).to.eql(dates);
    }
  });
});
