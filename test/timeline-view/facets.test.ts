import { expect } from '@open-wc/testing';
import { arrangedRecords, valuesOf } from '../index/arranged-records.js';
import { keys } from '../lib/browser-commands.js';
import type { TimelineView } from '../../src/timeline-view.js';
import {
  clustersOf,
  find,
  focused,
  listen,
  markOf,
  marksOf,
  mount,
  overlaps,
  parts,
  settled,
  STORY_URL,
  textOf,
  until,
} from './mounted.js';

const RECORDS = arrangedRecords(60, 12);

const all = <T extends HTMLElement>(element: TimelineView, selector: string): T[] => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];
const told = (element: TimelineView): Record<string, number> =>
  Object.fromEntries(
    all(element, '.told').map(
      ({ dataset, textContent }) => [dataset.status!, parseInt(textContent)] as const,
    ),
  );
const legendButton = (element: TimelineView, sign: string): HTMLButtonElement =>
  find<HTMLButtonElement>(element, `.legend [data-sign="${sign}"] button`)!;
const box = (element: TimelineView, field: string, text: string): HTMLInputElement =>
  all<HTMLLabelElement>(element, `[data-field="${field}"] label`)
    .find(label => textOf(label).startsWith(text))!
    .querySelector('input')!;
async function openPanel(element: TimelineView): Promise<void> {
  find(element, '.filter')!.click();
  await settled(element);
}

describe('a field with a name that objects know', () => {
  it('makes lanes, colours and facets', async () => {
    const records = ['Lotus', 'Brabham', 'Lotus', 'Brabham'].map((constructor, i) => ({
      id: `r${i}`,
      date: `196${i}-05-07`,
      title: `Race ${i}`,
      constructor,
    }));
    const element = await mount(
      { events: records, laneBy: 'constructor', colorBy: 'constructor' },
      { attributes: { controls: 'search legend views' } },
    );
    expect(parts(element, 'lane-label').map(textOf)).to.have.members(['Lotus', 'Brabham']);
    await openPanel(element);
    box(element, 'constructor', 'Lotus').click();
    await settled(element);
    expect(element.visibleEvents().map(({ id }) => id)).to.eql(['r0', 'r2']);
    expect(element.filter).to.eql({ constructor: ['Lotus'] });
  });
});

describe('the summary', () => {
  it('counts what the data have, and its counts choose by a press and release by another', async () => {
    for (const settings of [{ src: STORY_URL }, { data: { events: RECORDS } }] as const) {
      const element = await mount(settings);
      const { events } = element.toJSON();
      const counts: Record<string, number> = {};
      for (const { status, kind } of events)
        if (kind !== 'era') counts[status ?? ''] = (counts[status ?? ''] ?? 0) + 1;
      expect(told(element)).to.deep.equal(counts);
      const summary = textOf(find(element, '#summary'));
      const sent = listen(element);
      const button = find(element, '.told[data-status="reported"]')!;
      button.click();
      await settled(element);
      expect(element.filter).to.deep.equal({ status: ['reported'] });
      expect(button.getAttribute('aria-pressed')).to.equal('true');
      expect(textOf(find(element, '#summary'))).to.equal(summary);
      expect(element.visibleEvents().every(({ status }) => status === 'reported')).to.equal(true);
      button.click();
      await settled(element);
      expect(element.filter).to.deep.equal({});
      expect(button.getAttribute('aria-pressed')).to.equal('false');
      expect(sent.map(({ type }) => type)).to.deep.equal(['filter-change', 'filter-change']);
    }
  });

  it('counts what has no status that is known, where others have one, so that its numbers come to all', async () => {
    const events = ['confirmed', 'rumoured', undefined, 'alleged'].map((status, i) => ({
      id: `${i}`,
      date: `202${i}`,
      title: `T ${i}`,
      ...(status && { status }),
    }));
    const element = await mount({ data: { events } as never });
    expect(textOf(find(element, '#summary'))).to.match(
      /: 1 confirmed ?, 1 alleged ?, 2 without a known status$/,
    );
    find(element, '.told[data-status=""]')!.click();
    await settled(element);
    expect(element.filter).to.deep.equal({ status: [''] });
    expect(element.visibleEvents().map(({ id }) => id)).to.deep.equal(['1', '2']);
  });

  it('is plain text where nothing may be chosen', async () => {
    const element = await mount({ src: STORY_URL, controls: 'none' });
    expect(all(element, '.told')).to.have.length(0);
    expect(textOf(find(element, '#summary'))).to.contain('8 confirmed, 3 reported, 1 refuted');
  });
});

describe('the legend', () => {
  it('chooses by status and by what colours mean, with counts that follow all other choices', async () => {
    const element = await mount({ src: STORY_URL });
    const confirmed = legendButton(element, 'status-confirmed');
    expect(textOf(confirmed)).to.equal('confirmed 8');
    legendButton(element, 'color-lane-mexico').click();
    await settled(element);
    expect(element.filter).to.deep.equal({ lane: ['mexico'] });
    expect(textOf(confirmed)).to.equal('confirmed 1');
    expect(textOf(legendButton(element, 'color-lane-us'))).to.contain('9');
    confirmed.click();
    await settled(element);
    expect(element.filter).to.deep.equal({ lane: ['mexico'], status: ['confirmed'] });
    expect(marksOf(element)).to.have.length(1);
    expect(confirmed.getAttribute('aria-pressed')).to.equal('true');
  });

  it('chooses what nothing is claimed of, where something is of others', async () => {
    const events = [
      { id: 'a', date: '2025-01', title: 'a', status: 'confirmed' as const },
      { id: 'b', date: '2025-02', title: 'b' },
      { id: 'c', date: '2025-03', title: 'c' },
    ];
    const element = await mount({ events });
    expect(textOf(legendButton(element, 'status-'))).to.equal('nothing claimed 2');
    expect(element.toSVG()).to.contain('>nothing claimed<');
    legendButton(element, 'status-').click();
    await settled(element);
    expect(element.filter).to.deep.equal({ status: [''] });
    expect(marksOf(element).map(mark => mark.id)).to.have.members(['b', 'c']);
  });

  it('leaves signs of dates plain', async () => {
    const element = await mount({ src: STORY_URL });
    const plain = all(element, '.legend li').filter(item => !item.querySelector('button'));
    for (const { dataset } of plain) expect(dataset.sign).to.not.match(/^(status|color)-/);
  });
});

describe('the facets', () => {
  it('open by the keyboard, choose, are said, and close to where they were opened', async () => {
    const element = await mount({ data: { events: RECORDS }, controls: 'search' });
    const toggle = find(element, '.filter')!;
    toggle.focus();
    await keys('Enter');
    await settled(element);
    expect(toggle.getAttribute('aria-expanded')).to.equal('true');
    await keys('Tab', ' ');
    await settled(element);
    const [status] = Object.keys(element.filter!);
    expect(status).to.equal('status');
    const events = RECORDS.filter(({ kind }) => kind !== 'era');
    const count = events.filter(record => valuesOf(record, 'status').includes('confirmed')).length;
    await until(() => textOf(find(element, '#status')) === `${count} of ${events.length} events match`);
    await keys('Escape');
    await settled(element);
    expect(find(element, '.facets')).to.equal(null);
    expect(focused()?.className).to.contain('filter');
    expect(element.filter).to.deep.equal({ status: ['confirmed'] });
  });

  it('show what is chosen while they are closed, each to be taken back by itself, or all at once', async () => {
    const element = await mount({
      data: { events: RECORDS },
      filter: { status: ['confirmed', ''], people: ['Person 0'], nowhere: ['x'] },
    });
    const chips = () => all(element, '.chip').map(textOf);
    expect(chips()).to.deep.equal([
      'Status: confirmed',
      'Status: nothing claimed',
      'People: Person 0',
      'nowhere: x',
    ]);
    const [first] = all(element, '.chip');
    first!.focus();
    await keys('Enter');
    await settled(element);
    expect(chips()).to.deep.equal(['Status: nothing claimed', 'People: Person 0', 'nowhere: x']);
    expect(textOf(focused())).to.equal('Status: nothing claimed');
    find(element, '.chips li:last-child button')!.click();
    await settled(element);
    expect(element.filter).to.deep.equal({});
    expect(chips()).to.deep.equal([]);
    expect(focused()?.className).to.contain('filter');
  });

  it('show twelve values, and the others to be looked through', async () => {
    const element = await mount({ data: { events: RECORDS }, controls: 'search' });
    await openPanel(element);
    const labels = () => all(element, '[data-field="tags"] label').map(textOf);
    const tags = new Set(RECORDS.flatMap(record => valuesOf(record, 'tags')));
    expect(labels()).to.have.length(13);
    all(element, '[data-field="tags"] .text-button')[0]!.click();
    await settled(element);
    expect(labels()).to.have.length(tags.size);
    const field = find<HTMLInputElement>(element, '[data-field="tags"] [type="search"]')!;
    expect(focused()).to.equal(field);
    field.value = 'tag 1';
    field.dispatchEvent(new InputEvent('input'));
    await settled(element);
    expect(labels().every(label => label.startsWith('tag 1'))).to.equal(true);
    box(element, 'tags', 'tag 1').click();
    await settled(element);
    const [clear] = all(element, '[data-field="tags"] [aria-label="Clear Tags"]');
    clear!.click();
    await settled(element);
    expect(element.filter).to.deep.equal({});
  });

  it('have their counts under each other, beside the first line of each value', async () => {
    const places = ['Rome', 'The observatory on the hill over the harbour', 'A ship'];
    const events = places.flatMap((place, i) =>
      Array.from({ length: 10 * i + 1 }, (_, k) => ({
        title: `${place} ${k}`,
        date: String(1900 + k),
        place,
      })),
    );
    const element = await mount({ data: { events }, controls: 'search' }, { width: 320 });
    await openPanel(element);
    const labels = all(element, '[data-field="place"] label');
    const rights = labels.map(label => label.querySelector('.count')!.getBoundingClientRect().right);
    expect(Math.max(...rights) - Math.min(...rights)).to.be.below(1);
    const lines = labels.map(label => {
      const range = document.createRange();
      range.selectNodeContents(label.querySelector('bdi')!);
      return [...range.getClientRects()];
    });
    expect(Math.max(...lines.map(({ length }) => length))).to.be.greaterThan(1);
    labels.forEach((label, i) => {
      for (const part of ['.count', 'input']) {
        const { top, bottom } = label.querySelector(part)!.getBoundingClientRect();
        expect((top + bottom) / 2, part).to.be.within(lines[i]![0]!.top, lines[i]![0]!.bottom);
      }
    });
  });

  it('are those that the author names, and a name that is none is an issue', async () => {
    const element = await mount({
      data: { events: RECORDS },
      controls: 'search',
      facets: 'severity nonsense',
    });
    await openPanel(element);
    expect(all(element, 'fieldset').map(({ dataset }) => dataset.field)).to.deep.equal(['severity']);
    expect(element.issues.map(({ path }) => path)).to.include('facets');
    element.facets = 'none';
    await settled(element);
    expect(find(element, '.filter')).to.equal(null);
  });
});

describe('lane-by and color-by', () => {
  const shown = (element: TimelineView) => {
    const counts: Record<string, number> = {};
    for (const item of [...marksOf(element), ...clustersOf(element)])
      if (overlaps(item, element.view)) counts[item.lane] = (counts[item.lane] ?? 0) + item.count;
    return counts;
  };

  it('put events in the lanes of their values; view, selection and focus stay, and so does the document', async () => {
    const element = await mount({ src: STORY_URL });
    const before = JSON.stringify(element.toJSON());
    const { view } = element;
    const { node, id } = marksOf(element)[3]!;
    element.select(id);
    await settled(element);
    node.focus();
    element.setAttribute('lane-by', 'status');
    await settled(element);
    expect(element.laneBy).to.equal('status');
    expect(parts(element, 'lane-label').map(textOf)).to.deep.equal([
      'confirmed',
      'reported',
      'refuted',
      'nothing claimed',
    ]);
    const expected: Record<string, number> = {};
    for (const { status = '' } of element.visibleEvents()) expected[status] = (expected[status] ?? 0) + 1;
    expect(shown(element)).to.deep.equal(expected);
    expect(element.view).to.deep.equal(view);
    expect(element.selected).to.equal(id);
    expect(focused()?.dataset.id).to.equal(id);
    element.laneBy = 'people';
    await settled(element);
    const isOn = ({ people }: { people: readonly string[] }) => people.includes('Donald Trump');
    expect(shown(element)['Donald Trump']).to.equal(element.visibleEvents().filter(isOn).length);
    expect(focused()?.dataset.id).to.equal(id);
    element.laneBy = 'none';
    await settled(element);
    expect(shown(element)).to.deep.equal({ '': element.visibleEvents().length });
    element.laneBy = null;
    await settled(element);
    expect(Object.keys(shown(element)).sort()).to.deep.equal(['mexico', 'press', 'us']);
    expect(JSON.stringify(element.toJSON())).to.equal(before);
  });

  it('are the reader’s to choose where the author asks for views', async () => {
    const element = await mount({ src: STORY_URL, controls: 'views legend' });
    const button = find(element, '[data-action="arrange"]')!;
    button.focus();
    await keys('Enter');
    await settled(element);
    expect(button.getAttribute('aria-expanded')).to.equal('true');
    const [lanes, colors] = all<HTMLSelectElement>(element, '.arrange select');
    expect([lanes!.value, colors!.value]).to.deep.equal(['lane', 'lane']);
    lanes!.value = 'status';
    lanes!.dispatchEvent(new Event('change'));
    await settled(element);
    expect(element.laneBy).to.equal('status');
    await until(() => textOf(find(element, '#status')) === 'Lanes: Status');
    colors!.focus();
    await keys('Escape');
    await settled(element);
    expect(find(element, '.arrange')).to.equal(null);
    expect(focused()).to.equal(button);
    element.controls = null;
    await settled(element);
    expect(find(element, '[data-action="arrange"]')).to.not.equal(null);
    element.laneBy = null;
    await settled(element);
    expect(find(element, '[data-action="arrange"]')).to.equal(null);
  });

  it('say in names what lanes and colours tell', async () => {
    const element = await mount({ data: { events: RECORDS }, laneBy: 'place', colorBy: 'severity' });
    const recordOf = (id: string) => RECORDS.find(record => record.id === id)!;
    const severityOf = (id: string): string => valuesOf(recordOf(id), 'severity')[0]!;
    for (const { node, lane, id } of marksOf(element)) {
      const name = node.getAttribute('aria-label')!;
      expect(name).to.contain(lane === '' ? 'None' : lane);
      expect(name.split(', ')).to.include(severityOf(id));
    }
    expect(legendButton(element, 'color-severity-1')).to.not.equal(null);
    const colors = new Map<string, string>();
    for (const { node, id } of marksOf(element)) {
      const key = severityOf(id);
      const color = node.style.getPropertyValue('--lane');
      expect(colors.get(key) ?? color).to.equal(color);
      colors.set(key, color);
    }
    expect(colors.size).to.be.above(5);
  });

  it('a field that no event has is an issue, and nothing changes', async () => {
    const element = await mount({ src: STORY_URL, laneBy: 'nonsense', colorBy: 'nonsense' });
    expect(element.issues.map(({ path, code }) => `${path} ${code}`)).to.include.members([
      'lane-by invalid-value',
      'color-by invalid-value',
    ]);
    expect(Object.keys(shown(element)).sort()).to.deep.equal(['mexico', 'press', 'us']);
    expect(markOf(element, marksOf(element)[0]!.id)).to.not.equal(undefined);
  });
});
