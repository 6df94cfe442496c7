import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { readSource } from '../../dist/cli/read-source.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { version, bin } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const program = path.join(root, bin['timeline-view']);

/** Runs the program; `input` is what it gets on the standard input. */
const run = (args, input = '') =>
  new Promise(resolve => {
    const child = execFile(process.execPath, [program, ...args], (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, stdout, stderr }),
    );
    child.stdin.end(input);
  });

const story = {
  title: 'War',
  events: [
    { id: 'a', title: 'A', date: '1914/1918', lane: 'West' },
    { id: 'b', title: 'B', date: '1916-02' },
  ],
};

describe('timeline-view check', () => {
  let folder;
  let server;
  let origin;
  const file = (name, text) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'timeline-view-'));
    server = createServer((request, response) => {
      if (request.url === '/endless') {
        const flood = () => {
          while (!response.destroyed && response.write(' '.repeat(1e6)));
        };
        response.on('drain', flood);
        return flood();
      }
      if (request.url === '/silent') return undefined;
      if (request.url !== '/story') return response.writeHead(404).end();
      response.setHeader('content-type', 'text/csv; charset=windows-1251');
      response.end(Buffer.from([...Buffer.from('title,date\n'), 0xcf, 0xf0, ...Buffer.from(',2025-08\n')]));
    });
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  it('says what is in a file that is without fault', async () => {
    const { code, stdout, stderr } = await run(['check', file('story.json', JSON.stringify(story))]);
    assert.deepEqual([code, stderr], [0, '']);
    assert.equal(stdout, '2 events, 1914–1918, 1 lane; nothing wrong\n');
  });

  it('tells every issue, errors first and without colour, and fails', async () => {
    const events = [
      { title: 'A', date: '1914', status: 'aledged' },
      { title: 'B', date: '1914-13' },
    ];
    const { code, stdout } = await run(['check', file('typos.json', JSON.stringify(events))]);
    assert.equal(code, 1);
    const lines = stdout.trim().split('\n');
    assert.match(lines[0], /^error: events\[1\]\.date: invalid date: "1914-13"/);
    assert.match(lines[1], /^warning: events\[0\]\.status: unknown status: "aledged"/);
    assert.deepEqual(lines.slice(2), ['2 events, 1914; 1 error, 1 warning']);
    assert.ok(!stdout.includes('\x1b'));
  });

  it('reads an address, by the content type and charset of the answer', async () => {
    const { code, stdout } = await run(['check', `${origin}/story`, '--to', 'json']);
    assert.equal(code, 0);
    const [event] = JSON.parse(stdout).events;
    assert.deepEqual([event.title, event.date], ['Пр', '2025-08']);
    const missing = await run(['check', `${origin}/none`]);
    assert.deepEqual([missing.code, missing.stderr], [1, `${origin}/none: status 404\n`]);
  });

  it('reads the standard input, in the format and with the columns that are named', async () => {
    const { code, stdout } = await run(
      ['check', '-', '--format', 'csv', '--columns', 'title=Was, date = Wann'],
      'Was,Wann\nA,1914\n',
    );
    assert.deepEqual([code, stdout], [0, '1 event, 1914; nothing wrong\n']);
  });

  it('converts: the data to the standard output, the rest to the other', async () => {
    const place = file('story.json', JSON.stringify(story));
    const convert = async to => {
      const { code, stdout, stderr } = await run(['check', place, '--to', to]);
      const lost = to === 'csv' ? 'left out of csv: title of the document\n' : '';
      assert.deepEqual([code, stderr], [0, `2 events, 1914–1918, 1 lane; nothing wrong\n${lost}`], to);
      const again = await run(['check', '-'], stdout);
      assert.match(again.stdout, /^2 events, 1914–1918/m, `${to}: ${again.stdout}`);
    };
    await Promise.all(['json', 'csv', 'ics', 'json-ld'].map(convert));
  });

  it('says what another format has no place for', async () => {
    const events = [
      { id: 'a', title: 'A', date: '2019-05-01/..', kind: 'era' },
      { title: 'B', date: '199X', links: ['a'] },
      { title: 'C' },
    ];
    const place = file('losses.json', JSON.stringify({ credit: 'X', events }));
    const lossesIn = async to => {
      const { stderr } = await run(['check', place, '--to', to]);
      return stderr.trim().split('\n').slice(1).join('|').replaceAll(`left out of ${to}: `, '');
    };
    assert.deepEqual(await Promise.all(['json', 'csv', 'ics', 'json-ld'].map(lossesIn)), [
      '',
      'credit of the document|links of 1 event',
      'events that are undated, before the year 1 or after 9999: 1|credit of the document|kind of 1 event|links of 1 event',
      'startDate of events whose date only temporalCoverage can say: 1',
    ]);
  });

  it('says why where nothing can be read', async () => {
    const table = [
      [path.join(folder, 'none.json'), 'no such file'],
      [folder, 'a directory; name a file in it'],
      [`${origin}/endless`, 'more than 128 MB'],
    ];
    for (const [place, words] of table) {
      const { code, stdout, stderr } = await run(['check', place]);
      assert.deepEqual([code, stdout, stderr], [1, '', `${place}: ${words}\n`]);
    }
    await assert.rejects(readSource(`${origin}/silent`, 100), {
      message: /\/silent: no answer within 0.1 s$/,
    });
    await assert.rejects(readSource('http://127.0.0.1:9/'), { message: /^http:\S+ no answer: ./ });
  });

  it('ends quietly where nobody reads on', async () => {
    const events = Array.from({ length: 20_000 }, (_, i) => ({ title: `A ${i}`, date: '1914' }));
    const place = file('big.json', JSON.stringify({ events }));
    const child = spawn(process.execPath, [program, 'check', place, '--to', 'json']);
    child.stdout.once('data', () => child.stdout.destroy());
    let said = '';
    child.stderr.on('data', chunk => (said += chunk));
    const code = await new Promise(resolve => child.on('close', resolve));
    assert.deepEqual([code, said], [0, '20000 events, 1914; nothing wrong\n']);
  });

  it('fails with another code where the command is wrong, and helps', async () => {
    const refuse = async line => {
      const { code, stdout, stderr } = await run(line.split(' '));
      assert.deepEqual([code, stdout], [2, ''], line);
      assert.match(stderr, /timeline-view check FILE\|URL\|-/);
    };
    const wrong = [
      'check',
      'chek a',
      'check a b',
      'check a --to docx',
      'check a --columns title',
      'check a --no',
    ];
    await Promise.all(wrong.map(refuse));
    const help = await run(['--help']);
    assert.equal(help.code, 0);
    assert.match(help.stdout, /--columns/);
    assert.equal((await run(['--version'])).stdout, `${version}\n`);
  });
});
