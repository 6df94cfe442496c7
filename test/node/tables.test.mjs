import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, it } from 'node:test';
import { parseTimeline } from '../../dist/core.js';

const fixtures = fileURLToPath(new URL('../../../shared/fixtures/', import.meta.url));
const skip = !existsSync(fixtures) && `there is no ${fixtures}`;

const read = (file, options) => parseTimeline(readFileSync(fixtures + file), { fileName: file, ...options });

/** File → how many events, how many of them dated, and what is written of some of them by hand. */
const TABLES = {
  'antiquities-act': [344, 337, { 0: '1906-09-24' }],
  'cabinet-turnover': [379, 372, { 0: '1977-01-21/1977-09-23' }],
  commencement_speeches: [154, 154, { 0: '1947-06-17', 153: '2015-05-20' }],
  'country-former-names-spans': [36, 36, { 0: '1959-11-08/1975-11-30' }],
  'football-internationals-1872': [49_520, 49_520, { 0: '1872-11-30' }],
  'gitlog-leaflet-8k': [8187, 8187, { 0: '2026-07-27T16:59:00+02:00' }],
  'history-of-the-world': [48, 48, { 0: '1200', 8: '1532-07-01', 12: '3300 BC/1300 BC' }],
  'moma-directors': [65, 65, { 0: '1929/1943', 5: '1995' }],
  'nuclear-explosions-sipri': [2051, 2051, { 0: '1945-07-16' }],
  'nyphil-concerts-1911-1920': [1242, 1242, { 0: '1911-03-01', 1: '1911-10-27T15:10' }],
  'presidential-terms': [12, 12, { 0: '1953-01-20/1961-01-20' }],
  'space-launches': [5726, 5726, { 0: '1967-06-29' }],
  'storms-6hourly': [20_778, 20_778, { 1: '1975-06-27T06:00' }],
  'tate-artworks-5k': [4943, 4563, { 4: '1870', 6: 'c.1863' }],
};

/** In the table of cabinets, some dates are `Bush admin`: words, each an issue of its own. */
const WORDS = ' admin"';

describe('tables that others made', { skip }, () => {
  for (const [name, [count, dated, dates]] of Object.entries(TABLES)) {
    it(name, async () => {
      const { document, issues } = await read(`csv/${name}.csv`);
      assert.equal(document.events.length, count);
      assert.equal(document.events.filter(({ span }) => span).length, dated);
      for (const [i, date] of Object.entries(dates))
        assert.equal(document.events[i].span?.source, date, `row ${Number(i) + 2}`);
      // What the whole of a column leaves open is said once.
      const openDates = issues
        .filter(({ code, message }) => code === 'invalid-date' && !message.includes(WORDS))
        .map(({ path }) => path);
      assert.ok(openDates.length <= 2, openDates.slice(0, 9).join());
    });
  }

  it('csv-spectrum: every cell, as it is', async () => {
    for (const name of ['comma_in_quotes', 'empty', 'escaped_quotes', 'newlines', 'simple', 'utf8']) {
      const expected = JSON.parse(
        readFileSync(`${fixtures}nasty/csv-spectrum/${name}.expected.json`, 'utf8'),
      );
      const { document, issues } = await read(`nasty/csv-spectrum/${name}.csv`);
      assert.equal(document.events.length, expected.length, name);
      document.events.forEach(({ data }, i) => {
        for (const [column, cell] of Object.entries(expected[i]))
          assert.equal(data[column], cell, `${name}: ${column}`);
      });
      assert.ok(
        issues.some(({ code }) => code === 'invalid-document'),
        'there are no dates in it',
      );
    }
  });

  it('dates in the words of a museum cover the years of its catalogue', async () => {
    const { document } = await read('csv/tate-artworks-5k.csv');
    let covered = 0;
    const others = [];
    for (const { span, data } of document.events) {
      if (!span || !data.startYear) continue;
      const year = Number(data.startYear);
      if (span.start < Date.UTC(year + 1, 0) && span.end > Date.UTC(year, 0)) covered++;
      else others.push(`${data.dateText}: ${span.source}, not ${year}`);
    }
    // The catalogue has a few years that its own words do not bear out.
    assert.ok(covered > 4500 && others.length < 10, others.join('\n'));
  });
});
