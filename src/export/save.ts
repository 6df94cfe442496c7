import { EXPORT_FORMATS, type ExportWord } from '../data/writers/export-format.js';

/** What can be written as files. */
export interface Exportable {
  toSVG(options: { whole: boolean }): string;
  toPNG(options: { whole: boolean }): Promise<Blob>;
  toICS(): string;
  toCSV(): string;
  toJSON(): unknown;
  toJSONLD(): unknown;
}

const WRITTEN: Readonly<
  Record<Exclude<ExportWord, 'png'>, (what: Exportable, options: { whole: boolean }) => string>
> = {
  svg: (what, options) => what.toSVG(options),
  ics: what => what.toICS(),
  // By the mark of its order of bytes, which is no part of the table, spreadsheets know that it is UTF-8.
  csv: what => `\ufeff${what.toCSV()}`,
  json: what => JSON.stringify(what.toJSON(), null, 2),
  'json-ld': what => JSON.stringify(what.toJSONLD(), null, 2),
};

/** For how long, in ms, a browser may take to fetch what is saved. */
const PATIENCE = 60_000;

/** Has the browser save a file, as a link to it would; `whole` for a picture of all events. */
export async function save(
  what: Exportable,
  word: ExportWord,
  { whole, name }: { readonly whole: boolean; readonly name: string },
): Promise<void> {
  const file =
    word === 'png'
      ? await what.toPNG({ whole })
      : new Blob([WRITTEN[word](what, { whole })], { type: EXPORT_FORMATS[word].type });
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), PATIENCE);
}
