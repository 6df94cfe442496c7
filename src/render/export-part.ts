import { exportMenuStyles } from './export-menu-styles.js';

export { exportMenuTemplate } from './export-menu.js';

/** How it looks. */
export const styles = [exportMenuStyles];
