/** A year, month or day as written, with its qualifiers. */
export interface WrittenPart {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** A single date taken apart; `joinDate` puts it together again, letter by letter. */
export interface WrittenDate {
  /** `c. ` and the like. */
  readonly about: string;
  /** Its year and, where they are written, month (or the code of a part of the year) and day. */
  readonly parts: readonly WrittenPart[];
  /** The time of day from its `T` on; empty where there is none. */
  readonly time: string;
  /** The qualifier behind a time. */
  readonly last: string;
}

const ABOUT = /(?:circa|about|ca?)\.? ?(?=\d)/iy;
const QUALIFIER = /[?~%]/y;
/** What may be a year. */
const YEAR = /Y?[+-]?[\dX]+(?:E\d+)?(?:S\d+)?(?: ?(?:BCE?|bce?|CE|ce|AD|ad))?/y;
const DIGITS = /[\dX]+/y;
const HYPHEN = /-/y;
const TIME = /T[\d:.,Z+-]*/y;

/** Takes a text apart from left to right. */
class Scanner {
  #at = 0;
  constructor(readonly text: string) {}

  /** Returns what a sticky pattern matches here, and goes behind it; empty where it does not match. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const taken = pattern.exec(this.text)?.[0] ?? '';
    this.#at += taken.length;
    return taken;
  }

  takePart(pattern: RegExp): WrittenPart {
    return { before: this.take(QUALIFIER), text: this.take(pattern), after: this.take(QUALIFIER) };
  }

  get isAtEnd(): boolean {
    return this.#at === this.text.length;
  }
}

/**
 * Takes a date apart, whatever its numbers say; null where it is none.
 *
 *     date = [about] part ["-" part ["-" part]] [time [qualifier]]
 *     part = [qualifier] digits [qualifier]
 */
export function takeApart(text: string): WrittenDate | null {
  const scan = new Scanner(text);
  const about = scan.take(ABOUT);
  const parts = [scan.takePart(YEAR)];
  while (parts.length < 3 && scan.take(HYPHEN)) parts.push(scan.takePart(DIGITS));
  const time = scan.take(TIME);
  const last = time && scan.take(QUALIFIER);
  return scan.isAtEnd && parts[0]!.text ? { about, parts, time, last } : null;
}

/** The text of a date that was taken apart. */
export const joinDate = ({ about, parts, time, last }: WrittenDate): string =>
  about + parts.map(({ before, text, after }) => before + text + after).join('-') + time + last;
