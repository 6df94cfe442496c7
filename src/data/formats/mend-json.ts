/**
 * What scripts in pages have around and between their JSON: texts, in which nothing is to be looked for; the wrappers of
 * XHTML and of old browsers, `//<![CDATA[` and `<!--`, without the data behind them in the line; comments.
 */
const TOKEN =
  /"(?:[^"\\]+|\\[^])*"?|(?:\/[/*][ \t]*)?(?:<!\[CDATA\[|\]\]>)(?:[ \t]*\*\/)?|<!--[^\n\r[{]*|-->|\/\*[^]*?(?:\*\/|$)|\/\/[^\n\r]*/g;

/**
 * Returns a JSON text without the comments and wrappers that many scripts of pages have, and with the control characters
 * of its texts escaped. What it leaves stands where it stood, but behind an escape in the same line.
 */
export const mendJson = (text: string): string =>
  text.replace(TOKEN, token =>
    token.startsWith('"')
      ? token.replace(/[\0-\x1f]/g, c => JSON.stringify(c).slice(1, -1))
      : token.replace(/[^\n\r]/g, ' '),
  );
