import type { TimelineDocument } from '../data/timeline-event.js';

/** A document in another format. */
export interface Written {
  readonly text: string;
  /** What that format has no place for, in words. */
  readonly leftOut?: readonly string[];
}

type Write = (document: TimelineDocument) => Written;

const indented = (value: unknown): Written => ({ text: JSON.stringify(value, null, 2) });

const losses = () => import('../data/writers/losses.js');

/** What a document can be written as: loads what writes it. */
export const CONVERSIONS: Readonly<Record<string, () => Promise<Write>>> = {
  json: async () => {
    const { writeJson } = await import('../data/writers/json.js');
    return document => indented(writeJson(document));
  },
  csv: async () => {
    const [{ writeCsv, CSV_ROOM }, { lossesOf }] = await Promise.all([
      import('../data/writers/csv.js'),
      losses(),
    ]);
    return document => ({ text: writeCsv(document), leftOut: lossesOf(document, CSV_ROOM) });
  },
  ics: async () => {
    const [{ writeIcs, ICS_ROOM }, { lossesOf }] = await Promise.all([
      import('../data/writers/ics.js'),
      losses(),
    ]);
    return document => {
      const { text, omitted } = writeIcs(document, Date.now());
      const dates = omitted ? [`events that are undated, before the year 1 or after 9999: ${omitted}`] : [];
      return { text, leftOut: [...dates, ...lossesOf(document, ICS_ROOM)] };
    };
  },
  'json-ld': async () => {
    const [{ writeJsonLd, undatedInJsonLd, JSON_LD_ROOM }, { lossesOf }] = await Promise.all([
      import('../data/writers/json-ld.js'),
      losses(),
    ]);
    return document => {
      const count = undatedInJsonLd(document);
      const dates = count ? [`startDate of events whose date only temporalCoverage can say: ${count}`] : [];
      return {
        ...indented(writeJsonLd(document)),
        leftOut: [...dates, ...lossesOf(document, JSON_LD_ROOM)],
      };
    };
  },
};
