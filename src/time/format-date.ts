import { languageFor, type Language } from '../language/language.js';
import { civilRange, civilText } from './civil-text.js';
import { toCivil } from './civil.js';
import type { DatedSpan, DateEnd, Precision } from './dated-span.js';
import type { EpochMs, TimeSpan } from './epoch-ms.js';
import { dateFields, sideWords, timeFields, zoneWords, type Voice } from './side-words.js';
import { fromInstant } from './zone.js';

export interface FormatDateOptions {
  /** Default `en-GB`: the day before the month. */
  readonly locale?: string;
  /** Instead of `locale`, with texts of its own. */
  readonly language?: Language;
  /** IANA zone in which instants are shown; default `UTC`. */
  readonly timeZone?: string;
  /** `short` is for labels: short months, no zone, no article. Default `long`. */
  readonly style?: 'long' | 'short';
  /** The year that goes without saying: days, months and seasons of it stand without their year. */
  readonly omitYear?: number;
  /** Whether a single day is named; never before 1582-10-15, where this calendar and the weekdays part. */
  readonly weekday?: boolean;
}

/**
 * The date in words, never finer than it was written: `August 2025`, `about 1850`, `1984?`,
 * `the 1960s`, `15 March 44 BCE`, `17–18 November 2025`, `from 2 September 2025, ongoing`. Months,
 * order and digits are those of `Intl`, the phrases those of the language.
 */
export function formatDate(span: DatedSpan, options: FormatDateOptions = {}): string {
  const { from, to, kind, precision } = span;
  const { timeZone = 'UTC', omitYear } = options;
  const start = from.instant === undefined ? span.start : fromInstant(from.instant, timeZone);
  const after = to.instant === undefined ? span.end : fromInstant(to.instant, timeZone);
  const end = Math.max(start, lastMoment(after, to.precision));
  const omits = (ms: EpochMs, side: DateEnd): boolean =>
    side.state !== 'known' || toCivil(ms).year === omitYear;
  const voice: Voice = {
    language: options.language ?? languageFor(options.locale ?? 'en-GB'),
    timeZone,
    short: options.style === 'short',
    year: !(omits(start, from) && omits(end, to)),
    weekday: false,
  };
  const { say } = voice.language;

  if (from.state === 'known' && to.state === 'known') {
    const first = sideWords(start, from, voice);
    // "XXXX" alone is longer than what its precision names.
    const last = kind === 'within' && precision !== 'millennium' ? first : sideWords(end, to, voice);
    if (first === last) return options.weekday ? sideWords(start, from, { ...voice, weekday: true }) : first;
    return sharedWords(start, end, from, to, voice) ?? say('range', { start: first, end: last });
  }
  if (from.state === 'known') {
    const date = sideWords(start, from, voice);
    if (to.state === 'open') return say(voice.short ? 'since' : 'fromOngoing', { date });
    return say(voice.short ? 'endUnknownShort' : 'endUnknown', { date });
  }
  if (to.state !== 'known') return say('unbounded');
  const date = sideWords(end, to, voice);
  if (from.state === 'open') return say('until', { date });
  return say(voice.short ? 'startUnknownShort' : 'startUnknown', { date });
}

/** A stretch in words, each end as fine as asked for: `1980–1989`. An infinite end is open. */
export function formatStretch(
  { start, end }: TimeSpan,
  precision: Precision,
  options?: FormatDateOptions,
): string {
  const side = (ms: EpochMs): DateEnd => ({
    precision,
    approximate: false,
    uncertain: false,
    state: Number.isFinite(ms) ? 'known' : 'open',
  });
  const none = { kind: 'stretch', approximate: false, uncertain: false, open: 'none', source: '' } as const;
  return formatDate(
    { ...none, start, end: Math.max(start, end), precision, from: side(start), to: side(end) },
    options,
  );
}

/** The last moment of what an end names, by more than the rounding of deep time. */
function lastMoment(end: EpochMs, precision: Precision): EpochMs {
  return timeFields(precision) ? end : end - Math.max(1, Math.abs(end) * 2 ** -50);
}

/** Two firm dates that are equally fine, with what they share said once. */
function sharedWords(start: EpochMs, end: EpochMs, from: DateEnd, to: DateEnd, voice: Voice): string | null {
  const { precision } = from;
  if (precision !== to.precision || [from, to].some(side => side.approximate || side.uncertain)) return null;
  const { language } = voice;
  if (precision === 'year' || precision === 'month' || precision === 'day')
    return civilRange(start, end, dateFields(precision, voice), language);

  const time = timeFields(precision);
  const zone = zoneWords(from, voice);
  const day = { ...from, precision: 'day' } as const;
  const date = sideWords(start, day, voice);
  if (!time || zone !== zoneWords(to, voice) || date !== sideWords(end, day, voice)) return null;
  const [first, last] = [civilText(start, time, language), civilText(end, time, language)];
  return language.say('dateTime', { date, time: language.say('range', { start: first, end: last }) + zone });
}
