import { formatValue } from '../language/format-value.js';

/** Which values of which fields are wanted: any of those of a field, of all fields together; `''` is no value. A field without any is not asked for. */
export type Filter = Readonly<Record<string, readonly string[]>>;

/** Returns the values that are wanted of a field, which may be called `constructor`. */
export const wantedOf = (filter: Filter, field: string): readonly string[] =>
  Object.hasOwn(filter, field) ? filter[field]! : [];

/** Returns a filter that asks for a value of a field as well, or does not any more; `names` are other names of the value. */
export function toggled(filter: Filter, field: string, value: string, names: readonly string[] = []): Filter {
  const before = wantedOf(filter, field);
  const others = before.filter(other => other !== value && !names.includes(other));
  return withValues(filter, field, others.length < before.length ? others : [...before, value]);
}

/** Returns a filter that asks for just these values of a field; for none, nothing is asked of it. */
export function withValues(filter: Filter, field: string, values: readonly string[]): Filter {
  if (values.length > 0) return { ...filter, [field]: values };
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== field));
}

/** A filter as somebody may write it, as far as it is one, and what is not. */
export interface ReadFilter {
  readonly filter: Filter;
  /** The first thing that is no filter, as text; null where all is well. */
  readonly fault: string | null;
}

/** Returns the filter of a value; one value stands for a list of it, and nothing for no filter. Never throws. */
export function readFilter(value: unknown): ReadFilter {
  if (value === null || value === undefined) return { filter: {}, fault: null };
  const fault = (): ReadFilter => ({ filter: {}, fault: formatValue(value) });
  if (typeof value !== 'object' || Array.isArray(value)) return fault();
  const filter: Record<string, readonly string[]> = Object.create(null) as Record<string, readonly string[]>;
  let wrong: string | null = null;
  try {
    for (const [field, values] of Object.entries(value)) {
      if (values === null || values === undefined) continue;
      const list: readonly unknown[] = Array.isArray(values) ? values : [values];
      if (list.length === 0) continue;
      if (list.every(isWord)) filter[field] = list.map(String);
      else wrong ??= formatValue({ [field]: values as unknown });
    }
  } catch {
    return fault();
  }
  return { filter, fault: wrong };
}

const isWord = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
