import { formatValue } from '../language/format-value.js';
import type { Issue, IssueCode } from './issue.js';

type Step = string | number;

/** Returns where an event, or a field of it, stands in what was read, in words: `row 14, column "end"`. */
export type PlaceOf = (index: number, field?: string) => string;

/** Gives an issue that was noted before its words were known what is wrong, the value and the remedy. */
export type Words = (what: string, value?: unknown, remedy?: string) => void;

/** How many entries were given, and how many of them anything is wrong with. */
export interface EntryCount {
  readonly total: number;
  readonly faulty: number;
}

/** The lists whose members are entries of the data. */
const ENTRIES: readonly unknown[] = ['events', 'add', 'replace', 'restore', 'update'];

/** How an issue log is to be kept. */
export interface IssueLogOptions {
  /** What was found already. */
  readonly before?: readonly Issue[];
  /** The places in the list of events of those that something was found wrong with already. */
  readonly faulty?: Iterable<number>;
  /** Where events stand, in place of a path in the document. */
  readonly placeOf?: PlaceOf;
  /** How many issues are kept in full; default 1,000: who mends so many sees the rest next time. */
  readonly limit?: number;
}

/**
 * Collects issues. `path` is where the reader stands; whoever goes deeper pushes and pops, or uses `within`.
 * After the first so many it only counts, and says so in one closing issue.
 */
export class IssueLog {
  readonly path: Step[] = [];
  #kept: Issue[];
  /** By place among those, that of the event it is about in the list of events; below 0 for what came before any. */
  #events: number[];
  /** The entries that anything is wrong with: the place of an event, or the path of what an amendment holds. */
  readonly #faulty: Set<number | string>;
  /** How many more there are of each code. */
  readonly #more = new Map<IssueCode, number>();
  readonly #placeOf: PlaceOf | undefined;
  readonly #limit: number;

  constructor({ before = [], faulty = [], placeOf, limit = 1000 }: IssueLogOptions = {}) {
    this.#kept = [...before];
    this.#events = before.map(() => -1);
    this.#faulty = new Set(faulty);
    this.#placeOf = placeOf;
    this.#limit = limit;
  }

  /** Whether what comes is only counted, so that it needs no words. */
  get isFull(): boolean {
    return this.#kept.length >= this.#limit;
  }

  /** How many entries anything is wrong with. */
  get faulty(): number {
    return this.#faulty.size;
  }

  /** How many issues were noted, those that are only counted among them. */
  get size(): number {
    return [...this.#more.values()].reduce((sum, count) => sum + count, this.#kept.length);
  }

  /** All so far, those about events in the order of these, else in the order in which they were noted. */
  get issues(): Issue[] {
    const inOrder = [...this.#events.keys()].sort((a, b) => this.#events[a]! - this.#events[b]!);
    const kept = inOrder.map(i => this.#kept[i]!);
    return this.#more.size ? [...kept, this.#closing()] : kept;
  }

  /** Notes an issue here, or at `steps` from here: what is wrong, the value (`undefined`: none), the remedy. */
  add(code: IssueCode, what: string, value?: unknown, remedy = '', ...steps: Step[]): undefined {
    this.#blame();
    if (this.isFull) return this.#count(code);
    this.#keep(this.#issue(code, [...this.path, ...steps], what, value, remedy), steps);
  }

  /** Notes an issue here, or at `steps` from here, and returns what will give it its words. */
  reserve(code: IssueCode, ...steps: Step[]): Words {
    this.#blame();
    if (this.isFull) return this.#count(code) ?? WORDLESS;
    const path = [...this.path, ...steps];
    const at = this.#keep(this.#issue(code, path, '', undefined, ''), steps);
    return (what, value, remedy = '') => {
      this.#kept[at] = this.#issue(code, path, what, value, remedy);
    };
  }

  /** Takes over what another log has noted. */
  append(issues: readonly Issue[]): void {
    for (const issue of issues)
      if (this.isFull) this.#count(issue.code);
      else this.#keep(issue);
  }

  /** Leaves out what is void by now. */
  drop(isVoid: (issue: Issue) => boolean): void {
    const left = [...this.#kept.keys()].filter(i => !isVoid(this.#kept[i]!));
    this.#events = left.map(i => this.#events[i]!);
    this.#kept = left.map(i => this.#kept[i]!);
  }

  /** Returns what `read` returns, called with the log standing one step deeper. */
  within<T>(step: Step, read: () => T): T {
    this.path.push(step);
    const result = read();
    this.path.pop();
    return result;
  }

  /** Returns what `read` returns, or `undefined` and an issue where an object's own code (a getter, a proxy) throws. */
  attempt<T>(read: () => T): T | undefined {
    const depth = this.path.length;
    try {
      return read();
    } catch (error) {
      this.path.length = depth;
      const message = error instanceof Error ? error.message : '';
      return this.add('invalid-type', 'unreadable', message, 'expected plain data');
    }
  }

  /** Takes note of the entry that the log stands at or within. */
  #blame(): void {
    const [list, index] = this.path;
    if (typeof index === 'number' && ENTRIES.includes(list))
      this.#faulty.add(list === 'events' ? index : formatPath([list!, index]));
  }

  /** Keeps an issue, and returns its place. What is about no event stays behind what was noted before it. */
  #keep(issue: Issue, steps: readonly Step[] = []): number {
    const [list, index] = [...this.path, ...steps];
    const isOfEvent = list === 'events' && typeof index === 'number';
    this.#events.push(isOfEvent ? index : (this.#events.at(-1) ?? -1));
    return this.#kept.push(issue) - 1;
  }

  #count(code: IssueCode): undefined {
    this.#more.set(code, (this.#more.get(code) ?? 0) + 1);
  }

  #issue(code: IssueCode, steps: readonly Step[], what: string, value: unknown, remedy: string): Issue {
    const path = this.#pathOf(steps);
    const shown = value === undefined ? '' : `: ${formatValue(value)}`;
    return {
      code,
      path,
      message: `${path && `${path}: `}${what}${shown}${remedy && `; ${remedy}`}`,
      severity: severityOf(code),
    };
  }

  #pathOf(steps: readonly Step[]): string {
    const [list, index, field] = steps;
    return this.#placeOf && list === 'events' && typeof index === 'number'
      ? this.#placeOf(index, field as string | undefined)
      : formatPath(steps);
  }

  #closing(): Issue {
    const counts = [...this.#more];
    const total = counts.reduce((sum, [, count]) => sum + count, 0);
    return {
      code: 'more-issues',
      path: '',
      message: `${total} more: ${counts.map(([code, count]) => `${count} ${code}`).join(', ')}`,
      severity: counts.some(([code]) => severityOf(code) === 'error') ? 'error' : 'warning',
    };
  }
}

const WORDLESS: Words = () => {};

const severityOf = (code: IssueCode): Issue['severity'] =>
  /^(unknown|duplicate|end|outlier|bare|ambiguous|loose)-|^missing-title$/.test(code) ? 'warning' : 'error';

/** Returns `events[12].date` for `['events', 12, 'date']`. */
const formatPath = (steps: readonly Step[]) =>
  steps.map((step, i) => (typeof step === 'number' ? `[${step}]` : i ? `.${step}` : step)).join('');
