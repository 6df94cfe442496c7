import type { Issue } from '../issue.js';

/** Characters within which the data begin, and behind which they end. */
const WRAPPER_SIZE = 1000;

const NAME = String.raw`[\w$]+(?:\.[\w$]+)*`;
const SPACE = String.raw`(?:\s|/\*(?:[^*]|\*(?!/))*\*/|//[^\n\r]*[\n\r])*`;
/** `typeof callback === 'function' &&`, `window.callback &&` */
const GUARD = String.raw`(?:(?:typeof\s+${NAME}\s*===?\s*['"]function['"]|${NAME})\s*&&\s*)*`;
const CALL = String.raw`${GUARD}(?<callee>${NAME})\s*\(`;
const ASSIGNMENT = String.raw`(?:(?:var|let|const)\s+)?(?<target>${NAME})\s*=`;

/** What stands before the data where a page loads them as a script: a call, or an assignment. */
const BEGINNING = new RegExp(String.raw`^${SPACE}(?:${CALL}|${ASSIGNMENT})\s*(?=[[{])`);
const CALL_END = /\)[\s;]*$/;
const ASSIGNMENT_END = /(?<![\s;])[\s;]*$/;

/** Whether the beginning of a text is that of JSON in a call or an assignment: that of JavaScript's own notation is not. */
export function beginsAsJsonp(head: string): boolean {
  const [beginning = ''] = BEGINNING.exec(head.slice(0, WRAPPER_SIZE)) ?? [];
  return beginning !== '' && /^[[{]\s*["{[\]}]/.test(head.slice(beginning.length));
}

/** Returns the data in a JSONP text with the same lines and columns, or null where it is none. Nothing is called. */
export function unwrapJsonp(text: string): { readonly text: string; readonly issue: Issue } | null {
  const { 0: beginning = '', groups } = BEGINNING.exec(text.slice(0, WRAPPER_SIZE)) ?? {};
  const { callee, target } = groups ?? {};
  const end = text.slice(-WRAPPER_SIZE).search(callee ? CALL_END : ASSIGNMENT_END);
  if (!beginning || end < 0) return null;
  const length = Math.max(0, text.length - WRAPPER_SIZE) + end;
  const where = callee
    ? `the data stand in a call of "${callee}"; it is not called, and they are read`
    : `the data are the value of "${target}"; nothing is run, and they are read`;
  return {
    text: beginning.replace(/[^\r\n]/g, ' ') + text.slice(beginning.length, length),
    issue: {
      code: 'unexpected-format',
      path: '',
      message: `JSONP: ${where}; publish them as JSON`,
      severity: 'warning',
    },
  };
}
