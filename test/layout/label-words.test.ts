import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { sceneOf } from '../../src/layout/scene-of.js';
import type { Scene, SceneMark } from '../../src/layout/scene.js';
import { engineShare } from '../lib/engine-share.js';
import { labelBox, markBox } from './oracles.js';
import { layoutOf, randomRecords, viewsOf } from './sample.js';

const MIN_SPAN = 4;
const rest = { selected: null, focused: null, moving: false };
const DAY = 864e5;

/** Whether a label leaves out that its event is not firmly known, though all that it says would have had room to the right at any scale of its level. */
function isStripped(mark: SceneMark, scene: Scene): boolean {
  const { label, event } = mark;
  if (!label || label.hidden || label.side !== 'after' || label.note || !event.status) return false;
  if (event.status === 'confirmed' || label.lines.length > 1) return false;
  const { right } = markBox(mark);
  const needed = (label.width + 6 + event.status.length * 6 + 20) * Math.SQRT2;
  // A label of two lines or over its mark may have come before.
  const [top, bottom] = [mark.y - 30, mark.y + mark.height + 30];
  return (
    right + needed < scene.width &&
    scene.marks
      .filter(other => other !== mark && !other.era && other.y < bottom && other.y + other.height > top)
      .flatMap(other => [markBox(other), labelBox(other)])
      .every(box => !box || box.left > right + needed || box.right < right)
  );
}

describe('layout: what labels say', () => {
  it('says that a thing is not firmly known, wherever the view is, as long as its row is free', () => {
    const events = [
      { date: '2000-01-01', title: 'First' },
      { date: '2000-12-10', title: 'Last', status: 'reported' },
      { date: '2000-12-12', title: 'The very last of all', status: 'reported' },
    ];
    const { layout } = layoutOf({ events }, 800, 120);
    const { home } = layout.input;
    for (const by of [1, 1.5, 2, 3, 4, 6, 8, 12, 16]) {
      const length = (home.end - home.start) / by;
      const start = Date.UTC(2000, 11, 11) - length / 2;
      const scene = sceneOf(layout, { ...rest, view: { start, end: start + length } }, MIN_SPAN);
      const words = scene.marks.flatMap(({ label, event }) => (event.status && label ? [label.note] : []));
      expect(
        words.filter(word => word !== 'reported'),
        `${by}`,
      ).to.deep.equal([]);
    }
  });

  it('says it in a view of anything, at any scale', () => {
    fc.assert(
      fc.property(
        fc
          .record({ seed: fc.integer({ min: 1, max: 1e6 }), count: fc.constantFrom(3, 12, 40) })
          .map(({ seed, count }) => layoutOf(randomRecords(count, seed, 2), 800, 300).layout)
          .chain(layout => fc.tuple(fc.constant(layout), viewsOf(layout.input.home, 0))),
        ([layout, view]) => {
          const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          expect(scene.marks.filter(mark => isStripped(mark, scene)).map(({ key }) => key)).to.deep.equal([]);
        },
      ),
      engineShare({ seed: 20251130, numRuns: 100 }),
    );
  });

  it('says less where an edge of the view would cut it, rather than nothing', () => {
    const events = [{ date: '2000-01-15', title: 'Short', status: 'reported' }];
    const view = (days: number) => ({
      start: Date.UTC(2000, 0, 1),
      end: Date.UTC(2000, 0, 1) + days * DAY,
    });
    const { layout } = layoutOf({ events }, 400, 120, view(60));
    const told = (shift: number): string => {
      const { start, end } = view(60);
      const by = (shift * (end - start)) / 400;
      const scene = sceneOf(layout, { ...rest, view: { start: start + by, end: end + by } }, MIN_SPAN);
      const { label } = scene.marks[0]!;
      return label && !label.hidden ? [label.date, ...label.lines, label.note].filter(Boolean).join(' ') : '';
    };
    expect(told(0)).to.equal('2000-01-15 Short reported');
    const seen = Array.from({ length: 300 }, (_, px) => told(-px));
    expect(seen).to.include('Short reported');
    expect(seen).to.include('Short');
    // From all of it to nothing, and never back.
    expect(seen.map(({ length }) => length)).to.eql(seen.map(({ length }) => length).sort((a, b) => b - a));
  });
});
