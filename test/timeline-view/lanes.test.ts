import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import type { DocumentRecord } from '../../src/core.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { keys } from '../lib/browser-commands.js';
import {
  at,
  atRest,
  centre,
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
} from './mounted.js';

/** Two nations with lanes below them, of which one is collapsed; an event in two lanes of it, and a lane by itself. */
const NESTED: DocumentRecord = {
  lanes: [
    { id: 'us', title: 'United States' },
    { id: 'su', title: 'Soviet Union', collapsed: true },
    { id: 'luna', title: 'Luna', parent: 'su' },
    { id: 'zond', title: 'Zond', parent: 'su' },
    { id: 'apollo', title: 'Apollo', parent: 'us' },
    { id: 'else', title: 'Elsewhere' },
  ],
  events: [
    { id: 'l9', date: '1966-02-03', title: 'Luna 9', lane: 'luna' },
    { id: 'z5', date: '1968-09-15', title: 'Zond 5', lane: 'zond' },
    { id: 'a8', date: '1968-12-21', title: 'Apollo 8', lane: 'apollo' },
    { id: 'a11', date: '1969-07-16', title: 'Apollo 11', lane: 'apollo' },
    { id: 'both', date: '1969-11-01', title: 'Both', lane: ['luna', 'zond'] },
    { id: 'x', date: '1970-04-24', title: 'Dong Fang Hong', lane: 'else' },
  ],
};

const open = (data: DocumentRecord = NESTED, width = 780, attributes = {}) =>
  mount({ data }, { width, neighbours: true, attributes });
const titles = (element: TimelineView) => parts<HTMLButtonElement>(element, 'lane-label');
const titleOf = (element: TimelineView, title: string) =>
  titles(element).find(label => textOf(label) === title)!;
const isExpanded = (element: TimelineView, title: string) => titleOf(element, title).ariaExpanded;
const told = (element: TimelineView) =>
  titles(element).map(label => `${textOf(label)}${label.ariaExpanded === 'true' ? '' : ' +'}`);
const FOLDED = ['United States', 'Apollo', 'Soviet Union +', 'Elsewhere'];
const UNFOLDED = ['United States', 'Apollo', 'Soviet Union', 'Luna', 'Zond', 'Elsewhere'];

async function press(element: TimelineView, ...combos: string[]): Promise<void> {
  await keys(...combos);
  await atRest(element);
}

/** How many entries the picture shows of a lane, drawn or counted. */
const shownIn = (element: TimelineView, lane: string): number =>
  [...marksOf(element), ...clustersOf(element)]
    .filter(item => item.lane === lane && overlaps(item, element.view))
    .reduce((sum, { count }) => sum + count, 0);

describe('lanes in lanes', () => {
  it('stand in their tree: indented by depth, a parent without events too, of a collapsed one nothing below it', async () => {
    const element = await open();
    expect(told(element)).to.eql(FOLDED);
    const starts = titles(element).map(label => Math.round(label.getBoundingClientRect().left));
    expect(starts.map(start => start - starts[0]!)).to.eql([0, 12, 0, 0]);
    expect(shownIn(element, 'su')).to.equal(3);
    expect(shownIn(element, 'luna') + shownIn(element, 'zond')).to.equal(0);
    expect(element.shadowRoot!.querySelectorAll('.silhouette')).to.have.length(1);
  });

  it('are buttons that say what they do, 24 px high, and belong to the tab stop of the events', async () => {
    const element = await open();
    for (const label of titles(element)) {
      expect(label.localName).to.equal('button');
      expect(label.ariaLabel).to.equal(`${textOf(label)}: show or hide its events`);
      expect(label.getBoundingClientRect().height).to.be.at.least(24);
      expect(label.closest('[aria-hidden="true"]')).to.equal(null);
    }
    expect(element.shadowRoot!.querySelectorAll('.stage [tabindex="0"]')).to.have.length(1);
    titleOf(element, 'Apollo').focus();
    await settled(element);
    const stops = element.shadowRoot!.querySelectorAll('.stage [tabindex="0"]');
    expect([...stops]).to.eql([titleOf(element, 'Apollo')]);
  });

  it('have no buttons where there is but one lane', async () => {
    const element = await open({
      lanes: [{ id: 'a', title: 'Only', collapsed: true }],
      events: [{ id: 'e', date: '2020', title: 'Event', lane: 'a' }],
    });
    expect(titles(element).map(({ localName }) => localName)).to.eql(['span']);
    expect(marksOf(element).map(({ id }) => id)).to.eql(['e']);
  });
});

describe('a collapsed lane', () => {
  it('shows how dense it is alone, and a number to who gets there', async () => {
    const element = await open();
    const pills = (): HTMLElement[] =>
      parts(element, 'cluster').filter(({ dataset }) => dataset.lane === 'su');
    const isSeen = (pill: HTMLElement): boolean => getComputedStyle(pill).opacity !== '0';
    expect(pills().length).to.be.above(0);
    expect(pills().filter(isSeen)).to.eql([]);
    expect(find(element, '.silhouette')).to.not.equal(null);
    // An export says who is there, and draws no more.
    const exported = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
    const named = [...exported.querySelectorAll('g')].filter(
      group => group.outerHTML.includes('Luna 9') && !group.querySelector('g'),
    );
    expect(named).to.have.length(1);
    expect([...named[0]!.querySelectorAll('path, text')]).to.eql([]);
    pills()[0]!.focus();
    await keys('ArrowRight', 'ArrowLeft');
    const [pill] = pills();
    pill!.focus();
    expect(pills().filter(isSeen), 'of all, the one that a key has come to').to.eql([pill]);
    element.setAttribute('matches', 'dim');
    element.query = 'luna';
    await settled(element);
    expect(pills().every(isSeen), 'pills tell what matches').to.equal(true);
    element.query = '';
    await settled(element);
    titleOf(element, 'Soviet Union').click();
    await settled(element);
    expect(parts(element, 'cluster').every(isSeen)).to.equal(true);
  });
});

describe('a press of the title of a lane', () => {
  it('expands and collapses it, says so, sends an event, and keeps view, selection and focus', async () => {
    const element = await open();
    const sent = listen(element);
    element.view = '1966/1970';
    element.selected = 'both';
    await settled(element);
    const { view } = element;
    expect(markOf(element, 'both')!.lane).to.equal('su');
    await sendMouse({ type: 'click', position: centre(titleOf(element, 'Soviet Union')) });
    await settled(element);
    expect(told(element)).to.eql(UNFOLDED);
    expect(
      marksOf(element)
        .filter(({ id }) => id === 'both')
        .map(({ lane }) => lane),
    ).to.have.members(['luna', 'zond']);
    expect(focused()).to.equal(titleOf(element, 'Soviet Union'));
    await new Promise(resolve => setTimeout(resolve, 700));
    expect(textOf(find(element, '#status'))).to.equal('Soviet Union expanded');

    await sendMouse({ type: 'click', position: centre(titleOf(element, 'Soviet Union')) });
    await settled(element);
    expect(told(element)).to.eql(FOLDED);
    expect(markOf(element, 'both')!.lane).to.equal('su');
    expect(shownIn(element, 'su')).to.equal(3);
    expect([element.view, element.selected]).to.eql([view, 'both']);
    expect(focused()).to.equal(titleOf(element, 'Soviet Union'));
    await new Promise(resolve => setTimeout(resolve, 700));
    expect(textOf(find(element, '#status'))).to.equal('Soviet Union collapsed, 3 events');
    expect(sent.filter(({ type }) => type === 'lane-toggle').map(({ detail }) => detail)).to.eql([
      { lane: 'su', collapsed: false, by: 'reader' },
      { lane: 'su', collapsed: true, by: 'reader' },
    ]);
    expect(element.toJSON().lanes?.map(lane => (lane as { collapsed?: boolean }).collapsed ?? false)).to.eql([
      false,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(element.getAnimations({ subtree: true })).to.eql([]);
  });

  it('holds while data are amended, and no longer than until there are others', async () => {
    const element = await open();
    titleOf(element, 'Soviet Union').click();
    titleOf(element, 'Elsewhere').click();
    await settled(element);
    const chosen = [...UNFOLDED.slice(0, -1), 'Elsewhere +'];
    expect(told(element)).to.eql(chosen);
    element.addEvents([{ id: 'l16', date: '1970-09-12', title: 'Luna 16', lane: 'luna' }]);
    await settled(element);
    expect(told(element)).to.eql(chosen);
    element.timeZone = 'Asia/Tokyo';
    await settled(element);
    expect(told(element)).to.eql(chosen);
    const events = NESTED.events.map((record, i) => ({ ...record, id: `other ${i}` }));
    element.data = { ...NESTED, events };
    await settled(element);
    expect(told(element)).to.eql(FOLDED);
  });
});

describe('keys on the titles of lanes', () => {
  it('Shift+← goes there, Enter and Space toggle, → expands and then goes in, ← collapses and then goes up', async () => {
    const element = await open();
    markOf(element, 'a11')!.node.focus();
    await settled(element);
    await press(element, 'Shift+ArrowLeft');
    expect(focused()).to.equal(titleOf(element, 'Apollo'));
    await press(element, 'Enter');
    expect([isExpanded(element, 'Apollo'), focused()]).to.eql(['false', titleOf(element, 'Apollo')]);
    await press(element, ' ');
    expect(isExpanded(element, 'Apollo')).to.equal('true');
    await press(element, 'ArrowLeft');
    expect(isExpanded(element, 'Apollo')).to.equal('false');
    await press(element, 'ArrowLeft');
    expect(focused()).to.equal(titleOf(element, 'United States'));
    await press(element, 'ArrowRight');
    expect(focused()).to.equal(titleOf(element, 'Apollo'));
    await press(element, 'ArrowRight');
    expect(isExpanded(element, 'Apollo')).to.equal('true');
    await press(element, 'ArrowRight');
    expect(focused()!.dataset.lane).to.equal('apollo');
  });

  it('↓ and ↑ go from title to title, Home and End to the outermost', async () => {
    const element = await open();
    titleOf(element, 'Apollo').focus();
    await settled(element);
    for (const [key, title] of [
      ['ArrowDown', 'Soviet Union'],
      ['ArrowDown', 'Elsewhere'],
      ['ArrowDown', 'Elsewhere'],
      ['ArrowUp', 'Soviet Union'],
      ['Home', 'United States'],
      ['End', 'Elsewhere'],
    ] as const) {
      await press(element, key);
      expect(textOf(focused()), key).to.equal(title);
    }
  });

  it('from the events, ↓ and ↑ go to the title of a collapsed lane, and past lanes without events', async () => {
    const element = await open();
    markOf(element, 'a8')!.node.focus();
    await settled(element);
    await press(element, 'ArrowDown');
    expect(textOf(focused())).to.equal('Soviet Union');
    await press(element, 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(focused()!.dataset.lane).to.equal('luna');
    await press(element, 'ArrowUp');
    expect(focused()!.dataset.lane).to.equal('apollo');
    await press(element, 'ArrowUp');
    expect(focused()!.dataset.lane).to.equal('apollo');
  });

  it('→ in time reaches the events of a collapsed lane, each a mark of its own while it has the focus', async () => {
    const element = await open();
    markOf(element, 'a8')!.node.focus();
    await settled(element);
    await press(element, 'ArrowLeft');
    expect([focused()!.dataset.id, focused()!.dataset.lane]).to.eql(['z5', 'su']);
    expect(shownIn(element, 'su')).to.equal(3);
    await press(element, 'Shift+ArrowLeft');
    expect(textOf(focused())).to.equal('Soviet Union');
    expect(marksOf(element).some(({ lane }) => lane === 'su')).to.equal(false);
  });

  it('plus, minus and 0 zoom from there, Page Down goes on by a view; nothing of Alt, Ctrl or Meta', async () => {
    const element = await open();
    titleOf(element, 'Apollo').focus();
    await settled(element);
    const { view } = element;
    await press(element, '+');
    expect(element.view.end - element.view.start).to.be.closeTo((view.end - view.start) / 2, 1e6);
    await press(element, '0');
    expect(element.view.start).to.be.closeTo(view.start, 1e6);
    element.view = { start: at(1968, 1, 1), end: at(1969, 1, 1) };
    await settled(element);
    await press(element, 'PageDown');
    expect(element.view.start).to.be.above(at(1968, 6, 1));
    expect(textOf(focused())).to.equal('Apollo');
    await press(element, 'Alt+ArrowLeft');
    expect(told(element)).to.eql(FOLDED);
  });

  it('change places from right to left', async () => {
    const element = await open(NESTED, 780, { dir: 'rtl' });
    const { right } = titleOf(element, 'United States').getBoundingClientRect();
    expect(titleOf(element, 'Apollo').getBoundingClientRect().right).to.be.closeTo(right - 12, 1);
    markOf(element, 'a11')!.node.focus();
    await settled(element);
    await press(element, 'Shift+ArrowRight');
    expect(textOf(focused())).to.equal('Apollo');
    await press(element, 'ArrowRight');
    expect(isExpanded(element, 'Apollo')).to.equal('false');
    await press(element, 'ArrowLeft');
    expect(isExpanded(element, 'Apollo')).to.equal('true');
  });
});

describe('silhouettes', () => {
  it('are one path for a lane, which moves with the layer and is not drawn anew while nothing is counted', async () => {
    const lanes = [
      { id: 'a', title: 'A', collapsed: true },
      { id: 'b', title: 'B' },
    ];
    const events = Array.from({ length: 3000 }, (_, i) => ({
      id: `e${i}`,
      date: new Date(Date.UTC(2000, 0, 1 + ((i * i) % 7000))).toISOString().slice(0, 10),
      title: `Event ${i}`,
      lane: i % 2 ? 'a' : 'b',
    }));
    const element = await open({ lanes, events });
    const paths = () => [...element.shadowRoot!.querySelectorAll<SVGPathElement>('.layer .silhouette')];
    expect(paths()).to.have.length(2);
    const drawn = paths().map(path => path.getAttribute('d'));
    expect(drawn[0])
      .to.match(/^M0 \S+(V|H).*Z$/)
      .and.not.to.match(/NaN|Infinity/);
    const [path] = paths();
    const box = path!.getBoundingClientRect();
    const lane = parts(element, 'lane')[0]!.getBoundingClientRect();
    expect(box.top).to.be.at.least(lane.top);
    expect(box.bottom).to.be.closeTo(lane.bottom, 1);
    element.selected = 'e5';
    await settled(element);
    await frames();
    expect(paths().map(one => one.getAttribute('d'))).to.eql(drawn);
  });
});

describe('titles of lanes that go', () => {
  it('are nothing to collapse without an event, and the keys go on', async () => {
    const lanes = ['A', 'B', 'C'].map(id => ({ id, title: id }));
    const events = lanes.map(({ id }) => ({ id: `of ${id}`, date: '2000', title: id, lane: id }));
    const element = await open({ lanes, events });
    element.removeEvents(['of B']);
    await element.ready;
    await settled(element);
    expect(
      titles(element)
        .filter(label => label.localName === 'button')
        .map(textOf),
    ).to.eql(['A', 'C']);
    titleOf(element, 'A').focus();
    await press(element, 'ArrowDown');
    expect(textOf(focused())).to.equal('C');
  });

  it('hand the focus on where the list comes in the place of the picture', async () => {
    const element = await open();
    titleOf(element, 'Apollo').focus();
    element.layout = 'list';
    await settled(element);
    expect(element.shadowRoot!.activeElement?.closest('.list')).to.be.instanceOf(Element);
  });
});

describe('titles of lanes that scroll', () => {
  it('stay in sight while any of their lane is, and over what scrolls away', async () => {
    const element = await open({
      ...NESTED,
      lanes: NESTED.lanes!.map(lane => ({ ...lane, collapsed: false })),
    });
    element.style.setProperty('--timeline-height', '130px');
    await settled(element);
    await settled(element);
    const scroller = find(element, '.scroller')!;
    expect(scroller.scrollHeight).to.be.greaterThan(2 * scroller.clientHeight);
    const { top } = scroller.getBoundingClientRect();
    // Of the others, which are rows of titles alone, the title leaves with its lane.
    const tall = parts(element, 'lane').filter(({ offsetHeight }) => offsetHeight > 40);
    for (const [i, lane] of tall.entries()) {
      const [label] = lane.querySelectorAll<HTMLElement>('.lane-label');
      const before = lane.offsetTop;
      scroller.scrollTop = before + 12;
      await frames(2);
      // The last ones can't come up so far.
      if (scroller.scrollTop < before + 12) break;
      const box = label!.getBoundingClientRect();
      expect(Math.abs(box.top - top), `title ${i}`).to.be.at.most(1);
      const hit = (element.renderRoot as ShadowRoot).elementFromPoint(
        box.left + box.width / 2,
        box.top + box.height / 2,
      );
      if (label!.matches('button')) expect(hit?.closest('.lane-label')).to.equal(label);
      scroller.scrollTop = before + lane.offsetHeight - 5;
      await frames(2);
      expect(label!.getBoundingClientRect().bottom).to.be.at.most(top + 6);
      if (i === 1) return;
    }
    throw new Error('no lane was scrolled');
  });

  it('cover no mark that gets the focus', async () => {
    const element = await open();
    element.style.setProperty('--timeline-height', '130px');
    await settled(element);
    const scroller = find(element, '.scroller')!;
    element.focus();
    scroller.scrollTop = scroller.scrollHeight;
    await frames(2);
    const mark = markOf(element, 'a8')!;
    scroller.scrollTop = mark.top - 4;
    await keys('Home');
    await atRest(element);
    await keys('ArrowRight', 'ArrowRight');
    await atRest(element);
    const box = focused()!.getBoundingClientRect();
    for (const title of titles(element)) {
      const other = title.getBoundingClientRect();
      const meets =
        box.left < other.right &&
        other.left < box.right &&
        box.top < other.bottom - 1 &&
        other.top < box.bottom - 1;
      expect(meets, textOf(title)).to.equal(false);
    }
  });
});
