import { english, type Strings } from './english.js';
import { canonicalTag, fallbacks } from './locale-tag.js';
import { tellTranslation } from './register-translation.js';
import { es } from './translations/es.js';

/** The languages that are loaded when they are needed; English and Spanish always are there. */
const LOADERS: Readonly<Record<string, () => Promise<Strings>>> = {
  ar: async () => (await import('./translations/ar.js')).ar,
  de: async () => (await import('./translations/de.js')).de,
  fa: async () => (await import('./translations/fa.js')).fa,
  fr: async () => (await import('./translations/fr.js')).fr,
  he: async () => (await import('./translations/he.js')).he,
  hi: async () => (await import('./translations/hi.js')).hi,
  ja: async () => (await import('./translations/ja.js')).ja,
  pt: async () => (await import('./translations/pt.js')).pt,
  ru: async () => (await import('./translations/ru.js')).ru,
  zh: async () => (await import('./translations/zh.js')).zh,
};

const known = new Map<string, Strings>([
  ['en', english],
  ['es', es],
]);
const loading = new Map<string, Promise<void>>();

/** The built-in texts of exactly this tag, if they are there. */
export const builtInTranslation = (tag: string): Strings | undefined => known.get(tag);

/**
 * Makes the built-in texts of a language known, so that `formatDate` can speak it: those of `pt` for `pt-BR`. Timelines do
 * this by themselves. Resolves with whether there are any; rejects where they could not be loaded, and the next call
 * tries again.
 */
export async function loadTranslation(locale: string): Promise<boolean> {
  const tags = [...fallbacks(canonicalTag(locale))];
  const name = tags.find(tag => known.has(tag) || Object.hasOwn(LOADERS, tag));
  if (name === undefined) return false;
  if (!known.has(name)) {
    if (!loading.has(name)) loading.set(name, load(name));
    await loading.get(name);
  }
  return true;
}

async function load(name: string): Promise<void> {
  try {
    known.set(name, await LOADERS[name]!());
    tellTranslation(name);
  } finally {
    loading.delete(name);
  }
}
