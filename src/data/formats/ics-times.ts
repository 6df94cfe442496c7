import { DAY } from '../../time/epoch-ms.js';
import type { IssueLog } from '../issue-log.js';
import type { Entry } from '../read-shape.js';
import {
  addDuration,
  instantOf,
  momentText,
  readDuration,
  readMoment,
  type IcsMoment,
  type IcsZone,
} from './ics-moment.js';
import { placeAt, type IcsComponent, type IcsProperty } from './ics-property.js';
import { dayOf } from './ics-recurrence.js';
import type { IcsZones } from './ics-zones.js';

/** When something begins, and when what begins at some other moment, as a recurrence of it does, ends. */
export interface IcsTimes {
  readonly start: IcsMoment;
  /** Returns the end, not included; null where none is given, or one before the start. */
  readonly endOf: (start: IcsMoment) => IcsMoment | null;
}

/** Returns when a component takes place: null without a start that can be read. A to-do without one has its due date. */
export function timesOf(component: IcsComponent, zones: IcsZones, log: IssueLog): IcsTimes | null {
  const property = startOf(component);
  const start = property && momentOf(property, zones);
  if (!start) return null;
  const endAfter = endFrom(component, start, zones, log);
  const end = endAfter(start);
  if (!end || !isBefore(end, start)) return { start, endOf: endAfter };
  const { line, name, raw } = endOf(component)!;
  log.add('end-before-start', 'end before start', raw, 'the start alone is shown', placeAt(line, name));
  return { start, endOf: () => null };
}

/** Returns the property that says when something begins. */
export const startOf = (component: IcsComponent): IcsProperty | undefined =>
  component.first('DTSTART', 'DUE', 'COMPLETED');

function endFrom(
  component: IcsComponent,
  start: IcsMoment,
  zones: IcsZones,
  log: IssueLog,
): IcsTimes['endOf'] {
  const property = endOf(component);
  if (!property) return () => null;
  const duration = property.name === 'DURATION' ? readDuration(property.raw) : null;
  if (duration) return moment => addDuration(moment, duration);
  const end = property.name === 'DURATION' ? null : momentOf(property, zones, start.zone);
  if (!end) {
    const remedy =
      'expected such as 19970714, 19970714T123000Z or, for DURATION, P1D; the start alone is shown';
    log.add('invalid-date', 'invalid end', property.raw, remedy, placeAt(property.line, property.name));
    return () => null;
  }
  // On the same clock, what ends at noon always does; otherwise it lasts as long.
  if (end.zone === start.zone) return ({ wall }) => ({ ...end, wall: end.wall + wall - start.wall });
  const length = instantOf(end) - instantOf(start);
  return moment => (moment.wall === start.wall ? end : addDuration(moment, { days: 0, ms: length }));
}

/** Returns the property that says when something ends; an empty one says nothing. */
function endOf(component: IcsComponent): IcsProperty | undefined {
  const property = component.first('DTEND', 'DUE', 'DURATION');
  return property?.raw && property !== startOf(component) ? property : undefined;
}

/** Returns the moment that a property names; one without a zone of its own may stand in that of another. */
export const momentOf = (
  property: IcsProperty,
  zones: IcsZones,
  other: IcsZone | null = null,
): IcsMoment | null => readMoment(property.raw, zones.of(property) ?? other);

/** Returns the date of an event as fields of a record. The end of a calendar is the first day, or moment, after it. */
export function dateFields(start: IcsMoment, end: IcsMoment | null): Entry {
  const date = momentText(start);
  if (!end) return { date };
  if (!end.isDay) return isSame(start, end) ? { date } : { start: date, end: momentText(end) };
  const last = { ...end, wall: end.wall - DAY };
  return last.wall > start.wall || (!start.isDay && last.wall === dayOf(start.wall))
    ? { start: date, end: momentText(last) }
    : { date };
}

/** Whether an end is before its start; a clock that floats can't be compared with one that does not. */
function isBefore(end: IcsMoment, start: IcsMoment): boolean {
  if (end.isDay) return end.wall < dayOf(start.wall);
  if (start.isDay || !end.zone !== !start.zone) return end.wall < start.wall - (start.isDay ? 0 : DAY);
  return instantOf(end) < instantOf(start);
}

const isSame = (start: IcsMoment, end: IcsMoment): boolean =>
  end.isDay === start.isDay && !end.zone === !start.zone && instantOf(end) === instantOf(start);
