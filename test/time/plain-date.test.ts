import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseDate } from '../../src/time/parse-date.js';
import {
  isPlainDay,
  isPlainLength,
  plainEnd,
  plainSpan,
  plainStart,
  PLAIN_PRECISIONS,
} from '../../src/time/plain-date.js';

describe('plain dates', () => {
  it('are read as parseDate reads them, and nothing else is', () => {
    const digits = (n: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: n, maxLength: n });
    const part = fc.oneof(
      digits(2),
      fc.constantFrom('00', '01', '02', '12', '13', '21', '28', '29', '30', '31', '32', 'X1', '1X'),
    );
    const year = fc.oneof(
      digits(4),
      fc.constantFrom('0000', '1900', '2000', '2024', '20XX', '+202', ' 202', '١٢٣٤'),
    );
    const text = fc
      .tuple(year, fc.array(part, { maxLength: 2 }), fc.constantFrom('-', '-', '-', '/'))
      .map(([y, parts, by]) => [y, ...parts].join(by));
    let plain = 0;
    fc.assert(
      fc.property(text, date => {
        expect(isPlainDay(date), date).to.equal(/^\d{4}-\d\d-\d\d$/.test(date));
        const { length } = date;
        if (!isPlainLength(length)) return;
        const start = plainStart(`<${date}>`, 1, length);
        const read = parseDate(date);
        const expected = read.ok && /^\d{4}(-[01]\d(-\d\d)?)?$/.test(date);
        expect(!Number.isNaN(start), date).to.equal(expected);
        expect(plainSpan(date)).to.deep.equal(read.ok && expected ? read.value : null);
        if (!read.ok || Number.isNaN(start)) return;
        plain++;
        expect([start, plainEnd(start, `<${date}>`, 1, length)]).to.deep.equal([
          read.value.start,
          read.value.end,
        ]);
        expect(read.value.precision).to.equal(PLAIN_PRECISIONS[length]);
      }),
      { seed: 2025, numRuns: 2000 },
    );
    expect(plain).to.be.above(200);
  });
});
