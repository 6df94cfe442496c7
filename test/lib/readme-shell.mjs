// Runs what README.md writes for a shell.
import assert from 'node:assert/strict';
import { exec } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { bare } from './readme-blocks.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const program = path.join(root, manifest.bin['timeline-view']);
const run = promisify(exec);

/** Writes the files that the lines name into a folder. */
export function writeNamedFiles(folder) {
  const write = (name, text) => writeFileSync(path.join(folder, name), text);
  write('story.csv', 'date,title\n1786-08-08,Mont Blanc\n1953-05-29,Everest\n');
  write('story.json', readFileSync(`${root}data/us-mexico-2025.json`));
  write('data.txt', 'Was,Wann\nErster Flug,1903-12-17\n');
  write(
    'calendar.ics',
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20250101T000000Z\r\nDTSTART:20250102T030405Z\r\nSUMMARY:A day\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  );
}

/**
 * Runs the lines of a block in a folder. What builds, tests or installs all of the project is not run anew, but the project must have it;
 * all else but the command line is unknown.
 */
export async function runShell(code, folder) {
  for (const line of code.split('\n'))
    for (const command of line
      .replace(/(^|\s)#.*$/, '')
      .split('&&')
      .map(bare)
      .filter(Boolean)) {
      const [, script] = /^npm (?:run )?([\w:]+)/.exec(command) ?? [];
      if (script === 'ci') assert.ok(statSync(`${root}package-lock.json`).size);
      else if (script) assert.ok(script in manifest.scripts, `${command}: no such script in package.json`);
      else await runProgram(command, folder);
    }
}

async function runProgram(command, folder) {
  assert.match(command, /^npx timeline-view /, 'a command that nothing runs');
  const [, target] = /> (\S+)$/.exec(command) ?? [];
  const { stdout, stderr } = await run(
    command.replace(/^npx timeline-view/, `"${process.execPath}" "${program}"`),
    { cwd: folder },
  );
  if (!target) return assert.match(stdout + stderr, /nothing wrong/, command);
  const written = readFileSync(path.join(folder, target), 'utf8');
  if (target.endsWith('.json')) assert.ok(JSON.parse(written).events.length, command);
  else assert.match(written, /^<!doctype html>[^]*<timeline-view[^]*<\/html>\n$/, command);
}
