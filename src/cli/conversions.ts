import type { TimelineDocument } from '../data/timeline-event.js';

/** A document in another format. */
interface Written {
  readonly text: string;
  /** How many events have no place in that format. */
  readonly omitted?: number;
}

type Write = (document: TimelineDocument) => Written;

const indented = (value: unknown): Written => ({ text: JSON.stringify(value, null, 2) });

/** What a document can be written as: loads what writes it. */
export const CONVERSIONS: Readonly<Record<string, () => Promise<Write>>> = {
  json: async () => {
    const { writeJson } = await import('../data/writers/json.js');
    return document => indented(writeJson(document));
  },
  csv: async () => {
    const { writeCsv } = await import('../data/writers/csv.js');
    return document => ({ text: writeCsv(document) });
  },
  ics: async () => {
    const { writeIcs } = await import('../data/writers/ics.js');
    return document => writeIcs(document, Date.now());
  },
  'json-ld': async () => {
    const { writeJsonLd } = await import('../data/writers/json-ld.js');
    return document => indented(writeJsonLd(document));
  },
};
