import { expect } from '@open-wc/testing';
import { IssueLog } from '../../../src/data/issue-log.js';
import { LaneTable } from '../../../src/data/lane-table.js';
import { readRecords } from '../../../src/data/formats/records.js';
import { parseTimeline, readTimeline, type Drive } from '../../../src/data/parse-timeline.js';
import { finish } from '../../../src/data/work.js';

const list = <T>(count: number, item: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => item(i));
const day = (i: number): string => `${1900 + (i % 100)}-0${1 + (i % 9)}-1${i % 10}`;
const json = (value: unknown): string => JSON.stringify(value);
const messagesIn = async (text: string): Promise<string> =>
  (await parseTimeline(text)).issues.map(({ message }) => message).join('\n');

/** In how many steps a text becomes a table. */
async function stepsOf(text: string): Promise<number> {
  let steps = 0;
  const drive: Drive = async work => {
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
      steps++;
    }
  };
  await readTimeline({ text }, {}, drive);
  return steps;
}

/** How often maps and sets are asked while something runs. */
async function lookupsIn(run: () => unknown): Promise<number> {
  let count = 0;
  const asked: [object: { get?: unknown; has?: unknown }, name: 'get' | 'has'][] = [
    [Map.prototype, 'get'],
    [Map.prototype, 'has'],
    [Set.prototype, 'has'],
  ];
  const before = asked.map(([object, name]) => object[name] as (...args: unknown[]) => unknown);
  asked.forEach(([object, name], i) => {
    object[name] = function (this: unknown, ...args: unknown[]) {
      count++;
      return before[i]!.apply(this, args);
    };
  });
  try {
    await run();
  } finally {
    asked.forEach(([object, name], i) => (object[name] = before[i]));
  }
  return count;
}

/** Texts of any size, each of which some reader might take in one piece. */
const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  'wide tables': size =>
    [`date,${list(size / 20, c => `Field ${c}`).join()}`]
      .concat(list(20, row => [day(row), ...list(size / 20, c => c * row)].join()))
      .join('\n'),
  'lists of objects in foreign terms': size =>
    json(list(size, i => ({ when: day(i), headline: `Event ${i}`, body: 'What was there to see' }))),
  lanes: size => json({ lanes: list(size, i => ({ id: `l${i}` })), events: [{ title: 'A', date: '1914' }] }),
  'groups of vis-timeline': size =>
    json({
      items: [{ id: 1, content: 'A', start: '1914-07-28' }],
      groups: list(size, i => ({ id: i, content: `G ${i}` })),
    }),
  'results of SPARQL': size =>
    json({
      head: { vars: ['item', 'itemLabel', 'date'] },
      results: {
        bindings: list(size, i => ({
          item: { type: 'uri', value: `http://example.org/${i}` },
          itemLabel: { type: 'literal', value: `Event ${i}` },
          date: { type: 'literal', value: day(i) },
        })),
      },
    }),
  'a broken line of JSON Lines': size =>
    `{"title":"A","date":"1914"}\n[${'{"title":"A"},'.repeat(size * 4)}\n`,
  'long texts of pages': size => `<ul><li><time>1914</time> War</li></ul><p>${'word '.repeat(size * 20)}</p>`,
};

describe('readTimeline(source)', () => {
  for (const [name, make] of Object.entries(TEXTS))
    it(`rests more often for longer ${name}`, async () => {
      const [few, many] = [await stepsOf(make(4000)), await stepsOf(make(16_000))];
      expect(many / few).to.be.greaterThan(2.5);
    });

  it('does no more than twice the work for twice as many columns of one name', async () => {
    const read = (count: number) => () => parseTimeline(`date,title${',same'.repeat(count)}\n1914-07-28,War`);
    const [few, many] = [await lookupsIn(read(400)), await lookupsIn(read(800))];
    expect(many / few).to.be.within(1.5, 2.5);
  });

  it('does no more than twice the work for twice as many lanes in each other', async () => {
    const read = (count: number) => () => {
      const lanes = list(count, i => ({ id: `l${i}`, parent: `l${i - 1}` }));
      finish(new LaneTable().declare(lanes, new IssueLog()));
    };
    const [few, many] = [await lookupsIn(read(1000)), await lookupsIn(read(2000))];
    expect(many / few).to.be.within(1.5, 2.5);
  });

  it('writes no more than twice as many fields for twice as many objects with names of their own', () => {
    const fieldsOf = (count: number): number => {
      const value = list(count, i => ({ when: day(i), headline: `Event ${i}`, [`key ${i}`]: i }));
      const { events } = finish(readRecords(value)!).document;
      return (events as object[]).reduce((sum, event) => sum + Object.keys(event).length, 0);
    };
    expect(fieldsOf(800) / fieldsOf(400)).to.be.within(1.5, 2.5);
  });
});

describe('what is left out of very large texts is an issue', () => {
  it('columns', async () => {
    const names = list(1200, i => `Field ${i}`);
    const csv = `date,title,${names.join()}\n1914-07-28,War,${names.join()}`;
    const { document, issues } = await parseTimeline(csv);
    expect(issues.map(({ message }) => message).join('\n')).to.match(/more columns than are read: 1202/);
    expect(document.events[0]!.data).to.include({ 'Field 0': 'Field 0', 'Field 997': 'Field 997' });
    expect(document.events[0]!.data).not.to.have.property('Field 998');
    const objects = json(list(1200, i => ({ when: day(i), headline: 'A', [`key ${i}`]: i })));
    expect(await messagesIn(objects)).to.match(/more columns than are read: 1202/);
  });

  it('lanes of an event', async () => {
    const { document, issues } = await parseTimeline(
      json([{ title: 'A', date: '1914', lane: list(1200, i => `lane ${i}`) }]),
    );
    expect(issues.map(({ message, path }) => `${path} ${message}`).join('\n')).to.match(
      /^events\[0\]\.lane .*more lanes than an event can stand in: 1200; it stands in the first 1000/,
    );
    expect(document.lanes.length).to.equal(1000);
  });

  it('JSON-LD within JSON-LD', async () => {
    const open = list(5000, i => `"@type":"Event","name":"Event ${i}","startDate":"${day(i)}","subEvent":{`);
    const deep = `{"@context":"https://schema.org",${open.join('')}"@type":"Event"${'}'.repeat(5001)}`;
    const { document, issues } = await parseTimeline(deep);
    expect(issues.map(({ code }) => code)).to.deep.equal(['invalid-document']);
    expect(issues[0]!.message).to.match(/more than 256 values in each other/);
    expect(document.events.length).to.equal(257);
    // A graph that is not deep may lead as far as it likes.
    const graph = list(1000, i => ({
      '@id': `e${i}`,
      '@type': 'Event',
      name: `Event ${i}`,
      startDate: day(i),
      subEvent: { '@id': `e${i + 1}` },
    }));
    const chain = await parseTimeline(json({ '@context': 'https://schema.org', '@graph': graph }));
    expect(chain.issues).to.deep.equal([]);
    expect(chain.document.events.filter(({ links }) => links.length).length).to.equal(999);
  });

  it('markwhen', async () => {
    const long = list(200, i => `${day(i)}: ${'word '.repeat(400)}`).join('\n');
    const { document, issues } = await parseTimeline(long, { format: 'markwhen' });
    expect(issues.map(({ message }) => message).join('\n')).to.match(
      /^more than 262144 characters of markwhen: 402599; read to line 130; divide the text/,
    );
    expect(document.events.length).to.equal(130);
    const line = `1914: War${' and war'.repeat(1000)}`;
    const cut = await parseTimeline(line, { format: 'markwhen' });
    expect(cut.issues.map(({ message }) => message).join('\n')).to.match(
      /^line 1: too many characters: 8009; the first 4096 are read/,
    );
    expect(cut.document.events.length).to.equal(1);
  });
});
