// How colours of the page are seen, and how far they are apart.

/** Linear light. */
export type Rgb = readonly [number, number, number];

/** Linear light of a colour within an element, which may name its custom properties. */
export function linearLight(within: Element, expression: string): Rgb {
  const probe = document.createElement('div');
  probe.style.color = expression;
  within.append(probe);
  const channels = getComputedStyle(probe)
    .color.match(/[\d.]+/g)!
    .map(Number);
  probe.remove();
  return channels.slice(0, 3).map(channel => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
}

const luminance = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** The contrast of two colours, by WCAG 2.2. */
export function contrastOf(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Machado, Oliveira and Fernandes, 2009, severity 1. */
const SIGHTS: readonly (readonly Rgb[])[] = [
  // Full sight, protanopia, deuteranopia, tritanopia.
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

/** OKLab (Ottosson, 2020) of a colour as such eyes see it. */
function lab([r, g, b]: Rgb, sight: readonly Rgb[]): Rgb {
  const [R, G, B] = sight.map(([x, y, z]) => Math.max(0, x * r + y * g + z * b)) as unknown as Rgb;
  const l = Math.cbrt(0.4122214708 * R + 0.5363325363 * G + 0.0514459929 * B);
  const m = Math.cbrt(0.2119034982 * R + 0.6806995451 * G + 0.1073969566 * B);
  const s = Math.cbrt(0.0883024619 * R + 0.2817188376 * G + 0.6299787005 * B);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** How far the two most alike of some colours are apart, to the eyes that tell them worst, in OKLab. */
export function leastApart(colors: readonly Rgb[]): number {
  let least = Infinity;
  for (const sight of SIGHTS) {
    const seen = colors.map(color => lab(color, sight));
    for (const [i, a] of seen.entries())
      for (const b of seen.slice(i + 1))
        least = Math.min(least, Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
  }
  return least;
}
