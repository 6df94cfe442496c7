// The four entries that nobody vouches for, from the data of the picture, as a list in the column of the text.
const picture = document.querySelector('#picture');
const claims = document.querySelector('#claims');

const languages = document.querySelector('.languages');

/** What the page adds to the data, and where they are: English ones in the page itself. */
const EDITIONS = {
  'en-GB': {
    src: null,
    label: 'Three accounts and a claim',
  },
  es: {
    src: '../data/us-mexico-2025.es.json',
    label: 'Tres relatos y una afirmación',
  },
};

await customElements.whenDefined('timeline-view');
await picture.ready;
// The first view is for the width of a screen; a column has room for all.
if (picture.clientWidth < 480) await picture.fit();
tellClaims();

// The ids are the same in every language: the view and what is selected stay.
languages.hidden = false;
languages.addEventListener('click', async ({ target }) => {
  const lang = target.closest('button')?.value;
  if (!lang || lang === picture.lang) return;
  for (const button of languages.children) button.ariaPressed = `${button.value === lang}`;
  const { src, label } = EDITIONS[lang];
  Object.assign(picture, { lang, src });
  Object.assign(claims, { lang, label });
  await picture.ready;
  if (picture.lang === lang) tellClaims();
});

function tellClaims() {
  const known = ['order', 'calls', 'weekend', 'claim'].map(id => picture.getEvent(id)).filter(Boolean);
  claims.data = {
    lanes: picture.toJSON().lanes,
    // A record comes back as it was given. Its relations lead to events that this list does not have.
    events: known.map(({ data }) => ({ ...data, links: [], tags: [] })),
  };
}
