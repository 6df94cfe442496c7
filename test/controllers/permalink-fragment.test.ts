import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readFragment, withoutPrefix, writeFragment } from '../../src/controllers/permalink-fragment.js';
import type { PermalinkState } from '../../src/controllers/permalink-state.js';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const state: fc.Arbitrary<PermalinkState> = fc.record(
  { sel: text, view: text, layout: text, query: text, filter: text, scale: text },
  { requiredKeys: [] },
);
/** As a browser gives it: what others keep. */
const foreign = fc
  .oneof(
    fc.constantFrom(
      '',
      'section',
      'a=b',
      'a=b&c',
      '/route',
      '/route?x=y',
      '!/a/b',
      '/route?',
      '?x',
      'a&&b',
      'xp.sel=1',
      '&',
    ),
    fc.webFragments(),
  )
  .filter(fragment => !/(^|[?&])[pq]\./.test(fragment));

describe('permalink fragments', () => {
  it('hold what was written, and give what others keep back as it was', () => {
    fc.assert(
      fc.property(foreign, state, state, (others, mine, next) => {
        const written = writeFragment(others, 'p', mine);
        expect(readFragment(written, 'p')).to.eql(mine);
        expect(withoutPrefix(written, 'p')).to.equal(others);
        expect(writeFragment(written, 'p', next)).to.equal(writeFragment(others, 'p', next));
      }),
      { seed: 7, numRuns: 1000 },
    );
  });

  it('hold several prefixes, in whatever order they are written and taken away', () => {
    fc.assert(
      fc.property(foreign, state, state, (others, p, q) => {
        const both = writeFragment(writeFragment(others, 'p', p), 'q', q);
        expect([readFragment(both, 'p'), readFragment(both, 'q')]).to.eql([p, q]);
        expect(withoutPrefix(both, 'p')).to.equal(writeFragment(others, 'q', q));
        expect(withoutPrefix(withoutPrefix(both, 'p'), 'q')).to.equal(others);
        expect(withoutPrefix(withoutPrefix(both, 'q'), 'p')).to.equal(others);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  it('survive the URL', () => {
    fc.assert(
      fc.property(state, mine => {
        const url = new URL('https://example.org/');
        url.hash = writeFragment('', 'p', mine);
        expect(readFragment(url.hash.slice(1), 'p')).to.eql(mine);
      }),
      { seed: 9 },
    );
  });

  it('are never longer than is sane', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 5000, size: 'max' }),
        fc.string({ maxLength: 5000, size: 'max' }),
        (sel, view) => {
          expect(writeFragment('', 'p', { sel, view }).length).to.be.at.most(2000);
        },
      ),
      { seed: 10, numRuns: 50 },
    );
    expect(readFragment(`p.sel=${'x'.repeat(100_000)}`, 'p')).to.eql({});
  });

  it('take what can’t be decoded for nothing', () => {
    expect(readFragment('p.sel=%E0%A4%A&p.view=2025', 'p')).to.eql({ view: '2025' });
  });
});
