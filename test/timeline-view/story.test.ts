import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { drag, keys, viewport } from '../lib/browser-commands.js';
import {
  atRest,
  AUTUMN,
  centre,
  find,
  focused,
  listen,
  markOf,
  mount,
  parts,
  settled,
  sleep,
  STORY_URL,
  textOf,
} from './mounted.js';

/** By hand: the twelve events of the story in the order in which they are told; the era is none of them. */
const TOLD =
  'overdoses order strikes memo weekend answer claim embassy rejection report designation calls'.split(' ');

const story = (width = 780, settings: Partial<TimelineView> = {}) =>
  mount(
    { src: STORY_URL, layout: 'horizontal', ...settings },
    { width, attributes: { view: AUTUMN, lang: 'en-GB' } },
  );
const bar = (element: TimelineView) => parts(element, 'story')[0];
const stepButton = (element: TimelineView, by: 1 | -1) =>
  find<HTMLButtonElement>(element, `.story [data-step="${by}"]`)!;
const progress = (element: TimelineView) => textOf(find(element, '.progress > :not([aria-hidden])'));
const isOff = (button: HTMLElement) => button.getAttribute('aria-disabled') === 'true';
const dated = (id: string) => !['designation', 'calls'].includes(id);

describe('the story: next() and previous()', () => {
  it('go through all events in the order of time, the undated ones last, and stay at the ends', async () => {
    const element = await story();
    const walked: (string | null)[] = [];
    for (let i = 0; i < 13; i++) {
      element.next();
      walked.push(element.selected);
    }
    expect(walked).to.have.ordered.members([...TOLD, 'calls']);
    const back: (string | null)[] = [];
    for (let i = 0; i < 12; i++) {
      element.previous();
      back.push(element.selected);
    }
    expect(back).to.have.ordered.members([...TOLD.slice(0, -1).reverse(), 'overdoses']);
    element.selected = 'campaign';
    element.next();
    expect(element.selected, 'after the era, which comes before them by its id').to.equal('strikes');
  });

  it('show the event whole, and the ones before and after it', async () => {
    const element = await story();
    for (const [i, id] of TOLD.filter(dated).entries()) {
      element.next();
      await atRest(element);
      const { start, end } = element.getEvent(id)!.span!;
      const known = end === Infinity ? Date.UTC(2025, 10, 20) : end;
      expect(element.view.start, id).to.be.at.most(start);
      expect(element.view.end, id).to.be.at.least(known);
      const seen = element.visibleEvents().map(event => event.id);
      for (const other of [TOLD[i - 1], TOLD[i + 1]].filter(name => name && dated(name)))
        expect(seen, `${other} beside ${id}`).to.include(other);
      expect(markOf(element, id)).not.to.equal(undefined);
    }
  });

  it('show the label of the event whole, and with the count the claim that it contradicts', async () => {
    for (const [width, laneBy] of [
      [1152, null],
      [691, 'none'],
      [324, 'none'],
    ] as const) {
      const element = await story(width, { laneBy });
      element.style.setProperty('--timeline-height', laneBy ? '14rem' : '30rem');
      for (const id of TOLD.filter(dated)) {
        element.next();
        await atRest(element);
        const canvas = parts(element, 'canvas')[0]!.getBoundingClientRect();
        const label = find(element, `[data-id="${id}"] [part="label"]`)?.getBoundingClientRect();
        expect(label, `${id} at ${width} px`).not.to.equal(undefined);
        const { left, right, top, bottom } = label!;
        expect(left, id).to.be.at.least(canvas.left - 1);
        expect(right, id).to.be.at.most(canvas.right + 1);
        expect([top >= canvas.top - 1, bottom <= canvas.bottom + 1], id).to.eql([true, true]);
        if (id === 'overdoses')
          expect(element.visibleEvents().map(event => event.id)).to.include.members([id, 'claim']);
      }
    }
  });

  it('do not move a view in which they can be seen, and send nothing', async () => {
    const element = await story();
    const sent = listen(element);
    element.selected = 'strikes';
    const before = element.view;
    element.next();
    await atRest(element);
    expect(element.view).to.eql(before);
    expect(sent).to.eql([]);
  });
});

describe('the story: its steps under the picture', () => {
  it('go on from an event that a filter hides, to what comes next to it', async () => {
    const events = ['first', 'hidden', 'last'].map((id, i) => ({
      id,
      date: `2025-0${i + 1}`,
      title: id === 'hidden' ? id : `${id} shown`,
    }));
    const element = await mount({ events, query: 'shown' }, { attributes: { controls: 'story' } });
    for (const [by, id] of [
      [1, 'last'],
      [-1, 'first'],
    ] as const) {
      element.select('hidden');
      await atRest(element);
      expect([isOff(stepButton(element, 1)), isOff(stepButton(element, -1))]).to.eql([false, false]);
      stepButton(element, by).click();
      await settled(element);
      expect(element.selected).to.equal(id);
    }
  });

  it('begin with everything, go on, say where they are, and lead back', async () => {
    const element = await story();
    expect(element.selected).to.equal(null);
    expect(textOf(bar(element)!.querySelector('.progress > :not([aria-hidden])'))).to.equal('12 events');
    expect(isOff(stepButton(element, -1))).to.equal(true);
    expect(textOf(stepButton(element, 1))).to.equal('Start');
    const home = element.view;
    for (const [i, id] of TOLD.entries()) {
      stepButton(element, 1).click();
      await settled(element);
      expect(element.selected).to.equal(id);
      expect(progress(element)).to.equal(`${i + 1} of 12`);
      expect(textOf(stepButton(element, 1))).to.equal('Next');
      expect(isOff(stepButton(element, -1))).to.equal(i === 0);
      expect(isOff(stepButton(element, 1))).to.equal(i === 11);
    }
    stepButton(element, 1).click();
    expect(element.selected, 'no wrap').to.equal('calls');
    const leave = find<HTMLButtonElement>(element, '.story .text-button')!;
    expect(textOf(leave)).to.equal('Back to the overview');
    leave.focus();
    leave.click();
    await atRest(element);
    expect(element.selected).to.equal(null);
    expect(element.view).to.eql(home);
    expect(focused()).to.equal(stepButton(element, 1));
    expect(progress(element)).to.equal('12 events');
  });

  it('are a reader’s act that a page can forbid', async () => {
    const element = await story();
    const sent = listen(element);
    stepButton(element, 1).click();
    await atRest(element);
    expect(sent.map(({ type }) => type)).to.include.members(['select', 'view-change']);
    element.addEventListener('timeline-select', event => event.preventDefault());
    const { view } = element;
    stepButton(element, 1).click();
    await settled(element);
    expect([element.selected, element.view]).to.eql(['overdoses', view]);
  });

  for (const layout of ['horizontal', 'vertical', 'list'] as const)
    for (const width of [320, 780])
      it(`stay under the finger that presses them, ${layout} at ${width} px`, async () => {
        await viewport({ width: 820, height: 640 });
        const element = await story(width, { layout });
        bar(element)!.scrollIntoView({ block: 'nearest' });
        const at = centre(stepButton(element, 1));
        for (const id of TOLD) {
          await drag(at, at, 1);
          await (layout === 'horizontal' ? atRest : settled)(element);
          expect(element.selected).to.equal(id);
          expect(focused(), `focus at ${id}`).to.equal(stepButton(element, 1));
          // What has been led to can be seen.
          if (layout === 'horizontal' || !dated(id)) continue;
          const shown = find(
            element,
            `:is(.entry-title, .list li)[data-id="${id}"]`,
          )!.getBoundingClientRect();
          const { top } = bar(element)!.getBoundingClientRect();
          expect(shown.top, id).to.be.within(0, top);
          expect(Math.min(shown.bottom, shown.top + 40), id).to.be.at.most(top);
        }
        const { scrollWidth, clientWidth } = find(element, '.root')!;
        expect(scrollWidth).to.be.at.most(clientWidth);
      });

  it('say title and date of where they lead, and not the view besides', async () => {
    const element = await story();
    stepButton(element, 1).focus();
    const status = find(element, '[role="status"]')!;
    const said: string[] = [];
    new MutationObserver(() => said.push(textOf(status))).observe(status, { childList: true });
    stepButton(element, 1).click();
    await atRest(element);
    await sleep(700);
    expect(said).to.eql(['1 of 12, 73,960 fatal overdoses in twelve months, May 2024 – April 2025']);
  });

  it('have keys, wherever the focus is in the element; that of a mark goes along', async () => {
    const element = await story();
    find<HTMLElement>(element, '.toolbar [tabindex="0"]')!.focus();
    const before = focused();
    await keys('n');
    expect(element.selected).to.equal('overdoses');
    expect(focused()).to.equal(before);
    await keys('n');
    await atRest(element);
    markOf(element, 'order')!.node.focus();
    await keys('n');
    await atRest(element);
    expect(element.selected).to.equal('strikes');
    expect(focused()!.dataset.id).to.equal('strikes');
    await keys('p');
    expect(element.selected).to.equal('order');
    element.controls = 'zoom';
    await settled(element);
    await keys('n');
    expect(element.selected, 'not offered').to.equal('order');
  });

  it('stay where few events match, as long as there is one', async () => {
    const element = await story(780, { query: 'title:overdoses' });
    expect([progress(element), isOff(stepButton(element, 1))]).to.eql(['1 event', false]);
    element.query = 'title:sheinbaum';
    await settled(element);
    stepButton(element, 1).click();
    await settled(element);
    expect([element.selected, progress(element)]).to.eql(['rejection', '1 of 2']);
    element.query = 'nothing of that kind';
    await settled(element);
    expect(bar(element)).to.equal(undefined);
  });

  it('are offered for 3 to 60 events, or as the author says', async () => {
    const events = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ id: `e${i}`, date: `${1900 + i}`, title: `Event ${i}` }));
    const element = await mount({ events: events(2) });
    const isOffered = async (count: number, controls: string | null) => {
      Object.assign(element, { events: events(count), controls });
      await settled(element);
      return bar(element) !== undefined;
    };
    expect(await isOffered(2, null)).to.equal(false);
    expect(await isOffered(3, null)).to.equal(true);
    expect(await isOffered(60, null)).to.equal(true);
    expect(await isOffered(61, null)).to.equal(false);
    expect(await isOffered(61, 'story')).to.equal(true);
    expect(await isOffered(12, 'zoom views')).to.equal(false);
    expect(await isOffered(0, 'story')).to.equal(false);
  });
});
