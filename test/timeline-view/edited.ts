import type { EventRecord } from '../../src/data/document-shape.js';
import type { TimelineEditDetail } from '../../src/timeline-events.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { find, listen, markOf, mount, parts, settled, textOf, until } from './mounted.js';

export const EVENTS: (EventRecord & { id: string })[] = [
  { id: 'about', date: '1984~', title: 'about then', lane: 'one' },
  {
    id: 'months',
    date: '1986-03/1988-05',
    title: 'some months',
    lane: 'one',
    note: 'kept',
  },
  { id: 'open', date: '1989/..', title: 'going on', lane: 'two' },
  { id: 'set', date: '[1985,1987]', title: 'either', lane: 'two' },
  { id: 'last', date: '1993', title: 'the last', lane: 'two' },
];

export async function editor(settings: Partial<TimelineView> = {}): Promise<TimelineView> {
  const element = await mount(
    { data: { events: EVENTS }, editable: true, ...settings },
    { attributes: { view: '1980/1995', lang: 'en' } },
  );
  await until(() => find(element, '[data-action="add"]') ?? settings.controls, 'editing to be loaded');
  return element;
}

export const recordOf = (element: TimelineView, id: string): unknown => element.getEvent(id)?.data;
export const dateOf = (element: TimelineView, id: string): unknown => element.getEvent(id)?.data.date;
export const status = (element: TimelineView): string => textOf(find(element, '#status'));

export async function select(element: TimelineView, id: string): Promise<void> {
  element.select(id);
  await settled(element);
  await until(() => parts(element, 'handle').length > 0, 'handles');
}

export async function focusMark(element: TimelineView, id: string): Promise<void> {
  markOf(element, id)!.node.focus();
  await settled(element);
}

export const edits = (element: TimelineView): (() => TimelineEditDetail[]) => {
  const sent = listen(element);
  return () =>
    sent.filter(({ type }) => type === 'edit').map(({ event }) => event.detail as TimelineEditDetail);
};

/** Fills a field of the form. */
export function fill(element: TimelineView, field: string, text: string): void {
  const input = find<HTMLInputElement>(element, `#edit-${field}`)!;
  input.value = text;
  input.dispatchEvent(new Event(field === 'status' ? 'change' : 'input', { bubbles: true }));
}
