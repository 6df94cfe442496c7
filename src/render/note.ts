import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { FrameContext } from './frame-context.js';
import { joinTexts } from './names.js';
import { statusTemplate } from './status-sign.js';

/** How a note is told. */
export interface NoteOptions {
  /** What it begins with. */
  readonly lead?: TemplateResult;
  /** Whether the sign of the status stands with its word. */
  readonly sign?: boolean;
}

/** What stands beside a date: status, kind and lanes in words. */
export function noteTemplate(
  event: TimelineEvent,
  context: FrameContext,
  options: NoteOptions = {},
): TemplateResult {
  const parts = noteParts(event, context, options);
  return html`${parts.length ? html`<p class="note">${parts}</p>` : nothing}`;
}

/** The same as parts of a line, with what stands between them; none where there is nothing to say. */
export function noteParts(
  event: TimelineEvent,
  context: FrameContext,
  { lead, sign = false }: NoteOptions = {},
): TemplateResult[] {
  const { language } = context;
  const lanes = joinTexts([context.lanes.ownLanes(event), context.lanes.ofDetails(event)], language);
  // How firmly it is known comes first: on a phone a line has no room for more.
  return dotted([
    lead,
    statusTemplate(event, context, { sign }),
    event.kind !== 'event' && html`<span>${language.say(`kind-${event.kind}`)}</span>`,
    lanes && html`<bdi>${lanes}</bdi>`,
  ]);
}

/** Parts of a line with dots between them; those that are empty are left out. */
export const dotted = (parts: readonly unknown[]): TemplateResult[] =>
  parts.filter(Boolean).map((part, i) => html`${i ? '\u00a0· ' : nothing}${part}`);
