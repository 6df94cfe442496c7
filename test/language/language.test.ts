import { expect } from '@open-wc/testing';
import { english, type StringKey, type Strings } from '../../src/language/english.js';
import {
  calendarOf,
  clearIntlCache,
  dateFormat,
  intlCacheSize,
  isCalendar,
  listFormat,
  numberFormat,
} from '../../src/language/intl.js';
import { languageFor } from '../../src/language/language.js';
import { registerTranslation } from '../../src/language/register-translation.js';

describe('languageFor', () => {
  it('takes tags as pages write them, and English for what is none', () => {
    expect(languageFor('en_US').locale).to.equal('en-US');
    expect(languageFor('de_AT.UTF-8').locale).to.equal('de-AT');
    expect(languageFor(' pt-br ').locale).to.equal('pt-BR');
    expect(languageFor('zh-hans').locale).to.equal('zh-Hans');
    for (const tag of ['C', 'x', '', 'und', 'tlh', '-', 'en--us', '💥', 'a'.repeat(500), null, undefined])
      expect(languageFor(tag).locale, String(tag)).to.equal('en');
  });

  it('gives the same object for the same arguments', () => {
    const strings = {};
    expect(languageFor('fr')).to.equal(languageFor('fr'));
    expect(languageFor('fr', strings)).to.equal(languageFor('fr', strings));
    expect(languageFor('fr', strings)).not.to.equal(languageFor('fr'));
  });

  it('knows which way a language runs', () => {
    const directions = ['ar', 'fa-IR', 'he', 'ur', 'ckb', 'az-Arab', 'en', 'az', 'ja', 'tr'].map(
      tag => languageFor(tag).direction,
    );
    expect(directions.join(' ')).to.equal('rtl rtl rtl rtl rtl rtl ltr ltr ltr ltr');
  });

  it('writes numbers as the language does', () => {
    expect(languageFor('de').number(1234.5)).to.equal('1.234,5');
    expect(languageFor('ar-EG').number(12)).to.equal('١٢');
  });

  it('writes counts in four characters', () => {
    const short = (n: number, tag = 'en'): string => languageFor(tag).shortNumber(n);
    const counts = [1, 999, 1000, 1049, 1234, 9_960, 12_345, 999_400, 999_500, 1_234_567];
    expect(counts.map(n => short(n))).to.deep.equal([
      '1',
      '999',
      '1k',
      '1k',
      '1.2k',
      '10k',
      '12k',
      '1M',
      '1M',
      '1.2M',
    ]);
    expect(short(1234, 'de')).to.equal('1,2k');
  });
});

describe('say', () => {
  const strings = (texts: Record<string, unknown>) => texts as Partial<Strings>;

  it('fills in what is given, numbers in the digits of the language', () => {
    const fa = languageFor('fa', strings({ about: 'حدود {date}' }));
    expect(fa.say('about', { date: 1850 })).to.equal(`حدود ${fa.number(1850)}`);
    expect(languageFor('en').say('about', { date: '1850' })).to.equal('about 1850');
    expect(languageFor('en').say('about', { date: '$& {x}' })).to.equal('about $& {x}');
    expect(languageFor('en').say('about')).to.equal('about {date}');
  });

  it('prefers the given strings, then the registered, the longer tag first, then English', () => {
    registerTranslation('qaa', { about: 'q {date}', until: 'q until' });
    registerTranslation('qaa-Latn-ZZ', { about: 'zz {date}' });
    const say = (tag: string, key: StringKey, texts?: Partial<Strings>) =>
      languageFor(tag, texts).say(key, { date: 'd' });
    expect(say('qaa', 'about')).to.equal('q d');
    expect(say('qaa-Latn-ZZ', 'about')).to.equal('zz d');
    expect(say('qaa-Latn-zz', 'until')).to.equal('q until');
    expect(say('qaa', 'since')).to.equal('since d');
    expect(say('qaa', 'about', { about: 'own {date}' })).to.equal('own d');
    registerTranslation('qaa', { since: 'late {date}' });
    expect(say('qaa', 'since')).to.equal('late d');
    expect(say('qaa', 'about')).to.equal('q d');
  });

  it('has all plural forms of a language', () => {
    const forms = { zero: 'zero', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
    const said = (tag: string) =>
      [0, 1, 2, 3, 11, 100].map(count => languageFor(tag, strings({ about: forms })).say('about', { count }));
    // The rules are the language's only for its own texts; those given for one element are in its language.
    expect(said('ar').join(' ')).to.equal('zero one two few many other');
    expect(said('pl').join(' ')).to.equal('many one few few many many');
    expect(said('en').join(' ')).to.equal('other one other other other other');
    expect(said('ja').join(' ')).to.equal('other other other other other other');
  });

  it('counts the English way where it has to speak English', () => {
    const centuries = [1, 2, 3, 4, 11, 12, 13, 21, 22].map(ordinal =>
      languageFor('cy').say('century', { ordinal }),
    );
    expect(centuries.map(text => text.split(' ')[0]).join(' ')).to.equal(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd',
    );
  });

  it('every English plural has the form that is used for all else', () => {
    for (const phrase of Object.values<string | { other: string }>(english))
      expect(typeof phrase === 'string' ? phrase : phrase.other).to.be.a('string');
  });
});

describe('calendars', () => {
  it('isCalendar(name) knows those of Intl, and never throws', () => {
    const known = ['gregory', 'iso8601', 'persian', 'hebrew', 'chinese', 'islamic-umalqura', 'japanese'];
    expect(known.filter(name => !isCalendar(name))).to.deep.equal([]);
    for (const name of ['', 'nonsense', 'no such', 'julian', '💥', 'x'.repeat(500)])
      expect(isCalendar(name), name).to.equal(false);
  });

  it('calendarOf(name) is Gregorian for all else', () => {
    expect(['persian', 'PERSIAN', undefined, '', 'nonsense', '💥', 'iso8601'].map(calendarOf)).to.deep.equal([
      'persian',
      'persian',
      'gregory',
      'gregory',
      'gregory',
      'gregory',
      'gregory',
    ]);
  });
});

describe('the cache of formatters', () => {
  it('keeps at most 64, and the same ones', () => {
    const first = dateFormat('en', { year: 'numeric' });
    expect(dateFormat('en', { year: 'numeric' })).to.equal(first);
    expect(listFormat('en', 'disjunction')).to.equal(listFormat('en', 'disjunction'));
    for (let digits = 1; digits < 100; digits++)
      numberFormat('en', { minimumIntegerDigits: 1 + (digits % 21) }).format(1);
    for (let day = 0; day < 100; day++)
      dateFormat(`en-u-nu-${['latn', 'arab', 'deva'][day % 3]}`, {
        era: day % 2 ? 'long' : 'short',
        fractionalSecondDigits: ((day % 3) + 1) as 1,
      });
    for (const locale of [
      'de',
      'fr',
      'it',
      'es',
      'pt',
      'ru',
      'pl',
      'cs',
      'da',
      'sv',
      'fi',
      'nl',
      'tr',
      'el',
      'he',
      'ar',
    ])
      for (const month of ['long', 'short', 'narrow'] as const) dateFormat(locale, { month });
    expect(intlCacheSize()).to.equal(64);
    clearIntlCache();
    expect(intlCacheSize()).to.equal(0);
  });

  it('never takes calendar or zone from the environment', () => {
    for (const locale of ['fa-IR', 'th-TH', 'ar-SA', 'en-u-ca-hebrew']) {
      const { calendar, timeZone } = dateFormat(locale, { year: 'numeric' }).resolvedOptions();
      expect([calendar, timeZone], locale).to.deep.equal(['gregory', 'UTC']);
    }
  });
});
