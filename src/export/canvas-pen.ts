import type { SignFade } from '../render/sign.js';
import {
  cssFont,
  type Ink,
  type Look,
  type PartOptions,
  type Pen,
  type Stroke,
  type TextLook,
  type TextPlace,
} from './pen.js';

/** Draws on a canvas. */
export class CanvasPen implements Pen {
  readonly #context: CanvasRenderingContext2D;

  constructor(context: CanvasRenderingContext2D) {
    this.#context = context;
  }

  path(d: string, { fill, stroke, strokeFirst }: Look, fade: SignFade | null = null): void {
    const context = this.#context;
    const path = new Path2D(d);
    const filling = (): void => {
      if (!fill) return;
      context.fillStyle = this.#paint(fill, fade);
      context.fill(path);
    };
    if (!strokeFirst) filling();
    if (stroke) {
      this.#pen(stroke, fade);
      context.stroke(path);
    }
    if (strokeFirst) filling();
  }

  text(text: string, { x, y, anchor, direction, struck }: TextPlace, { font, ink, halo }: TextLook): void {
    const context = this.#context;
    context.font = cssFont(font);
    context.direction = direction;
    context.textAlign = anchor === 'middle' ? 'center' : anchor;
    context.textBaseline = 'alphabetic';
    if (halo) {
      this.#pen(halo, null);
      context.strokeText(text, x, y);
    }
    context.fillStyle = this.#paint(ink, null);
    context.fillText(text, x, y);
    if (!struck) return;
    const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right } = context.measureText(text);
    context.fillRect(x - left, y - font.size * STRIKE, left + right, Math.max(1, font.size / 14));
  }

  part(options: PartOptions, draw: () => void): void {
    const { x = 0, y = 0, mirrored = false, stretch = 1, clip } = options;
    const context = this.#context;
    context.save();
    context.translate(x, y);
    context.scale(mirrored ? -stretch : stretch, 1);
    if (clip) {
      context.beginPath();
      context.rect(0, 0, clip.width, clip.height);
      context.clip();
    }
    draw();
    context.restore();
  }

  #pen({ ink, width, dash, round }: Stroke, fade: SignFade | null): void {
    const context = this.#context;
    context.strokeStyle = this.#paint(ink, fade);
    context.lineWidth = width;
    context.setLineDash([...dash]);
    context.lineJoin = round ? 'round' : 'miter';
  }

  #paint({ color, opacity }: Ink, fade: SignFade | null): string | CanvasGradient {
    if (!fade) return tint(color, opacity);
    const context = this.#context;
    if (fade.from === 'middle') {
      const [strong, gone] = fade.radii;
      const gradient = context.createRadialGradient(fade.x, fade.cy, strong, fade.x, fade.cy, gone);
      gradient.addColorStop(0, tint(color, opacity));
      gradient.addColorStop(1, tint(color, 0));
      return gradient;
    }
    const first = fade.stops[0]![0];
    const length = fade.stops.at(-1)![0] - first || 1;
    const gradient = context.createLinearGradient(first, 0, first + length, 0);
    for (const [x, strength] of fade.stops)
      gradient.addColorStop((x - first) / length, tint(color, opacity * strength));
    return gradient;
  }
}

/** How far above the base line a text is struck, as a share of its size. */
const STRIKE = 0.3;

/** A colour with its opacity, as `#rrggbbaa`. */
const tint = (color: string, opacity: number): string =>
  color +
  Math.round(255 * opacity)
    .toString(16)
    .padStart(2, '0');
