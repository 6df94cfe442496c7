import { expect } from '@open-wc/testing';
import { readRecords } from '../../../src/data/formats/records.js';
import { finish } from '../../../src/data/work.js';

type Record = { readonly [field: string]: unknown };

function read(value: unknown) {
  const work = readRecords(value);
  if (!work) throw new Error('no records');
  const result = finish(work);
  return { ...result, events: result.document.events as Record[] };
}

describe('readRecords(value)', () => {
  it('reads lists of objects in foreign terms', () => {
    const { events, issues, placeOf } = read([
      {
        content_text: 'Storm A',
        start_date: '1960-09-02 12:00',
        end_date: '1960-09-10 18:00',
        category: 'C5',
        n: 1,
      },
      { content_text: 'Storm B', start_date: '1961-10-30 00:00', end_date: '', category: 'C4', n: 2 },
    ]);
    expect(events[0]).to.deep.include({
      title: 'Storm A',
      start: '1960-09-02T12:00',
      end: '1960-09-10T18:00',
      lane: 'C5',
      n: 1,
    });
    expect(events[1]).to.deep.include({
      title: 'Storm B',
      date: '1961-10-30T00:00',
      lane: 'C4',
      content_text: 'Storm B',
    });
    expect(issues).to.deep.equal([]);
    expect([placeOf!(1, 'date'), placeOf!(1, 'title'), placeOf!(0)]).to.deep.equal([
      '[1].start_date',
      '[1].content_text',
      '[0]',
    ]);
  });

  it('takes a title that is a date for one, beside what happened, and a medium by its address', () => {
    const { events, placeOf } = read({
      items: [
        {
          title: 'May 1940',
          cardTitle: 'A retreat',
          cardDetailedText: 'More.',
          media: { type: 'IMAGE', source: { url: 'https://a.example/i.jpg' } },
        },
        {
          title: '25 July 1940',
          cardTitle: 'A battle',
          steps: [{ title: 'June 18, 1940', cardTitle: 'A speech' }],
        },
      ],
    });
    expect(events.map(({ title, date }) => [title, date])).to.deep.equal([
      ['A retreat', '1940-05'],
      ['A battle', '1940-07-25'],
      ['A speech', '1940-06-18'],
    ]);
    expect(events[0]).to.deep.include({ summary: 'More.', media: [{ src: 'https://a.example/i.jpg' }] });
    expect(events[0]!['media (as given)']).to.deep.equal({
      type: 'IMAGE',
      source: { url: 'https://a.example/i.jpg' },
    });
    expect(placeOf!(2, 'date')).to.equal('items[1].steps[0].title');
  });

  it('hands down what an object without a date says of those that it holds', () => {
    const { events } = read([
      {
        company: 'Acme',
        models: [
          { date: '2023-03-14', name: 'One' },
          { date: '2023-11-06', name: 'Two' },
        ],
      },
      { company: 'Apex', models: [{ date: '2024-05-13', name: 'Three' }] },
    ]);
    expect(events.map(({ title, date, company }) => [title, date, company])).to.deep.equal([
      ['One', '2023-03-14', 'Acme'],
      ['Two', '2023-11-06', 'Acme'],
      ['Three', '2024-05-13', 'Apex'],
    ]);
  });

  it('reads numbers and times that are always midnight', () => {
    const { events } = read([
      { timestamp: '2012-09-09T00:00', detail: 'v1', size: 3 },
      { timestamp: '2012-09-10T00:00', detail: 'v2', size: null },
    ]);
    expect(events.map(({ title, date }) => [title, date])).to.deep.equal([
      ['v1', '2012-09-09'],
      ['v2', '2012-09-10'],
    ]);
    expect(read([{ name: 'A', year: 1984, month: 5 }]).events[0]).to.deep.include({
      date: '1984-05',
      year: 1984,
    });
  });

  it('reads one list that stands there twice once', () => {
    const list = [{ name: 'A', date: '1984' }];
    expect(read({ list, again: list }).events).to.have.length(1);
  });

  it('is not for anything else', () => {
    for (const value of [null, 1, 'x', [], {}, [1], [[{}]], { a: [{}], b: [{ c: 1 }] }, { a: {} }])
      expect(readRecords(value)).to.equal(null);
  });
});
