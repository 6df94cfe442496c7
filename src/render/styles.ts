import type { CSSResultGroup } from 'lit';
import { canvasStyles } from './canvas-styles.js';
import { columnStyles } from './column-styles.js';
import { evidenceStyles } from './evidence-styles.js';
import { facetStyles } from './facet-styles.js';
import { frameStyles } from './frame-styles.js';
import { helpStyles } from './help-styles.js';
import { listStyles } from './list-styles.js';
import { overviewStyles } from './overview-styles.js';
import { printStyles } from './print-styles.js';
import { searchStyles } from './search-styles.js';
import { storyStyles } from './story-styles.js';
import { theme } from './theme.js';

/** How all that the element shows looks; where two of them speak of the same, the later one counts. */
export const styles: CSSResultGroup = [
  theme,
  canvasStyles,
  overviewStyles,
  columnStyles,
  frameStyles,
  evidenceStyles,
  listStyles,
  helpStyles,
  searchStyles,
  facetStyles,
  storyStyles,
  printStyles,
];
