import type { Language } from './language.js';

/** What of a query is not understood. */
export interface QueryFaults {
  /** Dates, as written. */
  readonly unread: readonly string[];
  /** Fields, each with the one that may be meant. */
  readonly unknownFields: readonly { readonly name: string; readonly meant: string | undefined }[];
}

/** The same in words. */
export const queryFaults = (
  { unread, unknownFields }: QueryFaults,
  { say }: Pick<Language, 'say'>,
): readonly string[] => [
  ...unread.map(text => say('dateUnread', { text })),
  ...unknownFields.map(({ name, meant }) =>
    meant === undefined ? say('fieldUnknown', { name }) : say('fieldMeant', { name, meant }),
  ),
];
