import { STATUSES } from '../document-shape.js';
import type { Status } from '../timeline-event.js';

/** By status, the words that tables have for it: German, French, Spanish, each without its ending where it has several. */
const WORDS: Readonly<Record<Status, string>> = {
  confirmed: 'bestätigt belegt gesichert confirmé confirmad',
  reported: 'berichtet gemeldet rapporté signalé informad reportad',
  alleged: 'angeblich behauptet mutmaßlich vermutet allégué présumé alegad presunt supuest',
  disputed: 'bestritten strittig umstritten contesté controversé disputad discutid controvertid',
  refuted: 'widerlegt réfuté démenti refutad desmentid',
  retracted: 'zurückgezogen widerrufen rétracté retractad retirad',
};

let statuses: readonly (readonly [RegExp, Status])[] | undefined;

/** Without accents, lower case. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Returns the status that a word is of, in English, German, French or Spanish, letter case and accents apart; undefined for none. */
export function statusOfWord(word: string): Status | undefined {
  statuses ??= STATUSES.map(status => {
    const words = [status, ...WORDS[status].split(' ')].map(plain).join('|');
    return [new RegExp(`^(?:${words})(?:e?s?|[ao]s?|e[rnm])$`), status];
  });
  const given = plain(word.trim());
  return statuses.find(([pattern]) => pattern.test(given))?.[1];
}
