// Runs what README.md writes in JavaScript for Node.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A statement whose value stands behind it in a comment, as in `writeEdtf(value); // "1984"`. */
const TOLD = /^(\s*(?:if \([\w.]+\) )?)([^\s/].*?); \/\/ ("[^"]*"|true|\d+)$/gm;
/** The markup that a name gets, where a comment shows it: `const html = render(document); // <timeline-view>…`. */
const MARKUP = /^const (\w+) = .*; \/\/ (<.*)$/gm;
/** Where an element begins or ends. */
const TAG = /<\/?[\w-]+/g;

/**
 * Runs a block of code that may use some names as if they were there. Where a comment tells the value of a statement, it must have that;
 * markup has its tags, in their order.
 */
export async function runInNode({ code, line }, { folder, names }) {
  const told = [];
  const isDeclared = name => new RegExp(`const [^=]*\\b${name}\\b`).test(code);
  // In the module alone: a global document would be a browser's to those that it imports.
  globalThis.given = { ...names, isTold: (value, expected) => told.push([value, expected]) };
  const free = Object.keys(globalThis.given).filter(name => !isDeclared(name));
  const shown = [...code.matchAll(MARKUP)].map(
    ([, name, text]) => `isTold(${name}, ${JSON.stringify(text.match(TAG))});`,
  );
  const module = [
    `const { ${free.join()} } = globalThis.given;`,
    code.replace(TOLD, '$1isTold($2, $3);'),
    ...shown,
  ]
    .join('\n')
    .replace(
      /((?:from|import) ')([@a-z][^']*)'/g,
      (_, before, name) => `${before}${import.meta.resolve(name)}'`,
    );
  const file = path.join(folder, `block-${line}.mjs`);
  writeFileSync(file, module);
  await import(pathToFileURL(file));
  for (const [value, expected] of told)
    if (Array.isArray(expected))
      assert.ok(isIn(expected, value.match(TAG)), `${expected.join(' … ')} in ${value}`);
    else assert.equal(value, expected);
  return told.length;
}

/** Whether all parts are in a list, in their order. */
function isIn(parts, list) {
  const rest = [...list];
  return parts.every(part => rest.splice(0, rest.indexOf(part) + 1 || Infinity).at(-1) === part);
}
