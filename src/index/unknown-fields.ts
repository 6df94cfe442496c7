import { meant } from '../data/did-you-mean.js';
import { ownFields } from './facets.js';
import { DATE_WORDS, type Query } from './query.js';
import { KNOWN_FIELDS, type Search } from './search.js';

/** A field that a query names and no event has. */
export interface UnknownField {
  readonly name: string;
  /** The one that is spelt much like it. */
  readonly meant: string | undefined;
}

/** Returns the fields that a query names and no event has, where it is no text of an event that was written either. */
export function unknownFields({ terms }: Query, search: Search): readonly UnknownField[] {
  const names = new Set(
    terms.flatMap(term =>
      term.kind === 'words' && term.field !== null && search.missesField(term) ? term.field : [],
    ),
  );
  if (names.size === 0) return [];
  const known = [...KNOWN_FIELDS, ...DATE_WORDS, ...ownFields(search.table)];
  return [...names].map(name => ({ name, meant: meant(name, known) }));
}
