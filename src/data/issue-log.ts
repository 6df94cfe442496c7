import { formatValue } from '../language/format-value.js';
import type { Issue, IssueCode } from './issue.js';

type Step = string | number;

/** Collects issues. `path` is where the reader stands; whoever goes deeper pushes and pops, or uses `within`. */
export class IssueLog {
  readonly issues: Issue[] = [];
  readonly path: Step[] = [];

  /** Notes an issue here, or at `steps` from here: what is wrong, the value (`undefined`: none), the remedy. */
  add(code: IssueCode, what: string, value?: unknown, remedy = '', ...steps: Step[]): undefined {
    const path = formatPath([...this.path, ...steps]);
    const shown = value === undefined ? '' : `: ${formatValue(value)}`;
    this.issues.push({
      code,
      path,
      message: `${path && `${path}: `}${what}${shown}${remedy && `; ${remedy}`}`,
      severity: /^(unknown|duplicate|end)-/.test(code) ? 'warning' : 'error',
    });
  }

  /** Returns what `read` returns, called with the log standing one step deeper. */
  within<T>(step: Step, read: () => T): T {
    this.path.push(step);
    const result = read();
    this.path.pop();
    return result;
  }
}

/** Returns `events[12].date` for `['events', 12, 'date']`. */
const formatPath = (steps: readonly Step[]) =>
  steps.map((step, i) => (typeof step === 'number' ? `[${step}]` : i ? `.${step}` : step)).join('');
