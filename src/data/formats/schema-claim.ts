import type { Entry } from '../read-shape.js';
import { htmlDate } from './html-date.js';
import { filled } from './html-fields.js';
import { DATES, type Draft, type NodeReader } from './schema-node.js';

/** What a reviewer's words for a rating say of the claim; the first that fits counts. */
const RATINGS: readonly (readonly [RegExp, string])[] = [
  [/half|mostly|partly|partially|mix|mislead|context|unproven|exaggerat/i, 'disputed'],
  [/false|fake|incorrect|wrong|untrue|pants|hoax/i, 'refuted'],
  [/true|correct|accurate|confirmed/i, 'confirmed'],
];

/** Returns the fields of a review of a claim. It stands where it was made, else where it was reviewed; the review is a source of it. */
export function claimOf(read: NodeReader): Entry {
  const [claim] = read.each('itemReviewed');
  const [rating] = read.each('reviewRating');
  const word = rating?.text('alternateName', 'name') ?? '';
  const [value, best, worst] = ['ratingValue', 'bestRating', 'worstRating'].map(name =>
    Number(rating?.text(name) || NaN),
  ) as [number, number, number];
  const numeric =
    value === best
      ? 'confirmed'
      : value === worst
        ? 'refuted'
        : value > worst && value < best
          ? 'disputed'
          : '';
  const reviewed = htmlDate(read.text('datePublished'));
  const source: Draft = {};
  Object.assign(
    source,
    filled({
      title: read.text('name', 'headline') || word,
      url: read.urls('url')[0],
      publisher: read.text('author', 'publisher'),
      date: reviewed,
    }),
  );
  return {
    title: read.context.plain(read.text('claimReviewed', 'name')).text,
    date: htmlDate(claim?.text(...DATES) ?? '') || reviewed,
    status: RATINGS.find(([words]) => words.test(word))?.[1] ?? numeric,
    people: claim?.texts('author'),
    tags: [word, ...read.texts('keywords')].filter(Boolean),
    sources: [source, ...(claim?.urls('appearance', 'firstAppearance') ?? []).map(url => ({ url }))],
    url: '',
  };
}
