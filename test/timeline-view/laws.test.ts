import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { parseDate, type DateInput } from '../../src/time/parse-date.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';
import type { TimelineView } from '../../src/timeline-view.js';
import { randomRecords, seeded } from '../layout/sample.js';
import { keys, viewport } from '../lib/browser-commands.js';
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
import { illegible, type Box } from './legible.js';

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
      for (const view of views(14, width)) {
        // Every second one with an event selected, which always stands by itself.
        const chosen = random() < 0.5 ? stretches[Math.floor(random() * stretches.length)]!.id : null;
        element.selected = chosen;
        element.view = view;
        await settled(element);
        const what = `${JSON.stringify(view)}, selected ${chosen}`;
        expect(lost(element, view), what).to.eql([]);
        expect(misplaced(element, view), what).to.eql([]);
        expect(illegible(element), what).to.eql([]);
        if (chosen && stretches.some(stretch => stretch.id === chosen && overlaps(stretch, view)))
          expect(markOf(element, chosen), what).to.not.equal(undefined);
        clusters += clustersOf(element).length;
        labels += parts(element, 'label').length;
      }
      expect(clusters).to.be.greaterThan(0);
      expect(labels).to.be.greaterThan(5);
    });

  it('hold for the story, where every label is whole from 780 px on', async () => {
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

  it('hold once the page has another font', async () => {
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
    const beside = besideTitle(element, cluster);
    all.set(cluster.key, {
      ...cluster,
      from: Math.min(cluster.left - beside.start, from!),
      to: Math.max(cluster.right + beside.end, to!),
      told: `${Math.round(cluster.top)} ${cluster.count}`,
    });
  }
  return all;
}

/** How much of the row of a pill the title of its lane takes, and the pills at the edges: what comes under them is gathered there. */
function besideTitle(
  element: TimelineView,
  cluster: Pick<Box, 'top' | 'bottom'>,
): { start: number; end: number } {
  const canvas = canvasBox(element);
  for (const title of parts(element, 'lane-label')) {
    const { top, bottom, right } = title.getBoundingClientRect();
    if (top < cluster.bottom + canvas.top && bottom > cluster.top + canvas.top)
      return { start: right - canvas.left + 50, end: 46 };
  }
  return { start: 0, end: 0 };
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

/** Where the stage can be dragged and no mark is under the mouse. */
const underAxis = (element: TimelineView): number =>
  Math.round(find(element, '.axis')!.getBoundingClientRect().bottom + 36);

/** Presses the mouse, moves it step by step, `each` after each, and rests before letting go: nothing glides. */
async function dragSlowly(
  element: TimelineView,
  dx: number,
  steps: number,
  each: (step: number) => void | Promise<void> = () => {},
): Promise<void> {
  const { left, width } = find(element, '.stage')!.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2 - dx / 2), underAxis(element)];
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

describe('law 4: stable', () => {
  it('a drag changes no row, label or cluster of what stays in view', async () => {
    const element = await mount({ events: RECORDS as never });
    let compared = 0;
    for (const [view, dx] of [
      [{ start: Date.UTC(1990, 0), end: Date.UTC(2016, 0) }, 200],
      [{ start: Date.UTC(1993, 0), end: Date.UTC(1996, 0) }, -310],
      [{ start: Date.UTC(1992, 4), end: Date.UTC(1992, 11) }, 173],
    ] as const) {
      element.view = view;
      await settled(element);
      const { width } = canvasBox(element);
      const before = standing(element);
      await dragSlowly(element, dx, 6);
      const moved = ((view.start - element.view.start) / (view.end - view.start)) * width;
      expect(moved).to.be.closeTo(dx, 1);
      const after = standing(element);
      expect(changed(before, after, moved, width)).to.eql([]);
      expect(misplaced(element, element.view)).to.eql([]);
      expect(illegible(element)).to.eql([]);
      compared += [...before.keys()].filter(key => after.has(key)).length;
    }
    expect(compared).to.be.greaterThan(60);
  });

  it('no scroll bar comes and goes with the view or with what is selected', async () => {
    const element = await mount({ events: RECORDS as never }, { width: 768 });
    const widths = new Set<number>();
    for (const view of views(8, 768))
      for (const selected of [null, 'e170', 'e97']) {
        element.selected = selected;
        element.view = view;
        await element.ready;
        widths.add(canvasBox(element).width);
        expect(misplaced(element, view)).to.eql([]);
      }
    expect([...widths]).to.have.length(1);
  });

  it('the focused event stays a mark, and its node, however far the view zooms out', async () => {
    const element = await mount({ events: RECORDS as never }, { width: 500 });
    const alone = new Set(marksOf(element).map(({ id }) => id));
    // One that has no room of its own in the whole.
    const crowded = stretches.find(
      ({ id, kind, end, start }) => kind === 'within' && end - start < 2e8 && !alone.has(id),
    )!;
    element.view = { start: crowded.start - 40 * DAY, end: crowded.end + 40 * DAY };
    await settled(element);
    const mark = markOf(element, crowded.id)!;
    mark.node.focus();
    for (let i = 0; i < 7; i++) {
      await keys('-');
      for (let frame = 0; frame < 8; frame++) {
        await frames(1);
        expect(focused(), `step ${i}, frame ${frame}`).to.equal(mark.node);
      }
      // Resolves at rest, and goes nowhere else.
      await element.show(element.view);
      await settled(element);
      expect(focused()).to.equal(mark.node);
      expect(mark.node.dataset.id).to.equal(mark.id);
      expect(lost(element, element.view)).to.eql([]);
    }
    // It would not stand there by itself.
    expect(element.view.end - element.view.start).to.be.greaterThan(20 * 365 * DAY);
    mark.node.blur();
    await settled(element);
    expect(markOf(element, mark.id)).to.equal(undefined);
    expect(lost(element, element.view)).to.eql([]);
  });

  it('an animated zoom goes through true layouts, and a mark keeps its node', async () => {
    const element = await mount({ events: RECORDS as never });
    const from = { start: Date.UTC(1990, 0), end: Date.UTC(2006, 0) };
    const to = { start: Date.UTC(1991, 0), end: Date.UTC(1995, 0) };
    let between = 0;
    for (let i = 0; i < 6; i++) {
      const [first, last] = i % 2 ? [to, from] : [from, to];
      element.view = first;
      await settled(element);
      const before = marksOf(element);
      const { width } = canvasBox(element);
      // What is in view now and then was drawn in all frames between, seen or not.
      const nodesOf = (all: readonly Shown[]): Map<string, HTMLElement> =>
        new Map(
          all.filter(({ left, right }) => right > 0 && left < width).map(({ key, node }) => [key, node]),
        );
      let nodes = nodesOf(before);
      const stand = before.filter(mark => overlaps(mark, to)).map(({ key }) => key);
      let done = false;
      void element.show(last).then(() => (done = true));
      while (!done) {
        await frames(1);
        await sleep(0);
        const marks = marksOf(element);
        // The view that the widest whole mark tells of must be that of all the others.
        const whole = marks.filter(
          ({ left, right, start, end }) => left > -700 && right < 1400 && end - start < 1e13,
        );
        const { left, right, start, end } = whole.sort((a, b) => b.right - b.left - (a.right - a.left))[0]!;
        expect(right - left).to.be.greaterThan(40);
        const pxPerMs = (right - left) / (end - start);
        const span = canvasBox(element).width / pxPerMs;
        const view = { start: start - left / pxPerMs, end: start - left / pxPerMs + span };
        expect(misplaced(element, view, marks)).to.eql([]);
        const lengths = [from, to].map(each => each.end - each.start);
        if (span > Math.min(...lengths) * 1.02 && span < Math.max(...lengths) * 0.98) between++;
        const now = nodesOf(marks);
        for (const [key, node] of now) if (nodes.has(key)) expect(nodes.get(key), key).to.equal(node);
        nodes = now;
        const drawn = new Set(marks.map(({ key }) => key));
        if (last === to) expect(stand.filter(key => !drawn.has(key))).to.eql([]);
      }
      await settled(element);
      expect(misplaced(element, last)).to.eql([]);
      for (const [key, node] of nodesOf(marksOf(element)))
        if (nodes.has(key)) expect(nodes.get(key)).to.equal(node);
    }
    expect(between, 'frames seen on the way').to.be.greaterThan(3);
  });
});

describe('law 5: bounded', () => {
  it('while it is dragged one transform moves and few texts are written, until half the buffer is used', async () => {
    const element = await mount({ events: RECORDS as never });
    element.view = { start: Date.UTC(1992, 0), end: Date.UTC(2000, 0) };
    await settled(element);
    const { start, end } = element.view;
    const layer = find(element, '.layer')!;
    let records: MutationRecord[] = [];
    const observer = new MutationObserver(more => void records.push(...more));
    const frame: number[] = [];
    const wrong: string[] = [];
    const { width } = canvasBox(element);
    const steps = 10;
    const dx = Math.round(width * 0.45);
    await dragSlowly(element, dx, steps, step => {
      if (step === 1) {
        // From here on it is on its way.
        observer.observe(element.shadowRoot!, {
          subtree: true,
          childList: true,
          attributes: true,
          characterData: true,
        });
        return;
      }
      const axis = (node: Node): boolean =>
        (node.nodeType === 1 ? (node as Element) : node.parentElement!).closest('.axis') !== null;
      for (const { type, target, attributeName } of records) {
        // The pinned unit is a text of the axis; it may say another month.
        if (axis(target)) continue;
        if (type !== 'attributes' || attributeName !== 'style')
          wrong.push(`${type} ${attributeName} of ${(target as Element).localName}`);
      }
      frame.push(new Set(records.map(({ target }) => target)).size);
      records = [];
      const by = (((dx * step) / steps) * (end - start)) / width;
      if (misplaced(element, { start: start - by, end: end - by }).length)
        wrong.push(`step ${step} is behind`);
    });
    observer.disconnect();
    expect([...new Set(wrong)]).to.eql([]);
    expect(Math.max(...frame)).to.be.at.most(60);
    expect(frame.filter(writes => writes > 0).length).to.be.at.least(steps - 2);
    expect(getComputedStyle(layer).transform).to.equal('none');
    expect(misplaced(element, element.view)).to.eql([]);
  });

  it('beyond that it is drawn anew, and nothing is missing on the way', async () => {
    const element = await mount({ events: RECORDS as never }, { width: 400 });
    element.view = { start: Date.UTC(1992, 0), end: Date.UTC(1994, 0) };
    await settled(element);
    const { start, end } = element.view;
    const { width } = canvasBox(element);
    const { left } = find(element, '.stage')!.getBoundingClientRect();
    const y = underAxis(element);
    /** What is whole in the view, pills at its edges apart. */
    const shown = (): string[] =>
      [...marksOf(element), ...clustersOf(element).filter(({ node }) => !node.matches('.start, .end'))]
        .filter(({ left: from, right: to }) => from > 0 && to < width)
        .map(({ key }) => key);
    await sendMouse({ type: 'move', position: [Math.round(left) + 20, y] });
    await sendMouse({ type: 'down' });
    const seen: { readonly x: number; readonly view: TimeSpan; readonly keys: Set<string> }[] = [];
    for (let x = 60; x <= 700; x += 40) {
      await sendMouse({ type: 'move', position: [Math.round(left) + 20 + x, y] });
      await frames(2);
      const by = ((end - start) * x) / width;
      const view = { start: start - by, end: end - by };
      seen.push({ x, view, keys: new Set(shown()) });
      expect(misplaced(element, view), `${x} px`).to.eql([]);
    }
    await sleep(150);
    await sendMouse({ type: 'up' });
    await settled(element);
    expect(lost(element, element.view)).to.eql([]);
    for (const { x, view, keys } of seen) {
      element.view = view;
      await element.ready;
      expect(
        shown().filter(key => !keys.has(key)),
        `${x} px`,
      ).to.eql([]);
    }
  });

  it('3,000 events draw at most 1,500 elements', async () => {
    const events = randomRecords(3000, 11, 4) as never;
    for (const width of [320, 768, 1600]) {
      const element = await mount({ events }, { width });
      const [canvas] = parts(element, 'canvas');
      const whole = element.view;
      for (const part of [1, 0.2, 0.02]) {
        const length = (whole.end - whole.start) * part;
        element.view = { start: whole.start + length, end: whole.start + 2 * length };
        if (part === 1) element.view = whole;
        await element.ready;
        expect(canvas!.querySelectorAll('*').length, `${width} px, ${part} of the whole`).to.be.at.most(1500);
      }
      element.remove();
    }
  });
});

describe('law 6: deterministic', () => {
  it('the same data make the same DOM', async () => {
    const draw = async () => {
      const element = await mount({ src: STORY_URL, selected: 'weekend' });
      return serialized(element.shadowRoot!);
    };
    const dom = await draw();
    expect(dom.length).to.be.greaterThan(5000);
    expect(dom).to.include('style=');
    expect(await draw()).to.equal(dom);
  });

  it('sources, loading and history of the view leave no trace', async () => {
    const settings = { events: RECORDS.slice(0, 80) as never };
    const view = { start: Date.UTC(1991, 0), end: Date.UTC(1994, 0) };
    const direct = await mount(settings);
    direct.view = view;
    await settled(direct);
    const expected = serialized(find(direct, '.stage')!);
    const roundabout = await mount({ src: STORY_URL }, { width: 500 });
    roundabout.view = '1000/1001';
    roundabout.parentElement!.style.width = '780px';
    Object.assign(roundabout, settings);
    await roundabout.show({ start: Date.UTC(1993, 0), end: Date.UTC(1993, 2) });
    await roundabout.show(view);
    await until(() => canvasBox(roundabout).width === canvasBox(direct).width);
    await settled(roundabout);
    expect(serialized(find(roundabout, '.stage')!)).to.equal(expected);
  });
});
