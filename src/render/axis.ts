import { axisBottom } from 'd3-axis';
import { select } from 'd3-selection';
import { LARGER_INDENT, type AxisTicks, type LargerTick, type Tick } from '../scale/ticks.js';
import type { TimeScale } from '../scale/time-scale.js';
import { clearOfFolds, FOLD, foldTexts, type AxisFold, type FoldText } from './axis-folds.js';
import { AXIS_TEXT, axisRows, UNIT_LINE } from './axis-rows.js';

/** Px from the tick of a unit to its text. */
export const UNIT_INDENT = 4;

/** How far before the view, in px, a unit may begin whose text reaches into it. */
const LEAD = 120;

/** How an axis is drawn. */
export interface AxisStyle {
  /** Length of the gridlines in px. */
  readonly height: number;
  readonly rtl?: boolean;
  /** The width of a text of the larger units in px, and at most that of one of the units. */
  readonly measure: (text: string) => number;
  /** Size of the texts in px. */
  readonly textSize?: number;
  /** Silences that the line has folded. */
  readonly folds?: readonly AxisFold[];
  /** Whether it is drawn for the view alone, as while each frame has another scale; else for what ticks there are. */
  readonly narrow?: boolean;
}

/** A larger unit: where its tick lies at rest, in px from the view's start. */
export interface PlacedUnit {
  readonly x: number;
  readonly tick: LargerTick;
}

/** One that is drawn. */
interface Unit extends PlacedUnit {
  readonly text: SVGTextElement;
}

/** What is told of the larger unit under way, and of the one after it. */
export interface PinnedUnit {
  /** Its index; −1 for none. */
  readonly at: number;
  /** Where its text stands, in px from its tick, and what it says. */
  readonly x: number;
  readonly text: string;
  /** Whether the next one leaves no room for it. */
  readonly pushed: boolean;
  /** What the next one says. */
  readonly next: string;
}

/** How the larger unit under way is told at the start of a view that has moved on by `dx` px: the next one pushes it out, first its year, then its name. */
export function pinnedUnit(
  larger: readonly PlacedUnit[],
  dx: number,
  measure: AxisStyle['measure'],
): PinnedUnit {
  const at = larger.findLastIndex(({ x }) => x + dx <= 0);
  const unit = larger[at];
  if (!unit) return { at, x: 0, text: '', pushed: false, next: '' };
  const stand = Math.max(LARGER_INDENT, -dx - unit.x);
  const next = larger[at + 1];
  const room = (next?.x ?? Infinity) - unit.x - stand - LARGER_INDENT;
  const { text: bare, pinned: whole } = unit.tick;
  const text = measure(whole) <= room ? whole : bare;
  const short = room - measure(text);
  const pushed = short < 0;
  // What is pushed out says no year any more: then the next one does.
  const nextRoom = next ? (larger[at + 2]?.x ?? Infinity) - next.x - 2 * LARGER_INDENT : 0;
  const isAlone = next && pushed && measure(next.tick.pinned) <= nextRoom;
  return {
    at,
    x: stand + Math.min(0, short),
    text,
    pushed,
    next: next ? (isAlone ? next.tick.pinned : next.tick.text) : '',
  };
}

/** What a drawn axis remembers of itself, so that moving it asks the page for nothing. */
interface Drawn extends Pick<AxisStyle, 'rtl' | 'measure'> {
  readonly larger: readonly Unit[];
  /** Index of the larger unit that is pinned. */
  pinned: number;
}

const drawn = new WeakMap<Element, Drawn>();

/** Sets an attribute that is not so yet: to set it again would cost as much as a change. */
function set(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}

function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  className: string,
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  element.setAttribute('class', className);
  return element;
}

/**
 * Draws the axis into a `<g>` of its own, its line at the top: gridlines go `height` px up from
 * there, two rows of texts down, each row a d3-axis in a nested `<g>`. A text stands after its tick,
 * within the unit it names; `moveAxis`, which is due after it, pins that of the larger unit under way at the
 * view's start. A tick keeps its nodes for as long as it is drawn, and nothing is read of the page.
 */
export function drawAxis(g: SVGGElement, ticks: AxisTicks, scale: TimeScale, style: AxisStyle): void {
  const { view, width } = scale;
  const { height, rtl = false, measure, textSize = AXIS_TEXT, narrow, folds = [] } = style;
  const rows = axisRows(textSize);
  const along = (at: number): number => Math.max(scale.x(at), -2 * width);
  const row = (
    name: string,
    values: readonly Tick[],
    length: number,
    y: number,
    indent: number,
  ): SVGGElement[] => {
    const group = g.querySelector<SVGGElement>(`.${name}`) ?? g.appendChild(svgElement('g', name));
    axisBottom<number>(rtl ? scale.d3.range([width, 0]) : scale.d3)
      // What began long before the view would lie where engines stop to draw.
      .tickValues(values.map(({ at }) => Math.max(at, 3 * view.start - 2 * view.end)))
      .tickFormat((_, i) => values[i]!.text)
      .tickSizeInner(length)
      .tickPadding(y - length)(select(group));
    set(group.querySelector('.domain')!, 'd', `M${-width},.5H${2 * width}`);
    const nodes = [...group.querySelectorAll<SVGGElement>('.tick')];
    nodes.forEach((node, i) => {
      const text = node.lastElementChild!;
      if (!node.hasAttribute('part')) {
        node.setAttribute('part', 'tick');
        node.prepend(svgElement('path', 'grid'));
      }
      set(node.firstElementChild!, 'd', `M0,0V${-height}`);
      set(text, 'x', `${rtl ? -indent : indent}`);
      // At rest the view's edge cuts no text.
      const x = along(values[i]!.at);
      const cut = x < 0 || (x < width && x + LARGER_INDENT + measure(values[i]!.text) > width);
      set(text, 'class', cut ? 'cut' : '');
    });
    return nodes;
  };
  const under = narrow ? ticks.larger.findLastIndex(({ at }) => along(at) <= 0) : -1;
  const near = narrow ? ({ at }: Tick) => along(at) > -LEAD && along(at) < width : () => true;
  const larger = ticks.larger.filter((tick, i) => i === under || near(tick));
  const units = row('larger', larger, rows.largerLine, rows.larger, LARGER_INDENT).map(
    ({ children }, i): Unit => {
      const [, below, text] = children;
      const tick = larger[i]!;
      set(below!, 'y1', `${tick.crossed ? rows.below : 0}`);
      return { x: along(tick.at), tick, text: text as SVGTextElement };
    },
  );
  const lengths = foldTexts(folds, scale, measure);
  const named = clearOfFolds(ticks.units.filter(near), lengths, { scale, indent: UNIT_INDENT, measure });
  row('units', named, UNIT_LINE, rows.unit, UNIT_INDENT);
  drawFolds(g, lengths, { width, rtl, y: rows.unit });
  drawn.set(g, {
    larger: units,
    rtl,
    measure,
    pinned: -1,
  });
}

/** Breaks the line of the axis at its folds, and writes how long each of them was. */
function drawFolds(
  g: SVGGElement,
  folds: readonly FoldText[],
  { width, rtl, y }: { width: number; rtl: boolean; y: number },
): void {
  const before = g.querySelector('.folds');
  if (!before && folds.length === 0) return;
  const group = before ?? g.appendChild(svgElement('g', 'folds'));
  group.replaceChildren(
    ...folds.map(({ text: words, title: whole, from, middle, to }) => {
      const fold = svgElement('g', 'fold');
      set(fold, 'part', 'fold');
      set(fold, 'transform', `translate(${rtl ? width - middle : middle},0)`);
      const title = svgElement('title', '');
      title.textContent = whole;
      const cover = svgElement('path', 'cover');
      set(cover, 'd', FOLD.cover);
      const sign = svgElement('path', 'sign');
      set(sign, 'd', FOLD.sign);
      const text = svgElement('text', from < 0 || to > width ? 'cut' : '');
      set(text, 'y', `${y}`);
      set(text, 'dy', '0.71em');
      text.textContent = words;
      fold.append(title, cover, sign, text);
      return fold;
    }),
  );
}

/** Moves a drawn axis by `dx` px along the line, its pinned unit staying in the view. While it moves, the edges cut texts. */
export function moveAxis(g: SVGGElement, dx: number, moving = dx !== 0): void {
  const axis = drawn.get(g);
  if (!axis) return;
  const { larger, rtl, measure, pinned } = axis;
  g.style.transform = dx ? `translateX(${rtl ? -dx : dx}px)` : '';
  g.classList.toggle('moving', moving);
  const write = ({ text }: Unit, x: number, content: string, state: string): void => {
    set(text, 'x', `${rtl ? -x : x}`);
    if (text.textContent !== content) text.textContent = content;
    text.classList.toggle('pinned', state === 'pinned');
    text.classList.toggle('pushed', state === 'pushed');
  };
  const { at, x, text, pushed, next } = pinnedUnit(larger, dx, measure);
  for (const i of [pinned, pinned + 1]) {
    const last = larger[i];
    if (last && pinned !== at) write(last, LARGER_INDENT, last.tick.text, '');
  }
  axis.pinned = at;
  if (at < 0) return;
  write(larger[at]!, x, text, pushed ? 'pushed' : 'pinned');
  const after = larger[at + 1];
  if (after) write(after, LARGER_INDENT, next, '');
}
