import { html, type TemplateResult } from 'lit';
import { safeUrl } from './safe-url.js';

/** A link to `url` where that is a safe address, else its text alone. */
export function linkTemplate(text: string, url: string | undefined, base: string): TemplateResult {
  const href = safeUrl(url, base, 'link');
  return href === null
    ? html`<bdi>${text}</bdi>`
    : html`<a href=${href} rel="noopener noreferrer" referrerpolicy="no-referrer"><bdi>${text}</bdi></a>`;
}
