import { expect } from '@open-wc/testing';
import { readTable } from '../../src/data/read-table.js';
import { finish } from '../../src/data/work.js';
import { AS_WRITTEN, arrange } from '../../src/index/arrangement.js';
import { shownMeanings } from '../../src/index/shown-meanings.js';
import { TableSource } from '../../src/index/table-source.js';

const LANES = [
  { id: 'europe', title: 'Europe', color: '3' },
  { id: 'france', title: 'France', parent: 'europe' },
  { id: 'spain', title: 'Spain', parent: 'europe' },
  { id: 'asia', title: 'Asia' },
];

/** What the legend of three lanes says, as `lane:title:colour`, where some are collapsed. */
function told(collapsed: readonly string[], colorBy = 'lane', color?: string): string[] {
  const lanes = LANES.map(lane => ({
    ...lane,
    ...(color && { color }),
    collapsed: collapsed.includes(lane.id),
  }));
  const events = ['france', 'spain', 'asia', 'asia'].map((lane, i) => ({
    id: `e${i}`,
    title: `Event ${i}`,
    date: `200${i}`,
    lane,
    status: i % 2 ? 'reported' : 'alleged',
  }));
  const { table } = finish(readTable({ lanes, events }));
  const arranged = arrange(table, { ...AS_WRITTEN, colorBy });
  const source = new TableSource(arranged.table, { coloring: arranged.coloring });
  const meanings = shownMeanings(arranged, source);
  expect(shownMeanings(arranged, source)).to.equal(meanings);
  return meanings.map(({ value, title, color }) => `${value}:${title}:${color}`);
}

describe('shownMeanings(arranged, source)', () => {
  it('tells the colours of all lanes with events where each is shown, collapsed by itself or not', () => {
    const all = told([]);
    expect(all.map(text => text.split(':')[1])).to.eql(['France', 'Spain', 'Asia']);
    expect(told(['asia', 'france'])).to.eql(all);
  });

  it('tells the colour of a collapsed lane, which stands for several, and of none within it', () => {
    expect(told(['europe'])).to.eql(['null:Europe:3', told([])[2]]);
  });

  it('leaves what other colours mean as it is', () => {
    expect(told(['europe'], 'status')).to.eql(told([], 'status'));
  });

  it('tells nothing where all have one colour', () => {
    expect(told([], 'lane', '2')).to.eql([]);
    expect(told(['europe'], 'lane', '2')).to.eql([]);
  });
});
