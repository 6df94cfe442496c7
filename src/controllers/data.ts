import { amendTable, type Amendment } from '../data/amend-table.js';
import type { EventTable } from '../data/event-table.js';
import { IssueLog } from '../data/issue-log.js';
import type { Issue } from '../data/issue.js';
import { projectTable } from '../data/project-table.js';
import { isEntry } from '../data/read-shape.js';
import { readTable, type ReadTable } from '../data/read-table.js';
import type { TimelineDocument } from '../data/timeline-event.js';
import { finish, type Drive } from '../data/work.js';
import { arrange, AS_WRITTEN, type Arranged, type Arrangement } from '../index/arrangement.js';
import { TableSource } from '../index/table-source.js';
import { PROPORTIONAL, type Warp } from '../scale/warp.js';
import { AuthorWarning } from './author-warning.js';
import { ChildrenController, type ChildData } from './children.js';
import { DataState } from './data-state.js';
import { chooseSource, mannerOf, type DataSources, type Source } from './data-sources.js';
import { inFile, type LoadFailure } from './load-failure.js';
import { LoadController } from './load.js';
import { pacer } from './pacer.js';
import { readBytes, readSource } from './read-source.js';
import { RefreshController } from './refresh.js';
import type { ControllerHost } from './target-controller.js';

/** The data as they stand. */
export interface Data {
  readonly table: EventTable;
  readonly source: TableSource;
  /** Number of the load that they come from: amended data keep it. */
  readonly load: number;
  /** In which lanes and colours they are shown: the table of the source. */
  readonly arranged: Arranged;
}

export interface DataOptions {
  /** Data have been taken in, a request began, went on or failed. */
  changed(): void;
  /** Resolves when somebody may see what is loaded again by itself. */
  near(): Promise<void>;
  /** Something is on its way that will be waited for. */
  loading(): void;
  /** `isStreamed`: by an amendment or a refresh, which nobody waits for. */
  loaded(count: number, issues: readonly Issue[], isStreamed: boolean): void;
  failed(failure: LoadFailure): void;
  /** All that is wrong, with the data and with how they are given. */
  issues(): readonly Issue[];
}

/** Failures that leave nothing of a document. */
const FATAL = new Set<Issue['code']>(['invalid-json', 'invalid-document', 'missing-package']);
/** The share of a load that its download is. */
const DOWNLOAD = 0.5;

/**
 * Takes in the data: picks the source, loads and reads it, builds table and index, and keeps what is
 * on show when a later load fails.
 */
export class DataController {
  readonly state = new DataState();
  readonly #options: DataOptions;
  readonly #load: LoadController;
  readonly #refresh: RefreshController;
  readonly #warning: AuthorWarning;
  readonly #children: ChildrenController;
  #child: ChildData | null = null;
  #given: DataSources | null = null;
  #source: Source = { origin: null, value: null };
  /** How it is read. */
  #manner = '';
  /** Ends the reading of a property or of children. */
  #run = new AbortController();
  #reading: Promise<void> = Promise.resolve();
  /** As it was read, its instants in the zone that it names. */
  #table = finish(readTable([])).table;
  /** What was wrong with the table and with its amendments; null where there are none. */
  #log: IssueLog | null = null;
  /** By issue of an amendment, the id of the event that it is about. */
  #owners = new Map<Issue, string>();
  #zone: string | null = null;
  /** What the reader has chosen: by lane, whether it is collapsed. */
  #choices = new Map<string, boolean>();
  #warp = PROPORTIONAL;
  #arrangement = AS_WRITTEN;
  /** What was arranged last. */
  #arrangedOf = { table: this.#table, by: AS_WRITTEN, arranged: arrange(this.#table, AS_WRITTEN) };
  #data = this.#shown({ table: this.#table, load: 0 });

  constructor(host: ControllerHost, options: DataOptions) {
    this.#options = options;
    this.#warning = new AuthorWarning(host, options);
    this.#load = new LoadController(host, {
      maxBytes: () => this.#given!.maxBytes,
      html: () => this.#given!.format === 'html',
      started: () => this.#begin(),
      progress: share => this.#advance(share === null ? null : share * DOWNLOAD),
      load: async (answer, signal) => {
        const read = await readBytes(answer, this.#given!, this.#drive(signal, DOWNLOAD));
        return signal.aborted ? undefined : this.#take(read, answer.url);
      },
      unchanged: () => this.#keep(),
      failed: failure => this.#fail(failure),
    });
    this.#refresh = new RefreshController(host, {
      refresh: async () => {
        await options.near();
        if (host.isConnected) await this.#load.refresh();
      },
    });
    this.#children = new ChildrenController(host, {
      changed: child => {
        this.#child = child;
        this.#choose();
        options.changed();
      },
    });
  }

  get current(): Data {
    return this.#data;
  }

  /** Whether data that need no loading are being read. */
  get isReading(): boolean {
    return this.state.loading && this.#source.origin !== 'src';
  }

  /** Resolves when all that was given is taken in or has failed; never rejects. */
  async settled(): Promise<void> {
    await this.#children.settled;
    await this.#reading;
    await this.#load.settled;
  }

  /** Takes note of what the host was given, and takes in what is new of it. */
  give(sources: DataSources): void {
    this.#given = sources;
    this.#choose();
    this.#refresh.seconds = this.#source.origin === 'src' ? sources.refresh : 0;
  }

  /** Zone in which instants are shown; `null` for the document's own. */
  set timeZone(zone: string | null) {
    if (zone === this.#zone) return;
    this.#zone = zone;
    this.#project();
  }

  /** The line that the source counts on. */
  set warp(warp: Warp) {
    if (warp === this.#warp) return;
    this.#warp = warp;
    this.#look();
  }

  /** Which fields make the lanes and the colours. */
  set arrangement(arrangement: Arrangement) {
    this.#arrangement = arrangement;
    this.#look();
  }

  /** Collapses a lane or expands it; that holds for other data, too, until they say how it is to be. */
  collapse(lane: string, collapsed: boolean): void {
    this.#choices.set(lane, collapsed);
    this.#look();
    this.#options.changed();
  }

  /** Collapses the lanes that the document says, and no others. */
  collapseAsDeclared(): void {
    if (this.#choices.size === 0) return;
    this.#choices = new Map();
    this.#look();
  }

  /** The document as it stands. */
  get document(): TimelineDocument {
    return this.#table.toDocument();
  }

  /** Adds, updates and removes events until the next load; of a failed load nothing is said any more. */
  amend(amendments: readonly Amendment[]): void {
    this.#log ??= new IssueLog({ before: this.state.found });
    const fresh: Issue[] = [];
    for (const amendment of amendments) {
      const { table, issues, owners, entries } = amendTable(this.#table, amendment);
      const mended = this.#forget(amendment);
      const { total, faulty } = this.state.entries;
      this.state.entries = { total: total + entries.total, faulty: faulty + entries.faulty - mended };
      this.#table = table;
      this.#log.append(issues);
      for (const [issue, id] of this.#log.isFull ? [] : owners) this.#owners.set(issue, id);
      fresh.push(...issues);
    }
    this.#load.forget();
    this.state.end();
    this.state.found = this.#log.issues;
    this.#project(this.#data.load);
    this.#options.changed();
    this.#options.loaded(this.#table.total, this.state.issues, true);
    this.#warning.warn(true, fresh);
  }

  /** Drops what earlier amendments said of events that are removed or updated, and returns of how many. */
  #forget({ remove = [], replace = [], update = [] }: Amendment): number {
    const anew = [...replace, ...update].map(record => isEntry(record) && record.id);
    const ids = new Set([...remove, ...anew].map(String));
    const isVoid = (issue: Issue): boolean => ids.has(this.#owners.get(issue) ?? '');
    const mended = new Set([...this.#owners.values()].filter(id => ids.has(id))).size;
    if (!mended) return 0;
    this.#log!.drop(isVoid);
    for (const issue of [...this.#owners.keys()].filter(isVoid)) this.#owners.delete(issue);
    return mended;
  }

  /** Tells the author of something that has come to light since these were taken in. */
  warn(found: Issue): void {
    this.#warning.add(found);
  }

  /** Loads `src` anew. */
  reload(): Promise<void> {
    return this.#source.origin === 'src' ? this.#load.reload() : Promise.resolve();
  }

  /** Gives up what is loading; what was on show stays. */
  cancel(): void {
    if (!this.state.loading) return;
    this.#run.abort();
    if (this.#source.origin === 'src') this.#load.cancel();
    else this.#fail({ kind: 'cancelled', url: '' });
  }

  #choose(): void {
    if (!this.#given) return; // children come before the host's first update
    const { source, ignored } = chooseSource(this.#given, this.#child);
    const manner = mannerOf(source, this.#given);
    const { origin, value } = source;
    this.state.ignored = ignored;
    if (origin === this.#source.origin && value === this.#source.value && manner === this.#manner) return;
    this.#source = source;
    this.#manner = manner;
    this.#run.abort();
    this.state.end();
    if (source.origin !== 'src') {
      this.#load.src = null;
      this.#read(source);
      return;
    }
    this.state.begin();
    if (value === this.#load.src) void this.#load.anew();
    else this.#load.src = source.value;
  }

  /** Reads what needs no loading. */
  #read(source: Exclude<Source, { origin: 'src' }>): void {
    const { signal } = (this.#run = new AbortController());
    const read = readSource(source, this.#given!, this.#drive(signal));
    if (!(read instanceof Promise)) return this.#finish(read);
    this.#begin();
    this.#reading = read.then(
      found => {
        if (!signal.aborted) this.#finish(found);
      },
      (cause: unknown) => {
        if (!signal.aborted) this.#fail({ kind: 'data', url: '', cause });
      },
    );
  }

  #finish(read: ReadTable): void {
    const failure = this.#take(read, '');
    if (failure) this.#fail(failure);
  }

  /** Drives works without holding up the page; `from` is the share that was done before. */
  #drive(signal: AbortSignal, from = 0): Drive {
    return pacer({ signal, progress: share => this.#advance(from + share * (1 - from)) });
  }

  #begin(): void {
    this.state.begin();
    this.#options.loading();
    this.#options.changed();
  }

  #advance(share: number | null): void {
    if (this.state.advance(share)) this.#options.changed();
  }

  /** Shows what was read, unless nothing of it is a document, and then returns that. */
  #take({ table, issues, entries }: ReadTable, url: string): LoadFailure | undefined {
    const fatal =
      table.total === 0 && issues.find(({ code, severity }) => severity === 'error' && FATAL.has(code));
    if (fatal) {
      const named = inFile(fatal, url);
      return {
        kind: 'data',
        url,
        cause: named.message,
        issues: issues.map(issue => (issue === fatal ? named : issue)),
      };
    }
    this.state.entries = entries;
    this.#show(table, issues);
  }

  /** What came is what is on show. */
  #keep(): void {
    if (!this.#load.refreshing) return this.#show(this.#table, this.state.found);
    this.#end();
    this.#options.changed();
  }

  #show(table: EventTable, issues: readonly Issue[]): void {
    this.#end();
    this.state.found = issues;
    if (table !== this.#table) {
      this.#table = table;
      this.#log = null;
      this.#owners.clear();
      this.#project();
    }
    this.#options.changed();
    if (!this.#source.origin) return;
    this.#options.loaded(table.total, this.state.issues, this.#load.refreshing);
    this.#warning.warn(this.#load.refreshing);
  }

  #project(load = this.#data.load + 1): void {
    const table = projectTable(this.#table, this.#zone ?? this.#table.document.timeZone);
    this.#look({ table, load });
  }

  /** Looks at the data as they are to be shown by now. */
  #look(data: Pick<Data, 'table' | 'load'> = this.#data): void {
    this.#data = this.#shown(data);
  }

  #shown({ table, load }: Pick<Data, 'table' | 'load'>): Data {
    let { arranged } = this.#arrangedOf;
    if (this.#arrangedOf.table !== table || this.#arrangedOf.by !== this.#arrangement) {
      arranged = arrange(table, this.#arrangement);
      this.#arrangedOf = { table, by: this.#arrangement, arranged };
    }
    const { coloring } = arranged;
    const source = new TableSource(arranged.table, { choices: this.#choices, coloring, warp: this.#warp });
    return { table, source, load, arranged };
  }

  #fail(failure: LoadFailure): void {
    this.#end(failure);
    this.#options.changed();
    this.#options.failed(failure);
    this.#warning.warn(this.#load.refreshing);
  }

  #end(failure?: LoadFailure): void {
    this.state.end(failure);
    this.#refresh.restart();
  }
}
