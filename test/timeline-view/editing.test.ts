import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { drag, keys, type Point } from '../lib/browser-commands.js';
import { dateOf, editor, edits, EVENTS, fill, focusMark, recordOf, select, status } from './edited.js';
import {
  centre,
  find,
  focused,
  frames,
  marksOf,
  markOf,
  mount,
  parts,
  settled,
  textOf,
  until,
} from './mounted.js';

/** Px that a year is wide. */
const yearPx = (element: TimelineView): number => {
  const { start, end } = element.view;
  return (parts(element, 'canvas')[0]!.clientWidth / (end - start)) * 365.25 * 86_400_000;
};

const beside = ([x, y]: Point, dx: number): Point => [Math.round(x + dx), y];

const handle = (element: TimelineView, side: 'start' | 'end'): Point =>
  centre(parts(element, 'handle').find(({ dataset }) => dataset.side === side)!);

describe('editing by dragging', () => {
  it('moves a selected mark by units of its own date, both ends alike, and undoes it to the letter', async () => {
    const element = await editor();
    const sent = edits(element);
    await select(element, 'months');
    const at = centre(markOf(element, 'months')!.node);
    await drag(at, beside(at, yearPx(element)));
    await settled(element);
    expect(dateOf(element, 'months')).to.equal('1987-03/1989-05');
    expect(sent()).to.deep.equal([
      { type: 'move', id: 'months', before: EVENTS[1], after: { ...EVENTS[1], date: '1987-03/1989-05' } },
    ]);
    expect(element.selected, 'the click that ends a drag closes nothing').to.equal('months');
    await focusMark(element, 'months');
    await keys('Control+z');
    expect(recordOf(element, 'months')).to.equal(EVENTS[1]);
    expect(status(element)).to.match(/^Undone: March 1986/);
    await keys('Control+Shift+z');
    expect(dateOf(element, 'months')).to.equal('1987-03/1989-05');
    expect(element.toJSON().events.find(({ id }) => id === 'months')!.date).to.equal('1987-03/1989-05');
  });

  it('keeps what is approximate approximate', async () => {
    const element = await editor();
    await select(element, 'about');
    const at = centre(markOf(element, 'about')!.node);
    await drag(at, beside(at, -2 * yearPx(element)));
    expect(dateOf(element, 'about')).to.equal('1982~');
  });

  it('stretches an end by its handle, and never beyond the other end', async () => {
    const element = await editor();
    await select(element, 'months');
    const end = handle(element, 'end');
    await drag(end, beside(end, yearPx(element) / 2));
    await settled(element);
    expect(dateOf(element, 'months')).to.equal('1986-03/1988-11');
    const start = handle(element, 'start');
    await drag(start, beside(start, 7 * yearPx(element)));
    expect(dateOf(element, 'months')).to.equal('1988-11');
    await settled(element);
    expect(focused()!.dataset.id, 'keys go on from there').to.equal('months');
    await keys('Control+z');
    expect(dateOf(element, 'months')).to.equal('1986-03/1988-11');
  });

  it('asks before it closes an open end, and leaves it open where the answer is no', async () => {
    const element = await editor();
    const sent = edits(element);
    await select(element, 'open');
    const end = handle(element, 'end');
    await drag(end, beside(end, -yearPx(element)));
    await settled(element);
    expect(dateOf(element, 'open')).to.equal('1989/..');
    expect(textOf(find(element, '#edit-question'))).to.match(/^This side is open\. .*1989\s?–\s?199\d/);
    await keys('Escape');
    await settled(element);
    expect([dateOf(element, 'open'), sent().length]).to.deep.equal(['1989/..', 0]);
    const again = handle(element, 'end'); // the page may have scrolled to the question
    await drag(again, beside(again, -yearPx(element)));
    await settled(element);
    await keys('Enter');
    expect(dateOf(element, 'open')).to.match(/^1989\/199\d$/);
    expect(sent()[0]!.type).to.equal('stretch');
  });

  it('changes nothing where the page prevents it, or Escape does', async () => {
    const element = await editor();
    await select(element, 'months');
    element.addEventListener('timeline-edit', event => event.preventDefault());
    const at = centre(markOf(element, 'months')!.node);
    await drag(at, beside(at, yearPx(element)));
    await settled(element);
    expect(recordOf(element, 'months')).to.equal(EVENTS[1]);
    expect(parts(element, 'ghost')).to.have.length(0);
    expect(find(element, '[data-action="undo"]')!.ariaDisabled).to.equal('true');
  });

  it('pans as ever from a mark that is not selected, and says why a set stays', async () => {
    const element = await editor();
    const { start, end } = element.view;
    const at = centre(markOf(element, 'months')!.node);
    await drag(at, beside(at, 100));
    await settled(element);
    expect(element.view.start).to.be.below(start);
    expect(recordOf(element, 'months')).to.equal(EVENTS[1]);
    element.view = { start, end }; // a quick drag goes on by itself
    element.selected = 'set';
    await settled(element);
    await focusMark(element, 'set');
    await settled(element);
    const view = element.view.start;
    const mark = centre(markOf(element, 'set')!.node);
    expect(parts(element, 'handle'), 'no ends to take hold of').to.have.length(0);
    const reasons: string[] = [];
    const seen = new MutationObserver(() => reasons.push(textOf(find(element, '.ghost-words'))));
    seen.observe(element.shadowRoot!, { childList: true, subtree: true, characterData: true });
    await drag(mark, beside(mark, 100));
    seen.disconnect();
    expect(reasons, 'said by what is dragged').to.include('A set of dates can’t be moved.');
    expect(parts(element, 'ghost')).to.have.length(0);
    await until(() => status(element) === 'A set of dates can’t be moved.', 'the reason');
    expect([element.view.start, dateOf(element, 'set')]).to.deep.equal([view, '[1985,1987]']);
  });

  it('follows time where that runs from right to left', async () => {
    const element = await mount(
      { data: { events: EVENTS }, editable: true, selected: 'months' },
      { attributes: { view: '1980/1995', lang: 'he', dir: 'rtl' } },
    );
    await until(() => parts(element, 'handle').length > 0, 'handles');
    const at = centre(markOf(element, 'months')!.node);
    await drag(at, beside(at, -yearPx(element)));
    expect(dateOf(element, 'months')).to.equal('1987-03/1989-05');
    await focusMark(element, 'months');
    await keys('Alt+ArrowRight');
    expect(dateOf(element, 'months')).to.equal('1987-02/1989-04');
  });

  it('moves in steps as long as a px is there, where steps of time are even', async () => {
    const dates = ['1000', '1900', '1900-02', '1900-03', '1900-04', '1900-05', '1900-06'];
    const events = dates.map((date, i) => ({ id: `e${i}`, date, title: date }));
    const element = await mount({ data: { events }, editable: true, scale: 'even', selected: 'e0' });
    await until(() => parts(element, 'handle').length > 0, 'handles');
    const from = centre(markOf(element, 'e0')!.node);
    const to = centre(markOf(element, 'e1')!.node);
    const yearsPerPx = 900 / (to[0] - from[0]);
    expect(yearsPerPx).to.be.within(2, 100);
    await drag(from, beside(from, 43));
    await settled(element);
    const moved = Number(dateOf(element, 'e0')) - 1000;
    expect(moved % 10 ** Math.ceil(Math.log10(yearsPerPx)), `${moved} years`).to.equal(0);
    // Where the pointer let it go, to half a step.
    expect(centre(markOf(element, 'e0')!.node)[0]).to.be.closeTo(from[0] + 43, 6);
  });

  it('has handles of 24 px on the selected mark alone, and none where nothing may be edited', async () => {
    const element = await editor();
    expect(parts(element, 'handle')).to.have.length(0);
    await select(element, 'months');
    const boxes = parts(element, 'handle').map(node => node.getBoundingClientRect());
    expect(boxes.map(({ width, height }) => Math.min(width, height))).to.deep.equal([24, 24]);
    element.editable = false;
    await settled(element);
    expect(parts(element, 'handle')).to.have.length(0);
    expect(find(element, '[data-action="add"]')).to.equal(null);
    const at = centre(markOf(element, 'months')!.node);
    await drag(at, beside(at, 100));
    expect(recordOf(element, 'months')).to.equal(EVENTS[1]);
  });
});

describe('editing by keys', () => {
  it('moves and stretches the event that has the focus, and undoes steps in a row as one', async () => {
    const element = await editor();
    await focusMark(element, 'months');
    await keys('Alt+ArrowRight', 'Alt+ArrowRight');
    expect(dateOf(element, 'months')).to.equal('1986-05/1988-07');
    await settled(element);
    expect(focused()!.dataset.id).to.equal('months');
    await until(() => status(element).startsWith('Now May 1986'), 'what was done');
    await keys('Control+z', 'Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowDown');
    expect(dateOf(element, 'months')).to.equal('1986-04/1988-04');
    await keys('Control+z', 'Control+z');
    expect(recordOf(element, 'months')).to.equal(EVENTS[1]);
    await keys('Control+y');
    expect(dateOf(element, 'months')).to.equal('1986-03/1988-04');
  });

  it('deletes, and brings back what was deleted', async () => {
    const element = await editor();
    await select(element, 'months');
    await focusMark(element, 'months');
    await keys('Delete');
    await settled(element);
    expect(element.getEvent('months')).to.equal(undefined);
    expect(element.selected).to.equal(null);
    expect(status(element)).to.match(/^some months deleted/);
    expect(focused()!.dataset.id, 'the nearest has the focus').to.be.oneOf(['about', 'set', 'open']);
    await keys('Control+z');
    await settled(element);
    expect(recordOf(element, 'months')).to.equal(EVENTS[1]);
    expect(element.issues).to.deep.equal([]);
  });

  it('works down the line and in the list as well', async () => {
    for (const layout of ['vertical', 'list'] as const) {
      const element = await editor({ layout });
      const selector = layout === 'list' ? '.list [data-id="about"]' : '[part~="mark"][data-id="about"]';
      find(element, selector)!.focus();
      await keys('Alt+ArrowDown');
      expect(dateOf(element, 'about'), layout).to.equal('1985~');
      await settled(element);
      expect(focused()!.dataset.id, layout).to.equal('about');
      await keys('Alt+Shift+ArrowRight');
      expect(dateOf(element, 'about'), layout).to.equal(layout === 'list' ? '1985~/1986~' : '1985~');
      element.remove();
    }
  });

  it('leaves the keys to the browser where nothing may be edited', async () => {
    const element = await mount({ data: { events: EVENTS } }, { attributes: { view: '1980/1995' } });
    await focusMark(element, 'about');
    await keys('Delete', 'n');
    expect(recordOf(element, 'about')).to.equal(EVENTS[0]);
    expect(find(element, '.editor')).to.equal(null);
  });

  it('is told of in the list of keys, only there', async () => {
    const element = await editor();
    await focusMark(element, 'about');
    await keys('?');
    await settled(element);
    const told = textOf(find(element, 'dialog'));
    expect(told).to.contain('Alt + ←').and.to.contain('Ctrl + Z').and.to.contain('Move its start');
    await keys('Escape');
    element.editable = false;
    await settled(element);
    await keys('?');
    await settled(element);
    expect(textOf(find(element, 'dialog'))).not.to.contain('Ctrl + Z');
  });
});

describe('the form', () => {
  it('adds an event with any date that can be read, selects it, and undoes that', async () => {
    const element = await editor();
    const sent = edits(element);
    find(element, '[data-action="add"]')!.focus();
    await keys('Enter');
    await settled(element);
    expect(focused()!.id).to.equal('edit-title');
    await keys('Enter');
    await settled(element);
    expect(textOf(find(element, '#edit-title-fault'))).to.equal('An event needs a title.');
    expect(focused()!.ariaInvalid).to.equal('true');
    fill(element, 'title', 'The strike');
    fill(element, 'date', 'soon');
    await settled(element);
    expect(textOf(find(element, '#edit-reading'))).to.match(/^invalid date: "soon"/);
    await keys('Enter');
    await settled(element);
    expect([sent(), focused()!.id], 'nothing is saved of what nobody can read').to.eql([[], 'edit-date']);
    fill(element, 'date', 'March 1985');
    fill(element, 'lane', 'one');
    fill(element, 'status', 'reported');
    await settled(element);
    expect(textOf(find(element, '#edit-reading'))).to.equal('Read as: March 1985');
    await keys('Enter');
    await settled(element);
    const record = {
      id: 'the-strike',
      title: 'The strike',
      date: '1985-03',
      status: 'reported',
      lane: 'one',
    };
    expect(recordOf(element, 'the-strike')).to.deep.equal(record);
    expect(sent()).to.deep.equal([{ type: 'add', id: 'the-strike', before: null, after: record }]);
    expect([element.selected, focused()!.dataset.id]).to.deep.equal(['the-strike', 'the-strike']);
    await keys('Control+z');
    expect(element.getEvent('the-strike')).to.equal(undefined);
  });

  it('opens with the date and the lane of an empty place that was clicked twice, where others zoom', async () => {
    const element = await editor();
    const { start, end } = element.view;
    const [canvas] = parts(element, 'canvas');
    const box = canvas!.getBoundingClientRect();
    const free = [...Array(40).keys()].map((i): Point => [
      Math.round(box.left + 8 + i * 17),
      Math.round(box.bottom - 6),
    ]);
    const at = free.find(([x, y]) => !element.shadowRoot!.elementFromPoint(x, y)?.closest('button'))!;
    let isTold = false;
    addEventListener('dblclick', () => (isTold = true), { once: true, capture: true });
    await drag(at, at);
    await drag(at, at);
    await frames(2);
    // Not every engine's driver makes a double click of two.
    if (!isTold)
      canvas!.dispatchEvent(
        new MouseEvent('dblclick', {
          bubbles: true,
          composed: true,
          clientX: at[0],
          clientY: at[1],
          detail: 2,
        }),
      );
    await settled(element);
    const year = new Date(start + ((at[0] - box.left) / box.width) * (end - start)).getUTCFullYear();
    expect(find<HTMLInputElement>(element, '#edit-date')!.value).to.match(new RegExp(`^${year}(-\\d\\d)?$`));
    expect(find<HTMLInputElement>(element, '#edit-lane')!.value).to.equal('two');
    expect(element.view).to.deep.equal({ start, end });
    await keys('Escape');
    await settled(element);
    expect(find(element, '.editor')).to.equal(null);
  });

  it('changes what was changed and nothing else, from the details, and gives the focus back', async () => {
    const element = await editor();
    await select(element, 'months');
    const [edit] = [...element.shadowRoot!.querySelectorAll<HTMLElement>('#details .tools button')];
    edit!.focus();
    await keys('Enter');
    await settled(element);
    expect(find<HTMLInputElement>(element, '#edit-date')!.value).to.equal('1986-03/1988-05');
    fill(element, 'title', 'Other months');
    find<HTMLElement>(element, '.editor .main')!.focus();
    await keys('Enter');
    await settled(element);
    expect(recordOf(element, 'months')).to.deep.equal({ ...EVENTS[1], title: 'Other months' });
    expect(textOf(focused())).to.equal('Edit');
    await keys('Tab', 'Enter');
    await settled(element);
    expect(element.getEvent('months')).to.equal(undefined);
  });

  it('keeps keys that edit elsewhere for its own fields', async () => {
    const element = await editor();
    await focusMark(element, 'about');
    await keys('n');
    await settled(element);
    await keys('n', 'Delete', 'Alt+ArrowRight');
    expect(marksOf(element).some(({ id }) => id === 'about')).to.equal(true);
    expect(recordOf(element, 'about')).to.equal(EVENTS[0]);
    await keys('Escape');
    await frames(2);
    expect(focused()!.dataset.id).to.equal('about');
  });
});

describe('the history of edits', () => {
  it('ends with other data, and takes a stream for what it is', async () => {
    const element = await editor();
    await focusMark(element, 'months');
    await keys('Alt+ArrowRight');
    element.updateEvents([{ id: 'months', title: 'as the stream says' }]);
    await settled(element);
    await keys('Control+z');
    expect(recordOf(element, 'months')).to.deep.equal({ ...EVENTS[1], title: 'as the stream says' });
    await keys('Alt+ArrowRight');
    element.data = { events: [{ id: 'x', date: '2001', title: 'x' }] };
    await settled(element);
    expect(find(element, '[data-action="undo"]')!.ariaDisabled).to.equal('true');
  });
});
