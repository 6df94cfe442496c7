import { freeStretches, nearestIn } from './free-place.js';
import type { Item, Reach } from './item.js';
import { LABEL_GAP, type LabelMetrics } from './label-metrics.js';
import { obstaclesOf, SIGN, signBox, type Shown } from './obstacles.js';
import { isFirm, richAmounts } from './poses.js';
import type { Obstacle } from './route.js';
import { anchorX, EDGE, isCut } from './scene-mark.js';
import type { SceneLabel, SceneMark } from './scene.js';
import { labelWidth } from './wrap-title.js';

/** What the label of the selected event is placed in. */
export interface LabelRoom {
  readonly width: number;
  readonly height: number;
  readonly metrics: LabelMetrics;
}

/** What a label says, how large it is, and what it costs that it does not say more. */
interface Text extends Omit<SceneLabel, 'x' | 'y' | 'side' | 'slide' | 'hidden'> {
  readonly cost: number;
}

/** Where a label may stand, in px of the scene, and what that costs. */
interface Spot extends Pick<SceneLabel, 'x' | 'y' | 'side'> {
  readonly text: Text;
  readonly cost: number;
}

/** What a label stands by: its sign, with the middle of that, and the line from there to the axis. */
interface Anchor extends Reach {
  readonly cy: number;
  readonly line: number | null;
}

/** How far from the middle of a sign a label over or under it keeps, as the ring about that takes room. */
const RING = 10;
/** Free px beside a label. */
const AIR = 3;
/** Steps in px in which heights are tried. */
const STEP = 6;
/** How near beside a sign, and over or under it, a label might be taken for its own, in px. */
const NEAR = { beside: 16, over: 8 };

/** What a place costs, in px that it would be nearer. */
const COST = {
  /** Words that it has no room for. */
  date: 6,
  note: 8,
  /** The word for what is not firmly known: any other place in the view is better. */
  claim: 1e5,
  /** The other way to break a title. */
  otherwise: 1,
  /** Over or under its sign, not beside it. */
  above: 4,
  below: 6,
  /** Over the line to the axis. */
  across: 16,
  /** A px away from the sign, beside or over it; a px further down the line; a px off its middle, and off where it begins. */
  away: 1.5,
  down: 0.4,
  off: 0.5,
  along: 0.05,
  /** By the sign or pill of others, whose label it might be taken for: beside it, and over or under it. */
  mistakenBeside: 24,
  mistakenOver: 8,
} as const;

/**
 * The marks of a scene, in which the selected event says what it is: where no mark of it shows its label, as that has no room in its row
 * or an edge of the view cuts it, or shows it without the word for a claim, one has it where there is room in the view, as near to its sign, or to the line from there to the
 * axis, as can be; under all lanes where there is none. Nothing else moves.
 */
export function withChosenLabel(
  shown: Shown,
  itemOf: (mark: SceneMark) => Item | undefined,
  room: LabelRoom,
): readonly SceneMark[] {
  const { marks } = shown;
  const chosen = marks.filter(mark => mark.selected && isInView(mark, room.width));
  const isTold = chosen.some(
    mark =>
      mark.label && !isCut(mark, mark.label, room.width) && (mark.era || isFirm(mark) || mark.label.note),
  );
  const [mark] = chosen;
  const item = mark && !isTold ? itemOf(mark) : undefined;
  const texts = mark && item ? textsOf(item, room.metrics) : [];
  if (!mark || texts.length === 0) return marks;
  const label = placedLabel(mark, texts, shown, room);
  return marks.map(other => (other === mark ? { ...mark, label } : other));
}

function isInView(mark: SceneMark, width: number): boolean {
  const sign = signBox(mark);
  return sign.x + sign.width > 0 && sign.x < width;
}

function placedLabel(
  mark: SceneMark,
  texts: readonly Text[],
  shown: Shown,
  { width, height }: LabelRoom,
): SceneLabel {
  const sign = signBox(mark);
  const cy = mark.y + mark.sign.cy;
  const anchor = { left: sign.x, right: sign.x + sign.width, cy, line: anchorX(mark, width) };
  const others = shown.marks.filter(other => other !== mark).map(whileMoving);
  const obstacles = [
    grown({ ...sign, y: cy - RING, height: 2 * RING }, LABEL_GAP - AIR, 0),
    ...obstaclesOf({ ...shown, marks: others }),
    ...others.flatMap(reservedOf),
  ].map(box => grown(box, AIR, 0));
  const signs = [...others.filter(({ era }) => !era).map(signBox), ...shown.clusters].filter(
    ({ x, width: length }) => x + length > 0 && x < width,
  );
  const besides = signs.map(box => grown(box, NEAR.beside, 0));
  const distant = [...obstacles, ...besides];
  const mistaken = (box: Obstacle): number =>
    (besides.some(sign => meet(box, sign)) ? COST.mistakenBeside : 0) +
    (signs.some(sign => meet(box, grown(sign, 0, NEAR.over))) ? COST.mistakenOver : 0);
  const spotsAt = (y: number, text: Text): Spot[] => {
    const edge = Math.max(0, Math.min(EDGE, (width - text.width) / 2));
    return [obstacles, distant].flatMap(boxes => {
      // What is wider than the view begins at its edge: below all else there is always a place.
      const begins = { left: edge, right: Math.max(edge, width - edge - text.width) };
      const free = freeStretches({ ...text, y }, boxes, begins);
      return wantedXs(anchor, text.width).flatMap(wanted => {
        const x = nearestIn(free, wanted);
        if (x === null) return [];
        const spot = spotOf(anchor, text, x, y);
        return [{ ...spot, cost: spot.cost + mistaken({ ...text, x, y }) }];
      });
    });
  };
  let spots = texts.flatMap(text => heightsFor(text, cy, height).flatMap(y => spotsAt(y, text)));
  for (let y = height; spots.length === 0; y += STEP) spots = texts.flatMap(text => spotsAt(y, text));
  const { text, x, y, side } = spots.reduce((best, spot) => (spot.cost < best.cost ? spot : best));
  const { date, lines, note, whole } = text;
  const box = { x: x - mark.x, y: y - mark.y, width: text.width, height: text.height };
  return { ...box, side, date, lines, note, whole, slide: 0, hidden: false };
}

const grown = ({ x, y, width, height }: Obstacle, beside: number, over: number): Obstacle => ({
  x: x - beside,
  y: y - over,
  width: width + 2 * beside,
  height: height + 2 * over,
});

const meet = (a: Obstacle, b: Obstacle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** The heights to try in a view, in which a label is beside its sign, right over it or under it, or anywhere. */
function heightsFor({ height }: Text, cy: number, viewHeight: number): number[] {
  const last = viewHeight - height;
  const steps = Array.from({ length: Math.max(0, Math.floor(last / STEP)) + 1 }, (_, i) => i * STEP);
  return [cy - height / 2, cy - RING - height, cy + RING, ...steps, last].filter(y => y >= 0 && y <= last);
}

/** Where a label of that width would begin: beside its sign, along it or beside its line. */
function wantedXs({ left, right, line }: Anchor, width: number): number[] {
  const along = [left, right - width];
  const beside = [right + LABEL_GAP, left - LABEL_GAP - width];
  return line === null
    ? [...beside, ...along]
    : [...beside, ...along, line + LABEL_GAP, line - LABEL_GAP - width];
}

/** A place of a text, and what it costs. */
function spotOf({ left, right, cy, line }: Anchor, text: Text, x: number, y: number): Spot {
  const end = x + text.width;
  const toSign = Math.max(0, left - LABEL_GAP - end, x - right - LABEL_GAP);
  const side = (begin: number): Spot['side'] => (x < begin && end <= right ? 'before' : 'after');
  const spot = (place: Spot['side'], cost: number): Spot => ({
    text,
    x,
    y,
    side: place,
    cost: cost + text.cost,
  });
  const isOver = y + text.height <= cy - RING;
  if (!isOver && y < cy + RING)
    return spot(side(left), COST.away * toSign + COST.off * Math.abs(y + text.height / 2 - cy));
  const from = line ?? Math.max(left, EDGE);
  const along = COST.along * Math.abs(x - from);
  if (isOver) {
    const above = cy - RING - (y + text.height);
    return spot(
      side(left) === 'before' ? 'before' : 'above',
      COST.above + COST.away * (above + toSign) + along,
    );
  }
  const below = y - cy - RING;
  const toLine = line === null ? toSign : Math.max(0, line - LABEL_GAP - end, x - line - LABEL_GAP);
  const near = below < STEP ? Math.min(toSign, toLine) : toLine;
  const across = line !== null && x < line && end > line ? COST.across : 0;
  return spot(side(from), COST.below + COST.down * below + COST.away * near + along + across);
}

/** What the label of an item may say. */
function textsOf(item: Item, metrics: LabelMetrics): Text[] {
  const amounts = item.era ? [{ date: false, note: false }] : richAmounts(item);
  return item.titles.flatMap((title, i) =>
    amounts.map(says => {
      const date = says.date ? item.texts.date : '';
      const note = says.note ? item.texts.note : '';
      const missing =
        (date === item.texts.date ? 0 : COST.date) +
        (note === item.texts.note ? 0 : isFirm(item) ? COST.note : COST.claim);
      return {
        date,
        note,
        lines: title.lines,
        whole: title.whole,
        width: labelWidth(title, date, note, metrics),
        height: title.lines.length * metrics.lineHeight,
        cost: missing + i * COST.otherwise,
      };
    }),
  );
}

/** A mark as it is while the view moves, when no label is hidden: so this one stays where it is as a move begins. */
const whileMoving = (mark: SceneMark): SceneMark =>
  mark.label?.hidden ? { ...mark, label: { ...mark.label, hidden: false } } : mark;

/** What a mark has to itself beyond what it draws: where it can be hit, and where its label may slide to while the view moves. */
function reservedOf({ x, y, width, sign, label }: SceneMark): Obstacle[] {
  const target = { x, y: y + sign.cy - SIGN, width, height: 2 * SIGN };
  if (!label || label.hidden || label.slide === 0) return [target];
  return [target, { x: x + label.x, y: y + label.y, width: label.slide + label.width, height: label.height }];
}
