import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { keys } from '../lib/browser-commands.js';
import { randomRecords } from '../layout/sample.js';
import {
  centre,
  at,
  find,
  focused,
  frames,
  listen,
  mount,
  parts,
  settled,
  STORY_URL,
  textOf,
  until,
} from './mounted.js';

const story = (width = 360, settings = {}) =>
  mount({ src: STORY_URL, layout: 'auto', ...settings }, { width });
const crowd = (count = 1000) =>
  mount({ events: randomRecords(count, 7) as never, layout: 'vertical' }, { width: 360 });
const entries = (element: TimelineView): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>('.entry'),
];
const markOf = (element: TimelineView, id: string): HTMLElement =>
  find(element, `[part~="mark"][data-id="${id}"]`)!;
const counted = (element: TimelineView): number =>
  parts(element, 'mark').length +
  parts(element, 'cluster').reduce((sum, { dataset }) => sum + Number(dataset.count), 0);

describe('layout="auto"', () => {
  it('goes by the width of the element itself, and tells when it changes', async () => {
    const element = await story();
    const seen = listen(element);
    expect(find(element, '.column')).to.not.equal(null);
    element.parentElement!.style.width = '700px';
    await until(() => find(element, '.scroller'), 'the horizontal timeline');
    element.parentElement!.style.width = '400px';
    await until(() => find(element, '.column'), 'the vertical timeline');
    const told = seen.filter(({ type }) => type === 'layout-change').map(({ detail }) => detail.layout);
    expect(told).to.eql(['horizontal', 'vertical']);
  });

  it('does not change back for the width of a scroll bar', async () => {
    const element = await story();
    const layouts: boolean[] = [];
    for (const width of [470, 490, 510, 490, 470]) {
      element.parentElement!.style.width = `${width}px`;
      await frames(3);
      await settled(element);
      layouts.push(find(element, '.column') !== null);
    }
    expect(layouts).to.eql([true, true, false, false, true]);
  });

  it('draws the vertical one at once: nothing is replaced', async () => {
    const element = await story();
    const column = find(element, '.column');
    await frames(3);
    expect(find(element, '.column')).to.equal(column);
  });

  it('gives way to the list and comes back', async () => {
    const element = await story();
    for (const layout of ['list', 'auto']) {
      find(element, '[data-action="list"]')!.click();
      await settled(element);
      expect(element.layout).to.equal(layout);
    }
    expect(find(element, '.column')).to.not.equal(null);
  });

  it('says what it does not know, and goes by the width', async () => {
    const element = await mount({ src: STORY_URL, layout: 'diagonal' as never }, { width: 360 });
    expect(element.issues.map(({ path }) => path)).to.include('layout');
    expect(find(element, '.column')).to.not.equal(null);
  });
});

describe('layout="vertical"', () => {
  it('has all dated events with date, status and summary in the flow of the page, in the order of time', async () => {
    const element = await story(360, { view: '2024-01/2025-12' });
    const document = element.toJSON();
    const dated = document.events.filter(({ date }) => date && date !== 'unknown');
    const told = entries(element).map(textOf);
    expect(told).to.have.length(dated.length);
    for (const { title, summary, status } of dated as Record<string, string>[]) {
      const text = told.find(entry => entry.includes(title!))!;
      expect(text).to.include(summary!.split('\n')[0]);
      if (status) expect(text).to.include(status);
    }
    const starts = parts(element, 'mark').map(({ dataset }) => Number(dataset.start));
    expect(starts).to.eql([...starts].sort((a, b) => a - b));
    for (const node of element.shadowRoot!.querySelectorAll<HTMLElement>('.column, .column *'))
      if (/auto|scroll/.test(getComputedStyle(node).overflowY))
        expect(node.scrollHeight, node.className).to.be.at.most(node.clientHeight + 1);
  });

  it('covers and cuts nothing, at any width', async () => {
    for (const width of [240, 320, 360, 700]) {
      const element = await story(width, { layout: 'vertical' });
      const frame = element.getBoundingClientRect();
      const boxes = entries(element).map(entry => entry.getBoundingClientRect());
      for (const [i, { top, right }] of boxes.entries()) {
        if (i > 0) expect(top).to.be.at.least(boxes[i - 1]!.bottom - 1);
        expect(right).to.be.at.most(frame.right + 1);
      }
      for (const label of parts(element, 'label')) {
        expect(label.scrollWidth).to.be.at.most(label.clientWidth + 1);
        const { left, right } = label.getBoundingClientRect();
        expect(left).to.be.at.least(frame.left);
        expect(right).to.be.at.most(frame.right + 1);
      }
    }
  });

  it('conserves a crowd, and opens a cluster in its place', async () => {
    const element = await crowd();
    const { start, end } = element.view;
    const lanes = element
      .visibleEvents()
      .filter(({ span }) => span!.start < end && span!.end > start)
      .reduce((sum, event) => sum + event.lanes.length, 0);
    expect(counted(element)).to.equal(lanes);
    // An event of several lanes has a mark in each of them.
    const shown = (): number => new Set(parts(element, 'mark').map(({ dataset }) => dataset.id)).size;
    const before = shown();
    const [cluster] = parts(element, 'cluster').filter(
      ({ dataset }) => dataset.start && dataset.end && Number(dataset.count) < 100,
    );
    const { count, lane, start: from, end: to } = cluster!.dataset;
    cluster!.click();
    await settled(element);
    expect(counted(element)).to.equal(lanes);
    expect(shown()).to.equal(before + Number(count));
    const { dataset } = focused()!;
    expect(dataset.lane).to.equal(lane);
    expect(Number(dataset.start)).to.be.within(Number(from), Number(to));
  });

  it('draws a stretch along the line from its own text to where it ends', async () => {
    const element = await mount(
      {
        layout: 'vertical',
        events: [
          { id: 'a', title: 'a', date: '2025-01-01/2025-02-28' },
          { id: 'b', title: 'b', date: '2025-02-01' },
          { id: 'c', title: 'c', date: '2025-03-29' },
        ],
      },
      { width: 360 },
    );
    const middle = (id: string): number => {
      const { top, height } = markOf(element, id).querySelector('.spot')!.getBoundingClientRect();
      return top + height / 2;
    };
    const bar = element.shadowRoot!.querySelector('.rail .figure')!.getBoundingClientRect();
    expect(bar.top).to.be.closeTo(middle('a'), 2);
    // What has ended by 1 March leaves a gap from there on.
    const gaps = [...element.shadowRoot!.querySelectorAll('[data-gap]')].map(
      node => node.getBoundingClientRect().top,
    );
    expect(bar.bottom).to.be.closeTo(Math.max(...gaps), 2);
  });

  it('counts the stretches beside the three that are drawn along the line, and leads to them', async () => {
    const reigns = ['1900/1950', '1905/1948', '1908/1944', '1910/1932', '1912/1940', '1946/1960'];
    const points = ['1914-06-28', '1920-01-10', '1933-01-30', '1938-09-30', '1941-12-07'];
    const events = [...reigns, ...points].map((date, i) => ({ id: `e${i}`, title: `Event ${i}`, date }));
    const element = await mount({ events, layout: 'vertical' }, { width: 360 });
    await until(() => find(element, '.trackless'), 'the counts');
    const counts = (): HTMLButtonElement[] => [
      ...element.shadowRoot!.querySelectorAll<HTMLButtonElement>('.trackless > button'),
    ];
    expect(counts().map(textOf)).to.eql(['+1', '+2', '+1']);
    expect(counts()[1]!.getAttribute('aria-label')).to.equal('and 2 more, 1910–1940');
    const top = (node: Element): number => node.getBoundingClientRect().top;
    for (const [i, id] of ['e3', 'e4'].entries())
      expect(top(counts()[i]!.parentElement!)).to.be.closeTo(
        top(markOf(element, id).querySelector('.spot')!) + 12,
        1,
      );
    for (const button of counts()) {
      const { width, height, left, right } = button.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
      // Boxes are with their strokes in some engines; in the middle of each is a bar of 10 px.
      for (const bar of element.shadowRoot!.querySelectorAll('.rail .turned path'))
        expect(centre(bar)[0] + 5).to.be.at.most(left);
      for (const label of parts(element, 'label'))
        expect(label.getBoundingClientRect().left).to.be.at.least(right);
    }

    const list = find(element, '.trackless-list')!;
    const listed = (): (string | undefined)[] =>
      [...list.querySelectorAll<HTMLElement>('[data-event]')].map(({ dataset }) => dataset.event);
    expect(listed()).to.eql([]);
    counts()[1]!.click();
    expect(list.matches(':popover-open')).to.equal(true);
    expect(listed()).to.eql(['e3', 'e4']);
    counts()[2]!.click();
    await frames();
    expect([list.matches(':popover-open'), listed()], 'another count').to.eql([true, ['e4']]);
    counts()[2]!.click();
    await until(() => listed().length === 0, 'the same one to close it');
    counts()[1]!.click();
    // Escape closes the list, and nothing else.
    element.selected = 'e0';
    await settled(element);
    counts()[1]!.focus();
    await keys('Escape');
    await until(() => !list.matches(':popover-open') && listed().length === 0, 'the list to close');
    expect(find(element, '[part~="details"]')).to.not.equal(null);
    counts()[1]!.click();
    list.querySelector<HTMLElement>('[data-event="e4"] button')!.click();
    await settled(element);
    expect(element.selected).to.equal('e4');
    expect(list.matches(':popover-open')).to.equal(false);
  });

  it('says the stretch of each mark, unrounded, and which side is open', async () => {
    const element = await story();
    expect(markOf(element, 'order').dataset).to.include({
      start: `${at(2025, 8, 1)}`,
      end: `${at(2025, 9, 1)}`,
      lane: 'us',
      status: 'reported',
    });
    expect(markOf(element, 'strikes').dataset.open).to.equal('end');
    expect(markOf(element, 'strikes').hasAttribute('data-end')).to.equal(false);
  });

  for (const rtl of [false, true])
    it(`keys: down is later, lanes lie to the sides${rtl ? ', mirrored' : ''}`, async () => {
      const element = await mount(
        {
          layout: 'vertical',
          events: [
            { id: 'a', title: 'Alpha', date: '2025-01-10', lane: 'one' },
            { id: 'b', title: 'Beta', date: '2025-02-10', lane: 'two' },
            { id: 'c', title: 'Gamma', date: '2025-03-10', lane: 'one' },
            { id: 'd', title: 'Delta', date: '2025-04-10', lane: 'two' },
          ],
        },
        { width: 360, attributes: rtl ? { dir: 'rtl' } : {} },
      );
      markOf(element, 'a').focus();
      await settled(element);
      const went: string[] = [];
      for (const key of [
        'ArrowDown',
        'ArrowDown',
        'ArrowUp',
        'End',
        'Home',
        rtl ? 'ArrowLeft' : 'ArrowRight',
      ]) {
        await keys(key);
        await settled(element);
        went.push(focused()!.dataset.id!);
      }
      expect(went).to.eql(['b', 'c', 'b', 'd', 'a', 'b']);
      await keys('Enter');
      await settled(element);
      expect(element.selected).to.equal('b');
      await keys('Escape');
      await settled(element);
      expect([element.selected, focused()!.dataset.id]).to.eql([null, 'b']);
    });

  it('has one tab stop for the events, and the details right after it', async () => {
    const element = await story();
    expect(element.shadowRoot!.querySelectorAll('.column [tabindex="0"]')).to.have.length(1);
    element.selected = 'claim';
    await settled(element);
    const [details] = parts(element, 'details');
    expect(details!.closest('.entry')).to.equal(markOf(element, 'claim').closest('.entry'));
    expect(markOf(element, 'claim').getAttribute('aria-controls')).to.equal(details!.id);
    expect(textOf(details)).to.include('Contradicted by');
  });

  it('keeps the focus on the event where one layout takes the place of another', async () => {
    const element = await story();
    markOf(element, 'memo').focus();
    for (const layout of ['horizontal', 'vertical', 'list', 'vertical'] as const) {
      element.layout = layout;
      await until(() => focused()?.dataset.id === 'memo', `focus in ${layout}`);
    }
  });

  it('has a button for each further lane of an event', async () => {
    const events = [
      { id: 'a', title: 'Alpha', date: '2025-01-10', lane: ['one', 'two'] },
      { id: 'b', title: 'Beta', date: '2025-02-10', lane: 'two' },
    ];
    const element = await mount({ layout: 'vertical', events }, { width: 360 });
    const [, second] = parts(element, 'mark').filter(({ dataset }) => dataset.id === 'a');
    expect([second!.dataset.lane, counted(element)]).to.eql(['two', 3]);
    second!.click();
    await settled(element);
    expect(element.selected).to.equal('a');
  });

  it('has the details of what is selected, in view or not', async () => {
    const events = [
      { id: 'a', title: 'Alpha', date: '2025-01-10', place: 'Here' },
      { id: 'b', title: 'Beta', date: '2030-02-10', place: 'There' },
    ];
    const element = await mount({ layout: 'vertical', events, selected: 'b' }, { width: 360 });
    element.view = '2025';
    await settled(element);
    expect(parts(element, 'details').map(textOf).join()).to.include('There');
  });

  it('keeps in sight what the keys go to, however far', async () => {
    const element = await crowd(60);
    parts(element, 'mark')[20]!.scrollIntoView();
    parts(element, 'mark')[20]!.focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'ArrowUp', 'Home']) {
      await keys(key);
      await settled(element);
      await frames(2);
      const { top, bottom } = focused()!.getBoundingClientRect();
      expect(top, key).to.be.within(0, innerHeight);
      expect(bottom, key).to.be.at.most(innerHeight);
    }
  });

  it('leaves its keys to what stands within an event', async () => {
    const sources = [{ title: 'A paper', url: 'https://example.org/' }];
    const events = ['a', 'b', 'c'].map((id, i) => ({ id, title: id, date: `2025-0${i + 1}-10`, sources }));
    const element = await mount({ layout: 'vertical', events, selected: 'b' }, { width: 360 });
    const link = find(element, '.details a')!;
    link.focus();
    await keys('ArrowDown');
    expect(focused()).to.equal(link);
  });

  it('finds another place for the focus where the event is taken away whose details had it', async () => {
    const sources = [{ title: 'A paper', url: 'https://example.org/' }];
    const events = ['a', 'b', 'c'].map((id, i) => ({ id, title: id, date: `2025-0${i + 1}-10`, sources }));
    const element = await mount({ layout: 'vertical', events, selected: 'b' }, { width: 360 });
    find(element, '.details a')!.focus();
    element.removeEvents(['b']);
    await settled(element);
    await until(() => /a|c/.test(focused()?.dataset.id ?? ''), 'focus on a neighbour');
  });

  it('sets a title that runs the other way at its own side', async () => {
    const events = [{ id: 'a', title: 'שלום', date: '2025-01-10' }];
    const element = await mount({ layout: 'vertical', events }, { width: 360, attributes: { dir: 'rtl' } });
    const title = find(element, '.entry-title bdi')!.getBoundingClientRect();
    const spot = find(element, '.spot')!.getBoundingClientRect();
    expect(title.right).to.be.within(spot.left - 60, spot.left);
  });
});

describe('what is read in a column stays where it is', () => {
  const early = (more = {}) => ({
    id: 'new',
    title: 'Earlier',
    date: '1990-02-03',
    summary: 'Long ago. '.repeat(40),
    ...more,
  });
  const below = (element: TimelineView): void => {
    const space = document.createElement('div');
    space.style.height = '3000px';
    element.after(space);
  };
  const topOf = (element: TimelineView, id: string): number =>
    markOf(element, id).getBoundingClientRect().top;

  async function reading(): Promise<{ element: TimelineView; id: string }> {
    const element = await crowd(40);
    below(element);
    const mark = parts(element, 'mark')[20]!;
    mark.scrollIntoView({ block: 'center' });
    await frames(2);
    return { element, id: mark.dataset.id! };
  }

  afterEach(() => window.scrollTo(0, 0));

  it('while something comes before it', async () => {
    const { element, id } = await reading();
    const top = topOf(element, id);
    element.addEvents([early()]);
    await until(() => find(element, '[data-id="new"]'));
    await frames(2);
    expect(topOf(element, id)).to.be.closeTo(top, 2);
  });

  it('and not what has the focus out of sight', async () => {
    const { element, id } = await reading();
    parts(element, 'mark')[0]!.focus({ preventScroll: true });
    await frames(2);
    const top = topOf(element, id);
    element.addEvents([early({ date: '1999-02-03' })]);
    await until(() => find(element, '[data-id="new"]'));
    await frames(2);
    expect(topOf(element, id)).to.be.closeTo(top, 2);
  });

  it('while an author’s own content before it grows', async () => {
    const { element, id } = await reading();
    element.selected = parts(element, 'mark')[3]!.dataset.id!;
    const own = document.createElement('div');
    own.slot = `event:${element.selected}`;
    element.append(own);
    await settled(element);
    await frames(2);
    const top = topOf(element, id);
    own.style.height = '300px';
    await frames(4);
    expect(topOf(element, id)).to.be.closeTo(top, 2);
  });

  it('in a box of the page that scrolls', async () => {
    const element = await crowd(40);
    const box = element.parentElement!;
    box.style.cssText += ';height: 400px; overflow: auto';
    await settled(element);
    const mark = parts(element, 'mark')[20]!;
    box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - 200;
    await frames(2);
    const { id } = mark.dataset;
    const top = topOf(element, id!);
    element.addEvents([early()]);
    await until(() => find(element, '[data-id="new"]'));
    await frames(2);
    expect(topOf(element, id!)).to.be.closeTo(top, 2);
  });

  it('when the screen is turned, and turned back', async () => {
    const element = await mount({ src: STORY_URL, layout: 'auto' }, { width: 360 });
    below(element);
    const before = document.createElement('div');
    before.style.height = '1000px';
    element.before(before);
    markOf(element, 'answer').scrollIntoView({ block: 'center' });
    await frames(2);
    element.parentElement!.style.width = '640px';
    await until(() => find(element, '.scroller'));
    await settled(element);
    await frames(2);
    const { top, bottom } = element.getBoundingClientRect();
    expect(bottom, 'the picture is in sight').to.be.above(innerHeight / 3);
    expect(top).to.be.below(innerHeight / 2);
    element.parentElement!.style.width = '360px';
    await until(() => find(element, '.column'));
    await settled(element);
    await frames(2);
    const entry = markOf(element, 'answer').closest('.entry')!.getBoundingClientRect();
    const { top: first } = markOf(element, 'weekend').closest('.entry')!.getBoundingClientRect();
    expect(entry.top < innerHeight && first > -innerHeight, 'what was read is in sight').to.equal(true);
  });

  it('but the page does not move for a timeline below the window', async () => {
    const element = await crowd(40);
    const space = document.createElement('div');
    space.style.height = '3000px';
    element.before(space);
    window.scrollTo(0, 600);
    await frames(2);
    element.addEvents([early()]);
    await settled(element);
    await frames(2);
    expect(window.scrollY).to.equal(600);
  });

  it('and a cluster gives its place to the first of its members', async () => {
    const element = await mount(
      {
        events: Array.from({ length: 900 }, (_, i) => ({ title: `${i}`, date: `19${10 + (i % 80)}-01-02` })),
        layout: 'vertical',
      },
      { width: 360 },
    );
    below(element);
    const cluster =
      parts(element, 'cluster').find(({ dataset }) => Number(dataset.count) > 100) ??
      parts(element, 'cluster')[2]!;
    cluster.scrollIntoView({ block: 'center' });
    await frames(2);
    const { top } = cluster.getBoundingClientRect();
    cluster.click();
    await settled(element);
    await frames(2);
    expect(Math.abs(focused()!.getBoundingClientRect().top - top)).to.be.below(160);
    const { length } = parts(element, 'mark');
    element.addEvents([{ title: 'More', date: '2010-01-01' }]);
    await settled(element);
    expect(parts(element, 'mark').length, 'what is open stays open').to.be.at.least(length);
  });
});

describe('the vertical layout in a page', () => {
  it('brings what a script selects into sight', async () => {
    const element = await story();
    window.scrollTo(0, 0);
    element.select('report');
    await settled(element);
    await frames(2);
    const { top, bottom } = markOf(element, 'report').getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
    window.scrollTo(0, 0);
  });

  it('scrolls by itself only within a height that the page has set', async () => {
    const element = await story();
    const root = find(element, '.root')!;
    expect(root.scrollHeight).to.be.closeTo(root.clientHeight, 1);
    element.style.height = '300px';
    await frames(4);
    await settled(element);
    expect(root.clientHeight).to.equal(300);
    expect(getComputedStyle(root).overflowY).to.equal('auto');
    element.style.height = '';
    await frames(4);
    await settled(element);
    expect(root.scrollHeight).to.be.closeTo(root.clientHeight, 1);
  });

  it('says how many events lie beyond the view, and leads there', async () => {
    const events = [1, 2, 3, 4, 5].map(month => ({
      id: `e${month}`,
      title: `${month}`,
      date: `2025-0${month}-10`,
    }));
    const element = await mount({ events, layout: 'vertical', view: '2025-03' } as never, { width: 360 });
    element.view = '2025-03';
    await settled(element);
    const beyond = () => [...element.shadowRoot!.querySelectorAll<HTMLElement>('.beyond')];
    expect(beyond().map(textOf)).to.eql(['Earlier: 2 events', 'Later: 2 events']);
    const { start } = element.view;
    beyond()[0]!.click();
    await settled(element);
    expect(element.view.start).to.be.below(start);
    await element.fit();
    await settled(element);
    expect(beyond()).to.eql([]);
  });

  it('closes the details by their button, too', async () => {
    const element = await story();
    markOf(element, 'memo').click();
    await settled(element);
    find(element, '.details .close')!.click();
    await settled(element);
    expect([element.selected, focused()!.dataset.id]).to.eql([null, 'memo']);
  });

  it('grows by what comes while nobody has moved the view', async () => {
    const element = await story();
    element.addEvents([{ id: 'breaking', title: 'Breaking', date: '2026-03-01' }]);
    await settled(element);
    expect(markOf(element, 'breaking')).to.not.equal(null);
  });

  it('lets wheel and drags go to the page', async () => {
    const element = await story();
    const [mark] = parts(element, 'mark');
    for (const event of [
      new WheelEvent('wheel', { deltaY: 40, bubbles: true, cancelable: true, composed: true }),
      new WheelEvent('wheel', { deltaY: 40, ctrlKey: true, bubbles: true, cancelable: true, composed: true }),
      new PointerEvent('pointerdown', { bubbles: true, cancelable: true, composed: true }),
    ]) {
      mark!.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(false);
    }
    expect(getComputedStyle(find(element, '.column')!).touchAction).to.equal('auto');
  });

  it('moves with the view: the buttons lead to every part', async () => {
    const element = await crowd();
    const before = element.view;
    find(element, '[data-action="zoom-in"]')!.click();
    await settled(element);
    expect(element.view.end - element.view.start).to.be.closeTo((before.end - before.start) / 2, 1);
    const starts = parts(element, 'mark').map(({ dataset }) => Number(dataset.start ?? -Infinity));
    expect(starts.every(start => start < element.view.end)).to.equal(true);
  });
});
