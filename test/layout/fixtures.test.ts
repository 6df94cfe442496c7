import { expect } from '@open-wc/testing';
import { parseTimeline } from '../../src/data/parse-timeline.js';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { TableSource } from '../../src/index/table-source.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import { readText } from '../lib/browser-commands.js';
import { expectConserved, expectLegible } from './oracles.js';
import { layoutFor, seeded } from './sample.js';

const MIN_SPAN = 4;
const FILES = [
  'antiquities-act',
  'cabinet-turnover',
  'commencement_speeches',
  'country-former-names-spans',
  'football-internationals-1872',
  'gitlog-leaflet-8k',
  'history-of-the-world',
  'moma-directors',
  'nuclear-explosions-sipri',
  'nyphil-concerts-1911-1920',
  'presidential-terms',
  'space-launches',
  'storms-6hourly',
  'tate-artworks-5k',
];

/** The laws in the whole and in seeded views of all depths. */
function expectLaws(document: unknown, seed: number): void {
  const random = seeded(seed);
  for (const [width, height] of [
    [1200, 400],
    [340, 300],
  ] as const) {
    const source = new TableSource(finish(readTable(document)).table);
    const { layout } = layoutFor(source, width, height);
    const { home } = layout.input;
    const views: TimeSpan[] = [home];
    for (let i = 0; i < 6; i++) {
      const length = (home.end - home.start) * 2 ** (-14 * random());
      const start = home.start + (home.end - home.start) * random() - length / 2;
      views.push({ start, end: start + length });
    }
    for (const view of views) {
      const scene = sceneOf(layout, { view, selected: null, focused: null, moving: false }, MIN_SPAN);
      expectConserved(scene, source);
      expectLegible(scene);
    }
  }
}

describe('layout of what others have written', () => {
  for (const [i, file] of FILES.entries())
    it(`keeps the laws on ${file}.csv`, async function () {
      const text = await readText(`../shared/fixtures/csv/${file}.csv`);
      if (text === null) {
        console.warn(`skipped: no ../shared/fixtures/csv/${file}.csv`);
        return this.skip();
      }
      const { document } = await parseTimeline(text, { format: 'csv' });
      expect(document.events.length).to.be.greaterThan(2);
      expectLaws(document, i + 1);
    });

  it('keeps the laws on 66 events of one day', () => {
    const events = Array.from({ length: 66 }, (_, i) => ({
      id: `e${i}`,
      date: '2024-02-29',
      title: `Event ${i} of the day`,
    }));
    expectLaws({ events }, 66);
  });
});
