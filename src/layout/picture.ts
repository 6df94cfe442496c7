import type { EventSource } from '../index/event-source.js';
import type { Language } from '../language/language.js';
import { axisTicks, type AxisTicks } from '../scale/ticks.js';
import { timeScale, type TimeScale } from '../scale/time-scale.js';
import { MIN_SPAN } from '../scale/view.js';
import { weekends } from '../scale/weekends.js';
import { DAY, type TimeSpan } from '../time/epoch-ms.js';
import type { LabelMetrics } from './label-metrics.js';
import { commonYear, labelTexts } from './label-texts.js';
import type { Scene } from './scene.js';
import { sceneOf, type SceneRequest } from './scene-of.js';
import { TimelineLayout } from './timeline-layout.js';

/** What a picture is made from, besides the view. */
export interface PictureInput {
  readonly source: EventSource;
  readonly timeZone: string;
  /** Size of the area of the lanes in px. */
  readonly width: number;
  readonly height: number;
  /** The first view. */
  readonly home: TimeSpan;
  readonly language: Language;
  readonly weekNumbers: boolean;
  readonly measure: LabelMetrics['measure'];
  readonly lineHeight: number;
  /** Changes whenever measured widths do. */
  readonly fonts: number;
}

/** A scene with its axis. */
export interface Picture {
  readonly scene: Scene;
  readonly scale: TimeScale;
  readonly ticks: AxisTicks;
  readonly weekends: readonly TimeSpan[];
}

/** Makes pictures; its layout is kept until something that it depends on changes, and follows other data. */
export class PictureMaker {
  #input: PictureInput | null = null;
  #layout: TimelineLayout | null = null;
  #picture: Picture | null = null;
  /** What the axis of that picture depends on. */
  #asked: readonly unknown[] = [];

  /** The picture of a view, drawn one view's width beyond either edge. */
  picture(input: PictureInput, request: SceneRequest): Picture {
    const { view } = request;
    const layout = this.#layoutFor(input, view);
    const { width, measure, language, weekNumbers: weeks } = input;
    const scene = sceneOf(layout, request, MIN_SPAN);
    const asked = [view.start, view.end, width, language, weeks, input.fonts, request.narrow];
    // Of other data under the same view the axis is the same.
    if (this.#picture && asked.every((value, i) => value === this.#asked[i]))
      return (this.#picture = { ...this.#picture, scene });
    this.#asked = asked;
    const scale = timeScale(view, width);
    const span = view.end - view.start;
    return (this.#picture = {
      scene,
      scale,
      ticks: axisTicks(view, width, {
        language,
        weeks,
        measure: text => measure(text, 'date'),
        overscan: request.narrow ? 0 : 1,
      }),
      weekends: weekends({ start: view.start - span, end: view.end + span }, scale.pxPerMs * DAY, width),
    });
  }

  #layoutFor(input: PictureInput, view: TimeSpan): TimelineLayout {
    const before = this.#input;
    this.#input = input;
    const { source, width, height, home, language, measure, lineHeight, timeZone } = input;
    const laneTitles = source.lanes.length > 1 || source.lanes.some(({ title }) => title !== '');
    if (before && this.#layout && isSame({ ...before, source }, input)) {
      if (before.source === source) return this.#layout;
      const pxPerMs = width / (view.end - view.start);
      if (this.#layout.input.laneTitles === laneTitles && this.#layout.amend(source, pxPerMs))
        return this.#layout;
    }
    const year = commonYear(home);
    return (this.#layout = new TimelineLayout({
      source,
      width,
      height,
      home,
      metrics: { measure, lineHeight, locale: language.locale },
      texts: event => labelTexts(event, language, timeZone, year),
      laneTitles,
    }));
  }
}

function isSame(a: PictureInput, b: PictureInput): boolean {
  return (Object.keys(b) as (keyof PictureInput)[]).every(key => a[key] === b[key]);
}
