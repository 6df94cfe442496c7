import { expect, fixture, html } from '@open-wc/testing';
import type * as Axe from 'axe-core';
import 'axe-core/axe.min.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords } from '../layout/sample.js';
import { engineName, keys, media, viewport } from '../lib/browser-commands.js';
import {
  AUTUMN,
  clustersOf,
  find,
  frames,
  marksOf,
  mount,
  parts,
  settled,
  STORY_URL,
  textOf,
  until,
} from './mounted.js';

const { axe } = globalThis as unknown as { axe: typeof Axe };
const story = (width = 780, layout: TimelineView['layout'] = 'horizontal') =>
  mount({ src: STORY_URL, layout }, { width, attributes: { view: AUTUMN, lang: 'en-GB' } });

/**
 * What axe finds by all its rules, what it can't decide included. Its stacks of what lies over what are
 * right in Chromium and Firefox alone, so that WebKit is not asked for contrasts.
 */
async function faults(element: Element, { least = 8, contrast = true } = {}): Promise<string[]> {
  // Clipped by the canvas, but not by the window, the texts beyond the edge would count as seen; under a scroll bar of the
  // window, those that reach the edge would count as cut; what lies half under steps that stick to its foot could not be told.
  document.documentElement.style.scrollbarWidth = 'none';
  const { left, right } = element.getBoundingClientRect();
  if (engineName() !== 'webkit') await viewport({ width: Math.ceil(left + right), height: 9000 });
  const { violations, incomplete, passes } = await axe.run(element, {
    rules: {
      'target-size': { enabled: true },
      'color-contrast': { enabled: contrast && engineName() !== 'webkit' },
    },
    elementRef: true,
  });
  expect(passes.length, 'rules that looked at anything').to.be.at.least(least);
  return [...violations, ...incomplete].flatMap(({ id, nodes }) => {
    const wrong = nodes.filter(node => !isRounding(node));
    const [first] = wrong;
    if (!first) return [];
    const why = [...first.any, ...first.all, ...first.none].map(({ message }) => message).join(' ');
    return [`${id}, ${wrong.length} times, first at ${first.target.flat().at(-1)}: ${why}`];
  });
}

/** Whether a text is "partially obscured" only because its box reaches a fraction of a px out of its background. */
function isRounding({ any, element }: Axe.NodeResult): boolean {
  const data = any[0]?.data as { messageKey?: string } | null;
  if (data?.messageKey !== 'elmPartiallyObscured') return false;
  const { left, right, top, bottom } = element!.getBoundingClientRect();
  const paper = element!.closest('.root')!.getBoundingClientRect();
  return (
    left >= paper.left - 1 && right <= paper.right + 1 && top >= paper.top - 1 && bottom <= paper.bottom + 1
  );
}

/** Each state in which a reader may meet the element. */
const states: Record<string, () => Promise<TimelineView>> = {
  'facets, with choices': async () => {
    const element = await mount({
      src: STORY_URL,
      filter: { status: ['confirmed'] },
      laneBy: 'status',
      colorBy: 'people',
    });
    find(element, '.filter')!.click();
    await settled(element);
    return element;
  },
  'the story': () => story(),
  'the story at 320 px': () => story(320),
  'the story running down': () => story(360, 'vertical'),
  'the story running down, with an open event': async () => {
    const element = await story(320, 'vertical');
    element.selected = 'claim';
    await settled(element);
    expect(parts(element, 'details')).to.have.length(1);
    return element;
  },
  'clusters of what runs down': () =>
    mount({ events: randomRecords(400, 9) as never, label: 'Crowd', layout: 'vertical' }, { width: 360 }),
  'the line of now': () =>
    mount({ src: STORY_URL }, { attributes: { view: AUTUMN, lang: 'en-GB', now: '2025-11-19T14:30' } }),
  'the line of now in what runs down': () =>
    mount(
      { src: STORY_URL, layout: 'vertical' },
      { width: 360, attributes: { view: AUTUMN, lang: 'en-GB', now: '2025-11-19T14:30' } },
    ),
  'a link to copy by hand': async () => {
    const element = await mount(
      { src: STORY_URL, selected: 'claim' },
      { attributes: { view: AUTUMN, lang: 'en-GB', permalink: 'copied' } },
    );
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    // What keeps addresses is loaded where it is asked for.
    await until(() => find(element, '.share button'));
    find(element, '.share button')!.click();
    await until(() => find(element, '.share input'));
    delete (navigator as { clipboard?: unknown }).clipboard;
    return element;
  },
  'the story wide, with an open event': async () => {
    const element = await story(1100);
    element.selected = 'claim';
    await settled(element);
    expect(parts(element, 'details')).to.have.length(1);
    return element;
  },
  'a step that scrolling has led to': async () => {
    const section = document.createElement('p');
    section.dataset.timelineEvent = 'memo';
    const text = await fixture<HTMLElement>(html`<div class="scrolled"></div>`);
    text.append(section);
    const element = await mount(
      { src: STORY_URL },
      { attributes: { view: AUTUMN, lang: 'en-GB', 'scroll-steps': '.scrolled' } },
    );
    await until(() => element.selected === 'memo');
    await settled(element);
    expect(parts(element, 'details')).to.eql([]);
    return element;
  },
  ...Object.fromEntries(
    (['vertical', 'list'] as const).map(layout => [
      `what is read, as scrolling is followed, ${layout}`,
      async () => {
        const element = await mount(
          { src: STORY_URL, layout },
          { width: layout === 'list' ? 780 : 360, attributes: { lang: 'en-GB', 'scroll-steps': 'self' } },
        );
        // What has the focus is read in a window of any height.
        find(element, ':is(.entry-title, .list [part="list-item"])[data-id="order"]')!.focus();
        await until(() => element.selected === 'order');
        await settled(element);
        return element;
      },
    ]),
  ),
  'an open undated event': async () => {
    const element = await story();
    element.selected = 'calls';
    await settled(element);
    return element;
  },
  'the list': async () => {
    const element = await story();
    element.layout = 'list';
    element.selected = 'memo';
    await settled(element);
    return element;
  },
  clusters: async () => {
    const element = await mount({ events: randomRecords(300, 9) as never, label: 'Crowd' }, { width: 500 });
    expect(clustersOf(element).length).to.be.greaterThan(5);
    return element;
  },
  'collapsed lanes': async () => {
    const lanes = ['l0', 'l1', 'l2'].map((id, i) => ({
      id,
      title: `Lane ${i}`,
      collapsed: i !== 1,
      ...(i === 1 && { parent: 'l0' }),
    }));
    const data = {
      title: 'Crowd',
      lanes: [{ id: 'p', title: 'Parent' }, ...lanes],
      events: randomRecords(300, 9),
    };
    const element = await mount({ data: data as never }, { width: 500 });
    expect(parts(element, 'lane-label').map(({ ariaExpanded }) => ariaExpanded)).to.include('false');
    return element;
  },
  'a list of members': async () => {
    const events = Array.from({ length: 60 }, (_, i) => ({
      id: `n${i}`,
      date: '2025-03-01T10:00',
      title: `Same ${i}`,
    }));
    const element = await mount({ events, label: 'Same' }, { width: 400 });
    clustersOf(element)[0]!.node.click();
    await until(() => find(element, '.members'));
    return element;
  },
  remarks: async () => {
    const events = [
      { id: 'a', date: '2025-13', title: 'Bad date', status: 'perhaps' },
      { id: 'b', date: '2025-12', title: 'Good' },
    ];
    const element = await mount({ events: events as never, label: 'Remarks' });
    const notice = find<HTMLDetailsElement>(element, 'details[part~="notice"]')!;
    notice.open = true;
    return element;
  },
  'an open event with two sources': async () => {
    const sources = ['one', 'two'].map(name => ({
      title: `Report of auditor ${name}`,
      url: `https://example.org/${name}`,
    }));
    const summary = 'It took a year until anybody read it, and another until it was printed.';
    const events = [{ id: 'a', date: '2025-03', title: 'Report of the audit', summary, sources }];
    return mount({ events, selected: 'a', label: 'Sources' }, { width: 1100 });
  },
  'a claim and what contradicts it, with all sources': async () => {
    const element = await story(1100);
    element.selected = 'overdoses';
    await settled(element);
    for (const details of element.shadowRoot!.querySelectorAll<HTMLDetailsElement>('.uses, .all-sources'))
      details.open = true;
    await until(() => find(element, '.uses button') && find(element, '.all-sources li'));
    find(element, '.claims button')!.click();
    await settled(element);
    expect(find(element, '.back')).to.not.equal(null);
    return element;
  },
  'media before a click, and pictures that come and that do not': async () => {
    const media = [
      { src: '/demo/icon.svg', alt: 'A clock', caption: 'Its face' },
      { type: 'image', src: '/test-data/404', alt: 'A bell' },
      { type: 'embed', src: 'https://example.org/', caption: 'Its page' },
      { src: '/none.pdf', caption: 'Its plan' },
    ];
    const history = [{ date: '2025-11-20', note: 'Date corrected' }];
    const events = [{ id: 'a', date: '2025-03', title: 'A clock', media, history }];
    const element = await mount({ events, selected: 'a', label: 'Media' });
    find(element, '.medium:nth-of-type(2)')!.scrollIntoView();
    await until(() => find(element, '.calm .aside'));
    window.scrollTo(0, 0);
    return element;
  },
  loading: async () => {
    const element = await mount({ label: 'Loading' });
    element.src = '/test-data/slow?ms=1500';
    await until(() => element.matches(':state(loading)'));
    return element;
  },
  error: async () => mount({ src: '/test-data/404', label: 'Error' }),
  empty: async () => mount({ events: [], label: 'Empty' }),
};

/** Of these, those that are looked at in Arabic, too. */
const mirrored = [
  'a claim and what contradicts it, with all sources',
  'the story',
  'the story running down, with an open event',
  'the story wide, with an open event',
  'the list',
  'clusters',
  'collapsed lanes',
  'remarks',
  'loading',
  'error',
  'empty',
];

describe('axe: every rule, no violation and nothing undecided', () => {
  for (const [state, make] of Object.entries(states))
    it(state, async () => {
      expect(await faults(await make())).to.eql([]);
    });

  // What differs from right to left is what lies over what, which WebKit is not asked for.
  for (const state of engineName() === 'webkit' ? [] : mirrored)
    it(`${state}, in Arabic`, async () => {
      const element = await states[state]!();
      element.lang = 'ar';
      element.dir = 'rtl';
      await (state === 'loading' ? frames(3) : settled(element));
      expect(find(element, '.root')!.dir).to.equal('rtl');
      expect(await faults(element)).to.eql([]);
    });

  it('a peek; contrast apart, which axe can’t tell of what lies over other things', async () => {
    const element = await story();
    find(element, '.skip')!.focus();
    await keys('Tab');
    await until(() => find(element, '.peek'));
    await settled(element);
    expect(await faults(find(element, '.peek')!, { least: 1, contrast: false })).to.eql([]);
  });

  for (const features of [
    { 'prefers-color-scheme': 'dark' },
    { 'forced-colors': 'active' },
    { 'prefers-contrast': 'more' },
  ])
    it(`in ${Object.entries(features).flat().join(': ')}`, async function () {
      if (!(await media(features as never))) return this.skip();
      document.documentElement.style.colorScheme = 'light dark';
      document.body.style.background = 'Canvas';
      try {
        for (const state of [
          'the story wide, with an open event',
          'a claim and what contradicts it, with all sources',
          'media before a click, and pictures that come and that do not',
          'the list',
          'clusters',
          'collapsed lanes',
          'error',
          'remarks',
        ]) {
          const element = await states[state]!();
          expect(await faults(element), state).to.eql([]);
          element.remove();
        }
      } finally {
        document.documentElement.style.colorScheme = '';
        document.body.style.background = '';
        await media({});
      }
    });

  it('a thousand remarks, which scroll; contrast apart, which axe can’t tell of what is scrolled away', async () => {
    const events = Array.from({ length: 1000 }, (_, i) => ({ date: `never ${i}`, title: `Event ${i}` }));
    const element = await mount({ events, label: 'Remarks' });
    find<HTMLDetailsElement>(element, 'details[part~="notice"]')!.open = true;
    expect(await faults(element, { contrast: false })).to.eql([]);
  });

  it('what edits: handles, the form with what is wrong in it, the question before an open end is closed', async () => {
    const events = [
      { id: 'a', date: '1985-03/1987-05', title: 'Some months' },
      { id: 'b', date: '1986/..', title: 'Going on' },
    ];
    for (const layout of ['horizontal', 'vertical', 'list'] as const) {
      const element = await mount({ events, editable: true, layout, label: 'Editing', selected: 'a' });
      expect(await faults(element), layout).to.eql([]);
      find(element, '[data-action="add"]')!.click();
      await until(() => find(element, '.editor'), 'the form');
      find(element, '.editor .main')!.click();
      const date = find<HTMLInputElement>(element, '#edit-date')!;
      date.value = 'soon';
      date.dispatchEvent(new Event('input'));
      await settled(element);
      expect(await faults(element), `${layout}, form`).to.eql([]);
      await keys('Escape');
      await settled(element);
      find(element, ':is(.stage [part~="mark"], .list li)[data-id="b"]')!.focus();
      await keys('Alt+Shift+ArrowRight', 'Alt+Shift+ArrowDown');
      await until(() => find(element, '.question') ?? layout === 'vertical', 'the question');
      expect(await faults(element), `${layout}, question`).to.eql([]);
      element.remove();
    }
  });

  it('finds what is wrong', async () => {
    const element = await story();
    const mark = marksOf(element)[0]!.node;
    mark.removeAttribute('aria-label');
    mark.replaceChildren();
    expect((await faults(element)).join()).to.include('button-name');
  });
});

describe('structure', () => {
  it('is a region with heading, toolbar, a list of buttons in time order, and an empty status line', async () => {
    const element = await story();
    const root = find(element, '.root')!;
    expect([root.lang, root.dir]).to.eql(['en-GB', 'ltr']);
    expect([...element.attributes].map(({ name }) => name).sort()).to.eql(['lang', 'view']);
    const region = find(element, '[role="region"]')!;
    const named = (attribute: string) =>
      region
        .getAttribute(attribute)!
        .split(' ')
        .flatMap(id => textOf(find(element, `#${id}`)) || []);
    expect(named('aria-labelledby')).to.eql(['How it came to this']);
    expect(named('aria-describedby')[0]).to.match(
      /^12 events, .*2024.*2025: 8 confirmed, 3 reported, 1 refuted$/,
    );
    expect(find(element, '#heading')!.localName).to.equal('h2');
    const toolbar = find(element, '[role="toolbar"]')!;
    expect(toolbar.ariaLabel).to.equal('Timeline controls');
    expect(find(element, `#${toolbar.getAttribute('aria-controls')}`)).to.not.equal(null);
    const list = find(element, 'ol[role="list"]')!;
    expect(list.ariaLabel).to.match(/^Events, .*August.*November 2025$/);
    for (const item of list.children) {
      expect(item.localName).to.equal('li');
      expect([...item.children].map(({ localName }) => localName)).to.eql(['button']);
    }
    expect(list.querySelectorAll('[aria-expanded="true"]')).to.have.length(0);
    const status = find(element, '[role="status"]')!;
    expect(status.textContent).to.equal('');
    expect(find(element, '.stage')!.getAttribute('aria-describedby')).to.equal('help');
    for (const hidden of ['.axis', '.backdrop']) expect(find(element, hidden)!.ariaHidden).to.equal('true');
    expect(region.querySelectorAll('[role="application"], [disabled]')).to.have.length(0);
  });

  it('links an open event to its details, which have a heading of their own', async () => {
    const element = await story();
    element.selected = 'claim';
    await settled(element);
    const mark = parts(element, 'mark-selected')[0]!;
    expect([mark.ariaExpanded, mark.getAttribute('aria-controls')]).to.eql(['true', 'details']);
    const details = find(element, '#details')!;
    expect(textOf(find(element, `#${details.getAttribute('aria-labelledby')}`))).to.match(/^Trump claims/);
    expect(details.querySelector('h3')).to.not.equal(null);
    expect(textOf(details))
      .to.include('refuted')
      .and.to.include('Oval Office')
      .and.to.include('bnl editorial staff');
  });

  it('says in words what is shown by shape: nothing is told by colour alone', async () => {
    const element = await story(1200);
    const looks = new Map<string, string>();
    for (const { node } of marksOf(element)) {
      const status = node.dataset.status ?? '';
      if (status) expect(node.ariaLabel).to.include(status);
      const shapes = [...node.querySelectorAll('.figure path')]
        .map(path => path.getAttribute('class'))
        .join();
      if (['memo', 'claim', 'order'].includes(node.dataset.id!)) looks.set(status, shapes);
    }
    expect(looks.size).to.equal(3);
    expect(new Set(looks.values()).size).to.be.greaterThan(1);
  });

  it('keeps what an author set on the element', async () => {
    const attributes = { role: 'figure', tabindex: '-1', class: 'mine', 'aria-label': 'Mine', id: 'own' };
    const element = await mount({ src: STORY_URL }, { attributes });
    element.selected = 'memo';
    await settled(element);
    expect(Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))).to.eql(
      attributes,
    );
  });
});
