import { formatValue } from '../language/format-value.js';

/** Which values of which fields are wanted: any of those of a field, of all fields together; `''` is no value. */
export type Filter = Readonly<Record<string, readonly string[]>>;

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
