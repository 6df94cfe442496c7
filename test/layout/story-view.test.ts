import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  leastView,
  storyView,
  tellableStretch,
  type StoryStep,
  type StoryViewOptions,
} from '../../src/layout/story-view.js';
import { DAY, type TimeSpan } from '../../src/time/epoch-ms.js';
import { parseDate } from '../../src/time/parse-date.js';
import { engineShare } from '../lib/engine-share.js';

const days = (start: number, end: number): TimeSpan => ({ start: start * DAY, end: end * DAY });
const inDays = ({ start, end }: TimeSpan) => [start / DAY, end / DAY].map(at => Math.round(at * 100) / 100);
const whole = days(0, 1000);
const step = (
  event: TimeSpan,
  before: TimeSpan | null,
  after: TimeSpan | null,
  least = 5 * DAY,
  against: readonly TimeSpan[] = [],
): StoryStep => ({
  event,
  before,
  after,
  least,
  against,
});
const told = (story: StoryStep, view: TimeSpan, parts = true) => storyView(story, view, { whole, parts });

const length = ({ start, end }: TimeSpan) => end - start;
const contains = (view: TimeSpan, { start, end }: TimeSpan) => view.start <= start && view.end >= end;
/** Within rounding. */
const holds = (view: TimeSpan, span: TimeSpan) => {
  const slack = length(view) * 1e-6;
  return contains({ start: view.start - slack, end: view.end + slack }, span);
};

describe('storyView(step, view)', () => {
  it('leaves a view in which event and neighbours stand with room', () => {
    const view = days(100, 200);
    expect(told(step(days(150, 151), days(120, 121), days(180, 181)), view)).to.equal(view);
  });

  it('goes on by the least that shows the one that comes after, at the same scale', () => {
    const view = told(step(days(150, 151), days(120, 121), days(195, 196)), days(100, 200));
    // The next one begins a tenth of the view before its end.
    expect(inDays(view)).to.eql([105, 205]);
  });

  it('goes away where both neighbours have no room at this scale', () => {
    const view = told(step(days(150, 151), days(101, 102), days(201, 202)), days(125, 175));
    expect(length(view) / DAY).to.be.closeTo((201 - 102) / 0.8, 0.01);
    expect(contains(view, days(102, 201))).to.equal(true);
  });

  it('comes closer where an event could not be told from the next one', () => {
    const view = told(step(days(500, 501), days(490, 491), days(502, 503)), whole);
    expect(length(view) / DAY).to.be.closeTo(2 * 24, 0.01);
    expect(contains(view, days(491, 502))).to.equal(true);
  });

  it('leaves out who is so far away that the other one could not be told from the event', () => {
    const view = told(step(days(500, 501), days(2, 3), days(502, 503)), days(499, 504));
    expect(contains(view, days(500, 502))).to.equal(true);
    expect(view.start).to.be.above(3 * DAY);
  });

  it('goes away for what contradicts the event, but not to lose sight of it', () => {
    const count = step(days(100, 465), null, days(560, 590), 5 * DAY, [days(660, 661)]);
    const view = told(count, days(600, 700));
    expect(contains(view, days(100, 660))).to.equal(true);
    const claim = step(days(660, 661), null, null, 5 * DAY, [days(100, 465)]);
    expect(told(claim, days(640, 680))).to.eql(days(640, 680));
  });

  it('does not try to part what no scale can', () => {
    const day = days(500, 501);
    expect(told(step(day, day, day), whole)).to.equal(whole);
  });

  it('comes no closer where text flows beside the line', () => {
    expect(told(step(days(500, 501), null, days(502, 503)), whole, false)).to.equal(whole);
  });

  it('keeps no room for what lies beyond everything', () => {
    const view = days(900, 1000);
    expect(told(step(days(996, 997), days(950, 951), null), view)).to.equal(view);
  });

  it('shows some months of what is known by its month, some years of what is known by its year', () => {
    const viewOf = (text: string) => {
      const date = parseDate(text);
      if (!date.ok) throw new Error(text);
      const { start, end } = date.value;
      const view = { start: start + DAY, end: start + 2 * DAY };
      return told(step({ start, end }, null, null, leastView(date.value)), view);
    };
    expect(length(viewOf('2025-08')) / DAY).to.equal(150);
    expect(length(viewOf('1914')) / DAY).to.equal(5 * 365);
    expect(length(viewOf('1914-06-28')) / DAY).to.equal(5);
    // As long as it is, with room.
    expect(length(viewOf('1914-06-28/1918')) / DAY).to.be.closeTo(1648 / 0.8, 0.01);
  });

  it('shows what goes on up to where that is known', () => {
    expect(tellableStretch({ start: 1, end: Infinity }, 9)).to.eql({ start: 1, end: 9 });
    expect(tellableStretch({ start: 11, end: Infinity }, 9)).to.eql({ start: 11, end: 11 });
    expect(tellableStretch({ start: -Infinity, end: 4 }, 9)).to.eql({ start: 4, end: 4 });
    expect(tellableStretch({ start: -Infinity, end: Infinity }, 9)).to.equal(null);
  });

  const at = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const span = fc
    .tuple(at, fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5000 })))
    .map(([start, by]): TimeSpan => ({ start: start * 1000, end: (start + by) * 1000 }));
  const given = fc.record({
    story: fc.record({
      event: span,
      before: fc.option(span),
      after: fc.option(span),
      least: fc.integer({ min: 1, max: 1e6 }),
      against: fc.array(span, { maxLength: 3 }),
    }),
    view: fc
      .tuple(at, fc.integer({ min: 1, max: 3_000_000 }))
      .map(([start, by]): TimeSpan => ({ start: start * 1000, end: (start + by) * 1000 })),
    whole: fc
      .tuple(at, fc.integer({ min: 1, max: 2_000_000 }))
      .map(([start, by]): TimeSpan => ({ start: start * 1000, end: (start + by) * 1000 })),
    parts: fc.boolean(),
  });
  const check = (
    claim: (all: {
      story: StoryStep;
      view: TimeSpan;
      options: StoryViewOptions;
      after: TimeSpan;
      again: TimeSpan;
    }) => void,
  ) =>
    fc.assert(
      fc.property(given, ({ story, view, ...options }) => {
        const after = storyView(story, view, options);
        claim({ story, view, options, after, again: storyView(story, after, options) });
      }),
      engineShare({ seed: 71, numRuns: 2000 }),
    );

  it('always shows the event whole, in a view that is no shorter than its date deserves', () =>
    check(({ story, after }) => {
      expect(holds(after, story.event)).to.equal(true);
      expect(length(after)).to.be.at.least(story.least * (1 - 1e-6));
    }));

  it('shows a neighbour, or one that is nearer', () =>
    check(({ story, after }) => {
      const { event } = story;
      const beyond = [story.before, story.after]
        .filter(other => other !== null)
        .map(other => ({
          seen: holds(after, {
            start: Math.min(event.start, other.end),
            end: Math.max(event.end, other.start),
          }),
          by: Math.max(event.start - other.end, other.start - event.end, 0),
        }));
      const nearest = Math.min(...beyond.map(({ by }) => by));
      // Of a neighbour that lies within the event nothing more is to be shown.
      for (const { seen, by } of beyond)
        if (by === nearest && by * 64 < length(after)) expect(seen).to.equal(true);
    }));

  it('shows the event together with what is nearest of all that speaks against it, where the span allows', () => {
    let shown = 0;
    check(({ story, view, options, after }) => {
      const reach = (other: TimeSpan): TimeSpan => ({
        start: Math.min(story.event.start, other.end),
        end: Math.max(story.event.end, other.start),
      });
      const [nearest] = story.against.map(reach).sort((a, b) => length(a) - length(b));
      const alone = length(storyView({ ...story, against: [] }, view, options));
      expect(length(after)).to.be.at.most(Math.max(length(view), 2 * alone) * (1 + 1e-6));
      if (!nearest) return;
      // All that is to be told, with its room.
      const told = [story.before, story.after].flatMap(other => (other ? [reach(other)] : []));
      const hull = {
        start: Math.min(nearest.start, ...told.map(({ start }) => start)),
        end: Math.max(nearest.end, ...told.map(({ end }) => end)),
      };
      const deserved = Math.max(story.least, length(story.event) / 0.8);
      const allowed = told.length === 0 ? Math.max(alone, 2 * deserved) : alone;
      if (length(hull) / 0.8 > allowed * (1 - 1e-6)) return;
      shown++;
      expect(holds(after, nearest)).to.equal(true);
    });
    expect(shown).to.be.greaterThan(50);
  });

  it('comes to rest at once', () =>
    check(({ after, again }) => {
      expect(again).to.equal(after);
    }));

  it('moves by the least at the same scale', () =>
    check(({ story, view, after }) => {
      if (Math.abs(length(after) - length(view)) > length(view) * 1e-6 || after === view) return;
      // Moved by less, an edge would cut the room of what is at that end.
      const by = after.start - view.start;
      const shown = [story.event, story.before, story.after, ...story.against].filter(
        other => other !== null,
      );
      const edge = by > 0 ? after.end : after.start;
      const reach =
        by > 0
          ? Math.max(...shown.map(({ start, end }) => Math.max(start, end)))
          : Math.min(...shown.map(({ start }) => start));
      expect(
        by > 0 ? edge <= reach + length(after) * 0.1001 : edge >= reach - length(after) * 0.1001,
      ).to.equal(true);
    }));
});
