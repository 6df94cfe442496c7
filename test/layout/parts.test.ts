import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { allocateUnits } from '../../src/layout/allocate-units.js';
import { viewOpening, viewWith } from '../../src/layout/event-focus.js';
import { laneColor } from '../../src/layout/lane-color.js';
import { placePeek } from '../../src/layout/place-peek.js';
import { markKey, markOfKey } from '../../src/layout/mark-key.js';
import { Rows } from '../../src/layout/rows.js';
import { slideOf } from '../../src/layout/scene-mark.js';
import type { SceneCluster } from '../../src/layout/scene.js';
import { SceneLinks } from '../../src/layout/links.js';
import { sceneOf } from '../../src/layout/scene-of.js';
import { shortenTitle, wrapTitle } from '../../src/layout/wrap-title.js';
import { layoutOf, metrics } from './sample.js';

const width = (text: string): number => metrics.measure(text, 'title');

describe('wrapTitle(title, max, metrics)', () => {
  it('keeps one line where it fits and offers two as equal as the words allow', () => {
    const [one, two] = wrapTitle('The report is published today', 320, metrics);
    expect(one!.lines).to.deep.equal(['The report is published today']);
    expect(two!.lines).to.deep.equal(['The report is', 'published today']);
    expect(wrapTitle('Short', 320, metrics)).to.have.length(1);
  });

  it('breaks only at words, and says all of it', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 12 }), words => {
        for (const { lines, whole } of wrapTitle(words.join(' '), 200, metrics)) {
          for (const line of lines) expect(width(line)).to.be.at.most(200 + width('…'));
          if (whole) expect(lines.join(' ')).to.equal(words.join(' '));
          else {
            expect(words.join(' ').startsWith(lines.join(' ').replace(/…$/, ''))).to.equal(true);
            for (let at = 1; at < words.length; at++) {
              const two = [words.slice(0, at), words.slice(at)].map(line => width(line.join(' ')));
              expect(Math.max(...two), words.join(' ')).to.be.greaterThan(200);
            }
          }
        }
      }),
      { seed: 3 },
    );
  });

  it('breaks a word that is too long between graphemes, never inside one', () => {
    const family = '👨‍👩‍👧';
    const [broken] = wrapTitle(family.repeat(8), 300, metrics);
    expect(broken!.lines.join('').replace('…', '').split(family).join('')).to.equal('');
  });

  it('breaks at a soft hyphen and shows it there alone', () => {
    const [title] = wrapTitle(
      'Unter\u00adsuchungs\u00adausschuss und Verfassungs\u00adgericht',
      200,
      metrics,
    );
    expect(title!.lines.join(' ')).not.to.contain('\u00ad');
  });

  it('shortens after a whole word where two lines do not hold it', () => {
    const [title] = wrapTitle('one two three four five six seven eight nine ten', 100, metrics);
    expect(title!.whole).to.equal(false);
    expect(title!.lines[1]).to.match(/^(\w+ )*\w+…$/);
    expect(shortenTitle('one two three', width('one two…'), metrics)!.lines).to.deep.equal(['one two…']);
    expect(shortenTitle('unbroken', 20, metrics)).to.equal(null);
  });
});

describe('Rows', () => {
  it('agrees with a walk over all that is taken', () => {
    const box = fc.record({ row: fc.nat(5), left: fc.nat(100), length: fc.integer({ min: 1, max: 40 }) });
    fc.assert(
      fc.property(fc.array(box, { maxLength: 40 }), boxes => {
        const rows = new Rows(7);
        const taken: { row: number; left: number; right: number }[] = [];
        for (const { row, left, length } of boxes) {
          const right = left + length;
          const free = !taken.some(
            t => (t.row === row || t.row === row + 1) && t.left < right && left < t.right,
          );
          expect(rows.isFree(row, 2, { left, right })).to.equal(free);
          if (!free) continue;
          rows.take(row, 2, { left, right });
          taken.push({ row, left, right }, { row: row + 1, left, right });
        }
      }),
      { seed: 4 },
    );
  });

  it('gives back what is released', () => {
    const rows = new Rows(2);
    rows.take(0, 2, { left: 0, right: 10 });
    expect(rows.firstFree(1, { left: 5, right: 6 })).to.equal(-1);
    rows.release(0, 2, { left: 0, right: 10 });
    expect(rows.firstFree(2, { left: 5, right: 6 })).to.equal(0);
  });
});

describe('allocateUnits(wishes, available, least)', () => {
  it('gives what is wished for where there is enough, and shares evenly where there is not', () => {
    expect(allocateUnits([3, 9, 4], 20, 2)).to.deep.equal([3, 9, 4]);
    expect(allocateUnits([2, 50, 40], 20, 2)).to.deep.equal([2, 9, 9]);
    expect(allocateUnits([9, 9, 9], 3, 2)).to.deep.equal([2, 2, 2]);
  });
});

describe('laneColor(color, index)', () => {
  it('takes theme numbers, hex and named colours, and nothing that could carry more', () => {
    expect(laneColor('3', 0)).to.equal('var(--_color-3)');
    expect(laneColor('#c00', 0)).to.equal('#c00');
    expect(laneColor('rebeccapurple', 0)).to.equal('rebeccapurple');
    for (const bad of [
      '9',
      'red;background:url(//x)',
      'url(x)',
      'var(--x)',
      '#12',
      '#0000',
      'transparent',
      'inherit',
      'rgb(0,0,0)',
      '',
    ])
      expect(laneColor(bad, 9), bad).to.equal('var(--_color-2)');
  });
});

describe('slideOf(left, slide)', () => {
  it('keeps a label in the view as long as its bar lasts', () => {
    expect(slideOf(50, 100)).to.equal(0);
    expect(slideOf(-30, 100)).to.equal(34);
    expect(slideOf(-300, 100)).to.equal(100);
    expect(slideOf(-30, 0)).to.equal(0);
  });
});

describe('views that show something', () => {
  const at = (date: string) => layoutOf([{ id: 'e', date, title: 'e' }]).source.get('e')!.span!;
  const january = { start: Date.UTC(2025, 0, 1), end: Date.UTC(2025, 1, 1) };

  it('viewWith moves no more than needed, and not at all for what is seen', () => {
    expect(viewWith(at('2025-01-15'), january)).to.equal(january);
    const later = viewWith(at('2025-03-01'), january);
    expect(later.end - later.start).to.equal(january.end - january.start);
    expect(later.start).to.be.below(Date.UTC(2025, 2, 1));
    expect(later.end).to.be.above(Date.UTC(2025, 2, 2));
    const long = viewWith(at('2024-06-01/2025-12-31'), january);
    expect(long).to.equal(january);
  });

  it('viewOpening comes at least twice as close', () => {
    const anchors = { start: Date.UTC(2025, 0, 10), end: Date.UTC(2025, 0, 11) };
    const cluster = { anchors, start: Date.UTC(2020, 0), end: Date.UTC(2030, 0) } as SceneCluster;
    const view = viewOpening(cluster, january);
    expect(view.end - view.start).to.be.at.most((january.end - january.start) / 2);
    expect(view.start).to.be.below(anchors.start);
    expect(view.end).to.be.above(anchors.end);
  });
});

describe('placePeek(mark, peek, root)', () => {
  it('never covers the mark', () => {
    const box = fc.record({
      x: fc.integer({ min: -50, max: 900 }),
      y: fc.integer({ min: 0, max: 500 }),
      width: fc.integer({ min: 24, max: 400 }),
      height: fc.constant(24),
    });
    fc.assert(
      fc.property(box, mark => {
        const peek = { width: 200, height: 80 };
        const { y } = placePeek(mark, peek, { x: 0, y: 0, width: 800, height: 600 });
        expect(y + peek.height <= mark.y || y >= mark.y + mark.height).to.equal(true);
      }),
      { seed: 5 },
    );
  });
});

describe('sceneOf(layout, request)', () => {
  const record = (id: string, date: string, more = {}) => ({ id, date, title: id, ...more });

  it('draws a stretch exactly as long as its date, and a target around what is narrower', () => {
    const home = { start: Date.UTC(2025, 7, 1), end: Date.UTC(2025, 11, 1) };
    const { layout } = layoutOf([record('august', '2025-08'), record('day', '2025-10-02')], 1000, 400, home);
    const scene = sceneOf(layout, { view: home, selected: null, focused: null, moving: false }, 4);
    const k = 1000 / (home.end - home.start);
    const [august, day] = scene.marks;
    expect(august!.x).to.equal(0);
    expect(august!.width).to.be.closeTo((Date.UTC(2025, 8, 1) - home.start) * k, 1e-6);
    expect(day!.width).to.equal(24);
    expect(day!.x + 12).to.be.closeTo((Date.UTC(2025, 9, 2, 12) - home.start) * k, 1e-6);
  });

  it('clamps a bar of 1e12 screens to the buffer, finite and covering the view', () => {
    const view = { start: 0, end: 4 };
    const { layout } = layoutOf(
      [record('era', 'Y-200000/Y200000', { kind: 'era' }), record('now', '1970-01-01')],
      800,
      300,
    );
    const { marks, washes } = sceneOf(layout, { view, selected: null, focused: null, moving: false }, 4);
    const era = marks.find(mark => mark.era)!;
    expect([era.x, era.width]).to.deep.equal([-800, 2400]);
    expect([washes[0]!.x, washes[0]!.width]).to.deep.equal([-800, 2400]);
  });

  it('is known until asOf, open beyond', () => {
    const home = { start: Date.UTC(2025, 8, 1), end: Date.UTC(2025, 11, 1) };
    const { layout } = layoutOf(
      { asOf: '2025-10-31', events: [record('war', '2025-09-02/..')] },
      910,
      300,
      home,
    );
    const [{ sign, start, end }] = sceneOf(
      layout,
      { view: home, selected: null, focused: null, moving: false },
      4,
    ).marks as [ReturnType<typeof sceneOf>['marks'][number]];
    expect([start, end, sign.openEnd]).to.deep.equal([Date.UTC(2025, 8, 2), Infinity, true]);
    expect(sign.knownX).to.be.closeTo(600, 1e-6);
    expect(sign.x1).to.equal(1820 - 10);
  });

  it('joins the selected event with those it names and those that name it', () => {
    const { layout } = layoutOf([
      record('a', '2025-01-01', { links: [{ to: 'b', rel: 'responds-to' }] }),
      record('b', '2025-02-01'),
      record('c', '2025-03-01', { links: [{ to: 'a', rel: 'contradicts' }] }),
    ]);
    const view = layout.input.home;
    const { links } = sceneOf(
      layout,
      { view, selected: 'a', focused: null, moving: false, arcs: new SceneLinks() },
      4,
    );
    expect(links.map(({ key }) => key)).to.deep.equal(['a>b>responds-to', 'c>a>contradicts']);
    expect(sceneOf(layout, { view, selected: null, focused: null, moving: false }, 4).links).to.deep.equal(
      [],
    );
  });
});

describe('markKey(id, lane)', () => {
  it('is read back, and no two pairs share one, whatever their characters', () => {
    const text = fc.string({ maxLength: 6, unit: fc.constantFrom('a', '@', '#', ':', '1', 'é') });
    fc.assert(
      fc.property(text, text, text, text, (id, lane, id2, lane2) => {
        expect(markOfKey(markKey(id, lane))).to.deep.equal({ id, lane });
        if (id !== id2 || lane !== lane2) expect(markKey(id, lane)).not.to.equal(markKey(id2, lane2));
      }),
      { seed: 6 },
    );
    expect(markOfKey('#3:a@b#0:5')).to.equal(null);
  });
});

describe('a crowd', () => {
  const at = (layout: Parameters<typeof sceneOf>[0]) =>
    sceneOf(layout, { view: layout.input.home, selected: null, focused: null, moving: false }, 4);

  it('of hundreds at one day, with long titles, is drawn and counted', () => {
    for (const [count, width] of [
      [251, 800],
      [400, 320],
    ] as const) {
      const events = Array.from({ length: count }, (_, i) => ({
        id: `e${i}`,
        date: '2025-08-01',
        title: 'a title that is as long as those of a newspaper, and even longer than most',
      }));
      const { marks, clusters } = at(layoutOf(events, width, 300).layout);
      expect(marks.length + clusters.reduce((sum, { count: n }) => sum + n, 0)).to.equal(count);
    }
  });

  it('of eras, each alone in its lane, has a place for each', () => {
    const eras = Array.from({ length: 30 }, (_, i) => ({
      id: `e${i}`,
      date: `${1900 + i}/2000`,
      title: 'era',
      kind: 'era',
      lane: `l${i}`,
    }));
    const { marks, clusters } = at(layoutOf(eras, 600, 300).layout);
    for (const { y } of [...marks, ...clusters]) expect(Number.isFinite(y)).to.equal(true);
    expect(new Set(marks.map(({ x, y }) => `${x},${y}`)).size).to.equal(marks.length);
  });

  it('gives its labels to the important first', () => {
    const events = Array.from({ length: 60 }, (_, i) => ({
      id: `e${i}`,
      date: '2025-08-01',
      title: `event number ${i}`,
      importance: i === 37 ? 1 : 0.5,
    }));
    const { marks } = at(layoutOf(events, 600, 200).layout);
    expect(marks.find(({ event }) => event.id === 'e37')?.label?.lines.join(' ')).to.equal('event number 37');
    expect(marks.length).to.be.below(60);
  });

  it('takes the colour of the event before that of its lane', () => {
    const [own, lane] = at(
      layoutOf([
        { id: 'a', date: '2025-01-01', title: 'a', color: '#c00' },
        { id: 'b', date: '2025-02-01', title: 'b' },
      ]).layout,
    ).marks;
    expect([own!.color, lane!.color]).to.deep.equal(['#c00', 'var(--_color-1)']);
  });
});
