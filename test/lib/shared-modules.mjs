// What files beside the self-contained one have from it, instead of a copy: it leaves that where they find it. They import nothing, as whoever
// serves them may have given it another name.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const src = path.resolve('src');
const ENTRY = path.join(src, 'index.ts');

/** The module that an import names: an absolute path of ours, or the name of a package. */
const targetOf = (specifier, importer) =>
  specifier.startsWith('.')
    ? path.resolve(path.dirname(importer), specifier).replace(/\.js$/, '.ts')
    : specifier;

/** What a module takes from others when it is evaluated: their names, by module. Types are gone by then. */
function importsOf(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const taken = new Map();
  for (const node of source.statements) {
    const isExport = ts.isExportDeclaration(node);
    if (!(isExport || ts.isImportDeclaration(node)) || !node.moduleSpecifier) continue;
    const { importClause } = node;
    if (isExport ? node.isTypeOnly : importClause?.isTypeOnly) continue;
    const bindings = isExport ? node.exportClause : importClause?.namedBindings;
    const names = (bindings?.elements ?? [])
      .filter(element => !element.isTypeOnly)
      .map(({ name, propertyName }) => (propertyName ?? name).text);
    // Of types alone nothing is left but the braces.
    if (bindings && names.length === 0) continue;
    const target = targetOf(node.moduleSpecifier.text, file);
    taken.set(target, [...(taken.get(target) ?? []), ...names]);
  }
  return taken;
}

/** All modules that are evaluated with some, as far as `isEnd` does not hold of them; `cross` hears of each import that leads to such an end. */
function reach(entries, isEnd = () => false, cross = () => {}) {
  const reached = new Set();
  const visit = file => {
    if (reached.has(file)) return;
    reached.add(file);
    if (!existsSync(file)) return; // a package
    for (const [target, names] of importsOf(file))
      if (isEnd(target)) cross(target, names);
      else visit(target);
  };
  entries.forEach(visit);
  return reached;
}

/** What those modules, named below src/ without extension, have from the self-contained file: `{ module, name }`, in its order; and the key by which they find it. */
export function sharedWith(modules) {
  const eager = reach([ENTRY]);
  // Lit is there once, with all of its directives: another one could not make its policy of trusted types.
  const isShared = target => eager.has(target) || /^lit\b/.test(target);
  const names = new Set();
  const entries = modules.map(name => path.join(src, `${name}.ts`));
  reach(entries, isShared, (module, taken) => {
    for (const name of taken) names.add(JSON.stringify({ module, name }));
  });
  const shared = [...names].sort().map(text => JSON.parse(text));
  const hash = createHash('sha256').update(JSON.stringify([...names].sort()));
  for (const file of [...eager].filter(existsSync).sort()) hash.update(readFileSync(file));
  return { shared, key: `timeline-view ${hash.digest('hex').slice(0, 12)}` };
}

const VIRTUAL = '\0shared';

/** In the self-contained file: leaves for others what they have from it. */
export const leaveShared = ({ shared, key }) => ({
  name: 'leave-shared',
  enforce: 'pre',
  resolveId: id => (id === VIRTUAL ? { id, moduleSideEffects: true } : null),
  load: id =>
    id === VIRTUAL
      ? [
          ...shared.map(
            ({ module, name }, i) => `import { ${name} as s${i} } from ${JSON.stringify(module)};`,
          ),
          `globalThis[Symbol.for(${JSON.stringify(key)})] = [${shared.map((_, i) => `s${i}`)}];`,
        ].join('\n')
      : null,
  transform: (code, id) =>
    id === ENTRY ? { code: `${code}\nimport ${JSON.stringify(VIRTUAL)};`, map: null } : null,
});

/** In a file beside it: takes that from there. */
export const takeShared = ({ shared, key }) => ({
  name: 'take-shared',
  enforce: 'pre',
  resolveId: (id, importer) => {
    if (!importer || importer.startsWith('\0')) return null;
    const target = targetOf(id, importer);
    return shared.some(({ module }) => module === target) ? `${VIRTUAL}:${target}` : null;
  },
  load: id => {
    if (!id.startsWith(`${VIRTUAL}:`)) return null;
    const target = id.slice(VIRTUAL.length + 1);
    const lines = shared.flatMap(({ module, name }, i) =>
      module === target ? `export const ${name} = shared[${i}];` : [],
    );
    return [`const shared = globalThis[Symbol.for(${JSON.stringify(key)})];`, ...lines].join('\n');
  },
});
