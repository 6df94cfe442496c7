// Who may import what in src/. `node test/lib/layers.mjs` fails on a breach and says where it is.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/**
 * The rooms of src/, folders and entry files. An import goes to a room of a lower rank, or stays in its own.
 * `packages` live nowhere else. Rooms without DOM are compiled without its types (src/tsconfig.pure.json).
 */
export const rooms = {
  'version.ts': { rank: 0, packages: [], dom: false },
  language: { rank: 0, packages: [], dom: false },
  time: { rank: 1, packages: [], dom: false },
  data: { rank: 2, packages: ['ical.js', '@markwhen/parser', 'parse5'], dom: false },
  scale: { rank: 2, packages: ['d3-scale'], dom: false },
  index: { rank: 3, packages: [], dom: false },
  layout: { rank: 4, packages: [], dom: false },
  'core.ts': { rank: 5, packages: [], dom: false },
  render: { rank: 5, packages: ['lit', 'd3-axis', 'd3-selection'], dom: true },
  controllers: { rank: 5, packages: ['lit'], dom: true },
  html: { rank: 6, packages: [], dom: true },
  cli: { rank: 7, packages: [], dom: true },
  'server.ts': { rank: 7, packages: [], dom: true },
  'timeline-events.ts': { rank: 5, packages: [], dom: true },
  stage: { rank: 6, packages: [], dom: true },
  edit: { rank: 6, packages: ['lit'], dom: true },
  export: { rank: 7, packages: [], dom: true },
  shell: { rank: 8, packages: ['lit'], dom: true },
  'timeline-view.ts': { rank: 9, packages: ['lit'], dom: true },
  'timeline-props.ts': { rank: 10, packages: ['lit'], dom: true },
  'react.ts': { rank: 11, packages: ['react'], dom: true },
  'index.ts': { rank: 11, packages: [], dom: true },
};

/** A helper lives with the noun it serves. */
const nameless = /(^|\/)(utils?|helpers?|types?|constants?|common|misc|shared)(\.ts$|\/)/;
const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*\.ts$/;

/** All that is wrong in a file: its path below src/, its text → `path:line: what`. */
export function breachesIn(file, text) {
  const found = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const breach = (node, what) =>
    found.push(
      `src/${file}:${node ? source.getLineAndCharacterOfPosition(node.getStart()).line + 1 : 1}: ${what}`,
    );
  const [room] = file.split('/');
  const here = rooms[room];
  if (!here) breach(null, `"${room}" is no room of the table in test/lib/layers.mjs`);
  if (nameless.test(file)) breach(null, 'a name that says nothing; call it after its main export');
  if (!kebabCase.test(path.posix.basename(file))) breach(null, 'file names are kebab-case');

  const visitImport = (node, specifier) => {
    if (!here) return;
    if (!specifier.startsWith('.')) {
      const name = specifier.startsWith('@') ? specifier.split('/', 2).join('/') : specifier.split('/')[0];
      if (!here.packages.includes(name)) breach(node, `${room} may not import the package ${name}`);
      return;
    }
    if (!specifier.endsWith('.js')) breach(node, `write the extension .js: ${specifier}`);
    const target = path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, '.ts').split('/')[0];
    const there = rooms[target];
    if (!there) breach(node, `${specifier} lies in no room`);
    else if (target !== room && there.rank >= here.rank)
      breach(node, `${room} (rank ${here.rank}) may not import ${target} (rank ${there.rank})`);
  };
  const visit = node => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      visitImport(node, node.moduleSpecifier.text);
    else if (ts.isImportTypeNode(node)) visitImport(node, node.argument.literal.text);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (ts.isStringLiteralLike(argument)) visitImport(node, argument.text);
      else breach(node, 'import() of something that is not written here');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** All that is wrong in src/. */
export function breaches(src = fileURLToPath(new URL('../../src', import.meta.url))) {
  return readdirSync(src, { recursive: true })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => file.endsWith('.ts'))
    .sort()
    .flatMap(file => breachesIn(file, readFileSync(path.join(src, file), 'utf8')));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = breaches();
  for (const line of found) console.error(line);
  if (found.length) process.exit(1);
}
