import { formatValue } from '../../language/format-value.js';
import type { Issue } from '../issue.js';
import type { Drive, Work } from '../work.js';
import type { FormatInput, FormatResult, ReadFormat } from './format.js';

/** What a reader is given. */
export interface ReaderInput extends FormatInput {
  /** The word of the format. */
  readonly format: string;
}

/** Reads a text, resting as `drive` likes. Rejects for nothing that the text says. */
export type Reader = (input: ReaderInput, drive: Drive) => Promise<FormatResult>;

/** A shape of JSON values. */
export interface JsonShape {
  matches(value: unknown): boolean;
  map(value: unknown): Work<FormatResult>;
}

/** What is known of a format before anything of it is loaded. */
export interface FormatRow {
  /** Its name in messages. */
  readonly name: string;
  /** Media types, without parameters. */
  readonly types?: string;
  /** Ends of file names, without the dot. */
  readonly extensions?: string;
  /** The optional package that it needs. */
  readonly needs?: string;
  /** Loads its reader; rejects where that, or what it needs, is not there. What has none is JSON. */
  readonly open?: () => Promise<Reader>;
  /** Of what is JSON: loads what knows its shape. */
  readonly shape?: () => Promise<JsonShape>;
}

/** A module, or a package that it needs, could not be loaded. */
export class MissingReader extends Error {}

/** Returns what `open` loads; rejects with a `MissingReader` where that can't be had. */
export async function required<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (cause) {
    throw new MissingReader(cause instanceof Error ? cause.message : String(cause));
  }
}

/** What there is of a text whose reader is missing: why, and the remedy. */
export function unread({ name, needs }: FormatRow, { message }: MissingReader): FormatResult {
  const remedy = needs ? `install the package it needs: npm install ${needs}` : 'load it again';
  return {
    document: { events: [] },
    issues: [
      {
        code: 'missing-package',
        path: '',
        message: `the reader of ${name} is not there: ${formatValue(message)}; ${remedy}`,
        severity: 'error',
      },
    ],
  };
}

/** What is said of a text that is in another format than was said of it. */
export const misnamed = (said: string, is: string): Issue => ({
  code: 'unexpected-format',
  path: '',
  message: `${is} instead of ${said}; it is read as ${is}`,
  severity: 'warning',
});

const driven =
  (read: ReadFormat): Reader =>
  (input, drive) =>
    drive(read(input), 0.6);

const delimited = async () => driven((await import('./delimited.js')).readDelimited);

/** Every format: the one place that names them. Of shapes, the first that matches is taken. */
export const FORMATS = {
  json: {
    name: 'JSON',
    types: 'application/json text/json text/javascript application/javascript',
    extensions: 'json jsonp',
    open: async () => (await import('./json.js')).readJson,
  },
  jsonl: {
    name: 'JSON Lines',
    types: 'application/jsonl application/x-ndjson application/json-seq',
    extensions: 'jsonl ndjson',
    open: async () => {
      const [{ readJsonLines }, { readValue }] = await Promise.all([
        import('./json-lines.js'),
        import('./json.js'),
      ]);
      return (input, drive) => readJsonLines(input, drive, readValue);
    },
  },
  csv: {
    name: 'CSV',
    types: 'text/csv application/csv application/vnd.ms-excel',
    extensions: 'csv',
    open: delimited,
  },
  tsv: { name: 'TSV', types: 'text/tab-separated-values', extensions: 'tsv tab', open: delimited },
  timelinejs: {
    name: 'TimelineJS',
    shape: async () => {
      const { isTimelineJs, mapTimelineJs } = await import('./timelinejs.js');
      return { matches: isTimelineJs, map: mapTimelineJs };
    },
  },
  sparql: {
    name: 'SPARQL results',
    types: 'application/sparql-results+json',
    extensions: 'srj',
    shape: async () => {
      const { isSparql, mapSparql } = await import('./sparql.js');
      return { matches: isSparql, map: mapSparql };
    },
  },
  'json-ld': {
    name: 'JSON-LD',
    types: 'application/ld+json',
    extensions: 'jsonld',
    shape: async () => {
      const { isJsonLd, mapJsonLd } = await import('./json-ld.js');
      return { matches: value => isJsonLd(value), map: mapJsonLd };
    },
  },
  vis: {
    name: 'vis-timeline',
    shape: async () => {
      const { isVis, mapVis } = await import('./vis.js');
      return { matches: isVis, map: mapVis };
    },
  },
  ics: {
    name: 'iCalendar',
    types: 'text/calendar',
    extensions: 'ics ical ifb',
    needs: 'ical.js',
    open: async () => driven(await (await import('./ics.js')).openIcs()),
  },
  html: {
    name: 'HTML',
    types: 'text/html application/xhtml+xml',
    extensions: 'html htm xhtml',
    needs: 'parse5',
    open: async () => driven(await (await import('./html.js')).openHtml()),
  },
  markwhen: {
    name: 'markwhen',
    types: 'text/markwhen text/x-markwhen',
    extensions: 'mw markwhen',
    needs: '@markwhen/parser',
    open: async () => driven(await (await import('./markwhen.js')).openMarkwhen()),
  },
} satisfies Record<string, FormatRow>;

/** Shapes of JSON that no word names. */
export const OTHER_SHAPES: readonly (() => Promise<JsonShape>)[] = [
  async () => {
    const { isSimile, mapSimile } = await import('./simile.js');
    return { matches: isSimile, map: mapSimile };
  },
];

/** How a text is written; `auto` finds it out. */
export type Format = 'auto' | FormatName;

export type FormatName = keyof typeof FORMATS;
