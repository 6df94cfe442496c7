import { expect } from '@open-wc/testing';
import type * as Axe from 'axe-core';
import type { EventRecord } from '../../src/core.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { engineName, media, readText } from '../lib/browser-commands.js';
import { leastApart, linearLight } from '../lib/colours.js';
import { waysOf } from '../lib/engine-share.js';
import { openPage } from '../lib/guarded-page.js';
import { contrast, faint, painted } from './faint.js';
import { crampedAxis, illegible } from './legible.js';
import { AUTUMN, find, mount, parts, settled, STORY_URL, until } from './mounted.js';
import { small } from './small-targets.js';

const THEMES = ['newspaper', 'museum', 'dashboard'] as const;
const LAYOUTS = ['horizontal', 'vertical', 'list'] as const;
const STATUSES = ['confirmed', 'reported', 'alleged', 'disputed', 'refuted', 'retracted'] as const;
/** Every status, in eight lanes of the eight colours, with what else has colours: an era, a source, a relation. */
const EVENTS: EventRecord[] = [
  ...Array.from({ length: 8 }, (_, i) => ({
    id: `e${i}`,
    date: `2025-0${i + 1}-10`,
    title: `Event ${i}`,
    summary: 'What is known of it.',
    lane: `Lane ${i}`,
    ...(STATUSES[i] && { status: STATUSES[i] }),
    ...(i === 2 && { links: [{ to: 'e1', rel: 'contradicts' }], sources: [{ title: 'A report' }] }),
  })),
  { id: 'era', date: '2025-02/2025-04', title: 'A period', kind: 'era', lane: 'Lane 1' },
  { id: 'undated', title: 'No date' },
];

const adopted = [...document.adoptedStyleSheets];

/** Sets the page in a theme, until the test is over. */
async function wear(theme: string): Promise<CSSStyleSheet> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync((await readText(`demo/themes/${theme}.css`))!);
  document.adoptedStyleSheets = [sheet];
  return sheet;
}

/** Path data of the sign of a mark, halo apart. */
const signOf = (element: TimelineView, id: string): string =>
  find(element, `.mark[data-id="${id}"] .figure path`)!.getAttribute('d')!;

describe('themes', () => {
  afterEach(() => {
    document.adoptedStyleSheets = adopted;
    document.documentElement.style.colorScheme = '';
  });

  for (const theme of THEMES)
    it(`${theme} sets documented properties and parts, and nothing else`, async () => {
      const docs = (await readText('src/timeline-view.ts'))!;
      const namesOf = (tag: string) =>
        [...docs.matchAll(new RegExp(`@${tag} \\[?([\\w-]+)`, 'g'))].map(([, name]) => name);
      const [properties, known] = [namesOf('cssprop'), namesOf('csspart')];
      expect([properties.length > 20, known.length > 30]).to.eql([true, true]);
      const faults: string[] = [];
      for (const rule of (await wear(theme)).cssRules as unknown as Iterable<CSSStyleRule>)
        for (const selector of rule.selectorText.split(',')) {
          const [, part] = /^\s*timeline-view(?:::part\(([\w-]+)\))?$/.exec(selector) ?? [null, null];
          if (part === null || (part !== undefined && !known.includes(part))) faults.push(selector);
          if (part === undefined) faults.push(...[...rule.style].filter(name => !properties.includes(name)));
        }
      expect(faults).to.eql([]);
    });

  for (const theme of THEMES)
    for (const scheme of ['light', 'dark'])
      it(`${theme}, ${scheme}: texts at 4.5 : 1, signs at 3 : 1, lanes and accent apart, targets of 24 px`, async () => {
        document.documentElement.style.colorScheme = scheme;
        await wear(theme);
        for (const layout of LAYOUTS) {
          const element = await mount({ events: EVENTS, layout, selected: 'e2' });
          expect(faint(element), layout).to.eql([]);
          expect(small(element), layout).to.eql([]);
          if (layout !== 'horizontal') continue;
          expect([...illegible(element), ...crampedAxis(element)]).to.eql([]);
          const root = find(element, '.root')!;
          const paper = painted(getComputedStyle(root).backgroundColor);
          const names = [
            ...Array.from({ length: 8 }, (_, i) => `--timeline-color-${i + 1}`),
            '--timeline-accent',
          ];
          const colors = names.map(name => linearLight(root, `var(${name})`));
          expect(leastApart(colors)).to.be.at.least(0.06);
          const bytes = (name: string) => {
            const probe = document.createElement('i');
            probe.style.color = `var(${name})`;
            root.append(probe);
            const color = painted(getComputedStyle(probe).color);
            probe.remove();
            return color;
          };
          for (const name of names) expect(contrast(bytes(name), paper), name).to.be.at.least(3);
          expect(contrast(bytes('--timeline-accent'), paper)).to.be.at.least(4.5);
        }
      });

  it('differ in type, space, marks and dark ground', async () => {
    const looks: string[][] = [];
    for (const theme of THEMES) {
      document.documentElement.style.colorScheme = 'dark';
      await wear(theme);
      const element = await mount({ events: EVENTS });
      await until(() => find(element, '.corner'), 'the probe');
      await settled(element);
      const root = getComputedStyle(find(element, '.root')!);
      const space = getComputedStyle(element).getPropertyValue('--timeline-space');
      looks.push([
        root.fontFamily,
        space,
        signOf(element, 'e0').replace(/-?[\d.]+(?= [\d.]+V)/, ''),
        root.backgroundColor,
      ]);
    }
    for (const column of looks[0]!.keys())
      expect(new Set(looks.map(look => look[column])).size, String(column)).to.equal(THEMES.length);
  });

  it('keep the system’s colours where those are forced', async function () {
    if (!(await media({ 'forced-colors': 'active' }))) return this.skip();
    const shown: string[] = [];
    for (const theme of [null, ...THEMES]) {
      document.adoptedStyleSheets = adopted;
      if (theme) await wear(theme);
      const element = await mount({ events: EVENTS, selected: 'e2' });
      const { color, backgroundColor } = getComputedStyle(find(element, '.root')!);
      const stroke = getComputedStyle(find(element, '.mark[data-id="e1"] .outline')!).stroke;
      shown.push([color, backgroundColor, stroke].join());
    }
    await media({});
    expect(new Set(shown).size, shown.join('\n')).to.equal(1);
  });
});

describe('--timeline-mark-radius', () => {
  const setTo = async (element: TimelineView, radius: string) => {
    const before = signOf(element, 'a');
    element.style.setProperty('--timeline-mark-radius', radius);
    await until(() => signOf(element, 'a') !== before, radius);
  };
  const events = [
    { id: 'a', date: '2025-03-10', title: 'A day' },
    { id: 'b', date: '2025-03-20/2025-05-15', title: 'A stretch', status: 'reported' as const },
    { id: 'c', title: 'No date', status: 'alleged' as const },
  ];

  it('makes signs as round as it says, at once, in every layout and in pictures to take away', async () => {
    const element = await mount({ events });
    expect(signOf(element, 'a')).to.match(/a(5|4\.9+) /);
    await setTo(element, '2px');
    expect(signOf(element, 'a')).to.match(/a2 2 /);
    await setTo(element, '0px');
    const arcs = (text: string) =>
      [...text.matchAll(/a([\d.]+) /g)].filter(([, radius]) => Number(radius) > 0);
    const paths = () =>
      [...element.shadowRoot!.querySelectorAll('.figure path')].map(path => path.getAttribute('d')!);
    for (const layout of LAYOUTS) {
      element.layout = layout;
      await settled(element);
      expect(paths().length, layout).to.be.greaterThan(0);
      expect(paths().flatMap(arcs), layout).to.eql([]);
    }
    element.layout = 'horizontal';
    await settled(element);
    const drawn = (svg: string) =>
      [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('path')].flatMap(path =>
        arcs(path.getAttribute('d')!),
      );
    expect(drawn(element.toSVG())).to.eql([]);
    element.style.removeProperty('--timeline-mark-radius');
    await until(() => paths().some(path => arcs(path).length > 0));
    expect(drawn(element.toSVG())).to.not.eql([]);
  });
});

describe('parts', () => {
  /** CONTRACT §5. */
  const PARTS =
    'root header toolbar button search legend canvas axis tick fold era lane lane-label mark mark-selected label cluster link now undated overview overview-window details source status list list-item notice';

  it('all stand somewhere', async () => {
    const seen = new Set<string>();
    const look = async (element: TimelineView) => {
      await settled(element);
      for (const node of element.shadowRoot!.querySelectorAll('[part]'))
        for (const name of node.getAttribute('part')!.split(' ')) seen.add(name);
    };
    const story = await mount(
      { src: STORY_URL, selected: 'rejection' },
      { attributes: { now: '2025-11-20', view: AUTUMN } },
    );
    find(story, '[data-action="search"]')?.click();
    await until(() => parts(story, 'search').length, 'the search');
    await look(story);
    story.layout = 'list';
    await look(story);
    const days = Array.from({ length: 200 }, (_, i) => `2025-01-0${(i % 9) + 1}`);
    const events = ['1990', 'someday', ...days].map(date => ({ date, title: `Event of ${date}` }));
    await look(await mount({ events, scale: 'compressed' }));
    expect(PARTS.split(' ').filter(name => !seen.has(name))).to.eql([]);
  });
});

describe('the page of themes', () => {
  const SCHEMES = ['light', 'dark'] as const;
  for (const [i, theme] of THEMES.entries())
    for (const scheme of waysOf(SCHEMES, i))
      it(`shows ${theme}, ${scheme}, which axe finds nothing wrong with`, async () => {
        const page = await openPage(`/demo/themes.html#${theme}-${scheme}`, { width: 1000 });
        after(() => page.close());
        const code = page.document.querySelector('#code')!;
        await until(() => code.textContent.includes(`--timeline-`), 'the sheet');
        const element = page.document.querySelector('timeline-view')!;
        await element.ready;
        const { fontFamily, colorScheme } = page.window.getComputedStyle(find(element, '.root')!);
        expect(colorScheme).to.include(scheme);
        expect(code.textContent.replace(/\s+/g, ' ')).to.include(
          fontFamily.split(',')[0]!.replaceAll('"', ''),
        );
        const script = page.document.createElement('script');
        script.src = '/node_modules/axe-core/axe.min.js';
        page.document.head.append(script);
        await new Promise(resolve => script.addEventListener('load', resolve));
        const { axe } = page.window as unknown as { axe: typeof Axe };
        const { violations } = await axe.run(page.document, {
          resultTypes: ['violations'],
          rules: { 'color-contrast': { enabled: engineName() !== 'webkit' } },
        });
        expect(
          violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.flat().at(-1)).join()}`,
          ),
        ).to.eql([]);
        page.close();
      });

  it('changes with what is chosen, and breaks no policy', async () => {
    const page = await openPage('/demo/themes.html', { csp: true });
    after(() => page.close());
    const element = page.document.querySelector('timeline-view')!;
    const ground = () => page.window.getComputedStyle(find(element, '.root')!).backgroundColor;
    const grounds = new Set<string>();
    for (const [name, value] of [
      ['scheme', 'light'],
      ['theme', 'museum'],
      ['theme', 'dashboard'],
      ['scheme', 'dark'],
      ['theme', ''],
    ] as const) {
      page.document.querySelector<HTMLInputElement>(`input[name="${name}"][value="${value}"]`)!.click();
      await until(() => !grounds.has(ground()), `${name} ${value}`);
      grounds.add(ground());
    }
    expect(page.window.location.hash).to.equal('#none-dark');
    expect(page.notes()).to.eql([]);
    page.close();
  });
});
