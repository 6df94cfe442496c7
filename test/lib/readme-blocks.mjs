// The code blocks of README.md: what each is written in, what it says, and which files the text before it names.
import { readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

/** Returns `{ language, code, line, heading, quoted }` of every fenced block; `quoted` are the files of test/consumers that it may be taken from. */
export function readmeBlocks(text = readFileSync(new URL('README.md', root), 'utf8')) {
  const blocks = [];
  let heading = '';
  let before = '';
  let block = null;
  for (const [i, line] of text.split('\n').entries()) {
    const fence = /^\s*(`{3,})(.*)$/.exec(line);
    if (block) {
      if (fence?.[1] === block.fence && !fence[2]) {
        blocks.push({ ...block, code: block.lines.join('\n') });
        block = null;
        before = '';
      } else block.lines.push(line);
    } else if (fence) {
      const quoted = [...before.matchAll(/\]\((test\/consumers\/[^)\s]+\.[\w.]+)\)/g)].map(
        ([, file]) => file,
      );
      block = { fence: fence[1], language: fence[2].trim(), line: i + 1, heading, quoted, lines: [] };
    } else {
      if (/^#+ /.test(line)) [heading, before] = [line.replace(/^#+ /, ''), ''];
      before += `${line}\n`;
    }
  }
  if (block) throw new Error(`README.md:${block.line}: a code block without an end`);
  return blocks;
}

/** Code without what white space says. */
export const bare = text => text.replace(/\s+/g, ' ').trim();
