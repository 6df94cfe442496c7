import type * as chosenPart from './chosen-part.js';
import type * as columnPart from './column-part.js';
import type * as exportPart from './export-part.js';
import type * as helpPart from './help-part.js';
import type * as mediaPart from './media-part.js';
import type * as searchPart from './search-part.js';

/** What is rendered only where it is needed, and loaded then; null until it is there. */
export interface FrameParts {
  readonly chosen: typeof chosenPart | null;
  readonly column: typeof columnPart | null;
  readonly exports: typeof exportPart | null;
  readonly help: typeof helpPart | null;
  /** To ask for it is to need it: which events have media, only their details find. */
  readonly figures: typeof mediaPart | null;
  /** Whether what shows media could not be had. */
  readonly lacksFigures: boolean;
  readonly search: typeof searchPart | null;
}
