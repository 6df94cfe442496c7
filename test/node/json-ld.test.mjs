import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import jsonld from 'jsonld';
import { parseTimeline, writeEdtf } from 'timeline-view/core.js';
import { writeJsonLd } from '../../dist/data/writers/json-ld.js';

const SCHEMA = 'https://schema.org/';
/** Of the context of schema.org what its terms have in common: all are its own, and these hold addresses. */
const context = {
  '@context': {
    '@vocab': SCHEMA,
    ...Object.fromEntries(
      ['url', 'image', 'license', 'sameAs', 'contentUrl'].map(term => [term, { '@type': '@id' }]),
    ),
  },
};
const options = {
  base: 'https://example.org/page',
  documentLoader: url => {
    assert.equal(new URL(url).href, SCHEMA, 'no other context is asked for');
    return { contextUrl: null, documentUrl: url, document: context };
  },
};

const read = async (text, format) => (await parseTimeline(text, { format })).document;
const told = ({ events }) =>
  events.map(({ id, title, span, place, people, sources, status, lanes }) => ({
    id,
    title,
    date: span && writeEdtf(span),
    place,
    people,
    sources,
    status,
    lanes,
  }));

describe('what is written as JSON-LD', () => {
  const text = readFileSync(new URL('../../data/us-mexico-2025.json', import.meta.url), 'utf8');

  it('expands: a processor makes events of schema.org of it', async () => {
    const document = await read(text, 'json');
    const nodes = await jsonld.expand(writeJsonLd(document), options);
    const events = nodes.filter(node => node['@type'].includes(`${SCHEMA}Event`));
    assert.deepEqual(
      events.map(node => node[`${SCHEMA}name`][0]['@value']),
      document.events.map(({ title }) => title),
    );
    assert.deepEqual(
      events.map(node => node['@id']),
      document.events.map(({ id }) => `https://example.org/${id}`),
    );
    const dated = document.events.filter(({ span }) => span);
    const datesOf = node => [`startDate`, `temporalCoverage`].flatMap(term => node[SCHEMA + term] ?? []);
    assert.equal(events.filter(node => datesOf(node).length > 0).length, dated.length);
  });

  it('reads back to the same sources, down to who published what when', async () => {
    const document = await read(text, 'json');
    const again = await read(JSON.stringify(writeJsonLd(document)), 'json-ld');
    const sourcesOf = ({ events }) => events.map(({ sources }) => sources);
    assert.deepEqual(sourcesOf(again), sourcesOf(document));
  });

  it('is the same to our reader after a processor has taken it apart and put it together', async () => {
    const written = writeJsonLd(await read(text, 'json'));
    const expanded = await jsonld.expand(written, options);
    const compacted = await jsonld.compact(expanded, 'https://schema.org', options);
    const again = await read(JSON.stringify(compacted), 'json-ld');
    assert.deepEqual(told(again), told(await read(JSON.stringify(written), 'json-ld')));
    assert.ok(again.events.some(({ sources }) => sources.length > 1));
  });
});
