import type { EventTable } from '../data/event-table.js';
import type { Lane } from '../data/timeline-event.js';
import { Grouping } from './grouping.js';

/** How many colours there are, by the names that documents have for them: "1" to "8". */
export const COLORS = 8;
/** The colour of what has none: of values of few events, of none at all, of several that differ. */
export const NEUTRAL = '0';

/** What the colours of events tell. Colours are as documents write them. */
export interface Coloring {
  /** The field whose values they tell. */
  readonly field: string;
  /** Whether a colour that an event has of its own comes before. */
  readonly yields: boolean;
  /** The colour of the event of a row; null where each has that of the lane that it is shown in. */
  readonly colorAt: ((row: number) => string) | null;
}

/** Returns what colours the events by the lane that they name first. */
export function laneColoring({ rows, document }: EventTable): Coloring {
  const colors = new Map(document.lanes.map((lane, i) => [lane.id, authoredColor(lane, i)]));
  const colorAt = (row: number): string => colors.get(rows.list(rows.place(row))[0]!) ?? NEUTRAL;
  return { field: 'lane', yields: true, colorAt };
}

/** Returns what colours the events by the first of their values that has a colour. O(n) */
export function valueColoring(table: EventTable, field: string): Coloring {
  const grouping = new Grouping(table, field, COLORS);
  const colors = groupColors(grouping);
  const known: (string | undefined)[] = [];
  const colorOf = (place: number): string =>
    (known[place] ??= colors.get(grouping.list(place)[0]!) ?? NEUTRAL);
  return { field, yields: false, colorAt: row => colorOf(grouping.place(row)) };
}

/** Returns the colours of groups of values, by their ids: of the largest, as many as there are colours. */
export function groupColors({ groups, largest }: Grouping): ReadonlyMap<string, string> {
  const colored = new Set(largest.slice(0, COLORS));
  let count = 0;
  return new Map(
    groups.map(({ id, kind }) => [id, kind === 'value' && colored.has(id) ? String(++count) : NEUTRAL]),
  );
}

/** The colour of a lane of a document; where nobody chose one it follows from its place among all. */
export const authoredColor = ({ color }: Pick<Lane, 'color'>, place: number): string =>
  color ?? String((place % COLORS) + 1);

/** The colour that all have; the neutral one where they differ. */
export function agreedColor(colors: Iterable<string>): string {
  let agreed: string | null = null;
  for (const color of colors) {
    if (agreed !== null && color !== agreed) return NEUTRAL;
    agreed = color;
  }
  return agreed ?? NEUTRAL;
}
