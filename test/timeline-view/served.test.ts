import { expect } from '@open-wc/testing';
import { render } from '../../src/html/render.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { held, newKey, release } from '../controllers/server.js';
import { frames, until } from './mounted.js';

const EVENTS = Array.from({ length: 5 }, (_, i) => ({ id: `e${i}`, date: `200${i}`, title: `Event ${i}` }));

/** Puts the markup into the page as a parser would: what it says stands there before the element does. */
function serve(markup: string, { height = '' } = {}): TimelineView {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const element = template.content.querySelector('timeline-view')!;
  Object.assign(element.style, { display: 'block', height });
  after(() => element.remove());
  // Only now, in a page whose scripts run, it becomes the element.
  document.body.append(template.content);
  return element;
}

const textBox = (element: TimelineView): Element | null =>
  [...element.shadowRoot!.children].find(
    ({ firstElementChild }) => firstElementChild?.localName === 'slot',
  ) ?? null;
const isDrawn = (element: TimelineView): boolean =>
  element.shadowRoot!.querySelector('[part~="mark"]') !== null;

describe('what a page says in the place of the element', () => {
  const text = render(EVENTS, { jsonLd: false });

  /** The text in the place of an element whose data come when the key is released. */
  const late = (key: string): string => text.replace('<timeline-view', `<timeline-view src="${held(key)}"`);

  it('stays in sight, as high as it was, until the data have come', async () => {
    const key = newKey();
    const element = serve(late(key));
    const box = textBox(element)!;
    const [list] = element.getElementsByTagName('ol');
    expect(box.getBoundingClientRect().height).to.be.greaterThan(100);
    await frames(6);
    expect([textBox(element), element.querySelector('ol'), isDrawn(element)]).to.eql([box, list, false]);
    expect(list!.getBoundingClientRect().height).to.be.greaterThan(100);
    await release(key);
    await element.ready;
    expect([textBox(element), isDrawn(element)]).to.eql([null, true]);
    expect(element.getEvent('held')).to.include({ id: 'held' });
  });

  it('is said to wait while it does', async () => {
    const key = newKey();
    const element = serve(late(key));
    await frames(2);
    const told = (): unknown[] => [
      textBox(element)?.ariaBusy ?? null,
      element.matches(':state(loading)'),
      element.shadowRoot!.querySelectorAll('[aria-busy="true"]').length,
    ];
    expect(told()).to.eql(['true', true, 1]);
    await release(key);
    await element.ready;
    expect(told()).to.eql([null, false, 0]);
  });

  it('may be bare text', async () => {
    const key = newKey();
    const element = serve(`<timeline-view src="${held(key)}">Eight years, <!-- --></timeline-view>`);
    await frames(6);
    expect(textBox(element)!.getBoundingClientRect().height).to.be.greaterThan(10);
    await release(key);
    await element.ready;
    expect(textBox(element)).to.equal(null);
  });

  it('has the height that the page gives it, and scrolls in there', () => {
    const element = serve(text, { height: '150px' });
    const { clientHeight, scrollHeight } = textBox(element)!;
    expect(clientHeight).to.equal(150);
    expect(scrollHeight).to.be.greaterThan(150);
  });

  it('gives way at once to data that a script gives', async () => {
    const element = serve(text);
    element.data = { events: EVENTS.slice(0, 2) };
    await element.ready;
    expect([textBox(element), element.toJSON().events]).to.have.deep.members([null, EVENTS.slice(0, 2)]);
  });

  it('gives way at once to other data, though those of before are still to come', async () => {
    const change = { events: { events: EVENTS }, src: { src: '/test-data/slow?ms=0&id=two' } };
    for (const given of Object.values(change)) {
      const element = serve(late(newKey()));
      await frames(6);
      expect(isDrawn(element)).to.equal(false);
      Object.assign(element, given);
      await until(() => isDrawn(element), Object.keys(given).join());
      expect(textBox(element)).to.equal(null);
    }
  });

  it('is as high as it was where the page has put something around it', () => {
    const inner = '<ol><li><time datetime="2020">2020</time> One</li></ol>';
    const element = serve(`<timeline-view style="padding: 20px; border: 5px solid">${inner}</timeline-view>`);
    const box = document.createElement('div');
    box.innerHTML = inner;
    Object.assign(box.style, { padding: '20px', border: '5px solid' });
    element.after(box);
    after(() => box.remove());
    expect(box.offsetHeight).to.be.greaterThan(60);
    expect(element.offsetHeight).to.equal(box.offsetHeight);
  });

  it('gives way to an error where the data cannot be had', async () => {
    const element = serve(text.replace('<timeline-view', '<timeline-view src="/test-data/404"'));
    await element.ready;
    expect([textBox(element), element.matches(':state(error)')]).to.eql([null, true]);
  });

  it('leaves its room to what is only read, and to what the page has only kept room for', async () => {
    const script = `<script type="application/json">${JSON.stringify(EVENTS)}</script>`;
    const style = document.createElement('style');
    style.textContent = 'timeline-view:not(:defined) { min-height: 321px }';
    document.head.append(style);
    after(() => style.remove());
    for (const within of [script, '']) {
      const element = serve(`<timeline-view>${within}</timeline-view>`);
      expect([element.offsetHeight, textBox(element)]).to.eql([321, null]);
      const room = element.shadowRoot!.lastElementChild!;
      await element.ready;
      expect([isDrawn(element), room.isConnected]).to.eql([within !== '', false]);
    }
  });

  it('is nothing where there is no text: what loads is shown to load', async () => {
    const key = newKey();
    const element = serve(
      `<timeline-view src="${held(key)}"> <!-- None. --> <script type="text/plain"></script></timeline-view>`,
    );
    expect(textBox(element)).to.equal(null);
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('.awaiting')).not.to.equal(null);
    await release(key);
    await element.ready;
    expect(element.shadowRoot!.querySelector('.awaiting')).to.equal(null);
  });
});

describe('a declarative shadow root', () => {
  it('keeps its styles, and is otherwise what the element draws', async () => {
    const host = document.createElement('div');
    after(() => host.remove());
    document.body.append(host);
    host.setHTMLUnsafe(render(EVENTS, { shadow: true, jsonLd: false }));
    const element = host.querySelector('timeline-view')!;
    await until(() => isDrawn(element));
    const root = element.shadowRoot!;
    expect([...root.children].map(({ localName, className }) => `${localName}.${className}`)).to.eql([
      'style.',
      'div.given',
      'div.root',
    ]);
    expect(element.issues).to.eql([]);
    expect(root.adoptedStyleSheets.length).to.be.greaterThan(3);
  });

  it('has the nonce that its page needs', () => {
    expect(render(EVENTS, { shadow: true, nonce: 'a"b' })).to.contain('<style nonce="a&quot;b">:host');
    expect(render(EVENTS)).not.to.contain('<template');
  });
});
