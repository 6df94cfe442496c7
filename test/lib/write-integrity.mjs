// Writes dist/cdn/integrity.json: by the name of each script there, what a page puts into `integrity`.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { cdnFile, ceilings } from './cdn-size.mjs';

const hashOf = name =>
  `sha384-${createHash('sha384')
    .update(readFileSync(cdnFile(name)))
    .digest('base64')}`;

writeFileSync(
  cdnFile('integrity.json'),
  `${JSON.stringify(Object.fromEntries(Object.keys(ceilings).map(name => [name, hashOf(name)])), null, 2)}\n`,
);
