import { decodeEntities } from './html-entities.js';
import { tagsOf, type Tag } from './html-tags.js';

/** A link found in a text: its words, and an http, https or mailto address. */
export interface TextLink {
  readonly title: string;
  readonly url: string;
}

/** What HTML says in plain words. */
export interface HtmlText {
  /** Paragraphs separated by blank lines, lines and list items by line ends. */
  readonly text: string;
  /** In order. Frames and players, which are not text, are links as well. */
  readonly links: readonly TextLink[];
}

/** Returns true where a text holds a tag or an entity of HTML. Any other is plain, `a < b` too, and must stay as it is. */
export function looksLikeHtml(text: string): boolean {
  if (!/[<&]/.test(text)) return false;
  for (const part of tagsOf(text)) if (typeof part !== 'string' || decodeEntities(part) !== part) return true;
  return false;
}

/**
 * Returns the words and the links of a text that may hold HTML; one without any comes back as it is.
 * White space counts as HTML has it, unless there is no tag but entities alone. What comes out is text,
 * never to be read as HTML again: `&amp;lt;` is `&lt;`. Linear in the length, whatever the text.
 */
export function htmlToText(html: string): HtmlText {
  if (!looksLikeHtml(html)) return { text: html, links: [] };
  const pieces: string[] = [];
  const links: TextLink[] = [];
  let hasTags = false;
  let anchor: { readonly url: string; readonly from: number } | null = null;
  const addLink = (url: string, title: string): void => {
    links.push({ title: tidy(title).replace(/\n+/g, ' ') || url, url });
  };
  const endAnchor = (): void => {
    if (anchor) addLink(anchor.url, pieces.slice(anchor.from).join(''));
    anchor = null;
  };
  for (const part of tagsOf(html)) {
    if (typeof part === 'string') {
      pieces.push(decodeEntities(part.replace(SPACES, ' ')));
      continue;
    }
    const { name, isEnd, inText } = part;
    hasTags = true;
    pieces.push(inText);
    if (name === 'a') endAnchor();
    if (isEnd) continue;
    if (name === 'li') pieces.push('\n• ');
    if (name === 'img') pieces.push(attribute(part, 'alt'));
    const url = addressOf(part);
    if (url && name === 'a') anchor = { url, from: pieces.length };
    else if (url) addLink(url, attribute(part, 'title'));
  }
  endAnchor();
  return { text: hasTags ? tidy(pieces.join('')) : decodeEntities(html), links };
}

/** Not all white space: a no-break space is there on purpose. */
const SPACES = /[ \t\n\f\r]+/g;

const tidy = (text: string): string =>
  text
    .replace(/ +/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const ADDRESSES = { href: /^a(rea)?$/, src: /^(audio|embed|iframe|source|video)$/ };

/** Returns the address that a tag leads to, where it is one that a page may link to. */
function addressOf(tag: Tag): string | null {
  for (const name of ['href', 'src'] as const) {
    if (!ADDRESSES[name].test(tag.name)) continue;
    const url = attribute(tag, name)
      .replace(/[\t\n\r]/g, '')
      .trim()
      .replace(/^\/\//, 'https://');
    return /^(https?:\/\/|mailto:)[^\s]/i.test(url) ? url : null;
  }
  return null;
}

/** Returns the value of an attribute, empty where there is none. */
function attribute({ attributes }: Tag, name: string): string {
  const m = new RegExp(`(?:^|[\\s"'/])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s]*))`, 'i').exec(
    attributes,
  );
  return decodeEntities(m?.[1] ?? m?.[2] ?? m?.[3] ?? '');
}
