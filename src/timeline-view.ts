import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { property } from 'lit/decorators.js';
import { AmendmentController } from './controllers/amendments.js';
import { ANY_FIELD, ArrangementController } from './controllers/arrangement.js';
import { Announcer, type Pace } from './controllers/announcer.js';
import { ColumnController } from './controllers/column.js';
import { CopyLink } from './controllers/copy-link.js';
import { DataController, type Data } from './controllers/data.js';
import { ExportMenuController } from './controllers/export-menu.js';
import { MAX_BYTES } from './controllers/fetch-bytes.js';
import { FacetController } from './controllers/facets.js';
import { FilterController, isMatchesWord, MATCHES, type Asked, type Found } from './controllers/filter.js';
import { FocusController, keepAmongLanes } from './controllers/focus.js';
import { FocusRescue } from './controllers/focus-rescue.js';
import { FontController } from './controllers/fonts.js';
import { GestureController, type WheelMode } from './controllers/gestures.js';
import { HelpController } from './controllers/help.js';
import { listKeys } from './controllers/key-list.js';
import { HitController } from './controllers/hits.js';
import { KeyController, type KeyAction, type KeyDirections } from './controllers/keys.js';
import { LayoutChoice } from './controllers/layout-choice.js';
import { canRetry } from './controllers/load-failure.js';
import { LaneSightController } from './controllers/lane-sight.js';
import { LanguageController } from './controllers/language-controller.js';
import { defineMatches } from './controllers/matches-property.js';
import { MediaChoice } from './controllers/media-choice.js';
import { NearnessController } from './controllers/nearness.js';
import { isMoment, NowController } from './controllers/now.js';
import { Navigation, ZOOM_STEP } from './controllers/navigation.js';
import { OverviewController } from './controllers/overview.js';
import { OwnContent, type RenderEvent } from './controllers/own-content.js';
import { PeekController } from './controllers/peek.js';
import { permalinkFields } from './controllers/permalink-fields.js';
import { PermalinkController } from './controllers/permalink.js';
import { ScaleController } from './controllers/scale.js';
import { PrintController } from './controllers/print.js';
import { SearchController } from './controllers/search.js';
import { Selection, type ShownItems } from './controllers/selection.js';
import { SizeController, type Size } from './controllers/size.js';
import { ScrollStory, SELF } from './controllers/scroll-story.js';
import { Story } from './controllers/story.js';
import { TimedView } from './controllers/timed-view.js';
import { SourceNotesController } from './controllers/source-notes.js';
import { SyncController } from './controllers/sync.js';
import { ViewController, type DataChange, type Mover, type ToldMover } from './controllers/view.js';
import { isMostlyIn } from './data/alike.js';
import type { DocumentRecord, EventRecord } from './data/document-shape.js';
import type { Columns } from './data/formats/format.js';
import { FORMATS, type Format } from './data/formats/formats.js';
import type { Issue } from './data/issue.js';
import { isMediaMode } from './data/media-type.js';
import { MAX_EVENTS } from './data/read-table.js';
import { fileName, type ExportWord } from './data/writers/export-format.js';
import { writeCsv } from './data/writers/csv.js';
import { writeIcs } from './data/writers/ics.js';
import { writeJsonLd } from './data/writers/json-ld.js';
import { writeJson } from './data/writers/json.js';
import type { TimelineEvent } from './data/timeline-event.js';
import { overlapsView, type EventSource } from './index/event-source.js';
import { EditController } from './edit/edit-controller.js';
import type { Filter } from './index/filter.js';
import type { Strings } from './language/english.js';
import { formatValue } from './language/format-value.js';
import { isCalendar } from './language/intl.js';
import { languageFor, type Language } from './language/language.js';
import { viewAround, viewWith } from './layout/event-focus.js';
import type { Column } from './layout/column.js';
import { isLayout, LAYOUTS, type DrawnLayout, type LayoutWord } from './layout/layout-word.js';
import { laneOfTitle, markKey, markOfKey, titleKey } from './layout/mark-key.js';
import { Exporter } from './export/exporter.js';
import { save } from './export/save.js';
import { canvasStyles } from './render/canvas-styles.js';
import { columnStyles } from './render/column-styles.js';
import { evidenceStyles } from './render/evidence-styles.js';
import { facetStyles } from './render/facet-styles.js';
import { frameContext, type FrameContext } from './render/frame-context.js';
import { frameTemplate, type FrameActions } from './render/frame.js';
import { frameStyles } from './render/frame-styles.js';
import { LIST_PAGE } from './render/list.js';
import { helpStyles } from './render/help-styles.js';
import { listStyles } from './render/list-styles.js';
import { joinTexts } from './render/names.js';
import { issuesText } from './render/notice.js';
import { overviewStyles } from './render/overview-styles.js';
import { printStyles } from './render/print-styles.js';
import { searchStyles } from './render/search-styles.js';
import { spanWords } from './render/range-words.js';
import { stepWords } from './render/story-bar.js';
import { storyStyles } from './render/story-styles.js';
import { theme } from './render/theme.js';
import type { ToolbarAction, ToolbarState, ToolbarStop } from './render/toolbar.js';
import { isScale, SCALES, type ScaleWord } from './scale/scale-word.js';
import { sameView } from './scale/view.js';
import { PictureStage, type PictureSubject } from './stage/picture-stage.js';
import type { TimeSpan } from './time/epoch-ms.js';
import { formatDate } from './time/format-date.js';
import { parseDate } from './time/parse-date.js';
import { isTimeZone } from './time/zone.js';
import type { TimelineEventMap } from './timeline-events.js';

/** What a view may be given as: an EDTF interval, ms, or nothing for the first view. */
export type ViewInput = string | TimeSpan | null | undefined;

/** What the reader may use; the words of the attribute `controls`. */
const CONTROLS = ['zoom', 'story', 'search', 'legend', 'overview', 'views', 'sources', 'export'];
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
    evidenceStyles,
    listStyles,
    helpStyles,
    searchStyles,
    facetStyles,
    storyStyles,
    printStyles,
  ];

  static {
    defineMatches(this.prototype, {
      get: element => element.unmatched || MATCHES[0],
      set: (element, word) => (element.unmatched = word),
    });
  }

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
  /** Id of the event that dates are counted from, in words such as "day 12"; or empty. */
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
  @property() selected: string | null = null;
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

  readonly #internals = this.attachInternals();
  readonly #nearness = new NearnessController(this, { woken: () => this.requestUpdate() });
  readonly #data = new DataController(this, {
    changed: () => this.requestUpdate(),
    near: () => this.#nearness.near(),
    loading: () => this.#announce(this.#language.say('loading'), 'settled'),
    loaded: (count, issues, isStreamed) => {
      this.#announceLoaded(count, isStreamed);
      this.#media.retry();
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
    told: (settled, by) => this.#tell(settled, by),
    moved: state => this.#sync.lead(state),
  });
  readonly #timed = new TimedView(this.#view, () => this.#data.current.source.warp);
  readonly #sync: SyncController = new SyncController(this, {
    view: this.#timed,
    group: () => this.sync,
    changed: () => this.requestUpdate(),
  });
  readonly #scale = new ScaleController({
    data: this.#data,
    view: this.#view,
    asked: () => this.scale,
    layout: () => this.#layout.drawn,
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
  readonly #now = new NowController(this, {
    asked: () => (this.now !== null && isMoment(this.now) ? this.now : null),
    timeZone: () => this.#data.current.table.document.timeZone,
    view: () => this.#timed.current,
    msPerPx: () => {
      const { start, end } = this.#timed.current;
      return (end - start) / (this.#stage.size.width || this.clientWidth || 1);
    },
    asleep: () => this.#asleep,
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
    back: to => this.#giveFocusTo(to),
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
  readonly #exporter = new Exporter({
    root: () => this.shadowRoot?.querySelector('.root') ?? null,
    view: () => this.#bounded,
    found: () => this.#found,
    context: () => this.#context,
    subject: () => this.#subject,
    size: () => (this.#stage.picture ? this.#stage.size : null),
    title: () => this.#title,
    description: () => this.description ?? this.#data.current.table.document.summary ?? '',
  });
  readonly #exports = new ExportMenuController(this, {
    menu: () => this.renderRoot.querySelector<HTMLElement>('.exports'),
    button: () => this.renderRoot.querySelector<HTMLElement>('[data-action="export"]'),
    document: () => this.#data.document,
    changed: () => this.requestUpdate(),
  });
  readonly #announcer = new Announcer(this, {
    status: () => this.shadowRoot?.querySelector('#status') ?? null,
  });
  readonly #filter = new FilterController({
    data: () => this.#data.current,
    query: () => this.query,
    filter: () => this.filter,
    dims: () => this.unmatched === 'dim',
    change: asked => this.#look(asked),
  });
  readonly #search = new SearchController(this, {
    filter: this.#filter,
    asked: () => this.#asks('search') ?? false,
    field: () => this.renderRoot.querySelector<HTMLInputElement>('.search input'),
    selected: () => this.selected,
    view: () => this.#timed.target,
    visit: event => {
      if (this.#selection.choose(event.id)) this.#bring(event);
    },
    goTo: span =>
      void this.#view.show(viewAround(this.#scale.line(span), this.#view.target), { mover: 'reader' }),
    leave: () => this.#focusFirst(),
    say: (text, pace) => this.#announcer.say(text, pace),
    language: () => this.#language,
    changed: () => this.requestUpdate(),
  });
  readonly #facets = new FacetController(this, {
    filter: this.#filter,
    table: () => this.#data.current.table,
    fields: () => this.facets,
    find: selector => this.renderRoot.querySelector<HTMLElement>(`.search ${selector}`),
    tell: () => this.#search.tell(),
    leave: () => this.#focusFirst(),
    language: () => this.#language,
    changed: () => this.requestUpdate(),
  });
  readonly #arrangement = new ArrangementController({
    data: this.#data,
    laneBy: () => this.laneBy,
    colorBy: () => this.colorBy,
    fields: () => this.#facets.fields,
    choose: by => void Object.assign(this, by),
    button: () => this.renderRoot.querySelector<HTMLElement>('[data-action=arrange]'),
    say: text => this.#announcer.say(text),
    language: () => this.#language,
    changed: () => this.requestUpdate(),
  });
  readonly #navigation = new Navigation({
    focus: this.#focus,
    view: this.#view,
    source: () => this.#found.shown,
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
  readonly #edit = new EditController(this, {
    templating: { html, nothing },
    editable: () => this.editable,
    busy: () => this.#data.state.loading,
    root: () => this.renderRoot as ShadowRoot,
    language: () => this.#language,
    layout: () => this.#layout.drawn,
    picture: () => this.#stage.picture,
    momentAt: x => this.#stage.momentAt(x),
    context: () => this.#data.current.table.rows.context,
    lanes: () => this.#data.current.table.document.lanes,
    event: id => this.getEvent(id),
    knownUntil: () => this.#data.current.source.knownUntil(),
    words: span =>
      formatDate(span, { language: this.#language, timeZone: this.#data.current.table.document.timeZone }),
    send: detail => this.#send('timeline-edit', detail, true),
    flush: () => this.#amendments.flush(),
    remove: id => this.#amendNow('remove', id),
    replace: item => this.#amendNow('replace', item),
    restore: item => this.#amendNow('restore', item),
    say: (text, pace) => this.#announcer.say(text, pace),
    go: id => this.#selection.follow(id),
    show: event =>
      this.#layout.drawn === 'list' ? void this.#reveal(event.id) : void this.#bringIntoView(event, 'edit'),
    focus: to => this.#giveFocusTo(to),
    changed: () => this.requestUpdate(),
    failed: cause => {
      const message = `editable: not loaded: ${String(cause)}; expected the files beside this one`;
      this.#said.set('editable', { code: 'load-failed', path: 'editable', message, severity: 'error' });
    },
  });
  readonly #selection: Selection = new Selection({
    focus: this.#focus,
    navigation: this.#navigation,
    source: () => this.#found.shown,
    shown: () => this.#shownItems,
    selected: () => this.selected,
    select: (event, { passing }) => {
      if (!this.#send('timeline-select', { event }, true)) return false;
      this.selected = event?.id ?? null;
      if (!passing) this.#permalink.push();
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
  readonly #story: Story = new Story({
    view: this.#view,
    selection: this.#selection,
    table: () => this.#found.shown.table,
    knownUntil: () => this.#data.current.source.knownUntil(),
    line: span => this.#scale.line(span),
    asked: () => this.#asks('story'),
    selected: () => this.#selectedEvent(),
    select: id => (this.selected = id),
    isPicture: () => this.#layout.drawn === 'horizontal',
    show: (event, mover) => void this.#showStep(event, mover),
    say: (event, place, length) => {
      const { timeZone } = this.#data.current.table.document;
      this.#announcer.say(stepWords(event, { place, length, timeZone }, this.#language), 'now');
    },
  });
  readonly #media = new MediaChoice(this, {
    asked: () => this.media,
    root: () => this.renderRoot,
    changed: () => this.requestUpdate(),
  });
  readonly #notes = new SourceNotesController(this, {
    table: () => this.#data.current.table,
    root: () => this.renderRoot,
    open: id => void this.#selection.choose(id),
    changed: () => this.requestUpdate(),
  });
  readonly #own = new OwnContent({
    renderer: () => this.renderEvent,
    failed: message => {
      this.#said.set('renderEvent', {
        code: 'render-failed',
        path: 'renderEvent',
        message,
        severity: 'error',
      });
      // It is said in the next render: this one is under way.
      queueMicrotask(() => this.requestUpdate());
    },
  });
  readonly #permalink = new PermalinkController(this, {
    prefix: () => (this.permalink && isPrefix(this.permalink) ? this.permalink : null),
    hosts: () => this.permalinkHost?.split(/\s+/).filter(Boolean) ?? [],
    fields: permalinkFields({
      view: this.#timed,
      width: () => this.#stage.size.width || this.clientWidth,
      parse: text => this.#spanOf(text),
      event: id => this.getEvent(id),
      selected: () => this.selected,
      select: (id, { first }) => {
        this.#selection.restore(id, !first && this.matches(':focus-within'));
        if (first) void this.#goToLinked(id);
      },
      filter: this.#filter,
      layout: () => this.layout,
      changeLayout: layout => this.#changeLayout(layout),
      scale: () => this.#scale.word,
      changeScale: scale => (this.scale = scale),
    }),
    failed: (name, unread, expected) => void this.#known(name, unread, () => unread === null, expected),
    changed: () => this.requestUpdate(),
  });
  readonly #copyLink = new CopyLink(this, {
    selected: () => this.selected,
    linkTo: id => this.#permalink.linkTo(id),
    changed: state => {
      this.#announcer.say(this.#language.say(state === 'copied' ? 'linkCopied' : 'linkShown'), 'now');
      this.requestUpdate();
      if (state === 'shown')
        void this.updateComplete.then(() =>
          this.renderRoot.querySelector<HTMLInputElement>('.share input')?.select(),
        );
    },
  });
  readonly #actions: FrameActions = {
    act: action => this.#act(action),
    focusAction: action => {
      this.#toolbarStop = action;
      this.requestUpdate();
    },
    chooseScale: scale => (this.scale = scale),
    enterOverview: () => this.#overview.focus(),
    export: word => void this.#export(word),
    toggleWhole: () => this.#exports.toggleWhole(),
    closeExport: () => this.#exports.close(),
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
    search: this.#search.actions,
    facets: this.#facets.actions,
    arrangement: this.#arrangement.actions,
    close: () => void this.#selection.close(),
    walk: by => this.#story.walk(by),
    leaveStory: () => {
      // The button goes with what it leaves.
      this.renderRoot.querySelector<HTMLElement>('.story [data-step="1"]')?.focus();
      this.#story.leave();
    },
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
  /** The events that were drawn before. */
  #drawnSource: EventSource | null = null;
  /** The data that the view was framed for, and those before them. */
  #taken: Data | null = null;
  #source: EventSource | null = null;
  /** What is wrong with the attributes, by their names. */
  readonly #said = new Map<string, Issue>();
  /** How many entries the list shows. */
  #shown = LIST_PAGE;
  #toolbarStop: ToolbarStop = 'earlier';
  #undatedStop: string | null = null;
  #hinted = false;
  /** Whether the reader asked for what is loading, or to give it up: then what comes of it is the answer. */
  #isAwaited = false;

  constructor() {
    super();
    new ScrollStory(this, {
      asked: () => this.scrollSteps || null,
      layout: () => this.#layout.drawn,
      isPicture: () => this.layout === 'horizontal',
      isKnown: id => this.getEvent(id) !== undefined,
      isTold: id => this.#story.tells(id),
      open: () => this.#selection.opened,
      reached: (id, by) => this.#story.pass(id, by),
      failed: isWrong => this.#markSteps(isWrong),
    });
    new FocusRescue(this, { root: () => this.shadowRoot, lost: id => this.#refocus(id) });
    new SizeController(this, {
      target: () => this.renderRoot.querySelector('.scroller'),
      changed: size => this.#stage.resize(size),
    });
    new HitController(this, {
      root: () => this.shadowRoot,
      query: () => this.#filter.query,
      moving: () => this.#view.moving,
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
      zoom: (factor, x) => this.#view.pinch(factor, this.#stage.placeAt(x)),
      zoomStep: (factor, x) => void this.#view.zoomBy(factor, 'reader', this.#stage.placeAt(x)),
      wheelHint: () => this.#hint(),
    });
    new KeyController(this, {
      target: () => this.renderRoot.querySelector<HTMLElement>('.root'),
      directions: () => this.#directions,
      act: (action, event) => this.#press(action, event.target as Element),
    });
    // Set before the class was known: not a reactive property, so it is taken up here.
    if (Object.hasOwn(this, 'matches')) {
      const { matches } = this;
      delete (this as { matches?: unknown }).matches;
      Object.assign(this, { matches });
    }
    if (Object.hasOwn(this, 'view')) {
      const { view } = this;
      delete (this as { view?: ViewInput }).view;
      this.view = view;
    }
  }

  /** The visible stretch in ms. Takes an EDTF interval, ms, or nothing for the first view. */
  get view(): TimeSpan {
    return { ...this.#scale.time(this.#bounded.target) };
  }

  set view(view: ViewInput) {
    const span = this.#spanOf(view);
    const bounded = this.#bounded;
    if (span) void bounded.show(this.#scale.line(span), { animate: false, mover: 'script' });
    else bounded.goHome();
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
    const span = this.#spanOf(view);
    const isHome = view === null || view === undefined || view === '';
    if (!span && !isHome)
      throw new TypeError(`invalid view: ${String(view)}; expected an EDTF interval or { start, end }`);
    const bounded = this.#bounded;
    const shown = span ? this.#scale.line(span) : bounded.home;
    await this.#drawn(bounded.show(shown, { animate, mover: 'script' }));
  }

  /** Selects an event and brings it into view; `null` selects none. */
  select(id: string | null): void {
    this.selected = id;
    const event = id === null ? undefined : this.getEvent(id);
    if (event?.span) void this.#drawn(this.#bringIntoView(event, 'script'));
  }

  /**
   * Selects the next event in time, the undated ones last, and moves the view by the least that shows it and what comes before and
   * after; without a selection the first. Eras are no steps. At the end nothing changes.
   */
  next(): void {
    void this.#drawn(this.#story.step(1));
  }

  /** Selects the previous event, as `next()` does; without a selection the last. */
  previous(): void {
    void this.#drawn(this.#story.step(-1));
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
    return this.#exporter.svg({ whole });
  }

  /**
   * The same as PNG, `scale` px to a px of the page.
   * @throws {RangeError} where `scale` is no positive number, or the picture is too large for a canvas.
   */
  async toPNG({ whole = false, scale = 2 }: { whole?: boolean; scale?: number } = {}): Promise<Blob> {
    if (!(scale > 0 && scale < Infinity))
      throw new RangeError(`invalid scale: ${scale}; expected a positive number`);
    return this.#exporter.png({ whole, scale });
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
    const { table } = this.#found.shown;
    const view = this.#scale.time(this.#view.target);
    const events: TimelineEvent[] = [];
    for (let i = 0; i < table.size && table.starts[i]! < view.end; i++)
      if (overlapsView({ start: table.starts[i]!, end: table.ends[i]! }, view)) events.push(table.event(i));
    return events;
  }

  /** Focuses the event that is the tab stop. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('.stage [tabindex="0"], .list li')?.focus(options);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const linked = this.#permalink.begin();
    return linked ? linked.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
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
    this.#known('media', this.media, isMediaMode, '"load", "click" or "none"');
    if (changed.has('renderEvent')) this.#said.delete('renderEvent');
    const isZero = (id: string): boolean => this.getEvent(id)?.span != null;
    if (!this.#data.state.loading) this.#known('zero', this.zero, isZero, 'the id of a dated event');
    this.#known('scale', this.scale, isScale, `"${SCALES.join('", "')}"`);
    this.#arrangement.follow();
    this.#known('lane-by', this.laneBy, this.#arrangement.isField, ANY_FIELD);
    this.#known('color-by', this.colorBy, this.#arrangement.isField, ANY_FIELD);
    this.#frameView();
    if (this.#data.current.table.total > 0) this.#permalink.take(() => this.#frameView());
    this.#known(
      'permalink',
      this.permalink,
      word => isPrefix(word) && !this.#permalink.isTaken,
      'letters, digits and hyphens that no other timeline of the page has',
    );
    this.#known('now', this.now, isMoment, '"now" or a date-time such as "2025-11-19T14:30"');
    this.#known('layout', this.layout, isLayout, `"${LAYOUTS.join('", "')}"`);
    this.#known('matches', this.unmatched, isMatchesWord, `"${MATCHES.join('", "')}"`);
    this.#known(
      'filter',
      this.#filter.fault,
      () => false,
      'lists of values by field, such as { "status": ["confirmed"] }',
    );
    this.#known('facets', this.#facets.unknown, () => false, 'fields in which events differ');
    this.#known('query', this.#search.unreadByScript, () => false, 'a date, such as "before:2025-10"');
    this.#carryFocus();
    this.#followMatches();
    this.#draw();
    this.#selection.relist();
    this.#setStates();
  }

  protected override render(): TemplateResult {
    const { table, source } = this.#data.current;
    const { failure, loading, progress, error, entries } = this.#data.state;
    const { description, issues } = this;
    const language = this.#language;
    const toolbar = this.#toolbar();
    const { shown, matching, criteria } = this.#found;
    const now = this.#now.current;
    const context = this.#context;
    return frameTemplate(
      {
        context,
        table,
        shownTable: shown.table,
        isMatch: criteria ? id => matching.has(id) : null,
        search: this.#hasSearch ? this.#search.state : null,
        facets: this.#hasSearch ? this.#facets.state : null,
        arranging: this.#canArrange ? this.#arrangement.state : null,
        choices: toolbar.controls.has('legend') || toolbar.controls.has('search') ? this.#facets : null,
        picture: this.#stage.picture,
        narrow: this.#stage.narrow,
        drawn: this.#stage.drawn,
        column: this.#columnOf,
        rail: this.#column.rail,
        confined: this.#column.confined,
        title: this.#title,
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
        closed: this.#selection.closed,
        followed: this.scrollSteps === SELF,
        listed: this.#selection.listed,
        shown: this.#shown,
        focusedKey: this.#focus.key,
        undatedStop: this.#undatedStop,
        toolbar,
        viewed: this.#hasOverview,
        overview: this.#hasOverview
          ? this.#stage.overview(source, criteria && matching, this.#overview.within)
          : null,
        peek: this.#peek,
        story: this.#story.bar,
        hint: this.#hinted,
        now: now && { at: now.at, date: context.date(now.date) },
        keys: this.#help.open ? this.#keys() : null,
        allSources: toolbar.controls.has('sources') && this.#notes.exist ? this.#notes : null,
        editing: this.#edit.face,
      },
      this.#actions,
    );
  }

  /** What the element is headed by. */
  get #title(): string {
    return this.label ?? this.#data.current.table.document.title ?? this.#language.say('timeline');
  }

  get #context(): FrameContext {
    const { matches } = this.#found;
    return frameContext(this.#data.current, {
      language: this.#language,
      headingLevel: this.headingLevel,
      base: this.ownerDocument.baseURI,
      go: id => this.#selection.follow(id),
      cameFrom: this.#selection.cameFrom,
      goBack: () => this.#selection.goBack(),
      notes: this.#notes,
      media: this.#media,
      own: (event, where, key) => this.#own.of(event, where, key),
      tools: this.#edit.face ? event => this.#edit.face?.tools(event) : undefined,
      isDimmed: id => matches !== null && !matches.has(id),
      link: id =>
        this.#permalink.active
          ? { ...this.#copyLink.of(id), copy: () => void this.#copyLink.copy(id) }
          : null,
      zero: this.zero ? this.getEvent(this.zero) : undefined,
      countFrom: id => (this.zero = id),
    });
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

  #bringIntoView(event: TimelineEvent, mover: 'reader' | 'edit' | 'script'): Promise<void> {
    if (this.#layout.drawn === 'vertical') void this.#column.bringIntoSight(this.#navigation.keyOf(event));
    return this.#view.show(viewWith(this.#scale.line(event.span!), this.#view.target), { mover });
  }

  /** Resolves when a move of the view has come to rest and is drawn, wherever in the page that is. */
  async #drawn(move: Promise<void>): Promise<void> {
    await move;
    if (this.isConnected) await this.#nearness.hold(async () => void (await this.updateComplete));
  }

  /** Tells the view what bounds it, where that has changed. */
  #frameView(): void {
    const bounds = [this.firstView, this.limits];
    const bound = bounds.every((value, i) => value === this.#framed[i]);
    const isTaken = this.#taken === this.#data.current;
    if (isTaken && bound && !this.#sync.change && !this.#scale.isStale) return;
    const follows = this.#follow();
    const isRescaled = this.#scale.follow(follows === 'other');
    if (isRescaled && follows !== 'other' && !this.#asleep) this.#stage.rearrange();
    this.#taken = this.#data.current;
    this.#framed = bounds;
    const interval = (name: string, text: string | null): TimeSpan | null => {
      const span = text ? this.#spanOf(text, true) : null;
      this.#known(name, text, () => span !== null, 'an interval such as "1914/1918"');
      return span;
    };
    const first = interval('view', this.firstView);
    const { extent, hull } = this.#taken.table.reach;
    const own = { extent, hull, first: first && Number.isFinite(first.end - first.start) ? first : null };
    const change = bound || follows === 'other' ? follows : 'alike';
    // What is shared is told in ms.
    const shared = this.#sync.share(own, isTaken && bound ? null : change);
    const line = (span: TimeSpan | null): TimeSpan | null => span && this.#scale.line(span);
    this.#view.frame(
      {
        extent: line(shared.bounds.extent),
        hull: line(shared.bounds.hull),
        first: line(shared.bounds.first),
        limits: line(interval('limits', this.limits)),
      },
      isRescaled ? 'other' : shared.change,
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
    if (now.load !== before?.load) this.#edit.forget();
    const alike = before && isMostlyIn(before.table, now.table);
    if (before && (now.load === before.load || alike)) {
      const id = this.selected;
      if (id && before.source.get(id) && !now.source.get(id)) this.selected = null;
      return now.load === before.load ? 'amended' : 'alike';
    }
    this.#edit.leave();
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

  /** What was looked for and found. */
  get #found(): Found {
    return this.#filter.found;
  }

  /** Where the focused event is no longer drawn, as it does not match, the next one that is has the focus. */
  #followMatches(): void {
    const { shown } = this.#found;
    if (this.#drawnSource && this.#drawnSource !== shown) this.#navigation.stay(this.#drawnSource);
    this.#drawnSource = shown;
  }

  /** The reader looks for something else. */
  #look(asked: Asked): void {
    Object.assign(this, asked);
    const { query, filter, found } = this.#filter;
    this.#send('timeline-filter-change', { query: query.text, filter: { ...filter }, count: found.count });
  }

  /** Makes the picture of the view, where there is anything to draw on. */
  #draw(): void {
    const { table } = this.#data.current;
    const { shown: source, criteria, matches } = this.#found;
    const layout = this.#layout.drawn;
    this.#columnOf = layout === 'vertical' && table.size > 0 ? this.#drawColumn(source) : null;
    if (!this.#columnOf) this.#column.leave();
    if (layout !== 'horizontal' || table.size === 0) return this.#stage.clear();
    const { within, key } = this.#focus;
    this.#stage.draw({
      ...this.#subject,
      criteria: matches ? null : criteria,
      lanes: this.#data.current.arranged.lanes,
      matches,
      focused: this.#focusedId,
      focusedKey: within ? key : null,
      sight: this.#isPicturePrinted ? undefined : this.#sight.of(this.#stage.size.height),
      asleep: this.#asleep,
    });
  }

  /** What is pictured, on the page or for an export. */
  get #subject(): Pick<PictureSubject, 'source' | 'timeZone' | 'weekNumbers' | 'selected'> {
    const { table } = this.#data.current;
    const { weekNumbers, selected } = this;
    return { source: this.#found.shown, timeZone: table.document.timeZone, weekNumbers, selected };
  }

  #drawColumn(source: EventSource): Column {
    const { selected } = this;
    return this.#column.layout({
      source,
      load: this.#data.current.load,
      asleep: this.#asleep,
      matches: this.#found.matches,
      view: this.#view.current,
      scale: this.#scale.word,
      longest: this.#scale.longest,
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
      editing: this.#edit.face,
      list: this.#layout.drawn === 'list',
      canExport: this.#data.current.table.total > 0,
      arranging: this.#canArrange ? this.#arrangement.open : null,
      exports: this.#exportMenu(),
      search: this.#hasSearch && !this.#asks('search') ? this.#search.open : null,
      scale: this.#layout.drawn !== 'list' && this.#scale.matters ? this.#scale.word : null,
      focused: this.#toolbarStop,
    };
  }

  /** The menu of exports where it is open: pictures may be of all events where the view is not. */
  #exportMenu(): ToolbarState['exports'] {
    const { open, whole, losses } = this.#exports;
    if (!open) return null;
    const { total: count } = this.#data.current.table;
    const matching = this.#found.criteria && this.#found.count;
    return { language: this.#language, count, matching, losses, whole: this.#exporter.isPart ? whole : null };
  }

  /** Saves the timeline as a file, and says so. */
  async #export(word: ExportWord): Promise<void> {
    const name = fileName(this.#title, word);
    this.#exports.close();
    const saved = save(this, word, { whole: this.#exports.whole, name });
    const says = await saved.then(
      () => 'exported' as const,
      () => 'exportFailed' as const,
    );
    this.#announcer.say(this.#language.say(says, { name }), 'now');
  }

  /** Whether the reader may choose lanes and colours: where the author asks for views, or has chosen some himself. */
  get #canArrange(): boolean {
    const views = this.controls?.split(/\s+/).includes('views');
    const isArranged = this.laneBy !== null || this.colorBy !== null;
    return this.#data.current.table.total > 1 && (views ?? isArranged);
  }

  /** Whether there is anything to search, and it is to be offered. */
  get #hasSearch(): boolean {
    return this.#data.current.table.total > 0 && (this.controls?.split(/\s+/) ?? CONTROLS).includes('search');
  }

  /** Whether there is an overview, or will be as soon as there is a picture: its room is kept, or all would be laid out twice. */
  get #hasOverview(): boolean {
    return this.#data.current.table.size > 0 && (this.#asks('overview') ?? this.#isCrowd);
  }

  /** Whether the author asks for a control; `undefined` where nothing is said of any. */
  #asks(control: string): boolean | undefined {
    return this.controls?.split(/\s+/).includes(control);
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

  #tell(settled: boolean, by: ToldMover): void {
    const { start, end } = this.#scale.time(this.#view.current);
    this.#send('timeline-view-change', { start, end, settled, by: by === 'edit' ? 'reader' : by });
    // Of an edit, and of a step of the story, it is said what was done.
    if (!settled || by === 'edit' || this.#story.walking) return;
    this.#announcer.say(() =>
      this.#language.say('showing', {
        range: spanWords(this.#scale.time(this.#view.current), this.#language),
        events: this.#language.say('events', {
          count: this.#found.shown.countEvents(this.#view.current),
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
    if (action === 'search') return this.#hasSearch && this.#search.enter();
    if (action === 'help') this.#help.toggle();
    if (action === 'help' || (action === 'escape' && this.#help.close())) return true;
    if (action === 'story-next' || action === 'story-previous') {
      if (!this.#story.bar) return false;
      this.#story.walk(action === 'story-next' ? 1 : -1);
      return true;
    }
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
      editable: this.#edit.face !== null,
      search: this.#hasSearch,
      story: this.#story.bar !== null,
    });
  }

  #act(action: ToolbarAction): void {
    const view = this.#view;
    if (action === 'help') return this.#help.toggle();
    if (action === 'export') return this.#exports.toggle();
    if (action === 'search') return this.#search.toggle();
    if (action === 'arrange') return this.#arrangement.toggle();
    if (action === 'add' || action === 'undo' || action === 'redo') this.#edit.editing?.[action]();
    else if (action === 'list') this.#changeLayout(this.#layout.toggleList());
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

  /** Brings an event into sight for a reader whose focus stays where it is. */
  #bring(event: TimelineEvent): void {
    if (this.#layout.drawn === 'list' || !event.span) void this.#reveal(event.id, false);
    else void this.#drawn(this.#bringIntoView(event, 'reader'));
  }

  /** Shows an event in the list or the shelf, and focuses it or brings it into sight. */
  async #reveal(id: string, focuses = true): Promise<void> {
    const { shown } = this.#found;
    if (!shown.has(id)) return;
    const { table } = shown;
    if (this.#layout.drawn === 'list') {
      const at = table.indexOf(id);
      this.#shown = Math.max(this.#shown, at < 0 ? table.size + table.undated.length : at + 1);
    } else this.#undatedStop = id;
    this.requestUpdate();
    await this.updateComplete;
    const item = this.renderRoot.querySelector<HTMLElement>(
      `:is(.list, .undated) [data-id="${CSS.escape(id)}"]`,
    );
    if (focuses) item?.focus();
    else item?.scrollIntoView({ block: 'nearest' });
  }

  /** Shows more of the list. Focus goes to the first of what is new, as the button may be gone. */
  async #showMore(): Promise<void> {
    const { table } = this.#found.shown;
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
    const event = this.#navigation.standIn(id, this.#source);
    if (!event) {
      // Of the undated none is nearer than others.
      const shelved = this.renderRoot.querySelector<HTMLElement>('.undated [tabindex="0"]');
      return shelved ? shelved.focus() : this.#focusFirst();
    }
    if (this.#layout.drawn === 'list' || !event.span) void this.#reveal(event.id);
    else this.#focus.moveTo(this.#navigation.keyOf(event));
  }

  /** Gives the focus back to what had it. */
  #giveFocusTo(to: HTMLElement | null): void {
    // What is drawn of events may have changed meanwhile.
    const key = to?.dataset.key;
    if (key !== undefined) this.#focus.moveTo(key);
    else if (to?.isConnected) to.focus();
    else this.#focusFirst();
  }

  /** Brings what an address leads to into sight, once it stands. */
  async #goToLinked(id: string | null): Promise<void> {
    await this.updateComplete;
    this.scrollIntoView({ block: 'nearest' });
    const event = id === null ? undefined : this.getEvent(id);
    if (event?.span && this.#columnOf) await this.#column.bringIntoSight(this.#navigation.keyOf(event));
  }

  /** Focuses the first place to go on from. */
  #focusFirst(): void {
    const stops = ['.stage [tabindex="0"]', '.list li', '.toolbar [tabindex="0"]', '#heading'];
    const found = stops.flatMap(stop => this.renderRoot.querySelector<HTMLElement>(stop) ?? []);
    const [target] = found;
    if (target?.id === 'heading') target.tabIndex = -1;
    target?.focus({ preventScroll: true });
  }

  /** Changes the data as the reader does, who waits for it. */
  #amendNow(step: 'remove' | 'replace' | 'restore', item: unknown): void {
    this.#amendments.push(step, [item]);
    this.#amendments.flush();
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

  /** Says whether there is anything to scroll through that tells of events, once there are any. */
  #markSteps(isWrong: boolean): void {
    if (isWrong && this.#data.current.table.total === 0) return;
    this.#known(
      'scroll-steps',
      this.scrollSteps,
      () => !isWrong,
      this.scrollSteps === SELF
        ? 'a layout that runs down, such as "vertical"'
        : 'a selector of sections with data-timeline-event="id", or "self"',
    );
  }

  /** Shows what a step of the story has led to; a reader's focus on an event goes along. */
  async #showStep(event: TimelineEvent, mover: Mover): Promise<void> {
    const layout = this.#layout.drawn;
    const { activeElement } = this.renderRoot as ShadowRoot;
    if (layout === 'list')
      return this.#reveal(event.id, mover === 'reader' && Boolean(activeElement?.closest('.list')));
    const key = event.span && this.#navigation.keyOf(event);
    if (mover === 'reader' && key && this.#focus.within) this.#focus.moveTo(key);
    if (layout === 'vertical' && key) return this.#column.bringIntoSight(key);
    await this.updateComplete;
    const shown = key === null ? '#details' : `.canvas [data-key="${CSS.escape(key)}"]`;
    const found = this.renderRoot.querySelector<HTMLElement>(shown);
    if (key === null && layout === 'vertical') found?.scrollIntoView({ block: 'nearest' });
    else if (found) keepAmongLanes(found);
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
      await this.#edit.settled;
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

const isPrefix = (word: string): boolean => /^[\w-]+$/.test(word);

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
