import type { DatedSpan } from '../time/dated-span.js';
import type { CORRECTION, EVENT, HEAD, LANE, LINK, MEDIUM, SOURCE } from './document-shape.js';
import type { Infer } from './shape.js';

export { KINDS, STATUSES } from './document-shape.js';

/** How firmly something is known, by the word of the document. */
export type Status = NonNullable<Read<typeof EVENT>['status']>;

/** What an event is drawn as; an era is a background band. */
export type Kind = NonNullable<Read<typeof EVENT>['kind']>;

/** Where a fact comes from. */
export type Source = Read<typeof SOURCE>;

/** A relation to another event. */
export type Link = Read<typeof LINK> & { readonly rel: string };

/** A picture, a film or a sound. */
export type Medium = Read<typeof MEDIUM>;

/** One step of the correction trail. */
export type Correction = Read<typeof CORRECTION>;

/** What a shape leaves of untrusted data. */
type Read<S> = Infer<S, never>;

/** The fields that come through as they were written, where they were well formed. */
type Kept<S, K extends keyof Read<S>> = Pick<Read<S>, K>;

/** How important an event is that does not say so. */
export const USUAL_IMPORTANCE = 0.5;

/** A validated, frozen event. What was wrong with its record is in the document's issues. */
export interface TimelineEvent extends Kept<
  typeof EVENT,
  'short' | 'summary' | 'status' | 'place' | 'url' | 'color'
> {
  readonly id: string;
  readonly title: string;
  /** `null`: undated. */
  readonly span: DatedSpan | null;
  /** The date as written, where it could not be read or names no year. */
  readonly dateText?: string;
  /** Ids of the lanes it stands in; at least one. */
  readonly lanes: readonly string[];
  readonly kind: Kind;
  /** The word of an unknown status, as written. */
  readonly statusText?: string;
  readonly tags: readonly string[];
  readonly people: readonly string[];
  readonly importance: number;
  readonly sources: readonly Source[];
  readonly media: readonly Medium[];
  readonly links: readonly Link[];
  readonly history: readonly Correction[];
  /** The record as it was given, unknown fields included. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A lane, declared by the document or named by one of its events. */
export interface Lane extends Kept<typeof LANE, 'color'> {
  readonly id: string;
  readonly title: string;
  readonly parent: string | null;
  readonly collapsed: boolean;
}

/** What a document says apart from its events. */
export type DocumentHead = Omit<TimelineDocument, 'events'>;

/** A validated document. Its events are in the order given, the undated among them. */
export interface TimelineDocument extends Omit<Read<typeof HEAD>, 'timeZone' | 'asOf'> {
  readonly timeZone: string;
  /** What is ongoing is known to last until here. */
  readonly asOf?: DatedSpan;
  readonly lanes: readonly Lane[];
  readonly events: readonly TimelineEvent[];
  /** The document as it was given, unknown fields included. */
  readonly data: Readonly<Record<string, unknown>>;
}
