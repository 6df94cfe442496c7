import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords } from '../layout/sample.js';
import { drag, keys } from '../lib/browser-commands.js';
import { at, find, frames, mount, parts, settled, until } from './mounted.js';

const events = (count: number): never[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    date: new Date(at(2020, 1, 1) + i * (3e11 / count)).toISOString().slice(0, 10),
    title: `Event ${i}`,
  })) as never;
const crowd = (count = 500): Promise<TimelineView> =>
  mount({ events: events(count), label: 'Crowd' }, { width: 600 });
const slider = (element: TimelineView, part: string): HTMLElement =>
  find(element, `.overview [data-part="${part}"]`)!;
const middle = (node: Element): [number, number] => {
  const { x, y, width, height } = node.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
};

/** Drags a part of the window by so many px. */
async function dragPart(element: TimelineView, part: string, dx: number): Promise<void> {
  const [x, y] = middle(slider(element, part));
  await drag([x, y], [x + dx, y]);
  await frames(2);
}

describe('overview', () => {
  it('is there for many events, or where it is asked for', async () => {
    expect(parts(await crowd(201), 'overview')).to.have.length(1);
    const few = await crowd(200);
    expect(parts(few, 'overview')).to.have.length(0);
    few.controls = 'zoom overview';
    await settled(few);
    expect(parts(few, 'overview')).to.have.length(1);
    const many = await crowd(300);
    many.controls = 'zoom';
    await settled(many);
    expect(parts(many, 'overview')).to.have.length(0);
  });

  it('neither comes nor goes with events that are added', async () => {
    const few = await crowd(150);
    few.addEvents(Array.from({ length: 100 }, (_, i) => ({ id: `n${i}`, date: '2021', title: 'New' })));
    await settled(few);
    expect(parts(few, 'overview')).to.have.length(0);
  });

  it('takes its height from the lanes, not from the page', async () => {
    const few = await crowd(200);
    const height = few.offsetHeight;
    expect((await crowd(201)).offsetHeight).to.equal(height);
  });

  it('draws as many nodes for thousands as for hundreds', async () => {
    const nodes = async (count: number): Promise<number> =>
      find(await crowd(count), '.overview')!.querySelectorAll('*').length;
    expect(await nodes(5000)).to.equal(await nodes(300));
  });

  it('is three sliders that say their dates', async () => {
    const element = await crowd();
    element.view = '2022-01-01/2023-12-31';
    await settled(element);
    const said = ['start', 'window', 'end'].map(part => {
      const { role, tabIndex, ariaLabel, ariaValueText, ariaValueNow } = slider(element, part);
      expect([role, tabIndex]).to.deep.equal(['slider', -1]);
      expect(Number(ariaValueNow)).to.be.within(0, 100);
      return `${ariaLabel}: ${ariaValueText}`;
    });
    expect(said[0]).to.match(/^Start of the view: 1 January 2022|January 1, 2022/);
    expect(said[1]).to.match(/View: .*2022.*2023/);
    expect(said[2]).to.match(/^End of the view: .*2024/);
  });

  it('pans with its window, and zooms with its ends', async () => {
    const element = await crowd();
    element.view = '2022-01-01/2023-12-31';
    await settled(element);
    const heard: boolean[] = [];
    element.addEventListener('timeline-view-change', ({ detail }) => heard.push(detail.settled));
    const before = element.view;
    const length = before.end - before.start;
    await dragPart(element, 'window', 60);
    const panned = element.view;
    expect(panned.end - panned.start).to.be.closeTo(length, 1);
    expect(panned.start).to.be.above(before.start);
    expect(heard.filter(Boolean)).to.have.length(1);

    await dragPart(element, 'end', -30);
    expect(element.view.start).to.equal(panned.start);
    expect(element.view.end).to.be.below(panned.end);
    const { end } = element.view;
    await dragPart(element, 'start', -30);
    expect(element.view.end).to.equal(end);
    expect(element.view.start).to.be.below(panned.start);
    await settled(element);
    const shown = find(element, '.overview-view')!.getBoundingClientRect();
    const strip = find(element, '.overview')!.getBoundingClientRect();
    const share = (element.view.start - before.start) / length;
    expect(share).to.be.within(-2, 2);
    expect(shown.left).to.be.above(strip.left);
  });

  it('goes where the strip is pressed beside the window', async () => {
    const element = await crowd();
    element.view = '2021-01-01/2021-03-31';
    await settled(element);
    const { left, width, top } = find(element, '.overview')!.getBoundingClientRect();
    const point = [left + width * 0.75, top + 10] as const;
    await drag(point, point, 1);
    await until(() => element.view.start > at(2024, 1, 1));
    expect(element.selected).to.equal(null);
  });

  it('obeys the keys: steps, pages, ends; and the arrows of a page that runs from right to left', async () => {
    const element = await crowd();
    element.view = '2022-01-01/2022-12-31';
    await settled(element);
    const before = element.view;
    const length = before.end - before.start;
    slider(element, 'window').focus();
    await keys('ArrowRight');
    expect(element.view.start - before.start).to.be.closeTo(length / 20, 1);
    await keys('PageDown');
    expect(element.view.start - before.start).to.be.closeTo(length / 20 - length, 1);
    slider(element, 'end').focus();
    const { start } = element.view;
    await keys('End');
    expect(element.view.start).to.equal(start);
    expect(element.view.end).to.be.above(at(2029, 1, 1));
    expect(slider(element, 'end').ariaValueNow).to.equal('100');

    element.dir = 'rtl';
    element.view = before;
    await settled(element);
    slider(element, 'window').focus();
    await keys('ArrowRight');
    expect(element.view.start).to.be.below(before.start);
  });

  it('is a way down from the toolbar, and no stop of Tab for those who pass by', async () => {
    const element = await crowd();
    const focused = (): HTMLElement => (element.shadowRoot as ShadowRoot).activeElement as HTMLElement;
    find(element, '.toolbar [tabindex="0"]')!.focus();
    await keys('ArrowDown');
    expect(focused().dataset.part).to.equal('window');
    await settled(element);
    await keys('Tab');
    expect(focused().dataset.part).to.equal('start');
    await keys('Tab');
    expect(focused().dataset.part).to.equal('end');
    await keys('Escape');
    expect(focused().closest('.toolbar')).not.to.equal(null);
  });

  it('keeps its window with the view while that moves', async () => {
    const element = await mount({ events: randomRecords(600, 3) as never }, { width: 700 });
    await element.zoomIn();
    await element.zoomIn();
    const shown = (): number => find(element, '.overview-view')!.getBoundingClientRect().left;
    const before = shown();
    await element.panBy(0.4);
    await settled(element);
    expect(shown()).to.be.above(before);
  });
});
