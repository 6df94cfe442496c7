import { calendarOf, listFormat } from '../language/intl.js';
import type { StringKey } from '../language/english.js';
import { languageFor, type Language } from '../language/language.js';
import { civilIn, civilRange } from './civil-text.js';
import { dateFields, isOther, isTime, lastMoment, type Voice } from './date-fields.js';
import { fromCivil } from './civil.js';
import type { DatedSpan, DateEnd, Precision } from './dated-span.js';
import { deepTimeWords, isDeep } from './deep-time.js';
import type { EpochMs, TimeSpan } from './epoch-ms.js';
import { betweenWords, inPhrase, isFirm, sideWords, timeWords, zoneWords } from './side-words.js';
import { fromInstant } from './zone.js';

export interface FormatDateOptions {
  /** Default `en-GB`: the day before the month. */
  readonly locale?: string;
  /** Instead of `locale`, with texts of its own. */
  readonly language?: Language;
  /**
   * Any calendar that `Intl` has, such as `persian`, in which days and times are told; default the language's, else
   * `gregory`. What is coarser is Gregorian, and bears its era where the calendar has other months or years.
   */
  readonly calendar?: string;
  /** IANA zone in which instants are shown; default `UTC`. */
  readonly timeZone?: string;
  /** `short` is for labels: short months, no article, and a zone only where its clocks show the time twice. Default `long`. */
  readonly style?: 'long' | 'short';
  /** The year that goes without saying: days, months and seasons of it stand without their year. */
  readonly omitYear?: number;
  /** Whether a single day is named; never before 1582-10-15, where this calendar and the weekdays part. */
  readonly weekday?: boolean;
}

/**
 * The date in words, never finer than it was written: `August 2025`, `about 1850`, `1984?`,
 * `the 1960s`, `15 March 44 BCE`, `66 million years ago`, `17–18 November 2025`, `1667 or 1668`,
 * `from 2 September 2025, ongoing`, `14 October 1066 (Julian)`. Months, order and digits are those of
 * `Intl`, the phrases those of the language.
 */
export function formatDate(span: DatedSpan, options: FormatDateOptions = {}): string {
  const date = spanWords(span, options, PLAIN);
  const { say } = languageOf(span, options);
  return span.calendar ? say('note', { date, note: say(span.calendar) }) : date;
}

/**
 * A stretch in words, each end as fine as asked for, in the calendar asked for whatever the precision:
 * `1980–1989`. An infinite end is open.
 */
export function formatStretch(
  { start, end }: TimeSpan,
  precision: Precision,
  options: FormatDateOptions = {},
): string {
  const side = (ms: EpochMs): DateEnd => ({
    precision,
    approximate: false,
    uncertain: false,
    state: Number.isFinite(ms) ? 'known' : 'open',
  });
  const none = { kind: 'stretch', approximate: false, uncertain: false, open: 'none', source: '' } as const;
  return spanWords(
    { ...none, start, end: Math.max(start, end), precision, from: side(start), to: side(end) },
    options,
    PLAIN,
    true,
  );
}

/** How the sides of a stretch are put together. */
interface Phrases {
  readonly openStart: StringKey;
  readonly openEnd: StringKey;
  readonly openEndShort: StringKey;
  /** Whether it is one date that lies between them. */
  readonly isBetween?: boolean;
}

const PLAIN: Phrases = { openStart: 'until', openEnd: 'fromOngoing', openEndShort: 'since' };
/** As members of a set. */
const ONE_OF: Phrases = { openStart: 'orEarlier', openEnd: 'orLater', openEndShort: 'orLater' };
const ALL_OF: Phrases = { openStart: 'andEarlier', openEnd: 'andLater', openEndShort: 'andLater' };

function spanWords(span: DatedSpan, options: FormatDateOptions, phrases: Phrases, everyUnit = false): string {
  const { members, choice, from, to } = span;
  const { timeZone = 'UTC', omitYear } = options;
  const language = languageOf(span, options);
  const { say, calendar } = language;
  if (members) {
    const isAll = choice === 'all';
    const inSet = isAll ? ALL_OF : { ...ONE_OF, isBetween: members.length === 1 };
    const texts = members.map(member => spanWords(member, options, inSet, everyUnit));
    return listFormat(language.locale, isAll ? 'conjunction' : 'disjunction').format(texts);
  }
  const start = from.instant === undefined ? span.start : fromInstant(from.instant, timeZone);
  const after = to.instant === undefined ? span.end : fromInstant(to.instant, timeZone);
  const end = Math.max(start, lastMoment(after, to.precision));
  const omits = (ms: EpochMs, side: DateEnd): boolean =>
    side.state !== 'known' || civilIn(calendar, ms).year === omitYear;
  const voice: Voice = {
    language,
    everyUnit,
    timeZone,
    short: options.style === 'short',
    year: isOther(calendar) || !(omits(start, from) && omits(end, to)),
    weekday: false,
  };
  if (from.state === 'known' && to.state === 'known') {
    if (phrases.isBetween && span.kind !== 'within') return betweenWords(start, end, from, to, voice);
    const both = span.kind === 'within' ? null : stretchWords(start, end, from, to, voice);
    return both ?? sideWords(start, from, { ...voice, weekday: options.weekday ?? false });
  }
  if (from.state === 'known') {
    const first = sideWords(start, from, voice);
    const date = inPhrase(first, from, voice);
    if (to.state === 'open') return say(voice.short ? phrases.openEndShort : phrases.openEnd, { date });
    return voice.short ? say('endUnknownShort', { date: first }) : say('endUnknown', { date });
  }
  if (to.state !== 'known') return say('unbounded');
  const last = sideWords(end, to, voice);
  const date = inPhrase(last, to, voice);
  if (from.state === 'open') return say(phrases.openStart, { date });
  return voice.short ? say('startUnknownShort', { date: last }) : say('startUnknown', { date });
}

/** The language in whose words, and the calendar in whose days, a span is told: a Julian date in its own. */
function languageOf({ calendar }: DatedSpan, options: FormatDateOptions): Language {
  const language = options.language ?? languageFor(options.locale ?? 'en-GB');
  const told = calendar ?? calendarOf(options.calendar ?? language.calendar);
  return told === (language.calendar ?? 'gregory') ? language : { ...language, calendar: told };
}

/** Two known ends as one; null where they are the same. */
function stretchWords(start: EpochMs, end: EpochMs, from: DateEnd, to: DateEnd, voice: Voice): string | null {
  const [first, last] = [sideWords(start, from, voice), sideWords(end, to, voice)];
  if (first === last) return null;
  return sharedWords(start, end, from, to, voice) ?? voice.language.say('range', { start: first, end: last });
}

/** Two firm dates that are equally fine, with what they share said once. */
function sharedWords(start: EpochMs, end: EpochMs, from: DateEnd, to: DateEnd, voice: Voice): string | null {
  const { precision } = from;
  if (precision !== to.precision || !isFirm(from) || !isFirm(to)) return null;
  const { language } = voice;
  const { calendar, say } = language;
  const fields = dateFields(start, precision, voice);
  if (fields.calendar !== dateFields(end, precision, voice).calendar) return null;
  if (precision === 'year') {
    const years = [start, end].map(ms => civilIn(calendar, ms).year);
    if (years.some(isDeep)) return deepTimeWords(years, voice);
    // Of a year nothing else is told, so whole ones are asked for: those are known.
    const [first, last] = years.map(year => fromCivil({ year })) as [EpochMs, EpochMs];
    if (calendar !== 'julian') return civilRange(first, last, fields, language);
  }
  if (precision === 'year' || precision === 'month' || precision === 'day')
    return civilRange(start, end, fields, language);

  const day = { ...from, precision: 'day' } as const;
  const date = sideWords(start, day, voice);
  if (
    !isTime(precision) ||
    zoneWords(from, voice) !== zoneWords(to, voice) ||
    date !== sideWords(end, day, voice)
  )
    return null;
  const times = say('range', {
    start: timeWords(start, { ...from, instant: undefined }, voice),
    end: timeWords(end, to, voice),
  });
  return say('dateTime', { date, time: times });
}
