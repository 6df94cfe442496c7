import { expect } from '@open-wc/testing';
import { loadTranslation } from '../../src/language/load-translation.js';
import { formatDate, type FormatDateOptions } from '../../src/time/format-date.js';
import { parseDate } from '../../src/time/parse-date.js';

function words(input: string, options: FormatDateOptions): string {
  const result = parseDate(input);
  if (!result.ok) throw new Error(result.issue.message);
  // Engines differ over marks of direction and the spaces of the language.
  return formatDate(result.value, options)
    .replace(/[\u200e\u200f]/g, '')
    .replace(/\u00a0/g, ' ');
}

/** Dates in the words of each language; what `Intl` says of a bare day is not looked at here. */
const TOLD: Record<string, Record<string, string>> = {
  es: {
    '2025-09-02/..': 'desde el 2 de septiembre de 2025, en curso',
    '../2025-08': 'hasta agosto de 2025',
    '1850~': 'hacia 1850',
    '1984?': '¿1984?',
    '196X': 'la década de 1960',
    '-04XX': 'el siglo V a. C.',
    '2001-21': 'primavera de 2001',
    '2001-35': 'el tercer trimestre de 2001',
    '[2018-05-01..2018-05-09]': 'entre el 1 de mayo de 2018 y el 9 de mayo de 2018',
    '156X-12-25': '25 de diciembre en la década de 1560',
    'Y-66500000': 'hace 66,5 millones de años',
    Y5E9S1: 'dentro de unos 5 mil millones de años',
  },
  fr: {
    '2025-09-02/..': 'depuis le 2 septembre 2025, en cours',
    '18XX': 'le XIXe siècle',
    '00XX': 'le Ier siècle ap. J.-C.',
    'Y-66500000': 'il y a 66,5 millions d’années',
  },
  de: {
    '2025-09-02/..': 'seit 2. September 2025, andauernd',
    '18XX': '19. Jahrhundert',
    '196X~': 'ca. 1960er-Jahre',
    '2001-34': 'zweites Quartal 2001',
  },
  pt: { '18XX': 'século XIX', '2025-08/..': 'desde agosto de 2025, em curso' },
  ru: {
    '2025-09-02/..': '2 сентября 2025 г. — по настоящее время',
    '../2025-08': 'по август 2025 г.',
    '18XX': 'XIX век',
    '196X': '1960-е годы',
  },
  // Engines differ over the digits of Arabic.
  'ar-u-nu-latn': { '2025-08/..': 'منذ أغسطس 2025، وما زال مستمرًا', '1984?': '1984؟', '18XX': 'القرن 19' },
  he: { '2025-08/..': 'מאז אוגוסט 2025, נמשך', '18XX': 'המאה ה־19' },
  fa: { '2025-08/..': 'از اوت ۲۰۲۵ تاکنون', '18XX': 'سدهٔ ۱۹' },
  hi: { '../1985': '1985 तक', '18XX': '19वीं सदी', '01XX': '2री सदी' },
  zh: {
    '2025-09-02/..': '2025年9月2日起，持续至今',
    '-04XX': '公元前5世纪',
    '2001-21': '2001年春季',
  },
  ja: {
    '1850~': '1850年頃',
    '-04XX': '紀元前5世紀',
    '2001-34': '2001年第2四半期',
  },
};

describe('dates in the words of a language', () => {
  before(() => Promise.all(Object.keys(TOLD).map(loadTranslation)));

  for (const [locale, told] of Object.entries(TOLD))
    it(`of ${locale}`, () => {
      const said = Object.keys(told).map(input => [input, words(input, { locale })]);
      expect(Object.fromEntries(said)).to.eql(told);
    });

  it('with no slashes, where `Intl` has no other words for two days', () => {
    for (const locale of ['zh', 'ja'])
      expect(words('2025-11-17/2025-11-18', { locale })).to.match(/^2025年11月17日.*18日$/);
  });

  it('with no preposition before a day that stands for itself', () => {
    expect(words('2025-07-01/', { locale: 'es', style: 'short' })).to.match(/^1 jul/);
    expect(words('/2025-07-01', { locale: 'es', style: 'short' })).to.match(/^\? – 1 jul/);
  });
});

describe('what a tag says of digits and calendar', () => {
  it('digits are those of `-u-nu-`', () => {
    expect(words('2025-08/..', { locale: 'fa-u-nu-latn' })).to.equal('از اوت 2025 تاکنون');
    expect(words('2025', { locale: 'ar-u-nu-arab' })).to.equal('٢٠٢٥');
    expect(words('18XX', { locale: 'en-u-nu-deva' })).to.equal('the १९th century');
  });

  it('days are told in the calendar of `-u-ca-`, in the Gregorian one without, and an option wins', () => {
    expect(words('2025-03-21', { locale: 'fa' })).to.equal('۲۱ مارس ۲۰۲۵');
    expect(words('2025-03-21', { locale: 'fa-u-ca-persian' })).to.match(/^۱ فروردین ۱۴۰۴/);
    expect(words('2025-03-21', { locale: 'en-GB-u-ca-persian-nu-latn' })).to.equal('1 Farvardin 1404 AP');
    expect(words('2025-03-21', { locale: 'fa-u-ca-persian', calendar: 'gregory' })).to.equal('۲۱ مارس ۲۰۲۵');
    expect(words('2025', { locale: 'th' })).to.equal('2025');
    expect(words('2025', { locale: 'th-u-ca-buddhist' })).to.include('2568');
    for (const locale of ['en-u-ca-iso8601', 'en-u-ca-nonsense', 'en-u-ca-gregory'])
      expect(words('2025-03-21', { locale }), locale).to.equal('March 21, 2025');
  });
});
