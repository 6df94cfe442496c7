import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords, seeded } from '../layout/sample.js';
import { viewport } from '../lib/browser-commands.js';
import {
  AUTUMN,
  centre,
  clustersOf,
  find,
  marksOf,
  misplaced,
  mount,
  settled,
  STORY_URL,
} from './mounted.js';
import { small } from './small-targets.js';

const LAYOUTS = ['horizontal', 'vertical', 'list'] as const;
const WIDTHS = [320, 768, 1280];

/** With all that can be pressed: links of their own and among words, relations, the undated, remarks. */
const EVENTS = [
  {
    id: 'a',
    date: '2025-02-01/2025-03-20',
    title: 'Inquiry',
    sources: [
      { title: 'Report', url: 'https://example.org/1', publisher: 'Office', date: '2025-04' },
      { title: 'Minutes', url: 'https://example.org/2' },
    ],
    url: 'https://example.org/',
  },
  {
    id: 'b',
    date: '2025-04-02',
    title: 'Answer',
    status: 'refuted',
    lane: ['one', 'two'],
    summary: 'Said in an hour, written down in a year.',
    url: 'https://example.org/b',
    links: [{ to: 'a', rel: 'responds-to' }],
    sources: [{ title: 'Letter', url: 'https://example.org/3' }],
  },
  { id: 'c', title: 'Rumour', status: 'alleged' },
  { id: 'd', date: '2025-13', title: 'Bad date', lane: 'one' },
];

/** Marks and pills that are covered, by their middle, by something else. */
function covered(element: TimelineView, width: number): string[] {
  const points = [...marksOf(element), ...clustersOf(element)].filter(
    ({ left, right }) => right - left < 40 && left > 0 && right < width,
  );
  return points.flatMap(({ key, node }) => {
    const [x, y] = centre(node);
    const hit = y < innerHeight ? element.shadowRoot!.elementFromPoint(x, y) : node;
    return node.contains(hit)
      ? []
      : [`${key} by ${hit?.closest<HTMLElement>('[data-key]')?.dataset.key ?? hit?.className}`];
  });
}

describe('targets are 24 px or larger, those of the toolbar 44', () => {
  for (const layout of LAYOUTS)
    it(`with details, sources and what has no date: ${layout}`, async () => {
      await viewport({ width: 1300, height: 900 });
      for (const width of WIDTHS) {
        const element = await mount({ events: EVENTS as never, layout, selected: 'b' }, { width });
        expect(element.shadowRoot!.querySelectorAll('a[href]').length).to.be.greaterThan(0);
        expect(small(element), `${width} px`).to.eql([]);
        find(element, '[data-action="help"]')!.click();
        await settled(element);
        expect(small(element), `keys at ${width} px`).to.eql([]);
        element.remove();
      }
    });

  for (const layout of ['horizontal', 'vertical'] as const)
    it(`at any zoom of a crowd, and none covers another: ${layout}`, async () => {
      await viewport({ width: 1300, height: 900 });
      const random = seeded(21);
      for (const width of WIDTHS) {
        const element = await mount({ events: randomRecords(300, 9) as never, layout }, { width });
        const whole = element.view;
        for (let i = 0; i < 4; i++) {
          const length = (whole.end - whole.start) * 10 ** (-2 * random());
          const start = whole.start + (whole.end - whole.start - length) * random();
          element.view = { start, end: start + length };
          await settled(element);
          expect(small(element), `${width} px, view ${i}`).to.eql([]);
          if (layout === 'horizontal') expect(covered(element, width), `covered in view ${i}`).to.eql([]);
        }
        element.remove();
      }
    });

  it('finds one that is smaller, and one that is covered', async () => {
    const element = await mount({ src: STORY_URL }, { attributes: { view: AUTUMN } });
    find(element, '[data-action="later"]')!.style.minHeight = '40px';
    expect(small(element).join()).to.match(/^later: /);
    const memo = marksOf(element).find(({ id }) => id === 'memo')!.node;
    const over = document.createElement('div');
    over.style.cssText = `position:absolute;inset:0;z-index:9;pointer-events:auto`;
    memo.parentElement!.append(over);
    expect(covered(element, 780).join()).to.include('memo');
  });
});

describe('single clicks on buttons reach what drags, wheels and pinches do', () => {
  for (const layout of ['horizontal', 'vertical'] as const)
    it(`ten views of a crowd, none farther than sixty clicks: ${layout}`, async () => {
      await viewport({ width: 800, height: 700 });
      const element = await mount({ events: randomRecords(500, 4) as never, layout }, { width: 780 });
      const whole = element.view;
      const random = seeded(5);
      const press = (action: string): void => {
        const button = find(element, `[data-action="${action}"]`)!;
        // Long columns scroll with what is read in them.
        button.scrollIntoView({ block: 'nearest' });
        expect(button.contains(element.shadowRoot!.elementFromPoint(...centre(button))), action).to.equal(
          true,
        );
        button.click();
      };
      for (let target = 0; target < 10; target++) {
        const length = (whole.end - whole.start) * 10 ** (-3 * random());
        const middle = whole.start + length / 2 + (whole.end - whole.start - length) * random();
        let clicks = 0;
        for (;;) {
          // At rest at once.
          await element.show(element.view, { animate: false });
          await element.updateComplete;
          const { start, end } = element.view;
          const off = (middle - (start + end) / 2) / (end - start);
          const [canEarlier, canLater] = ['earlier', 'later'].map(
            name => find(element, `[data-action="${name}"]`)!.ariaDisabled !== 'true',
          );
          const action =
            Math.abs(off) > 4
              ? 'fit'
              : off > 0.3 && canLater
                ? 'later'
                : off < -0.3 && canEarlier
                  ? 'earlier'
                  : end - start > 2 * length
                    ? 'zoom-in'
                    : end - start < length / 2
                      ? 'zoom-out'
                      : null;
          if (!action) break;
          expect(
            ++clicks,
            `clicks to ${length / 864e5} days about ${new Date(middle).toISOString()}`,
          ).to.be.at.most(60);
          press(action);
        }
        const { start, end } = element.view;
        expect((end - start) / length).to.be.within(0.5, 2);
        expect(middle).to.be.within(start, end);
        if (target % 5 === 4) {
          if (layout === 'vertical') continue;
          await settled(element);
          expect(misplaced(element, element.view)).to.eql([]);
        }
      }
      await element.updateComplete;
      press('fit');
      expect(element.view).to.eql(whole);
    });
});
