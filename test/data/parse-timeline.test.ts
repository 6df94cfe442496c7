import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { findJsonFault } from '../../src/data/formats/json-fault.js';
import { parseTimeline } from '../../src/data/parse-timeline.js';
import { finish } from '../../src/data/work.js';
import { HOSTILE_TEXTS } from '../render/hostile-texts.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('parseTimeline(text)', () => {
  it('reads a document, and a list of events', async () => {
    for (const text of ['{ "title": "T", "events": [{ "title": "A" }] }', '[{ "title": "A" }]']) {
      const { document, issues } = await parseTimeline(text);
      expect(issues).to.deep.equal([]);
      expect(document.events.map(({ title }) => title)).to.deep.equal(['A']);
    }
  });

  it('reads bytes, with and without a byte order mark', async () => {
    const text = '[{ "title": "Añejo 😀" }]';
    const utf16 = (littleEndian: boolean) => {
      const view = new DataView(new ArrayBuffer(2 * (text.length + 1)));
      [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].forEach((code, i) =>
        view.setUint16(2 * i, code, littleEndian),
      );
      return new Uint8Array(view.buffer);
    };
    for (const bytes of [
      text,
      `\ufeff${text}`,
      utf8(text),
      utf8(`\ufeff${text}`),
      utf16(true),
      utf16(false),
    ]) {
      const { document } = await parseTimeline(bytes);
      expect(document.events[0]?.title).to.equal('Añejo 😀');
    }
  });

  it('reads no bytes that are no text, and says nothing else of them', async () => {
    let state = 19;
    const random = Uint8Array.from({ length: 3000 }, () => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state >>> 24;
    });
    for (const fileName of ['a.dat', 'a.json', 'a.csv']) {
      const { document, issues } = await parseTimeline(random, { fileName });
      expect(document.events).to.eql([]);
      expect(issues.map(({ message }) => message)).to.eql([
        'a file that is not text instead of data; data are needed: JSON, CSV, …',
      ]);
    }
    // Damaged text is read for all that.
    const { document } = await parseTimeline(`title,date\na\0\x01\x02\x03,2020\n${'\x1a'.repeat(3)}`);
    expect(document.events[0]!.title).to.equal('a\0\x01\x02\x03');
  });

  it('reads a buffer and any view of one', async () => {
    const { buffer, length } = utf8('..[{ "title": "A" }]....');
    const given = [
      buffer.slice(2, 20),
      new DataView(buffer, 2, length - 6),
      new Uint16Array(buffer, 2, (length - 6) / 2),
    ];
    for (const bytes of given) {
      const { document, issues } = await parseTimeline(bytes);
      expect([document.events[0]?.title, issues]).to.eql(['A', []]);
    }
  });

  it('says what to pass in place of what is no text', async () => {
    const table: readonly [given: unknown, words: RegExp][] = [
      [new Blob(['[]']), /instead of a Blob: .*arrayBuffer\(\)/],
      [new File(['[]'], 'a.json'), /instead of a File: .*arrayBuffer\(\)/],
      [[{ title: 'A' }], /instead of a list: .*JSON\.stringify\(\)/],
      [{ events: [] }, /instead of an object: .*JSON\.stringify\(\)/],
      [Promise.resolve('[]'), /instead of a Promise: await it/],
      [undefined, /instead of undefined$/],
      [7, /instead of a number$/],
    ];
    for (const [given, words] of table) {
      const error = await parseTimeline(given as string).then(
        () => null,
        (cause: unknown) => cause,
      );
      expect(error).to.be.instanceOf(TypeError);
      expect((error as Error).message).to.match(words);
    }
  });

  it('rejects for a mistake in the code only', async () => {
    const failure = async (...args: unknown[]) =>
      (parseTimeline as (...args: unknown[]) => Promise<unknown>)(...args).then(
        () => 'none',
        (error: unknown) => (error as Error).name,
      );
    expect(await failure('[]', { format: 'docx' })).to.equal('RangeError');
    expect(await failure(42)).to.equal('TypeError');
    expect(await failure(null)).to.equal('TypeError');
    expect(await failure('{')).to.equal('none');
    expect(await failure('[]', { format: 'json' })).to.equal('none');
  });

  describe('says where JSON is broken, and how to mend it', () => {
    const issueOf = async (text: string) => (await parseTimeline(text, { format: 'json' })).issues[0];
    const table: readonly [text: string, line: number, column: number, remedy: RegExp][] = [
      ['{\n  "events": [\n', 3, 1, /end comes too early; expected "]"/],
      ['{ "events": [1, 2,] }', 1, 18, /a comma before "]"; remove it/],
      ['{ "a": 1,\r\n}', 1, 9, /a comma before "}"; remove it/],
      ["{ 'a': 1 }", 1, 3, /wrong quotes: '; expected "/],
      ['{ “a”: 1 }', 1, 3, /wrong quotes: “; expected "/],
      ["[\n'a']", 2, 1, /wrong quotes/],
      ['{ title: "x" }', 1, 3, /without quotes: "title"/],
      ['// events\n[]', 1, 1, /a comment; remove it/],
      ['[1, /* two */ 2]', 1, 5, /a comment; remove it/],
      ['[1 2]', 1, 4, /no comma before "2"/],
      ['{ "a": "b"\r  "c": 1 }', 2, 3, /no comma before/],
      ['{ "a" 1 }', 1, 7, /expected ":"/],
      ['{ "a": undefined }', 1, 8, /unexpected "undefined"; write null/],
      ['[NaN]', 1, 2, /unexpected "NaN"; write null/],
      ['[True]', 1, 2, /unexpected "True"; write true/],
      ['[-Infinity]', 1, 2, /unexpected "-Infinity"; write null/],
      ['{ {% for x in y %} }', 1, 3, /a template that was not filled in: "{{"/],
      ['[{% for x in y %}]', 1, 3, /a template that was not filled in: "{%"/],
      ['[01]', 1, 2, /unexpected "01"/],
      ['[+1]', 1, 2, /unexpected "\+1"/],
      ['[1,,2]', 1, 4, /unexpected ","/],
      ['[1}', 1, 3, /unexpected "}"; expected ","/],
      ['{ ] }', 1, 3, /unexpected "]"/],
      ['[] []', 1, 4, /more after the end: "\["; put all into one list/],
      ['[] 1', 1, 4, /more after the end: "1"; remove it/],
      ['["a\nb"]', 1, 4, /a text is not ended.*or \\n for that character/],
      ['["a\u0001b"]', 1, 4, /a text is not ended.*or \\u0001 for that character/],
      ['load({ "a": 1, })', 1, 14, /a comma before "}"/],
      ['["a\\x"]', 1, 4, /unknown escape: "x"; expected \\\\/],
      ['["a', 1, 4, /end comes too early; expected a closing "/],
      ['\ufeff[1,]', 1, 3, /a comma/],
    ];
    for (const [text, line, column, remedy] of table) {
      it(JSON.stringify(text), async () => {
        const { document, issues } = await parseTimeline(text, { format: 'json' });
        expect(document.events).to.deep.equal([]);
        const faults = issues.filter(({ code }) => code !== 'unexpected-format');
        expect(faults.length).to.equal(1);
        const { code, path, message, severity } = faults[0]!;
        expect([code, path, severity]).to.deep.equal([
          'invalid-json',
          `line ${line}, column ${column}`,
          'error',
        ]);
        expect(message).to.match(remedy);
        expect(message.startsWith(`${path}: invalid JSON: `)).to.equal(true);
      });
    }

    it('for whatever was cut out of JSON or put into it', () => {
      const damage = fc.tuple(
        fc.json(),
        fc.nat(),
        fc.nat({ max: 3 }),
        fc.constantFrom('', ',', '"', '{', ']', "'", '\\', '\n', '0', 'x', '/*'),
      );
      fc.assert(
        fc.property(damage, ([json, place, length, insert]) => {
          const at = place % (json.length + 1);
          const text = json.slice(0, at) + insert + json.slice(at + length);
          try {
            JSON.parse(text);
          } catch {
            const fault = finish(findJsonFault(text));
            expect(fault.problem).not.to.contain('nested');
            expect(fault.at).to.be.within(0, text.length);
          }
        }),
        { seed: 2025, numRuns: 2000 },
      );
    });

    it('however deep it is', async () => {
      expect((await issueOf('['.repeat(200_000)))!.path).to.equal('line 1, column 200001');
      expect((await issueOf(`${'['.repeat(50_000)}1,${']'.repeat(50_000)}`))!.path).to.equal(
        'line 1, column 50002',
      );
    });
  });

  it('hands hostile texts on as they are, and makes nothing of them', async () => {
    const records = HOSTILE_TEXTS.map(text => ({
      id: text,
      title: text,
      short: text,
      summary: text,
      date: text,
      lane: text,
      tags: [text],
      people: [text],
      place: text,
      url: text,
      status: text,
      color: text,
      sources: [{ title: text, url: text, quote: text }],
      links: [{ to: text, rel: text, label: text }],
    }));
    const { document, issues } = await parseTimeline(
      JSON.stringify({ title: HOSTILE_TEXTS[0], events: records }),
    );
    expect(document.title).to.equal(HOSTILE_TEXTS[0]);
    expect(document.events.length).to.equal(HOSTILE_TEXTS.length);
    document.events.forEach((event, i) => {
      const text = HOSTILE_TEXTS[i]!;
      expect(event).to.deep.include({
        title: text,
        short: text,
        summary: text,
        place: text,
        url: text,
        tags: [text],
      });
      expect(event.links).to.deep.equal([{ to: text, rel: text, label: text }]);
      expect(event.sources).to.deep.equal([{ title: text, url: text, quote: text }]);
      if (!event.span) expect(event.dateText).to.equal(text);
      expect(event.status).to.equal(undefined);
      expect(event.color ?? 'red').to.match(/^[a-zA-Z]+$/);
      expect(document.lanes.find(({ id }) => id === event.lanes[0])!.title).to.equal(text);
    });
    expect(issues.every(({ message }) => message.length < 300)).to.equal(true);
  });
});

describe('data/us-mexico-2025.json', () => {
  const load = async () => parseTimeline(await (await fetch('/data/us-mexico-2025.json')).text());

  it('is without fault', async () => expect((await load()).issues).to.deep.equal([]));

  it('has twelve facts and an era, each as firm as it is known', async () => {
    const { document } = await load();
    const facts = document.events.filter(({ kind }) => kind !== 'era');
    expect(document.events.length).to.equal(13);
    expect(facts.map(({ status }) => status)).to.deep.equal(
      'confirmed reported confirmed confirmed confirmed reported reported confirmed refuted confirmed confirmed confirmed'.split(
        ' ',
      ),
    );
    expect(facts.map(({ lanes }) => lanes.join())).to.deep.equal(
      'us us us us us mexico us us us us mexico press'.split(' '),
    );
    expect(document.lanes.map(({ title }) => title)).to.deep.equal(['United States', 'Mexico', 'Press']);
    expect(document.asOf!.source).to.equal('2025-11-19');
  });

  it('has the dates as the report gives them', async () => {
    const { document } = await load();
    expect(document.events.map(({ span }) => span?.source ?? null)).to.deep.equal([
      '2024-05/2025-04',
      '2025-08',
      '2025-09-02/..',
      '2025-10-02',
      null,
      null,
      '2025-11-15/2025-11-16',
      '2025-11-17',
      '2025-11-17',
      '2025-11-17',
      '2025-11-18',
      '2025-11-19',
      '2025-09-02/..',
    ]);
  });

  it('says of every fact who published it, and invents no address', async () => {
    const { document } = await load();
    for (const { kind, summary, sources, id, links, data } of document.events) {
      expect(summary, id).to.be.a('string').that.is.not.empty;
      if (kind === 'era') continue;
      expect(
        sources.some(({ publisher, date }) => publisher === 'bnl editorial staff' && date === '2025-11-19'),
        id,
      ).to.equal(true);
      expect(links.some(({ to, rel }) => to === 'report' && rel === 'cites')).to.equal(id !== 'report');
      expect(JSON.stringify(data)).not.to.contain('http');
    }
  });

  it('relates the facts', async () => {
    const { document } = await load();
    const relations = document.events.flatMap(({ id, links }) =>
      links.filter(({ rel }) => rel !== 'cites').map(({ rel, to }) => `${id} ${rel} ${to}`),
    );
    expect(relations).to.have.members([
      'order precedes strikes',
      'order enables strikes',
      'memo justifies strikes',
      'calls precedes rejection',
      'claim contradicted-by overdoses',
      'claim same-occasion answer',
      'embassy responds-to answer',
      'rejection responds-to answer',
      'campaign part-of strikes',
    ]);
  });
});
