import type { Strings } from './english.js';

const translations = new Map<string, Partial<Strings>>();

/**
 * Makes texts known for a language, such as `"de"` or `"pt-BR"`; those it leaves out come from the
 * shorter tag, then from English. A second call for the same language adds to the first.
 */
export function registerTranslation(locale: string, strings: Partial<Strings>): void {
  const tag = locale.toLowerCase();
  translations.set(tag, { ...translations.get(tag), ...strings });
}

/** The texts registered for exactly this tag. */
export function translationFor(tag: string): Partial<Strings> | undefined {
  return translations.get(tag.toLowerCase());
}
