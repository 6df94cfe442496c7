import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { openPage, type GuardedPage } from '../lib/guarded-page.js';
import { find, settled, sleep, textOf, until } from './mounted.js';

const timeline = (page: GuardedPage, id: string): TimelineView =>
  page.document.getElementById(id) as unknown as TimelineView;
const title = (element: TimelineView): string => textOf(find(element, '.details h3'));

describe('the story in another language', () => {
  it('keeps view and selection, and has its list and its words in that language too', async () => {
    const page = await openPage('/demo/index.html', { csp: true });
    after(() => page.close());
    const [picture, claims] = [timeline(page, 'picture'), timeline(page, 'claims')];
    const buttons = [...page.document.querySelectorAll<HTMLButtonElement>('.languages button')];
    const pressed = (): string[] => buttons.filter(({ ariaPressed }) => ariaPressed === 'true').map(textOf);
    await until(() => claims.visibleEvents().length > 0 && !buttons[0]!.parentElement!.hidden);
    await picture.zoomIn();
    picture.select('claim');
    await settled(picture);
    await sleep(400);
    const { view } = picture;
    expect([pressed(), title(picture)]).to.eql([
      ['English'],
      'Trump claims that every boat destroyed saves 25,000 American lives',
    ]);

    buttons[1]!.click();
    await until(() => title(picture).startsWith('Trump afirma'));
    await until(() => textOf(find(claims, '.list')).includes('Sheinbaum dice'));
    await settled(picture);
    expect([picture.view, picture.selected, pressed()]).to.eql([view, 'claim', ['Español']]);
    expect(textOf(find(picture, '[data-action="list"]'))).to.equal('Lista');
    expect([claims.lang, textOf(find(claims, '#heading'))]).to.eql(['es', 'Tres relatos y una afirmación']);

    buttons[0]!.click();
    await until(() => title(picture).startsWith('Trump claims'));
    await settled(picture);
    expect([picture.view, picture.selected, pressed()]).to.eql([view, 'claim', ['English']]);
    expect(page.notes()).to.eql([]);
  });
});

describe('the gallery in twelve languages', () => {
  it('has each by its own name, its words and its direction', async () => {
    const page = await openPage('/demo/gallery.html', { csp: true });
    after(() => page.close());
    const element = timeline(page, 'bauhaus');
    const select = page.document.querySelector<HTMLSelectElement>('#spoken')!;
    await until(() => select.options.length === 12);
    expect(page.document.querySelector('#language pre')!.textContent).to.include(
      '<select id="spoken"></select>',
    );
    const seen = new Set<string>();
    for (const { value, lang } of select.options) {
      select.value = value;
      select.dispatchEvent(new Event('change'));
      await settled(element);
      const root = find(element, '.root')!;
      expect([lang, root.lang]).to.eql([value, value]);
      expect(root.dir, value).to.equal(['ar', 'fa', 'he'].includes(value) ? 'rtl' : 'ltr');
      seen.add(find(element, '.toolbar')!.ariaLabel!);
    }
    expect(seen.size).to.equal(12);
  });
});
