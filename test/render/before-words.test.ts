import { expect } from '@open-wc/testing';
import { languageFor } from '../../src/language/language.js';
import { beforeWords } from '../../src/render/before-words.js';
import { fromCivil } from '../../src/time/civil.js';

const language = languageFor('en-GB');

describe('beforeWords(at, precision, language)', () => {
  it('has three digits of deep time, rounded so that what is before it still is', () => {
    const before = (year: number) => beforeWords(fromCivil({ year }), 'year', language);
    expect(before(-68_640_081)).to.equal('68.6 million years ago');
    expect(before(-13_812_345_678)).to.equal('13.8 billion years ago');
    expect(before(-68_640)).to.equal('68,641 BCE');
    expect(before(1914)).to.equal('1914');
  });
});
