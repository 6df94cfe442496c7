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

/** Makes pictures; its layout is kept until something that it depends on changes. */
export class PictureMaker {
  #input: PictureInput | null = null;
  #layout: TimelineLayout | null = null;

  /** The picture of a view, drawn one view's width beyond either edge. */
  picture(input: PictureInput, request: SceneRequest): Picture {
    const layout = this.#layoutFor(input);
    const { view } = request;
    const { width, measure, language, weekNumbers: weeks } = input;
    const scale = timeScale(view, width);
    const span = view.end - view.start;
    return {
      scene: sceneOf(layout, request, MIN_SPAN),
      scale,
      ticks: axisTicks(view, width, { language, weeks, measure: text => measure(text, 'date'), overscan: 1 }),
      weekends: weekends({ start: view.start - span, end: view.end + span }, scale.pxPerMs * DAY, width),
    };
  }

  #layoutFor(input: PictureInput): TimelineLayout {
    const before = this.#input;
    const same =
      before && (Object.keys(input) as (keyof PictureInput)[]).every(key => input[key] === before[key]);
    if (this.#layout && same) return this.#layout;
    this.#input = input;
    const { source, width, height, home, language, measure, lineHeight, timeZone } = input;
    const year = commonYear(home);
    return (this.#layout = new TimelineLayout({
      source,
      width,
      height,
      home,
      metrics: { measure, lineHeight, locale: language.locale },
      texts: event => labelTexts(event, language, timeZone, year),
      laneTitles: source.lanes.length > 1 || source.lanes.some(({ title }) => title !== ''),
    }));
  }
}
