import { expect } from '@open-wc/testing';
import 'axe-core/axe.min.js';
import fc from 'fast-check';
import { html, render } from 'lit';
import type { Issue } from '../../src/data/issue.js';
import { readTable } from '../../src/data/read-table.js';
import { tallyOf } from '../../src/data/table-summary.js';
import type { TimelineDocument, TimelineEvent } from '../../src/data/timeline-event.js';
import { finish } from '../../src/data/work.js';
import { arrange, AS_WRITTEN } from '../../src/index/arrangement.js';
import type { Relative } from '../../src/index/relatives.js';
import { TableSource } from '../../src/index/table-source.js';
import { languageFor } from '../../src/language/language.js';
import { placePeek, type Box } from '../../src/layout/place-peek.js';
import { detailsTemplate, type DetailsContext } from '../../src/render/details.js';
import { machineDate } from '../../src/render/date-words.js';
import { frameStyles } from '../../src/render/frame-styles.js';
import { headerTemplate } from '../../src/render/header.js';
import { LaneWords } from '../../src/render/lane-words.js';
import { LIST_PAGE, listTemplate, type ListContext } from '../../src/render/list.js';
import { clusterName, markName, relationSentence, statusWord, summaryText } from '../../src/render/names.js';
import { emptyTemplate, issuesTemplate, loadTemplate, type NoticeState } from '../../src/render/notice.js';
import { peekTemplate } from '../../src/render/peek.js';
import { safeUrl } from '../../src/render/safe-url.js';
import { sourceLineTemplate } from '../../src/render/source-line.js';
import { theme } from '../../src/render/theme.js';
import {
  TOOLBAR_ACTIONS,
  toolbarTemplate,
  type ToolbarActions,
  type ToolbarState,
} from '../../src/render/toolbar.js';
import { undatedTemplate, type UndatedContext } from '../../src/render/undated.js';
import type { DatedSpan } from '../../src/time/dated-span.js';
import { formatDate } from '../../src/time/format-date.js';
import { parseDate } from '../../src/time/parse-date.js';
import { BAD_ADDRESSES, HOSTILE_TEXTS } from './hostile-texts.js';

declare const axe: typeof import('axe-core');

const english = languageFor('en-GB');
const arabic = languageFor('ar');
const nothingDone = (): void => undefined;

/** An event of these fields. */
function event(fields: Partial<TimelineEvent> & { date?: string } = {}): TimelineEvent {
  const { date, ...rest } = fields;
  const span = date === undefined ? null : parseDate(date);
  return {
    id: 'memo',
    title: 'A memo',
    span: span?.ok ? span.value : null,
    lanes: ['us'],
    kind: 'event',
    tags: [],
    people: [],
    importance: 0.5,
    sources: [],
    media: [],
    links: [],
    history: [],
    data: {},
    ...rest,
  };
}

/** Lanes by their ids, all of one colour. */
class PlainLanes extends LaneWords {
  constructor() {
    const { table } = finish(readTable([]));
    const arranged = arrange(table, AS_WRITTEN);
    super({ table, source: new TableSource(table), arranged }, english);
  }

  override lane(id: string) {
    return { title: id, color: 'rgb(1, 2, 3)' };
  }

  override color(): string {
    return 'rgb(1, 2, 3)';
  }
}

type Context = DetailsContext & ListContext & UndatedContext;

function context(changes: Partial<Context> = {}): Context {
  const language = changes.language ?? english;
  return {
    language,
    headingLevel: 2,
    base: 'https://host.example/page/',
    date: (span, options) => formatDate(span, { language, ...options }),
    lanes: new PlainLanes(),
    event: () => undefined,
    relatives: () => [],
    isDimmed: () => false,
    go: nothingDone,
    cameFrom: undefined,
    goBack: nothingDone,
    notes: { find: () => undefined, cite: nothingDone, isOpen: () => false, toggleUses: nothingDone },
    media: {
      mode: 'load',
      isShown: () => false,
      hasFailed: () => false,
      show: nothingDone,
      play: nothingDone,
      fail: nothingDone,
    },
    parts: { figures: null, lacksFigures: false },
    own: () => null,
    isFilled: () => false,
    link: () => null,
    zero: undefined,
    countFrom: nothingDone,
    corner: 12,
    notchX: 10,
    matches: true,
    close: nothingDone,
    rest: 0,
    selectedId: null,
    showMore: nothingDone,
    focusedId: null,
    focus: nothingDone,
    toggle: nothingDone,
    openList: nothingDone,
    ...changes,
  };
}

function notice(changes: Partial<NoticeState> = {}): NoticeState {
  const quiet = { loading: false, progress: null, failed: '', error: '', issues: [] };
  const entries = { total: 40, faulty: 0 };
  return { language: english, cancel: nothingDone, retry: nothingDone, entries, ...quiet, ...changes };
}

function toolbar(changes: Partial<ToolbarState> = {}): ToolbarState {
  return {
    language: english,
    controls: new Set(['zoom', 'views', 'export']),
    scale: null,
    canEarlier: true,
    canLater: true,
    canZoomIn: true,
    canZoomOut: true,
    isFit: false,
    editing: null,
    list: false,
    arranging: null,
    canExport: true,
    exports: null,
    search: null,
    focused: 'earlier',
    ...changes,
  };
}

let hosts: HTMLElement[] = [];
afterEach(() => {
  for (const host of hosts) host.remove();
  hosts = [];
});

/** Renders as the element does, in a shadow tree with its styles. */
function show(content: unknown, width = 800): ShadowRoot {
  const host = document.createElement('main');
  host.style.cssText = `display:block;width:${width}px`;
  document.body.append(host);
  hosts.push(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [theme.styleSheet!, frameStyles.styleSheet!];
  return showIn(root, content);
}

/** Renders into what `show` has made. */
function showIn(root: ShadowRoot, content: unknown): ShadowRoot {
  const dressed = html`<div class="root" lang="en" .style=${'background:var(--_paper);color:var(--_ink)'}>
    <section aria-label="Timeline"><div id="view">${content}</div></section>
  </div>`;
  render(dressed, root);
  return root;
}

const texts = (root: ParentNode, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map(element => element.textContent.replace(/\s+/g, ' ').trim());
const one = (root: ParentNode, selector: string): HTMLElement => {
  const found = root.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
};

describe('safeUrl(text, base, kind)', () => {
  const base = 'https://host.example/page/';
  const good: [string, string | null, string | null][] = [
    ['https://example.org/a', 'https://example.org/a', 'https://example.org/a'],
    ['HTTP://EXAMPLE.org', 'http://example.org/', 'http://example.org/'],
    ['  https://example.org/  ', 'https://example.org/', 'https://example.org/'],
    ['ht\ntps://example.org/', 'https://example.org/', 'https://example.org/'],
    ['//example.org/x', 'https://example.org/x', 'https://example.org/x'],
    ['/x', 'https://host.example/x', 'https://host.example/x'],
    ['x?javascript:alert(1)', `${base}x?javascript:alert(1)`, `${base}x?javascript:alert(1)`],
    ['mailto:a@example.org', 'mailto:a@example.org', null],
    [
      'https://example.org/"><script>',
      'https://example.org/%22%3E%3Cscript%3E',
      'https://example.org/%22%3E%3Cscript%3E',
    ],
  ];

  it('is the absolute address where the scheme is one of the few', () => {
    for (const [text, link, image] of good) {
      expect(safeUrl(text, base, 'link'), text).to.equal(link);
      expect(safeUrl(text, base, 'image'), text).to.equal(image);
    }
  });

  it('is null for every other scheme, however it is spelled', () => {
    expect(BAD_ADDRESSES.length).to.be.at.least(40);
    for (const text of BAD_ADDRESSES) {
      expect(safeUrl(text, base, 'link'), JSON.stringify(text)).to.equal(null);
      expect(safeUrl(text, base, 'image'), JSON.stringify(text)).to.equal(null);
    }
    expect(safeUrl(undefined, base, 'link')).to.equal(null);
    expect(safeUrl('/x', '', 'link')).to.equal(null);
  });

  it('never lets another scheme through', () => {
    const scheme = fc.constantFrom('javascript:', 'data:', 'https:', 'http:', 'mailto:', 'blob:', '', '//');
    const noise = fc.constantFrom('', '\t', '\n', ' ', '\0', '\u00a0', '%0a', '&Tab;');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.tuple(noise, scheme, noise, fc.string()).map(parts => parts.join('')),
      fc.tuple(scheme, fc.nat(9), noise).map(([s, at, n]) => s.slice(0, at) + n + s.slice(at)),
    );
    fc.assert(
      fc.property(text, value => {
        const link = safeUrl(value, base, 'link');
        const image = safeUrl(value, base, 'image');
        return (
          (link === null || /^(https?|mailto):/.test(link)) && (image === null || /^https?:/.test(image))
        );
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe('texts from the data', () => {
  /** Everything that takes text, all fields filled with it. */
  const everything = (text: string, url: string): unknown => {
    const fields: Partial<TimelineEvent> = {
      title: text,
      summary: text,
      statusText: text,
      lanes: [text],
      tags: [text],
      people: [text],
      place: text,
      sources: [{ title: text, publisher: `${text} (publisher)`, date: text, quote: text, url }],
      url,
      history: [{ date: text, note: text }],
    };
    const dated = event({ ...fields, id: `${text} 1`, date: '2025-11-17' });
    const unread = event({ ...fields, id: `${text} 2`, dateText: text });
    const relatives: Relative[] = [
      { event: unread, rel: text, label: text, incoming: false },
      { event: unread, rel: text, label: text, incoming: true },
      { event: dated, rel: 'cites', incoming: true },
      { event: unread, rel: 'cites', incoming: true },
    ];
    const frame = context({ relatives: () => relatives, selectedId: unread.id });
    const issue: Issue = {
      code: 'invalid-date',
      path: `events[0].${text}`,
      message: text,
      severity: 'error',
    };
    const document: TimelineDocument = {
      timeZone: text,
      credit: text,
      license: text,
      updated: text,
      lanes: [],
      events: [],
      data: {},
    };
    return [
      headerTemplate({
        load: '',
        title: text,
        summary: text,
        description: text,
        headingLevel: 2,
        toolbar: '',
      }),
      detailsTemplate(dated, frame),
      listTemplate([dated, unread], frame),
      undatedTemplate([unread], frame),
      emptyTemplate(english),
      issuesTemplate(notice({ issues: [issue] })),
      loadTemplate(notice({ failed: 'Gone.', error: text })),
      sourceLineTemplate(document, frame),
      peekTemplate({ event: dated, date: text, status: text, at: null }),
      peekTemplate({ event: unread, date: text, status: text, at: { x: 1, y: 2 } }),
    ];
  };
  const shape = (root: ShadowRoot): string =>
    [...root.querySelectorAll('*')]
      .filter(element => element.localName !== 'a')
      .map(element => `${element.localName}(${element.getAttributeNames().sort().join()})`)
      .join('\n');

  it('stand as they are, whatever they are: no element, no attribute, no request comes of them', async () => {
    expect(HOSTILE_TEXTS.length).to.be.at.least(60);
    const page = document.documentElement.innerHTML.length;
    const plainRoot = show(everything('plain', 'javascript:globalThis.pwned=2'));
    const plain = shape(plainRoot);
    const count = plainRoot.textContent.split('plain').length;
    expect(count).to.be.greaterThan(50);
    for (const text of HOSTILE_TEXTS) {
      const root = show(everything(text, 'javascript:globalThis.pwned=2'));
      expect(shape(root), text).to.equal(plain);
      // The verb of a relation is written with blanks for dashes: three lists of two.
      const seen = /[-_\s]/.test(text) ? count - 6 : count;
      expect(root.textContent.split(text).length, text).to.be.at.least(seen);
      expect(root.querySelector('a')).to.equal(null);
      for (const host of hosts.splice(0)) host.remove();
    }
    await new Promise(resolve => setTimeout(resolve, 50));
    expect('pwned' in globalThis).to.equal(false);
    const requests = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(requests.filter(name => name.includes('pwned') || name.includes(':9/'))).to.deep.equal([]);
    expect(document.documentElement.innerHTML.length).to.equal(page);
  });

  it('become links only where the address is safe, and links tell nobody where the reader came from', () => {
    const addresses = [...BAD_ADDRESSES, ...HOSTILE_TEXTS, 'mailto:a@example.org', 'https://example.org/a'];
    const links = addresses.flatMap(address => {
      const root = show(everything('x', address));
      const found = [...root.querySelectorAll('a')];
      const bad = BAD_ADDRESSES.includes(address) && address.trim();
      if (bad) expect(root.textContent, address).to.contain(address);
      if (bad) expect(found, address).to.have.length(0);
      for (const host of hosts.splice(0)) host.remove();
      return found;
    });
    expect(links.length).to.be.greaterThan(10);
    for (const link of links) {
      expect(link.protocol).to.be.oneOf(['http:', 'https:', 'mailto:']);
      expect(link.rel).to.equal('noopener noreferrer');
      expect(link.referrerPolicy).to.equal('no-referrer');
    }
  });
});

const toolbarActions: ToolbarActions = {
  act: nothingDone,
  focusAction: nothingDone,
  chooseScale: nothingDone,
  enterOverview: () => false,
  export: nothingDone,
  toggleWhole: nothingDone,
  closeExport: nothingDone,
};

describe('toolbarTemplate(state, actions)', () => {
  const open = (changes: Partial<ToolbarState> = {}) => {
    const log: string[] = [];
    const root = show(
      toolbarTemplate(toolbar(changes), {
        ...toolbarActions,
        act: action => log.push(`act ${action}`),
        focusAction: action => log.push(`focus ${action}`),
        chooseScale: scale => log.push(`scale ${scale}`),
        enterOverview: () => false,
      }),
    );
    const press = (key: string, init: KeyboardEventInit = {}): KeyboardEvent => {
      const press = new KeyboardEvent('keydown', {
        key,
        bubbles: true,
        composed: true,
        cancelable: true,
        ...init,
      });
      root.activeElement!.dispatchEvent(press);
      return press;
    };
    const at = (): string | undefined => (root.activeElement as HTMLElement | null)?.dataset.action;
    return { root, log, press, at };
  };

  it('has one tab stop, which is the remembered button where it is there', () => {
    const stops = (changes: Partial<ToolbarState>): (string | undefined)[] =>
      [...open(changes).root.querySelectorAll<HTMLElement>('[tabindex="0"]')].map(
        ({ dataset }) => dataset.action,
      );
    expect(stops({ focused: 'zoom-in' })).to.deep.equal(['zoom-in']);
    expect(stops({ focused: 'zoom-in', list: true })).to.deep.equal(['list']);
    expect(stops({ focused: 'list', controls: new Set(['zoom']) })).to.deep.equal(['earlier']);
    expect(stops({ controls: new Set() })).to.deep.equal([]);
  });

  it('names its buttons, in the order of the page', () => {
    const { root } = open({
      list: false,
      search: false,
      scale: { word: 'time', isUnfolded: false },
      editing: { canUndo: false, canRedo: false },
    });
    const buttons = [...root.querySelectorAll<HTMLElement>('button, select')];
    expect(buttons.map(button => button.ariaLabel)).to.deep.equal([
      'Earlier',
      'Later',
      'Zoom out',
      'Zoom in',
      'Show all',
      'Add event',
      'Undo',
      'Redo',
      'Search',
      'List',
      'Scale',
      'Export',
      'Keyboard',
    ]);
    expect(buttons.map(({ dataset }) => dataset.action)).to.deep.equal(
      TOOLBAR_ACTIONS.filter(action => action !== 'arrange'),
    );
    expect(buttons.map(button => button.ariaPressed)).to.deep.equal([
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      null,
      'false',
      null,
      null,
      null,
    ]);
  });

  for (const [direction, language, ahead, back] of [
    ['ltr', english, 'ArrowRight', 'ArrowLeft'],
    ['rtl', arabic, 'ArrowLeft', 'ArrowRight'],
  ] as const)
    it(`moves the focus with the arrow keys, Home and End (${direction})`, () => {
      const { root, press, at, log } = open({ language });
      one(root, '[data-action="earlier"]').focus();
      expect(press(ahead).defaultPrevented).to.equal(true);
      expect(at()).to.equal('later');
      press(back);
      expect(at()).to.equal('earlier');
      press(back);
      expect(at()).to.equal('help');
      press(ahead);
      expect(at()).to.equal('earlier');
      press('End');
      expect(at()).to.equal('help');
      press('Home');
      expect(at()).to.equal('earlier');
      expect(log.slice(0, 3)).to.deep.equal(['focus earlier', 'focus later', 'focus earlier']);
    });

  it('leaves other keys, and those with modifiers, to the page', () => {
    const { root, press, at } = open();
    one(root, '[data-action="earlier"]').focus();
    for (const modifier of ['altKey', 'ctrlKey', 'metaKey'])
      expect(press('ArrowRight', { [modifier]: true }).defaultPrevented).to.equal(false);
    for (const key of ['ArrowDown', 'Escape', 'Tab', 'a', 'toString'])
      expect(press(key).defaultPrevented, key).to.equal(false);
    expect(at()).to.equal('earlier');
  });

  it('says where there is no further, does nothing then, and keeps the focus', () => {
    const { root, log, at } = open({ canEarlier: false, canZoomIn: false, isFit: true });
    expect(texts(root, '[aria-disabled="true"] .word')).to.deep.equal(['Earlier', 'Zoom in', 'Show all']);
    expect(root.querySelector('[disabled]')).to.equal(null);
    const earlier = one(root, '[data-action="earlier"]');
    earlier.focus();
    earlier.click();
    one(root, '[data-action="later"]').click();
    one(root, '[data-action="list"]').click();
    expect(at()).to.equal('earlier');
    expect(log).to.deep.equal(['focus earlier', 'act later', 'act list']);
  });

  it('has targets of 44 px, in one row; where that is narrow, in two, what moves the view above all else', () => {
    for (const width of [288, 320, 480, 540, 1200]) {
      const root = show(
        headerTemplate({
          load: '',
          title: 'How it came to this',
          summary: '12 events',
          headingLevel: 2,
          toolbar: toolbarTemplate(toolbar(), toolbarActions),
        }),
        width,
      );
      const boxes = [...root.querySelectorAll('button')].map(button => button.getBoundingClientRect());
      for (const box of boxes) {
        expect(box.width, `${width}`).to.be.at.least(44);
        expect(box.height).to.be.at.least(44);
        expect(box.right).to.be.at.most(one(root, '.root').getBoundingClientRect().right + 0.5);
      }
      const isMove = ({ dataset }: HTMLElement): boolean =>
        ['earlier', 'later', 'zoom-out', 'zoom-in', 'fit'].includes(dataset.action!);
      const rows = [true, false].map(moves => [
        ...new Set(
          [...root.querySelectorAll<HTMLElement>('.toolbar button')]
            .filter(button => isMove(button) === moves)
            .map(button => button.getBoundingClientRect().top),
        ),
      ]);
      expect(
        rows.map(({ length }) => length),
        `rows at ${width}`,
      ).to.eql([1, 1]);
      const [[above], [below]] = rows as [number[], number[]];
      expect(below! - above!).to.be.closeTo(width >= 520 ? 0 : 44, 0.5);
    }
  });
});

describe('headerTemplate(state)', () => {
  it('has a heading of the level asked for, within 1 … 6', () => {
    for (const [level, tag] of [
      [1, 'H1'],
      [2, 'H2'],
      [3, 'H3'],
      [4, 'H4'],
      [5, 'H5'],
      [6, 'H6'],
      [9, 'H6'],
      [0, 'H2'],
      [-3, 'H1'],
      [NaN, 'H2'],
    ] as const) {
      const root = show(
        headerTemplate({ load: '', title: 'T', summary: '', headingLevel: level, toolbar: '' }),
      );
      expect(one(root, '#heading').tagName, `${level}`).to.equal(tag);
    }
  });

  it('describes where the author did, and gives its heading to slot="title"', () => {
    const root = show(
      headerTemplate({ load: '', title: 'T', summary: 'S', description: 'D', headingLevel: 2, toolbar: '' }),
    );
    expect(texts(root, '#heading slot[name="title"], #summary, #description')).to.deep.equal(['T', 'S', 'D']);
    expect(
      show(
        headerTemplate({ load: '', title: 'T', summary: 'S', headingLevel: 2, toolbar: '' }),
      ).querySelector('#description'),
    ).to.equal(null);
  });
});

describe('summaryText(tally, range, language)', () => {
  const claims = (...statuses: string[]) =>
    tallyOf(
      finish(
        readTable(
          statuses.map(status =>
            status === 'era' ? { title: 'A', kind: 'era', status: 'confirmed' } : { title: 'A', status },
          ),
        ),
      ).table,
    );

  it('counts the events, without eras, and how firmly they are known; an unknown status as none', () => {
    const story = claims('refuted', 'confirmed', 'reported', 'era', 'confirmed', 'rumoured');
    expect(summaryText(story, 'July to November 2025', english)).to.equal(
      '5 events, July to November 2025: 2 confirmed, 1 reported, 1 refuted, 1 without a known status',
    );
  });
  it('does not speak of statuses where nobody claims any, nor of a range where there is none', () => {
    expect(summaryText(claims('rumoured'), '1984', english)).to.equal('1 event, 1984');
    expect(summaryText(claims(), '', english)).to.equal('0 events');
  });
});

describe('names', () => {
  it('of a mark say all that is seen, in one string', () => {
    const sheinbaum = event({ title: 'Sheinbaum: “It’s not going to happen”', status: 'confirmed' });
    expect(markName(sheinbaum, 'Mexico', english, 'Tuesday, 18 November 2025')).to.equal(
      'Sheinbaum: “It’s not going to happen”, Tuesday, 18 November 2025, Mexico, confirmed',
    );
    const era = event({ title: 'War', kind: 'era', history: [{ note: 'x' }] });
    expect(markName(era, '', english, '1914 – 1918')).to.equal('War, era, 1914 – 1918, corrected');
    expect(markName(event({ statusText: 'aleged' }), 'us', english, '')).to.equal(
      'A memo, aleged, undated, us',
    );
    // A distance has brackets too, but is no stretch that one could be in.
    const named = (span: DatedSpan): string => markName({ ...event(), span }, '', english, formatDate(span));
    for (const calendar of ['gregorian', 'julian'] as const) {
      const date = parseDate('Y-66000000', { calendar });
      expect(date.ok && named(date.value)).to.match(/^A memo, 66 million years ago/);
    }
    expect(named(event({ date: '1066' }).span!)).to.equal('A memo, some time in 1066');
  });
  it('of a cluster say how many and when', () => {
    expect(clusterName(37, '1980 to 1989', english)).to.equal('37 events, 1980 to 1989');
    expect(clusterName(1200, '', english)).to.equal('1,200 events');
  });
  it('of statuses are words, an unknown one as written', () => {
    expect(statusWord(event({ status: 'alleged' }), english)).to.equal('alleged');
    expect(statusWord(event({ statusText: 'Aleged!' }), english)).to.equal('Aleged!');
    expect(statusWord(event(), english)).to.equal('');
  });
  it('of relations are sentences, both ways', () => {
    const say = (rel: string, incoming: boolean): string =>
      relationSentence({ event: event({ title: 'T' }), rel, incoming }, english);
    expect(say('responds-to', false)).to.equal('Responds to: T');
    expect(say('responds-to', true)).to.equal('Answered by: T');
    const short = event({ title: 'A long title', short: 'Short' });
    expect(relationSentence({ event: short, rel: 'cites', incoming: false }, english)).to.equal(
      'Cites: Short',
    );
    expect(say('precedes', true)).to.equal('Follows: T');
    expect(say('contradicted-by', true)).to.equal('Contradicts: T');
    expect(say('pays_for', false)).to.equal('pays for: T');
    expect(say('pays-for', true)).to.equal('Linked from (pays for): T');
    expect(say('By-cites', false)).to.equal('By cites: T');
  });
});

describe('detailsTemplate(event, context)', () => {
  const full = event({
    id: 'ok',
    title: 'Says strikes are “OK with me”',
    date: '2025-11-17',
    status: 'reported',
    lanes: ['us', 'mx'],
    summary: 'First.\n\nSecond,\nstill second.\n \nThird.',
    people: ['Ada', 'Grace'],
    place: 'Here',
    tags: ['a', 'b'],
    url: 'https://example.org/event',
    sources: [
      {
        title: 'Report',
        publisher: 'Paper',
        date: '2025-11-19',
        url: 'https://example.org/',
        quote: 'It’s OK',
      },
      { publisher: 'Alone', date: 'last spring' },
      { url: 'doi:10.1000/182' },
    ],
    history: [{ date: '2025-11-20', note: 'date corrected' }],
  });

  it('reads like a caption: date, lane, status; title; text; facts', () => {
    const root = show(detailsTemplate(full, context()));
    expect(texts(root, '.note')).to.deep.equal(['Monday, 17 November 2025 · reported · us, mx']);
    expect(texts(root, 'h3')).to.deep.equal([full.title]);
    expect(texts(root, '.text > p')).to.deep.equal(['First.', 'Second, still second.', 'Third.']);
    expect(texts(root, 'dt')).to.deep.equal(['People', 'Place', 'Sources', 'Link', 'Tags', 'Corrections']);
    expect(texts(root, '.sources li')).to.deep.equal([
      'Report, Paper, 19 November 2025: It’s OK',
      'Alone, last spring',
      'doi:10.1000/182',
    ]);
    expect(texts(root, 'dl > div:last-child dd')).to.deep.equal(['20 November 2025: date corrected']);
    expect([...root.querySelectorAll('a')].map(({ href }) => href)).to.deep.equal([
      'https://example.org/',
      'https://example.org/event',
    ]);
  });

  it('says why a date is missing, as written', () => {
    const date = (fields: Partial<TimelineEvent>): string =>
      texts(show(detailsTemplate(event(fields), context())), '.date')[0]!;
    expect(date({})).to.equal('undated');
    expect(date({ dateText: 'sometime in spring' })).to.equal('“sometime in spring”: not a date we can read');
  });

  it('has buttons that go to what it is related to, verbs said once', () => {
    const gone: string[] = [];
    const other = (id: string, title: string) => event({ id, title, date: '2025-11' });
    const relatives: Relative[] = [
      { event: other('a', 'A'), rel: 'cites', incoming: true },
      { event: other('b', 'B'), rel: 'responds-to', label: 'plays it down', incoming: false },
      { event: other('c', 'C'), rel: 'cites', incoming: true },
    ];
    const root = show(
      detailsTemplate(full, context({ relatives: () => relatives, go: id => gone.push(id) })),
    );
    const buttons = [...root.querySelectorAll<HTMLElement>('.relations button')];
    expect(buttons.map(button => button.ariaLabel ?? button.textContent.trim())).to.deep.equal([
      'Cited by: A',
      'Cited by: C',
      'Responds to: B',
    ]);
    expect(texts(root, '.verb')).to.deep.equal(['Cited by']);
    expect(texts(root, '.relations .aside')).to.deep.equal([
      'Nov 2025',
      'Nov 2025',
      'plays it down · Nov 2025',
    ]);
    for (const button of buttons) button.click();
    expect(gone).to.deep.equal(['a', 'c', 'b']);
  });

  it('says of what it is related to when that was and how firmly it is known, in the name of the button too', () => {
    const relatives = [
      event({ id: 'a', title: 'A', date: '2025-11', status: 'confirmed' }),
      event({ id: 'b', title: 'B', date: '2025-11', status: 'refuted' }),
      event({ id: 'c', title: 'C', statusText: 'aleged' }),
      event({ id: 'd', title: 'D' }),
    ].map((other): Relative => ({ event: other, rel: 'cites', incoming: false, label: `of ${other.id}` }));
    const root = show(detailsTemplate(full, context({ relatives: () => relatives })));
    const items = [...root.querySelectorAll<HTMLElement>('.relations li li')];
    expect(items.map(item => item.innerText.replace(/\s+/g, ' ').trim())).to.deep.equal([
      'A of a · Nov 2025 · confirmed',
      'B of b · Nov 2025 · refuted',
      'C of c · aleged',
      'D of d',
    ]);
    expect(items.map(item => item.querySelector('button')!.ariaLabel)).to.deep.equal([
      'Cites: A, confirmed',
      'Cites: B, refuted',
      'Cites: C, aleged',
      'Cites: D',
    ]);
    expect(items.map(item => item.querySelectorAll('.sign svg').length)).to.deep.equal([1, 1, 0, 0]);
    expect(items.map(item => item.querySelector('button')!.dataset.status)).to.deep.equal([
      'confirmed',
      'refuted',
      undefined,
      undefined,
    ]);
  });

  it('draws fifty relations and counts the rest', () => {
    const relatives = Array.from({ length: 60 }, (_, i): Relative => ({
      event: event({ id: `${i}` }),
      rel: 'cites',
      incoming: true,
    }));
    const root = show(detailsTemplate(full, context({ relatives: () => relatives })));
    expect(root.querySelectorAll('.relations button')).to.have.length(50);
    expect(texts(root, '.relations > li:last-child')).to.deep.equal(['and 10 more']);
  });

  it('closes, points at its mark, and lets an author speak instead', () => {
    let closed = 0;
    const root = show(detailsTemplate(full, context({ notchX: 123.5, close: () => closed++ })));
    const close = one(root, '.close');
    close.click();
    expect(closed).to.equal(1);
    expect(close.ariaLabel).to.equal('Close');
    expect(close.getBoundingClientRect().width).to.be.at.least(44);
    const notch = getComputedStyle(one(root, '.notched'), '::before');
    expect(parseFloat(notch.insetInlineStart)).to.be.closeTo(118.5, 0.1);
    expect(root.querySelector('slot')).to.equal(null);
    const filled = context({ notchX: null, isFilled: slot => slot === 'event:ok' });
    expect(one(show(detailsTemplate(full, filled)), 'slot').getAttribute('name')).to.equal('event:ok');
    expect(show(detailsTemplate(full, context({ notchX: null }))).querySelector('.notched')).to.equal(null);
  });

  it('keeps lines readable and wraps what is long', () => {
    const long = event({
      date: '2025',
      title: 'x'.repeat(300),
      summary: 'word '.repeat(300),
      place: 'y'.repeat(300),
      people: ['z'.repeat(300)],
    });
    for (const width of [288, 500, 800, 1400]) {
      const root = show(detailsTemplate(long, context()), width);
      const edge = one(root, '.root').getBoundingClientRect().right + 0.5;
      for (const element of root.querySelectorAll('h3, p, dd, div'))
        expect(element.getBoundingClientRect().right, `${element.localName} at ${width}`).to.be.at.most(edge);
      expect(one(root, '.text').getBoundingClientRect().width).to.be.at.most(640);
    }
  });
});

describe('listTemplate(events, context)', () => {
  it('tells every event in the order given, the selected one marked', () => {
    const events = [
      event({ id: 'a', title: 'A', date: '2025-08', status: 'reported', summary: 'Text.' }),
      event({ id: 'b', title: 'B', dateText: 'spring?' }),
    ];
    const root = show(listTemplate(events, context({ selectedId: 'b' })));
    expect(texts(root, 'li[part] .when, h3, .note, .text p')).to.deep.equal([
      'August 2025',
      'A',
      'reported · us',
      'Text.',
      '“spring?”: not a date we can read',
      'B',
      'us',
    ]);
    expect(texts(root, '[aria-current="true"] h3')).to.deep.equal(['B']);
    expect(one(root, 'time').getAttribute('datetime')).to.equal('2025-08');
    expect(root.querySelectorAll('time')).to.have.length(1);
    expect(one(root, 'ol').role).to.equal('list');
  });

  it('shows the rest behind a button, a page at a time', () => {
    let asked = 0;
    const events = Array.from({ length: 3 }, (_, i) => event({ id: `e${i}` }));
    const open = (rest: number): ShadowRoot =>
      show(listTemplate(events, context({ rest, showMore: () => asked++ })));
    const root = open(LIST_PAGE + 50);
    expect(root.querySelectorAll('[part="list-item"]')).to.have.length(3);
    expect(texts(root, '.more')).to.deep.equal(['Show 200 more']);
    one(root, '.more').click();
    expect(asked).to.equal(1);
    expect(texts(open(50), '.more')).to.deep.equal(['Show 50 more']);
    expect(open(0).querySelector('.more')).to.equal(null);
  });

  it('has a machine-readable date only where HTML has one', () => {
    const machine = (date: string): string | null => machineDate(event({ date }).span!);
    expect(machineDate({ ...event({ date: '1066-10-14' }).span!, calendar: 'julian' })).to.equal(null);
    for (const date of [
      '2025',
      '0050',
      '2025-08',
      '2025-08-01',
      '2025-08-01T10:00',
      '2025-08-01T10:00:30Z',
      '2025-08-01T10:00-06:00',
    ])
      expect(machine(date), date).to.equal(date);
    for (const date of [
      '0000',
      '-0043',
      '2025-21',
      '201X',
      '1984?',
      '1984~',
      '2025/2026',
      '2025-08-01/..',
      'Y17000000002',
      '2024-01-05T24:00',
    ])
      expect(machine(date), date).to.equal(null);
  });
});

describe('undatedTemplate(events, context)', () => {
  it('shows twenty in the order given, then how many more, as one tab stop', () => {
    const log: string[] = [];
    const events = Array.from({ length: 500 }, (_, i) =>
      event({ id: `e${i}`, title: `E${i}`, status: 'reported' }),
    );
    const root = show(
      undatedTemplate(
        events,
        context({ toggle: id => log.push(id), openList: () => log.push('list'), focusedId: 'e3' }),
      ),
    );
    expect(texts(root, 'h3')).to.deep.equal(['Undated']);
    const buttons = [...root.querySelectorAll('button')];
    expect(buttons).to.have.length(21);
    expect(texts(root, 'button').slice(18)).to.deep.equal(['E18, reported', 'E19, reported', 'and 480 more']);
    expect(texts(root, '[tabindex="0"]')).to.deep.equal(['E3, reported']);
    buttons[19]!.click();
    buttons[20]!.click();
    expect(log).to.deep.equal(['e19', 'list']);
    buttons[0]!.focus();
    buttons[0]!.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    expect(root.activeElement).to.equal(buttons[1]);
  });

  it('is not there without any, and says which one is open', () => {
    expect(show(undatedTemplate([], context())).querySelector('[part="undated"]')).to.equal(null);
    const root = show(
      undatedTemplate([event({ id: 'a' }), event({ id: 'b', short: 'Memo' })], context({ selectedId: 'b' })),
    );
    expect([...root.querySelectorAll('button')].map(button => button.ariaExpanded)).to.deep.equal([
      'false',
      'true',
    ]);
    expect(texts(root, '[aria-controls="details"]')).to.deep.equal(['Memo']);
  });
});

describe('issuesTemplate(state)', () => {
  const issue = (i = 0): Issue => ({
    code: 'invalid-date',
    path: '',
    message: `message ${i}`,
    severity: 'error',
  });
  const many = Array.from({ length: 250 }, (_, i) => issue(i));

  it('says in one line how many entries were not read, and each message on request', () => {
    const issues = [issue(1), issue(2), issue(3)];
    const root = show(issuesTemplate(notice({ issues, entries: { total: 40, faulty: 2 } })));
    expect(texts(root, 'summary')).to.deep.equal(['2 of 40 entries could not be read in full']);
    const list = one(root, '.notice ol');
    expect(list.checkVisibility()).to.equal(false);
    one(root, 'summary').click();
    expect(list.checkVisibility()).to.equal(true);
    expect(texts(root, 'li')).to.deep.equal(['message 1', 'message 2', 'message 3']);
  });
  it('counts what is about no entry, and does not list without end', () => {
    expect(texts(show(issuesTemplate(notice({ issues: [issue()] }))), 'summary')).to.deep.equal([
      '1 remark on the data',
    ]);
    const root = show(issuesTemplate(notice({ issues: many, entries: { total: 1000, faulty: 250 } })));
    expect(texts(root, 'summary, .notice p')).to.deep.equal([
      '250 of 1,000 entries could not be read in full',
      'and 150 more',
    ]);
    expect(root.querySelectorAll('li')).to.have.length(100);
  });
  it('scrolls where there are many, by keys too, with room for the numbers of all', () => {
    const root = show(issuesTemplate(notice({ issues: many })), 304);
    const summary = one(root, 'summary');
    summary.click();
    const box = one(root, '.issues');
    expect(box.getBoundingClientRect().height).to.be.at.most(12 * 16);
    expect(box.scrollHeight).to.be.greaterThan(box.clientHeight);
    expect(box.scrollWidth).to.equal(box.clientWidth);
    expect([box.tabIndex, box.ariaLabel]).to.deep.equal([0, '250 remarks on the data']);
    const number = document.createElement('span');
    number.textContent = '100. ';
    box.append(number);
    expect(parseFloat(getComputedStyle(one(root, 'ol')).paddingInlineStart)).to.be.greaterThan(
      number.getBoundingClientRect().width,
    );
    // The ring of the focused line, 2 px at a distance of 2, does not touch what stands beneath.
    expect(box.getBoundingClientRect().top - summary.getBoundingClientRect().bottom).to.be.at.least(4);
  });
  it('lists errors before warnings', () => {
    const issues = [{ ...issue(1), severity: 'warning' as const }, issue(2), issue(3)];
    const root = show(issuesTemplate(notice({ issues })));
    expect(texts(root, 'li')).to.deep.equal(['message 2', 'message 3', 'message 1']);
  });
  it('says nothing where all is well, and where a failure says it', () => {
    for (const state of [notice(), notice({ issues: many, failed: 'Gone.' })])
      expect(show(issuesTemplate(state)).querySelector('[part~="notice"]')).to.equal(null);
  });
});

describe('loadTemplate(state)', () => {
  it('offers another try after a failure, with a button that then cancels it and stays in place', () => {
    const done: string[] = [];
    const actions = { cancel: () => void done.push('cancel'), retry: () => void done.push('retry') };
    const failed = notice({ failed: 'Gone.', error: 'status 410', ...actions });
    const root = show(loadTemplate(failed));
    expect(texts(root, '.notice > slot > span, .notice > button')).to.deep.equal(['Gone.', 'Retry']);
    expect(one(root, 'slot').getAttribute('name')).to.equal('error');
    expect([texts(root, 'details p'), one(root, 'details p').checkVisibility()]).to.deep.equal([
      ['status 410'],
      false,
    ]);
    const button = one(root, 'button');
    button.click();
    showIn(root, loadTemplate({ ...failed, loading: true }));
    expect(texts(root, '.notice')).to.deep.equal(['Loading… Cancel']);
    expect(one(root, 'button')).to.equal(button);
    button.click();
    expect(done).to.deep.equal(['retry', 'cancel']);
    expect(texts(show(loadTemplate({ ...failed, retry: null })), 'button')).to.deep.equal([]);
  });
  it('says that something is coming and how far, and else nothing', () => {
    const root = show(loadTemplate(notice({ loading: true })));
    expect(texts(root, '[part="notice"]')).to.deep.equal(['Loading… Cancel']);
    expect(getComputedStyle(one(root, '.loading')).visibility).to.equal('hidden'); // at first
    const bar = root.querySelector('progress')!;
    expect([bar.position, bar.labels[0]!.textContent.trim()]).to.deep.equal([-1, 'Loading…']);
    showIn(root, loadTemplate(notice({ loading: true, progress: 0.25 })));
    expect([bar.isConnected, bar.position]).to.deep.equal([true, 0.25]);
    expect(show(loadTemplate(notice())).querySelector('[part="notice"]')).to.equal(null);
  });
  it('stands in the place of the summary, whose height it has, and breaks what is long', () => {
    const header = (load: unknown) =>
      headerTemplate({ load, title: 'T', summary: 'S', headingLevel: 2, toolbar: '' });
    const address = `src: not loaded: "https://example.org/${'a'.repeat(300)}"`;
    for (const width of [304, 800]) {
      const root = show(header(''), width);
      const { height } = one(root, '.header').getBoundingClientRect();
      for (const state of [notice({ loading: true }), notice({ failed: 'Gone.', error: address })]) {
        showIn(root, header(loadTemplate(state)));
        expect(one(root, '.header').getBoundingClientRect().height, `${width} px`).to.equal(height);
      }
      one(root, 'details').querySelector('summary')!.click();
      expect(one(root, '.root').scrollWidth).to.be.at.most(width);
    }
  });
});

describe('sourceLineTemplate(document, context)', () => {
  const line = (fields: Partial<TimelineDocument>): string | undefined =>
    texts(
      show(sourceLineTemplate({ timeZone: 'UTC', lanes: [], events: [], data: {}, ...fields }, context())),
      '[part="source"]',
    )[0];
  it('says what there is to say', () => {
    const asOf = event({ date: '2025-11-19' }).span!;
    expect(
      line({ credit: 'bnl editorial staff.', license: 'CC BY 4.0', asOf, updated: '2025-11-20' }),
    ).to.equal(
      'Source: bnl editorial staff. CC BY 4.0. Known as of 19 November 2025. Updated 20 November 2025.',
    );
    expect(line({ updated: 'yesterday' })).to.equal('Updated yesterday.');
    expect(line({})).to.equal(undefined);
  });
});

describe('placePeek(mark, peek, root)', () => {
  const root: Box = { x: 0, y: 0, width: 800, height: 400 };
  it('stands over the mark, else under it', () => {
    const peek = { width: 200, height: 60 };
    expect(placePeek({ x: 300, y: 200, width: 24, height: 24 }, peek, root)).to.deep.equal({
      x: 212,
      y: 140,
    });
    expect(placePeek({ x: 300, y: 20, width: 24, height: 24 }, peek, root)).to.deep.equal({ x: 212, y: 44 });
    expect(placePeek({ x: -900, y: 200, width: 2000, height: 24 }, peek, root, 50)).to.deep.equal({
      x: 0,
      y: 140,
    });
  });
  it('never covers its mark, touches it, and stays within the sides', () => {
    const px = fc.integer({ min: -2000, max: 3000 });
    const size = fc.integer({ min: 1, max: 900 });
    fc.assert(
      fc.property(
        px,
        px,
        size,
        size,
        fc.integer({ min: 1, max: 300 }),
        size,
        fc.option(px, { nil: undefined }),
        (x, y, w, h, width, height, at) => {
          const mark: Box = { x, y, width: w, height: h };
          const spot = placePeek(mark, { width, height }, { ...root, width: 320 }, at);
          const touches = spot.y + height === y || spot.y === y + h;
          return touches && spot.x >= 0 && spot.x + width <= 320;
        },
      ),
      { seed: 11, numRuns: 1000 },
    );
  });
});

describe('the frame', () => {
  const relatives: Relative[] = [
    { event: event({ id: 'x', title: 'X', date: '2025' }), rel: 'cites', incoming: true },
    { event: event({ id: 'y', title: 'Y' }), rel: 'cites', incoming: true },
    { event: event({ id: 'z', title: 'Z' }), rel: 'responds-to', label: 'because', incoming: false },
  ];
  const some = event({
    date: '2025-11-17',
    status: 'refuted',
    summary: 'Text.\n\nMore.',
    people: ['Ada'],
    tags: ['t'],
    sources: [{ title: 'Report', url: 'https://example.org/', quote: 'q' }],
    history: [{ note: 'n' }],
  });
  const frame = context({ relatives: () => relatives, selectedId: 'memo' });
  const issues: Issue[] = [{ code: 'invalid-date', path: 'events[1]', message: 'm', severity: 'error' }];
  const head = headerTemplate({
    load: '',
    title: 'Title',
    summary: '2 events',
    description: 'About.',
    headingLevel: 2,
    toolbar: toolbarTemplate(toolbar({ canLater: false }), toolbarActions),
  });
  const states: Record<string, unknown> = {
    details: [
      head,
      detailsTemplate(some, frame),
      undatedTemplate([event({ id: 'a', status: 'alleged' })], context()),
    ],
    list: [head, listTemplate([some, event({ id: 'u', dateText: 'once' })], frame)],
    issues: [head, issuesTemplate(notice({ issues }))],
    failure: [head, loadTemplate(notice({ failed: 'It failed.', error: 'status 500' }))],
    nothing: [head, emptyTemplate(english)],
    peek: [head, peekTemplate({ event: some, date: 'd', status: 's', at: { x: 1, y: 1 } })],
    source: [head, sourceLineTemplate({ timeZone: 'UTC', credit: 'c', lanes: [], data: {} }, frame)],
  };
  for (const [name, content] of Object.entries(states))
    for (const scheme of ['light', 'dark'])
      it(`has no accessibility fault that can be found: ${name}, ${scheme}`, async () => {
        const host = show(content).host as HTMLElement;
        host.style.colorScheme = scheme;
        const { violations } = await axe.run(host, { resultTypes: ['violations'] });
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join()}`),
        ).to.deep.equal([]);
      });

  it('writes text of at least 12 px, at 7:1 or more', () => {
    for (const scheme of ['light', 'dark']) {
      const root = show(Object.values(states));
      (root.host as HTMLElement).style.colorScheme = scheme;
      const paper = luminance(getComputedStyle(one(root, '.root')).backgroundColor);
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement!;
        if (!node.nodeValue?.trim() || parent.closest('[aria-disabled], svg, .loading')) continue;
        const style = getComputedStyle(parent);
        expect(parseFloat(style.fontSize), parent.outerHTML).to.be.at.least(12);
        const [dark, light] = [paper, luminance(style.color)].sort((a, b) => a - b) as [number, number];
        expect((light + 0.05) / (dark + 0.05), `${scheme} ${parent.outerHTML}`).to.be.at.least(7);
      }
    }
  });
});

/** Relative luminance (WCAG 2.2) of a colour as `getComputedStyle` writes it. */
function luminance(color: string): number {
  const channels = color
    .match(/[\d.]+/g)!
    .slice(0, 3)
    .map(Number);
  const [r, g, b] = channels.map(channel => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
