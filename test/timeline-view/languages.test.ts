import { expect } from '@open-wc/testing';
import { registerTranslation, type EventRecord } from '../../src/core.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { openPage } from '../lib/guarded-page.js';
import { find, frames, marksOf, mount, settled, textOf } from './mounted.js';

const EVENTS: EventRecord[] = [
  { id: 'a', date: '2025-03-05', title: 'Alpha' },
  { id: 'b', date: '2025-04/..', title: 'Beta' },
];
const said = (element: TimelineView): string | null => find(element, '[data-action="list"]')!.ariaLabel;

describe('the language of the element', () => {
  const root = document.documentElement;
  const before = root.getAttribute('lang');
  afterEach(() => {
    if (before === null) root.removeAttribute('lang');
    else root.setAttribute('lang', before);
  });

  it('is loaded when it is needed, and `ready` waits for it', async () => {
    const element = await mount({ events: EVENTS, selected: 'b' }, { attributes: { lang: 'fr' } });
    expect(said(element)).to.equal('Liste');
    expect(textOf(find(element, '.details'))).to.include('depuis avril 2025, en cours');
    element.lang = 'de';
    await element.ready;
    expect(said(element)).to.equal('Liste');
    expect(textOf(find(element, '.details'))).to.include('seit April 2025, andauernd');
    element.lang = 'ja';
    await element.ready;
    expect(said(element)).to.equal('一覧');
    expect(find(element, '.root')!.lang).to.equal('ja');
  });

  it('keeps its direction while its words are on the way', async () => {
    const element = await mount({ events: EVENTS }, { attributes: { lang: 'en' } });
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(find(element, '.root')!.dir));
    observer.observe(find(element, '.root')!, { attributes: true, subtree: true });
    element.dir = 'rtl';
    element.lang = 'ar';
    await settled(element);
    observer.disconnect();
    expect([...new Set(seen)]).to.eql(['rtl']);
    expect(said(element)).to.equal('قائمة');
  });

  it('is that of the page through shadow roots, a frame after it changes, and English for what is no tag', async () => {
    root.lang = 'en';
    const element = await mount({ events: EVENTS });
    let place: Node = document.body;
    for (let depth = 0; depth < 3; depth++) {
      const box = document.createElement('div');
      place.appendChild(box);
      place = box.attachShadow({ mode: 'open' });
    }
    place.appendChild(element);
    await settled(element);
    expect(said(element)).to.equal('List');
    root.lang = 'es';
    await frames(1);
    expect(said(element)).to.equal('Lista');
    for (const tag of ['en_US', 'x', '', 'tlh']) {
      element.lang = tag;
      root.lang = 'en';
      await settled(element);
      expect(said(element), tag).to.equal('List');
    }
    (document.body.lastElementChild as HTMLElement).remove();
  });

  it('has the texts that a page registers later, and other languages do not move for it', async () => {
    const [polish, english] = [
      await mount({ events: EVENTS }, { attributes: { lang: 'pl-PL' } }),
      await mount({ events: EVENTS }, { attributes: { lang: 'en' } }),
    ];
    expect(said(polish)).to.equal('List');
    registerTranslation('pl', { 'action-list': 'Lista' });
    expect([polish.isUpdatePending, english.isUpdatePending]).to.eql([true, false]);
    await settled(polish);
    expect(said(polish)).to.equal('Lista');
    // Out of the page it hears nothing, and catches up.
    const box = polish.parentElement!;
    polish.remove();
    registerTranslation('pl-PL', { 'action-list': 'Spis' });
    box.append(polish);
    await settled(polish);
    expect(said(polish)).to.equal('Spis');
    polish.strings = { 'action-list': 'Wykaz' };
    await settled(polish);
    expect(said(polish)).to.equal('Wykaz');
  });

  it('runs one way and a title the other, which keeps to itself', async () => {
    const title = '73,960 deaths, “provisional”';
    const events = [
      { id: 'a', date: '2025-03-05', title },
      { id: 'b', date: '2025-04', title: 'Beta', links: [{ to: 'a', rel: 'cites' }] },
    ];
    const element = await mount({ events, selected: 'b' }, { attributes: { lang: 'ar', dir: 'rtl' } });
    const relation = find(element, '.relations button')!;
    expect(textOf(relation)).to.equal(`يستشهد بـ: ${title}`);
    expect(textOf(relation.querySelector('bdi'))).to.equal(title);
  });

  it('names digits and calendar, which the attribute `calendar` overrules', async () => {
    const element = await mount({ events: EVENTS, selected: 'a' }, { attributes: { lang: 'fa-u-nu-latn' } });
    const details = (): string => textOf(find(element, '.details'));
    expect(details()).to.include('5 مارس 2025');
    element.lang = 'fa-u-ca-persian';
    await settled(element);
    expect(details()).to.include('۱۵ اسفند ۱۴۰۳');
    expect(marksOf(element)[0]!.node.ariaLabel).to.include('اسفند');
    element.calendar = 'gregory';
    await settled(element);
    expect(details()).to.include('۵ مارس ۲۰۲۵');
    element.calendar = 'hebrew';
    await settled(element);
    expect(details()).to.include('۵۷۸۵');
  });
});

describe('languages beside the self-contained file', () => {
  it('are loaded under the policy that the element promises to run under, each when it is spoken', async () => {
    const page = await openPage('/test/timeline-view/languages/page.html', { csp: true });
    const timelines = [...page.document.querySelectorAll<TimelineView>('timeline-view')];
    const loaded = page.window.performance
      .getEntriesByType('resource')
      .map(({ name }) => /\/cdn\/(.+)\.js$/.exec(name)?.[1])
      .filter(Boolean);
    expect(loaded.sort()).to.eql(['timeline-view', 'translations/fa', 'translations/fr']);
    expect(timelines.map(said)).to.eql(['List', 'Lista', 'Liste', 'فهرست', 'List']);
    expect(page.notes()).to.eql([]);
    page.close();
  });
});
