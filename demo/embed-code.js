// Writes what a page needs to show a timeline: the tag, a frame, a file of its own.
import { component } from './embed-data.js';
import { ATTRIBUTES } from './embed-state.js';
import { sheetOf } from './embed-theme.js';

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = text => text.replace(/[&<>"]/g, character => ENTITIES[character]);

/** JSON that ends no script. */
const inScript = value => JSON.stringify(value, null, 2).replaceAll('<', '\\u003c');

/** The tag of a style sheet; none where it is empty. */
const styleOf = sheet => (sheet ? `<style>\n${sheet}</style>\n` : '');

/** The element with its data, at an address or in it, and with a text for readers without scripts. */
function elementOf(state, document, text = '') {
  const names = [...(state.src ? ['src', 'format'] : []), ...ATTRIBUTES, 'heading-level'];
  const set = names.filter(name => state[name] && !(name === 'format' && state[name] === 'auto'));
  const tag = ['timeline-view', ...set.map(name => `${name}="${escaped(state[name])}"`)].join(' ');
  if (state.src) return `<${tag}></timeline-view>\n`;
  return `<${tag}>\n<script type="application/json">\n${inScript(document)}\n</script>\n${text}</timeline-view>\n`;
}

/** The tag and the script that makes it, which lies at an address. */
export const tagOf = (state, document, script, sheet) =>
  `<script type="module" src="${escaped(script)}"></script>\n${styleOf(sheet)}${elementOf(state, document)}`;

/** A frame that shows the page at an address, which has all of the state in its fragment. */
export const frameOf = (address, title, height) =>
  `<iframe\n  src="${escaped(address)}"\n  title="${escaped(title)}"\n  width="100%"\n  height="${height}"\n  loading="lazy"\n  referrerpolicy="no-referrer"\n></iframe>\n`;

/** What most readers may ask for; a language other than English and Spanish besides. */
const PARTS = ['column', 'chosen', 'media', 'search', 'help', 'menu', 'export'];
const BUILT_IN = ['', 'en', 'es'];

const sourceOf = async address => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: status ${answer.status}`);
  return (await answer.text()).replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
};

/** The files beside the element by names that no place can change: a page that is sent has no address of its own. */
const named = source =>
  source.replace(/\bimport\((["'`])\.\/([\w/-]+\.js)\1\)/g, 'import("timeline-view/$2")');

/** The events as a list, for readers without scripts; the element goes by the JSON beside it. */
async function listOf(events, lang, timeZone) {
  const { formatDate, loadTranslation } = await component();
  await loadTranslation(lang);
  const start = ({ span }) => span?.start ?? Infinity;
  const words = ({ span, dateText = '' }) =>
    span ? formatDate(span, { locale: lang, ...(timeZone && { timeZone }) }) : dateText;
  const items = events
    .toSorted((a, b) => start(a) - start(b) || 0)
    .map(event => {
      const paragraphs = (event.summary ?? '').split(/\n\s*\n/).filter(Boolean);
      const texts = paragraphs.map(paragraph => `<p>${escaped(paragraph)}</p>`).join('');
      return `<li><p>${escaped(words(event))}</p><h2>${escaped(event.title)}</h2>${texts}</li>\n`;
    });
  return `<ol>\n${items.join('')}</ol>\n`;
}

/**
 * A page that has all in itself: the data, the element and the files that it loads from beside it, which a map of imports
 * gives it in place of those. `folder` is where they lie here.
 */
export async function fileOf(state, { document, events }, folder) {
  const parts = BUILT_IN.includes(state.lang) ? PARTS : [...PARTS, `translations/${state.lang}`];
  const address = name => new URL(`${name}.js`, folder).href;
  const [main, ...others] = await Promise.all(
    ['timeline-view', ...parts].map(name => sourceOf(address(name))),
  );
  if (/<!--|<\/?script/i.test(main)) throw new Error('The script can’t stand within a page.');
  const imports = Object.fromEntries(
    parts.map((name, i) => [
      `timeline-view/${name}.js`,
      `data:text/javascript;charset=utf-8,${encodeURIComponent(others[i])}`,
    ]),
  );
  const lang = state.lang || document.lang || 'en';
  const title = escaped(state.label || document.title || 'Timeline');
  const text = `<h1>${title}</h1>\n${await listOf(events, lang, state['time-zone'])}`;
  return `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>
body { margin: 1rem auto; max-width: 80rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
ol { padding: 0; list-style: none }
li { margin-block: 1.5rem }
li > * { margin-block: 0 0.25rem }
</style>
${styleOf(await sheetOf(state))}</head>
<body>
<main>
${elementOf({ ...state, src: '', 'heading-level': '1' }, document, text)}</main>
<script type="importmap">
${inScript({ imports })}
</script>
<script type="module">
${named(main)}</script>
</body>
</html>
`;
}
