import type { TimelineEvent } from '../data/timeline-event.js';
import type { EventSource } from '../index/event-source.js';
import type { Relative } from './frame-context.js';

/** The events that an event names and those that name it; a pair that names each other is told once, from this side. */
export function relativesOf(event: TimelineEvent, source: Pick<EventSource, 'get' | 'namedBy'>): Relative[] {
  const named = event.links.flatMap(({ to, rel, label }): Relative[] => {
    const other = source.get(to);
    return other ? [{ event: other, rel, label, incoming: false }] : [];
  });
  const told = new Set(named.map(({ event: { id } }) => id));
  const naming = source
    .namedBy(event.id)
    .filter(({ event: { id } }) => !told.has(id))
    .map(({ event: other, link: { rel, label } }): Relative => ({
      event: other,
      rel,
      label,
      incoming: true,
    }));
  return [...named, ...naming];
}
