import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { EventRecord } from '../../src/data/document-shape.js';
import { TimelineView } from '../../src/timeline-view.js';
import { engineShare } from '../lib/engine-share.js';
import { find, frames, marksOf, misplaced, mount, serialized, settled } from './mounted.js';

const EVENTS: readonly EventRecord[] = [
  { id: 'a', date: '2025-01', title: 'Alpha', lane: 'one', status: 'confirmed' },
  { id: 'b', date: '2025-03-05', title: 'Beta', lane: 'two', status: 'reported' },
  { id: 'c', date: '2025-06/2025-07', title: 'Gamma', lane: 'one' },
  { id: 'd', date: '2025-06-10/..', title: 'Delta, going on', lane: 'two', status: 'alleged' },
];

/** A setting: its property, the value, and the attribute that says the same where there is one. */
interface Setting {
  readonly property: string;
  readonly value: unknown;
  readonly attribute?: readonly [name: string, value: string];
}

const SETTINGS: readonly Setting[] = [
  { property: 'label', value: 'A label', attribute: ['label', 'A label'] },
  { property: 'description', value: 'Of it', attribute: ['description', 'Of it'] },
  { property: 'headingLevel', value: 4, attribute: ['heading-level', '4'] },
  { property: 'selected', value: 'b', attribute: ['selected', 'b'] },
  // The attribute is the first view, which is something else.
  { property: 'view', value: '2025-02/2025-08' },
  { property: 'limits', value: '2024/2026', attribute: ['limits', '2024/2026'] },
  { property: 'layout', value: 'horizontal', attribute: ['layout', 'horizontal'] },
  { property: 'scale', value: 'even', attribute: ['scale', 'even'] },
  { property: 'laneBy', value: 'status', attribute: ['lane-by', 'status'] },
  { property: 'colorBy', value: 'status', attribute: ['color-by', 'status'] },
  { property: 'query', value: 'a', attribute: ['query', 'a'] },
  { property: 'matches', value: 'dim', attribute: ['matches', 'dim'] },
  { property: 'filter', value: { status: ['', 'reported', 'alleged'] } },
  { property: 'controls', value: 'zoom search legend', attribute: ['controls', 'zoom search legend'] },
  { property: 'timeZone', value: 'Asia/Tokyo', attribute: ['time-zone', 'Asia/Tokyo'] },
  { property: 'strings', value: { 'action-fit': 'Everything' } },
  { property: 'now', value: '2025-05-05', attribute: ['now', '2025-05-05'] },
  { property: 'zero', value: 'a', attribute: ['zero', 'a'] },
];
const DATA: Setting = { property: 'events', value: EVENTS };

const MOMENTS = ['before the class', 'created', 'in the page', 'drawn'] as const;

/** A setting with when and how it is made. */
interface Made {
  readonly setting: Setting;
  readonly moment: (typeof MOMENTS)[number];
  readonly asAttribute: boolean;
}

const made = (setting: fc.Arbitrary<Setting>): fc.Arbitrary<Made> =>
  fc.record({ setting, moment: fc.constantFrom(...MOMENTS), asAttribute: fc.boolean() });

function make(element: HTMLElement, { setting, asAttribute }: Made): void {
  if (asAttribute && setting.attribute) element.setAttribute(...setting.attribute);
  else Object.assign(element, { [setting.property]: setting.value });
}

let tags = 0;

/** An element of a class of its own, which was not known when it was made, given all in that order. */
async function given(all: readonly Made[]): Promise<TimelineView> {
  const tag = `timeline-order-${++tags}`;
  const element = document.createElement(tag) as TimelineView;
  const at = (moment: Made['moment']): void =>
    all.filter(each => each.moment === moment).forEach(each => make(element, each));
  at('before the class');
  class Late extends TimelineView {}
  Late.define(tag);
  customElements.upgrade(element);
  at('created');
  const box = document.createElement('div');
  box.style.cssText = 'width: 780px; font: 16px/1.4 sans-serif';
  box.append(element);
  document.body.append(box);
  at('in the page');
  await frames(2);
  at('drawn');
  await settled(element);
  return element;
}

/** What there is to see: with attributes, of all but the host. */
const drawn = (element: TimelineView): string => serialized(element.shadowRoot!);

describe('settings, whatever is said first', () => {
  it('come to the same, as attributes or properties, before the class is known or after', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .uniqueArray(made(fc.constantFrom(...SETTINGS)), {
            selector: ({ setting }) => setting.property,
            maxLength: 5,
          })
          .chain(few =>
            made(fc.constant(DATA)).chain(data =>
              fc.shuffledSubarray([...few, data], { minLength: few.length + 1 }),
            ),
          ),
        async all => {
          const element = await given(all);
          const plain = await given(
            [...all]
              .sort((a, b) => (a.setting.property < b.setting.property ? -1 : 1))
              .map(({ setting }) => ({ setting, moment: 'created', asAttribute: false })),
          );
          try {
            expect(drawn(element)).to.equal(drawn(plain));
            expect(marksOf(element)).to.not.be.empty;
          } finally {
            for (const each of [element, plain]) each.parentElement!.remove();
          }
        },
      ),
      engineShare({ seed: 24, numRuns: 60 }),
    );
  }).timeout(90_000);

  it('are the same for a clone, for HTML that is parsed, and for an element of another document', async () => {
    const attributes = { label: 'A label', selected: 'b', view: '2025-02/2025-08', 'heading-level': '4' };
    const script = document.createElement('script');
    script.type = 'application/json';
    script.textContent = JSON.stringify(EVENTS);
    const element = await mount({}, { attributes, children: [script] });
    const box = element.parentElement!;
    const clone = element.cloneNode(true) as TimelineView;
    box.append(clone);
    await settled(clone);
    expect(drawn(clone)).to.equal(drawn(element));
    const html = element.outerHTML;
    clone.remove();
    const parsed = document.createElement('div');
    box.append(parsed);
    parsed.innerHTML = html;
    const [written] = parsed.children as unknown as [TimelineView];
    await settled(written);
    expect(drawn(written)).to.equal(drawn(element));
    parsed.remove();
    const windowless = document.implementation.createHTMLDocument();
    const foreign = windowless.createElement('timeline-view');
    for (const [name, value] of Object.entries(attributes)) foreign.setAttribute(name, value);
    Object.assign(foreign, { events: EVENTS });
    expect(foreign.shadowRoot).to.equal(null);
    box.append(foreign);
    await settled(foreign);
    expect(foreign).to.be.instanceOf(TimelineView);
    expect(drawn(foreign)).to.equal(drawn(element));
  });
});

describe('settings that are undefined', () => {
  for (const property of TimelineView.elementProperties.keys())
    it(`break nothing: ${String(property)}`, async () => {
      const element = await mount({ events: EVENTS });
      const before = marksOf(element).length;
      Object.assign(element, { [property]: undefined });
      await settled(element);
      expect(element.issues).to.eql([]);
      if (!['events', 'data'].includes(String(property))) expect(marksOf(element)).to.have.length(before);
    });
});

describe('how often it is drawn', () => {
  it('is at most twice for a thousand settings in one task, and not at all for the toolbar while it pans', async () => {
    const element = await mount({ events: EVENTS });
    let renders = 0;
    const { render } = TimelineView.prototype as unknown as { render(): unknown };
    Object.defineProperty(element, 'render', {
      value(this: TimelineView) {
        renders++;
        return render.call(this);
      },
    });
    for (let i = 0; i < 1000; i++)
      Object.assign(element, {
        label: `Label ${i}`,
        selected: i % 2 ? 'a' : 'b',
        laneBy: i % 3 ? 'status' : null,
      });
    await element.updateComplete;
    await frames(2);
    expect(renders).to.be.within(1, 2);

    element.view = '2025-03/2025-05';
    await settled(element);
    renders = 0;
    const records: MutationRecord[] = [];
    const observer = new MutationObserver(more => void records.push(...more));
    observer.observe(find(element, '.toolbar')!, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    const moving = element.panBy(0.2);
    for (let seen = 0; misplaced(element, element.view).length > 0; await frames(1), seen++)
      expect(renders, `while it moves, frame ${seen}`).to.be.at.most(1);
    await moving;
    await settled(element);
    observer.disconnect();
    expect(records.map(({ type, attributeName }) => `${type} ${attributeName}`)).to.eql([]);
    expect(renders, 'at rest').to.be.within(1, 2);
  });
});
