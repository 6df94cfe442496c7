import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { assignTracks, NO_TRACK } from '../../src/layout/tracks.js';
import { columnOf, columns } from './columns.js';

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

  it('never hold two stretches at once, of few or of a crowd', () => {
    let drawn = 0;
    fc.assert(
      fc.property(columns, ([source, view]) => {
        const { events, tracks, trackCount } = columnOf(source, view);
        const along = events.filter(({ key }) => (tracks.get(key) ?? 0) > 0);
        drawn += along.length;
        for (const [i, a] of along.entries()) {
          expect(tracks.get(a.key)).to.be.at.most(trackCount);
          for (const b of along.slice(i + 1))
            if (tracks.get(a.key) === tracks.get(b.key))
              expect(b.start, `${a.key} ${b.key}`).to.be.at.least(a.end);
        }
      }),
      { numRuns: 60, seed: 20251119 },
    );
    expect(drawn).to.be.above(150);
  });
});
