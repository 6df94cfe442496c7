#!/usr/bin/env node
import { FORMATS, type Format } from '../data/formats/formats.js';
import { gravestFirst, type Issue } from '../data/issue.js';
import { readTimeline } from '../data/parse-timeline.js';
import { CONVERSIONS } from './conversions.js';
import { node, type Output } from './node.js';
import { readSource } from './read-source.js';
import { summaryOf } from './summary.js';

const HELP = `Checks the data of a timeline, or converts them.

timeline-view check FILE|URL|- [--format WORD] [--columns FIELD=COLUMN,…] [--to WORD]

  --format   ${['auto', ...Object.keys(FORMATS)].join(', ')}
  --columns  which column of a table holds which field: title=Headline,start=From
  --to       ${Object.keys(CONVERSIONS).join(', ')}: writes the data to the standard output
  --help, --version

Exit code: 0, or 1 where anything is an error, or 2 where the command is.
`;

/** A command that can't be followed. */
class UsageError extends Error {}

interface Command {
  readonly place: string;
  readonly format: Format;
  readonly columns?: Readonly<Record<string, string>>;
  readonly to?: string;
}

/** Returns what is asked for, or the answer where it is a question. Throws a `UsageError`. */
async function readCommand(args: readonly string[]): Promise<Command | string> {
  const { values, positionals } = parseArguments(args);
  if (values.help) return HELP;
  if (values.version) return `${await version()}\n`;
  const [command, place, ...others] = positionals;
  if (command !== 'check' || !place || others.length)
    throw new UsageError('expected: timeline-view check FILE|URL|-');
  const { format = 'auto', to, columns } = values as Readonly<Record<string, string | undefined>>;
  if (format !== 'auto' && !Object.hasOwn(FORMATS, format))
    throw new UsageError(`unknown format: "${format}"`);
  if (to && !Object.hasOwn(CONVERSIONS, to)) throw new UsageError(`can't convert to: "${to}"`);
  return {
    place,
    format: format as Format,
    ...(to && { to }),
    ...(columns && { columns: readColumns(columns) }),
  };
}

function parseArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return node.getBuiltinModule('node:util').parseArgs({
      args,
      allowPositionals: true,
      options: { format: text, columns: text, to: text, help: { ...flag, short: 'h' }, version: flag },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readColumns(text: string): Readonly<Record<string, string>> {
  const pairs = text.split(',').map(pair => pair.split(/=(.*)/s, 2).map(side => side.trim()));
  if (pairs.some(([field, column]) => !field || !column))
    throw new UsageError(`can't read the columns: "${text}"; expected title=Headline,start=From`);
  return Object.fromEntries(pairs) as Record<string, string>;
}

async function version(): Promise<string> {
  const bytes = await node
    .getBuiltinModule('node:fs/promises')
    .readFile(new URL('../../package.json', import.meta.url));
  return (JSON.parse(new TextDecoder().decode(bytes)) as { version: string }).version;
}

/** Does what is asked for and returns the exit code. */
async function check({ place, format, columns, to }: Command): Promise<number> {
  const { bytes, charset, ...hints } = await readSource(place);
  const { table, issues } = await readTimeline(
    { bytes, ...(charset && { charset }) },
    { ...hints, format, ...(columns && { columns }) },
  );
  const document = table.toDocument();
  const report = to ? node.stderr : node.stdout;
  for (const issue of gravestFirst(issues)) report.write(`${line(issue, report)}\n`);
  report.write(`${styled('bold', summaryOf(document, issues), report)}\n`);
  if (to) {
    const { text, leftOut = [] } = (await CONVERSIONS[to]!())(document);
    node.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
    for (const what of leftOut) report.write(`left out of ${to}: ${what}\n`);
  }
  return issues.some(({ severity }) => severity === 'error') ? 1 : 0;
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
  else node.exitCode = await check(command);
} catch (error) {
  const isUsage = error instanceof UsageError;
  node.stderr.write(`${(error as Error).message}\n${isUsage ? '\n' + HELP : ''}`);
  node.exitCode = isUsage ? 2 : 1;
}
