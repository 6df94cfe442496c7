import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { find, markOf, mount, settled, textOf } from './mounted.js';

const EVENTS = [
  { id: 'a', date: '2020-03-01', title: 'The first case' },
  { id: 'b', date: '2020-03-10', title: 'The order' },
  { id: 'c', date: '2020-03-22', title: 'The answer' },
  { id: 'd', date: '2020-05', title: 'The end' },
  { id: 'u', date: 'unknown', title: 'Nobody knows when' },
];
const counting = (settings: object = {}): Promise<TimelineView> =>
  mount({ events: EVENTS, zero: 'b', ...settings }, { width: 900 });
const name = (element: TimelineView, id: string): string => markOf(element, id)!.node.ariaLabel!;

describe('zero', () => {
  it('counts the dates from that event: in names, details, and back', async () => {
    const element = await counting({ selected: 'c' });
    expect(name(element, 'a')).to.contain('(day −9)');
    expect(name(element, 'd')).to.contain('(month 2)');
    expect(textOf(find(element, '.details .date'))).to.contain('March 22, 2020 (day 12)');
    element.zero = 'a';
    await settled(element);
    expect(name(element, 'c')).to.contain('(day 21)');
    element.zero = null;
    await settled(element);
    expect(name(element, 'c')).not.to.contain('day 21');
    expect(textOf(find(element, '.details .date'))).not.to.contain('(');
  });

  it('counts in labels, which stay as they are while events come, and are the dates again without it', async () => {
    const element = await counting();
    const date = (id: string): string | undefined =>
      markOf(element, id)!.node.querySelector<HTMLElement>('.label .date')?.dataset.text;
    const dates = (): (string | undefined)[] => ['a', 'b', 'c', 'd'].map(date);
    expect(dates()).to.eql(['day −9', 'day 0', 'day 12', 'month 2']);
    for (const id of ['a', 'c', 'd']) expect(name(element, id)).to.contain(date(id));
    const before = markOf(element, 'c')!.node;
    element.addEvents([{ id: 'e', date: '2020-04-03', title: 'More' }]);
    await settled(element);
    expect([markOf(element, 'c')!.node, date('e')]).to.eql([before, 'day 24']);
    element.updateEvents([{ id: 'b', date: '2020-03-11' }]);
    await settled(element);
    expect(dates()).to.eql(['day −10', 'day 0', 'day 11', 'month 2']);
    element.zero = null;
    await settled(element);
    expect(dates()).to.eql(['Mar 1', 'Mar 11', 'Mar 22', 'May']);
  });

  it('counts in the list and down the line', async () => {
    const element = await counting({ layout: 'list' });
    expect(textOf(find(element, '.list [data-id="c"] .when'))).to.contain('(day 12)');
    expect(textOf(find(element, '.list [data-id="u"] .when'))).not.to.contain('(day');
    element.layout = 'vertical';
    await settled(element);
    expect(textOf(find(element, '.column'))).to.contain('(day 12)');
  });

  it('is chosen in the details, and given up there', async () => {
    const element = await counting({ zero: null, selected: 'c' });
    const button = (): HTMLButtonElement => find(element, '.details .count-from')!;
    expect(button().ariaPressed).to.equal('false');
    button().click();
    await settled(element);
    expect(element.zero).to.equal('c');
    expect(button().ariaPressed).to.equal('true');
    expect(name(element, 'b')).to.contain('(day −12)');
    button().click();
    await settled(element);
    expect(element.zero).to.equal(null);
    element.selected = 'u';
    await settled(element);
    expect(find(element, '.details .count-from')).to.equal(null);
  });

  it('of no event that can be counted from is an issue, and counts nothing', async () => {
    const events = [...EVENTS, { id: 'vague', date: '18XX', title: 'In the eighteen hundreds' }];
    for (const zero of ['nobody', 'u', 'vague']) {
      const element = await counting({ events, zero });
      expect(element.issues.map(({ message }) => message).join()).to.contain('known at least by its year');
      expect(element.issues.map(({ path }) => path)).to.eql(['zero']);
      expect(name(element, 'c')).not.to.contain('day 12');
    }
  });
});
