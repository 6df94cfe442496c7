import { columnStyles } from './column-styles.js';

export { frameStyles as under } from './frame-styles.js';
export { layoutColumn } from '../layout/column.js';
export { layoutRail } from '../layout/rail.js';
export { columnTemplate } from './column.js';

/** How it looks. */
export const styles = [columnStyles];
