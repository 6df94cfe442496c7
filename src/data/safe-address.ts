/** Where a page or a file of ours may lead to, and where it may have pictures from. */
export const SAFE_SCHEMES = { link: ['http:', 'https:', 'mailto:'], image: ['http:', 'https:'] };

/**
 * Whether a text may stand as an address in what is handed on: it has one of those schemes, or, as a relative one, none.
 * The scheme is read as the URL Standard reads it, past what hides it: blanks and controls in front, tabs and ends of lines within.
 */
export function isSafeAddress(text: string, kind: keyof typeof SAFE_SCHEMES): boolean {
  const plain = text.replace(/^[\0- ]+/, '').replace(/[\t\n\r]/g, '');
  const [scheme] = /^[a-z][a-z\d+.-]*:/i.exec(plain) ?? [];
  return scheme === undefined || SAFE_SCHEMES[kind].includes(scheme.toLowerCase());
}
