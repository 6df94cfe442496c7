import { TextMeasurer } from '../controllers/measure.js';
import type { Size } from '../controllers/size.js';
import { axisRows } from '../render/axis-rows.js';
import { PROBE } from '../render/probe.js';
import { inkOf } from './ink.js';
import { cssFont, type Font, type Ink, type Look, type Stroke, type TextLook } from './pen.js';
import { BOXES, DIMMED, SHAPES, standSample, TEXTS } from './samples.js';

export type TextName = keyof typeof TEXTS;

const NONE: Ink = { color: '#000000', opacity: 0 };
const GENERIC = /(?:^|,)\s*(?:serif|sans-serif|monospace|system-ui|cursive|fantasy|ui-[\w-]+|math)\s*$/i;

/** Texts that have a halo by their shadow, and how wide a stroke makes it. */
const SHADOWED: ReadonlySet<TextName> = new Set(['lane', 'link-word']);
const SHADOW = 4;

/** Height of the stage in px where nothing is computed. */
const USUAL_HEIGHT = 480;

/** Height of a line, as a multiple of the size of its text. */
const LINE = 1.25;

/**
 * How things look in an element, whatever its page has set and its reader wants: read of samples of its parts, which
 * stand in its shadow tree, unseen, while an export is made. `remove` takes them away again.
 */
export class Looks {
  readonly #root: Element;
  readonly #stand = document.createElement('div');
  readonly #samples = new Map<string, Element>();
  readonly #known = new Map<string, unknown>();
  readonly #measurer = new TextMeasurer();
  readonly #context = document.createElement('canvas').getContext('2d')!;

  /** `root` is what holds all that the element shows. */
  constructor(root: Element) {
    const stand = this.#stand;
    this.#root = root;
    stand.style.cssText =
      'position:absolute;inset:0 0 auto;height:0;overflow:clip;visibility:hidden;forced-color-adjust:none';
    root.append(stand);
    for (const style of ['title', 'date', 'note']) {
      const probe = standSample(stand, `span.probe-${style}`) as HTMLElement;
      probe.style.whiteSpace = 'pre';
      probe.textContent = PROBE;
    }
    this.#measurer.readFonts(stand);
  }

  remove(): void {
    this.#stand.remove();
  }

  /** How large the area of the lanes would be, where the element shows something else. */
  get stage(): Size {
    const height = parseFloat(this.#styleOf('div.stage', '').height) || USUAL_HEIGHT;
    const axis = axisRows(this.text('unit').font.size).height;
    return { width: this.#root.clientWidth, height: Math.max(axis, height - axis) };
  }

  /** Widths as the layout asks for them. */
  get measure(): TextMeasurer['measure'] {
    return this.#measurer.measure;
  }

  /** Height of a line of such texts. */
  lineHeight(name: TextName): number {
    return Math.ceil(this.text(name).font.size * LINE);
  }

  /** The width of a text as it is drawn. */
  width(text: string, name: TextName): number {
    this.#context.font = cssFont(this.text(name).font);
    return this.#context.measureText(text).width;
  }

  /** How far below the middle of its line the base line of a text is. */
  drop(name: TextName): number {
    return this.#once(`drop ${name}`, () => {
      this.#context.font = cssFont(this.text(name).font);
      const { fontBoundingBoxAscent, fontBoundingBoxDescent } = this.#context.measureText('x');
      return (fontBoundingBoxAscent - fontBoundingBoxDescent) / 2;
    });
  }

  /** A colour of the theme, or one that data say. */
  ink(color: string): Ink {
    return this.#once(`ink ${color}`, () => {
      const style = this.#styleOf('span', '');
      this.#stand.style.color = color;
      const ink = inkOf(style.color);
      this.#stand.style.color = '';
      return ink ?? NONE;
    });
  }

  /** A shape; of a lane, in its colour. */
  shape(name: keyof typeof SHAPES, lane = ''): Look {
    return this.#once(`${name} ${lane}`, () => {
      const style = this.#styleOf(SHAPES[name], lane);
      const line = faded(inkOf(style.stroke), style.strokeOpacity);
      return {
        fill: faded(inkOf(style.fill), style.fillOpacity),
        stroke: line && {
          ink: line,
          width: parseFloat(style.strokeWidth) || 1,
          dash: (style.strokeDasharray.match(/[\d.]+/g) ?? []).map(Number),
          round: style.strokeLinejoin === 'round',
        },
        strokeFirst: style.paintOrder.startsWith('stroke'),
      };
    });
  }

  /** A box with a border; of a lane, in its colour. */
  box(name: keyof typeof BOXES, lane = ''): Look {
    return this.#once(`${name} ${lane}`, () => {
      const { backgroundColor, borderTopColor, borderTopStyle, borderTopWidth } = this.#styleOf(
        BOXES[name],
        lane,
      );
      const width = parseFloat(borderTopWidth) || 0;
      const dash = borderTopStyle === 'dashed' ? [2 * width, 2 * width] : [];
      return {
        fill: inkOf(backgroundColor),
        stroke: width ? { ...solid(inkOf(borderTopColor) ?? NONE, width), dash } : null,
        strokeFirst: false,
      };
    });
  }

  /** The radius of the corners of a box, in px. */
  radius(name: keyof typeof BOXES): number {
    return this.#once(
      `radius ${name}`,
      () => parseFloat(this.#styleOf(BOXES[name], '').borderTopLeftRadius) || 0,
    );
  }

  /** The radius of the corners of signs, in px: as of pills. */
  get corner(): number {
    return this.radius('cluster');
  }

  /** How much is left of the sign of what does not match, from 0 to 1. */
  get dimmed(): number {
    return this.#once('dimmed', () => Number(this.#styleOf(DIMMED, '').opacity || 1));
  }

  text(name: TextName): TextLook {
    return this.#once(`text ${name}`, () => {
      const style = this.#styleOf(TEXTS[name], '');
      const isSvg = TEXTS[name].startsWith('svg');
      const stroke = isSvg && style.paintOrder.startsWith('stroke') ? inkOf(style.stroke) : null;
      const halo = stroke
        ? solid(stroke, parseFloat(style.strokeWidth) || 0)
        : SHADOWED.has(name)
          ? solid(this.ink('var(--_paper)'), SHADOW)
          : null;
      return { font: fontOf(style), ink: inkOf(isSvg ? style.fill : style.color) ?? NONE, halo };
    });
  }

  #styleOf(sample: string, lane: string): CSSStyleDeclaration {
    let element = this.#samples.get(sample);
    if (!element) this.#samples.set(sample, (element = standSample(this.#stand, sample)));
    if (lane) this.#stand.style.setProperty('--lane', lane);
    return getComputedStyle(element);
  }

  #once<T>(key: string, read: () => T): T {
    if (!this.#known.has(key)) this.#known.set(key, read());
    return this.#known.get(key) as T;
  }
}

const faded = (ink: Ink | null, by: string): Ink | null => {
  const opacity = by === '' ? 1 : Number(by);
  return ink && { ...ink, opacity: ink.opacity * opacity };
};

const solid = (ink: Ink, width: number): Stroke => ({ ink, width, dash: [], round: true });

/** A font with a generic one to fall back to where the drawing is seen without it. */
function fontOf({ fontStyle, fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): Font {
  const family = fontFamily || 'sans-serif';
  return {
    style: fontStyle || 'normal',
    weight: fontWeight || '400',
    size: parseFloat(fontSize) || 14,
    family: GENERIC.test(family) ? family : `${family}, sans-serif`,
  };
}
