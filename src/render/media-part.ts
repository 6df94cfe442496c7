import { mediaStyles } from './media-styles.js';

export { mediaTemplate } from './media.js';

/** How they look. */
export const styles = [mediaStyles];
