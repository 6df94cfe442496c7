import { expect } from '@open-wc/testing';
import { english } from '../../src/language/english.js';
import { readText } from '../lib/browser-commands.js';
import { ownOf } from '../lib/engine-share.js';
import { HOSTILE_TEXTS } from '../render/hostile-texts.js';
import { find, foreign, frames, marksOf, mount, parts } from './mounted.js';

const FIXTURES = '../shared/fixtures/nasty/';

/** As many as the list mounts at a time. */
const BATCH = 200;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

const compact = (text: string) => text.replace(/\s+/g, '');

/** What a label says of the title: as many lines as there is room for, the last one with its "…". */
const labelOf = (mark: Element) =>
  compact([...mark.querySelectorAll('.label .title')].map(line => line.textContent).join('')).replace(
    /…$/,
    '',
  );

/** Whether a text says more than nothing, so that there is something to see of it. */
const isVisible = (text: string) => oneLine(text) !== '';

/** An event that holds a text in every field that takes text. */
const record = (text: string, i: number) => ({
  id: `${i} ${text}`,
  date: String(1800 + i),
  title: text,
  short: text,
  summary: text,
  lane: [`lane ${i % 3}`, ...(i % 20 ? [] : [text])],
  status: text,
  kind: text,
  tags: [text],
  people: [text],
  place: text,
  color: text,
  url: text,
  sources: [{ title: text, url: text, publisher: text, date: text, quote: text }],
  links: [{ to: `${i} ${text}`, rel: text, label: text }],
  media: [{ type: 'image', src: text, alt: text, caption: text }],
  history: [{ date: text, note: text }],
  [text]: text,
});

/** What of the texts is not in a list item as it was written. */
function changedInList(item: HTMLElement, text: string): string[] {
  const texts = [...item.querySelectorAll('h3, h4, dd, p, blockquote, cite, q, a, span, bdi')].map(
    node => node.textContent,
  );
  const [title] = item.querySelectorAll('h3, h4');
  return [
    ...(title?.textContent?.includes(text) ? [] : ['title']),
    // People and place have cells of their own.
    ...(texts.filter(found => found === text).length >= 2 ? [] : ['people, place']),
    ...(oneLine(item.textContent ?? '').split(oneLine(text)).length > 8
      ? []
      : ['summary, tags, sources, corrections']),
  ];
}

/** As a field of one line has it. */
const inField = (text: string) => text.replace(/[\r\n]/g, '');

/** All that take words, but for those that name an address, one of the data or of the page. */
const ATTRIBUTES =
  'format max-bytes max-events label description heading-level view limits scale layout lane-by color-by selected query matches controls wheel media time-zone calendar now refresh sync zero facets scroll-steps lang dir'.split(
    ' ',
  );

const mountAll = (texts: readonly string[], layout: 'auto' | 'list') =>
  // Media are tested by themselves: an address in the data is fetched, as its author wants.
  mount({
    layout,
    media: 'none',
    data: { title: texts[0], summary: texts[1], events: texts.map(record) } as never,
  });

/** In the picture, the details, the notice and what is exported. */
async function expectVerbatim(texts: readonly string[]): Promise<void> {
  const element = await mountAll(texts, 'auto');
  expect(foreign(element)).to.eql([]);
  expect(element.toJSON().events.map(({ title }) => title)).to.eql(texts);

  const marks = marksOf(element);
  expect(marks.some(({ node }) => labelOf(node))).to.equal(true);
  for (const { id, node } of marks) {
    const { title } = element.getEvent(id)!;
    expect(oneLine(node.ariaLabel ?? '')).to.include(oneLine(title));
    expect(compact(title)).to.satisfy((whole: string) => whole.startsWith(labelOf(node)), labelOf(node));
  }

  for (let i = 0; i < texts.length; i += 20) {
    element.selected = `${i} ${texts[i]}`;
    await element.ready;
    const [details] = parts(element, 'details');
    expect(details!.querySelector('#details-title')!.textContent).to.include(texts[i]);
    expect(foreign(element)).to.eql([]);
  }

  find<HTMLDetailsElement>(element, 'details[part~="notice"]')!.open = true;
  const messages = element.issues.map(({ message }) => message);
  const shown = [...find(element, '[part~="notice"]')!.querySelectorAll('li')].map(node => node.textContent);
  expect(shown.length).to.equal(Math.min(100, messages.length));
  expect(messages).to.include.members(shown);
  expect(messages.join('\n')).to.include(JSON.stringify(texts[1]).slice(0, 40));
  expect(foreign(element)).to.eql([]);
}

async function expectVerbatimInList(texts: readonly string[]): Promise<void> {
  const element = await mountAll(texts, 'list');
  const items = new Map(parts(element, 'list-item').map(item => [item.dataset.id, item]));
  expect(items.size).to.equal(texts.length);
  expect(
    texts.flatMap((text, i) => changedInList(items.get(`${i} ${text}`)!, text).map(what => [what, text])),
  ).to.eql([]);
  expect(foreign(element)).to.eql([]);
}

describe('hostile strings in every field', () => {
  let executed = 0;
  let requests: readonly string[] = [];
  /** Addresses of all but parts of the element itself, which come when they are needed. */
  const fetched = (): string[] =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter(name => !new URL(name).pathname.startsWith('/bundled/'));
  const dialogs = { alert: window.alert, confirm: window.confirm, prompt: window.prompt };
  const count = () => void (executed += 1);

  beforeEach(() => {
    executed = 0;
    requests = fetched();
    Object.assign(window, { alert: count, confirm: count, prompt: count });
  });

  afterEach(async () => {
    await frames(5);
    Object.assign(window, dialogs);
    expect(executed, 'nothing ran').to.equal(0);
    expect((globalThis as { pwned?: unknown }).pwned, 'nothing ran').to.equal(undefined);
    const more = fetched().filter(name => !requests.includes(name));
    expect(more.join(' '), 'nothing was fetched').to.equal('');
  });

  it('arrive as they are: our own', async () => {
    const texts = HOSTILE_TEXTS.filter(isVisible);
    await expectVerbatim(texts);
    await expectVerbatimInList(texts);
  });

  it('in what a reader opens: search, facets, lanes, sources, the story, the form, the menu', async () => {
    const texts = HOSTILE_TEXTS.filter(isVisible).slice(0, BATCH);
    const element = await mount({
      data: { title: texts[0], credit: texts[1], license: texts[2], events: texts.map(record) } as never,
      media: 'none',
      editable: true,
    });
    const press = async (selector: string): Promise<void> => {
      find(element, selector)!.click();
      await element.ready;
      expect(foreign(element), selector).to.eql([]);
    };
    await press('[data-action="search"]');
    await press('.filter');
    const offered = [...find(element, '.facets')!.querySelectorAll('label')].map(({ textContent }) =>
      oneLine(textContent),
    );
    expect(texts.filter(text => offered.some(label => label.includes(oneLine(text)))).length).to.be.above(10);
    for (const text of ownOf(texts)) {
      element.query = text;
      await element.ready;
      expect(find<HTMLInputElement>(element, '.search input')!.value).to.equal(inField(text));
      expect(foreign(element), text).to.eql([]);
    }
    element.query = null;
    for (const [laneBy, controls] of [
      ['tags', 'legend story sources overview views export zoom'],
      ['people', null],
    ] as const) {
      Object.assign(element, { laneBy, colorBy: laneBy, controls });
      await element.ready;
      expect(foreign(element), laneBy).to.eql([]);
    }
    Object.assign(element, { laneBy: null, colorBy: null });
    for (const action of ['arrange', 'export', 'help']) await press(`[data-action="${action}"]`);
    await press('dialog button');
    for (const text of ownOf(texts).slice(0, 12)) {
      element.selected = `${texts.indexOf(text)} ${text}`;
      await element.ready;
      await press('#details .tools button');
      expect(find<HTMLInputElement>(element, '#edit-title')!.value).to.equal(inField(text));
      await press('.edit-buttons button:not(.main)');
    }
  });

  it('in every attribute, and in the texts of the page', async () => {
    const element = await mount({ events: [{ id: 'a', date: '2025', title: 'A' }] });
    for (const text of ownOf(HOSTILE_TEXTS)) {
      for (const name of ATTRIBUTES) element.setAttribute(name, text);
      element.strings = Object.fromEntries(Object.keys(english).map(key => [key, text]));
      await element.ready;
      expect(foreign(element), text).to.eql([]);
      expect(oneLine(find(element, '#heading')!.textContent ?? ''), text).to.equal(oneLine(text));
      expect(element.getAttributeNames().filter(name => name.startsWith('on'))).to.eql([]);
    }
  });

  for (const file of ['blns-half.json', 'xss-payloads-sample.json'])
    it(`arrive as they are: ${file}`, async function () {
      const text = await readText(FIXTURES + file);
      if (text === null) return this.skip();
      const texts = [...new Set(JSON.parse(text) as string[])].filter(isVisible);
      await expectVerbatim(texts.slice(0, BATCH));
      for (let i = 0; i < texts.length; i += BATCH) await expectVerbatimInList(texts.slice(i, i + BATCH));
    }).timeout(60_000);
});
