import type { Issue } from '../issue.js';
import { findJsonFault } from './json-fault.js';

/** Returns the value of a JSON text, with or without a byte order mark, or an issue that says where it is broken. */
export function parseJson(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly issue: Issue } {
  const body = text.replace(/^\ufeff/, '');
  try {
    return { ok: true, value: JSON.parse(body) as unknown };
  } catch {
    const { at, problem } = findJsonFault(body);
    const lines = body.slice(0, at).split(/\r\n|\r|\n/);
    const path = `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
    return {
      ok: false,
      issue: { code: 'invalid-json', path, message: `${path}: invalid JSON: ${problem}`, severity: 'error' },
    };
  }
}
