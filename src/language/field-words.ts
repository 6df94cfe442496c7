import { english, type StringKey } from './english.js';
import type { Language } from './language.js';

/** Fields whose names are texts of their own. */
const OWN_WORDS = new Set(['people', 'place', 'tags']);

/** The name of a field: that of an author's own is as it is written. */
export function fieldName(field: string, { say }: Language): string {
  const key = OWN_WORDS.has(field) ? field : `field-${field}`;
  return key in english ? say(key as StringKey) : field.replace(/[-_\s]+/g, ' ');
}

/** A value of a field in words, those of a document's own as they are written; `''` is none. */
export function valueName(field: string, value: string, { say }: Pick<Language, 'say'>): string {
  if (value === '') return say(field === 'status' ? 'noStatus' : 'noValue');
  const key = `${field}-${value}`;
  return (field === 'status' || field === 'kind') && key in english ? say(key as StringKey) : value;
}
