import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { filterText, parseFilterText } from '../../src/index/filter-text.js';

const word = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.string({ unit: fc.constantFrom(...'~:;,a '), maxLength: 6 }),
  fc.constantFrom('__proto__', 'constructor', ''),
);
const filter = fc.dictionary(word, fc.array(word, { maxLength: 3 }), { maxKeys: 4, noNullPrototype: false });

describe('filterText(filter), parseFilterText(text)', () => {
  it('is the same filter again, whatever is in its names and values', () => {
    fc.assert(
      fc.property(filter, wanted => {
        const again = parseFilterText(filterText(wanted));
        expect(Object.entries(again).sort()).to.eql(Object.entries(wanted).sort());
      }),
      { seed: 11, numRuns: 1000 },
    );
  });

  it('is good to read', () => {
    expect(filterText({ status: ['alleged', ''], lane: ['A; B'] })).to.equal('status:alleged,;lane:A~; B');
    expect(filterText({})).to.equal('');
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'~:;,ab'), maxLength: 9 }), text => {
        const read = parseFilterText(text);
        expect(parseFilterText(filterText(read))).to.eql(read);
      }),
      { seed: 12, numRuns: 1000 },
    );
  });
});
