import { expect } from '@open-wc/testing';
import { listFiles } from './lib/browser-commands.js';

describe('every source', () => {
  it('can be imported; what no test imports counts as not covered', async () => {
    // The command line runs in Node, where its tests are; what is for React takes one, which its own test brings.
    const files =
      (await listFiles('src'))?.filter(file => /^src\/(?!cli\/|react\.ts).*\.ts$/.test(file)) ?? [];
    expect(files).to.include('src/index.ts');
    for (const file of files) await import(`/${file}`);
  });
});
