import type { Entry, EventSource } from '../index/event-source.js';
import type { EpochMs } from '../time/epoch-ms.js';
import type { ColumnEvent } from './column.js';
import { CrowdTracks, type CrowdTracksInput } from './crowd-tracks.js';
import { byTime } from './item.js';
import { markKey } from './mark-key.js';
import { assignTracks, drawnLasting, LINE, MOST_TRACKS, NO_TRACK } from './tracks.js';

/** Where what lasts is drawn; neither follows from where the view lies. */
export interface ColumnTracks {
  /** The track of an event, by its key, whether it is in view or not; eras have none. */
  readonly tracks: ReadonlyMap<string, number>;
  /** How many tracks stand beside the line, that of the counts of what finds none among them. */
  readonly trackCount: number;
}

/** The tracks of few events: those not in view have theirs as well, so that panning changes none. */
export function tracksOfAll(source: EventSource, viewLength: EpochMs): ColumnTracks {
  const entries = new Map(
    source.lanes
      .flatMap(({ id }) => source.entries(id))
      // Eras are a wash behind all.
      .filter(({ event }) => event.kind !== 'era')
      .map(entry => [entry.event.id, entry]),
  );
  const all = [...entries.values()].sort(byTime);
  const { tracks, count } = assignTracks(
    all.map(({ event, start, end }) => ({ start, end, lasts: drawnLasting(event, viewLength) })),
  );
  const trackCount = count + Number(tracks.includes(NO_TRACK));
  const keyOf = ({ event }: Entry): string => markKey(event.id, source.lanesOf(event)[0]!);
  return { tracks: new Map(all.map((entry, i) => [keyOf(entry), tracks[i]!])), trackCount };
}

/** Those of a crowd: it always leaves room for as many as there may be. */
export function crowdTracks(events: readonly ColumnEvent[], input: CrowdTracksInput): ColumnTracks {
  const isDrawn = input.room.cells > 0;
  const tracks = new CrowdTracks(input);
  const trackOf = (item: ColumnEvent): number => {
    if (!item.lasts) return LINE;
    return isDrawn ? tracks.of(item.event, item) : NO_TRACK;
  };
  return {
    tracks: new Map(events.filter(({ era }) => !era).map(item => [item.key, trackOf(item)])),
    trackCount: (isDrawn ? MOST_TRACKS : 0) + 1,
  };
}
