import { html, type TemplateResult } from 'lit';
import type { Language } from '../language/language.js';

/** The way past the events, seen while it has the focus. A link would change the address of the page, and leads into no shadow tree. */
export const skipTemplate = ({ say }: Language): TemplateResult =>
  html`<button type="button" class="skip vh" @click=${skip}>${say('skip')}</button>`;

/** Where it leads: Tab goes on from here. */
export const skippedTemplate = ({ say }: Language): TemplateResult =>
  html`<p class="skipped vh" tabindex="-1" @blur=${leave}>${say('skipped')}</p>`;

function skip({ currentTarget }: Event): void {
  const root = (currentTarget as Element).getRootNode() as ShadowRoot;
  const skipped = root.querySelector<HTMLElement>('.skipped')!;
  // Out of the order of Tab, Chromium 156 would go on from it to the first stop of the shadow tree where none follows.
  skipped.tabIndex = 0;
  skipped.focus();
}

const leave = ({ currentTarget }: Event): void => {
  (currentTarget as HTMLElement).tabIndex = -1;
};
