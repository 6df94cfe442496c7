import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { engineName, firstNoted } from '../lib/browser-commands.js';
import {
  canvasBox,
  markOf,
  marksOf,
  misplaced,
  mount,
  parts,
  serialized,
  settled,
} from '../timeline-view/mounted.js';
import { moment, span } from './moment.js';
import { describeReader } from './reader.js';

/** Dates that a zone could move, in a document of New York. */
const DATA = {
  title: 'Dates that could move',
  timeZone: 'America/New_York',
  asOf: '2025-11-19',
  events: [
    { id: 'universe', date: 'Y-13800000000/Y10000000000', title: 'The universe', kind: 'era' },
    { id: 'ides', date: '-0043-03-15', title: 'The Ides' },
    { id: 'mean-time', date: '1850-01-01', title: 'No zones yet' },
    { id: 'skipped-day', date: '2011-12-30', title: 'Not in Apia' },
    { id: 'gap', date: '2024-03-10T02:30', title: 'Not in New York' },
    { id: 'second', date: '2024-11-03T06:30Z', title: 'Half past one again' },
    { id: 'first', date: '2024-11-03T05:30Z', title: 'Half past one' },
    { id: 'year', date: '2025', title: 'A year' },
    { id: 'month', date: '2025-08', title: 'A month' },
    { id: 'campaign', date: '2025-09-02/..', title: 'A campaign' },
    { id: 'day', date: '2025-10-02', title: 'A day' },
  ],
};

/** Each of them alone in view: what its mark covers, and its name. */
const SHOWN: readonly [id: string, view: string, covers: string, name: string][] = [
  ['ides', '-43-03-10 -43-03-20', '-43-03-15 -43-03-16', 'The Ides, 15 March 44 BCE'],
  ['mean-time', '1849-12-28 1850-01-05', '1850-01-01 1850-01-02', 'No zones yet, Tuesday, 1 January 1850'],
  ['skipped-day', '2011-12-28 2012-01-02', '2011-12-30 2011-12-31', 'Not in Apia, Friday, 30 December 2011'],
  ['gap', '2024-03-10 2024-03-11', '2024-03-10T02:30', 'Not in New York, Sunday, 10 March 2024, 02:30'],
  ['year', '2024-12-01 2026-03-01', '2025-01-01 2026-01-01', 'A year, some time in 2025'],
  ['month', '2025-07-20 2025-09-10', '2025-08-01 2025-09-01', 'A month, some time in August 2025'],
  ['campaign', '2025-07-20 2025-10-30', '2025-09-02 ..', 'A campaign, from 2 September 2025, ongoing'],
  ['day', '2025-09-28 2025-10-06', '2025-10-02 2025-10-03', 'A day, Thursday, 2 October 2025'],
];

describeReader();

describe('a timeline', () => {
  const drawn = (): Promise<TimelineView> =>
    mount({ data: DATA as never }, { attributes: { lang: 'en-GB' } });

  async function show(element: TimelineView, view: string): Promise<void> {
    element.view = span(view);
    await settled(element);
  }

  it('draws each date where it is written, and says no more of it', async () => {
    const element = await drawn();
    for (const [id, view, covers, name] of SHOWN) {
      await show(element, view);
      const mark = markOf(element, id);
      expect(mark, id).to.include(span(covers));
      expect(mark!.node.getAttribute('aria-label'), id).to.equal(name);
      expect(misplaced(element, span(view)), id).to.eql([]);
    }
  });

  it('keeps the order of two instants at the same wall time, and their offsets', async () => {
    const element = await drawn();
    await show(element, '2024-11-03 2024-11-04');
    const [first, second] = [element.getEvent('first')!.span!, element.getEvent('second')!.span!];
    expect([first.start, second.start]).to.eql(Array(2).fill(moment('2024-11-03T01:30')));
    const ids = element.visibleEvents().map(({ id }) => id);
    expect(ids.filter(id => id === 'first' || id === 'second')).to.eql(['first', 'second']);
  });

  it('shows instants on the clock of its reader only where the page says so', async () => {
    const element = await drawn();
    element.timeZone = 'local';
    await settled(element);
    const instant = moment('2024-11-03T05:30');
    const offset = new Date(instant).getTimezoneOffset() * 60_000;
    expect(element.getEvent('first')!.span!.start).to.equal(instant - offset);
    expect(element.getEvent('gap')!.span!.start).to.equal(moment('2024-03-10T02:30'));
    expect(element.getEvent('skipped-day')!.span).to.include(span('2011-12-30 2011-12-31'));
  });

  it('covers the view with what lasts, from the whole universe to a day', async () => {
    const element = await drawn();
    const noon = moment('2025-11-18T12:00');
    const { width } = canvasBox(element);
    for (let length = 5e20; length > 4e7; length /= 1000) {
      element.view = { start: noon - length / 2, end: noon + length / 2 };
      await settled(element);
      expect(serialized(element.shadowRoot!), `${length} ms`).to.not.match(/NaN|undefined/);
      expect(misplaced(element, element.view), `${length} ms`).to.eql([]);
      const lefts = marksOf(element)
        .filter(({ end }) => end < noon)
        .map(({ left, right }) => left + right);
      expect(lefts, `${length} ms`).to.eql([...lefts].sort((a, b) => a - b));
      const era = markOf(element, 'universe')!;
      expect([era.left <= 0, era.right >= width], `${length} ms`).to.eql([true, true]);
    }
  });

  it('is the same DOM for readers in all zones, and says the same in all engines', async () => {
    const element = await drawn();
    const pictures: string[] = [];
    const said: string[] = [];
    for (const [, view] of SHOWN) {
      await show(element, view);
      pictures.push(serialized(element.shadowRoot!));
      said.push(
        ...marksOf(element).map(({ id, start, end, node }) => `${id} ${start} ${end} ${node.ariaLabel}`),
      );
    }
    for (const scale of ['even', 'compressed'] as const) {
      element.scale = scale;
      await element.fit();
      await settled(element);
      pictures.push(serialized(element.shadowRoot!));
      said.push(...marksOf(element).map(({ id, start, end }) => `${scale}: ${id} ${start} ${end}`));
    }
    element.scale = 'time';
    element.layout = 'vertical';
    await element.fit();
    await settled(element);
    pictures.push(serialized(element.shadowRoot!));
    said.push(...parts(element, 'mark').map(({ ariaLabel }) => ariaLabel!));
    element.layout = 'list';
    await settled(element);
    pictures.push(serialized(element.shadowRoot!));
    said.push(...parts(element, 'list-item').map(item => item.textContent.replace(/\s+/g, ' ')));
    expect(said.length).to.be.above(2 * DATA.events.length);
    for (const [name, lines] of [
      [`the picture in ${engineName()}`, pictures.join('').split('\n')],
      ['what is said', said],
    ] as const) {
      const noted = await firstNoted(name, lines.join('\n'));
      const first = noted.text.split('\n');
      expect(
        lines.filter((line, i) => line !== first[i]),
        `${name}, unlike ${noted.by}`,
      ).to.eql([]);
      expect(lines.length).to.equal(first.length);
    }
  });
});
