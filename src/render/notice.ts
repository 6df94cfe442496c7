import { html, nothing, type TemplateResult } from 'lit';
import { gravestFirst, type Issue } from '../data/issue.js';
import type { Language } from '../language/language.js';

/** More issues than these are only counted. */
const MOST = 100;

export interface NoticeState {
  readonly language: Language;
  readonly loading: boolean;
  /** The share that is done of it, 0 to 1; null where nobody knows. */
  readonly progress: number | null;
  /** There is nothing to show, and nothing is on its way. */
  readonly empty: boolean;
  /** Why the data could not be had, in words; empty where it could. */
  readonly error: string;
  readonly issues: readonly Issue[];
  /** How many entries the data has. */
  readonly total: number;
  /** Gives up what is loading. */
  cancel(): void;
  /** Absent where there is nothing to load anew. */
  readonly retry: (() => void) | null;
}

/** One calm line: that it is loading, failed, empty, or not read in full; nothing where all is well. */
export function noticeTemplate(state: NoticeState): TemplateResult {
  const { language, loading, empty, issues, error } = state;
  return html`${loading || error ? loadTemplate(state) : nothing}${
    empty
      ? html`<p part="notice" class="notice"><slot name="empty">${language.say('empty')}</slot></p>`
      : nothing
  }${issues.length && !error ? issuesTemplate(state) : nothing}`;
}

/**
 * What is loading or has failed. Its one button stays in place, and keeps the focus, from Retry to Cancel and back.
 * Loading lies over the view, as a line that comes and goes would move it; it takes the place of a failure that it mends.
 */
function loadTemplate({ language, loading, progress, error, cancel, retry }: NoticeState): TemplateResult {
  const act = loading ? cancel : retry;
  return html`<div part="notice" class=${`notice${error ? '' : ' loading'}`}>
    ${
      loading
        ? html`<label> ${language.say('loading')} <progress value=${progress ?? nothing}></progress> </label>`
        : html`<slot name="error"><span dir="auto">${error}</span></slot>`
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
      ${gravestFirst(issues)
        .slice(0, MOST)
        .map(({ message }) => html`<li dir="auto">${message}</li>`)}
    </ol>
    ${rest > 0 ? html`<p>${language.say('andMore', { count: rest })}</p>` : nothing}
  </details>`;
}
