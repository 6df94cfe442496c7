import { expect } from '@open-wc/testing';
import { draftOf, idFor, readDraftDate, recordOf } from '../../src/data/event-draft.js';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';

const context = { timeZone: 'UTC', textual: true };
const lanes = [
  { id: 'us', title: 'United States' },
  { id: 'mx', title: 'Mexico' },
];
const eventOf = (record: object) =>
  finish(readTable({ lanes, events: [record] })).table.toDocument().events[0]!;

describe('readDraftDate', () => {
  it('reads what we can read, as people write it, too', () => {
    const read = (text: string) => {
      const { record, message } = readDraftDate(text, { start: '1', end: '2', title: 'a' }, context);
      return message ? 'no date' : record;
    };
    expect(read('1985-03')).to.deep.equal({ title: 'a', date: '1985-03' });
    expect(read(' c. 1850 ')).to.deep.equal({ title: 'a', date: 'c. 1850' });
    expect(read('Aug. 1981')).to.deep.equal({ title: 'a', date: '1981-08' });
    expect(read('1764–96')).to.deep.equal({ title: 'a', date: '1764/1796' });
    expect(read('')).to.deep.equal({ title: 'a' });
    expect(read('unknown')).to.deep.equal({ title: 'a', date: 'unknown' });
    expect(read('soon')).to.equal('no date');
    expect(read('2019/2018')).to.equal('no date');
  });

  it('says what is wrong, and of what', () => {
    expect(readDraftDate('2019-13-01', {}, context).message).to.match(/^invalid date: "2019-13-01"; /);
  });

  it('reads in the calendar of the record', () => {
    const { span } = readDraftDate('1066-10-14', { calendar: 'julian' }, context);
    expect(new Date(span!.start).toISOString().slice(0, 10)).to.equal('1066-10-20');
  });
});

describe('recordOf', () => {
  it('is the same record where nothing was changed, however it is written', () => {
    const records = [
      { title: 'a', start: '1985', end: '..', lane: ['us', 'mx'], status: 'reported', extra: { kept: true } },
      { date: { year: 44, era: 'bce' }, title: 'a', lane: 'us' },
      { title: 'a', date: 'soon', summary: 'b\n\nc', status: 'unheard of' },
    ];
    for (const record of records) {
      const draft = draftOf(eventOf(record), lanes);
      expect(recordOf(draft, draft, record, { lanes, context })).to.equal(record);
    }
  });

  it('changes the fields that were changed and leaves all others', () => {
    const record = { id: 'x', title: 'a', start: '1985', end: '1986', lane: ['us', 'mx'], extra: 1 };
    const before = draftOf(eventOf(record), lanes);
    const saved = (changes: Partial<typeof before>) =>
      recordOf({ ...before, ...changes }, before, record, { lanes, context });
    expect(saved({ title: ' b ' })).to.deep.equal({ ...record, title: 'b' });
    expect(saved({ date: '1990' })).to.deep.equal({
      id: 'x',
      title: 'a',
      lane: ['us', 'mx'],
      extra: 1,
      date: '1990',
    });
    expect(saved({ lane: 'Mexico' })).to.deep.equal({ ...record, lane: 'mx' });
    expect(saved({ lane: 'a new one' })).to.deep.equal({ ...record, lane: 'a new one' });
    expect(saved({ lane: 'Mexico, a new one, United States,' }).lane).to.deep.equal([
      'mx',
      'a new one',
      'us',
    ]);
    expect(saved({ lane: 'United States، Mexico، Mexico' }).lane).to.deep.equal(['us', 'mx']);
    const capital = [...lanes, { id: 'dc', title: 'Washington, D.C.' }, { id: 'wa', title: 'Washington' }];
    const { lane } = recordOf({ ...before, lane: 'Mexico, Washington, D.C., Washington' }, before, record, {
      lanes: capital,
      context,
    });
    expect(lane, 'titles with commas').to.deep.equal(['mx', 'dc', 'wa']);
    expect(saved({ lane: ' , ' })).not.to.have.property('lane');
    expect(saved({ lane: '' })).not.to.have.property('lane');
    expect(record.lane, 'what was given').to.deep.equal(['us', 'mx']);
  });
});

describe('idFor', () => {
  it('is made of the words of a title, and free', () => {
    const taken = new Set(['the-strike', 'the-strike-2', 'event']);
    const isTaken = (id: string) => taken.has(id);
    expect(idFor('The strike!', isTaken)).to.equal('the-strike-3');
    expect(idFor('Año 1985', isTaken)).to.equal('año-1985');
    expect(idFor('…', isTaken)).to.equal('event-2');
  });
});
