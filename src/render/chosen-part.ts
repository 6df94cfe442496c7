export { withChosenLabel } from '../layout/chosen-label.js';
export { SceneLinks } from '../layout/links.js';

/** They look like any other label and line. */
export const styles = [];
