import { expect } from '@open-wc/testing';
import { TimelineView } from '../../src/timeline-view.js';
import { marksOf } from './mounted.js';
import './mounted.js';

/** What the console is told of while something runs. */
function warningsOf(run: () => void): unknown[] {
  const { warn } = console;
  const said: unknown[] = [];
  console.warn = (...words: unknown[]) => void said.push(words.join(' '));
  try {
    run();
  } finally {
    console.warn = warn;
  }
  return said;
}

/** The element of that tag, ready with two events, as an author would make it. */
async function made(tag: string): Promise<TimelineView> {
  const element = document.createElement(tag) as TimelineView;
  element.events = [
    { id: 'a', date: '2024', title: 'One' },
    { id: 'b', date: '2026', title: 'Two' },
  ];
  document.body.append(element);
  after(() => element.remove());
  await element.ready;
  return element;
}

describe('TimelineView.define()', () => {
  it('gives a second tag, and a third, an element that does the same', async () => {
    const tags = ['timeline-view', 'second-timeline', 'third-timeline'];
    const said = warningsOf(() => [...tags, ...tags].forEach(tag => TimelineView.define(tag)));
    expect(said).to.eql([]);
    const elements = await Promise.all(tags.map(made));
    for (const element of elements) {
      expect(element).to.be.instanceOf(TimelineView);
      expect(marksOf(element).map(({ id }) => id)).to.eql(['a', 'b']);
      expect(element.shadowRoot!.adoptedStyleSheets).to.eql(elements[0]!.shadowRoot!.adoptedStyleSheets);
    }
    expect(new Set(tags.map(tag => customElements.get(tag))).size).to.equal(3);
    expect((customElements.get('third-timeline') as typeof TimelineView).version).to.equal(
      TimelineView.version,
    );
  });

  it('gives a class that somebody derives the tag that it is for', async () => {
    class Derived extends TimelineView {}
    Derived.define('derived-timeline');
    expect(customElements.get('derived-timeline')).to.equal(Derived);
    expect(marksOf(await made('derived-timeline'))).to.have.length(2);
  });

  it('gives every registry the class itself', () => {
    const given = new Map<string, unknown>();
    const registry = {
      get: (tag: string) => given.get(tag),
      define: (tag: string, made: unknown) => void given.set(tag, made),
      getName: (made: unknown) => [...given].find(([, other]) => other === made)?.[0] ?? null,
    } as unknown as CustomElementRegistry;
    TimelineView.define(undefined, registry);
    expect([...given]).to.eql([['timeline-view', TimelineView]]);
  });

  it('leaves a tag to whoever has it, and says once who that is', () => {
    customElements.define('taken-by-another', class extends HTMLElement {});
    customElements.define(
      'taken-by-a-version',
      class extends HTMLElement {
        static readonly version = '99.0.0';
      },
    );
    const { version } = TimelineView;
    for (const [tag, what] of [
      ['taken-by-another', 'another element'],
      ['taken-by-a-version', 'version 99.0.0'],
    ] as const) {
      const said = warningsOf(() => [tag, tag].forEach(tag => TimelineView.define(tag)));
      expect(said).to.eql([
        `<timeline-view>: <${tag}> is ${what} on this page; version ${version} is not used`,
      ]);
    }
  });
});
