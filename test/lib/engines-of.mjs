// Which test files run in which engines, where a run has them all. Chromium runs every file: it measures what of the sources is run.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const textOf = file => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');

/** Data, index, layout: what asks an engine for nothing but the language, which they all have from the same specification. */
const isOfLanguageAlone = file =>
  /^test\/(data|edit|html|index|layout)\//.test(file) && !textOf(file).includes('browser-commands');

/** Whether a file looks at pixels: WebKit takes no pictures while it paints without layers. */
export const takesPictures = file => textOf(file).includes('screenshot');

/**
 * The engines in which a file is tested, of those of a run. What is of the language alone is tested in Chromium and in one of the
 * others, which take turns; WebKit, the slowest, has one turn of three. The list of all sources is for coverage, which is Chromium's.
 */
export function enginesOf(file, engines) {
  if (!engines.includes('chromium') || engines.length < 3) return engines;
  if (file === 'test/all.test.ts') return ['chromium'];
  if (!isOfLanguageAlone(file)) return engines;
  const sum = [...file].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return ['chromium', sum % 3 === 0 ? 'webkit' : 'firefox'];
}
