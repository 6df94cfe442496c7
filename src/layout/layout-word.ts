/** The words of the attribute `layout`. */
export const LAYOUTS = ['auto', 'horizontal', 'vertical', 'list'] as const;
export type LayoutWord = (typeof LAYOUTS)[number];

/** The layouts that there are. */
export type DrawnLayout = Exclude<LayoutWord, 'auto'>;

export const isLayout = (word: string): word is LayoutWord => LAYOUTS.some(layout => layout === word);
