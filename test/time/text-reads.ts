type Method = (this: unknown, ...given: unknown[]) => unknown;

export interface TextReads {
  /** How many calls there were of what reads texts. */
  readonly calls: number;
  /** The names of those that were given a text beyond the limit, and did not just take a short piece of it. */
  readonly long: readonly string[];
}

/** What is no reading of a text. */
const NOT_READING = new Set<string | symbol>(['constructor', 'toString', 'valueOf']);
/** What takes a piece of a text, and reads no more than that. */
const PIECES = new Set<string | symbol>(['slice', 'substring', 'substr']);

/**
 * Counts how texts are read while something runs, in place of the time that takes: methods of strings and of regular expressions,
 * numbers made of texts, and what JSON writes.
 */
export function textReads(limit: number, run: () => void): TextReads {
  let calls = 0;
  const long: string[] = [];
  const undo: (() => void)[] = [];
  const isLong = (value: unknown): boolean => typeof value === 'string' && value.length > limit;
  const watch = (owner: object, names: readonly (string | symbol)[], isRead: typeof reads): void => {
    for (const name of names) {
      const property = Object.getOwnPropertyDescriptor(owner, name)!;
      if (NOT_READING.has(name) || typeof property.value !== 'function') continue;
      const value = new Proxy(property.value as Method, {
        apply(method, self: unknown, given: unknown[]) {
          calls++;
          const result = Reflect.apply(method, self, given);
          if (isRead(name, self, given, result)) long.push(String(name));
          return result;
        },
      });
      Object.defineProperty(owner, name, { ...property, value });
      undo.push(() => Object.defineProperty(owner, name, property));
    }
  };
  const reads = (name: string | symbol, self: unknown, given: unknown[], result: unknown): boolean =>
    PIECES.has(name) ? isLong(result) : isLong(self) || given.some(isLong);
  watch(String.prototype, Reflect.ownKeys(String.prototype), reads);
  watch(RegExp.prototype, ['exec', 'test', ...symbolsOf(RegExp.prototype)], reads);
  watch(globalThis, ['Number', 'BigInt', 'parseInt', 'parseFloat'], reads);
  // A sign may take six where it is written as its code.
  watch(JSON, ['stringify'], (_name, _self, _given, result) => String(result).length > 6 * limit);
  try {
    run();
  } finally {
    for (const put of undo.reverse()) put();
  }
  return { calls, long };
}

const symbolsOf = (owner: object): symbol[] =>
  Object.getOwnPropertySymbols(owner).filter(
    symbol => symbol !== (Symbol.toStringTag as symbol) && symbol !== (Symbol.species as symbol),
  );
