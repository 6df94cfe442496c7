import { expect } from '@open-wc/testing';
import type { DocumentRecord, EventRecord } from '../../src/data/document-shape.js';
import { overlapsView } from '../../src/index/event-source.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { crowdedRecords, randomRecords, seeded } from '../layout/sample.js';
import { keys } from '../lib/browser-commands.js';
import {
  clustersOf,
  find,
  focused,
  frames,
  listen,
  markOf,
  marksOf,
  mount,
  overlaps,
  parts,
  settled,
  textOf,
  until,
} from './mounted.js';

const FEW: DocumentRecord = {
  lanes: [{ id: 'us', title: 'United States' }, { id: 'mx' }],
  events: [
    { id: 'a', date: '2025-08-02', title: 'An order is signed', lane: 'us', status: 'confirmed' },
    { id: 'b', date: '2025-09-02', title: 'Boats', summary: 'By order.', lane: 'us' },
    { id: 'c', date: '2025-10-02', title: 'A memo', lane: 'us', status: 'reported' },
    { id: 'd', date: '2025-11-18', title: 'It won’t happen', lane: 'mx' },
    { id: 'u', title: 'An order without a date' },
  ],
};

const ids = (element: TimelineView): string =>
  marksOf(element)
    .map(({ node }) => node.dataset.id)
    .join('');
const field = (element: TimelineView): HTMLInputElement =>
  element.shadowRoot!.querySelector<HTMLInputElement>('.search input')!;
const row = (element: TimelineView): HTMLElement => parts(element, 'search')[0]!;
const hits = (element: TimelineView): string => textOf(row(element).querySelector('.hits'));
async function type(element: TimelineView, text: string): Promise<void> {
  const input = field(element);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await frames(2);
  await settled(element);
}

describe('query, filter, matches', () => {
  it('show what matches both, in the picture, the shelf, the list and in what is asked for', async () => {
    const element = await mount({ data: FEW, query: 'order' });
    expect(ids(element)).to.equal('ab');
    expect(textOf(parts(element, 'undated')[0])).to.contain('without a date');
    expect(element.visibleEvents().map(({ id }) => id)).to.eql(['a', 'b']);
    expect(element.getEvent('c')?.title).to.equal('A memo');
    element.filter = { status: ['confirmed', 'reported'] };
    await element.ready;
    expect(ids(element)).to.equal('a');
    expect(parts(element, 'undated')).to.have.length(0);
    element.query = null;
    await element.ready;
    expect(ids(element)).to.equal('ac');
    element.layout = 'list';
    await settled(element);
    expect(parts(element, 'list-item').map(item => item.dataset.id)).to.eql(['a', 'c']);
    element.layout = 'vertical';
    await settled(element);
    expect(ids(element)).to.equal('ac');
    element.filter = null;
    await element.ready;
    expect(ids(element)).to.equal('abcd');
  });

  it('leave the view, the lanes and the levels where they are', async () => {
    const element = await mount({ data: FEW });
    const { view } = element;
    const titles = parts(element, 'lane-label').map(textOf);
    element.query = 'memo';
    await element.ready;
    expect(element.view).to.eql(view);
    expect(parts(element, 'lane-label').map(textOf)).to.eql(titles);
    element.query = '';
    await element.ready;
    expect(element.view).to.eql(view);
  });

  it('dim: all stand, and what does not match says so', async () => {
    const element = await mount({ data: FEW, query: 'order' }, { attributes: { matches: 'dim' } });
    expect(ids(element)).to.equal('abcd');
    const dimmed = (): string =>
      marksOf(element)
        .filter(({ node }) => node.hasAttribute('data-dimmed'))
        .map(({ node }) => node.dataset.id)
        .join('');
    expect(dimmed()).to.equal('cd');
    const [shelf] = parts(element, 'undated');
    expect(shelf!.querySelectorAll('[data-dimmed]')).to.have.length(0);
    element.query = 'memo';
    await element.ready;
    expect(dimmed()).to.equal('abd');
    expect(shelf!.querySelectorAll('[data-dimmed]')).to.have.length(1);
    element.layout = 'list';
    await settled(element);
    expect(parts(element, 'list-item').map(item => item.hasAttribute('data-dimmed'))).to.eql([
      true,
      true,
      false,
      true,
      true,
    ]);
    element.layout = 'vertical';
    await settled(element);
    expect(dimmed()).to.equal('abd');
    Object.assign(element, { matches: 'hide' });
    await element.ready;
    expect(ids(element)).to.equal('c');
  });

  it('matches stays the method that all elements have, and its text is the word', async () => {
    const element = await mount({ data: FEW });
    expect(element.matches('timeline-view')).to.equal(true);
    expect(element.matches('div')).to.equal(false);
    expect(String(element.matches)).to.equal('hide');
    Object.assign(element, { matches: 'dim' });
    expect(String(element.matches)).to.equal('dim');
  });

  it('what is none of them is an issue, and the rest holds', async () => {
    const element = await mount(
      { data: FEW },
      { attributes: { matches: 'blink', query: 'order before:soon' } },
    );
    element.filter = { status: ['confirmed'], lane: [{}] } as never;
    await element.ready;
    const told = () => element.issues.map(({ code, path }) => `${code} ${path}`).sort();
    expect(told()).to.eql(['invalid-value filter', 'invalid-value matches', 'invalid-value query']);
    expect(ids(element)).to.equal('');
    Object.assign(element, { query: '', matches: null });
    await element.ready;
    expect(ids(element)).to.equal('a');
    const wrong: readonly unknown[] = [
      'status',
      7,
      [],
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    ];
    for (const filter of wrong) {
      element.filter = filter as never;
      await element.ready;
      expect(told()).to.eql(['invalid-value filter']);
      expect(ids(element)).to.equal('abcd');
    }
  });

  it('the details of a selected event that is hidden stay, and say so', async () => {
    const element = await mount({ data: FEW, selected: 'c', query: 'order' });
    expect(markOf(element, 'c')).to.equal(undefined);
    expect(textOf(parts(element, 'details')[0]))
      .to.contain('A memo')
      .and.contain('Does not match the search.');
    element.query = 'memo';
    await element.ready;
    expect(textOf(parts(element, 'details')[0])).to.not.contain('Does not match');
  });

  it('where nothing matches one line says so, and leads back', async () => {
    const element = await mount({ data: FEW, query: 'zebra', filter: { status: ['refuted'] } });
    const sent = listen(element);
    const [notice] = parts(element, 'notice');
    expect(textOf(notice)).to.contain('No event matches');
    notice!.querySelector('button')!.click();
    await settled(element);
    expect(ids(element)).to.equal('abcd');
    expect(sent.map(({ type: name }) => name)).to.eql(['filter-change']);
  });

  for (const layout of ['horizontal', 'vertical'] as const)
    it(`where all that matches is out of view one line says so, and leads there: ${layout}`, async () => {
      const element = await mount({ data: FEW, layout, query: 'order' });
      await element.show('2025-09-20/2025-10-20', { animate: false });
      const said = (): string => parts(element, 'notice').map(textOf).join();
      expect(said()).to.equal('3 of 5 events match, none of them in view Show what matches');
      element.query = 'memo';
      await element.ready;
      expect(said()).to.equal('');
      element.query = 'order';
      await element.ready;
      // What stands back is a picture, too.
      element.setAttribute('matches', 'dim');
      await element.ready;
      expect(said()).to.equal('');
      element.setAttribute('matches', 'hide');
      await element.ready;
      const button = parts(element, 'notice')[0]!.querySelector('button')!;
      button.focus();
      button.click();
      await until(() => said() === '');
      await settled(element);
      expect(element.visibleEvents().map(({ id }) => id)).to.include.members(['a', 'b']);
      // The button is gone: what it led to is where one goes on.
      expect(focused()?.dataset.key).to.be.a('string');
    });

  it('says once, to who types, that all that matches is out of view; the list has no view', async () => {
    const element = await mount({ data: FEW, controls: 'search' });
    await element.show('2025-09-20/2025-10-20', { animate: false });
    const status = element.shadowRoot!.querySelector('#status')!;
    const heard: string[] = [];
    const observer = new MutationObserver(() => {
      if (textOf(status)) heard.push(textOf(status));
    });
    observer.observe(status, { childList: true, characterData: true, subtree: true });
    field(element).focus();
    await type(element, 'boats');
    await until(() => heard.length > 0);
    await new Promise(resolve => setTimeout(resolve, 1500));
    observer.disconnect();
    expect(heard).to.eql(['1 of 5 events matches, not in view']);
    element.layout = 'list';
    await element.ready;
    expect(parts(element, 'notice')).to.have.length(0);
  });

  it('brings all that matches into view, and what has no date is nowhere', async () => {
    const events = [
      { id: 'open', title: 'open x', start: '1900', end: '..' },
      { id: 'now', title: 'here', date: '2000' },
      { id: 'first', title: 'x', date: '1000-05' },
      { id: 'last', title: 'x', date: '1990-05' },
      { id: 'u', title: 'undated' },
    ];
    const element = await mount({ events, query: 'x -open' });
    await element.show('1999/2001', { animate: false });
    expect(marksOf(element)).to.have.length(0);
    parts(element, 'notice')[0]!.querySelector('button')!.click();
    await until(() => parts(element, 'notice').length === 0);
    expect(element.visibleEvents().map(({ id }) => id)).to.eql(['first', 'last']);
    element.query = 'open';
    await element.show('1000/1001', { animate: false });
    parts(element, 'notice')[0]!.querySelector('button')!.click();
    await until(() => parts(element, 'notice').length === 0);
    expect(element.visibleEvents().map(({ id }) => id)).to.eql(['open']);
    // Nothing leads to it, and a line says why.
    element.query = 'undated';
    await element.ready;
    expect(textOf(parts(element, 'notice')[0]))
      .to.match(/undated/)
      .and.not.to.match(/Show what matches/);
  });

  it('looks at once for what is typed, and no more than once a frame', async () => {
    const element = await mount({ data: FEW, controls: 'search' });
    const sent = listen(element);
    await frames(1);
    const input = field(element);
    for (const text of ['m', 'me', 'mem', 'memo']) {
      input.value = text;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    expect(element.query).to.equal('m');
    await frames(2);
    await settled(element);
    expect(sent.map(({ detail }) => (detail as { query: string }).query)).to.eql(['m', 'memo']);
    expect(ids(element)).to.equal('c');
  });

  it('typing leaves the filter of the author as it is, and what is sent is a plain one', async () => {
    const filter = { status: ['confirmed', 'reported'], bad: [{}] } as never;
    const element = await mount({ data: FEW, filter, query: 'o' });
    const sent = listen(element);
    await type(element, 'memo');
    expect(element.filter).to.equal(filter);
    expect(element.issues.map(({ path }) => path)).to.eql(['filter']);
    const { detail } = sent.at(-1)!;
    expect(detail).to.eql({ query: 'memo', filter: { status: ['confirmed', 'reported'] }, count: 1 });
    expect(Object.getPrototypeOf((detail as { filter: object }).filter)).to.equal(Object.prototype);
    element.filter = null;
    await type(element, 'order');
    expect(element.filter).to.equal(null);
  });

  it('focus that was on what is hidden now goes to the next that matches', async () => {
    const element = await mount({ data: FEW });
    markOf(element, 'b')!.node.focus();
    element.query = 'memo';
    await element.ready;
    expect(focused()?.dataset.id).to.equal('c');
  });

  it('amended data are searched, too', async () => {
    const element = await mount({ data: FEW, query: 'memo' });
    element.addEvents([{ id: 'e', date: '2025-10-20', title: 'Another memo', lane: 'mx' }]);
    await element.ready;
    expect(ids(element)).to.equal('ce');
    element.updateEvents([{ id: 'c', title: 'A note' }]);
    await element.ready;
    expect(ids(element)).to.equal('e');
  });
});

describe('the search field', () => {
  const MANY = randomRecords(60, 4) as never;

  it('is opened by a button, and stands where the author asks for it', async () => {
    const element = await mount({ data: FEW });
    expect(row(element)).to.equal(undefined);
    const button = element.shadowRoot!.querySelector<HTMLElement>('[data-action="search"]')!;
    expect(button.ariaExpanded).to.equal('false');
    button.click();
    await settled(element);
    expect(focused()).to.equal(field(element));
    expect(button.ariaExpanded).to.equal('true');
    expect(field(element).labels![0]!.textContent).to.contain('Search the events');
    element.controls = 'zoom search';
    await settled(element);
    expect(element.shadowRoot!.querySelector('[data-action="search"]')).to.equal(null);
    expect(row(element)).to.not.equal(undefined);
    element.controls = 'zoom';
    await element.ready;
    expect(row(element)).to.equal(undefined);
  });

  it('sends what the reader looks for, and nothing for what a script does', async () => {
    const element = await mount({ events: MANY, controls: 'search' });
    const sent = listen(element);
    element.query = 'memo';
    element.filter = { lane: ['l1'] };
    await element.ready;
    expect(sent).to.have.length(0);
    await type(element, 'strike');
    const { detail } = sent[0]!;
    expect([sent.length, detail.query, detail.filter]).to.eql([1, 'strike', { lane: ['l1'] }]);
    expect(hits(element)).to.equal(`${detail.count} of 60 events match`);
    expect(element.query).to.equal('strike');
  });

  it('goes from hit to hit with Enter and back with Shift, around at the ends; Escape clears, then leaves', async () => {
    const element = await mount({ data: FEW });
    markOf(element, 'd')!.node.focus();
    await keys('/');
    await settled(element);
    expect(focused()).to.equal(field(element));
    await keys('o', 'r', 'd');
    await until(() => hits(element) === '3 of 5 events match');
    const visited: string[] = [];
    for (const key of ['Enter', 'Enter', 'Enter', 'Enter', 'Shift+Enter']) {
      await keys(key);
      await settled(element);
      visited.push(`${element.selected} ${hits(element)}`);
      expect(focused()).to.equal(field(element));
    }
    expect(visited).to.eql(['a 1 of 3', 'b 2 of 3', 'u 3 of 3', 'a 1 of 3', 'u 3 of 3']);
    await keys('Escape');
    await until(() => field(element).value === '');
    expect(ids(element)).to.equal('abcd');
    await keys('Escape');
    await settled(element);
    expect(row(element)).to.equal(undefined);
    expect(focused()).to.equal(markOf(element, 'd')!.node);
  });

  it('counts as the summary does: eras are no events, and are hits only where nothing else is', async () => {
    const era: EventRecord = {
      id: 'e',
      start: '2025-08-01',
      end: '2025-11-30',
      title: 'The order of the day',
      kind: 'era',
    };
    const element = await mount({
      data: { ...FEW, events: [era, ...FEW.events] },
      controls: 'search export',
    });
    expect(textOf(find(element, '#summary'))).to.match(/^5 events/);
    field(element).focus();
    await type(element, 'order');
    expect(hits(element)).to.equal('3 of 5 events match');
    await until(() => textOf(find(element, '#status')) === '3 of 5 events match');
    const visited = new Set<string | null>();
    for (let i = 0; i < 4; i++) {
      await keys('Enter');
      await settled(element);
      visited.add(element.selected);
    }
    expect([...visited].sort()).to.eql(['a', 'b', 'u']);
    await type(element, 'order of the day');
    expect(hits(element)).to.equal('1 of 5 events matches');
    await type(element, '');
    await until(() => textOf(find(element, '#status')) === '5 events');
    find(element, '[data-action="export"]')!.click();
    await settled(element);
    expect(textOf(find(element, '.exports'))).to.match(/\(JSON\) ?6 entries/);
  });

  it('gives the focus back to the button that opened it, or to where the key was pressed', async () => {
    const element = await mount({ data: FEW });
    const opener = find<HTMLButtonElement>(element, '[data-action="search"]')!;
    const list = find<HTMLButtonElement>(element, '[data-action="list"]')!;
    for (const [from, open] of [
      [opener, () => opener.click()],
      [list, () => keys('/')],
    ] as const) {
      // Some engines do not focus a button that is clicked.
      (from === opener ? markOf(element, 'd')!.node : from).focus();
      await open();
      await until(() => row(element) && focused() === field(element));
      await keys('Escape');
      await until(() => !row(element) && focused() === from, `the focus on ${from.dataset.action}`);
    }
  });

  it('goes to the only hit once, however often Enter is pressed, and opens what was selected in passing', async () => {
    const element = await mount({ data: FEW }, { attributes: { view: '2025-08-01/2025-08-10' } });
    element.focus();
    await keys('/');
    await type(element, 'memo');
    const sent = listen(element);
    await keys('Enter', 'Enter');
    await settled(element);
    expect([element.selected, hits(element)]).to.eql(['c', '1 of 1']);
    await element.show('2025-08-01/2025-08-10', { animate: false });
    await keys('Enter');
    await settled(element);
    expect(element.visibleEvents().map(({ id }) => id)).to.eql(['c']);
    expect(sent.filter(({ type: name }) => name === 'select')).to.have.length(1);
  });

  it('brings a hit into view', async () => {
    const element = await mount({ data: FEW }, { attributes: { view: '2025-08-01/2025-08-10' } });
    element.query = 'memo';
    await element.ready;
    row(element).querySelector<HTMLElement>('.next')!.click();
    await settled(element);
    expect(element.visibleEvents().map(({ id }) => id)).to.eql(['c']);
  });

  it('takes any date that we can read', async () => {
    const element = await mount({ events: MANY, controls: 'search' });
    await type(element, '2 Oct 2005');
    const go = row(element).querySelector<HTMLElement>('.moment')!;
    expect(textOf(go)).to.equal('Go to October 2, 2005');
    go.click();
    await settled(element);
    const day: TimeSpan = { start: Date.UTC(2005, 9, 2), end: Date.UTC(2005, 9, 3) };
    expect(overlapsView(day, element.view)).to.equal(true);
    expect(element.view.end - element.view.start).to.be.below(60 * 864e5);
    await type(element, 'before:soon');
    expect(textOf(row(element).querySelector('.unread'))).to.contain('before:soon');
    expect(element.issues).to.eql([]);
  });

  it('says which fields no event has, and which may be meant', async () => {
    const element = await mount({ data: FEW, controls: 'search' });
    const faults = () => textOf(row(element).querySelector('.unread'));
    field(element).focus();
    await type(element, 'staus:confirmed');
    expect(hits(element)).to.equal('No event matches');
    expect(faults()).to.equal('No field “staus”; did you mean “status”?');
    await until(() => textOf(find(element, '#status')).endsWith('“staus”; did you mean “status”?'));
    await type(element, '-elsewhere:x order');
    expect([hits(element), faults()]).to.eql(['3 of 5 events match', 'No field “elsewhere”']);
    for (const known of ['status:confirmed', 'tag:none', 'before:2025-10', 'staus:', 'order']) {
      await type(element, known);
      expect(faults(), known).to.equal('');
    }
  });
});

describe('what is found', () => {
  it('is marked in labels and details, without a node more', async function () {
    if (!('highlights' in CSS)) return this.skip();
    const element = await mount({ data: FEW, selected: 'b', query: 'order -memo' });
    const told = () =>
      [...(CSS.highlights.get('timeline-view-hit') ?? [])].map(range => (range as Range).toString()).sort();
    // In the labels of a, in the shelf, in the details of b.
    expect(told()).to.eql(['order', 'order', 'order']);
    const label = markOf(element, 'a')!.node.querySelector('[part~="label"]')!;
    const { width } = label.getBoundingClientRect();
    expect(label.querySelectorAll('mark')).to.have.length(0);
    element.query = null;
    await element.ready;
    expect(told()).to.eql([]);
    const after = markOf(element, 'a')!.node.querySelector('[part~="label"]')!;
    expect(after.getBoundingClientRect().width).to.equal(width);
    element.selected = null;
    element.matches = 'dim' as never;
    element.query = 'order status:refuted';
    await element.ready;
    const isBack = (range: Range): boolean =>
      range.startContainer.parentElement!.closest('[data-dimmed]') !== null;
    expect(
      [...(CSS.highlights.get('timeline-view-hit') ?? [])].some(range => isBack(range as Range)),
    ).to.equal(false);
    expect(element.shadowRoot!.querySelectorAll('[data-dimmed]').length).to.be.greaterThan(0);
    element.query = 'order';
    await element.ready;
    element.remove();
    expect(told()).to.eql([]);
  });

  it('stands out in the overview against the whole, hidden or not', async () => {
    const element = await mount({
      events: randomRecords(300, 2) as never,
      controls: 'overview',
      query: 'strike',
    });
    const paths = () =>
      [...parts(element, 'overview')[0]!.querySelectorAll('path')].map(path => path.getAttribute('d'));
    const [whole, matching] = paths();
    expect(matching).to.not.equal(whole);
    Object.assign(element, { matches: 'dim' });
    await element.ready;
    expect(paths()).to.eql([whole, matching]);
    element.query = '';
    await element.ready;
    expect(paths()).to.eql([whole]);
  });
});

/** Where marks plus counts are not what a walk over all entries finds, and where counts of matches are not. */
function astray(
  element: TimelineView,
  view: TimeSpan,
  isMatch: (id: string) => boolean,
  dims: boolean,
): string[] {
  const standing = [...marksOf(element), ...clustersOf(element)].filter(item => overlaps(item, view));
  const wrong: string[] = [];
  const events = element.toJSON().events.flatMap(({ id }) => element.getEvent(id as string) ?? []);
  for (const lane of new Set(events.flatMap(({ lanes }) => lanes))) {
    const seen = events.filter(({ span, lanes }) => span && lanes.includes(lane) && overlapsView(span, view));
    const matching = seen.filter(({ id }) => isMatch(id)).length;
    const ours = standing.filter(item => item.lane === lane);
    const count = ours.reduce((sum, item) => sum + item.count, 0);
    if (count !== (dims ? seen.length : matching)) wrong.push(`${lane}: ${count} stand of ${seen.length}`);
    if (!dims) continue;
    const told = ours.reduce(
      (sum, { node }) =>
        sum +
        (node.dataset.matches === undefined
          ? Number(!node.hasAttribute('data-dimmed'))
          : Number(node.dataset.matches)),
      0,
    );
    if (told !== matching) wrong.push(`${lane}: ${told} match of ${matching}`);
  }
  return wrong;
}

describe('conservation holds whatever is looked for', () => {
  for (const [what, records] of [
    ['300 events', randomRecords(300, 42)],
    ['2,000 events of a lane', crowdedRecords(2000, 6)],
  ] as const)
    for (const matches of ['hide', 'dim'])
      for (const layout of ['horizontal', 'vertical'] as const)
        it(`${what}, ${matches}, ${layout}`, async () => {
          const element = await mount({ events: records as never, layout }, { attributes: { matches } });
          const random = seeded(what.length + matches.length);
          const whole = element.view;
          for (let i = 0; i < 6; i++) {
            const word = ['order', 'number', 're', '1', 'strike', 'm'][i]!;
            const status = i % 3 === 2 ? ['confirmed', ''] : null;
            element.query = word;
            element.filter = status && { status };
            const length = (whole.end - whole.start) * 2 ** (-6 * random());
            const start = whole.start + random() * (whole.end - whole.start - length);
            const view = { start, end: start + length };
            element.view = view;
            element.selected =
              random() < 0.5 ? String(records[Math.floor(random() * records.length)]!.id) : null;
            await settled(element);
            const isMatch = (id: string): boolean => {
              const { title, status: own = '' } = element.getEvent(id)!;
              return new RegExp(`(^| )${word}`, 'i').test(title) && (!status || status.includes(own));
            };
            expect(
              astray(element, element.view, isMatch, matches === 'dim'),
              `${word} ${JSON.stringify(view)}`,
            ).to.eql([]);
          }
        });
});
