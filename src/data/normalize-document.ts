import type { PlaceOf } from './issue-log.js';
import type { Issue } from './issue.js';
import { readTable } from './read-table.js';
import type { TimelineDocument } from './timeline-event.js';
import { finish } from './work.js';

/** A document and all that was wrong with it. */
export interface NormalizedDocument {
  readonly document: TimelineDocument;
  readonly issues: Issue[];
}

/** Returns what `readTable` does, done in one go, with every event made. */
export function normalizeDocument(
  input: unknown,
  options: { readonly textual?: boolean; readonly placeOf?: PlaceOf } = {},
): NormalizedDocument {
  const { table, issues } = finish(readTable(input, options));
  return { document: table.toDocument(), issues };
}
