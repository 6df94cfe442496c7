// Puts the timeline into the look that is chosen, and shows the sheet that makes it. The choice is in the address: #museum-dark.
import { textOfTheme } from './theme-files.js';

const form = document.querySelector('.choices');
const code = document.querySelector('#code');
const sheets = [...document.querySelectorAll('link[data-theme]')];

/** Shows what is chosen; of several choices the last one counts. */
async function show() {
  const { theme, scheme } = Object.fromEntries(new FormData(form));
  const root = document.documentElement;
  root.dataset.theme = theme;
  root.dataset.scheme = scheme;
  for (const sheet of sheets) {
    const media = sheet.dataset.theme === theme ? '' : 'not all';
    // Whatever is written makes an engine begin again with a sheet that is still loading.
    if (sheet.media !== media) sheet.media = media;
  }
  history.replaceState(history.state, '', `#${[theme || 'none', scheme].filter(Boolean).join('-')}`);
  document.querySelector('#file').href = `themes/${theme}.css`;
  const text = await textOfTheme(theme);
  if (root.dataset.theme === theme) code.textContent = text;
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
