import { html, nothing, type TemplateResult } from 'lit';
import type { EventTable } from '../data/event-table.js';
import { hasCorrections, type Tally } from '../data/table-summary.js';
import { STATUSES, type Status, type TimelineEvent } from '../data/timeline-event.js';
import type { StringKey } from '../language/english.js';
import type { Language } from '../language/language.js';
import type { SceneSign } from '../layout/scene.js';
import { isOngoing, type DatedSpan, type DateEnd } from '../time/dated-span.js';
import { isBracketed } from './names.js';
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
  readonly statuses: Tally['statuses'];
  readonly hasCorrections: boolean;
}

/** What a legend tells of the events of a table. Walks over all of them. */
export const legendData = (table: EventTable): LegendData => ({
  samples: table.samples,
  statuses: table.tally.statuses,
  hasCorrections: hasCorrections(table),
});

/** An entry of the legend: its name, its sign and how that is filled, its words; what was corrected has a caret for a sign. */
export interface LegendEntry {
  readonly key: string;
  readonly sign: SceneSign | null;
  readonly status?: Status;
  readonly words: StringKey;
}

/** A firm point, filled by its status as any mark is. */
const POINT = disc(8, 12);

/** The signs of dates and statuses that occur in the data, whatever is in view. */
export const legendEntries = ({ samples, statuses, hasCorrections }: LegendData): LegendEntry[] => [
  ...STATUSES.filter(status => statuses[status] > 0).map((status): LegendEntry => {
    const words = `status-${status}` as const;
    return { key: words, sign: POINT, status, words };
  }),
  ...ENTRIES.filter(([, is]) =>
    samples.some(({ span, kind }) => span && is(span) && !(kind === 'era' && is === isBracketed)),
  ).map(([words, , sign]) => ({ key: words, sign, words })),
  ...(hasCorrections ? [{ key: 'corrected', sign: null, words: 'corrected' as const }] : []),
];

/** These, in words; nothing where none does. */
export function legendTemplate(data: LegendData, { say }: Language): TemplateResult | typeof nothing {
  const entries = legendEntries(data);
  return entries.length
    ? html`<ul part="legend" class="legend" role="list" aria-label=${say('legend')}>
        ${entries.map(({ key, sign, status, words }) => {
          const sample = sign ? signTemplate(sign, status) : html`<span class="corrected"></span>`;
          return html`<li data-sign=${key}>
            <span class="sample">${sample}</span><span>${say(words)}</span>
          </li>`;
        })}
      </ul>`
    : nothing;
}
