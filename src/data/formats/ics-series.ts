import type { EpochMs } from '../../time/epoch-ms.js';
import type { IssueLog } from '../issue-log.js';
import type { Work } from '../work.js';
import { addDuration, instantOf, readDuration, readMoment, type IcsMoment } from './ics-moment.js';
import { placeAt, type Ical, type IcsComponent, type IcsProperty } from './ics-property.js';
import { dayOf, expandRule } from './ics-recurrence.js';
import { momentOf, timesOf, type IcsTimes } from './ics-times.js';
import type { IcsZones } from './ics-zones.js';

/** What is needed to find the dates of a series. */
export interface SeriesContext {
  readonly ical: Ical;
  readonly zones: IcsZones;
  readonly log: IssueLog;
  /** When the text was written, as far as it says so. */
  readonly written: EpochMs | null;
  readonly budget: {
    /** How many more dates of rules may be shown in all. */
    left: number;
    /** The rules that give more dates than are shown. */
    readonly cut: IcsProperty[];
  };
}

/** One date of an event. */
export interface Occurrence {
  /** What says all but the date: the event, or what was changed for this date. */
  readonly component: IcsComponent;
  readonly start: IcsMoment;
  readonly end: IcsMoment | null;
  /** The date that it has in the series: what tells it from the others. */
  readonly original: IcsMoment;
}

type Dates = Pick<Occurrence, 'start' | 'end'>;

/** What a component of the same UID says of one date of a series, or of that and all later ones. */
interface Change extends IcsTimes {
  readonly component: IcsComponent;
  readonly at: IcsMoment;
  readonly isLater: boolean;
}

/**
 * Returns the dates of an event: its first, those of its rules and those it lists, without those it leaves out, and
 * with what `changes` say of some of them. None where no date can be read.
 */
export function* readSeries(
  event: IcsComponent,
  changes: readonly IcsComponent[],
  context: SeriesContext,
): Work<readonly Occurrence[]> {
  const times = timesOf(event, context.zones, context.log);
  const dates = yield* datesOf(event, times, context);
  const isLeftOut = exceptionsOf(event, times, context);
  const open = new Map(changesOf(changes, times, context).map(change => [instantOf(change.at), change]));
  const later = [...open.values()].filter(({ isLater }) => isLater);
  const result = dates
    .filter(({ start }) => !isLeftOut(start))
    .map(({ start: original, end }): Occurrence => {
      const instant = instantOf(original);
      const change = open.get(instant);
      open.delete(instant);
      if (change) return changed(change, change.start, original);
      const range = later.findLast(({ at }) => instantOf(at) < instant);
      if (!range) return { component: event, start: original, end, original };
      return changed(
        range,
        { ...range.start, wall: range.start.wall + original.wall - range.at.wall },
        original,
      );
    });
  // A change of a date that the series does not have is a date all the same.
  for (const change of open.values()) result.push(changed(change, change.start, change.at));
  return result;
}

const changed = ({ component, endOf }: Change, start: IcsMoment, original: IcsMoment): Occurrence => {
  return { component, start, end: endOf(start), original };
};

/** The dates in order, none twice. */
function* datesOf(
  event: IcsComponent,
  times: IcsTimes | null,
  context: SeriesContext,
): Work<readonly Dates[]> {
  const found: Dates[] = times ? [{ start: times.start, end: times.endOf(times.start) }] : [];
  for (const rule of times ? event.every('RRULE') : []) {
    const { moments, cut } = yield* expandRule(rule, times!.start, context.ical, {
      most: context.budget.left,
      written: context.written,
    });
    for (const start of moments) found.push({ start, end: times!.endOf(start) });
    context.budget.left -= moments.length;
    const remedy = 'expected days that there are';
    if (cut === 'limit') context.budget.cut.push(rule);
    if (cut === 'lost')
      context.log.add(
        'invalid-value',
        'no date of the rule is found',
        rule.raw,
        remedy,
        placeAt(rule.line, rule.name),
      );
  }
  for (const property of event.every('RDATE')) found.push(...listedIn(property, times, context));
  const byInstant = new Map(found.map(date => [instantOf(date.start), date]));
  return [...byInstant.values()].sort((a, b) => instantOf(a.start) - instantOf(b.start));
}

/** The dates, times or periods of an RDATE. */
function listedIn(
  property: IcsProperty,
  times: IcsTimes | null,
  { zones, log }: SeriesContext,
): readonly Dates[] {
  const zone = zones.of(property) ?? times?.start.zone ?? null;
  return property.raw.split(',').flatMap((value): Dates[] => {
    const [from = '', to] = value.split('/');
    const start = readMoment(from, zone);
    if (!start) {
      const remedy = 'expected dates such as 19970714 or 19970714T123000Z';
      log.add('invalid-date', 'invalid date', value, remedy, placeAt(property.line, property.name));
      return [];
    }
    if (to === undefined) return [{ start, end: times?.endOf(start) ?? null }];
    const duration = readDuration(to);
    return [{ start, end: duration ? addDuration(start, duration) : readMoment(to, zone) }];
  });
}

/** Returns whether a date is left out: by its time, or by its day. */
function exceptionsOf(
  event: IcsComponent,
  times: IcsTimes | null,
  { zones }: SeriesContext,
): (start: IcsMoment) => boolean {
  const days = new Set<number>();
  const instants = new Set<number>();
  for (const property of event.every('EXDATE')) {
    const zone = zones.of(property) ?? times?.start.zone ?? null;
    for (const value of property.raw.split(',')) {
      const moment = readMoment(value, zone);
      if (moment) (moment.isDay ? days : instants).add(instantOf(moment));
    }
  }
  return start => instants.has(instantOf(start)) || days.has(dayOf(start.wall));
}

function changesOf(
  components: readonly IcsComponent[],
  times: IcsTimes | null,
  { zones, log }: SeriesContext,
): readonly Change[] {
  return components.flatMap((component): Change[] => {
    const property = component.first('RECURRENCE-ID')!;
    const at = momentOf(property, zones, times?.start.zone);
    const own = timesOf(component, zones, log);
    if (!at && !own) return [];
    const isLater = /^THISANDFUTURE$/i.test(String(property.params.range));
    const { start, endOf } = own ?? { start: at!, endOf: times?.endOf ?? (() => null) };
    return [{ component, at: at ?? start, isLater, start, endOf }];
  });
}
