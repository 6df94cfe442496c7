import type { Tally } from '../data/table-summary.js';
import { STATUSES, type Status, type TimelineEvent } from '../data/timeline-event.js';
import type { Relative } from '../index/relatives.js';
import type { Language } from '../language/language.js';
import { matchingWords } from '../language/matching-words.js';
import { relationVerb } from '../language/relation-verb.js';
import type { ClusterMembers } from '../layout/scene.js';
import { civilIn } from '../time/civil-text.js';
import type { DatedSpan } from '../time/dated-span.js';
import { isDeep } from '../time/deep-time.js';
import { DAY } from '../time/epoch-ms.js';

/** The texts that are there, with the language's comma between them. */
export function joinTexts(texts: readonly (string | undefined)[], language: Language): string {
  return texts.filter(Boolean).join(language.say('comma'));
}

/** The status in words, an unknown one as written; empty where nothing is claimed. */
export function statusWord(event: TimelineEvent, language: Language): string {
  return event.status ? language.say(`status-${event.status}`) : (event.statusText ?? '');
}

/** What stands in the place of the date of an undated event. */
export function undatedWord(event: TimelineEvent, language: Language): string {
  return event.dateText ? language.say('dateUnread', { text: event.dateText }) : language.say('undated');
}

/** Whether a date is drawn in brackets: some time within what is longer than a day and has firm edges. */
export function isBracketed({ kind, start, end, from }: DatedSpan): boolean {
  return kind === 'within' && end - start > DAY && !from.approximate && !from.significantDigits;
}

/** A date in words with its brackets, unless its words are a distance, or say already that any of several days is meant. */
function bracketWords({ kind, span }: TimelineEvent, date: string, { say }: Language): string {
  if (!span || kind === 'era' || !isBracketed(span) || span.from.unspecified) return date;
  const isDistance = isDeep(civilIn(span.calendar, span.start).year);
  return isDistance ? date : say('someTime', { date });
}

/**
 * The accessible name of a mark, as one string: what is seen can be heard, and comes first, which in some layouts is the short
 * title. Who hears a claim hears right after it that it is but a claim.
 */
export function markName(
  event: TimelineEvent,
  lane: string,
  language: Language,
  date: string,
  { isShort = true }: { readonly isShort?: boolean } = {},
): string {
  const status = statusWord(event, language);
  const isFirm = event.status === 'confirmed';
  return joinTexts(
    [
      isShort && event.short && !event.title.includes(event.short)
        ? language.say('colon', { head: event.short, rest: event.title })
        : event.title,
      isFirm ? '' : status,
      event.kind === 'event' ? '' : language.say(`kind-${event.kind}`),
      date ? bracketWords(event, date, language) : undatedWord(event, language),
      lane,
      isFirm ? status : '',
      event.history.length ? language.say('corrected') : '',
    ],
    language,
  );
}

/** The accessible name of a cluster: `37 events, 1980 to 1989`. */
export function clusterName(count: number, range: string, language: Language): string {
  return joinTexts([language.say('events', { count }), range], language);
}

/** The name of a cluster, and how many of its members match where that is known. */
export function withMatches(
  name: string,
  { count, matches }: Pick<ClusterMembers, 'count' | 'matches'>,
  language: Language,
): string {
  return matches === null ? name : joinTexts([name, matchingWords(matches, count, language)], language);
}

/** The title as labels write it. */
export function shortTitle({ short, title }: TimelineEvent): string {
  return short || title;
}

/** The relation as a sentence: `Responds to: Says strikes are “OK with me”`. */
export function relationSentence(relative: Relative, language: Language): string {
  return language.say('colon', { head: relationVerb(relative, language), rest: shortTitle(relative.event) });
}

/** What a summary counts: the statuses, then what has none, so that its numbers come to all that there are. */
export const COUNTED = [...STATUSES, ''] as const;

/** Returns how many events have a status, or none that is known (`''`), which only counts where others have one. */
export function countOf({ count, statuses }: Tally, status: Status | ''): number {
  if (status) return statuses[status];
  const claimed = Object.values(statuses).reduce((sum, known) => sum + known);
  return claimed && count - claimed;
}

/** `3 reported`; `1 without a known status` where others have a status. Empty for none. */
export function countWords(tally: Tally, status: Status | '', { say }: Language): string {
  const count = countOf(tally, status);
  return count > 0 ? say(`count-${status || 'none'}`, { count }) : '';
}

/**
 * `12 events, May 2024 to November 2025: 8 confirmed, 3 reported, 1 refuted`. Eras are background and
 * are not counted; statuses are only where any event has one.
 */
export function summaryText(tally: Tally, range: string, language: Language): string {
  const head = clusterName(tally.count, range, language);
  const told = COUNTED.map(status => countWords(tally, status, language));
  const rest = joinTexts(told, language);
  return rest ? language.say('colon', { head, rest }) : head;
}
