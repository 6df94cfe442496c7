import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { keys } from '../lib/browser-commands.js';
import {
  AUTUMN,
  canvasBox,
  find,
  focused,
  marksOf,
  misplaced,
  mount,
  parts,
  serialized,
  settled,
  STORY_URL,
  until,
} from './mounted.js';

type Movable = ParentNode & { moveBefore?(node: Node, child: Node | null): void };

const WIDTH = 780;
/** As `mount` gives its box. */
const BOX = `width: ${WIDTH}px; font: 16px/1.4 sans-serif`;

/** What holds on to an event, a view and words in the search field. */
async function inUse(): Promise<TimelineView> {
  const element = await mount({ src: STORY_URL, selected: 'memo', query: 'president', editable: true });
  element.matches = 'dim' as never;
  element.view = AUTUMN;
  await settled(element);
  return element;
}

/** Everything of a style that stands for all of it. */
function look(element: TimelineView): readonly string[] {
  const { defaultView } = element.ownerDocument;
  return ['.root', '.toolbar button', '.details', '[part~="mark"]', '.axis', '#heading'].map(selector => {
    const style = defaultView!.getComputedStyle(find(element, selector)!);
    const { display, color, backgroundColor, fontSize, padding, position, borderTopWidth } = style;
    return [selector, display, color, backgroundColor, fontSize, padding, position, borderTopWidth].join(' ');
  });
}

const state = (element: TimelineView): object => ({
  view: element.view,
  selected: element.selected,
  query: element.query,
  marks: marksOf(element).map(({ key }) => key),
  picture: serialized(find(element, '.stage')!),
  look: look(element),
});

/** A frame of a page that has the type of this one. */
async function openFrame(): Promise<{ readonly frame: HTMLIFrameElement; readonly box: HTMLElement }> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${WIDTH + 40}px; height: 700px; border: 0`;
  const { lang } = document.documentElement;
  frame.srcdoc = `<!doctype html><html lang="${lang || 'en'}"><body style="margin: 0"><div style="${BOX}"></div>`;
  document.body.append(frame);
  after(() => frame.remove());
  await new Promise(resolve => frame.addEventListener('load', resolve, { once: true }));
  const box = frame.contentDocument!.querySelector('div')!;
  return { frame, box };
}

/** A box of the same width in a shadow root. */
function shadowBox(): ShadowRoot {
  const host = document.createElement('div');
  host.style.cssText = BOX;
  document.body.append(host);
  after(() => host.remove());
  return host.attachShadow({ mode: 'open' });
}

describe('an element that is moved', () => {
  const faults: string[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent): void =>
    void faults.push('message' in event ? event.message : String(event.reason));
  before(() => {
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
  });
  afterEach(() => expect(faults.splice(0)).to.eql([]));
  after(() => {
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
  });

  it('into another shadow root and back keeps view, selection and looks, and asks for nothing anew', async () => {
    const element = await inUse();
    const box = element.parentElement!;
    const before = state(element);
    const asked = performance.getEntriesByType('resource').length;
    const root = shadowBox();
    for (const parent of [root, box, root, box]) {
      parent.append(element);
      await settled(element);
      expect(state(element)).to.eql(before);
    }
    expect(performance.getEntriesByType('resource').length).to.equal(asked);
  });

  it('by moveBefore() keeps the focus as well, and takes up the language it is in now', async function () {
    const element = await inUse();
    const box = element.parentElement! as Movable;
    const root = shadowBox() as Movable;
    if (!root.moveBefore) return this.skip();
    marksOf(element)[1]!.node.focus();
    const before = state(element);
    const mark = focused();
    for (const parent of [root, box]) {
      parent.moveBefore(element, null);
      expect(focused()).to.equal(mark);
      await settled(element);
      expect(focused()).to.equal(mark);
      expect(state(element)).to.eql(before);
    }
    const spanish = document.createElement('div') as HTMLElement & Movable;
    spanish.lang = 'es';
    box.append(spanish);
    spanish.moveBefore(element, null);
    await settled(element);
    expect(find(element, '[data-action="list"]')!.textContent).to.contain('Lista');
    spanish.lang = 'en';
    await settled(element);
    expect(find(element, '[data-action="list"]')!.textContent).to.contain('List');
  });

  it('into a frame and back looks the same, and can be used there', async () => {
    const element = await inUse();
    const home = element.parentElement!;
    const { box } = await openFrame();
    const before = state(element);
    box.append(element);
    await settled(element);
    await until(() => Math.abs(canvasBox(element).width - WIDTH) < 20);
    expect(state(element)).to.eql(before);
    // Its size is followed there, parts that come there are styled, and keys are heard.
    box.style.width = '560px';
    await until(() => canvasBox(element).width <= 560 && misplaced(element, element.view).length === 0);
    find(element, '[data-action="help"]')!.click();
    await element.ready;
    const dialog = find<HTMLDialogElement>(element, 'dialog')!;
    expect(dialog.open).to.equal(true);
    expect(element.ownerDocument.defaultView!.getComputedStyle(dialog).borderTopStyle).to.equal('solid');
    dialog.querySelector('button')!.click();
    await settled(element);
    marksOf(element)[0]!.node.focus();
    await keys('End');
    await until(() => element.shadowRoot!.activeElement !== marksOf(element)[0]!.node);
    box.style.width = `${WIDTH}px`;
    home.append(element);
    element.view = AUTUMN;
    await settled(element);
    await until(() => Math.abs(canvasBox(element).width - WIDTH) < 20);
    expect(look(element)).to.eql((before as { look: unknown }).look);
    expect(misplaced(element, element.view)).to.eql([]);
    expect([element.selected, element.query]).to.eql(['memo', 'president']);
  });

  it('out of one frame into another, whose frame is gone, still looks the same', async () => {
    const element = await inUse();
    const before = look(element);
    const home = element.parentElement!;
    const [one, two] = [await openFrame(), await openFrame()];
    one.box.append(element);
    await settled(element);
    two.box.append(element);
    one.frame.remove();
    await settled(element);
    expect(look(element)).to.eql(before);
    home.append(element);
    two.frame.remove();
    await settled(element);
    expect(look(element)).to.eql(before);
    element.remove();
  });

  it('into a frame before it was ever drawn is drawn there', async () => {
    const { box } = await openFrame();
    const element = document.createElement('timeline-view');
    element.events = [{ id: 'a', date: '2025-01', title: 'A' }];
    element.selected = 'a';
    box.append(element);
    await settled(element);
    expect(marksOf(element)).to.have.length(1);
    expect(misplaced(element, element.view)).to.eql([]);
    const { defaultView } = element.ownerDocument;
    expect(defaultView!.getComputedStyle(find(element, '.layer')!).position).to.equal('absolute');
  });

  it('into a document that no window shows rests there, and is drawn when it comes out', async () => {
    const hidden = document.implementation.createHTMLDocument();
    const fresh = document.createElement('timeline-view');
    fresh.events = [{ id: 'a', date: '2025-01', title: 'A' }];
    const used = await inUse();
    const before = look(used);
    for (const element of [fresh, used]) {
      hidden.body.append(element);
      await element.ready;
      await element.zoomIn();
      const box = document.createElement('div');
      box.style.cssText = BOX;
      document.body.append(box);
      box.append(element);
      await settled(element);
      await until(() => parts(element, 'canvas').length > 0, 'the picture');
      expect(marksOf(element)).to.not.be.empty;
      expect(misplaced(element, element.view)).to.eql([]);
      if (element === used) expect(look(element)).to.eql(before);
      box.remove();
    }
  });
});
