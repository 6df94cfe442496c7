import { LitElement, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AmendmentController } from './controllers/amendments.js';
import { Announcer, type Pace } from './controllers/announcer.js';
import { ColumnController } from './controllers/column.js';
import { DataController, type Data } from './controllers/data.js';
import { MAX_BYTES } from './controllers/fetch-bytes.js';
import { FocusController } from './controllers/focus.js';
import { FocusRescue } from './controllers/focus-rescue.js';
import { FontController } from './controllers/fonts.js';
import { GestureController, type WheelMode } from './controllers/gestures.js';
import { HelpController } from './controllers/help.js';
import { listKeys } from './controllers/key-list.js';
import { KeyController, type KeyAction, type KeyDirections } from './controllers/keys.js';
import { LayoutChoice } from './controllers/layout-choice.js';
import { canRetry } from './controllers/load-failure.js';
import { LaneSightController } from './controllers/lane-sight.js';
import { LanguageController } from './controllers/language-controller.js';
import { NearnessController } from './controllers/nearness.js';
import { Navigation, ZOOM_STEP } from './controllers/navigation.js';
import { OverviewController } from './controllers/overview.js';
import { PeekController } from './controllers/peek.js';
import { PrintController } from './controllers/print.js';
import { Selection, type ShownItems } from './controllers/selection.js';
import { SizeController, type Size } from './controllers/size.js';
import { ViewController, type DataChange } from './controllers/view.js';
import { isMostlyIn } from './data/alike.js';
import type { DocumentRecord, EventRecord } from './data/document-shape.js';
import type { Columns } from './data/formats/format.js';
import { FORMATS, type Format } from './data/formats/formats.js';
import type { Issue } from './data/issue.js';
import { MAX_EVENTS } from './data/read-table.js';
import { writeJson } from './data/writers/json.js';
import type { TimelineEvent } from './data/timeline-event.js';
import { overlapsView, type EventSource } from './index/event-source.js';
import type { Strings } from './language/english.js';
import { formatValue } from './language/format-value.js';
import { isCalendar } from './language/intl.js';
import { languageFor, type Language } from './language/language.js';
import { viewWith } from './layout/event-focus.js';
import type { Column } from './layout/column.js';
import { isLayout, LAYOUTS, type DrawnLayout, type LayoutWord } from './layout/layout-word.js';
import { laneOfTitle, markKey, markOfKey, titleKey } from './layout/mark-key.js';
import { canvasStyles } from './render/canvas-styles.js';
import { columnStyles } from './render/column-styles.js';
import { frameContext } from './render/frame-context.js';
import { frameTemplate, type FrameActions } from './render/frame.js';
import { frameStyles } from './render/frame-styles.js';
import { LIST_PAGE } from './render/list.js';
import { helpStyles } from './render/help-styles.js';
import { listStyles } from './render/list-styles.js';
import { joinTexts } from './render/names.js';
import { issuesText } from './render/notice.js';
import { overviewStyles } from './render/overview-styles.js';
import { printStyles } from './render/print-styles.js';
import { spanWords } from './render/range-words.js';
import { theme } from './render/theme.js';
import type { ToolbarAction, ToolbarState } from './render/toolbar.js';
import { sameView } from './scale/view.js';
import { PictureStage } from './stage/picture-stage.js';
import type { TimeSpan } from './time/epoch-ms.js';
import { parseDate } from './time/parse-date.js';
import { isTimeZone } from './time/zone.js';
import type { TimelineEventMap } from './timeline-events.js';

/** What a view may be given as: an EDTF interval, ms, or nothing for the first view. */
export type ViewInput = string | TimeSpan | null | undefined;

/** What the reader may use; the words of the attribute `controls`. */
const CONTROLS = ['zoom', 'legend', 'overview', 'views'];
/** With no more dated events than this there is an overview only where it is asked for. */
const FEW = 200;
/** The properties that data come from, and those that say how. */
const SOURCES = ['data', 'events', 'src', 'format', 'columns', 'maxBytes', 'maxEvents', 'refresh'] as const;
/**
 * Shows dated events on an interactive timeline that tells the truth about time and about what is
 * known. Dates keep the precision they were written with; a date without a zone is the same day for
 * every reader; what is ongoing is drawn as known only until the document's `asOf`.
 *
 * Data come from the first of these that is present: the property `data`, the property `events`, the
 * attribute `src`, a child `<script type="application/json">`.
 *
 * @tagname timeline-view
 * @attr {string} view - The first view: an EDTF interval. The property of that name is the view as it stands.
 * @slot title - In the place of the heading's text.
 * @slot empty - Shown where there are no events.
 * @slot error - Shown where the data could not be had.
 * @slot event:ID - An author's own details for the event with that id.
 * @fires {CustomEvent<TimelineLoadDetail>} timeline-load - Data have been taken in: `{ count, issues }`.
 * @fires {CustomEvent<TimelineErrorDetail>} timeline-error - There are no data: `{ kind, status, url, cause }`.
 * @fires {CustomEvent<TimelineSelectDetail>} timeline-select - The reader selects an event, or none: `{ event }`. Cancelable, sent before the change.
 * @fires {CustomEvent<TimelineViewChangeDetail>} timeline-view-change - The reader moves the view: `{ start, end, settled, by }`, once a frame at most and once at the end with `settled: true`.
 * @fires {CustomEvent<TimelineLayoutChangeDetail>} timeline-layout-change - The layout is another one, by the reader's choice or the element's own width: `{ layout }`.
 * @fires {CustomEvent<TimelineLaneToggleDetail>} timeline-lane-toggle - The reader has collapsed or expanded a lane: `{ lane, collapsed, by }`.
 * @csspart root - Everything.
 * @csspart header - Heading, summary and toolbar.
 * @csspart toolbar - The toolbar.
 * @csspart button - A button.
 * @csspart canvas - The area of the lanes; its content box spans exactly the view.
 * @csspart axis - The axis with its gridlines.
 * @csspart tick - A tick of the axis.
 * @csspart era - The mark of an era; also part of `mark`.
 * @csspart fold - A silence of the vertical layout that is too long for its height; its length is written on it.
 * @csspart lane - The ground of a lane.
 * @csspart lane-label - The title of a lane; a button where there are several lanes.
 * @csspart mark - The button of an event.
 * @csspart mark-selected - The mark of the selected event.
 * @csspart label - The text of a mark.
 * @csspart cluster - The button of several events without room of their own.
 * @csspart link - A relation of the selected event.
 * @csspart overview - The strip of the whole.
 * @csspart overview-window - The view as a window on it.
 * @csspart overview-handle - An end of that window.
 * @csspart legend - The signs of dates in words.
 * @csspart undated - The shelf of events without a date.
 * @csspart details - What there is to say of the selected event.
 * @csspart source - The line of credit, license and freshness.
 * @csspart status - The status line for screen readers.
 * @csspart list - The list of events.
 * @csspart list-item - An event in the list.
 * @csspart help - The list of the keys.
 * @csspart notice - A line that says what is loading, missing or wrong.
 * @cssprop [--timeline-height=30rem] - Height of the picture.
 * @cssprop --timeline-ink - Text and axis line.
 * @cssprop --timeline-paper - Background, and the ring around marks.
 * @cssprop --timeline-muted - Dates, notes, texts of the axis.
 * @cssprop --timeline-hairline - Lines that separate.
 * @cssprop --timeline-grid - Gridlines.
 * @cssprop --timeline-accent - Focus and selection.
 * @cssprop --timeline-color-1 - First lane colour.
 * @cssprop --timeline-color-2 - Second lane colour.
 * @cssprop --timeline-color-3 - Third lane colour.
 * @cssprop --timeline-color-4 - Fourth lane colour.
 * @cssprop --timeline-color-5 - Fifth lane colour.
 * @cssprop --timeline-color-6 - Sixth lane colour.
 * @cssprop --timeline-color-7 - Seventh lane colour.
 * @cssprop --timeline-color-8 - Eighth lane colour.
 * @cssprop [--timeline-sticky-top=0px] - Where dates of the vertical layout and the list stick, below what the page itself has stuck to the top.
 * @cssprop [--timeline-label-size=0.875rem] - Size of the titles of labels.
 * @cssprop [--timeline-small-size=0.75rem] - Size of dates, notes, lane titles and the axis.
 * @cssprop --timeline-heading-font - Font of the title of the details; else that of the page.
 * @cssstate loading - Data are on their way.
 * @cssstate error - The data could not be had.
 * @cssstate empty - There are no events.
 */
export class TimelineView extends LitElement {
  static override styles: CSSResultGroup = [
    theme,
    canvasStyles,
    overviewStyles,
    columnStyles,
    frameStyles,
    listStyles,
    helpStyles,
    printStyles,
  ];

  /** Registers the element, unless the tag is taken. */
  static define(tag = 'timeline-view', registry: CustomElementRegistry = customElements): void {
    if (!registry.get(tag)) registry.define(tag, this);
  }

  /** URL of the data, resolved as that of an image is. */
  @property() src: string | null = null;
  /**
   * How texts are written: `auto` (by content type, extension, then content), `json`, `jsonl`, `csv`, `tsv`, `timelinejs`,
   * `ics`, `json-ld`, `html`, `markwhen`, `vis` or `sparql`.
   */
  @property() format: Format = 'auto';
  /** Which column of a table holds which field of an event: `{ title: 'Headline', start: 'From' }`. */
  @property({ attribute: false }) columns: Columns | null = null;
  /** Most bytes that are loaded, decompressed; default 128 MB. */
  @property({ type: Number, attribute: 'max-bytes' }) maxBytes = MAX_BYTES;
  /** Most events that are read, default 1,000,000; the rest is left out, and an issue. */
  @property({ type: Number, attribute: 'max-events' }) maxEvents = MAX_EVENTS;
  /** Seconds between two looks for something new at `src`, while the page is seen; 0 for none. */
  @property({ type: Number }) refresh = 0;
  /** A whole document. */
  @property({ attribute: false }) data: DocumentRecord | readonly EventRecord[] | null = null;
  /** Event records. */
  @property({ attribute: false }) events: readonly EventRecord[] | null = null;
  /** Accessible name and heading; else the document's title. */
  @property() label: string | null = null;
  /** Accessible description; else the document's summary. */
  @property() description: string | null = null;
  /** Level of the heading, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** EDTF interval beyond which one can't pan; either end may be `..`. */
  @property() limits: string | null = null;
  /**
   * `horizontal` draws the picture, `vertical` lets time run down beside the text, `list` lists the events; `auto` is
   * vertical where the element is narrower than 480 px, else horizontal.
   */
  @property() layout: LayoutWord = 'auto';
  /** Id of the selected event, or empty. */
  @property() selected: string | null = null;
  /**
   * Controls to offer: `zoom`, `legend`, `overview`, `views`, or `none`; where absent all of them, the overview for more than 200 dated
   * events.
   */
  @property() controls: string | null = null;
  /** IANA zone in which instants are shown, or `local`, the reader's own; else the document's, else `UTC`. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;
  /** Calendar of the axis and of days in words: any that `Intl` has, such as `persian`; else that of the language tag, else `gregory`. */
  @property() calendar: string | null = null;
  /** Whether weeks on the axis are told by their ISO number. */
  @property({ type: Boolean, attribute: 'week-numbers' }) weekNumbers = false;
  /** What the wheel does: `modifier` (the page scrolls, Ctrl or ⌘ zooms), `zoom`, `none`. */
  @property() wheel: WheelMode = 'modifier';
  /** Whether the picture is printed above the list of all events. */
  @property({ type: Boolean, attribute: 'print-picture' }) printPicture = false;
  /** Texts of the user interface, over the built-in and the registered ones. */
  @property({ attribute: false }) strings: Partial<Strings> | undefined = undefined;
  /** @internal The first view, as the attribute says. */
  @property({ attribute: 'view' }) protected firstView: string | null = null;

  readonly #internals = this.attachInternals();
  readonly #nearness = new NearnessController(this, { woken: () => this.requestUpdate() });
  readonly #data = new DataController(this, {
    changed: () => this.requestUpdate(),
    near: () => this.#nearness.near(),
    loading: () => this.#announce(this.#language.say('loading'), 'settled'),
    loaded: (count, issues, isStreamed) => {
      this.#announceLoaded(count, isStreamed);
      this.#send('timeline-load', { count, issues });
    },
    failed: ({ kind, status, url, cause }) => {
      this.#announce(this.#language.say(`failed-${kind}`), 'now');
      this.#send('timeline-error', { kind, status, url, cause });
    },
    issues: () => this.issues,
  });
  readonly #amendments = new AmendmentController(this, {
    busy: () => this.#data.state.loading,
    moving: () => this.#view.moving,
    asleep: () => this.#nearness.asleep,
    apply: amendments => {
      this.#data.amend(amendments);
      return this.updateComplete;
    },
  });
  readonly #place = new LanguageController(this, { changed: () => this.requestUpdate() });
  readonly #fonts = new FontController(this, {
    root: () => this.renderRoot.querySelector('.stage'),
    changed: () => this.#stage.refont(),
  });
  readonly #layout = new LayoutChoice(this, {
    root: () => this.renderRoot.querySelector('.root'),
    asked: () => this.layout,
    changed: layout => {
      this.requestUpdate();
      void this.#column.resume(layout);
      this.#send('timeline-layout-change', { layout });
    },
  });
  readonly #view = new ViewController(this, {
    // Where text flows beside the line, frames on the way would be pages that nobody can read.
    reducedMotion: () =>
      this.#nearness.asleep ||
      this.#layout.drawn === 'vertical' ||
      matchMedia('(prefers-reduced-motion: reduce)').matches,
    // A column grows by what comes, and what is read in it stays where it is.
    follows: () => this.#layout.drawn === 'vertical',
    changed: settled => this.#stage.follow(settled),
    told: settled => this.#tell(settled),
  });
  readonly #stage = new PictureStage({
    view: this.#view,
    fonts: this.#fonts,
    root: () => this.renderRoot,
    language: () => this.#language,
    changed: () => this.requestUpdate(),
  });
  // Before the focus: what is read is brought back first, and then what gets the focus into sight.
  readonly #column = new ColumnController(this, {
    column: () => this.renderRoot.querySelector('.periods'),
    changed: () => this.requestUpdate(),
  });
  readonly #focus = new FocusController(this, {
    stage: () => this.renderRoot.querySelector('.stage'),
    changed: () => this.requestUpdate(),
  });
  readonly #peek = new PeekController(this, {
    stage: () => this.renderRoot.querySelector('.stage'),
    root: () => this.renderRoot.querySelector('.root'),
    changed: () => this.requestUpdate(),
  });
  readonly #sight = new LaneSightController(this, {
    scroller: () => this.renderRoot.querySelector('.scroller'),
    drawn: () => this.#stage.picture?.scene.sight ?? null,
    changed: () => this.requestUpdate(),
  });
  readonly #overview = new OverviewController(this, {
    strip: () => this.renderRoot.querySelector<HTMLElement>('.overview'),
    rtl: () => this.#language.direction === 'rtl',
    view: this.#view,
    changed: () => this.requestUpdate(),
    leave: () => this.renderRoot.querySelector<HTMLElement>('.toolbar [tabindex="0"]')?.focus(),
  });
  readonly #help = new HelpController(this, {
    dialog: () => this.renderRoot.querySelector<HTMLDialogElement>('dialog'),
    focused: () => (this.renderRoot as ShadowRoot).activeElement as HTMLElement | null,
    back: to => {
      // What is drawn of events may have changed meanwhile.
      const key = to?.dataset.key;
      if (key !== undefined) this.#focus.moveTo(key);
      else if (to?.isConnected) to.focus();
      else this.#focusFirst();
    },
    changed: () => this.requestUpdate(),
  });
  readonly #print = new PrintController(this, {
    scroller: () => this.renderRoot.querySelector('.scroller'),
    changed: () => {
      this.requestUpdate();
      // Paper does not wait.
      this.performUpdate();
    },
  });
  readonly #announcer = new Announcer(this, {
    status: () => this.shadowRoot?.querySelector('#status') ?? null,
  });
  readonly #navigation = new Navigation({
    focus: this.#focus,
    view: this.#view,
    source: () => this.#data.current.source,
    clusters: () => this.#shownItems?.clusters ?? [],
    escape: () => this.#escape(),
    openInPlace: cluster => {
      if (!this.#columnOf) return this.#selection.list(cluster);
      const [first] = cluster.ids;
      if (first === undefined) return;
      const key = markKey(first, cluster.lane);
      this.#column.open(cluster.key, key);
      this.#focus.moveTo(key);
    },
    toggle: lane => this.#toggleLane(lane),
  });
  readonly #selection = new Selection({
    focus: this.#focus,
    navigation: this.#navigation,
    source: () => this.#data.current.source,
    shown: () => this.#shownItems,
    selected: () => this.selected,
    select: event => {
      if (!this.#send('timeline-select', { event }, true)) return false;
      this.selected = event?.id ?? null;
      return true;
    },
    inList: () => this.#layout.drawn === 'list',
    reveal: id => void this.#reveal(id),
    enterMembers: () =>
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('.members li button')?.focus(),
      ),
    changed: () => this.requestUpdate(),
  });
  readonly #actions: FrameActions = {
    act: action => this.#act(action),
    focusAction: action => {
      this.#toolbarStop = action;
      this.requestUpdate();
    },
    enterOverview: () => this.#overview.focus(),
    retry: () => {
      this.#isAwaited = true;
      void this.reload();
    },
    cancel: () => {
      this.#isAwaited = true;
      this.#data.cancel();
    },
    open: key => {
      const lane = laneOfTitle(key);
      if (lane === null) this.#selection.open(key);
      else this.#toggleLane(lane);
    },
    toggle: id => void this.#selection.toggle(id),
    close: () => void this.#selection.close(),
    closeHelp: () => void this.#help.close(),
    focusUndated: id => (this.#undatedStop = id),
    openList: () => this.#changeLayout(this.#layout.toggleList()),
    showMore: () => void this.#showMore(),
  };
  /** Whether there were many events when they were loaded: what comes later moves nothing. */
  #isCrowd = false;
  #language: Language = languageFor('en');
  /** What the language was made of. */
  #spoken: readonly unknown[] = [];
  /** The vertical timeline, where that is the layout. */
  #columnOf: Column | null = null;
  /** The layout that stands. */
  #layoutDrawn: DrawnLayout | null = null;
  #framed: readonly unknown[] = [];
  #given: readonly unknown[] = [null, null, null];
  /** The data that the view was framed for, and those before them. */
  #taken: Data | null = null;
  #source: EventSource | null = null;
  /** What is wrong with the attributes, by their names. */
  readonly #said = new Map<string, Issue>();
  /** How many entries the list shows. */
  #shown = LIST_PAGE;
  #toolbarStop: ToolbarAction = 'earlier';
  #undatedStop: string | null = null;
  #hinted = false;
  /** Whether the reader asked for what is loading, or to give it up: then what comes of it is the answer. */
  #isAwaited = false;

  constructor() {
    super();
    new FocusRescue(this, { root: () => this.shadowRoot, lost: id => this.#refocus(id) });
    new SizeController(this, {
      target: () => this.renderRoot.querySelector('.scroller'),
      changed: size => this.#stage.resize(size),
    });
    new GestureController(this, {
      surface: () => this.renderRoot.querySelector<HTMLElement>('.stage:not(.column)'),
      canvas: () => this.renderRoot.querySelector('.canvas'),
      mode: () => this.wheel,
      rtl: () => this.#language.direction === 'rtl',
      press: () => {
        this.#peek.hide();
      },
      panStart: () => this.#view.hold(),
      pan: dx => this.#view.drag(-dx / this.#stage.size.width),
      panEnd: velocity => this.#view.release(-velocity / this.#stage.size.width),
      zoom: (factor, x) => this.#view.pinch(factor, this.#stage.momentAt(x)),
      zoomStep: (factor, x) => void this.#view.zoomBy(factor, 'reader', this.#stage.momentAt(x)),
      wheelHint: () => this.#hint(),
    });
    new KeyController(this, {
      target: () => this.renderRoot.querySelector<HTMLElement>('.root'),
      directions: () => this.#directions,
      act: (action, event) => this.#press(action, event.target as Element),
    });
    // Set before the class was known: not a reactive property, so it is taken up here.
    if (Object.hasOwn(this, 'view')) {
      const { view } = this;
      delete (this as { view?: ViewInput }).view;
      this.view = view;
    }
  }

  /** The visible stretch in ms. Takes an EDTF interval, ms, or nothing for the first view. */
  get view(): TimeSpan {
    const { start, end } = this.#bounded.target;
    return { start, end };
  }

  set view(view: ViewInput) {
    const span = this.#spanOf(view);
    if (span) void this.#bounded.show(span, { animate: false, mover: 'script' });
    else this.#bounded.goHome();
  }

  /** All that was wrong with the data. */
  get issues(): readonly Issue[] {
    return [...this.#said.values(), ...this.#data.state.issues];
  }

  /** Resolves when all that was given before is taken in and, if the element has a size, drawn. Never rejects. */
  get ready(): Promise<void> {
    return this.#nearness.hold(() => this.#settle());
  }

  /** Shows everything. Resolves at rest. */
  fit(): Promise<void> {
    return this.#drawn(this.#bounded.showAll('script'));
  }

  /** Comes twice as close. Resolves at rest. */
  zoomIn(): Promise<void> {
    return this.#drawn(this.#bounded.zoomBy(ZOOM_STEP, 'script'));
  }

  /** Goes twice as far away. Resolves at rest. */
  zoomOut(): Promise<void> {
    return this.#drawn(this.#bounded.zoomBy(1 / ZOOM_STEP, 'script'));
  }

  /** Moves by a share of the view; later when positive. Resolves at rest. */
  panBy(fractionOfView: number): Promise<void> {
    if (!Number.isFinite(fractionOfView))
      throw new RangeError(`invalid fraction: ${fractionOfView}; expected a finite number`);
    return this.#drawn(this.#bounded.panBy(fractionOfView, 'script'));
  }

  /**
   * Goes to a view. Resolves at rest.
   * @throws {TypeError} where `view` is no interval.
   */
  async show(view: ViewInput, { animate = true }: { animate?: boolean } = {}): Promise<void> {
    const span = view === null || view === undefined || view === '' ? this.#bounded.home : this.#spanOf(view);
    if (!span)
      throw new TypeError(`invalid view: ${String(view)}; expected an EDTF interval or { start, end }`);
    await this.#drawn(this.#bounded.show(span, { animate, mover: 'script' }));
  }

  /** Selects an event and brings it into view; `null` selects none. */
  select(id: string | null): void {
    this.selected = id;
    const event = id === null ? undefined : this.getEvent(id);
    if (!event?.span) return;
    void this.#drawn(this.#view.show(viewWith(event, this.#view.target), { mover: 'script' }));
    if (this.#layout.drawn === 'vertical') void this.#column.bringIntoSight(this.#navigation.keyOf(event));
  }

  /** Selects the next event in time; without a selection the first. */
  next(): void {
    this.#step(1);
  }

  /** Selects the previous event in time; without a selection the last. */
  previous(): void {
    this.#step(-1);
  }

  /**
   * Adds events, until other data are loaded. View, selection, focus and scroll stay, and so does all that is
   * drawn; what is new takes the room that is free. Calls that follow each other closely are taken in as one.
   * @throws {TypeError} where `records` is no list.
   */
  addEvents(records: readonly EventRecord[]): void {
    this.#amend('add', records, 'event records');
  }

  /**
   * Gives events other fields, known by `id`; the fields that a record does not name stay.
   * @throws {TypeError} where `records` is no list.
   */
  updateEvents(records: readonly (Partial<EventRecord> & { readonly id: string })[]): void {
    this.#amend('update', records, 'event records, each with an id');
  }

  /**
   * Takes events away. Where the selected one is among them nothing is selected any more.
   * @throws {TypeError} where `ids` is no list.
   */
  removeEvents(ids: readonly string[]): void {
    this.#amend('remove', ids, 'ids');
  }

  /** The document as it stands: what was loaded, and what was added, updated and removed since. */
  toJSON(): DocumentRecord {
    return writeJson(this.#data.document);
  }

  /** Loads `src` anew. Resolves when that is done or has failed. */
  async reload(): Promise<void> {
    this.#amendments.clear();
    await this.#data.reload();
    await this.#settle();
  }

  /** The event of that id. */
  getEvent(id: string): TimelineEvent | undefined {
    return this.#data.current.source.get(id);
  }

  /** The events that overlap the view, in time order. */
  visibleEvents(): TimelineEvent[] {
    const { table } = this.#data.current;
    const view = this.#view.target;
    const events: TimelineEvent[] = [];
    for (let i = 0; i < table.size && table.starts[i]! < view.end; i++)
      if (overlapsView({ start: table.starts[i]!, end: table.ends[i]! }, view)) events.push(table.event(i));
    return events;
  }

  /** Focuses the event that is the tab stop. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.stage [tabindex="0"], .list li')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (SOURCES.some(name => changed.has(name))) this.#give();
    if (changed.has('timeZone'))
      this.#data.timeZone = this.#known('time-zone', this.timeZone, isTimeZone, 'an IANA name or "local"');
    const { tag, direction, texts } = this.#place;
    const spoken = [tag, direction, texts, this.strings, this.calendar];
    if (spoken.some((value, i) => value !== this.#spoken[i])) {
      this.#spoken = spoken;
      const language = languageFor(tag, this.strings);
      const calendar = this.#known('calendar', this.calendar, isCalendar, 'a calendar such as "persian"');
      this.#language = { ...language, direction, calendar: calendar ?? language.calendar };
    }
    this.#known('layout', this.layout, isLayout, `"${LAYOUTS.join('", "')}"`);
    this.#carryFocus();
    this.#frameView();
    this.#draw();
    this.#selection.relist();
    this.#setStates();
  }

  protected override render(): TemplateResult {
    const { table, source } = this.#data.current;
    const { failure, loading, progress, error, entries } = this.#data.state;
    const { headingLevel, label, description, issues } = this;
    const language = this.#language;
    return frameTemplate(
      {
        context: frameContext(table, source, {
          language,
          headingLevel,
          base: this.ownerDocument.baseURI,
          go: id => this.#selection.follow(id),
        }),
        table,
        picture: this.#stage.picture,
        narrow: this.#stage.narrow,
        drawn: this.#stage.drawn,
        column: this.#columnOf,
        rail: this.#column.rail,
        confined: this.#column.confined,
        label,
        description,
        layout: this.#layout.drawn,
        printing: this.#print.printing,
        printed: this.#printedSize,
        loading,
        progress,
        failed: failure ? language.say(`failed-${failure.kind}`) : '',
        error,
        canRetry: failure !== null && canRetry(failure),
        issues,
        entries,
        selected: this.#selectedEvent(),
        listed: this.#selection.listed,
        shown: this.#shown,
        focusedKey: this.#focus.key,
        undatedStop: this.#undatedStop,
        toolbar: this.#toolbar(),
        viewed: this.#hasOverview,
        overview: this.#hasOverview ? this.#stage.overview(source, this.#overview.within) : null,
        peek: this.#peek,
        hint: this.#hinted,
        keys: this.#help.open ? this.#keys() : null,
      },
      this.#actions,
    );
  }

  protected override updated(): void {
    this.#stage.finish((this.#printedSize ?? this.#stage.size).height);
  }

  /** Hands over what was given, and how it is to be read. */
  #give(): void {
    const { data, events, src, columns } = this;
    const given = [data, events, src];
    if (given.some((value, i) => value !== this.#given[i])) this.#amendments.clear();
    this.#given = given;
    const format = this.#known(
      'format',
      this.format,
      isFormat,
      `"auto", "${Object.keys(FORMATS).join('", "')}"`,
    );
    const count = (name: string, value: number | null, least: number, standard: number): number => {
      const text = Number.isNaN(value)
        ? (this.getAttribute(name) ?? 'NaN')
        : value === null
          ? null
          : String(value);
      const known = this.#known(name, text, word => Number(word) >= least, `a number from ${least} up`);
      return known === null ? standard : Number(known);
    };
    this.#data.give({
      data,
      events,
      src,
      columns,
      format: (format ?? 'auto') as Format,
      maxBytes: count('max-bytes', this.maxBytes, 1, MAX_BYTES),
      maxEvents: count('max-events', this.maxEvents, 1, MAX_EVENTS),
      refresh: count('refresh', this.refresh, 0, 0),
    });
  }

  /** The view, held to the limits as they are set now: properties count in whatever order they are set. */
  get #bounded(): ViewController {
    this.#frameView();
    return this.#view;
  }

  /** Resolves when a move of the view has come to rest and is drawn, wherever in the page that is. */
  async #drawn(move: Promise<void>): Promise<void> {
    await move;
    if (this.isConnected) await this.#nearness.hold(async () => void (await this.updateComplete));
  }

  /** Tells the view what bounds it, where that has changed. */
  #frameView(): void {
    const { source } = this.#data.current;
    const bounds = [this.firstView, this.limits];
    const bound = bounds.every((value, i) => value === this.#framed[i]);
    if (this.#taken === this.#data.current && bound) return;
    const change = this.#follow();
    this.#framed = bounds;
    const interval = (name: string, text: string | null): TimeSpan | null => {
      const span = text ? this.#spanOf(text, true) : null;
      this.#known(name, text, () => span !== null, 'an interval such as "1914/1918"');
      return span;
    };
    const first = interval('view', this.firstView);
    this.#view.frame(
      {
        extent: source.extent(),
        hull: source.hull(),
        first: first && Number.isFinite(first.end - first.start) ? first : null,
        limits: interval('limits', this.limits),
      },
      bound || change === 'other' ? change : 'alike',
    );
  }

  /** Takes note of other data, so that what the reader does goes on with them where it can. */
  #follow(): DataChange {
    const [before, now] = [this.#taken, this.#data.current];
    this.#taken = now;
    if (before === now) return 'alike';
    if (before) {
      this.#source = before.source;
      this.#navigation.stay(before.source);
    }
    const alike = before && isMostlyIn(before.table, now.table);
    if (before && (now.load === before.load || alike)) {
      const id = this.selected;
      if (id && before.source.get(id) && !now.source.get(id)) this.selected = null;
      return now.load === before.load ? 'amended' : 'alike';
    }
    this.#data.collapseAsDeclared();
    this.#taken = this.#data.current;
    this.#shown = LIST_PAGE;
    this.#selection.list(null);
    this.#isCrowd = now.table.size > FEW;
    return 'other';
  }

  /** The word of an attribute, or `null` and an issue where nothing is known by it. */
  #known(
    name: string,
    word: string | null,
    isKnown: (word: string) => boolean,
    expected: string,
  ): string | null {
    this.#said.delete(name);
    if (!word || isKnown(word)) return word || null;
    const message = `${name}: invalid value: ${JSON.stringify(word)}; expected ${expected}`;
    this.#said.set(name, { code: 'invalid-value', path: name, message, severity: 'warning' });
    return null;
  }

  /** Makes the picture of the view, where there is anything to draw on. */
  #draw(): void {
    const { source, table } = this.#data.current;
    const layout = this.#layout.drawn;
    this.#columnOf = layout === 'vertical' && table.size > 0 ? this.#drawColumn(source) : null;
    if (!this.#columnOf) this.#column.leave();
    if (layout !== 'horizontal' || table.size === 0) return this.#stage.clear();
    const { within, key } = this.#focus;
    this.#stage.draw({
      source,
      timeZone: table.document.timeZone,
      weekNumbers: this.weekNumbers,
      selected: this.selected,
      focused: this.#focusedId,
      focusedKey: within ? key : null,
      sight: this.#isPicturePrinted ? undefined : this.#sight.of(this.#stage.size.height),
      asleep: this.#asleep,
    });
  }

  #drawColumn(source: EventSource): Column {
    const { selected } = this;
    return this.#column.layout({
      source,
      load: this.#data.current.load,
      asleep: this.#asleep,
      view: this.#view.current,
      calendar: this.#language.calendar,
      kept: [selected, this.#focusedId].filter(id => id !== null),
      selected,
    });
  }

  /** Whether nobody sees what is drawn, or waits for it. */
  get #asleep(): boolean {
    return this.#nearness.asleep && !this.#focus.within && !this.#print.printing;
  }

  /** Id of the event that has the focus. */
  get #focusedId(): string | null {
    const { within, key } = this.#focus;
    return within && key ? (markOfKey(key)?.id ?? null) : null;
  }

  /** What is drawn, in whatever layout. */
  get #shownItems(): ShownItems | null {
    const column = this.#columnOf;
    return column
      ? { marks: column.events, clusters: column.clusters }
      : (this.#stage.picture?.scene ?? null);
  }

  #setStates(): void {
    const { states } = this.#internals;
    const { loading, failure } = this.#data.state;
    const now = {
      loading,
      error: failure !== null,
      empty: this.#data.current.table.total === 0 && !loading,
    };
    for (const [name, on] of Object.entries(now)) {
      if (on) states.add(name);
      else states.delete(name);
    }
  }

  #toolbar(): ToolbarState {
    const view = this.#view;
    const isDrawn = this.#shownItems !== null;
    // Without a picture there is nothing to move.
    const can = (move: Parameters<typeof view.can>[0]) => isDrawn && view.can(move);
    return {
      language: this.#language,
      controls: new Set(this.controls === null ? CONTROLS : this.controls.split(/\s+/)),
      canEarlier: can('earlier'),
      canLater: can('later'),
      canZoomIn: can('in'),
      canZoomOut: can('out'),
      isFit: !isDrawn || sameView(view.target, view.fit),
      list: this.#layout.drawn === 'list',
      focused: this.#toolbarStop,
    };
  }

  /** Whether there is an overview, or will be as soon as there is a picture: its room is kept, or all would be laid out twice. */
  get #hasOverview(): boolean {
    const asked = this.controls?.split(/\s+/).includes('overview');
    return this.#data.current.table.size > 0 && (asked ?? this.#isCrowd);
  }

  get #isPicturePrinted(): boolean {
    return this.#print.printing && this.printPicture;
  }

  /** The whole of the picture as it is printed, below the fold too; null where it is not. */
  get #printedSize(): Size | null {
    const { picture, size } = this.#stage;
    if (!picture || !this.#isPicturePrinted) return null;
    return { ...size, height: Math.max(size.height, picture.scene.height) };
  }

  #selectedEvent(): TimelineEvent | undefined {
    return this.selected ? this.getEvent(this.selected) : undefined;
  }

  /** The stretch of a view as it was given; `null` where it is none. */
  #spanOf(view: ViewInput, open = false): TimeSpan | null {
    if (view === null || view === undefined || view === '') return null;
    const { timeZone } = this.#data.current.table.document;
    const span = typeof view === 'string' ? parsedSpan(view, timeZone) : view;
    const valid = span && span.start < span.end && (open || Number.isFinite(span.end - span.start));
    return valid ? { start: span.start, end: span.end } : null;
  }

  #tell(settled: boolean): void {
    const { start, end } = this.#view.current;
    this.#send('timeline-view-change', { start, end, settled, by: 'reader' });
    if (!settled) return;
    this.#announcer.say(() =>
      this.#language.say('showing', {
        range: spanWords(this.#view.current, this.#language),
        events: this.#language.say('events', {
          count: this.#data.current.source.countEvents(this.#view.current),
        }),
      }),
    );
  }

  /** Says how loading goes: at that pace where the reader waits for it, else as a stream. */
  #announce(text: string, pace: Pace): void {
    this.#announcer.say(text, this.#isAwaited ? pace : 'streamed');
    if (pace === 'now') this.#isAwaited = false;
  }

  #announceLoaded(count: number, isStreamed: boolean): void {
    const language = this.#language;
    const { issues, entries } = this.#data.state;
    if (isStreamed) return this.#announcer.say(language.say('events', { count }), 'streamed');
    const events = count ? language.say('loaded', { count }) : language.say('empty');
    this.#announce(joinTexts([events, issuesText({ language, issues, entries })], language), 'now');
  }

  get #directions(): KeyDirections {
    return {
      rtl: this.#language.direction === 'rtl',
      vertical: this.#layout.drawn === 'vertical',
    };
  }

  /** Does what a key asks for, and tells whether there was anything to do. */
  #press(action: KeyAction, on: Element): boolean {
    if (action === 'help') this.#help.toggle();
    if (action === 'help' || (action === 'escape' && this.#help.close())) return true;
    // What stands within an event, such as its sources, keeps its keys.
    return on.closest(action === 'escape' ? '#view' : '[data-key]') !== null && this.#navigation.act(action);
  }

  /** The keys that do something as things are. */
  #keys(): ReturnType<typeof listKeys> {
    const { lanes } = this.#data.current.source;
    return listKeys({
      ...this.#directions,
      events: this.#shownItems !== null,
      lanes: this.#shownItems !== null && lanes.length > 1,
      titles: this.#layout.drawn === 'horizontal' && lanes.some(({ collapsible }) => collapsible),
      overview: this.#layout.drawn === 'horizontal' && this.#hasOverview,
    });
  }

  #act(action: ToolbarAction): void {
    const view = this.#view;
    if (action === 'help') return this.#help.toggle();
    if (action === 'list') this.#changeLayout(this.#layout.toggleList());
    else if (action === 'fit') void view.showAll('reader');
    else if (action === 'zoom-in' || action === 'zoom-out')
      void view.zoomBy(action === 'zoom-in' ? ZOOM_STEP : 1 / ZOOM_STEP, 'reader');
    else void view.panBy(action === 'later' ? 0.5 : -0.5, 'reader');
  }

  #changeLayout(layout: LayoutWord): void {
    this.layout = layout;
    this.#selection.list(null);
    this.#send('timeline-layout-change', { layout: this.#layout.drawn });
  }

  /** Collapses a lane, or expands it. View and selection stay, and its title has the focus. */
  #toggleLane(id: string): void {
    const lane = this.#data.current.source.lanes.find(other => other.id === id);
    if (!lane?.collapsible) return;
    const collapsed = !lane.collapsed;
    this.#data.collapse(id, collapsed);
    this.#focus.moveTo(titleKey(id));
    const count = this.#data.current.source.lane(id).size;
    const language = this.#language;
    this.#announcer.say(
      language.say(collapsed ? 'laneCollapsed' : 'laneExpanded', {
        lane: lane.title,
        events: language.say('events', { count }),
      }),
    );
    this.#send('timeline-lane-toggle', { lane: id, collapsed, by: 'reader' });
  }

  /** Shows an event in the list or the shelf, and focuses it. */
  async #reveal(id: string): Promise<void> {
    const { table } = this.#data.current;
    if (this.#layout.drawn === 'list') {
      const at = table.indexOf(id);
      this.#shown = Math.max(this.#shown, at < 0 ? table.size + table.undated.length : at + 1);
    } else this.#undatedStop = id;
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`:is(.list, .undated) [data-id="${CSS.escape(id)}"]`)?.focus();
  }

  /** Shows more of the list. Focus goes to the first of what is new, as the button may be gone. */
  async #showMore(): Promise<void> {
    const { table } = this.#data.current;
    const at = this.#shown;
    this.#shown += LIST_PAGE;
    const next = at < table.size ? table.event(at) : table.undated[at - table.size];
    if (next) await this.#reveal(next.id);
  }

  /** Focus that was on something of an event in details, list or shelf goes to the event, or to the nearest that is left. */
  #refocus(id: string | null): void {
    if (id === null) return this.#focusFirst();
    const member = this.renderRoot.querySelector<HTMLElement>('.members li button');
    if (member) return member.focus();
    const event = this.getEvent(id) ?? (this.#source && this.#navigation.nearest(id, this.#source));
    if (!event) return;
    if (this.#layout.drawn === 'list' || !event.span) void this.#reveal(event.id);
    else this.#focus.moveTo(this.#navigation.keyOf(event));
  }

  /** Focuses the first place to go on from. */
  #focusFirst(): void {
    const stops = ['.stage [tabindex="0"]', '.list li', '.toolbar [tabindex="0"]', '#heading'];
    const found = stops.flatMap(stop => this.renderRoot.querySelector<HTMLElement>(stop) ?? []);
    const [target] = found;
    if (target?.id === 'heading') target.tabIndex = -1;
    target?.focus({ preventScroll: true });
  }

  #amend(step: 'add' | 'update' | 'remove', items: readonly unknown[], expected: string): void {
    if (!Array.isArray(items))
      throw new TypeError(`invalid ${step}Events: ${formatValue(items)}; expected a list of ${expected}`);
    // What was set before counts before.
    this.#give();
    this.#amendments.push(step, [...(items as readonly unknown[])]);
  }

  /** Focus on an event stays with it where one layout takes the place of another. */
  #carryFocus(): void {
    const before = this.#layoutDrawn;
    const layout = (this.#layoutDrawn = this.#layout.drawn);
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (before === layout || !activeElement?.closest(':is(.stage, .list)')) return;
    const { id } = activeElement.closest<HTMLElement>('[data-id]')?.dataset ?? {};
    const event = id === undefined ? undefined : this.getEvent(id);
    // Pills and the titles of lanes are not in other layouts.
    if (!event) return void this.updateComplete.then(() => this.#focusFirst());
    if (layout === 'list' || !event.span) void this.#reveal(event.id);
    else this.#focus.moveTo(this.#navigation.keyOf(event));
  }

  #escape(): boolean {
    return this.#peek.hide() || this.#selection.close();
  }

  #step(by: 1 | -1): void {
    const { source } = this.#data.current;
    const current = this.#selectedEvent();
    const event = current?.span ? source.neighbour(current.id, by) : source.edge(by === 1 ? 'first' : 'last');
    if (event) this.select(event.id);
  }

  /** Says once how to zoom, to a reader whose wheel scrolled the page. */
  #hint(): void {
    if (this.#hinted || this.wheel !== 'modifier') return;
    this.#hinted = true;
    this.requestUpdate();
  }

  async #settle(): Promise<void> {
    // Before it is first in a page there is nothing to wait for, and Lit would wait for it.
    if (!this.isConnected && !this.hasUpdated) return;
    do {
      await this.updateComplete;
      await this.#data.settled();
      await this.#place.settled;
      if (this.#amendments.pending) await this.#amendments.settled;
      // Out of the page nothing is loaded, and there is nothing to wait for.
    } while (
      this.isUpdatePending ||
      this.#amendments.pending ||
      (this.#data.state.loading && this.isConnected)
    );
  }

  #send<T extends keyof TimelineEventMap>(
    type: T,
    detail: TimelineEventMap[T]['detail'],
    cancelable = false,
  ): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}

const isFormat = (word: string): word is Format => word === 'auto' || Object.hasOwn(FORMATS, word);

/** The stretch of an EDTF interval. */
function parsedSpan(text: string, timeZone: string): TimeSpan | null {
  const date = parseDate(text, { timeZone });
  return date.ok ? date.value : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'timeline-view': TimelineView;
  }
  // Whatever is in a page may send them, as they bubble.
  interface HTMLElementEventMap extends TimelineEventMap {}
}
