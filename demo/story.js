// The four entries that nobody vouches for, from the data of the picture, as a list in the column of the text.
const picture = document.querySelector('#picture');
const claims = document.querySelector('#claims');

await customElements.whenDefined('timeline-view');
await picture.ready;

const known = ['order', 'calls', 'weekend', 'claim'].map(id => picture.getEvent(id)).filter(Boolean);
claims.data = {
  lanes: [
    { id: 'us', title: 'United States' },
    { id: 'mexico', title: 'Mexico' },
  ],
  // A record comes back as it was given. Its relations lead to events that this list does not have.
  events: known.map(({ data }) => ({ ...data, links: [], tags: [] })),
};

// A picture is laid out for the width of the screen; on paper the same events stand as a list.
addEventListener('beforeprint', () => (picture.layout = 'list'));
addEventListener('afterprint', () => (picture.layout = 'auto'));
