import { TARGET } from '../scale/target.js';
import { boxOf, outsetOf, type Item, type Placement, type Pose, type Side } from './item.js';
import { LABEL_GAP, type LabelMetrics } from './label-metrics.js';
import { labelWidth, shortenTitle, type WrappedTitle } from './wrap-title.js';

/** A mark alone. */
export const BARE: Pose = { side: 'bare', title: null, date: '', note: '', width: 0, units: 2 };

/** What the poses of one canvas have in common. */
export interface PoseContext extends Placement {
  readonly metrics: LabelMetrics;
  /** The stretch, in px from the origin, that the first view shows: labels prefer to stay in it. */
  readonly home: { readonly left: number; readonly right: number };
  /** Widest label with its date and note, in px. */
  readonly widest: number;
  /** Whether this is a scale closer than that of the first view, of which then only a part is seen at once. */
  readonly isCloser?: boolean;
}

/** Units that a pose is high: beside its mark, or over it; a line and a half is three units. */
function unitsOf(side: Side, lines: number): number {
  if (side === 'above') return lines === 1 ? 3 : 4;
  return lines === 1 ? 2 : 3;
}

/** A pose that says more or less than another in the same place; `null` where the label would be too wide. */
export function posed(
  item: Item,
  side: Side,
  title: WrappedTitle,
  { date, note }: { date: boolean; note: boolean },
  { metrics, widest }: PoseContext,
): Pose | null {
  const dateText = date ? item.texts.date : '';
  const noteText = note ? item.texts.note : '';
  const width = labelWidth(title, dateText, noteText, metrics);
  if (width > widest && (date || note)) return null;
  return { side, title, date: dateText, note: noteText, width, units: unitsOf(side, title.lines.length) };
}

/**
 * The sides that a label of that width may take, best first. One that stays in the first view comes
 * before one that does not, and a label no longer than its bar lies along it.
 */
function sidesFor(item: Item, width: number, context: PoseContext): Side[] {
  const box = boxOf(item, context);
  const { home } = context;
  const beside: Side[] = ['after', 'before'];
  const inHome = box.right > home.left && box.left < home.right;
  const outset = outsetOf(item, context.pxPerMs);
  const fitsAfter = box.right + outset.right + LABEL_GAP + width <= home.right;
  const fitsBefore = box.left - outset.left - LABEL_GAP - width >= home.left;
  if (inHome && !fitsAfter && fitsBefore) beside.reverse();
  const possible = beside.filter(side => Number.isFinite(side === 'after' ? item.end : item.start));
  const span = box.right - box.left;
  if (span + outset.left + outset.right <= TARGET) return [...possible, 'above'];
  return width <= span ? ['above', ...possible] : [...possible, 'above'];
}

/** Whether the first view, where it shows the mark, shows that label whole. */
export function staysHome(item: Item, { side, width }: Pose, context: PoseContext): boolean {
  const { left, right } = boxOf(item, context);
  const { home } = context;
  if (right <= home.left || left >= home.right) return true;
  const outset = outsetOf(item, context.pxPerMs);
  if (side === 'after') return right + outset.right + LABEL_GAP + width <= home.right;
  if (side === 'before') return left - outset.left - LABEL_GAP - width >= home.left;
  return Math.max(left, home.left) + width <= home.right;
}

/** Whether nothing is claimed that is not firmly known: else the note of a label comes before its date. */
export const isFirm = ({ event }: Pick<Item, 'event'>): boolean =>
  !event.status || event.status === 'confirmed';

/** What a label may say besides its title, most first: that a thing is not firmly known matters more than its date. */
export function richAmounts(item: Item): readonly { date: boolean; note: boolean }[] {
  return [
    { date: true, note: true },
    ...(isFirm(item) ? [] : [{ date: false, note: true }]),
    { date: true, note: false },
    { date: false, note: false },
  ];
}

/** A pose and those that say less in the same place, the most first. */
export function lesser(item: Item, pose: Pose, context: PoseContext): Pose[] {
  if (!pose.title) return [];
  const poses = [pose];
  const date = isFirm(item) && pose.date !== '';
  const note = !isFirm(item) && pose.note !== '';
  for (const says of [
    { date, note },
    { date: false, note: false },
  ]) {
    const less = posed(item, pose.side, pose.title, says, context);
    if (less && less.width < poses.at(-1)!.width) poses.push(less);
  }
  return poses;
}

/** Whether one label stays in the first view where another does not, at a scale at which that is seen whole. */
export const leavesHome = (item: Item, pose: Pose, other: Pose, context: PoseContext): boolean =>
  !context.isCloser && staysHome(item, pose, context) && !staysHome(item, other, context);

/** The ways to draw an item with its title whole, best first; `rich`: with date and note on one line. */
export function posesOf(item: Item, rich: boolean, context: PoseContext): Pose[] {
  if (item.era) return erasPoses(item, context);
  const amounts = rich ? richAmounts(item) : [{ date: false, note: false }];
  const staying: Pose[] = [];
  const leaving: Pose[] = [];
  for (const title of item.titles.slice(0, rich ? 1 : undefined))
    for (const says of amounts)
      for (const side of sidesFor(item, title.width, context)) {
        const pose = posed(item, side, title, says, context);
        if (pose) (staysHome(item, pose, context) ? staying : leaving).push(pose);
      }
  return [...staying, ...leaving];
}

/** An era's title lies within its box, whole or shortened after a word. */
function erasPoses(item: Item, context: PoseContext): Pose[] {
  const box = boxOf(item, context);
  const inset = 2 * LABEL_GAP;
  const title = shortenTitle(item.texts.title, box.right - box.left - inset, context.metrics);
  return title ? [{ side: 'inside', title, date: '', note: '', width: title.width, units: 2 }] : [];
}
