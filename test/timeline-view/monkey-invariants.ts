import type { TimelineView } from '../../src/timeline-view.js';
import { parseDate } from '../../src/time/parse-date.js';
import { illegible } from './legible.js';
import type { Cage, Known } from './monkey-steps.js';
import { clustersOf, find, marksOf, misplaced, overlaps, parts, serialized, settled } from './mounted.js';

/** Whether a record is among what a word looks for, by brute force: a word of its title begins so; `-` asks for the others. */
function matches({ title }: Known, query: string | null): boolean {
  if (!query) return true;
  const words = String(title).toLowerCase().split(/\W+/);
  const has = (asked: string): boolean => words.some(word => word.startsWith(asked));
  return query
    .toLowerCase()
    .split(' ')
    .every(asked => (asked.startsWith('-') ? !has(asked.slice(1)) : has(asked)));
}

/** The records that overlap the view and match, each with its stretch as its date is written. */
function expected({ element, known }: Cage): Known[] {
  const shown = element.getAttribute('matches') === 'dim' ? null : element.query;
  return [...known.values()].filter(record => {
    const read = parseDate(record.date as string);
    return read.ok && overlaps(read.value, element.view) && matches(record, shown);
  });
}

/** Puts the element where it can be seen, and waits until all that was begun is at rest. */
async function calm({ element, home }: Cage): Promise<void> {
  home.style.display = '';
  if (parseFloat(home.style.width) < 320) home.style.width = '780px';
  if (element.parentNode !== home) home.append(element);
  window.dispatchEvent(new Event('afterprint'));
  await element.show(element.view, { animate: false });
  await settled(element);
}

/** Of what readers chose in the panels nothing is left: the brute force below knows titles alone. */
const plain = (element: TimelineView): boolean =>
  element.filter === null && /^[-\w ]*$/.test(element.query ?? '');

/** Returns what does not hold of what must hold at rest, whatever was done before. */
export async function broken(cage: Cage): Promise<string[]> {
  await calm(cage);
  const { element, known } = cage;
  const wrong: string[] = [];
  const { view } = element;
  if (!(Number.isFinite(view.start) && Number.isFinite(view.end) && view.start < view.end))
    wrong.push(`the view is ${JSON.stringify(view)}`);
  const html = serialized(element.shadowRoot!);
  const nonsense = /[^"]*="[^"]*\b(NaN|Infinity|undefined|\[object)[^"]*"/.exec(html);
  if (nonsense) wrong.push(`nonsense: ${nonsense[0]}`);

  const all = element.toJSON().events.map(({ id }) => String(id));
  if (all.length !== known.size || all.some(id => !known.has(id)))
    wrong.push(`${all.length} events, ${known.size} expected`);
  if (!plain(element)) return wrong;

  const visible = expected(cage);
  const found = element.visibleEvents().map(({ id }) => id);
  if (
    found.sort().join() !==
    visible
      .map(({ id }) => id)
      .sort()
      .join()
  )
    wrong.push(`${found.length} events are visible, ${visible.length} expected`);

  const isPicture = parts(element, 'canvas').length > 0 && !find(element, '.column');
  if (!isPicture) return wrong;
  const laneBy = element.laneBy ?? 'lane';
  const lanesOf = ({ lane }: Known): number => (laneBy === 'lane' ? new Set([lane].flat()).size : 1);
  const standing = [...marksOf(element), ...clustersOf(element)].filter(item => overlaps(item, view));
  const [stand, should] = [
    standing.reduce((sum, { count }) => sum + count, 0),
    visible.reduce((sum, record) => sum + lanesOf(record), 0),
  ];
  if (stand !== should) wrong.push(`marks and counts come to ${stand}, ${should} expected`);
  if (element.scale !== 'even' && element.scale !== 'compressed') wrong.push(...misplaced(element, view));
  wrong.push(...illegible(element));
  const [canvas] = parts(element, 'canvas');
  const count = canvas!.querySelectorAll('*').length;
  if (count > 1500) wrong.push(`${count} elements`);
  return wrong;
}
