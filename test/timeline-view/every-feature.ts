import type { DocumentRecord } from '../../src/data/document-shape.js';
import type { TimelineView } from '../../src/timeline-view.js';

/** A document in which there is something for every feature. */
export const EVERYTHING: DocumentRecord = {
  title: 'All there is',
  summary: 'What was ordered, and what came of it.',
  asOf: '2025-11-19',
  credit: 'By hand',
  lanes: [
    { id: 'one', title: 'One' },
    { id: 'two', title: 'Two' },
  ],
  events: [
    {
      id: 'order',
      date: '2025-01-10',
      title: 'The order',
      summary: 'It is signed.\n\nIt is read.',
      lane: 'one',
      status: 'confirmed',
      tags: ['law'],
      people: ['A. Writer'],
      place: 'The hall',
      sources: [{ title: 'The report', url: 'https://example.org/report', quote: 'It is signed' }],
      media: [
        { src: '/demo/icon.svg', alt: 'A clock', width: 40, height: 30 },
        { type: 'video', src: '/demo/none.mp4', caption: 'It strikes', poster: '/demo/icon.svg' },
        { type: 'embed', src: '/demo/icon.svg', caption: 'Its page' },
      ],
      links: [{ to: 'answer', rel: 'causes' }],
      history: [{ date: '2025-11-20', note: 'the day corrected' }],
    },
    { id: 'answer', date: '2025-03', title: 'The answer', lane: 'two', status: 'disputed' },
    {
      id: 'denial',
      date: '2025-04-02T12:00Z',
      title: 'The denial',
      lane: 'two',
      links: [{ to: 'answer', rel: 'contradicts' }],
    },
    { id: 'talks', date: '2025-02/2025-05', title: 'The talks', lane: 'one', status: 'reported' },
    { id: 'rule', date: '2025-01/2025-06', title: 'The rule', kind: 'era' },
    { id: 'still', date: '2025-06/..', title: 'Still going on', lane: 'two', status: 'alleged' },
    { id: 'before', date: '2024-07', title: 'Long before', lane: 'two' },
    { id: 'never', title: 'Nobody knows when' },
    ...Array.from({ length: 24 }, (_, i) => ({
      id: `crowd-${i}`,
      date: `2025-05-${String(1 + (i % 6)).padStart(2, '0')}`,
      title: `One of a crowd ${i}`,
      lane: 'one',
    })),
  ],
};

const PATIENCE = 5000;

/** Uses all that a timeline has to offer, as its reader and its page do. Returns what had no effect. */
export async function useEveryFeature(
  element: TimelineView,
  { permalink = true }: { readonly permalink?: boolean } = {},
): Promise<string[]> {
  const idle: string[] = [];
  const page = element.ownerDocument;
  const { location, history } = page.defaultView!;
  const root = element.shadowRoot!;
  const { title: heading } = EVERYTHING;
  const all = <T extends HTMLElement>(selector: string): T[] => [...root.querySelectorAll<T>(selector)];
  const one = <T extends HTMLElement>(selector: string): T | null => root.querySelector<T>(selector);
  const press = (selector: string): void => one(selector)?.click();
  const frame = (): Promise<number> => new Promise(resolve => requestAnimationFrame(resolve));
  const length = (): number => element.view.end - element.view.start;
  const set = (settings: Partial<TimelineView>): void => void Object.assign(element, settings);
  const write = (selector: string, text: string): void => {
    const field = one<HTMLInputElement>(selector);
    if (!field) return;
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  };
  const until = async (isSo: () => unknown): Promise<boolean> => {
    for (const end = performance.now() + PATIENCE; !isSo(); await frame())
      if (performance.now() > end) return false;
    return true;
  };
  /** Presses a button of the toolbar, once it can be pressed: while the view moves, it is as it was before. */
  const act = async (action: string): Promise<void> => {
    const button = `[data-action="${action}"]`;
    await until(() => one(button)?.ariaDisabled !== 'true');
    press(button);
  };
  /** Does something, and waits for what is to come of it, which was not so before. */
  const use = async (name: string, run: () => unknown, isSo: () => unknown): Promise<void> => {
    if (isSo()) idle.push(`${name}, as it was so before`);
    await run();
    await element.ready;
    if (!(await until(isSo))) idle.push(name);
    await element.ready;
  };

  const has = async (name: string, isSo: () => unknown): Promise<void> => {
    if (!(await until(isSo))) idle.push(name);
  };
  const textsOf = (selector: string): string =>
    all(selector)
      .map(({ textContent }) => textContent)
      .join();
  /** Where each mark stands. */
  const places = (): string =>
    all('[part~="mark"]')
      .map(mark => `${mark.dataset.id} ${Math.round(mark.getBoundingClientRect().x)}`)
      .join();

  // Data and what they are shown as.
  await use(
    'data',
    () => set({ data: EVERYTHING }),
    () => one('[part~="mark"]'),
  );
  const whole = length();
  await use(
    'zoom',
    () => act('zoom-in'),
    () => length() < whole * 0.9,
  );
  const [before, zoomed] = [element.view.start, length()];
  await use(
    'pan',
    () => act('later'),
    () => element.view.start > before + zoomed / 10 && Math.abs(length() - zoomed) < 1000,
  );
  await use(
    'fit',
    () => act('fit'),
    () => Math.abs(length() - whole) < 1000,
  );
  await use(
    'list',
    () => act('list'),
    () => one('[part~="list-item"]'),
  );
  await use(
    'picture',
    () => act('list'),
    () => one('[part~="canvas"]'),
  );
  await element.fit();
  const inTime = places();
  await use(
    'steps',
    () => set({ scale: 'even' }),
    () => places() !== inTime,
  );
  await use(
    'folds',
    () => set({ scale: 'compressed' }),
    () => one('[part~="fold"]'),
  );
  await use(
    'time',
    () => set({ scale: 'time' }),
    () => places() === inTime,
  );
  await use(
    'overview',
    () => set({ controls: 'zoom overview views sources' }),
    () => one('[part~="overview"]'),
  );
  await has('all sources', () => one('.all-sources'));
  await use(
    'all controls',
    () => set({ controls: null }),
    () => one('[data-action="search"]'),
  );
  await use(
    'other lanes',
    () => set({ laneBy: 'tags' }),
    () => textsOf('[part~="lane-label"]').includes('law'),
  );
  const colours = (): string =>
    all('[part~="mark"]')
      .map(({ style }) => style.getPropertyValue('--lane'))
      .join();
  const byTags = colours();
  await use(
    'colours',
    () => set({ colorBy: 'status' }),
    () => colours() !== byTags,
  );
  await use(
    'lanes',
    () => set({ colorBy: null, laneBy: null }),
    () => textsOf('[part~="lane-label"]').includes('One'),
  );
  await use(
    'a lane closed',
    () => press('button[part~="lane-label"]'),
    () => one('[part~="lane-label"][aria-expanded="false"]'),
  );
  await use(
    'a lane opened',
    () => press('[part~="lane-label"][aria-expanded="false"]'),
    () => !one('[part~="lane-label"][aria-expanded="false"]'),
  );
  await use(
    'now',
    () => set({ now: '2025-03-05' }),
    () => one('[part~="now"]'),
  );
  await use(
    'another calendar',
    () => set({ calendar: 'persian' }),
    () => textsOf('[part~="tick"]').includes('Farvardin'),
  );
  set({ now: null, calendar: null });
  await use(
    'weeks',
    () => set({ weekNumbers: true, view: '2025-02/2025-03' as never }),
    () => /W ?0?8|Week 8/.test(textsOf('[part~="tick"]')),
  );
  set({ weekNumbers: false, view: '2025-04-01/2025-04-03' as never });
  const nameOf = (id: string) => one(`[part~="mark"][data-id="${id}"]`)?.ariaLabel;
  await use(
    'another zone',
    () => set({ timeZone: 'Asia/Tehran' }),
    () => nameOf('denial')?.includes('3:30'),
  );
  set({ timeZone: null, view: '' as never });
  await element.ready;

  // What is read.
  await use(
    'details',
    () => press('[part~="mark"][data-id="order"]'),
    () => one('.details .medium img'),
  );
  await use(
    'a player',
    () => press('.medium .poster button'),
    () => one('.medium video'),
  );
  await use(
    'somebody else’s page',
    () => all('.medium button').at(-1)?.click(),
    () => one('.medium iframe'),
  );
  await use(
    'a relation',
    () => press('.details [data-to="answer"]'),
    () => element.selected === 'answer',
  );
  await has('claims', () => one('[part~="claims"]'));
  await use(
    'counting from an event',
    () => press('.details .count-from'),
    () => element.zero === 'answer',
  );
  set({ zero: null });
  await use(
    'a step of the story',
    () => press('[part~="story"] button:last-of-type'),
    () => element.selected !== 'answer',
  );
  await use(
    'nothing selected',
    () => element.select(null),
    () => !one('.details'),
  );
  await use(
    'a pill',
    () => press('[part~="cluster"]'),
    () => element.view.end - element.view.start < whole || one('.members'),
  );
  element.view = '';
  await use(
    'a glance',
    async () => {
      const mark = one('[part~="mark"][data-id="talks"]')!;
      const { left, top } = mark.getBoundingClientRect();
      const at = { bubbles: true, composed: true, clientX: left + 9, clientY: top + 9, pointerType: 'mouse' };
      for (const type of ['pointerover', 'pointerenter', 'pointermove'])
        mark.dispatchEvent(new PointerEvent(type, at));
    },
    () => one('.peek'),
  );
  await use(
    'gestures',
    () => {
      const stage = one('.stage')!;
      const { left, top, width } = stage.getBoundingClientRect();
      const at = {
        bubbles: true,
        composed: true,
        cancelable: true,
        clientX: left + width / 2,
        clientY: top + 40,
      };
      stage.dispatchEvent(new WheelEvent('wheel', { ...at, deltaY: -100, ctrlKey: true }));
    },
    () => length() < whole,
  );
  await element.fit();

  // What is looked for.
  await use(
    'search',
    () => act('search'),
    () => one('.search input'),
  );
  await use(
    'hits',
    () => write('.search input', 'answer'),
    () => element.query === 'answer',
  );
  await use(
    'matches',
    () => set({ matches: 'dim' as never }),
    () => one('[data-dimmed]'),
  );
  await use(
    'facets',
    () => press('.filter'),
    () => one('.facets'),
  );
  await use(
    'a value',
    () => press('.facets input'),
    () => Object.keys(element.filter ?? {}).length > 0,
  );
  set({ matches: 'hide' as never, query: null, filter: null });
  await use(
    'the search closed',
    () => act('search'),
    () => !one('.search input'),
  );

  // What is taken away.
  await use(
    'exports',
    () => act('export'),
    () => one('.exports li'),
  );
  await use(
    'exports closed',
    () => act('export'),
    () => !one('.exports li'),
  );
  const texts = [element.toSVG(), element.toSVG({ whole: true }), element.toICS(), element.toCSV()];
  const objects = [element.toJSON(), element.toJSONLD()].map(object => JSON.stringify(object));
  const { size } = await element.toPNG({ scale: 1 });
  await has('files', () => size > 0 && [...texts, ...objects].every(text => text.includes('The order')));
  await use(
    'help',
    () => act('help'),
    () => one('dialog[open]'),
  );
  await use(
    'help closed',
    () => press('dialog button'),
    () => !one('dialog[open]'),
  );
  await use(
    'paper',
    () => page.defaultView!.dispatchEvent(new Event('beforeprint')),
    () => one('[part~="list-item"]'),
  );
  await use(
    'the screen',
    () => page.defaultView!.dispatchEvent(new Event('afterprint')),
    () => !one('[part~="list-item"]'),
  );

  // What is changed.
  await use(
    'editing',
    () => set({ editable: true }),
    () => one('[data-action="add"]'),
  );
  await use(
    'the form',
    () => act('add'),
    () => one('.editor'),
  );
  await use(
    'a new event',
    () => {
      write('#edit-title', 'One more');
      write('#edit-date', '2025-02-02');
      press('.editor .main');
    },
    () => element.toJSON().events.some(({ title }) => title === 'One more'),
  );
  await use(
    'undone',
    () => act('undo'),
    () => !element.toJSON().events.some(({ title }) => title === 'One more'),
  );
  await use(
    'a stream',
    () => {
      element.addEvents([{ id: 'new', date: '2025-02-03', title: 'New' }]);
      element.updateEvents([{ id: 'new', title: 'Newer' }]);
    },
    () => element.getEvent('new')?.title === 'Newer',
  );
  await use(
    'gone',
    () => element.removeEvents(['new']),
    () => !element.getEvent('new'),
  );
  set({ editable: false });

  // What the page has of its own.
  const own = page.createElement('p');
  own.slot = 'event:order';
  await use(
    'own words',
    () => {
      element.append(own);
      element.select('order');
    },
    () => own.assignedSlot,
  );
  own.remove();
  await use(
    'own content',
    () =>
      set({
        renderEvent: ({ title }, where) => {
          if (where !== 'label') return null;
          const node = page.createElement('b');
          node.textContent = title;
          return node;
        },
      }),
    () => one('[part~="label"] b'),
  );
  set({ renderEvent: null });
  await use(
    'own texts',
    () => set({ strings: { 'action-fit': 'Everything' } }),
    () => one('[data-action="fit"]')?.textContent?.includes('Everything'),
  );
  set({ strings: undefined });
  await use(
    'another language',
    () => void (element.lang = 'de'),
    () => one('[data-action="list"]')?.textContent?.includes('Liste'),
  );
  element.lang = 'en';
  const other = page.createElement('timeline-view');
  Object.assign(other, { data: EVERYTHING, sync: 'group', view: '2025-01/2025-02' });
  element.after(other);
  await other.ready;
  await use(
    'linked views',
    () => set({ sync: 'group' }),
    () => element.view.start === other.view.start && element.view.end === other.view.end,
  );
  other.remove();
  set({ sync: null, view: '' as never });
  if (permalink) {
    const { href } = location;
    await use(
      'a permalink',
      async () => {
        set({ permalink: 't' });
        await element.ready;
        await element.zoomIn();
        press('[part~="mark"][data-id="talks"]');
      },
      () => location.hash.includes('t.'),
    );
    set({ permalink: null });
    await element.ready;
    history.replaceState(history.state, '', href);
  }

  // The other layouts.
  await use(
    'down the page',
    () => set({ layout: 'vertical' }),
    () => one('.column'),
  );
  element.select(null);
  await use(
    'scrolling tells',
    () => set({ scrollSteps: 'self' }),
    () => {
      page.defaultView!.scrollBy(0, 40);
      return element.selected !== null;
    },
  );
  set({ scrollSteps: null, selected: null });
  page.defaultView!.scrollTo(0, 0);
  await use(
    'the picture again',
    () => set({ layout: 'auto' }),
    () => !one('.column') && one('[part~="mark"]'),
  );
  await has('the heading', () => one('#heading')?.textContent?.includes(heading!));
  return idle;
}

/** Sets all that listens, waits, observes or is shared with others, and opens what opens: as much as two renders can hold. */
export async function useInPassing(element: TimelineView, turn: number): Promise<string[]> {
  Object.assign(element, {
    data: EVERYTHING,
    selected: 'order',
    scale: turn % 4 < 2 ? 'even' : 'compressed',
    query: 'the',
    matches: 'dim',
    colorBy: 'status',
    now: '2025-03-05',
    sync: 'group',
    permalink: 't',
    editable: true,
    scrollSteps: 'self',
    renderEvent: ({ title }: { title: string }, where: string) => (where === 'label' ? title : null),
  });
  await element.ready;
  const root = element.shadowRoot!;
  const idle = ['.details', '[part~="mark"]', '[part~="now"]', '[data-dimmed]'].filter(
    selector => !root.querySelector(selector),
  );
  for (const action of ['search', 'export', 'add'])
    root.querySelector<HTMLElement>(`[data-action="${action}"]`)?.click();
  root.querySelector<HTMLElement>('[part~="mark"]')?.focus();
  element.layout = turn % 2 ? 'vertical' : 'list';
  await element.ready;
  if (!root.querySelector(turn % 2 ? '.column' : '[part~="list-item"]')) idle.push(element.layout);
  return idle.map(what => `${what} in passing`);
}
