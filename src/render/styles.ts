import type { CSSResult } from 'lit';
import { canvasStyles } from './canvas-styles.js';
import { evidenceStyles } from './evidence-styles.js';
import { extentStyles } from './extent-styles.js';
import { frameStyles } from './frame-styles.js';
import { listStyles } from './list-styles.js';
import { matchStyles } from './match-styles.js';
import { overviewStyles } from './overview-styles.js';
import { pressedStyles } from './pressed-styles.js';
import { printStyles } from './print-styles.js';
import { adoptSheets, sheetsIn, sheetsOf } from './sheets.js';
import { skipStyles } from './skip-styles.js';
import { storyStyles } from './story-styles.js';
import { theme } from './theme.js';

/** How all that the element shows looks; where two of them speak of the same, the later one counts. */
export const styles: readonly CSSResult[] = [
  theme,
  canvasStyles,
  overviewStyles,
  frameStyles,
  extentStyles,
  evidenceStyles,
  listStyles,
  skipStyles,
  matchStyles,
  pressedStyles,
  storyStyles,
  printStyles,
];

/** Something that is loaded with how it looks. */
export interface StyledPart {
  readonly styles: readonly CSSResult[];
  /** Those that count more; in their absence, those of paper. */
  readonly under?: CSSResult;
}

/** Adds these to the styles that a tree has. */
export function adoptStyles(root: ShadowRoot, { styles: added, under = printStyles }: StyledPart): void {
  const sheets = [...sheetsIn(root)];
  const at = sheets.indexOf(under.styleSheet!);
  sheets.splice(at < 0 ? sheets.length : at, 0, ...sheetsOf(added));
  adoptSheets(root, sheets);
}
