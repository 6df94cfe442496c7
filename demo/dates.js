// Draws the dates of data/every-kind-of-date.json and puts beneath each picture what the component makes
// of them in words. Nothing written here says what a date means.
const { formatDate, parseDate } = await import(/* @vite-ignore */ document.querySelector('#component').src);
const { calendars, zones, broken, ...told } = await (await fetch('../data/every-kind-of-date.json')).json();

/** Dates that only a script can give, with what they are dates of. Their notation is their source. */
const SCRIPTED = [
  [() => 1483228799000, 'Unix time, in milliseconds'],
  [() => new Date(Date.UTC(2017, 0, 1)), 'A new year in Greenwich'],
];
if ('Temporal' in globalThis)
  SCRIPTED.push([
    () => Temporal.PlainDateTime.from('2017-01-01T00:00:01'),
    'One second into it, by any clock',
  ]);

const recordOf = ([date, title]) => ({
  date: date(),
  title,
  notation: String(date).replace('() => ', ''),
});

/** The date of a record as an author writes it. */
function notationOf({ notation, date, start, end }) {
  const written = notation ?? date ?? { start, end };
  return typeof written === 'string' ? written : JSON.stringify(written, null, 1).replace(/\s+/g, ' ');
}

/** A date in words, or why it is none. */
function answerTo(date, options) {
  const result = parseDate(date);
  return result.ok ? formatDate(result.value, options) : result.issue.message;
}

function make(name, attributes, ...content) {
  const node = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) node.setAttribute(attribute, value);
  node.append(...content);
  return node;
}

const code = text => make('code', {}, text);

/** A table. Its roles are said because its cells stand one under another where the screen is narrow. */
function table(heads, rows) {
  const row = cells => make('tr', { role: 'row' }, ...cells);
  const head = row(heads.map(each => make('th', { role: 'columnheader', scope: 'col' }, each)));
  const body = rows.map(([first, ...others]) =>
    row([
      make('th', { role: 'rowheader', scope: 'row' }, first),
      ...others.map(content => make('td', { role: 'cell' }, ...[content].flat())),
    ]),
  );
  return make(
    'table',
    { role: 'table', class: 'words' },
    make('thead', { role: 'rowgroup' }, head),
    make('tbody', { role: 'rowgroup' }, ...body),
  );
}

/** Draws one date under another, each in a lane headed by its notation, with room for each. */
function draw(timeline, { events, ...head }) {
  timeline.style.setProperty('--dates', events.length);
  timeline.data = {
    ...head,
    lanes: events.map((record, i) => ({ id: `${i}`, title: notationOf(record), color: '1' })),
    events: events.map((record, i) => ({ ...record, id: `${i}`, lane: `${i}` })),
  };
}

/** Draws dates, and tells them in words beneath the picture. */
async function tell(timeline, chapter) {
  draw(timeline, chapter);
  await timeline.ready;
  const rows = chapter.events.map((record, i) => {
    const { span, dateText, title, summary } = timeline.getEvent(`${i}`);
    const note = summary ? [make('small', {}, summary)] : [];
    return [code(notationOf(record)), span ? formatDate(span) : dateText, [title, ...note]];
  });
  timeline.after(table(['Written', 'Read', 'Event'], rows));
}

told.hours.events.push(...SCRIPTED.map(recordOf));
for (const [id, chapter] of Object.entries(told))
  void tell(document.querySelector(`#${id} timeline-view`), chapter);

// The same year on the axes of six calendars: who moves one, moves all.
const axes = [...document.querySelectorAll('#calendars timeline-view')];
for (const timeline of axes) {
  timeline.events = calendars[timeline.getAttribute('calendar')];
  timeline.addEventListener('timeline-view-change', ({ detail: { start, end } }) => {
    for (const other of axes) if (other !== timeline) other.view = { start, end };
  });
}

// The same moment on the clocks of three zones.
const clocks = [...document.querySelectorAll('#zones timeline-view')];
const [moment] = zones.events;
for (const timeline of clocks) draw(timeline, zones);
clocks.at(-1).after(
  table(
    ['Zone', 'Reads', 'Event'],
    clocks.map(timeline => {
      const timeZone = timeline.getAttribute('time-zone');
      return [code(timeZone), answerTo(moment.date, { timeZone }), moment.title];
    }),
  ),
);

// What is no date, and a field to try.
const own = document.querySelector('#own');
const answer = document.querySelector('#answer');
const ownPicture = document.querySelector('#broken timeline-view');

function read() {
  answer.textContent = answerTo(own.value);
  ownPicture.events = [{ date: own.value, title: own.value.trim() || 'No date' }];
}

own.addEventListener('input', read);
read();
ownPicture.after(
  table(
    ['Written', 'Answered'],
    broken.map(date => [code(notationOf({ date })), answerTo(date)]),
  ),
);
