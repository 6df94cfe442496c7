import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { SceneLinks } from '../../src/layout/links.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import type { SceneLink } from '../../src/layout/scene.js';
import { layoutOf, randomRecords } from './sample.js';

const TOLD = ['e3', 'e9', 'e20', 'e33', 'e41', 'e58'];
const records = randomRecords(60, 4).map((record, i) =>
  i === 0 ? { ...record, links: TOLD.map(to => ({ to, rel: 'related' })) } : record,
);
const { layout } = layoutOf({ events: records });
const { home } = layout.input;
const zoomed = (by: number, at = 0.5) => {
  const length = (home.end - home.start) * by;
  const start = home.start + (home.end - home.start - length) * at;
  return { start, end: start + length };
};
const linksOf = (view: typeof home, moving: boolean, arcs = new SceneLinks()): readonly SceneLink[] =>
  sceneOf(
    layout,
    {
      view,
      selected: 'e0',
      focused: null,
      moving,
      arcs,
      verb: rel => rel,
    },
    1,
  ).links;
/** At which height a way runs along; null where it goes straight or around. */
const heightOf = ({ points }: SceneLink): number | null =>
  points.length === 4 && points[1]!.y === points[2]!.y ? points[1]!.y : null;

describe('SceneLinks', () => {
  it('looks for no other way where nothing has changed', () => {
    const arcs = new SceneLinks();
    const links = linksOf(home, false, arcs);
    expect(links.length).to.be.greaterThan(3);
    expect(linksOf(home, false, arcs)).to.equal(links);
    const other = linksOf(zoomed(0.8), false, arcs);
    expect(other).not.to.equal(links);
    expect(linksOf(home, false, arcs)).to.deep.equal(links);
  });

  it('says what a relation is along its arrow, whichever of the two is selected', () => {
    const told = (selected: string): (string | undefined)[] =>
      sceneOf(
        layout,
        {
          view: home,
          selected,
          focused: null,
          moving: false,
          arcs: new SceneLinks(),
          verb: rel => `${rel} to`,
        },
        1,
      ).links.flatMap(({ word }) => word?.text ?? []);
    expect(new Set(told('e0'))).to.eql(new Set(['related to']));
    const others = TOLD.flatMap(told);
    expect(others.length).to.be.greaterThan(0);
    expect(new Set(others)).to.eql(new Set(['related to']));
  });

  it('leads to and from the pill of an event that has no mark, whichever of the two names the other', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => ({
      id: `c${i}`,
      date: '2000-02-01',
      title: 'A crowd',
    }));
    const named = { id: 'named', date: '2000-01-01', title: 'Named', importance: 1 };
    const document = (from: string, to: string) => ({
      events: [{ ...named }, ...crowd].map(event =>
        event.id === from ? { ...event, links: [{ to, rel: 'related' }] } : event,
      ),
    });
    for (const [from, to] of [
      ['named', 'c29'],
      ['c29', 'named'],
    ] as const) {
      const view = { start: Date.UTC(1999, 11), end: Date.UTC(2000, 2) };
      const small = layoutOf(document(from, to), 600, 120, view).layout;
      const scene = sceneOf(
        small,
        { view, selected: 'named', focused: null, moving: false, arcs: new SceneLinks() },
        1,
      );
      expect(scene.clusters.some(({ ids }) => ids.includes('c29'))).to.equal(true);
      expect(scene.links.length).to.equal(1);
    }
  });

  it('lets ways and words stand as a move begins', () => {
    const arcs = new SceneLinks();
    const links = linksOf(home, false, arcs);
    expect(links.some(({ word }) => word)).to.equal(true);
    expect(linksOf(home, true, arcs)).to.deep.equal(links);
  });

  it('moves ways with their ends, at the heights that they have, and finds at rest what it finds at once', () => {
    const scales = fc.array(fc.double({ min: 0.6, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(scales, fc.double({ min: 0, max: 1, noNaN: true }), (steps, at) => {
        const arcs = new SceneLinks();
        let before = new Map(linksOf(home, false, arcs).map(link => [link.key, link]));
        for (const by of steps) {
          const links = linksOf(zoomed(by, at), true, arcs);
          const fresh = new Map(linksOf(zoomed(by, at), true).map(link => [link.key, link]));
          for (const link of links) {
            const known = before.get(link.key);
            const [height, kept] = [heightOf(link), known ? heightOf(known) : null];
            const { points } = fresh.get(link.key)!;
            // Its ends are where the marks are, which another way to them shows, be it beside them.
            for (const [end, other] of [
              [link.points[0]!, points[0]!],
              [link.points.at(-1)!, points.at(-1)!],
            ] as const)
              if (height !== null) expect(end.x).to.be.closeTo(other.x, 18);
            const [first, last] = [link.points[0]!, link.points.at(-1)!];
            if (height !== null && kept !== null && [first, last].every(({ y }) => Math.abs(y - kept) > 30))
              expect(height).to.equal(kept);
          }
          before = new Map(links.map(link => [link.key, link]));
        }
        expect(linksOf(home, false, arcs)).to.deep.equal(linksOf(home, false));
      }),
      { seed: 21, numRuns: 60 },
    );
  });
});
