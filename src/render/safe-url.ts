import { SAFE_SCHEMES } from '../data/safe-address.js';

/**
 * The absolute address that `text` names when read against `base`, or null where a page should not
 * go there: links are http, https or mailto, images http or https. The decision is made on what the
 * URL parser understood, never on the text, which may hide a scheme behind tabs, case or blanks.
 */
export function safeUrl(text: string | undefined, base: string, kind: 'link' | 'image'): string | null {
  if (!text?.trim()) return null;
  try {
    const { href } = new URL(text, base);
    return SAFE_SCHEMES[kind].includes(new URL(href).protocol) ? href : null;
  } catch {
    return null;
  }
}
