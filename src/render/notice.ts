import { html, nothing, type TemplateResult } from 'lit';
import type { Issue } from '../data/issue.js';
import type { Language } from '../language/language.js';

/** More issues than these are only counted. */
const MOST = 100;

export interface NoticeState {
  readonly language: Language;
  readonly loading: boolean;
  /** There is nothing to show, and nothing is on its way. */
  readonly empty: boolean;
  /** Why the data could not be had, in words; empty where it could. */
  readonly error: string;
  readonly issues: readonly Issue[];
  /** How many entries the data has. */
  readonly total: number;
  /** Absent where there is nothing to load anew. */
  readonly retry: (() => void) | null;
}

/** One calm line: that it is loading, failed, empty, or not read in full; nothing where all is well. */
export function noticeTemplate(state: NoticeState): TemplateResult | typeof nothing {
  const { language, issues, error } = state;
  if (error)
    return html`<div part="notice" class="notice">
      <slot name="error"><span dir="auto">${error}</span></slot>
      ${
        state.retry
          ? html`<button part="button" type="button" class="text-button" @click=${state.retry}>
              ${language.say('retry')}
            </button>`
          : nothing
      }
    </div>`;
  if (state.loading) return html`<p part="notice" class="notice loading">${language.say('loading')}</p>`;
  return html`${
    state.empty
      ? html`<p part="notice" class="notice"><slot name="empty">${language.say('empty')}</slot></p>`
      : nothing
  }${issues.length ? issuesTemplate(state) : nothing}`;
}

function issuesTemplate({ language, issues, total }: NoticeState): TemplateResult {
  const entries = new Set(
    issues.flatMap(({ path }) => /^(events\[\d+\]|\[\d+\]|row \d+)/.exec(path)?.[0] ?? []),
  );
  const rest = issues.length - MOST;
  return html`<details part="notice" class="notice">
    <summary>
      ${
        entries.size
          ? language.say('unreadEntries', { count: entries.size, total })
          : language.say('remarks', { count: issues.length })
      }
    </summary>
    <ol>
      ${issues.slice(0, MOST).map(({ message }) => html`<li dir="auto">${message}</li>`)}
    </ol>
    ${rest > 0 ? html`<p>${language.say('andMore', { count: rest })}</p>` : nothing}
  </details>`;
}
