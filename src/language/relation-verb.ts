import { english, type StringKey } from './english.js';
import type { Language } from './language.js';

/** The relation as a verb phrase: `Responds to`, `Answered by` where it comes in, else its own words. */
export function relationVerb(
  { rel, incoming }: { readonly rel: string; readonly incoming: boolean },
  language: Language,
): string {
  const key = `${incoming ? 'relBy' : 'rel'}-${rel}`;
  if (key in english) return language.say(key as StringKey);
  const verb = rel.replace(/[-_\s]+/g, ' ');
  return incoming ? language.say('relByOther', { verb }) : verb;
}
