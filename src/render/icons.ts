import { html, type TemplateResult } from 'lit';

/** A magnifying glass. */
export const searchIcon = (): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <circle cx="6.5" cy="6.5" r="4.5" />
    <path d="M10 10l4.5 4.5" />
  </svg>`;

/** An arrow into a tray: something to take away. */
export const exportIcon = (): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
    <path d="M8 1.5v8.5M4.5 6.5L8 10l3.5-3.5M2 10.5v3.5h12v-3.5" />
  </svg>`;
