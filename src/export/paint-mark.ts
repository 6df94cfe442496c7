import type { Status } from '../data/timeline-event.js';
import { LABEL_GAP } from '../layout/label-metrics.js';
import { slideOf } from '../layout/scene-mark.js';
import type { SceneCluster, SceneLabel, SceneMark, SceneSign } from '../layout/scene.js';
import { ringBox } from '../render/mark.js';
import { disc, signParts } from '../render/sign.js';
import type { TextName } from './looks.js';
import type { Paper } from './paper.js';
import { boxPath, lined, weaker } from './pen.js';

/** Draws a mark: its ring, its sign, its label. What it is called can be read where it is pointed at. */
export function paintMark(paper: Paper, mark: SceneMark, name: string): void {
  const { pen, looks } = paper;
  const { x, y, sign, selected, era, color, label, event, dimmed } = mark;
  pen.part({ name }, () => {
    paper.shapes(x, y, () => {
      if (selected && !era) {
        const { x: left, y: top, width, height } = ringBox(mark);
        const ring = /bracket|set/.test(sign.shape) ? 'square-ring' : 'ring';
        pen.path(boxPath(left + 1, top + 1, width - 2, height - 2, looks.radius(ring)), looks.box(ring));
      }
      paintSign(paper, sign, event.status, color, dimmed);
    });
    if (label && !label.hidden) paintLabel(paper, mark, label);
  });
}

/** Draws a sign in the colour of a lane, pale where it stands back. */
export function paintSign(
  { pen, looks }: Paper,
  sign: SceneSign,
  status: Status | undefined,
  color: string,
  dimmed = false,
): void {
  const strength = dimmed ? looks.dimmed : 1;
  for (const { paths, fade } of signParts(sign, status, looks.corner))
    for (const { as, d } of paths) pen.path(d, weaker(looks.shape(as, color), strength), fade);
}

/** Draws the pill of events without room, or the sign of the only one. */
export function paintCluster(paper: Paper, cluster: SceneCluster, name: string): void {
  const { pen, looks, language } = paper;
  const { x, y, width, height, color, count, edge, only, matches, folded } = cluster;
  const dimmed = matches === 0;
  pen.part({ name }, () => {
    if (folded) return;
    paper.shapes(x, y, () => {
      pen.path(
        boxPath(0.5, 0.5, width - 1, height - 1, looks.radius('cluster')),
        looks.box(dimmed ? 'dimmed-cluster' : 'cluster', color),
      );
      if (only) paintSign(paper, disc(width / 2, height / 2), only.status, color);
    });
    if (only) return;
    const seen = language.shortNumber(count);
    const text = edge === 'start' ? `‹ ${seen}` : edge === 'end' ? `${seen} ›` : seen;
    paper.write(text, x + width / 2, y + height / 2, dimmed ? 'dimmed-pill' : 'pill', { align: 'middle' });
  });
}

function paintLabel(paper: Paper, mark: SceneMark, label: SceneLabel): void {
  const { looks } = paper;
  const { event, selected, era, dimmed } = mark;
  const { lines, date, note, side, width, height } = label;
  const left = mark.x + label.x + slideOf(mark.x + label.x, label.slide);
  const top = mark.y + label.y;
  const titleLook: TextName = dimmed ? 'dimmed-title' : era ? 'era' : selected ? 'selected' : 'title';
  const struck = event.status === 'refuted' || event.status === 'retracted';
  /** Where the last line ends. */
  let end = left;
  lines.forEach((line, i) => {
    const runs: { text: string; name: TextName }[] = [
      { text: i === 0 ? date : '', name: dimmed ? ('dimmed-date' as const) : ('date' as const) },
      { text: line, name: titleLook },
      { text: i === lines.length - 1 ? note : '', name: 'note' as const },
    ].filter(({ text }) => text);
    const widths = runs.map(({ text, name }) => looks.width(text, name));
    const whole = widths.reduce((sum, run) => sum + run, (runs.length - 1) * LABEL_GAP);
    let x = side === 'before' ? left + width - whole : left;
    const middle = top + ((i + 0.5) * height) / lines.length;
    runs.forEach(({ text, name }, at) => {
      paper.write(text, x, middle, name, { struck: struck && text === line, like: 'title' });
      x += widths[at]! + LABEL_GAP;
    });
    end = x - LABEL_GAP;
  });
  // Between the text and its sign there is no room for it.
  const past = side === 'before' ? -0.25 : 4.75;
  if (event.history.length > 0) paintCaret(paper, end + past, top + height - 3.5);
}

/** Draws the caret of what was corrected, its middle there. */
export const paintCaret = (paper: Paper, x: number, y: number): void =>
  paper.shapes(x, y, () =>
    paper.pen.path('M-3.25 1.6l3.25-3.25l3.25 3.25', lined(paper.looks.text('note').ink, 1.5)),
  );
