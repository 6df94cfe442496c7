import { html, nothing, type TemplateResult } from 'lit';
import type { Relative } from '../index/relatives.js';
import { relationVerb } from '../language/relation-verb.js';
import type { FrameContext } from './frame-context.js';
import { joinTexts, relationSentence, shortTitle, statusWord } from './names.js';
import { dotted } from './note.js';
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

/** Beside the button of a relation: what the link says of it, and of its other end when it was and how firmly it is known. */
function relationTemplate(relative: Relative, context: FrameContext, whole: boolean): TemplateResult {
  const { event, label } = relative;
  const told = [
    label && html`<bdi class="status">${label}</bdi>`,
    event.span && html`<bdi>${context.date(event.span, { style: 'short' })}</bdi>`,
    statusTemplate(event, context),
  ];
  return html`${relationButtonTemplate(relative, context, { whole })}
    <span class="aside">${dotted(told)}</span>`;
}

/**
 * A relation as a button that leads to its other end: the whole sentence, or its title alone. Its name is the sentence, and how firmly
 * that end is known.
 */
export function relationButtonTemplate(
  relative: Relative,
  context: FrameContext,
  { whole = true, isStop = true }: { readonly whole?: boolean; readonly isStop?: boolean } = {},
): TemplateResult {
  const { event } = relative;
  const { language } = context;
  const sentence = relationSentence(relative, language);
  const title = shortTitle(event);
  const at = sentence.lastIndexOf(title);
  return html`<button
    type="button"
    class="text-button"
    dir="auto"
    data-to=${event.id}
    data-status=${event.status ?? nothing}
    tabindex=${isStop ? nothing : -1}
    aria-label=${joinTexts([sentence, statusWord(event, language)], language)}
    @click=${() => context.go(event.id)}
  >
    ${whole ? sentence.slice(0, at) : nothing}<bdi>${title}</bdi>${whole ? sentence.slice(at + title.length) : nothing}
  </button>`;
}
