import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { isSafeAddress } from '../../src/data/safe-address.js';

const text = fc
  .array(
    fc.constantFrom(
      'javascript',
      'JAVA',
      'script',
      'https',
      'mailto',
      'file',
      'data',
      ':',
      '//',
      '/',
      'a.example',
      '\t',
      '\n',
      ' ',
      '\0',
      '+',
      '1',
      '#',
      '?',
      'é',
    ),
    { maxLength: 6 },
  )
  .map(parts => parts.join(''));

describe('isSafeAddress(text, kind)', () => {
  it('decides as a page does that resolves the address', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('link' as const, 'image' as const), (address, kind) => {
        let protocol: string;
        try {
          ({ protocol } = new URL(address, 'https://base.example/'));
        } catch {
          // What is no address leads nowhere.
          return;
        }
        const allowed = kind === 'link' ? ['http:', 'https:', 'mailto:'] : ['http:', 'https:'];
        expect(isSafeAddress(address, kind), JSON.stringify(address)).to.equal(allowed.includes(protocol));
      }),
      { seed: 13, numRuns: 3000 },
    );
  });
});
