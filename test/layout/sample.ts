import fc from 'fast-check';
import { TableSource } from '../../src/index/table-source.js';
import type { EventTable } from '../../src/data/event-table.js';
import type { TimelineEvent } from '../../src/data/timeline-event.js';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import type { Entry, EventSource } from '../../src/index/event-source.js';
import { byTime } from '../../src/layout/item.js';
import type { LabelMetrics } from '../../src/layout/label-metrics.js';
import { TimelineLayout } from '../../src/layout/timeline-layout.js';
import { paddedView } from '../../src/scale/view.js';
import type { DatedSpan } from '../../src/time/dated-span.js';
import { parseDate } from '../../src/time/parse-date.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';

/** Seven px a character, six in the small styles: the arithmetic of layout needs no font. */
export const metrics: LabelMetrics = {
  measure: (text, style) => text.length * (style === 'title' ? 7 : 6),
  lineHeight: 18,
  locale: 'en',
};

/** A small seeded generator (mulberry32): the same numbers in every engine. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const WORDS =
  'order strike memo remarks report court treaty order of the council on the eastern border harbour'.split(
    ' ',
  );

/** Seeded records of every kind of date: points, months, stretches, open ends, eras, in several lanes. */
export function randomRecords(count: number, seed: number, lanes = 3): Record<string, unknown>[] {
  const random = seeded(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const day = (): string => {
    const two = (n: number): string => String(n).padStart(2, '0');
    return `${1990 + Math.floor(random() * random() * 35)}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  };
  return Array.from({ length: count }, (_, i) => {
    const [a, b] = [day(), day()].sort() as [string, string];
    const date = pick([
      a,
      a,
      a,
      a,
      a.slice(0, 7),
      a.slice(0, 4),
      `${a}/${b}`,
      `${a}/..`,
      `../${b}`,
      `${a}~`,
      `${a.slice(0, 7)}/`,
      `/${b}`,
      `${a}?`,
      `${a.slice(0, 4)}S2`,
      `[${a},${b.slice(0, 4)}]`,
      `{${a},${b}}`,
      `[${a}..]`,
    ]);
    return {
      id: `e${i}`,
      date: random() < 0.03 ? 'unknown' : date,
      title: Array.from({ length: 1 + Math.floor(random() * 8) }, () => pick(WORDS)).join(' '),
      importance: Math.round(random() * 10) / 10,
      lane: random() < 0.1 ? ['l0', `l${lanes - 1}`] : `l${Math.floor(random() * lanes)}`,
      kind: random() < 0.02 ? 'era' : 'event',
      status: pick([undefined, 'confirmed', 'reported', 'refuted']),
    };
  });
}

/** Very many short events in one lane, some stretches among them. */
export function crowdedRecords(count: number, seed: number): Record<string, unknown>[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(1990, 0, 1 + Math.floor(random() ** 2 * 12_000)));
    const start = day.toISOString().slice(0, 10);
    const end = new Date(day.getTime() + random() ** 8 * 4e11).toISOString().slice(0, 10);
    return {
      id: `e${i}`,
      ...(random() < 0.2 ? { start, end } : { date: start }),
      title: `Event number ${i}`,
      ...(random() < 0.1 && { importance: Math.round(random() * 100) / 100 }),
      ...(random() < 0.002 && { kind: 'era' }),
    };
  });
}

/** A layout of a document at a size, with its source. */
export function layoutOf(
  document: unknown,
  width = 1200,
  height = 400,
  home?: TimeSpan,
): { layout: TimelineLayout; source: EventSource } {
  const source = new TableSource(finish(readTable(document)).table);
  return layoutFor(source, width, height, home);
}

/** A layout of a source at a size. */
export function layoutFor(
  source: EventSource,
  width = 1200,
  height = 400,
  home?: TimeSpan,
): { layout: TimelineLayout; source: EventSource } {
  const layout = new TimelineLayout({
    source,
    width,
    height,
    home: home ?? paddedView(source.extent() ?? { start: 0, end: 1 }, 0.04),
    metrics,
    texts: event => ({
      title: event.short ?? event.title,
      date: event.span!.source.slice(0, 10),
      note: event.status ?? '',
    }),
    laneTitles: true,
  });
  return { layout, source };
}

/** Sizes of the area of the lanes to try, in px. */
export const WIDTHS = fc.integer({ min: 320, max: 1600 });
export const HEIGHTS = fc.constantFrom(120, 300, 432);

/** Views to try: the whole, stretches of it down to a millionth, and `2 ** widest` times as much. */
export const viewsOf = (whole: TimeSpan, widest: number): fc.Arbitrary<TimeSpan> =>
  fc
    .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: -20, max: widest, noNaN: true }))
    .map(([at, power]) => {
      const length = (whole.end - whole.start) * 2 ** power;
      const start = whole.start + (whole.end - whole.start) * at - length / 2;
      return { start, end: start + length };
    });

/** The span of a date that is known to be one. */
export function spanOf(date: string): DatedSpan {
  const read = parseDate(date);
  if (!read.ok) throw new Error(`no date: ${date}`);
  return read.value;
}

/** A set of dates by hand: `one` of them is meant, or `all`. */
export function setOf(choice: 'one' | 'all', ...dates: readonly string[]): DatedSpan {
  const members = dates.map(spanOf);
  const [first, last] = [members[0]!, members.at(-1)!];
  return {
    ...first,
    kind: 'set',
    end: last.end,
    to: last.to,
    open: first.start === -Infinity ? 'start' : last.end === Infinity ? 'end' : 'none',
    members,
    choice,
  };
}

/** A source of one event for each span, by hand; its id is its place. */
export function sourceOf(
  spans: readonly DatedSpan[],
  asOf?: string,
  fields: Partial<TimelineEvent> = {},
): EventSource {
  const records = spans.map((_, i) => ({ id: `${i}`, title: `event ${i}`, date: '2000' }));
  const { table } = finish(readTable({ asOf, events: records }));
  const events = spans.map((span, i): TimelineEvent => ({ ...table.get(`${i}`)!, span, ...fields }));
  return new SourceByHand(table, events);
}

class SourceByHand extends TableSource {
  readonly #events: readonly TimelineEvent[];
  readonly #asOf: DatedSpan | undefined;

  constructor(table: EventTable, events: readonly TimelineEvent[]) {
    super(table);
    this.#events = events;
    this.#asOf = table.document.asOf;
  }

  override extent(): TimeSpan | null {
    const bounds = this.#events.flatMap(({ span }) => [span!.start, span!.end]).filter(Number.isFinite);
    return bounds.length > 0 ? { start: Math.min(...bounds), end: Math.max(...bounds) } : null;
  }

  override knownUntil(): number {
    return this.#asOf?.end ?? this.extent()?.end ?? 0;
  }

  override entries(lane: string): readonly Entry[] {
    return this.#events
      .filter(({ lanes }) => lanes.includes(lane))
      .map(event => ({ event, lane, start: event.span!.start, end: event.span!.end }))
      .sort(byTime);
  }

  override get(id: string): TimelineEvent | undefined {
    return this.#events.find(event => event.id === id);
  }
}
