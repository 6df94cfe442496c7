import { expect } from '@open-wc/testing';
import { english, type StringKey } from '../../src/language/english.js';
import type { Phrase } from '../../src/language/phrase.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { clustersOf, find, mount, parts, settled, textOf, until } from './mounted.js';
import { DATA, EVENTS, pseudo } from './pseudo.js';

const BRACKETED = pseudo(text => `⟦${text}⟧`);

const greek = (
  settings: object,
  attributes: Record<string, string> = {},
  width = 780,
): Promise<TimelineView> =>
  mount({ strings: BRACKETED, ...settings }, { width, attributes: { lang: 'el', ...attributes } });

const story = (): Promise<TimelineView> =>
  greek({ data: DATA }, { controls: 'zoom legend overview views', view: '2025-01/2025-06' });

async function selecting(id: string): Promise<TimelineView> {
  const element = await story();
  element.selected = id;
  await settled(element);
  expect(parts(element, 'details')).to.have.length(1);
  return element;
}

/** Each state in which a reader may meet the element, and what must be said in it. */
const states: Record<string, readonly [() => Promise<TimelineView>, ...StringKey[]]> = {
  'the picture, with overview, legend and shelf': [
    story,
    ...([
      'toolbar',
      'action-fit',
      'overview',
      'overview-window',
      'legend',
      'undatedHeading',
      'help',
    ] as const),
  ],
  'open details': [() => selecting('α'), 'close', 'people', 'place', 'relBy-responds-to'],
  'details of an era': [() => selecting('ε'), 'corrections', 'kind-era'],
  'details with sources': [() => selecting('ζ'), 'sources'],
  'undated details': [() => selecting('ν'), 'dateUnread'],
  'the list': [
    async () => {
      const element = await story();
      element.layout = 'list';
      await settled(element);
      return element;
    },
    'list',
    'undated',
  ],
  'a long list': [
    () => greek({ events: Array.from({ length: 900 }, (_, i) => ({ title: `Ω${i}` })), layout: 'list' }),
    'showMore',
  ],
  clusters: [
    async () => {
      const events = Array.from({ length: 60 }, (_, i) => ({
        id: `ω${i}`,
        date: '2025-03-01T10:00',
        title: `Ω${i}`,
      }));
      const element = await greek({ events }, {}, 400);
      clustersOf(element)[0]!.node.click();
      await until(() => find(element, '.members'));
      return element;
    },
    'events',
    'close',
  ],
  'seconds and weeks': [
    () => greek({ events: EVENTS, weekNumbers: true }, { view: '2025-03-01/2025-03-28' }),
    'week',
  ],
  'a minute': [
    () => greek({ events: EVENTS }, { view: '2025-03-05T10:00:00/2025-03-05T10:00:40' }),
    'seconds',
  ],
  'deep time': [
    () =>
      greek({
        events: [
          { date: 'Y-66000000', title: 'Ω' },
          { date: 'Y-50000000', title: 'Ψ' },
        ],
      }),
    'Ma',
  ],
  loading: [
    async () => {
      const element = await greek({});
      element.src = '/test-data/slow?ms=1500';
      await until(() => element.matches(':state(loading)'));
      return element;
    },
    'loading',
    'cancel',
  ],
  error: [() => greek({ src: '/test-data/404' }), 'failed-http', 'technicalDetail', 'retry'],
  empty: [() => greek({ events: [] }), 'empty'],
  remarks: [() => greek({ events: [{ date: '2025-13', title: 'Ω' }] }), 'unreadEntries'],
};

const SPOKEN = [
  'aria-label',
  'aria-valuetext',
  'aria-description',
  'aria-roledescription',
  'title',
  'alt',
  'placeholder',
];
/** What speaks to authors alone, in English, and the letters that fonts are measured by. */
const UNREAD = '[class^="probe-"], .issues li, [part="notice"] details > p';

const wordsOf = (node: Element): string[] =>
  [...node.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(textOf);

/** Whether there are words around parts that keep to themselves, or that can be pressed. */
const isSentence = (node: Element): boolean =>
  node.querySelector(':scope > :is(bdi, .told)') !== null && wordsOf(node).some(Boolean);

/** Every text that can be seen or heard. */
function texts(element: TimelineView): string[] {
  const { shadowRoot } = element;
  return [...shadowRoot!.querySelectorAll('*')]
    .filter(node => !node.closest(UNREAD))
    .flatMap(node => [
      ...SPOKEN.map(name => node.getAttribute(name) ?? ''),
      ...(isSentence(node) ? [textOf(node)] : wordsOf(node)),
    ])
    .filter(Boolean);
}

function unbracketed(text: string): string {
  for (let rest = text; ; text = rest) {
    rest = text.replace(/⟦[^⟦⟧]*⟧/g, '');
    if (rest === text) return text.replace(/[^\p{Script=Latin}⟦⟧]/gu, '');
  }
}

describe('no text is hard-coded', () => {
  for (const [state, [make, ...keys]] of Object.entries(states))
    it(state, async () => {
      const element = await make();
      const found = texts(element);
      expect(found.filter(unbracketed)).to.eql([]);
      const all = found.join('\n');
      for (const key of keys) {
        const phrase = english[key] as Phrase;
        const forms =
          typeof phrase === 'string' ? [phrase] : Object.values(phrase as object as Record<string, string>);
        const said = forms.some(form =>
          `⟦${form}⟧`.split(/\{\w+\}/).every(piece => all.includes(piece.replace(/\s+/g, ' '))),
        );
        expect(said, `${key} is said`).to.equal(true);
      }
    });

  it('finds what is', async () => {
    const element = await story();
    find(element, '.toolbar')!.ariaLabel = 'Timeline controls';
    parts(element, 'undated')[0]!.append('Undated');
    expect(texts(element).filter(unbracketed)).to.eql(['Timeline controls', 'Undated']);
  });
});
