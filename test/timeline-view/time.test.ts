import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { find, listen, markOf, marksOf, mount, parts, settled, textOf } from './mounted.js';

const HOUR = 3_600_000;

/** Clocks of New York are put back between the first two; the third has no offset. */
const NIGHT = {
  timeZone: 'America/New_York',
  events: [
    { id: 'a-late', date: '2024-11-03T06:30Z', title: 'Late' },
    { id: 'b-early', date: '2024-11-03T05:30Z', title: 'Early' },
    { id: 'floating', date: '2024-11-03T09:00', title: 'Floating' },
    { id: 'day', date: '2024-11-03', title: 'Day' },
  ],
};
const startOf = (element: TimelineView, id: string) => markOf(element, id)!.start;
const nameOf = (element: TimelineView, id: string) => markOf(element, id)!.node.ariaLabel!;
const hour = (h: number) => Date.UTC(2024, 10, 3) + h * HOUR;

describe('the axis', () => {
  it('says the year somewhere, wherever its first month lies', async () => {
    const events = ['2024-03-02', '2024-06-10', '2024-09-20'].map(date => ({ title: date, date }));
    for (let width = 500; width < 1300; width += 90) {
      const element = await mount({ events }, { width });
      const told = [...element.shadowRoot!.querySelectorAll('.axis text')]
        .filter(text => getComputedStyle(text).visibility === 'visible')
        .map(text => text.textContent)
        .join(' ');
      expect(told, `${width} px`).to.include('2024');
    }
  });
});

describe('time-zone', () => {
  it('moves instants, never dates without an offset, and nothing is loaded anew', async () => {
    const element = await mount({ data: NIGHT });
    expect(startOf(element, 'a-late')).to.equal(hour(1.5));
    const sent = listen(element);
    element.timeZone = 'Asia/Kolkata';
    await settled(element);
    expect(startOf(element, 'a-late')).to.equal(hour(12));
    expect(startOf(element, 'b-early')).to.equal(hour(11));
    expect(startOf(element, 'floating')).to.equal(hour(9));
    expect(startOf(element, 'day')).to.equal(hour(0));
    expect(nameOf(element, 'a-late')).to.match(/12:00/);
    element.timeZone = null;
    await settled(element);
    expect(startOf(element, 'a-late')).to.equal(hour(1.5));
    expect(sent.map(({ type }) => type)).to.eql([]);
  });

  it('keeps the order of two instants at the same time of a night, and says which is which', async () => {
    const element = await mount({ data: NIGHT });
    expect(startOf(element, 'b-early')).to.equal(startOf(element, 'a-late'));
    const order = element.visibleEvents().map(({ id }) => id);
    expect(order.indexOf('b-early')).to.be.below(order.indexOf('a-late'));
    expect(nameOf(element, 'b-early')).to.match(/EDT|GMT-4/);
    expect(nameOf(element, 'a-late')).to.match(/EST|GMT-5/);
    // In labels too, which say no zone where there is no doubt.
    const label = (id: string) => textOf(markOf(element, id)!.node) + dateOf(markOf(element, id)!.node);
    const shown = ['b-early', 'a-late'].map(label).filter(text => text.includes('01:30'));
    for (const text of shown) expect(text).to.match(/E[DS]T|GMT-[45]/);
  });

  it('reads an instant in a view as the same wall time', async () => {
    const element = await mount({ data: NIGHT });
    element.view = '2024-11-03T05:00Z/2024-11-03T08:00Z';
    expect(element.view).to.eql({ start: hour(1), end: hour(3) });
  });

  it('"local" is the zone of the reader', async () => {
    const element = await mount({ data: NIGHT }, { attributes: { 'time-zone': 'local' } });
    const local = new Date('2024-11-03T06:30Z');
    const wall = Date.UTC(2024, 10, local.getDate(), local.getHours(), local.getMinutes());
    expect(startOf(element, 'a-late')).to.equal(wall);
  });

  it('an unknown one is an issue, and the zone of the document stands', async () => {
    const element = await mount({ data: NIGHT }, { attributes: { 'time-zone': 'Mars/Base' } });
    expect(startOf(element, 'a-late')).to.equal(hour(1.5));
    expect(element.issues.map(({ path, message }) => [path, message])).to.eql([
      ['time-zone', 'time-zone: invalid value: "Mars/Base"; expected an IANA name or "local"'],
    ]);
    element.timeZone = 'UTC';
    await settled(element);
    expect(element.issues).to.eql([]);
    expect(startOf(element, 'a-late')).to.equal(hour(6.5));
  });
});

describe('calendar', () => {
  const SPRING = {
    lang: 'fa',
    events: [
      { id: 'new-year', date: '2024-03-20', title: 'Nowruz' },
      { id: 'summer', date: '2024-07-01', title: 'Tir' },
    ],
  };
  const axis = (element: TimelineView) => textOf(find(element, '.axis-ticks'));

  it('puts its own months on the axis and its days into words', async () => {
    const element = await mount({ data: SPRING, calendar: 'persian' });
    element.lang = 'en';
    await settled(element);
    expect(axis(element)).to.match(/Farvardin/);
    expect(axis(element)).to.not.match(/March|April/);
    expect(nameOf(element, 'new-year')).to.match(/1 Farvardin 1403|Farvardin 1, 1403/);
    element.calendar = null;
    await settled(element);
    expect(axis(element)).to.match(/March|April/);
    expect(nameOf(element, 'new-year')).to.match(/20 March 2024|March 20, 2024/);
  });

  it('is Gregorian in Persian too, unless it is asked for', async () => {
    const element = await mount({ data: SPRING });
    element.lang = 'fa-IR';
    await settled(element);
    expect(nameOf(element, 'new-year')).to.include('۲۰۲۴').and.to.not.include('۱۴۰۳');
  });

  it('leaves every mark where it is', async () => {
    const element = await mount({ data: SPRING });
    const before = marksOf(element).map(({ left, right }) => [left, right]);
    element.calendar = 'hebrew';
    await settled(element);
    expect(marksOf(element).map(({ left, right }) => [left, right])).to.eql(before);
  });

  it('an unknown one is an issue, and dates are Gregorian', async () => {
    const element = await mount({ data: SPRING }, { attributes: { calendar: 'mayan' } });
    expect(element.issues.map(({ path }) => path)).to.eql(['calendar']);
    expect(element.issues[0]!.message).to.include('"mayan"').and.to.include('persian');
    expect(nameOf(element, 'new-year')).to.match(/March/);
  });
});

describe('week-numbers', () => {
  it('tells weeks by their ISO number', async () => {
    const element = await mount(
      { events: [{ date: '2025-08-01/2025-10-31', title: 'Autumn' }] },
      { attributes: { 'week-numbers': '', view: '2025-08-25/2025-10-05' } },
    );
    const weeks = textOf(parts(element, 'axis')[0]).match(/W\d+/g);
    expect(weeks).to.include.members(['W36', 'W37', 'W38']);
    element.weekNumbers = false;
    await settled(element);
    expect(textOf(parts(element, 'axis')[0])).to.not.match(/W\d/);
  });
});

/** The date that a label writes before its title; it is generated content. */
function dateOf(node: HTMLElement): string {
  return [...node.querySelectorAll<HTMLElement>('[part~="label"] *')]
    .map(part => getComputedStyle(part, '::before').content + getComputedStyle(part, '::after').content)
    .join(' ');
}
