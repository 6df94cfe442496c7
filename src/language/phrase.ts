/** One text, or one for each plural form that its language has. `{name}` is filled from the parameters. */
export type Phrase = string | PluralPhrase;

/** The forms of `Intl.PluralRules`; `{count}` or `{ordinal}` chooses. */
export interface PluralPhrase {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}
