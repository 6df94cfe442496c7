import { expect } from '@open-wc/testing';
import { failureText, type LoadFailure } from '../../src/controllers/load-failure.js';

const url = 'https://a.example/story.json';
const textOf = (failure: Omit<LoadFailure, 'url'>) => failureText({ url, ...failure });

describe('why a load has failed', () => {
  it('is said with the address and a remedy', () => {
    for (const [failure, words, remedy] of [
      [{ kind: 'url' }, 'not an http or https address', '; check the address'],
      [{ kind: 'network' }, 'no answer', '; check the address'],
      [{ kind: 'http', status: 404 }, 'status 404', '; check the address'],
      [{ kind: 'http', status: 503 }, 'status 503', '; check the address'],
      [{ kind: 'timeout' }, 'no answer in time', '; check the address'],
      [{ kind: 'size' }, 'more data than "max-bytes" allows', ''],
      [{ kind: 'type', contentType: 'image/png' }, 'image/png instead of data', '; check the address'],
      [
        { kind: 'type', isPage: true, contentType: 'text/html' },
        'a web page instead of data',
        '; check the address',
      ],
      [
        { kind: 'type', isPage: true, contentType: 'a/b' },
        'a web page instead of data',
        '; check the address',
      ],
    ] as const) {
      const text = textOf(failure);
      expect(text.startsWith(`src: not loaded: ${words}`), text).to.equal(true);
      expect(text, words).to.include(`: "${url}"${remedy}`);
    }
    expect(textOf({ kind: 'cancelled' })).to.equal(`src: not loaded: cancelled: "${url}"`);
  });
});
