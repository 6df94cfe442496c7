import { EVENT } from '../document-shape.js';

const split = (separator: RegExp) => (text: string) =>
  text
    .split(separator)
    .map(part => part.trim())
    .filter(Boolean);

const READ: Readonly<Record<string, (text: string) => unknown>> = {
  importance: text => Number(text || NaN),
  tags: split(/[,;]/),
  people: split(/[,;]/),
  links: split(/\s+/),
  lane: text => (text.includes(';') ? split(/;/)(text) : text),
};

/** Whether a name is that of a field of events. */
export const isField = (name: string): boolean => Object.hasOwn(EVENT.fields, name);

/**
 * Returns the value of a field that stands in a text, such as an attribute: people and tags between
 * commas, lanes between semicolons, ids of links between blanks, the importance as a number.
 */
export const readField = (name: string, text: string): unknown => READ[name]?.(text) ?? text;
