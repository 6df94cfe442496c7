import { htmlToText, type TextLink } from './html-text.js';

/** Reads those fields of one foreign record that may hold HTML, and gathers the links in them. */
export class HtmlFields {
  readonly #links = new Map<string, TextLink>();

  /** Returns a field as plain text, empty where it is neither text nor a number. */
  text(value: unknown): string {
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return '';
    const { text, links } = htmlToText(value);
    for (const link of links) this.addLink(link);
    return text.trim();
  }

  /** Returns a field as plain text on one line. */
  line(value: unknown): string {
    return this.text(value).replace(/\s*\n\s*/g, ' ');
  }

  addLink(link: TextLink & { readonly publisher?: string }): void {
    if (!this.#links.has(link.url)) this.#links.set(link.url, link);
  }

  /** What was linked to so far, once each, as `sources` of an event. */
  get sources(): readonly TextLink[] {
    return [...this.#links.values()];
  }
}

/** Returns the fields of a record that say something: no `null`, `undefined`, `false`, empty text or empty list. */
export function filled(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const saysNothing = (value: unknown): boolean =>
    (value ?? false) === false || value === '' || (Array.isArray(value) && !value.length);
  return Object.fromEntries(Object.entries(record).filter(([, value]) => !saysNothing(value)));
}

/** Returns a record without some of its fields. */
export function without(
  record: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name)));
}
