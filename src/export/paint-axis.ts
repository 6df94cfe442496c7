import type { Picture } from '../layout/picture.js';
import { clearOfFolds, FOLD, foldTexts, type AxisFold } from '../render/axis-folds.js';
import { axisRows, UNIT_LINE } from '../render/axis-rows.js';
import { pinnedUnit, UNIT_INDENT, type PlacedUnit } from '../render/axis.js';
import { LARGER_INDENT } from '../scale/ticks.js';
import type { Paper } from './paper.js';

/** Draws the gridlines of an axis, from its line at `y` up to the top. */
export function paintGrid({ pen, looks }: Paper, { ticks, scale }: Picture, y: number): void {
  const grid = looks.shape('grid');
  for (const { at } of [...ticks.larger, ...ticks.units]) {
    const x = scale.x(at);
    if (x >= 0 && x <= scale.width) pen.path(`M${x + 0.5} 0V${y}`, grid);
  }
}

/** Draws the line of an axis, broken at its folds, its ticks and its texts below `y`, as they are at rest. */
export function paintAxis(
  paper: Paper,
  { ticks, scale }: Picture,
  y: number,
  folds: readonly AxisFold[],
): void {
  const { pen, looks } = paper;
  const { width } = scale;
  const { size } = looks.text('unit').font;
  const rows = axisRows(size);
  // Texts are written by their middles.
  const middle = { unit: y + rows.unit + size / 2, larger: y + rows.larger + size / 2 };
  const measure = (text: string): number => looks.measure(text, 'date');
  const isCut = (x: number, text: string): boolean => x < 0 || x + LARGER_INDENT + measure(text) > width;
  const lengths = foldTexts(folds, scale, measure);
  const named = clearOfFolds(ticks.units, lengths, { scale, indent: UNIT_INDENT, measure });
  const units = named.map(({ at, text }) => ({ x: scale.x(at), text }));
  const larger = ticks.larger.map((tick): PlacedUnit => ({
    x: Math.max(scale.x(tick.at), -2 * width),
    tick,
  }));

  paper.shapes(0, y, () => {
    pen.path(`M0 .5H${width}`, looks.shape('domain'));
    for (const { x } of units) pen.path(`M${x + 0.5} 0v${UNIT_LINE}`, looks.shape('tick'));
    for (const { x, tick } of larger)
      pen.path(`M${x + 0.5} ${tick.crossed ? rows.below : 0}V${rows.largerLine}`, looks.shape('larger-tick'));
  });
  for (const { text, from, middle: x, to } of lengths) {
    paper.shapes(x, y, () => {
      pen.path(FOLD.cover, looks.shape('fold-cover'));
      pen.path(FOLD.sign, looks.shape('fold-sign'));
    });
    if (text && from >= 0 && to <= width) paper.write(text, x, middle.unit, 'fold', { align: 'middle' });
  }
  for (const { x, text } of units)
    if (text && !isCut(x, text)) paper.write(text, x + UNIT_INDENT, middle.unit, 'unit');
  const pinned = pinnedUnit(larger, 0, measure);
  larger.forEach(({ x, tick }, i) => {
    const text = i === pinned.at + 1 && pinned.at >= 0 ? pinned.next : tick.text;
    if (i === pinned.at) {
      if (!pinned.pushed) paper.write(pinned.text, x + pinned.x, middle.larger, 'larger');
    } else if (!isCut(x, text)) paper.write(text, x + LARGER_INDENT, middle.larger, 'larger');
  });
}
