import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import {
  AUTUMN,
  canvasBox,
  find,
  frames,
  marksOf,
  misplaced,
  mount,
  parts,
  serialized,
  settled,
  STORY_URL,
} from './mounted.js';

/** What a page may set on everything, and what it must not change in here. */
const RULES: Readonly<Record<string, string>> = {
  'everything reset': '* { all: initial !important }',
  'everything unset': '* { all: unset !important } *::before, *::after { content: "x" !important }',
  'elements by name': `button, input, svg, g, path, rect, ol, ul, li, p, h2, h3, span, dialog, table, figure, section {
    width: 33px !important; height: 7px !important; padding: 40px !important; margin: 30px !important;
    border: 9px solid red !important; float: right !important; display: flex !important; position: fixed !important;
    transform: rotate(9deg) !important; opacity: 0.1 !important; visibility: hidden !important }`,
  'our own class names': `.root, .stage, .mark, .label, .layer, .toolbar, .axis { display: none !important; position: static !important }
    #heading, #view, #status { display: none !important }`,
  'box and flow': '* { box-sizing: border-box !important; float: left !important; contain: none !important }',
};

/** What the page gives the element all the same: its place, its width and its type, which is inherited. */
const OWN = `timeline-view { display: block !important; position: static !important; width: 780px !important;
  font: 16px/1.4 sans-serif !important }`;

async function under(rules: string, run: () => Promise<void>): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  try {
    await run();
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(other => other !== sheet);
  }
}

/** Where everything in the picture lies, from its corner, in whole px. */
function boxes(element: TimelineView): readonly string[] {
  const { left, top } = canvasBox(element);
  return [...parts(element, 'mark'), ...parts(element, 'label'), ...parts(element, 'button')].map(node => {
    const box = node.getBoundingClientRect();
    return [box.left - left, box.top - top, box.width, box.height].map(Math.round).join();
  });
}

const story = (): Promise<TimelineView> =>
  mount({ src: STORY_URL, selected: 'memo' }, { attributes: { view: AUTUMN } });

describe('the styles of a page', () => {
  for (const [what, rules] of Object.entries(RULES))
    it(`do not reach in: ${what}`, async () => {
      const element = await story();
      const plain = boxes(element);
      expect(plain.length).to.be.above(20);
      await under(`${rules} ${OWN}`, async () => {
        await frames(4);
        await settled(element);
        expect(boxes(element)).to.eql(plain);
        expect(misplaced(element, element.view)).to.eql([]);
        expect(getComputedStyle(parts(element, 'button')[0]!).borderTopColor).to.not.equal('rgb(255, 0, 0)');
      });
    });

  it('may take all from the element itself: it goes on being right', async () => {
    const element = await story();
    await under(RULES['everything reset']!, async () => {
      await frames(4);
      await settled(element);
      expect(marksOf(element)).to.not.be.empty;
      expect(misplaced(element, element.view)).to.eql([]);
    });
  });

  it('may have type of any size and spacing, in which no text is cut and no mark is wrong', async () => {
    const element = await story();
    for (const css of [
      'font-size: 40px',
      'font-size: 9px',
      'letter-spacing: 4px; word-spacing: 9px',
      'text-transform: uppercase; font-variant: small-caps',
      'line-height: 3',
      'line-height: 0.8',
      'text-align: end; text-indent: 3em; white-space: pre',
      'font-weight: 900; font-style: italic; font-stretch: 200%',
      'word-break: break-all; hyphens: auto; direction: ltr',
      'visibility: visible; cursor: wait; color: gold; list-style: square inside',
    ]) {
      const { style } = element.parentElement!;
      const before = style.cssText;
      style.cssText += `; ${css}`;
      await frames(4);
      await settled(element);
      expect(misplaced(element, element.view), css).to.eql([]);
      for (const label of parts(element, 'label')) {
        const { width } = label.getBoundingClientRect();
        for (const line of label.querySelectorAll('.line')) {
          const range = document.createRange();
          range.selectNodeContents(line);
          expect(range.getBoundingClientRect().width, `${css}: ${line.textContent}`).to.be.at.most(width + 1);
        }
      }
      style.cssText = before;
    }
  });
});

describe('a page with another base', () => {
  it('has src resolved as that of an image is, and nothing of the picture looked for there', async () => {
    const base = document.createElement('base');
    base.href = '/test-data/deep/';
    document.head.append(base);
    after(() => base.remove());
    const image = document.createElement('img');
    image.setAttribute('src', '../one.json?id=based');
    const asked = performance.getEntriesByType('resource').length;
    const element = await mount({ src: image.getAttribute('src')! });
    expect(marksOf(element).map(({ id }) => id)).to.eql(['based']);
    const urls = performance
      .getEntriesByType('resource')
      .slice(asked)
      .map(({ name }) => name);
    expect(urls).to.include(image.src);
    // References within the picture, such as to gradients or clips, go by a base as well.
    element.src = STORY_URL;
    element.selected = 'memo';
    await settled(element);
    expect(serialized(element.shadowRoot!)).to.not.match(/url\(|href="#/);
    expect(find(element, '.arc, [part~="link"]')).to.not.equal(null);
  });
});
