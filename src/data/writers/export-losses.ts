import type { TimelineDocument } from '../timeline-event.js';
import { CSV_ROOM } from './csv.js';
import type { ExportWord } from './export-format.js';
import { ICS_ROOM, omittedInIcs } from './ics.js';
import { JSON_LD_ROOM } from './json-ld.js';
import { lossesIn, type Loss } from './losses.js';

/** What is not in a file: how many events, and which fields of the others. */
export interface ExportLosses {
  readonly omitted: number;
  readonly losses: readonly Loss[];
}

/** Returns what is not in the files that a document may be written as; nothing of those that have it all. */
export const exportLosses = (document: TimelineDocument): Partial<Record<ExportWord, ExportLosses>> => ({
  ics: { omitted: omittedInIcs(document), losses: lossesIn(document, ICS_ROOM) },
  csv: { omitted: 0, losses: lossesIn(document, CSV_ROOM) },
  'json-ld': { omitted: 0, losses: lossesIn(document, JSON_LD_ROOM) },
});
