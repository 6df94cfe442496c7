import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseTimeline } from '../../../src/data/parse-timeline.js';
import type { TimelineEvent } from '../../../src/data/timeline-event.js';
import { writeJsonLd } from '../../../src/data/writers/json-ld.js';
import { writeEdtf } from '../../../src/time/write-edtf.js';
import { day, documentOf, few, word, year } from './documents.js';

const records = fc.array(
  fc.record(
    {
      id: fc.uuid(),
      title: word.map(text => text.replace(/[<&]/g, 'x')), // names are read as HTML
      date: fc.oneof(day, year),
      place: word,
      people: few(word),
      status: fc.constantFrom('alleged', 'refuted'),
      lane: fc.constantFrom('x', 'y'),
    },
    { requiredKeys: ['id', 'title', 'date'] },
  ),
  { minLength: 1, maxLength: 5 },
);

const shown = ({ id, title, span, place, people, status, lanes }: TimelineEvent) => ({
  id,
  title,
  date: writeEdtf(span!),
  place,
  people,
  status,
  lanes,
});

describe('writeJsonLd(document)', () => {
  it('says it in the words of schema.org', () => {
    const document = documentOf({
      title: 'T',
      lang: 'en',
      lanes: [{ id: 'x', title: 'Lane' }],
      events: [
        {
          id: 'a',
          title: 'A',
          start: '2025-01-01',
          end: '2025-01-03',
          place: 'Here',
          people: ['Ada'],
          tags: ['t'],
          lane: 'x',
          status: 'alleged',
          sources: [{ title: 'S', url: 'https://example.org', publisher: 'P', date: '2025' }],
          media: [{ src: 'https://example.org/a.png' }],
        },
        { id: 'has space', title: 'B', date: '2025-08', end: undefined },
        { id: 'c', title: 'C', date: '2025-09-02/..' },
        { id: 'd', title: 'D' },
      ],
    });
    expect(writeJsonLd(document)).to.eql({
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'CreativeWork', name: 'T', inLanguage: 'en' },
        {
          '@type': 'Event',
          '@id': 'a',
          name: 'A',
          startDate: '2025-01-01',
          endDate: '2025-01-03',
          location: { '@type': 'Place', name: 'Here' },
          attendee: [{ '@type': 'Person', name: 'Ada' }],
          keywords: ['t'],
          image: ['https://example.org/a.png'],
          citation: [
            {
              '@type': 'CreativeWork',
              name: 'S',
              url: 'https://example.org',
              publisher: { '@type': 'Organization', name: 'P' },
              datePublished: '2025',
            },
          ],
          lane: ['Lane'],
          status: 'alleged',
        },
        { '@type': 'Event', identifier: 'has space', name: 'B', startDate: '2025-08' },
        { '@type': 'Event', '@id': 'c', name: 'C', startDate: '2025-09-02' },
        { '@type': 'Event', '@id': 'd', name: 'D' },
      ],
    });
  });

  it('reads back to the same events, as far as schema.org goes', async () => {
    await fc.assert(
      fc.asyncProperty(records, async events => {
        const document = documentOf(events);
        const text = JSON.stringify(writeJsonLd(document));
        const { document: again } = await parseTimeline(text, { format: 'json-ld' });
        expect(again.events.map(shown)).to.eql(document.events.map(shown));
      }),
      { seed: 4180, numRuns: 50 },
    );
  });
});
