// Writes what a page needs to show a timeline: the tag, a frame, a file of its own.
import { ATTRIBUTES } from './embed-state.js';
import { declarationsOf } from './embed-theme.js';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = text => text.replace(/[&<>"]/g, character => ENTITIES[character]);

/** JSON that ends no script. */
const inScript = value => JSON.stringify(value, null, 2).replaceAll('<', '\\u003c');

/** A rule for the element; empty where nothing is set. */
function ruleOf(state) {
  const set = Object.entries(declarationsOf(state)).map(([name, value]) => `  ${name}: ${value};\n`);
  return set.length ? `<style>\ntimeline-view {\n${set.join('')}}\n</style>\n` : '';
}

/** The element with its data: at an address, or in it. */
function elementOf(state, document) {
  const names = [...(state.src ? ['src', 'format'] : []), ...ATTRIBUTES];
  const set = names.filter(name => state[name] && !(name === 'format' && state[name] === 'auto'));
  const tag = ['timeline-view', ...set.map(name => `${name}="${escaped(state[name])}"`)].join(' ');
  if (state.src) return `<${tag}></timeline-view>\n`;
  return `<${tag}>\n<script type="application/json">\n${inScript(document)}\n</script>\n</timeline-view>\n`;
}

/** The tag and the script that makes it, which lies at an address. */
export const tagOf = (state, document, script) =>
  `<script type="module" src="${escaped(script)}"></script>\n${ruleOf(state)}${elementOf(state, document)}`;

/** A frame that shows the page at an address, which has all of the state in its fragment. */
export const frameOf = (address, title, height) =>
  `<iframe\n  src="${escaped(address)}"\n  title="${escaped(title)}"\n  width="100%"\n  height="${height}"\n  loading="lazy"\n  referrerpolicy="no-referrer"\n></iframe>\n`;

/** What most readers may ask for; a language other than English and Spanish besides. */
const PARTS = ['column', 'search', 'help', 'menu', 'export'];
const BUILT_IN = ['', 'en', 'es'];

const sourceOf = async address => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: status ${answer.status}`);
  return (await answer.text()).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
};

/**
 * A page that has all in itself: the data, the element and the files that it loads from beside it, which a map of imports
 * gives it in place of those. `folder` is where they lie here.
 */
export async function fileOf(state, document, folder) {
  const [lang] = state.lang.split('-');
  const parts = BUILT_IN.includes(lang) ? PARTS : [...PARTS, `translations/${lang}`];
  const address = name => new URL(`${name}.js`, folder).href;
  const [main, ...others] = await Promise.all(
    ['timeline-view', ...parts].map(name => sourceOf(address(name))),
  );
  if (/<!--|<\/?script/i.test(main)) throw new Error('The script can’t stand within a page.');
  const imports = Object.fromEntries(
    parts.map((name, i) => [
      `./${name}.js`,
      `data:text/javascript;charset=utf-8,${encodeURIComponent(others[i])}`,
    ]),
  );
  const title = escaped(state.label || document.title || 'Timeline');
  return `<!doctype html>
<html lang="${escaped(state.lang || document.lang || 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { margin: 1rem auto; max-width: 80rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
</style>
${ruleOf(state)}</head>
<body>
<main>
${elementOf({ ...state, src: '' }, document)}</main>
<script type="importmap">
${inScript({ imports })}
</script>
<script type="module">
${main}</script>
</body>
</html>
`;
}
