import { expect } from '@open-wc/testing';
import { languageFor } from '../../src/language/language.js';
import { loadTranslation } from '../../src/language/load-translation.js';
import { durationWords } from '../../src/render/duration-words.js';
import { DAY, HOUR, MINUTE } from '../../src/time/epoch-ms.js';

const words = (length: number, tag = 'en'): string => durationWords(length, languageFor(tag));

describe('a length of time in words', () => {
  it('takes the unit that says it in few figures', () => {
    expect(
      [20_000, 3 * MINUTE, 5 * HOUR, 41 * DAY, 99 * DAY, 400 * DAY, 1200 * DAY].map(n => words(n)),
    ).to.eql(['20 seconds', '3 minutes', '5 hours', '41 days', '99 days', '13 months', '3 years']);
    expect(words(66_123 * 365.2425 * DAY)).to.equal('66,000 years');
  });

  it('tells millions of years shortly, as the language does', async () => {
    await loadTranslation('fr');
    const billions = 9_345_000_000 * 365.2425 * DAY;
    expect(words(66_123_456 * 365.2425 * DAY)).to.equal('66 million years');
    expect(words(billions)).to.equal('9.3 billion years');
    expect(words(billions, 'fr')).to.equal('9,3 milliards d’années');
    expect(words(billions, 'es')).to.equal('9,3 mil millones de años');
    expect(durationWords(billions, languageFor('en'), 'short')).to.equal('9.3\u00a0Ga');
  });

  it('speaks the language', () => {
    expect(words(41 * DAY, 'de')).to.equal('41 Tage');
    expect(words(2 * DAY, 'ar')).to.equal('يومان');
  });
});
