import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { drag, keys } from '../lib/browser-commands.js';
import { dateOf, editor, edits, EVENTS, fill, focusMark, recordOf, select, status } from './edited.js';
import { centre, find, focused, markOf, parts, settled, textOf, until } from './mounted.js';

const press = (element: TimelineView, selector: string): void => find(element, selector)!.click();

async function openForm(element: TimelineView, id: string): Promise<void> {
  await select(element, id);
  press(element, '#details .tools button');
  await settled(element);
}

const save = async (element: TimelineView): Promise<void> => {
  press(element, '.editor .main');
  await settled(element);
};

/** The list that is given, with another title of one event. */
const refreshed = (title: string) => ({
  events: EVENTS.map(event => (event.id === 'months' ? { ...event, title } : event)),
});

describe('data that change while they are edited', () => {
  it('stay changed where the form is saved, and it says what was there then', async () => {
    const element = await editor();
    const sent = edits(element);
    await openForm(element, 'months');
    fill(element, 'title', 'Other months');
    element.updateEvents([{ id: 'months', date: '1987', note: 'as the stream says' }]);
    await settled(element);
    const before = recordOf(element, 'months');
    element.updateEvents([{ id: 'months', summary: 'still waits' }]);
    await save(element);
    const after = { ...(before as object), title: 'Other months', summary: 'still waits' };
    expect(recordOf(element, 'months')).to.deep.equal(after);
    expect(sent().at(-1)).to.deep.equal({
      type: 'change',
      id: 'months',
      before: { ...(before as object), summary: 'still waits' },
      after,
    });
    await focusMark(element, 'months');
    await keys('Control+z');
    expect(recordOf(element, 'months')).to.deep.equal({ ...after, title: 'some months' });
  });

  it('stay changed where a mark is dropped, moved by keys, or an open end is closed', async () => {
    const element = await editor();
    await select(element, 'months');
    const at = centre(markOf(element, 'months')!.node);
    const target = element.shadowRoot!.querySelector('.canvas')!;
    target.addEventListener(
      'pointermove',
      () => element.updateEvents([{ id: 'months', title: 'as the stream says' }]),
      { once: true, capture: true },
    );
    await drag(at, [at[0] + 100, at[1]]);
    await settled(element);
    expect(dateOf(element, 'months')).not.to.equal('1986-03/1988-05');
    expect(element.getEvent('months')!.title).to.equal('as the stream says');
    await focusMark(element, 'about');
    element.updateEvents([{ id: 'about', date: '1990~' }]);
    await keys('Alt+ArrowRight');
    expect(dateOf(element, 'about')).to.equal('1991~');
    await focusMark(element, 'open');
    await keys('Alt+Shift+ArrowRight');
    await settled(element);
    element.updateEvents([{ id: 'open', title: 'goes on' }]);
    await settled(element);
    press(element, '.question .main');
    await settled(element);
    expect(dateOf(element, 'open')).to.match(/^1989\/\d{4}$/);
    expect(element.getEvent('open')!.title).to.equal('goes on');
  });

  it('keep what was typed where the event has gone, and take it in anew where it is saved again', async () => {
    const element = await editor();
    const sent = edits(element);
    await openForm(element, 'months');
    fill(element, 'title', 'Other months');
    find(element, '#edit-title')!.focus();
    element.removeEvents(['months']);
    await settled(element);
    await save(element);
    expect(sent()).to.deep.equal([]);
    expect(status(element)).to.equal('This event is no more. Save again to add it anew.');
    expect(textOf(find(element, '#edit-fault'))).to.equal(status(element));
    expect(find<HTMLInputElement>(element, '#edit-title')!.value).to.equal('Other months');
    await save(element);
    const after = { ...EVENTS[1], title: 'Other months' };
    expect(sent()).to.deep.equal([{ type: 'add', id: 'months', before: null, after }]);
    expect(recordOf(element, 'months')).to.deep.equal(after);
    expect(find(element, '.editor')).to.equal(null);
  });

  it('leave an open form as it is where most events stay, and end what could be undone', async () => {
    const element = await editor();
    await focusMark(element, 'about');
    await keys('Alt+ArrowRight');
    await openForm(element, 'months');
    fill(element, 'summary', 'typed');
    find(element, '#edit-summary')!.focus();
    element.data = refreshed('as the server says');
    await settled(element);
    expect(find(element, '[data-action="undo"]')!.ariaDisabled).to.equal('true');
    expect(focused()!.id).to.equal('edit-summary');
    await save(element);
    expect(recordOf(element, 'months')).to.deep.equal({
      ...EVENTS[1],
      title: 'as the server says',
      summary: 'typed',
    });
  });

  it('close a form that they leave nothing of, keep the focus in the timeline, and say so', async () => {
    for (const change of [
      { data: { events: [{ id: 'x', date: '1985', title: 'x' }] } },
      { editable: false },
    ]) {
      const element = await editor();
      await openForm(element, 'months');
      expect(focused()!.id).to.equal('edit-title');
      Object.assign(element, change);
      await settled(element);
      expect(find(element, '.editor')).to.equal(null);
      expect(element.shadowRoot!.activeElement, JSON.stringify(change)).not.to.equal(null);
      await until(
        () => status(element) === 'The form was closed: it can no longer be edited here.',
        'that it was closed',
      );
      element.editable = true;
      await settled(element);
      expect(find(element, '.editor')).to.equal(null);
      element.remove();
    }
  });
});

describe('what is undone', () => {
  it('leaves the document as it was, the order of events and of the undated included', async () => {
    const undated = ['u', 'v', 'w'].map(id => ({ id, title: id }));
    const element = await editor({ data: { events: [...EVENTS, ...undated] } });
    const before = element.toJSON();
    await focusMark(element, 'months');
    await keys('Delete');
    await settled(element);
    find(element, '[data-id="v"]')!.focus();
    await keys('Delete');
    await settled(element);
    find(element, '[data-id="u"]')!.focus();
    await keys('Delete');
    await settled(element);
    expect(element.toJSON().events).to.have.length(before.events.length - 3);
    expect(focused()!.dataset.id).to.equal('w');
    await keys('Control+z', 'Control+z', 'Control+z');
    await settled(element);
    expect(element.toJSON()).to.deep.equal(before);
    expect(element.toJSON().events.map(({ id }) => id)).to.deep.equal(before.events.map(({ id }) => id));
    expect(parts(element, 'mark').length).to.be.above(0);
  });
});

describe('keys that edit', () => {
  it('are those of marks and items themselves, not of what is within details', async () => {
    const data = {
      events: [
        { ...EVENTS[1]!, sources: [{ title: 'a source', url: 'https://example.org/' }] },
        ...EVENTS.slice(2),
      ],
    };
    const element = await editor({ data });
    await select(element, 'months');
    const link = find(element, '#details a[href]')!;
    link.focus();
    let isFree = 0;
    const count = (event: KeyboardEvent): void => {
      isFree += Number(!event.defaultPrevented && !['Alt', 'Control'].includes(event.key));
      event.preventDefault(); // no history to go back in
    };
    addEventListener('keydown', count);
    await keys('Alt+ArrowLeft', 'Delete', 'Control+z');
    find(element, '#details .tools button')!.focus();
    await keys('Delete', 'Alt+ArrowRight', 'Control+y');
    removeEventListener('keydown', count);
    expect(recordOf(element, 'months')).to.equal(data.events[0]);
    expect(isFree, 'keys that the browser has for itself').to.equal(6);
  });

  it('say the new date of what they move out of view', async () => {
    const element = await editor();
    element.view = { start: Date.UTC(1993, 0), end: Date.UTC(1993, 6) };
    await settled(element);
    await focusMark(element, 'last');
    const said: string[] = [];
    new MutationObserver(() => said.push(status(element))).observe(find(element, '#status')!, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    await keys('Alt+ArrowRight');
    await until(() => element.view.end > Date.UTC(1994, 0), 'the view to follow');
    await until(() => said.some(text => text.startsWith('Now 1994')), 'the date');
    expect(said.some(text => text.startsWith('Showing'))).to.equal(false);
  });
});
