import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseQuery } from '../../src/index/query.js';

const told = (text: string): string[] =>
  parseQuery(text).terms.map(term =>
    [
      term.negated ? 'not' : '',
      term.kind === 'time' ? term.relation : (term.field ?? ''),
      term.kind === 'time'
        ? [term.span.start, term.span.end].map(at => new Date(at).toISOString().slice(0, 10)).join('/')
        : term.needle,
    ].join('|'),
  );

describe('parseQuery(text)', () => {
  it('parts words, phrases, fields and what is not wanted', () => {
    expect(told('Memo "the Order" place:Texcoco -people:"Ana Ruiz" -draft')).to.deep.equal([
      '|| memo',
      '|| the order ',
      '|place| texcoco',
      'not|people| ana ruiz ',
      'not|| draft',
    ]);
  });
  it('reads dates in whatever spelling we can read, as far as they reach', () => {
    expect(told('before:2025-10 after:1914 on:"2 Oct 2025" -during:1914/1918')).to.deep.equal([
      '|before|2025-10-01/2025-11-01',
      '|after|1914-01-01/1915-01-01',
      '|during|2025-10-02/2025-10-03',
      'not|during|1914-01-01/1919-01-01',
    ]);
  });
  it('looks for a date that it can’t read as text, and says which', () => {
    const { terms, unread } = parseQuery('memo before:soon');
    expect(unread).to.deep.equal(['before:soon']);
    expect(terms.map(term => term.kind === 'words' && term.needle)).to.deep.equal([' memo', ' before soon']);
  });
  it('waits for what is still being typed', () => {
    expect(told('memo title:')).to.deep.equal(['|| memo']);
    expect(told('"the mem')).to.deep.equal(['|| the mem']);
    expect(told('- " ” …')).to.deep.equal([]);
  });
  it('takes any quotation marks, hyphens within words, and colons of no field', () => {
    expect(told('„die Straße“ re-read 12:30')).to.deep.equal(['|| die strasse ', '|| re read', '|| 12 30']);
  });
  it('never throws, and loses no word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), text => {
        expect(() => parseQuery(text)).to.not.throw();
      }),
      { seed: 5, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,6}$/), { maxLength: 6 }), words => {
        expect(told(words.join(' '))).to.deep.equal(words.map(word => `|| ${word}`));
      }),
      { seed: 6, numRuns: 100 },
    );
  });
});
