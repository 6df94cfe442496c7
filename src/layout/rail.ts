import { countBefore } from '../data/sorted-bounds.js';
import { TARGET } from '../scale/target.js';
import type { DatedSpan } from '../time/dated-span.js';
import type { EpochMs } from '../time/epoch-ms.js';
import type { Column, ColumnEvent } from './column.js';
import { fadesOf } from './fades.js';
import { countTrackless, type RailMore, type Trackless } from './rail-more.js';
import { shapeOf } from './scene-sign.js';
import type { SceneSign } from './scene.js';
import { NO_TRACK } from './tracks.js';

/** A stretch along the line of the column. */
export interface RailBar {
  readonly key: string;
  readonly color: string;
  readonly status: ColumnEvent['event']['status'];
  readonly track: number;
  /** Where it begins, in px from the top of the column. */
  readonly y: number;
  /** In px from there, along the line. */
  readonly sign: SceneSign;
}

/** The wash of an era. */
export interface RailWash {
  readonly key: string;
  readonly color: string;
  readonly y: number;
  readonly height: number;
  /** How much of it is known to be so; the rest is fainter. */
  readonly known: number;
}

/** What is drawn along the line, once the page has set the text. */
export interface Rail {
  readonly height: number;
  readonly bars: readonly RailBar[];
  readonly washes: readonly RailWash[];
  /** What runs beside the tracks. */
  readonly more: readonly RailMore[];
}

/** Where the page has set what a column holds, in px from its top. */
export interface RailPlaces {
  readonly height: number;
  /** The middle of each sign, by the key of its item. */
  readonly spots: ReadonlyMap<string, number>;
  /** Each gap, by the key of what comes after it. */
  readonly gaps: ReadonlyMap<string, { readonly top: number; readonly bottom: number }>;
  /** Where each period begins. */
  readonly ticks: readonly Anchor[];
}

/** A moment and its place on the line. */
interface Anchor {
  readonly at: EpochMs;
  readonly y: number;
}

/** Px in which the edge of an approximate date fades. */
const FADE = 16;
/** Px that an open end runs on below all, at the least. */
const RUN_OUT = 28;

/**
 * The stretches of a column in px. Time runs down the line from one thing whose moment is known to the next, in proportion
 * between the two: signs, gaps, and where periods begin.
 */
export function layoutRail(column: Column, places: RailPlaces, knownUntil: EpochMs): Rail {
  const { events, tracks, view } = column;
  const { height, spots } = places;
  const yOf = lineOf(column, places, knownUntil);
  const bars: RailBar[] = [];
  const washes: RailWash[] = [];
  const trackless: Trackless[] = [];
  for (const { key, color, event, lasts, era, end } of events) {
    const y = spots.get(key) ?? 0;
    // Nobody knows that what is open lasts any longer; where all that is in view is known, it is cut.
    const isKnown = end === Infinity && knownUntil >= view.end;
    const to = end === Infinity ? height : yOf(end);
    const known = isKnown ? to : Math.max(y, Math.min(to, yOf(knownUntil)));
    if (era) washes.push({ key, color, y, height: to - y, known: (end === Infinity ? known : to) - y });
    const track = tracks.get(key) ?? NO_TRACK;
    if (!lasts || era || to - y < TARGET) continue;
    if (track === NO_TRACK) {
      trackless.push({ id: event.id, from: y, to });
      continue;
    }
    const at = { from: y, to, known, yOf, viewEnd: view.end };
    const sign = railSign(event.span!, at);
    bars.push({ key, color, status: event.status, track, y, sign });
  }
  return { height, bars, washes, more: countTrackless(trackless) };
}

/** Where moments lie on the line. */
function lineOf(
  { events, clusters, gaps, view }: Column,
  places: RailPlaces,
  knownUntil: EpochMs,
): (at: EpochMs) => number {
  const { height, spots, ticks } = places;
  const found: Anchor[] = [
    ...ticks,
    ...events.map(({ key, start }) => ({ at: start, y: spots.get(key) ?? 0 })),
    ...clusters.map(({ key, anchors }) => ({ at: anchors.end, y: spots.get(key) ?? 0 })),
    ...[...places.gaps].flatMap(([key, { top, bottom }]) => {
      const gap = gaps.get(key);
      return gap
        ? [
            { at: gap.start, y: top },
            { at: gap.end, y: bottom },
          ]
        : [];
    }),
  ].sort((a, b) => a.y - b.y || a.at - b.at);
  // A heading may stand over what begins later, but under a gap that lasts until then: it says no moment of its own.
  const later = Array<EpochMs>(found.length + 1).fill(Infinity);
  for (let i = found.length; i-- > 0;) later[i] = Math.min(later[i + 1]!, found[i]!.at);
  const anchors: Anchor[] = [];
  for (const [i, anchor] of found.entries())
    if (anchor.at <= later[i + 1]! && anchor.at >= (anchors.at(-1)?.at ?? -Infinity)) anchors.push(anchor);
  const ends = events.map(({ end }) => (end === Infinity ? knownUntil : end));
  const last = Math.min(view.end, Math.max(...ends, ...anchors.map(({ at }) => at)));
  anchors.push({ at: last, y: Math.max(height - RUN_OUT, anchors.at(-1)?.y ?? 0) });
  return at => {
    // Of several that begin at once, the first is where another ends.
    const i = Math.max(0, countBefore(anchors.length, n => anchors[n]!.at < at) - 1);
    const [from, to] = [anchors[i]!, anchors[i + 1]];
    if (!to || at <= from.at) return from.y;
    const share = (at - from.at) / (to.at - from.at);
    return from.y + (to.y - from.y) * Math.min(1, Number.isFinite(share) ? share : 1);
  };
}

/** A stretch on the line, and where its moments lie. */
interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly known: number;
  readonly viewEnd: EpochMs;
  yOf(at: EpochMs): number;
}

function railSign(span: DatedSpan, { from, to, known, yOf, viewEnd }: Drawn): SceneSign {
  const fades = fadesOf(span);
  const length = to - from;
  const openEnd = span.end === Infinity;
  const one = span.choice === 'one';
  const member = (date: DatedSpan): SceneSign => {
    const [start, end] = [Math.max(from, yOf(date.start)), Math.min(to, yOf(date.end))];
    const sign = railSign(date, { from: start, to: end, known: Math.min(known, end), yOf, viewEnd });
    return {
      ...sign,
      shape: one ? 'bracket' : 'bar',
      x0: start - from,
      x1: end - from,
      knownX: sign.knownX + start - from,
    };
  };
  return {
    shape: span.members ? 'set' : shapeOf(span, length),
    cy: TARGET / 2,
    x0: 0,
    x1: length,
    knownX: openEnd ? known - from : length,
    cutStart: false,
    cutEnd: span.end > viewEnd && !openEnd,
    openStart: span.start === -Infinity,
    openEnd,
    unknownStart: span.from.state === 'unknown',
    unknownEnd: span.to.state === 'unknown',
    fadeStart: fades.start && FADE,
    fadeEnd: fades.end && FADE,
    uncertain: span.uncertain || span.from.uncertain || span.to.uncertain,
    turned: true,
    members: (span.members ?? []).map(member),
  };
}
