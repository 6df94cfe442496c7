import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { parseDate, type DateInput } from '../../src/time/parse-date.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords } from '../layout/sample.js';
import { clustersOf, mount, parts, settled, textOf } from './mounted.js';

/** When an event begins, as its date is written: open starts first, what has no date last. */
function begin({ date }: Record<string, unknown>): number {
  const read = parseDate(date as DateInput);
  return read.ok ? read.value.start : Infinity;
}

/** What a screen reader says of each event, in the order of the document. */
const told: Record<string, (element: TimelineView) => { id: string; name: string }[]> = {
  horizontal: element => names(parts(element, 'mark')),
  vertical: element => names(parts(element, 'mark')),
  list: element =>
    parts(element, 'list-item').map(item => ({
      id: item.dataset.id!,
      name: textOf(item.querySelector('h3, h4, h5')),
    })),
};
const names = (nodes: HTMLElement[]) =>
  nodes.map(({ dataset, ariaLabel }) => ({ id: dataset.id!, name: ariaLabel! }));

describe('what is read aloud comes in the order of time', () => {
  it('whatever the data and their order, in every layout', async () => {
    const element = await mount();
    const sizes = fc.integer({ min: 1, max: 120 });
    await fc.assert(
      fc.asyncProperty(fc.integer(), sizes, fc.constantFrom(1, 3), async (seed, size, lanes) => {
        const records = randomRecords(size, seed, lanes);
        const byId = new Map(records.map(record => [record.id as string, record]));
        element.events = records as never;
        for (const [layout, tell] of Object.entries(told)) {
          element.layout = layout as TimelineView['layout'];
          await element.fit();
          await settled(element);
          const heard = tell(element);
          for (const { id, name } of heard)
            expect(name.startsWith(byId.get(id)!.title as string), `${layout}: ${name}`).to.equal(true);
          const begins = heard.map(({ id }) => begin(byId.get(id)!));
          expect(begins, layout).to.eql([...begins].sort((a, b) => a - b || 0));
        }
        // Nothing is gathered in the list: there it is all of them.
        expect(told.list!(element).map(({ id }) => id)).to.have.members([...byId.keys()]);
      }),
      { seed: 61, numRuns: 6 },
    );
  });

  it('clusters stand among the events, where the first of theirs begins', async () => {
    const element = await mount({ events: randomRecords(300, 9) as never }, { width: 500 });
    expect(clustersOf(element).length).to.be.greaterThan(5);
    const stops = [
      ...element.shadowRoot!.querySelectorAll<HTMLElement>('ol :is([part~="mark"], [part~="cluster"])'),
    ];
    const starts = stops.map(({ dataset }) => Number(dataset.start ?? -Infinity));
    expect(starts).to.eql([...starts].sort((a, b) => a - b || 0));
  });
});
