/** As EDTF numbers them, from 21 on, north and south alike; without accents, in the languages of columns. */
const SEASONS = [
  'spring fruhling fruhjahr printemps primavera lente весна',
  'summer sommer ete verano estate verao zomer лето',
  'autumn fall herbst automne otono autunno outono herfst осень',
  'winter hiver invierno inverno зима',
].map(names => names.split(' '));

/** Numbered from 33 on. */
const QUARTER = /^q?([1-4])(?:(?<=q.)|q|(?:\.|\D\D?)?(?:quarter|quartal|trimestre))$/;

/** What stands beside the first year of a decade. */
const DECADE = /^(?:er(?:jahre)?|(?:les)?annees|anni)$/;

const OPEN = /^(?:until further notice|bis auf weiteres)$/;

/** The number of a footnote, behind what it is about. */
const FOOTNOTES = /(?<=[\p{L}\d.?)\]]) ?\[\d{1,3}\]/gu;

/** A part of the stretch that a date names, which EDTF has no words for. */
const PART = /(?:^|[\s–-])(?:early|mid|middle|late|beginning|end)[ -](?:of )?.*\d/i;

/** Whether a date as people write it says less than all that it names: `mid-March 2019`, `late 1930s`. */
export const isPartOf = (text: string): boolean => PART.test(text);

/** Returns a cell without blanks around it and numbers of footnotes, as `1999[8][9]`: tables are copied from encyclopedias. */
export const withoutFootnotes = (cell: string): string =>
  (cell.includes('[') ? cell.replace(FOOTNOTES, '') : cell).trim();

/**
 * Returns EDTF for a season, a quarter or a decade, as tables name them in several languages, `Sommer 1999`,
 * `2021-Q3`, `1990er`; `..` for what goes on; or null.
 */
export function readWords(cell: string): string | null {
  if (cell.length > 40 || !/^[\p{L}\d].*\p{L}|^\p{L}/u.test(cell)) return null;
  const text = cell.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (OPEN.test(text)) return '..';
  const [year] = /(?<!\d)\d{4}(?!\d)/.exec(text) ?? [];
  if (!year) return null;
  const rest = text.replace(year, '').replace(/ (?:of|de|del) |[ ,/-]/g, '');
  const season = SEASONS.findIndex(names => names.includes(rest));
  if (season >= 0) return `${year}-${21 + season}`;
  const [, quarter] = QUARTER.exec(rest) ?? [];
  if (quarter) return `${year}-${32 + Number(quarter)}`;
  // The 1900s are a decade to some and a century to others.
  return /[1-9]0$/.test(year) && DECADE.test(rest) ? `${year.slice(0, 3)}X` : null;
}
