import { html, nothing, type TemplateResult } from 'lit';
import type { Relative } from '../index/relatives.js';
import { relationVerb } from '../language/relation-verb.js';
import type { FrameContext } from './frame-context.js';
import { relationSentence, shortTitle } from './names.js';
import { statusTemplate } from './status-sign.js';

/** More than these are only counted. */
const MOST = 50;

/** The relations as sentences that are buttons and go there; several of one verb stand under it. */
export function relationsTemplate(
  relatives: readonly Relative[],
  context: FrameContext,
): TemplateResult | typeof nothing {
  if (!relatives.length) return nothing;
  const { language } = context;
  const groups = new Map<string, Relative[]>();
  for (const relative of relatives.slice(0, MOST)) {
    const verb = relationVerb(relative, language);
    groups.set(verb, [...(groups.get(verb) ?? []), relative]);
  }
  const rest = relatives.length - MOST;
  return html`<ul class="relations" role="list">
    ${[...groups].map(([verb, [first, ...more]]) =>
      more.length
        ? html`<li class="group">
            <bdi class="verb">${verb}</bdi>
            <ul role="list">
              ${[first!, ...more].map(relative => html`<li>${relationTemplate(relative, context, false)}</li>`)}
            </ul>
          </li>`
        : html`<li>${relationTemplate(first!, context, true)}</li>`,
    )}
    ${rest > 0 ? html`<li>${language.say('andMore', { count: rest })}</li>` : nothing}
  </ul>`;
}

function relationTemplate(relative: Relative, context: FrameContext, whole: boolean): TemplateResult {
  const { event, label } = relative;
  // What is firmly known needs no word; of all else nobody should read the title without it.
  const status = event.status === 'confirmed' ? nothing : statusTemplate(event, context);
  return html`${relationButtonTemplate(relative, context, { whole })}
  ${label ? html`<bdi class="status">${label}</bdi>${status === nothing ? nothing : context.language.say('comma')}` : nothing}${status}
  ${event.span ? html`<bdi class="aside">${context.date(event.span, { style: 'short' })}</bdi>` : nothing}`;
}

/** A relation as a button that leads to its other end: the whole sentence, or its title alone, which then has the sentence for a name. */
export function relationButtonTemplate(
  relative: Relative,
  context: FrameContext,
  { whole = true, isStop = true }: { readonly whole?: boolean; readonly isStop?: boolean } = {},
): TemplateResult {
  const { event } = relative;
  const sentence = relationSentence(relative, context.language);
  const title = shortTitle(event);
  const at = sentence.lastIndexOf(title);
  return html`<button
    type="button"
    class="text-button"
    dir="auto"
    data-to=${event.id}
    data-status=${event.status ?? nothing}
    tabindex=${isStop ? nothing : -1}
    aria-label=${whole ? nothing : sentence}
    @click=${() => context.go(event.id)}
  >
    ${whole ? sentence.slice(0, at) : nothing}<bdi>${title}</bdi>${whole ? sentence.slice(at + title.length) : nothing}
  </button>`;
}
