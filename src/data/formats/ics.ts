import { formatValue } from '../../language/format-value.js';
import type { EpochMs } from '../../time/epoch-ms.js';
import { IssueLog } from '../issue-log.js';
import type { Issue } from '../issue.js';
import type { Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import type { FormatResult, ReadFormat } from './format.js';
import { isIanaZone } from './iana-zone.js';
import { readComponents, type RawComponent } from './ics-components.js';
import { isEventKind, readEvents, type IcsDraft } from './ics-event.js';
import { readMoment, UTC } from './ics-moment.js';
import { IcsComponent, placeAt, type Ical, type IcsProperty } from './ics-property.js';
import { RECURRENCE_LIMITS } from './ics-recurrence.js';
import { IcsZones } from './ics-zones.js';
import { ianaZone } from './windows-zones.js';

/** Returns what reads iCalendar (RFC 5545). Rejects where the package ical.js is not installed. */
export async function openIcs(): Promise<ReadFormat> {
  try {
    const { default: ical } = await import('ical.js');
    return ({ text }) => readIcs(text, ical);
  } catch (cause) {
    throw new Error('ical.js is not installed', { cause });
  }
}

/** What holds events. */
interface Calendar {
  /** Null for what stands in no calendar. */
  readonly head: IcsComponent | null;
  readonly parts: readonly RawComponent[];
}

function* readIcs(text: string, ical: Ical): Work<FormatResult> {
  const log = new IssueLog();
  const calendars = calendarsOf(yield* readComponents(text, log), ical, log);
  const definitions = calendars.map(({ parts }) => parts.filter(({ name }) => name === 'VTIMEZONE'));
  const budget = { left: RECURRENCE_LIMITS.inAll as number, cut: [] as IcsProperty[] };
  const written = yield* writtenAt(calendars.flatMap(({ parts }) => parts));
  const drafts: IcsDraft[] = [];
  const zoneNames = new Set<string>();
  for (const [i, { head, parts }] of calendars.entries()) {
    const zones = new IcsZones([...definitions[i]!, ...definitions.flat()], ical, log);
    const lane = calendars.length > 1 ? titleOf(head) : '';
    yield* readEvents(parts, { ical, zones, log, budget, written }, lane, drafts);
    for (const name of zones.names) zoneNames.add(name);
  }
  const document = { ...headOf(calendars, [...zoneNames], log), events: drafts.map(({ record }) => record) };
  if (!calendars.length)
    log.add('invalid-document', 'no calendar', text.slice(0, 60), 'expected BEGIN:VCALENDAR');
  return {
    document,
    issues: [...log.issues, ...cutIssues(budget.cut), ...busyIssues(calendars)],
    faulty: drafts.flatMap(({ isFaulty }, i) => (isFaulty ? [i] : [])),
    placeOf: (index, field) => placeOf(drafts[index]!.component, field),
  };
}

/** The calendars of a text; events that stand in none are together in one without a name. */
function calendarsOf(components: readonly RawComponent[], ical: Ical, log: IssueLog): readonly Calendar[] {
  const calendars: Calendar[] = components
    .filter(({ name }) => name === 'VCALENDAR')
    .map(component => ({ head: new IcsComponent(component, ical, log), parts: component.parts }));
  const loose = components.filter(({ name }) => isEventKind(name) || /^V(FREEBUSY|TIMEZONE)$/.test(name));
  return loose.length ? [...calendars, { head: null, parts: loose }] : calendars;
}

/** Returns the latest time at which an event was written down or changed; null where none says when. */
function* writtenAt(parts: readonly RawComponent[]): Work<EpochMs | null> {
  let latest: EpochMs | null = null;
  for (const [i, { name, lines }] of parts.entries()) {
    if (i % 500 === 499) yield 0;
    if (!isEventKind(name)) continue;
    for (const { text } of lines) {
      const value = /^(?:DTSTAMP|LAST-MODIFIED)[^:]*:(.*)$/i.exec(text)?.[1];
      const moment = value && readMoment(value, UTC);
      if (moment) latest = Math.max(latest ?? moment.wall, moment.wall);
    }
  }
  return latest;
}

/** What a calendar is called; a private one often bears the address of its owner, which is nobody's business. */
function titleOf(head: IcsComponent | null): string {
  const name = head?.text('NAME', 'X-WR-CALNAME') ?? '';
  return name.includes('@') ? '' : name;
}

function headOf(calendars: readonly Calendar[], zoneNames: readonly string[], log: IssueLog): Entry {
  const heads = calendars.flatMap(({ head }) => head ?? []);
  const named = heads.map(head => head.first('X-WR-TIMEZONE')).find(zone => zone?.values[0]);
  const zone = String(named?.values[0] ?? '');
  const own = isIanaZone(zone) ? zone : ianaZone(zone);
  const timeZone = own || (zoneNames.length === 1 ? zoneNames[0] : undefined);
  if (named && !own) {
    const place = placeAt(named.line, named.name);
    log.add(
      'invalid-value',
      'unknown time zone',
      zone,
      'expected an IANA name, such as "America/Mexico_City"',
      place,
    );
  }
  const zoneField = timeZone && { timeZone };
  if (calendars.length > 1) {
    const lanes = heads.flatMap(head => {
      const [title, color] = [titleOf(head), head.text('COLOR')];
      return title ? [{ id: title, ...(color && { color }) }] : [];
    });
    return { ...zoneField, lanes };
  }
  const [title, summary] = [titleOf(heads[0] ?? null), heads[0]?.text('DESCRIPTION', 'X-WR-CALDESC')];
  return { ...zoneField, ...(title && { title }), ...(summary && { summary }) };
}

/** One issue for all rules that go on. */
function cutIssues([first, ...more]: readonly IcsProperty[]): readonly Issue[] {
  if (!first) return [];
  const path = placeAt(first.line, first.name);
  const others = more.length ? ` and ${more.length} more` : '';
  const { endless, yearsAhead, years, ending } = RECURRENCE_LIMITS;
  const shown =
    `of a rule that goes on, ${endless} dates up to ${yearsAhead} year after the calendar was written are shown, ` +
    `or within ${years} years where it does not say when that was; of one with an end, ${ending}`;
  const message = `${path}: more dates than are shown: ${formatValue(first.raw)}${others}; ${shown}`;
  return [{ code: 'too-many-events', path, message, severity: 'warning' }];
}

function busyIssues(calendars: readonly Calendar[]): readonly Issue[] {
  const busy = calendars.flatMap(({ parts }) => parts.filter(({ name }) => name === 'VFREEBUSY'));
  if (!busy.length) return [];
  const path = placeAt(busy[0]!.line);
  const message = `${path}: left out: ${busy.length} VFREEBUSY; busy times are no events`;
  return [{ code: 'source-ignored', path, message, severity: 'warning' }];
}

/** By field of a record, the properties that say it. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  id: ['UID'],
  title: ['SUMMARY'],
  date: ['DTSTART', 'DUE', 'COMPLETED'],
  start: ['DTSTART', 'DUE', 'COMPLETED'],
  end: ['DTEND', 'DURATION', 'DUE'],
  summary: ['DESCRIPTION'],
  place: ['LOCATION'],
  url: ['URL'],
  color: ['COLOR'],
};

function placeOf(component: IcsComponent, field = ''): string {
  const property = component.first(...(PROPERTIES[field] ?? []));
  return property ? placeAt(property.line, property.name) : placeAt(component.line, component.name);
}
