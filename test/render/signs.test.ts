import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { html, render } from 'lit';
import { KINDS, STATUSES, type TimelineEvent } from '../../src/data/timeline-event.js';
import { languageFor } from '../../src/language/language.js';
import type { Scene } from '../../src/layout/scene.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import { canvasStyles } from '../../src/render/canvas-styles.js';
import { canvasTemplate } from '../../src/render/canvas.js';
import { frameStyles } from '../../src/render/frame-styles.js';
import { legendTemplate, type LegendData } from '../../src/render/legend.js';
import { markName } from '../../src/render/names.js';
import { signPaths } from '../../src/render/sign.js';
import { theme } from '../../src/render/theme.js';
import type { DatedSpan } from '../../src/time/dated-span.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import { formatDate } from '../../src/time/format-date.js';
import { layoutFor, setOf, sourceOf, spanOf } from '../layout/sample.js';
import { media, screenshot, type Pixels } from '../lib/browser-commands.js';

const english = languageFor('en-GB');
const WIDTH = 600;
const century: TimeSpan = { start: Date.UTC(1900, 0, 1), end: Date.UTC(2000, 0, 1) };
/** Where a year begins in the view of that century, in px. */
const px = (year: number): number => ((year - 1900) * WIDTH) / 100;

/** Events of those dates; what else they are is the same for all. */
function eventsOf(spans: readonly DatedSpan[], fields: Partial<TimelineEvent> = {}): TimelineEvent[] {
  const source = sourceOf(spans);
  return spans.map((_, i) => ({ ...source.get(`${i}`)!, ...fields }));
}

describe('signs of what is not known', () => {
  let host: HTMLElement;
  let shadow: ShadowRoot;
  beforeEach(() => {
    host = document.createElement('div');
    shadow = host.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [theme, canvasStyles, frameStyles].map(({ styleSheet }) => styleSheet!);
    host.style.cssText =
      'position:fixed;inset:0 auto auto 0;--timeline-paper:#fff;--timeline-color-1:#000;--timeline-ink:#000';
    document.body.append(host);
  });
  afterEach(() => host.remove());

  const all = (selector: string): Element[] => [...shadow.querySelectorAll(selector)];

  function sceneAt(spans: readonly DatedSpan[], view: TimeSpan, fields?: Partial<TimelineEvent>): Scene {
    const { layout } = layoutFor(sourceOf(spans, '1980', fields), WIDTH, 200, view);
    return sceneOf(layout, { view, selected: null, focused: null, moving: false }, 4);
  }

  /** Draws dates as the element does, labels apart. */
  function draw(scene: Scene): void {
    const marks = scene.marks.map(mark => ({ ...mark, label: null }));
    const names = { mark: () => 'mark', cluster: () => 'cluster' };
    render(
      html`<div class="root">
        <div class="stage" .style=${`width:${WIDTH}px;height:${scene.height + 48}px`}>
          <div class="scroller">
            ${canvasTemplate({ ...scene, marks }, { language: english, names, focusedKey: null, listLabel: '' })}
          </div>
        </div>
      </div>`,
      shadow,
    );
  }

  /** How dark it is along the middle of the only mark: 0 for paper, 1 for ink. */
  async function inked(
    spans: readonly DatedSpan[],
    view = century,
  ): Promise<(x: number, dy?: number) => number> {
    const scene = sceneAt(spans, view);
    draw(scene);
    const [mark] = scene.marks;
    const middle = mark!.y + mark!.sign.cy;
    const at: Pixels = await screenshot();
    return (x, dy = 0) => 1 - at(x, middle + dy)[0] / 255;
  }

  describe('as pixels', () => {
    it('a stretch is solid from end to end, with nothing beyond', async () => {
      const ink = await inked([spanOf('1920/1939')]);
      for (const year of [1920.5, 1930, 1939.5]) expect(ink(px(year)), `${year}`).to.be.above(0.95);
      for (const year of [1918.5, 1941.5]) expect(ink(px(year)), `${year}`).to.be.below(0.05);
    });

    it('an approximate edge fades over its unit, half strong where the date has it', async () => {
      const ink = await inked([spanOf('192X~/196X~')]);
      const strengths = [1916, 1918, 1920, 1922, 1924].map(year => ink(px(year)));
      for (const [i, strength] of strengths.entries())
        expect(strength, strengths.join()).to.be.closeTo(0.1 + i * 0.2, 0.06);
      expect(ink(px(1913))).to.be.below(0.02);
      expect(ink(px(1940))).to.be.above(0.95);
      expect(ink(px(1970))).to.be.closeTo(0.5, 0.06);
    });

    it('an uncertain outline is dashed, a certain one is not', async () => {
      const along = async (date: string, dy: number): Promise<Set<boolean>> => {
        const ink = await inked([spanOf(date)]);
        return new Set(Array.from({ length: 60 }, (_, x) => ink(px(1930) + x, dy) > 0.5));
      };
      expect([...(await along('1920?/1949?', -6))].sort()).to.deep.equal([false, true]);
      expect([...(await along('1920/1949', -4))]).to.deep.equal([true]);
    });

    it('dashes keep their strength where the edge fades', async () => {
      const ink = await inked([spanOf('1920%/1949%')]);
      const outline = Array.from({ length: 60 }, (_, x) => ink(px(1920) - 6 + x, -6));
      expect(Math.max(...outline.slice(0, 8))).to.be.above(0.5);
      expect(Math.min(...outline)).to.be.below(0.5);
    });

    it('what is ongoing is solid as far as is known, then dashed', async () => {
      const ink = await inked([spanOf('1950/..')]);
      const strong = (from: number, to: number): boolean[] =>
        Array.from({ length: to - from }, (_, x) => ink(from + x, 0) > 0.5);
      expect(new Set(strong(px(1951), px(1980)))).to.deep.equal(new Set([true]));
      expect(new Set(strong(px(1983), px(1999)))).to.deep.equal(new Set([true, false]));
      // The tail is a line, and no bar.
      for (let x = px(1984); x < px(1985.5); x++) expect(ink(x, -4.5)).to.be.below(0.3);
    });

    it('a set is a line with members on it', async () => {
      for (const choice of ['one', 'all'] as const) {
        const ink = await inked([setOf(choice, '1910/1919', '1940/1949', '1970/1979')]);
        const height = (year: number): number =>
          Array.from({ length: 20 }, (_, y) => ink(px(year), y - 10) > 0.5).filter(Boolean).length;
        for (const year of [1915, 1945, 1975]) expect(height(year), `${choice} ${year}`).to.be.within(9, 11);
        for (const year of [1930, 1960]) expect(height(year), `${choice} ${year}`).to.be.within(1, 2);
        for (const year of [1905, 1985]) expect(height(year), `${choice} ${year}`).to.equal(0);
      }
    });

    it('the line of a set goes on where none of its members is in view', async () => {
      const ink = await inked([setOf('all', '1800', '2100')]);
      for (const year of [1901, 1950, 1999]) expect(ink(px(year)), `${year}`).to.be.above(0.3);
    });

    it('a bar 1e12 times as long as the view covers it', async () => {
      const view = { start: 0, end: 400 };
      const long = { ...spanOf('1970/1971'), start: -2e14, end: 2e14 };
      for (const kind of ['stretch', 'within'] as const) {
        const ink = await inked([{ ...long, kind }], view);
        for (let x = 0; x < WIDTH; x += 20) expect(ink(x), `${kind} ${x}`).to.be.above(0.95);
      }
    });

    it('the wash of an era fades at an edge that is about known', async () => {
      const scene = sceneAt([spanOf('193X~')], century, { kind: 'era' });
      draw(scene);
      const at = await screenshot();
      const ink = (year: number): number => 255 - at(px(year), scene.height - 20)[0];
      const [before, outer, edge, inner, middle] = [1920, 1926, 1930, 1933, 1935].map(ink) as [
        number,
        number,
        number,
        number,
        number,
      ];
      expect(before).to.equal(0);
      expect(outer).to.be.above(0);
      expect(edge).to.be.above(outer);
      expect(inner).to.be.above(edge);
      expect(middle).to.be.at.least(inner);
      expect(edge / middle).to.be.closeTo(0.5, 0.12);
    });

    it('fades and dashes are seen in forced colours too', async function () {
      if (!(await media({ 'forced-colors': 'active' }))) this.skip();
      host.style.cssText = 'position:fixed;inset:0 auto auto 0';
      const scene = sceneAt([spanOf('192X~/196X~')], century);
      draw(scene);
      const [mark] = scene.marks;
      const at = await screenshot();
      const row = (year: number): number => at(px(year), mark!.y + mark!.sign.cy)[0];
      const [paper, half, solid] = [1905, 1920, 1940].map(row) as [number, number, number];
      expect(Math.abs(half - (paper + solid) / 2)).to.be.below(Math.abs(paper - solid) * 0.1);
      await media({});
    });
  });

  /** Dates of every kind: points, units, doubts, digits that nobody knows, ends, sets. */
  const plain = fc.constantFrom(
    ...['1850', '185X', '18XX', '1850-06', '1850-06-11', '1850-21', '18X5-06-11', '1850-XX-11', '1850-06-XX'],
  );
  const doubted = fc.tuple(plain, fc.constantFrom('', '?', '~', '%')).map(([date, doubt]) => date + doubt);
  const later = fc.constantFrom('1900', '1900~', '1900-06-11?', '190X', '1900~-06', '1900-?06-11');
  const one = fc.oneof(doubted, later, fc.constantFrom('1850-06-11T12:00', '1850S2', '1850S3'));
  const pair = (join: (a: string, b: string) => string): fc.Arbitrary<string> =>
    fc.tuple(doubted, later).map(([a, b]) => join(a, b));
  const dates = fc
    .oneof(
      one,
      pair((a, b) => `${a}/${b}`),
      pair(a => `${a}/..`),
      pair(a => `${a}/`),
      pair((_, b) => `../${b}`),
      pair((_, b) => `/${b}`),
      pair((a, b) => `[${a},${b}]`),
      pair((a, b) => `{${a},${b}}`),
      pair((a, b) => `[${a},${b}..]`),
      pair((a, b) => `{..${a},${b}}`),
    )
    .map(spanOf);
  const views = [century, { start: Date.UTC(1000, 0, 1), end: Date.UTC(3000, 0, 1) }];

  it('the name of a mark says every sign that is drawn', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(...KINDS), (span, kind) => {
        const [event] = eventsOf([span], { kind });
        const name = markName(event!, '', english, formatDate(span, { language: english }));
        for (const { sign } of views.flatMap(view => sceneAt([span], view, { kind }).marks)) {
          for (const part of [sign, ...sign.members]) {
            if (part.fadeStart || part.fadeEnd) expect(name).to.match(/about|approximate/);
            if (part.uncertain) expect(name).to.match(/\?|uncertain/);
            if (part.openEnd) expect(name).to.match(/ongoing|later/);
            if (part.openStart) expect(name).to.match(/until|earlier/);
            if (part.unknownEnd) expect(name).to.include('to an unknown date');
            if (part.unknownStart) expect(name).to.include('from an unknown date');
          }
          if (span.choice) expect(name).to.include(span.choice === 'one' ? ' or ' : ' and ');
          // A single day says for itself that it is some time within it.
          const firm = !sign.fadeStart && span.end - span.start > 864e5;
          if (sign.shape === 'bracket' && firm) expect(name).to.match(/some time in|\d in the|between/);
          else if (span.kind !== 'within' || !firm || kind === 'era')
            expect(name).not.to.include('some time in');
        }
      }),
      { seed: 15, numRuns: 200 },
    );
  });

  describe('legend', () => {
    const legendOf = (
      samples: readonly TimelineEvent[],
      counts = {},
      hasCorrections = false,
      unclaimed = 0,
    ): LegendData => {
      const none = Object.fromEntries(STATUSES.map(status => [status, 0])) as LegendData['tally']['statuses'];
      const statuses = { ...none, ...counts };
      const claimed = Object.values(statuses).reduce((sum, count) => sum + count, 0);
      return { samples, tally: { count: claimed + unclaimed, statuses }, hasCorrections };
    };

    it('has each status that occurs by its sign and its word, and what was corrected', () => {
      const legend = legendOf([], { confirmed: 3, refuted: 1, retracted: 2 }, true);
      render(legendTemplate(legend, english), shadow);
      const entries = all('[part="legend"] > li');
      expect(entries.map(entry => entry.textContent.trim())).to.deep.equal([
        'confirmed',
        'refuted',
        'retracted',
        'corrected',
      ]);
      const looks = entries.map(entry => entry.querySelector('.sample')!.innerHTML);
      expect(new Set(looks).size).to.equal(4);
    });

    it('tells what nothing is claimed of from what is confirmed, as both look alike', () => {
      const textsOf = (counts: object, unclaimed: number): (string | undefined)[] => {
        render(legendTemplate(legendOf([], counts, false, unclaimed), english), shadow);
        return all('[part="legend"] > li').map(entry => entry.textContent.trim());
      };
      expect(textsOf({ confirmed: 3, alleged: 1 }, 2)).to.eql(['confirmed', 'nothing claimed', 'alleged']);
      const looks = all('.sample').map(({ innerHTML }) => innerHTML);
      expect(looks[1]).to.equal(looks[0]);
      expect(looks[1]).to.not.equal(looks[2]);
      expect(textsOf({ alleged: 1 }, 2)).to.eql(['nothing claimed', 'alleged']);
      expect(textsOf({ confirmed: 3 }, 0)).to.eql(['confirmed']);
      expect(textsOf({}, 2)).to.eql([]);
    });

    const texts = (spans: readonly DatedSpan[], fields?: Partial<TimelineEvent>): string[] => {
      render(legendTemplate(legendOf(eventsOf(spans, fields)), english), shadow);
      return all('[part="legend"] > li').map(entry => entry.textContent.trim());
    };

    it('is absent where every date is known', () => {
      expect(texts(['1956-05-03', '1956-05-03T12:00', '1956-05-03/1957'].map(spanOf))).to.deep.equal([]);
      expect(all('[part="legend"]')).to.be.empty;
    });

    it('has a sign and its words for each that occurs, once', () => {
      const cases: [DatedSpan, string[]][] = [
        [spanOf('1956'), ['some time within']],
        [spanOf('1956-05-03~'), ['approximate']],
        [spanOf('1956-05-03?'), ['uncertain']],
        [spanOf('1956-05-03%'), ['approximate', 'uncertain']],
        [spanOf('../1956'), ['start open']],
        [spanOf('1956/..'), ['ongoing']],
        [spanOf('/1956'), ['start unknown']],
        [spanOf('1956/'), ['end unknown']],
        [setOf('one', '1956', '1958~'), ['approximate', 'one of several']],
        [setOf('one', '1956', '1958/..'), ['end open', 'one of several']],
        [setOf('all', '1956', '1958/..'), ['ongoing', 'all of several']],
      ];
      for (const [span, words] of cases) {
        expect(texts([span, span]), span.source).to.deep.equal(words);
        expect(all('.sample .figure').length).to.be.at.least(words.length);
      }
      expect(texts([spanOf('1956')], { kind: 'era' })).to.deep.equal([]);
      const list = (texts(cases.map(([span]) => span)), all('[part="legend"]')[0]!);
      expect([list.getAttribute('role'), list.getAttribute('aria-label')]).to.deep.equal(['list', 'Signs']);
      expect(all('[part="legend"] :is(a, button, [tabindex])')).to.be.empty;
      expect(all('.figure:not([aria-hidden="true"])')).to.be.empty;
    });

    it('explains every sign that is drawn of dates longer than a day', () => {
      fc.assert(
        fc.property(dates, span => {
          const words = texts([span]);
          for (const { sign } of sceneAt([span], century).marks)
            for (const part of [sign, ...sign.members]) {
              if (part.fadeStart || part.fadeEnd) expect(words).to.include('approximate');
              if (part.uncertain) expect(words).to.include('uncertain');
              if (part.openEnd) expect(words).to.include(span.choice === 'one' ? 'end open' : 'ongoing');
              if (part.openStart) expect(words).to.include('start open');
              if (part.unknownEnd) expect(words).to.include('end unknown');
              if (part.unknownStart) expect(words).to.include('start unknown');
              if (
                signPaths(part).some(({ as }) => as === 'stroke') &&
                part.shape === 'bracket' &&
                !span.choice
              )
                expect(words.includes('some time within')).to.equal(span.end - span.start > 864e5);
            }
        }),
        { seed: 16, numRuns: 150 },
      );
    });

    it('draws its samples as the marks are drawn, within their boxes', () => {
      texts([
        spanOf('1956'),
        spanOf('1956~'),
        spanOf('../1956'),
        spanOf('1956/'),
        setOf('one', '1956', '1958'),
      ]);
      for (const sample of all('.sample')) {
        const box = sample.getBoundingClientRect();
        for (const path of sample.querySelectorAll<SVGPathElement>('.figure > :not(.halo)')) {
          const { x, width } = path.getBBox();
          const { e } = path.getScreenCTM()!;
          expect(e + x).to.be.at.least(box.left - 3);
          expect(e + x + width).to.be.at.most(box.right + 3);
        }
      }
    });
  });

  it('tell one of several from all of them, and both from a stretch, in any status', () => {
    const drawn = (span: DatedSpan, status: TimelineEvent['status']): string =>
      sceneAt([span], century)
        .marks.flatMap(({ sign }) => [sign, ...sign.members])
        .flatMap(sign => signPaths(sign, status))
        .map(({ as, d }) => `${as} ${d}`)
        .join();
    for (const status of [undefined, 'alleged', 'reported', 'refuted'] as const) {
      const drawings = [
        drawn(setOf('one', '1910', '1950'), status),
        drawn(setOf('all', '1910', '1950'), status),
        drawn(spanOf('1910/1950'), status),
      ];
      expect(new Set(drawings), status).to.have.lengthOf(3);
      for (const drawing of drawings) expect(drawing).not.to.match(/NaN|Infinity|undefined/);
    }
  });
});
