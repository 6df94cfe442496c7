import { LANE } from './document-shape.js';
import type { IssueLog } from './issue-log.js';
import { isEntry, readFields, readList } from './read-shape.js';
import type { Lane } from './timeline-event.js';

type Draft = { -readonly [K in keyof Lane]: Lane[K] };

/** The lanes of a document: those it declares, then those its events name, in order of appearance. */
export class LaneTable {
  /** By id. */
  readonly #lanes = new Map<string, Draft>();
  /** Ids by id and, where no id is spelled alike, by title. */
  readonly #ids = new Map<string, string>();

  /** One list for all events that stand in one lane only, by its id. */
  readonly #alone = new Map<string, readonly string[]>();

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
   * Returns the ids of the lanes with these ids or titles, none twice; a lane that nobody declared is
   * created, and so is the one without a name, for an event that names none.
   */
  idsOf(names: string | readonly string[] = ''): readonly string[] {
    if (typeof names === 'string') {
      const known = this.#ids.get(names) ?? this.#add(names, names).id;
      let ids = this.#alone.get(known);
      if (!ids) this.#alone.set(known, (ids = Object.freeze([known])));
      return ids;
    }
    if (names.length < 2) return this.idsOf(names[0]);
    return Object.freeze([...new Set(names.flatMap(name => this.idsOf(name)))]);
  }

  /** Returns all lanes so far, frozen. */
  toList(): readonly Lane[] {
    return Object.freeze([...this.#lanes.values()].map(lane => Object.freeze(lane)));
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
