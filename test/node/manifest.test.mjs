// custom-elements.json is made from the docstring of the class; here it is compared with what the code does.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
if (!existsSync(`${root}dist/custom-elements.json`)) throw new Error('dist/ is missing: npm run build');
const manifest = JSON.parse(readFileSync(`${root}dist/custom-elements.json`, 'utf8'));
const element = manifest.modules
  .flatMap(({ declarations }) => declarations ?? [])
  .find(({ tagName }) => tagName === 'timeline-view');
const { TimelineView } = await import('timeline-view/timeline-view.js');

const sources = readdirSync(`${root}src`, { recursive: true })
  .filter(file => file.endsWith('.ts'))
  .map(file => readFileSync(`${root}src/${file}`, 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, ''))
  .join('\n');
const inSources = pattern =>
  new Set([...sources.matchAll(pattern)].flatMap(match => match.slice(1).filter(Boolean)));
const sorted = iterable => [...new Set(iterable)].sort();
const documented = list => sorted((element[list] ?? []).map(({ name }) => name));
const withoutDescription = list =>
  (element[list] ?? []).filter(({ description }) => !description).map(({ name }) => name);

describe('custom-elements.json', () => {
  it('knows the element', () =>
    assert.ok(element, 'no @tagname timeline-view in the docstring of the class'));

  it('has the attributes that the class observes', () => {
    const observed = TimelineView.observedAttributes.filter(name => !name.startsWith('aria-'));
    assert.deepEqual(
      documented('attributes').filter(name => !['lang', 'dir'].includes(name)),
      sorted(observed.filter(name => !['lang', 'dir'].includes(name))),
    );
    assert.deepEqual(withoutDescription('attributes'), []);
  });

  it('has every public property and method, with a description', () => {
    const members = element.members.filter(({ inheritedFrom }) => !inheritedFrom);
    const names = members.map(({ name }) => name);
    const types = readFileSync(`${root}dist/timeline-view.d.ts`, 'utf8');
    for (const [name, { state }] of TimelineView.elementProperties)
      if (!state && !new RegExp(`(private|protected) ${name}\\b`).test(types))
        assert.ok(names.includes(name), `no property ${name}`);
    assert.deepEqual(
      members.filter(({ description }) => !description).map(({ name }) => name),
      [],
    );
  });

  it('has the events that the code sends', () => {
    const sent = inSources(/['"`](timeline-[a-z-]+)['"`]/g);
    // The tag, a message between windows, a highlight.
    for (const name of ['timeline-view', 'timeline-permalink', 'timeline-view-hit']) sent.delete(name);
    assert.deepEqual(documented('events'), sorted(sent));
    assert.deepEqual(withoutDescription('events'), []);
  });

  it('has the parts that the templates name', () => {
    const used = new Set();
    for (const [, value] of sources.matchAll(/\bpart="((?:[^"$]|\$\{[^}]*\})*)"/g)) {
      const literal = value.replace(/\$\{([^}]*)\}/g, (_, code) =>
        [...code.matchAll(/['"`]([^'"`]*)['"`]/g)].map(([, text]) => text).join(' '),
      );
      for (const name of literal.split(/\s+/).filter(Boolean)) used.add(name);
    }
    for (const name of inSources(/setAttribute\('part', '([a-z-]+)'\)/g)) used.add(name);
    assert.deepEqual(documented('cssParts'), sorted(used));
    assert.deepEqual(withoutDescription('cssParts'), []);
  });

  it('has the custom properties that the styles read', () => {
    assert.deepEqual(
      documented('cssProperties'),
      sorted(inSources(/(--timeline-[a-z0-9-]*[a-z0-9])\b(?!-)/g)),
    );
    assert.deepEqual(withoutDescription('cssProperties'), []);
  });

  it('has the states that the code sets', async () => {
    const { showStates } = await import('../../dist/controllers/custom-states.js');
    const states = { add: name => set.add(name), delete: name => set.add(name) };
    const set = new Set();
    showStates({ states }, { loading: true, failure: null }, true);
    assert.deepEqual(documented('cssStates'), sorted(set));
    assert.deepEqual(withoutDescription('cssStates'), []);
  });

  it('has the slots that the templates open', () => {
    const open = sorted(inSources(/<slot name="([a-z-]+)"/g));
    const named = documented('slots').filter(name => name && !name.startsWith('event:'));
    assert.deepEqual(named, open);
    assert.equal(
      documented('slots').some(name => name.startsWith('event:')),
      /`event:\$\{.*`/.test(sources),
    );
  });
});

describe('the README', () => {
  const style = /\n## Style\n([^]*?)\n## /.exec(readFileSync(`${root}README.md`, 'utf8'))[1];

  it('has every custom property and every part', () => {
    const colors = Array.from({ length: 6 }, (_, i) => `--timeline-color-${i + 2}`);
    const properties = [...style.matchAll(/`(--timeline-[\w-]+)`/g)].map(([, name]) => name);
    assert.deepEqual(sorted([...properties, ...colors]), documented('cssProperties'));
    const parts = /Parts for `::part\(\)`: `([^`]*)`/.exec(style)[1].split(/\s+/);
    assert.deepEqual(sorted(parts), documented('cssParts'));
  });
});

describe('the gallery', () => {
  const gallery = readFileSync(`${root}demo/gallery.html`, 'utf8');
  const tags = [...gallery.matchAll(/<timeline-view\b[^>]*>/g)].join('\n');
  const own = kind =>
    element.members.filter(
      member =>
        member.kind === kind && !member.inheritedFrom && !member.static && member.privacy !== 'private',
    );
  const without = (list, pattern, text = gallery) =>
    list.map(({ name }) => name).filter(name => !new RegExp(pattern(name)).test(text));

  it('has an example with each attribute', () => {
    // It takes a page around the page.
    const around = readFileSync(`${root}demo/permalink-host.js`, 'utf8');
    assert.deepEqual(
      without(element.attributes, name => `\\s${name}(?=[\\s=>])`, tags + around),
      [],
    );
  });

  it('has an example with each property that is no attribute', () => {
    const properties = own('field').filter(({ attribute }) => !attribute);
    assert.deepEqual(
      without(properties, name => `\\.${name}\\b`),
      [],
    );
  });

  it('has an example with each method and each event', () => {
    assert.deepEqual(
      without(own('method'), name => `\\.${name}\\(`),
      [],
    );
    assert.deepEqual(
      without(element.events, name => `'${name}'`),
      [],
    );
  });
});
