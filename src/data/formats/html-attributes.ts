import { isEntry } from '../read-shape.js';
import type { HtmlElement } from './html-tree.js';
import type { Draft } from './schema-node.js';

/** Holds, as JSON, what the record of an event says beyond the text and the other attributes of its item. */
export const RECORD = 'data-record';

/** Holds, as JSON, what a document says apart from its title and its events; on any element around these or beside them. */
export const DOCUMENT = 'data-document';

/** Stands at what is said once more, for readers: it is no event, and no part of one, and no JSON-LD to read. */
export const DERIVED = 'data-derived';

export const isDerived = (element: HtmlElement): boolean => element.getAttribute(DERIVED) !== null;

/** Returns the fields that an attribute holds as JSON; none where it is absent, `null` where it holds no object. */
export function fieldsIn(element: HtmlElement, name: string): Draft | null {
  const text = element.getAttribute(name);
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (!isEntry(value)) return null;
    // Assigned by that name, it would be no field but the prototype.
    return Object.fromEntries(Object.entries(value).filter(([field]) => field !== '__proto__'));
  } catch {
    return null;
  }
}
