/** HTML that is safe to hand on: made by `markup`, or of what is written here. */
export class Markup {
  constructor(private readonly html: string) {}

  toString(): string {
    return this.html;
  }
}

/** What a template takes: text, which is escaped, markup and lists of these; nothing stands for what is not there. */
export type Insertion = string | number | Markup | readonly Insertion[] | null | undefined | false;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // A parser would make line feeds of them.
  '\r': '&#13;',
};

/** Returns the text as it stands in HTML, in elements and in quoted attributes alike; `spared` is a quote that may stay. */
const escaped = (text: string, spared = ''): string =>
  text.replace(/[&<>"'\r]/g, character => (character === spared ? character : ENTITIES[character]!));

/** Returns the markup of a template, all texts in it escaped. Attributes in it are written with their quotes. */
export const markup = (strings: TemplateStringsArray, ...insertions: readonly Insertion[]): Markup =>
  new Markup(String.raw({ raw: strings }, ...insertions.map(written)));

function written(insertion: Insertion): string {
  if (insertion === null || insertion === undefined || insertion === false) return '';
  if (insertion instanceof Markup) return insertion.toString();
  return typeof insertion === 'object' ? insertion.map(written).join('') : escaped(String(insertion));
}

/** Returns insertions with another between every two of them. */
export const joined = (insertions: readonly Insertion[], between: Insertion): Insertion[] =>
  insertions.flatMap((insertion, i) => (i ? [between, insertion] : [insertion]));

/** Returns attributes as they stand in a tag; `true` is one without a value, `null` and its like is none. */
export const attributes = (
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
): Markup[] =>
  Object.entries(values).flatMap(([name, value]) => {
    if (value === null || value === undefined || value === false) return [];
    if (!/^[a-z][\w.:-]*$/i.test(name))
      throw new TypeError(`no name of an attribute: ${JSON.stringify(name)}`);
    return new Markup(value === true ? ` ${name}` : ` ${name}=${quoted(String(value))}`);
  });

/** JSON has many quotes of one kind: within the other they stay as they are. */
const quoted = (text: string): string =>
  text.includes('"') ? `'${escaped(text, '"')}'` : `"${escaped(text, "'")}"`;

/** Returns JSON as the text of a script: nothing in it ends the script, or begins a comment. */
export const scriptJson = (value: unknown): Markup =>
  new Markup(JSON.stringify(value).replace(/</g, '\\u003c'));
