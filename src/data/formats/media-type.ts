const KINDS = {
  image: /\.(jpe?g|png|gif|webp|avif|svg|bmp)$|\/Special:FilePath\//i,
  video: /\.(mp4|m4v|webm|ogv|mov)$/i,
  audio: /\.(mp3|m4a|og[ga]|opus|wav|flac|aac)$/i,
} as const;

/**
 * Returns what an address leads to by its ending, or `null` where that is a page: `…/wiki/File:Jar.jpg` is one,
 * too. `Special:FilePath/` is how Wikidata names its pictures.
 */
export function mediaType(url: string): keyof typeof KINDS | null {
  const path = url.replace(/[?#].*/s, '');
  if (/\/wiki\/(?!Special:FilePath\/)/.test(path)) return null;
  for (const kind of ['image', 'video', 'audio'] as const) if (KINDS[kind].test(path)) return kind;
  return null;
}
