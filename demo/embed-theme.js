// The look of a timeline: a theme, its scheme, its height.
import { textOfTheme } from './theme-files.js';

/** Returns the style sheet that a state asks for, empty where it asks for none. */
export async function sheetOf({ theme, scheme, height }) {
  const declarations = [
    ...(['light', 'dark'].includes(scheme) ? [`color-scheme: ${scheme}`] : []),
    ...(/^\d{1,3}(\.\d+)?$/.test(height) ? [`--timeline-height: ${height}rem`] : []),
  ];
  const own = declarations.map(declaration => `  ${declaration};\n`).join('');
  const texts = [await textOfTheme(theme), own && `timeline-view {\n${own}}\n`];
  return texts.filter(Boolean).join('\n');
}
