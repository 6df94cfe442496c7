import type { FontController } from '../controllers/fonts.js';
import type { Size } from '../controllers/size.js';
import type { ViewController } from '../controllers/view.js';
import type { EventSource } from '../index/event-source.js';
import type { Language } from '../language/language.js';
import { densityOf } from '../layout/density.js';
import { PictureMaker, type Picture, type PictureRequest } from '../layout/picture.js';
import type { Scene } from '../layout/scene.js';
import { AXIS_TEXT } from '../render/axis-rows.js';
import { drawAxis } from '../render/axis.js';
import { DrawnItems } from '../render/canvas.js';
import { axisFolds } from '../render/folds.js';
import { followMarks } from '../render/follow-marks.js';
import { moveOverview, type OverviewState } from '../render/overview.js';
import { panLayers } from '../render/pan-layer.js';
import { sameView } from '../scale/view.js';
import type { DatedSpan } from '../time/dated-span.js';
import type { TimeSpan } from '../time/epoch-ms.js';

/** Width of a step of the overview's strip, in px. */
const OVERVIEW_STEP = 3;
/** After how long without another frame of a zoom all is drawn, if that has not come to rest: later than a wheel does. */
const COMPLETION_MS = 200;
/** Height of a line of a label's title, as a multiple of its size. */
const LINE = 1.25;

export interface StageOptions {
  readonly view: ViewController;
  readonly fonts: FontController;
  root(): DocumentFragment | HTMLElement;
  language(): Language;
  /** All is to be rendered anew. */
  changed(): void;
}

/** What is pictured, besides the view. */
export interface PictureSubject extends Pick<
  PictureRequest,
  'selected' | 'focused' | 'focusedKey' | 'sight' | 'matches' | 'chosen'
> {
  readonly source: EventSource;
  /** What its events were chosen by; null for all. */
  readonly criteria: object | null;
  /** The field that makes the lanes. */
  readonly lanes: string;
  readonly timeZone: string;
  readonly weekNumbers: boolean;
  /** The date that others are counted from; null for none. */
  readonly zero: DatedSpan | null;
  /** Nobody sees it: it waits as it is, but never with other data. */
  readonly asleep: boolean;
}

/** The horizontal timeline on its stage: makes pictures of the view, and moves those that stand where that is enough. */
export class PictureStage {
  readonly #options: StageOptions;
  readonly #maker = new PictureMaker();
  /** What has nodes. */
  readonly drawn = new DrawnItems();
  #size: Size = { width: 0, height: 0 };
  #fontsVersion = 0;
  #lineHeight = 18;
  /** Size of the texts of the axis, in px. */
  #axisText = AXIS_TEXT;
  #picture: Picture | null = null;
  /** What it was made from. */
  #source: EventSource | null = null;
  /** The scene whose marks those of the next one follow. */
  #followed: Scene | null = null;
  #isNarrow = false;
  #completion: ReturnType<typeof setTimeout> | 0 = 0;
  /** What the axis was drawn for. */
  #axis: readonly unknown[] = [];
  /** The densities of the overview, and what they are of. */
  #density: {
    readonly source: EventSource;
    readonly width: number;
    readonly whole: TimeSpan;
    readonly counts: readonly number[];
    readonly matching: EventSource | null;
    readonly matches: readonly number[] | null;
  } | null = null;

  constructor(options: StageOptions) {
    this.#options = options;
  }

  /** Null where there is nothing to draw, or nothing to draw on. */
  get picture(): Picture | null {
    return this.#picture;
  }

  /** Size of the area of the lanes, scroll bar apart; 0 × 0 before it is known. */
  get size(): Size {
    return this.#size;
  }

  /** Whether what lies beyond the view is left out: while a zoom moves, each frame has another scale, and nothing pans. */
  get narrow(): boolean {
    return this.#isNarrow;
  }

  /** The place on the line at so many px from the start of the view. */
  placeAt(x: number): number {
    const { start, end } = this.#options.view.current;
    return start + ((end - start) * x) / this.#size.width;
  }

  /** The moment at so many px from the start of the view. */
  momentAt(x: number): number {
    const place = this.placeAt(x);
    return this.#source?.warp.moment(place) ?? place;
  }

  /** Takes note of a size; one of nothing, as of what is hidden, leaves all as it is, and so does one that was read before it was told. */
  resize(size: Size): void {
    const { width, height } = this.#size;
    if (size.width === 0 || size.height === 0) return;
    if (Math.abs(size.width - width) < 1 && Math.abs(size.height - height) < 1) return;
    this.#size = size;
    this.refont();
  }

  /** Measured widths are void, or may be. */
  refont(): void {
    this.#fontsVersion++;
    const root = this.#options.root();
    const sizeOf = (probe: Element): number => parseFloat(getComputedStyle(probe).fontSize);
    const title = root.querySelector('.probe-title');
    const date = root.querySelector('.probe-date');
    if (title) this.#lineHeight = Math.ceil(sizeOf(title) * LINE);
    if (date) this.#axisText = sizeOf(date);
    this.#options.changed();
  }

  /** The same events come in another place: the marks of the next picture go there from where they are. */
  rearrange(): void {
    this.#followed = this.#picture?.scene ?? null;
  }

  /** There is nothing to draw. */
  clear(): void {
    this.#picture = null;
  }

  /** Makes the picture of the view as it is. */
  draw({ source, criteria, lanes, timeZone, weekNumbers, zero, asleep, ...request }: PictureSubject): void {
    const { width, height } = this.#size;
    if (width === 0) return this.clear();
    const { view, fonts, language } = this.#options;
    const { moving, current, anchor: home } = view;
    const before = this.#picture;
    if (asleep && before && !before.scene.moving && this.#source === source) return;
    this.#source = source;
    // A pan moves what stands: only what rest hides or adds at the edges changes as it begins.
    const isPanned = moving && !this.#isNarrow && before && this.#shift(before) !== null;
    // Other things than the view may ask for a picture between two frames of a zoom.
    const isWaiting =
      this.#isNarrow && this.#completion !== 0 && before && sameView(before.scale.view, current);
    this.#isNarrow = moving && before !== null && (isWaiting || !isAsClose(before.scale.view, current));
    this.#picture = this.#maker.picture(
      {
        source,
        criteria,
        lanes,
        timeZone,
        width,
        height,
        home,
        language: language(),
        weekNumbers,
        zero,
        measure: fonts.measure,
        lineHeight: this.#lineHeight,
        fonts: this.#fontsVersion,
      },
      { ...request, view: isPanned ? before.scale.view : current, moving, narrow: this.#isNarrow },
    );
  }

  /** What the overview shows of the whole, and of what matches where anything is looked for; null where there is no picture. */
  overview(source: EventSource, matching: EventSource | null, within: boolean): OverviewState | null {
    if (!this.#picture) return null;
    const { width } = this.#size;
    const { whole, current } = this.#options.view;
    const known = this.#density;
    const isKnown = known?.source === source && known.width === width && sameView(known.whole, whole);
    if (!isKnown || known.matching !== matching) {
      const parts = Math.ceil(width / OVERVIEW_STEP);
      const counts = isKnown ? known.counts : densityOf(source, whole, parts);
      const matches = matching && densityOf(matching, whole, parts);
      this.#density = { source, width, whole, counts, matching, matches };
    }
    const { counts: density, matches } = this.#density!;
    const { warp } = source;
    return {
      whole,
      view: current,
      warp,
      density,
      matches,
      width,
      within,
      language: this.#options.language(),
    };
  }

  /** After a render: draws the axis, `height` px above its lanes, and brings all to where the view is. */
  finish(height: number): void {
    const { root, fonts, language } = this.#options;
    const scroller = root().querySelector<HTMLElement>('.scroller');
    if (scroller && this.#size.width === 0)
      // The first size is read at once, so that nobody need wait for an observer.
      this.resize({ width: scroller.clientWidth, height: scroller.clientHeight });
    const axis = root().querySelector<SVGGElement>('.axis-ticks');
    if (!axis) return;
    const picture = this.#picture;
    if (!picture) {
      if (this.#axis.length > 0) axis.replaceChildren();
      this.#axis = [];
      return;
    }
    const rtl = language().direction === 'rtl';
    const { measure } = fonts;
    const narrow = this.#isNarrow;
    const drawn = [axis, picture.ticks, height, rtl, narrow, this.#axisText];
    if (drawn.some((value, i) => value !== this.#axis[i])) {
      const measureTick = (text: string): number => measure(text, 'date');
      const folds = axisFolds(picture.folds, language());
      const style = { height, rtl, measure: measureTick, textSize: this.#axisText, narrow, folds };
      drawAxis(axis, picture.ticks, picture.scale, style);
    }
    this.#axis = drawn;
    clearTimeout(this.#completion);
    this.#completion = 0;
    // Fingers may rest on a zoom that goes on: then all is drawn meanwhile.
    if (narrow)
      this.#completion = setTimeout(() => {
        this.#completion = 0;
        this.#options.changed();
      }, COMPLETION_MS);
    this.#place(picture, this.#shift(picture) ?? 0);
    if (this.#followed) followMarks(root(), this.#followed, picture.scene, language());
    this.#followed = null;
  }

  /** Follows the view: while a picture that stands still covers it that only moves; it is made anew when it does not, and at rest. */
  follow(settled: boolean): void {
    const picture = this.#picture;
    const dx = !settled && picture?.scene.moving && !this.#isNarrow ? this.#shift(picture) : null;
    if (dx === null) this.#options.changed();
    else this.#place(picture!, dx);
  }

  #place({ scene }: Picture, dx: number): void {
    const { root, view, language } = this.#options;
    panLayers(root(), scene, dx, language());
    moveOverview(root(), view.current, view.whole, this.#size.width);
  }

  /** How far a picture lies from where the view is now, in px, if it may still be moved there; else `null`. */
  #shift({ scale, scene }: Picture): number | null {
    const { current } = this.#options.view;
    const dx = (scale.view.start - current.start) * scale.pxPerMs;
    return isAsClose(scale.view, current) && Math.abs(dx) < scene.ahead / 2 ? dx : null;
  }
}

/** Whether two views have the same scale. */
const isAsClose = (a: TimeSpan, b: TimeSpan): boolean =>
  Math.abs((b.end - b.start) / (a.end - a.start) - 1) < 1e-9;
