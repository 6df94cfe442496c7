import { TARGET } from '../scale/target.js';
import type { DatedSpan } from '../time/dated-span.js';
import type { EpochMs } from '../time/epoch-ms.js';
import type { Column, ColumnEvent } from './column.js';
import { fadesOf } from './fades.js';
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
}

/** What is drawn along the line, once the page has set the text. */
export interface Rail {
  readonly height: number;
  readonly bars: readonly RailBar[];
  readonly washes: readonly RailWash[];
}

/** Where something begins in time and on the line. */
interface Anchor {
  readonly at: EpochMs;
  readonly y: number;
}

/** Px in which the edge of an approximate date fades. */
const FADE = 16;
/** Px that an open end runs on below all, at the least. */
const RUN_OUT = 28;

/**
 * The stretches of a column in px. Time runs down the line from where one thing begins to where the next one does, in
 * proportion between the two; `tops` are the px of the middle of each sign by its key.
 */
export function layoutRail(
  column: Column,
  tops: ReadonlyMap<string, number>,
  height: number,
  knownUntil: EpochMs,
): Rail {
  const { events, clusters, tracks, view } = column;
  const anchors: Anchor[] = [
    ...events.map(({ key, start }) => ({ at: start, y: tops.get(key) ?? 0 })),
    ...clusters.map(({ key, anchors }) => ({ at: anchors.end, y: tops.get(key) ?? 0 })),
  ].sort((a, b) => a.y - b.y);
  const ends = events.map(({ end }) => (end === Infinity ? knownUntil : end));
  const last = Math.min(view.end, Math.max(...ends, ...anchors.map(({ at }) => at)));
  const bottom = { at: last, y: Math.max(height - RUN_OUT, anchors.at(-1)?.y ?? 0) };
  const yOf = (at: EpochMs): number => yAt([...anchors, bottom], at);
  const bars: RailBar[] = [];
  const washes: RailWash[] = [];
  for (const item of events) {
    const { key, color, event, lasts, era } = item;
    const y = tops.get(key) ?? 0;
    const to = item.end === Infinity ? height : yOf(item.end);
    if (era) washes.push({ key, color, y, height: to - y });
    const track = tracks.get(key) ?? NO_TRACK;
    if (!lasts || track === NO_TRACK || to - y < TARGET) continue;
    const known = Math.max(y, Math.min(to, yOf(knownUntil)));
    const sign = railSign(event.span!, to - y, known - y, item.end > view.end);
    bars.push({ key, color, status: event.status, track, y, sign });
  }
  return { height, bars, washes };
}

/** Where a moment lies: between the last that begins before it and the next. */
function yAt(anchors: readonly Anchor[], at: EpochMs): number {
  let i = 0;
  while (i < anchors.length - 1 && anchors[i + 1]!.at < at) i++;
  const [from, to] = [anchors[i]!, anchors[i + 1]];
  if (!to || at <= from.at) return from.y;
  const share = (at - from.at) / (to.at - from.at);
  return from.y + (to.y - from.y) * Math.min(1, Number.isFinite(share) ? share : 1);
}

function railSign(span: DatedSpan, length: number, known: number, cut: boolean): SceneSign {
  const fades = fadesOf(span);
  const openEnd = span.end === Infinity;
  return {
    shape: shapeOf(span, length),
    cy: TARGET / 2,
    x0: 0,
    x1: length,
    knownX: openEnd ? known : length,
    cutStart: false,
    cutEnd: cut && !openEnd,
    openStart: span.start === -Infinity,
    openEnd,
    unknownStart: span.from.state === 'unknown',
    unknownEnd: span.to.state === 'unknown',
    fadeStart: fades.start && FADE,
    fadeEnd: fades.end && FADE,
    uncertain: span.uncertain || span.from.uncertain || span.to.uncertain,
    turned: true,
    members: [],
  };
}
