import { expect, fixture, html } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { viewport } from '../lib/browser-commands.js';
import {
  canvasBox,
  find,
  frames,
  markOf,
  marksOf,
  misplaced,
  mount,
  parts,
  settled,
  sleep,
  until,
} from './mounted.js';

const records = (count: number): { id: string; date: string; title: string }[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    date: new Date(Date.UTC(1990, 0, 1 + 37 * i)).toISOString().slice(0, 10),
    title: `Event ${i}`,
  }));

/** A timeline so far down the page that it sleeps. */
async function farAway(count = 20): Promise<TimelineView> {
  await viewport({ width: 800, height: 600 });
  const element = await mount({ events: records(count) });
  element.parentElement!.style.marginTop = '3000px';
  // The observer tells of it some frames later.
  await frames(4);
  await sleep(50);
  return element;
}

/** Runs something and counts the frames that are asked for meanwhile. */
async function framesAskedFor(run: () => Promise<unknown>): Promise<number> {
  const { requestAnimationFrame } = window;
  let count = 0;
  window.requestAnimationFrame = callback => {
    count++;
    return requestAnimationFrame.call(window, callback);
  };
  try {
    await run();
  } finally {
    window.requestAnimationFrame = requestAnimationFrame;
  }
  return count;
}

describe('a page of fifty timelines', () => {
  it('asks for no frame at rest, and has one set of style sheets', async function () {
    await viewport({ width: 800, height: 600 });
    const box = await fixture<HTMLElement>(html`<div style="width: 700px"></div>`);
    const elements = Array.from({ length: 50 }, () => {
      const element = document.createElement('timeline-view');
      element.events = records(100);
      return element;
    });
    box.append(...elements);
    await Promise.all(elements.map(element => element.ready));
    for (const element of elements) expect(marksOf(element).length, 'marks').to.be.greaterThan(10);
    const [first] = elements;
    const sheets = [...first!.shadowRoot!.adoptedStyleSheets];
    expect(sheets).to.not.be.empty;
    for (const { shadowRoot } of elements)
      expect(shadowRoot!.adoptedStyleSheets.every((sheet, i) => sheet === sheets[i])).to.equal(true);
    for (const element of [first!, elements.at(-1)!]) await settled(element);
    await sleep(300);
    expect(await framesAskedFor(() => sleep(600))).to.equal(0);
  });
});

describe('a timeline that comes far below what is seen of the page', () => {
  const below = async (more: (element: TimelineView) => void): Promise<TimelineView> => {
    await viewport({ width: 800, height: 600 });
    const box = await fixture<HTMLElement>(html`<div style="width: 700px; margin-top: 3000px"></div>`);
    const element = document.createElement('timeline-view');
    more(element);
    box.append(element);
    return element;
  };
  const isDrawn = (element: TimelineView): boolean => parts(element, 'mark').length > 0;

  it('is drawn by the time that this is waited for', async () => {
    const element = await below(element => (element.events = records(20)));
    await element.ready;
    expect(isDrawn(element)).to.equal(true);
  });

  it('is drawn once the page has nothing else to do, where one that is seen is drawn at once', async () => {
    const element = await below(element => (element.events = records(20)));
    const seen = document.createElement('timeline-view');
    seen.events = records(20);
    element.parentElement!.before(seen);
    for (const one of [element, seen]) while (one.isUpdatePending) await one.updateComplete;
    expect([seen, element].map(isDrawn)).to.eql([true, false]);
    await until(() => isDrawn(element));
    seen.remove();
  });

  it('gets the focus that it is given before that, unless it has gone elsewhere', async () => {
    const focused = (element: TimelineView) => element.shadowRoot!.activeElement;
    for (const isLeft of [false, true]) {
      const element = await below(element => (element.events = records(20)));
      while (element.isUpdatePending) await element.updateComplete;
      expect(isDrawn(element)).to.equal(false);
      element.focus();
      const other = document.createElement('button');
      document.body.append(other);
      if (isLeft) other.focus();
      await element.ready;
      await frames(2);
      expect(isDrawn(element)).to.equal(true);
      expect(focused(element)?.getAttribute('part') ?? null).to.equal(isLeft ? null : 'mark');
      if (isLeft) expect(document.activeElement).to.equal(other);
      other.remove();
    }
  });

  it('asks for one idle moment at a time, however many come and go', async () => {
    const { requestIdleCallback: real } = window;
    const asked: (() => void)[] = [];
    window.requestIdleCallback = callback => asked.push(callback as () => void);
    try {
      const elements: TimelineView[] = [];
      for (let i = 0; i < 4; i++) {
        const element = await below(element => (element.events = records(20)));
        while (element.isUpdatePending) await element.updateComplete;
        if (i < 2) element.remove();
        else elements.push(element);
      }
      expect(asked.length).to.equal(1);
      asked.shift()!();
      expect(asked.length).to.equal(1);
      await until(() => isDrawn(elements[0]!));
      expect(isDrawn(elements[1]!)).to.equal(false);
      asked.shift()!();
      await until(() => isDrawn(elements[1]!));
      expect(asked).to.eql([]);
    } finally {
      window.requestIdleCallback = real;
    }
  });

  it('is drawn where its data come later, or it is shown later', async () => {
    const late = await below(() => {});
    const hidden = await below(element => {
      element.events = records(20);
      element.style.display = 'none';
    });
    await frames(4);
    await sleep(100);
    late.events = records(20);
    hidden.style.display = '';
    for (const element of [late, hidden]) await until(() => isDrawn(element));
  });

  it('is drawn where it is taken away at once and put back later', async () => {
    const element = await below(element => (element.events = records(20)));
    const box = element.parentElement!;
    while (element.isUpdatePending) await element.updateComplete;
    element.remove();
    await frames(4);
    box.append(element);
    await until(() => isDrawn(element));
  });
});

describe('a timeline far from what is seen of the page', () => {
  it('draws no other size until it comes near', async () => {
    const element = await farAway();
    const { style } = element.parentElement!;
    const before = markOf(element, 'e10')!.right;
    style.width = '500px';
    await frames(4);
    await element.updateComplete;
    expect(Math.abs(markOf(element, 'e10')!.right - before)).to.be.lessThan(1);
    element.scrollIntoView();
    await until(() => misplaced(element, element.view).length === 0);
    expect(canvasBox(element).width).to.be.lessThan(501);
    style.width = '600px';
    await until(() => canvasBox(element).width > 501 && misplaced(element, element.view).length === 0);
    window.scrollTo(0, 0);
  });

  it('is drawn where that is waited for, and with other data', async () => {
    const element = await farAway();
    element.parentElement!.style.width = '500px';
    await frames(4);
    await element.ready;
    expect(misplaced(element, element.view)).to.eql([]);
    element.events = records(5);
    await element.updateComplete;
    expect(marksOf(element)).to.have.length(5);
  });

  it('goes to a view at once, and is there when it comes near', async () => {
    const element = await farAway();
    const asked = await framesAskedFor(() => element.zoomIn());
    expect(asked).to.equal(0);
    const { view } = element;
    expect(misplaced(element, view)).to.eql([]);
    element.view = '1996';
    await element.updateComplete;
    element.scrollIntoView();
    await until(() => misplaced(element, element.view).length === 0);
    window.scrollTo(0, 0);
  });

  it('takes a stream in without frames, and all of it by the time that is waited for', async () => {
    const element = await farAway(5);
    const asked = await framesAskedFor(async () => {
      for (let i = 0; i < 10; i++) {
        element.addEvents([{ date: `19${95 + (i % 5)}`, title: `More ${i}` }]);
        await sleep(20);
      }
      await sleep(300);
    });
    expect(asked).to.equal(0);
    await element.ready;
    expect(element.toJSON().events).to.have.length(15);
  });

  it('is awake while it has the focus', async () => {
    const element = await farAway();
    element.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    element.parentElement!.style.width = '500px';
    await until(() => canvasBox(element).width < 501 && misplaced(element, element.view).length === 0);
    expect(parts(element, 'mark').length).to.be.greaterThan(0);
    expect(find(element, ':focus')).not.to.equal(null);
  });
});
