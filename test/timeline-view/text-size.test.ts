import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords } from '../layout/sample.js';
import { engineName, viewport } from '../lib/browser-commands.js';
import { crampedAxis, illegible } from './legible.js';
import { misfits } from './misfits.js';
import { AUTUMN, find, frames, mount, parts, settled, STORY_URL, textOf } from './mounted.js';

const LAYOUTS = ['horizontal', 'vertical', 'list'] as const;
/** What readers set to tell letters, words and lines apart (WCAG 2.2, 1.4.12), in whatever tree. */
const WIDE = new CSSStyleSheet();
WIDE.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`);

const story = (layout: TimelineView['layout'], width: number): Promise<TimelineView> =>
  mount(
    { src: STORY_URL, layout, selected: 'claim' },
    { width, attributes: { view: AUTUMN, lang: 'en-GB' } },
  );

/** All that is cut, lies outside or over something else. */
function faults(element: TimelineView): string[] {
  const found = misfits(element);
  if (element.layout === 'horizontal') found.push(...illegible(element), ...crampedAxis(element));
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  return found;
}

describe('nothing is cut, covered or outside', () => {
  before(() => viewport({ width: 1100, height: 900 }));
  after(() => {
    document.documentElement.style.fontSize = '';
  });

  for (const layout of LAYOUTS)
    for (const width of [320, 780]) {
      it(`with text of twice the size: ${layout}, ${width} px`, async () => {
        document.documentElement.style.fontSize = '200%';
        const element = await story(layout, width);
        expect(parseFloat(getComputedStyle(find(element, '#heading')!).fontSize)).to.be.at.least(32);
        expect(faults(element)).to.eql([]);
        expect(find(element, '.icon')!.getBoundingClientRect().width).to.equal(32);
        document.documentElement.style.fontSize = '';
      });

      it(`with letters, words and lines far from each other: ${layout}, ${width} px`, async () => {
        const element = await story(layout, width);
        element.shadowRoot!.adoptedStyleSheets.push(WIDE);
        await frames(3);
        await settled(element);
        const { wordSpacing, fontSize } = getComputedStyle(find(element, '#heading')!);
        expect(parseFloat(wordSpacing)).to.be.closeTo(0.16 * parseFloat(fontSize), 0.01);
        expect(faults(element)).to.eql([]);
      });
    }

  it('in a crowd: text of twice the size, and letters, words and lines far from each other', async function () {
    const element = await mount({ events: randomRecords(200, 12) as never }, { width: 780 });
    for (const how of ['far apart', 'large as well']) {
      if (how === 'far apart') element.shadowRoot!.adoptedStyleSheets.push(WIDE);
      else document.documentElement.style.fontSize = '200%';
      await frames(3);
      await settled(element);
      expect(parts(element, 'label').length).to.be.greaterThan(4);
      expect(illegible(element), how).to.eql([]);
    }
    document.documentElement.style.fontSize = '';
  });

  it('counts have room in their pills with text of twice the size', async () => {
    document.documentElement.style.fontSize = '200%';
    const element = await mount({ events: randomRecords(300, 12) as never }, { width: 780 });
    const pills = parts(element, 'cluster').filter(pill => textOf(pill).length > 1);
    expect(pills).not.to.eql([]);
    for (const pill of pills) {
      const text = document.createRange();
      text.selectNodeContents(pill);
      const own = pill.getBoundingClientRect();
      const { left, right } = text.getBoundingClientRect();
      expect(left >= own.left && right <= own.right, `${textOf(pill)} in its pill`).to.equal(true);
      expect(pill.scrollWidth, textOf(pill)).to.be.at.most(pill.offsetWidth);
    }
    expect(illegible(element)).to.eql([]);
    document.documentElement.style.fontSize = '';
  });

  it('finds what is', async () => {
    const element = await story('vertical', 320);
    find(element, '[data-action="fit"]')!.style.width = '1rem';
    parts(element, 'details')[0]!.style.width = '200%';
    expect(faults(element).join()).to.match(/Show all is cut.*lies outside/);
  });
});

describe('a window of 320 × 256 px, as where 1280 px are magnified four times', () => {
  before(async function () {
    // The window of WebKitGTK does not get so small.
    if (engineName() === 'webkit') return this.skip();
    await viewport({ width: 320, height: 256 });
  });

  for (const layout of ['auto', 'horizontal', 'list'] as const)
    it(`needs no scrolling sideways, and shows all there is to press: ${layout}`, async () => {
      const element = await story(layout, 304);
      element.parentElement!.style.width = 'auto';
      await settled(element);
      expect(find(element, '.column') !== null).to.equal(layout === 'auto');
      expect(misfits(element)).to.eql([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
      for (const control of element.shadowRoot!.querySelectorAll<HTMLElement>(
        ':is(.toolbar, .details, .undated, .column, .list) button',
      )) {
        control.scrollIntoView({ block: 'nearest' });
        const { left, right, top, bottom } = control.getBoundingClientRect();
        const name = control.ariaLabel ?? control.textContent;
        expect(left >= 0 && right <= innerWidth, `${name}: ${left} to ${right}`).to.equal(true);
        expect(top < innerHeight && bottom > 0, `${name} can be scrolled to`).to.equal(true);
      }
    });
});
