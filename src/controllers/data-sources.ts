import type { Issue } from '../data/issue.js';
import type { Columns, Format } from '../data/parse-timeline.js';
import type { ChildData } from './children.js';

/** Where data may come from, the first that is present is used; and how they are to be read. */
export interface DataSources {
  readonly data: unknown;
  readonly events: unknown;
  readonly src: string | null | undefined;
  readonly format: Format;
  readonly columns: Columns | null | undefined;
  /** Cap on the decoded bytes of what is loaded. */
  readonly maxBytes: number;
  /** How many events are read. */
  readonly maxEvents: number;
  /** Seconds between two looks for something new at `src`; 0 for never. */
  readonly refresh: number;
}

/** The source that is used, told apart by where it is. */
export type Source =
  | { readonly origin: 'data' | 'events'; readonly value: unknown }
  | { readonly origin: 'src'; readonly value: string }
  | { readonly origin: 'child'; readonly value: ChildData }
  | { readonly origin: null; readonly value: null };

const NAMES = {
  data: 'the property "data"',
  events: 'the property "events"',
  src: 'the attribute "src"',
  child: 'the child script',
};

/** Returns the source to use, and an issue for each other one that is set. */
export function chooseSource(
  { data, events, src }: DataSources,
  child: ChildData | null,
): { readonly source: Source; readonly ignored: readonly Issue[] } {
  const present = Object.entries({ data, events, src: src || null, child })
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([origin, value]) => ({ origin, value }) as Exclude<Source, { origin: null }>);
  const [source, ...others] = present;
  const ignored = others
    // Plain HTML is what readers have before, and without, the script.
    .filter(({ origin }) => origin !== 'child' || (child && 'text' in child))
    .map(({ origin }): Issue => ({
      code: 'source-ignored',
      path: '',
      message: `source ignored: ${NAMES[origin]} is not used while ${NAMES[source!.origin]} is set; remove one of them`,
      severity: 'warning',
    }));
  return { source: source ?? { origin: null, value: null }, ignored };
}

/** Returns how a source is to be read, as a text: another one asks for another reading. */
export const mannerOf = ({ origin }: Source, { format, columns }: DataSources): string =>
  origin === 'src' || origin === 'child' ? JSON.stringify([format, columns]) : '';
