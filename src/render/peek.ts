import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';

export interface PeekState {
  readonly event: TimelineEvent;
  readonly date: string;
  readonly status: string;
  /** From the top left of the root; null until the peek has been measured. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** A quiet card beside the mark that has the pointer or the focus. The mark's name says it all already. */
export function peekTemplate({ event, date, status, at }: PeekState): TemplateResult {
  return html`<div
    class="peek"
    aria-hidden="true"
    .style=${at ? `transform:translate(${at.x}px,${at.y}px)` : 'visibility:hidden'}
  >
    <div class="card" data-status=${event.status ?? nothing}>
      <p class="note">
        <bdi class="date">${date}</bdi>${status ? html`&nbsp;· <bdi class="status">${status}</bdi>` : nothing}
      </p>
      <p class="title" dir="auto">${event.title}</p>
    </div>
  </div>`;
}
