import { html, nothing, type TemplateResult } from 'lit';
import type { EventTable } from '../data/event-table.js';
import type { Tally } from '../data/table-summary.js';
import { STATUSES, type Status, type TimelineEvent } from '../data/timeline-event.js';
import type { StringKey } from '../language/english.js';
import { valueName } from '../language/field-words.js';
import type { Language } from '../language/language.js';
import type { ColorMeaning } from '../index/arrangement.js';
import type { Facet } from '../index/facets.js';
import { laneColor } from '../layout/lane-color.js';
import type { SceneSign } from '../layout/scene.js';
import { isOngoing, type DatedSpan, type DateEnd } from '../time/dated-span.js';
import { countOf, isBracketed } from './names.js';
import { disc, sampleSign, signTemplate } from './sign.js';

/** A sign of what is not known: its words, the dates that are drawn with it, how it looks. */
type Entry = readonly [words: StringKey, is: (span: DatedSpan) => boolean, sample: SceneSign];

const eitherEnd =
  (is: (end: DateEnd) => unknown) =>
  ({ from, to, members = [] }: DatedSpan): boolean =>
    [from, to, ...members.flatMap(member => [member.from, member.to])].some(is);

const members = (shape: SceneSign['shape'], ...ends: readonly [number, number][]): SceneSign =>
  sampleSign({ shape: 'set', members: ends.map(([x0, x1]) => sampleSign({ shape, x0, x1 })) });

const ENTRIES: readonly Entry[] = [
  ['sign-within', isBracketed, sampleSign({ shape: 'bracket' })],
  [
    'doubt-approximate',
    eitherEnd(({ approximate, significantDigits }) => approximate || significantDigits),
    sampleSign({ x0: 6, x1: 26, fadeStart: 12, fadeEnd: 12 }),
  ],
  ['doubt-uncertain', eitherEnd(({ uncertain }) => uncertain), sampleSign({ uncertain: true })],
  ['sign-openStart', ({ start }) => start === -Infinity, sampleSign({ openStart: true })],
  ['ongoing', isOngoing, sampleSign({ knownX: 10, openEnd: true })],
  [
    'sign-openEnd',
    span => span.end === Infinity && !isOngoing(span),
    sampleSign({ knownX: 10, openEnd: true }),
  ],
  ['sign-unknownStart', ({ from }) => from.state === 'unknown', sampleSign({ x0: 22, unknownStart: true })],
  ['sign-unknownEnd', ({ to }) => to.state === 'unknown', sampleSign({ x1: 10, unknownEnd: true })],
  ['sign-one', ({ choice }) => choice === 'one', members('bracket', [6, 10], [22, 26])],
  ['sign-all', ({ choice }) => choice === 'all', members('bar', [0, 10], [18, 32])],
];

/** What a legend tells of: a few events that stand for all, and what is known of them all. */
export interface LegendData {
  readonly samples: readonly TimelineEvent[];
  readonly tally: Tally;
  readonly hasCorrections: boolean;
  /** What colours mean, where they mean anything. */
  readonly meanings?: readonly ColorMeaning[];
}

/** What a legend tells of the events of a table. Walks over all of them. */
export const legendData = (table: EventTable, meanings: readonly ColorMeaning[]): LegendData => ({
  samples: table.samples,
  tally: table.tally,
  hasCorrections: table.hasCorrections,
  meanings,
});

/** An entry of the legend: its name, its sign and how that is filled, its words; what was corrected has a caret for a sign. */
export interface LegendEntry {
  readonly key: string;
  readonly sign: SceneSign | null;
  /** Whether the sign is that of a stretch, and not of a point. */
  readonly isLong: boolean;
  readonly status?: Status | undefined;
  /** A CSS value. */
  readonly color: string;
  readonly text: string;
  /** The value of a field that it stands for, by which events may be chosen. */
  readonly choice?: { readonly field: string; readonly value: string };
}

/** What the entries of a legend do where they stand for values that may be chosen. */
export interface LegendChoices {
  facet(field: string): Facet;
  toggle(field: string, value: string): void;
}

/** A firm point, filled by its status as any mark is. */
const POINT = disc(8, 12);
/** A short stretch: it shows a colour, and no point that could be a status. */
const PATCH = sampleSign({ x0: 1, x1: 15 });
/** Of what nothing is claimed is drawn as what is confirmed, and told right after it. */
const CLAIMS = [STATUSES[0], '', ...STATUSES.slice(1)] as const;

/** The signs of dates and statuses that occur in the data, whatever is in view, and what colours mean. */
export const legendEntries = (
  { samples, tally, hasCorrections, meanings = [] }: LegendData,
  language: Pick<Language, 'say'>,
): LegendEntry[] => [
  ...meanings
    .filter(({ field, value }) => field !== 'status' || (value === '' && countOf(tally, '') === 0))
    .map(({ field, value, title, color }): LegendEntry => ({
      key: `color-${field}-${value ?? ''}`,
      sign: PATCH,
      isLong: false,
      color: laneColor(color, 0),
      text: title || language.say('noValue'),
      ...(value !== null && { choice: { field, value } }),
    })),
  ...CLAIMS.filter(status => countOf(tally, status) > 0).map((status): LegendEntry => ({
    key: `status-${status}`,
    sign: POINT,
    isLong: false,
    status: status || undefined,
    color: statusColor(status, meanings),
    text: valueName('status', status, language),
    choice: { field: 'status', value: status },
  })),
  ...ENTRIES.filter(([, is]) =>
    samples.some(({ span, kind }) => span && is(span) && !(kind === 'era' && is === isBracketed)),
  ).map(([words, , sign]) => ({ key: words, sign, isLong: true, color: PLAIN, text: language.say(words) })),
  ...(hasCorrections
    ? [{ key: 'corrected', sign: null, isLong: false, color: PLAIN, text: language.say('corrected') }]
    : []),
];

/** The colour of signs that tell of no colour. */
const PLAIN = 'var(--_muted)';

/** The colour of the marks with a status, where colours tell that. */
function statusColor(status: Status | '', meanings: readonly ColorMeaning[]): string {
  const meaning = meanings.find(({ field, value }) => field === 'status' && value === status);
  return meaning ? laneColor(meaning.color, 0) : PLAIN;
}

/** These, in words; nothing where none does. Where values may be chosen, those that stand for one are buttons. */
export function legendTemplate(
  data: LegendData,
  language: Language,
  { choices = null, corner }: { choices?: LegendChoices | null; corner?: number } = {},
): TemplateResult | typeof nothing {
  const entries = legendEntries(data, language);
  return entries.length
    ? html`<ul part="legend" class="legend" role="list" aria-label=${language.say('legend')}>
        ${entries.map(
          entry =>
            html`<li data-sign=${entry.key} .style=${`--lane:${entry.color}`}>
              ${choices && entry.choice ? choiceTemplate(entry, choices, language, corner) : entryTemplate(entry, corner)}
            </li>`,
        )}
      </ul>`
    : nothing;
}

const entryTemplate = ({ sign, status, text }: LegendEntry, corner?: number): TemplateResult =>
  html`<span class="sample"
      >${sign ? signTemplate(sign, status, corner) : html`<span class="corrected"></span>`}</span
    ><bdi>${text}</bdi>`;

/** A button, and no tab stop but to take back what is chosen: keys choose in the panel beside the search. */
function choiceTemplate(
  entry: LegendEntry,
  { facet, toggle }: LegendChoices,
  { number }: Language,
  corner?: number,
): TemplateResult {
  const { field, value } = entry.choice!;
  const found = facet(field).values.find(other => other.value === value);
  return html`<button
    part="button"
    type="button"
    aria-pressed=${`${found?.chosen ?? false}`}
    tabindex=${found?.chosen ? 0 : -1}
    @click=${() => toggle(field, value)}
  >
    ${entryTemplate(entry, corner)} <span class="count">${number(found?.count ?? 0)}</span>
  </button>`;
}
