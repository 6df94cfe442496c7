import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { StringKey } from '../language/english.js';
import type { Language } from '../language/language.js';
import type { SceneSign } from '../layout/scene.js';
import { isOngoing, type DatedSpan, type DateEnd } from '../time/dated-span.js';
import { isBracketed } from './names.js';
import { sampleSign, signTemplate } from './sign.js';

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

/** The signs of what is not known, in words: those that occur in the data, whatever is in view; nothing where none does. */
export function legendTemplate(
  events: readonly TimelineEvent[],
  { say }: Language,
): TemplateResult | typeof nothing {
  const found = ENTRIES.filter(([, is]) =>
    events.some(({ span, kind }) => span && is(span) && !(kind === 'era' && is === isBracketed)),
  );
  return found.length
    ? html`<ul part="legend" class="legend" role="list" aria-label=${say('legend')}>
        ${found.map(([words, , sample]) => html`<li><span class="sample">${signTemplate(sample)}</span>${say(words)}</li>`)}
      </ul>`
    : nothing;
}
