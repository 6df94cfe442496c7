/** About the width in px that the axis gives a text: 12 px, wide capitals, wider ideographs. */
export const measure = (text: string): number =>
  [...text].reduce(
    (sum, c) => sum + (c > '\u2e80' ? 12 : /[\s.,:il]/.test(c) ? 3.6 : /[A-Z]/.test(c) ? 8.5 : 7),
    0,
  );
