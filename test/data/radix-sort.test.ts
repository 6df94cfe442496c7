import { expect } from '@open-wc/testing';
import { radixOrder } from '../../src/data/radix-sort.js';
import { finish } from '../../src/data/work.js';
import { seeded } from '../layout/sample.js';

describe('radixOrder(numbers)', () => {
  /** What numbers are multiples of: of days, seconds and milliseconds the steps are counted; parts of them and what reaches farther are compared. */
  const UNITS = [864e5, 1000, 1, 0.25, 1e13];

  it('is that of a stable sort, of few and of many, before 1970 and without end', () => {
    for (const length of [0, 1, 2, 60, 511, 512, 3000])
      for (const [seed, unit] of UNITS.entries()) {
        const random = seeded(seed + 1);
        const some = [-Infinity, Infinity, -unit, 0, unit, -6e5 * unit, 6e5 * unit];
        const numbers = Float64Array.from({ length }, () =>
          random() < 0.2
            ? some[Math.floor(random() * some.length)]!
            : Math.round((random() - 0.5) * 1e6) * unit,
        );
        expect([...finish(radixOrder(numbers))], `${length} times ${unit}`).to.eql(sortedPlaces(numbers));
      }
  });

  it('tells apart what differs by a millisecond among days that reach far, and what is open from all else', () => {
    const far = 2 ** 32 * 864e5;
    const among = (...some: number[]): Float64Array =>
      Float64Array.from({ length: 600 }, (_, i) => some[(i * 7) % some.length]!);
    for (const numbers of [
      among(far, far + 1, 0, far - 1),
      among(far / 2, far / 2 + 1, -far / 2, 0),
      among(9e15, 9e15 + 1, -9e15),
      among(1e20, 1e20 + 16384, 0),
      among(Infinity, -Infinity),
      among(Infinity, 5, -Infinity, -5),
    ])
      expect([...finish(radixOrder(numbers))], `${numbers.slice(0, 4).join()}`).to.eql(sortedPlaces(numbers));
  });
});

/** What a stable comparison makes of the places of some numbers. */
const sortedPlaces = (numbers: Float64Array): number[] =>
  Array.from(numbers.keys()).sort((a, b) =>
    numbers[a]! < numbers[b]! ? -1 : numbers[a]! > numbers[b]! ? 1 : a - b,
  );
