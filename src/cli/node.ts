/** What of Node is used here. Its own types would be seen by every file, and tell of a machine that browsers lack. */
interface Process {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: Output;
  readonly stderr: Output;
  exitCode?: number;
  getBuiltinModule(name: 'node:fs/promises'): { readFile(path: string | URL): Promise<Uint8Array> };
  getBuiltinModule(name: 'node:util'): {
    parseArgs(config: ParseArgsConfig): { values: Values; positionals: string[] };
    styleText(style: 'red' | 'yellow' | 'bold', text: string): string;
  };
}

export interface Output {
  readonly isTTY?: boolean;
  write(text: string): void;
  on(event: 'error', listener: (error: Failure) => void): void;
}

/** What Node throws where the system refuses something. */
export interface Failure {
  readonly code?: string;
}

interface ParseArgsConfig {
  readonly args: readonly string[];
  readonly options: Readonly<
    Record<string, { readonly type: 'string' | 'boolean'; readonly short?: string }>
  >;
  readonly allowPositionals: boolean;
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

declare const process: Process;

export const node = process;
