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
export function readShape(shape: Shape, value: unknown, log: IssueLog): unknown {
  switch (shape.is) {
    case 'date':
      return value;
    case 'text':
      if (typeof value !== 'string') break;
      if (!shape.pattern || shape.pattern.test(value)) return value;
      return log.add('invalid-value', 'invalid value', value, expected(shape));
    case 'name':
      if (typeof value !== 'string' && !Number.isFinite(value)) break;
      return value;
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

/** Is told of each name of an object that is that of no field. */
export interface NameListener {
  meet(name: string): void;
}

/**
 * Whether an object fits the shape as it stands, so that reading it would find nothing wrong and leave nothing out. Makes
 * no objects: most records are sound, and there may be a million. An object of a class or a proxy counts as unsound.
 */
export function isSound(shape: ObjectShape, entry: Entry, unknown: NameListener | null = null): boolean {
  if (!isPlain(entry)) return false;
  const { byName } = shape;
  for (const key in entry) {
    const field = byName.get(key);
    if (field === undefined) {
      unknown?.meet(key);
      continue;
    }
    const value = entry[key];
    if (typeof value === 'string' && field.takesText) continue;
    if (value !== null && value !== undefined && !fits(field.shape, value)) return false;
  }
  return true;
}

/** Whether an object has no code of its own, as far as its prototype tells. */
export function isPlain(entry: Entry): boolean {
  const prototype: unknown = Object.getPrototypeOf(entry);
  return prototype === Object.prototype || prototype === null;
}

function fits(shape: Shape, value: unknown): boolean {
  switch (shape.is) {
    case 'text':
      return typeof value === 'string' && (shape.pattern === undefined || shape.pattern.test(value));
    case 'date':
      return true;
    case 'name':
      return typeof value === 'string' || Number.isFinite(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
      return typeof value === 'number' && value >= shape.min && value <= shape.max;
    case 'choice':
      return typeof value === 'string' && shape.of.includes(value);
    case 'text-or':
      return typeof value === 'string' || fits(shape.other, value);
    case 'list':
      if (!Array.isArray(value)) return false;
      for (let i = 0; i < value.length; i++) if (!fits(shape.of, value[i])) return false;
      return true;
    case 'object':
      return (
        isEntry(value) &&
        isSound(shape, value) &&
        shape.required.every(key => value[key] !== undefined && value[key] !== null)
      );
  }
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
