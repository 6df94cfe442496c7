/** The words of the attribute `scale`: in proportion to time, equal steps between events, long silences folded. */
export const SCALES = ['time', 'even', 'compressed'] as const;
export type ScaleWord = (typeof SCALES)[number];

export const isScale = (word: string): word is ScaleWord => SCALES.some(scale => scale === word);
