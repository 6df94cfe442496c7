import { expect } from '@open-wc/testing';
import { resetMouse, sendMouse } from '@web/test-runner-commands';
import type { EventRecord } from '../../src/core.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { engineName, keys, viewport } from '../lib/browser-commands.js';
import { atRest, centre, clustersOf, find, focused, mount, settled, textOf, until } from './mounted.js';

const RECORDS: EventRecord[] = ['a', 'b', 'c', 'd'].map((id, i) => ({
  id,
  date: `2025-0${i + 1}-10`,
  title: `Event ${id}`,
  lane: i % 2 ? 'two' : 'one',
  links: id === 'b' ? [{ to: 'a', rel: 'follows' }] : [],
}));

const dialog = (element: TimelineView): HTMLDialogElement | null =>
  find<HTMLDialogElement>(element, 'dialog');
const markOf = (element: TimelineView, id: string): HTMLElement =>
  find(element, `[part~="mark"][data-id="${id}"]`)!;

/** What the dialog says: keys → what they do. */
const rows = (element: TimelineView): [string, string][] =>
  [...dialog(element)!.querySelectorAll('dl > div')].map(row => [
    textOf(row.querySelector('dt')),
    textOf(row.querySelector('dd')),
  ]);

async function press(element: TimelineView, ...combos: string[]): Promise<void> {
  await keys(...combos);
  await settled(element);
}

async function openFrom(element: TimelineView, from: HTMLElement): Promise<void> {
  from.focus();
  await press(element, '?');
  expect(dialog(element)?.matches(':modal'), 'a modal dialog').to.equal(true);
  expect(textOf(focused()), 'focus at the title').to.equal('Keyboard');
}

describe('the list of keys', () => {
  it('opens on "?" from anywhere, closes on Escape, "?" and its button, and the focus goes back', async () => {
    const element = await mount({ events: RECORDS });
    element.selected = 'b';
    await settled(element);
    const heard: string[] = [];
    const listener = ({ key }: KeyboardEvent) => heard.push(key);
    document.addEventListener('keydown', listener);
    for (const from of ['[data-action="later"]', '[data-key][data-id="b"]', '.details .relations button'])
      for (const how of ['Escape', '?', 'button']) {
        const origin = find(element, from)!;
        await openFrom(element, origin);
        expect(textOf(find(element, `#${dialog(element)!.getAttribute('aria-labelledby')}`))).to.equal(
          'Keyboard',
        );
        if (how === 'button') {
          await keys('Tab');
          expect(focused()!.ariaLabel).to.equal('Close');
          await press(element, 'Enter');
        } else await press(element, how);
        expect(dialog(element), `${from} ${how}`).to.equal(null);
        expect(focused() === origin, `${from} ${how}`).to.equal(true);
        expect(element.selected, 'what was open stays open').to.equal('b');
      }
    document.removeEventListener('keydown', listener);
    expect(heard.filter(key => key === 'Escape' || key === '?')).to.eql([]);
  });

  it('opens by a press of its button, and closes by one beside it', async () => {
    await viewport({ width: 800, height: 600 });
    const element = await mount({ events: RECORDS });
    const button = find(element, '[data-action="help"]')!;
    await sendMouse({ type: 'click', position: centre(button) });
    await until(() => dialog(element)?.open);
    await sendMouse({ type: 'click', position: centre(find(element, '.help dd')!) });
    await settled(element);
    expect(dialog(element)!.open).to.equal(true);
    await sendMouse({ type: 'click', position: [20, 300] });
    await until(() => !dialog(element));
    expect(focused() === button).to.equal(true);
    await resetMouse();
  });

  it('gives the focus back to an event that is drawn only while it has it', async () => {
    const events = Array.from({ length: 60 }, (_, i) => ({
      id: `n${i}`,
      date: '2025-03-01T10:00',
      title: `Same ${i}`,
    }));
    const element = await mount({ events }, { width: 400 });
    expect(clustersOf(element)).to.have.length(1);
    find(element, '[part~="mark"]')!.focus();
    await press(element, 'End');
    await atRest(element);
    const { id } = focused()!.dataset;
    expect(id).to.match(/^n/);
    await openFrom(element, focused()!);
    await press(element, 'Escape');
    await settled(element);
    expect(focused()!.dataset.id).to.equal(id);
  });

  for (const layout of ['horizontal', 'vertical'] as const)
    for (const dir of ['ltr', 'rtl'])
      it(`tells what the keys do: ${layout}, ${dir}`, async () => {
        const element = await mount({ events: RECORDS, layout }, { attributes: { dir } });
        const arrows: Record<string, string> = {
          '←': 'ArrowLeft',
          '→': 'ArrowRight',
          '↑': 'ArrowUp',
          '↓': 'ArrowDown',
        };
        await openFrom(element, markOf(element, 'b'));
        const told = new Map(rows(element).map(([caps, does]) => [does, caps.split(' ')]));
        await press(element, 'Escape');
        for (const [does, [before, after]] of [
          ['Previous and next event', ['a', 'c']],
          ['First and last event', ['a', 'd']],
        ] as const)
          for (const [i, expected] of [before, after].entries()) {
            markOf(element, 'b').focus();
            const cap = told.get(does)![i]!;
            await press(element, arrows[cap] ?? cap);
            if (layout === 'horizontal') await atRest(element);
            expect(focused()!.dataset.id, `${does}: ${cap}`).to.equal(expected);
          }
        const lanes = told.get('Nearest event in the lane before and in the lane after')!;
        markOf(element, 'b').focus();
        await press(element, arrows[lanes[0]!]!);
        expect(focused()!.dataset.lane).to.equal('one');
        await press(element, arrows[lanes[1]!]!);
        expect(focused()!.dataset.lane).to.equal('two');
        const title = told.get('To the title of the lane, which collapses and expands it');
        expect(title?.join(' ')).to.equal(
          layout === 'vertical' ? undefined : `Shift + ${dir === 'rtl' ? '→' : '←'}`,
        );
      });

  it('tells only of what is there', async () => {
    const [first] = RECORDS;
    const element = await mount({ events: [first!], layout: 'horizontal' });
    await openFrom(element, markOf(element, 'a'));
    const said = rows(element).map(([, does]) => does);
    expect(said).to.include('Previous and next event');
    expect(said.join()).not.to.match(/lane|overview/);
    await press(element, 'Escape');
    element.layout = 'list';
    await settled(element);
    await openFrom(element, find(element, '[data-action="list"]')!);
    expect(rows(element).map(([caps]) => caps)).to.eql(['Tab', '← →', 'Enter Space', '/', '?']);
  });

  it('fits a window of 320 × 256 px, with text of twice the size too', async function () {
    // The window of WebKitGTK does not get so small.
    if (engineName() === 'webkit') return this.skip();
    await viewport({ width: 320, height: 256 });
    const element = await mount({ events: RECORDS, layout: 'auto' }, { width: 304 });
    for (const size of ['', '200%']) {
      document.documentElement.style.fontSize = size;
      await openFrom(element, find(element, '[data-action="help"]')!);
      const box = dialog(element)!;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      expect([left, top].every(edge => edge >= 0) && right <= 320 && bottom <= 256, size).to.equal(true);
      expect(box.scrollWidth, size).to.be.at.most(box.clientWidth);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      await press(element, '?');
    }
    document.documentElement.style.fontSize = '';
    await viewport({ width: 800, height: 600 });
  });

  it('says what pills mean where there are some in the picture', async () => {
    const pills = (element: TimelineView) =>
      [...dialog(element)!.querySelectorAll('.pill')].map(pill => textOf(pill.closest('dl > div')));
    const few = await mount({ events: RECORDS });
    await openFrom(few, find(few, '[data-key][data-id="b"]')!);
    expect(pills(few)).to.eql([]);
    await press(few, 'Escape');
    const events = Array.from({ length: 90 }, (_, i) => ({
      id: `p${i}`,
      date: '2025-03-10',
      title: `P ${i}`,
    }));
    const many = await mount({ events });
    expect(clustersOf(many)).to.not.be.empty;
    await openFrom(many, clustersOf(many)[0]!.node);
    expect(pills(many)).to.have.length(3);
    expect(pills(many)[2]).to.include('‹').and.to.include('edge');
  });
});
