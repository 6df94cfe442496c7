import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import { english, type StringKey, type Strings } from '../../src/language/english.js';
import { pluralRules } from '../../src/language/intl.js';
import { languageFor } from '../../src/language/language.js';
import { builtInTranslation, loadTranslation } from '../../src/language/load-translation.js';
import type { Phrase } from '../../src/language/phrase.js';
import { registerTranslation } from '../../src/language/register-translation.js';
import { roman } from '../../src/time/roman.js';

const LANGUAGES = ['ar', 'de', 'es', 'fa', 'fr', 'he', 'hi', 'ja', 'pt', 'ru', 'zh'];
const KEYS = Object.keys(english) as StringKey[];
/** By these a form is chosen as of first, second, third. */
const ORDINAL = new Set<StringKey>(['century', 'millennium']);
const tables = new Map<string, Strings>([['en', english]]);

before(async () => {
  expect(builtInTranslation('fr'), 'nothing is there before it is asked for').to.equal(undefined);
  for (const tag of LANGUAGES) {
    expect(await loadTranslation(tag)).to.equal(true);
    tables.set(tag, builtInTranslation(tag)!);
  }
});

const formsOf = (phrase: Phrase): [form: string, text: string][] =>
  typeof phrase === 'string' ? [['other', phrase]] : Object.entries(phrase);

const placeholders = (text: string): string[] =>
  [
    ...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => (name === 'roman' ? 'ordinal' : name!))),
  ].sort();

describe('the built-in translations', () => {
  it('have a text for everything, and no other', () => {
    for (const [tag, table] of tables) {
      expect(Object.keys(table).sort(), tag).to.eql([...KEYS].sort());
      for (const key of KEYS)
        for (const [form, text] of formsOf(table[key]))
          expect(text.trim(), `${tag} ${key} ${form}`).not.to.equal('');
    }
  });

  it('fill in what English fills in, but for a number that a form says in a word', () => {
    for (const [tag, table] of tables)
      for (const key of KEYS) {
        const wanted = placeholders(formsOf(english[key]).at(-1)![1]);
        const rule = pluralRules(tag, ORDINAL.has(key) ? 'ordinal' : 'cardinal');
        for (const [form, text] of formsOf(table[key])) {
          const only =
            Array.from({ length: 1000 }, (_, n) => n).filter(n => rule.select(n) === form).length === 1;
          const least = only ? wanted.filter(name => name !== 'count') : wanted;
          expect(placeholders(text).join(), `${tag} ${key} ${form}`).to.be.oneOf([
            wanted.join(),
            least.join(),
          ]);
        }
      }
  });

  it('have exactly the plural forms of their language, whatever the number', () => {
    const numbers = fc.oneof(fc.nat(200), fc.nat(), fc.constantFrom(1e6, 2e6, 1e9));
    for (const [tag, table] of tables)
      for (const key of KEYS) {
        const phrase = table[key];
        if (typeof phrase === 'string') continue;
        const rule = pluralRules(tag, ORDINAL.has(key) ? 'ordinal' : 'cardinal');
        const forms = rule.resolvedOptions().pluralCategories;
        expect(Object.keys(phrase).sort(), `${tag} ${key}`).to.eql([...forms].sort());
        fc.assert(
          fc.property(numbers, n => {
            const said = languageFor(tag).say(key, ORDINAL.has(key) ? { ordinal: n } : { count: n });
            for (const piece of phrase[rule.select(n)]!.split(/\{\w+\}/)) expect(said).to.include(piece);
          }),
          { seed: 7, numRuns: 40 },
        );
      }
  });

  it('are in their own language, as far as texts are long enough to tell', () => {
    const letters = (text: string): number => text.replace(/\{\w+\}|\P{L}/gu, '').length;
    const others = [...tables].filter(([tag]) => tag !== 'en');
    for (const [tag, table] of others)
      for (const key of KEYS)
        for (const [, text] of formsOf(table[key]))
          for (const [, own] of formsOf(english[key]))
            if (letters(own) > 12) expect(text, `${tag} ${key}`).not.to.equal(own);
  });
});

describe('plural forms in words', () => {
  const counts = [0, 1, 2, 3, 11, 100];
  const said = (tag: string): string[] => counts.map(count => languageFor(tag).say('events', { count }));

  it('of Arabic, Russian, Hebrew, English and Japanese, and of Polish, which a page registers', () => {
    // Engines differ over the digits of Arabic.
    expect(said('ar-u-nu-latn')).to.eql(['لا أحداث', 'حدث واحد', 'حدثان', '3 أحداث', '11 حدثًا', '100 حدث']);
    expect(said('ru')).to.eql([
      '0 событий',
      '1 событие',
      '2 события',
      '3 события',
      '11 событий',
      '100 событий',
    ]);
    expect(said('he')).to.eql([
      '0 אירועים',
      'אירוע אחד',
      'שני אירועים',
      '3 אירועים',
      '11 אירועים',
      '100 אירועים',
    ]);
    expect(said('en').join()).to.equal('0 events,1 event,2 events,3 events,11 events,100 events');
    expect(said('ja')).to.eql(counts.map(count => `${count}件の出来事`));
    const events = {
      one: '{count} wydarzenie',
      few: '{count} wydarzenia',
      many: '{count} wydarzeń',
      other: '{count} wydarzenia',
    };
    expect(said('pl').join()).to.equal('0 events,1 event,2 events,3 events,11 events,100 events');
    registerTranslation('pl', { events });
    expect(said('pl').join()).to.equal(
      '0 wydarzeń,1 wydarzenie,2 wydarzenia,3 wydarzenia,11 wydarzeń,100 wydarzeń',
    );
  });
});

describe('loadTranslation(locale)', () => {
  it('finds the language of a region, of a script and of a spelling', async () => {
    for (const tag of ['pt-BR', 'pt_PT', 'zh-Hant-HK', 'iw', 'fa-u-nu-latn', 'es-MX', 'en-US', 'ES'])
      expect(await loadTranslation(tag), tag).to.equal(true);
    for (const tag of ['pl', 'tlh', 'ptx']) expect(await loadTranslation(tag), tag).to.equal(false);
    expect(languageFor('pt-BR').say('close')).to.equal('Fechar');
    expect(languageFor('zh-TW').say('close')).to.equal('关闭');
    expect(languageFor('pl').say('close')).to.equal('Close');
  });

  it('leaves what is registered and what one element is given on top', () => {
    registerTranslation('es-MX', { close: 'Cierra' });
    expect(languageFor('es-MX').say('close')).to.equal('Cierra');
    expect(languageFor('es').say('close')).to.equal('Cerrar');
    registerTranslation('fr', { close: 'Ferme' });
    expect(languageFor('fr-CA').say('close')).to.equal('Ferme');
    expect(languageFor('fr').say('retry')).to.equal('Réessayer');
    expect(languageFor('fr', { close: 'X' }).say('close')).to.equal('X');
  });
});

describe('roman(n)', () => {
  it('is how Romans wrote it', () => {
    expect([1, 4, 9, 14, 19, 20, 21, 40, 90, 400, 1994, 3999].map(roman).join(' ')).to.equal(
      'I IV IX XIV XIX XX XXI XL XC CD MCMXCIV MMMCMXCIX',
    );
  });

  it('adds up to the number again', () => {
    const values = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3999 }), n => {
        const digits = [...roman(n)].map(letter => values[letter as 'I']);
        const sum = digits.reduce(
          (all, digit, i) => all + (digit < (digits[i + 1] ?? 0) ? -digit : digit),
          0,
        );
        expect(sum).to.equal(n);
        expect(roman(n)).not.to.match(/I{4}|X{4}|C{4}|VV|LL|DD/);
      }),
      { seed: 11 },
    );
  });
});
