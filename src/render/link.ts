import { html, nothing, type TemplateResult } from 'lit';
import { safeUrl } from './safe-url.js';

/** A link to `url` where that is a safe address, else its text alone. Paper shows the address, once. */
export function linkTemplate(text: string, url: string | undefined, base: string): TemplateResult {
  const href = safeUrl(url, base, 'link');
  const bare = text === url ? 'bare' : nothing;
  return href === null
    ? html`<bdi>${text}</bdi>`
    : html`<a class=${bare} href=${href} rel="noopener noreferrer" referrerpolicy="no-referrer"
        ><bdi>${text}</bdi></a
      >`;
}
