import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { viewport } from '../lib/browser-commands.js';
import { find, focused, frames, listen, mount, parts, settled, sleep, STORY_URL, until } from './mounted.js';

const IDS = ['order', 'strikes', 'memo', 'answer', 'rejection'];

/** A text whose sections are 500 px high, in a window of 600 px; the first begins 600 px down the page. */
async function article(attributes: Record<string, string> = {}): Promise<[TimelineView, HTMLElement]> {
  await viewport({ width: 820, height: 600 });
  scrollTo(0, 0);
  const text = document.createElement('article');
  text.id = 'article';
  text.style.cssText = 'position: absolute; top: 600px; left: 0; width: 100px; overflow-anchor: none';
  for (const id of IDS) {
    const section = document.createElement('section');
    Object.assign(section, { id: `at-${id}`, textContent: id });
    section.setAttribute('data-timeline-event', id);
    section.style.height = '500px';
    text.append(section);
  }
  const end = document.createElement('div');
  end.style.height = '600px';
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

  it('says what names no event', async () => {
    const [element] = await article({ 'scroll-steps': '#nowhere' });
    await until(() => element.issues.length > 0);
    expect(element.issues.map(({ path }) => path)).to.eql(['scroll-steps']);
    element.scrollSteps = 'p[';
    await settled(element);
    await sleep(50);
    expect(element.issues.map(({ path }) => path)).to.eql(['scroll-steps']);
    element.scrollSteps = '#article';
    await until(() => element.issues.length === 0);
  });
});
