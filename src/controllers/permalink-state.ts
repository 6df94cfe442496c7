/** What an address can keep, each under its key. */
export type PermalinkKey = 'layout' | 'scale' | 'query' | 'filter' | 'view' | 'sel';

/** What is other than it was at first, as text. */
export type PermalinkState = Readonly<Partial<Record<PermalinkKey, string>>>;

/** How a state is taken up. */
export interface Restoring {
  /** All of it. */
  readonly state: PermalinkState;
  /** Whether the page has just been opened with it; else the reader goes back or forward. */
  readonly first: boolean;
}

/** One thing that is kept. What it was before anything was restored is not written. */
export interface PermalinkField {
  readonly key: PermalinkKey;
  /** What an issue says that it may be. */
  readonly expected: string;
  /** Whether data that come later may let it be taken up. */
  readonly waits?: boolean;
  /** As text; `null` where it can't be told now, and stays as it was told. */
  read(): string | null;
  /** Takes it up and tells whether it could. */
  write(text: string, restoring: Restoring): boolean;
}

/** What all is now, as far as it can be told. */
export const readFields = (fields: readonly PermalinkField[]): PermalinkState =>
  Object.fromEntries(fields.map(({ key, read }) => [key, read() ?? '']));
