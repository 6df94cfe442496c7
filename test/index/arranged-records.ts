import type { EventRecord } from '../../src/data/document-shape.js';
import { randomRecords, seeded } from '../layout/sample.js';

/** Records with several values in some fields, one, many or none in others. */
export function arrangedRecords(count: number, seed: number): EventRecord[] {
  const random = seeded(seed * 7 + 1);
  const some = (most: number, name: string, of: number): string[] =>
    Array.from(
      { length: Math.floor(random() * (most + 1)) },
      () => `${name}${Math.floor(random() ** 2 * of)}`,
    );
  return randomRecords(count, seed).map(record => ({
    ...record,
    title: String(record.title),
    tags: some(3, 'tag ', 20),
    people: some(2, 'Person ', 5),
    ...(random() < 0.5 && { place: `Place ${Math.floor(random() * 3)}` }),
    severity: 1 + Math.floor(random() * 11),
  }));
}

/** The values that a record has of a field, each once; `['']` where it has none. */
export function valuesOf(record: Readonly<Record<string, unknown>>, field: string): string[] {
  const value = record[field] ?? [];
  const values = [...new Set([value].flat().map(String))];
  return values.length > 0 ? values : [''];
}
