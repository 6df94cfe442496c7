import type { EventSource } from '../index/event-source.js';
import type { Language } from '../language/language.js';
import { relationVerb } from '../language/relation-verb.js';
import type { AxisTicks } from '../scale/ticks.js';
import { timeScale, type TimeScale } from '../scale/time-scale.js';
import { MIN_SPAN } from '../scale/view.js';
import { inTime, type Place, type Segment, type Warp } from '../scale/warp.js';
import type { DatedSpan } from '../time/dated-span.js';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';
import type { withChosenLabel } from './chosen-label.js';
import { KnownTitles } from './known-titles.js';
import type { LabelMetrics } from './label-metrics.js';
import { commonYear, labelTexts } from './label-texts.js';
import type { SceneLinks } from './links.js';
import { ticksOf, weekendsOf } from './picture-axis.js';
import type { Scene } from './scene.js';
import { sceneOf, type SceneRequest } from './scene-of.js';
import { TimelineLayout } from './timeline-layout.js';

/** What a picture is made from, besides the view. */
export interface PictureInput {
  readonly source: EventSource;
  /** What its events were chosen by; null for all. For another choice all is laid out anew. */
  readonly criteria: object | null;
  /** The field that makes the lanes: those of another have nothing to do with these. */
  readonly lanes: string;
  readonly timeZone: string;
  /** Size of the area of the lanes in px. */
  readonly width: number;
  readonly height: number;
  /** The first view. */
  readonly home: TimeSpan;
  readonly language: Language;
  readonly weekNumbers: boolean;
  /** The date that others are counted from; null for none. */
  readonly zero: DatedSpan | null;
  readonly measure: LabelMetrics['measure'];
  readonly lineHeight: number;
  /** Changes whenever measured widths do. */
  readonly fonts: number;
  /** Whether it is drawn without elements, of which a page should hold only so many. */
  readonly unbound?: boolean;
}

/** What is drawn of the selected event besides its mark: a label where it has none, and its relations. Loaded where one is selected. */
export interface ChosenLayout {
  readonly withChosenLabel: typeof withChosenLabel;
  readonly SceneLinks: typeof SceneLinks;
}

/** Which picture is asked for. */
export interface PictureRequest extends Omit<SceneRequest, 'arcs' | 'kept' | 'labelChosen' | 'verb'> {
  readonly chosen?: ChosenLayout | null;
}

/** A scene with its axis. */
export interface Picture {
  readonly scene: Scene;
  readonly scale: TimeScale;
  readonly ticks: AxisTicks;
  readonly weekends: readonly TimeSpan[];
  /** The view in ms: what the scene, its scale and its ticks count are places on the line of a scale. */
  readonly time: TimeSpan;
  /** Where moments lie on that line. */
  readonly warp: Warp;
  /** The moment of a place on it: of a bound of an event, exactly that. */
  momentAt(place: Place): EpochMs;
  /** The silences that are folded, as far as they are drawn. */
  readonly folds: readonly Segment[];
}

/** Makes pictures; its layout is kept until something that it depends on changes, and follows other data. */
export class PictureMaker {
  #input: PictureInput | null = null;
  #layout: TimelineLayout | null = null;
  #picture: Picture | null = null;
  #arcs: SceneLinks | undefined;
  readonly #titles = new KnownTitles();
  /** What the axis of that picture depends on. */
  #asked: readonly unknown[] = [];

  /** The picture of a view, drawn one view's width beyond either edge. */
  picture(input: PictureInput, { chosen, ...request }: PictureRequest): Picture {
    const { view } = request;
    if (chosen) this.#arcs ??= new chosen.SceneLinks();
    const before = this.#layout;
    const layout = this.#layoutFor(input, view);
    const kept = layout === before ? this.#picture?.scene.level : undefined;
    const { width, measure, language, weekNumbers: weeks } = input;
    const verb = (rel: string): string => relationVerb({ rel, incoming: false }, language);
    const labelChosen = chosen?.withChosenLabel;
    const scene = sceneOf(layout, { ...request, kept, verb, arcs: this.#arcs, labelChosen }, MIN_SPAN);
    const { warp } = input.source;
    // Events that have come since the line was made may begin after its last step.
    const newest = input.source.edge('last')?.span?.start ?? -Infinity;
    const hasTail = newest > (warp.stops[warp.stops.length - 1] ?? Infinity);
    const asked = [view.start, view.end, width, language, weeks, input.fonts, request.narrow, warp, hasTail];
    // Of other data under the same view, on the same line, the axis is the same: it asks for nothing else.
    if (this.#picture && asked.every((value, i) => value === this.#asked[i]))
      return (this.#picture = { ...this.#picture, scene, momentAt: place => input.source.momentAt(place) });
    this.#asked = asked;
    const scale = timeScale(view, width);
    const span = view.end - view.start;
    return (this.#picture = {
      scene,
      scale,
      ticks: ticksOf(warp, view, width, {
        language,
        weeks,
        measure: text => measure(text, 'date'),
        overscan: request.narrow ? 0 : 1,
        hasTail,
      }),
      weekends: weekendsOf(warp, view, width),
      time: inTime(warp, view),
      warp,
      momentAt: place => input.source.momentAt(place),
      folds: warp.folds.filter(({ line }) => line.start < view.end + span && line.end > view.start - span),
    });
  }

  #layoutFor(input: PictureInput, view: TimeSpan): TimelineLayout {
    const before = this.#input;
    this.#input = input;
    const { source, width, height, home, language, measure, lineHeight, timeZone, zero } = input;
    const laneTitles = source.lanes.length > 1 || source.lanes.some(({ title }) => title !== '');
    if (
      before &&
      this.#layout &&
      before.source.warp === source.warp &&
      isSame({ ...before, source }, input)
    ) {
      if (before.source === source) return this.#layout;
      const pxPerMs = width / (view.end - view.start);
      if (this.#layout.input.laneTitles === laneTitles && this.#layout.amend(source, pxPerMs))
        return this.#layout;
    }
    const omitYear = commonYear(inTime(source.warp, home));
    this.#titles.follow([measure, input.fonts, language.locale]);
    return (this.#layout = new TimelineLayout({
      source,
      width,
      height,
      home,
      metrics: { measure, lineHeight, locale: language.locale },
      wrap: this.#titles.wrap,
      texts: event => labelTexts(event, { language, timeZone, omitYear, zero }),
      laneTitles,
      unbound: input.unbound,
    }));
  }
}

function isSame(a: PictureInput, b: PictureInput): boolean {
  return (Object.keys(b) as (keyof PictureInput)[]).every(key => a[key] === b[key]);
}
