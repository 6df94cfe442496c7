import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { engineName } from '../lib/browser-commands.js';
import { at, frames, sleep, until } from './mounted.js';

const PAGE = '/test/timeline-view/linked.html';
const opened: HTMLIFrameElement[] = [];

interface LinkedPage {
  readonly window: Window & {
    readonly sent: readonly Record<string, unknown>[];
    load(url: string): Promise<unknown>;
  };
  readonly timelines: TimelineView[];
  hash(): string;
  /** How many entries it has made in the history, whose length ends somewhere and is that of all frames together. */
  made(): number;
  back(by?: number): Promise<void>;
}

/** A page with a timeline for each prefix, in a frame. */
async function open(fragment = '', query = 'prefix=p', count = 1): Promise<LinkedPage> {
  // An entry of its own to begin from: in one that a frame before has left, WebKit goes back to nothing.
  if (engineName() === 'webkit') history.pushState(null, '');
  const frame = document.createElement('iframe');
  opened.push(frame);
  frame.style.cssText = 'width: 700px; height: 560px; border: 0';
  frame.src = `${PAGE}?${query}&n=${opened.length}${fragment}`;
  document.body.append(frame);
  const timelines = (): TimelineView[] => [
    ...(frame.contentDocument?.querySelectorAll<TimelineView>('timeline-view:defined') ?? []),
  ];
  await until(() => timelines().length === count);
  const window = frame.contentWindow as LinkedPage['window'];
  let made = 0;
  const push = window.history.pushState.bind(window.history);
  window.history.pushState = (...entry) => {
    made++;
    push(...entry);
  };
  for (const timeline of timelines()) await timeline.ready;
  // It comes when it is asked for: only then is anything kept.
  const session = (): string | undefined =>
    window.performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .find(name => name.includes('/permalink-session.'));
  await until(session);
  await window.load(session()!);
  await frames(3);
  return {
    window,
    timelines: timelines(),
    hash: () => window.location.hash,
    made: () => made,
    async back(by = -1) {
      const gone = new Promise(resolve => window.addEventListener('popstate', resolve, { once: true }));
      window.history.go(by);
      await gone;
      await sleep(400);
    },
  };
}

const mark = (timeline: TimelineView, id: string): HTMLElement =>
  timeline.shadowRoot!.querySelector<HTMLElement>(`[part~="mark"][data-id="${CSS.escape(id)}"]`)!;

/** As a reader does: clicks a mark, which has the focus then. */
async function press(timeline: TimelineView, id: string): Promise<void> {
  mark(timeline, id).focus();
  mark(timeline, id).click();
  await timeline.updateComplete;
}
const act = (timeline: TimelineView, action: string): void =>
  timeline.shadowRoot!.querySelector<HTMLElement>(`[data-action="${action}"]`)!.click();
const rested = (): Promise<void> => sleep(800);

describe('permalink', () => {
  afterEach(() => opened.splice(0).forEach(frame => frame.remove()));

  it('is begun once, be the prefix another one for a moment while what keeps it is loaded', async () => {
    const { timelines, hash } = await open();
    const [timeline] = timelines;
    for (const prefix of [null, 'p', 'q', 'p']) {
      timeline!.permalink = prefix;
      await timeline!.updateComplete;
    }
    await sleep(100);
    await press(timeline!, 'b');
    await until(() => hash().includes('p.'));
    expect([timeline!.issues, timelines.length]).to.eql([[], 1]);
    timeline!.permalink = null;
    await timeline!.updateComplete;
    const before = hash();
    await press(timeline!, 'a');
    await rested();
    expect(hash()).to.equal(before);
  });

  it('leaves the address alone until the reader does something', async () => {
    const page = await open('#section');
    await rested();
    expect(page.hash()).to.equal('#section');
    expect(page.window.sent).to.eql([]);
  });

  it('keeps the selection in entries of their own, and going back and forward restores it, focus and all', async () => {
    const page = await open();
    const [timeline] = page.timelines as [TimelineView];
    await press(timeline, 'a');
    expect(page.hash()).to.equal('#p.sel=a');
    await press(timeline, 'c/d&e');
    expect(page.hash()).to.equal('#p.sel=c/d%26e');
    expect(page.made()).to.equal(2);
    await page.back();
    expect([timeline.selected, page.hash()]).to.eql(['a', '#p.sel=a']);
    expect((timeline.shadowRoot!.activeElement as HTMLElement).dataset.id).to.equal('a');
    await page.back();
    expect([timeline.selected, page.hash()]).to.eql([null, '']);
    expect((timeline.shadowRoot!.activeElement as HTMLElement).dataset.id).to.equal('a');
    await page.back(2);
    expect(timeline.selected).to.equal('c/d&e');
    expect(page.made()).to.equal(2);
    await rested();
    expect(page.hash()).to.equal('#p.sel=c/d%26e');
  });

  it('keeps the view in the entry that there is, once it rests, and restores it', async () => {
    const page = await open();
    const [timeline] = page.timelines as [TimelineView];
    const home = timeline.view;
    timeline.view = '2025-02/2025-04';
    await until(() => page.hash() === '#p.view=2025-02/2025-04');
    expect(page.made()).to.equal(0);
    await press(timeline, 'b');
    act(timeline, 'zoom-in');
    await until(() => /^#p\.view=2025-02-\d\dT?[\d:]*\/2025-04-\d\dT?[\d:]*&p\.sel=b$/.test(page.hash()));
    const closer = timeline.view;
    await page.back();
    const told = () =>
      page.window.sent.filter(({ type, by }) => type === 'timeline-view-change' && by === 'permalink');
    await until(() => told().at(-1)?.settled);
    expect(timeline.view).to.eql({ start: at(2025, 2, 1), end: at(2025, 5, 1) });
    expect(timeline.selected).to.equal(null);
    await page.back(1);
    const px = (closer.end - closer.start) / 700;
    expect(timeline.view.start).to.be.closeTo(closer.start, px);
    expect(timeline.view.end).to.be.closeTo(closer.end, px);
    act(timeline, 'fit');
    // Nothing of what is as at first.
    await until(() => page.hash() === '#p.sel=b');
    expect(timeline.view).to.eql(home);
  });

  it('says nothing of a view that shows what is asked for already', async () => {
    const page = await open();
    const [timeline] = page.timelines as [TimelineView];
    timeline.select('b');
    await until(() => page.hash() === '#p.sel=b');
    timeline.view = timeline.view;
    timeline.select(null);
    await until(() => page.hash() === '');
  });

  it('is taken up with the first data, before anything else is drawn', async () => {
    const page = await open('#x=y&p.view=2025-02/2025-04&p.sel=b&p.layout=list');
    const [timeline] = page.timelines as [TimelineView];
    expect(timeline.view).to.eql({ start: at(2025, 2, 1), end: at(2025, 5, 1) });
    expect([timeline.selected, timeline.layout]).to.eql(['b', 'list']);
    expect(timeline.issues).to.eql([]);
    await rested();
    expect(page.hash()).to.equal('#x=y&p.view=2025-02/2025-04&p.sel=b&p.layout=list');
    act(timeline, 'list');
    await until(() => page.hash() === '#x=y&p.view=2025-02/2025-04&p.sel=b');
  });

  it('keeps scale, query and filter', async () => {
    const page = await open('#p.scale=even&p.query=beta&p.filter=lane:&p.view=2025-02/2025-04');
    const [timeline] = page.timelines as [TimelineView];
    expect([timeline.scale, timeline.query, timeline.filter]).to.eql(['even', 'beta', { lane: [''] }]);
    expect(timeline.view.start).to.be.closeTo(at(2025, 2, 1), 1000);
    expect(timeline.view.end).to.be.closeTo(at(2025, 5, 1), 1000);
    expect(timeline.issues).to.eql([]);
    timeline.query = null;
    timeline.filter = null;
    timeline.scale = 'time';
    Object.assign(timeline, { view: null });
    await until(() => page.hash() === '');
    timeline.query = 'Alpha';
    await until(() => page.hash() === '#p.query=Alpha');
    const bad = await open('#p.scale=odd');
    expect(bad.timelines[0]!.issues.map(({ path }) => path)).to.eql(['#p.scale']);
  });

  it('leads to an event by its id alone', async () => {
    const page = await open('#p.sel=z', 'prefix=p&limits=2025/2029-02');
    const [timeline] = page.timelines as [TimelineView];
    expect(timeline.selected).to.equal('z');
    expect(timeline.visibleEvents().map(({ id }) => id)).to.include('z');
  });

  for (const [foreign, with_] of [
    ['#section', '#section&p.sel=b'],
    ['#a=b&c', '#a=b&c&p.sel=b'],
    ['#/route?x=y', '#/route?x=y&p.sel=b'],
    ['#/route', '#/route?p.sel=b'],
    ['#q.sel=a', '#q.sel=a&p.sel=b'],
  ] as const)
    it(`stands beside ${foreign}, which comes out of it as it went in`, async () => {
      const page = await open(foreign);
      const [timeline] = page.timelines as [TimelineView];
      await press(timeline, 'b');
      await until(() => page.hash() === with_);
      await press(timeline, 'b');
      expect(page.hash()).to.equal(foreign);
    });

  it('stays as it is where a link leads to another place of the page', async () => {
    const page = await open();
    const [timeline] = page.timelines as [TimelineView];
    await press(timeline, 'b');
    page.window.location.hash = '#section';
    await rested();
    expect(timeline.selected).to.equal('b');
    expect(page.hash()).to.equal('#section');
    await press(timeline, 'a');
    expect(page.hash()).to.equal('#section&p.sel=a');
    await page.back();
    expect([timeline.selected, page.hash()]).to.eql([null, '#section']);
    await page.back();
    expect([timeline.selected, page.hash()]).to.eql(['b', '#p.sel=b']);
    await page.back();
    expect([timeline.selected, page.hash()]).to.eql([null, '']);
  });

  it('keeps several timelines of a page apart', async () => {
    const page = await open('', 'prefix=p&prefix=q', 2);
    const [p, q] = page.timelines as [TimelineView, TimelineView];
    await press(p, 'a');
    await press(q, 'b');
    q.view = '2025';
    await until(() => page.hash() === '#p.sel=a&q.view=2025/2025&q.sel=b');
    await page.back();
    expect([p.selected, q.selected]).to.eql(['a', null]);
    await page.back();
    expect([p.selected, q.selected]).to.eql([null, null]);
    await page.back(2);
    expect([p.selected, q.selected]).to.eql(['a', 'b']);
  });

  it('is an issue where two timelines have the same prefix, or it is none', async () => {
    const page = await open('', 'prefix=p&prefix=p&prefix=a%20b', 3);
    const [first, second, third] = page.timelines as [TimelineView, TimelineView, TimelineView];
    await press(first, 'a');
    expect(page.hash()).to.equal('#p.sel=a');
    expect([first, second, third].map(({ issues }) => issues.map(({ path }) => path))).to.eql([
      [],
      ['permalink'],
      ['permalink'],
    ]);
  });

  it('keeps query and filter in the entry that there is, and restores them', async () => {
    const page = await open();
    const [timeline] = page.timelines as [TimelineView];
    timeline.query = 'be & "ga';
    timeline.filter = { status: ['', 'a,b;c'], lane: [''] };
    await until(() => page.hash() === '#p.query=be%20%26%20%22ga&p.filter=status:,a~,b~;c;lane:');
    expect(page.made()).to.equal(0);
    const again = await open(page.hash());
    const [other] = again.timelines as [TimelineView];
    expect(other.query).to.equal('be & "ga');
    expect({ ...(other.filter as object) }).to.eql({ status: ['', 'a,b;c'], lane: [''] });
    await press(timeline, 'b').catch(() => undefined);
    timeline.query = '';
    timeline.filter = null;
    await until(() => !/query|filter/.test(page.hash()));
  });

  it('shows what an address looks for as it is opened', async () => {
    const page = await open('#p.query=gamma');
    const [timeline] = page.timelines as [TimelineView];
    expect(timeline.visibleEvents().map(({ id }) => id)).to.eql(['c/d&e']);
    expect(timeline.issues).to.eql([]);
    await rested();
    expect(page.hash()).to.equal('#p.query=gamma');
  });

  it('keeps the scale, and a view that lies on its line', async () => {
    const page = await open('#p.scale=compressed&p.view=2025-02/2025-04');
    const [timeline] = page.timelines as [TimelineView];
    const near = (): void => {
      expect(timeline.view.start).to.be.closeTo(at(2025, 2, 1), 1);
      expect(timeline.view.end).to.be.closeTo(at(2025, 5, 1), 1);
    };
    expect([timeline.scale, timeline.issues]).to.eql(['compressed', []]);
    near();
    await until(() => page.hash() === '#p.scale=compressed&p.view=2025-02/2025-04');
    timeline.scale = 'even';
    await until(() => /^#p\.scale=even&p\.view=/.test(page.hash()));
    near();
    timeline.scale = 'time';
    await until(() => !page.hash().includes('scale'));
  });

  it('waits for a linked event that other data bring, and keeps it in the address meanwhile', async () => {
    const page = await open('#p.sel=late&p.layout=list');
    const [timeline] = page.timelines as [TimelineView];
    await rested();
    expect([timeline.selected, page.hash()]).to.eql([null, '#p.sel=late&p.layout=list']);
    expect(timeline.issues.map(({ path }) => path)).to.eql(['#p.sel']);
    timeline.addEvents([{ id: 'later', date: '2026', title: 'Later' }]);
    await timeline.ready;
    timeline.addEvents([{ id: 'late', date: '2027', title: 'Late' }]);
    await timeline.ready;
    await frames(3);
    expect(timeline.selected).to.equal('late');
    expect(timeline.issues).to.eql([]);
    await rested();
    expect(page.hash()).to.equal('#p.sel=late&p.layout=list');
  });

  it('no longer waits for it once the reader has done something', async () => {
    const page = await open('#p.sel=late');
    const [timeline] = page.timelines as [TimelineView];
    await press(timeline, 'a');
    expect(page.hash()).to.equal('#p.sel=a');
    await press(timeline, 'a');
    timeline.addEvents([{ id: 'late', date: '2025-04', title: 'Late' }]);
    await timeline.ready;
    await rested();
    expect([timeline.selected, page.hash()]).to.eql([null, '']);
  });

  for (const fragment of [
    '#p.view=nonsense',
    '#p.view=%E0%A4%A&p.sel=%',
    '#p.layout=round',
    '#p.scale=round',
    '#p.sel=nobody',
    '#p.sel=' + 'x'.repeat(5000),
    '#p.view=2025/2024',
  ])
    it(`takes ${fragment.slice(0, 24)} calmly`, async () => {
      const page = await open(fragment);
      const [timeline] = page.timelines as [TimelineView];
      expect([timeline.selected, timeline.layout]).to.eql([null, 'auto']);
      const paths = timeline.issues.map(({ path }) => path);
      expect(
        paths.every(path => path.startsWith('#p.')),
        String(paths),
      ).to.equal(true);
      if (!/%|xxx/.test(fragment)) expect(paths).to.have.length(1);
      await press(timeline, 'a');
      expect(page.hash()).to.equal('#p.sel=a');
    });

  it('asks the browser for few changes, and takes it when that says no', async () => {
    const page = await open();
    const [timeline] = page.timelines as [TimelineView];
    const { history } = page.window;
    let changes = 0;
    for (const name of ['pushState', 'replaceState'] as const) {
      const change = history[name].bind(history);
      history[name] = (...state: Parameters<History['pushState']>) => {
        changes++;
        change(...state);
      };
    }
    for (let i = 0; i < 150; i++) {
      mark(timeline, 'a').click();
      await timeline.updateComplete;
    }
    expect(changes).to.be.within(40, 60);
    const other = await open();
    const thrower = (): never => {
      throw new DOMException('too many', 'SecurityError');
    };
    other.window.history.pushState = other.window.history.replaceState = thrower;
    await press(other.timelines[0]!, 'a');
    await rested();
    expect([other.timelines[0]!.selected, other.hash()]).to.eql(['a', '']);
  });

  it('leaves what the page keeps in the entry’s state', async () => {
    const page = await open();
    page.window.history.replaceState({ router: 7 }, '');
    await press(page.timelines[0]!, 'a');
    expect(page.window.history.state).to.eql({ router: 7 });
  });

  it('ends with the attribute, and goes on where the element is put back', async () => {
    const page = await open();
    const [timeline] = page.timelines as [TimelineView];
    await press(timeline, 'a');
    const box = timeline.parentElement!;
    const putBack = async (): Promise<void> => {
      timeline.remove();
      page.window.location.hash = '';
      await sleep(50);
      box.append(timeline);
    };
    await putBack();
    await rested();
    expect(timeline.selected).to.equal(null);
    await press(timeline, 'b');
    expect(page.hash()).to.equal('#p.sel=b');
    await putBack();
    // At once: what the address says by now has not been taken up.
    await press(timeline, 'a');
    expect([timeline.selected, page.hash()]).to.eql(['a', '#p.sel=a']);
    expect((timeline.shadowRoot!.activeElement as HTMLElement).dataset.id).to.equal('a');
    timeline.permalink = null;
    await timeline.ready;
    await press(timeline, 'b');
    await rested();
    expect(page.hash()).to.equal('#p.sel=a');
  });
});

describe('copying a link', () => {
  afterEach(() => opened.splice(0).forEach(frame => frame.remove()));
  const share = (timeline: TimelineView): HTMLElement | null => timeline.shadowRoot!.querySelector('.share');
  const said = (timeline: TimelineView): string => timeline.shadowRoot!.querySelector('#status')!.textContent;

  it('has a button in the details, with an address alone', async () => {
    const page = await open('#section');
    const [timeline] = page.timelines as [TimelineView];
    await press(timeline, 'a');
    const copied: string[] = [];
    Object.defineProperty(page.window.navigator, 'clipboard', {
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    // It runs in this window.
    const { clipboard } = navigator;
    Object.defineProperty(navigator, 'clipboard', {
      value: page.window.navigator.clipboard,
      configurable: true,
    });
    try {
      const button = share(timeline)!.querySelector('button')!;
      button.focus();
      button.click();
      await until(() => share(timeline)!.querySelector('span'));
    } finally {
      Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
    }
    expect(copied).to.eql([page.window.location.href]);
    expect(copied[0]).to.match(/#section&p\.sel=a$/);
    expect(said(timeline)).to.equal('Link copied');
    const isSaid = (): boolean => Boolean(share(timeline)?.querySelector('span'));
    timeline.requestUpdate();
    await timeline.updateComplete;
    expect(isSaid(), 'as long as it holds').to.equal(true);
    timeline.view = '2025-02/2025-04';
    await frames(2);
    expect(isSaid(), 'another view').to.equal(false);
    timeline.view = '';
    await frames(2);
    expect(isSaid(), 'the same view again').to.equal(false);
    timeline.permalink = null;
    await timeline.ready;
    expect(share(timeline)).to.equal(null);
  });

  it('shows the link in a field where it may not be copied', async () => {
    const page = await open();
    const [timeline] = page.timelines as [TimelineView];
    await press(timeline, 'a');
    Object.defineProperty(page.window.navigator, 'clipboard', { value: undefined });
    const button = share(timeline)!.querySelector('button')!;
    button.focus();
    button.click();
    await until(() => share(timeline)!.querySelector('input'));
    await frames(2);
    const field = share(timeline)!.querySelector('input')!;
    expect(field.value).to.equal(page.window.location.href);
    expect(field.getAttribute('aria-label')).to.equal('Link to this event');
    expect(timeline.shadowRoot!.activeElement).to.equal(field);
    expect([field.selectionStart, field.selectionEnd]).to.eql([0, field.value.length]);
    expect(field.getBoundingClientRect().height).to.be.at.least(24);
    expect(said(timeline)).to.equal('The link can be copied from the field');
  });
});
