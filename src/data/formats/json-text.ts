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
    const { at, problem } = yield* findJsonFault(text);
    const path = yield* placeIn(text, at);
    return { ok: false, issue: jsonIssue(path, problem) };
  }
}

export const jsonIssue = (path: string, problem: string): Issue => ({
  code: 'invalid-json',
  path,
  message: `${path}: invalid JSON: ${problem}`,
  severity: 'error',
});

/** A call around the data, for pages that load them as a script: `callback({ … });`. */
const CALL = /^\s*(?:\/\*\*\/)?\s*([\w$.]+)\s*\((?=\s*[[{])/;
const CALL_END = /\)\s*;?\s*$/;

/** Returns the data in a JSONP text with the same lines and columns, or null where it is none. */
export function unwrapJsonp(text: string): { readonly text: string; readonly issue: Issue } | null {
  const [head, name] = CALL.exec(text.slice(0, 1000)) ?? [];
  const end = text.slice(-1000).search(CALL_END);
  if (!head || end < 0) return null;
  const length = Math.max(0, text.length - 1000) + end;
  return {
    text: head.replace(/[^\r\n]/g, ' ') + text.slice(head.length, length),
    issue: {
      code: 'unexpected-format',
      path: '',
      message: `JSONP: the data stand in a call of "${name}"; it is not called, and they are read; publish them as JSON`,
      severity: 'warning',
    },
  };
}
