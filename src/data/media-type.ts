const KINDS = {
  image: /\.(jpe?g|png|gif|webp|avif|svg|bmp)$|\/Special:FilePath\//i,
  video: /\.(mp4|m4v|webm|ogv|mov)$/i,
  audio: /\.(mp3|m4a|og[ga]|opus|wav|flac|aac)$/i,
} as const;

/** What a medium is shown as; an `embed` is somebody else's page within this one. */
export type MediumKind = keyof typeof KINDS | 'pdf' | 'embed' | 'link';

/**
 * Returns what an address leads to by its ending, or `null` where that is a page: `…/wiki/File:Jar.jpg` is one,
 * too. `Special:FilePath/` is how Wikidata names its pictures.
 */
export function mediaType(url: string): keyof typeof KINDS | null {
  const path = pathOf(url);
  if (/\/wiki\/(?!Special:FilePath\/)/.test(path)) return null;
  for (const kind of ['image', 'video', 'audio'] as const) if (KINDS[kind].test(path)) return kind;
  return null;
}

/**
 * Returns what a medium is shown as: by its own word (`image`, `image/png`, `application/pdf`), else by its address. Nothing but
 * its word makes it somebody else's page within this one.
 */
export function mediumKind({ type = '', src }: { readonly type?: string; readonly src: string }): MediumKind {
  const word = type
    .trim()
    .toLowerCase()
    .replace(/^application\//, '')
    .replace(/\/.*/s, '');
  if (/^(image|video|audio|pdf|embed|link)$/.test(word)) return word as MediumKind;
  return mediaType(src) ?? (/\.pdf$/i.test(pathOf(src)) ? 'pdf' : 'link');
}

const pathOf = (url: string): string => url.replace(/[?#].*/s, '');
