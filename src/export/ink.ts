import type { Ink } from './pen.js';

const BLACK: Ink = { color: '#000000', opacity: 1 };

/** A computed colour as every program knows it; null for none at all, black where there is nothing computed. */
export function inkOf(css: string): Ink | null {
  if (css === 'none') return null;
  if (!css) return BLACK;
  const channels = /^(rgba?|color)\((?:srgb )?([^)]*)\)$/.exec(css);
  const values = channels?.[2]!.match(/[-+.\de]+%?/g)?.map(numberOf);
  const isBytes = css.startsWith('rgb');
  if (!values || values.length < 3 || !(isBytes || css.startsWith('color(srgb '))) return painted(css);
  const [red = 0, green = 0, blue = 0, opacity = 1] = values;
  const bytes = [red, green, blue].map(value => (isBytes ? value : 255 * value));
  return { color: hex(bytes), opacity };
}

const numberOf = (text: string): number => parseFloat(text) / (text.endsWith('%') ? 100 : 1);

const hex = (bytes: readonly number[]): string =>
  `#${bytes
    .map(byte =>
      Math.round(Math.max(0, Math.min(255, byte)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** A colour of another space, as a canvas has it in sRGB. */
function painted(css: string): Ink {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return BLACK;
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  return { color: hex([red, green, blue]), opacity: alpha / 255 };
}
