// What a timeline is made of here, and how it stands in the fragment of an address: nothing else keeps it.

/** What may be set on the tag, by attribute. */
export const ATTRIBUTES = [
  'label',
  'layout',
  'scale',
  'lane-by',
  'color-by',
  'view',
  'time-zone',
  'controls',
  'lang',
];
/** How data may be written. */
const FORMATS = [
  'json',
  'jsonl',
  'csv',
  'tsv',
  'timelinejs',
  'ics',
  'json-ld',
  'html',
  'markwhen',
  'vis',
  'sparql',
];
/** What the data are, and how the timeline looks. */
const FIELDS = ['src', 'name', 'format', 'height', 'theme', 'scheme', ...ATTRIBUTES];

/** Characters that a fragment takes at most: longer addresses are cut off where people pass them on. */
const LONGEST = 60_000;
/** Characters of data that are not even tried. */
const HOPELESS = 2e6;

const through = async (bytes, stream) =>
  new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());

/** A text, made shorter, in letters that an address may have. */
async function packed(text) {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  const binary = Array.from(bytes, byte => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

async function unpacked(letters) {
  const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, character => character.charCodeAt(0));
  return new TextDecoder().decode(await through(bytes, new DecompressionStream('deflate-raw')));
}

/** Returns a state as a fragment; null where the data are too long for one. */
export async function writeState({ text, ...fields }) {
  if (!fields.src && text?.length > HOPELESS) return null;
  const written = new URLSearchParams();
  for (const name of FIELDS) if (fields[name]) written.set(name, fields[name]);
  // Data that have an address of their own are not carried along.
  if (text && !fields.src) written.set('data', await packed(text));
  const fragment = `#${written}`;
  return fragment.length > LONGEST ? null : fragment;
}

/** Returns the state that a fragment tells of, null where it tells of none. What can't be read of it is left out. */
export async function readState(fragment) {
  const written = new URLSearchParams(fragment.replace(/^#/, ''));
  const fields = Object.fromEntries(FIELDS.map(name => [name, written.get(name) ?? '']));
  if (!FORMATS.includes(fields.format)) fields.format = '';
  const data = written.get('data');
  const text = data ? await unpacked(data).catch(() => '') : '';
  return text || fields.src ? { ...fields, text } : null;
}
