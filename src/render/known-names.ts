import type { Language } from '../language/language.js';

interface Known {
  readonly language: Language;
  readonly detail: string;
  readonly name: string;
}

const KNOWN = new WeakMap<object, Known>();

/**
 * The name of something that does not change, made once for a language and what else it depends on: a view moves
 * far more often than names do, and dates in words cost more than the rest of a mark.
 */
export function knownName(subject: object, language: Language, detail: string, make: () => string): string {
  let known = KNOWN.get(subject);
  if (known?.language !== language || known.detail !== detail)
    KNOWN.set(subject, (known = { language, detail, name: make() }));
  return known.name;
}
