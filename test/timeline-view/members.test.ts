import { expect } from '@open-wc/testing';
import { STATUSES } from '../../src/data/timeline-event.js';
import { clustersOf, find, mount, textOf, until } from './mounted.js';

/** As many at one moment that no zoom parts them, of every status and of none, in two lanes. */
const events = Array.from({ length: 70 }, (_, i) => ({
  id: `n${i}`,
  date: '2025-03-01T10:00',
  title: `Report ${i}`,
  status: STATUSES[i % (STATUSES.length + 1)],
  lane: ['North', 'South'][i % 2]!,
}));

describe('the list of what a pill holds', () => {
  it('names each in full: date, title, status with its sign, lane; what does not hold is struck', async () => {
    const element = await mount({ events, label: 'At once' }, { width: 500 });
    clustersOf(element)[0]!.node.click();
    await until(() => find(element, '.members li'));
    const items = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.members li')];
    expect(items.length).to.be.above(STATUSES.length * 2);
    for (const item of items) {
      const { status, title, lane } = events.find(({ id }) => id === item.dataset.event)!;
      const told = textOf(item.querySelector('button'));
      expect(told)
        .to.include(title)
        .and.include('March 1, 2025')
        .and.match(new RegExp(` ${lane}$`));
      if (status) expect(told).to.include(status);
      expect(item.querySelector('svg') !== null, `${status} has a sign`).to.equal(status !== undefined);
      const { textDecorationLine } = getComputedStyle(item.querySelector('.title')!);
      const isStruck = status === 'refuted' || status === 'retracted';
      expect(textDecorationLine.includes('line-through'), status).to.equal(isStruck);
    }
  });
});
