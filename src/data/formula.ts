/**
 * What a spreadsheet takes for a formula when it opens a table, which may then do more than calculate. Apostrophes in
 * front count as part of it, so that what is written with one more can be told from what had one.
 */
export const ACTIVE = /^'*[=+\-@\t\r]/;

/** Returns the text of a cell without the apostrophe that keeps it from being a formula. */
export const withoutGuard = (cell: string): string =>
  cell.charCodeAt(0) === APOSTROPHE && ACTIVE.test(cell) ? cell.slice(1) : cell;

const APOSTROPHE = 0x27;
