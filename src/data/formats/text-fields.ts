import { EVENT } from '../document-shape.js';

const split = (separator: RegExp) => (text: string) =>
  jsonList(text) ??
  text
    .split(separator)
    .map(part => part.trim())
    .filter(Boolean);

/** A list in JSON: of what has separators in it. */
function jsonList(text: string): unknown[] | undefined {
  if (!text.startsWith('["')) return undefined;
  try {
    return JSON.parse(text) as unknown[];
  } catch {
    return undefined;
  }
}

const READ: Readonly<Record<string, (text: string) => unknown>> = {
  importance: text => Number(text || NaN),
  tags: split(/[,;]/),
  people: split(/[,;]/),
  links: split(/\s+/),
  lane: text => jsonList(text) ?? (text.includes(';') ? split(/;/)(text) : text),
};

/** Whether a name is that of a field of events. */
export const isField = (name: string): boolean => Object.hasOwn(EVENT.fields, name);

/**
 * Returns the value of a field that stands in a text, such as an attribute: people and tags between
 * commas, lanes between semicolons, each of these also as a list in JSON, ids of links between blanks, the importance
 * as a number.
 */
export const readField = (name: string, text: string): unknown => READ[name]?.(text) ?? text;
