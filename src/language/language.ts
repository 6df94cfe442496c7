import { english, type StringKey, type Strings } from './english.js';
import { calendarOf, numberFormat, pluralRules } from './intl.js';
import { builtInTranslation } from './load-translation.js';
import { canonicalTag, FALLBACK, fallbacks } from './locale-tag.js';
import type { Phrase } from './phrase.js';
import { translationFor } from './register-translation.js';

/** Texts and formats of one language. */
export interface Language {
  /** A tag that `Intl` knows. */
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The calendar of `Intl` in which dates are told, as the tag says (`fa-u-ca-persian`); `gregory` where absent. */
  readonly calendar?: string;
  /**
   * The text, its `{name}`s filled in. A number is written as the language writes numbers (a year is
   * no such number: pass text); `count` chooses the plural form, `ordinal` the form of first, second, third.
   */
  say(key: StringKey, params?: Readonly<Record<string, string | number>>): string;
  number(n: number): string;
  /** A count in at most four characters, as far as that goes: `999`, `1.2k`, `34k`, `1M`. The prefixes are those of the SI. */
  shortNumber(n: number): string;
}

const RIGHT_TO_LEFT = /^(Adlm|Arab|Aran|Hebr|Mand|Nkoo|Rohg|Samr|Syrc|Thaa)$/;
const plain = new Map<string, Language>();
const overridden = new WeakMap<object, Map<string, Language>>();

/**
 * The language of a tag, as pages write it: `en_US`, `C.UTF-8` or nonsense never throws, what `Intl`
 * does not know is formatted as English. The same arguments give the same object, and translations
 * registered later are found.
 */
export function languageFor(tag: string | null | undefined, overrides?: Partial<Strings>): Language {
  let known = plain;
  if (overrides) {
    known = overridden.get(overrides) ?? new Map<string, Language>();
    overridden.set(overrides, known);
  }
  const key = tag ?? '';
  let language = known.get(key);
  if (!language) {
    if (known.size > 32) known.clear();
    known.set(key, (language = makeLanguage(canonicalTag(key), overrides)));
  }
  return language;
}

function makeLanguage(tag: string, overrides?: Partial<Strings>): Language {
  // Without this, a tag that Intl does not know would silently mean the language of the machine.
  const locale = Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? FALLBACK;
  const number = (n: number): string => numberFormat(locale).format(n);
  const tags = [...fallbacks(tag)];
  // Only what a tag says is asked of it: to look at a calendar takes the first of all questions milliseconds.
  const asked = locale.includes('-ca-') ? calendarOf(new Intl.Locale(locale).calendar) : 'gregory';

  return {
    locale,
    calendar: asked === 'gregory' ? undefined : asked,
    direction: RIGHT_TO_LEFT.test(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr',
    number,
    shortNumber: n => shortNumber(n, locale),
    say(key, params = {}) {
      let phrase = overrides?.[key] ?? phraseIn(tags, key);
      let spoken = locale;
      if (phrase === undefined) {
        phrase = english[key];
        spoken = FALLBACK; // English forms follow English rules, whatever language the numbers are in.
      }
      if (typeof phrase !== 'string') {
        const { count, ordinal } = params;
        const rule = pluralRules(spoken, ordinal === undefined ? 'cardinal' : 'ordinal');
        phrase = phrase[rule.select(Number(ordinal ?? count))] ?? phrase.other;
      }
      return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = params[name];
        return value === undefined ? whole : typeof value === 'number' ? number(value) : value;
      });
    },
  };
}

/** The text that is registered for the first of some tags that has one; else the built-in one. */
function phraseIn(tags: readonly string[], key: StringKey): Phrase | undefined {
  for (const textsOf of [translationFor, builtInTranslation])
    for (const tag of tags) {
      const phrase = textsOf(tag)?.[key];
      if (phrase !== undefined && phrase !== null) return phrase;
    }
  return undefined;
}

function shortNumber(n: number, locale: string): string {
  const rounded = n < 1000 ? n : Number(n.toPrecision(2));
  const [unit, prefix] = rounded < 1000 ? [1, ''] : rounded < 1e6 ? [1000, 'k'] : [1e6, 'M'];
  return numberFormat(locale).format(rounded / unit) + prefix;
}
