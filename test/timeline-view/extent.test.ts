import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { viewport } from '../lib/browser-commands.js';
import { find, misplaced, mount, settled, STORY_URL, until } from './mounted.js';

/** Mounts the story, and then sets its box and itself. */
async function inBox(boxCss: string, css = '', settings: object = {}): Promise<TimelineView> {
  await viewport({ width: 1280, height: 900 });
  const element = await mount({ src: STORY_URL, ...settings });
  element.parentElement!.style.cssText = boxCss;
  element.style.cssText = css;
  await settled(element);
  return element;
}

const stageHeight = (element: TimelineView): number => find(element, '.stage')!.offsetHeight;
const root = (element: TimelineView): HTMLElement => find(element, '.root')!;
const lowest = (element: TimelineView): number =>
  Math.max(
    ...[...root(element).querySelectorAll('section > *')].map(node => (node as HTMLElement).offsetTop),
  );

describe('a height that the page gives', () => {
  for (const [how, box, css] of [
    ['of its own', '', 'height: 1000px'],
    ['of all that there is', 'height: 1000px', 'height: 100%'],
    ['of what is left in a column', 'height: 1000px; display: flex; flex-direction: column', 'flex: 1'],
    ['of a cell of a grid', 'display: grid; grid-template-rows: 1000px', ''],
  ] as const)
    it(`${how} is that of the element, and the picture takes what the rest leaves`, async () => {
      const element = await inBox(box, css);
      await until(() => stageHeight(element) > 500);
      expect(element.offsetHeight).to.equal(1000);
      expect(root(element).scrollHeight).to.equal(1000);
      await settled(element);
      expect(misplaced(element, element.view)).to.eql([]);
    });

  it('that is too little has the picture small, and the rest to be scrolled to within', async () => {
    const element = await inBox('', 'height: 300px');
    await until(() => stageHeight(element) < 200);
    expect(element.offsetHeight).to.equal(300);
    expect(stageHeight(element)).to.be.at.least(140);
    const { clientHeight, scrollHeight } = root(element);
    expect(clientHeight).to.equal(300);
    expect(scrollHeight).to.be.greaterThan(lowest(element));
  });

  it('is shared out as before while details are open, which are scrolled to', async () => {
    const element = await inBox('', 'height: 800px');
    await until(() => root(element).scrollHeight === 800);
    const before = stageHeight(element);
    element.select('claim');
    await until(() => root(element).scrollHeight > 900);
    await settled(element);
    expect([stageHeight(element), element.offsetHeight]).to.eql([before, 800]);
    element.style.height = '700px';
    await until(() => element.offsetHeight === 700 && stageHeight(element) === before - 100);
    element.selected = null;
    await until(() => root(element).scrollHeight === 700);
    expect(stageHeight(element)).to.equal(before - 100);
    element.style.height = '';
    await until(() => stageHeight(element) === 480);
    expect(root(element).scrollHeight).to.equal(element.offsetHeight);
  });

  it('that only comes of being stretched leaves the picture its own', async () => {
    const element = await inBox('display: flex', 'flex: 1');
    const before = element.offsetHeight;
    expect(stageHeight(element)).to.equal(480);
    element.select('claim');
    await until(() => element.offsetHeight > before + 100);
    await settled(element);
    element.parentElement!.style.width = '700px';
    await until(() => element.offsetWidth === 700);
    await settled(element);
    expect(stageHeight(element)).to.equal(480);
    element.selected = null;
    await settled(element);
    expect(stageHeight(element)).to.equal(480);
  });

  it('has a list scroll within', async () => {
    const element = await inBox('', 'height: 400px', { layout: 'list' });
    await until(() => root(element).clientHeight === 400);
    expect(root(element).scrollHeight).to.be.greaterThan(1000);
  });
});

describe('where an element is as wide as what it holds', () => {
  for (const [where, box, css] of [
    ['a row', 'display: flex', ''],
    ['a float', 'display: flow-root', 'float: inline-start'],
    ['a grid that aligns to the start', 'display: grid; justify-items: start', ''],
    ['an odd page', 'display: flex; word-spacing: -3px; letter-spacing: 2px; font-size: 24px', ''],
  ] as const)
    it(`it is as wide as a picture needs in ${where}, and never wider than there is room`, async () => {
      const element = await inBox(box, css);
      expect(element.offsetWidth).to.be.within(900, 1100);
      element.parentElement!.style.width = '500px';
      await settled(element);
      expect(element.offsetWidth).to.equal(500);
    });
});
