import type { Issue } from '../issue.js';
import type { Entry } from '../read-shape.js';
import type { Work } from '../work.js';

/** Which column of a table holds which field of an event: `{ title: 'Headline', start: 'From' }`. */
export type Columns = Readonly<Record<string, string>>;

/** What a format is given. */
export interface FormatInput {
  /** Without a byte order mark. */
  readonly text: string;
  readonly columns?: Columns;
}

/** What a format makes of a text. Faults of the text are issues, never thrown. */
export interface FormatResult {
  /** A document as §2 of the contract has it, with `events`: untrusted still, checked by whoever takes it in. */
  readonly document: Entry;
  readonly issues: readonly Issue[];
  /**
   * Where addresses in it are relative to the document itself: what that says they are relative to, which is relative to
   * where it was read, empty where it says nothing. Absent where they are relative to the page that shows them.
   */
  readonly base?: string;
  /** Whether the events are as they stand in the text, in our own terms. */
  readonly inOurTerms?: boolean;
  /** The places in `events` of those that are not read in full, as far as the issues here say so. */
  readonly faulty?: Iterable<number>;
  /** Whether nothing has a title, which an issue here says once for all. */
  readonly untitled?: boolean;
  /** How many entries could not be read at all, and have no place in `events`. */
  readonly lost?: number;
  /**
   * Returns where an event, or a field of it, stands in the text: `row 14, column "end"`. Absent where
   * the path in the document, `events[12].end`, says that as well.
   */
  readonly placeOf?: (index: number, field?: string) => string;
}

/** Reads a text. */
export type ReadFormat = (input: FormatInput) => Work<FormatResult>;
