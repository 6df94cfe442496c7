import {
  LitElement,
  html,
  isServer,
  unsafeCSS,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property } from 'lit/decorators.js';
import { AmendmentController } from './controllers/amendments.js';
import { Announcer } from './controllers/announcer.js';
import { AttributeIssues } from './controllers/attribute-issues.js';
import { warnOnce } from './controllers/author-warning.js';
import { Controls, CONTROLS_WORDS } from './controllers/controls.js';
import { showStates } from './controllers/custom-states.js';
import { DataController } from './controllers/data.js';
import { DataIntake } from './controllers/data-intake.js';
import { takeUp } from './controllers/early-properties.js';
import { MAX_BYTES } from './controllers/fetch-bytes.js';
import { MATCHES } from './controllers/filter.js';
import { FocusRescue } from './controllers/focus-rescue.js';
import { isWheelMode, type WheelMode } from './controllers/gestures.js';
import { HelpController } from './controllers/help.js';
import { HitController } from './controllers/hits.js';
import { KeyPresses } from './controllers/key-presses.js';
import { KeyController } from './controllers/keys.js';
import { LanguageController } from './controllers/language-controller.js';
import { canRetry } from './controllers/load-failure.js';
import { defineMatches } from './controllers/matches-property.js';
import { MediaChoice } from './controllers/media-choice.js';
import { ZOOM_STEP } from './controllers/navigation.js';
import { NearnessController } from './controllers/nearness.js';
import { isMoment } from './controllers/now.js';
import { OwnContent, type RenderEvent } from './controllers/own-content.js';
import { SELF } from './controllers/scroll-story.js';
import { ServedContent } from './controllers/served-content.js';
import { SourceNotesController } from './controllers/source-notes.js';
import { Speech } from './controllers/speech.js';
import type { ToldMover } from './controllers/view.js';
import { isHome, spanOf, type ViewInput } from './controllers/view-input.js';
import type { DocumentRecord, EventRecord } from './data/document-shape.js';
import type { Columns } from './data/formats/format.js';
import type { Format } from './data/formats/formats.js';
import type { Issue } from './data/issue.js';
import { isMediaMode } from './data/media-mode.js';
import { MAX_EVENTS } from './data/read-table.js';
import type { TimelineEvent } from './data/timeline-event.js';
import { writeCsv } from './data/writers/csv.js';
import { writeIcs } from './data/writers/ics.js';
import { writeJsonLd } from './data/writers/json-ld.js';
import { writeJson } from './data/writers/json.js';
import { EditController } from './edit/edit-controller.js';
import { SERVED_STYLES } from './html/served-styles.js';
import { overlapsView } from './index/event-source.js';
import { storyOrder } from './index/story-order.js';
import type { Filter } from './index/filter.js';
import type { Strings } from './language/english.js';
import type { Language } from './language/language.js';
import { isLayout, LAYOUTS, type LayoutWord } from './layout/layout-word.js';
import { frameContext, type FrameContext } from './render/frame-context.js';
import { frameTemplate, type FrameActions } from './render/frame.js';
import { adoptSheets, sheetsIn, sheetsOf } from './render/sheets.js';
import { styles } from './render/styles.js';
import { isScale, SCALES, type ScaleWord } from './scale/scale-word.js';
import { Drawing } from './shell/drawing.js';
import { editOptions } from './shell/edit-parts.js';
import { Exports } from './shell/exports.js';
import { Finding } from './shell/finding.js';
import { Linking } from './shell/linking.js';
import { Narration } from './shell/narration.js';
import { Parts } from './shell/parts.js';
import { Reading } from './shell/reading.js';
import { Toolbar } from './shell/toolbar.js';
import { Viewing } from './shell/viewing.js';
import { ViewGestures } from './shell/view-gestures.js';
import type { TimeSpan } from './time/epoch-ms.js';
import { canCountFrom } from './time/relative-words.js';
import { isTimeZone } from './time/zone.js';
import type { TimelineEventMap } from './timeline-events.js';
import { VERSION } from './version.js';

export type { ViewInput };

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
 * @attr {string} [matches=hide] - What becomes of events that do not match query and filter: `hide` leaves them out, `dim` lets them stand back. The property of that name can be written; read, it is the method that all elements have.
 * @slot title - In the place of the heading's text.
 * @slot empty - Shown where there are no events.
 * @slot error - Shown where the data could not be had.
 * @slot event:ID - An author's own details for the event with that id.
 * @fires {CustomEvent<TimelineLoadDetail>} timeline-load - Data have been taken in: `{ count, issues }`.
 * @fires {CustomEvent<TimelineErrorDetail>} timeline-error - There are no data: `{ kind, status, url, cause }`.
 * @fires {CustomEvent<TimelineSelectDetail>} timeline-select - The reader selects an event, or none: `{ event }`. Cancelable, sent before the change.
 * @fires {CustomEvent<TimelineViewChangeDetail>} timeline-view-change - The view moves, by the reader, by another timeline (`sync`) or by the address (`permalink`): `{ start, end, settled, by }`, once a frame at most and once at the end with `settled: true`.
 * @fires {CustomEvent<TimelineLayoutChangeDetail>} timeline-layout-change - The layout is another one, by the reader's choice or the element's own width: `{ layout }`.
 * @fires {CustomEvent<TimelineFilterChangeDetail>} timeline-filter-change - The reader looks for something else: `{ query, filter, count }`, count being how many events match.
 * @fires {CustomEvent<TimelineLaneToggleDetail>} timeline-lane-toggle - The reader has collapsed or expanded a lane: `{ lane, collapsed, by }`.
 * @fires {CustomEvent<TimelineEditDetail>} timeline-edit - The reader edits an event: `{ type, id, before, after }`, its record before and after. Cancelable, sent before the change.
 * @csspart root - Everything.
 * @csspart header - Heading, summary and toolbar.
 * @csspart toolbar - The toolbar.
 * @csspart button - A button.
 * @csspart search - The row with the search field.
 * @csspart canvas - The area of the lanes; its content box spans exactly the view.
 * @csspart axis - The axis with its gridlines.
 * @csspart tick - A tick of the axis.
 * @csspart era - The mark of an era; also part of `mark`.
 * @csspart fold - A silence that is folded, as it is too long; its length is written on it.
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
 * @csspart now - The line of the current moment, with its word.
 * @csspart story - The line of the steps of a story: back, how far one is, on.
 * @csspart undated - The shelf of events without a date.
 * @csspart details - What there is to say of the selected event.
 * @csspart claims - What contradicts the selected event, or what it contradicts.
 * @csspart medium - A picture or player of an event, with its caption.
 * @csspart sources - The list of all sources.
 * @csspart source - The line of credit, license and freshness.
 * @csspart status - The status line for screen readers.
 * @csspart list - The list of events.
 * @csspart list-item - An event in the list.
 * @csspart help - The list of the keys.
 * @csspart handle - An end of a selected mark that may be dragged; only where `editable`.
 * @csspart ghost - Where a dragged mark would go.
 * @csspart editor - The form of an event, or what is asked before an open end is closed.
 * @csspart notice - A line that says what is loading, missing or wrong.
 * @csspart issues - The notice of what is wrong with the data, for pages whose readers need not know.
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
 * @cssprop --timeline-font - Font of all texts; else that of the page.
 * @cssprop --timeline-small-font - Font of dates, notes, lane titles, the axis, clusters, legend and source line; else that of all.
 * @cssprop --timeline-heading-font - Font of headings and titles of what is read; else that of all.
 * @cssprop [--timeline-strong-weight=600] - Weight of dates, lane titles, headings and the selected title.
 * @cssprop [--timeline-label-size=0.875rem] - Size of the titles of labels.
 * @cssprop [--timeline-small-size=0.75rem] - Size of dates, notes, lane titles and the axis.
 * @cssprop [--timeline-text-size=clamp(0.9375rem, 0.875rem + 0.25cqi, 1.0625rem)] - Size of what is read in details, list and column; 1cqi is 1 % of their width.
 * @cssprop [--timeline-heading-size=clamp(1.1875rem, 1.0625rem + 0.8cqi, 1.5rem)] - Size of the title of the details and of the dates of the list.
 * @cssprop [--timeline-space=0.25rem] - What all space around texts is a multiple of.
 * @cssprop [--timeline-radius=3px] - Radius of the corners of boxes, fields and focus rings.
 * @cssprop [--timeline-mark-radius=12px] - Radius of the corners of signs, rings and clusters; 0 makes them square.
 * @cssstate loading - Data are on their way.
 * @cssstate error - The data could not be had.
 * @cssstate empty - There are no events.
 */
export class TimelineView extends LitElement {
  static override styles: CSSResultGroup = isServer ? [unsafeCSS(SERVED_STYLES)] : [...styles];

  static {
    defineMatches(this.prototype, {
      get: element => element.unmatched || MATCHES[0],
      set: (element, word) => (element.unmatched = word),
    });
  }

  /** The version of the package that the class comes from. */
  static readonly version: string = VERSION;

  /**
   * Registers the element, under another tag a class of its own, unless the tag is taken: the first version on a page is the one, and of
   * another the console tells.
   */
  static define(tag = 'timeline-view', registry: CustomElementRegistry = customElements): void {
    const first = registry.get(tag) as Partial<typeof TimelineView> | undefined;
    // A registry takes a class once.
    if (!first) registry.define(tag, registry.getName(this) ? class extends this {} : this);
    else if (first.version !== this.version) {
      const what = first.version ? `version ${first.version}` : 'another element';
      warnOnce(`<${tag}> is ${what} on this page; version ${this.version} is not used`);
    }
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
  /** Draws the current moment (empty or `now`), or the given date-time. */
  @property() now: string | null = null;
  /** Timelines of a document with the same word here share their view. */
  @property() sync: string | null = null;
  /** Prefix under which selection, view, query, filter, scale and layout are kept in the page's address; absent for not at all. */
  @property() permalink: string | null = null;
  /** Origins of pages that this one is embedded in and that may keep them instead, between blanks. */
  @property({ attribute: 'permalink-host' }) permalinkHost: string | null = null;
  /**
   * `time` is in proportion to time, `even` goes in equal steps from event to event, `compressed` folds long silences; each
   * fold is marked.
   */
  @property() scale: ScaleWord = 'time';
  /** Id of the event, known at least by its year, that dates are counted from, in words such as "day 12"; or empty. */
  @property() zero: string | null = null;
  /** Field that makes the lanes: `lane`, `status`, `tags`, `people`, `place`, any other of the events, or `none`. */
  @property({ attribute: 'lane-by' }) laneBy: string | null = null;
  /** Field that colours tell, likewise; where the document has no lanes, what makes the lanes. */
  @property({ attribute: 'color-by' }) colorBy: string | null = null;
  /** Fields whose values the reader may choose, such as `status people`, or `none`; where absent all that sort the events. */
  @property() facets: string | null = null;
  /**
   * What the reader scrolls through to be told the story, the event that is read being the selected one: a selector of sections of the
   * page, or of what holds them, each with an event's id in `data-timeline-event`; or `self`, the element's own text, vertical or a list.
   */
  @property({ attribute: 'scroll-steps' }) scrollSteps: string | null = null;
  /** Id of the selected event, or empty. */
  @property()
  get selected(): string | null {
    return this.#selected;
  }

  set selected(id: string | null | undefined) {
    const now = id ?? null;
    // A page that keeps what was selected sets it once more: that is nothing new.
    if (now !== this.#selected) this.#reading.selection.adopt();
    this.#selected = now;
  }

  /**
   * What is looked for in titles, texts, people, places, tags and sources: words that begin so, `"phrases"`, `field:word`,
   * `before:2025-10`, `after:`, `during:`; `-` before any of them asks for what is without.
   */
  @property() query: string | null = null;
  /** Values that are looked for in fields, such as `{ status: ['confirmed', ''] }`; `''` is no value, and no values ask for nothing. With `query`, both hold. */
  @property({ attribute: false }) filter: Filter | null = null;
  /** @internal What becomes of events that do not match, as the attribute `matches` says, or whoever writes to the property of that name. */
  @property({ attribute: 'matches' }) protected unmatched: string | null = null;
  /**
   * Controls to offer: `zoom`, `story` (from event to event), `search`, `legend`, `overview`, `views`, `sources` (a list of all),
   * `export`, or `none`; where absent all of them, the story for 3 to 60 events and the overview for more than 200 dated ones.
   */
  @property() controls: string | null = null;
  /** IANA zone in which instants are shown, or `local`, the reader's own; else the document's, else `UTC`. */
  @property({ attribute: 'time-zone' }) timeZone: string | null = null;
  /** Calendar of the axis and of days in words: any that `Intl` has, such as `persian`; else that of the language tag, else `gregory`. */
  @property() calendar: string | null = null;
  /** Whether weeks on the axis are told by their ISO number. */
  @property({ type: Boolean, attribute: 'week-numbers' }) weekNumbers = false;
  /** Whether the reader may move, stretch, change, add and delete events. */
  @property({ type: Boolean }) editable = false;
  /** What the wheel does: `modifier` (the page scrolls, Ctrl or ⌘ zooms), `zoom`, `none`. */
  @property() wheel: WheelMode = 'modifier';
  /** Images and players of details: `load`, `click` (when asked for; so it is, too, where the reader saves data) or `none` (links). */
  @property() media = 'load';
  /** Own content for labels, details and list: a node, a template or, to leave the built-in one, `null`. */
  @property({ attribute: false }) renderEvent: RenderEvent | null = null;
  /** Whether the picture is printed above the list of all events. */
  @property({ type: Boolean, attribute: 'print-picture' }) printPicture = false;
  /** Texts of the user interface, over the built-in and the registered ones. */
  @property({ attribute: false }) strings: Partial<Strings> | undefined = undefined;
  /** @internal The first view, as the attribute says. */
  @property({ attribute: 'view' }) protected firstView: string | null = null;

  #selected: string | null = null;
  readonly #internals = this.attachInternals();
  readonly #root = (): ShadowRoot => this.renderRoot as ShadowRoot;
  readonly #find =
    <T extends HTMLElement>(selector: string) =>
    (): T | null =>
      this.renderRoot.querySelector<T>(selector);
  readonly #changed = (): void => this.requestUpdate();
  // Before all that looks at the page once something is rendered.
  readonly #served = new ServedContent(this, {
    hasAddress: () => Boolean(this.src),
    take: () => this.#intake.give(),
    isReading: () => this.#data.isReading,
    waiting: () => this.#internals.states.add('loading'),
    isLoading: () => this.#data.state.loading,
    settled: () => this.#data.settled(),
  });
  readonly #spoken = (): Language => this.#speech.language;
  readonly #issues = new AttributeIssues();
  readonly #nearness = new NearnessController(this, { woken: this.#changed });
  readonly #data = new DataController(this, {
    changed: this.#changed,
    near: () => this.#nearness.near(),
    loading: () => this.#narration.loading(),
    loaded: (count, issues, isStreamed) => {
      this.#narration.loaded(this.#data.current.table.count, this.#data.state, isStreamed);
      this.#media.retry();
      this.#send('timeline-load', { count, issues });
    },
    failed: ({ kind, status, url, cause }) => {
      this.#narration.failed(kind);
      this.#send('timeline-error', { kind, status, url, cause });
    },
    issues: () => this.issues,
  });
  readonly #amendments = new AmendmentController(this, {
    busy: () => this.#data.state.loading,
    moving: () => this.#viewing.view.moving,
    asleep: () => this.#nearness.asleep,
    apply: amendments => {
      this.#data.amend(amendments);
      return this.updateComplete;
    },
  });
  readonly #intake = new DataIntake({
    data: this.#data,
    amendments: this.#amendments,
    issues: this.#issues,
    given: () => this,
    attribute: name => this.getAttribute(name),
  });
  readonly #place = new LanguageController(this, { changed: this.#changed });
  readonly #speech: Speech = new Speech({
    place: this.#place,
    issues: this.#issues,
    strings: () => this.strings,
    calendar: () => this.calendar,
  });
  readonly #viewing: Viewing = new Viewing(this, {
    data: this.#data,
    nearness: this.#nearness,
    issues: this.#issues,
    root: this.#root,
    words: () => {
      const { layout, scale, sync, firstView: first, limits } = this;
      return { layout, scale, sync, first, limits };
    },
    canFlow: () => !this.#parts.hasFailed('column'),
    read: () => this.#drawing.focus.within || this.selected !== null,
    follow: (before, now) => this.#reading.follow(before, now),
    moved: settled => this.#drawing.stage.follow(settled),
    told: (settled, by) => this.#tell(settled, by),
    rearranged: () => !this.#drawing.asleep && this.#drawing.stage.rearrange(),
    relaid: layout => {
      this.requestUpdate();
      void this.#drawing.flow.resume(layout);
      this.#send('timeline-layout-change', { layout });
    },
  });
  readonly #drawing: Drawing = new Drawing(this, {
    data: this.#data,
    viewing: this.#viewing,
    nearness: this.#nearness,
    found: () => this.#finding.found,
    language: this.#spoken,
    columnLayout: () => this.#parts.column,
    chosenLayout: () => this.#parts.chosen,
    words: () => this,
    root: this.#root,
    render: () => {
      this.requestUpdate();
      this.performUpdate();
    },
  });
  readonly #help = new HelpController(this, {
    dialog: this.#find<HTMLDialogElement>('dialog'),
    focused: () => this.#root().activeElement as HTMLElement | null,
    back: to => this.#reading.routes.giveTo(to),
    changed: this.#changed,
  });
  readonly #announcer: Announcer = new Announcer(this, { status: this.#find('#status') });
  readonly #narration = new Narration({
    announcer: this.#announcer,
    language: this.#spoken,
    view: () => this.#viewing.timed.current,
    count: () => storyOrder(this.#finding.found.shown.table).countIn(this.#viewing.timed.current),
    timeZone: () => this.#data.current.table.document.timeZone,
  });
  readonly #controls = new Controls({
    asked: () => this.controls,
    table: () => this.#data.current.table,
    isArranged: () => this.laneBy !== null || this.colorBy !== null,
  });
  readonly #finding: Finding = new Finding(this, {
    data: this.#data,
    controls: this.#controls,
    viewing: this.#viewing,
    announcer: this.#announcer,
    root: this.#root,
    language: this.#spoken,
    sought: () => {
      const { query, filter, unmatched: matches, facets, laneBy, colorBy, selected } = this;
      return { query, filter, matches, facets, laneBy, colorBy, selected };
    },
    set: sought => void Object.assign(this, sought),
    changed: ({ query: { text: query }, filter, found: { matching } }) =>
      this.#send('timeline-filter-change', { query, filter: { ...filter }, count: matching.table.total }),
    visit: event => this.#reading.visit(event),
    leave: to => this.#reading.routes.giveTo(to),
  });
  /** What the parts that follow are made of, each with what it alone needs. */
  readonly #shared = {
    data: this.#data,
    controls: this.#controls,
    viewing: this.#viewing,
    drawing: this.#drawing,
    finding: this.#finding,
    announcer: this.#announcer,
    narration: this.#narration,
    help: this.#help,
    issues: this.#issues,
    root: this.#root,
    language: this.#spoken,
    changed: this.#changed,
  };
  readonly #exports = new Exports(this, {
    ...this.#shared,
    context: () => this.#context,
    title: () => this.#title,
    description: () => this.description,
  });
  readonly #reading: Reading = new Reading(this, {
    ...this.#shared,
    edit: () => this.#edit,
    scrollSteps: () => this.scrollSteps,
    selected: () => this.selected,
    select: id => (this.selected = id),
    choose: (event, { passing }) => {
      if (!this.#send('timeline-select', { event }, true)) return false;
      this.selected = event?.id ?? null;
      if (!passing) this.#linking.permalink.push();
      return true;
    },
    toggled: (lane, collapsed) => this.#send('timeline-lane-toggle', { lane, collapsed, by: 'reader' }),
    drawn: move => this.#drawn(move),
  });
  readonly #edit: EditController = new EditController(this, {
    ...editOptions({
      ...this.#shared,
      amendments: this.#amendments,
      reading: this.#reading,
      editable: () => this.editable,
      send: detail => this.#send('timeline-edit', detail, true),
    }),
    failed: cause => {
      const message = `editable: not loaded: ${String(cause)}; expected the files beside this one`;
      this.#issues.fail('editable', 'load-failed', message);
    },
  });
  readonly #media = new MediaChoice(this, {
    ...this.#shared,
    asked: () => this.media,
  });
  readonly #notes = new SourceNotesController(this, {
    ...this.#shared,
    table: () => this.#data.current.table,
    open: id => void this.#reading.selection.choose(id),
  });
  readonly #own = new OwnContent({
    renderer: () => this.renderEvent,
    failed: message => {
      this.#issues.fail('renderEvent', 'render-failed', message);
      // It is said in the next render: this one is under way.
      queueMicrotask(this.#changed);
    },
  });
  readonly #linking: Linking = new Linking(this, {
    ...this.#shared,
    reading: this.#reading,
    filter: this.#finding.filter,
    prefix: () => this.permalink,
    hosts: () => this.permalinkHost,
    width: () => this.#drawing.stage.size.width || this.clientWidth,
    hasEvents: () => !this.#data.state.loading && this.#data.current.table.total > 0,
    event: id => this.getEvent(id),
    selected: () => this.selected,
    timeZone: () => this.#data.current.table.document.timeZone,
    layout: () => this.layout,
    changeLayout: layout => this.#changeLayout(layout),
    changeScale: scale => (this.scale = scale),
  });
  readonly #toolbar = new Toolbar({
    ...this.#shared,
    edit: this.#edit,
    exports: this.#exports,
    isDrawn: () => this.#drawing.items !== null,
    changeLayout: layout => this.#changeLayout(layout),
    changeScale: scale => (this.scale = scale),
  });
  readonly #keys = new KeyPresses({
    ...this.#shared,
    layout: this.#viewing.layout,
    navigation: this.#reading.navigation,
    search: this.#finding.search,
    story: this.#reading.story,
    source: () => this.#data.current.source,
    isDrawn: () => this.#drawing.items !== null,
    isEditable: () => this.#edit.face !== null,
  });
  readonly #gestures = new ViewGestures(this, {
    ...this.#shared,
    view: this.#viewing.view,
    wheel: () => this.wheel,
  });
  readonly #parts: Parts = new Parts(this, {
    ...this.#shared,
    linking: this.#linking,
    exports: this.#exports,
  });
  readonly #actions: FrameActions = {
    act: this.#toolbar.act,
    focusAction: this.#toolbar.focusAction,
    openList: this.#toolbar.openList,
    chooseScale: this.#toolbar.chooseScale,
    enterOverview: () => this.#drawing.window.focus(),
    closeHelp: () => void this.#help.close(),
    ...this.#exports.actions,
    ...this.#finding.actions,
    ...this.#reading.actions,
    retry: () => {
      this.#narration.await();
      void this.reload();
    },
    cancel: () => {
      this.#narration.await();
      this.#data.cancel();
    },
  };

  constructor() {
    super();
    new FocusRescue(this, { root: () => this.shadowRoot, lost: id => this.#reading.routes.rescue(id) });
    new HitController(this, {
      root: () => this.shadowRoot,
      query: () => this.#finding.filter.query,
      moving: () => this.#viewing.view.moving,
    });
    new KeyController(this, {
      target: this.#find('.root'),
      directions: () => this.#keys.directions,
      act: (action, event) => this.#keys.press(action, event.target as Element),
    });
    takeUp<TimelineView>(this, 'matches', 'view');
  }

  /** The visible stretch in ms. Takes an EDTF interval, ms, or nothing for the first view. */
  get view(): TimeSpan {
    return { ...this.#viewing.scale.time(this.#viewing.bounded.target) };
  }

  set view(view: ViewInput) {
    const span = this.#spanOf(view);
    const bounded = this.#viewing.bounded;
    this.#viewing.note(view, span !== null);
    if (span) void bounded.show(this.#viewing.scale.line(span), { animate: false, mover: 'script' });
    else bounded.goHome();
  }

  /** All that was wrong with the data. */
  get issues(): readonly Issue[] {
    return [...this.#issues.all, ...this.#data.state.issues];
  }

  /** Resolves when all that was given before is taken in and, if the element has a size, drawn. Never rejects. */
  get ready(): Promise<void> {
    return this.#nearness.hold(() => this.#settle());
  }

  /** Shows everything. Resolves at rest. */
  fit(): Promise<void> {
    return this.#drawn(this.#viewing.fit('script'));
  }

  /** Comes twice as close. Resolves at rest. */
  zoomIn(): Promise<void> {
    return this.#drawn(this.#viewing.bounded.zoomBy(ZOOM_STEP, 'script'));
  }

  /** Goes twice as far away. Resolves at rest. */
  zoomOut(): Promise<void> {
    return this.#drawn(this.#viewing.bounded.zoomBy(1 / ZOOM_STEP, 'script'));
  }

  /** Moves by a share of the view; later when positive. Resolves at rest. */
  panBy(fractionOfView: number): Promise<void> {
    if (!Number.isFinite(fractionOfView))
      throw new RangeError(`invalid fraction: ${fractionOfView}; expected a finite number`);
    return this.#drawn(this.#viewing.bounded.panBy(fractionOfView, 'script'));
  }

  /**
   * Goes to a view. Resolves at rest.
   * @throws {TypeError} where `view` is no interval.
   */
  async show(view: ViewInput, { animate = true }: { animate?: boolean } = {}): Promise<void> {
    const span = this.#spanOf(view);
    if (!span && !isHome(view))
      throw new TypeError(`invalid view: ${String(view)}; expected an EDTF interval or { start, end }`);
    const bounded = this.#viewing.bounded;
    const shown = span ? this.#viewing.scale.line(span) : bounded.home;
    await this.#drawn(bounded.show(shown, { animate, mover: 'script' }));
  }

  /**
   * Selects an event and brings it into view; `null` selects none. False where there is no such event as yet: it is selected once
   * it comes.
   */
  select(id: string | null): boolean {
    this.selected = id;
    this.#reading.selection.adopt();
    const event = id === null ? undefined : this.getEvent(id);
    if (event) void this.#reading.reveal.bring(event, 'script');
    return id === null || event !== undefined;
  }

  /**
   * Selects the next event in time, the undated ones last, and moves the view by the least that shows it and what comes before and
   * after; without a selection the first. Eras are no steps. At the end nothing changes.
   */
  next(): void {
    void this.#drawn(this.#reading.story.step(1));
  }

  /** Selects the previous event, as `next()` does; without a selection the last. */
  previous(): void {
    void this.#drawn(this.#reading.story.step(-1));
  }

  /**
   * Adds events, until other data are loaded. View, selection, focus and scroll stay, and so does all that is
   * drawn; what is new takes the room that is free. Calls that follow each other closely are taken in as one.
   * @throws {TypeError} where `records` is no list.
   */
  addEvents(records: readonly EventRecord[]): void {
    this.#intake.amend('add', records, 'event records');
  }

  /**
   * Gives events other fields, known by `id`; the fields that a record does not name stay.
   * @throws {TypeError} where `records` is no list.
   */
  updateEvents(records: readonly (Partial<EventRecord> & { readonly id: string })[]): void {
    this.#intake.amend('update', records, 'event records, each with an id');
  }

  /**
   * Takes events away. Where the selected one is among them nothing is selected any more.
   * @throws {TypeError} where `ids` is no list.
   */
  removeEvents(ids: readonly string[]): void {
    this.#intake.amend('remove', ids, 'ids');
  }

  /** The document as it stands: what was loaded, and what was added, updated and removed since. */
  toJSON(): DocumentRecord {
    return writeJson(this.#data.document);
  }

  /** The document as iCalendar. Events that are undated, before the year 1 or after 9999 have no place in it. */
  toICS(): string {
    return writeIcs(this.#data.document, Date.now()).text;
  }

  /** The events as CSV: a row for each, dates in EDTF; no cell of it is a formula. */
  toCSV(): string {
    return writeCsv(this.#data.document);
  }

  /**
   * The view as SVG, or with `whole` all events: a document of its own, as horizontal as the picture of that layout. Every title can be
   * found in it.
   */
  toSVG({ whole = false }: { whole?: boolean } = {}): string {
    return this.#exports.exporter.svg({ whole });
  }

  /**
   * The same as PNG, `scale` px to a px of the page.
   * @throws {RangeError} where `scale` is no positive number, or the picture is too large for a canvas.
   */
  async toPNG({ whole = false, scale = 2 }: { whole?: boolean; scale?: number } = {}): Promise<Blob> {
    if (!(scale > 0 && scale < Infinity))
      throw new RangeError(`invalid scale: ${scale}; expected a positive number`);
    return this.#exports.exporter.png({ whole, scale });
  }

  /** The document in the words of schema.org, to be put into a page as JSON-LD. */
  toJSONLD(): Record<string, unknown> {
    return writeJsonLd(this.#data.document);
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

  /** The events that overlap the view, in time order; where others are hidden, those that match. */
  visibleEvents(): TimelineEvent[] {
    const { table } = this.#finding.found.shown;
    const view = this.#viewing.scale.time(this.#viewing.view.target);
    const events: TimelineEvent[] = [];
    for (let i = 0; i < table.size && table.starts[i]! < view.end; i++)
      if (overlapsView({ start: table.starts[i]!, end: table.ends[i]! }, view)) events.push(table.event(i));
    return events;
  }

  /** Focuses the event that is the tab stop; before anything is drawn, as soon as it is, unless the focus has gone elsewhere by then. */
  override focus(options?: FocusOptions): void {
    const stop = (): HTMLElement | null => this.renderRoot.querySelector('.stage [tabindex="0"], .list li');
    const { activeElement } = this.ownerDocument;
    const drawn = stop();
    if (drawn) return drawn.focus(options);
    void this.ready.then(() => {
      if (this.ownerDocument.activeElement === activeElement) stop()?.focus(options);
    });
  }

  /** In another document, as frames have one. */
  adoptedCallback(): void {
    const { shadowRoot } = this;
    if (shadowRoot) adoptSheets(shadowRoot, sheetsIn(shadowRoot, this.#ownSheets));
  }

  /** @internal Moved by `moveBefore()`, which ends nothing: only what is around is another. */
  connectedMoveCallback(): void {
    this.#place.moved();
    this.requestUpdate();
  }

  /**
   * Takes a root that a server has written, whether or not Lit's support for hydration is there: what is drawn depends on the page. In
   * another document Lit would give it the style sheets of this one.
   */
  protected override createRenderRoot(): ShadowRoot {
    const { shadowRootOptions } = this.constructor as typeof TimelineView;
    const root = this.shadowRoot ?? this.attachShadow(shadowRootOptions);
    if (isServer) return root;
    adoptSheets(root, this.#ownSheets);
    this.#served.keep(root);
    return root;
  }

  /** @internal Whoever waits for data hears of others. */
  override requestUpdate(...change: Parameters<LitElement['requestUpdate']>): void {
    super.requestUpdate(...change);
    // As the element is made, its defaults are set before what could wait is there.
    const served = #served in this ? (this.#served as ServedContent | undefined) : undefined;
    if ((SOURCES as readonly unknown[]).includes(change[0])) void served?.again();
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const begun = [this.#linking.permalink.begin(), this.#parts.begin(), this.#served.begin()];
    const awaited = begun.filter(promise => promise !== null);
    return awaited.length > 0
      ? Promise.all(awaited).then(() => super.scheduleUpdate())
      : super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (isServer) return;
    const { known } = this.#issues;
    if (SOURCES.some(name => changed.has(name))) this.#intake.give();
    if (changed.has('timeZone'))
      this.#data.timeZone = known('time-zone', this.timeZone, isTimeZone, 'an IANA name or "local"');
    this.#speech.follow();
    known('controls', this.#controls.unknown || null, () => false, CONTROLS_WORDS);
    known('wheel', this.wheel, isWheelMode, '"modifier", "zoom" or "none"');
    const level = this.headingLevel;
    const written = this.getAttribute('heading-level');
    const said = Object.is(Number(written), level) ? written : level?.toString();
    known('heading-level', said ?? null, () => level >= 1 && level <= 6, '1 to 6');
    known('media', this.media, isMediaMode, '"load", "click" or "none"');
    if (changed.has('renderEvent')) this.#issues.forget('renderEvent');
    const isZero = (id: string): boolean => {
      const span = this.getEvent(id)?.span;
      return span != null && canCountFrom(span);
    };
    if (!this.#data.state.loading)
      known('zero', this.zero, isZero, 'the id of an event whose date is known at least by its year');
    known('scale', this.scale, isScale, `"${SCALES.join('", "')}"`);
    this.#finding.arrange(this.#issues);
    this.#viewing.frame();
    if (this.#data.current.table.total > 0) this.#linking.permalink.take(() => this.#viewing.frame());
    this.#linking.check(this.#issues);
    known('now', this.now, isMoment, '"now" or a date-time such as "2025-11-19T14:30"');
    known('layout', this.layout, isLayout, `"${LAYOUTS.join('", "')}"`);
    this.#finding.check(this.#issues);
    this.#reading.routes.follow();
    this.#finding.elsewhere.follow();
    this.#drawing.draw();
    this.#reading.selection.relist();
    showStates(this.#internals, this.#data.state, this.#data.current.table.total === 0);
  }

  protected override render(): TemplateResult {
    // What is drawn depends on the width, the fonts and the words of the page; its text is at hand.
    if (isServer) return html`<slot></slot>`;
    const { table } = this.#data.current;
    const { failure, loading, progress, error, found: issues, entries } = this.#data.state;
    const { description } = this;
    const { search, facets, arrangement, elsewhere, found } = this.#finding;
    const { hasSearch, canArrange, hasOverview } = this.#controls;
    const toolbar = this.#toolbar.state;
    const { shown, matching, criteria, count, total } = found;
    const now = this.#drawing.now.current;
    const context = this.#context;
    return frameTemplate(
      {
        context,
        parts: this.#parts,
        table,
        shownTable: shown.table,
        isMatch: criteria ? id => matching.has(id) : null,
        elsewhere: elsewhere.shown ? { count, total } : null,
        search: hasSearch ? search.state : null,
        facets: hasSearch ? facets.state : null,
        arranging: canArrange ? arrangement.state : null,
        choices: toolbar.controls.has('legend') || toolbar.controls.has('search') ? facets : null,
        picture: this.#drawing.stage.picture,
        narrow: this.#drawing.stage.narrow,
        drawn: this.#drawing.stage.drawn,
        column: this.#drawing.column,
        rail: this.#drawing.flow.rail,
        confined: this.#drawing.flow.confined,
        title: this.#title,
        description,
        layout: this.#viewing.layout.drawn,
        printing: this.#drawing.print.printing,
        printed: this.#drawing.printedSize,
        loading,
        progress,
        failed: failure ? context.language.say(`failed-${failure.kind}`) : '',
        error,
        canRetry: failure !== null && canRetry(failure),
        issues,
        entries,
        selected: this.#reading.selected,
        closed: this.#reading.selection.closed,
        followed: this.scrollSteps === SELF,
        listed: this.#reading.selection.listed,
        shown: this.#reading.reveal.shown,
        focusedKey: this.#drawing.focus.key,
        undatedStop: this.#reading.reveal.undatedStop,
        toolbar,
        viewed: hasOverview,
        overview: hasOverview ? this.#drawing.overview : null,
        peek: this.#drawing.peek,
        story: this.#reading.story.bar,
        hint: this.#gestures.hinted,
        now: now && { at: now.at, date: context.date(now.date) },
        keys: this.#help.open ? (this.#parts.help?.listKeys(this.#keys.surroundings) ?? null) : null,
        allSources: toolbar.controls.has('sources') && this.#notes.exist ? this.#notes : null,
        editing: this.#edit.face,
      },
      this.#actions,
    );
  }

  protected override updated(): void {
    this.#drawing.finish();
  }

  /** Those of its class. */
  get #ownSheets(): CSSStyleSheet[] {
    return sheetsOf((this.constructor as typeof TimelineView).elementStyles);
  }

  /** What the element is headed by. */
  get #title(): string {
    return this.label ?? this.#data.current.table.document.title ?? this.#spoken().say('timeline');
  }

  get #context(): FrameContext {
    const { matches } = this.#finding.found;
    return frameContext(this.#data.current, {
      language: this.#spoken(),
      headingLevel: (!this.#issues.of('heading-level') && this.headingLevel) || 2,
      base: this.ownerDocument.baseURI,
      go: id => this.#reading.selection.follow(id),
      cameFrom: this.#reading.selection.cameFrom,
      goBack: () => this.#reading.selection.goBack(),
      notes: this.#notes,
      media: this.#media,
      parts: this.#parts,
      corner: this.#drawing.corner,
      own: (event, where, key) => this.#own.of(event, where, key),
      isFilled: name => Array.from(this.children).some(({ slot }) => slot === name),
      tools: this.#edit.face ? event => this.#edit.face?.tools(event) : undefined,
      isDimmed: id => matches !== null && !matches.has(id),
      link: this.#linking.linkOf,
      zero: this.zero ? this.getEvent(this.zero) : undefined,
      countFrom: id => (this.zero = id),
    });
  }

  /** The stretch of a view as it was given; `null` where it is none. */
  #spanOf(view: ViewInput): TimeSpan | null {
    return spanOf(view, this.#data.current.table.document);
  }

  #tell(settled: boolean, by: ToldMover): void {
    const { start, end } = this.#viewing.timed.current;
    this.#send('timeline-view-change', { start, end, settled, by: by === 'edit' ? 'reader' : by });
    // Of a step of the story it is said where it led.
    if (settled && !this.#reading.story.walking) this.#narration.moved(by);
  }

  #changeLayout(layout: LayoutWord): void {
    this.layout = layout;
    this.#reading.selection.list(null);
    this.#send('timeline-layout-change', { layout: this.#viewing.layout.drawn });
  }

  /** Resolves when a move of the view has come to rest and is drawn, wherever in the page that is. */
  async #drawn(move: Promise<void>): Promise<void> {
    await move;
    if (this.isConnected) await this.#nearness.hold(() => this.updateComplete);
  }

  async #settle(): Promise<void> {
    // Before it is first in a page there is nothing to wait for, and Lit would wait for it.
    if (!this.isConnected && !this.hasUpdated) return;
    do {
      await this.updateComplete;
      await this.#data.settled();
      await this.#place.settled;
      await this.#edit.settled;
      await this.#parts.settled;
      await this.#reading.settled;
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

declare global {
  interface HTMLElementTagNameMap {
    'timeline-view': TimelineView;
  }
  // Whatever is in a page may send them, as they bubble.
  interface HTMLElementEventMap extends TimelineEventMap {}
}
