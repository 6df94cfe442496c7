import type { EventRecord } from '../../src/core.js';
import { english, type StringKey, type Strings } from '../../src/language/english.js';
import type { Phrase } from '../../src/language/phrase.js';

/** All texts, each changed in the same way. */
export function pseudo(change: (text: string) => string): Strings {
  const changed = (phrase: Phrase): Phrase =>
    typeof phrase === 'string'
      ? change(phrase)
      : (Object.fromEntries(
          Object.entries(phrase).map(([form, text]) => [form, change(text as string)]),
        ) as never);
  return Object.fromEntries(
    Object.keys(english).map(key => [key, changed(english[key as StringKey])]),
  ) as never;
}

/** Greek, as all data here and, with `lang="el"`, all that `Intl` writes: what is Latin and in no brackets is hard-coded. */
export const EVENTS: EventRecord[] = [
  {
    id: 'α',
    date: '2025-03-05',
    title: 'Άλφα',
    lane: 'γ',
    status: 'alleged',
    people: ['Ζωή'],
    place: 'Αθήνα',
  },
  {
    id: 'β',
    date: '2025-03',
    title: 'Βήτα',
    lane: 'δ',
    status: 'refuted',
    kind: 'milestone',
    tags: ['ένα', 'δύο'],
  },
  {
    id: 'ε',
    date: '2025-02/..',
    title: 'Έψιλον',
    lane: 'γ',
    kind: 'era',
    history: [{ date: '2025-04', note: 'Νέο' }],
  },
  {
    id: 'ζ',
    date: '2025-01~/2025-04?',
    title: 'Ζήτα',
    lane: 'δ',
    status: 'disputed',
    sources: [{ title: 'Πηγή' }],
  },
  { id: 'η', date: '/2025-02', title: 'Ήτα', lane: 'γ', status: 'reported' },
  { id: 'θ', date: '[2025-01-02,2025-05-06]', title: 'Θήτα', lane: 'δ', status: 'confirmed' },
  { id: 'ι', date: '../2025-01', title: 'Γιώτα', lane: 'γ', status: 'retracted' },
  { id: 'κ', date: '2025-05/', title: 'Κάππα', lane: 'δ', links: [{ to: 'α', rel: 'responds-to' }] },
  { id: 'λ', date: '{2025-02,2025-04}', title: 'Λάμδα', lane: 'γ' },
  { id: 'μ', title: 'Μι' },
  { id: 'ν', date: 'ποτέ', title: 'Νι' },
];
export const DATA = {
  title: 'Τίτλος',
  summary: 'Περίληψη',
  credit: 'Εφημερίδα',
  license: 'Άδεια',
  asOf: '2025-04-30',
  updated: '2025-05-01',
  lanes: [
    { id: 'γ', title: 'Γάμμα' },
    { id: 'δ', title: 'Δέλτα' },
  ],
  events: EVENTS,
};
