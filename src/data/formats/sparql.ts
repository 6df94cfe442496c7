import { isEntry, type Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import type { FormatResult } from './format.js';
import { filled } from './html-fields.js';
import { readSparqlDate } from './sparql-date.js';
import { chooseRoles, termOf, type Roles } from './sparql-roles.js';

/** The rows that speak of one item at one date. */
interface Found {
  /** The first of them. */
  readonly row: number;
  /** What each variable is bound to, without repetitions. */
  readonly values: Map<string, Set<string>>;
}

/** Between two rests. */
const ROWS_AT_ONCE = 256;

/** Whether a value holds results of a SPARQL query in their JSON format, version 1.0 or 1.1. */
export function isSparql(value: unknown): boolean {
  if (!isEntry(value) || !isEntry(value.head) || !isEntry(value.results)) return false;
  return Array.isArray(value.head.vars) && Array.isArray(value.results.bindings);
}

/**
 * Reads results of a SPARQL query. Names of variables, and what they hold, say what is title, date and so on; the
 * others are kept by their names. A query multiplies rows where something has several values: those of one item
 * at one date become one event, with lists. What is unknown (a blank node) is left out.
 */
export function* mapSparql(value: unknown): Work<FormatResult> {
  const { head, results } = value as { head: { vars: unknown[] }; results: { bindings: unknown[] } };
  const names = head.vars.filter(name => typeof name === 'string');
  const rows = results.bindings.map(row => (isEntry(row) ? row : {}));
  const roles = chooseRoles(names, rows);
  const found = new Map<string, Found>();
  const languages = new Set<unknown>();
  for (const [i, row] of rows.entries()) {
    if (i % ROWS_AT_ONCE === 0) yield i / rows.length / 2;
    const [item, start, end] = [roles.item, roles.start, roles.end].map(name => termOf(row, name)?.value);
    const key = JSON.stringify(item === undefined ? i : [item, start, end]);
    const entry = found.get(key) ?? { row: i, values: new Map<string, Set<string>>() };
    found.set(key, entry);
    languages.add(termOf(row, roles.title)?.['xml:lang']);
    for (const name of names) {
      const term = termOf(row, name);
      if (!term) continue;
      const values = entry.values.get(name) ?? new Set();
      entry.values.set(name, values.add(term.value));
    }
  }
  const all = [...found.values()];
  const events: Entry[] = [];
  for (const [i, { values }] of all.entries()) {
    if (i % ROWS_AT_ONCE === 0) yield 0.5 + i / all.length / 2;
    events.push(eventOf(values, roles));
  }
  const [lang] = languages;
  return {
    document: { ...(languages.size === 1 && typeof lang === 'string' && lang && { lang }), events },
    issues: [],
    placeOf: (index, field) => {
      const name = /^(date|start|end|title|summary|place)\b/.exec(field ?? '')?.[0] ?? '';
      const variable = roles[(name === 'date' ? 'start' : name) as keyof Roles] ?? field;
      return `results.bindings[${all[index]?.row ?? index}]${field ? `.${String(variable)}` : ''}`;
    },
  };
}

function eventOf(values: ReadonlyMap<string, ReadonlySet<string>>, roles: Roles): Entry {
  const { item, title, summary, start, end, place, image, pages } = roles;
  const all = (name: string | undefined): readonly string[] => [...(values.get(name ?? '') ?? [])];
  const dateOf = (name: string | undefined): string | undefined => {
    const [text] = all(name);
    const [precision] = [...all(`${name}Precision`), ...all('precision'), ...all('timePrecision')];
    return text && readSparqlDate(text, precision ? Number(precision) : undefined);
  };
  const [from, to] = [dateOf(start), dateOf(end)];
  const known = new Set([
    item,
    summary,
    start,
    end,
    place,
    image,
    ...pages,
    all(title).length > 1 ? '' : title,
  ]);
  const others = [...values]
    .filter(([name]) => !known.has(name))
    .map(([name, { size }]) => [
      /^(date|start|end)$/.test(name) ? `?${name}` : name,
      size > 1 || /^(tags|people)$/.test(name) ? all(name) : all(name)[0],
    ]);
  return {
    ...(Object.fromEntries(others) as Entry),
    ...filled({
      ...(to === undefined || to === from ? { date: from } : { start: from, end: to }),
      title: all(title)[0] ?? all(item)[0],
      summary: all(summary).join('\n\n'),
      place: all(place).join(', '),
      url: all(item)[0],
      media: all(image).map(src => ({ type: 'image', src })),
      sources: pages.flatMap(name => all(name).map(url => ({ title: url, url }))),
    }),
  };
}
