import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { viewText } from '../../src/scale/view-text.js';
import { fromCivil } from '../../src/time/civil.js';
import { parseDate } from '../../src/time/parse-date.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';

const year = (n: number): number => fromCivil({ year: n });

function readBack(text: string | null): TimeSpan {
  const date = parseDate(text!);
  if (!date.ok) throw new Error(`${text}: ${date.issue.message}`);
  return date.value;
}

describe('viewText(view, width)', () => {
  for (const [text, view] of [
    ['1914/1918', { start: year(1914), end: year(1919) }],
    ['2025-08/2025-11', { start: Date.UTC(2025, 7), end: Date.UTC(2025, 11) }],
    ['2025/2025-03-04', { start: Date.UTC(2025, 0), end: Date.UTC(2025, 2, 5) }],
    [
      '2025-03-04T10:30/2025-03-04T11:00',
      { start: Date.UTC(2025, 2, 4, 10, 30), end: Date.UTC(2025, 2, 4, 11) },
    ],
    ['-0043/0014', { start: year(-43), end: year(15) }],
    ['Y-13800000000/2025', { start: year(-13_800_000_000), end: year(2026) }],
  ] as const)
    it(`names what an author would: ${text}`, () => {
      expect(viewText(view, 1000)).to.equal(text);
    });

  it('is read back as the same view within a px, as far as EDTF goes', () => {
    const view = fc
      .record({
        start: fc.oneof(
          fc.double({ min: -6e13, max: 4e12, noNaN: true }),
          fc.double({ min: -3e16, max: 3e16, noNaN: true }),
        ),
        octave: fc.double({ min: Math.log2(2000), max: 55, noNaN: true }),
      })
      .map(({ start, octave }) => ({ start, end: start + 2 ** octave }));
    fc.assert(
      fc.property(view, fc.integer({ min: 200, max: 2000 }), ({ start, end }, width) => {
        const text = viewText({ start, end }, width);
        // Years alone are told beyond a million of them.
        if (text === null || Math.max(-start, end) > 3.1e16) return;
        const span = readBack(text);
        const px = (end - start) / width;
        expect(Math.abs(span.start - start), text).to.be.at.most(px);
        expect(Math.abs(span.end - end), text).to.be.at.most(px);
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  it('says nothing where nothing that can be said leads there', () => {
    expect(viewText({ start: year(5_000_000), end: year(5_000_000) + 864e5 }, 1000)).to.equal(null);
  });
});
