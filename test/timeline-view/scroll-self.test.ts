import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { keys, viewport } from '../lib/browser-commands.js';
import { ownOf } from '../lib/engine-share.js';
import {
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

const READ =
  '.periods .paragraph:has(.entry-title:not([part~="era"])), .list [part="list-item"]:not([data-id="campaign"])';
const paragraphs = (element: TimelineView): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(READ),
];
const idOf = (node: HTMLElement): string =>
  (node.querySelector<HTMLElement>('.entry-title') ?? node).dataset.id!;
const paragraphOf = (element: TimelineView, id: string): HTMLElement =>
  paragraphs(element).find(node => idOf(node) === id)!;

/** The story as a text, 600 px of it in sight at most. */
async function told(
  settings: Partial<TimelineView> = {},
  { width = 360, attributes = {} }: { width?: number; attributes?: Record<string, string> } = {},
): Promise<TimelineView> {
  await viewport({ width: 820, height: 600 });
  scrollTo(0, 0);
  const element = await mount(
    { src: STORY_URL, layout: 'vertical', ...settings },
    { width, attributes: { 'scroll-steps': 'self', lang: 'en-GB', ...attributes } },
  );
  // What follows the reader is loaded where it is asked for, and observes from the next frame on.
  await sleep(50);
  await frames(3);
  return element;
}

/** Scrolls so that a paragraph has just come to the reading line, 240 px down the window. */
async function readTo(element: TimelineView, id: string): Promise<void> {
  scrollBy(0, paragraphOf(element, id).getBoundingClientRect().top - 239);
  await until(() => element.selected === id, id);
  await settled(element);
}
const step = async (scroller: Element, by: number) => {
  scroller.scrollTop += by;
  await frames(2);
};
const page = () => document.scrollingElement!;
afterEach(() => scrollTo(0, 0));

/** Where each paragraph stands in the text that is scrolled. */
const places = (element: TimelineView, scroller: Element) =>
  paragraphs(element).map(node => Math.round(node.getBoundingClientRect().top + scroller.scrollTop));

describe('scroll-steps="self"', () => {
  const cases = {
    'running down': () => told(),
    'running down, from right to left': () => told({}, { attributes: { dir: 'rtl', lang: 'ar' } }),
    'as a list': () => told({ layout: 'list' }, { width: 780 }),
    'as a narrow list': () => told({ layout: 'list' }, { width: 320 }),
    'within a height of its own': async () => {
      const element = await told();
      element.style.height = '400px';
      await until(() => find(element, '.confined'));
      await settled(element);
      return element;
    },
  };
  for (const [name, make] of ownOf(Object.entries(cases)))
    it(`selects what is read, from the first to the last and back, and moves no text, ${name}`, async () => {
      const element = await make();
      const scroller = find(element, '.confined') ?? page();
      const ids = paragraphs(element).map(idOf);
      expect(ids).to.have.length(element.layout === 'list' ? 12 : 10);
      const before = places(element, scroller);
      const selected: (string | null)[] = [];
      const note = () => {
        if (selected.at(-1) !== element.selected) selected.push(element.selected);
        expect(places(element, scroller)).to.eql(before);
        expect(parts(element, 'details')).to.eql([]);
      };
      const end = () => scroller.scrollHeight - scroller.clientHeight;
      while (scroller.scrollTop < end() - 1) await step(scroller, 45).then(note);
      // The page may go on below the events.
      expect(selected.filter(id => id !== null)).to.eql(ids);
      selected.length = 0;
      while (scroller.scrollTop > 0) await step(scroller, -45).then(note);
      expect(selected.slice(0, ids.length)).to.eql([...ids].reverse());
      expect(element.selected).to.equal(null);
    });

  it('leaves what the reader has opened as long as it can be seen, and closes it without a jump', async () => {
    const element = await told();
    await readTo(element, 'memo');
    paragraphOf(element, 'weekend').querySelector<HTMLElement>('.entry-title')!.click();
    await settled(element);
    expect([element.selected, parts(element, 'details').length]).to.eql(['weekend', 1]);
    focused()?.blur();
    let jump = 0;
    const isInSight = () => paragraphOf(element, 'weekend').getBoundingClientRect().bottom > 0;
    for (let i = 0; i < 60 && element.selected === 'weekend'; i++) {
      page().scrollTop += 40;
      const seen = paragraphs(element).filter(node => {
        const { top, bottom } = node.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      });
      const tops = seen.map(node => node.getBoundingClientRect().top);
      const wasInSight = isInSight();
      await frames(4);
      if (wasInSight) expect(element.selected).to.equal('weekend');
      jump = Math.max(jump, ...seen.map((node, j) => Math.abs(node.getBoundingClientRect().top - tops[j]!)));
    }
    expect(element.selected).to.not.equal('weekend');
    await settled(element);
    expect(parts(element, 'details')).to.eql([]);
    expect(jump).to.be.at.most(2);
  });

  it('closes nothing that has the focus within', async () => {
    const element = await told();
    await readTo(element, 'memo');
    paragraphOf(element, 'memo').querySelector<HTMLElement>('.entry-title')!.click();
    await settled(element);
    const within = find(element, '.details button')!;
    within.focus();
    page().scrollTop = page().scrollHeight;
    await frames(4);
    expect([element.selected, focused()]).to.eql(['memo', within]);
    within.blur();
    page().scrollTop -= 5;
    await until(() => element.selected !== 'memo');
  });

  it('is left by keys, which go on from what is read, and go along with it', async () => {
    const element = await told();
    await readTo(element, 'memo');
    element.focus({ preventScroll: true });
    expect(focused()!.dataset.id).to.equal('memo');
    await keys('ArrowDown');
    await until(() => element.selected === 'weekend');
    expect(focused()!.dataset.id).to.equal('weekend');
    expect(parts(element, 'details')).to.eql([]);
    await keys('Enter');
    await settled(element);
    expect([element.selected, parts(element, 'details')[0]?.dataset.event]).to.eql(['weekend', 'weekend']);
    await keys('n', 'n');
    await settled(element);
    await frames(4);
    expect([element.selected, parts(element, 'details').length]).to.eql(['claim', 1]);
    await keys('Escape');
    await settled(element);
    await frames(4);
    expect([element.selected, focused()!.dataset.id]).to.eql([null, 'claim']);
  });

  it('says nothing while the reader scrolls, and leaves the view alone', async () => {
    const element = await told();
    find(element, '.toolbar [tabindex="0"]')!.focus({ preventScroll: true });
    const sent = listen(element);
    const said: string[] = [];
    const status = find(element, '[role="status"]')!;
    new MutationObserver(() => said.push(textOf(status))).observe(status, { childList: true });
    for (let i = 0; i < 12; i++) await step(page(), 100);
    await sleep(700);
    expect(element.selected).to.not.equal(null);
    expect(said.filter(text => !text.includes('loaded'))).to.eql([]);
    expect(new Set(sent.map(({ type }) => type))).to.eql(new Set(['select']));
  });

  it('asks the page, which may forbid it', async () => {
    const element = await told();
    element.addEventListener('timeline-select', event => event.preventDefault());
    for (let i = 0; i < 8; i++) await step(page(), 100);
    expect(element.selected).to.equal(null);
  });

  it('has nothing to follow in a picture: that is said where the author asks for one', async () => {
    const element = await told({ layout: 'auto' }, { width: 780 });
    expect([element.issues, find(element, '.scroller') !== null]).to.eql([[], true]);
    element.layout = 'horizontal';
    await settled(element);
    expect(element.issues.map(({ path }) => path)).to.eql(['scroll-steps']);
    element.layout = 'list';
    await settled(element);
    expect(element.issues).to.eql([]);
    for (let i = 0; i < 6; i++) await step(page(), 100);
    expect(element.selected).to.not.equal(null);
    const { selected } = element;
    element.scrollSteps = null;
    await settled(element);
    page().scrollTop = page().scrollHeight;
    await frames(4);
    expect(element.selected).to.equal(selected);
  });
});
