import { facetStyles } from './facet-styles.js';
import { searchStyles } from './search-styles.js';

export { arrangementChoiceTemplate } from './arrangement-choice.js';
export { facetPanelTemplate, facetRowTemplate } from './facets.js';
export { searchTemplate } from './search.js';

/** How all of this looks. */
export const styles = [searchStyles, facetStyles];
