import type { Entry } from '../read-shape.js';
import type { Work } from '../work.js';
import type { RawComponent } from './ics-components.js';
import { exactDateOf, fieldsOf } from './ics-fields.js';
import { momentText } from './ics-moment.js';
import { IcsComponent, placeAt } from './ics-property.js';
import { readSeries, type SeriesContext } from './ics-series.js';
import { dateFields, momentOf, startOf } from './ics-times.js';

/** A record of an event and the component that it was made from. */
export interface IcsDraft {
  readonly record: Entry;
  readonly component: IcsComponent;
  /** Whether anything is wrong with the component; of a series, the first tells. */
  readonly isFaulty?: boolean;
}

/** Whether a component is shown: an event, a to-do or an entry of a journal. */
export const isEventKind = (name: string): boolean => /^(VEVENT|VTODO|VJOURNAL)$/.test(name);

/** Adds the events of a calendar to `drafts`, all dates of a series where its first component stands. */
export function* readEvents(
  parts: readonly RawComponent[],
  context: SeriesContext,
  lane: string,
  drafts: IcsDraft[],
): Work<void> {
  const components: IcsComponent[] = [];
  const series = new Set<string>();
  const changes = new Map<string, IcsComponent[]>();
  for (const part of parts) {
    if (!isEventKind(part.name)) continue;
    const component = new IcsComponent(part, context.ical, context.log);
    if (components.push(component) % 20 === 0) yield 0.5;
    const uid = component.text('UID');
    if (!isChange(component)) series.add(uid);
    else if (changes.has(uid)) changes.get(uid)!.push(component);
    else changes.set(uid, [component]);
  }
  for (const [i, component] of components.entries()) {
    if (i % 20 === 0) yield 0.5 + (0.5 * i) / components.length;
    const uid = component.text('UID');
    if (isChange(component) && uid && series.has(uid)) continue; // read with its series
    const own = isChange(component) ? [] : (changes.get(uid) ?? []);
    const { size } = context.log;
    const made = yield* draftsOf(component, own, context);
    const isFaulty = context.log.size > size || !component.isWhole;
    for (const [k, { record, ...draft }] of made.entries())
      drafts.push({ ...draft, record: lane ? { ...record, lane } : record, isFaulty: isFaulty && k === 0 });
  }
}

/** Whether a component changes single dates of a series, of the same UID. */
const isChange = (component: IcsComponent): boolean => component.first('RECURRENCE-ID') !== undefined;

function* draftsOf(
  event: IcsComponent,
  changes: readonly IcsComponent[],
  context: SeriesContext,
): Work<readonly IcsDraft[]> {
  const occurrences = yield* readSeries(event, changes, context);
  const uid = event.text('UID');
  if (!occurrences.length) {
    const start = startOf(event);
    if (start && momentOf(start, context.zones)) return []; // all its dates are left out
    const dateText = start?.raw;
    if (dateText) {
      const remedy = 'expected a date such as 19970714, or a time such as 19970714T123000Z';
      context.log.add('invalid-date', 'invalid date', dateText, remedy, placeAt(start.line, start.name));
    }
    const record = { ...(uid && { id: uid }), ...fieldsOf(event), ...(dateText && { dateText }) };
    return [{ record, component: event }];
  }
  const isSeries = event.first('RRULE', 'RDATE', 'RECURRENCE-ID') !== undefined;
  const drafts: IcsDraft[] = [];
  for (const { component, start, end, original } of occurrences) {
    if (drafts.length % 20 === 19) yield 0.5;
    const id = isSeries ? `${uid}@${momentText({ ...original, zone: null })}` : uid;
    const date = (isSeries ? null : exactDateOf(component, start)) ?? dateFields(start, end);
    drafts.push({ record: { ...(uid && { id }), ...fieldsOf(component), ...date }, component });
  }
  return drafts;
}
