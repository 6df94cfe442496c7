import { mediumKind } from '../data/media-type.js';
import type { Medium, Source, TimelineEvent } from '../data/timeline-event.js';
import { relationVerb } from '../language/relation-verb.js';
import { writtenDate } from '../render/date-words.js';
import type { Relative } from '../index/relatives.js';
import { isFollowable } from './address.js';
import type { InlineContext } from './inline-context.js';
import { attributes, joined, markup, type Insertion, type Markup } from './markup.js';

/** Returns what there is to say of an event beside its text, as the details do: pictures, relations, people, sources. */
export const factsOf = (event: TimelineEvent, context: InlineContext): Markup[] => [
  ...event.media.map(medium => figure(medium, event.title, context)),
  ...relations(event, context),
  ...facts(event, context),
];

/** A link to an address that a page may go to, else its text alone. */
export const link = (text: string, url: string | undefined): Markup =>
  isFollowable(url, 'link')
    ? markup`<a href="${url}" rel="noopener noreferrer" referrerpolicy="no-referrer"><bdi>${text}</bdi></a>`
    : markup`<bdi>${text}</bdi>`;

function figure(medium: Medium, title: string, { language }: InlineContext): Markup {
  const { src, alt, caption, credit, poster, width, height } = medium;
  const kind = mediumKind(medium);
  const words = alt ?? caption ?? title;
  const size = { width: width || null, height: height || null };
  const address = isFollowable(src, 'image') ? src : null;
  const still =
    kind === 'image' ? address : kind === 'video' && isFollowable(poster, 'image') ? poster : null;
  let body: Markup | null = null;
  // A player would tell whoever sends its poster which page shows it.
  if (address !== null && still !== null)
    body = markup`<img${attributes({ src: still, alt: words, ...size, loading: 'lazy', decoding: 'async', referrerpolicy: 'no-referrer' })}>`;
  else if (address !== null && (kind === 'video' || kind === 'audio')) {
    const player = { src, controls: true, preload: 'none', 'aria-label': words, ...size };
    body =
      kind === 'video'
        ? markup`<video${attributes(player)}></video>`
        : markup`<audio${attributes(player)}></audio>`;
  }
  const isThere = body !== null && (kind !== 'video' || still === null);
  const word = kind === 'link' ? '' : language.say(`medium-${kind}`);
  const text = caption || alt || src;
  const led = markup`<p>${link(word ? language.say('colon', { head: word, rest: text }) : text, src)}</p>`;
  const beneath = [isThere && caption, credit].filter(Boolean).map(said => markup`<bdi>${said}</bdi>`);
  const note = beneath.length ? markup`<figcaption>${joined(beneath, ' · ')}</figcaption>` : null;
  return markup`<figure data-derived>${body}${isThere ? null : led}${note}</figure>\n`;
}

/** The relations as sentences that lead to the other event. */
function relations(event: TimelineEvent, { language, relatives, idOf }: InlineContext): Markup[] {
  const sentence = (relative: Relative): Markup => {
    const { id, title } = relative.event;
    const words = language.say('colon', { head: relationVerb(relative, language), rest: title });
    const at = words.lastIndexOf(title);
    const other = markup`<a href="#${encodeURIComponent(idOf(id))}"><bdi>${title}</bdi></a>`;
    const label = relative.label ? markup` <bdi>${relative.label}</bdi>` : null;
    return markup`<li>${words.slice(0, at)}${other}${words.slice(at + title.length)}${label}</li>`;
  };
  const told = relatives(event).map(sentence);
  return told.length ? [markup`<ul data-derived>${told}</ul>\n`] : [];
}

function facts(event: TimelineEvent, context: InlineContext): Markup[] {
  const { language } = context;
  const { people, place, tags, sources, history } = event;
  const lists: [string, readonly Insertion[]][] = [
    [language.say('people'), people],
    [language.say('place'), place ? [place] : []],
    [language.say('tags'), tags.length ? [tags.join(language.say('comma'))] : []],
    [
      language.say('sources', { count: sources.length }),
      sources.length
        ? [markup`<ol>${sources.map(source => markup`<li>${sourceWords(source, context)}</li>`)}</ol>`]
        : [],
    ],
    [
      language.say('corrections'),
      history.map(({ date, note }) =>
        date ? language.say('colon', { head: writtenDate(date, context), rest: note }) : note,
      ),
    ],
  ];
  const said = lists
    .filter(([, values]) => values.length)
    .map(
      ([term, values]) =>
        markup`<dt>${term}</dt>${values.map(value => markup`<dd dir="auto">${value}</dd>`)}`,
    );
  return said.length ? [markup`<dl data-derived>${said}</dl>\n`] : [];
}

/** Title, publisher, date and words of a source. */
function sourceWords({ title, url, publisher, date, quote }: Source, context: InlineContext): Insertion[] {
  const head = title || publisher || url || '';
  const address = url && !isFollowable(url, 'link') ? url : '';
  const rest = [publisher, writtenDate(date, context), address]
    .filter(text => text && text !== head)
    .map(text => markup`<bdi>${text}</bdi>`);
  const parts = head ? [link(head, url), ...rest] : rest;
  return [
    ...joined(parts, context.language.say('comma')),
    quote ? markup` <q dir="auto">${quote}</q>` : null,
  ];
}
