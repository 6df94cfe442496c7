import { expect } from '@open-wc/testing';
import type { EventRecord } from '../../src/core.js';
import { TimelineView } from '../../src/timeline-view.js';
import { drag, readText } from '../lib/browser-commands.js';
import {
  at,
  AUTUMN,
  canvasBox,
  centre,
  clustersOf,
  find,
  focused,
  frames,
  listen,
  markOf,
  marksOf,
  misplaced,
  mount,
  overlaps,
  parts,
  settled,
  sleep,
  STORY_URL,
  textOf,
  until,
  xOf,
} from './mounted.js';

const autumn = { start: at(2025, 8, 1), end: at(2025, 12, 1) };
const story = () => mount({ src: STORY_URL }, { attributes: { view: AUTUMN } });
const few: EventRecord[] = [
  { id: 'a', date: '2025-01', title: 'Alpha', lane: 'one' },
  { id: 'b', date: '2025-03-05', title: 'Beta', lane: 'two', status: 'reported' },
  { id: 'c', date: '2025-06/2025-07', title: 'Gamma', lane: 'one' },
  { id: 'u', title: 'Undated one', lane: 'one' },
];
const script = (text: string): HTMLScriptElement => {
  const node = document.createElement('script');
  node.type = 'application/json';
  node.textContent = text;
  return node;
};
const button = (element: TimelineView, action: string) => find(element, `[data-action="${action}"]`)!;
const ids = (element: TimelineView) => element.visibleEvents().map(({ id }) => id);

describe('contract: the picture of the story', () => {
  /** By hand: what each dated entry of the story covers. */
  const covered: Record<string, [start: number, end: number]> = {
    overdoses: [at(2024, 5, 1), at(2025, 5, 1)],
    order: [at(2025, 8, 1), at(2025, 9, 1)],
    strikes: [at(2025, 9, 2), Infinity],
    campaign: [at(2025, 9, 2), Infinity],
    memo: [at(2025, 10, 2), at(2025, 10, 3)],
    weekend: [at(2025, 11, 15), at(2025, 11, 17)],
    answer: [at(2025, 11, 17), at(2025, 11, 18)],
    claim: [at(2025, 11, 17), at(2025, 11, 18)],
    embassy: [at(2025, 11, 17), at(2025, 11, 18)],
    rejection: [at(2025, 11, 18), at(2025, 11, 19)],
    report: [at(2025, 11, 19), at(2025, 11, 20)],
  };

  it('is the right story', async () => {
    const { events } = JSON.parse((await readText('data/us-mexico-2025.json'))!) as {
      events: { id: string }[];
    };
    const known = [...Object.keys(covered), 'designation', 'calls'];
    expect(events.map(({ id }) => id)).to.have.members(known);
    const element = await story();
    expect(element.issues).to.eql([]);
    expect(element.view).to.eql(autumn);
  });

  for (const width of [320, 780, 1200])
    it(`has every box where its date says, at ${width} px`, async () => {
      const element = await mount({ src: STORY_URL }, { width, attributes: { view: AUTUMN } });
      const marks = marksOf(element);
      for (const { id, start, end } of marks) expect([start, end], id).to.eql(covered[id]);
      expect(misplaced(element, autumn)).to.eql([]);
      // All that is in view stands, or is counted; once the picture is wide enough, it stands.
      const inView = Object.entries(covered).filter(([, [start, end]]) => overlaps({ start, end }, autumn));
      const clusters = clustersOf(element).filter(cluster => overlaps(cluster, autumn));
      const standing = marks.filter(mark => overlaps(mark, autumn));
      expect(standing.length + clusters.reduce((sum, { count }) => sum + count, 0)).to.equal(inView.length);
      if (width === 1200) expect(clusters).to.eql([]);
    });

  it('draws August as that month, 2025-08-01T00:00 to 2025-09-01T00:00', async () => {
    const element = await story();
    const { width } = canvasBox(element);
    const { node, left, right } = markOf(element, 'order')!;
    expect(node.dataset.start).to.equal('1754006400000');
    expect(node.dataset.end).to.equal('1756684800000');
    expect(left).to.be.closeTo(0, 1);
    expect(right).to.be.closeTo((width * 31) / 122, 1);
  });

  it('draws what is open as open, and a day about its middle', async () => {
    const element = await story();
    const { width } = canvasBox(element);
    const { node, left, right } = markOf(element, 'strikes')!;
    expect(node.dataset.open).to.equal('end');
    expect(node.hasAttribute('data-end')).to.equal(false);
    expect(left).to.be.closeTo((width * 32) / 122, 1);
    expect(right).to.be.at.least(width);
    const memo = markOf(element, 'memo')!;
    expect(memo.right - memo.left).to.be.closeTo(24, 0.1);
    expect((memo.left + memo.right) / 2).to.be.closeTo((width * 62.5) / 122, 1);
    expect(memo.node.hasAttribute('data-open')).to.equal(false);
  });

  it('keeps the undated apart', async () => {
    const element = await story();
    const shelf = parts(element, 'undated');
    expect(shelf).to.have.length(1);
    const found = [...shelf[0]!.querySelectorAll<HTMLElement>('[data-id]')].map(({ dataset }) => dataset.id);
    expect(found).to.eql(['designation', 'calls']);
    expect(markOf(element, 'calls')).to.equal(undefined);
    expect(find(element, '.canvas')!.contains(shelf[0]!)).to.equal(false);
  });

  it('names every mark: title, date in words, lane, status; of a claim that it is one before all else', async () => {
    const box = await story();
    box.lang = 'en-GB';
    await settled(box);
    const names = Object.fromEntries(
      marksOf(box).map(({ id, node }) => [id, node.getAttribute('aria-label')!]),
    );
    expect(names.order).to.match(/^A secret order allows .*, reported, .*August 2025, United States$/);
    expect(names.order).not.to.match(/\b(1|31) August/);
    expect(names.strikes).to.match(/2 September 2025.*ongoing.*confirmed$/);
    expect(names.memo).to.match(/Thursday.*2 October 2025/);
    expect(names.campaign).to.match(/^The strikes at sea.*era/);
    const titles = new Map(box.visibleEvents().map(({ id, title }) => [id, title]));
    for (const { id, node } of marksOf(box)) {
      expect(node.localName).to.equal('button');
      if (titles.has(id)) expect(node.getAttribute('aria-label')).to.include(titles.get(id));
    }
  });

  it('has the parts that may be styled', async () => {
    const element = await story();
    element.selected = 'answer';
    await settled(element);
    for (const name of [
      'root',
      'header',
      'toolbar',
      'canvas',
      'axis',
      'details',
      'source',
      'status',
      'undated',
    ])
      expect(parts(element, name), name).to.have.length(1);
    for (const name of ['button', 'tick', 'mark', 'label', 'lane', 'lane-label', 'link'])
      expect(parts(element, name).length, name).to.be.greaterThan(1);
    expect(parts(element, 'era').map(({ dataset }) => dataset.id)).to.eql(['campaign']);
    expect(parts(element, 'mark-selected').map(({ dataset }) => dataset.id)).to.eql(['answer']);
    expect(parts(element, 'lane-label').map(textOf)).to.eql(['United States', 'Mexico', 'Press']);
  });
});

describe('contract: where data come from', () => {
  const event = (id: string) => ({ id, date: '2025', title: id });

  it('takes the first that is present, and says what it does not use', async () => {
    const element = await mount(
      { data: { title: 'D', events: [event('d')] }, events: [event('e')], src: '/test-data/one.json?id=s' },
      { children: [script(JSON.stringify([event('c')]))] },
    );
    const state = () => [ids(element).join(), element.issues.filter(i => i.code === 'source-ignored').length];
    expect(state()).to.eql(['d', 3]);
    element.data = null;
    await element.ready;
    expect(state()).to.eql(['e', 2]);
    element.events = undefined as never;
    await element.ready;
    expect(state()).to.eql(['s', 1]);
    element.removeAttribute('src');
    element.src = null;
    await element.ready;
    expect(state()).to.eql(['c', 0]);
    element.querySelector('script')!.remove();
    await frames();
    await element.ready;
    expect(state()).to.eql(['', 0]);
  });

  it('does not load what it does not use, and hands back what was set', async () => {
    const asked: string[] = [];
    const fetchThere = window.fetch;
    window.fetch = (...args) => {
      asked.push(String(args[0]));
      return fetchThere(...args);
    };
    const events = Object.freeze([Object.freeze(event('e'))]);
    const element = await mount({ events, src: '/test-data/one.json' });
    window.fetch = fetchThere;
    expect(asked).to.eql([]);
    expect(element.events).to.equal(events);
    expect(element.src).to.equal('/test-data/one.json');
    expect(element.data).to.equal(null);
  });

  it('follows its script child, and keeps unknown fields', async () => {
    const child = script(JSON.stringify({ title: 'Child', events: [{ ...event('c'), colour: 'x' }] }));
    const element = await mount({}, { children: [child] });
    expect(textOf(find(element, '#heading'))).to.include('Child');
    expect(element.getEvent('c')!.data.colour).to.equal('x');
    child.textContent = JSON.stringify([event('other')]);
    await frames();
    await element.ready;
    expect(ids(element)).to.eql(['other']);
  });

  it('tells every finished ingestion, of whatever source, and nothing else that a script does', async () => {
    const element = await mount();
    const sent = listen(element);
    const told = () => sent.splice(0).map(({ type, detail }) => [type, detail.count ?? detail]);
    element.events = few;
    await element.ready;
    expect(told()).to.eql([['load', 4]]);
    element.data = { events: few.slice(1) };
    await element.ready;
    element.data = null;
    await element.ready;
    expect(told()).to.eql([
      ['load', 3],
      ['load', 4],
    ]);
    element.events = null;
    element.src = '/test-data/one.json';
    await element.ready;
    await element.reload();
    expect(told()).to.eql([
      ['load', 1],
      ['load', 1],
    ]);
    element.src = null;
    element.append(script(JSON.stringify(few)));
    await frames();
    await element.ready;
    expect(told()).to.eql([['load', 4]]);

    element.view = '2025-02/2025-05';
    element.selected = 'a';
    element.layout = 'list';
    element.layout = 'horizontal';
    element.limits = '2024/2026';
    await settled(element);
    await element.fit();
    await element.zoomIn();
    await element.zoomOut();
    await element.panBy(0.1);
    await element.show('2025-01/2025-04');
    element.select('c');
    element.next();
    element.previous();
    element.select(null);
    await sleep(400);
    expect(told()).to.eql([]);
  });

  it('sends events that bubble out of shadow roots', async () => {
    const host = document.createElement('div');
    document.body.append(host);
    const seen: string[] = [];
    document.addEventListener('timeline-load', event => seen.push(String(event.composedPath().length > 3)), {
      once: true,
    });
    const element = document.createElement('timeline-view');
    element.events = few;
    host.attachShadow({ mode: 'open' }).append(element);
    await element.ready;
    host.remove();
    expect(seen).to.eql(['true']);
  });

  it('takes the last src, whatever answers first, and relative to the page', async () => {
    const element = await mount();
    const sent = listen(element);
    element.src = '/test-data/slow?ms=2000&id=old';
    await frames();
    element.src = '/test-data/one.json?id=new';
    await element.ready;
    await sleep(2200);
    expect(ids(element)).to.eql(['new']);
    expect(sent.map(({ type }) => type)).to.eql(['load']);
    element.src = new URL('/test-data/one.json?id=rel', document.baseURI).pathname + '?id=rel';
    await element.ready;
    expect(ids(element)).to.eql(['rel']);
  });
});

describe('contract: properties', () => {
  it('are taken over when they were set before the class was known, and attributes too', async () => {
    class Late extends TimelineView {}
    const early = Object.assign(document.createElement('timeline-late'), {
      events: few,
      view: '2025-02/2025-08',
      label: 'Early',
      selected: 'c',
    }) as unknown as TimelineView;
    early.setAttribute('heading-level', '4');
    document.body.append(early);
    expect(early.shadowRoot).to.equal(null);
    Late.define('timeline-late');
    await settled(early);
    expect(early).to.be.instanceOf(Late);
    expect(early.view).to.eql({ start: at(2025, 2, 1), end: at(2025, 9, 1) });
    expect(textOf(find(early, 'h4'))).to.equal('Early');
    expect(parts(early, 'details')).to.have.length(1);
    expect(misplaced(early, early.view)).to.eql([]);
    early.remove();
    // A second registration of a tag is none of our business.
    Late.define('timeline-late');
    expect(customElements.get('timeline-late')).to.equal(Late);
  });

  it('add nothing to the element itself', async () => {
    const bare = document.createElement('timeline-view');
    expect(bare.attributes).to.have.length(0);
    expect(bare.childNodes).to.have.length(0);
    const element = await mount({ events: few, label: 'x', layout: 'list', selected: 'a', limits: '2025' });
    element.view = '2025-02/2025-03';
    await settled(element);
    const clone = element.cloneNode(true) as TimelineView;
    for (const each of [element, clone])
      expect([...each.attributes].map(({ name }) => name).filter(name => name !== 'class')).to.eql([]);
  });

  it('controls: between blanks or commas; what names none is an issue', async () => {
    const element = await mount({ events: few }, { attributes: { controls: 'search, story' } });
    expect(find(element, '.search') && find(element, '.story')).to.not.equal(null);
    expect(find(element, '[data-action="zoom-in"]')).to.equal(null);
    expect(element.issues).to.eql([]);
    element.controls = 'zoom filter';
    await settled(element);
    expect(find(element, '[data-action="zoom-in"]')).to.not.equal(null);
    expect(element.issues.map(({ path, message }) => [path, message.includes('"filter"')])).to.eql([
      ['controls', true],
    ]);
    expect(parts(element, 'notice'), 'readers need not know').to.have.length(0);
    element.controls = 'none';
    await settled(element);
    expect([element.issues, find(element, '.toolbar')]).to.eql([[], null]);
  });

  it('view: the attribute is the first view, the property the present one', async () => {
    const element = await mount({ events: few }, { attributes: { view: '2025-02/2025-03' } });
    const first = { start: at(2025, 2, 1), end: at(2025, 4, 1) };
    expect(element.view).to.eql(first);
    element.view = '2025-05';
    await settled(element);
    expect(element.view).to.eql({ start: at(2025, 5, 1), end: at(2025, 6, 1) });
    expect(misplaced(element, element.view)).to.eql([]);
    expect(element.getAttribute('view')).to.equal('2025-02/2025-03');
    element.view = { start: at(2025, 1, 1), end: at(2025, 1, 8) };
    expect(element.view).to.eql({ start: at(2025, 1, 1), end: at(2025, 1, 8) });
    // Other data do not move what somebody chose; the attribute does neither.
    element.events = [...few, { id: 'd', date: '2025-12', title: 'Delta' }];
    element.setAttribute('view', '2025-06/2025-07');
    await settled(element);
    expect(element.view).to.eql({ start: at(2025, 1, 1), end: at(2025, 1, 8) });
    element.view = '';
    expect(element.view).to.eql({ start: at(2025, 6, 1), end: at(2025, 8, 1) });
    element.setAttribute('view', '2025-02/2025-03');
    await settled(element);
    expect(element.view).to.eql(first);
  });

  it('view: without an attribute, the hull of all finite bounds and 4 % at each end', async () => {
    const element = await mount({ events: [...few, { id: 'o', date: '2025-03-01/..', title: 'Open' }] });
    const [start, end] = [at(2025, 1, 1), at(2025, 8, 1)];
    const pad = (end - start) * 0.04;
    expect(element.view.start).to.be.closeTo(start - pad, 1);
    expect(element.view.end).to.be.closeTo(end + pad, 1);
    await element.show('2025-03');
    await element.fit();
    expect(element.view.start).to.be.closeTo(start - pad, 1);
    await element.show('2025-03', { animate: false });
    await element.show(null);
    expect(element.view.end).to.be.closeTo(end + pad, 1);
  });

  it('view: what is none is refused where a promise can say so', async () => {
    const element = await mount({ events: few }, { attributes: { view: 'soon' } });
    const home = element.view;
    expect(element.visibleEvents()).to.have.length(3);
    for (const wrong of ['soon', '2025-13', '2025/..', { start: 5, end: 5 }, { start: NaN, end: 3 }]) {
      let error: unknown;
      await element.show(wrong).catch((reason: unknown) => {
        error = reason;
      });
      expect(error, JSON.stringify(wrong)).to.be.instanceOf(TypeError);
    }
    expect(element.view).to.eql(home);
  });

  it('limits: nobody gets beyond', async () => {
    const element = await mount({ events: few, limits: '2025-02/2025-04' });
    const [low, high] = [at(2025, 2, 1), at(2025, 5, 1)];
    const within = () => expect(element.view.start >= low && element.view.end <= high).to.equal(true);
    within();
    await element.fit();
    within();
    element.view = '2024/2026';
    within();
    element.view = '2025-04';
    await element.panBy(3);
    within();
    expect(element.view.end).to.equal(high);
    await element.panBy(-9);
    expect(element.view.start).to.equal(low);
    for (let i = 0; i < 4; i++) await element.zoomOut();
    within();
    await settled(element);
    for (const action of ['earlier', 'later', 'zoom-out'])
      expect(button(element, action).getAttribute('aria-disabled'), action).to.equal('true');
    element.limits = '../2025-04';
    element.view = '2020/2026';
    expect(element.view.end).to.equal(high);
    expect(element.view.start).to.be.below(at(2020, 2, 1));
    // On the side that is left open, a reader gets as far as without limits.
    element.view = '2025-02';
    for (let i = 0; i < 9; i++) await element.panBy(-1);
    expect(element.view.end).to.be.within(at(2024, 12, 20), at(2025, 1, 31));
    await settled(element);
    expect(button(element, 'earlier').getAttribute('aria-disabled')).to.equal('true');
  });

  it('label, description and heading level', async () => {
    const element = await mount({ data: { title: 'Title', summary: 'Summary', events: few } });
    const heading = () => find(element, '#heading')!;
    const describes = () => find(element, '#description')?.textContent;
    expect([heading().localName, textOf(heading()), describes()]).to.eql(['h2', 'Title', 'Summary']);
    for (const [name, value] of [
      ['label', 'Mine'],
      ['description', 'About it'],
      ['heading-level', '5'],
    ])
      element.setAttribute(name!, value!);
    await element.ready;
    expect([heading().localName, textOf(heading()), describes()]).to.eql(['h5', 'Mine', 'About it']);
    expect(element.headingLevel).to.equal(5);
    const region = find(element, '[role="region"]')!;
    expect(region.getAttribute('aria-labelledby')).to.equal('heading');
    expect(region.getAttribute('aria-describedby')!.split(' ')).to.include('description');
    const told = (): unknown[] => element.issues.map(({ message }) => message);
    expect(told()).to.eql([]);
    element.layout = 'vertical';
    const levels = (): Set<string> =>
      new Set([...element.shadowRoot!.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(h => h.localName));
    for (const wrong of ['0', '9', 'x']) {
      element.setAttribute('heading-level', wrong);
      await settled(element);
      expect(told()).to.eql([`heading-level: invalid value: "${wrong}"; expected 1 to 6`]);
      expect([...levels()].sort(), `heading-level="${wrong}"`).to.eql(['h2', 'h3', 'h4']);
    }
    for (const empty of ['', null]) {
      if (empty === null) element.removeAttribute('heading-level');
      else element.setAttribute('heading-level', empty);
      await settled(element);
      expect([[...levels()].sort(), told()]).to.eql([['h2', 'h3', 'h4'], []]);
    }
  });

  it('layout="list" lists all, dated in time order, then undated', async () => {
    const element = await mount(
      { events: few.slice().reverse(), selected: 'b' },
      { attributes: { layout: 'list' } },
    );
    expect(parts(element, 'list-item').map(({ dataset }) => dataset.id)).to.eql(['a', 'b', 'c', 'u']);
    expect(parts(element, 'list')).to.have.length(1);
    expect(parts(element, 'canvas')).to.eql([]);
    expect(parts(element, 'list-item').filter(item => item.ariaCurrent === 'true')).to.have.length(1);
    expect(find(element, 'time')!.getAttribute('datetime')).to.equal('2025-01');
    element.layout = 'horizontal';
    await settled(element);
    expect(parts(element, 'list')).to.eql([]);
    expect(misplaced(element, element.view)).to.eql([]);
    element.layout = 'auto';
    await settled(element);
    expect(parts(element, 'canvas')).to.have.length(1);
  });

  it('controls: what the reader may use', async () => {
    const element = await mount({ events: few });
    const actions = () =>
      [...element.shadowRoot!.querySelectorAll<HTMLElement>('[data-action]')].map(b => b.dataset.action);
    const zoom = ['earlier', 'later', 'zoom-out', 'zoom-in', 'fit'];
    expect(actions()).to.eql([...zoom, 'search', 'list', 'scale', 'export', 'help']);
    for (const [value, expected] of [
      ['none', []],
      ['views', ['list', 'scale', 'arrange', 'help']],
      ['search', []], // the field itself
      ['zoom', [...zoom, 'help']],
      ['export  zoom', [...zoom, 'export', 'help']],
      ['export', ['export']],
    ] as const) {
      element.controls = value;
      await element.ready;
      expect(actions(), value).to.eql(expected);
    }
  });

  it('strings: texts of one element alone', async () => {
    const element = await mount({
      events: few,
      strings: { 'action-fit': 'Alles', events: { other: '{count} Ereignisse' } },
    });
    const other = await mount({ events: few });
    expect(textOf(button(element, 'fit'))).to.equal('Alles');
    expect(textOf(find(element, '#summary'))).to.match(/^4 Ereignisse/);
    expect(textOf(button(other, 'fit'))).to.equal('Show all');
    expect(element.issues).to.eql([]);
    // A slip of the pen says nothing; the author is told.
    element.strings = { 'action-fitt': 'Alles', list: 'Liste', evnts: '…' } as never;
    await element.ready;
    expect(element.issues.map(({ code, path }) => [code, path])).to.eql([['invalid-value', 'strings']]);
    expect(element.issues[0]!.message)
      .to.contain('action-fitt')
      .and.contain('evnts')
      .and.not.contain('Liste');
    element.strings = undefined;
    await element.ready;
    expect(element.issues).to.eql([]);
  });

  it('states: loading, error, empty', async () => {
    const element = await mount();
    const states = () =>
      ['loading', 'error', 'empty'].filter(name => element.matches(`:state(${name})`)).join();
    expect(states()).to.equal('empty');
    element.src = '/test-data/slow?ms=500';
    await element.updateComplete;
    expect(states()).to.equal('loading');
    expect(find(element, '#view')!.ariaBusy).to.equal('true');
    await element.ready;
    expect(states()).to.equal('');
    element.src = '/test-data/404';
    await element.ready;
    expect(states()).to.equal('error');
    element.src = null;
    element.events = [];
    await element.ready;
    expect(states()).to.equal('empty');
    element.events = [{ title: 'Undated alone' }];
    await settled(element);
    expect(states()).to.equal('');
    expect(parts(element, 'undated')).to.have.length(1);
  });
});

describe('contract: methods', () => {
  it('move the view and resolve at rest', async () => {
    const element = await mount({ events: few }, { attributes: { view: '2025-01/2025-07' } });
    const length = () => element.view.end - element.view.start;
    const [first, whole] = [element.view, length()];
    await element.zoomIn();
    expect(length()).to.be.closeTo(whole / 2, 1);
    await element.zoomOut();
    expect(element.view.start).to.be.closeTo(first.start, 1);
    await element.panBy(0.25);
    expect(element.view.start).to.be.closeTo(first.start + whole / 4, 1);
    await settled(element);
    expect(misplaced(element, element.view)).to.eql([]);
    // What something else takes over resolves all the same.
    const both = [element.zoomIn(), element.fit()];
    await Promise.all(both);
    await settled(element);
    expect(misplaced(element, element.view)).to.eql([]);
  });

  it('show() animates unless told not to', async () => {
    const element = await mount({ events: few });
    const begin = performance.now();
    const moving = element.show('2025-03');
    expect(element.view.start).to.equal(at(2025, 3, 1));
    await moving;
    // Time only runs longer on a busy machine.
    expect(performance.now() - begin).to.be.at.least(250);
    await element.show('2025-01', { animate: false });
    await element.ready;
    expect(misplaced(element, { start: at(2025, 1, 1), end: at(2025, 2, 1) })).to.eql([]);
  });

  it('select: tells whether there is such an event as yet, and selects it once it comes', async () => {
    const element = await mount({ events: few });
    const id = String(few[0]!.id);
    expect([element.select(id), element.select('nope'), element.select(null)]).to.eql([true, false, true]);
    expect(element.select('late')).to.equal(false);
    element.addEvents([{ id: 'late', date: '2025-04-01', title: 'Late' }]);
    await settled(element);
    expect(textOf(find(element, '.details'))).to.include('Late');
  });

  it('select an event, bring it into view, and go on in time order', async () => {
    const element = await mount({ events: few }, { attributes: { view: '2025-01' } });
    element.select('c');
    expect(element.selected).to.equal('c');
    await until(() => element.view.start > at(2025, 2, 1));
    await sleep(400);
    await settled(element);
    expect(ids(element)).to.include('c');
    expect(markOf(element, 'c')!.node.getAttribute('aria-expanded')).to.equal('true');
    expect(textOf(parts(element, 'details')[0])).to.include('Gamma');
    element.next();
    element.next();
    expect(element.selected, 'the undated come last, and at the end it stays').to.equal('u');
    element.previous();
    element.previous();
    expect(element.selected).to.equal('b');
    element.select(null);
    await element.ready;
    expect(parts(element, 'details')).to.eql([]);
    element.next();
    expect(element.selected).to.equal('a');
    element.select(null);
    element.previous();
    expect(element.selected).to.equal('u');
    element.selected = 'nobody';
    await element.ready;
    expect(parts(element, 'details')).to.eql([]);
    expect(focused()).to.equal(document.body);
  });

  it('find events: by id, and those that overlap the view in time order', async () => {
    const element = await mount(
      { events: few.slice().reverse() },
      { attributes: { view: '2025-03-05/2025-06-01' } },
    );
    expect(ids(element)).to.eql(['b', 'c']);
    expect(element.getEvent('u')!.span).to.equal(null);
    expect(element.getEvent('a')!.title).to.equal('Alpha');
    expect(element.getEvent('nobody')).to.equal(undefined);
    expect(Object.isFrozen(element.getEvent('a'))).to.equal(true);
    element.view = '2025-02';
    expect(ids(element)).to.eql([]);
  });

  it('ready: all that was given before is loaded and drawn; it never rejects', async () => {
    const box = document.createElement('div');
    document.body.append(box);
    const element = document.createElement('timeline-view');
    element.src = '/test-data/slow?ms=60&id=x';
    box.append(element);
    await element.ready;
    expect(marksOf(element).map(({ id }) => id)).to.eql(['x']);
    expect(misplaced(element, element.view)).to.eql([]);
    element.view = '2025';
    await element.ready;
    expect(misplaced(element, { start: at(2025, 1, 1), end: at(2026, 1, 1) })).to.eql([]);
    element.src = '/test-data/500';
    await element.ready;
    expect(element.matches(':state(error)')).to.equal(true);
    element.src = '/test-data/slow?ms=5000';
    await frames();
    const left = element.ready;
    box.remove();
    await left;
  });

  it('reload() asks again', async () => {
    let answers = 0;
    const fetchThere = window.fetch;
    window.fetch = (...args) => {
      if (String(args[0]).includes('one.json')) answers++;
      return fetchThere(...args);
    };
    const element = await mount({ src: '/test-data/one.json?id=r' });
    await element.reload();
    window.fetch = fetchThere;
    expect(answers).to.equal(2);
    expect(ids(element)).to.eql(['r']);
  });
});

describe('contract: events of the reader', () => {
  it('timeline-select comes before the change and may prevent it', async () => {
    const element = await mount({ events: few });
    const seen: [string | undefined, string | null][] = [];
    let prevent = true;
    element.addEventListener('timeline-select', event => {
      seen.push([event.detail.event?.id, element.selected]);
      expect(event.cancelable && event.bubbles && event.composed).to.equal(true);
      if (prevent) event.preventDefault();
    });
    const mark = () => markOf(element, 'c')!.node;
    mark().click();
    await element.ready;
    expect([element.selected, parts(element, 'details').length]).to.eql([null, 0]);
    prevent = false;
    mark().click();
    await element.ready;
    expect([element.selected, parts(element, 'details').length]).to.eql(['c', 1]);
    mark().click();
    await element.ready;
    expect(element.selected).to.equal(null);
    find(element, '[part="undated"] button')!.click();
    expect(element.selected).to.equal('u');
    expect(seen).to.eql([
      ['c', null],
      ['c', null],
      [undefined, 'c'],
      ['u', null],
    ]);
  });

  for (const [what, move] of [
    ['a button', async (element: TimelineView) => button(element, 'zoom-in').click()],
    [
      'a drag',
      async (element: TimelineView) => {
        const [x, y] = centre(find(element, '.stage')!);
        await drag([x + 100, y], [x - 60, y], 10);
      },
    ],
  ] as const)
    it(`timeline-view-change: once a frame, and once at the end, for ${what}`, async () => {
      const element = await mount({ events: few });
      const sent = listen(element);
      let frame = 0;
      let counting = true;
      const seenAt: number[] = [];
      let restedAt = 0;
      const count = () => {
        frame++;
        if (counting) requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      element.addEventListener('timeline-view-change', event => {
        if (event.detail.settled) restedAt = frame;
        else seenAt.push(frame);
      });
      await move(element);
      await until(() => sent.some(({ detail }) => detail.settled));
      await sleep(100);
      counting = false;
      const changes = sent.filter(({ type }) => type === 'view-change');
      expect(changes.filter(({ detail }) => detail.settled)).to.have.length(1);
      const last = changes.at(-1)!.detail;
      expect([last.settled, last.by, last.start, last.end]).to.eql([
        true,
        'reader',
        element.view.start,
        element.view.end,
      ]);
      // A move takes its time, however few frames that leaves it; the last frame may be its last moment, of which rest is told one later.
      expect(seenAt.length).to.be.at.least(Math.min(restedAt - (seenAt[0] ?? 0) - 1, 2));
      expect(new Set(seenAt).size).to.be.at.least(seenAt.length - 1);
    });

  it('timeline-layout-change', async () => {
    const element = await mount({ events: few });
    const sent = listen(element);
    button(element, 'list').click();
    await settled(element);
    expect(element.layout).to.equal('list');
    button(element, 'list').click();
    await settled(element);
    expect(sent.map(({ type, detail }) => [type, detail.layout])).to.eql([
      ['layout-change', 'list'],
      ['layout-change', 'horizontal'],
    ]);
  });

  it('the toolbar: everything a drag can do, and its limits', async () => {
    const element = await mount({ events: few });
    const press = async (action: string) => {
      button(element, action).click();
      await sleep(330);
      await settled(element);
      return element.view;
    };
    const home = element.view;
    const length = home.end - home.start;
    expect(button(element, 'fit').ariaDisabled).to.equal('true');
    const closer = await press('zoom-in');
    expect(closer.end - closer.start).to.be.closeTo(length / 2, 2);
    const later = await press('later');
    expect(later.start).to.be.greaterThan(closer.start);
    expect((await press('earlier')).start).to.be.lessThan(later.start);
    expect(misplaced(element, element.view)).to.eql([]);
    expect(await press('fit')).to.eql(home);
    expect((await press('zoom-out')).start).to.be.lessThan(home.start);
  });

  it('relations lead to their events', async () => {
    const element = await story();
    element.selected = 'memo';
    await settled(element);
    const go = find(element, '.details [data-to="strikes"]')!;
    expect(textOf(go)).to.match(/^Justifies: /);
    go.click();
    await until(() => element.selected === 'strikes');
    await settled(element);
    expect(focused()?.dataset.id).to.equal('strikes');
    find(element, '.details [data-to="memo"]')!.click();
    await settled(element);
    expect(element.selected).to.equal('memo');
  });

  it('the size of the element does not depend on zoom, pan or data', async () => {
    const element = await mount({ events: few });
    const height = () => find(element, '.stage')!.getBoundingClientRect().height;
    const before = height();
    await element.show('2025-03-05', { animate: false });
    element.events = [...few, ...few.map((record, i) => ({ ...record, id: `x${i}`, lane: `lane ${i}` }))];
    await settled(element);
    expect(height()).to.equal(before);
    element.style.setProperty('--timeline-height', '200px');
    await settled(element);
    expect(height()).to.equal(200);
    expect(misplaced(element, element.view)).to.eql([]);
  });

  it('x follows the width, and the view stays', async () => {
    const element = await mount({ events: few, layout: 'horizontal' });
    const { view } = element;
    for (const width of [500, 321, 900]) {
      element.parentElement!.style.width = `${width}px`;
      await settled(element);
      const canvas = canvasBox(element);
      expect(canvas.width).to.be.within(width - 20, width);
      expect(misplaced(element, view)).to.eql([]);
      expect(element.view).to.eql(view);
      const { left } = markOf(element, 'a')!;
      expect(left).to.be.closeTo(xOf(at(2025, 1, 1), view, canvas.width), 1);
    }
  });
});
