import type * as chosenPart from './chosen-part.js';
import type * as columnPart from './column-part.js';
import type * as exportPart from './export-part.js';
import type * as helpPart from './help-part.js';
import type * as searchPart from './search-part.js';

/** What is rendered only where it is needed, and loaded then; null until it is there. */
export interface FrameParts {
  readonly chosen: typeof chosenPart | null;
  readonly column: typeof columnPart | null;
  readonly exports: typeof exportPart | null;
  readonly help: typeof helpPart | null;
  readonly search: typeof searchPart | null;
}
