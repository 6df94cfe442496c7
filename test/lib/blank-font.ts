/** A line of a table: numbers of so many bytes, the most significant first. */
const bytes = (...fields: readonly (readonly [size: 1 | 2 | 4, ...values: number[]])[]): number[] =>
  fields.flatMap(([size, ...values]) =>
    values.flatMap(value => Array.from({ length: size }, (_, i) => (value >>> (8 * (size - 1 - i))) & 255)),
  );

const UNITS = 1000;
const [ASCENT, DESCENT, ADVANCE] = [800, -200, 500];
/** Glyphs: what is missing, and the one for every character. */
const GLYPHS = 2;
/**
 * Characters from … to … and their glyph: all but the forms and ligatures of Arabic letters (some in private use), by
 * which engines would shape a text where a font has them: two letters into one, as all of them look like the same glyph.
 */
const RANGES = [
  [0x0001, 0xd7ff, 1],
  [0xf900, 0xfb4f, 1],
  [0xfe00, 0xfe6f, 1],
  [0xff00, 0x10ffff, 1],
];

/** OpenType, in the order of its directory. */
// prettier-ignore
const tables: readonly (readonly [tag: string, content: number[]])[] = [
  ['OS/2', bytes([2, 4, ADVANCE, 400, 5, 0], [2, ...Array<number>(11).fill(0)], [1, ...Array<number>(10).fill(0)],
    [4, 1, 0, 0, 0, 0], [2, 64, 32, 0xffff, ASCENT, DESCENT, 0, ASCENT, -DESCENT], [4, 1, 0], [2, 500, 700, 0, 32, 1])],
  // Many to one (format 13): all characters have the same glyph.
  ['cmap', bytes([2, 0, 1, 3, 10], [4, 12], [2, 13, 0], [4, 16 + 12 * RANGES.length, 0, RANGES.length, ...RANGES.flat()])],
  ['glyf', [0]],
  ['head', bytes([4, 0x10000, 0x10000, 0, 0x5f0f3cf5], [2, 3, UNITS], [4, 0, 0, 0, 0], [2, 0, 0, 0, 0, 0, 8, 2, 0, 0])],
  ['hhea', bytes([4, 0x10000], [2, ASCENT, DESCENT, 0, ADVANCE, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, GLYPHS])],
  ['hmtx', bytes([2, ADVANCE, 0, ADVANCE, 0])],
  ['loca', bytes([2, ...Array<number>(GLYPHS + 1).fill(0)])],
  ['maxp', bytes([4, 0x10000], [2, GLYPHS, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])],
  ['name', bytes([2, 0, 0, 6])],
  ['post', bytes([4, 0x30000, 0], [2, -100, 50], [4, 1, 0, 0, 0, 0])],
];

/** The file of a font without ink. */
function blankFont(): Uint8Array<ArrayBuffer> {
  const [directory, contents]: [number[], number[]] = [[], []];
  const begin = 12 + 16 * tables.length;
  for (const [tag, content] of tables) {
    const letters = [...tag].map(letter => letter.charCodeAt(0));
    directory.push(...letters, ...bytes([4, 0, begin + contents.length, content.length]));
    contents.push(...content, ...Array<number>(-content.length & 3).fill(0));
  }
  return new Uint8Array([...bytes([4, 0x10000], [2, tables.length, 128, 3, 32]), ...directory, ...contents]);
}

/**
 * Adds the font "Blank": it draws nothing, and every character is half an em wide, whatever it is, in bold too. So what
 * depends on widths of texts comes out the same on every machine, and no picture of it has letters.
 */
export async function addBlankFont(): Promise<void> {
  const face = new FontFace('Blank', blankFont(), { weight: '100 900', style: 'normal' });
  document.fonts.add(await face.load());
}
