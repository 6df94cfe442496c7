// Signs in the text while it is collected; white space and control characters of the page become blanks.
const TIMES = '(?:\\x01[^\\x02]*\\x02(?:[^\\x01\\x02]{1,12}(?=\\x01))?)+';
export const PARAGRAPH = '\x03';
export const LINE = '\x04';
/** After a title, so that the colon or the dash behind it goes as it goes behind a time. */
export const NO_TIME = '\x01\x02';
const DASHES = '\\u2010-\\u2015-';

/** In the line of the title, times at its beginning or behind a sign at its end are no part of what it says. */
const LEADING = new RegExp(`^[\\s([]*${TIMES}[\\s:;,.|)\\]·•${DASHES}]*`);
const TRAILING = new RegExp(`(?:^|\\s*[:;,([|·•${DASHES}]\\s*)${TIMES}[\\s)\\].,]*$`);
/** Elsewhere they are no part where a sign, or nothing, follows. */
const APART = new RegExp(`^[\\s([]*${TIMES}(?:\\s*$|\\s*[:;|)\\]·•${DASHES}]\\s*)`);

/** Returns the words of a time as they go into a text that is being collected. */
export const timeText = (words: string): string => `\x01${words}\x02`;

/** Whether a word at most stands behind the last time of a text. */
export const endsWithTime = (text: string): boolean => /\x02[^\x01-\x04]{0,12}$/.test(text.slice(-14));

const PARAGRAPHS = new RegExp(`${PARAGRAPH}+`);

/** A line without the signs of times, and without those that are no part of what it says. */
function withoutTimes(written: string, isTitle: boolean): string {
  const apart = isTitle ? written.replace(LEADING, '').replace(TRAILING, '') : written.replace(APART, '');
  return apart.replace(/[\x01\x02]/g, '');
}

/** Returns the lines, in paragraphs, of what was collected. */
export function paragraphsOf(text: string, hasTitle: boolean): string[] {
  let isTitle = hasTitle;
  const lineOf = (written: string): string => {
    const line = (written.includes('\x01') ? withoutTimes(written, isTitle) : written)
      .replace(/ +/g, ' ')
      .trim();
    isTitle &&= !line;
    return line;
  };
  return text
    .split(PARAGRAPHS)
    .map(block => block.split(LINE).map(lineOf).filter(Boolean).join('\n'))
    .filter(Boolean);
}
