import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { mount, settled } from '../timeline-view/mounted.js';

const shown = (element: TimelineView) =>
  element.visibleEvents().map(({ title, span }) => `${title} ${span?.source}`);
const faults = ({ issues }: TimelineView) => issues.map(({ code, path }) => `${code} ${path}`);

describe('data of other programs in properties', () => {
  const slide = { start_date: { year: '2020', month: '2' }, text: { headline: 'A' } };
  const item = { id: 1, start: '2020-02', content: '<b>A</b>' };
  const node = { '@type': 'Event', name: 'A', startDate: '2020-02' };
  const simile = { dateTimeFormat: 'iso8601', events: [{ start: '2020-02', title: 'A' }] };
  const table: readonly [name: string, property: 'data' | 'events', value: unknown][] = [
    ['TimelineJS', 'data', { events: [slide] }],
    ['vis-timeline with groups', 'data', { items: [item], groups: [] }],
    ['vis-timeline with tips', 'data', [{ ...item, title: 'tip' }]],
    ['vis-timeline', 'events', [item]],
    ['JSON-LD', 'data', { '@context': 'https://schema.org', '@graph': [node] }],
    ['JSON-LD as a list', 'events', [node]],
    ['SIMILE', 'data', simile],
    ['lists in other words', 'data', [{ headline: 'A', when: '2020-02' }]],
  ];
  for (const [name, property, value] of table)
    it(`${name}, as the same in a text`, async () => {
      const element = await mount({ [property]: value });
      await settled(element);
      expect(shown(element)).to.eql(['A 2020-02']);
      expect(faults(element)).to.eql([]);
    });

  it('are told where they stand', async () => {
    const element = await mount({ data: { items: [item, { ...item, id: 2, start: 'soon' }] } as never });
    await settled(element);
    expect(faults(element)).to.eql(['invalid-date items[1].start']);
  });

  it('are not looked for in our own, which keep their dates and are there at once', async () => {
    const date = new Date(Date.UTC(2020, 1, 3));
    const element = await mount({ events: [{ id: 1, title: 'A', date, mood: 'x' }] as never });
    expect(element.visibleEvents().map(({ id }) => id)).to.eql(['1']);
    expect(element.getEvent('1')!.data.date).to.equal(date);
    expect(faults(element)).to.eql([]);
  });

  it('are our own where they have no shape, whatever is in them', async () => {
    const untitled: Record<string, unknown> = { id: 'a', date: new Date(Date.UTC(2020, 1, 3)) };
    untitled.self = untitled;
    const element = await mount({ events: [untitled] as never });
    await settled(element);
    expect(element.visibleEvents().map(({ id }) => id)).to.eql(['a']);
    expect(faults(element)).to.eql(['missing-title events[0].title']);
  });
});
