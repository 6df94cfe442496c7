import { ColumnController, type ColumnLayout } from '../controllers/column.js';
import type { DataController } from '../controllers/data.js';
import type { Found } from '../controllers/filter.js';
import { FocusController } from '../controllers/focus.js';
import { FontController } from '../controllers/fonts.js';
import { GivenHeightController } from '../controllers/given-height.js';
import { LaneSightController } from '../controllers/lane-sight.js';
import type { NearnessController } from '../controllers/nearness.js';
import { isMoment, NowController } from '../controllers/now.js';
import { OverviewController } from '../controllers/overview.js';
import { PeekController } from '../controllers/peek.js';
import { PrintController } from '../controllers/print.js';
import type { ShownItems } from '../controllers/selection.js';
import { SizeController, type Size } from '../controllers/size.js';
import type { ControllerHost } from '../controllers/target-controller.js';
import type { Language } from '../language/language.js';
import type { Column } from '../layout/column.js';
import { markOfKey } from '../layout/mark-key.js';
import type { ChosenLayout } from '../layout/picture.js';
import type { OverviewState } from '../render/overview.js';
import { ROUND } from '../render/sign-body.js';
import { PictureStage, type PictureSubject } from '../stage/picture-stage.js';
import type { Viewing } from './viewing.js';

/** What the page or the reader has set. */
export interface DrawnWords {
  readonly selected: string | null;
  /** Id of the event that dates are counted from. */
  readonly zero: string | null;
  readonly weekNumbers: boolean;
  readonly printPicture: boolean;
  readonly now: string | null;
}

export interface DrawingOptions {
  readonly data: DataController;
  readonly viewing: Viewing;
  readonly nearness: NearnessController;
  found(): Found;
  language(): Language;
  /** What lays out a column; null until that is loaded. */
  columnLayout(): ColumnLayout | null;
  /** What draws the selected event; null until that is loaded. */
  chosenLayout(): ChosenLayout | null;
  words(): DrawnWords;
  root(): ShadowRoot;
  /** The page is about to be printed, and does not wait. */
  render(): void;
}

/** What is drawn of the events, as a picture or as a column, and what goes along with it: focus, peek, overview, paper. */
export class Drawing {
  readonly stage: PictureStage;
  /** The column's opened clusters and its line. */
  readonly flow: ColumnController;
  readonly focus: FocusController;
  readonly now: NowController;
  readonly peek: PeekController;
  readonly window: OverviewController;
  readonly print: PrintController;
  /** Radius of the corners of signs, in px, as the theme has it. */
  corner = ROUND;
  readonly #sight: LaneSightController;
  readonly #options: DrawingOptions;
  #column: Column | null = null;
  /** Whether the stage has been measured since there is something to draw on it. */
  #isMeasured = false;

  constructor(host: ControllerHost, options: DrawingOptions) {
    this.#options = options;
    const { data, viewing, language, words, root, render } = options;
    const { view, timed } = viewing;
    const changed = (): void => host.requestUpdate();
    const find = (selector: string) => (): HTMLElement | null => root().querySelector<HTMLElement>(selector);
    const fonts = new FontController(host, { root: find('.stage'), changed: () => this.stage.refont() });
    const stage = (this.stage = new PictureStage({ view, fonts, root, language, changed }));
    new GivenHeightController(host, { root });
    new SizeController(host, { target: find('.scroller'), changed: size => stage.resize(size) });
    new SizeController(host, {
      target: find('.corner'),
      widthOnly: true,
      changed: ({ width }) => {
        // Wider by a px, as nothing is told of what has no width.
        if (this.corner === width - 1) return;
        this.corner = width - 1;
        changed();
      },
    });
    // Before the focus: what is read is brought back first, and then what gets the focus into sight.
    this.flow = new ColumnController(host, {
      // Found at once, or known to be none at once: it is asked for in each frame.
      column: () => root().querySelector('.stage.column')?.querySelector<HTMLElement>('.periods') ?? null,
      layout: options.columnLayout,
      changed,
    });
    this.focus = new FocusController(host, { stage: find('.stage'), changed });
    this.now = new NowController(host, {
      asked: () => {
        const { now } = words();
        return now !== null && isMoment(now) ? now : null;
      },
      timeZone: () => data.current.table.document.timeZone,
      view: () => timed.current,
      msPerPx: () => {
        const { start, end } = timed.current;
        return (end - start) / (stage.size.width || host.clientWidth || 1);
      },
      asleep: () => this.asleep,
      changed,
    });
    this.peek = new PeekController(host, {
      stage: find('.stage'),
      root: find('.root'),
      moving: () => view.moving,
      changed,
    });
    this.#sight = new LaneSightController(host, {
      scroller: find('.scroller'),
      drawn: () => stage.picture?.scene.sight ?? null,
      changed,
    });
    this.window = new OverviewController(host, {
      strip: find('.overview'),
      rtl: () => language().direction === 'rtl',
      view,
      changed,
      leave: () => find('.toolbar [tabindex="0"]')()?.focus(),
    });
    this.print = new PrintController(host, { scroller: find('.scroller'), changed: render });
  }

  /** The vertical timeline, where that is the layout. */
  get column(): Column | null {
    return this.#column;
  }

  /** What is drawn, in whatever layout. */
  get items(): ShownItems | null {
    const column = this.#column;
    return column ? { marks: column.events, clusters: column.clusters } : (this.stage.picture?.scene ?? null);
  }

  /** What is pictured, on the page or for an export. */
  get subject(): Pick<
    PictureSubject,
    'source' | 'timeZone' | 'weekNumbers' | 'zero' | 'selected' | 'chosen'
  > {
    const { data, found, words, chosenLayout } = this.#options;
    const { weekNumbers, selected, zero: id } = words();
    const { timeZone } = data.current.table.document;
    const zero = (id && data.current.source.get(id)?.span) || null;
    return { source: found().shown, timeZone, weekNumbers, zero, selected, chosen: chosenLayout() };
  }

  /** Whether the selected event is in the picture. */
  get isChosenDrawn(): boolean {
    return this.stage.picture?.scene.marks.some(({ selected }) => selected) ?? false;
  }

  /** Whether nobody sees what is drawn, or waits for it. */
  get asleep(): boolean {
    return this.#options.nearness.asleep && !this.#isUsed;
  }

  get #isUsed(): boolean {
    return this.focus.within || this.print.printing;
  }

  /** The whole of the picture as it is printed, below the fold too; null where it is not. */
  get printedSize(): Size | null {
    const { picture, size } = this.stage;
    if (!picture || !this.#isPrinted) return null;
    return { ...size, height: Math.max(size.height, picture.scene.height) };
  }

  /** What the overview shows. */
  get overview(): OverviewState | null {
    const { data, found } = this.#options;
    const { criteria, matching } = found();
    return this.stage.overview(data.current.source, criteria && matching, this.window.within);
  }

  /** Draws the view, where there is anything to draw on. */
  draw(): void {
    const { data, viewing, found } = this.#options;
    const { stage } = this;
    const { drawn } = viewing.layout;
    const { table, arranged } = data.current;
    this.#column = drawn === 'vertical' && table.size > 0 ? this.#layoutColumn() : null;
    if (!this.#column) this.flow.leave();
    if (drawn !== 'horizontal' || table.size === 0) {
      this.#isMeasured = false;
      return stage.clear();
    }
    // It has other room now than there was for nothing: what is seen of it first is to be what stays. Who waits for it with the focus goes on to it at once.
    if (!this.#isMeasured && stage.size.width > 0 && !this.#options.root().activeElement)
      return stage.clear();
    const isFirst = !stage.picture && stage.size.width > 0;
    if (isFirst && !this.#isUsed && this.#options.nearness.putOff()) return;
    const { criteria, matches } = found();
    const { within, key } = this.focus;
    stage.draw({
      ...this.subject,
      criteria: matches ? null : criteria,
      lanes: arranged.lanes,
      matches,
      focused: this.#focused,
      focusedKey: within ? key : null,
      sight: this.#isPrinted ? undefined : this.#sight.of(stage.size.height),
      asleep: this.asleep,
    });
  }

  /** After a render: brings the picture to where the view is. */
  finish(): void {
    if (!this.#isMeasured) this.#measure();
    this.stage.finish((this.printedSize ?? this.stage.size).height);
  }

  /** The stage has been rendered with something to come: what is known of its size is of before. */
  #measure(): void {
    const { data, viewing, root, render } = this.#options;
    if (viewing.layout.drawn !== 'horizontal' || data.current.table.size === 0) return;
    this.#isMeasured = true;
    if (this.stage.size.width === 0) return;
    const { clientWidth: width, clientHeight: height } = root().querySelector('.scroller')!;
    this.stage.resize({ width, height });
    render();
  }

  #layoutColumn(): Column | null {
    const { data, viewing, found, language, words } = this.#options;
    const { view, scale } = viewing;
    const { shown: source, matches } = found();
    const { selected } = words();
    return this.flow.layout({
      source,
      load: data.current.load,
      asleep: this.asleep,
      matches,
      view: view.current,
      scale: scale.word,
      longest: scale.longest,
      calendar: language().calendar,
      kept: [selected, this.#focused].filter(id => id !== null),
      selected,
    });
  }

  /** Id of the event that has the focus. */
  get #focused(): string | null {
    const { within, key } = this.focus;
    return within && key ? (markOfKey(key)?.id ?? null) : null;
  }

  get #isPrinted(): boolean {
    return this.print.printing && this.#options.words().printPicture;
  }
}
