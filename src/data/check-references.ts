import { english } from '../language/english.js';
import { didYouMean, nearest } from './did-you-mean.js';
import type { Issue } from './issue.js';
import { IssueLog } from './issue-log.js';
import { mediumKind } from './media-type.js';
import { isEntry, type Entry } from './read-shape.js';
import { isSafeAddress, SAFE_SCHEMES } from './safe-address.js';
import type { DocumentHead } from './timeline-event.js';

/** The verbs of links that have a wording of their own. */
const RELATIONS = Object.keys(english).flatMap(key => (key.startsWith('rel-') ? [key.slice(4)] : []));

/** A shorter verb is near too many others. */
const LONG_ENOUGH = 5;

/** What a medium may be called besides its media type. */
const MEDIUM_WORDS = ['image', 'video', 'audio', 'pdf', 'embed', 'link'];

/** A shorter name of a lane, or one with a figure, is near to others of its row. */
const TELLING = /^\D{5,}$/;

/**
 * Returns what the records of a document point to and nobody will follow, such as `javascript:…`, and words for media, relations and
 * lanes that are slips of the pen, as far as that shows: remarks for who checks a document, as all of it is kept, and shown as
 * the text that it is.
 */
export function referenceIssues({ lanes, data }: Pick<DocumentHead, 'lanes' | 'data'>): readonly Issue[] {
  const log = new IssueLog();
  each(data.events, log, 'events', record => checkRecord(record, log));
  const declared = Array.isArray(data.lanes) ? (data.lanes as readonly unknown[]).filter(isEntry) : [];
  const known = declared.flatMap(({ id, title }) => [id, title]).filter(name => typeof name === 'string');
  for (const { id } of lanes) {
    const meant = !known.includes(id) && TELLING.test(id) ? nearest(id, known, 1) : undefined;
    if (meant) log.add('unknown-lane', 'a lane besides these', id, `did you mean "${meant}"?`, 'lanes');
  }
  return log.issues;
}

function checkRecord({ url, sources, media, links }: Entry, log: IssueLog): void {
  if (url != null) checkAddress(url, 'link', log, 'url');
  each(sources, log, 'sources', source => checkAddress(source.url, 'link', log, 'url'));
  each(media, log, 'media', ({ type, src }) => {
    if (typeof type === 'string' && type.trim() && !type.includes('/') && !isMediumWord(type))
      log.add(
        'unknown-medium',
        'unknown type, so read by its address',
        type,
        didYouMean(type, MEDIUM_WORDS) || `expected one of ${MEDIUM_WORDS.join(', ')}, or a media type`,
        'type',
      );
    if (typeof src === 'string')
      checkAddress(
        src,
        mediumKind({ src, ...(typeof type === 'string' && { type }) }) === 'image' ? 'image' : 'link',
        log,
        'src',
      );
  });
  each(links, log, 'links', ({ rel }) => {
    if (typeof rel !== 'string' || rel.length < LONG_ENOUGH || RELATIONS.includes(rel)) return;
    const meant = nearest(rel, RELATIONS, 1);
    if (meant) log.add('unknown-relation', 'shown as it is', rel, `did you mean "${meant}"?`, 'rel');
  });
}

const isMediumWord = (type: string): boolean => MEDIUM_WORDS.includes(type.trim().toLowerCase());

/** Calls with each object of a list, the log standing at it. */
function each(list: unknown, log: IssueLog, step: string, check: (entry: Entry) => void): void {
  if (!Array.isArray(list)) return;
  log.within(step, () => {
    for (let i = 0; i < list.length; i++) {
      const entry: unknown = list[i];
      if (isEntry(entry)) log.within(i, () => check(entry));
    }
  });
}

function checkAddress(address: unknown, kind: keyof typeof SAFE_SCHEMES, log: IssueLog, step: string): void {
  if (typeof address !== 'string' || isSafeAddress(address, kind)) return;
  const schemes = SAFE_SCHEMES[kind].join(', ').replace(/, (?!.*,)/, ' or ');
  log.add('unknown-scheme', 'not followed', address, `expected an address that begins with ${schemes}`, step);
}
