#!/usr/bin/env node
import { referenceIssues } from '../data/check-references.js';
import { gravestFirst, type Issue } from '../data/issue.js';
import { readTimeline } from '../data/parse-timeline.js';
import { pageOf } from '../html/page.js';
import { loadTranslation } from '../language/load-translation.js';
import { HELP, readCommand, UsageError, type Command } from './command.js';
import { CONVERSIONS, type Written } from './conversions.js';
import { node, type Output } from './node.js';
import { readSource } from './read-source.js';
import { summaryOf } from './summary.js';

type Table = Awaited<ReturnType<typeof readTimeline>>['table'];

/** Does what is asked for and returns the exit code. */
async function follow(command: Command): Promise<number> {
  const { place, format, columns } = command;
  const { bytes, charset, ...hints } = await readSource(place);
  const { table, issues: found } = await readTimeline({ bytes, charset }, { ...hints, format, columns });
  const issues = [...found, ...referenceIssues(table.document)];
  const written = await write(table, command);
  const report = written ? node.stderr : node.stdout;
  for (const issue of gravestFirst(issues)) report.write(`${line(issue, report)}\n`);
  report.write(`${styled('bold', summaryOf(table.toDocument(), issues), report)}\n`);
  if (written) {
    const { text, leftOut = [] } = written;
    node.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    for (const what of leftOut) report.write(`left out of ${command.to!}: ${what}\n`);
  }
  return issues.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** What goes to the standard output, if anything. */
async function write(table: Table, { name, to, lang, script }: Command): Promise<Written | null> {
  if (name === 'check') return to ? (await CONVERSIONS[to]!())(table.toDocument()) : null;
  await loadTranslation(lang ?? table.document.lang ?? 'en');
  return {
    text: pageOf(table, { ...(lang && { lang }), script: script ?? 'timeline-view/cdn/timeline-view.js' }),
  };
}

const line = ({ severity, message }: Issue, output: Output): string =>
  `${styled(severity === 'error' ? 'red' : 'yellow', severity, output)}: ${message}`;

const styled = (style: 'red' | 'yellow' | 'bold', text: string, output: Output): string =>
  output.isTTY && !node.env.NO_COLOR ? node.getBuiltinModule('node:util').styleText(style, text) : text;

// Who reads no further, as `head` does, wants no more: no fault.
for (const output of [node.stdout, node.stderr])
  output.on('error', error => {
    if (error.code !== 'EPIPE') throw error as Error;
  });

try {
  const command = await readCommand(node.argv.slice(2));
  if (typeof command === 'string') node.stdout.write(command);
  else node.exitCode = await follow(command);
} catch (error) {
  const isUsage = error instanceof UsageError;
  node.stderr.write(`${(error as Error).message}\n${isUsage ? '\n' + HELP : ''}`);
  node.exitCode = isUsage ? 2 : 1;
}
