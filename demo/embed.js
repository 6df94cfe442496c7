// Makes a timeline of what a reader pastes, drops, opens or names, and the code that takes it into another page.
import { fileOf, frameOf, tagOf } from './embed-code.js';
import { fetchText, read, textOf } from './embed-data.js';
import { ATTRIBUTES, readState, writeState } from './embed-state.js';
import { sheetOf } from './embed-theme.js';
import { show } from './embed-view.js';

const EXAMPLE = {
  name: 'moons.csv',
  label: 'Who saw the moons of Jupiter first',
  text: `date,title,lane,status,summary
1609-12,Marius sees them first,Marius,disputed,By his own account of 1614
1610-01-07,Galileo sees three of them,Galileo,confirmed,"A fourth on 13 January"
1610-03-13,Sidereus Nuncius is published,Galileo,confirmed,
1611,Kepler confirms them in print,Others,confirmed,
1614,Mundus Iovialis is published,Marius,confirmed,Gives the moons the names that they bear
1623-10,Galileo accuses Marius of copying,Galileo,confirmed,In Il Saggiatore
`,
};

/** A text that is longer is not shown, for the field would be slow. */
const LONGEST = 300_000;
/** Issues that are listed. */
const MOST = 100;
/** Ms after the last letter. */
const PAUSE = 250;
/** Ms that a browser may take to fetch what is saved. */
const PATIENCE = 60_000;

const byId = id => document.getElementById(id);
const form = byId('desk');
const field = byId('text');
const timeline = document.querySelector('timeline-view');

/** The data and where they are from; what else there is of a state is in the form. */
let source = { text: '', name: '', src: '' };
let made = { document: { events: [] }, events: [], issues: [] };
/** Of several updates the last one counts. */
let turn = 0;

const stateOf = () => {
  const { text: _, src: __, ...options } = Object.fromEntries(new FormData(form));
  return { ...options, ...source };
};

function fill(state) {
  for (const element of form.elements)
    if (element.name && element.name in state) element.value = state[element.name];
  setSource(state);
}

function setSource({ text, name = '', src = '' }) {
  source = { text, name, src };
  byId('src').value = src;
  const isShown = text.length <= LONGEST;
  field.value = isShown ? text : '';
  field.placeholder = isShown ? '' : `${name || 'These data'}: too long to be shown here`;
}

/** Shows what the form says: the timeline, what is wrong, the code. */
async function update() {
  const mine = ++turn;
  const state = stateOf();
  const result = await read(state);
  const fragment = await writeState(state);
  const sheet = await sheetOf(state);
  if (mine !== turn) return;
  made = result;
  history.replaceState(history.state, '', fragment ?? location.pathname + location.search);
  show(timeline, state, made.document, sheet);
  tellCode(state, fragment, sheet);
  await timeline.ready;
  if (mine !== turn) return;
  // What is wrong with the data is told by their text, which the element has not seen.
  tellIssues([...made.issues, ...timeline.issues.filter(({ path }) => ATTRIBUTES.includes(path))]);
}

function tellIssues(issues) {
  const { document: data } = made;
  const count = `${data.events.length} event${data.events.length === 1 ? '' : 's'}`;
  const faults = `${issues.length} issue${issues.length === 1 ? '' : 's'}`;
  byId('told').textContent = `${count}, ${issues.length ? faults : 'nothing wrong'}.`;
  const rest = issues.length - MOST;
  byId('issues').replaceChildren(
    ...issues.slice(0, MOST).map(issueItem),
    ...(rest > 0 ? [moreItem(rest)] : []),
  );
}

function issueItem({ line, message, severity, path }) {
  const item = document.createElement('li');
  item.dataset.severity = severity;
  const lead = (textContent, go) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent });
    button.addEventListener('click', go);
    item.append(button, ' ');
  };
  if (ATTRIBUTES.includes(path)) lead(byId(path).labels[0].textContent, () => byId(path).focus());
  else if (line && field.value) lead(`Line ${line}`, () => selectLine(line));
  else if (line) item.append(`Line ${line}: `);
  item.append(message);
  return item;
}

function moreItem(count) {
  const item = document.createElement('li');
  item.textContent = `and ${count} more`;
  return item;
}

/** Selects a line of the data and brings it into sight. */
function selectLine(line) {
  const lines = field.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  field.focus();
  field.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  const height = field.scrollHeight / Math.max(lines.length, field.rows);
  field.scrollTop = Math.max(0, (line - 3) * height);
}

const here = path => new URL(path, location.href).href;

function tellCode(state, fragment, sheet) {
  byId('tag').textContent = tagOf(state, made.document, here('../dist/cdn/timeline-view.js'), sheet);
  const title = state.label || made.document.title || 'Timeline';
  byId('frame').textContent = fragment === null ? '' : frameOf(here('frame.html') + fragment, title, 700);
  byId('frame-note').textContent =
    fragment === null
      ? 'These data are too long for an address: take the tag or the file, or put the data on the web and name where they are.'
      : 'For systems that take frames alone. All data are in its address.';
  document.querySelector('[data-copies="frame"]').disabled = fragment === null;
}

const tell = words => (byId('done').textContent = words);

async function copy(id) {
  const code = byId(id);
  try {
    await navigator.clipboard.writeText(code.textContent);
    tell('Copied.');
  } catch {
    getSelection().selectAllChildren(code);
    tell('Press Ctrl+C or ⌘C to copy what is selected.');
  }
}

async function save() {
  tell('');
  try {
    const html = await fileOf(stateOf(), made, here('../dist/cdn/'));
    const url = URL.createObjectURL(new Blob([html], { type: 'text/html' }));
    Object.assign(document.createElement('a'), { href: url, download: 'timeline.html' }).click();
    setTimeout(() => URL.revokeObjectURL(url), PATIENCE);
    tell('Saved timeline.html.');
  } catch (error) {
    tell(`The file could not be made. ${error.message}`);
  }
}

async function open(file) {
  if (!file) return;
  setSource({ text: textOf(await file.arrayBuffer()), name: file.name });
  await update();
}

async function load(src = byId('src').value.trim()) {
  const told = byId('told');
  if (!src) return byId('src').focus();
  told.textContent = 'Loading…';
  try {
    setSource({ ...(await fetchText(src)), src });
    return await update();
  } catch (error) {
    return (told.textContent = error.message);
  }
}

/** Whether a text begins as the one before it, and so is likely the same one with changes. */
const isSameKind = text => text.slice(0, 8) === source.text.slice(0, 8);

let pause;
form.addEventListener('input', ({ target }) => {
  if (target.type === 'file' || target.id === 'src') return;
  // What is changed here is no longer what lies at the address; other data have no name.
  if (target === field)
    source = { text: field.value, name: isSameKind(field.value) ? source.name : '', src: '' };
  clearTimeout(pause);
  pause = setTimeout(update, PAUSE);
});
byId('src').addEventListener('keydown', event => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  load();
});
byId('file').addEventListener('change', ({ target }) => open(target.files[0]));
byId('load').addEventListener('click', () => load());
byId('save').addEventListener('click', save);
byId('example').addEventListener('click', () => {
  fill(EXAMPLE);
  update();
});
for (const button of document.querySelectorAll('[data-copies]'))
  button.addEventListener('click', () => copy(button.dataset.copies));

const drop = byId('source');
for (const kind of ['dragenter', 'dragover'])
  drop.addEventListener(kind, event => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    drop.classList.add('over');
  });
drop.addEventListener('dragleave', ({ relatedTarget }) => {
  if (!drop.contains(relatedTarget)) drop.classList.remove('over');
});
drop.addEventListener('drop', event => {
  drop.classList.remove('over');
  const [file] = event.dataTransfer.files;
  if (!file) return;
  event.preventDefault();
  open(file);
});

/** Takes up what the address says; an example where it says nothing. */
async function follow() {
  const state = await readState(location.hash);
  fill(state ?? EXAMPLE);
  if (state?.src) await load(state.src);
  else await update();
}

addEventListener('hashchange', follow);
await customElements.whenDefined('timeline-view');
await follow();
