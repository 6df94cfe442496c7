import { eventTable, type EventTable } from '../data/event-table.js';
import type { Issue } from '../data/issue.js';
import { normalizeDocument, type NormalizedDocument } from '../data/normalize-document.js';
import { parseTimeline } from '../data/parse-timeline.js';
import { projectDocument } from '../data/project-document.js';
import type { TimelineDocument } from '../data/timeline-event.js';
import { TableSource } from '../index/table-source.js';
import { ChildrenController } from './children.js';
import type { LoadFailure } from './fetch-text.js';
import { LoadController } from './load.js';
import type { ControllerHost } from './target-controller.js';

/** Where data may come from; the first that is present is used. */
export interface DataSources {
  readonly data: unknown;
  readonly events: unknown;
  readonly src: string | null | undefined;
}

/** The data as they stand. */
export interface Data {
  readonly table: EventTable;
  readonly source: TableSource;
}

export interface DataOptions {
  /** Data have been taken in, or a request began or failed. */
  changed(): void;
  loaded(count: number, issues: readonly Issue[]): void;
  failed(failure: LoadFailure): void;
}

const NAMES = {
  data: 'the property "data"',
  events: 'the property "events"',
  src: 'the attribute "src"',
  child: 'the child script',
};
type Origin = keyof typeof NAMES;

/** Failures that leave nothing of a document. */
const FATAL = new Set<Issue['code']>(['invalid-json', 'invalid-document']);

/**
 * Takes in the data: picks the source, loads and parses it, builds table and index, and keeps what is
 * on show when a later load fails.
 */
export class DataController {
  readonly #options: DataOptions;
  readonly #load: LoadController;
  #child: string | null = null;
  #given: DataSources = { data: null, events: null, src: null };
  #origin: Origin | null = null;
  #value: unknown = null;
  /** As it was given, its instants in the zone that it names. */
  #document = normalizeDocument([]).document;
  #zone: string | null = null;
  #data = tableOf(this.#document);
  #found: readonly Issue[] = [];
  #ignored: readonly Issue[] = [];
  #failure: LoadFailure | null = null;
  #loading = false;
  #parsing: Promise<void> = Promise.resolve();

  constructor(host: ControllerHost, options: DataOptions) {
    this.#options = options;
    this.#load = new LoadController(host, {
      started: () => {
        this.#loading = true;
        options.changed();
      },
      load: async ({ text, url }, signal) => {
        const parsed = await parseTimeline(text);
        if (!signal.aborted) this.#take(parsed, url);
      },
      failed: failure => this.#fail(failure),
    });
    new ChildrenController(host, {
      changed: text => {
        this.#child = text;
        this.#choose();
        options.changed();
      },
    });
  }

  get current(): Data {
    return this.#data;
  }

  get issues(): readonly Issue[] {
    return [...this.#ignored, ...this.#found];
  }

  get failure(): LoadFailure | null {
    return this.#failure;
  }

  get loading(): boolean {
    return this.#loading;
  }

  /** Resolves when all that was given is taken in or has failed; never rejects. */
  async settled(): Promise<void> {
    await this.#parsing;
    await this.#load.settled;
  }

  /** Takes note of what the host was given, and takes in what is new of it. */
  give(sources: DataSources): void {
    this.#given = sources;
    this.#choose();
  }

  /** Zone in which instants are shown; `null` for the document's own. */
  set timeZone(zone: string | null) {
    if (zone === this.#zone) return;
    this.#zone = zone;
    this.#project();
  }

  /** Loads `src` anew. */
  reload(): Promise<void> {
    return this.#origin === 'src' ? this.#load.reload() : Promise.resolve();
  }

  #choose(): void {
    const { data, events, src } = this.#given;
    const present = Object.entries({ data, events, src: src || null, child: this.#child }).filter(
      ([, value]) => value !== null && value !== undefined,
    ) as [Origin, unknown][];
    const [chosen, ...others] = present;
    const [origin, value] = chosen ?? [null, null];
    this.#ignored = others.map(([other]) => ({
      code: 'source-ignored',
      path: '',
      message: `source ignored: ${NAMES[other]} is not used while ${NAMES[origin!]} is set; remove one of them`,
      severity: 'warning',
    }));
    if (origin === this.#origin && value === this.#value) return;
    this.#origin = origin;
    this.#value = value;
    this.#failure = null;
    this.#loading = origin === 'src';
    this.#load.src = origin === 'src' ? (value as string) : null;
    if (origin === 'data') this.#take(normalizeDocument(value), '');
    else if (origin === 'events') this.#take(normalizeDocument({ events: value }), '');
    else if (origin === 'child')
      this.#parsing = parseTimeline(value as string).then(parsed => {
        if (this.#value === value) this.#take(parsed, '');
      });
    else if (origin === null) this.#take(normalizeDocument([]), '');
  }

  #take(parsed: NormalizedDocument, url: string): void {
    const fatal = parsed.document.events.length === 0 && parsed.issues.find(({ code }) => FATAL.has(code));
    this.#found = parsed.issues;
    if (fatal) return this.#fail({ kind: 'data', url, cause: fatal.message });
    this.#loading = false;
    this.#failure = null;
    this.#document = parsed.document;
    this.#project();
    this.#options.changed();
    if (this.#origin) this.#options.loaded(parsed.document.events.length, this.issues);
  }

  #project(): void {
    this.#data = tableOf(projectDocument(this.#document, this.#zone ?? this.#document.timeZone));
  }

  #fail(failure: LoadFailure): void {
    this.#loading = false;
    this.#failure = failure;
    if (failure.kind !== 'data')
      this.#found = [{ code: 'load-failed', path: '', message: failureText(failure), severity: 'error' }];
    this.#options.changed();
    this.#options.failed(failure);
  }
}

function tableOf(document: TimelineDocument): Data {
  const table = eventTable(document);
  return { table, source: new TableSource(table) };
}

/** What went wrong with a load, for the author: place, what, value. */
export function failureText({ kind, status, url, contentType, cause }: LoadFailure): string {
  const what = {
    url: 'not an http or https address',
    network: 'no answer, or none that this page may read',
    http: `status ${status}`,
    timeout: 'no answer in time',
    size: 'more data than may be loaded',
    type: `${contentType} instead of data`,
    data: String(cause),
  }[kind];
  return kind === 'data' ? what : `src: not loaded: ${what}: "${url}"`;
}
