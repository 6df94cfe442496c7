import { html, nothing, type TemplateResult } from 'lit';
import type { EntryCount } from '../data/issue-log.js';
import { gravestFirst, type Issue } from '../data/issue.js';
import type { Language } from '../language/language.js';

/** More issues than these are only counted. */
const MOST = 100;

export interface NoticeState {
  readonly language: Language;
  readonly loading: boolean;
  /** The share that is done of it, 0 to 1; null where nobody knows. */
  readonly progress: number | null;
  /** That the data could not be had, in a sentence for the reader; empty where they could. */
  readonly failed: string;
  /** Why, for the author. */
  readonly error: string;
  readonly issues: readonly Issue[];
  readonly entries: EntryCount;
  /** Gives up what is loading. */
  cancel(): void;
  /** Absent where there is nothing to load anew. */
  readonly retry: (() => void) | null;
}

/**
 * What is loading or has failed: one calm line that stands in the place of the summary, so that nothing moves for it. Its
 * one button stays in place, and keeps the focus, from Retry to Cancel and back.
 */
export function loadTemplate(state: NoticeState): TemplateResult | typeof nothing {
  const { language, loading, progress, failed, error, cancel, retry } = state;
  if (!loading && !failed) return nothing;
  const act = loading ? cancel : retry;
  // A failure that is tried again has been on show: what mends it need not wait to be seen.
  return html`<div part="notice" class=${`notice load${failed ? '' : ' loading'}`}>
    ${
      loading
        ? html`<label>${language.say('loading')} <progress value=${progress ?? nothing}></progress></label>`
        : html`<slot name="error"
            ><span>${failed}</span>
            <details>
              <summary>${language.say('technicalDetail')}</summary>
              <p dir="auto">${error}</p>
            </details></slot
          >`
    }
    ${
      act
        ? html`<button part="button" type="button" class="text-button" @click=${act}>
            ${language.say(loading ? 'cancel' : 'retry')}
          </button>`
        : nothing
    }
  </div>`;
}

/** Says that there are no events, unless the author has something better to say. */
export function emptyTemplate(language: Language): TemplateResult {
  return html`<p part="notice" class="notice"><slot name="empty">${language.say('empty')}</slot></p>`;
}

/** How much could not be read, in a sentence; empty where all is well. */
export function issuesText({
  language,
  issues,
  entries,
}: Pick<NoticeState, 'language' | 'issues' | 'entries'>) {
  const { faulty: count, total } = entries;
  if (!issues.length) return '';
  return count
    ? language.say('unreadEntries', { count, total })
    : language.say('remarks', { count: issues.length });
}

/** What is wrong with the data on show; nothing where all is well. */
export function issuesTemplate(state: NoticeState): TemplateResult | typeof nothing {
  const { language, issues, failed } = state;
  const text = issuesText(state);
  if (!text || failed) return nothing;
  const rest = issues.length - MOST;
  // Many issues scroll, so that the picture is not pushed out of sight: whoever has no pointer needs a tab stop for that.
  return html`<details part="notice issues" class="notice">
    <summary>${text}</summary>
    <div class="issues" role="group" tabindex="0" aria-label=${text}>
      <ol>
        ${gravestFirst(issues)
          .slice(0, MOST)
          .map(({ message }) => html`<li dir="auto">${message}</li>`)}
      </ol>
      ${rest > 0 ? html`<p>${language.say('andMore', { count: rest })}</p>` : nothing}
    </div>
  </details>`;
}
