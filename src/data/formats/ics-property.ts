import type ICAL from 'ical.js';
import type { IssueLog } from '../issue-log.js';
import type { ContentLine, RawComponent } from './ics-components.js';

/** What the package ical.js exports. */
export type Ical = typeof ICAL;

/** One property of a component: `DTSTART;TZID=Europe/Vienna:20120213T100000`. */
export interface IcsProperty {
  /** In capitals. */
  readonly name: string;
  /** By lower-case name. */
  readonly params: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As jCal names it (RFC 7265): `date-time`, `uri`, `cal-address` … */
  readonly type: string;
  /** Unescaped. */
  readonly values: readonly unknown[];
  /** What stands behind the colon. */
  readonly raw: string;
  readonly line: number;
}

/** A component with the properties that could be read. */
export class IcsComponent {
  readonly name: string;
  readonly line: number;
  readonly properties: readonly IcsProperty[];
  /** Whether all of them could be read. */
  readonly isWhole: boolean;

  /** Reads its properties one by one: a broken one is an issue and costs no other. */
  constructor({ name, line, lines }: RawComponent, ical: Ical, log: IssueLog) {
    this.name = name;
    this.line = line;
    this.properties = lines.flatMap(content => readProperty(content, ical, log) ?? []);
    this.isWhole = this.properties.length === lines.length;
  }

  first(...names: readonly string[]): IcsProperty | undefined {
    for (const name of names) {
      const found = this.properties.find(property => property.name === name);
      if (found) return found;
    }
    return undefined;
  }

  every(name: string): readonly IcsProperty[] {
    return this.properties.filter(property => property.name === name);
  }

  /** Returns the text of the first property of that name, without the white space around it; empty if there is none. */
  text(...names: readonly string[]): string {
    return textOf(this.first(...names)?.values[0]);
  }
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Returns the place of a line for messages: `line 120, DTSTART`. */
export const placeAt = (line: number, name = ''): string => `line ${line}${name && `, ${name}`}`;

/** Up to the first colon that is not in quotes. */
const HEAD = /^(?:"[^"]*"|[^":])*:/;

function readProperty({ text, line }: ContentLine, ical: Ical, log: IssueLog): IcsProperty | undefined {
  const name = /^[\w-]*/.exec(text)![0].toUpperCase();
  try {
    const [, params, type, ...values] = ical.parse.property(text) as [string, object, string, ...unknown[]];
    if (type === 'recur') ical.Recur.fromData(values[0] as object); // throws where its UNTIL is none
    return {
      name,
      params: params as IcsProperty['params'],
      type,
      values: type === 'unknown' ? values.map(unescape) : values,
      raw: text.replace(HEAD, ''),
      line,
    };
  } catch {
    return log.add(
      'invalid-value',
      'unreadable',
      text,
      REMEDIES[name] ?? 'expected NAME:value',
      placeAt(line, name),
    );
  }
}

const REMEDIES: Readonly<Record<string, string>> = {
  RRULE: 'expected a rule such as FREQ=YEARLY;COUNT=5; it is left out',
};

/** ical.js leaves the texts of properties that it does not know as they are. */
const unescape = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.replace(/\\([nN\\;,])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter))
    : value;
