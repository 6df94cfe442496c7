import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import { STATUSES, type TimelineEvent } from '../../src/data/timeline-event.js';
import { languageFor } from '../../src/language/language.js';
import { LABEL_GAP } from '../../src/layout/label-metrics.js';
import { titleKey } from '../../src/layout/mark-key.js';
import { anchorX } from '../../src/layout/scene-mark.js';
import type {
  Scene,
  SceneCluster,
  SceneLabel,
  SceneLane,
  SceneMark,
  SceneSign,
} from '../../src/layout/scene.js';
import { AXIS_TEXT, axisRows } from '../../src/render/axis-rows.js';
import { drawAxis, moveAxis } from '../../src/render/axis.js';
import { canvasStyles } from '../../src/render/canvas-styles.js';
import { canvasTemplate, DrawnItems } from '../../src/render/canvas.js';
import { frameStyles } from '../../src/render/frame-styles.js';
import { MOST_WRITES, panLayers } from '../../src/render/pan-layer.js';
import { sampleSign, signPaths } from '../../src/render/sign.js';
import { theme } from '../../src/render/theme.js';
import { axisTicks } from '../../src/scale/ticks.js';
import { timeScale } from '../../src/scale/time-scale.js';
import { DAY } from '../../src/time/epoch-ms.js';
import { parseDate } from '../../src/time/parse-date.js';
import { engineName, media } from '../lib/browser-commands.js';
import { contrastOf, leastApart, linearLight, type Rgb } from '../lib/colours.js';
import { HOSTILE_TEXTS } from './hostile-texts.js';

const english = languageFor('en');
const arabic = languageFor('ar');
const WIDTH = 600;
/** A px is a day. */
const view = { start: Date.UTC(2024, 0, 1), end: Date.UTC(2024, 0, 1) + WIDTH * DAY };

const parsed = parseDate('2024');
const DATE = parsed.ok ? parsed.value : expect.fail('no date');

function event(fields: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    id: 'memo',
    title: 'A memo',
    span: null,
    lanes: ['us'],
    kind: 'event',
    tags: [],
    people: [],
    importance: 0.5,
    sources: [],
    media: [],
    links: [],
    history: [],
    data: {},
    ...fields,
  };
}

const sign = (fields: Partial<SceneSign> = {}): SceneSign => sampleSign({ x1: 100, ...fields });

function label(fields: Partial<SceneLabel> = {}): SceneLabel {
  return {
    x: 30,
    y: 3,
    width: 200,
    height: 18,
    side: 'after',
    date: '',
    lines: ['A memo'],
    note: '',
    whole: true,
    slide: 0,
    hidden: false,
    ...fields,
  };
}

/** A mark over a stretch of px. */
function mark(key: string, x: number, width: number, fields: Partial<SceneMark> = {}): SceneMark {
  const drawn: SceneMark = {
    key,
    event: event({ id: key }),
    lane: 'us',
    color: 'rgb(1, 2, 3)',
    era: false,
    start: view.start + x * DAY,
    end: view.start + (x + width) * DAY,
    x,
    y: 30,
    width,
    height: 24,
    sign: sign({ x1: width }),
    label: null,
    guest: false,
    selected: false,
    dimmed: false,
    ...fields,
  };
  // The line of the scene is that of time.
  const { start, end } = drawn;
  return { ...drawn, event: { ...drawn.event, span: { ...DATE, start, end } } };
}

const pill: SceneCluster = {
  key: 'us#1',
  lane: 'us',
  color: 'rgb(1, 2, 3)',
  count: 1234,
  matches: null,
  start: view.start + 300 * DAY,
  end: Infinity,
  anchors: view,
  x: 300,
  y: 60,
  width: 48,
  height: 24,
  edge: null,
  folded: false,
  only: null,
  ids: [],
  named: [],
  inseparable: false,
};

function scene(fields: Partial<Scene> = {}): Scene {
  return {
    view,
    width: WIDTH,
    height: 200,
    pxPerMs: 1 / DAY,
    moving: false,
    level: 0,
    ahead: WIDTH,
    sight: null,
    scrolls: false,
    lanes: [],
    marks: [],
    clusters: [],
    washes: [],
    links: [],
    silhouettes: [],
    ...fields,
  };
}

const lane = (fields: Pick<SceneLane, 'id' | 'title'> & Partial<SceneLane>): SceneLane => ({
  key: titleKey(fields.id),
  color: 'red',
  y: 0,
  height: 90,
  headHeight: 24,
  indent: 0,
  titleWidth: 160,
  collapsible: false,
  collapsed: false,
  shaded: false,
  ...fields,
});

describe('stage', () => {
  let host: HTMLElement;
  let shadow: ShadowRoot;

  beforeEach(() => {
    host = document.createElement('div');
    shadow = host.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [theme, canvasStyles, frameStyles].map(({ styleSheet }) => styleSheet!);
    document.body.append(host);
  });
  afterEach(() => host.remove());

  interface Options {
    language?: typeof english;
    focusedKey?: string | null;
    narrow?: boolean;
    readonly drawn?: DrawnItems;
  }
  function draw(
    what: Scene,
    { language = english, focusedKey = null, narrow = false, drawn }: Options = {},
  ): void {
    const context = {
      language,
      focusedKey,
      narrow,
      drawn,
      names: {
        mark: (m: SceneMark) => `Name of ${m.key}`,
        cluster: (c: SceneCluster) => `${c.count} events`,
      },
      listLabel: 'Events',
    };
    render(
      html`<div class="root" dir=${language.direction}>
        <div class="stage" .style=${`width:${WIDTH}px;height:${what.height + axisRows(AXIS_TEXT).height}px`}>
          <svg class="axis" aria-hidden="true"><g class="axis-ticks"></g></svg>
          <div class="scroller">${canvasTemplate(what, context)}</div>
        </div>
      </div>`,
      shadow,
    );
  }
  const all = (selector: string): HTMLElement[] => [...shadow.querySelectorAll<HTMLElement>(selector)];
  const one = (selector: string): HTMLElement => {
    const found = all(selector);
    expect(found, selector).to.have.lengthOf(1);
    return found[0]!;
  };
  /** The box of an element, from the start of the canvas. */
  function box(element: Element): { x: number; y: number; width: number; height: number } {
    const { left, right, top, width, height } = element.getBoundingClientRect();
    const canvas = one('.canvas').getBoundingClientRect();
    const rtl = getComputedStyle(element).direction === 'rtl';
    return { x: rtl ? canvas.right - right : left - canvas.left, y: top - canvas.top, width, height };
  }

  describe('signs', () => {
    const shapes: Record<string, SceneSign> = {
      disc: sign({ shape: 'disc', x0: 12, x1: 12 }),
      bar: sign(),
      bracket: sign({ shape: 'bracket' }),
      'short bracket': sign({ shape: 'bracket', x0: 10, x1: 14 }),
      diamond: sign({ shape: 'diamond', x0: 12, x1: 12 }),
      'wide diamond': sign({ shape: 'diamond' }),
      'uncertain disc': sign({ shape: 'disc', x0: 12, x1: 12, uncertain: true }),
      'uncertain bar': sign({ uncertain: true }),
      'uncertain bracket': sign({ shape: 'bracket', uncertain: true }),
      approximate: sign({ fadeStart: 20, fadeEnd: 20 }),
      'open end': sign({ knownX: 50, openEnd: true, cutEnd: true }),
      'open start': sign({ openStart: true, cutStart: true }),
      'unknown end': sign({ unknownEnd: true }),
      cut: sign({ cutStart: true, cutEnd: true }),
    };
    const drawn = (of: SceneSign, status?: (typeof STATUSES)[number]): string =>
      signPaths(of, status)
        .map(({ as, d }) => `${as} ${d}`)
        .join('\n');

    it('tells every status from every other by its strokes alone, whatever the date', () => {
      for (const [name, shape] of Object.entries(shapes)) {
        const drawings = STATUSES.map(status => drawn(shape, status));
        expect(new Set(drawings), name).to.have.lengthOf(STATUSES.length);
        expect(drawn(shape), name).to.equal(drawings[0]);
        for (const drawing of drawings) expect(drawing, name).not.to.match(/NaN|Infinity|undefined|#|url/);
      }
    });

    it('tells every date from every other, whatever the status', () => {
      for (const status of STATUSES) {
        const drawings = Object.values(shapes).map(shape => drawn(shape, status));
        expect(new Set(drawings), status).to.have.lengthOf(drawings.length);
      }
    });

    /** Where the strokes of an image reach, in px from the mark's box. */
    function reach(of: SceneSign, which: string): { from: number; to: number; top: number; bottom: number } {
      draw(scene({ marks: [mark('a', 100, Math.max(24, of.x1), { sign: of })] }));
      const boxes = all(`.figure > ${which}`).map(path => (path as unknown as SVGPathElement).getBBox());
      return {
        from: Math.min(...boxes.map(b => b.x)),
        to: Math.max(...boxes.map(b => b.x + b.width)),
        top: Math.min(...boxes.map(b => b.y)),
        bottom: Math.max(...boxes.map(b => b.y + b.height)),
      };
    }

    it('draws a stretch exactly as long as it is', () => {
      for (const shape of ['bar', 'bracket'] as const) {
        const { from, to, top, bottom } = reach(sign({ shape, x0: 3, x1: 83 }), '.solid');
        // Its stroke is that of the halo.
        expect(from, shape).to.be.closeTo(3, 0.02);
        expect(to, shape).to.be.closeTo(83, 0.02);
        expect(bottom - top, shape).to.be.closeTo(10, 0.02);
      }
      const ends = reach(sign({ shape: 'bracket', x0: 3, x1: 83 }), '.stroke');
      expect(ends.bottom - ends.top).to.equal(16);
      expect(all('.stroke')).to.have.lengthOf(1);
    });

    it('fills the upper half of what is only reported', () => {
      for (const shape of ['disc', 'bar', 'bracket', 'diamond'] as const) {
        const of = sign({ shape, x0: 0, x1: shape === 'disc' || shape === 'diamond' ? 24 : 100 });
        draw(scene({ marks: [mark('a', 9, 100, { sign: of, event: event({ status: 'reported' }) })] }));
        const fill = (one('.fill') as unknown as SVGPathElement).getBBox();
        expect(fill.y + fill.height, shape).to.be.closeTo(12, 0.02);
        expect(fill.height, shape).to.be.within(4, 7);
      }
    });

    it('fades an approximate edge so that it is half strong where the date has it', () => {
      const { from, to } = reach(sign({ x0: 20, x1: 120, fadeStart: 30, fadeEnd: 10 }), '.solid');
      expect([from, to]).to.deep.equal([5, 125]);
      const figure = one('.figure') as unknown as SVGSVGElement;
      const mask = figure.style.maskImage;
      const stops = [...mask.matchAll(/(-?[\d.]+)px/g)].map(
        ([, px]) => Number(px) + figure.viewBox.baseVal.x,
      );
      expect(stops, mask).to.deep.equal([5, 35, 115, 125]);
      expect(mask).to.match(/^linear-gradient\(90deg/);
    });

    it('is solid as far as is known, then dashed', () => {
      const open = sign({ x1: 400, knownX: 150, openEnd: true, cutEnd: true });
      expect(reach(open, '.solid').to).to.be.closeTo(150, 0.02);
      const tail = reach(open, '.tail');
      // It begins within the body, so that no gap is between.
      expect([tail.from, tail.to]).to.deep.equal([149, 400]);
      expect(getComputedStyle(one('.tail')).strokeDasharray).to.match(/\d/);
      // Heads show the way in every part of it that one may look at.
      expect(
        signPaths(open)
          .find(({ as }) => as === 'thin')!
          .d.match(/M/g),
      ).to.have.lengthOf(4);
    });

    it('keeps strokes and fills visible where the reader has colours of their own', async function () {
      if (!(await media({ 'forced-colors': 'active' }))) this.skip();
      const doubted = event({ status: 'alleged' });
      draw(scene({ marks: [mark('a', 9, 100), mark('b', 200, 100, { event: doubted })], clusters: [pill] }));
      const canvas = getComputedStyle(document.documentElement).backgroundColor;
      const { fill } = getComputedStyle(one('.solid'));
      const outline = getComputedStyle(one('.outline'));
      expect([canvas, 'rgb(1, 2, 3)']).not.to.include(fill);
      expect(outline.stroke).to.equal(fill);
      expect(parseFloat(outline.strokeWidth)).to.be.at.least(2);
      expect(parseFloat(getComputedStyle(one('.cluster')).borderTopWidth)).to.be.at.least(2);
      await media({});
    });
  });

  describe('marks and clusters', () => {
    it('say what the contract says', () => {
      const open = sign({ openEnd: true, cutEnd: true, knownX: 20 });
      draw(
        scene({
          marks: [
            mark('past', -50, 90, { start: -Infinity, sign: sign({ openStart: true, cutStart: true }) }),
            mark('memo', 10, 200, { label: label() }),
            mark('strikes', 20, 900, { end: Infinity, sign: open, selected: true, era: true }),
          ],
          clusters: [pill],
        }),
      );
      const attributes = (element: HTMLElement): Record<string, string> =>
        Object.fromEntries(
          [...element.attributes]
            .filter(a => a.name !== 'style' && a.name !== 'class')
            .map(a => [a.name, a.value]),
        );
      const [past, memo, strikes] = all('[part~="mark"]');
      expect(attributes(memo!)).to.deep.equal({
        type: 'button',
        part: 'mark',
        'data-key': 'memo',
        'data-id': 'memo',
        'data-lane': 'us',
        'data-start': `${view.start + 10 * DAY}`,
        'data-end': `${view.start + 210 * DAY}`,
        'aria-label': 'Name of memo',
        'aria-expanded': 'false',
        tabindex: '-1',
      });
      expect(attributes(past!)).to.include({ 'data-open': 'start', 'data-end': `${view.start + 40 * DAY}` });
      expect(past!.hasAttribute('data-start')).to.be.false;
      expect(attributes(strikes!)).to.include({
        part: 'mark mark-selected era',
        'data-open': 'end',
        'aria-expanded': 'true',
        'aria-controls': 'details',
      });
      expect(strikes!.hasAttribute('data-end')).to.be.false;
      expect(attributes(one('[part~="cluster"]'))).to.deep.equal({
        type: 'button',
        part: 'cluster',
        'data-key': 'us#1',
        'data-lane': 'us',
        'data-count': '1234',
        'data-start': `${pill.start}`,
        'aria-label': '1.2k: 1234 events',
        tabindex: '-1',
      });
      expect(one('[part~="cluster"]').textContent.trim()).to.equal('1.2k');
    });

    it('stand in time order in one list with one tab stop', () => {
      const marks = [mark('a', -900, 100, { start: -Infinity }), mark('b', 10, 30), mark('c', 500, 30)];
      const drawn = scene({ marks, clusters: [pill] });
      draw(drawn);
      const list = one('ol[role="list"]');
      expect(list.getAttribute('aria-label')).to.equal('Events');
      expect([...list.children].map(item => item.localName)).to.deep.equal(['li', 'li', 'li', 'li']);
      const keys = (): (string | undefined)[] => all('li > button').map(button => button.dataset.key);
      const stops = (): (string | undefined)[] => all('[tabindex="0"]').map(button => button.dataset.key);
      expect(keys()).to.deep.equal(['a', 'b', 'us#1', 'c']);
      // The first in view, until another one has the focus.
      expect(stops()).to.deep.equal(['b']);
      draw(drawn, { focusedKey: 'us#1' });
      expect(stops()).to.deep.equal(['us#1']);
      draw(drawn, { focusedKey: 'gone' });
      expect(stops()).to.deep.equal(['b']);
    });

    it('keep their nodes while they are drawn', () => {
      draw(scene({ marks: [mark('a', 0, 30), mark('b', 100, 30), mark('c', 200, 30)] }));
      const [, b, c] = all('.mark');
      draw(scene({ marks: [mark('z', -50, 30), mark('b', 300, 90), mark('c', 500, 90)] }));
      expect(all('.mark').slice(1)).to.deep.equal([b, c]);
      expect(box(b!)).to.deep.include({ x: 300, width: 90 });
    });

    for (const language of [english, arabic])
      it(`have their box where the scene has it, ${language.direction}`, () => {
        const marks = [
          mark('a', 100.25, 31.5, { label: label({ lines: ['One', 'Two'], height: 35 }) }),
          mark('b', 200, 24, {
            y: 80,
            height: 36,
            sign: sign({ shape: 'disc', x0: 12, x1: 12 }),
            selected: true,
          }),
          mark('c', -600, 1800, { y: 120, label: label({ side: 'above', x: 0, y: 0 }) }),
        ];
        draw(scene({ marks, clusters: [pill] }), { language });
        for (const element of all('.mark')) {
          const { key: name, x, y, width, height } = marks.find(({ key }) => key === element.dataset.key)!;
          const drawn = box(element);
          for (const [key, value] of Object.entries({ x, y, width, height }))
            expect(drawn[key as 'x'], `${name}: ${key}`).to.be.closeTo(value, 0.1);
        }
        const drawn = box(one('.cluster'));
        expect([drawn.x, drawn.y, drawn.width, drawn.height]).to.deep.equal([300, 60, 48, 24]);
        for (const [i, element] of all('[part~="label"]').entries()) {
          const { x, y, label } = [marks[2]!, marks[0]!][i]!;
          const drawn = box(element);
          expect(drawn.x).to.be.closeTo(x + label!.x, 0.1);
          expect(drawn.y).to.be.closeTo(y + label!.y, 0.1);
          expect(drawn.width).to.be.closeTo(label!.width, 0.1);
          expect(drawn.height).to.be.closeTo(label!.height, 0.1);
          const lines = [...element.children].map(box);
          expect(lines.at(-1)!.y + lines.at(-1)!.height).to.be.closeTo(drawn.y + drawn.height, 0.6);
        }
        const disc = all('.mark .solid')[2]!.getBoundingClientRect();
        const target = all('.mark')[2]!.getBoundingClientRect();
        expect((disc.left + disc.right) / 2).to.be.closeTo((target.left + target.right) / 2, 0.1);
        const ring = one('.ring').getBoundingClientRect();
        expect(ring.width).to.be.closeTo(18, 0.1);
        expect((ring.left + ring.right) / 2).to.be.closeTo((target.left + target.right) / 2, 0.1);
      });

    it('mirror an open end in a page that runs from right to left', () => {
      const open = sign({ x1: 300, knownX: 100, openEnd: true, cutEnd: true });
      draw(scene({ marks: [mark('a', 50, 300, { sign: open })] }), { language: arabic });
      const canvas = one('.canvas').getBoundingClientRect();
      const tail = one('.tail').getBoundingClientRect();
      expect(canvas.right - tail.right).to.be.closeTo(150, 4);
      expect(canvas.right - tail.left).to.be.closeTo(350, 4);
    });
  });

  describe('labels', () => {
    it('are text, whatever they say, and no markup writes a style', () => {
      const written: string[] = [];
      const { setAttribute } = Element.prototype;
      Element.prototype.setAttribute = function (name: string, value: string) {
        written.push(name);
        setAttribute.call(this, name, value);
      };
      try {
        for (const text of HOSTILE_TEXTS) {
          const say = label({ lines: [text, text], date: text, note: text });
          draw(
            scene({
              marks: [mark(text, 10, 100, { lane: text, event: event({ id: text }), label: say })],
              lanes: [lane({ id: text, title: text })],
            }),
          );
          expect(all('.title').map(title => title.textContent)).to.deep.equal([text, text]);
          expect(one('.label .date').dataset.text).to.equal(text);
          expect(one('.label .note').dataset.text).to.equal(text);
          expect(one('.lane-label').textContent).to.equal(text);
          expect(one('.mark').dataset.id).to.equal(text);
          expect(all('script, img, a, b, iframe, style, link')).to.be.empty;
        }
      } finally {
        Element.prototype.setAttribute = setAttribute;
      }
      expect(written).to.include('data-key');
      expect(written).not.to.include('style');
      expect('pwned' in globalThis).to.be.false;
    });

    it('draw texts as wide as they are measured, with the gap that layout counts with', () => {
      draw(
        scene({
          marks: [
            mark('a', 10, 100, {
              label: label({ date: '17  Nov', lines: ['Two  spaces'], note: 'refuted' }),
            }),
          ],
        }),
      );
      const [date, title, note] = all('.label :is(.date, .title, .note)');
      const rect = (element: Element): DOMRect => element.getBoundingClientRect();
      expect(rect(title!).left - rect(date!).right).to.be.closeTo(LABEL_GAP, 0.05);
      expect(rect(note!).left - rect(title!).right).to.be.closeTo(LABEL_GAP, 0.05);
      const context = document.createElement('canvas').getContext('2d')!;
      for (const part of [date!, title!, note!]) {
        const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(part);
        context.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
        expect(rect(part).width, part.className).to.be.closeTo(
          context.measureText(part.dataset.text ?? part.textContent).width,
          0.6,
        );
      }
      // Date and note are generated: the text is what the accessible name begins with.
      expect(one('.label').textContent.trim()).to.equal('Two  spaces');
    });

    it('are as heavy as the probes they are measured by', () => {
      draw(
        scene({
          marks: [
            mark('a', 10, 100, { selected: true, label: label({ date: 'd', lines: ['t'], note: 'n' }) }),
          ],
        }),
      );
      for (const name of ['date', 'title', 'note']) {
        const probe = document.createElement('span');
        probe.className = `probe-${name}`;
        one('.stage').append(probe);
        const [asked, drawn] = [probe, one(`.label .${name}`)].map(element => {
          const { fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(element);
          return [fontStyle, fontWeight, fontSize, fontFamily].join();
        });
        expect(drawn, name).to.equal(asked);
        probe.remove();
      }
    });

    it('strike through, once and thin, what was refuted or retracted', () => {
      for (const status of [undefined, ...STATUSES]) {
        draw(
          scene({
            marks: [mark('a', 10, 100, { event: event({ status }), label: label({ date: 'd', note: 'n' }) })],
          }),
        );
        const line = (selector: string): string => getComputedStyle(one(selector)).textDecorationLine;
        expect(line('.title') === 'line-through', `${status}`).to.equal(
          status === 'refuted' || status === 'retracted',
        );
        expect(line('.label .date')).to.equal('none');
      }
      expect(getComputedStyle(one('.title')).textDecorationThickness).to.equal('1px');
    });

    it('are absent where the edge of the view would cut them', () => {
      draw(scene({ marks: [mark('a', 10, 100, { label: label({ hidden: true }) })] }));
      expect(all('[part~="label"]')).to.be.empty;
      expect(one('.mark').getAttribute('aria-label')).to.equal('Name of a');
    });
  });

  describe('behind the marks', () => {
    it('draws washes, weekends, hairlines and relations', () => {
      const disc = sign({ shape: 'disc', x0: 12, x1: 12 });
      const milestone = sign({ shape: 'diamond', x0: 12, x1: 12 });
      draw(
        scene({
          marks: [
            mark('chosen', 90, 24, { sign: disc, selected: true }),
            mark('milestone', 190, 24, { sign: milestone }),
            mark('some time in a year', 250, 300, { sign: sign({ shape: 'diamond', x1: 300 }) }),
          ],
          washes: [
            {
              key: 'e',
              color: 'red',
              x: 50,
              width: 400,
              knownX: 150,
              fadeStart: 0,
              fadeEnd: 0,
              uncertain: false,
            },
          ],
          links: [
            {
              key: 'l',
              rel: 'responds',
              points: [
                { x: 102, y: 42 },
                { x: 102, y: 60 },
                { x: 202, y: 60 },
                { x: 202, y: 90 },
              ],
              word: { text: 'Responds to', x: 120, y: 52, width: 60 },
            },
          ],
        }),
      );
      const known = box(one('.wash:not(.faint)'));
      const faint = box(one('.wash.faint'));
      expect([known.x, known.width, faint.x, faint.width]).to.deep.equal([50, 100, 150, 300]);
      expect(known.height).to.be.closeTo(200, 0.1);
      expect(one('.chosen').getAttribute('d')).to.equal('M102 42V200');
      expect(one('.milestone').getAttribute('x1')).to.equal('202');
      expect(one('[part="link"]').getAttribute('d')).to.equal(
        'M102 42L102 51Q102 60 112 60L192 60Q202 60 202 70L202 90',
      );
      expect(one('.link-head').getAttribute('d')).to.equal('M198.5 84L202 90L205.5 84');
      expect(one('.link-word').getAttribute('data-text')).to.equal('Responds to');
      expect(one('.backdrop').getAttribute('aria-hidden')).to.equal('true');
    });

    it('leaves out the texts on the way of the hairline, and no others', () => {
      const disc = sign({ shape: 'disc', x0: 12, x1: 12 });
      const at = (y: number, x: number, fields: Partial<SceneLabel> = {}): SceneMark =>
        mark(`${x} ${y}`, x, 24, { y, label: label(fields) });
      draw(
        scene({
          marks: [
            mark('chosen', 90, 24, { sign: disc, selected: true }),
            at(0, 20),
            at(60, 20),
            at(90, 20, { hidden: true }),
            at(120, 100),
            at(150, 20, { width: 40, slide: 400 }),
          ],
        }),
      );
      expect(one('.chosen').getAttribute('d')).to.equal('M102 42V63M102 81V200');
    });

    it('hangs a label on the hairline that stands far over its sign', () => {
      const disc = sign({ shape: 'disc', x0: 12, x1: 12 });
      const over = label({ side: 'above', x: 12, y: -100 });
      draw(scene({ marks: [mark('chosen', 90, 24, { y: 150, sign: disc, selected: true, label: over })] }));
      expect(one('.chosen').getAttribute('d')).to.equal('M102 68V200');
    });

    it('points at an end that is in view, or at none', () => {
      const at = (x: number, width: number): number | null => anchorX(mark('a', x, width), WIDTH);
      expect(at(20, 100)).to.equal(20);
      expect(at(-20, 100)).to.equal(80);
      expect(at(-20, 900)).to.equal(null);
      expect(anchorX(mark('a', 20, 24, { sign: sign({ shape: 'disc', x0: 12, x1: 12 }) }), WIDTH)).to.equal(
        32,
      );
    });

    it('names the lanes for the eye', () => {
      const us = lane({ id: 'us', title: 'United States' });
      draw(scene({ lanes: [us, { ...us, id: 'mx', title: '', y: 90, headHeight: 0 }] }));
      expect(all('[part="lane"]').map(element => box(element).y)).to.deep.equal([0, 90]);
      expect(one('[part="lane-label"]').textContent).to.equal('United States');
      expect(all('[part="lane"][aria-hidden="true"]')).to.have.lengthOf(2);
    });
  });

  it('adds some marks in each frame of a zoom, from all over the view, and all pills; all marks at rest', () => {
    const many = Array.from({ length: 100 }, (_, i) => mark(`m${i}`, i * 5, 24));
    const clusters = Array.from({ length: 20 }, (_, i) => ({ ...pill, key: `pill ${i}`, x: i * 30 }));
    const drawn = new DrawnItems();
    const keys = (): string[] => all('[data-key]').map(({ dataset }) => dataset.key!);
    draw(scene({ marks: many.slice(0, 10) }), { drawn });
    const first = keys();
    const node = one(`[data-key="${first[3]}"]`);
    const focusedKey = many[50]!.key;
    draw(scene({ marks: many, clusters }), { drawn, narrow: true, focusedKey });
    const some = keys();
    expect(some).to.include.members([...first, focusedKey, ...clusters.map(({ key }) => key)]);
    expect(some).to.have.lengthOf(10 + 1 + 20 + 24);
    for (const part of [many.slice(10, 40), many.slice(40, 70), many.slice(70)])
      expect(part.filter(({ key }) => some.includes(key)).length).to.be.greaterThan(4);
    expect(one(`[data-key="${first[3]}"]`) === node).to.be.true;
    draw(scene({ marks: many, clusters }), { drawn, narrow: true, focusedKey });
    expect(keys()).to.include.members(some);
    expect(keys()).to.have.lengthOf(some.length + 24);
    draw(scene({ marks: many }), { drawn, focusedKey });
    expect(keys()).to.eql(many.map(({ key }) => key));
  });

  describe('while panning', () => {
    const bars = Array.from({ length: 200 }, (_, i) =>
      mark(`bar ${i}`, -40 - (i % 7), 500, {
        y: i * 2,
        label: label({ side: 'above', x: 0, y: 0, width: 100, slide: 400 }),
      }),
    );
    const measure = (text: string): number => text.length * 8;

    function drawWhole(what: Scene): SVGGElement {
      draw(what);
      const g = shadow.querySelector<SVGGElement>('.axis-ticks')!;
      const ticks = axisTicks(view, WIDTH, { language: english, measure, overscan: 1 });
      drawAxis(g, ticks, timeScale(view, WIDTH), { height: 200, measure });
      panLayers(shadow, what, 0, english);
      return g;
    }

    it('shows no text of a larger unit that the next one leaves no room for, years neither', () => {
      draw(scene());
      const g = shadow.querySelector<SVGGElement>('.axis-ticks')!;
      const [first, next] = ['2018', '2019'].map((text, i) => ({
        at: view.start + (i ? 10 : -400) * DAY,
        text,
        pinned: text,
        crossed: false,
      }));
      const ticks = { ...axisTicks(view, WIDTH, { language: english, measure }), larger: [first!, next!] };
      drawAxis(g, ticks, timeScale(view, WIDTH), { height: 200, measure });
      panLayers(shadow, scene(), 0, english);
      const texts = [...g.querySelectorAll('.larger text')];
      expect(texts.map(text => [text.textContent, getComputedStyle(text).visibility])).to.eql([
        ['2018', 'hidden'],
        ['2019', 'visible'],
      ]);
    });

    it('writes to at most 60 elements, and puts all back', () => {
      const what = scene({ marks: bars, height: 500 });
      drawWhole(what);
      const markup = (): string => shadow.innerHTML.replace(/ (class|style)=""/g, '');
      const before = markup();
      const observer = new MutationObserver(() => undefined);
      observer.observe(shadow, { subtree: true, attributes: true, childList: true, characterData: true });
      for (const dx of [-10, -100.5, 30]) {
        panLayers(shadow, what, dx, english);
        const touched = new Set(observer.takeRecords().map(({ target }) => target));
        expect(touched.size).to.be.within(50, MOST_WRITES);
        expect(box(one('.layer')).x).to.be.closeTo(dx, 0.1);
      }
      panLayers(shadow, what, 0, english);
      observer.disconnect();
      expect(markup() === before).to.be.true;
    });

    it('slides a label along its own bar to stay in the view', () => {
      const what = scene({ marks: bars.slice(0, 3) });
      drawWhole(what);
      for (const dx of [0, 20, -100, -300, -440]) {
        panLayers(shadow, what, dx, english);
        for (const [i, element] of all('.label').entries()) {
          const bar = box(all('.mark')[i]!);
          const { x, width } = box(element);
          expect(x).to.be.at.least(bar.x - 0.1);
          expect(x + width).to.be.at.most(bar.x + bar.width + 0.1);
          if (bar.x + bar.width > 110) expect(x).to.be.at.least(0);
        }
      }
    });

    it('keeps the larger unit under way pinned at the start', () => {
      const g = drawWhole(scene());
      const start = shadow.querySelector('.axis')!.getBoundingClientRect().left;
      const pinned = (): SVGTextElement => shadow.querySelector<SVGTextElement>('.pinned')!;
      for (const dx of [-20, -150, -290, 290]) {
        panLayers(shadow, scene(), dx, english);
        expect(g.querySelectorAll('.pinned, .pushed')).to.have.lengthOf(1);
        if (!pinned()) continue;
        expect(pinned().getBoundingClientRect().left - start, `${dx}`).to.be.within(-1, 9);
        expect(pinned().textContent).to.match(/\d{4}$/);
      }
      expect(g.style.transform).to.equal('translateX(290px)');
    });
  });

  describe('axis', () => {
    const measure = (text: string): number => text.length * 8;
    function axisOf(
      days: number,
      language = english,
    ): { texts: SVGTextElement[]; ticks: ReturnType<typeof axisTicks> } {
      draw(scene(), { language });
      const span = { start: view.start, end: view.start + days * DAY };
      const ticks = axisTicks(span, WIDTH, { language, measure, overscan: 1 });
      const g = shadow.querySelector<SVGGElement>('.axis-ticks')!;
      drawAxis(g, ticks, timeScale(span, WIDTH), { height: 200, rtl: language.direction === 'rtl', measure });
      moveAxis(g, 0);
      return { texts: [...g.querySelectorAll('text')], ticks };
    }

    /** The box of the letters: Firefox counts the stroke of a text to its client rectangle. */
    function inked(text: SVGTextElement): DOMRect {
      const { x, y, width, height } = text.getBBox();
      const { e, f } = text.getScreenCTM()!;
      return new DOMRect(x + e, y + f, width, height);
    }

    it('has two rows, each a text and a gridline for a tick', () => {
      for (const days of [3, 40, 600, 9000, 40]) {
        const { texts, ticks } = axisOf(days);
        expect(all('.axis-ticks > g')).to.have.lengthOf(2);
        expect(texts).to.have.lengthOf(ticks.units.length + ticks.larger.length);
        expect(all('.grid')).to.have.lengthOf(texts.length);
        expect(all('[part="tick"]')).to.have.lengthOf(texts.length);
        const units = all('.units text').map(text => text.textContent);
        expect(units).to.deep.equal(ticks.units.map(({ text }) => text));
      }
    });

    for (const language of [english, arabic])
      it(`cuts no text at rest, and lets none touch the next, ${language.direction}`, () => {
        for (const days of [1, 20, 40, 200, 600, 3000, 90_000]) {
          const { texts } = axisOf(days, language);
          const stage = one('.stage').getBoundingClientRect();
          const seen = texts
            .filter(text => text.textContent && getComputedStyle(text).visibility === 'visible')
            .map(inked)
            .filter(({ right, left }) => right > stage.left && left < stage.right);
          expect(seen.length, `${days}`).to.be.above(2);
          for (const a of seen) {
            expect(a.left, `${days}`).to.be.at.least(stage.left - 1);
            expect(a.right, `${days}`).to.be.at.most(stage.right + 1);
            expect(a.bottom).to.be.at.most(stage.bottom);
            for (const b of seen)
              if (a !== b)
                expect(
                  a.right <= b.left || b.right <= a.left || a.bottom <= b.top + 2 || b.bottom <= a.top + 2,
                  `${days}: ${a.left} ${b.left}`,
                ).to.be.true;
          }
        }
      });

    it('keeps a tick its nodes for as long as it is drawn, at whatever scale', () => {
      draw(scene());
      const g = shadow.querySelector<SVGGElement>('.axis-ticks')!;
      const before = new Map<number, Element>();
      let kept = 0;
      for (const days of [600, 560, 520, 700]) {
        const span = { start: view.start - days * DAY, end: view.start + days * DAY };
        const ticks = axisTicks(span, WIDTH, { language: english, measure, overscan: 1 });
        drawAxis(g, ticks, timeScale(span, WIDTH), { height: 200, measure });
        const nodes = new Map(ticks.units.map(({ at }, i) => [at, all('.units .tick')[i]!]));
        for (const [at, node] of nodes) {
          const was = before.get(at);
          if (was) expect(node === was, `${days}: ${at}`).to.be.true;
          if (was) kept++;
        }
        before.clear();
        for (const [at, node] of nodes) before.set(at, node);
      }
      expect(kept).to.be.above(20);
    });

    it('draws for the view alone while each frame has another scale, the larger unit under way pinned', () => {
      draw(scene());
      const g = shadow.querySelector<SVGGElement>('.axis-ticks')!;
      const span = { start: view.start + 40 * DAY, end: view.start + 140 * DAY };
      const ticks = axisTicks(span, WIDTH, { language: english, measure, overscan: 1 });
      const drawn = (narrow: boolean): (string | null)[] => {
        drawAxis(g, ticks, timeScale(span, WIDTH), { height: 200, measure, narrow });
        moveAxis(g, 0);
        const { left } = one('.stage').getBoundingClientRect();
        return all('.tick')
          .filter(tick => {
            const { x } = tick.firstElementChild!.getBoundingClientRect();
            return x >= left && x < left + WIDTH;
          })
          .map(({ textContent }) => textContent);
      };
      const whole = drawn(false);
      const count = all('.tick').length;
      expect(drawn(true)).to.deep.equal(whole);
      expect(all('.tick').length).to.be.below(count / 2);
      expect(one('.pinned').textContent).to.equal('February 2024');
    });

    it('has its ticks where the scale has them, mirrored from right to left', () => {
      const xs = (language: typeof english): number[] => {
        const { ticks } = axisOf(40, language);
        const { left } = one('.stage').getBoundingClientRect();
        const at = [...shadow.querySelectorAll<SVGLineElement>('.units line')];
        expect(at).to.have.lengthOf(ticks.units.length);
        return at.map(line => line.getBoundingClientRect().left - left);
      };
      const ltr = xs(english);
      const { ticks } = axisOf(40);
      for (const [i, { at }] of ticks.units.entries())
        expect(ltr[i]).to.be.closeTo(((at - view.start) / DAY) * (WIDTH / 40), 1);
      for (const [i, x] of xs(arabic).entries()) expect(x).to.be.closeTo(WIDTH - ltr[i]!, 1.1);
    });
  });

  describe('colours', () => {
    const linear = (expression: string): Rgb => linearLight(one('.root'), expression);
    const contrast = (a: string, b: string): number => contrastOf(linear(a), linear(b));
    const lanes = Array.from({ length: 8 }, (_, i) => `var(--_color-${i + 1})`);

    for (const scheme of ['light', 'dark'])
      it(`keep text at 7:1, marks at 3:1, lanes and accent apart: ${scheme}`, () => {
        host.style.colorScheme = scheme;
        draw(scene());
        const paper = 'var(--_paper)';
        for (const text of ['var(--_ink)', 'var(--_muted)'])
          expect(contrast(text, paper), text).to.be.at.least(7);
        expect(contrast('var(--_accent)', paper)).to.be.at.least(4.5);
        for (const lane of lanes) {
          expect(contrast(lane, paper), lane).to.be.at.least(3.5);
          expect(contrast(lane, '#fffdf9'), lane).to.be.at.least(scheme === 'light' ? 3.4 : 1);
        }
        expect(leastApart([...lanes, 'var(--_accent)'].map(linear))).to.be.at.least(0.06);
      });

    it('are the author’s where the page sets them, on the element or around it', () => {
      document.body.style.setProperty('--timeline-ink', 'rgb(1, 2, 3)');
      document.body.style.setProperty('--timeline-color-3', 'rgb(4, 5, 6)');
      draw(scene());
      const root = getComputedStyle(one('.root'));
      expect([root.getPropertyValue('--_ink'), root.getPropertyValue('--_color-3')]).to.deep.equal([
        'rgb(1, 2, 3)',
        'rgb(4, 5, 6)',
      ]);
      document.body.removeAttribute('style');
    });
  });

  it('has a focus outline of 2 px, 2 px away, in every engine', function () {
    draw(scene({ marks: [mark('a', 100, 30)] }));
    const button = one('.mark');
    button.focus({ focusVisible: true });
    if (!button.matches(':focus-visible')) {
      expect(engineName(), 'only WebKit lacks the option').to.equal('webkit');
      this.skip();
    }
    const { outlineWidth, outlineOffset, outlineStyle } = getComputedStyle(button);
    expect([outlineWidth, outlineOffset, outlineStyle]).to.deep.equal(['2px', '2px', 'solid']);
  });
});
