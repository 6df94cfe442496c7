import { TableSource } from '../../src/index/table-source.js';
import { eventTable } from '../../src/data/event-table.js';
import { normalizeDocument } from '../../src/data/normalize-document.js';
import type { LabelMetrics } from '../../src/layout/label-metrics.js';
import { TimelineLayout } from '../../src/layout/timeline-layout.js';
import { paddedView } from '../../src/scale/view.js';
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

/** A layout of a document at a size, with its source. */
export function layoutOf(
  document: unknown,
  width = 1200,
  height = 400,
  home?: TimeSpan,
): { layout: TimelineLayout; source: TableSource } {
  const source = new TableSource(eventTable(normalizeDocument(document).document));
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
