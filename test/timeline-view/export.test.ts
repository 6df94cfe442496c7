import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { parseTimeline } from '../../src/data/parse-timeline.js';
import { writeEdtf } from '../../src/time/write-edtf.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { hostile } from '../data/writers/documents.js';
import { media } from '../lib/browser-commands.js';
import { AUTUMN, mount, parts, settled, STORY_URL } from './mounted.js';

const seed = 4190;

/** The drawing that a text of SVG is; fails where it is no XML. */
function drawingOf(text: string): SVGSVGElement {
  const { documentElement } = new DOMParser().parseFromString(text, 'image/svg+xml');
  expect(documentElement.querySelector('parsererror')?.textContent ?? '').to.equal('');
  expect(documentElement.localName).to.equal('svg');
  return documentElement as unknown as SVGSVGElement;
}

/** What is written in it, one text per run of white space. */
const wordsOf = (node: Element): string => node.textContent.replace(/\s+/g, ' ');

const told = (events: readonly { id: string; title: string; span: unknown }[]) =>
  events.map(({ id, title, span }) => [
    id,
    title,
    span && writeEdtf(span as Parameters<typeof writeEdtf>[0]),
  ]);

describe('toICS(), toCSV(), toJSON(), toJSONLD()', () => {
  const written = {
    ics: (element: TimelineView) => element.toICS(),
    csv: (element: TimelineView) => element.toCSV(),
    json: (element: TimelineView) => JSON.stringify(element.toJSON()),
    'json-ld': (element: TimelineView) => JSON.stringify(element.toJSONLD()),
  };
  for (const format of ['ics', 'csv', 'json', 'json-ld'] as const)
    it(`${format}: reads back to the same events`, async () => {
      const element = await mount({ src: STORY_URL });
      const text = await (await fetch(STORY_URL)).text();
      const { document } = await parseTimeline(text, { format: 'json' });
      const { document: again } = await parseTimeline(written[format](element), { format });
      const hasPlace = (event: { span: unknown }) => format !== 'ics' || event.span !== null;
      expect(told(again.events)).to.eql(told(document.events.filter(hasPlace)));
    });
});

describe('toSVG()', () => {
  it('is a document of its own, with a name, a description and every title', async () => {
    const element = await mount({ src: STORY_URL });
    const text = element.toSVG();
    const svg = drawingOf(text);
    expect(svg.querySelector(':scope > title')!.textContent).to.equal('How it came to this');
    expect(svg.querySelector(':scope > desc')!.textContent).to.include('12 events');
    const words = wordsOf(svg);
    for (const { title } of element.visibleEvents()) expect(words).to.include(title);
    expect(svg.querySelectorAll('script, image, foreignObject, style, [style], a')).to.have.length(0);
    expect(text).not.to.match(/\b(href|src)=|url\((?!#)|var\(|light-dark|@import/);
  });

  it('leaves the element as it is', async () => {
    const element = await mount({ src: STORY_URL });
    const before = element.shadowRoot!.innerHTML;
    element.toSVG({ whole: true });
    expect(element.shadowRoot!.innerHTML).to.equal(before);
  });

  it('draws the view, or with "whole" all events', async () => {
    const element = await mount({ src: STORY_URL }, { attributes: { view: '2024-05/2024-08' } });
    const part = wordsOf(drawingOf(element.toSVG()));
    expect(part).to.include('Showing').and.not.to.include('The report is published');
    const whole = wordsOf(drawingOf(element.toSVG({ whole: true })));
    expect(whole).to.include('The report is published').and.not.to.include('Showing');
  });

  it('breaks the line where the page folds it, and writes how long that was', async () => {
    const element = await mount({ src: STORY_URL, scale: 'compressed' });
    const folds = [...element.shadowRoot!.querySelectorAll('.axis .fold')];
    expect(folds.length).to.be.greaterThan(0);
    const svg = drawingOf(element.toSVG());
    const sign = folds[0]!.querySelector('.sign')!.getAttribute('d');
    expect([...svg.querySelectorAll('path')].filter(path => path.getAttribute('d') === sign)).to.have.length(
      folds.length,
    );
    const torn = [...element.shadowRoot!.querySelectorAll('.torn path')].map(path => path.getAttribute('d'));
    const drawn = new Set([...svg.querySelectorAll('path')].map(path => path.getAttribute('d')));
    for (const edges of torn) expect(drawn.has(edges)).to.equal(true);
    const texts = [...svg.querySelectorAll('text')].map(wordsOf);
    for (const fold of folds) expect(texts).to.include(wordsOf(fold.querySelector('text')!));
  });

  it('says which part of time it shows, on whatever scale', async () => {
    const said: string[] = [];
    for (const scale of ['time', 'even', 'compressed'] as const) {
      const element = await mount({ src: STORY_URL, scale }, { attributes: { view: AUTUMN } });
      said.push(drawingOf(element.toSVG()).querySelector(':scope > desc')!.textContent);
    }
    expect(said[0]).to.include('2025');
    expect(said.slice(1)).to.eql([said[0], said[0]]);
  });

  describe('of what is looked for', () => {
    const events = [
      { id: 'a', title: 'Alpha of the town', date: '2020-01', status: 'confirmed' as const },
      { id: 'b', title: 'Beta of the sea', date: '2020-02~', status: 'alleged' as const },
      { id: 'c', title: 'Gamma of the sea', date: '2020-03', status: 'confirmed' as const },
      { id: 'u', title: 'Never dated', status: 'alleged' as const },
    ];

    it('is of what matches alone: heading, picture, legend, undated; and says so', async () => {
      const element = await mount({ events, query: 'sea', filter: { status: ['confirmed'] } });
      const svg = drawingOf(element.toSVG({ whole: true }));
      const words = wordsOf(svg);
      expect(words)
        .to.include('1 of 4 events matches: sea · status: confirmed')
        .and.include('Gamma of the sea');
      for (const other of ['Alpha', 'Beta', 'Never dated', 'Alleged', 'approximate', '4 events,'])
        expect(words, other).not.to.include(other);
      expect(svg.querySelector(':scope > desc')!.textContent).to.include('1 of 4 events matches: sea');
    });

    it('says of an event without a date, too, that it is only alleged', async () => {
      const element = await mount({ events });
      expect(wordsOf(drawingOf(element.toSVG()))).to.include('Undated: Never dated · alleged');
    });

    it('says that nothing matches', async () => {
      const element = await mount({ events, query: 'nowhere' });
      const words = wordsOf(drawingOf(element.toSVG()));
      expect(words).to.include('No event matches: nowhere').and.not.to.include('No events.');
    });

    it('has what does not match stand back where it does so on the page', async () => {
      const element = await mount({ events, query: 'sea', matches: 'dim' } as never);
      const svg = drawingOf(element.toSVG({ whole: true }));
      expect(wordsOf(svg)).to.include('2 of 4 events match: sea').and.include('Alpha of the town');
      const inkOf = (title: string): string => {
        const text = [...svg.querySelectorAll('text')].find(({ textContent }) => textContent === title)!;
        return text.getAttribute('fill')!;
      };
      expect(inkOf('Alpha of the town')).not.to.equal(inkOf('Beta of the sea'));
      expect(inkOf('Gamma of the sea')).to.equal(inkOf('Beta of the sea'));
      const pale = (id: string): boolean =>
        [...svg.querySelectorAll('g > title')]
          .find(({ textContent }) => textContent.includes(id))!
          .parentElement!.querySelector('[fill-opacity="0.4"]') !== null;
      expect([pale('Alpha'), pale('Gamma')]).to.eql([true, false]);
    });
  });

  it('has a label for each of many events where all are drawn, be they more than a page could have elements for', async () => {
    const events = Array.from({ length: 240 }, (_, i) => ({
      title: `The event of number ${i}`,
      date: new Date(Date.UTC(2020, 0, 1 + 3 * i)).toISOString().slice(0, 10),
      lane: `Lane ${i % 3}`,
    }));
    const element = await mount({ events });
    expect(parts(element, 'cluster').length + parts(element, 'mark').length).to.be.above(0);
    const texts = [...drawingOf(element.toSVG({ whole: true })).querySelectorAll('text')].map(wordsOf);
    const missing = events.filter(({ title }) => !texts.join(' ').includes(title));
    expect(missing).to.eql([]);
  });

  it('names those in a pill', async () => {
    const events = Array.from({ length: 40 }, (_, i) => ({ title: `Number ${i}.`, date: '2020-01-01' }));
    const element = await mount({ events });
    expect(parts(element, 'cluster')).not.to.have.length(0);
    const words = wordsOf(drawingOf(element.toSVG()));
    for (const { title } of events) expect(words).to.include(title);
  });

  it('is as wide as paper needs where the element shows a column or a list, or is narrow', async () => {
    for (const layout of ['vertical', 'list'] as const) {
      const element = await mount({ src: STORY_URL, layout }, { width: 360 });
      const svg = drawingOf(element.toSVG());
      expect(Number(svg.getAttribute('width'))).to.be.at.least(640);
      expect(wordsOf(svg)).to.include('Says strikes in Mexico');
    }
  });

  it('says so where there is nothing', async () => {
    const element = await mount({ events: [] });
    expect(wordsOf(drawingOf(element.toSVG()))).to.include('No events.');
    expect(wordsOf(drawingOf(document.createElement('timeline-view').toSVG()))).to.include('No events.');
  });

  it('is XML, whatever the texts hold', async () => {
    const element = await mount();
    const texts = fc.array(hostile, { minLength: 4, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.constantFrom('</text><script>', '&lt;', '"', '\ud800', '\ufffe', '\0'),
        async (some, worst) => {
          const titles = [...some, worst];
          element.data = {
            title: worst,
            lanes: [{ id: worst || 'x', title: worst }],
            events: titles.map((title, i) => ({ title, lane: worst, date: `20${10 + i}` })),
          };
          await settled(element);
          const svg = drawingOf(element.toSVG({ whole: true }));
          expect(svg.querySelectorAll('script')).to.have.length(0);
          const words = svg.textContent;
          for (const { title } of element.visibleEvents())
            expect(words).to.include(
              title
                .replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
                .replace(/\r\n?/g, '\n'),
            );
        },
      ),
      { seed, numRuns: 15 },
    );
  });
});

describe('a drawing', () => {
  /** The drawing in the page, where it can be measured. */
  async function shown(element: TimelineView): Promise<SVGSVGElement> {
    const svg = document.importNode(drawingOf(element.toSVG()), true);
    const box = await fixture<HTMLElement>(html`<div></div>`);
    box.append(svg);
    return svg;
  }

  const statuses = ['confirmed', 'reported', 'alleged', 'disputed', 'refuted', 'retracted'] as const;
  const dates = [
    '2020-01-05',
    '2020-02',
    '2020-03-01/2020-04-15',
    '2020-05~',
    '2020-06?',
    '2020-05/..',
    '2020-07/',
    '{2020-02-01,2020-03-05}',
  ];
  const events = dates.flatMap((date, i) =>
    statuses
      .slice(i % 2, 4 + (i % 2))
      .map(status => ({ date, status, title: `${status} ${i}`, lane: `${i % 2}` })),
  );

  for (const dir of ['ltr', 'rtl'] as const)
    it(`has the signs of the element, and its texts in their places, ${dir}`, async () => {
      const element = await mount(
        { events },
        { width: 900, attributes: { dir, lang: dir === 'rtl' ? 'he' : 'en' } },
      );
      const svg = await shown(element);
      const drawn = new Set([...svg.querySelectorAll('path')].map(path => path.getAttribute('d')));
      const canvas = parts(element, 'canvas')[0]!.getBoundingClientRect();
      const isSeen = (node: Element): boolean => {
        const { left, right } = node.getBoundingClientRect();
        return right > canvas.left && left < canvas.right;
      };
      const marks = parts(element, 'mark').filter(isSeen);
      expect(marks.length).to.be.above(5);
      for (const path of marks.flatMap(mark => [...mark.querySelectorAll('path')]))
        expect(drawn.has(path.getAttribute('d')), path.outerHTML).to.equal(true);
      const edge = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll('text')];
      for (const title of marks.flatMap(mark => mark.querySelector('.title') ?? [])) {
        const text = texts.find(({ textContent }) => textContent === title.textContent)!;
        // Some engines set the texts of an image in other fractions of a px, the date before a title among them.
        const [here, there] = [title.getBoundingClientRect(), text.getBoundingClientRect()];
        expect(there.left - edge.left - 16, title.textContent).to.be.closeTo(here.left - canvas.left, 2.5);
        expect(there.width).to.be.closeTo(here.width, 1 + 0.02 * here.width);
      }
      const sizes = (nodes: Iterable<Element>): string[] =>
        [...new Set(Array.from(nodes, node => getComputedStyle(node).fontSize))].sort();
      const ofAxis = [...element.shadowRoot!.querySelectorAll('.axis text')];
      expect(ofAxis.length).to.be.above(3);
      const same = texts.filter(({ textContent }) => ofAxis.some(other => other.textContent === textContent));
      expect(sizes(same)).to.eql(sizes(ofAxis));
    });

  it('fades where a date is approximate', async () => {
    const element = await mount({
      events: [
        { title: 'x', date: '2020~' },
        { title: 'y', date: '2022' },
      ],
    });
    const svg = drawingOf(element.toSVG());
    const fading = [...svg.querySelectorAll('linearGradient')].flatMap(({ id }) => [
      ...svg.querySelectorAll(`[fill="url(#${id})"]`),
    ]);
    expect(fading).not.to.have.length(0);
  });

  it('has the font of the element, its colours and those of its parts', async () => {
    const element = await mount(
      { events: [{ title: 'x', date: '2020', color: '2' }] },
      { font: '"Nothing Such", serif' },
    );
    element.style.setProperty('--timeline-color-2', 'rgb(1, 2, 3)');
    element.style.setProperty('--timeline-ink', 'color(srgb 0 1 0)');
    element.style.setProperty('--timeline-label-size', '20px');
    const text = element.toSVG();
    expect(text)
      .to.include('font-family="&quot;Nothing Such&quot;, serif"')
      .and.include('#010203')
      .and.include('#00ff00');
    expect(drawingOf(text).querySelector('text[font-size="20"]')!.textContent).to.equal('x');
  });

  it('keeps to the colours that a reader forces', async function () {
    if (!(await media({ 'forced-colors': 'active' }))) return this.skip();
    const element = await mount({ events: [{ title: 'x', date: '2020', color: '#ff0000' }] });
    const text = element.toSVG();
    await media({});
    expect(text).not.to.include('#ff0000');
    const paper = /fill="(#\w+)"/.exec(text)![1];
    expect(drawingOf(text).querySelector('text')!.getAttribute('fill')).not.to.equal(paper);
  });
});

describe('toPNG()', () => {
  /** The pixels of an image. */
  async function pixelsOf(blob: Blob): Promise<ImageData> {
    const bitmap = await createImageBitmap(blob);
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  }

  it('is the drawing in pixels, with ink where the marks are', async () => {
    const element = await mount({
      events: [{ title: 'x', date: '2020-01-01/2020-12-31', color: '#ff0000' }],
    });
    const svg = drawingOf(element.toSVG());
    const image = await pixelsOf(await element.toPNG({ scale: 2 }));
    expect(image.width).to.equal(2 * Number(svg.getAttribute('width')));
    expect(image.height).to.equal(Math.round(2 * Number(svg.getAttribute('height'))));
    const { width } = parts(element, 'mark')[0]!.getBoundingClientRect();
    const isRed = (x: number, y: number): boolean => {
      const at = 4 * (y * image.width + x);
      return image.data[at]! > 240 && image.data[at + 1]! < 20 && image.data[at + 2]! < 20;
    };
    const rows = Array.from({ length: image.height }, (_, y) =>
      Array.from({ length: image.width }, (_, x) => x).filter(x => isRed(x, y)),
    );
    const widest = rows.reduce((a, b) => (b.length > a.length ? b : a));
    expect(widest.length).to.be.closeTo(2 * width, 3);
  });

  it('has the colours of the element, light and dark', async () => {
    const element = await mount({ events: [{ title: 'x', date: '2020' }] });
    for (const [scheme, paper] of [
      ['light', 255],
      ['dark', 21],
    ] as const) {
      element.style.colorScheme = scheme;
      const { data } = await pixelsOf(await element.toPNG({ scale: 1 }));
      expect(data[0]).to.equal(paper);
    }
  });

  it('takes no scale that is none', async () => {
    const element = await mount({ events: [{ title: 'x', date: '2020' }] });
    for (const scale of [0, -1, NaN, Infinity])
      expect(await element.toPNG({ scale }).catch((error: unknown) => error)).to.be.instanceOf(RangeError);
  });
});
