/** What a file is that a timeline is written as. */
export interface ExportFormat {
  readonly type: string;
  /** Of its name, without the dot. */
  readonly extension: string;
}

/** All that there are: pictures, then data. */
export const EXPORT_FORMATS = {
  svg: { type: 'image/svg+xml', extension: 'svg' },
  png: { type: 'image/png', extension: 'png' },
  ics: { type: 'text/calendar;charset=utf-8', extension: 'ics' },
  csv: { type: 'text/csv;charset=utf-8', extension: 'csv' },
  json: { type: 'application/json', extension: 'json' },
  'json-ld': { type: 'application/ld+json', extension: 'jsonld' },
} satisfies Record<string, ExportFormat>;

export type ExportWord = keyof typeof EXPORT_FORMATS;

const LONGEST_NAME = 60;

/** Returns the name of a file after a title: letters and figures of any script, and what every system takes. */
export function fileName(title: string, word: ExportWord): string {
  const name = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-/, '');
  const short = [...name].slice(0, LONGEST_NAME).join('').replace(/-$/, '');
  return `${short || 'timeline'}.${EXPORT_FORMATS[word].extension}`;
}
