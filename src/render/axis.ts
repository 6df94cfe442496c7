import { axisBottom } from 'd3-axis';
import { select } from 'd3-selection';
import { LARGER_INDENT, type AxisTicks, type LargerTick, type Tick } from '../scale/ticks.js';
import type { TimeScale } from '../scale/time-scale.js';

/** Height of the axis below its line: a row of units, a row of larger units. */
export const AXIS_HEIGHT = 48;

/** Px from the tick of a unit to its text. */
const UNIT_INDENT = 4;

/** Where the line of a larger unit begins, in px below that of the axis, if the text of a unit stands in its way. */
const BELOW_UNITS = 22;

/** How far before the view, in px, a unit may begin whose text reaches into it. */
const LEAD = 120;

/** How an axis is drawn. */
export interface AxisStyle {
  /** Length of the gridlines in px. */
  readonly height: number;
  readonly rtl?: boolean;
  /** The width of a text of the larger units in px, and at most that of one of the units. */
  readonly measure: (text: string) => number;
  /** Whether it is drawn for the view alone, as while each frame has another scale; else for what ticks there are. */
  readonly narrow?: boolean;
}

/** A larger unit as it is drawn: where its tick lies at rest, in px from the view's start. */
interface Unit {
  readonly x: number;
  readonly tick: LargerTick;
  readonly text: SVGTextElement;
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
  const { height, rtl = false, measure, narrow } = style;
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
  const units = row('larger', larger, 36, 25, LARGER_INDENT).map(({ children }, i): Unit => {
    const [, below, text] = children;
    const tick = larger[i]!;
    set(below!, 'y1', `${tick.crossed ? BELOW_UNITS : 0}`);
    return { x: along(tick.at), tick, text: text as SVGTextElement };
  });
  row('units', ticks.units.filter(near), 6, 8, UNIT_INDENT);
  drawn.set(g, {
    larger: units,
    rtl,
    measure,
    pinned: -1,
  });
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
  const at = larger.findLastIndex(unit => unit.x + dx <= 0);
  for (const i of [pinned, pinned + 1]) {
    const last = larger[i];
    if (last && pinned !== at) write(last, LARGER_INDENT, last.tick.text, '');
  }
  axis.pinned = at;
  const unit = larger[at];
  if (!unit) return;
  const edge = -dx - unit.x;
  const stand = Math.max(LARGER_INDENT, edge);
  const next = larger[at + 1];
  const room = (next?.x ?? Infinity) - unit.x - stand - LARGER_INDENT;
  const { text, pinned: whole } = unit.tick;
  // The next one pushes it out, first its year, then its name.
  const said = measure(whole) <= room ? whole : text;
  const short = room - measure(said);
  if (short >= 0) write(unit, stand, said, 'pinned');
  else write(unit, stand + short, said, 'pushed');
  if (!next) return;
  // What is pushed out says no year any more: then the next one does.
  const nextRoom = (larger[at + 2]?.x ?? Infinity) - next.x - 2 * LARGER_INDENT;
  const isAlone = short < 0 && measure(next.tick.pinned) <= nextRoom;
  write(next, LARGER_INDENT, isAlone ? next.tick.pinned : next.tick.text, '');
}
