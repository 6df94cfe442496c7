// data/timeline.schema.json is made from the shapes in src/data: npm run schema
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { format, resolveConfig } from 'prettier';

export const schemaFile = fileURLToPath(new URL('../../data/timeline.schema.json', import.meta.url));

/** The text that the file should have. */
export async function schemaText() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../src/data/json-schema.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const { toJsonSchema } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  );
  const options = await resolveConfig(schemaFile);
  return format(JSON.stringify(toJsonSchema()), { ...options, filepath: schemaFile });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(schemaFile, await schemaText());
