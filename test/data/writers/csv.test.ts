import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseTimeline } from '../../../src/data/parse-timeline.js';
import type { TimelineDocument } from '../../../src/data/timeline-event.js';
import { writeCsv } from '../../../src/data/writers/csv.js';
import { writeEdtf } from '../../../src/time/write-edtf.js';
import { documentOf, edtf, few, phrase } from './documents.js';

const seed = 4180;

const cell = phrase.map(text => text.trim());
const plain = fc.string({ unit: fc.constantFrom(...'abcÄß😀'), minLength: 1, maxLength: 9 });
const records = fc.array(
  fc.record(
    {
      id: fc.uuid(),
      title: cell,
      date: edtf,
      summary: cell,
      place: cell,
      status: fc.constantFrom('alleged', 'confirmed'),
      url: fc.webUrl(),
      tags: few(plain),
      people: few(plain),
      lane: fc.constantFrom('x', 'y'),
      color: fc.constantFrom('3', 'teal'),
      kind: fc.constant('era'),
    },
    { requiredKeys: ['id', 'title', 'date'] },
  ),
  { minLength: 3, maxLength: 8 },
);

/** What a table says of its events; lanes by their titles. */
const shown = ({ lanes, events }: TimelineDocument) =>
  events.map(
    ({ id, title, span, summary, place, status, url, tags, people, lanes: [lane], color, kind }) => ({
      id,
      title,
      summary,
      place,
      status,
      url,
      tags,
      people,
      color,
      kind,
      date: span && writeEdtf(span),
      lane: lanes.find(other => other.id === lane)!.title,
    }),
  );

describe('writeCsv(document)', () => {
  it('reads back to the same events', async () => {
    await fc.assert(
      fc.asyncProperty(records, async events => {
        const document = documentOf({ lanes: [{ id: 'x', title: 'Lane X' }], events });
        const { document: again } = await parseTimeline(writeCsv(document), { format: 'csv' });
        expect(shown(again)).to.eql(shown(document));
      }),
      { seed, numRuns: 60 },
    );
  });

  it('has the columns that are used, quotes where it must, and changes no text', () => {
    const document = documentOf([
      { id: 'a', title: '=1+1', date: '2020', tags: ['x', 'y'] },
      { id: 'b', title: 'say "so", or\nnot', date: 'some day' },
    ]);
    expect(writeCsv(document)).to.equal(
      'id,title,date,tags\r\na,=1+1,2020,x; y\r\nb,"say ""so"", or\nnot",some day,\r\n',
    );
  });
});
