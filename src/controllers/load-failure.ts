import type { Issue } from '../data/issue.js';

/** Why there is no data. */
export interface LoadFailure {
  /**
   * `url`: not an http(s) address · `network`: no answer, or one the page may not read · `http`: a status that is no
   * success · `timeout` · `size`: over the cap · `type`: a picture, an archive or a web page instead of data ·
   * `data`: what came could not be used · `cancelled`: the reader did not want to wait.
   */
  readonly kind: 'url' | 'network' | 'http' | 'timeout' | 'size' | 'type' | 'data' | 'cancelled';
  /** Empty for data that no address was given for. */
  readonly url: string;
  readonly status?: number;
  /** Of an answer of the wrong type: what its server calls it, and whether it is a web page whatever that says. */
  readonly contentType?: string;
  readonly isPage?: boolean;
  readonly cause?: unknown;
  /** Of data that could not be used: what is wrong with them. */
  readonly issues?: readonly Issue[];
}

/** Whether it might go well another time. */
export const canRetry = ({ kind, url }: LoadFailure): boolean => url !== '' && kind !== 'url';

/** What went wrong with a load, for the author: place, what, value, remedy. */
export function failureText(failure: LoadFailure): string {
  const { kind, status, url, contentType, isPage, cause } = failure;
  if (kind === 'data') return String(cause);
  const what = {
    url: 'not an http or https address',
    network: 'no answer, or none that this page may read',
    http: `status ${status}`,
    timeout: 'no answer in time',
    size: 'more data than "max-bytes" allows',
    type: `${isPage ? 'a web page' : contentType} instead of data`,
    cancelled: 'cancelled',
  }[kind];
  const text = url ? `src: not loaded: ${what}: "${url}"` : `not loaded: ${what}`;
  return /cancelled|size/.test(kind) ? text : `${text}; check the address`;
}

/** An issue of a file, which names it. */
export const inFile = (issue: Issue, url: string): Issue =>
  url ? { ...issue, message: `src "${url}": ${issue.message}` } : issue;

/** The same as issues. */
export const failureIssues = (failure: LoadFailure): readonly Issue[] =>
  failure.issues ?? [{ code: 'load-failed', path: '', message: failureText(failure), severity: 'error' }];
