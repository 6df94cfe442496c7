/** Space between the date, the title and the note of a label, and between a mark and its label. */
export const LABEL_GAP = 6;

/** Measures and texts that layout needs and can't know without a page. */
export interface LabelMetrics {
  /** Width in px of a text in one of the three styles of a label, at the widest weight it takes. */
  measure(text: string, style: 'title' | 'date' | 'note'): number;
  /** Height of a line of a title in px. */
  readonly lineHeight: number;
  /** Language of the texts, for breaking them. */
  readonly locale: string;
}

/** What a label may say, in full. */
export interface LabelTexts {
  readonly title: string;
  /** The date in words; empty for none. */
  readonly date: string;
  /** Status or "ongoing"; empty for none. */
  readonly note: string;
}
