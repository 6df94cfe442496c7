import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { accessibilityTree, keys } from '../lib/browser-commands.js';
import { AUTUMN, find, focused, markOf, mount, parts, settled, STORY_URL, textOf, until } from './mounted.js';

const LAYOUTS = ['horizontal', 'vertical', 'list'] as const;
type Layout = (typeof LAYOUTS)[number];

/** What the claim of 17 November says, what contradicts it, and where both are from. */
const CLAIM = 'Trump claims that every boat destroyed saves 25,000 American lives';
const COUNT = '73,960 fatal drug overdoses in the United States in twelve months, by a provisional count';
const REPORT = 'Report on Mexico’s refusal of US strikes';
const CDC = 'US Centers for Disease Control and Prevention';

const story = (layout: Layout, settings: Parameters<typeof mount>[0] = {}) =>
  mount(
    { src: STORY_URL, layout, ...settings },
    { width: layout === 'vertical' ? 360 : 1000, attributes: { view: AUTUMN, lang: 'en-GB' } },
  );

/** All that is said of an event once it is open. */
const told = (element: TimelineView, id: string, layout: Layout): HTMLElement =>
  layout === 'horizontal'
    ? parts(element, 'details')[0]!
    : layout === 'vertical'
      ? find(element, `.entry:has([data-id="${id}"])`)!
      : find(element, `.list [data-id="${id}"]`)!;

const isStruck = (node: Element): boolean =>
  getComputedStyle(node).textDecorationLine.includes('line-through');

describe('the claim of 17 November, selected', () => {
  for (const layout of LAYOUTS) {
    it(`is refuted, names and links what contradicts it, and its sources: ${layout}`, async () => {
      const element = await story(layout, { selected: 'claim' });
      const claim = told(element, 'claim', layout);
      const text = textOf(claim);
      expect(text)
        .to.include(CLAIM)
        .and.to.match(/refuted/i)
        .and.to.include('Contradicted by');
      expect(text).to.include(REPORT).and.to.include('bnl editorial staff');
      const title = [...claim.querySelectorAll('h1, h2, h3, h4, h5, h6, h3 *, h4 *')].filter(node =>
        textOf(node).includes(CLAIM),
      );
      expect(title.some(isStruck), 'struck through').to.equal(true);
      if (layout !== 'list') expect(text).to.include(COUNT).and.to.include(CDC).and.to.include('confirmed');
      // What contradicts it follows what it says, before anything else.
      const at = ['provisional count.', 'Contradicted by', 'Same occasion', 'bnl editorial staff'].map(part =>
        text.indexOf(part),
      );
      expect(at[0]).to.be.greaterThan(-1);
      expect(at[1]).to.be.greaterThan(at[0]!);
      expect(at[2]).to.be.greaterThan(at[1]!);

      const [link] = claim.querySelectorAll<HTMLElement>('button[data-to="overdoses"]');
      link!.click();
      await settled(element);
      expect(element.selected).to.equal('overdoses');
      const count = told(element, 'overdoses', layout);
      expect(textOf(count)).to.include('Contradicts').and.to.include(CDC);
      if (layout !== 'list')
        expect(textOf(count))
          .to.include(CLAIM)
          .and.to.match(/refuted/);

      const back = find(element, '.back button')!;
      expect(textOf(back)).to.equal('Back to: Each boat saves 25,000 lives');
      back.click();
      await settled(element);
      expect(element.selected).to.equal('claim');
      expect(find(element, '.back'), 'the way is at its beginning').to.equal(null);
    });

    it(`says so to assistive technology: ${layout}`, async function () {
      await story(layout, { selected: 'claim' });
      const tree = await accessibilityTree();
      if (tree === 'unsupported') return this.skip();
      expect(tree).to.match(/refuted/);
      expect(tree).to.match(
        layout === 'list' ? /button "Contradicted by: 73,960/ : /group "Contradicted by"/,
      );
      if (layout !== 'list') expect(tree).to.match(/button "73,960 fatal drug overdoses/);
      expect(tree).to.match(/button "Source 2"/);
      expect(tree).to.include('bnl editorial staff');
    });
  }

  it('is told as contradicted before it is open, in the column and the list, each by a button', async () => {
    for (const layout of ['vertical', 'list'] as const) {
      const element = await story(layout);
      const line = told(element, 'claim', layout).querySelector<HTMLElement>('.claim-lines button')!;
      expect(textOf(line)).to.equal('Contradicted by: 73,960 fatal overdoses in twelve months');
      line.click();
      await settled(element);
      expect(element.selected).to.equal('overdoses');
      element.remove();
    }
  });
});

describe('the way back', () => {
  it('leads through all events that were followed, and ends where one is chosen by itself', async () => {
    const element = await story('horizontal', { selected: 'claim' });
    const follow = async (id: string): Promise<void> => {
      find(element, `.details [data-to="${id}"]`)!.click();
      await settled(element);
    };
    await follow('answer');
    await follow('rejection');
    expect(textOf(find(element, '.back'))).to.include('OK with me');
    find(element, '.back button')!.click();
    await settled(element);
    expect(element.selected).to.equal('answer');
    expect(textOf(find(element, '.back'))).to.include('25,000');
    await follow('rejection');
    element.selected = 'memo';
    await settled(element);
    expect(find(element, '.back')).to.equal(null);
    element.selected = 'rejection';
    await settled(element);
    expect(textOf(find(element, '.back')), 'as long as it is selected').to.include('OK with me');
  });
});

describe('numbers of sources', () => {
  it('are the same in text and list, in every layout, and lead from the one to the other', async () => {
    for (const layout of LAYOUTS) {
      const element = await story(layout, { selected: 'claim' });
      const claim = told(element, 'claim', layout);
      const [reference] = claim.querySelectorAll<HTMLElement>('.references button');
      expect([textOf(reference), reference!.ariaLabel]).to.eql(['2', 'Source 2']);
      const note = claim.querySelector<HTMLLIElement>('.facts [data-note="2"]')!;
      expect(note.value).to.equal(2);
      expect(textOf(note)).to.include(REPORT);
      reference!.focus();
      await keys('Enter');
      await until(() => focused() === note);
      element.remove();
    }
  });

  it('open the event of a text in the column that is not open', async () => {
    const element = await story('vertical');
    const [reference] = told(element, 'memo', 'vertical').querySelectorAll<HTMLElement>('.references button');
    expect(reference!.tabIndex, 'no stop on the way down').to.equal(-1);
    reference!.click();
    await until(() => focused()?.dataset.note === '2');
    expect(element.selected).to.equal('memo');
  });

  it('stand in the order of their numbers, whatever the order that an event names them in', async () => {
    const named = (...titles: string[]) => titles.map(title => ({ title }));
    const events = [
      { id: 'a', date: '2001', title: 'A', summary: 'Of A.', sources: named('One', 'Two', 'Three') },
      {
        id: 'b',
        date: '2002',
        title: 'B',
        summary: 'Of B.',
        sources: [{ url: 'https://e.org/' }, ...named('Four', 'Three', 'One')],
        links: [{ to: 'c', rel: 'contradicted-by' }],
      },
      { id: 'c', date: '2003', title: 'C', sources: named('Five', 'Two') },
    ];
    const element = await mount({ events, selected: 'b' });
    const numbers = (of: string) =>
      [...find(element, of)!.children].map(item => (item as HTMLLIElement).value);
    expect(numbers('.details .facts .sources')).to.eql([1, 3, 4, 5]);
    expect(numbers('.details .claims .sources')).to.eql([2, 6]);
    expect(textOf(find(element, '.details .references'))).to.equal('1 3 4 5');
  });

  it('say what else a source is of, by buttons that lead there', async () => {
    const element = await story('horizontal', { selected: 'claim' });
    const uses = find<HTMLDetailsElement>(element, '.details .uses')!;
    expect(textOf(uses.querySelector('summary'))).to.equal('Also a source of: 7 events');
    expect(uses.querySelector('button'), 'made when it is opened').to.equal(null);
    uses.open = true;
    await until(() => uses.querySelector('button'));
    uses.querySelector<HTMLElement>('[data-to="memo"]')!.click();
    await settled(element);
    expect(element.selected).to.equal('memo');
    expect(markOf(element, 'memo')!.node.ariaExpanded).to.equal('true');
  });

  it('list all sources at the foot, made when they are opened, 200 at a time', async () => {
    const events = Array.from({ length: 450 }, (_, i) => ({
      date: String(1500 + i),
      title: `Event ${i}`,
      sources: [{ title: `Annals ${i}`, quote: 'Words' }],
    }));
    const element = await mount({ events });
    const all = find<HTMLDetailsElement>(element, '.all-sources')!;
    const entries = () => [...all.querySelectorAll<HTMLLIElement>('ol > li')];
    expect(entries()).to.have.length(0);
    all.open = true;
    await until(() => entries().length === 200);
    expect(textOf(entries()[199])).to.include('Annals 199').and.not.to.include('Words');
    all.querySelector<HTMLElement>('.more')!.click();
    await until(() => entries().length === 400);
    await until(() => focused() === entries()[200]);
    all.querySelector<HTMLElement>('.more')!.click();
    await until(() => entries().length === 450);
    expect(all.querySelector('.more')).to.equal(null);
    all.open = false;
    await until(() => entries().length === 0);

    element.controls = 'zoom';
    await settled(element);
    expect(find(element, '.all-sources'), 'not asked for').to.equal(null);
    const bare = await mount({ events: [{ date: '1500', title: 'Bare', sources: [] }] });
    expect(find(bare, '.all-sources'), 'there is none').to.equal(null);
  });
});

describe('a correction', () => {
  it('has its sign clear of that of the date, on whichever side of it the label stands', async () => {
    const history = [{ note: 'Name corrected' }];
    const events = ['2020-02', '2020-11'].map((date, i) => {
      return { id: `${i}`, date, title: 'A claim that was taken back', status: 'retracted', history };
    });
    const element = await mount({ data: { events } as never });
    const sides = new Set<string>();
    for (const { id } of events) {
      const { node } = markOf(element, id)!;
      const label = node.querySelector<HTMLElement>('.label')!;
      const side = label.matches('.before') ? 'before' : 'after';
      sides.add(side);
      const line = label.querySelector('.line:last-child')!;
      const { width, position, left, marginInlineStart } = getComputedStyle(line, '::after');
      expect([width, position], side).to.deep.equal(['4px', 'absolute']);
      // A square on its corner, 5.5 px with its borders.
      const reach = 5.5 / Math.SQRT2;
      const start = label.getBoundingClientRect().left + parseFloat(left) + parseFloat(marginInlineStart);
      const middle = start + 2.75;
      const sign = node.getBoundingClientRect();
      const text = [...line.querySelectorAll('.title, .note')].at(-1)!.getBoundingClientRect();
      expect(middle - text.right, `${side}: from the end of the text`).to.be.within(-6, 6);
      if (side === 'before') expect(middle + reach).to.be.below(sign.left - 1);
      else expect(middle - reach).to.be.above(text.right);
    }
    expect([...sides]).to.have.members(['before', 'after']);
  });

  it('has a sign at the label, a word in the name, and a dated list', async () => {
    const history = [{ date: '2025-11-20', note: 'Date corrected' }, { note: 'Name corrected' }];
    const events = [{ id: 'a', date: '2025-11-01', title: 'Alpha', history }];
    for (const layout of LAYOUTS) {
      const element = await mount({ events, layout, selected: 'a' }, { attributes: { lang: 'en-GB' } });
      const list = [...element.shadowRoot!.querySelectorAll('.corrections li')].map(textOf);
      expect(list).to.eql(['20 November 2025: Date corrected', 'Name corrected']);
      if (layout !== 'list') expect(markOf(element, 'a')!.node.ariaLabel).to.include('corrected');
      element.remove();
    }
  });
});
