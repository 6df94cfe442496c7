import type { EventTable } from '../data/event-table.js';
import { KINDS, STATUSES } from '../data/timeline-event.js';
import { statusOf, kindOf } from '../data/event-form.js';

/** Reads the values that an event has of one field, by its row; none where it has none. */
export type ValuesReader = (row: number) => readonly string[];

const NONE: readonly string[] = [];

/** Returns what reads a field of the events of a table: lanes by their ids, and of a record's own fields whatever is no object. */
export function valuesReader({ rows }: EventTable, field: string): ValuesReader {
  switch (field) {
    case 'lane':
      return row => rows.lanes.list(rows.place(row));
    case 'id':
      return row => [rows.ids.of(row)];
    case 'status':
      return row => {
        const status = STATUSES[statusOf(rows.form(row))];
        return status === undefined ? NONE : [status];
      };
    case 'kind':
      return row => [KINDS[kindOf(rows.form(row))]!];
    case 'title':
      return row => {
        const title = fieldOf(rows.record(row), field);
        return [typeof title === 'string' && title.trim() ? title : rows.event(row).title];
      };
    case 'sources':
    case 'source':
      return row => sourceTexts(fieldOf(rows.record(row), 'sources'));
    default:
      return row => wordsOf(fieldOf(rows.record(row), field));
  }
}

/** Reads a field of a record, which may have code of its own. */
function fieldOf(record: Readonly<Record<string, unknown>>, field: string): unknown {
  try {
    return record[field];
  } catch {
    return undefined;
  }
}

function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? NONE : [value];
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return [String(value)];
  if (!Array.isArray(value)) return NONE;
  const words: string[] = [];
  for (const item of value) if (!Array.isArray(item)) words.push(...wordsOf(item));
  return words;
}

function sourceTexts(sources: unknown): readonly string[] {
  if (!Array.isArray(sources)) return NONE;
  const texts: string[] = [];
  for (const source of sources as readonly unknown[]) {
    if (typeof source !== 'object' || source === null) continue;
    const record = source as Readonly<Record<string, unknown>>;
    for (const field of ['title', 'publisher', 'quote', 'url'])
      texts.push(...wordsOf(fieldOf(record, field)));
  }
  return texts;
}
