import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseJsonInSlices } from '../../../src/data/formats/json-slices.js';
import { finish } from '../../../src/data/work.js';

/** A value of JSON as it may be written: objects as lists of entries, since names may be repeated. */
type Written =
  null | number | string | readonly Written[] | { readonly entries: readonly [string, Written][] };

const written = fc.letrec<{ value: Written }>(tie => ({
  value: fc.oneof(
    { depthSize: 'large', maxDepth: 5 },
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    fc.constantFrom('"', '\\"', ',"', '[', ']},{', '\u0000', null),
    fc.array(tie('value'), { maxLength: 8 }),
    fc.record({
      entries: fc.array(fc.tuple(fc.constantFrom('a', 'b', '__proto__', '"', '\\', '1', '0'), tie('value')), {
        maxLength: 5,
      }),
    }),
  ),
})).value;

function write(value: Written, space: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const glue = `${space},${space}`;
  if (Array.isArray(value)) return `[${value.map(inner => write(inner as Written, space)).join(glue)}]`;
  const { entries } = value as Exclude<typeof value, readonly Written[]>;
  return `{${entries.map(([name, inner]) => `${JSON.stringify(name)}:${space}${write(inner, space)}`).join(glue)}}`;
}

/** Whether two values have the same own properties in the same order, and the same prototypes. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b) || typeof a !== 'object' || typeof b !== 'object' || !a || !b) return Object.is(a, b);
  const [names, others] = [Object.getOwnPropertyNames(a), Object.getOwnPropertyNames(b)];
  return (
    Object.getPrototypeOf(a) === Object.getPrototypeOf(b) &&
    names.join('\0') === others.join('\0') &&
    names.every(name =>
      same(Object.getOwnPropertyDescriptor(a, name)!.value, Object.getOwnPropertyDescriptor(b, name)!.value),
    )
  );
}

const outcome = (read: () => unknown): { value?: unknown; refused?: true } => {
  try {
    return { value: read() };
  } catch (error) {
    expect(error).to.be.instanceOf(SyntaxError);
    return { refused: true };
  }
};

describe('parseJsonInSlices(text)', () => {
  const damage = fc.option(
    fc.tuple(
      fc.nat(),
      fc.nat({ max: 3 }),
      fc.constantFrom('', ',', ',,', '"', '{', ']', '[', '}', '\\', 'x'),
    ),
  );

  it('returns what JSON.parse does, and refuses what it refuses, however small the slices', () => {
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(
        written,
        fc.constantFrom('', ' ', '\n'),
        fc.integer({ min: 1, max: 30 }),
        damage,
        (value, space, slice, hurt) => {
          let text = write(value, space);
          const at = (hurt?.[0] ?? 0) % (text.length + 1);
          if (hurt) text = text.slice(0, at) + hurt[2] + text.slice(at + hurt[1]);
          const expected = outcome(() => JSON.parse(text) as unknown);
          const found = outcome(() => finish(parseJsonInSlices(text, slice)));
          seen[expected.refused ? 'refused' : 'read']++;
          expect(found.refused, text).to.equal(expected.refused);
          expect(same(found.value, expected.value), text).to.equal(true);
        },
      ),
      { seed: 2025, numRuns: 4000 },
    );
    expect(Math.min(seen.read, seen.refused)).to.be.greaterThan(1000);
  });

  it('rests often while it reads a long list at the top, in a field, or in a field of one', () => {
    const list = Array.from({ length: 5000 }, (_, i) => ({ title: `Event ${i}`, tags: ['a', 'b'] }));
    for (const value of [
      list,
      { title: 'T', events: list, end: 1 },
      { head: {}, results: { bindings: list } },
    ]) {
      const text = JSON.stringify(value);
      const work = parseJsonInSlices(text);
      const shares: number[] = [];
      let step = work.next();
      for (; !step.done; step = work.next()) shares.push(step.value);
      expect(step.value).to.deep.equal(value);
      expect(shares.length).to.be.within(text.length / 70_000 - 2, text.length / 50_000);
      expect(shares).to.deep.equal([...shares].sort((a, b) => a - b));
      expect(shares.every(share => share > 0 && share < 1)).to.equal(true);
    }
  });
});
