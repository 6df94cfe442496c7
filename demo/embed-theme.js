// Looks, made of documented properties alone.

const serif = "Charter, Cambria, Georgia, 'Noto Serif', serif";

export const THEMES = {
  newsprint: {
    'font-family': serif,
    '--timeline-heading-font': serif,
    '--timeline-paper': 'light-dark(#f7f2e7, #211e19)',
    '--timeline-ink': 'light-dark(#1f1b16, #efe7d8)',
    '--timeline-muted': 'light-dark(#574d40, #c3b7a3)',
    '--timeline-accent': 'light-dark(#9c1f1a, #ff8d78)',
    '--timeline-color-1': 'light-dark(#8a2a1d, #f0917f)',
    '--timeline-color-2': 'light-dark(#2f5d62, #86c5cb)',
  },
  night: {
    'color-scheme': 'dark',
    '--timeline-paper': '#10141c',
    '--timeline-ink': '#e8edf6',
    '--timeline-muted': '#aab6c9',
    '--timeline-accent': '#ffb454',
    '--timeline-color-1': '#7fb4ff',
    '--timeline-color-2': '#7be0b0',
  },
  plain: {
    'color-scheme': 'light',
    '--timeline-paper': '#fff',
    '--timeline-ink': '#000',
    '--timeline-muted': '#3d3d3d',
    '--timeline-accent': '#0048b5',
  },
};

/** What a state sets in a style sheet, by property. */
export const declarationsOf = ({ theme, height }) => ({
  ...(Object.hasOwn(THEMES, theme) && THEMES[theme]),
  ...(/^\d{1,3}(\.\d+)?$/.test(height) && { '--timeline-height': `${height}rem` }),
});
