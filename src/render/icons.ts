import { html, type TemplateResult } from 'lit';

/** A magnifying glass. */
export const searchIcon = (): TemplateResult =>
  html`<svg class="search-icon" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="6.5" cy="6.5" r="4.5" />
    <path d="M10 10l4.5 4.5" />
  </svg>`;
