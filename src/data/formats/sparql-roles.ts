import { isEntry, type Entry } from '../read-shape.js';
import { mediaType } from '../media-type.js';

/** A variable's value in one row: `{ type: "uri", value: "http://…" }`. */
export interface Term {
  readonly type?: unknown;
  readonly value: string;
  readonly datatype?: unknown;
  readonly 'xml:lang'?: unknown;
}

/** Returns the value of a variable; `null` where it is unbound, no value at all, or a blank node: something unknown. */
export function termOf(row: Entry, name: string | undefined): Term | null {
  const term = name === undefined ? null : row[name];
  if (!isEntry(term) || typeof term.value !== 'string') return null;
  const isUnknown = term.type === 'bnode' || /\/\.well-known\/genid\//.test(term.value);
  return isUnknown ? null : (term as Entry & Term);
}

const DATE_TYPE = /#(date(Time(Stamp)?)?|gYear(Month)?)$/;

/** Which variable is what. */
export interface Roles {
  readonly item?: string;
  readonly title?: string;
  readonly summary?: string;
  /** The date, where there is no `end`. */
  readonly start?: string;
  readonly end?: string;
  readonly place?: string;
  readonly image?: string;
  /** Addresses of pages about the item. */
  readonly pages: readonly string[];
}

const START = /^(start|begin|from|birth|born|inception|founded|opened)/i;
const END = /^(end|to$|until|death|died|dissol|abolish|closed)/i;
const TIME = /date|time|when|year/i;
const PAGE = /article|website|source|reference|url$/i;

/** Rows at the head of a result that show what a variable holds. */
const SAMPLE = 50;

/** Tells by the names of variables, and by what they hold in the first rows, which is what. */
export function chooseRoles(names: readonly string[], rows: readonly Entry[]): Roles {
  const sample = rows.slice(0, SAMPLE);
  const named = (pattern: RegExp, among = names): string | undefined =>
    among.find(name => pattern.test(name));
  const holding = (test: (term: Term) => boolean): string[] =>
    names.filter(name =>
      sample.some(row => {
        const term = termOf(row, name);
        return term && test(term);
      }),
    );
  const uris = holding(({ type }) => type === 'uri');
  const images = holding(({ value }) => mediaType(value) === 'image');
  const item =
    uris.find(name => names.includes(`${name}Label`)) ??
    uris.find(name => !images.includes(name) && !PAGE.test(name));
  const typed = holding(({ datatype }) => DATE_TYPE.test(String(datatype)));
  const dates = typed.length
    ? typed
    : names.filter(name => [START, END, TIME].some(pattern => pattern.test(name)));
  const end = named(END, dates);
  const starts = dates.filter(name => name !== end);
  const texts = names.filter(name => !uris.includes(name) && !dates.includes(name));
  const label = `${item}Label`;
  return {
    item,
    title: names.includes(label) ? label : (named(/^(title|label|name|event)$|Label$/i, texts) ?? texts[0]),
    summary: named(/Description$|^(description|abstract|summary|comment)$/i, texts),
    start: named(START, starts) ?? named(TIME, starts) ?? starts[0],
    end,
    place: named(/^(place|location|city|country)(Label)?$/i, texts),
    image: images[0],
    pages: uris.filter(name => name !== item && PAGE.test(name)),
  };
}
