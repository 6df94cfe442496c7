import type { Strings } from './english.js';

const translations = new Map<string, Partial<Strings>>();
const followers = new Set<TranslationFollower>();
let count = 0;

/** Is told the tag of a language whose texts are other ones now. */
export type TranslationFollower = (tag: string) => void;

/**
 * Makes texts known for a language, such as `"de"` or `"pt-BR"`; those it leaves out come from the
 * shorter tag, then from the built-in translation, then from English. A second call for the same language adds to the
 * first. Timelines in the page that speak it are drawn anew.
 */
export function registerTranslation(locale: string, strings: Partial<Strings>): void {
  const tag = locale.toLowerCase();
  translations.set(tag, { ...translations.get(tag), ...strings });
  tellTranslation(tag);
}

/** The texts registered for exactly this tag. */
export function translationFor(tag: string): Partial<Strings> | undefined {
  return translations.get(tag.toLowerCase());
}

/** Tells the followers that texts of a language have come. */
export function tellTranslation(tag: string): void {
  count++;
  for (const follower of followers) follower(tag);
}

/** How many times texts have come, of whatever language. */
export const translationCount = (): number => count;

/** Follows what texts come; returns what ends that. */
export function followTranslations(follower: TranslationFollower): () => void {
  followers.add(follower);
  return () => void followers.delete(follower);
}
