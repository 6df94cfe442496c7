import { LANE } from './document-shape.js';
import { IssueLog } from './issue-log.js';
import { isEntry, readFields, readList } from './read-shape.js';
import type { Lane } from './timeline-event.js';

type Draft = { -readonly [K in keyof Lane]: Lane[K] };

/** The lanes of a document: those it declares, then those its events name, in order of appearance. */
export class LaneTable {
  /** By id. */
  #lanes = new Map<string, Draft>();
  /** Ids by id and, where no id is spelled alike, by title. */
  #ids = new Map<string, string>();
  /** The lists of lanes that events stand in, none twice. */
  #lists: (readonly string[])[] = [];
  /** Their places, by the one name that an event gives, and by several as JSON. */
  #alone = new Map<string, number>();
  #together = new Map<string, number>();

  /** Reads the declared lanes; the log stands at them. */
  constructor(records: readonly unknown[], log: IssueLog) {
    const parents: [Draft, string, number][] = [];
    readList(records, log, (record, index) => {
      const fields = isEntry(record) ? readFields(LANE, record, log) : {};
      const id = fields.id ?? fields.title;
      if (id === undefined) {
        log.add('invalid-type', 'invalid lane', record, 'expected an object with an "id"');
      } else if (this.#lanes.has(id)) {
        log.add('duplicate-id', 'duplicate id', id, 'the first lane is kept', 'id');
      } else {
        const lane = this.#add(id, fields.title ?? id, fields.color, fields.collapsed);
        if (fields.parent !== undefined) parents.push([lane, fields.parent, index]);
      }
    });
    for (const { id, title } of this.#lanes.values()) if (!this.#ids.has(title)) this.#ids.set(title, id);
    for (const [lane, name, index] of parents) {
      const parent = this.#ids.get(name);
      if (parent !== undefined && !this.#isWithin(parent, lane)) lane.parent = parent;
      else
        log.add(
          'invalid-value',
          'unknown lane',
          name,
          'expected the id of another, not below it',
          index,
          'parent',
        );
    }
  }

  /**
   * Returns the place, in `list`, of the lanes with these ids or titles, none twice; a lane that nobody declared
   * is created, and so is the one without a name, for an event that names none.
   */
  placeOf(names: string | readonly string[] = ''): number {
    if (typeof names !== 'string' && names.length < 2) return this.placeOf(names[0]);
    const key = typeof names === 'string' ? names : JSON.stringify(names);
    const places = typeof names === 'string' ? this.#alone : this.#together;
    let place = places.get(key);
    if (place === undefined) {
      const ids = [
        ...new Set(typeof names === 'string' ? [this.#idOf(names)] : names.map(name => this.#idOf(name))),
      ];
      place = this.#lists.push(Object.freeze(ids)) - 1;
      places.set(key, place);
    }
    return place;
  }

  /** How many places there are. */
  get places(): number {
    return this.#lists.length;
  }

  /** Whether no event has named several lanes. */
  get areSingle(): boolean {
    return this.#together.size === 0;
  }

  /** Returns the ids of the lanes at a place. */
  list(place: number): readonly string[] {
    return this.#lists[place]!;
  }

  /** Returns all lanes so far, frozen. */
  toList(): readonly Lane[] {
    return Object.freeze([...this.#lanes.values()].map(lane => Object.freeze(lane)));
  }

  /** Returns lanes of their own that begin as these are. */
  copy(): LaneTable {
    const copy = new LaneTable([], new IssueLog());
    copy.#lanes = new Map(this.#lanes);
    copy.#ids = new Map(this.#ids);
    copy.#lists = [...this.#lists];
    copy.#alone = new Map(this.#alone);
    copy.#together = new Map(this.#together);
    return copy;
  }

  #idOf(name: string): string {
    return this.#ids.get(name) ?? this.#add(name, name).id;
  }

  #add(id: string, title: string, color?: string, collapsed = false): Draft {
    const lane: Draft = { id, title, parent: null, color, collapsed };
    this.#lanes.set(id, lane);
    this.#ids.set(id, id);
    return lane;
  }

  /** Whether `id` is this lane or below it. */
  #isWithin(id: string, lane: Lane): boolean {
    for (let at: string | null = id; at !== null; at = this.#lanes.get(at)!.parent)
      if (at === lane.id) return true;
    return false;
  }
}
