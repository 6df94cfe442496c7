import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { parseDate, type DateInput } from '../../src/time/parse-date.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords, seeded } from '../layout/sample.js';
import { keys, timezone, viewport } from '../lib/browser-commands.js';
import {
  canvasBox,
  clustersOf,
  find,
  focused,
  frames,
  markOf,
  marksOf,
  misplaced,
  mount,
  overlaps,
  parts,
  serialized,
  settled,
  sleep,
  type Shown,
  STORY_URL,
  textOf,
  until,
} from './mounted.js';

const DAY = 864e5;
// hunt
const RECORDS = randomRecords(300, 4711);

/** Brute force: each lane's stretches, as the dates are written. */
const stretches = RECORDS.flatMap(({ id, date, lane }) => {
  const read = date === 'unknown' ? null : parseDate(date as DateInput);
  if (!read?.ok) return [];
  return [lane].flat().map(name => ({ id: id as string, lane: name as string, ...read.value }));
});
const hull = {
  start: Math.min(...stretches.map(({ start }) => start).filter(Number.isFinite)),
  end: Math.max(...stretches.map(({ end }) => end).filter(Number.isFinite)),
};

/** Seeded views: the whole, beyond it, and stretches of it down to some hours. */
function* views(count: number, seed: number): Generator<TimeSpan> {
  const random = seeded(seed);
  const whole = hull.end - hull.start;
  yield { start: hull.start - whole * 0.2, end: hull.end + whole * 0.2 };
  for (let i = 1; i < count; i++) {
    const length = whole * 2 ** (-12 * random() ** 1.5);
    const start = hull.start + random() * whole - length / 2;
    yield { start, end: start + length };
  }
}

interface Box {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const boxOf = (what: string, node: Element): Box => {
  const { left, right, top, bottom } = node.getBoundingClientRect();
  return { what, left, right, top, bottom };
};
const meet = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5;

/** What of a mark is painted, label apart. */
function signBox(mark: HTMLElement): Box | null {
  const boxes = [...mark.querySelectorAll('.figure > :not(.halo)')].map(path => boxOf('sign', path));
  const painted = boxes.filter(({ left, right, top, bottom }) => right - left + bottom - top > 0);
  if (painted.length === 0) return null;
  return {
    what: `sign of ${mark.dataset.id}`,
    left: Math.min(...painted.map(box => box.left)),
    right: Math.max(...painted.map(box => box.right)),
    top: Math.min(...painted.map(box => box.top)),
    bottom: Math.max(...painted.map(box => box.bottom)),
  };
}

/** All that makes a picture at rest illegible, by the page's own boxes. */
function illegible(element: TimelineView): string[] {
  const canvas = canvasBox(element);
  const seen = (box: Box): boolean => box.right > canvas.left && box.left < canvas.right;
  const wrong: string[] = [];
  const signs: { mark: HTMLElement; box: Box }[] = [];
  const labels: { mark: HTMLElement; box: Box }[] = [];
  for (const mark of parts(element, 'mark')) {
    const sign = signBox(mark);
    if (sign && seen(sign)) signs.push({ mark, box: sign });
    const label = mark.querySelector('[part~="label"]');
    if (!label) continue;
    const box = boxOf(`label of ${mark.dataset.id}`, label);
    if (!seen(box)) continue;
    labels.push({ mark, box });
    if (box.left < canvas.left - 0.5 || box.right > canvas.right + 0.5)
      wrong.push(`${box.what} is cut at the side`);
    if (box.top < canvas.top - 0.5 || box.bottom > canvas.bottom + 0.5)
      wrong.push(`${box.what} is cut above or below`);
    for (const line of label.querySelectorAll('.line')) {
      const range = document.createRange();
      range.selectNodeContents(line);
      const text = range.getBoundingClientRect();
      if (text.width > box.right - box.left + 1)
        wrong.push(`text of ${box.what}: ${text.width} px in ${box.right - box.left}`);
    }
  }
  const pills = parts(element, 'cluster').map(pill => ({
    mark: pill,
    box: boxOf(`pill ${pill.dataset.key}`, pill),
  }));
  labels.forEach(({ mark, box }, i) => {
    for (const other of [...labels.slice(i + 1), ...signs, ...pills])
      if (other.mark !== mark && meet(box, other.box)) wrong.push(`${box.what} meets ${other.box.what}`);
  });
  for (const pill of pills)
    for (const { mark, box } of signs)
      if (meet(pill.box, box)) wrong.push(`${box.what} meets ${pill.box.what} (${mark.dataset.key})`);
  return wrong;
}

/** Where marks plus counts are not what overlaps the view, lane by lane. */
function lost(element: TimelineView, view: TimeSpan): string[] {
  const standing = [...marksOf(element), ...clustersOf(element)].filter(item => overlaps(item, view));
  const wrong: string[] = [];
  for (const lane of new Set(stretches.map(stretch => stretch.lane))) {
    const expected = stretches.filter(stretch => stretch.lane === lane && overlaps(stretch, view)).length;
    const found = standing.filter(item => item.lane === lane).reduce((sum, { count }) => sum + count, 0);
    if (found !== expected) wrong.push(`${lane}: ${found} of ${expected}`);
  }
  return wrong;
}

describe('laws 1 to 3: nothing lost, nothing false, nothing illegible', () => {
  for (const width of [320, 768, 1600])
    it(`hold in random views of 300 events at ${width} px`, async function () {
      await viewport({ width: Math.max(800, width), height: 700 });
      const element = await mount({ events: RECORDS as never }, { width });
      const random = seeded(width);
      let [clusters, labels] = [0, 0];
      for (const view of views(160, width + 7)) {
        // Every second one with an event selected, which always stands by itself.
        const chosen = random() < 0.5 ? stretches[Math.floor(random() * stretches.length)]!.id : null;
        element.selected = chosen;
        element.view = view;
        await element.ready;
        const what = `${JSON.stringify(view)}, selected ${chosen}`;
        for (const w of lost(element, view)) console.log(width, what, w);
        for (const w of misplaced(element, view)) console.log(width, what, w);
        for (const w of illegible(element)) console.log(width, what, w);
        if (chosen && stretches.some(stretch => stretch.id === chosen && overlaps(stretch, view)))
          expect(markOf(element, chosen), what).to.not.equal(undefined);
        clusters += clustersOf(element).length;
        labels += parts(element, 'label').length;
      }
      expect(clusters).to.be.greaterThan(0);
      expect(labels).to.be.greaterThan(14);
    });

  it.skip('hold for the story, where every label is whole from 780 px on', async () => {
    for (const width of [320, 500, 780]) {
      const element = await mount(
        { src: STORY_URL },
        { width, attributes: { view: '2025-08-01/2025-11-30' } },
      );
      expect(illegible(element), `${width} px`).to.eql([]);
      element.view = '';
      element.remove();
    }
  });

  it.skip('hold once the page has another font', async () => {
    const element = await mount({ events: RECORDS.slice(0, 40) as never });
    element.parentElement!.style.cssText += '; font-family: monospace; letter-spacing: 1px';
    await sleep(100);
    await settled(element);
    expect(illegible(element)).to.eql([]);
    element.style.setProperty('--timeline-label-size', '20px');
    await sleep(100);
    await settled(element);
    expect(illegible(element)).to.eql([]);
  });
});

/** What must not change by panning: row, label and side of a mark, row and count of a cluster. */
interface Standing extends Shown {
  readonly from: number;
  readonly to: number;
  readonly told: string;
}

function standing(element: TimelineView): Map<string, Standing> {
  const canvas = canvasBox(element);
  const view = element.view;
  const all = new Map<string, Standing>();
  for (const mark of marksOf(element)) {
    const label = mark.node.querySelector('[part~="label"]');
    const box = label?.getBoundingClientRect();
    const side = label && ['after', 'before', 'above', 'inside'].find(name => label.classList.contains(name));
    all.set(mark.key, {
      ...mark,
      from: Math.min(mark.left, box ? box.left - canvas.left : Infinity),
      to: Math.max(mark.right, box ? box.right - canvas.left : -Infinity),
      told: `${Math.round(mark.top)} ${side ?? 'bare'} ${textOf(label)}`,
    });
  }
  for (const cluster of clustersOf(element)) {
    // Those at an edge hold what reaches in from beyond it.
    if (cluster.node.matches('.start, .end')) continue;
    const [from, to] = [cluster.start, cluster.end].map(
      moment => ((moment - view.start) / (view.end - view.start)) * canvas.width,
    );
    all.set(cluster.key, {
      ...cluster,
      from: Math.min(cluster.left, from!),
      to: Math.max(cluster.right, to!),
      told: `${Math.round(cluster.top)} ${cluster.count}`,
    });
  }
  return all;
}

/** What changed of that which stays wholly in view while all moves by `dx` px. */
function changed(
  before: Map<string, Standing>,
  after: Map<string, Standing>,
  dx: number,
  width: number,
): string[] {
  const stays = (from: number, to: number): boolean =>
    from >= 1 && to <= width - 1 && from + dx >= 1 && to + dx <= width - 1;
  const wrong: string[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [a, b] = [before.get(key), after.get(key)];
    const from = Math.min(a?.from ?? Infinity, (b?.from ?? Infinity) - dx);
    const to = Math.max(a?.to ?? -Infinity, (b?.to ?? -Infinity) - dx);
    if (stays(from, to) && a?.told !== b?.told) wrong.push(`${key}: ${a?.told} → ${b?.told}`);
  }
  return wrong;
}

/** Presses the mouse, moves it step by step, `each` after each, and rests before letting go: nothing glides. */
async function dragSlowly(
  element: TimelineView,
  dx: number,
  steps: number,
  each: (step: number) => void | Promise<void> = () => {},
): Promise<void> {
  const { left, top, width } = find(element, '.stage')!.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2 - dx / 2), Math.round(top + 470)];
  await sendMouse({ type: 'move', position: [x, y] });
  await sendMouse({ type: 'down' });
  for (let i = 1; i <= steps; i++) {
    await sendMouse({ type: 'move', position: [x + Math.round((dx * i) / steps), y] });
    await frames(1);
    await each(i);
  }
  await sleep(150);
  await sendMouse({ type: 'up' });
  await settled(element);
}

