// The themes that lie beside these pages, by name.

export const THEMES = ['newspaper', 'museum', 'dashboard'];

/** Returns the style sheet of a theme, empty where there is none of that name. */
export async function textOfTheme(name) {
  if (!THEMES.includes(name)) return '';
  const answer = await fetch(`themes/${name}.css`);
  return answer.ok ? answer.text() : '';
}
