// Puts the timeline into the look that is chosen, and shows the sheet that makes it. The choice is in the address: #museum-dark.
import { textOfTheme } from './theme-files.js';

const form = document.querySelector('.choices');
const code = document.querySelector('#code');
/** The theme that the page has without a script. */
const first = document.querySelector('link[data-theme]');
/** The one that is chosen. */
const chosen = new CSSStyleSheet();
document.adoptedStyleSheets = [chosen];

/** Shows what is chosen; of several choices the last one counts. */
async function show() {
  const { theme, scheme } = Object.fromEntries(new FormData(form));
  const root = document.documentElement;
  root.dataset.theme = theme;
  root.dataset.scheme = scheme;
  history.replaceState(history.state, '', `#${[theme || 'none', scheme].filter(Boolean).join('-')}`);
  document.querySelector('#file').href = `themes/${theme}.css`;
  const text = await textOfTheme(theme);
  if (root.dataset.theme !== theme) return;
  chosen.replaceSync(text);
  if (first.sheet) first.sheet.disabled = true;
  code.textContent = text;
}

/** Takes up what the address says. */
function follow() {
  const [theme, scheme = ''] = location.hash.slice(1).split('-');
  const choose = (name, value) => {
    const radio = [...form.elements[name]].find(other => other.value === value);
    if (radio) radio.checked = true;
  };
  if (theme) {
    choose('theme', theme === 'none' ? '' : theme);
    choose('scheme', scheme);
  }
  return show();
}

form.addEventListener('change', show);
addEventListener('hashchange', follow);
await follow();
