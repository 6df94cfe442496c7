// The self-contained file reads JSON and speaks English and Spanish. All else that only some pages need is in files beside it, each loaded when
// it is first needed: formats that need a library of their own in one each, all others in one together, each language in its own, permalinks, editing,
// what draws images and looks for what exports lose, and what shows the vertical layout, draws the selected event, shows the search, media, the keys
// and the menu of exports.
import { appendFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { inlined, shortProperties, squeezeTemplates } from './lean-bundle.mjs';
import { leaveShared, sharedWith, takeShared } from './shared-modules.mjs';

const FORMATS = 'data/formats/';
const TRANSLATIONS = 'language/translations/';

/** The files, each with the modules of src/ that it holds and whose work else is in it; those that share have from the self-contained file what it has. */
export const BESIDE = {
  formats: {
    modules: ['delimited', 'records', 'timelinejs', 'sparql', 'json-ld', 'vis', 'simile', 'html-items'].map(
      name => FORMATS + name,
    ),
  },
  detect: {
    modules: ['addresses', 'detect', 'json-lines', 'json-slices', 'json-text', 'jsonp'].map(
      name => FORMATS + name,
    ),
    shares: true,
  },
  export: {
    modules: ['export/canvas-pen', 'data/writers/export-losses'],
  },
  chosen: { modules: ['render/chosen-part'], shares: true },
  column: { modules: ['render/column-part'], shares: true },
  menu: { modules: ['render/export-part'], shares: true },
  help: { modules: ['shell/help-part'], shares: true },
  search: { modules: ['render/search-part'], shares: true },
  media: { modules: ['render/media-part'], shares: true },
  ics: {
    modules: [`${FORMATS}ics`],
    holds: 'ical.js, MPL-2.0, Copyright Philipp Kewisch, https://github.com/kewisch/ical.js',
  },
  markwhen: {
    modules: [`${FORMATS}markwhen`],
    holds: '@markwhen/parser, MIT, Copyright Rob Koch, and what it needs',
  },
  scroll: { modules: ['controllers/page-steps', 'controllers/own-steps'] },
  permalink: { modules: ['controllers/permalink-session'] },
  html: { modules: [`${FORMATS}html`], holds: 'parse5, MIT, Copyright Ivan Nikulin' },
  edit: { modules: ['edit/editing'] },
  ...Object.fromEntries(
    readdirSync(new URL(`../../src/${TRANSLATIONS}`, import.meta.url))
      .map(file => path.parse(file).name)
      .filter(name => name !== 'es')
      .sort()
      .map(name => [`translations/${name}`, { modules: [TRANSLATIONS + name] }]),
  ),
};

const fileOf = new Map(
  Object.entries(BESIDE).flatMap(([file, { modules }]) => modules.map(module => [module, file])),
);

/** The module that an import names, `.ts` apart, as it is known above; imports come with their extension in our sources. */
const moduleOf = (id, importer) =>
  importer &&
  path.relative(path.resolve('src'), path.resolve(path.dirname(importer), id)).replace(/\.js$/, '');

/** Turns the imports of such modules into those of the files that hold them: relative to the file, whoever serves it. */
export const beside = {
  name: 'beside',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^\.{1,2}\/.*\.js$/ },
    handler: (id, importer) => {
      const file = fileOf.get(moduleOf(id, importer));
      return file ? { id: `./${file}.js`, external: true, moduleSideEffects: false } : null;
    },
  },
  async writeBundle() {
    for (const [name, contents] of Object.entries(BESIDE)) await buildBeside(name, contents);
  },
};

const shared = sharedWith(Object.values(BESIDE).flatMap(({ modules, shares }) => (shares ? modules : [])));

/** In the self-contained file: what others share. */
export const leave = leaveShared(shared);

/** The entry of a file: what its modules export. */
const entryOf = (id, modules) => ({
  name: 'entry-of-modules',
  resolveId: source => (path.basename(source) === id ? `\0${id}` : null),
  load: source =>
    source === `\0${id}`
      ? modules.map(name => `export * from ${JSON.stringify(path.resolve('src', `${name}.ts`))};`).join('')
      : null,
});

async function buildBeside(name, { modules, holds, shares }) {
  const licences = `cdn/${name}-licenses.md`;
  const entry = `entry-of-${path.basename(name)}`;
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [
      entryOf(entry, modules),
      ...(shares ? [takeShared(shared), squeezeTemplates] : []),
      shortProperties,
      inlined,
    ],
    build: {
      target: 'es2022',
      emptyOutDir: false,
      sourcemap: true,
      license: { fileName: licences },
      lib: {
        entry: { [`cdn/${name}`]: entry },
        formats: ['es'],
        fileName: (_format, file) => `${file}.js`,
      },
      rolldownOptions: {
        checks: { pluginTimings: false },
        output: {
          banner: `/*! timeline-view, MIT.${holds ? ` Contains ${holds}:` : ''} see LICENSES.md */`,
          minify: true,
          comments: { legal: true, annotation: false, jsdoc: false },
          codeSplitting: false,
        },
      },
    },
  });
  mergeLicences(path.resolve('dist', licences), path.resolve('dist/cdn/LICENSES.md'));
}

/** Adds the sections of one file that another does not have yet, and removes the one. */
function mergeLicences(from, to) {
  const known = readFileSync(to, 'utf8');
  const sections = readFileSync(from, 'utf8')
    .split(/^(?=## \S+ - \d)/m)
    .slice(1);
  for (const section of sections)
    if (!known.includes(section.split('\n')[0])) appendFileSync(to, `\n${section.trimEnd()}\n`);
  rmSync(from);
}
