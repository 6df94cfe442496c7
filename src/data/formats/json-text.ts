import type { Issue } from '../issue.js';
import type { Work } from '../work.js';
import { findJsonFault, placeIn } from './json-fault.js';
import { parseJsonInSlices } from './json-slices.js';

/** The value of a JSON text, or an issue that says where it is broken. */
export type JsonResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly issue: Issue };

/** Returns the value of a JSON text without a byte order mark. */
export function* parseJson(text: string): Work<JsonResult> {
  try {
    return { ok: true, value: yield* parseJsonInSlices(text) };
  } catch {
    return { ok: false, issue: yield* brokenJson(text) };
  }
}

/** What is said of a text that is no JSON: where it is broken, and how to mend it. */
export function* brokenJson(text: string): Work<Issue> {
  const { at, problem } = yield* findJsonFault(text);
  return jsonIssue(yield* placeIn(text, at), problem);
}

export const jsonIssue = (path: string, problem: string): Issue => ({
  code: 'invalid-json',
  path,
  message: `${path}: invalid JSON: ${problem}`,
  severity: 'error',
});
