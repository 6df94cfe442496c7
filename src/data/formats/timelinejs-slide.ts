import { readLooseDate } from '../../time/loose-date.js';
import { dateSpan } from '../../time/parse-date.js';
import { writeEdtf } from '../../time/write-edtf.js';
import { isEntry, type Entry } from '../read-shape.js';
import { filled, HtmlFields, without } from './html-fields.js';
import { htmlToText, looksLikeHtml } from './html-text.js';
import { mediaType } from '../media-type.js';
import { readTimelineJsDate } from './timelinejs-date.js';

/** What a slide of version 3, and of those before, calls our fields. */
const NAMES = {
  start: ['start_date', 'startDate', 'date'],
  end: ['end_date', 'endDate'],
  lane: ['group', 'tag'],
  media: ['media', 'asset'],
  title: ['headline'],
  summary: ['text'],
  id: ['unique_id'],
} as const;

const MAPPED: readonly string[] = Object.entries(NAMES).flatMap(([ours, names]) =>
  ours === 'id' ? [] : names,
);

/** Returns the value of the first of a field's names that a slide has. */
const fieldOf = (slide: Entry, ours: keyof typeof NAMES): unknown =>
  NAMES[ours].map(name => slide[name]).find(value => value != null);

/** Returns where a slide has one of our fields: `start_date`, `text.headline`. */
export function slideFieldName(slide: unknown, ours: string): string {
  const [word = ''] = /^\w+/.exec(ours) ?? [];
  const names: readonly string[] | undefined =
    NAMES[(word === 'date' ? 'start' : word) as keyof typeof NAMES];
  if (!names || !isEntry(slide)) return ours;
  const inText = (word === 'title' || word === 'summary') && isEntry(slide.text);
  return (inText ? 'text.' : '') + (names.find(name => slide[name] != null) ?? names[0]!);
}

/** Headline and text of a slide, which version 2 has side by side and version 3 in an object. */
const textsOf = (slide: Entry): Entry => (isEntry(slide.text) ? slide.text : slide);

/**
 * Returns the event of a slide. Its title is the headline, else the caption, else the first words. A display
 * date that only says what the date says is left out; one that adds a doubt to it (`c. 1785`) becomes the date;
 * any other is the first paragraph of the summary. Quotations follow the text, pages are sources.
 */
export function readSlide(slide: Entry, kind?: 'era'): Entry {
  const fields = new HtmlFields();
  const texts = textsOf(slide);
  const headline = fields.line(texts.headline);
  const text = fields.text(texts.text);
  const { media, quote, caption } = readMedia(fieldOf(slide, 'media'), fields);
  const { display, ...when } = readWhen(slide, fields);
  return {
    ...without(slide, MAPPED),
    ...filled({
      kind,
      id: slide.unique_id,
      ...when,
      title: headline || caption || firstWords(text || quote),
      summary: [display, text, quote].filter(Boolean).join('\n\n'),
      lane: fields.line(fieldOf(slide, 'lane')),
      place: isEntry(slide.location) && fields.line(slide.location.name),
      media,
      sources: fields.sources,
    }),
  };
}

/** Returns what title slides say about the document: there is one, as a rule, or none. */
export function readTitleSlides(slides: readonly Entry[]): Entry {
  const fields = new HtmlFields();
  const [first, ...others] = slides.map(slide => {
    const { headline, text } = textsOf(slide);
    const { media, quote } = readMedia(fieldOf(slide, 'media'), fields);
    const { background } = slide;
    return { title: fields.line(headline), texts: [fields.text(text), quote], media, background };
  });
  const texts = [first?.texts, others.map(({ title, texts }) => [title, texts])];
  return filled({ ...first, texts: null, summary: paragraphs(texts), sources: fields.sources });
}

const paragraphs = (texts: readonly unknown[]): string => texts.flat(3).filter(Boolean).join('\n\n');

interface ReadMedia {
  readonly media: readonly Entry[];
  /** What is to be read: a quotation, with what stands beneath it. */
  readonly quote: string;
  readonly caption: string;
}

/** A medium's address may be that of a file or of a page, the HTML of a frame or a quotation, or its plain words. */
function readMedia(value: unknown, fields: HtmlFields): ReadMedia {
  const medium = isEntry(value) ? value : {};
  const written = medium.url ?? medium.media ?? (typeof value === 'string' ? value : '');
  const caption = fields.line(medium.caption);
  const credit = fields.line(medium.credit);
  const url = typeof written === 'string' ? written.trim().replace(/^\/\//, 'https://') : '';
  const type = mediaType(url);
  if (looksLikeHtml(url) || (!type && url && !/^\S*[./]\S+$/.test(url))) {
    const { text, links } = htmlToText(url);
    for (const link of links) fields.addLink({ ...link, title: caption || link.title });
    return { media: [], quote: text && [text, caption, credit].filter(Boolean).join('\n'), caption };
  }
  if (url && !type) fields.addLink({ title: caption || url, url, ...(credit && { publisher: credit }) });
  if (!type) return { media: [], quote: '', caption };
  const { thumbnail, thumb, alt } = medium;
  const shown = { type, src: url, alt: fields.line(alt), caption, credit, poster: thumbnail ?? thumb };
  return {
    media: [
      { ...without(medium, ['url', 'media', 'thumbnail', 'thumb', ...Object.keys(shown)]), ...filled(shown) },
    ],
    quote: '',
    caption,
  };
}

/** The dates of a slide, and the words for them where those say more. */
function readWhen(
  slide: Entry,
  fields: HtmlFields,
): { date?: string; start?: string; end?: string; display: string } {
  const [from, to] = [fieldOf(slide, 'start'), fieldOf(slide, 'end')];
  const start = readTimelineJsDate(from) ?? undefined;
  const end = readTimelineJsDate(to) ?? undefined;
  const displayOf = (date: unknown): string => (isEntry(date) ? fields.line(date.display_date) : '');
  const words = fields.line(slide.display_date) || [from, to].map(displayOf).filter(Boolean).join(' – ');
  const display = /[\p{L}\p{N}]/u.test(words) ? words : '';
  const isMoment = !end || start === end;
  const exact = isMoment ? start : `${start ?? ''}/${end}`;
  const said = dateSpan(readLooseDate(display) ?? display);
  const edtf = said ? writeEdtf(said) : '';
  const agrees = edtf !== '' && edtf.replace(/[~?%]/g, '') === exact;
  if (agrees && edtf !== exact) return { date: edtf, display: '' };
  return { ...(isMoment ? { date: start } : { start, end }), display: agrees ? '' : display };
}

/** Returns the first line, or as many whole words of it as make a title. */
function firstWords(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length <= 80 ? line : `${line.slice(0, 80).replace(/\s+\S*$/, '')}…`;
}
