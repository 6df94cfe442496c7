import { expect } from '@open-wc/testing';
import { languageFor } from '../../src/language/language.js';
import { spanWords } from '../../src/render/range-words.js';
import { parseDate } from '../../src/time/parse-date.js';

const language = languageFor('en-GB');

function words(interval: string, calendar?: string): string {
  const result = parseDate(interval);
  if (!result.ok) throw new Error(result.issue.message);
  return spanWords(result.value, { ...language, calendar });
}

describe('spanWords(span, language)', () => {
  it('is as fine as a view of that length can show', () => {
    expect(words('1914/1918')).to.equal('1914–1918');
    expect(words('2025-07-01/2025-11-30')).to.equal('July–November 2025');
    expect(words('2025-07-01/2025-07-20')).to.equal('1–20 July 2025');
    expect(words('2025-07-01T10:00/2025-07-01T15:00')).to.equal('1 July 2025, 10:00 – 15:00');
    expect(words('2025-07-01T10:00/2025-07-01T10:05')).to.equal('1 July 2025, 10:00:00 – 10:05:00');
  });

  it('rounds the years of deep time, and no nearer ones', () => {
    expect(words('Y-66043210/Y-23456789')).to.equal('66 million – 23.5 million years ago');
    expect(words('Y-13812345678/2025')).to.equal('13.8 billion years ago – 2025');
    expect(words('Y-66043210/Y-66012345')).to.equal('66,043,211 BCE – 66,012,346 BCE');
  });

  it('is in the calendar of the language, whatever its precision', () => {
    expect(words('2024-03-20/2025-03-20', 'persian')).to.equal('Farvardin–Esfand 1403 AP');
    expect(words('1979-03-21/2025-03-20', 'persian')).to.equal('1358–1403 AP');
  });
});
