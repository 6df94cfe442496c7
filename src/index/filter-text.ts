import type { Filter } from './filter.js';

/** What parts a text of a filter, and what stands before such a character in a name or a value. */
const MARKS = /[~:;,]/g;
const PIECE = /~([^])|([:;,])|[^~:;,]+/gu;

/**
 * Returns a filter as a text to be read in an address: `status:alleged,disputed;lane:north`. `~` stands before a
 * separator that is part of a name or a value; a field without a colon wants none of all values.
 */
export function filterText(filter: Filter): string {
  const fields = Object.entries(filter).map(([field, values]) =>
    values.length > 0 ? `${escaped(field)}:${values.map(escaped).join()}` : escaped(field),
  );
  // A field without a name that wants nothing is not the same as no field.
  return fields.length === 1 && fields[0] === '' ? '~' : fields.join(';');
}

/** Returns the filter that a text says; what names a field twice wants any of both. Never throws. */
export function parseFilterText(text: string): Filter {
  const filter = Object.create(null) as Record<string, string[]>;
  if (text === '') return filter;
  let field: string | null = null;
  let word = '';
  const end = (): void => {
    if (field === null) filter[word] ??= [];
    else (filter[field] ??= []).push(word);
    word = '';
  };
  for (const [piece, literal, mark] of text.matchAll(PIECE)) {
    if (mark === undefined) word += literal ?? piece;
    else if (mark === ':' && field === null) {
      field = word;
      word = '';
    } else if (mark === ':' || (mark === ',' && field === null)) word += mark;
    else {
      end();
      if (mark === ';') field = null;
    }
  }
  end();
  return filter;
}

const escaped = (text: string): string => text.replace(MARKS, '~$&');
