import { FORMATS, type Format } from '../data/formats/formats.js';
import { CONVERSIONS } from './conversions.js';
import { node } from './node.js';

export const HELP = `Checks the data of a timeline, converts them, or makes a page of them.

timeline-view check FILE|URL|- [--format WORD] [--columns FIELD=COLUMN,…] [--to WORD]
timeline-view html FILE|URL|- [--format WORD] [--columns FIELD=COLUMN,…] [--lang TAG] [--script ADDRESS]

  --format   ${['auto', ...Object.keys(FORMATS)].join(', ')}
  --columns  which column of a table holds which field: title=Headline,start=From
  --to       ${Object.keys(CONVERSIONS).join(', ')}: writes the data to the standard output
  --lang     the language of the page's dates and words; default that of the data, else en
  --script   where the page finds the element; default timeline-view/cdn/timeline-view.js
  --help, --version

html writes a whole page to the standard output, which can be read without its script.
Exit code: 0, or 1 where anything is an error, or 2 where the command is.
`;

/** A command that can't be followed. */
export class UsageError extends Error {}

/** Which options belong to which command. */
const OPTIONS = { check: ['format', 'columns', 'to'], html: ['format', 'columns', 'lang', 'script'] };

export interface Command {
  readonly name: keyof typeof OPTIONS;
  readonly place: string;
  readonly format: Format;
  readonly columns?: Readonly<Record<string, string>>;
  readonly to?: string;
  readonly lang?: string;
  readonly script?: string;
}

/** Returns what is asked for, or the answer where it is a question. Throws a `UsageError`. */
export async function readCommand(args: readonly string[]): Promise<Command | string> {
  const { values, positionals } = parseArguments(args);
  if (values.help) return HELP;
  if (values.version) return `${await version()}\n`;
  const [name = '', place, ...others] = positionals;
  if (!isName(name) || !place || others.length)
    throw new UsageError('expected: timeline-view check FILE|URL|- or timeline-view html FILE|URL|-');
  const misplaced = Object.keys(values).find(option => !OPTIONS[name].includes(option));
  if (misplaced) throw new UsageError(`"${name}" takes no --${misplaced}`);
  const { format = 'auto', columns, ...options } = values as Readonly<Record<string, string>>;
  const { to } = options;
  if (format !== 'auto' && !Object.hasOwn(FORMATS, format))
    throw new UsageError(`unknown format: "${format}"`);
  if (to && !Object.hasOwn(CONVERSIONS, to)) throw new UsageError(`can't convert to: "${to}"`);
  return {
    name,
    place,
    format: format as Format,
    ...options,
    ...(columns && { columns: readColumns(columns) }),
  };
}

const isName = (word: string): word is Command['name'] => Object.hasOwn(OPTIONS, word);

function parseArguments(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return node.getBuiltinModule('node:util').parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: text,
        columns: text,
        to: text,
        lang: text,
        script: text,
        help: { ...flag, short: 'h' },
        version: flag,
      },
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
