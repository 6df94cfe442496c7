import { expect, fixture, html } from '@open-wc/testing';
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
const RECORDS = randomRecords(300, 42);

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


it('hunt', async () => {
  await viewport({ width: 1300, height: 900 });
  const element = await mount({ src: STORY_URL }, { width: 300, attributes: { view: '2025-08-01/2025-11-30' } });
  for (let w = 290; w < 1250; w += 6) {
    element.parentElement!.style.width = w + 'px';
    await settled(element);
    for (const view of ['', '2025-08-01/2025-11-30', '2025-10-15/2025-11-30']) for (const sel of [null, 'claim', 'order']) {
      element.selected = sel;
      element.view = view as never; await settled(element);
      for (const x of illegible(element)) console.log(w, canvasBox(element).width, view, sel, x);
    }
  }
}).timeout(200000);
