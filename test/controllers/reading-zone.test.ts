import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { paragraphZone, sectionZone, type Scrolled } from '../../src/controllers/reading-zone.js';
import { engineShare } from '../lib/engine-share.js';

const share = engineShare({ seed: 77, numRuns: 600 });
/** A window somewhere in the page, what can be scrolled in it, where the last section begins at the end, and two places on the way. */
const scrolled = fc
  .record({
    top: fc.integer({ min: 0, max: 300 }),
    height: fc.integer({ min: 100, max: 2000 }),
    range: fc.integer({ min: 1, max: 20_000 }),
    end: fc.double({ min: 0, max: 1, noNaN: true }),
    places: fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
  })
  .map(({ top, height, range, end, places: [a, b] }) => {
    const at = (share: number): Scrolled => ({
      top,
      bottom: top + height,
      before: range * share,
      after: range * (1 - share),
    });
    return {
      top,
      height,
      range,
      last: top + height * end,
      at,
      earlier: Math.min(a, b),
      later: Math.max(a, b),
    };
  });

describe('paragraphZone', () => {
  it('reads from the first line of a text to its last paragraph, never back, and leaves out nothing', () => {
    fc.assert(
      fc.property(scrolled, ({ top, height, range, last, at, earlier, later }) => {
        /** How far down the text it is read. */
        const read = (share: number) => paragraphZone(at(share), last).to - top + range * share;
        expect(read(0)).to.be.closeTo(0, 1e-6);
        expect(paragraphZone(at(1), last).to).to.be.at.least(last - 1e-6);
        const most = 2 + height / range;
        const by = read(later) - read(earlier);
        expect(by).to.be.within(-1e-6, most * range * (later - earlier) + 1e-6);
      }),
      share,
    );
  });

  it('is a line 40 % down the window wherever the ends are far, and where the text ends above it', () => {
    const far = paragraphZone({ top: 50, bottom: 550, before: 5000, after: 5000 }, 540);
    const end = paragraphZone({ top: 50, bottom: 550, before: 9000, after: 0 }, -700);
    expect([far, end]).to.eql([
      { from: 250, to: 250 },
      { from: 250, to: 250 },
    ]);
  });

  it('has nothing read where nothing scrolls', () => {
    const zone = paragraphZone({ top: 0, bottom: 500, before: 0, after: 0 }, 400);
    expect(zone).to.eql({ from: 0, to: 0 });
  });
});

describe('sectionZone', () => {
  it('lies between the top of the window and 40 % of it, and comes down to the last one at the end, never back', () => {
    fc.assert(
      fc.property(scrolled, ({ top, height, last, at, earlier, later }) => {
        const [before, after, end] = [earlier, later, 1].map(share => sectionZone(at(share), last));
        expect(before!.from).to.be.within(top, before!.to);
        expect(before!.to).to.be.within(top + 0.4 * height - 1e-6, top + height + 1e-6);
        expect(after!.from).to.be.at.least(before!.from - 1e-6);
        expect(after!.to).to.be.at.least(before!.to - 1e-6);
        expect(end!.from).to.be.closeTo(last, 1e-6);
      }),
      share,
    );
  });

  it('stays where it is as long as every section can come to the top', () => {
    const at = (after: number, last: number) =>
      sectionZone({ top: 0, bottom: 500, before: 5000, after }, last);
    expect([at(5000, 400), at(401, 400), at(0, -10)]).to.eql(Array(3).fill({ from: 0, to: 200 }));
    expect(at(100, 400)).to.eql({ from: 300, to: 300 });
  });
});
