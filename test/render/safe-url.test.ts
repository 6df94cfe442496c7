import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { safeUrl } from '../../src/render/safe-url.js';
import { BAD_ADDRESSES } from './hostile-texts.js';

const BASE = 'https://base.example/folder/page';

/** Anything, and what schemes are made of and hidden with. */
const address = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'javascript',
        'java',
        'script',
        'data',
        'https',
        'mailto',
        'blob',
        ':',
        '/',
        '//',
        '\\',
        '\t',
        '\n',
        '\r',
        ' ',
        '\0',
        '\u200b',
        '&colon;',
        '%3a',
        ',',
      ),
      { maxLength: 7 },
    )
    .map(parts => parts.join('')),
);

describe('safeUrl(text, base, kind)', () => {
  it('lets nothing through whose protocol is not on the list, wherever it is clicked', () => {
    const anchor = document.createElement('a');
    fc.assert(
      fc.property(address, fc.constantFrom('link' as const, 'image' as const), (text, kind) => {
        const url = safeUrl(text, BASE, kind);
        if (url === null) return;
        // As the engine itself reads what stands in an attribute.
        anchor.setAttribute('href', url);
        const allowed = kind === 'link' ? ['http:', 'https:', 'mailto:'] : ['http:', 'https:'];
        expect(allowed, JSON.stringify(text)).to.include(anchor.protocol);
      }),
      { seed: 5, numRuns: 3000 },
    );
  });

  it('refuses forty addresses that browsers have run or opened, and keeps the good ones', () => {
    expect(BAD_ADDRESSES.length).to.be.at.least(40);
    for (const text of BAD_ADDRESSES.filter(text => text.trim())) {
      expect(safeUrl(text, BASE, 'link'), text).to.equal(null);
      expect(safeUrl(text, BASE, 'image'), text).to.equal(null);
    }
    for (const [text, url] of [
      ['https://example.org/a b', 'https://example.org/a%20b'],
      ['//example.org', 'https://example.org/'],
      ['../other#part', 'https://base.example/other#part'],
      ['HTTP://EXAMPLE.org', 'http://example.org/'],
    ] as const)
      expect(safeUrl(text, BASE, 'link')).to.equal(url);
    expect(safeUrl('mailto:a@example.org', BASE, 'link')).to.equal('mailto:a@example.org');
    expect(safeUrl('mailto:a@example.org', BASE, 'image')).to.equal(null);
  });
});
