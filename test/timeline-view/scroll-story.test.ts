import { expect } from '@open-wc/testing';
import type { TimelineSelectDetail } from '../../src/timeline-events.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { keys, media, viewport } from '../lib/browser-commands.js';
import {
  atRest,
  clustersOf,
  find,
  focused,
  frames,
  listen,
  mount,
  parts,
  settled,
  sleep,
  STORY_URL,
  textOf,
  until,
} from './mounted.js';

const IDS = ['order', 'strikes', 'memo', 'answer', 'rejection'];

/** A text whose sections are 500 px high, in a window of 600 px; the first begins 600 px down the page. */
async function article(
  attributes: Record<string, string> = {},
  { height = 500, end: room = 600 } = {},
): Promise<[TimelineView, HTMLElement]> {
  await viewport({ width: 820, height: 600 });
  scrollTo(0, 0);
  const text = document.createElement('article');
  text.id = 'article';
  text.style.cssText = 'position: absolute; top: 600px; left: 0; width: 100px; overflow-anchor: none';
  for (const id of IDS) {
    const section = document.createElement('section');
    Object.assign(section, { id: `at-${id}`, textContent: id });
    section.setAttribute('data-timeline-event', id);
    section.style.height = `${height}px`;
    text.append(section);
  }
  const end = document.createElement('div');
  end.style.height = `${room}px`;
  text.append(end);
  document.body.append(text);
  const element = await mount(
    { src: STORY_URL, layout: 'horizontal' },
    { attributes: { 'scroll-steps': '#article', ...attributes } },
  );
  await sleep(50);
  await frames(3);
  return [element, text];
}
/** Scrolls so that a section has just come to the reading line, 240 px down the window, or not yet. */
const readTo = async (place: number, by = 1) => {
  scrollTo(0, 600 + 500 * place - 240 + by);
  await frames(4);
};
afterEach(() => {
  document.getElementById('article')?.remove();
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  scrollTo(0, 0);
});

describe('the story told by the page’s own sections', () => {
  it('selects the event of the section at the reading line, and goes back with the reader', async () => {
    const [element] = await article();
    expect(element.selected).to.equal(null);
    const sent = listen(element);
    for (const [i, id] of IDS.entries()) {
      await readTo(i);
      await until(() => element.selected === id, id);
    }
    for (const i of [3, 2, 1, 0]) {
      await readTo(i);
      await until(() => element.selected === IDS[i], IDS[i]);
    }
    await readTo(0, -20);
    await until(() => element.selected === null, 'before the first');
    expect(sent.filter(({ type }) => type === 'select')).to.have.length(10);
  });

  it('counts only the last where the reader jumps past many', async () => {
    const [element] = await article();
    const sent = listen(element);
    await readTo(3);
    await until(() => element.selected === 'answer');
    await readTo(0);
    await until(() => element.selected === 'order');
    expect(sent.filter(({ type }) => type === 'select')).to.have.length(2);
  });

  it('opens no details, moves neither focus nor scroll, and lets a page forbid it', async () => {
    const [element] = await article();
    const { scrollY } = (await readTo(1), window);
    await until(() => element.selected === 'strikes');
    await settled(element);
    expect(parts(element, 'details')).to.eql([]);
    expect([window.scrollY, focused()]).to.eql([scrollY, document.body]);
    const mark = find(element, '[part~="mark-selected"]')!;
    expect([mark.getAttribute('aria-expanded'), mark.getAttribute('aria-current')]).to.eql(['false', 'true']);
    mark.click();
    await settled(element);
    expect([element.selected, parts(element, 'details').length]).to.eql(['strikes', 1]);
    element.addEventListener('timeline-select', event => event.preventDefault());
    await readTo(2);
    await sleep(50);
    expect(element.selected).to.equal('strikes');
  });

  it('leaves alone the details that have the focus, and the page where it is', async () => {
    const [element] = await article({
      style: 'position: fixed; inset-block-start: 0; width: 700px; --timeline-height: 10rem',
    });
    await readTo(1);
    await until(() => element.selected === 'strikes');
    find(element, '[part~="mark-selected"]')!.click();
    await settled(element);
    const within = find(element, '.details button')!;
    const scrolls = async (place: number) => {
      await readTo(place);
      const { scrollY } = window;
      await atRest(element);
      await frames(3);
      expect(focused()).to.equal(within);
      expect([element.selected, window.scrollY, parts(element, 'details').length]).to.eql([
        'strikes',
        scrollY,
        1,
      ]);
    };
    within.focus({ preventScroll: true });
    await scrolls(3);
    await scrolls(1);
    await readTo(3);
    within.blur();
    scrollBy(0, 5);
    await until(() => element.selected === 'answer', 'going on without');
    await settled(element);
    expect(parts(element, 'details')).to.eql([]);
  });

  it('leaves alone the members of a cluster that have the focus', async () => {
    const [element] = await article({ style: 'position: fixed; inset-block-start: 0; width: 400px' });
    const same = Array.from({ length: 60 }, (_, i) => ({
      id: `n${i}`,
      date: '2025-03-01T10:00',
      title: `Same ${i}`,
    }));
    const told = IDS.map((id, i) => ({ id, date: `2025-0${i + 4}`, title: id }));
    Object.assign(element, { src: null, events: [...same, ...told] });
    await settled(element);
    clustersOf(element)[0]!.node.click();
    await until(() => find(element, '.members'));
    await until(() => focused()?.closest('.members'));
    const member = focused();
    await readTo(2);
    await sleep(50);
    expect([element.selected, focused()]).to.eql([null, member]);
    member!.blur();
    scrollBy(0, 5);
    await until(() => element.selected === 'memo');
  });

  it('leaves alone details of the page’s own that have the focus', async () => {
    const [element] = await article({ style: 'position: fixed; inset-block-start: 0; width: 700px' });
    const own = document.createElement('p');
    own.slot = 'event:strikes';
    const button = document.createElement('button');
    own.append(button);
    element.append(own);
    element.select('strikes');
    await settled(element);
    button.focus({ preventScroll: true });
    await readTo(3);
    await atRest(element);
    expect([element.selected, document.activeElement]).to.eql(['strikes', button]);
    button.blur();
    scrollBy(0, 5);
    await until(() => element.selected === 'answer');
  });

  it('passes over sections of events that a filter hides, and knows them all the same', async () => {
    const [element] = await article();
    element.query = 'memo';
    await settled(element);
    const { view } = element;
    const sent = listen(element);
    for (const place of [0, 1, 2, 3, 4, 1]) await readTo(place);
    await atRest(element);
    const chosen = sent
      .filter(({ type }) => type === 'select')
      .map(({ event }) => (event as CustomEvent<TimelineSelectDetail>).detail.event?.id);
    expect(chosen).to.include('memo').and.not.include.members(['order']);
    for (const id of chosen) if (id) expect(element.visibleEvents().map(event => event.id)).to.include(id);
    expect(element.view.end - element.view.start).to.be.at.most(view.end - view.start + 1);
    element.query = 'nothing like it';
    await settled(element);
    await frames(3);
    expect(element.issues).to.eql([]);
  });

  it('opens the details once a script selects what has been selected in passing', async () => {
    const [element] = await article();
    const open = () => parts(element, 'details').map(({ dataset }) => dataset.event);
    const pass = async (place: number) => {
      await readTo(place);
      await until(() => element.selected === IDS[place]);
      await settled(element);
      expect(open()).to.eql([]);
    };
    await pass(2);
    // A page that keeps what is selected changes nothing.
    element.selected = 'memo';
    await settled(element);
    expect(open()).to.eql([]);
    element.select('memo');
    await settled(element);
    expect(open()).to.have.length(1);
    await pass(3);
    element.next();
    element.previous();
    await settled(element);
    expect([element.selected, open().length]).to.eql(['answer', 1]);
    await pass(2);
    element.selected = 'order';
    element.selected = 'memo';
    await settled(element);
    expect(open()).to.have.length(1);
  });

  it('sees what becomes of any attribute that the selector goes by', async () => {
    const [element, text] = await article({ 'scroll-steps': "article[Data-state='on'] section" });
    expect(element.issues.map(({ path }) => path)).to.eql(['scroll-steps']);
    text.dataset.state = 'on';
    await until(() => element.issues.length === 0);
    await readTo(2);
    await until(() => element.selected === 'memo');
  });

  it('follows sections that come and go, and ends with the element', async () => {
    const [element, text] = await article();
    await readTo(1);
    await until(() => element.selected === 'strikes');
    document.getElementById('at-order')!.remove();
    await until(() => element.selected === 'memo', 'what has moved up');
    const section = document.createElement('section');
    section.style.height = '500px';
    section.setAttribute('data-timeline-event', 'report');
    text.prepend(section);
    await until(() => element.selected === 'strikes', 'what has moved down');
    element.remove();
    await readTo(3);
    await sleep(50);
    expect(element.selected).to.equal('strikes');
  });

  it('lands right where a link leads, however short the section is', async () => {
    for (const height of [500, 90]) {
      const [element, text] = await article({}, { height });
      for (const id of ['answer', 'order', 'memo', 'strikes', 'rejection']) {
        location.hash = `at-${id}`;
        await until(() => element.selected === id, `${id}, ${height} px high`);
        await frames(3);
        expect(element.selected).to.equal(id);
      }
      text.remove();
      element.remove();
    }
  });

  it('gives short sections their turn, and the last ones where the page ends with them', async () => {
    const [element] = await article({}, { height: 90, end: 0 });
    const sent = listen(element);
    const seen: (string | null)[] = [];
    const page = document.scrollingElement!;
    const walk = async (by: number) => {
      scrollBy(0, by);
      await frames(2);
      if (seen.at(-1) !== element.selected) seen.push(element.selected);
    };
    while (scrollY < page.scrollHeight - page.clientHeight - 1) await walk(20);
    expect(seen.filter(id => id !== null)).to.eql(IDS);
    seen.splice(0, seen.length, element.selected);
    while (scrollY > 0) await walk(-20);
    expect(seen).to.eql([...IDS].reverse().concat(null as never));
    expect(sent.filter(({ type }) => type === 'select')).to.have.length(10);
  });

  it('reads under what the page says covers its window', async () => {
    document.documentElement.style.scrollPaddingTop = '300px';
    try {
      const [element] = await article();
      // The line is 40 % down the 300 px that are left.
      scrollTo(0, 600 - 420 - 5);
      await frames(4);
      expect(element.selected).to.equal(null);
      scrollTo(0, 600 - 420 + 5);
      await until(() => element.selected === 'order');
    } finally {
      document.documentElement.style.scrollPaddingTop = '';
    }
  });

  it('follows a box that scrolls', async () => {
    const [element, text] = await article();
    Object.assign(text.style, { position: 'static', height: '300px', overflowY: 'scroll' });
    element.scrollSteps = 'article';
    await sleep(50);
    await frames(3);
    text.scrollTop = 1050;
    await until(() => element.selected === 'memo');
    text.scrollTop = 0;
    await until(() => element.selected === 'order');
  });

  it('drives a page from right to left alike', async () => {
    document.documentElement.dir = 'rtl';
    try {
      const [element] = await article({ lang: 'ar' });
      expect(find(element, '.root')!.dir).to.equal('rtl');
      for (const i of [0, 2, 4, 1]) {
        await readTo(i);
        await until(() => element.selected === IDS[i], IDS[i]);
        await atRest(element);
        expect(find(element, '[part~="mark-selected"]')!.dataset.id).to.equal(IDS[i]);
      }
    } finally {
      document.documentElement.dir = '';
    }
  });

  it('drives two timelines, each by what it knows, without a word from the other', async () => {
    const [one] = await article();
    const two = await mount(
      {
        events: [
          { id: 'strikes', date: '2025-09', title: 'Known to both' },
          { id: 'elsewhere', date: '2025-10', title: 'Known to the second' },
        ],
      },
      { attributes: { 'scroll-steps': '#article' } },
    );
    document.getElementById('at-answer')!.dataset.timelineEvent = 'elsewhere';
    await sleep(50);
    await frames(3);
    const sent = [listen(one), listen(two)];
    const seen: (readonly (string | null)[])[] = [];
    for (const i of [0, 1, 2, 3, 4, 3, 2, 1, 0]) {
      await readTo(i);
      await sleep(20);
      seen.push([one.selected, two.selected]);
    }
    const down = [
      ['order', null],
      ['strikes', 'strikes'],
      ['memo', 'strikes'],
      ['memo', 'elsewhere'],
      ['rejection', 'elsewhere'],
    ];
    expect(seen).to.eql([...down, ...down.slice(0, -1).reverse()]);
    expect(sent.map(all => all.filter(({ type }) => type === 'select').length)).to.eql([7, 4]);
    two.selected = null;
    await settled(two);
    expect(one.selected).to.equal('order');
  });

  it('slides nothing with reduced motion', async function () {
    if (!(await media({ 'prefers-reduced-motion': 'reduce' }))) return this.skip();
    const [element] = await article({ view: '2025-09-01/2025-09-10' });
    const sent = listen(element);
    await readTo(4);
    await until(() => element.selected === 'rejection');
    await atRest(element);
    const views = sent.filter(({ type }) => type === 'view-change').map(({ detail }) => detail.settled);
    expect(views).to.eql([true]);
    await media({});
  });

  it('says nothing while the reader scrolls, whose focus is in the timeline', async () => {
    const [element] = await article();
    find(element, '.toolbar [tabindex="0"]')!.focus({ preventScroll: true });
    const status = find(element, '[role="status"]')!;
    const said: string[] = [];
    new MutationObserver(() => said.push(textOf(status))).observe(status, { childList: true });
    for (const i of [0, 1, 2, 3, 4, 3]) await readTo(i);
    await atRest(element);
    await sleep(700);
    expect([element.selected, said.filter(text => !text.includes('loaded'))]).to.eql(['answer', []]);
  });

  it('is left by keys, which go on from what is read and stay until another section is', async () => {
    const [element] = await article();
    element.style.cssText = 'position: fixed; inset-block-start: 0; width: 700px';
    await readTo(1);
    await until(() => element.selected === 'strikes');
    await atRest(element);
    element.focus({ preventScroll: true });
    expect(focused()!.dataset.id).to.equal('strikes');
    await keys('n');
    await atRest(element);
    expect([element.selected, parts(element, 'details').length]).to.eql(['memo', 1]);
    scrollBy(0, 30);
    await frames(4);
    expect([element.selected, parts(element, 'details').length]).to.eql(['memo', 1]);
    await keys('Escape');
    await settled(element);
    expect([element.selected, focused()!.dataset.id]).to.eql([null, 'memo']);
    await readTo(3);
    await until(() => element.selected === 'answer');
    expect(focused()!.dataset.id, 'the focus stays').to.equal('memo');
  });

  it('keeps what is selected in sight among the lanes', async () => {
    const [element] = await article({
      style: 'position: fixed; inset-block-start: 0; width: 700px; --timeline-height: 10rem',
    });
    await readTo(2);
    await until(() => element.selected === 'memo');
    await atRest(element);
    await sleep(50);
    const { top, bottom } = find(element, '.scroller')!.getBoundingClientRect();
    const box = find(element, '[part~="mark-selected"]')!.getBoundingClientRect();
    expect([box.top >= top, box.bottom <= bottom]).to.eql([true, true]);
  });

  it('says what names no event, to the author alone, without anything else to render', async () => {
    const { warn } = console;
    const warned: string[] = [];
    console.warn = (text: string) => void warned.push(text);
    const [element] = await article({ 'scroll-steps': '#nowhere' }).finally(() => (console.warn = warn));
    expect(warned.filter(text => text.includes('scroll-steps'))).to.have.length(1);
    expect(warned.join()).to.contain('"#nowhere"');
    expect(textOf(find(element, '.root'))).not.to.contain('scroll-steps');
    expect(element.issues.map(({ path }) => path)).to.eql(['scroll-steps']);
    element.scrollSteps = 'p[';
    await settled(element);
    await sleep(50);
    expect(element.issues.map(({ path }) => path)).to.eql(['scroll-steps']);
    element.scrollSteps = '#article';
    await until(() => element.issues.length === 0);
  });
});
