/** What a scroller shows of its text, and how far that goes on. All in px. */
export interface Scrolled {
  /** From where to where, in the page's window, something can be read. */
  readonly top: number;
  readonly bottom: number;
  /** How far it has been scrolled, and how far it can be scrolled on. */
  readonly before: number;
  readonly after: number;
}

/** What is read is the last that begins before `from`, or the next one after it where that begins before `to`. */
export interface ReadingZone {
  readonly from: number;
  readonly to: number;
}

/** How far down a window people read, as a share of its height. */
const LINE = 0.4;

/**
 * Sections of a page are read in their order: as long as one begins in sight above the line it is read, and the next one, that may
 * have come up to the line as well, is not. So short ones get their turns, and one that a link leads to is the one that is read.
 * Where scrolling ends before the last one, which begins at `last` then, has come to the top, that comes down to it.
 */
export function sectionZone(scrolled: Scrolled, last: number): ReadingZone {
  const { top, bottom, before, after } = scrolled;
  const end = endOf(scrolled, last);
  const range = before + after;
  const down = end * (range < end ? share(before, range) : Math.max(0, 1 - share(after, end)));
  return { from: top + down, to: top + Math.max(LINE * (bottom - top), down) };
}

/**
 * Paragraphs that follow each other closely are read at the line. Where scrolling begins it is at the top, so that each of them comes
 * to it; and where it ends before the last one, which begins at `last` then, has come up to the line, that comes down to it.
 */
export function paragraphZone(scrolled: Scrolled, last: number): ReadingZone {
  const { top, bottom, before, after } = scrolled;
  const end = endOf(scrolled, last);
  const range = before + after;
  const at =
    range < end ? end * share(before, range) : Math.max(Math.min(LINE * (bottom - top), before), end - after);
  return { from: top + at, to: top + at };
}

/** How far down the window the last one begins at the end; what lies below it never comes into sight. */
const endOf = ({ top, bottom }: Scrolled, last: number): number =>
  Math.max(0, Math.min(bottom - top, last - top));

/** What does not scroll has not been scrolled. */
const share = (part: number, whole: number): number => (whole > 0 ? part / whole : 0);
