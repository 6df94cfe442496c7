import { html, nothing, type TemplateResult } from 'lit';
import type { Source, TimelineEvent } from '../data/timeline-event.js';
import type { RegisteredSource } from '../index/source-register.js';
import { writtenDate } from './date-words.js';
import type { FrameContext } from './frame-context.js';
import { linkTemplate } from './link.js';
import { shortTitle } from './names.js';
import { safeUrl } from './safe-url.js';

/** The sources of the whole timeline, as notes to its texts. */
export interface SourceNotes {
  /** The note of a source; none of what is not numbered. */
  find(source: Source): RegisteredSource | undefined;
  /** Takes the reader from the text of an event to one of its sources. */
  cite(id: string, number: number): void;
  /** Whether what else a source is of is told beside an event, or under all (`''`). */
  isOpen(id: string, number: number): boolean;
  toggleUses(id: string, number: number, isOpen: boolean): void;
}

/** Most events of a source that have a button. */
const MOST = 50;

/** The sources of an event with their notes, in the order of the numbers; what has none comes last. */
function byNumber(
  { sources }: TimelineEvent,
  notes: SourceNotes,
): readonly { readonly source: Source; readonly note: RegisteredSource | undefined }[] {
  return sources
    .map(source => ({ source, note: notes.find(source) }))
    .sort((a, b) => (a.note?.number ?? Infinity) - (b.note?.number ?? Infinity) || 0);
}

/** The sources of an event as a list numbered like the notes of the whole: title, publisher, date, what they say, what else they are of. */
export function sourcesTemplate(event: TimelineEvent, context: FrameContext): TemplateResult {
  return html`<ol class="sources">
    ${byNumber(event, context.notes).map(
      ({ source, note }) =>
        html`<li
          class=${note ? nothing : 'unnumbered'}
          value=${note?.number ?? nothing}
          data-note=${note?.number ?? nothing}
          tabindex="-1"
        >
          ${sourceTemplate(source, context)}${note ? usesTemplate(note, context, event.id) : nothing}
        </li>`,
    )}
  </ol>`;
}

/** The same for somebody else's event, which is only spoken of: without what else they are of. */
export function citedTemplate(event: TimelineEvent, context: FrameContext): TemplateResult {
  return html`<ol class="sources">
    ${byNumber(event, context.notes).map(
      ({ source, note }) =>
        html`<li class=${note ? nothing : 'unnumbered'} value=${note?.number ?? nothing}>
          ${sourceTemplate(source, context)}
        </li>`,
    )}
  </ol>`;
}

/** What a source is: title, publisher, date, and after a colon its words. */
export function sourceTemplate(
  { title, url, publisher, date, quote }: Source,
  context: FrameContext,
): TemplateResult {
  const head = title || publisher || url || '';
  const address = safeUrl(url, context.base, 'link') ? '' : url;
  const rest = [publisher, writtenDate(date, context), address].filter(text => text && text !== head);
  return html`${head ? linkTemplate(head, url, context.base) : nothing}${rest.map(
    (text, i) => html`${head || i ? context.language.say('comma') : nothing}<bdi>${text}</bdi>`,
  )}${
    quote
      ? html`${head ? context.language.say('colon', { head: '', rest: '' }) : nothing}<q dir="auto"
            >${quote}</q
          >`
      : nothing
  }`;
}

/** The events that a source is of, but for one, behind a line that counts them: made when that is opened. */
export function usesTemplate(
  { uses, number }: RegisteredSource,
  context: FrameContext,
  except = '',
): TemplateResult | typeof nothing {
  const { language, notes } = context;
  const count = uses.length - (uses.includes(except) ? 1 : 0);
  if (!count) return nothing;
  const counted = { events: language.say('events', { count }) };
  const isOpen = notes.isOpen(except, number);
  return html`<details
    class="uses"
    ?open=${isOpen}
    @toggle=${(event: Event) =>
      notes.toggleUses(except, number, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>${language.say(except ? 'alsoSourceOf' : 'sourceOf', counted)}</summary>
    ${
      isOpen
        ? usersTemplate(
            uses.filter(id => id !== except),
            context,
          )
        : nothing
    }
  </details>`;
}

function usersTemplate(ids: readonly string[], { event, go, language }: FrameContext): TemplateResult {
  const rest = ids.length - MOST;
  return html`<ul role="list">
    ${ids
      .slice(0, MOST)
      .flatMap(id => event(id) ?? [])
      .map(
        user =>
          html`<li>
            <button type="button" class="text-button" data-to=${user.id} @click=${() => go(user.id)}>
              <bdi>${shortTitle(user)}</bdi>
            </button>
          </li>`,
      )}
    ${rest > 0 ? html`<li>${language.say('andMore', { count: rest })}</li>` : nothing}
  </ul>`;
}

/** The numbers of an event's sources, as they stand raised behind its text; each leads to its source. */
export function referencesTemplate(
  event: TimelineEvent,
  { notes, language }: FrameContext,
  { isStop = true }: { readonly isStop?: boolean } = {},
): TemplateResult | typeof nothing {
  const numbers = [...new Set(byNumber(event, notes).flatMap(({ note }) => note?.number ?? []))];
  return numbers.length
    ? html`<span class="references"
        >${numbers.map(
          number =>
            html`<button
              type="button"
              tabindex=${isStop ? nothing : -1}
              aria-label=${language.say('sourceNumber', { number: `${number}` })}
              @click=${() => notes.cite(event.id, number)}
            >
              ${number}
            </button>`,
        )}</span
      >`
    : nothing;
}
