import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { readHtmlItems } from '../../src/data/formats/html-items.js';
import { normalizeDocument } from '../../src/data/normalize-document.js';
import { parseTimeline } from '../../src/data/parse-timeline.js';
import type { TimelineDocument } from '../../src/data/timeline-event.js';
import { finish } from '../../src/data/work.js';
import { loadTranslation } from '../../src/language/load-translation.js';
import { render, type RenderInput, type RenderOptions } from '../../src/html/render.js';
import { engineShare } from '../lib/engine-share.js';
import { BAD_ADDRESSES, HOSTILE_TEXTS } from '../render/hostile-texts.js';
import { documents } from './documents.js';

const read = (input: unknown): TimelineDocument => normalizeDocument(input, { textual: true }).document;
const domOf = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const tagOf = (html: string): HTMLElement => domOf(html).querySelector('timeline-view')!;
const rendered = (input: unknown, options?: RenderOptions): string => render(input as RenderInput, options);

/** What is known of a document and its events, in an order that does not depend on the list. */
const known = ({ events, ...head }: TimelineDocument) => ({
  ...head,
  data: null,
  events: Object.fromEntries(events.map(({ data: { own }, ...event }) => [event.id, { ...event, own }])),
});

describe('render(document)', () => {
  const share = engineShare({ seed: 815, numRuns: 100 });

  it('says all that the document says: our readers of HTML read the same', async () => {
    await fc.assert(
      fc.asyncProperty(documents, async input => {
        const document = read(input);
        const html = render(document);
        const items = finish(readHtmlItems(tagOf(html)));
        expect(items.issues).to.eql([]);
        expect(known(read(items.document)), 'as children of the element').to.eql(known(document));
        const page = await parseTimeline(html, { format: 'html' });
        expect(known(page.document), 'as a page').to.eql(known(document));
      }),
      share,
    );
  });

  it('renders what was read, what was written and a list of events alike', () => {
    const events = [
      { id: 'a', title: 'A', date: '2020' },
      { id: 'b', title: 'B', start: '1970' },
    ];
    const document = normalizeDocument({ events }).document;
    expect(rendered(events)).to.equal(render(document));
    expect(rendered({ events })).to.equal(render(document));
  });

  it('lists what has a date in the order of time, then the rest; lanes keep theirs', () => {
    const html = rendered([
      { id: 'none', title: 'None', lane: 'first' },
      { id: 'late', title: 'Late', date: '2020', lane: 'second' },
      { id: 'early', title: 'Early', date: '1990', lane: 'third' },
    ]);
    const items = [...tagOf(html).querySelectorAll('li')];
    expect(items.map(({ id }) => id)).to.eql(['event-early', 'event-late', 'event-none']);
    expect(read(finish(readHtmlItems(tagOf(html))).document).lanes.map(({ id }) => id)).to.eql([
      'first',
      'second',
      'third',
    ]);
  });

  it('is read as a text: dates, statuses, relations and sources in words of the language', async () => {
    await loadTranslation('fr');
    const events = [
      {
        id: 'a',
        date: '2025-08',
        title: 'Un ordre',
        status: 'reported',
        sources: [{ title: 'Un rapport', url: 'https://a.example/' }],
      },
      { id: 'b', date: '2025-09-02/..', title: 'Des frappes', links: [{ to: 'a', rel: 'follows' }] },
      { id: 'c', title: 'Quand ?', date: 'un jour' },
    ];
    const tag = tagOf(rendered({ lang: 'fr', title: 'T', credit: 'Nous', events }, { headingLevel: 3 }));
    const lines = (element: Element) => (element.textContent ?? '').split('\n').filter(Boolean);
    expect(tag.lang).to.equal('fr');
    expect(tag.querySelector('h3')!.textContent).to.equal('T');
    expect([...tag.querySelectorAll('li:not(li li)')].map(lines)).to.eql([
      ['août 2025\u00a0· rapporté', 'Un ordre', 'Suivi par\u00a0: Des frappes', 'SourceUn rapport'],
      ['depuis le 2 septembre 2025, en cours', 'Des frappes', 'Suit\u00a0: Un ordre'],
      ['«\u00a0un jour\u00a0»\u00a0: date illisible', 'Quand ?'],
    ]);
    expect(tag.querySelector('time')!.dateTime).to.equal('2025-08');
    expect(tag.querySelector('a[href="#event-a"]')!.textContent).to.equal('Un ordre');
    expect(lines(tag).at(-1)!.trim()).to.equal('Source\u00a0: Nous.');
  });

  it('takes attributes, and refuses what is no name of one', () => {
    const html = rendered([], { attributes: { layout: 'list', editable: true, label: '"<>', view: null } });
    const tag = tagOf(html);
    expect(tag.getAttributeNames()).to.eql(['layout', 'editable', 'label']);
    expect(tag.getAttribute('label')).to.equal('"<>');
    expect(() => rendered([], { attributes: { 'a="b" onload': 'x' } })).to.throw(TypeError);
  });

  it('tells search engines what toJSONLD() tells, in a script that the element does not take for its data', () => {
    const html = rendered([{ title: '</script><!--<script>', date: '2020' }]);
    const script = domOf(html).querySelector('script')!;
    expect(script.closest('timeline-view')).to.equal(null);
    expect(JSON.parse(script.textContent)['@graph'][0].name).to.equal('</script><!--<script>');
    expect(rendered([], { jsonLd: false })).to.not.include('<script');
  });

  it('leaves out what JSON has no word for', () => {
    const loop: Record<string, unknown> = { title: 'A', big: 1n, run() {} };
    loop.self = loop;
    const [event] = read(finish(readHtmlItems(tagOf(rendered([loop])))).document).events;
    expect([event!.title, event!.data.big, event!.data.self]).to.eql(['A', undefined, undefined]);
  });
});

describe('hostile texts in what is rendered', () => {
  const ELEMENTS =
    'TIMELINE-VIEW H2 H3 P BDI BR OL UL LI DL DT DD A Q TIME FIGURE FIGCAPTION IMG VIDEO AUDIO'.split(' ');

  /** A document with a text in every place where one may stand. */
  const filledWith = (text: string) => ({
    title: text,
    summary: text,
    lang: text,
    timeZone: text,
    asOf: text,
    credit: text,
    license: text,
    updated: text,
    version: text,
    [text]: text,
    lanes: [{ id: text, title: text, parent: text, color: text }],
    events: [
      ...['date', 'start'].map(name => ({
        id: `${name} ${text}`,
        [name]: text,
        end: text,
        calendar: text,
        title: text,
        short: text,
        summary: text,
        lane: [text, 'x'],
        kind: text,
        status: text,
        tags: [text],
        people: [text],
        place: text,
        sources: [{ title: text, url: text, publisher: text, date: text, quote: text }, { url: text }],
        media: ['image', 'video', 'audio', 'pdf', text].map(type => ({
          type,
          src: text,
          alt: text,
          caption: text,
          credit: text,
          poster: text,
        })),
        links: [{ to: `start ${text}`, rel: text, label: text }],
        url: text,
        color: text,
        history: [{ date: text, note: text }],
        [text]: { [text]: text },
      })),
    ],
  });

  it('are text: no element, no attribute and no address comes of them', () => {
    for (const text of [...HOSTILE_TEXTS, ...BAD_ADDRESSES]) {
      const page = domOf(rendered(filledWith(text)));
      const all = [...page.body.querySelectorAll('*')];
      const [script, ...others] = page.querySelectorAll('script');
      expect([script?.type, others], text).to.eql(['application/ld+json', []]);
      expect(page.head.childElementCount, text).to.equal(0);
      for (const element of all.filter(other => other !== script)) {
        expect(ELEMENTS, text).to.include(element.tagName);
        for (const { name, value } of element.attributes) {
          expect(name, text).to.match(
            /^(data-(record|document|derived|id|date|start|end|lane|kind|status)|id|lang|dir|role|rel|referrerpolicy|href|src|alt|controls|preload|loading|decoding|aria-label|datetime)$/,
          );
          if (/^(href|src)$/.test(name))
            expect(new URL(value, 'https://here.example').protocol, text).to.match(/^(https?|mailto):$/);
          if (name === 'id') expect(value, text).to.match(/^event-/);
        }
      }
      if (text.trim() && !/[\0\n\r\t\ud800]/.test(text) && !/^\s|\s$/.test(text))
        expect(page.querySelector('h3')!.textContent, text).to.equal(text);
    }
  });

  it('are read again to the letter', () => {
    for (const text of HOSTILE_TEXTS) {
      const document = read(filledWith(text));
      const again = read(finish(readHtmlItems(tagOf(render(document)))).document);
      expect(known(again), text).to.eql(known(document));
    }
  });

  it('pollute no prototype', () => {
    for (const attribute of ['data-record', 'data-document']) {
      const tag = domOf(`<ol><li data-date="2020">A</li></ol>`).querySelector(
        attribute === 'data-record' ? 'li' : 'ol',
      )!;
      tag.setAttribute(
        attribute,
        '{ "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } } }',
      );
      const { document } = finish(readHtmlItems(tag.ownerDocument.body));
      const [event] = document.events as { polluted?: number }[];
      expect([event!.polluted, ({} as { polluted?: number }).polluted], attribute).to.eql([
        undefined,
        undefined,
      ]);
    }
  });
});
