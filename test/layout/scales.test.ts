import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { overlapsView } from '../../src/index/event-source.js';
import { TableSource } from '../../src/index/table-source.js';
import { warpOf } from '../../src/index/warp-of.js';
import { languageFor } from '../../src/language/language.js';
import { ticksOf } from '../../src/layout/picture-axis.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import { LARGER_INDENT, TICK_GAP } from '../../src/scale/ticks.js';
import { MIN_SPAN, paddedView } from '../../src/scale/view.js';
import { engineShare } from '../lib/engine-share.js';
import { expectConserved, expectLegible, expectOnlyOpens } from './oracles.js';
import { HEIGHTS, layoutFor, metrics, randomRecords, viewsOf, WIDTHS } from './sample.js';

const rest = { selected: null, focused: null, moving: false };
const RUNS = engineShare({ seed: 20251129, numRuns: 30 });
const language = languageFor('en');
const options = { language, measure: (text: string) => metrics.measure(text, 'date') };

function sourceOf(document: unknown, scale: 'even' | 'compressed'): TableSource {
  const { table } = finish(readTable(document));
  return new TableSource(table, { warp: warpOf(scale, table) });
}

/** Records in clusters, years apart, so that there is something to fold. */
const clustered = (count: number, seed: number): Record<string, unknown>[] =>
  randomRecords(count, seed).map((record, i) => {
    const date = record.date as string;
    return i % 3 && /^\d{4}-\d\d-\d\d$/.test(date)
      ? { ...record, date: `${i % 2 ? 1900 : 1801}${date.slice(4)}` }
      : record;
  });

const cases = (scale: 'even' | 'compressed') =>
  fc
    .record({
      seed: fc.integer({ min: 1, max: 1e6 }),
      count: fc.constantFrom(1, 2, 3, 12, 60, 300),
      width: WIDTHS,
      height: HEIGHTS,
    })
    .map(({ seed, count, width, height }) => ({
      ...layoutFor(sourceOf(clustered(count, seed), scale), width, height),
      width,
    }))
    .chain(at => fc.tuple(fc.constant(at), viewsOf(at.layout.input.home, 1)));

for (const scale of ['even', 'compressed'] as const)
  describe(`layout in the scale ${scale}: the laws, against brute force`, () => {
    it('loses nothing, and is legible', () => {
      fc.assert(
        fc.property(cases(scale), ([{ layout, source }, view]) => {
          const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          expectConserved(scene, source);
          expectLegible(scene);
        }),
        RUNS,
      );
    });

    it('draws each stretch from where its date begins to where it ends', () => {
      fc.assert(
        fc.property(cases(scale), ([{ layout, source }, view]) => {
          const { marks, pxPerMs, width } = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          const { place } = source.warp;
          const clamp = (x: number): number => Math.max(-width, Math.min(2 * width, x));
          for (const { event, x, sign } of marks) {
            const [from, to] = [event.span!.start, event.span!.end].map(at =>
              clamp((place(at) - view.start) * pxPerMs),
            );
            expect(Math.abs(x + sign.x0 - from!), event.id).to.be.at.most(0.5);
            expect(Math.abs(x + sign.x1 - to!), event.id).to.be.at.most(0.5);
          }
        }),
        RUNS,
      );
    });

    it('counts what overlaps, and finds the very moments of events again', () => {
      fc.assert(
        fc.property(cases(scale), ([{ source }, view]) => {
          for (const { id } of source.lanes) {
            const entries = source.entries(id);
            const expected = entries.filter(entry => overlapsView(entry, view)).length;
            expect(source.lane(id).overlapping(view)).to.equal(expected);
            for (const { event, start, end } of entries) {
              expect(source.momentAt(start)).to.equal(event.span!.start);
              expect(source.momentAt(end)).to.equal(event.span!.end);
            }
          }
        }),
        RUNS,
      );
    });

    it('has texts on its axis that do not meet, in order', () => {
      fc.assert(
        fc.property(cases(scale), ([{ source, width }, view]) => {
          const ticks = ticksOf(source.warp, view, width, { ...options, overscan: 1 });
          const x = (at: number): number => ((at - view.start) / (view.end - view.start)) * width;
          for (const [row, gap] of [
            [ticks.units, TICK_GAP],
            [ticks.larger, LARGER_INDENT],
          ] as const) {
            row.forEach((tick, i) => i > 0 && expect(tick.at).to.be.greaterThan(row[i - 1]!.at));
            const worded = row.filter(({ text }) => text);
            worded.forEach((tick, i) => {
              const next = worded[i + 1];
              if (next)
                expect(x(tick.at) + options.measure(tick.text) + gap, tick.text).to.be.at.most(
                  x(next.at) + 0.01,
                );
            });
          }
        }),
        RUNS,
      );
    });

    it('only opens when one zooms in', () => {
      for (const seed of [1, 2, 3])
        expectOnlyOpens(layoutFor(sourceOf(clustered(200, seed), scale), 900).layout);
    });

    it('takes hostile data: one event, all at one moment, deep time, open ends, very many', () => {
      const at = (count: number, date: (i: number) => string): unknown =>
        Array.from({ length: count }, (_, i) => ({ id: `e${i}`, title: `Event ${i}`, date: date(i) }));
      const documents = [
        at(1, () => '2025-01-01'),
        at(50, () => '2025-01-01T12:00:00Z'),
        at(9, i => `Y-${1.38e10 / 10 ** i}`),
        at(4, i => ['../2000', '2001/..', '1900/', '/1950'][i]!),
        at(10_000, i => new Date(i ** 2 * 36e5).toISOString().slice(0, 16) + 'Z'),
      ];
      for (const document of documents) {
        const source = sourceOf(document, scale);
        const { layout } = layoutFor(source, 900, 300);
        for (const view of [layout.input.home, paddedView(source.hull()!, 1)]) {
          const scene = sceneOf(layout, { ...rest, view }, MIN_SPAN);
          expectConserved(scene, source);
          expectLegible(scene);
          expect(ticksOf(source.warp, view, 900, options).units.length).to.be.at.most(400);
        }
      }
    });
  });

describe('the axis of an even scale', () => {
  it('says the dates of its steps as finely as they are known, and years once', () => {
    const dates = ['1669', '1735', '2020-03', '2020-03-15', '2020-05-02', '2021-01-01'];
    const source = sourceOf(
      dates.map((date, i) => ({ id: `e${i}`, title: date, date })),
      'even',
    );
    const view = paddedView(source.hull()!, 0.04);
    const { units, larger } = ticksOf(source.warp, view, 1200, options);
    expect(units.map(({ text }) => text)).to.eql(['1669', '1735', 'Mar', 'Mar 15', 'May 2', 'Jan 1']);
    expect(larger.map(({ text }) => text)).to.eql(['2020', '2021']);
  });
});

describe('the axis of an even scale, whatever is shown of its events', () => {
  it('says the end of what has no begin, and of what lasts long after all has begun', () => {
    const dates = ['../1950-06', '1961-02-03', '1961-02-07', '1961-02-09', '1961-02-11/1975'];
    const source = sourceOf(
      dates.map((date, i) => ({ id: `e${i}`, title: date, date })),
      'even',
    );
    const { units } = ticksOf(source.warp, paddedView(source.hull()!, 0.04), 1200, options);
    expect(units.map(({ text }) => text)).to.eql(['Jul', 'Feb 3', 'Feb 7', 'Feb 9', 'Feb 11', '1976']);
  });

  it('has the dates of all that the line was made of', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.integer({ min: 3, max: 80 }),
        fc.constantFrom(320, 900, 1600),
        (seed, count, width) => {
          const { table } = finish(readTable(clustered(count, seed)));
          const { warp } = new TableSource(table, { warp: warpOf('even', table) });
          if (warp.stops.length < 2) return;
          const view = paddedView(
            { start: warp.place(warp.stops[0]!), end: warp.place(warp.stops[warp.stops.length - 1]!) },
            0.04,
          );
          const { units } = ticksOf(warp, view, width, options);
          const words = units.filter(({ text }) => text);
          // Never further apart than twice the widest of them, in steps.
          const widest = Math.max(...words.map(({ text }) => options.measure(text)));
          const step = (width * 864e5) / (view.end - view.start);
          const px = words.map(({ at }) => ((at - view.start) / (view.end - view.start)) * width);
          px.forEach(
            (x, i) => i > 0 && expect(x - px[i - 1]!).to.be.at.most(4 * Math.max(step, widest + TICK_GAP)),
          );
          expect(words.length).to.be.at.least(Math.min(2, warp.stops.length));
        },
      ),
      RUNS,
    );
  });
});

describe('the axis of a compressed scale', () => {
  it('says the month and the year after each fold', () => {
    const dates = [
      '2019-03-04',
      '2019-03-06',
      '2019-03-11',
      '2021-09-14',
      '2021-09-15',
      '2021-09-21',
      '2021-09-30',
    ];
    const source = sourceOf(
      dates.map((date, i) => ({ id: `e${i}`, title: date, date })),
      'compressed',
    );
    expect(source.warp.folds.length).to.equal(1);
    const view = paddedView(source.hull()!, 0.04);
    const { larger } = ticksOf(source.warp, view, 1200, options);
    expect(larger.flatMap(({ text }) => text || [])).to.eql(['March', 'September 2021', 'October']);
  });
});
