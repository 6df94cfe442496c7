import { expect } from '@open-wc/testing';
import { CSV_ROOM } from '../../../src/data/writers/csv.js';
import { ICS_ROOM } from '../../../src/data/writers/ics.js';
import { JSON_LD_ROOM } from '../../../src/data/writers/json-ld.js';
import { lossesOf } from '../../../src/data/writers/losses.js';
import { documentOf } from './documents.js';

const full = documentOf({
  title: 'T',
  summary: 'S',
  lang: 'de',
  credit: 'C',
  license: 'L',
  updated: '2025',
  version: '1',
  timeZone: 'Europe/Vienna',
  asOf: '2025',
  lanes: [{ id: 'x', color: '2' }],
  events: [
    { id: 'a', date: '2025', title: 'A' },
    {
      date: '2025-08',
      title: 'B',
      short: 'b',
      summary: 'S',
      lane: 'x',
      kind: 'era',
      status: 'alleged',
      tags: ['t'],
      people: ['P'],
      place: 'Here',
      importance: 1,
      sources: [{ title: 'S', url: 'https://example.org', publisher: 'P' }],
      media: [
        { src: 'https://example.org/a.png', alt: 'x' },
        { type: 'video', src: 'https://example.org/a.mp4' },
      ],
      links: ['a'],
      url: 'https://example.org',
      color: 'red',
      history: [{ date: '2025', note: 'n' }],
    },
    { date: '2025', title: 'C', color: '3', links: ['a'] },
    { date: '1066-10-14', calendar: 'julian', title: 'D' },
  ],
});

describe('lossesOf(document, room)', () => {
  it('says what each format has no place for', () => {
    expect(lossesOf(full, CSV_ROOM)).to.eql([
      'title, summary, lang, credit, license, updated, version, timeZone, asOf, details of lanes of the document',
      'details of sources of 1 event',
      'details of media of 1 event',
      'links of 2 events',
      'history of 1 event',
    ]);
    expect(lossesOf(full, JSON_LD_ROOM)).to.eql([
      'details of lanes of the document',
      'calendar of 1 event',
      'importance of 1 event',
      'films and sounds of 1 event',
      'details of media of 1 event',
      'named color of 1 event',
      'color of 1 event',
      'history of 1 event',
    ]);
    expect(lossesOf(full, ICS_ROOM)).to.eql([
      'lang, credit, license, updated, version, asOf, details of lanes of the document',
      'short of 1 event',
      'kind of 1 event',
      'people of 1 event',
      'importance of 1 event',
      'titles of sources of 1 event',
      'details of sources of 1 event',
      'films and sounds of 1 event',
      'details of media of 1 event',
      'links of 2 events',
      'color of 1 event',
      'history of 1 event',
    ]);
  });

  it('says nothing where nothing is lost', () => {
    const plain = documentOf([{ date: '2025', title: 'A' }]);
    for (const room of [CSV_ROOM, ICS_ROOM, JSON_LD_ROOM]) expect(lossesOf(plain, room)).to.eql([]);
  });
});
