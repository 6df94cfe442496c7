import type { Language } from './language.js';

/** How many events match, in words. */
export const matchingWords = (count: number, total: number, { say }: Pick<Language, 'say'>): string =>
  count === 0 ? say('noMatch') : say('matching', { count, total });
