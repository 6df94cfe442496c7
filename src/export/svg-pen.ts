import { px } from '../render/place.js';
import type { SignFade } from '../render/sign.js';
import type { Ink, Look, PartOptions, Pen, Stroke, TextLook, TextPlace } from './pen.js';

/** What is written of a whole drawing besides what is drawn. */
export interface SvgHead {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  /** The font that most texts are in. */
  readonly family: string;
}

/**
 * Writes SVG as text: shapes and texts with attributes alone, so that no policy of a page stops its styles, no script, and
 * nothing from elsewhere. Fonts are named, never carried along.
 */
export class SvgPen implements Pen {
  readonly #body: string[] = [];
  readonly #fades: string[] = [];
  readonly #family: string;
  readonly #ids = new Set<string>();

  /** `family` is that of the whole drawing, which is not repeated. */
  constructor(family: string) {
    this.#family = family;
  }

  path(d: string, { fill, stroke, strokeFirst }: Look, fade: SignFade | null = null): void {
    if (!d || !(fill || stroke)) return;
    const first = strokeFirst && fill && stroke ? ' paint-order="stroke"' : '';
    const filled = fill ? this.#paint('fill', fill, fade) : ' fill="none"';
    this.#body.push(
      `<path d="${d}"${filled}${stroke ? this.#paint('stroke', stroke.ink, fade) + strokeStyle(stroke) : ''}${first}/>`,
    );
  }

  text(text: string, { x, y, anchor, direction, struck }: TextPlace, { font, ink, halo }: TextLook): void {
    const { style, weight, size, family } = font;
    const isStart = (anchor === 'left') === (direction === 'ltr');
    const other = {
      'font-family': family === this.#family ? '' : family,
      'font-style': style === 'normal' ? '' : style,
      'font-weight': weight === '400' ? '' : weight,
      'text-anchor': anchor === 'middle' ? 'middle' : isStart ? '' : 'end',
      direction: direction === 'rtl' ? 'rtl' : '',
      'text-decoration': struck ? 'line-through' : '',
      'paint-order': halo ? 'stroke' : '',
    };
    const attributes = Object.entries(other).map(([name, value]) =>
      value ? ` ${name}="${escaped(value)}"` : '',
    );
    const around = halo ? this.#paint('stroke', halo.ink, null) + strokeStyle(halo) : '';
    this.#body.push(
      `<text x="${px(x)}" y="${px(y)}" font-size="${px(size)}"${this.#paint('fill', ink, null)}${around}${attributes.join('')}>${escaped(text)}</text>`,
    );
  }

  part(options: PartOptions, draw: () => void): void {
    const { name, x = 0, y = 0, mirrored = false, stretch = 1, clip } = options;
    const moves = [
      x || y ? `translate(${px(x)} ${px(y)})` : '',
      mirrored || stretch !== 1 ? `scale(${mirrored ? -stretch : stretch} 1)` : '',
    ].filter(Boolean);
    const body = this.#body;
    body.push(`<g${moves.length ? ` transform="${moves.join(' ')}"` : ''}>`);
    if (name) body.push(`<title>${escaped(name)}</title>`);
    // An inner image clips, and needs no id that another drawing in a page might have.
    if (clip) body.push(`<svg width="${px(clip.width)}" height="${px(clip.height)}" overflow="hidden">`);
    draw();
    body.push(clip ? '</svg></g>' : '</g>');
  }

  /** The whole as a document of its own. */
  toString({ width, height, title, description, lang, family }: SvgHead): string {
    const size = `width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}"`;
    const fades = this.#fades.length ? `<defs>${this.#fades.join('')}</defs>` : '';
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="graphics-document document" xml:lang="${escaped(lang)}" font-family="${escaped(family)}">` +
      `<title>${escaped(title)}</title><desc>${escaped(description)}</desc>${fades}${this.#body.join('')}</svg>\n`
    );
  }

  #paint(name: 'fill' | 'stroke', { color, opacity }: Ink, fade: SignFade | null): string {
    const paint = fade ? `url(#${this.#gradient(color, fade)})` : color;
    return ` ${name}="${paint}"${opacity < 1 ? ` ${name}-opacity="${Math.round(opacity * 1e4) / 1e4}"` : ''}`;
  }

  /** Id of a gradient: the same for the same, so that two drawings in one page may share it. */
  #gradient(color: string, fade: SignFade): string {
    const stop = (offset: number, strength: number): string =>
      `<stop offset="${Math.round(offset * 1e4) / 1e4}" stop-color="${color}"${strength < 1 ? ` stop-opacity="${strength}"` : ''}/>`;
    let tag: string;
    let place: string;
    let stops: string;
    if (fade.from === 'middle') {
      const [strong, gone] = fade.radii;
      tag = 'radialGradient';
      place = `cx="${px(fade.x)}" cy="${px(fade.cy)}" r="${gone}"`;
      stops = stop(strong / gone, 1) + stop(1, 0);
    } else {
      const first = fade.stops[0]![0];
      const length = fade.stops.at(-1)![0] - first || 1;
      tag = 'linearGradient';
      place = `x1="${px(first)}" y1="0" x2="${px(first + length)}" y2="0"`;
      stops = fade.stops.map(([x, strength]) => stop((x - first) / length, strength)).join('');
    }
    const id = `fade${`${tag}${place}${stops}`.replace(/[^\d.a-f-]+/g, '_')}`;
    if (!this.#ids.has(id)) {
      this.#ids.add(id);
      this.#fades.push(`<${tag} id="${id}" gradientUnits="userSpaceOnUse" ${place}>${stops}</${tag}>`);
    }
    return id;
  }
}

function strokeStyle({ width, dash, round }: Stroke): string {
  const dashes = dash.length ? ` stroke-dasharray="${dash.join(' ')}"` : '';
  return ` stroke-width="${px(width)}"${dashes}${round ? ' stroke-linejoin="round"' : ''}`;
}

const NAMES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/**
 * The text for XML, whatever it holds: markup as text, and what XML 1.0 has no place for (section 2.2: other control
 * characters than white space, half of a pair of surrogates, U+FFFE and U+FFFF) as U+FFFD.
 */
export const escaped = (text: string): string =>
  text
    .replace(/[<>&"]/g, character => NAMES[character]!)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
