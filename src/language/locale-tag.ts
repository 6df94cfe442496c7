/** What is spoken where a language is not known. */
export const FALLBACK = 'en';

/** The tag in its canonical form, however a page writes it: `en_US`, `de_AT.UTF-8`. English for what is none. */
export function canonicalTag(tag: string): string {
  try {
    return (
      Intl.getCanonicalLocales(
        tag
          .trim()
          .replace(/[.@].*/s, '')
          .replaceAll('_', '-'),
      )[0] ?? FALLBACK
    );
  } catch {
    return FALLBACK;
  }
}

/** Yields the tag and the shorter ones that it falls back on: `pt-BR`, `pt`. */
export function* fallbacks(tag: string): Generator<string> {
  for (let at = tag; at; at = at.slice(0, Math.max(0, at.lastIndexOf('-')))) yield at;
}
