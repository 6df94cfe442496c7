import { fromCivil, toCivil, type Civil } from '../../time/civil.js';
import { toInstant } from '../../time/zone.js';
import type { IssueLog } from '../issue-log.js';
import { isIanaZone } from './iana-zone.js';
import type { RawComponent } from './ics-components.js';
import { UTC, type IcsZone } from './ics-moment.js';
import { IcsComponent, placeAt, textOf, type Ical, type IcsProperty } from './ics-property.js';
import { ianaZone } from './windows-zones.js';

/** The zones that the times of a calendar name. */
export class IcsZones {
  readonly #ical: Ical;
  readonly #log: IssueLog;
  /** By TZID. */
  readonly #defined = new Map<string, RawComponent>();
  readonly #known = new Map<string, IcsZone | null>();

  /** `definitions` are the VTIMEZONEs, wherever they stand: some stand behind the times that name them. */
  constructor(definitions: readonly RawComponent[], ical: Ical, log: IssueLog) {
    this.#ical = ical;
    this.#log = log;
    for (const definition of definitions) {
      const tzid = /^TZID[^:]*:(.*)$/im
        .exec(definition.lines.map(({ text }) => text).join('\n'))?.[1]
        ?.trim();
      if (tzid && !this.#defined.has(tzid)) this.#defined.set(tzid, definition);
    }
  }

  /** The IANA names of the zones that were asked for. */
  get names(): readonly string[] {
    return [...new Set([...this.#known.values()].flatMap(zone => zone?.name || []))];
  }

  /** Returns the zone that a property names; null where it names none, or one that nobody knows, which is an issue. */
  of({ params, line, name }: IcsProperty): IcsZone | null {
    const tzid = textOf([params.tzid].flat()[0]);
    if (!tzid) return null;
    let zone = this.#known.get(tzid);
    if (zone === undefined) {
      zone = this.#find(tzid);
      this.#known.set(tzid, zone);
      if (!zone)
        this.#log.add(
          'invalid-value',
          'unknown time zone',
          tzid,
          'expected an IANA name or a VTIMEZONE; its times are read without a zone',
          placeAt(line, name),
        );
    }
    return zone;
  }

  /**
   * A name of the IANA database goes before a definition: it knows the whole past of the zone, while calendars
   * define what they need. `/mozilla.org/20050126_1/Europe/Vienna` has such a name at its end.
   */
  #find(tzid: string): IcsZone | null {
    const definition = this.#defined.get(tzid);
    const parts = tzid.startsWith('/') ? tzid.split('/') : [];
    const own = definition && new IcsComponent(definition, this.#ical, this.#log);
    const names = [
      tzid,
      parts.slice(-3).join('/'),
      parts.slice(-2).join('/'),
      own?.text('X-LIC-LOCATION') ?? '',
    ];
    // Windows knows fewer zones than there are: what a calendar defines says which.
    const name = names.find(isIanaZone) ?? (definition ? '' : ianaZone(tzid));
    if (name) return name === 'UTC' ? UTC : { name, toInstant: remembered(wall => toInstant(wall, name)) };
    return definition ? this.#define(definition) : null;
  }

  /** Returns the zone of a VTIMEZONE; null where it says nothing of any offset. */
  #define(definition: RawComponent): IcsZone | null {
    const { Component, Timezone, Time } = this.#ical;
    const component = new Component(['vtimezone', [], definition.parts.map(part => this.#observance(part))]);
    const zone = new Timezone({ component, tzid: 'defined' });
    const toOffset = (wall: number): number => {
      const { year, month, day, hour, minute, second } = toCivil(wall);
      const time = new Time({ year, month, day, hour, minute, second }, zone);
      const offset = zone.utcOffset(time);
      const [first] = zone.changes as readonly Change[];
      // ical.js says 0 for what is before the first change.
      return first && wall - first.prevUtcOffset * 1000 < fromCivil(first) ? first.prevUtcOffset : offset;
    };
    try {
      toOffset(0);
    } catch {
      return null; // it is a zone that nobody knows
    }
    return zone.changes.length ? { name: '', toInstant: wall => wall - toOffset(wall) * 1000 } : null;
  }

  /** Rules that are finer than monthly are none of a time zone, and would keep ical.js busy for ever. */
  #observance(part: RawComponent): unknown[] {
    const { properties } = new IcsComponent(part, this.#ical, this.#log);
    const isRule = ({ values: [rule] }: IcsProperty) =>
      /^(YEARLY|MONTHLY)$/.test((rule as { freq?: string }).freq ?? '');
    const jcal = properties
      .filter(property => property.name !== 'RRULE' || isRule(property))
      .map(({ name, params, type, values }) => [name.toLowerCase(), params, type, ...values]);
    return [part.name.toLowerCase(), jcal, []];
  }
}

/** Every time is asked for more than once, and `Intl` is slow. */
function remembered(find: (wall: number) => number): (wall: number) => number {
  const found = new Map<number, number>();
  return wall => {
    const instant = found.get(wall) ?? find(wall);
    found.set(wall, instant);
    return instant;
  };
}

/** A change of the clocks, in UTC. */
interface Change extends Omit<Civil, 'millisecond'> {
  readonly prevUtcOffset: number;
}
