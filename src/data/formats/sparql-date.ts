import { yearText } from '../../time/write-edtf.js';

// Year, month, day, time, zone.
const DATE_TIME = /^([+-]?\d{1,12})(?:-(\d\d)(?:-(\d\d)(?:T([\d:.]+))?)?)?(Z|[+-]\d\d:\d\d)?$/;

/** How many digits of a year are left open, by Wikidata's number for the precision. */
const OPEN_DIGITS: Readonly<Record<number, number>> = { 8: 1, 7: 2, 6: 3 };

/**
 * Returns a date of XML Schema in EDTF: `xsd:gYear`, `gYearMonth`, `date` or `dateTime`, whose years are
 * astronomical as ours (1.1). Dates without a time of day never keep a zone. Midnight in UTC is how Wikidata
 * writes a day; its `precision` (11 day, 10 month, 9 year, 8 decade, 7 century, 6 millennium, less for what is
 * coarser) says where even that is too much. What is no date stays as written.
 */
export function readSparqlDate(text: string, precision = 11): string {
  const m = DATE_TIME.exec(text);
  if (!m) return text;
  const [, sign = '', month = '00', day = '00', time = '', zone = ''] = m;
  const year = Number(sign);
  const written = yearText(year);
  const open = OPEN_DIGITS[precision];
  if (open && written.length <= 5) return written.slice(0, -open) + 'X'.repeat(open);
  if (precision < 10 || month === '00' || Math.abs(year) > 999_999) return yearText(year, true);
  if (precision === 10 || day === '00') return `${written}-${month}`;
  const date = `${written}-${month}-${day}`;
  return /^[0:.]*$/.test(time) ? date : `${date}T${time}${zone}`;
}
