import { expect } from '@open-wc/testing';
import { dsvFormat } from 'd3-dsv';
import fc from 'fast-check';
import { readDelimited } from '../../../src/data/formats/delimited.js';
import { STATUSES } from '../../../src/data/document-shape.js';
import type { Columns, FormatResult } from '../../../src/data/formats/format.js';
import { cellPool, parseRows } from '../../../src/data/formats/row-parser.js';
import { finish } from '../../../src/data/work.js';
import { HOSTILE_TEXTS } from '../../render/hostile-texts.js';
import { parseDate } from '../../../src/time/parse-date.js';

const seed = 1872;

type Record = { readonly [field: string]: unknown };

function read(text: string, columns?: Columns): FormatResult & { readonly events: readonly Record[] } {
  const result = finish(readDelimited({ text, columns }));
  return { ...result, events: result.document.events as Record[] };
}

const lines = (...rows: string[]) => rows.join('\n');

/** When the events are: the date, or start and end; the text of those without; `-` for none. */
const whenOf = (text: string, columns?: Columns) =>
  read(text, columns).events.map(({ date, start, end, dateText }) =>
    String(
      date ??
        (start || end
          ? `${String(start ?? '')}/${String(end ?? '')}`
          : dateText
            ? `(${String(dateText)})`
            : '-'),
    ),
  );

/** A table of dates and nothing else. */
const dated = (...dates: string[]) => lines('title,date', ...dates.map(date => `A,"${date}"`));

const messagesOf = (text: string) => read(text).issues.map(({ message }) => message);

const codesOf = ({ issues }: FormatResult) => issues.map(({ code, path }) => `${code} ${path}`);

describe('readDelimited: rows', () => {
  it('tells the delimiter, whatever ends the lines', () => {
    for (const delimiter of [',', ';', '\t', '|'])
      for (const end of ['\n', '\r\n', '\r']) {
        const text = ['title,date', '"Kings, queens; and | aces",1914', 'B,1915']
          .join(end)
          .replace(/,(?! )/g, delimiter);
        expect(
          read(text).events.map(({ title, date }) => [title, date]),
          JSON.stringify(text),
        ).to.deep.equal([
          ['Kings, queens; and | aces', '1914'],
          ['B', '1915'],
        ]);
      }
    expect(whenOf('title,date\r\nA,1914\nB,1915\rC,1916\r\n')).to.deep.equal(['1914', '1915', '1916']);
    expect(whenOf('sep=~\ntitle~date\nA~1914')).to.deep.equal(['1914']);
  });

  it('keeps apostrophes of others, and takes away those that keep formulas from running', () => {
    const titles = (text: string) => read(text).events.map(({ title }) => title);
    expect(titles(lines('title,year', "'-tis so,1914", '-others say,1915'))).to.eql([
      "'-tis so",
      '-others say',
    ]);
    expect(titles(lines('title,year', "'=1+1,1914", "it's,1915", "'tis,1916"))).to.eql([
      '=1+1',
      "it's",
      "'tis",
    ]);
    expect(titles(lines('title,year', "a;'=b,1914", 'c,1915'))).to.eql(["a;'=b", 'c']);
    expect(titles(lines('id,title,date', "1,'=b,1914", '2,-c,1915', "3,d;'=e,1916"))).to.eql([
      '=b',
      '-c',
      'd;=e',
    ]);
    const many = Array.from({ length: 1500 }, (_, i) => `'-${i},1914`);
    expect(titles(lines('title,year', ...many)).at(-1)).to.equal('-1499');
  });

  it('keeps every cell, and says where a field stands', () => {
    const { events, placeOf, issues } = read(
      lines(
        'title,,date,note,note',
        '',
        'A,x,1914,"two',
        'lines",n',
        'B',
        ',,,,',
        'C,,1916,,,',
        'D,,1917,,,more',
      ),
    );
    expect(events[0]).to.deep.include({
      title: 'A',
      'column 2': 'x',
      date: '1914',
      note: 'two\nlines',
      'note (2)': 'n',
    });
    expect(events.map(({ title }) => title)).to.deep.equal(['A', 'B', 'C', 'D']);
    expect(events[1]!.date).to.equal(undefined);
    expect(events[3]!['column 6']).to.equal('more');
    expect([0, 1, 2, 3].map(i => placeOf!(i, 'date'))).to.deep.equal(
      [3, 4, 6, 7].map(row => `row ${row}, column "date"`),
    );
    expect(placeOf!(0)).to.equal('row 3');
    expect(codesOf({ issues } as FormatResult)).to.deep.equal(['invalid-row row 7']);
  });

  it('ends a row with its line where a quote is not closed', () => {
    for (const rest of ['B,1915', lines('B,"19', '15"'), 'B,"1915"\nC,"1916"']) {
      const result = read(lines('title,date', '"A,1914', rest));
      expect(
        result.events.slice(0, 2).map(({ title }) => title),
        rest,
      ).to.deep.equal(['A,1914', 'B']);
      expect(codesOf(result)[0], rest).to.equal('invalid-row row 2');
    }
  });

  it('reads a table without names, an empty one, and one without dates', () => {
    const bare = read(lines('First day,1914-07-28', 'Last day,1918-11-11'));
    expect(bare.events.map(({ title, date }) => [title, date])).to.deep.equal([
      ['First day', '1914-07-28'],
      ['Last day', '1918-11-11'],
    ]);
    expect(bare.placeOf!(1, 'date')).to.equal('row 2, column "column 2"');
    expect(codesOf(bare)).to.deep.equal([
      'unknown-column row 1',
      'unknown-column columns.date',
      'unknown-column columns.title',
    ]);
    for (const text of ['', '\n\n', 'sep=;\n'])
      expect(codesOf(read(text)), JSON.stringify(text)).to.deep.equal(['invalid-document ']);
    const dateless = read(lines('a,b', '1,x', '2,"say ""x"""'));
    expect(codesOf(dateless)).to.deep.equal(['invalid-document ', 'unknown-column columns.title']);
    expect(dateless.events.map(({ b }) => b)).to.deep.equal(['x', 'say "x"']);
  });

  it('says once that there are no titles, where no column can be that', () => {
    const messages = (text: string) => read(text).issues.map(({ message }) => message);
    const german = read(lines('Was,Wann,Wo,Wer', 'a,2020,b,c'));
    expect(german.issues).to.eql([]);
    expect(german.events[0]).to.deep.include({ title: 'a', date: '2020', place: 'b', people: ['c'] });
    for (const [text, names] of [
      [lines('date', '2020', '2021'), 'date'],
      [lines('date,value', '2020,5', '2021,7'), 'date, value'],
    ] as const) {
      expect(messages(text)).to.eql([
        `columns.title: no column of titles: "${names}"; the dates stand in; name it in "columns": { "title": "…" }`,
      ]);
      expect(read(text).untitled).to.equal(true);
    }
    const bare = read(lines('foo,bar', '1,2'));
    expect(bare.events[0]!.title).to.equal('1');
    expect(codesOf(bare)).to.eql(['invalid-document ', 'unknown-column columns.title']);
  });

  it('tells what it has read for less than a whole', () => {
    const { issues, faulty } = read(
      dated('mid-March 2019', 'early 2022', '2020', 'end of May 2019', 'Middleton 2020'),
    );
    expect(issues.map(({ code, severity, message }) => [code, severity, message])).to.deep.include([
      'loose-date',
      'warning',
      'row 2, column "date": the beginning, the middle or the end of a stretch (3 cells of this column): "mid-March 2019"; read as the whole of it, as EDTF has no word for less',
    ]);
    expect([...faulty!]).to.eql([]);
  });

  it('says that there is but one line, and whether it names columns', () => {
    const onlyIssue = (text: string) => {
      const { events, issues } = read(text);
      expect(events).to.deep.equal([]);
      return issues.map(({ code, severity, message }) => `${severity} ${code}: ${message}`).join();
    };
    for (const header of ['title,date\n', 'Titel;Datum', '\n# a, b\n\ntitle,foo\n\n'])
      expect(onlyIssue(header), header).to.match(
        /^warning invalid-document: a row of column names, but no rows below: ".*; expected a row for each event$/,
      );
    expect(onlyIssue('Year,Month,Day,Headline,Text,Media')).to.contain('no rows below');
    for (const words of ['hello, world', 'Not Found, sorry\n', '"'.repeat(1e6), '"'.repeat(1e6 + 1)]) {
      const issue = onlyIssue(words);
      expect(issue).to.contain('error invalid-document: no data: ');
      expect(issue).to.contain(JSON.stringify(words.trim()).slice(0, 16));
      expect(issue.length).to.be.below(400);
    }
    expect(read('First day,1914-07-28').events.length).to.equal(1);
  });

  it('passes over the comments above a table, and takes no row of names for one', () => {
    for (const comments of ['# Source: A, B\n', '#\n# made 2020-01-01\r\n#title of all, with "quotes\n'])
      for (const table of ['title,date\nA,1914', '#,title,date\n1,A,1914', '#title,date\nA,1914']) {
        const { events, placeOf, issues } = read(comments + table);
        expect(issues.map(({ code }) => code).filter(code => code === 'invalid-row')).to.deep.equal([]);
        expect(
          events.map(({ title, date }) => [title, date]),
          comments + table,
        ).to.deep.equal([['A', '1914']]);
        expect(placeOf!(0)).to.equal(`row ${comments.split('\n').length + 1}`);
      }
    expect(read('#a\n#b').events.map(event => event['#a'])).to.deep.equal(['#b']);
  });

  it('reads back any table that d3-dsv writes, however it is cut', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', ';', '\t', '|', '\n', '\r', ' ', 'é'),
      maxLength: 8,
    });
    // The same for all, so that cells of other words come to stand at one place.
    const pool = cellPool();
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain(width =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.integer({ min: 1, max: 40 }),
        (rows, delimiter, size) => {
          const format = dsvFormat(delimiter);
          // A last row of one empty cell is no row to d3-dsv either.
          const text = format.formatRows(rows);
          const cut: string[][] = [];
          for (let at = 0; at < text.length;) {
            const slice = parseRows(text, at, size, delimiter, pool);
            expect(slice.unclosed).to.equal(undefined);
            expect(slice.end).to.be.above(at);
            cut.push(...slice.rows);
            at = slice.end;
          }
          expect(cut).to.deep.equal(format.parseRows(text));
        },
      ),
      { seed, numRuns: 1000 },
    );
  });

  it('rests every few milliseconds', () => {
    const text = `title,date\n${'"A, ""B""",1914-07-28\n'.repeat(20_000)}`;
    const work = readDelimited({ text });
    const shares: number[] = [];
    let step = work.next();
    for (; !step.done; step = work.next()) shares.push(step.value);
    expect(shares.length).to.be.above(60);
    expect(
      shares.every((share, i) => share >= 0 && share <= 1 && (!i || share >= shares[i - 1]! - 1e-9)),
    ).to.equal(true);
  });
});

describe('readDelimited: columns', () => {
  it('knows them by their names in several languages', () => {
    for (const header of [
      'Título;Inicio;Fin;Categoría;Lugar',
      'Titre;Début;Fin;Catégorie;Lieu',
      'Titel;Von;Bis;Kategorie;Ort',
      'Título;Início;Fim;Grupo;Cidade',
      'Titolo;Inizio;Fine;Categoria;Luogo',
      'Naam;Van;Tot;Groep;Plaats',
      'Название;Начало;Конец;Категория;Место',
      'EVENT NAME;start_date;End-Date;track;Location',
    ])
      expect(read(lines(header, 'A;1914;1918;x;here')).events[0], header).to.deep.include({
        title: 'A',
        start: '1914',
        end: '1918',
        lane: 'x',
        place: 'here',
      });
  });

  it('goes by what the author names, or by what they hold', () => {
    const text = lines('a,b,what happened', '1,1914-07-28,First shots', '2,1918-11-11,Last shots');
    expect(codesOf(read(text))).to.deep.equal([
      'unknown-column columns.date',
      'unknown-column columns.title',
    ]);
    expect(read(text).events[0]).to.deep.include({
      title: 'First shots',
      date: '1914-07-28',
      a: '1',
      'what happened': 'First shots',
    });
    const mapped = read(text, { date: 'b', title: '1', lane: 'what hapened' });
    expect(mapped.events[0]).to.deep.include({ title: '1', date: '1914-07-28' });
    expect(mapped.issues.map(({ message }) => message).join()).to.match(
      /^columns\.lane: .*did you mean "what happened"\?$/,
    );
  });

  it('says what in "columns" names no field, or no column', () => {
    const table = lines('Who,Headline,When', 'Ann,A,1914');
    const wrong = (columns: unknown) => {
      const { issues, events } = read(table, columns as Columns);
      expect(events[0]).to.include({ Who: 'Ann', date: '1914' });
      return issues.filter(({ path }) => path.startsWith('columns')).map(({ message }) => message);
    };
    expect(wrong({ title: 'Headline' })).to.deep.equal([]);
    expect(wrong({ title: 2, lane: null })).to.deep.equal([]);
    expect(wrong({ tilte: 'Who' })).to.deep.equal([
      'columns.tilte: no such field: "tilte"; did you mean "title"?',
    ]);
    expect(wrong({ constructor: 'Who' })[0]).to.match(
      /^columns.constructor: no such field.*; expected one of title, /,
    );
    expect(wrong({ title: ['Who', 'Headline'] })).to.deep.equal([
      'columns.title: invalid type: ["Who","Headline"]; expected the name of one column',
    ]);
    for (const columns of ['title=Who', ['Who'], 5])
      expect(wrong(columns)[0]).to.match(/^columns: invalid type: .*; expected an object, such as /);
  });

  it('leaves out what is no address, and keeps the others of its column', () => {
    for (const [name, field] of [
      ['Link', 'url'],
      ['url', 'url'],
      ['Image', 'media'],
    ] as const) {
      const { events, issues } = read(
        lines(
          `title,date,${name}`,
          'A,1914,https://e.org/1',
          'B,1915,not a url',
          'C,1916,',
          'D,1917,b.html',
          'E,1918,c',
        ),
      );
      const value = (src: string) => (field === 'media' ? [{ src }] : src);
      expect(events.map(event => event[field])).to.deep.equal([
        value('https://e.org/1'),
        undefined,
        undefined,
        value('b.html'),
        value('c'),
      ]);
      expect(Object.values(events[1]!)).to.include('not a url');
      expect(issues.map(({ message }) => message)).to.deep.equal([
        `row 3, column "${name}": no address: "not a url"; left out; expected a URL`,
      ]);
    }
  });

  it('reads words for a status in several languages, and says where a column of that name holds none', () => {
    const table = (...words: string[]) => lines('title,date,Status', ...words.map(word => `A,1914,${word}`));
    const statuses = (...words: string[]) => read(table(...words)).events.map(({ status }) => status);
    expect(
      statuses(
        'bestätigt',
        'Vermutet',
        'umstrittene',
        'zurückgezogen',
        'confirmée',
        'démentis',
        'presunto',
        'Disputed',
        'later',
      ),
    ).to.deep.equal([
      'confirmed',
      'alleged',
      'disputed',
      'retracted',
      'confirmed',
      'refuted',
      'alleged',
      'disputed',
      'later',
    ]);
    expect(statuses('open', 'closed')).to.deep.equal([undefined, undefined]);
    expect(
      read(table('open', 'closed')).issues.map(({ message, severity }) => [severity, message]),
    ).to.deep.equal([
      [
        'warning',
        `columns.status: no cell is a status: "Status"; kept, but not read; expected ${STATUSES.join(', ')}`,
      ],
    ]);
    expect(read(table('')).issues).to.deep.equal([]);
  });

  it('reads from birth to death', () => {
    for (const header of [
      'Name,Born,Died',
      'Name,Birth date,Death date',
      'Name,geboren,gestorben',
      'Nom,Naissance,Décès',
    ])
      expect(whenOf(lines(header, 'Ada Lovelace,1815-12-10,1852')), header).to.deep.equal([
        '1815-12-10/1852',
      ]);
  });

  it('takes the pair of dates that stands next to the title', () => {
    const text = lines(
      'RoomOpenYear,RoomEndYear,DisplayName,PostBeginYear,PostEndYear',
      '1900,1990,Ada,1950,1960',
      '1900,1990,Bo,1960,1970',
    );
    expect(whenOf(text)).to.deep.equal(['1950/1960', '1960/1970']);
  });

  it('leaves a field of ours alone where the column holds something else', () => {
    const [event] = read(
      lines('title,date,status,importance,color', 'A,1914,tropical storm,high,#12'),
    ).events;
    expect(event).to.include.keys('status (as given)', 'importance (as given)', 'color (as given)');
    for (const field of ['status', 'importance']) expect(event![field]).to.equal(undefined);
    const [own] = read(lines('title,date,status,importance,tags', 'A,1914,alleged,0.8,"a, b"')).events;
    expect(own).to.deep.include({ status: 'alleged', importance: 0.8, tags: ['a', 'b'] });
  });

  it('reads HTML where the cells of a column are plainly written in it, its links as sources', () => {
    const html = lines(
      'title,date,summary,source',
      '<b>A</b> &amp; <i>a</i>,1914,"<p>One</p><p>two<br>three</p>",https://e.org/s',
      'B &lt; b,1915,"See <a href=""https://e.org/b"" title=""x"">this</a>.",https://e.org/t',
      '<3 C & D,1916,a < b,',
    );
    const { events, issues } = read(html);
    expect(events.map(({ title }) => title)).to.deep.equal(['A & a', 'B < b', '<3 C & D']);
    expect(events.map(({ summary }) => summary)).to.deep.equal(['One\n\ntwo\nthree', 'See this.', 'a < b']);
    expect(events.map(({ sources }) => sources)).to.deep.equal([
      [{ url: 'https://e.org/s' }],
      [{ url: 'https://e.org/t' }, { title: 'this', url: 'https://e.org/b' }],
      undefined,
    ]);
    expect(events[0]!['title (as given)']).to.equal('<b>A</b> &amp; <i>a</i>');
    expect(issues.map(({ severity, message }) => `${severity} ${message}`)).to.deep.equal(
      ['title', 'summary'].map(
        field => `warning columns.${field}: cells are HTML: "${field}"; read as plain text, links as sources`,
      ),
    );
  });

  it('hands on what is about HTML, or would do harm as HTML, as it is', () => {
    const titlesOf = (titles: readonly string[]) =>
      read(
        `title,date\n${dsvFormat(',').formatRows(titles.map((title, i) => [title, `${1800 + i}`]))}`,
      ).events.map(({ title }) => title);
    const visible = HOSTILE_TEXTS.filter(text => text.trim());
    for (const titles of [
      ['the <b> tag', 'the <i> tag', 'AT&T'],
      ['<b>one cell</b>', 'plain'],
      ['<b>a</b>', '<i>b</i>', '<a onclick="x()">c</a>'],
      ['<b>a</b>', '<i>b</i>', '<a href="javascript:x()">c</a>'],
      ['<b>a</b>', '<i>b</i>', '<script>x()</script>'],
      ['<b>a</b>', '<i>b</b></i>', '<i>c</i>'],
      ['<b>a</b>', '<i>b</i>', '<foo>c</foo>'],
      visible,
    ])
      expect(titlesOf(titles)).to.deep.equal(titles);
  });

  it('hands on titles and summaries as they are', () => {
    const text = ' <b onclick="x()">&amp;</b>\n';
    const [event] = read(`title,date,summary\n${dsvFormat(',').formatRow([text, '1914', text])}`).events;
    expect(event).to.deep.include({ title: text, summary: text });
  });

  it('survives names that objects have a meaning for', () => {
    const [event] = read(lines('title,date,__proto__,constructor', 'A,1914,x,y')).events;
    expect(Object.getPrototypeOf(event)).to.equal(Object.prototype);
    expect(event).to.deep.include({ 'column 3': 'x', constructor: 'y' });
  });
});

describe('readDelimited: dates', () => {
  it('tells day from month by the whole column, or by that beside it', () => {
    const rows = (...dates: string[]) => lines('title,date', ...dates.map((date, i) => `${i},${date}`));
    expect(whenOf(rows('3/4/2010', '25/4/2010'))).to.deep.equal(['2010-04-03', '2010-04-25']);
    expect(whenOf(rows('3/4/2010', '4/25/2010'))).to.deep.equal(['2010-03-04', '2010-04-25']);
    expect(whenOf(rows('3-4-2010', '2010-05-06', '4-25-2010'))).to.deep.equal([
      '2010-03-04',
      '2010-05-06',
      '2010-04-25',
    ]);
    expect(whenOf(rows('12.04.3018'))).to.deep.equal(['3018-04-12']);
    expect(whenOf(lines('title,start,end', 'A,3/4/2010,13/4/2010'))).to.deep.equal(['2010-04-03/2010-04-13']);
    // Dots tell nothing of slashes: who mixes them copied from others.
    expect(whenOf(rows('03.04.2015', '13/4/2015', '05/04/2015'))).to.deep.equal([
      '2015-04-03',
      '2015-04-13',
      '2015-04-05',
    ]);
    for (const [text, when] of [
      [rows('03.04.2015', '04/05/2015'), ['2015-04-03', '(04/05/2015)']],
      [rows('31.12.2015', '04/05/2015'), ['2015-12-31', '(04/05/2015)']],
      [rows('3/4/2010', '5/5/2010', '6/4/2010'), ['(3/4/2010)', '2010-05-05', '(6/4/2010)']],
      [rows('13/4/2010', '4/13/2010', '3/4/2010'), ['2010-04-13', '2010-04-13', '(3/4/2010)']],
    ] as const) {
      expect(whenOf(text)).to.deep.equal(when);
      expect(read(text).issues).to.have.length(1);
    }
    expect(codesOf(read(rows('5/5/2010', '3/4/2010', '6/4/2010')))).to.deep.equal([
      'invalid-date row 3, column "date"',
    ]);
    expect(read(rows('3/4/2010', '6/4/2010')).issues[0]!.message).to.include(
      'the day or the month may stand first (2 cells of this column): "3/4/2010"; ',
    );
    expect(read(rows('3/4/2010')).issues[0]!.message).to.include('no date of the table tells');
    expect(read(rows('13/02/2010', '02/13/2010', '3/4/2010')).issues[0]!.message).to.include(
      '"3/4/2010"; some dates of the table have the day first, others the month; expected',
    );
  });

  it('reads years of two digits beside one of four, else as the shortest stretch, with one warning', () => {
    expect(
      whenOf(lines('title,date,year', 'A,9/24/06,1906', 'B,9/24/06,2006', 'C,9/24/06,1907', 'D,,1908')),
    ).to.deep.equal(['1906-09-24', '2006-09-24', '1907', '1908']);
    const column = (...dates: string[]) => lines('title,date', ...dates.map(date => `A,${date}`));
    for (const [dates, years, range] of [
      ['6/17/47 6/12/75 1/1/99 12/31/15', '1947 1975 1999 2015', '1947 to 2015'],
      ['6/17/50 6/12/99', '1950 1999', '1950 to 1999'],
      ['6/17/14 6/12/64', '2014 1964', '1964 to 2014'],
      ['6/17/00 6/12/49', '2000 2049', '2000 to 2049'],
      ['6/17/30 6/12/70', '1930 1970', '1930 to 1970'],
      ['21-Jan-77 2-Feb-03', '1977 2003', '1977 to 2003'],
      ['6/17/14 6/12/18 1914-08-01', '1914 1918 1914', '1914 to 1918'],
      ['6/17/14 6/12/18 7/15/1830', '1814 1818 1830', '1814 to 1818'],
    ] as const) {
      const table = column(...dates.split(' '));
      expect(
        whenOf(table)
          .map(date => date.slice(0, 4))
          .join(' '),
        dates,
      ).to.equal(years);
      const { issues } = read(table);
      expect(
        issues.map(({ code, severity }) => `${severity} ${code}`),
        dates,
      ).to.deep.equal(['warning bare-year']);
      expect(issues[0]!.message).to.contain(`: years of two digits`);
      expect(issues[0]!.message).to.contain(`read as ${range}; expected four digits`);
    }
    expect(codesOf(read(column('30/2/47', '17/6/48')))).to.deep.equal(['bare-year row 3, column "date"']);
    const century = read(
      column(...Array.from({ length: 100 }, (_, i) => `6/17/${String(i).padStart(2, '0')}`)),
    );
    expect(codesOf(century)).to.deep.equal(['invalid-date row 2, column "date"']);
    expect(century.events.map(({ date, dateText }) => [date, dateText]).slice(0, 2)).to.deep.equal([
      [undefined, '6/17/00'],
      [undefined, '6/17/01'],
    ]);
    expect(whenOf(lines('title,date,year', 'A,450716,1945', 'B,19450809,1945'))).to.deep.equal([
      '1945-07-16',
      '1945-08-09',
    ]);
  });

  it('joins what is split over columns', () => {
    expect(
      whenOf(
        lines(
          'name,year,month,day,hour',
          'A,1975,6,27,18',
          'B,1975,June,,',
          'C,1975.0,06,1.0,0',
          'D,1975,,,',
          'E,322 BC,,,',
          'F,1975,NA,5,',
        ),
      ),
    ).to.deep.equal(['1975-06-27T18:00', '1975-06', '1975-06-01T00:00', '1975', '322 BC', '1975']);
    expect(
      whenOf(lines('title,date,time', 'A,1911-10-27,3:10PM', 'B,1911-10-28,None', 'C,1911-10-29,20:15')),
    ).to.deep.equal(['1911-10-27T15:10', '1911-10-28', '1911-10-29T20:15']);
    expect(
      whenOf(
        lines(
          'Event,Year,Exact Date',
          'A,1834,winter 1834-35',
          'B,1835,12 March',
          'C,1836,subsequent eleven years',
          'D,1837,',
        ),
      ),
    ).to.deep.equal(['1834-24', '1835-03-12', '1836', '1837']);
  });

  it('reads the times of calendars, with their dates', () => {
    const outlook = 'Subject,Start Date,Start Time,End Date,End Time';
    for (const header of [outlook, 'Betreff,Beginnt am,Beginnt um,Endet am,Endet um'])
      expect(
        whenOf(
          lines(
            header,
            'A,5/30/2020,10:00:00 AM,5/30/2020,1:30:00 PM',
            'B,5/30/2020,10:00 PM,5/31/2020,2:00 AM',
            'C,5/30/2020,,5/31/2020,',
            'D,5/30/2020,9:00 AM,,',
          ),
        ),
        header,
      ).to.deep.equal([
        '2020-05-30T10:00:00/2020-05-30T13:30:00',
        '2020-05-30T22:00/2020-05-31T02:00',
        '2020-05-30/2020-05-31',
        '2020-05-30T09:00',
      ]);
    for (const header of [
      'title,date,start time,end time',
      'Titel,Datum,von,bis',
      'title,date,time,end time',
    ])
      expect(
        whenOf(
          lines(
            header,
            'A,2020-05-30,10:00,11:30',
            'B,2020-05-30,,',
            'C,2020-05-30,10:00,',
            'D,2020-05-30,,11:30',
            'E,2020-05-31,22:00,02:00',
          ),
        ),
        header,
      ).to.deep.equal([
        '2020-05-30T10:00/2020-05-30T11:30',
        '2020-05-30',
        '2020-05-30T10:00',
        '2020-05-30/2020-05-30T11:30',
        '2020-05-31T22:00/2020-06-01T02:00',
      ]);
    const { placeOf } = read(lines('title,date,from,to', 'A,2020-05-30,10:00,11:00'));
    expect(placeOf!(0, 'end')).to.equal('row 2, column "to"');
    expect(whenOf(lines('title,start time,end time', 'A,2020-05-30 10:00,2020-05-31 09:00'))).to.deep.equal([
      '2020-05-30T10:00/2020-05-31T09:00',
    ]);
  });

  it('joins what is split on both sides', () => {
    expect(
      whenOf(
        lines(
          'title,start year,start month,start day,end year,end month,end day',
          'A,1914,7,28,1918,11,11',
          'B,1914,7,,1918,,',
          'C,1914,7,28,,8,3',
          'D,-43,3,15,,,16',
        ),
      ),
    ).to.deep.equal(['1914-07-28/1918-11-11', '1914-07/1918', '1914-07-28/1914-08-03', '-0043-03-15']);
    expect(
      whenOf(
        lines('title,start day,start hour,end hour,end minute', 'A,2020-05-30,9,17,30').replace(
          'start day',
          'date',
        ),
      ),
    ).to.deep.equal(['2020-05-30T09:00/2020-05-30T17:30']);
  });

  it('takes -99 for a year where others are negative, else for no date, with a warning', () => {
    for (const year of ['-99', '-999', '-9999']) {
      const ancient = dated('-500', year, '-30', '12');
      expect(whenOf(ancient)).to.deep.equal(['-0500', `-${year.slice(1).padStart(4, '0')}`, '-0030', '0012']);
      expect(messagesOf(ancient)).to.deep.equal([]);
      for (const table of [dated('1914', year, '1915', `${year}.0`), dated(year, year)]) {
        expect(whenOf(table)).to.contain('-');
        expect(read(table).issues.map(({ severity }) => severity)).to.deep.equal(['warning']);
        expect(messagesOf(table)[0]).to.match(
          new RegExp(
            `^row \\d, column "date": a number for no date, as no other year is negative \\(2 cells of this column\\): "${year}"; `,
          ),
        );
      }
    }
    // A beginning tells of an end.
    expect(whenOf(lines('title,start,end', 'A,-150,-99'))).to.deep.equal(['-0150/-0099']);
  });

  it('passes over the numbers of footnotes', () => {
    expect(
      whenOf(
        dated(
          '1999[8][9]',
          'c. 1850 [1]',
          '25/12/1914[2]',
          '1914-07-28 [3]',
          '1914[1]–1918[12]',
          '[1914,1918]',
        ),
      ),
    ).to.deep.equal(['1999', 'c. 1850', '1914-12-25', '1914-07-28', '1914/1918', '[1914,1918]']);
    expect(read(dated('1999[8]')).events[0]!['date (as given)']).to.equal('1999[8]');
  });

  it('reads seasons, quarters, decades and open ends by their names', () => {
    for (const [text, when] of Object.entries({
      'Sommer 1999': '1999-22',
      'summer 1999': '1999-22',
      'Summer of 1999': '1999-22',
      'été 1999': '1999-22',
      '1999 Fall': '1999-23',
      'Otoño de 1999': '1999-23',
      'Frühling 1999': '1999-21',
      'Winter 1999': '1999-24',
      'Q3 2021': '2021-35',
      '2021-Q3': '2021-35',
      '2021Q1': '2021-33',
      '4Q 2021': '2021-36',
      '3. Quartal 2021': '2021-35',
      '1990er': '199X',
      '1990er Jahre': '199X',
      'années 1990': '199X',
      '1990s': '199X',
      'vor 1850': '[..1850]',
      'before 1850': '[..1850]',
      'Sommer 99': 'Sommer 99',
      'Q5 2021': 'Q5 2021',
      '1900er': '1900er',
    })) {
      expect(whenOf(dated(text)), text).to.deep.equal([when]);
      if (text !== when) expect(parseDate(when).ok, when).to.equal(true);
    }
    expect(
      whenOf(lines('title,start,end', 'A,1990,bis auf weiteres', 'B,1990,until further notice')),
    ).to.deep.equal(['1990/..', '1990/..']);
  });

  it('reads what stands for no date, for what goes on, and prose beside years', () => {
    expect(
      whenOf(
        lines(
          'title,start,end',
          'A,1990,Still in office',
          'B,1990,NA',
          'C,1990,',
          'D,,',
          'E,-999,1990',
          'F,1990,1990',
          'G,None,present',
        ),
      ),
    ).to.deep.equal(['1990/..', '1990', '1990', '-', '/1990', '1990', '-']);
    const catalogue = lines(
      'title,dateText,startYear,endYear',
      'A,c.1785,1785,1785',
      'B,"1914, cast 1961",1914,1961',
      'C,date not known,,',
      'D,date not known,1814,1825',
      'E,1786–9,1786,1789',
    );
    expect(whenOf(catalogue)).to.deep.equal([
      'c.1785',
      '1914/1961',
      '(date not known)',
      '1814/1825',
      '1786/1789',
    ]);
    expect(whenOf(lines('title,season', 'A,1911-12', 'B,1912-13'), { date: 'season' })).to.deep.equal([
      '1911/1912',
      '1912/1913',
    ]);
    expect(whenOf(lines('start,end,label', '3300 BC,1300 BC,A', '30,,B', '900,1200,C'))).to.deep.equal([
      '3300 BC/1300 BC',
      '0030',
      '0900/1200',
    ]);
  });

  it('moves no day of those that were written as the midnight of a zone', () => {
    const times = (...hours: string[]) =>
      lines('title,date', ...hours.map((hour, i) => `${i},1911-03-${String(i + 10)}T${hour}`));
    const west = times(...Array.from({ length: 12 }, (_, i) => (i % 2 ? '05:00:00Z' : '04:00:00Z')));
    expect(whenOf(west)).to.deep.equal(Array.from({ length: 12 }, (_, i) => `1911-03-${i + 10}`));
    expect(codesOf(read(west))).to.deep.equal(['unknown-zone row 2, column "date"']);
    const east = times(...Array.from({ length: 12 }, () => '22:00:00Z'));
    expect(whenOf(east)[0]).to.equal('1911-03-11');
    expect(whenOf(times('00:00:00', '00:00:00'))).to.deep.equal(['1911-03-10', '1911-03-11']);
    expect(whenOf(times('05:00:00Z', '05:00:00Z'))[0], 'too few').to.equal('1911-03-10T05:00:00Z');
    expect(whenOf(times('00:00', '12:00'))[0]).to.equal('1911-03-10T00:00');
  });

  it('says where month, day or time in columns of their own can be none, and leaves them out', () => {
    const text = lines(
      'Titel;Jahr;Monat;Tag;Uhrzeit',
      'A;2001;13;1;',
      'B;2001;foo;;',
      'C;2001;;5;',
      'D;2001;2;30;',
      'E;2001;März;9;25:00',
      'F;2001;März;9;15:10',
      'G;2001;99;;',
      ...['', '0', '00', '0.0', 'n/a', '-'].map(none => `H;2001;${none};${none};${none}`),
    );
    const { issues } = read(text);
    expect(whenOf(text)).to.deep.equal([
      ...['2001', '2001', '2001', '2001-02', '2001-03-09', '2001-03-09T15:10', '2001'],
      ...Array<string>(6).fill('2001'),
    ]);
    expect(issues.map(({ message }) => message)).to.deep.equal([
      'row 2, column "Monat": no month (3 cells of this column): "13"; left out; expected 1 to 12, or a name',
      'row 4, column "Tag": a day without a month: "5"; left out; expected both',
      'row 5, column "Tag": no day of that month: "30"; left out; expected its number',
      'row 6, column "Uhrzeit": no time of day: "25:00"; left out; expected a time such as "15:10"',
    ]);
    expect(whenOf(lines('title,year,month,day,hour,minute', 'A,2001,3,9,0,5'))).to.deep.equal([
      '2001-03-09T00:05',
    ]);
  });

  it('hands on what it can not read, to be an issue there', () => {
    const result = read(lines('title,start,end', 'A,1914,some day', 'B,2020-13-45,'));
    expect(result.events.map(({ start, end, date }) => [start, end, date])).to.deep.equal([
      ['1914', 'some day', undefined],
      [undefined, undefined, '2020-13-45'],
    ]);
    expect(result.issues).to.deep.equal([]);
    // As it is written, though the order of day and month is known.
    expect(whenOf(lines('title,date', 'A,31.02.1960', 'B,13.2.1960', 'C,1/13.1960'))).to.deep.equal([
      '31.02.1960',
      '1960-02-13',
      '1/13.1960',
    ]);
    expect(parseDate('2020-13-45').ok).to.equal(false);
  });
});
