/** When images and players of details are loaded: at once (images as they come into sight), when asked for, or never. */
export const MEDIA_MODES = ['load', 'click', 'none'] as const;
export type MediaMode = (typeof MEDIA_MODES)[number];

/** Whether a word is one of the attribute `media`. */
export const isMediaMode = (word: string): word is MediaMode =>
  (MEDIA_MODES as readonly string[]).includes(word);
