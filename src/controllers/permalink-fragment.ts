import type { PermalinkState } from './permalink-state.js';

/** Characters that a fragment may hold as they are, and that are good to read in dates and lists. */
const LEGIBLE = /%(2F|3A|2C|40|3B)/g;
/** No value is longer, read or written: what is, is none of ours. */
const LONGEST = 1_000;
/** Nor are all of them together. */
const MOST = 2_000;

/** Finds the parts of a prefix: what parts them from what is before, their key and their value. */
const parts = (prefix: string): RegExp => new RegExp(`(^|[?&])${prefix}\\.([a-z]+)=([^&]*)`, 'g');

/** What a fragment (without `#`) says under a prefix; what can't be decoded, or is too long, is left out. */
export function readFragment(fragment: string, prefix: string): PermalinkState {
  const state: Record<string, string> = {};
  for (const [, , key, value] of fragment.matchAll(parts(prefix))) {
    const text = value!.length <= LONGEST * 3 ? decoded(value!) : null;
    if (text !== null && text.length <= LONGEST) state[key!] = text;
  }
  return state;
}

/** The fragment without what it says under a prefix, as its other owners wrote it. */
export function withoutPrefix(fragment: string, prefix: string): string {
  const rest = fragment.replaceAll(parts(prefix), (_, before: string) =>
    before === '&' ? '' : `${before}\0`,
  );
  // Where ours came first, what follows takes its place.
  return rest.replaceAll(/\0&/g, '').replaceAll(/\?\0|\0/g, '');
}

/**
 * The fragment with that state under a prefix, after all that others keep there. A path, as routers keep it (`#/route`),
 * has its parts after a `?`.
 */
export function writeFragment(fragment: string, prefix: string, state: PermalinkState): string {
  let room = MOST;
  const written = Object.entries(state).flatMap(([key, value]) => {
    const part = `${prefix}.${key}=${encoded(value)}`;
    if (value.length > LONGEST || (room -= part.length + 1) < 0) return [];
    return [part];
  });
  const foreign = withoutPrefix(fragment, prefix);
  if (!foreign || !written.length) return foreign + written.join('&');
  const joint = /^!?\//.test(foreign) && !foreign.includes('?') ? '?' : '&';
  return foreign + joint + written.join('&');
}

const encoded = (text: string): string =>
  encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd')).replaceAll(LEGIBLE, decodeURIComponent);

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
