import { expect } from '@open-wc/testing';
import { fileName } from '../../src/data/writers/export-format.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { openPage } from '../lib/guarded-page.js';
import { find, mount, settled, sleep, STORY_URL, textOf, until } from './mounted.js';

const items = (element: TimelineView): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>('.exports [role^=menuitem]'),
];
const button = (element: TimelineView): HTMLElement => find(element, '[data-action="export"]')!;
const focused = (element: TimelineView): Element | null => element.shadowRoot!.activeElement;

async function open(element: TimelineView): Promise<HTMLElement[]> {
  button(element).click();
  await settled(element);
  return items(element);
}

const press = (element: TimelineView, key: string): boolean =>
  focused(element)!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );

/** What is saved while `act` runs: links that are followed, and what is at their addresses. */
async function saved(act: () => Promise<unknown>): Promise<{ name: string; file: Blob }[]> {
  const files = new Map<string, Blob>();
  const found: { name: string; file: Blob }[] = [];
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (file: Blob) => {
    const url = createObjectURL.call(URL, file);
    files.set(url, file);
    return url;
  };
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    found.push({ name: this.download, file: files.get(this.href)! });
  };
  try {
    await act();
  } finally {
    URL.createObjectURL = createObjectURL;
    HTMLAnchorElement.prototype.click = click;
  }
  return found;
}

describe('the menu of exports', () => {
  it('is behind a button, where there are events and "controls" has it', async () => {
    const element = await mount({ src: STORY_URL });
    expect(button(element).getAttribute('aria-haspopup')).to.equal('menu');
    expect(button(element).getAttribute('aria-expanded')).to.equal('false');
    element.controls = 'zoom';
    await settled(element);
    expect(button(element)).to.equal(null);
    element.controls = 'export';
    await settled(element);
    expect(button(element)).not.to.equal(null);
    element.events = [];
    element.removeAttribute('src');
    await settled(element);
    expect(button(element)).to.equal(null);
  });

  it('says what is in each file and what is not', async () => {
    const element = await mount({ src: STORY_URL });
    const texts = (await open(element)).map(textOf);
    expect(button(element).getAttribute('aria-expanded')).to.equal('true');
    await until(() => items(element).some(item => textOf(item).includes('without')));
    const after = items(element).map(textOf);
    expect(texts).to.have.length(6);
    expect(after[2]).to.match(/^Calendar \(ICS\) ?11 of 13 entries, without .*kinds.*people.*relations/);
    expect(after[4]).to.match(/^Data \(JSON\) ?13 entries$/);
  });

  it('counts eras too where files of data have them, which are no events', async () => {
    const element = await mount({
      events: [
        { date: '2020', title: 'A' },
        { date: '2021', title: 'B' },
        { date: '44 BCE', title: 'C' },
        { date: '2020/2021', title: 'D', kind: 'era' },
      ],
    });
    await open(element);
    await until(() => items(element).some(item => textOf(item).includes('without')));
    const texts = items(element).map(textOf);
    expect(texts[0]).to.include('3 events');
    expect(texts[2]).to.match(/^Calendar \(ICS\) ?3 of 4 entries, without kinds/);
    for (const text of texts.slice(3, 5)) expect(text).to.match(/4 entries$/);
    expect(element.toICS().match(/^BEGIN:VEVENT/gm)).to.have.length(3);
    expect(element.toCSV().trim().split('\r\n')).to.have.length(5);
  });

  it('says how many events match what is looked for, in pictures alone', async () => {
    const element = await mount({ src: STORY_URL });
    element.filter = { status: ['confirmed'] };
    await settled(element);
    const { length: total } = element.toJSON().events.filter(({ kind }) => kind !== 'era');
    const { length } = element.toJSON().events.filter(({ status }) => status === 'confirmed');
    const texts = (await open(element)).map(textOf);
    expect(length).to.be.within(2, total - 1);
    expect(texts[0]).to.include(`${length} of ${total} events match`);
    expect(texts[1]).to.include(`${length} of ${total} events match`);
    expect(texts[4]).to.match(/^Data \(JSON\) ?13 entries$/);
  });

  it('has the focus while it is open: arrows, Home, End and letters move it, Escape gives it back', async () => {
    const element = await mount({ src: STORY_URL });
    button(element).focus();
    const [first, second, third] = await open(element);
    expect(focused(element)).to.equal(first);
    press(element, 'ArrowDown');
    expect(focused(element)).to.equal(second);
    press(element, 'ArrowUp');
    press(element, 'ArrowUp');
    expect(focused(element)).to.equal(items(element).at(-1));
    press(element, 'Home');
    expect(focused(element)).to.equal(first);
    press(element, 'End');
    press(element, 'c');
    expect(focused(element)).to.equal(third);
    expect(press(element, 'Escape'), 'a key that is used up').to.equal(false);
    await settled(element);
    expect(items(element)).to.have.length(0);
    expect(focused(element)).to.equal(button(element));
  });

  it('closes when something else is pressed or gets the focus, and when the element leaves the page', async () => {
    const element = await mount({ src: STORY_URL }, { neighbours: true });
    for (const leave of [
      () => document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true })),
      () => document.querySelector<HTMLElement>('#after')!.focus(),
      () => find(element, '[data-action="list"]')!.focus(),
      () => button(element).click(),
    ]) {
      expect(await open(element)).not.to.have.length(0);
      leave();
      await settled(element);
      expect(items(element), String(leave)).to.have.length(0);
    }
    await open(element);
    const { parentElement } = element;
    element.remove();
    parentElement!.append(element);
    await settled(element);
    expect(items(element)).to.have.length(0);
  });

  it('saves each of them under the name of the timeline, and says so', async () => {
    const element = await mount({ src: STORY_URL });
    const files = await saved(async () => {
      for (let i = 0; i < 6; i++) {
        const [item] = (await open(element)).slice(i);
        item!.click();
        await until(() => textOf(find(element, '#status')).startsWith('Saved'));
        find(element, '#status')!.textContent = '';
      }
    });
    expect(files.map(({ name }) => name)).to.eql(
      ['svg', 'png', 'ics', 'csv', 'json', 'jsonld'].map(extension => `How-it-came-to-this.${extension}`),
    );
    expect(files.map(({ file }) => file.type.split(';')[0])).to.eql([
      'image/svg+xml',
      'image/png',
      'text/calendar',
      'text/csv',
      'application/json',
      'application/ld+json',
    ]);
    expect(JSON.parse(await files[4]!.file.text())).to.eql(JSON.parse(JSON.stringify(element.toJSON())));
    expect(await files[3]!.file.text()).to.equal(element.toCSV());
  });

  it('offers pictures of all events where the view is a part', async () => {
    const element = await mount({ src: STORY_URL }, { attributes: { view: '2024-05/2024-08' } });
    const choice = (await open(element)).at(-1)!;
    expect(choice.getAttribute('role')).to.equal('menuitemcheckbox');
    expect(choice.getAttribute('aria-checked')).to.equal('false');
    choice.click();
    await settled(element);
    expect(items(element).at(-1)!.getAttribute('aria-checked')).to.equal('true');
    const [file] = await saved(async () => {
      items(element)[0]!.click();
      await settled(element);
    });
    expect(await file!.file.text()).to.include('The report is published');
  });
});

describe('exports under a strict policy', () => {
  it('are made and saved without a word of the browser', async () => {
    const page = await openPage('/demo/index.html', { csp: true });
    const element = page.document.querySelector('timeline-view')!;
    element.toSVG({ whole: true });
    expect((await element.toPNG()).size).to.be.above(1000);
    for (let i = 0; i < 6; i++) {
      (await open(element))[i]!.click();
      await until(() => /^Saved/.test(textOf(find(element, '#status'))));
      find(element, '#status')!.textContent = '';
    }
    await sleep(200);
    expect(page.notes()).to.eql([]);
    page.close();
  });
});

describe('fileName(title, word)', () => {
  it('is a name that every system takes', () => {
    expect(fileName('Ägypten: ein/Überblick?', 'svg')).to.equal('Ägypten-ein-Überblick.svg');
    expect(fileName('العصر', 'json-ld')).to.equal('العصر.jsonld');
    expect(fileName('../..', 'csv')).to.equal('timeline.csv');
    expect(fileName('x'.repeat(300), 'ics')).to.have.length(64);
  });
});
