import type { EventTable } from '../data/event-table.js';
import type { Lane, TimelineEvent } from '../data/timeline-event.js';
import { NONE, type Arranged } from '../index/arrangement.js';
import { valuesReader } from '../index/field-values.js';
import { shownMeanings } from '../index/shown-meanings.js';
import type { TableSource } from '../index/table-source.js';
import { valueName } from '../language/field-words.js';
import type { Language } from '../language/language.js';
import { laneColor } from '../layout/lane-color.js';
import { joinTexts } from './names.js';

/** The data as they are shown. */
export interface ShownData {
  readonly table: EventTable;
  readonly source: TableSource;
  readonly arranged: Arranged;
}

/** Fields that the name of an event says in any case. */
const NAMED = new Set(['status', 'kind', 'title', NONE]);
/** Fields that its details say. */
const DETAILED = new Set([...NAMED, 'lane', 'people', 'place', 'tags']);

/** What lanes and colours tell of events, in words: nothing is told by them alone. */
export class LaneWords {
  readonly #data: ShownData;
  readonly #language: Language;
  /** As they are shown, and as the document has them. */
  readonly #shown: ReadonlyMap<string, Lane>;
  readonly #own: ReadonlyMap<string, Lane>;

  constructor(data: ShownData, language: Language) {
    const byId = ({ document }: EventTable) => new Map(document.lanes.map(lane => [lane.id, lane]));
    this.#data = data;
    this.#language = language;
    this.#shown = byId(data.source.table);
    this.#own =
      data.source.table.document.lanes === data.table.document.lanes ? this.#shown : byId(data.table);
  }

  /** What the colours mean that are shown. */
  get meanings(): Arranged['meanings'] {
    return shownMeanings(this.#data.arranged, this.#data.source);
  }

  /** Title and colour (a CSS value) of a lane that is shown. */
  lane(id: string): { readonly title: string; readonly color: string } {
    const lane = this.#shown.get(id);
    return { title: lane?.title ?? id, color: laneColor(lane?.color, this.#data.source.placeOf(id)) };
  }

  /** The colour (a CSS value) of the mark of an event, in one of its lanes or the first of them. */
  color(event: TimelineEvent, lane?: string): string {
    const { source } = this.#data;
    const own = source.colorOf(event);
    return own ? laneColor(own, 0) : this.lane(lane ?? source.lanesOf(event)[0] ?? '').color;
  }

  /** The titles of the lanes that an event names. */
  ownLanes({ lanes }: TimelineEvent): string {
    return joinTexts(
      lanes.map(id => this.#own.get(id)?.title ?? id),
      this.#language,
    );
  }

  /** What the name of a mark says of its lane and its colour, where it does not say so already. */
  ofMark(event: TimelineEvent, lane: string): string {
    const { lanes, colors } = this.#data.arranged;
    const isTold = this.#shown.size > 1 && !NAMED.has(lanes);
    return joinTexts(
      [
        isTold ? this.lane(lane).title : '',
        colors === lanes || NAMED.has(colors) ? '' : this.#valuesOf(event, colors),
      ],
      this.#language,
    );
  }

  /** What lanes and colours tell of an event that its details do not say. */
  ofDetails(event: TimelineEvent): string {
    const { lanes, colors } = this.#data.arranged;
    const fields = new Set([lanes, colors].filter(field => !DETAILED.has(field)));
    return joinTexts(
      Array.from(fields, field => this.#valuesOf(event, field)),
      this.#language,
    );
  }

  #valuesOf(event: TimelineEvent, field: string): string {
    if (field === 'lane') return this.ownLanes(event);
    const { table } = this.#data;
    const row = table.rows.rowOf(event.id);
    const values = row < 0 ? [] : valuesReader(table, field)(row);
    return joinTexts(
      values.map(value => valueName(field, value, this.#language)),
      this.#language,
    );
  }
}
