import { LANE } from './document-shape.js';
import type { IssueLog } from './issue-log.js';
import { isEntry, readFields } from './read-shape.js';
import type { Lane } from './timeline-event.js';
import type { Work } from './work.js';

/** Lanes between two rests. */
const BATCH = 256;

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

  /** Reads the lanes that a document declares; the log stands at them. */
  *declare(records: readonly unknown[], log: IssueLog): Work<void> {
    const parents: [lane: Draft, name: string, index: number][] = [];
    for (const [i, record] of records.entries()) {
      if (i % BATCH === BATCH - 1) yield i / records.length / 2;
      log.within(i, () =>
        log.attempt(() => {
          const [lane, parent] = this.#read(record, log) ?? [];
          if (lane && parent !== undefined) parents.push([lane, parent, i]);
        }),
      );
    }
    for (const { id, title } of this.#lanes.values()) if (!this.#ids.has(title)) this.#ids.set(title, id);
    const roots = new Roots();
    for (const [i, [lane, name, index]] of parents.entries()) {
      if (i % BATCH === BATCH - 1) yield 0.5 + i / parents.length / 2;
      const parent = this.#ids.get(name);
      if (parent !== undefined && roots.join(lane.id, parent)) lane.parent = parent;
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
    const copy = new LaneTable();
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

  /** Reads a lane; returns it and the name of its parent, or nothing where there is none to be added. */
  #read(record: unknown, log: IssueLog): [lane: Draft, parent?: string] | undefined {
    const fields = isEntry(record) ? readFields(LANE, record, log) : {};
    const id = fields.id ?? fields.title;
    if (id === undefined)
      return log.add('invalid-type', 'invalid lane', record, 'expected an object with an "id"');
    if (this.#lanes.has(id))
      return log.add('duplicate-id', 'duplicate id', id, 'the first lane is kept', 'id');
    return [this.#add(id, fields.title ?? id, fields.color, fields.collapsed), fields.parent];
  }
}

/** Trees that grow together, so that it is known which of them a lane is in, however deep it is. */
class Roots {
  /** By id, a lane further up; none for the top of a tree. */
  readonly #above = new Map<string, string>();

  /** Puts a lane that is the top of its tree under another; returns whether that is not in the same tree. */
  join(top: string, under: string): boolean {
    const root = this.#rootOf(under);
    if (root === top) return false;
    this.#above.set(top, root);
    return true;
  }

  /** Returns the top of the tree of a lane. The way there is halved, so that many such ways are short. */
  #rootOf(id: string): string {
    for (let at = id; ;) {
      const above = this.#above.get(at);
      if (above === undefined) return at;
      const further = this.#above.get(above);
      if (further === undefined) return above;
      this.#above.set(at, further);
      at = further;
    }
  }
}
