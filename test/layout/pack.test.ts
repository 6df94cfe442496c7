import { expect } from '@esm-bundle/chai';
import { boxOf, reachOf, type Item, type Pose, type Reach } from '../../src/layout/item.js';
import { pack } from '../../src/layout/pack.js';
import { shareHeight, type LaneNeeds } from '../../src/layout/share-height.js';
import { Standing } from '../../src/layout/standing.js';
import { posesOf, staysHome, type PoseContext } from '../../src/layout/poses.js';
import { layoutOf, metrics, randomRecords, seeded } from './sample.js';

const WIDTH = 1000;
const context: PoseContext = {
  pxPerMs: 1,
  origin: 0,
  metrics,
  home: { left: 0, right: WIDTH },
  widest: WIDTH,
};

/** Items with a title each, of no length or some, over a px a ms. */
function items(count: number, seed: number, longest = 0): Item[] {
  const random = seeded(seed);
  const events = Array.from({ length: count }, (_, i) => {
    const start = Math.floor(random() * WIDTH);
    const length = Math.floor(random() * longest);
    return {
      id: `e${i}`,
      start: new Date(start).toISOString(),
      end: new Date(start + length).toISOString(),
      title: 'Title '.repeat(1 + Math.floor(random() * 4)).trim(),
    };
  });
  return [...layoutOf({ events }, WIDTH, 400).layout.bands[0]!.items];
}

const labelled = (item: Item): Pose[] => posesOf(item, false, context);

const after = (item: Item): Pose[] =>
  labelled(item).filter(({ side, units }) => side === 'after' && units === 2);

/** Most labels after their marks that one row can have, by trying all sets of them. */
function mostInOneRow(items: readonly Item[]): number {
  const reaches = items.flatMap(item => after(item).map(pose => reachOf(item, pose, context)));
  const most = (from: number, taken: readonly Reach[]): number => {
    const next = reaches[from];
    if (!next) return taken.length;
    const without = most(from + 1, taken);
    const fits = taken.every(({ left, right }) => next.right <= left || right <= next.left);
    return fits ? Math.max(without, most(from + 1, [...taken, next])) : without;
  };
  return most(0, []);
}

describe('open(standing, ranked)', () => {
  it('sets no label on two lines beside a bar that is long enough where any row has room for one over it', () => {
    let over = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { layout } = layoutOf(randomRecords(60, seed, 1), 1200, 300);
      const standing = layout.bands[0]!.levels.level(0);
      for (const { item, unit, pose } of standing.all()) {
        const { left, right } = boxOf(item, standing.context);
        if (item.era || pose.title?.lines.length !== 2 || right - left < pose.width) continue;
        if (pose.side === 'above') {
          over++;
          continue;
        }
        standing.release(item);
        for (const other of posesOf(item, false, standing.context)) {
          if (other.side !== 'above' || !staysHome(item, other, standing.context)) continue;
          for (let at = 0; at < standing.units; at++)
            expect(standing.isFree(item, at, other), `${seed}: ${item.key}`).to.equal(false);
        }
        standing.take(item, unit, pose);
      }
    }
    expect(over).to.be.greaterThan(5);
  });
});

describe('pack(standing, items, posesFor)', () => {
  it('gets as many labels into one row as any choice could, and no fewer where they may take either side', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const some = items(12, seed);
      const count = (posesFor: (item: Item) => Pose[]): number => {
        const standing = new Standing(context, 2);
        pack(standing, some, posesFor);
        return standing.all().length;
      };
      const most = mostInOneRow(some);
      expect(count(after), `seed ${seed}`).to.equal(most);
      expect(count(labelled), `seed ${seed}`).to.be.at.least(most);
    }
  });

  it('takes the long ones first', () => {
    const many = items(60, 5, 200);
    const standing = new Standing(context, 4);
    pack(standing, many, labelled);
    const length = ({ start, end }: Item): number => end - start;
    const longest = [...many].sort((a, b) => length(b) - length(a))[0]!;
    expect(standing.get(longest)).not.to.equal(undefined);
  });

  it('leaves what stands where it is', () => {
    const many = items(40, 7);
    const standing = new Standing(context, 6);
    const [first] = many;
    const [pose] = labelled(first!);
    standing.take(first!, 2, pose!);
    pack(standing, many.slice(1), labelled);
    expect(standing.get(first!)).to.eql({ item: first, unit: 2, pose });
    expect(standing.all().length).to.be.greaterThan(5);
  });

  it('knows no order of what it is given', () => {
    const many = items(80, 11, 60);
    const places = (order: readonly Item[]): string[] => {
      const standing = new Standing(context, 6);
      pack(standing, order, labelled);
      return standing
        .all()
        .map(({ item, unit, pose }) => `${item.key} ${unit} ${pose.side}`)
        .sort();
    };
    expect(places([...many].reverse())).to.eql(places(many));
  });
});

describe('shareHeight(lanes, height)', () => {
  const lane = (rich: number, plain: number, isCrowd = true): LaneNeeds => ({
    wish: wanted => (wanted ? rich : plain),
    isCrowd,
    isLow: false,
  });
  const total = (lanes: readonly LaneNeeds[], available: number): number => {
    const { lanes: found, sharesHead } = shareHeight(lanes, { available, unit: 12, titles: true });
    return found.reduce((sum, { height }) => sum + height, sharesHead ? 24 : 0);
  };

  it('fills the height, and exceeds it only where lanes with a mark each do', () => {
    const random = seeded(3);
    for (let i = 0; i < 200; i++) {
      const lanes = Array.from({ length: 1 + Math.floor(random() * 6) }, () => {
        const plain = 2 + Math.floor(random() * 20);
        return lane(plain + Math.floor(random() * 8), plain, random() < 0.8);
      });
      const available = 100 + Math.floor(random() * 900);
      const least = lanes.length * (24 + 24 + 4) + 24;
      if (least > available) expect(total(lanes, available)).to.be.greaterThan(available);
      else expect(total(lanes, available)).to.be.closeTo(available, 1e-6);
    }
  });

  it('gives a low lane the row of its title, and all that is to spare to the others', () => {
    const random = seeded(5);
    for (let i = 0; i < 100; i++) {
      const lanes = Array.from({ length: 2 + Math.floor(random() * 6) }, () => {
        const wish = 2 + Math.floor(random() * 12);
        return { ...lane(wish, wish, random() < 0.7), isLow: random() < 0.5 };
      });
      const found = shareHeight(lanes, { available: 900, unit: 12, titles: true });
      const isAnyCollapsed = lanes.some(({ isLow, isCrowd }) => isLow && isCrowd);
      expect(found.hasFoot).to.equal(found.sharesHead || isAnyCollapsed);
      const low = found.lanes.filter((_, at) => lanes[at]!.isLow);
      for (const { height, units, pill } of low) expect([height, units, pill]).to.eql([24 + found.pad, 0, 0]);
      const total = found.lanes.reduce((sum, { height }) => sum + height, found.hasFoot ? 24 : 0);
      if (low.length < lanes.length) expect(total).to.be.closeTo(900, 1e-6);
    }
  });

  it('moves pills beside the titles only where labels would go without a row', () => {
    const lanes = [lane(6, 5), lane(6, 5)];
    const at = (available: number) => shareHeight(lanes, { available, unit: 12, titles: true });
    expect(at(2 * (24 + 24 + 8 + 60)).sharesHead).to.equal(false);
    const tight = at(2 * (24 + 24 + 8 + 60) - 1);
    expect(tight.sharesHead).to.equal(true);
    expect(tight.lanes.map(({ head, pill }) => [head, pill])).to.eql([
      [24, 0],
      [24, 0],
    ]);
    expect(shareHeight(lanes.slice(1), { available: 60, unit: 12, titles: true }).sharesHead).to.equal(false);
  });
});
