import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { fold } from '../../src/index/fold.js';
import { hitsIn } from '../../src/index/hits.js';
import { parseQuery } from '../../src/index/query.js';

const told = (text: string, query: string): string[] =>
  hitsIn(text, parseQuery(query)).map(([from, to]) => text.slice(from, to));

describe('hitsIn(text, query)', () => {
  it('says where words begin so, as they are written', () => {
    expect(told('Órdenes: the order, disorder', 'ord')).to.deep.equal(['Órd', 'ord']);
    expect(told('Die Straße', 'strasse')).to.deep.equal(['Straße']);
    expect(told('A memo — “the order”', '"the order"')).to.deep.equal(['the order']);
    expect(told('東京の公開メモ', '公開 メモ')).to.deep.equal(['公開メモ']);
    expect(told('e\u0301te\u0301!', 'ete')).to.deep.equal(['e\u0301te\u0301']);
  });
  it('of fields the word, of dates and of what is not wanted nothing', () => {
    expect(told('A memo of 2025', 'title:memo before:2025 -of')).to.deep.equal(['memo']);
  });
  it('finds what folds to what is looked for, in any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom('a', 'e1', '公', 'ß'),
        (text, word) => {
          for (const [from, to] of hitsIn(`${text} ${word}x`, parseQuery(word)))
            expect(fold(`${text} ${word}x`.slice(from, to)).startsWith(fold(word).slice(0, 1))).to.equal(
              true,
            );
          expect(hitsIn(`${text} ${word}x`, parseQuery(word)).length).to.be.greaterThan(0);
        },
      ),
      { seed: 8, numRuns: 200 },
    );
  });
});
