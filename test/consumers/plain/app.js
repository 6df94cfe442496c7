import { events } from './events.js';

const at = id => document.getElementById(id);
let renders = 0;
let timeline = mounted();

function mounted() {
  const element = document.createElement('timeline-view');
  element.label = 'Landings on the Moon';
  element.view = '1955/2030';
  element.addEventListener('timeline-select', ({ detail }) => {
    at('selected').value = detail.event?.title ?? 'none';
  });
  document.querySelector('main').append(element);
  return element;
}

function render() {
  const text = at('search').value.toLowerCase();
  const found = events.filter(({ title }) => title.toLowerCase().includes(text));
  at('again').textContent = `Rendered ${++renders} times`;
  at('toggle').textContent = timeline ? 'Hide the timeline' : 'Show the timeline';
  at('list').replaceChildren(
    ...found.map(({ title }) => Object.assign(document.createElement('li'), { textContent: title })),
  );
  if (!timeline) return;
  timeline.events = found;
  timeline.filter = at('crewed').checked ? { tags: ['crewed'] } : {};
}

function toggle() {
  timeline?.remove();
  timeline = timeline ? null : mounted();
  render();
}

at('search').addEventListener('input', render);
at('crewed').addEventListener('change', render);
at('again').addEventListener('click', render);
at('toggle').addEventListener('click', toggle);
render();
