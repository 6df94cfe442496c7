import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords, seeded } from '../layout/sample.js';
import { ownOf } from '../lib/engine-share.js';
import { canvasBox, frames, marksOf, misplaced, mount, serialized, STORY_URL } from './mounted.js';

/** In which something is not shown at first: what it is in, and what shows it. */
interface Hiding {
  readonly what: string;
  make(): HTMLElement;
  show(box: HTMLElement): void;
}

const made = (name: string, css = ''): HTMLElement => {
  const box = document.createElement(name);
  box.style.cssText = `width: 700px; ${css}`;
  return box;
};

const HIDINGS: readonly Hiding[] = [
  {
    what: 'display: none',
    make: () => made('div', 'display: none'),
    show: box => (box.style.display = ''),
  },
  {
    what: 'a box of 0 × 0',
    make: () => made('div', 'width: 0; height: 0; overflow: hidden'),
    show: box => (box.style.cssText = 'width: 700px'),
  },
  {
    what: 'content-visibility: hidden',
    make: () => made('div', 'content-visibility: hidden'),
    show: box => box.style.setProperty('content-visibility', 'visible'),
  },
  {
    what: 'closed <details>',
    make: () => made('details'),
    show: box => ((box as HTMLDetailsElement).open = true),
  },
  {
    what: 'a closed <dialog>',
    make: () => made('dialog', 'max-width: none; border: 0; padding: 0'),
    show: box => (box as HTMLDialogElement).showModal(),
  },
  {
    what: 'hidden="until-found"',
    make: () => {
      const box = made('div');
      box.setAttribute('hidden', 'until-found');
      return box;
    },
    show: box => box.removeAttribute('hidden'),
  },
];

describe('what is shown late', () => {
  const faults: string[] = [];
  const note = (event: ErrorEvent): void => void faults.push(event.message);
  before(() => addEventListener('error', note));
  after(() => removeEventListener('error', note));
  afterEach(() => expect(faults.splice(0)).to.eql([]));

  for (const { what, make, show } of HIDINGS)
    it(`in ${what}, is right two frames after its size is told`, async () => {
      const box = make();
      document.body.append(box);
      after(() => box.remove());
      const element = document.createElement('timeline-view');
      element.events = randomRecords(40, 6) as never;
      box.append(element);
      await element.ready;
      await frames(3);
      // A move meanwhile needs no size.
      await element.zoomIn();
      show(box);
      // One in which the observer tells, two to draw in.
      await frames(3);
      await element.updateComplete;
      expect(canvasBox(element).width).to.be.within(600, 700);
      expect(marksOf(element)).to.not.be.empty;
      expect(misplaced(element, element.view)).to.eql([]);
      expect(serialized(element.shadowRoot!)).to.not.match(/NaN|Infinity/);
    });

  /** Widths at random, the awkward ones often. */
  function* widths(count: number): Generator<number> {
    const random = seeded(35);
    const awkward = [0, 0, 1, 2, 23, 24, 319, 320, 479.5, 480, 4000];
    for (let i = 0; i < count; i++)
      yield random() < 0.3 ? awkward[Math.floor(random() * awkward.length)]! : random() ** 2 * 4000;
  }

  it('at 500 widths from 0 to 4,000 px nothing throws, loops, or is no number', async () => {
    const element: TimelineView = await mount({ src: STORY_URL, selected: 'claim', layout: 'auto' });
    const { style } = element.parentElement!;
    const nonsense = /="[^"]*\b(NaN|Infinity|undefined)\b/;
    for (const width of ownOf([...widths(500)])) {
      style.width = `${width}px`;
      await frames(1);
      const found = nonsense.exec(serialized(element.shadowRoot!));
      expect(found?.[0], `${width} px`).to.equal(undefined);
      expect(faults, `${width} px`).to.eql([]);
      expect(element.view.end).to.be.greaterThan(element.view.start);
    }
    style.width = '780px';
    await frames(4);
    await element.ready;
    expect(misplaced(element, element.view)).to.eql([]);
  }).timeout(90_000);
});
