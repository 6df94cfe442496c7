// Links a timeline with a table and a map, through what the element says in public: two events, two methods.
const SVG = 'http://www.w3.org/2000/svg';

const eruptions = [
  { id: 'vesuvius', date: '0079', title: 'Vesuvius', deaths: 2000, at: [14.4, 40.8] },
  { id: 'taupo', date: '0232~', title: 'Taupō', deaths: null, at: [175.9, -38.8] },
  { id: 'changbai', date: '0946', title: 'Changbaishan', deaths: null, at: [128.1, 42] },
  { id: 'samalas', date: '1257', title: 'Samalas', deaths: null, at: [116.5, -8.4] },
  { id: 'huaynaputina', date: '1600-02-19', title: 'Huaynaputina', deaths: 1500, at: [-70.9, -16.6] },
  { id: 'laki', date: '1783-06-08/1784-02-07', title: 'Laki', deaths: 9000, at: [-18.2, 64.1] },
  { id: 'unzen', date: '1792-05-21', title: 'Unzen', deaths: 15000, at: [130.3, 32.8] },
  {
    id: 'tambora',
    date: '1815-04-05/1815-07-15',
    title: 'Tambora',
    deaths: 70000,
    at: [118, -8.3],
    importance: 1,
  },
  {
    id: 'krakatoa',
    date: '1883-08-26/1883-08-27',
    title: 'Krakatoa',
    deaths: 36000,
    at: [105.4, -6.1],
    importance: 0.9,
  },
  { id: 'pelee', date: '1902-05-08', title: 'Mont Pelée', deaths: 28000, at: [-61.2, 14.8] },
  { id: 'novarupta', date: '1912-06-06/1912-06-08', title: 'Novarupta', deaths: 0, at: [-155.2, 58.3] },
  { id: 'st-helens', date: '1980-05-18', title: 'Mount St Helens', deaths: 57, at: [-122.2, 46.2] },
  { id: 'ruiz', date: '1985-11-13', title: 'Nevado del Ruiz', deaths: 23000, at: [-75.3, 4.9] },
  { id: 'pinatubo', date: '1991-06-15', title: 'Pinatubo', deaths: 800, at: [120.4, 15.1], importance: 0.8 },
  { id: 'hunga', date: '2022-01-15', title: 'Hunga Tonga', deaths: 6, at: [-175.4, -20.5] },
];

const timeline = document.querySelector('#eruptions');
const body = document.querySelector('tbody');
const map = document.querySelector('.map');
const number = new Intl.NumberFormat(document.documentElement.lang);

const grid = document.createElementNS(SVG, 'path');
const lines = [
  ...Array.from({ length: 11 }, (_, i) => `M${30 * i - 150}-90v180`),
  ...Array.from({ length: 5 }, (_, i) => `M-180 ${30 * i - 60}h360`),
];
grid.setAttribute('d', lines.join(''));
map.append(grid);
const dots = new Map(
  eruptions.map(({ id, at: [longitude, latitude] }) => {
    const dot = document.createElementNS(SVG, 'circle');
    for (const [name, value] of Object.entries({ cx: longitude, cy: -latitude, r: 3.5 }))
      dot.setAttribute(name, value);
    map.append(dot);
    return [id, dot];
  }),
);

const rows = new Map(
  eruptions.map(({ id, date, title, deaths }) => {
    const row = document.createElement('tr');
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: title });
    button.addEventListener('click', () => select(id));
    const texts = [
      button,
      date.split('/')[0].replace('~', ' or so').replace(/^0+/, ''),
      deaths === null ? 'unknown' : number.format(deaths),
    ];
    for (const text of texts) {
      const cell = document.createElement('td');
      cell.append(text);
      row.append(cell);
    }
    return [id, row];
  }),
);

/** The table and the map show what is in view. */
function showVisible() {
  const ids = new Set(timeline.visibleEvents().map(({ id }) => id));
  // What stays keeps its node, and with it the focus.
  for (const [id, row] of rows) if (!ids.has(id)) row.remove();
  let next = body.firstChild;
  for (const id of ids) {
    if (rows.get(id) === next) next = next.nextSibling;
    else body.insertBefore(rows.get(id), next);
  }
  for (const [id, dot] of dots) dot.classList.toggle('out', !ids.has(id));
  document.querySelector('#count').textContent = `${ids.size} of ${eruptions.length} in view`;
}

/** The row and the dot of what is selected. */
function mark(id) {
  for (const marked of [rows, dots])
    for (const [other, node] of marked) node.classList.toggle('selected', other === id);
  for (const [other, row] of rows) row.querySelector('button').setAttribute('aria-pressed', other === id);
}

/** Selects where the reader has chosen in the table: calls send no events. */
function select(id) {
  timeline.select(id);
  mark(id);
}

timeline.addEventListener('timeline-select', ({ detail }) => mark(detail.event?.id ?? null));
timeline.addEventListener('timeline-view-change', ({ detail }) => detail.settled && showVisible());
timeline.events = eruptions.map(({ at, deaths, ...event }) => ({ ...event, at, deaths }));
await customElements.whenDefined('timeline-view');
await timeline.ready;
showVisible();
