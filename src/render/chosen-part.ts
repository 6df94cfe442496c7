export { withChosenLabel } from '../layout/chosen-label.js';

/** It looks like any other label. */
export const styles = [];
