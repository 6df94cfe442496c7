import { expect } from '@open-wc/testing';
import { createElement, createRef, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { TimelineView, type TimelineViewProps } from '../src/react.js';
import type { TimelineView as TimelineElement } from '../src/timeline-view.js';
import { at } from './timeline-view/mounted.js';

const events = [
  { id: 'a', date: '2025-01-10', title: 'A' },
  { id: 'b', date: '2025-06', title: 'B' },
];

let root: Root;
let place: HTMLElement;
let ref: RefObject<TimelineElement | null>;
beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  ref = createRef();
});
afterEach(() => {
  flushSync(() => root.unmount());
  place.remove();
});

/** Renders once more, and returns the element once it is drawn. */
async function render(props: TimelineViewProps): Promise<TimelineElement> {
  flushSync(() => root.render(createElement(TimelineView, { ...props, ref })));
  await ref.current!.ready;
  return ref.current!;
}

describe('the component for React', () => {
  it('gives what is the element’s own as properties, all else as attributes, and takes back what is given no more', async () => {
    const filter = { status: [''] };
    const element = await render({
      events,
      filter,
      headingLevel: 3,
      matches: 'dim',
      className: 'wide',
      role: 'figure',
    });
    expect(element).to.be.instanceOf(customElements.get('timeline-view'));
    expect(element.events).to.equal(events);
    expect(element.filter).to.equal(filter);
    expect(String(element.matches)).to.equal('dim');
    expect([...element.attributes].map(({ name, value }) => `${name}=${value}`).sort()).to.eql([
      'class=wide',
      'role=figure',
    ]);
    expect(element.shadowRoot!.querySelector('h3')).to.not.equal(null);

    expect(await render({ events })).to.equal(element);
    expect(element.filter ?? null).to.equal(null);
    expect(String(element.matches)).to.equal('hide');
    expect(element.getAttributeNames()).to.eql([]);
    expect(element.shadowRoot!.querySelector('h2')).to.not.equal(null);
    expect(element.issues).to.eql([]);
  });

  it('leaves what has not changed to the reader', async () => {
    const element = await render({ events, view: '2025' });
    await element.show('2025-02/2025-03', { animate: false });
    const view = { start: at(2025, 2, 1), end: at(2025, 4, 1) };
    expect(element.view).to.eql(view);
    await render({ events: [...events], view: '2025', label: 'New' });
    expect(element.view).to.eql(view);
    await render({ events, view: '2024/2025' });
    expect(element.view).to.eql({ start: at(2024, 1, 1), end: at(2026, 1, 1) });
  });

  it('hears by the handler of the last render, and no more once there is none', async () => {
    const heard: string[] = [];
    const hear = (name: string) => (): void => void heard.push(name);
    const tell = (element: Element): boolean => element.dispatchEvent(new CustomEvent('timeline-select'));
    tell(await render({ onTimelineSelect: hear('first'), onTimelineLoad: hear('load') }));
    tell(await render({ onTimelineSelect: hear('second') }));
    tell(await render({}));
    expect(heard.filter(name => name !== 'load')).to.eql(['first', 'second']);
  });

  it('gives its element to whoever has a ref, and takes it back', async () => {
    await render({ events });
    expect(ref.current).to.equal(place.querySelector('timeline-view'));
    flushSync(() => root.render(null));
    expect(ref.current).to.equal(null);
  });
});
