import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { TimelineView } from '../../src/timeline-view.js';
import { engineShare } from '../lib/engine-share.js';
import { openPage, type GuardedPage } from '../lib/guarded-page.js';
import { HOSTILE_TEXTS } from '../render/hostile-texts.js';
// @ts-expect-error plain JavaScript
import { lineOf as placeOf } from '../../demo/embed-data.js';
// @ts-expect-error plain JavaScript
import { readState as stateIn, writeState as fragmentOf } from '../../demo/embed-state.js';
import { marksOf, settled, textOf, until } from './mounted.js';

type State = Readonly<Record<string, string>>;
const lineOf = placeOf as (path: string, text: string) => number | null;
const readState = stateIn as (fragment: string) => Promise<State | null>;
const writeState = fragmentOf as (state: State) => Promise<string | null>;

const open: GuardedPage[] = [];
afterEach(() => open.splice(0).forEach(page => page.close()));

/** The page for a fragment, once it shows what that says. */
async function openEmbed(fragment = '', { csp = true, path = '/demo/embed.html' } = {}) {
  const page = await openPage(`${path}${fragment}`, { csp });
  open.push(page);
  const byId = <T extends HTMLElement = HTMLElement>(id: string) => page.document.getElementById(id) as T;
  const timeline = page.document.querySelector<TimelineView>('timeline-view')!;
  const text = (id: string) => byId(id).textContent;
  /** Writes into a field as a reader does. */
  const type = (id: string, value: string) => {
    const field = byId<HTMLInputElement>(id);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const shown = () => timeline.toJSON().events.map(({ title }) => title);
  const issues = () => [...byId('issues').children].map(({ textContent }) => textContent);
  return { page, byId, timeline, text, type, shown, issues };
}

const json = (titles: readonly string[]) => JSON.stringify(titles.map(title => ({ title, date: '2020' })));

describe('the page that makes timelines', () => {
  it('begins with an example, and keeps all that is set in its address', async () => {
    const { page, text, type, shown, timeline } = await openEmbed();
    await until(() => /^6 events, nothing wrong/.test(text('told')));
    type('text', json(['One', 'Two']));
    type('label', 'Mine');
    type('scale', 'even');
    type('theme', 'museum');
    type('scheme', 'dark');
    type('height', '20');
    await until(() => shown().join() === 'One,Two');
    await until(() => page.window.location.hash.includes('height=20'));
    const again = await openEmbed(page.window.location.hash);
    await until(() => again.shown().join() === 'One,Two');
    for (const element of [timeline, again.timeline]) {
      expect([element.label, element.scale]).to.eql(['Mine', 'even']);
      const style = getComputedStyle(element);
      expect(style.getPropertyValue('--timeline-height')).to.equal('20rem');
      expect(style.getPropertyValue('--timeline-mark-radius')).to.equal('0px');
      expect(style.colorScheme).to.equal('dark');
    }
    expect(again.byId<HTMLTextAreaElement>('text').value).to.equal(json(['One', 'Two']));
    expect([...page.notes(), ...again.page.notes()]).to.eql([]);
  });

  it('lists what is wrong with its line, which a button leads to', async () => {
    const { byId, type, issues, text } = await openEmbed();
    const table = 'title,date\n"A\nb",1914\nC,1914-13\n';
    type('text', table);
    await until(() => issues().length === 1);
    expect(issues()[0]).to.match(/^Line 4 row 3, column "date": invalid date: "1914-13"/);
    expect(text('told')).to.equal('2 events, 1 issue.');
    byId('issues').querySelector('button')!.click();
    const field = byId<HTMLTextAreaElement>('text');
    expect(field.ownerDocument.activeElement).to.equal(field);
    expect(table.slice(field.selectionStart, field.selectionEnd)).to.equal('C,1914-13');
  });

  it('lists what is wrong with what is set, and leads there', async () => {
    const { byId, type, issues, timeline } = await openEmbed();
    type('view', 'long ago');
    type('time-zone', 'Utopia');
    await until(() => issues().length === 2);
    expect(
      issues()
        .map(text => /^\w+ \w+/.exec(text)![0])
        .sort(),
    ).to.eql(['First view', 'Time zone']);
    const [first] = byId('issues').querySelectorAll('button');
    first!.click();
    expect(['view', 'time-zone']).to.include(byId('view').ownerDocument.activeElement!.id);
    type('view', '1610/1612');
    type('time-zone', 'Europe/Rome');
    await until(() => issues().length === 0);
    expect([timeline.timeZone, timeline.getAttribute('view')]).to.eql(['Europe/Rome', '1610/1612']);
  });

  it('opens a file that is dropped', async () => {
    const { byId, shown, page } = await openEmbed();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(
      new File(
        [
          'BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20200101\nSUMMARY:New year\nEND:VEVENT\nEND:VCALENDAR\n',
        ],
        'a.ics',
      ),
    );
    byId('source').dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await until(() => shown().join() === 'New year');
    expect(byId<HTMLTextAreaElement>('text').value).to.match(/^BEGIN:VCALENDAR/);
    await until(() => page.window.location.hash.includes('name=a.ics'));
  });

  it('asks for the address that is given, and for nothing else that is not its own', async () => {
    const { page, byId, text, type, shown } = await openEmbed();
    await until(() => shown().length === 6);
    const own = /^\/(demo|dist\/cdn)\//;
    const asked = () =>
      page.window.performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name))
        .filter(({ origin, pathname }) => origin !== location.origin || !own.test(pathname));
    expect(asked()).to.eql([]);
    const address = `${location.origin}/data/us-mexico-2025.json`;
    type('src', address);
    byId('load').click();
    await until(() => shown().length > 6);
    await until(() => asked().length > 0);
    expect(asked().map(({ href }) => href)).to.eql([address]);
    const [tag] = new DOMParser()
      .parseFromString(text('tag'), 'text/html')
      .getElementsByTagName('timeline-view');
    expect([tag!.getAttribute('src'), tag!.childElementCount]).to.eql([address, 0]);
    expect(page.window.location.hash).to.not.include('data=');
    // What is changed is no longer what lies there.
    type('text', json(['Changed']));
    await until(() => shown().join() === 'Changed');
    expect(text('tag')).to.not.include('src="http://127.0.0.1:9');
    expect(page.window.location.hash).to.match(/data=/).and.not.match(/src=/);
    expect(page.notes()).to.eql([]);
  });

  it('says why where an address gives nothing, and keeps what there is', async () => {
    const { byId, text, type, shown } = await openEmbed();
    await until(() => shown().length === 6);
    for (const [address, words] of [
      ['/no-such-file.json', /status 404/],
      ['javascript:alert(1)', /begins with https/],
      ['http://127.0.0.1:9/', /can’t be reached/],
    ] as const) {
      type('src', address);
      byId('src').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
      await until(() => words.test(text('told')), address);
      expect(shown()).to.have.length(6);
    }
  });

  it('gives a tag, a frame and a file that show the same, whatever the data and the title say', async () => {
    for (const title of [
      'Plain',
      '</script><script>parent.pwned=1</script><!--<script>',
      HOSTILE_TEXTS[9]!,
    ]) {
      const { page, byId, text, type, shown } = await openEmbed();
      type('text', json([title, 'Other']));
      type('label', title);
      type('theme', 'newspaper');
      await until(() => shown()[0] === title && text('frame').includes('theme=newspaper'));

      const tag = new DOMParser().parseFromString(text('tag'), 'text/html');
      expect([...tag.scripts].map(({ type }) => type)).to.eql(['module', 'application/json']);
      const made = tag.querySelector('timeline-view')!;
      expect(made.getAttribute('label')).to.equal(title);
      const { events } = JSON.parse(made.querySelector('script')!.text) as { events: { title: string }[] };
      expect(events.map(event => event.title)).to.eql([title, 'Other']);
      expect(tag.querySelector('style')!.textContent).to.include('--timeline-paper');

      const frame = new DOMParser().parseFromString(text('frame'), 'text/html').querySelector('iframe')!;
      expect(frame.title).to.equal(title);
      const framed = await openEmbed(new URL(frame.src).hash, { path: new URL(frame.src).pathname });
      await until(() => framed.shown().join() === [title, 'Other'].join());
      expect([framed.timeline.label, framed.page.document.title]).to.eql([title, title]);
      expect(framed.page.notes()).to.eql([]);

      const saved = await savedFile(page, () => byId('save').click());
      const unscripted = new DOMParser().parseFromString(saved, 'text/html');
      expect([...unscripted.querySelectorAll('h1, h2')].map(textOf)).to.eql([title, title, 'Other']);
      expect([...unscripted.scripts].map(({ type }) => type)).to.eql([
        'application/json',
        'importmap',
        'module',
      ]);
      const { window, timeline } = await runAlone(saved);
      expect(timeline.toJSON().events.map(event => event.title)).to.eql([title, 'Other']);
      await settled(timeline);
      expect(marksOf(timeline).length).to.be.greaterThan(0);
      // Parts that others load from beside the file are in it.
      timeline.layout = 'vertical';
      await timeline.ready;
      expect(timeline.shadowRoot!.querySelector('.periods')).to.not.equal(null);
      Object.assign(timeline, {
        layout: 'horizontal',
        media: 'click', // asks for nothing before
        events: [{ id: 'a', date: '2025', title: 'A', media: [{ src: '/a.png', alt: 'A' }] }],
        selected: 'a',
      });
      await settled(timeline);
      await until(() => timeline.shadowRoot!.querySelector('[part~="medium"]'), 'the medium');
      await timeline.ready;
      expect(timeline.issues.filter(({ code }) => code === 'load-failed')).to.eql([]);
      expect(
        window.performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith('data:')),
      ).to.eql([]);
      expect((window as { pwned?: number }).pwned ?? (globalThis as { pwned?: number }).pwned).to.equal(
        undefined,
      );
      expect(page.notes()).to.eql([]);
    }
  });

  it('copies, and selects where it may not', async () => {
    const { page, byId, text, shown } = await openEmbed();
    await until(() => shown().length === 6);
    const copied: string[] = [];
    const clipboard = { writeText: (words: string) => Promise.resolve(void copied.push(words)) };
    Object.defineProperty(page.window.navigator, 'clipboard', { value: clipboard, configurable: true });
    const [tag, frame] = page.document.querySelectorAll<HTMLElement>('[data-copies]');
    tag!.click();
    await until(() => text('done') === 'Copied.');
    expect(copied).to.eql([text('tag')]);
    clipboard.writeText = () => Promise.reject(new Error('no'));
    frame!.click();
    await until(() => /^Press/.test(text('done')));
    const { anchorNode, focusNode } = page.window.getSelection()!;
    expect([anchorNode, focusNode].map(node => byId('frame').contains(node))).to.eql([true, true]);
  });
});

/** What a page saves as a file. */
async function savedFile({ document }: GuardedPage, save: () => void): Promise<string> {
  const { URL, HTMLAnchorElement } = document.defaultView!;
  const make = URL.createObjectURL.bind(URL);
  let blob: Blob | undefined;
  URL.createObjectURL = (file: Blob) => make((blob = file));
  HTMLAnchorElement.prototype.click = () => undefined;
  save();
  await until(() => blob, 'a file');
  return blob!.text();
}

/** Runs a page that is nowhere but here. */
async function runAlone(html: string): Promise<{ window: Window; timeline: TimelineView }> {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'width: 900px; height: 700px';
  frame.srcdoc = html;
  after(() => frame.remove());
  await new Promise(resolve => {
    frame.addEventListener('load', resolve, { once: true });
    document.body.append(frame);
  });
  const window = frame.contentWindow!;
  const timeline = frame.contentDocument!.querySelector<TimelineView>('timeline-view')!;
  await window.customElements.whenDefined('timeline-view');
  await timeline.ready;
  return { window, timeline };
}

describe('the line of a place', () => {
  it('in JSON is that of the value, however it is set', () => {
    const strange = fc.string({ unit: fc.constantFrom(...'a"\\{}[],:\n') });
    const event = fc.record({
      title: strange,
      tags: fc.array(strange, { maxLength: 3 }),
      [`{"date"`]: strange,
    });
    fc.assert(
      fc.property(
        fc.array(event, { minLength: 1, maxLength: 5 }),
        fc.nat(4),
        fc.boolean(),
        (events, at, isList) => {
          const index = at % events.length;
          const records = events.map((record, i) => ({ ...record, date: i === index ? 'HERE' : '2020' }));
          const text = JSON.stringify(isList ? records : { title: 'events', events: records }, null, 2);
          const line = text.split('\n').findIndex(each => each.trim().startsWith('"date": "HERE"')) + 1;
          expect(lineOf(`events[${index}].date`, text)).to.equal(line);
          // What is missing is looked for where it should be.
          const start = lineOf(`events[${index}]`, text)!;
          expect(lineOf(`events[${index}].nothing`, text)).to.equal(start);
          expect(start).to.be.below(line);
        },
      ),
      engineShare({ seed: 61, numRuns: 200 }),
    );
  });

  it('in a table counts the ends of lines within cells, and elsewhere is as it is told', () => {
    expect(lineOf('row 3, column "a"', 'a,b\n"x\ny""\nz",1\nw,2')).to.equal(5);
    expect(lineOf('row 1', 'a,b\n1,2')).to.equal(1);
    expect(lineOf('line 7, DTSTART', '')).to.equal(7);
    expect(lineOf('events[0].date', '<ol><li>')).to.equal(null);
    expect(lineOf('', '[]')).to.equal(null);
  });
});

describe('the fragment', () => {
  it('is read as it was written, and where it is broken, not at all', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string({ unit: 'grapheme' }),
        async (text, label) => {
          const state = await readState((await writeState({ text, label, theme: 'museum' }))!);
          expect([state!.text, state!.label, state!.theme]).to.eql([text, label, 'museum']);
        },
      ),
      { seed: 17, numRuns: 50 },
    );
    const odd = await readState(`${(await writeState({ text: 'a', format: 'docx', theme: 'x' }))!}&onload=1`);
    expect([odd!.format, 'onload' in odd!]).to.eql(['', false]);
    for (const fragment of ['', '#', '#section', '#data=%%%', '#data=AAAA', '#label=x'])
      expect(await readState(fragment), fragment).to.equal(null);
  });

  it('is none for what no address holds', async () => {
    let random = 1;
    const noise = Array.from({ length: 90_000 }, () =>
      String.fromCharCode(33 + ((random = (random * 48271) % 2147483647) % 90)),
    ).join('');
    expect(await writeState({ text: noise })).to.equal(null);
  });
});
