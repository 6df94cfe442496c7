import { slipOf } from './did-you-mean.js';
import { EVENT } from './document-shape.js';
import type { IssueLog } from './issue-log.js';
import type { Entry } from './read-shape.js';

/** By field, what others call it. Words that a field of an author's own may well have, such as `type`, are not among them. */
const SYNONYMS: Readonly<Record<string, string>> = {
  title: 'headline heading name titel titre titulo',
  summary: 'description desc details text content body beschreibung descripcion',
  date: 'datum fecha',
  start: 'startdate starttime begin begindate beginn',
  end: 'enddate endtime finish until ende',
  lane: 'lanes category categories group groups kategorie gruppe',
  place: 'location venue ort lieu lugar',
  people: 'person persons personen',
  media: 'image images img picture pictures photo photos thumbnail bild',
  url: 'link href website',
  sources: 'source reference references quelle quellen',
  tags: 'tag keyword keywords',
  color: 'colour farbe couleur',
};

/** So many names are looked at; where there are more, they are no names of fields. */
const MOST_NAMES = 1000;

/** Short words that are as near to a field, and are names as good. */
const WORDS = ['kid', 'kin', 'pace', 'shot', 'sort'];

const FIELDS = Object.keys(EVENT.fields);

/** Takes note of the fields of records that are none of ours: they are kept, but may be meant for ones that are. */
export class UnknownFields {
  /** Where the record stands whose fields are being met. */
  index = 0;
  readonly #first = new Map<string, number>();

  /** Takes note of a name that is that of no field. */
  meet(name: string): void {
    if (!this.#first.has(name) && this.#first.size < MOST_NAMES) this.#first.set(name, this.index);
  }

  /** Takes note of all names of a record that are those of no field. */
  meetAll(record: Entry): void {
    for (const name of Object.keys(record)) if (!EVENT.byName.has(name)) this.meet(name);
  }

  /** Reports, once for each name, those that are meant for a field which the first record that has them lacks. */
  report(records: readonly unknown[], log: IssueLog): void {
    for (const [name, index] of this.#first) {
      const field = fieldMeant(name);
      if (!field) continue;
      // It is no fault of the entry, which is as good as all others with that field.
      log.attempt(() => {
        if (!has(records[index] as Entry, field))
          log.add(
            'unknown-field',
            'unknown field, kept but not shown',
            name,
            `did you mean "${field}"?`,
            index,
            name,
          );
      });
    }
  }
}

const has = (record: Entry, field: string): boolean =>
  record[field] != null ||
  (field === 'start' && record.date != null) ||
  (field === 'date' && record.start != null);

/** Returns the field that a name is another word for, or a slip of the pen away from; undefined for none. */
function fieldMeant(name: string): string | undefined {
  const word = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const [synonym] = Object.entries(SYNONYMS).find(([, words]) => words.split(' ').includes(word)) ?? [];
  return synonym || /\d/.test(word) || WORDS.includes(word) ? synonym : slipOf(word, FIELDS);
}
