import { helpStyles } from './help-styles.js';

export { keyHelpTemplate } from './key-help.js';

/** How it looks. */
export const styles = [helpStyles];
