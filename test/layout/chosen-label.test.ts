import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { withChosenLabel } from '../../src/layout/chosen-label.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import type { Scene, SceneMark } from '../../src/layout/scene.js';
import type { TimelineLayout } from '../../src/layout/timeline-layout.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import { engineShare } from '../lib/engine-share.js';
import { collisions, expectLegible, labelBox, markBox } from './oracles.js';
import { crowdedRecords, HEIGHTS, layoutOf, randomRecords, viewsOf, WIDTHS } from './sample.js';

interface Case {
  readonly layout: TimelineLayout;
  readonly view: TimeSpan;
  /** One of the events, dated or not. */
  readonly selected: string;
}

/** Stretches of all sizes, of which a moment is anywhere inside or just outside. */
const viewsAt = (at: number, { start, end }: TimeSpan): fc.Arbitrary<TimeSpan> =>
  fc
    .tuple(fc.double({ min: -0.1, max: 1.1, noNaN: true }), fc.double({ min: -12, max: 1, noNaN: true }))
    .map(([share, power]) => {
      const length = (end - start) * 2 ** power;
      return { start: at - length * share, end: at - length * share + length };
    });

/** Documents from one event to a crowd of which nothing is laid out but what is looked at; views anywhere, and of either end of an event. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    seed: fc.integer({ min: 1, max: 1e6 }),
    count: fc.constantFrom(1, 3, 12, 60, 300, 900),
    width: WIDTHS,
    height: HEIGHTS,
    lanes: fc.integer({ min: 1, max: 6 }),
    crowded: fc.boolean(),
    which: fc.nat(),
  })
  .chain(({ seed, count, width, height, lanes, crowded, which }) => {
    const records = crowded ? crowdedRecords(count, seed) : randomRecords(count, seed, lanes);
    const { layout, source } = layoutOf(records, width, height);
    const selected = String(records[which % count]!['id']);
    const { home } = layout.input;
    const ends = [source.get(selected)?.span?.start, source.get(selected)?.span?.end]
      .filter(Number.isFinite)
      .map(at => viewsAt(at!, home));
    return fc.oneof(viewsOf(home, 1), ...ends).map(view => ({ layout, view, selected }));
  });

const MIN_SPAN = 4;
const labelChosen = withChosenLabel;

/** Whether so much of its sign can be seen that a reader would ask what it is. */
function isSeen(mark: SceneMark, width: number): boolean {
  const { left, right } = markBox(mark);
  const { x0, x1 } = mark.sign;
  const isNarrow = x1 - x0 < 24;
  const middle = (left + right) / 2;
  return isNarrow ? middle > -4 && middle < width + 4 : left < width - 1 && right > 1;
}

describe('layout: the label of the selected event', () => {
  it('is whole in any view that shows the event, and meets nothing', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ({ layout, view, selected }, moving) => {
        const scene = sceneOf(layout, { view, selected, focused: null, moving, labelChosen }, MIN_SPAN);
        const marks = scene.marks.filter(mark => mark.selected && isSeen(mark, scene.width));
        if (marks.length === 0) return;
        const whole = marks.flatMap(mark => {
          const box = labelBox(mark);
          const isInside = box && box.left >= 0 && box.right <= scene.width;
          return isInside && box.top >= 0 && box.bottom <= scene.height
            ? [{ ...box, note: mark.label!.note }]
            : [];
        });
        expect(whole.length, 'labels').to.be.greaterThan(0);
        const [{ event, era }] = marks as [SceneMark];
        if (!era && event.status && event.status !== 'confirmed')
          expect(
            whole.map(({ note }) => note),
            'words for the claim',
          ).to.include(event.status);
        const { key } = whole[0]!;
        const met = collisions(scene).filter(
          words => words.startsWith(`${key} meets`) || words.endsWith(`label ${key}`),
        );
        expect(met).to.deep.equal([]);
        if (!moving) expectLegible(scene);
      }),
      engineShare({ seed: 20251119, numRuns: 120 }),
    );
  });

  it('moves nothing else, nor the event', () => {
    fc.assert(
      fc.property(cases, ({ layout, view, selected: id }) => {
        const [before, after] = [null, id].map(selected =>
          sceneOf(layout, { view, selected, focused: id, moving: false, labelChosen }, MIN_SPAN),
        ) as [Scene, Scene];
        const placesOf = ({ marks, clusters }: Scene): unknown => [
          marks.map(({ key, x, y, width, sign, label, event }) => [
            [key, x, y, width, sign],
            event.id !== id && label,
          ]),
          clusters.map(({ key, x, y, count }) => [key, x, y, count]),
        ];
        expect(placesOf(after)).to.deep.equal(placesOf(before));
      }),
      engineShare({ seed: 20251119, numRuns: 60 }),
    );
  });

  it('is there in a view that is narrower than it, down to a single px', () => {
    const events = [
      { id: 'a', date: '2000-01-01', title: 'A title that is wider than the view' },
      { id: 'b', date: '2000-01-02', title: 'Another one' },
    ];
    // About as wide as the label, to fractions of a px: what is rounded must leave it a place.
    const like = Array.from({ length: 300 }, (_, i) => 225 + i * 0.1371);
    for (const width of [1, 2, 17, 40, 63, ...like]) {
      const { layout } = layoutOf({ events }, width, 120);
      const view = layout.input.home;
      const scene = sceneOf(
        layout,
        { view, selected: 'a', focused: null, moving: false, labelChosen },
        MIN_SPAN,
      );
      const [mark] = scene.marks.filter(({ selected }) => selected);
      expect(mark?.label, `${width} px`).to.include({ hidden: false });
    }
  });

  it('is looked for no more where a title has no line that the view has room for', () => {
    const events = [
      { id: 'a', date: '2000-01-01', title: 'The order' },
      { id: 'b', date: '2000-01-02', title: 'Another' },
    ];
    const { layout } = layoutOf({ events }, 60, 120);
    const { home: view } = layout.input;
    // A search without an end is to fail, and not to hang: at every height all texts are tried.
    const { flatMap } = Array.prototype;
    let tries = 0;
    Array.prototype.flatMap = function (this: unknown[], ...given: never[]) {
      if (++tries > 100_000) throw new Error('it never ends');
      return Reflect.apply(flatMap, this, given) as never;
    };
    try {
      const scene = sceneOf(
        layout,
        { view, selected: 'a', focused: null, moving: false, labelChosen },
        MIN_SPAN,
      );
      const marks = scene.marks.filter(({ selected }) => selected);
      expect(marks.map(({ label }) => label ?? null)).to.eql([null]);
    } finally {
      Array.prototype.flatMap = flatMap;
    }
  });

  it('needs no more height where the view has room for it', () => {
    const events = [
      { id: 'last', date: '2000-01-30', title: 'A title that the edge would cut' },
      { id: 'first', date: '2000-01-01', title: 'Another one' },
    ];
    const { layout } = layoutOf({ events }, 400, 120);
    const { start, end } = layout.input.home;
    for (let share = -1; share <= 1; share += 1 / 16) {
      const view = { start: start + (end - start) * share, end: end + (end - start) * share };
      const scene = sceneOf(
        layout,
        { view, selected: 'last', focused: null, moving: false, labelChosen },
        MIN_SPAN,
      );
      expect(scene.height).to.be.at.most(120);
    }
  });
});
