/**
 * What a spreadsheet takes for a formula when it opens a table, which may then do more than calculate. Apostrophes in
 * front count as part of it, so that what is written with one more can be told from what had one.
 */
const ACTIVE = /^'*[=+\-@\t\r]/;
/**
 * The same within a text, for spreadsheets that part cells at semicolons and so take our quotes for part of a text: behind a
 * semicolon, or where a line begins. Quotes in front may be passed over.
 */
const ACTIVE_WITHIN = /([;\r\n])(?=['"]*[=+\-@])/g;
const GUARD_WITHIN = /([;\r\n])'(?=['"]*[=+\-@])/g;

/** Returns the text of a cell with an apostrophe before all that would be a formula, be it parted at commas or at semicolons. */
export function withGuard(text: string): string {
  const inert = text.replace(ACTIVE_WITHIN, "$1'");
  return ACTIVE.test(inert) ? `'${inert}` : inert;
}

/** Returns the text that `withGuard` made a cell of. */
export const withoutGuard = (cell: string): string => withoutFirstGuard(cell).replace(GUARD_WITHIN, '$1');

/** Returns the text of a cell without the apostrophe in front that keeps it from being a formula, as others write it too. */
export const withoutFirstGuard = (cell: string): string => (isGuarded(cell) ? cell.slice(1) : cell);

/** Whether a cell has such an apostrophe. */
const isGuarded = (cell: string): boolean => cell.charCodeAt(0) === APOSTROPHE && ACTIVE.test(cell);

/** Whether so many columns are guarded: each where some of its cells would be formulas, and none of them is one. */
export function guardedColumns(rows: readonly (readonly string[])[], width: number): readonly boolean[] {
  return Array.from({ length: width }, (_, column) => {
    const active = rows.map(row => row[column] ?? '').filter(cell => ACTIVE.test(cell));
    return active.length > 0 && active.every(isGuarded);
  });
}

const APOSTROPHE = 0x27;
