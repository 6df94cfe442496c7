import { gravestFirst, type Issue } from '../data/issue.js';
import type { ControllerHost } from './target-controller.js';

/** How many issues are written out. */
const FEW = 3;

export interface AuthorWarningOptions {
  /** All that is wrong. */
  issues(): readonly Issue[];
}

/** Tells the author of a page, in its console, what is wrong: once for each load, and nothing where all is well. */
export class AuthorWarning {
  readonly #host: ControllerHost;
  readonly #options: AuthorWarningOptions;
  #last = '';
  /** All that was wrong when it spoke last. */
  #told: readonly Issue[] = [];

  constructor(host: ControllerHost, options: AuthorWarningOptions) {
    this.#host = host;
    this.#options = options;
  }

  /**
   * Warns when the host is up to date, and knows what is wrong with its attributes too. With `quietly`, says nothing that
   * was said last time. Where `fresh` are new to what was there before, these are told.
   */
  warn(quietly: boolean, fresh?: readonly Issue[]): void {
    void this.#host.updateComplete.then(() => {
      const all = this.#options.issues();
      const text = textOf(all, fresh);
      if (text && !(quietly && text === this.#last)) console.warn(text, this.#host);
      this.#last = text;
      this.#told = all;
    });
  }

  /** Warns of what has come to light only after a render, unless that was among what was told. */
  add(found: Issue): void {
    void this.#host.updateComplete.then(() => {
      const all = this.#options.issues();
      const isFound = ({ message }: Issue): boolean => message === found.message;
      if (all.some(isFound) && !this.#told.some(isFound)) console.warn(textOf(all, [found]), this.#host);
      this.#told = all;
    });
  }
}

function textOf(all: readonly Issue[], fresh = all): string {
  const { length } = fresh;
  if (!length) return '';
  const told = gravestFirst(fresh).slice(0, FEW);
  const rest = length > FEW ? `\n… and ${length - FEW} more` : '';
  const kind = length < all.length ? 'new ' : '';
  return `<timeline-view>: ${length} ${kind}${length === 1 ? 'issue' : 'issues'}; its property "issues" has all${
    kind && ` ${all.length}`
  }\n${told.map(({ message }) => `- ${message}`).join('\n')}${rest}`;
}

const told = new Set<string>();

/** Tells the author something that is wrong with no data, once in a page. */
export function warnOnce(text: string, ...about: readonly Element[]): void {
  if (told.has(text)) return;
  told.add(text);
  console.warn(`<timeline-view>: ${text}`, ...about);
}
