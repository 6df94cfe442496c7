import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { HOSTILE_TEXTS } from '../render/hostile-texts.js';
import {
  at,
  find,
  foreign,
  frames,
  listen,
  markOf,
  marksOf,
  misplaced,
  mount,
  parts,
  settled,
  textOf,
  until,
} from './mounted.js';

const good = [
  { id: 'first', date: '2025-01-05', title: 'First', status: 'confirmed' },
  { id: 'last', date: '2025-12', title: 'Last', status: 'confirmed' },
];
const found = (element: TimelineView) =>
  element.issues.map(({ code, path, severity }) => [code, path, severity]);
const notice = (element: TimelineView) => parts(element, 'notice')[0];
const shown = (element: TimelineView) => marksOf(element).map(({ id }) => id);
const script = (text: string): HTMLScriptElement => {
  const node = document.createElement('script');
  node.type = 'application/json';
  node.textContent = text;
  return node;
};

describe('the notice of what is wrong', () => {
  it('can be hidden by a page whose readers need not know, and is all that goes', async () => {
    const style = document.createElement('style');
    style.textContent = 'timeline-view::part(issues) { display: none }';
    document.head.append(style);
    after(() => style.remove());
    const element = await mount({ events: [...good, { id: 'x', date: '2025-13', title: 'X' }] as never });
    expect(getComputedStyle(notice(element)!).display).to.equal('none');
    element.events = [];
    await settled(element);
    expect(getComputedStyle(notice(element)!).display).to.not.equal('none');
  });
});

describe('one bad entry among good ones', () => {
  /** What is wrong → the entry, the issue, and what is made of the entry. */
  const faults: Record<
    string,
    [record: Record<string, unknown>, issue: [string, string, string], then: (element: TimelineView) => void]
  > = {
    'an unknown status counts as none, and its word is shown': [
      { id: 'x', date: '2025-06', title: 'X', status: 'aleged' },
      ['unknown-status', 'events[1].status', 'warning'],
      element => {
        expect(element.getEvent('x')!.status).to.equal(undefined);
        expect(markOf(element, 'x')!.node.dataset.status).to.equal(undefined);
        expect(textOf(parts(element, 'details')[0])).to.include('aleged');
        // Seen as well as heard.
        const { node } = markOf(element, 'x')!;
        expect(node.ariaLabel).to.match(/^X, aleged, /);
        expect(node.querySelector<HTMLElement>('.note')!.dataset.text).to.equal('aleged');
        expect(element.issues[0]!.message).to.include('did you mean "alleged"');
      },
    ],
    'an end before its start leaves the start alone': [
      { id: 'x', start: '2025-06-10', end: '2025-06-01', title: 'X' },
      ['end-before-start', 'events[1].end', 'warning'],
      element => {
        const { start, end } = markOf(element, 'x')!;
        expect([start, end]).to.eql([at(2025, 6, 10), at(2025, 6, 11)]);
      },
    ],
    'so does an interval': [
      { id: 'x', date: '2025-06-10/2025-05', title: 'X' },
      ['end-before-start', 'events[1].date', 'warning'],
      element => expect(markOf(element, 'x')!.end).to.equal(at(2025, 6, 11)),
    ],
    'a missing title becomes the date in words': [
      { id: 'x', date: '2025-06' },
      ['missing-title', 'events[1].title', 'warning'],
      element => expect(markOf(element, 'x')!.node.ariaLabel).to.match(/^June 2025/),
    ],
    'a date that nobody can read makes it undated, its text as written': [
      { id: 'x', date: '2025-13-01', title: 'X' },
      ['invalid-date', 'events[1].date', 'error'],
      element => {
        expect(textOf(find(element, '[part="undated"] [data-id="x"]'))).to.include('X');
        expect(textOf(parts(element, 'details')[0])).to.include('2025-13-01');
        expect(element.issues[0]!.message).to.match(
          /^events\[1\]\.date: invalid date: "2025-13-01"; expected /,
        );
      },
    ],
    'a relation to nobody is left out': [
      { id: 'x', date: '2025-06', title: 'X', links: [{ to: 'frist', rel: 'precedes' }] },
      ['unknown-link', 'events[1].links[0].to', 'warning'],
      element => expect(find(element, '.details [data-to]')).to.equal(null),
    ],
    'a wrong type is ignored': [
      { id: 'x', date: '2025-06', title: 'X', people: 7 },
      ['invalid-type', 'events[1].people', 'error'],
      element => expect(element.getEvent('x')!.people).to.eql([]),
    ],
  };

  for (const [what, [record, issue, then]] of Object.entries(faults))
    it(`${what}; nothing else is lost, and the reader is told`, async () => {
      for (const way of ['data', 'child']) {
        const events = [good[0], record, good[1]];
        const element =
          way === 'data'
            ? await mount({ data: { events } as never })
            : await mount({}, { children: [script(JSON.stringify({ events }))] });
        element.lang = 'en-GB';
        element.selected = 'x';
        await settled(element);
        expect(found(element), way).to.eql([issue]);
        expect(element.issues[0]!.message.startsWith(`${issue[1]}: `), element.issues[0]!.message).to.equal(
          true,
        );
        expect(shown(element)).to.include('first').and.to.include('last');
        expect(element.getEvent('x'), way).to.not.equal(undefined);
        then(element);
        const line = notice(element)!;
        expect(textOf(line.querySelector('summary'))).to.equal('1 of 3 entries could not be read in full');
        expect([...line.querySelectorAll('li')].map(textOf)).to.eql([
          textOf(script(element.issues[0]!.message)),
        ]);
        expect(element.matches(':state(error)')).to.equal(false);
        expect(misplaced(element, element.view)).to.eql([]);
      }
    });

  it('a repeated id becomes another, and both stand', async () => {
    const events = [good[0], { ...good[1], id: 'first' }];
    const element = await mount({ events: events as never });
    expect(found(element)).to.eql([['duplicate-id', 'events[1].id', 'warning']]);
    expect(shown(element)).to.eql(['first', 'first~2']);
    expect(element.getEvent('first~2')!.title).to.equal('Last');
  });

  it('entries that are none at all leave the others standing', async () => {
    const events = [null, 7, 'text', [], good[0], undefined, () => {}, good[1], Symbol('x')];
    const element = await mount({ events: events as never });
    expect(shown(element)).to.eql(['first', 'last']);
    expect(new Set(element.issues.map(({ path }) => path)))
      .to.include('events[0]')
      .and.to.include('events[2]');
    expect(notice(element)).to.not.equal(undefined);
  });

  it('every fault at once, a thousand times, is told in few lines', async () => {
    const events = Array.from({ length: 1000 }, (_, i) => ({ date: `never ${i}`, status: 'x', people: 3 }));
    const element = await mount({ events: [...events, ...good] as never });
    expect(element.issues.length).to.be.within(1000, 1010);
    expect(element.issues.at(-1)!.message).to.match(/\d/);
    expect(shown(element)).to.eql(['first', 'last']);
    expect(notice(element)!.querySelectorAll('li').length).to.be.at.most(100);
    expect(element.shadowRoot!.querySelectorAll('*').length).to.be.below(1500);
  });

  it('what is no data at all is said, and nothing is drawn', async () => {
    for (const data of [7, 'text', {}, { events: 'none' }, true]) {
      const element = await mount({ data: data as never });
      expect(element.issues.length, String(data)).to.be.greaterThan(0);
      expect(textOf(notice(element)), String(data)).to.not.equal('');
      expect(element.visibleEvents()).to.eql([]);
    }
  });

  it('does not change what it was given, and lets no record reach another', async () => {
    const record = (text: string) => JSON.parse(text) as Record<string, unknown>;
    const events = [
      record(
        '{"id":"p","date":"2025","title":"P","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
      ),
      ...good,
    ];
    const before = JSON.stringify(events);
    const element = await mount({ events: events as never });
    expect(JSON.stringify(events)).to.equal(before);
    expect(({} as { polluted?: number }).polluted).to.equal(undefined);
    expect(shown(element)).to.have.members(['first', 'last', 'p']);
    expect((element.getEvent('first') as never as { polluted?: number }).polluted).to.equal(undefined);
  });
});

describe('words that say nothing', () => {
  it('are told of each attribute and property, until they are mended', async () => {
    const attributes = { wheel: 'yes', selected: 'nobody' };
    const element = await mount({ events: good as never });
    for (const [name, word] of Object.entries(attributes)) element.setAttribute(name, word);
    await settled(element);
    element.view = 'garbage';
    await settled(element);
    const paths = () => element.issues.map(({ path }) => path).sort();
    expect(paths()).to.eql(['selected', 'view', 'wheel']);
    expect(
      element.issues.every(({ severity, message }) => severity === 'warning' && /; expected /.test(message)),
    ).to.equal(true);
    expect(element.view).to.eql(await fitted(element));
    element.view = { start: 'x' } as never;
    await settled(element);
    expect(element.issues.find(({ path }) => path === 'view')!.message).to.include('start');

    element.view = '2025-03/2025-06';
    element.wheel = 'zoom';
    element.selected = 'first';
    await settled(element);
    expect(paths()).to.eql([]);
    // One that is gone was there.
    element.removeEvents(['first']);
    await settled(element);
    expect(paths()).to.eql([]);
  });

  const fitted = async (element: TimelineView) => {
    const { view } = element;
    await element.fit();
    expect(element.view).to.eql(view);
    return view;
  };
});

describe('a text that is no JSON', () => {
  it('has its lines counted within its script, from right behind the tag', async () => {
    const text = '\n  { "events": [\n    { "title": "A", "date": "2020" }\n    { "title": "B" }\n  ] }\n';
    const element = await mount({}, { children: [script(text)] });
    expect(found(element)).to.eql([['invalid-json', 'line 4, column 5', 'error']]);
    expect(element.issues[0]!.message).to.contain('","');
  });

  for (const [way, give] of [
    ['src', (element: TimelineView) => (element.src = '/test-data/broken.json')],
    ['child', (element: TimelineView) => element.append(script('{ "events": [ { "title": "Cut o'))],
  ] as const)
    it(`from ${way}: said with line and column, a notice and an event`, async () => {
      const element = await mount();
      const sent = listen(element);
      give(element);
      await frames();
      await settled(element);
      expect(found(element)).to.eql([['invalid-json', 'line 1, column 32', 'error']]);
      expect(element.issues[0]!.message).to.match(
        way === 'src'
          ? /^src "http.*broken\.json": line 1, column 32: invalid JSON: .*; expected a closing "/
          : /^line 1, column 32: invalid JSON: .*; expected a closing "/,
      );
      expect(sent.map(({ type, detail }) => [type, detail.kind])).to.eql([['error', 'data']]);
      expect(textOf(notice(element))).to.include('line 1, column 32');
      // What stands in the page itself can't be asked for anew.
      expect(textOf(notice(element)).includes('Retry')).to.equal(way === 'src');
      expect(element.matches(':state(error)')).to.equal(true);
    });

  it('empty, with a byte order mark, and with nothing in it', async () => {
    const element = await mount({ src: '/test-data/nothing.json' });
    expect(found(element)).to.eql([['invalid-document', '', 'error']]);
    element.src = '/test-data/bom.json';
    await settled(element);
    expect([found(element), shown(element)]).to.eql([[], ['bom']]);
    element.src = '/test-data/empty.json';
    await settled(element);
    expect(found(element)).to.eql([]);
    expect(textOf(notice(element))).to.equal('No events.');
  });
});

describe('data that do not come', () => {
  for (const [src, kind, status] of [
    ['/test-data/404', 'http', 404],
    ['/test-data/500', 'http', 500],
    ['/test-data/wrong-type', 'type', undefined],
    ['/test-data/loop', 'network', undefined],
    ['http://127.0.0.1:9/none.json', 'network', undefined],
    ['data:application/json,[]', 'url', undefined],
    ['javascript:alert(1)', 'url', undefined],
    ['/test-data/broken.json', 'data', undefined],
  ] as const)
    it(`${src}: an event, an issue, a notice with words`, async () => {
      const element = await mount();
      const sent = listen(element);
      element.src = src;
      await settled(element);
      expect(sent.map(({ type }) => type)).to.eql(['error']);
      const { detail, event } = sent[0]!;
      expect([detail.kind, detail.status]).to.eql([kind, status]);
      expect(detail.url)
        .to.be.a('string')
        .and.to.include(kind === 'url' ? src : new URL(src, location.href).pathname);
      expect(Object.keys(detail)).to.include.members(['kind', 'status', 'url', 'cause']);
      expect([event.bubbles, event.composed]).to.eql([true, true]);
      expect(element.issues).to.have.length(1);
      expect(element.issues[0]!.code).to.equal(kind === 'data' ? 'invalid-json' : 'load-failed');
      if (kind !== 'data') expect(element.issues[0]!.message).to.match(/^src: not loaded: .*: "/);
      expect(element.matches(':state(error)')).to.equal(true);
      expect(element.matches(':state(loading)')).to.equal(false);
      expect(textOf(notice(element)).includes('Retry')).to.equal(kind !== 'url');
      expect(textOf(notice(element)).length).to.be.greaterThan(20);
      expect(find(element, '#view')!.ariaBusy).to.equal('false');
    });

  it('Retry tries again, and all is well', async () => {
    const element = await mount({ src: '/test-data/404' });
    const sent = listen(element);
    const fetchThere = window.fetch;
    window.fetch = async () =>
      new Response(JSON.stringify(good), { headers: { 'content-type': 'application/json' } });
    try {
      notice(element)!.querySelector('button')!.click();
      await until(() => sent.length > 0);
      await settled(element);
    } finally {
      window.fetch = fetchThere;
    }
    expect(sent.map(({ type }) => type)).to.eql(['load']);
    expect([shown(element), element.issues, notice(element)]).to.eql([['first', 'last'], [], undefined]);
    expect(element.matches(':state(error)')).to.equal(false);
  });

  it('a failed reload keeps what is on show, and the next good one replaces it', async () => {
    const element = await mount({ src: '/test-data/one.json?id=kept' });
    const sent = listen(element);
    const fetchThere = window.fetch;
    try {
      window.fetch = async () => new Response('', { status: 503 });
      await element.reload();
      await settled(element);
      expect(sent.map(({ type, detail }) => [type, detail.status])).to.eql([['error', 503]]);
      expect(shown(element)).to.eql(['kept']);
      expect(misplaced(element, element.view)).to.eql([]);
      expect(textOf(notice(element))).to.include('503');
      window.fetch = async () => new Response('{ "events": [ {');
      await element.reload();
      expect(shown(element)).to.eql(['kept']);
      expect(found(element)[0]![0]).to.equal('invalid-json');
      window.fetch = async () => new Response(JSON.stringify(good));
      await element.reload();
      await settled(element);
      expect([shown(element), found(element), notice(element)]).to.eql([['first', 'last'], [], undefined]);
    } finally {
      window.fetch = fetchThere;
    }
  });

  it('an author’s own words may stand in the place of ours', async () => {
    const slotted = (slot: string): HTMLElement => {
      const node = document.createElement('p');
      node.slot = slot;
      node.textContent = `own ${slot}`;
      return node;
    };
    const element = await mount(
      { src: '/test-data/404' },
      { children: [slotted('error'), slotted('empty')] },
    );
    const words = (name: string) =>
      find<HTMLSlotElement>(element, `slot[name="${name}"]`)?.assignedElements().map(textOf);
    expect(words('error')).to.eql(['own error']);
    element.src = '/test-data/empty.json';
    await settled(element);
    expect(words('empty')).to.eql(['own empty']);
  });
});

describe('hostile texts', () => {
  const pwned = () => (globalThis as { pwned?: unknown }).pwned;
  const record = (text: string, i: number) => ({
    id: `${i} ${text}`,
    date: '2025-03',
    title: text,
    short: text,
    summary: text,
    lane: text,
    status: text,
    tags: [text],
    people: [text],
    place: text,
    color: text,
    url: text,
    sources: [{ title: text, url: text, publisher: text, date: text, quote: text }],
    links: [{ to: `${i} ${text}`, rel: text, label: text }],
    history: [{ date: text, note: text }],
  });
  const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
  it('are shown as they are, in picture, details and list, and nothing is made of them', async () => {
    const requests = performance.getEntriesByType('resource').length;
    const texts = HOSTILE_TEXTS.filter(text => clean(text) !== '');
    const element = await mount({
      data: {
        title: texts[0],
        summary: texts[1],
        credit: texts[2],
        license: texts[3],
        events: texts.map(record),
      } as never,
      label: '<img src=x onerror=globalThis.pwned=1>',
      description: '"><script>globalThis.pwned=1</script>',
    });
    expect(foreign(element)).to.eql([]);
    expect(textOf(find(element, '#heading'))).to.equal('<img src=x onerror=globalThis.pwned=1>');
    for (const [i, text] of texts.entries()) {
      if (i % 4) continue;
      element.selected = `${i} ${text}`;
      await element.ready;
      const details = parts(element, 'details')[0]!;
      expect(textOf(details.querySelector('#details-title')), text).to.equal(clean(text));
      expect(textOf(details), text).to.include(clean(text));
      expect(foreign(element), text).to.eql([]);
    }
    element.layout = 'list';
    await settled(element);
    expect(foreign(element)).to.eql([]);
    const titles = parts(element, 'list-item').map(item => textOf(item.querySelector('h3')));
    expect(titles).to.have.members(texts.map(clean));
    await frames(5);
    expect(pwned()).to.equal(undefined);
    expect(performance.getEntriesByType('resource').length).to.equal(requests);
  });

  it('in messages about them, too', async () => {
    const events = HOSTILE_TEXTS.slice(0, 40).map(text => ({
      date: text,
      status: text,
      kind: text,
      title: text,
    }));
    const element = await mount({ events: events as never });
    find<HTMLDetailsElement>(element, 'details')!.open = true;
    expect(element.issues.length).to.be.greaterThan(40);
    expect(foreign(element)).to.eql([]);
    element.src = null;
    element.events = null;
    element.src = 'javascript:globalThis.pwned=1//<img src=x onerror=globalThis.pwned=1>';
    await settled(element);
    expect(textOf(notice(element))).to.include('<img src=x');
    expect(foreign(element)).to.eql([]);
    expect(pwned()).to.equal(undefined);
  });
});
