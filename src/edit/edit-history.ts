import type { Entry } from '../data/read-shape.js';

/** One change of one event: its record before, null where it is new, and after, null where it is no more. */
export interface Edit {
  readonly id: string;
  readonly before: Entry | null;
  readonly after: Entry | null;
}

/** How many edits can be undone. */
const MOST = 100;
/** Steps of one kind that follow each other within so many ms are undone as one. */
const JOIN_MS = 1000;

/** What was done, and what of it was undone: the newest last. */
export class EditHistory {
  #done: Edit[] = [];
  #undone: Edit[] = [];
  #kind = '';
  #at = -Infinity;

  /** What would be undone. */
  get last(): Edit | undefined {
    return this.#done.at(-1);
  }

  /** What would be done again. */
  get next(): Edit | undefined {
    return this.#undone.at(-1);
  }

  /** Notes an edit. One of the same `kind` that follows at once is joined to the one before; an empty kind joins nothing. */
  push(edit: Edit, kind: string, now: number): void {
    const { last } = this;
    const isJoined =
      kind !== '' && kind === this.#kind && now - this.#at < JOIN_MS && last?.id === edit.id && !this.next;
    if (isJoined) this.#done[this.#done.length - 1] = { ...edit, before: last.before };
    else this.#done.push(edit);
    if (this.#done.length > MOST) this.#done.shift();
    this.#undone = [];
    this.#kind = kind;
    this.#at = now;
  }

  /** Takes note that the last edit is undone. */
  stepBack(): void {
    this.#kind = '';
    const edit = this.#done.pop();
    if (edit) this.#undone.push(edit);
  }

  /** Takes note that what was undone last is done again. */
  stepForward(): void {
    const edit = this.#undone.pop();
    if (edit) this.#done.push(edit);
  }

  clear(): void {
    this.#done = [];
    this.#undone = [];
    this.#kind = '';
  }
}

/** A date is one, in however many fields it is written. */
const WHEN = ['date', 'start', 'end', 'dateText'];

/** The record with what an edit made of it, `from` one `to` another: fields that others have changed since stay. */
export function carryOver(current: Entry, from: Entry, to: Entry): Entry {
  if (current === from) return to;
  const differs = (field: string): boolean => from[field] !== to[field];
  const others = Object.keys({ ...from, ...to }).filter(field => !WHEN.includes(field) && differs(field));
  const changed = WHEN.some(differs) ? [...others, ...WHEN] : others;
  const rest = Object.entries(current).filter(([field]) => !changed.includes(field));
  const carried = Object.entries(to).filter(([field]) => changed.includes(field));
  return Object.fromEntries([...rest, ...carried]);
}
