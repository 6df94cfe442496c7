/** Something that was wrong with the data, said so that its author can mend it. */
export interface Issue {
  /** Kebab-case and stable, such as `invalid-date`. */
  readonly code: IssueCode;
  /** Where: `events[12].date`. Empty for the whole document. */
  readonly path: string;
  /** `events[12].date: invalid date: "2020-13-01"; expected …`: place, what, value, remedy. */
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

export type IssueCode =
  | 'invalid-json'
  | 'invalid-document'
  | 'invalid-row'
  | 'unknown-column'
  | 'unknown-zone'
  | 'unexpected-format'
  | 'unknown-encoding'
  | 'missing-package'
  | 'invalid-type'
  | 'invalid-date'
  | 'bare-year'
  | 'ambiguous-date'
  | 'loose-date'
  | 'invalid-value'
  | 'end-before-start'
  | 'missing-title'
  | 'duplicate-id'
  | 'unknown-id'
  | 'outlier-date'
  | 'too-many-events'
  | 'more-issues'
  | 'unknown-status'
  | 'unknown-kind'
  | 'unknown-link'
  | 'unknown-field'
  | 'unknown-scheme'
  | 'unknown-medium'
  | 'unknown-relation'
  | 'unknown-lane'
  | 'unknown-view'
  | 'source-ignored'
  | 'render-failed'
  | 'load-failed';

/** Returns the issues with all errors before all warnings. */
export const gravestFirst = (issues: readonly Issue[]): Issue[] =>
  ['error', 'warning'].flatMap(severity => issues.filter(issue => issue.severity === severity));
