import { safeUrl } from '../render/safe-url.js';

/** Where the page will stand is not known here; nobody's address, so that relative ones are read as such. */
const SOMEWHERE = 'https://page.invalid/';

/** Whether a page may go to an address, relative ones too, or have pictures from there. */
export const isFollowable = (text: string | undefined, kind: 'link' | 'image'): text is string =>
  safeUrl(text, SOMEWHERE, kind) !== null;
