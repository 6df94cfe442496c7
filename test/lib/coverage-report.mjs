// Tells what page-coverage.mjs has gathered of the bundles of the sources they were made of.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import coverage from 'istanbul-lib-coverage';
import { createContext } from 'istanbul-lib-report';
import reports from 'istanbul-reports';
import v8ToIstanbul from 'v8-to-istanbul';
import { scripts } from './page-coverage.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = path.join(root, 'src');
const isCounted = file => file.startsWith(folder + path.sep) && file.endsWith('.ts');

/** A function as V8 tells of it, with the parts that no page has run. */
const asRanges = ({ functionName, startOffset, endOffset, idle }) => ({
  functionName,
  isBlockCoverage: true,
  ranges: [
    {
      startOffset,
      endOffset,
      count: idle.some(([from, to]) => from === startOffset && to === endOffset) ? 0 : 1,
    },
    ...idle.map(([startOffset, endOffset]) => ({ startOffset, endOffset, count: 0 })),
  ],
});

/** What is written last counts, so that functions come before those within them. */
const outerFirst = (a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset;

/** What stands for a script in a report: its text and its source map, which a source has within its text. */
async function sourcesOf(url, source, bundles) {
  if (source) return { source };
  const bundle = await bundles.script(url);
  const folder = path.dirname(path.join(root, url));
  const sources = bundle.sourceMap.sources.map(source => path.resolve(folder, source));
  return { source: bundle.source, sourceMap: { sourcemap: { ...bundle.sourceMap, sources } } };
}

/**
 * Writes the report of the run into a folder.
 * @param {import('./bundles.mjs').Bundles} bundles
 * @param {string} folder
 */
export async function writeCoverage(bundles, folder) {
  const map = coverage.createCoverageMap();
  for (const [url, { source, functions }] of scripts) {
    const sources = await sourcesOf(url, source, bundles);
    if (sources.sourceMap?.sourcemap.sources.length === 0) continue; // imports alone
    const converter = v8ToIstanbul(path.join(root, url), 0, sources, file => !isCounted(file));
    await converter.load();
    converter.applyCoverage([...functions.values()].sort(outerFirst).map(asRanges));
    map.merge(converter.toIstanbul());
  }
  const context = createContext({ dir: folder, coverageMap: map });
  for (const kind of ['json-summary', 'html']) reports.create(kind).execute(context);
}
