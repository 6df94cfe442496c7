import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { Lane } from '../../src/data/timeline-event.js';
import { LaneTree } from '../../src/index/lane-tree.js';

const lane = (id: string, parent: string | null = null, collapsed = false): Lane => ({
  id,
  title: id.toUpperCase(),
  parent,
  collapsed,
});
const tree = (lanes: readonly Lane[], used: string, choices: Record<string, boolean> = {}): LaneTree =>
  new LaneTree(lanes, new Set(used.split(' ')), new Map(Object.entries(choices)));
const told = ({ shown }: LaneTree): string =>
  shown.map(({ id, depth, collapsed }) => `${id}${depth}${collapsed ? '+' : ''}`).join(' ');

describe('new LaneTree(lanes, used, choices)', () => {
  const family = [
    lane('b'),
    lane('a2', 'a'),
    lane('a'),
    lane('a1', 'a'),
    lane('a21', 'a2'),
    lane('c', null, true),
  ];

  it('puts parents before their children, and siblings in the order of the document', () => {
    expect(told(tree(family, 'a a1 a2 a21 b c'))).to.equal('b0 a0 a21 a212 a11 c0+');
  });

  it('keeps a parent without events while any lane below it has some, and nothing else without', () => {
    expect(told(tree(family, 'b a21'))).to.equal('b0 a0 a21 a212');
    expect(told(tree(family, 'b'))).to.equal('b0');
  });

  it('shows of a collapsed lane itself alone, as the reader chose or else as the document says', () => {
    const folded = tree(family, 'a a1 a2 a21 b c', { a: true, c: false });
    expect(told(folded)).to.equal('b0 a0+ c0');
    expect(folded.shownBy('a')).to.eql(['a', 'a2', 'a21', 'a1']);
    expect(folded.showing('a21')).to.equal('a');
    expect(told(tree(family, 'a a1 a2 a21 b', { a2: true }))).to.equal('b0 a0 a21+ a11');
  });

  it('collapses nothing where there is but one lane, or no title to expand it by', () => {
    expect(told(tree([lane('a', null, true)], 'a'))).to.equal('a0');
    expect(told(tree([{ ...lane('x', null, true), title: '' }, lane('b')], 'x b'))).to.equal('x0 b0');
  });

  it('leaves every lane its place, whatever is collapsed: the colours stay', () => {
    const places = (of: LaneTree) => family.map(({ id }) => of.placeOf(id));
    const all = 'a a1 a2 a21 b c';
    expect(places(tree(family, all, { a: true }))).to.eql(places(tree(family, all)));
  });

  it('takes the unnamed lane for no parent, and a chain of ten thousand lanes', () => {
    expect(told(tree([{ ...lane(''), title: '' }, lane('b')], 'b'))).to.equal('b0');
    const chain = Array.from({ length: 10_000 }, (_, i) => lane(`l${i}`, i ? `l${i - 1}` : null));
    expect(tree(chain, 'l9999').shown).to.have.lengthOf(10_000);
  });

  it('shows every used lane in exactly one that is shown, which is the outermost collapsed one above it or itself', () => {
    const lanes = fc
      .array(fc.tuple(fc.nat(), fc.boolean(), fc.boolean()), { minLength: 2, maxLength: 14 })
      .map(list =>
        list.map(([parent, collapsed, used], i) => ({
          lane: lane(`l${i}`, parent % (i + 1) === i ? null : `l${parent % (i + 1)}`, collapsed),
          used,
        })),
      );
    fc.assert(
      fc.property(lanes, list => {
        const all = list.map(({ lane: one }) => one);
        const used = list.filter(one => one.used).map(({ lane: { id } }) => id);
        const found = new LaneTree(all, new Set(used), new Map());
        const byId = new Map(all.map(one => [one.id, one]));
        const upwards = (id: string | null): Lane[] =>
          id === null ? [] : [byId.get(id)!, ...upwards(byId.get(id)!.parent)];
        const needed = new Set(used.flatMap(id => upwards(id).map(one => one.id)));
        for (const id of used) {
          const way = upwards(id);
          const expected = needed.size > 1 ? (way.filter(one => one.collapsed).at(-1) ?? way[0]!) : way[0]!;
          expect(found.showing(id)).to.equal(expected.id);
          const showing = found.shown.filter(one => found.shownBy(one.id).includes(id));
          expect(showing.map(one => one.id)).to.eql([expected.id]);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
