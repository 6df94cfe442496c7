import type { DatedSpan } from '../time/dated-span.js';
import type { TimeSpan } from '../time/epoch-ms.js';
import { readLooseDate } from '../time/loose-date.js';
import { parseDate } from '../time/parse-date.js';
import { needleOf } from './fold.js';

/** What a date of a query is compared by: events that begin before it, end after it, or share time with it. */
export type Relation = 'before' | 'after' | 'during';

/** Words that are looked for. */
export interface WordTerm {
  readonly kind: 'words';
  /** The field that they are looked for in, as it is written; null for all that are searched by default. */
  readonly field: string | null;
  /** What is looked for in folded texts. */
  readonly needle: string;
  /** What is looked for instead where no event has that field. */
  readonly whole: string;
}

/** One of the things that a query asks for: all of them are. */
export type Term = { readonly negated: boolean; readonly text: string } & (
  WordTerm | { readonly kind: 'time'; readonly relation: Relation; readonly span: TimeSpan }
);

/** What a reader looks for. */
export interface Query {
  readonly text: string;
  readonly terms: readonly Term[];
  /** Dates that can't be read, as written: they are looked for as text. */
  readonly unread: readonly string[];
}

const RELATIONS: Readonly<Record<string, Relation>> = {
  before: 'before',
  after: 'after',
  on: 'during',
  during: 'during',
};

/** The words that dates of a query are asked for by. */
export const DATE_WORDS: readonly string[] = Object.keys(RELATIONS);

/** `-`, a name with a colon, and a phrase in quotation marks or a word. */
const PIECE = /(-)?(?:([\p{L}_][\p{L}\p{N}_-]*):)?(?:"([^"]*)("|$)|([^\s"]+))/gu;
/** A name that still waits for its value. */
const UNFINISHED = /(^|\s)-?[\p{L}_][\p{L}\p{N}_-]*:"?\s*$/u;

/**
 * Returns what a query asks for: words that begin so, `"whole phrases"`, either in a field, as in `place:texcoco`, and dates, as in
 * `before:2025-10`; a `-` before any of them asks for what is without. Never throws.
 */
export function parseQuery(text: string, timeZone = 'UTC'): Query {
  const terms: Term[] = [];
  const unread: string[] = [];
  const plain = text
    .replace(/[“”„‟«»＂]/g, '"')
    .replace(/：/g, ':')
    .replace(UNFINISHED, '');
  for (const [piece, minus, name, phrase, close, word] of plain.matchAll(PIECE)) {
    const negated = minus !== undefined;
    const value = phrase ?? word!;
    const base = { negated, text: negated ? piece.slice(1) : piece };
    const relation = name === undefined ? undefined : RELATIONS[name.toLowerCase()];
    if (relation !== undefined) {
      const span = readMoment(value, timeZone);
      if (span) {
        terms.push({ ...base, kind: 'time', relation, span: stretchOf(span) });
        continue;
      }
      if (value !== '') unread.push(base.text);
    }
    const isWhole = phrase !== undefined && close === '"';
    const whole = needleOf(base.text, isWhole);
    const isField = name !== undefined && relation === undefined;
    const needle = isField ? needleOf(value, isWhole) : whole;
    if (needle !== '') terms.push({ ...base, kind: 'words', field: isField ? name : null, needle, whole });
  }
  return { text, terms, unread };
}

/** Whether what has a term has another one, too: that is the same, or the beginning of it as somebody types. */
export function implies(term: Term, other: Term): boolean {
  if (isSameTerm(term, other)) return true;
  if (term.negated || other.negated || term.kind !== 'words' || other.kind !== 'words') return false;
  return term.field === other.field && term.needle.includes(other.needle) && term.whole.includes(other.whole);
}

/** Whether two terms ask for the same. */
export function isSameTerm(a: Term, b: Term): boolean {
  if (a.negated !== b.negated) return false;
  if (a.kind === 'time')
    return (
      b.kind === 'time' &&
      a.relation === b.relation &&
      a.span.start === b.span.start &&
      a.span.end === b.span.end
    );
  return b.kind === 'words' && a.field === b.field && a.needle === b.needle && a.whole === b.whole;
}

/** The date that a reader has typed, in whatever spelling we can read; null where it is none. */
export function readMoment(text: string, timeZone: string): DatedSpan | null {
  const spelt = readLooseDate(text);
  const read =
    spelt === null || spelt === 'unknown' || spelt === '..' ? null : parseDate(spelt, { timeZone });
  return read?.ok ? read.value : null;
}

/** An instant, too, is a time that events may share. */
const stretchOf = ({ start, end }: DatedSpan): TimeSpan => ({ start, end: Math.max(end, start + 1) });
