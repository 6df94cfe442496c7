import type { Found } from '../controllers/filter.js';
import type { Size } from '../controllers/size.js';
import type { ViewController } from '../controllers/view.js';
import { storyOrder } from '../index/story-order.js';
import { PictureMaker, type Picture } from '../layout/picture.js';
import type { FrameContext } from '../render/frame-context.js';
import type { PictureSubject } from '../stage/picture-stage.js';
import { Looks } from './looks.js';
import { setSheet, type Sheet } from './sheet.js';
import { SvgPen } from './svg-pen.js';
import { inTime } from '../scale/warp.js';

/** Which picture is asked for. */
export interface PictureChoice {
  /** All events, in a picture as high as they need; else the view. */
  readonly whole?: boolean | undefined;
}

export interface ExporterOptions {
  /** What holds all that the element shows; null before it is rendered. */
  root(): Element | null;
  view(): ViewController;
  /** What is looked for, and what of all events is drawn. */
  found(): Found;
  context(): FrameContext;
  /** What is pictured. */
  subject(): Pick<PictureSubject, 'timeZone' | 'weekNumbers' | 'zero' | 'selected' | 'chosen'>;
  /** Size of the area of the lanes; null where there is none. */
  size(): Size | null;
  title(): string;
  description(): string;
}

/** The narrowest picture, in px. */
const LEAST_WIDTH = 640;
/** Heights that are tried for all events, as multiples of that of the element. */
const HEIGHTS = [1, 1.5, 2, 3, 4, 6];
/** With more events than this none of them would let all have labels. */
const FEW = 600;

/** Makes pictures to be taken away, by a layout of their own: what the element shows stays as it is. */
export class Exporter {
  readonly #options: ExporterOptions;

  constructor(options: ExporterOptions) {
    this.#options = options;
  }

  /** Whether the view leaves anything of the whole out. */
  get isPart(): boolean {
    const { target, fit } = this.#options.view();
    return !(target.start <= fit.start && target.end >= fit.end);
  }

  /** The picture as SVG, a document of its own. */
  svg(choice: PictureChoice): string {
    return this.#print(choice, (sheet, looks) => {
      const { family } = looks.text('title').font;
      const pen = new SvgPen(family);
      sheet.draw(pen);
      return pen.toString({ ...sheet, family, lang: this.#options.context().language.locale });
    });
  }

  /** The picture as PNG, `scale` px to a px. Rejects where it is too large for a canvas. */
  async png({ scale, ...choice }: PictureChoice & { readonly scale: number }): Promise<Blob> {
    const { CanvasPen } = await import('./canvas-pen.js');
    const canvas = document.createElement('canvas');
    this.#print(choice, sheet => {
      canvas.width = Math.round(sheet.width * scale);
      canvas.height = Math.round(sheet.height * scale);
      const context = canvas.getContext('2d');
      context?.scale(scale, scale);
      if (context) sheet.draw(new CanvasPen(context));
    });
    return new Promise((resolve, reject) =>
      canvas.toBlob(blob => {
        if (blob) resolve(blob);
        else
          reject(
            new RangeError(
              `invalid scale: ${scale}; expected a picture of ${canvas.width} × ${canvas.height} px to find room`,
            ),
          );
      }, 'image/png'),
    );
  }

  #print<T>(choice: PictureChoice, draw: (sheet: Sheet, looks: Looks) => T): T {
    const { root, view, found, context, size, title, description } = this.#options;
    const looks = new Looks(root() ?? document.createElement('div'));
    try {
      const { width, height } = size() ?? looks.stage;
      const { whole = false } = choice;
      const { shown, criteria, count, total } = found();
      const drawn = { width: Math.max(LEAST_WIDTH, Math.floor(width)), height };
      const sheet = setSheet(
        {
          table: shown.table,
          search: criteria && { ...criteria, count, total },
          context: context(),
          picture: shown.table.size > 0 ? this.#picture(whole, drawn, looks) : null,
          width: drawn.width,
          title: title(),
          description: description(),
          shown:
            whole || !this.isPart ? null : storyOrder(shown.table).countIn(inTime(shown.warp, view().target)),
        },
        looks,
      );
      return draw(sheet, looks);
    } finally {
      looks.remove();
    }
  }

  /** The picture of the view; of everything, in the least height that has a label for all, or the greatest that is of use. */
  #picture(whole: boolean, { width, height }: Size, looks: Looks): Picture {
    const { view, subject, found, context } = this.#options;
    const { shown: source, matches } = found();
    const { timeZone, weekNumbers, zero, selected, chosen } = subject();
    const { target, fit, anchor } = view();
    const pictureOf = (factor: number): Picture =>
      new PictureMaker().picture(
        {
          source,
          criteria: null,
          lanes: '',
          timeZone,
          weekNumbers,
          zero,
          width,
          height: Math.round(height * factor),
          home: whole ? fit : anchor,
          language: context().language,
          measure: looks.measure,
          lineHeight: looks.lineHeight('title'),
          fonts: 0,
          unbound: whole,
        },
        { view: whole ? fit : target, selected, focused: null, moving: false, matches, chosen },
      );
    if (!whole || source.table.size > FEW) return pictureOf(1);
    let best = pictureOf(HEIGHTS[0]!);
    for (const factor of HEIGHTS.slice(1)) {
      if (unlabelled(best) === 0) break;
      const next = pictureOf(factor);
      if (unlabelled(next) < unlabelled(best)) best = next;
    }
    return best;
  }
}

/** How many events of a picture have no label. */
const unlabelled = ({ scene: { marks, clusters } }: Picture): number =>
  marks.filter(({ label }) => !label || label.hidden).length +
  clusters.reduce((sum, { count }) => sum + count, 0);
