import type { Entry, EventSource } from '../index/event-source.js';
import { cellsWithin, cellStep, type CellStep } from '../scale/calendar-cells.js';
import type { CalendarGrid } from '../scale/calendar-grid.js';
import { calendarGrid } from '../scale/probed-calendar.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import { laneCells } from './column-cells.js';
import type { ColumnRoom } from './column-room.js';
import { byTime } from './item.js';
import { drawnLasting, freeTracks, MOST_TRACKS, NO_TRACK } from './tracks.js';

export interface CrowdTracksInput {
  readonly source: EventSource;
  readonly calendar: CalendarGrid;
  /** That of the cells. */
  readonly step: CellStep;
  readonly room: ColumnRoom;
  readonly viewLength: EpochMs;
}

/** How many blocks a view is long, at the most. */
const BLOCKS = 2;
/** A time before which only that begins which has no begin. */
const BEGIN = -Number.MAX_VALUE;

/**
 * The tracks of a crowd, in which they cannot follow from all entries, nor from those in view, as panning must change none.
 * They are given anew in each block of the calendar, to those that stand in its cells and are over before it ends. From one block
 * into the next goes only the one that began first, on a track of its own.
 */
export class CrowdTracks {
  readonly #input: CrowdTracksInput;
  readonly #step: CellStep;
  /** By the begin of a block, the tracks of its events. */
  readonly #blocks = new Map<EpochMs, ReadonlyMap<string, number>>();
  readonly #first = new Map<EpochMs, Entry | null>();

  constructor(input: CrowdTracksInput) {
    this.#input = input;
    this.#step = cellStep(input.viewLength, BLOCKS, input.calendar);
  }

  /** The track of a stretch that is no era. */
  of({ id }: { readonly id: string }, { start, end }: TimeSpan): number {
    const block = this.#blockOf(start);
    if (end <= block.end) return this.#within(block).get(id) ?? NO_TRACK;
    const before = this.#firstOver(block.start);
    const isFree = !before || before.end <= start;
    return isFree && this.#firstOver(block.end)?.event.id === id ? MOST_TRACKS : NO_TRACK;
  }

  #blockOf(start: EpochMs): TimeSpan {
    if (start === -Infinity) return { start, end: BEGIN };
    const near = { start, end: start + this.#step.min };
    // What lasts into the view may have begun before its calendar does.
    const calendar = calendarGrid(this.#input.calendar.name, near);
    return cellsWithin(this.#step, near, calendar)[0]!;
  }

  #within(block: TimeSpan): ReadonlyMap<string, number> {
    let tracks = this.#blocks.get(block.start);
    if (!tracks) this.#blocks.set(block.start, (tracks = this.#assign(block)));
    return tracks;
  }

  #assign(block: TimeSpan): ReadonlyMap<string, number> {
    const { source, step, calendar, room } = this.#input;
    const cells = cellsWithin(step, block, calendar);
    const standing = new Map<string, Entry>();
    for (const { id } of source.lanes)
      for (const cell of laneCells(source.lane(id), cells, block, room))
        for (const entry of cell.entries)
          if (entry.start >= block.start && entry.end <= block.end && this.#lasts(entry))
            standing.set(entry.event.id, entry);
    const inOrder = [...standing.values()].sort(byTime);
    const tracks = freeTracks(inOrder, MOST_TRACKS - 1);
    return new Map(inOrder.map(({ event }, i) => [event.id, tracks[i]!]));
  }

  /** Of the stretches that begin before a moment and last beyond it the one that begins first. */
  #firstOver(at: EpochMs): Entry | null {
    let first = this.#first.get(at);
    if (first === undefined) {
      const { source } = this.#input;
      const found = source.lanes.flatMap(({ id }) => {
        const lane = source.lane(id);
        for (const place of lane.lasting(at, lane.begunBefore(at))) {
          const entry = lane.entry(place);
          if (this.#lasts(entry)) return [entry];
        }
        return [];
      });
      this.#first.set(at, (first = found.sort(byTime)[0] ?? null));
    }
    return first;
  }

  #lasts({ event }: Entry): boolean {
    return event.kind !== 'era' && drawnLasting(event, this.#input.viewLength);
  }
}
