import type { Entry } from '../read-shape.js';
import { TAG } from './markwhen-lines.js';

/** What the words of an event say. */
export interface MarkwhenWords {
  readonly title: string;
  readonly fields: Entry;
}

const IMAGE = /!\[([^\]]*)\]\(([^)\s]+)\)/g;
const PLACE = /\[([^\]]+)\]\((?:location|map)\)/g;
const LINK = /\[([^\]]+)\]\((https?:\/\/[^)\s]+|[\w-]+(?:\.[\w-]+)+(?:\/[^)\s]*)?)\)/g;
const ID = /(?:^|\s)!\w+/;
const CHECKBOX = /^\s*(?:- )?\[( |x|X)?\] ?/;

/**
 * Returns what stands behind the date and in the lines below it, in plain words: links are sources, images media, and
 * a link to `location` names the place.
 */
export function readWords(first: string, lines: readonly string[]): MarkwhenWords {
  const sources: Entry[] = [];
  const media: Entry[] = [];
  const places: string[] = [];
  const plain = (line: string): string =>
    line
      .replace(IMAGE, (_, alt: string, url: string) => {
        media.push({ type: 'image', src: withScheme(url), ...(alt && { alt }) });
        return '';
      })
      .replace(PLACE, (_, place: string) => {
        places.push(place);
        return '';
      })
      .replace(LINK, (_, title: string, url: string) => {
        sources.push({ title, url: withScheme(url) });
        return title;
      })
      .replace(TAG, '')
      .replace(CHECKBOX, (_, done?: string) => (/x/i.test(done ?? '') ? '☑ ' : '☐ '))
      .replace(/^\s*- /, '• ')
      .trim();
  const title = plain(first.replace(ID, ''));
  const summary = lines
    .filter(line => !/^\s*\/\//.test(line))
    .map(plain)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const fields = {
    summary,
    place: places.join(', '),
    sources: sources.length ? sources : '',
    media: media.length ? media : '',
  };
  return { title, fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) };
}

const withScheme = (url: string): string => (/^[a-z][a-z\d+.-]*:/i.test(url) ? url : `https://${url}`);
