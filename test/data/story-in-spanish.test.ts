import { expect } from '@open-wc/testing';
import { parseTimeline, type DocumentRecord, type EventRecord } from '../../src/core.js';

const load = async (name: string): Promise<DocumentRecord> =>
  (await (await fetch(`/data/${name}.json`)).json()) as DocumentRecord;

/** Fields of documents, lanes and events that are put into another language. */
const TEXTS = new Set(['lang', 'title', 'short', 'summary', 'credit', 'place', 'tags']);

/** All but the texts; what sources are called stays as they call themselves. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || !value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]): [string, unknown] => [
      key,
      TEXTS.has(key) ? 'text' : key === 'sources' ? inner : bare(inner),
    ]),
  );
}

const textsOf = (record: object): string[] =>
  Object.entries(record).flatMap(([key, value]) =>
    TEXTS.has(key) ? [value as string | string[]].flat() : [],
  );

/** The numbers in texts, however their thousands are set apart; of dates in words the days and years. */
const numbers = (texts: readonly string[]): string[] =>
  texts.flatMap(text => text.replace(/(\d)[,\u00a0](?=\d{3})/g, '$1').match(/\d+/g) ?? []).sort();

describe('data/us-mexico-2025.es.json', () => {
  it('agrees with the English story in everything but its texts', async () => {
    const [english, spanish] = [await load('us-mexico-2025'), await load('us-mexico-2025.es')];
    expect(bare(spanish)).to.eql(bare(english));
    expect([english.lang, spanish.lang]).to.eql(['en', 'es']);
  });

  it('says the same of every event, number by number and paragraph by paragraph, in other words', async () => {
    const [english, spanish] = [await load('us-mexico-2025'), await load('us-mexico-2025.es')];
    const paragraphs = ({ summary = '' }: EventRecord): number => (summary as string).split('\n\n').length;
    for (const [i, event] of english.events.entries()) {
      const other = spanish.events[i]!;
      const where = event.id as string;
      expect(paragraphs(other), where).to.equal(paragraphs(event));
      expect(numbers(textsOf(other)), where).to.eql(numbers(textsOf(event)));
      expect(textsOf(other)).to.have.length(textsOf(event).length);
      const same = textsOf(other).filter(text => textsOf(event).includes(text));
      expect(same, where).to.eql([]);
    }
  });

  it('is read without a remark', async () => {
    const { document, issues } = await parseTimeline(JSON.stringify(await load('us-mexico-2025.es')));
    expect(issues).to.eql([]);
    expect(document.lang).to.equal('es');
  });
});
