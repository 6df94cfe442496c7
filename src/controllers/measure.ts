/** The styles a label's texts are set in. */
export type TextStyle = 'title' | 'date' | 'note';

interface Font {
  /** For the canvas: CSS shorthand in px. */
  readonly css: string;
  /** Width of the probe, which tells of whatever else the page does to the font. */
  readonly width: number;
  /** Sets the text in the page instead, where the canvas would not set it as the page does. */
  readonly ruler: HTMLElement | null;
  /** Widths of the space and of words, where a text is as wide as those of its words together; else nothing. */
  readonly words: Map<string, number> | null;
}

const styles: readonly TextStyle[] = ['title', 'date', 'note'];
const unknown: Font = { css: '14px sans-serif', width: 0, ruler: null, words: null };
/** What is set closer, or as one letter, across a space where a font does such a thing. */
const PAIRS = 'A V T o Y a L T f i r A W e';
/** Widths remembered of each style; every layout asks for the same ones again. */
const MOST_WIDTHS = 20_000;
/** How far, in px, canvas and page may differ over a probe. */
const TOLERANCE = 0.7;

/** One for all timelines of a page: engines keep a canvas for longer than what made it. */
let canvas: CanvasRenderingContext2D | undefined;
/** What it is set to: to set it costs as much as to measure a word. */
let cssOnCanvas = '';

function onCanvas(text: string, css: string): number {
  // An element: 2D on an OffscreenCanvas is not everywhere.
  canvas ??= document.createElement('canvas').getContext('2d')!;
  if (css !== cssOnCanvas) canvas.font = cssOnCanvas = css;
  return canvas.measureText(text).width;
}

/**
 * Measures texts as the page sets them: on a canvas, which costs some microseconds and no layout. The fonts are those
 * of three hidden probes, `.probe-title` (in the heaviest weight that a title takes), `.probe-date` and `.probe-note`, each a box of its own (`position: absolute;
 * white-space: pre`) with some text in it. Where the canvas does not find the probe as wide as it is (letter spacing,
 * upper case, font features, a least size that the reader wants), a copy of the probe measures, some ten times slower.
 */
export class TextMeasurer {
  readonly #widths: Record<TextStyle, Map<string, number>> = {
    title: new Map(),
    date: new Map(),
    note: new Map(),
  };
  readonly #fonts: Record<TextStyle, Font> = { title: unknown, date: unknown, note: unknown };

  /** Returns the width of a text in px, rounded up to half a px. */
  readonly measure = (text: string, style: TextStyle): number => {
    const widths = this.#widths[style];
    let width = widths.get(text);
    if (width === undefined) {
      const font = this.#fonts[style];
      const { css, ruler } = font;
      if (ruler) ruler.textContent = text;
      width =
        Math.ceil(((ruler && widthOf(ruler)) || this.#byWords(text, font) || onCanvas(text, css)) * 2) / 2;
      if (widths.size >= MOST_WIDTHS) widths.clear();
      widths.set(text, width);
    }
    return width;
  };

  /** Forgets all widths: a font has come, or has changed. */
  forget(): void {
    for (const style of styles) {
      this.#widths[style].clear();
      this.#fonts[style].words?.clear();
    }
    cssOnCanvas = ''; // what the canvas found for it before may be another font now
  }

  /** Takes the fonts from the probes below `root`, and returns whether any differs from before. */
  readFonts(root: ParentNode): boolean {
    let changed = false;
    for (const style of styles) {
      const probe = root.querySelector<HTMLElement>(`.probe-${style}`);
      if (!probe) continue;
      const before = this.#fonts[style];
      before.ruler?.remove();
      const font = (this.#fonts[style] = this.#fontOf(probe));
      changed ||= font.css !== before.css || font.width !== before.width;
    }
    if (changed) this.forget();
    return changed;
  }

  #fontOf(probe: HTMLElement): Font {
    const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(probe);
    const css = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    const width = widthOf(probe);
    let ruler: HTMLElement | null = null;
    if (width && Math.abs(width - onCanvas(probe.textContent, css)) > TOLERANCE) {
      ruler = probe.cloneNode() as HTMLElement;
      probe.after(ruler);
    }
    const found: Font = { css, width, ruler, words: new Map() };
    const isSum = Math.abs(this.#byWords(PAIRS, found) - onCanvas(PAIRS, found.css)) < 0.01;
    return isSum ? found : { ...found, words: null };
  }

  /** The width of a text from those of its words: titles share most of them, and are asked for in many pieces. 0 where that can't be. */
  #byWords(text: string, { css, words }: Font): number {
    if (!words) return 0;
    const wide = (word: string): number => {
      let width = words.get(word);
      if (width === undefined) {
        if (words.size >= MOST_WIDTHS) words.clear();
        words.set(word, (width = onCanvas(word, css)));
      }
      return width;
    };
    return text.split(' ').reduce((sum, word, i) => sum + (i ? wide(' ') : 0) + (word ? wide(word) : 0), 0);
  }
}

/** The used width in px, before any transform; 0 where there is no box. */
function widthOf(element: Element): number {
  return parseFloat(getComputedStyle(element).width) || 0;
}
