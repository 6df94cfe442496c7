import { html, nothing, type TemplateResult } from 'lit';
import { headingTemplate } from './heading.js';

export interface HeaderState {
  readonly title: string;
  /** What is loading or has failed, in the place of the summary; or nothing. */
  readonly load: unknown;
  /** The line beneath: what there is, how much of it, and how firmly it is known. */
  readonly summary: unknown;
  /** Heard, not seen: the section's `aria-describedby` names it after the summary. */
  readonly description?: string;
  readonly headingLevel: number;
  /** The toolbar, or nothing. */
  readonly toolbar: unknown;
}

/** Heading, summary line and toolbar; `slot="title"` may take the heading's place. */
export function headerTemplate(state: HeaderState): TemplateResult {
  return html`<div part="header" class="header">
    <div class="headline">
      ${headingTemplate(state.headingLevel, html`<slot name="title">${state.title}</slot>`, 'heading')}
      <div class="summary">
        ${state.load}
        <p id="summary">${state.summary}</p>
      </div>
      ${state.toolbar}
    </div>
    ${state.description ? html`<p id="description" hidden>${state.description}</p>` : nothing}
  </div>`;
}
