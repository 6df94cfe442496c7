import { inBuiltPage } from './built-page.mjs';

const COUNT = 50;
const EVENTS = 100;
const BAR = 1500;

/** In the page: how long it takes until of so many timelines those in sight are painted, and until all are drawn, in ms. */
async function mount(count, events) {
  const elements = Array.from({ length: count }, (_, i) => {
    const element = document.createElement('timeline-view');
    element.events = Array.from({ length: events }, (_, j) => ({
      date: new Date(Date.UTC(1950 + ((i + j * 7) % 70), j % 12, 1 + (j % 28))).toISOString().slice(0, 10),
      title: `Event ${j} of ${i}`,
      lane: `lane ${j % 3}`,
    }));
    return element;
  });
  const isDrawn = ({ shadowRoot }) => shadowRoot.querySelector('[part~="mark"]') !== null;
  const painted = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  const since = performance.now();
  document.body.append(...elements);
  await elements[0].ready;
  await Promise.all(
    elements.filter(element => element.getBoundingClientRect().top < innerHeight).map(({ ready }) => ready),
  );
  await painted();
  const seen = performance.now() - since;
  while (!elements.every(isDrawn)) await painted();
  return { seen, all: performance.now() - since };
}

async function measured(which) {
  const times = await inBuiltPage('', page => page.evaluate(mount, COUNT, EVENTS));
  if (times === undefined) return { value: 'skipped: no Chromium', ratio: 0 };
  return { value: `${times[which].toFixed(0)} ms`, ratio: times[which] / BAR };
}

const named = `${COUNT} timelines of ${EVENTS} events on a page, from nothing until`;

export const rows = [
  { name: `${named} those in sight are painted`, bar: `${BAR} ms`, measure: () => measured('seen') },
  {
    name: `${named} all are drawn, between other work of the page`,
    bar: `${BAR} ms`,
    measure: () => measured('all'),
  },
];
