import { LABEL_GAP, type LabelMetrics } from './label-metrics.js';

/** A title broken into one or two lines, with the width of the widest. */
export interface WrappedTitle {
  readonly lines: readonly string[];
  readonly width: number;
  /** False where it was shortened to "…". */
  readonly whole: boolean;
}

/** Px from which a title is worth two lines, and how much of its width they may take at the most. */
const LEAST_WRAPPED = 90;
const WIDEST_WRAPPED = 0.7;

type Measure = (text: string) => number;

/** The units between which a text may break: at spaces and soft hyphens, else between words, else graphemes. */
function unitsOf(text: string, max: number, measure: Measure, locale: string): string[] {
  return text.split(/(?<=\s)(?=\S)|(?<=\u00ad)/u).flatMap(word => {
    if (measure(word.trimEnd()) <= max) return [word];
    return segments(word, 'word', locale).flatMap(part =>
      measure(part.trimEnd()) <= max ? [part] : segments(part, 'grapheme', locale),
    );
  });
}

function segments(text: string, granularity: 'word' | 'grapheme', locale: string): string[] {
  return Array.from(new Intl.Segmenter(locale, { granularity }).segment(text), part => part.segment);
}

/** A line as it is printed: a soft hyphen shows only where the line breaks at it. */
function printed(units: readonly string[]): string {
  const text = units.join('');
  return text
    .replace(/\u00ad(?!$)/g, '')
    .replace(/\u00ad$/, '-')
    .trim();
}

/**
 * Ways to print a title in lines of at most `max` px, best first: on one line where it fits, on two
 * lines as equal as its words allow where that saves width or there is no other way, or, where two lines can't hold it, shortened after a whole word.
 */
export function wrapTitle(title: string, max: number, metrics: LabelMetrics): WrappedTitle[] {
  const measure: Measure = text => metrics.measure(text, 'title');
  const text = title.replace(/\s+/gu, ' ').trim();
  const plain = text.replace(/\u00ad/g, '');
  const found: WrappedTitle[] = [];
  const full = measure(plain);
  if (full <= max) found.push({ lines: [plain], width: full, whole: true });
  if (full < LEAST_WRAPPED) return found;
  const units = unitsOf(text, max, measure, metrics.locale);
  const two = balanced(units, max, measure);
  if (two && (full > max || two.width <= full * WIDEST_WRAPPED)) found.push(two);
  return found.length > 0 ? found : [shortened(units, max, measure)];
}

/** A text in as many lines of at most `max` px as it takes. */
export function wrapText(text: string, max: number, measure: Measure, locale: string): string[] {
  const lines: string[][] = [[]];
  for (const unit of unitsOf(text.replace(/\s+/gu, ' ').trim(), max, measure, locale)) {
    const line = lines.at(-1)!;
    if (line.length && measure(printed([...line, unit])) > max) lines.push([unit]);
    else line.push(unit);
  }
  return lines.map(printed).filter(Boolean);
}

function balanced(units: readonly string[], max: number, measure: Measure): WrappedTitle | null {
  let best: WrappedTitle | null = null;
  for (let at = 1; at < units.length; at++) {
    const lines = [printed(units.slice(0, at)), printed(units.slice(at))];
    const first = measure(lines[0]!);
    if (first > max || (best && first >= best.width)) break;
    const width = Math.max(first, measure(lines[1]!));
    if (width <= max && (!best || width < best.width)) best = { lines, width, whole: true };
  }
  return best;
}

function shortened(units: readonly string[], max: number, measure: Measure): WrappedTitle {
  let cut = 1;
  while (cut < units.length && measure(printed(units.slice(0, cut + 1))) <= max) cut++;
  const first = printed(units.slice(0, cut));
  const rest = units.slice(cut);
  let count = rest.length;
  while (count > 1 && measure(`${printed(rest.slice(0, count))}…`) > max) count--;
  const second = `${printed(rest.slice(0, count))}…`;
  return {
    lines: [first, second],
    width: Math.max(measure(first), Math.min(max, measure(second))),
    whole: false,
  };
}

/** The longest whole-word beginning of a title that fits on one line of `max` px; `null` for none. */
export function shortenTitle(title: string, max: number, metrics: LabelMetrics): WrappedTitle | null {
  const measure: Measure = text => metrics.measure(text, 'title');
  const text = title
    .replace(/\s+/gu, ' ')
    .replace(/\u00ad/g, '')
    .trim();
  const full = measure(text);
  if (full <= max) return { lines: [text], width: full, whole: true };
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const line = `${words.slice(0, count).join(' ')}…`;
    const width = measure(line);
    if (width <= max) return { lines: [line], width, whole: false };
  }
  return null;
}

/** Width of a label's widest line with its date before the first and its note after the last line. */
export function labelWidth(title: WrappedTitle, date: string, note: string, metrics: LabelMetrics): number {
  if (!date && !note) return title.width;
  const last = title.lines.length - 1;
  return Math.max(
    ...title.lines.map((line, i) => {
      const before = date && i === 0 ? metrics.measure(date, 'date') + LABEL_GAP : 0;
      const after = note && i === last ? metrics.measure(note, 'note') + LABEL_GAP : 0;
      return before + metrics.measure(line, 'title') + after;
    }),
  );
}
