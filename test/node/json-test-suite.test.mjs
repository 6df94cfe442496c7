// JSONTestSuite by Nicolas Seriot: y_ must be read, n_ must be refused, i_ may be either.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parseTimeline } from 'timeline-view/core.js';

const folder = fileURLToPath(new URL('../../../shared/fixtures/nasty/jsontestsuite/', import.meta.url));
const skip = existsSync(folder) ? false : 'the shared fixtures are not there';

describe('JSONTestSuite', { skip }, () => {
  const files = skip ? [] : readdirSync(folder).filter(file => file.endsWith('.json'));
  const faultsOf = async file => {
    const { issues } = await parseTimeline(new Uint8Array(readFileSync(folder + file)), {
      format: 'json',
    });
    return issues.filter(({ code }) => code === 'invalid-json' || /no data/.test(issues[0].message));
  };

  it('is all there', () => assert.ok(files.length > 100));

  it('n_ is refused with line and column', async () => {
    for (const file of files.filter(name => name.startsWith('n_'))) {
      const [fault] = await faultsOf(file);
      assert.ok(fault, file);
      if (!/no data/.test(fault.message)) assert.match(fault.path, /^line \d+, column \d+$/, file);
    }
  });

  it('y_ is read', async () => {
    for (const file of files.filter(name => name.startsWith('y_')))
      assert.deepEqual(await faultsOf(file), [], file);
  });

  it('i_ is read or refused, and never throws', async () => {
    for (const file of files.filter(name => name.startsWith('i_'))) await faultsOf(file);
  });
});
