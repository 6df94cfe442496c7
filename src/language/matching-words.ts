import type { Language } from './language.js';

/** How many events match, in words. */
export const matchingWords = (count: number, total: number, { say }: Pick<Language, 'say'>): string =>
  count === 0 ? say('noMatch') : say('matching', { count, total });

/** The same, and that none of them is in view. */
export const elsewhereWords = (count: number, total: number, { say }: Pick<Language, 'say'>): string =>
  [matchingWords(count, total, { say }), say('noneInView', { count })].join(say('comma'));

/** The same, and that none of them has a date. */
export const undatedMatchesWords = (count: number, total: number, { say }: Pick<Language, 'say'>): string =>
  [matchingWords(count, total, { say }), say('undated')].join(say('comma'));
