import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { schemaFile, schemaText } from '../lib/write-schema.mjs';

it('data/timeline.schema.json is what the shapes in src/data say', async () => {
  assert.equal(readFileSync(schemaFile, 'utf8'), await schemaText(), 'write it anew: npm run schema');
});
