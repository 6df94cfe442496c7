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

/** How near, in px, two things must be for the text between them to be measured. */
const NEAR = 300;

/** A larger unit as it is drawn: where its tick lies at rest, in px from the view's start. */
interface Unit {
  readonly x: number;
  readonly text: SVGTextElement;
}

/** What a drawn axis remembers of itself, so that moving it asks the page for little. */
interface Drawn {
  readonly larger: readonly Unit[];
  readonly ticks: readonly LargerTick[];
  readonly rtl: boolean;
  /** Index of the larger unit that is pinned. */
  pinned: number;
}

const drawn = new WeakMap<Element, Drawn>();

/**
 * Draws the axis into a `<g>` of its own, its line at the top: gridlines go `height` px up from
 * there, two rows of texts down, each row a d3-axis in a nested `<g>`. A text stands after its tick,
 * within the unit it names; that of the larger unit under way at the view's start is pinned there.
 */
export function drawAxis(
  g: SVGGElement,
  ticks: AxisTicks,
  scale: TimeScale,
  height: number,
  rtl = false,
): void {
  const { view, width, pxPerMs } = scale;
  // What began long before the view would lie where engines stop to draw.
  const earliest = -2 * (view.end - view.start);
  const row = (name: string, values: readonly Tick[], length: number, y: number, indent: number): Unit[] => {
    const at = values.map(value => Math.max(value.at - view.start, earliest));
    const group = select(g)
      .selectAll<SVGGElement, null>(`.${name}`)
      .data([null])
      .join('g')
      .attr('class', name)
      .call(
        axisBottom<number>(rtl ? scale.d3.copy().range([width, 0]) : scale.d3)
          .tickValues(at)
          .tickFormat((_, i) => values[i]!.text)
          .tickSizeInner(length)
          .tickPadding(y - length),
      );
    group.select('.domain').attr('d', `M${-width},.5H${2 * width}`);
    const each = group.selectAll<SVGGElement, number>('.tick').attr('part', 'tick');
    each
      .selectAll('path')
      .data([null])
      .join(enter => enter.insert('path', 'line').attr('class', 'grid'))
      .attr('d', `M0,0V${-height}`);
    const texts = each
      .select<SVGTextElement>('text')
      .attr('class', null)
      .attr('x', rtl ? -indent : indent);
    return texts.nodes().map((text, i) => ({ x: at[i]! * pxPerMs, text }));
  };
  const larger = row('larger', ticks.larger, 36, 25, LARGER_INDENT);
  select(g)
    .selectAll<SVGLineElement, number>('.larger line')
    .attr('y1', (_, i) => (ticks.larger[i]!.crossed ? BELOW_UNITS : 0));
  const units = row('units', ticks.units, 6, 8, UNIT_INDENT);
  // At rest the view's edge cuts no text; only those near the edge are measured.
  for (const { x, text } of [...larger, ...units])
    if (x < 0 || (x < width && x > width - NEAR && x + LARGER_INDENT + text.getComputedTextLength() > width))
      text.classList.add('cut');
  drawn.set(g, { larger, ticks: ticks.larger, rtl, pinned: -1 });
  moveAxis(g, 0);
}

/** Moves a drawn axis by `dx` px along the line, its pinned unit staying in the view. While it moves, the edges cut texts. */
export function moveAxis(g: SVGGElement, dx: number, moving = dx !== 0): void {
  const axis = drawn.get(g);
  if (!axis) return;
  const { larger, ticks, rtl, pinned } = axis;
  g.style.transform = dx ? `translateX(${rtl ? -dx : dx}px)` : '';
  g.classList.toggle('moving', moving);
  const write = ({ text }: Unit, x: number, content: string, state: string): void => {
    text.setAttribute('x', `${rtl ? -x : x}`);
    if (text.textContent !== content) text.textContent = content;
    text.classList.remove('pinned', 'pushed');
    if (state) text.classList.add(state);
  };
  const at = larger.findLastIndex(unit => unit.x + dx <= 0);
  const last = larger[pinned];
  if (last && pinned !== at) write(last, LARGER_INDENT, ticks[pinned]!.text, '');
  axis.pinned = at;
  const unit = larger[at];
  if (!unit) return;
  const edge = -dx - unit.x;
  const stand = Math.max(LARGER_INDENT, edge);
  const room = (larger[at + 1]?.x ?? Infinity) - unit.x - stand - LARGER_INDENT;
  const { text, pinned: whole } = ticks[at]!;
  write(unit, stand, whole, 'pinned');
  if (room > NEAR || unit.text.getComputedTextLength() <= room) return;
  // The next one pushes it out, first its year, then its name.
  write(unit, stand, text, 'pinned');
  const short = room - unit.text.getComputedTextLength();
  if (short < 0) write(unit, stand + short, text, 'pushed');
}
