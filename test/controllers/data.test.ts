import { expect } from '@open-wc/testing';
import type { Issue } from '../../src/data/issue.js';
import type { TimelineView } from '../../src/timeline-view.js';
import {
  find,
  frames,
  listen,
  mount,
  parts,
  settled,
  sleep,
  textOf,
  until,
} from '../timeline-view/mounted.js';
import { newKey, otherOrigin, put, seen, stored } from './server.js';

const one = (id: string) => ({ id, date: '2025', title: id });
const documentOf = (...ids: string[]) => JSON.stringify({ events: ids.map(one) });
const ids = (element: TimelineView) => element.visibleEvents().map(({ id }) => id);
const notice = (element: TimelineView) => textOf(parts(element, 'notice')[0]);
const isBusy = (element: TimelineView) => find(element, '#view')!.ariaBusy === 'true';
const states = (element: TimelineView) =>
  ['loading', 'error', 'empty'].filter(name => element.matches(`:state(${name})`)).join();
const codes = ({ issues }: { issues: readonly Issue[] }) => issues.map(({ code }) => code);

/** What authors are told in the console, from the call on. */
let warned: string[] = [];
const { warn } = console;
beforeEach(() => {
  warned = [];
  console.warn = (text: string) => void warned.push(text);
});
afterEach(() => {
  console.warn = warn;
});

/** More records than are read at once. */
const many = Array.from({ length: 2_500 }, (_, i) => ({ id: `e${i}`, date: '2025', title: `Event ${i}` }));

describe('data of properties', () => {
  const { now } = performance;
  // Time goes on by itself, so that no machine is fast enough to read many in one turn.
  beforeEach(() => {
    let ms = now.call(performance);
    performance.now = () => (ms += 4);
  });
  afterEach(() => {
    performance.now = now;
  });

  it('are there with the update that takes them in, and many of them once they are read', async () => {
    const element = await mount({ events: many.slice(0, 2_000) });
    expect(element.visibleEvents()).to.have.length(2_000);
    const sent = listen(element);
    element.data = { title: 'Many', events: many };
    await element.updateComplete;
    expect([states(element), isBusy(element), sent]).to.eql(['loading', true, []]);
    expect(element.visibleEvents()).to.have.length(2_000);
    await element.ready;
    expect(element.visibleEvents()).to.have.length(2_500);
    expect([states(element), isBusy(element)]).to.eql(['', false]);
    expect(sent.map(({ type, detail }) => [type, detail.count])).to.eql([['load', 2_500]]);
  });

  it('give way to what is given meanwhile', async () => {
    const element = await mount();
    const sent = listen(element);
    element.events = many;
    await element.updateComplete;
    element.events = [one('last')];
    await element.ready;
    await sleep(50);
    expect(ids(element)).to.eql(['last']);
    expect(sent.map(({ type }) => type)).to.eql(['load']);
  });

  it('can be given up by the reader; what was on show stays', async () => {
    const element = await mount({ events: [one('kept')] });
    const sent = listen(element);
    element.events = many;
    await element.updateComplete;
    find<HTMLButtonElement>(element, '.notice button')!.click();
    await element.ready;
    await sleep(50);
    expect(ids(element)).to.eql(['kept']);
    expect(sent.map(({ type, detail }) => [type, detail.kind, detail.url])).to.eql([
      ['error', 'cancelled', ''],
    ]);
    expect(notice(element)).to.equal('Loading was stopped. Technical detail not loaded: cancelled');
    expect(codes(element)).to.eql(['load-failed']);
  });
});

describe('data from a server', () => {
  it('come with a bar that tells how far, and can be given up and asked for anew', async () => {
    const element = await mount({ events: [one('kept')] });
    const stage = find(element, '.stage')!;
    const { top } = stage.getBoundingClientRect();
    const sent = listen(element);
    element.events = null;
    element.src = '/test-data/halves?ms=1500&id=new';
    const bar = () => find<HTMLProgressElement>(element, '.notice progress');
    await until(() => bar()?.position === 0.25, 'half of the download, a quarter of all');
    expect(ids(element)).to.eql(['kept']);
    expect([states(element), isBusy(element)]).to.eql(['loading', true]);
    expect(bar()!.labels[0]!.textContent).to.include('Loading');
    expect(stage.getBoundingClientRect().top).to.equal(top);
    const button = find<HTMLButtonElement>(element, '.notice button')!;
    expect(textOf(button)).to.equal('Cancel');
    await until(() => getComputedStyle(button).visibility === 'visible', 'it is shown');
    button.focus();
    button.click();
    await element.ready;
    expect(sent.splice(0).map(({ type, detail }) => [type, detail.kind])).to.eql([['error', 'cancelled']]);
    expect([textOf(button), states(element), ids(element)]).to.eql(['Retry', 'error', ['kept']]);
    expect(element.shadowRoot!.activeElement).to.equal(button);
    button.click();
    await element.ready;
    expect(ids(element)).to.eql(['new']);
    expect(sent.map(({ type, detail }) => [type, detail.count])).to.eql([['load', 1]]);
    expect(notice(element)).to.equal('');
  });

  it('are looked for again and again; nothing is shown of that, and a failure keeps what was there', async () => {
    const key = newKey();
    await put(key, documentOf('first'));
    const element = await mount({ src: stored(key, 'etag') }, { attributes: { refresh: '0.05' } });
    const sent = listen(element);
    const mark = () => parts(element, 'mark')[0];
    const first = mark();
    const before = await seen(key);
    for (let n = before.length; n < before.length + 3; n = (await seen(key)).length) await sleep(20);
    expect(sent).to.eql([]); // there was nothing new
    expect(mark()).to.equal(first);
    await put(key, 'no data', 500);
    await until(() => sent.length > 2, 'it failed again and again');
    expect([states(element), ids(element), sent[0]!.detail.status]).to.eql(['error', ['first'], 500]);
    await element.updateComplete;
    expect(notice(element)).to.include('status 500');
    await put(key, documentOf('first'));
    await until(() => states(element) === '', 'all is well again');
    await put(key, documentOf('first', 'second'));
    await until(() => ids(element).length === 2, 'there is something new');
    expect(sent.at(-1)!.type).to.equal('load');
    expect(
      new Set((await seen(key)).slice(1).map(({ headers }) => headers['if-none-match'] !== undefined)),
    ).to.eql(new Set([true]));
    element.refresh = 0;
    // However often it failed, the author is told once.
    expect(warned).to.have.length(1);
  });

  it('are read anew in another format or with other columns, and not twice for the same', async () => {
    const key = newKey();
    await put(key, 'When,What,Extra\n2025-01,A,B\n');
    const element = await mount({ src: stored(key) });
    const sent = listen(element);
    const title = () => element.visibleEvents()[0]?.title;
    element.format = 'csv';
    element.columns = { title: 'What', date: 'When' };
    await element.ready;
    expect(title()).to.equal('A');
    element.columns = { title: 'What', date: 'When' };
    element.maxEvents = 10;
    await element.ready;
    expect(await seen(key)).to.have.length(2);
    element.columns = { title: 'Extra', date: 'When' };
    await element.ready;
    expect(title()).to.equal('B');
    expect(await seen(key)).to.have.length(3);
    expect(sent.map(({ type }) => type)).to.eql(['load', 'load']);
  });

  it('are held to the caps that the author sets', async () => {
    const element = await mount({}, { attributes: { 'max-bytes': '50', 'max-events': '2' } });
    const sent = listen(element);
    element.src = '/test-data/one.json';
    await element.ready;
    expect(sent.splice(0).map(({ detail }) => detail.kind)).to.eql(['size']);
    expect(element.issues[0]!.message).to.match(/"max-bytes"/);
    const key = newKey();
    await put(key, documentOf('a', 'b', 'c'));
    element.removeAttribute('max-bytes');
    element.src = stored(key);
    await element.ready;
    expect([ids(element), codes(element)]).to.eql([['a', 'b'], ['too-many-events']]);
    element.src = null;
    element.events = [one('a'), one('b'), one('c')];
    await element.ready;
    expect([ids(element), codes(element)]).to.eql([['a', 'b'], ['too-many-events']]);
  });

  it('says of unknown words and numbers what is known', async () => {
    const element = await mount(
      { events: [one('a')] },
      { attributes: { format: 'xml', 'max-bytes': 'much', 'max-events': '0', refresh: '-1' } },
    );
    expect(element.issues.map(({ code, path }) => [code, path])).to.eql(
      ['format', 'max-bytes', 'max-events', 'refresh'].map(name => ['invalid-value', name]),
    );
    expect(element.issues[0]!.message).to.match(/^format: invalid value: "xml"; expected "auto", "json", /);
    expect(ids(element)).to.eql(['a']);
  });

  it('are decoded as the server says, from another origin too', async () => {
    const element = await mount({ src: '/test-data/windows-1252.json' });
    expect(ids(element)).to.eql(['Orléans']);
    element.src = '/test-data/utf-16.json';
    await element.ready;
    expect(ids(element)).to.eql(['Łódź']);
    element.src = `${await otherOrigin()}/test-data/one.json?id=far&cors=${location.origin}`;
    await element.ready;
    expect(ids(element)).to.eql(['far']);
  });

  it('are no web page, unless one is asked for', async () => {
    const element = await mount({ src: '/test-data/wrong-type' });
    expect(element.issues[0]!.message).to.include('a web page instead of data');
    const sent = listen(element);
    element.format = 'html';
    await element.ready;
    expect(sent.map(({ detail }) => detail.kind)).to.not.include('type');
  });

  it('harm nobody by the names of their fields', async () => {
    const key = newKey();
    const evil = '{"polluted":1,"constructor":{"prototype":{"polluted":1}}}';
    const fields = `"__proto__":${evil},"constructor":${evil},"prototype":${evil}`;
    await put(
      key,
      `{${fields},"lanes":[{${fields},"id":"l","title":"L"}],"events":[{${fields},"id":"a","date":"2025","title":"A","lane":"l"},` +
        `{"id":"b","date":"2025","title":"B","sources":[{${fields},"title":"S"}]}]}`,
    );
    const element = await mount({ src: stored(key) });
    expect(ids(element)).to.have.members(['a', 'b']);
    for (const value of [{}, [], element.getEvent('a')!, element.getEvent('b')!])
      expect((value as { polluted?: unknown }).polluted).to.equal(undefined);
    expect(element.getEvent('b')!.title).to.equal('B');
  });
});

describe('what is said of the data', () => {
  it('the author is told once for each load with issues, and nothing where all is well', async () => {
    const element = await mount({ events: [one('a')] });
    expect(warned).to.eql([]);
    element.events = Array.from(
      { length: 5 },
      (_, i) => ({ date: `2025-1${i}`, title: `E${i}`, status: 'perhaps' }) as never,
    );
    await settled(element);
    expect(warned).to.have.length(1);
    expect(warned[0]).to.match(
      /^<timeline-view>: 7 issues; its property "issues" has all\n- events\[3\]\.date: .*\n- events\[4\]\.date: .*\n- .*\n… and 4 more$/,
    );
    element.events = null;
    element.src = '/test-data/404';
    await settled(element);
    expect(warned).to.have.length(2);
    expect(warned[1]).to.match(
      /^<timeline-view>: 1 issue; .*\n- src: not loaded: status 404: "http[^\n]*"; check the address[^\n]*$/,
    );
    await element.reload();
    expect(warned).to.have.length(3);
    element.src = '/test-data/one.json';
    await settled(element);
    await frames();
    expect(warned).to.have.length(3);
  });

  for (const [src, kind, words] of [
    ['/test-data/404', 'http', 'status 404'],
    ['/test-data/truncated', 'network', 'no answer'],
    ['/test-data/picture', 'type', 'image/png instead of data'],
    ['/test-data/broken.json', 'data', 'line 1, column 32'],
    ['/test-data/shape.json', 'data', '"neither an object nor a list"; expected an object'],
    ['/test-data/nothing.json', 'data', 'nothing.json": no data'],
    ['blob:https://example.org/x', 'url', 'not an http or https address'],
  ] as const)
    it(`${src}: by event, issue, state, notice and console, and what was on show stays`, async () => {
      const element = await mount({ src: '/test-data/one.json?id=kept' });
      const sent = listen(element);
      element.src = src;
      await element.updateComplete;
      if (kind !== 'url') expect(isBusy(element)).to.equal(true);
      await element.ready;
      expect(sent.map(({ type, detail }) => [type, detail.kind])).to.eql([['error', kind]]);
      expect(Object.keys(sent[0]!.detail)).to.have.members(['kind', 'status', 'url', 'cause']);
      expect([states(element), isBusy(element), ids(element)]).to.eql(['error', false, ['kept']]);
      expect(element.issues[0]!.severity).to.equal('error');
      expect(notice(element))
        .to.match(/^(The|There) [^"]*\. Technical detail /)
        .and.to.include(words);
      // Another try could make nothing better of an address that is none.
      expect(notice(element).endsWith(' Retry')).to.equal(kind !== 'url');
      expect(warned).to.have.length(1);
      expect(warned[0]).to.include(words);
    });

  it('nothing of that where there is nothing in the data', async () => {
    const element = await mount({ src: '/test-data/empty.json' });
    expect([states(element), element.issues, warned]).to.eql(['empty', [], []]);
    expect(notice(element)).to.equal('No events.');
  });
});
