import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const test = fileURLToPath(new URL('..', import.meta.url));

/** Test files with that ending, from the top of the repository, and of these those with one of the words in them. */
export const testFiles = (ending, words) =>
  readdirSync(test, { recursive: true })
    .map(file => `test/${file.replaceAll('\\', '/')}`)
    .filter(file => file.endsWith(ending) && (!words || words.some(word => file.slice(5).includes(word))))
    .sort();
