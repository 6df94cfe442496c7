import { didYouMean } from './did-you-mean.js';
import type { IssueLog } from './issue-log.js';
import type { Infer, ObjectShape, Shape } from './shape.js';

/** Any object that is not a list. */
export type Entry = Readonly<Record<string, unknown>>;

/** Whether a value has named fields. */
export const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Returns what of `value` fits the shape, in new frozen objects, or `undefined` if nothing does. What
 * does not fit is left out and becomes an issue; unknown fields are left out silently.
 */
function readShape(shape: Shape, value: unknown, log: IssueLog): unknown {
  switch (shape.is) {
    case 'date':
      return value;
    case 'text':
      if (typeof value !== 'string') break;
      if (!shape.pattern || shape.pattern.test(value)) return value;
      return log.add('invalid-value', 'invalid value', value, expected(shape));
    case 'flag':
      if (typeof value !== 'boolean') break;
      return value;
    case 'number': {
      if (typeof value !== 'number' || !Number.isFinite(value)) break;
      const near = Math.min(Math.max(value, shape.min), shape.max);
      if (near !== value) log.add('invalid-value', 'out of range', value, expected(shape));
      return near;
    }
    case 'choice':
      if (typeof value !== 'string') break;
      if (shape.of.includes(value)) return value;
      return log.add(
        shape.code,
        shape.code.replace('-', ' '),
        value,
        didYouMean(value, shape.of) || expected(shape),
      );
    case 'text-or':
      if (typeof value === 'string') return value;
      if (Array.isArray(value) !== (shape.other.is === 'list') || typeof value !== 'object') break;
      return readShape(shape.other, value, log);
    case 'list':
      if (!Array.isArray(value)) break;
      return readList(value, log, item => readShape(shape.of, item, log));
    case 'object': {
      if (!isEntry(value)) break;
      const fields = fieldsOf(shape, value, log);
      const missing = shape.required.filter(key => fields[key] === undefined);
      for (const key of missing) {
        if (value[key] == null)
          log.add('invalid-type', 'missing', undefined, expected(shape.fields[key]!), key);
      }
      return missing.length ? undefined : Object.freeze(fields);
    }
  }
  return log.add('invalid-type', 'invalid type', value, expected(shape));
}

/** Returns what is not `undefined` of the results of `readItem`, called with the log standing at each item. */
export function readList<T>(
  items: readonly unknown[],
  log: IssueLog,
  readItem: (item: unknown, index: number) => T | undefined,
): readonly T[] {
  const result: T[] = [];
  for (let i = 0; i < items.length; i++) {
    const read = log.within(i, () => readItem(items[i], i));
    if (read !== undefined) result.push(read);
  }
  return Object.freeze(result);
}

/** Returns the known fields of an object that fit; whether required ones are there is not asked. */
export const readFields = fieldsOf as <S extends ObjectShape>(
  shape: S,
  entry: Entry,
  log: IssueLog,
) => Partial<Infer<S, never>>;

function fieldsOf(shape: ObjectShape, entry: Entry, log: IssueLog): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const key in shape.fields) {
    const value = entry[key];
    if (value == null) continue;
    const read = log.within(key, () => readShape(shape.fields[key]!, value, log));
    if (read !== undefined) result[key] = read;
  }
  return result;
}

const expected = ({ accepts }: Shape) => `expected ${accepts}`;
