import { footOf } from '../layout/guests.js';
import type { Picture } from '../layout/picture.js';
import type { SceneCluster, SceneLane, SceneMark } from '../layout/scene.js';
import { headOf, lineOf, rounded } from '../render/arc.js';
import { milestoneX, washEdges, washStripes } from '../render/backdrop.js';
import { chosenPath } from '../render/chosen-line.js';
import { foldItems, tornEdges } from '../render/folds.js';
import { stepsPath } from '../render/steps-path.js';
import { paintCluster, paintMark } from './paint-mark.js';
import type { Paper } from './paper.js';
import { boxPath, filled, lined, weaker, type Look } from './pen.js';

/** Height of the word beside a relation, in px. */
const WORD_HEIGHT = 16;

/** Names of what can be pointed at. */
export interface SceneNames {
  mark(mark: SceneMark): string;
  cluster(cluster: SceneCluster): string;
}

/** Draws a scene: what lies behind the marks, the marks and pills that can be seen, the titles of the lanes. */
export function paintScene(paper: Paper, picture: Picture, names: SceneNames): void {
  const { scene } = picture;
  paper.shapes(0, 0, () => paintBackdrop(paper, picture));
  const isSeen = ({ x, width, label }: SceneMark): boolean =>
    (x + width > 0 && x < scene.width) || (label !== null && !label.hidden);
  for (const mark of scene.marks) if (isSeen(mark)) paintMark(paper, mark, names.mark(mark));
  for (const cluster of scene.clusters)
    if (cluster.x + cluster.width > 0 && cluster.x < scene.width)
      paintCluster(paper, cluster, names.cluster(cluster));
  for (const { word } of scene.links)
    if (word) paper.write(word.text, word.x, word.y + WORD_HEIGHT / 2, 'link-word');
  for (const lane of scene.lanes) paintTitle(paper, lane);
}

function paintBackdrop({ pen, looks }: Paper, { scene, weekends, folds }: Picture): void {
  const { width, height, view, pxPerMs } = scene;
  const stripe = (x: number, length: number, look: Look): void => {
    const from = Math.max(0, x);
    const to = Math.min(width, x + length);
    if (from < to) pen.path(boxPath(from, 0, to - from, height), look);
  };
  for (const { start, end } of weekends)
    stripe((start - view.start) * pxPerMs, (end - start) * pxPerMs, looks.shape('weekend'));
  for (const wash of scene.washes) {
    for (const { x, width: length, strength, faint } of washStripes(wash))
      stripe(x, length, weaker(looks.shape(faint ? 'faint' : 'wash', wash.color), strength));
    if (wash.uncertain) pen.path(washEdges(wash, scene), looks.shape('doubt', wash.color));
  }
  for (const fold of foldItems(folds, scene)) {
    const { gap, edges } = tornEdges(fold, height);
    pen.path(boxPath(gap.x, 0, gap.width, height), looks.shape('torn-gap'));
    pen.path(edges, looks.shape('torn'));
  }
  for (const { color, x, y, step, counts, height: tallest, most } of scene.silhouettes)
    pen.part({ x, y, stretch: step }, () =>
      pen.path(stepsPath(counts, tallest, most), looks.shape('silhouette', color)),
    );
  const foot = footOf(scene);
  for (const y of [...scene.lanes.slice(1).map(lane => lane.y), ...(foot === null ? [] : [foot])])
    pen.path(`M0 ${y + 0.5}H${width}`, lined(looks.ink('var(--_hairline)'), 1));
  for (const mark of scene.marks) {
    const x = milestoneX(mark);
    if (x !== null) pen.path(`M${x} 0V${height}`, looks.shape('milestone', mark.color));
    const line = chosenPath(mark, scene);
    if (line !== null) pen.path(line, looks.shape('chosen'));
  }
  for (const { points } of scene.links) pen.path(rounded(points), looks.shape('link-halo'));
  for (const link of scene.links) {
    pen.path(rounded(link.points), looks.shape(lineOf(link) || 'link'));
    pen.path(headOf(link), looks.shape('link-head'));
  }
}

/** The bar before the title of a lane, and the space behind it. */
const BAR = { width: 3, height: 12, gap: 8 };

function paintTitle(
  paper: Paper,
  { title, y, headHeight, indent, titleWidth, color, shaded }: SceneLane,
): void {
  const { pen, looks } = paper;
  if (!headHeight || !title) return;
  const x = indent + BAR.width + BAR.gap;
  const text = shortened(title, titleWidth - x, looks);
  paper.shapes(indent, y, () => {
    // No silhouette behind the letters.
    if (shaded)
      pen.path(
        boxPath(0, 1, x - indent + looks.width(text, 'lane') + 4, headHeight - 1),
        filled(looks.ink('var(--_paper)')),
      );
    pen.path(boxPath(0, (headHeight - BAR.height) / 2, BAR.width, BAR.height), filled(looks.ink(color)));
  });
  pen.part({ name: text === title ? '' : title }, () => paper.write(text, x, y + headHeight / 2, 'lane'));
}

/** A title on one line of so many px, with as many of its letters as there is room for. */
function shortened(title: string, width: number, looks: Paper['looks']): string {
  if (looks.width(title, 'lane') <= width) return title;
  const letters = [...title];
  while (letters.length > 1 && looks.width(`${letters.join('')}…`, 'lane') > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
