import { expect } from '@open-wc/testing';
import { radixOrder } from '../../src/data/radix-sort.js';
import { finish } from '../../src/data/work.js';
import { seeded } from '../layout/sample.js';

describe('radixOrder(numbers)', () => {
  it('is that of a stable sort, of few and of many, before 1970 and without end', () => {
    for (const length of [0, 1, 2, 60, 511, 512, 3000])
      for (const seed of [1, 2, 3]) {
        const random = seeded(seed);
        const some = [-Infinity, Infinity, -1, 0, 1, -6e13, 6e13];
        const numbers = Float64Array.from({ length }, () =>
          random() < 0.2
            ? some[Math.floor(random() * some.length)]!
            : Math.round((random() - 0.5) * 1e6) * 864e5,
        );
        const sorted = Array.from(numbers.keys()).sort((a, b) =>
          numbers[a]! < numbers[b]! ? -1 : numbers[a]! > numbers[b]! ? 1 : a - b,
        );
        expect([...finish(radixOrder(numbers))]).to.eql(sorted);
      }
  });
});
