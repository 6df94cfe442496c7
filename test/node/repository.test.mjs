import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lock = JSON.parse(readFileSync(`${root}package-lock.json`, 'utf8'));
const packages = Object.entries(lock.packages).filter(([path]) => path);

describe('the lock file', () => {
  it('names no download address', () => {
    assert.deepEqual(
      packages.filter(([, entry]) => entry.resolved).map(([path]) => path),
      [],
    );
    for (const [path, { integrity, inBundle }] of packages)
      assert.ok(integrity || inBundle, `${path} has no integrity`);
  });

  it('holds every optional package that it names, so that npm ci takes it on every platform', () => {
    const missing = [];
    for (const [path, { optionalDependencies = {} }] of packages)
      for (const name of Object.keys(optionalDependencies)) {
        const places = path
          .split('/node_modules/')
          .map((_, i, parts) => parts.slice(0, i + 1).join('/node_modules/'));
        const found = ['', ...places.map(place => `${place}/`)].some(
          place => lock.packages[`${place}node_modules/${name}`],
        );
        if (!found) missing.push(`${path} → ${name}`);
      }
    assert.deepEqual(missing, []);
  });

  it('pins what the project is made with to one version each, and lets none of it run a script', () => {
    const { devDependencies } = lock.packages[''];
    assert.deepEqual(
      Object.entries(devDependencies).filter(([, range]) => !/^\d+\.\d+\.\d+$/.test(range)),
      [],
    );
    assert.match(readFileSync(`${root}.npmrc`, 'utf8'), /^ignore-scripts=true$/m);
    const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
    const hooks = Object.keys(scripts).filter(name =>
      /^(pre|post)?(install|prepare|publish|pack)/.test(name),
    );
    assert.deepEqual(hooks, []);
  });

  it('brings few packages to those who use the element, and no install scripts', () => {
    const shipped = packages.filter(([, entry]) => !entry.dev && !entry.devOptional);
    assert.ok(Object.keys(lock.packages[''].dependencies).length <= 8);
    assert.ok(shipped.length <= 20, `${shipped.length} packages`);
    assert.deepEqual(
      shipped.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path),
      [],
    );
  });
});

describe('the files of the repository', () => {
  const git = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  const files = (git.stdout ?? '').split('\0').filter(file => file && existsSync(root + file));
  const skip = git.status !== 0 || !files.includes('package.json') ? 'not a git checkout' : false;

  it('name no directory of the machine they were made on, and no other package host', { skip }, () => {
    const machine = new RegExp(['/work' + '/', '/root' + '/', '/home' + '/', '/Users' + '/'].join('|'));
    const hosts = /\b(registry|npm|verdaccio|artifactory|nexus)\.(?!npmjs\.org)[a-z0-9.-]+\.[a-z]+[:/]/i;
    for (const file of files) {
      const text = readFileSync(root + file, 'utf8');
      assert.doesNotMatch(text, hosts, file);
      if (!file.endsWith('package-lock.json')) assert.doesNotMatch(text, machine, file);
    }
  });

  it('lie where the top level has room for them', { skip }, () => {
    const top = new Set(files.map(file => file.split('/')[0]).filter(name => !name.startsWith('.')));
    const known =
      'package.json package-lock.json tsconfig.json vite.config.ts src data demo test README.md LICENSE SECURITY.md CHANGELOG.md';
    assert.deepEqual(
      [...top].filter(name => !known.split(' ').includes(name)),
      [],
    );
  });
});
