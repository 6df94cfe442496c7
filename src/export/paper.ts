import type { Language } from '../language/language.js';
import type { Looks, TextName } from './looks.js';
import type { Pen, TextPlace } from './pen.js';

/** A stretch of paper of some width, whose px are counted from where lines begin: from the right in some languages. */
export class Paper {
  readonly pen: Pen;
  readonly looks: Looks;
  readonly language: Language;
  readonly width: number;

  constructor(pen: Pen, looks: Looks, language: Language, width: number) {
    this.pen = pen;
    this.looks = looks;
    this.language = language;
    this.width = width;
  }

  get isRtl(): boolean {
    return this.language.direction === 'rtl';
  }

  /** Draws shapes, `x` px from where lines begin. Texts would stand mirrored in there. */
  shapes(x: number, y: number, draw: () => void): void {
    const { isRtl: mirrored } = this;
    this.pen.part({ x: mirrored ? this.width - x : x, y, mirrored }, draw);
  }

  /** Draws a stretch of paper within this one, `x` px from where lines begin; nothing is seen beyond it. */
  within(box: { x: number; y: number; width: number; height: number }, draw: (paper: Paper) => void): void {
    const { x, y, width } = box;
    this.pen.part({ x: this.isRtl ? this.width - x - width : x, y, clip: box }, () =>
      draw(new Paper(this.pen, this.looks, this.language, width)),
    );
  }

  /** Writes a text on one line, which has its middle at that height; `align` says what of the text is at `x`. */
  write(
    text: string,
    x: number,
    middle: number,
    name: TextName,
    { align = 'start', struck = false, like = name }: Writing = {},
  ): void {
    const { isRtl, looks, language } = this;
    const anchors = isRtl ? ANCHORS.rtl : ANCHORS.ltr;
    const place: TextPlace = {
      x: isRtl ? this.width - x : x,
      y: middle + looks.drop(like),
      anchor: anchors[align],
      direction: directionOf(text) ?? language.direction,
      struck,
    };
    this.pen.text(text, place, looks.text(name));
  }
}

interface Writing {
  readonly align?: 'start' | 'middle' | 'end';
  readonly struck?: boolean;
  /** The text whose base line it shares. */
  readonly like?: TextName;
}

const ANCHORS = {
  ltr: { start: 'left', middle: 'middle', end: 'right' },
  rtl: { start: 'right', middle: 'middle', end: 'left' },
} as const;

const RTL = /^[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Rohg}]/u;

/** The direction of the first letter of a text, as `<bdi>` has it; none where there is no letter. */
export function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const letter = /\p{L}/u.exec(text)?.[0];
  if (letter === undefined) return undefined;
  return RTL.test(letter) ? 'rtl' : 'ltr';
}
