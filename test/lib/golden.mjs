// Golden files: what came out once, was looked at, and is kept in test/golden. UPDATE_GOLDEN=1 writes them anew.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const kept = path.join(root, 'test', 'golden');
/** Where what is unlike is put. */
const seen = path.join(root, 'node_modules', '.cache', 'golden');
const renews = Boolean(process.env.UPDATE_GOLDEN);

/** Pixels that machines may paint otherwise, smoothed edges apart: half a disc. */
const TOLERANCE = 40;

function write(file, content) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function read(name) {
  try {
    return readFileSync(path.join(kept, name));
  } catch (error) {
    if (error.code === 'ENOENT') throw new Error(`no golden file ${name}: UPDATE_GOLDEN=1 writes it`);
    throw error;
  }
}

/** Puts what is unlike beside, and says so. */
function fail(name, actual, why) {
  const file = path.join(seen, name);
  write(file, actual);
  return `${name} ${why}\nIt is in ${path.relative(root, file)}; UPDATE_GOLDEN=1 keeps it`;
}

/** How a text is unlike the one that is kept under a name: lines between those alike; empty where it is like it. */
export function unlikeGoldenText({ name, text }) {
  if (renews) write(path.join(kept, name), text);
  const [was, is] = [read(name).toString('utf8').split('\n'), text.split('\n')];
  const least = Math.min(was.length, is.length);
  let [before, after] = [0, 0];
  while (before < least && was[before] === is[before]) before++;
  if (before === was.length && before === is.length) return '';
  while (after < least - before && was.at(-1 - after) === is.at(-1 - after)) after++;
  const part = (lines, sign) => lines.slice(before, lines.length - after).map(line => `${sign} ${line}`);
  const unlike = [...part(was, '-'), ...part(is, '+')].join('\n');
  return fail(name, text, `is unlike what is kept, from line ${before + 1} on:\n${unlike}`);
}

/** How a picture, as PNG, is unlike the one that is kept under a name; empty where it is like it. */
export function unlikeGoldenPicture(name, actual) {
  const is = PNG.sync.read(actual);
  if (renews) write(path.join(kept, name), PNG.sync.write(is, { colorType: 2, deflateLevel: 9 }));
  const was = PNG.sync.read(read(name));
  if (is.width !== was.width || is.height !== was.height)
    return fail(
      name,
      actual,
      `is ${is.width} × ${is.height} px in the place of ${was.width} × ${was.height}.`,
    );
  const diff = new PNG({ width: is.width, height: is.height });
  const unlike = pixelmatch(was.data, is.data, diff.data, is.width, is.height, { threshold: 0.1 });
  if (unlike <= TOLERANCE) return '';
  const marked = path.join(seen, name.replace(/\.png$/, '.diff.png'));
  write(marked, PNG.sync.write(diff));
  return fail(name, actual, `has ${unlike} other pixels, marked in ${path.relative(root, marked)}.`);
}
