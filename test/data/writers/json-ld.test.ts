import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseTimeline } from '../../../src/data/parse-timeline.js';
import type { TimelineEvent } from '../../../src/data/timeline-event.js';
import { undatedInJsonLd, writeJsonLd } from '../../../src/data/writers/json-ld.js';
import { writeEdtf } from '../../../src/time/write-edtf.js';
import { documentOf, edtf, few, word } from './documents.js';

const records = fc.array(
  fc.record(
    {
      id: fc.uuid(),
      title: word.map(text => text.replace(/[<&]/g, 'x')), // names are read as HTML
      date: edtf,
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
        {
          '@type': 'Event',
          '@id': 'c',
          name: 'C',
          startDate: '2025-09-02',
          temporalCoverage: '2025-09-02/..',
        },
        { '@type': 'Event', '@id': 'd', name: 'D' },
      ],
    });
  });

  it('says in ISO 8601 what that can say of a date, and in EDTF what else there is', () => {
    const table: readonly [date: string, start?: string, end?: string, coverage?: string][] = [
      ['1990', '1990'],
      ['1914-07-28/1918-11-11', '1914-07-28', '1918-11-11'],
      ['2025-11-17T20:30Z', '2025-11-17T20:30Z'],
      ['44 BCE', '-0043'],
      ['1990~', '1990', undefined, '1990~'],
      ['1985/', '1985', undefined, '1985/'],
      ['../1300', undefined, '1300', '../1300'],
      ['199X', undefined, undefined, '199X'],
      ['2010-21', undefined, undefined, '2010-21'],
      ['[1667,1668]', undefined, undefined, '[1667,1668]'],
      ['some day', undefined, undefined, 'some day'],
      ['unknown'],
    ];
    const document = documentOf(table.map(([date]) => ({ date, title: 'A' })));
    const [...nodes] = writeJsonLd(document)['@graph'] as Record<string, unknown>[];
    expect(nodes.map(node => [node.startDate, node.endDate, node.temporalCoverage])).to.eql(
      table.map(([, start, end, coverage]) => [start, end, coverage]),
    );
    expect(undatedInJsonLd(document)).to.equal(5);
  });

  it('keeps what is known of the document, and the links', async () => {
    const about = {
      title: 'T',
      summary: 'S',
      lang: 'de',
      credit: 'C',
      license: 'L',
      updated: '2025',
      version: '1',
      timeZone: 'Europe/Vienna',
    };
    for (const links of [['a'], ['a', { to: 'b', rel: 'causes', label: 'so' }]]) {
      const events = ['a', 'b', 'c'].map(id => ({
        id,
        title: id,
        date: '2025',
        ...(id === 'c' && { links }),
      }));
      const document = documentOf({ ...about, asOf: '2025-11', events });
      const text = JSON.stringify(writeJsonLd(document));
      const { document: again, issues } = await parseTimeline(text, { format: 'json-ld' });
      expect(again).to.include(about);
      expect([again.asOf?.source, issues]).to.eql(['2025-11', []]);
      expect(again.events.map(event => event.links)).to.eql(document.events.map(event => event.links));
    }
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

  it('hands on no address that a page would not follow', () => {
    const bad = ['javascript:alert(1)', 'JaVaScript:x', 'file:///etc/passwd', 'data:text/html,x'];
    const good = ['https://a.example/1', 'http://b.example/2', 'mailto:c@d.example'];
    for (const url of [...bad, ...good]) {
      const event = {
        title: 'A',
        date: '2020',
        url,
        sources: [{ title: 'S', url }],
        media: [{ src: url, type: 'image' }],
      };
      const text = JSON.stringify(writeJsonLd(documentOf([event])));
      const uses = text.split(url).length - 1;
      expect(uses, url).to.equal(bad.includes(url) ? 0 : url.startsWith('mailto:') ? 2 : 3);
    }
  });
});
