import { expect } from '@open-wc/testing';
import type { EventSource } from '../../src/index/event-source.js';
import { overlapsView } from '../../src/index/event-source.js';
import { PILL_ROW } from '../../src/layout/level-plans.js';
import type { Scene, SceneMark } from '../../src/layout/scene.js';
import { slideOf } from '../../src/layout/scene-mark.js';
import type { TimelineLayout } from '../../src/layout/timeline-layout.js';
import { metrics } from './sample.js';

interface Box {
  readonly what: string;
  readonly key: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function labelBox(mark: SceneMark): Box | null {
  const { label } = mark;
  if (!label || label.hidden) return null;
  const left = mark.x + label.x + slideOf(mark.x + label.x, label.slide);
  const top = mark.y + label.y;
  return { what: 'label', key: mark.key, left, right: left + label.width, top, bottom: top + label.height };
}

/** All that a mark draws: its box, and beyond it fades, tails with a question mark, narrow members of a set. */
export function markBox({ key, x, y, width, sign }: SceneMark): Box {
  const { x0, x1, cy, fadeStart, fadeEnd, unknownStart, unknownEnd, members } = sign;
  // Of an era no sign is drawn, but a wash behind all.
  const inks =
    sign.shape === 'era'
      ? []
      : [
          [x0 - fadeStart / 2, x1 + fadeEnd / 2],
          [unknownStart ? x0 - 24 : x0, unknownEnd ? x1 + 24 : x1],
          ...members.map(member => {
            const middle = (member.x0 + member.x1) / 2;
            return [Math.min(member.x0, middle - 8), Math.max(member.x1, middle + 8)];
          }),
        ];
  return {
    what: 'mark',
    key,
    left: x + Math.min(0, ...inks.map(([from]) => from!)),
    right: x + Math.max(width, ...inks.map(([, to]) => to!)),
    top: y + cy - 5,
    bottom: y + cy + 5,
  };
}

const meet = (a: Box, b: Box): boolean =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;

/** Pairs of labels that overlap, and labels over another event's mark, by brute force. */
export function collisions(scene: Scene): string[] {
  // No pan comes further before all is drawn anew.
  const near = ({ left, right }: Box): boolean => right > -scene.width / 2 && left < 1.5 * scene.width;
  const labels = scene.marks.flatMap(mark => labelBox(mark) ?? []).filter(near);
  const marks = scene.marks.map(markBox);
  const pills = scene.clusters.map(c => ({
    what: 'pill',
    key: c.key,
    left: c.x,
    right: c.x + c.width,
    top: c.y,
    bottom: c.y + c.height,
  }));
  const found: string[] = [];
  labels.forEach((label, i) => {
    for (const other of [...labels.slice(i + 1), ...marks, ...pills])
      if (other.key !== label.key && meet(label, other))
        found.push(`${label.key} meets ${other.what} ${other.key}`);
  });
  const titles = scene.lanes
    .filter(({ headHeight, title }) => headHeight > 0 && title)
    .map(({ title, y, headHeight, indent }) => ({
      what: 'title',
      key: title,
      left: 0,
      right: Math.min(scene.width / 2, indent + metrics.measure(title, 'date') + 40),
      top: y,
      bottom: y + headHeight,
    }));
  for (const title of titles)
    for (const other of [...labels, ...marks, ...pills])
      if (other.right > 0 && meet(title, other)) found.push(`${title.key} meets ${other.what} ${other.key}`);
  pills.forEach((pill, i) => {
    for (const other of [...pills.slice(i + 1), ...marks])
      if (other.key !== pill.key && meet(pill, other))
        found.push(`${pill.key} meets ${other.what} ${other.key}`);
  });
  return found;
}

/** No label meets another label, mark or pill, and none is cut by an edge of the view. */
export function expectLegible(scene: Scene): void {
  expect(collisions(scene)).to.deep.equal([]);
  for (const mark of scene.marks) {
    const box = labelBox(mark);
    if (box) expect(box.left >= 0 && box.right <= scene.width, `${mark.key} is cut`).to.equal(true);
  }
}

/** Marks and counts are what overlaps the view, lane by lane. */
export function expectConserved(scene: Scene, source: EventSource): void {
  const { view } = scene;
  for (const { id } of source.lanes) {
    const expected = source.entries(id).filter(entry => overlapsView(entry, view)).length;
    const marks = scene.marks.filter(mark => mark.lane === id && overlapsView(mark, view)).length;
    const counts = scene.clusters
      .filter(c => c.lane === id && overlapsView(c, view))
      .reduce((sum, c) => sum + c.count, 0);
    expect(marks + counts, `lane ${id}`).to.equal(expected);
  }
}

/** From level to level what stands stays in its row, and a cluster only loses members. */
export function expectOnlyOpens(layout: TimelineLayout): void {
  let before = layout.plan(-6);
  for (let level = -5; level <= 12; level++) {
    const plan = layout.plan(level);
    const standing = new Map(plan.placed.map(({ placed }) => [placed.item.key, placed]));
    for (const { placed } of before.placed) {
      const { key } = placed.item;
      expect(standing.has(key), key).to.equal(true);
      // Coarser levels are made from finer ones: there a bare mark may stand lower than its label did.
      if (level > 0 && placed.unit !== PILL_ROW) expect(standing.get(key)!.unit, key).to.equal(placed.unit);
      if (placed.pose.title && !placed.item.era)
        expect(standing.get(key)!.pose.title, key).not.to.equal(null);
    }
    const alone = new Set(plan.cells.flatMap(({ cell, alone: is }) => (is ? [cell.items[0]!.key] : [])));
    for (const { cell, alone: was } of before.cells)
      if (was)
        for (const { key } of cell.items) expect(standing.has(key) || alone.has(key), key).to.equal(true);
    const cellOf = new Map(
      before.cells.flatMap(({ cell }) => cell.items.map(item => [item.key, cell.key] as const)),
    );
    for (const { cell } of plan.cells)
      expect(new Set(cell.items.map(item => cellOf.get(item.key))).size).to.equal(1);
    before = plan;
  }
}
