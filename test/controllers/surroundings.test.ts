import { expect } from '@open-wc/testing';
import { css, html } from 'lit';
import { LanguageController } from '../../src/controllers/language-controller.js';
import { SizeController, type Size } from '../../src/controllers/size.js';
import { dateFormat, intlCacheSize } from '../../src/language/intl.js';
import { frames, makeHost, mount, until } from './host.js';

describe('SizeController', () => {
  const styles = css`
    :host {
      display: block;
      width: 400px;
    }
    .stage {
      height: 100px;
      padding: 3px;
      box-sizing: border-box;
    }
  `;
  async function sized() {
    const sizes: Size[] = [];
    const host = makeHost({
      styles,
      render: () => html`<div class="stage"></div>`,
      controllers: host =>
        new SizeController(host, {
          target: () => host.find('.stage'),
          changed: size => {
            sizes.push(size);
            host.requestUpdate();
          },
        }),
    });
    await mount(host);
    await frames(3);
    return { host, sizes };
  }

  it('tells the content box at first and after a change, and nothing less than a pixel', async () => {
    const { host, sizes } = await sized();
    expect(sizes).to.eql([{ width: 394, height: 94 }]);
    expect(host.controllers.size).to.eql({ width: 394, height: 94 });
    host.style.width = '400.6px';
    await frames(3);
    expect(sizes).to.have.length(1);
    host.style.width = '401.5px';
    await frames(3);
    expect(sizes.slice(1)).to.eql([{ width: 395.5, height: 94 }]);
  });

  it('tells 0 when it is hidden, and the size when it is shown again', async () => {
    const { host, sizes } = await sized();
    host.style.display = 'none';
    await frames(3);
    host.style.display = '';
    await frames(3);
    expect(sizes.map(({ width }) => width)).to.eql([394, 0, 394]);
  });

  it('never makes a "ResizeObserver loop", even when its host answers with another size', async () => {
    const errors: unknown[] = [];
    const listen = (event: ErrorEvent) => errors.push(event.message);
    addEventListener('error', listen);
    const { host, sizes } = await sized();
    const stage = host.find('.stage')!;
    let before = 0;
    for (let i = 0; i < 20; i++) {
      stage.style.height = `${50 + ((i * 37) % 200)}px`;
      host.style.width = `${300 + ((i * 53) % 400)}px`;
      await frames(2);
      expect(sizes.length).to.be.greaterThan(before);
      before = sizes.length;
    }
    removeEventListener('error', listen);
    expect(errors).to.eql([]);
  });

  it('follows a target that is replaced, and lets go when the host leaves', async () => {
    const { host, sizes } = await sized();
    const old = host.find('.stage')!;
    const next = document.createElement('div');
    next.className = 'stage';
    next.style.width = '200px';
    old.replaceWith(next);
    host.requestUpdate();
    await frames(3);
    expect(sizes.at(-1)!.width).to.equal(194);
    host.remove();
    host.requestUpdate();
    await frames(2);
    sizes.length = 0;
    document.body.append(next);
    next.style.width = '300px';
    await frames(3);
    next.remove();
    expect(sizes).to.eql([]);
  });
});

describe('LanguageController', () => {
  const root = document.documentElement;
  const before = { lang: root.getAttribute('lang'), dir: root.getAttribute('dir') };
  afterEach(() => {
    for (const [name, value] of Object.entries(before))
      if (value === null) root.removeAttribute(name);
      else root.setAttribute(name, value);
  });
  function speaker() {
    let changes = 0;
    const host = makeHost({
      render: () => html``,
      controllers: host => new LanguageController(host, { changed: () => changes++ }),
    });
    return { host, language: host.controllers, changes: () => changes };
  }

  it('finds both through three shadow roots, and follows a change outside of them', async () => {
    const { host, language, changes } = speaker();
    const boxes = [
      document.createElement('div'),
      document.createElement('div'),
      document.createElement('div'),
    ];
    const shadows = boxes.map((box, i) => box.attachShadow({ mode: i % 2 ? 'closed' : 'open' }));
    shadows[0]!.append(boxes[1]!);
    shadows[1]!.append(boxes[2]!);
    boxes[0]!.lang = 'ar';
    boxes[0]!.dir = 'rtl';
    document.body.append(boxes[0]!);
    await mount(host, shadows[2]);
    expect([language.tag, language.direction]).to.eql(['ar', 'rtl']);
    boxes[0]!.lang = 'de-AT';
    boxes[0]!.dir = 'ltr';
    await until(changes, 'it told');
    expect([language.tag, language.direction]).to.eql(['de-AT', 'ltr']);
    boxes[0]!.remove();
  });

  it('takes the nearest, then that of the page, then the reader’s', async () => {
    root.lang = 'fr';
    const { host, language } = speaker();
    expect(language.tag).to.equal('fr'); // not yet in the page
    await mount(host);
    expect(language.tag).to.equal('fr');
    host.lang = 'pt-br';
    await frames(1);
    expect(language.tag).to.equal('pt-BR');
    host.lang = '';
    root.removeAttribute('lang');
    await frames(1);
    expect(language.tag).to.equal(Intl.getCanonicalLocales(navigator.language)[0]);
  });

  it('never throws on a tag that is none, and looks further', async () => {
    root.lang = 'de';
    const { host, language } = speaker();
    await mount(host);
    for (const [lang, tag] of [
      ['en_US', 'en-US'],
      ['C', 'de'],
      ['x', 'de'],
      ['', 'de'],
      [' ', 'de'],
      ['klingon!', 'de'],
      ['zh-hans-cn', 'zh-Hans-CN'],
    ] as const) {
      host.lang = lang;
      await frames(1);
      expect(language.tag, lang).to.equal(tag);
    }
  });

  it('tells of a change on <html> and around it, and only of one that matters', async () => {
    root.lang = 'en';
    const { host, language, changes } = speaker();
    const section = document.createElement('section');
    document.body.append(section);
    await mount(host, section);
    void language.tag;
    void language.direction;
    root.lang = 'es';
    await frames(1);
    expect([changes(), language.tag]).to.eql([1, 'es']);
    section.lang = 'es';
    await frames(1);
    expect(changes()).to.equal(1);
    root.lang = 'it'; // nearer ones hold
    await frames(1);
    expect(changes()).to.equal(1);
    root.dir = 'rtl';
    await frames(1);
    expect([changes(), language.direction]).to.eql([2, 'rtl']);
    section.remove();
  });

  it('speaks English where the words of its language can’t be had, says so once, and tries again for the next', async () => {
    const { warn } = console;
    const warned: unknown[] = [];
    console.warn = (text: unknown) => warned.push(text);
    try {
      const asked: string[] = [];
      const load = async (tag: string): Promise<never> => {
        asked.push(tag);
        await Promise.resolve();
        throw new TypeError('no such file');
      };
      for (let i = 0; i < 2; i++) {
        let changes = 0;
        const host = makeHost({
          controllers: host => new LanguageController(host, { changed: () => changes++, load }),
        });
        host.lang = 'hi';
        await mount(host);
        await host.controllers.settled;
        host.requestUpdate();
        await host.updateComplete;
        expect([host.controllers.tag, host.controllers.texts, changes]).to.eql(['hi', 0, 0]);
      }
      expect(asked).to.eql(['hi', 'hi']);
      expect(warned).to.eql([
        '<timeline-view>: the texts of "hi" could not be loaded, so they are English: no such file',
      ]);
    } finally {
      console.warn = warn;
    }
  });

  it('lets go when the host leaves, and looks again when it comes back elsewhere', async () => {
    root.lang = 'en';
    const { host, language, changes } = speaker();
    await mount(host);
    expect(language.tag).to.equal('en');
    host.remove();
    root.lang = 'es';
    await frames(1);
    expect(changes()).to.equal(0);
    const section = document.createElement('section');
    section.lang = 'nl';
    document.body.append(section);
    section.append(host);
    expect([changes(), language.tag]).to.eql([1, 'nl']);
    section.remove();
  });

  it('forgets all formatters when the reader’s languages change, and says so, while the host is in the page', async () => {
    const { host, changes } = speaker();
    await mount(host);
    const turn = (): number => {
      dateFormat('en', {});
      window.dispatchEvent(new Event('languagechange'));
      return intlCacheSize();
    };
    expect([turn(), changes()]).to.eql([0, 1]);
    host.remove();
    expect(turn()).to.be.above(0);
    expect(changes()).to.equal(1);
  });
});
