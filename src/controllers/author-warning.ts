import { gravestFirst, type Issue } from '../data/issue.js';

/** How many issues are written out. */
const FEW = 3;

/** Tells the author of a page, in its console, what is wrong with the data: once for each load, and nothing where all is well. */
export class AuthorWarning {
  readonly #host: Element;
  #last = '';

  constructor(host: Element) {
    this.#host = host;
  }

  /** With `quietly`, says nothing that was said last time. */
  warn(issues: readonly Issue[], quietly: boolean): void {
    const text = textOf(issues);
    if (text && !(quietly && text === this.#last)) console.warn(text, this.#host);
    this.#last = text;
  }
}

function textOf(issues: readonly Issue[]): string {
  const { length } = issues;
  if (!length) return '';
  const told = gravestFirst(issues).slice(0, FEW);
  const rest = length > FEW ? `\n… and ${length - FEW} more` : '';
  return `<timeline-view>: ${length} ${length === 1 ? 'issue' : 'issues'}; its property "issues" has all\n${told
    .map(({ message }) => `- ${message}`)
    .join('\n')}${rest}`;
}
