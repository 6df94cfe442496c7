/** The columns that we write, in their order; those that no event has anything in are left out. */
export const CSV_COLUMNS = [
  'id',
  'title',
  'short',
  'date',
  'calendar',
  'summary',
  'lane',
  'kind',
  'status',
  'tags',
  'people',
  'place',
  'url',
  'color',
  'importance',
  'sources',
  'media',
] as const;

export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** Whether a row of names is one that we write: then what is guarded in the rows below is so by us. */
export function isOwnHeader(cells: readonly string[]): boolean {
  const written = CSV_COLUMNS.filter(name => cells.includes(name));
  return (
    ['id', 'title', 'date'].every(name => cells.includes(name)) &&
    written.length === cells.length &&
    written.every((name, i) => name === cells[i])
  );
}
