import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { assignTracks, MOST_TRACKS, NO_TRACK } from '../../src/layout/tracks.js';
import { DAY, type TimeSpan } from '../../src/time/epoch-ms.js';
import { columnOf, tableOf } from './columns.js';
import { seeded } from './sample.js';

/** The first day on which a stretch of the sample may begin. */
const FIRST = Date.UTC(1900, 0);

/** Stretches of a few days to some decades, begun within a century. */
function stretches(count: number, seed: number, lanes: number): object[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const start = FIRST + Math.floor(random() * 36_500) * DAY;
    const end = start + Math.floor(10 ** (1 + 3 * random())) * DAY;
    const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
    return {
      id: `e${i}`,
      title: 'stretch',
      date: `${day(start)}/${random() < 0.002 ? '..' : day(end)}`,
      lane: `l${Math.floor(random() * lanes)}`,
    };
  });
}

describe('tracks', () => {
  const span = (start: number, end: number, lasts = true) => ({ start, end, lasts });

  it('are others for what is under way at once, and none for what finds no room', () => {
    const { tracks, count } = assignTracks([
      span(0, 9),
      span(1, 9),
      span(2, 3, false),
      span(2, 20),
      span(3, 20),
      span(9, 12),
      span(11, 11, false),
    ]);
    expect(tracks).to.eql([1, 2, 0, 3, NO_TRACK, 1, 0]);
    expect(count).to.equal(3);
  });

  it('are the line where one is over before the next begins, and at the end', () => {
    expect(assignTracks([span(0, 5), span(5, 6), span(7, Infinity)])).to.eql({ tracks: [0, 0, 0], count: 0 });
  });

  /** Views of few and of very many stretches, short ones and long ones, and another view of the same length. */
  const views = fc
    .record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      count: fc.constantFrom(60, 400, 4000),
      lanes: fc.constantFrom(1, 3, 12),
      days: fc.integer({ min: 200, max: 15_000 }),
      starts: fc.tuple(fc.integer({ min: 0, max: 36_000 }), fc.integer({ min: -6000, max: 6000 })),
    })
    .map(({ seed, count, lanes, days, starts: [start, by] }) => {
      const view = (day: number): TimeSpan => ({ start: FIRST + day * DAY, end: FIRST + (day + days) * DAY });
      return { source: tableOf(stretches(count, seed, lanes)), view: view(start), other: view(start + by) };
    });

  it('never hold two stretches at once, of few or of a crowd', () => {
    const drawn = [0, 0, 0, 0];
    fc.assert(
      fc.property(views, ({ source, view }) => {
        const { events, tracks, trackCount } = columnOf(source, view);
        const along = events.filter(({ key }) => tracks.get(key)! > 0);
        for (const [i, a] of along.entries()) {
          const track = tracks.get(a.key)!;
          drawn[track]!++;
          expect(track).to.be.at.most(trackCount);
          for (const b of along.slice(i + 1))
            if (tracks.get(b.key) === track) expect(b.start, `${a.key} ${b.key}`).to.be.at.least(a.end);
        }
      }),
      { numRuns: 80, seed: 20251119 },
    );
    for (const count of drawn.slice(1)) expect(count).to.be.above(10);
  });

  it('stay the same, and as many, while a view is panned', () => {
    let compared = 0;
    fc.assert(
      fc.property(views, ({ source, view, other }) => {
        const [before, after] = [columnOf(source, view), columnOf(source, other)];
        expect(after.trackCount).to.equal(before.trackCount);
        const stands = new Set(after.events.map(({ key }) => key));
        for (const { key, lasts } of before.events)
          if (lasts && stands.has(key)) {
            compared++;
            expect(after.tracks.get(key), key).to.equal(before.tracks.get(key));
          }
      }),
      { numRuns: 80, seed: 20251119 },
    );
    expect(compared).to.be.above(400);
  });

  it('of a crowd, lead from block to block only what began first, where nothing else is under way there', () => {
    const points = Array.from({ length: 400 }, (_, i) => ({
      id: `p${i}`,
      title: 'point',
      date: `${1920 + (i % 80)}-0${1 + (i % 9)}-17`,
    }));
    const dates = ['1940/1957-06', '1957-03/1970', '1958/1974', '1971-03/1990'];
    const source = tableOf([...dates.map((date, i) => ({ id: `s${i}`, title: 'stretch', date })), ...points]);
    const tracksFrom = (year: number): (number | undefined)[] => {
      const column = columnOf(source, { start: Date.UTC(year, 0), end: Date.UTC(year + 10, 0) });
      const keys = new Map(column.events.map(({ event, key }) => [event.id, key]));
      return dates.map((_, i) => column.tracks.get(keys.get(`s${i}`) ?? ''));
    };
    expect(tracksFrom(1950)).to.eql([MOST_TRACKS, NO_TRACK, NO_TRACK, undefined]);
    expect(tracksFrom(1965)).to.eql([undefined, NO_TRACK, NO_TRACK, MOST_TRACKS]);
  });
});
