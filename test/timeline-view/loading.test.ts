import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { engineName, media } from '../lib/browser-commands.js';
import { find, focused, mount, parts, settled, sleep, textOf, until } from './mounted.js';

const GOOD = '/test-data/one.json?id=one';
const FAULTY = [
  { id: 'a', date: '2025-13', title: 'A' },
  { id: 'b', date: '2025-12', title: 'B' },
];
const height = (element: TimelineView) => element.getBoundingClientRect().height;
const button = (element: TimelineView) => find<HTMLButtonElement>(element, '.notice button')!;

/** What the status line says from now on, and when. */
function said(element: TimelineView): { texts: string[]; times: number[] } {
  const status = find(element, '#status')!;
  const result = { texts: [] as string[], times: [] as number[] };
  new MutationObserver(() => {
    result.texts.push(textOf(status));
    result.times.push(performance.now());
  }).observe(status, { childList: true });
  return result;
}

/** Answers of the server for as long as `run` takes. */
async function answering(answer: () => Promise<Response>, run: () => Promise<unknown>): Promise<void> {
  const { fetch } = window;
  window.fetch = answer;
  try {
    await run();
  } finally {
    window.fetch = fetch;
  }
}

const json = (value: unknown) =>
  new Response(JSON.stringify(value), { headers: { 'content-type': 'application/json' } });

describe('who listens hears how loading goes', () => {
  it('that it is on its way, was stopped, and is there, with what could not be read', async () => {
    const element = await mount({ src: '/test-data/404' });
    const { texts } = said(element);
    button(element).focus();
    await answering(
      () => new Promise<Response>(() => {}),
      async () => {
        button(element).click();
        await until(() => texts.length === 1, 'loading is said');
        button(element).click();
        await until(() => texts.length === 2, 'stopping is said');
      },
    );
    await answering(
      async () => json(FAULTY),
      async () => {
        button(element).click();
        await settled(element);
      },
    );
    const outcome = '2 events loaded, 1 of 2 entries could not be read in full';
    await until(() => texts.at(-1) === outcome, 'the outcome is said');
    // Where a machine takes its time over so little, it is said once more that it is on its way.
    expect(texts.toSpliced(2, texts.length - 3)).to.eql(['Loading…', 'Loading was stopped.', outcome]);
    expect(texts.slice(2, -1).every(text => text === 'Loading…')).to.equal(true);
  });

  it('that it failed again, without a word of what is for the author', async () => {
    const element = await mount({ src: '/test-data/404' });
    const { texts } = said(element);
    button(element).focus();
    button(element).click();
    await until(() => texts.length > 0);
    expect(texts).to.eql(['The data could not be loaded.']);
  });

  it('nothing while focus is elsewhere', async () => {
    const element = await mount({ src: GOOD });
    const { texts } = said(element);
    await element.reload();
    element.addEvents([{ date: '2025', title: 'More' }]);
    await settled(element);
    await sleep(700);
    expect(texts).to.eql([]);
  });

  it('of a stream one line in five seconds at most', async () => {
    const element = await mount({ events: FAULTY });
    const { texts, times } = said(element);
    element.focus();
    const end = performance.now() + 12_000;
    for (let i = 0; texts.length < 2 && performance.now() < end; i++) {
      element.addEvents([{ id: `s${i}`, date: '2025-11', title: 'S' }]);
      await sleep(100);
    }
    expect(texts).to.have.length(2);
    expect(texts[0]).to.match(/^\d+ events$/);
    expect(times[1]! - times[0]!).to.be.at.least(4_800);
  }).timeout(20_000);

  it('outside of what is busy', async () => {
    const element = await mount({ src: '/test-data/slow?ms=800' });
    await until(() => find(element, '#view')!.ariaBusy === 'false');
    element.src = '/test-data/slow?ms=801';
    await until(() => find(element, '[aria-busy="true"]'));
    for (const part of ['#status', 'progress', '.notice button'])
      expect(find(element, part)!.closest('[aria-busy="true"]'), part).to.equal(null);
  });
});

describe('focus on Retry or Cancel', () => {
  for (const layout of ['auto', 'list'] as const)
    it(`goes on to the events when they have come: ${layout}`, async () => {
      const element = await mount({ src: '/test-data/404', layout });
      button(element).focus();
      await answering(
        async () => json(FAULTY),
        async () => {
          button(element).click();
          await settled(element);
        },
      );
      expect(button(element)).to.equal(null);
      expect(focused()?.closest(layout === 'list' ? '.list' : '.stage')).to.not.equal(null);
    });

  it('goes to the toolbar where there are none, and without one to the heading', async () => {
    for (const [controls, target] of [
      [null, '.toolbar'],
      ['none', '#heading'],
    ] as const) {
      const element = await mount({ src: '/test-data/404', controls });
      button(element).focus();
      await answering(
        async () => json([]),
        async () => {
          button(element).click();
          await settled(element);
        },
      );
      expect(focused()?.closest(target), target).to.not.equal(null);
      element.remove();
    }
  });
});

describe('the element keeps its height', () => {
  for (const width of [304, 780, 1100])
    it(`from loading to loaded, failed, stopped and empty, ${width} px wide`, async () => {
      const element = await mount({ label: 'Heights', controls: 'zoom views' }, { width });
      const heights: Record<string, number> = { 'no source': height(element) };
      const top = find(element, '.stage')!.getBoundingClientRect().top;
      const go = async (name: string, src: string) => {
        element.src = src;
        await settled(element);
        heights[name] = height(element);
        expect(find(element, '.stage')!.getBoundingClientRect().top, name).to.equal(top);
      };
      element.src = '/test-data/slow?ms=700&id=one';
      await sleep(450);
      expect(element.matches(':state(loading)')).to.equal(true);
      heights.loading = height(element);
      await settled(element);
      heights.loaded = height(element);
      element.src = '/test-data/slow?ms=700&id=two';
      await sleep(450);
      heights['loading over a picture'] = height(element);
      await settled(element);
      await go('failed over a picture', '/test-data/404');
      await go('empty', '/test-data/empty.json');
      await go('failed', '/test-data/500');
      expect(heights).to.eql(Object.fromEntries(Object.keys(heights).map(name => [name, heights.loaded])));
    });

  it('and what loads covers no mark, and nothing that can be pressed', async () => {
    const element = await mount({ src: GOOD }, { width: 360 });
    element.src = '/test-data/slow?ms=900';
    await sleep(450);
    const line = find(element, '.notice')!.getBoundingClientRect();
    for (const other of element.shadowRoot!.querySelectorAll('.stage, .toolbar, #heading')) {
      const box = other.getBoundingClientRect();
      const meet =
        line.left < box.right &&
        box.left < line.right &&
        line.top < box.bottom - 1 &&
        box.top < line.bottom - 1;
      expect(meet, other.className || other.id).to.equal(false);
    }
    await settled(element);
  });
});

describe('without events', () => {
  it('none are counted, no button would move anything, and the axis has its line alone', async () => {
    const element = await mount({ src: GOOD });
    const disabled = () =>
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-action][aria-disabled]')].map(
        ({ dataset }) => dataset.action,
      );
    expect(find(element, '.tick')).to.not.equal(null);
    for (const src of ['/test-data/empty.json', '/test-data/slow?ms=400', '/test-data/404']) {
      element.src = '/test-data/empty.json';
      await settled(element);
      element.src = src;
      await element.updateComplete;
      if (!src.includes('slow')) await settled(element);
      expect(textOf(find(element, '#summary')), src).to.equal('');
      expect(disabled(), src).to.eql(['earlier', 'later', 'zoom-out', 'zoom-in', 'fit']);
      expect(find(element, '.tick'), src).to.equal(null);
      expect(find(element, '.skeleton') !== null, src).to.equal(src.includes('slow'));
      await settled(element);
    }
    element.src = GOOD;
    await settled(element);
    expect(disabled()).to.not.include('zoom-in');
    expect(parts(element, 'mark')).to.have.length(1);
  });
});

it('a failure with a long address does not reach beyond a narrow element', async function () {
  if (engineName() === 'webkit') return this.skip();
  await media({});
  const element = await mount({ src: `/test-data/404?${'a'.repeat(300)}` }, { width: 304 });
  find(element, '.notice summary')!.click();
  await element.updateComplete;
  expect(find(element, '.root')!.scrollWidth).to.be.at.most(304);
});
