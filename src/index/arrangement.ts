import type { EventTable } from '../data/event-table.js';
import type { LaneAssignment } from '../data/lane-assignment.js';
import type { Lane } from '../data/timeline-event.js';
import {
  authoredColor,
  COLORS,
  groupColors,
  laneColoring,
  NEUTRAL,
  valueColoring,
  type Coloring,
} from './coloring.js';
import { fieldColumn } from './field-column.js';
import { Grouping, type Group } from './grouping.js';

/** The word for no lanes but one, and for no colours but one. */
export const NONE = 'none';

/** Which fields make the lanes and the colours. */
export interface Arrangement {
  readonly laneBy: string;
  readonly colorBy: string;
  /** A group of the values of a field in words; the title of an unnamed lane is empty. */
  titleOf(field: string, group: Group): string;
}

/** What a colour stands for. */
export interface ColorMeaning {
  readonly field: string;
  /** Null for several values, that have no colour of their own or are shown as one. */
  readonly value: string | null;
  readonly title: string;
  /** As documents write colours. */
  readonly color: string;
}

/** A table as it is shown. */
export interface Arranged {
  readonly table: EventTable;
  /** The fields that make its lanes and its colours. */
  readonly lanes: string;
  readonly colors: string;
  /** Null where colours tell the lanes that events are shown in. */
  readonly coloring: Coloring | null;
  /** What colours mean; nothing where they mean nothing, as there is one, or more lanes than colours. */
  readonly meanings: readonly ColorMeaning[];
}

/** Whether events may be told apart by a field: one of ours, or one that any of them has. */
export function hasField(table: EventTable, field: string): boolean {
  if (['lane', 'status', 'tags', 'people', 'place', 'kind', NONE].includes(field)) return true;
  return table.total === 0 || fieldColumn(table, field).ranked.length > 0;
}

/** The arrangement of the document itself. */
export const AS_WRITTEN: Arrangement = { laneBy: 'lane', colorBy: 'lane', titleOf: (_, { id }) => id };

/**
 * Returns a table with its events in the lanes and colours of some fields. A field that no event has makes neither. Where the document
 * has no lanes to be told by colours, they tell those that are made. O(n), and nothing where all is as the document says.
 */
export function arrange(table: EventTable, { laneBy, colorBy, titleOf }: Arrangement): Arranged {
  const lanes = hasField(table, laneBy) ? laneBy : 'lane';
  const asked = hasField(table, colorBy) ? colorBy : 'lane';
  const used = table.usedLanes();
  const colors = asked === 'lane' && used.size < 2 ? lanes : asked;
  const documentLanes = table.document.lanes.filter(({ id }) => used.has(id));
  const places = new Map(table.document.lanes.map(({ id }, place) => [id, place]));
  if (lanes === 'lane' && colors === 'lane') {
    const meanings = documentLanes.map(lane => laneMeaning(lane, places.get(lane.id)!));
    return { table, lanes, colors, coloring: null, meanings: telling(meanings) };
  }
  const coloring = coloringOf(table, lanes, colors, asked === 'lane');
  const meanings =
    colors === 'lane'
      ? documentLanes.map(lane => laneMeaning(lane, places.get(lane.id)!))
      : colors === NONE
        ? []
        : valueMeanings(new Grouping(table, colors, COLORS), titleOf);
  if (lanes === 'lane') {
    const color = colors === NONE ? '1' : NEUTRAL;
    const recolored = table.document.lanes.map(lane => ({ ...lane, color }));
    return {
      table: table.regrouped(recolored, null),
      lanes,
      colors,
      coloring,
      meanings: telling(meanings),
    };
  }
  const { made, assignment } = madeLanes(table, lanes, colors, titleOf);
  return {
    table: table.regrouped(made, assignment),
    lanes,
    colors,
    coloring,
    meanings: telling(meanings),
  };
}

function coloringOf(table: EventTable, lanes: string, colors: string, yields: boolean): Coloring {
  if (colors === lanes || colors === NONE) return { field: colors, yields, colorAt: null };
  return colors === 'lane' ? laneColoring(table) : valueColoring(table, colors);
}

/** The lanes that a field makes. */
function madeLanes(
  table: EventTable,
  field: string,
  colorField: string,
  titleOf: Arrangement['titleOf'],
): { readonly made: readonly Lane[]; readonly assignment: LaneAssignment } {
  const lane = (id: string, title: string, color: string): Lane => ({
    id,
    title,
    parent: null,
    color,
    collapsed: false,
  });
  if (field === NONE)
    return { made: [lane('', '', colorField === NONE ? '1' : NEUTRAL)], assignment: ONE_LANE };
  const grouping = new Grouping(table, field);
  const own = groupColors(grouping);
  const colorOf = (id: string): string =>
    colorField === field ? own.get(id)! : colorField === NONE ? '1' : NEUTRAL;
  const made = grouping.groups.map(group => lane(group.id, titleOf(field, group), colorOf(group.id)));
  return { made, assignment: grouping };
}

/** All events in one lane. */
const ONE_LANE: LaneAssignment = { places: 1, areSingle: true, place: () => 0, list: () => [''] };

/** What the colour of a lane stands for, which has that place among all. */
export const laneMeaning = (lane: Lane, place: number): ColorMeaning => ({
  field: 'lane',
  value: lane.id,
  title: lane.title,
  color: authoredColor(lane, place),
});

function valueMeanings(grouping: Grouping, titleOf: Arrangement['titleOf']): ColorMeaning[] {
  const colors = groupColors(grouping);
  const { field } = grouping;
  return grouping.groups.map(group => ({
    field,
    value: group.kind === 'other' ? null : group.id,
    title: titleOf(field, group),
    color: colors.get(group.id)!,
  }));
}

/** Meanings, where they tell anything: lanes that share colours, and what has but one colour, tell nothing by them. */
export const telling = (meanings: readonly ColorMeaning[]): readonly ColorMeaning[] =>
  new Set(meanings.map(({ color }) => color)).size > 1 &&
  (meanings[0]!.field !== 'lane' || meanings.length <= COLORS)
    ? meanings
    : [];
