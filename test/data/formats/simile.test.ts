import { expect } from '@open-wc/testing';
import { isSimile, mapSimile } from '../../../src/data/formats/simile.js';
import { normalizeDocument } from '../../../src/data/normalize-document.js';
import { finish } from '../../../src/data/work.js';
import { readText } from '../../lib/browser-commands.js';

const read = (...events: unknown[]) => finish(mapSimile({ dateTimeFormat: 'iso8601', events }));
const eventOf = (event: unknown) => (read(event).document.events as Record<string, unknown>[])[0]!;

describe('mapSimile(value)', () => {
  it('tells its timelines from others', () => {
    for (const value of [
      { dateTimeFormat: 'iso8601', events: [] },
      { events: [{ start: '1900', durationEvent: false }] },
      { events: [{ start: '1900', latestStart: '1901' }] },
    ])
      expect(isSimile(value)).to.equal(true);
    for (const value of [
      null,
      [],
      { events: [{ start: '1900', title: 'A' }] },
      { dateTimeFormat: 'iso8601' },
    ])
      expect(isSimile(value)).to.equal(false);
  });

  it('reads dates as scripts write them, years of few digits, and midnight as a day', () => {
    const dates: readonly [string, string][] = [
      ['Fri Nov 22 1963 12:30:00 GMT-0600', '1963-11-22T12:30:00-06:00'],
      ['Sat May 20 1961 00:00:00 GMT-0600', '1961-05-20'],
      ['Nov 14 1840 00:00:00 GMT', '1840-11-14'],
      ['1845', '1845'],
      ['30', '0030'],
      ['200 BC', '200 BC'],
      ['1906-03-21', '1906-03-21'],
      ['?70', '?70'],
    ];
    for (const [start, date] of dates) expect(eventOf({ start }).date, start).to.equal(date);
  });

  it('reads stretches, those with doubtful bounds, and moments somewhere between two dates', () => {
    expect(eventOf({ start: '1845', end: '1846' })).to.eql({ start: '1845', end: '1846' });
    expect(eventOf({ start: '1861', latestStart: '1862', earliestEnd: '1865', end: '1865' })).to.include({
      start: '1861~',
      end: '1865',
    });
    expect(eventOf({ start: '1845', end: '1846', durationEvent: false })).to.include({
      date: '[1845..1846]',
    });
    expect(eventOf({ start: '1845', end: '1846', isDuration: 'true' })).to.include({ start: '1845' });
  });

  it('reads texts, link and picture; the rest is kept', () => {
    expect(
      eventOf({
        start: '1900',
        title: 'A &amp; B',
        description: 'One\n      line.',
        link: 'https://a.example/',
        image: 'a.png',
        icon: 'red.png',
        color: 'red',
      }),
    ).to.eql({
      date: '1900',
      title: 'A & B',
      summary: 'One line.',
      url: 'https://a.example/',
      media: [{ type: 'image', src: 'a.png' }],
      icon: 'red.png',
      color: 'red',
    });
    expect(read({ start: 'x' }).placeOf!(0, 'date')).to.equal('events[0].start');
  });

  const files: Record<string, [count: number, first: string]> = {
    'simile-compact-2': [31, '1948'],
    'simile-jfk': [130, '1961-05-20'],
    'simile-local-data': [11, '1924'],
    'simile-monet': [27, '1840-11-14'],
  };
  it('reads the examples of SIMILE', async function () {
    for (const [name, [count, first]] of Object.entries(files)) {
      const text = await readText(`../shared/fixtures/other-timelines/${name}.json`);
      if (text === null) return this.skip();
      const value: unknown = JSON.parse(text);
      expect(isSimile(value), name).to.equal(true);
      const { document, issues } = normalizeDocument(finish(mapSimile(value)).document, { textual: true });
      expect([document.events.length, issues], name).to.eql([count, []]);
      expect(document.events[0]!.span?.source, name).to.equal(first);
    }
  });
});
