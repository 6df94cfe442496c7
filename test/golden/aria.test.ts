import { expect } from '@open-wc/testing';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords } from '../layout/sample.js';
import { addBlankFont } from '../lib/blank-font.js';
import { accessibilityTree, unlikeGoldenText, viewport } from '../lib/browser-commands.js';
import { AUTUMN, clustersOf, mount, parts, STORY_URL, until } from '../timeline-view/mounted.js';

type Settings = Parameters<typeof mount>[0];

const story = (settings: Settings = {}, { width = 780, attributes = {} } = {}) =>
  mount(
    { src: STORY_URL, layout: 'horizontal', ...settings },
    { width, font: 'Blank', attributes: { view: AUTUMN, lang: 'en-GB', ...attributes } },
  );
const crowd = (layout: TimelineView['layout'], width: number) =>
  mount(
    { events: randomRecords(300, 9) as never, label: 'Crowd', layout },
    { width, font: 'Blank', attributes: { lang: 'en-GB' } },
  );

/** Each state of which a golden file is kept, by its name. */
const states: Record<string, () => Promise<TimelineView>> = {
  empty: () => mount({ events: [], label: 'Empty' }, { attributes: { lang: 'en-GB' } }),
  loading: async () => {
    const element = await mount({ label: 'Loading' }, { attributes: { lang: 'en-GB' } });
    element.src = '/test-data/slow?ms=1500';
    await until(() => element.matches(':state(loading)'));
    return element;
  },
  error: () => mount({ src: '/test-data/404', label: 'Error' }, { attributes: { lang: 'en-GB' } }),
  horizontal: () => story(),
  'horizontal-clusters': async () => {
    const element = await crowd('horizontal', 500);
    expect(clustersOf(element).length).to.be.greaterThan(5);
    return element;
  },
  'horizontal-details': () => story({ selected: 'claim' }),
  'horizontal-arabic': () => story({}, { attributes: { lang: 'ar', dir: 'rtl' } }),
  vertical: () => story({ layout: 'vertical' }, { width: 360 }),
  'vertical-clusters': async () => {
    const element = await crowd('vertical', 360);
    expect(parts(element, 'cluster').length).to.be.greaterThan(5);
    return element;
  },
  'vertical-details': () => story({ layout: 'vertical', selected: 'claim' }, { width: 360 }),
  list: () => story({ layout: 'list' }),
};

describe('what assistive technology is told is what was read and kept', () => {
  before(async () => {
    await viewport({ width: 800, height: 900 });
    await addBlankFont();
  });

  for (const [state, make] of Object.entries(states))
    it(state, async () => {
      await make();
      expect(await unlikeGoldenText(`aria/${state}.txt`, await accessibilityTree())).to.equal('');
    });
});
