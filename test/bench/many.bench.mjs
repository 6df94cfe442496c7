import { inBuiltPage } from './built-page.mjs';

const COUNT = 50;
const EVENTS = 100;
const BAR = 1500;

/** In the page: how long it takes until so many timelines are there, those in sight painted, in ms. */
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
  const since = performance.now();
  document.body.append(...elements);
  await Promise.all(elements.map(({ ready }) => ready));
  await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  return performance.now() - since;
}

export const rows = [
  {
    name: `${COUNT} timelines of ${EVENTS} events on a page, from nothing until those in sight are painted`,
    bar: `${BAR} ms`,
    async measure() {
      const ms = await inBuiltPage('', page => page.evaluate(mount, COUNT, EVENTS));
      if (ms === undefined) return { value: 'skipped: no Chromium', ratio: 0 };
      return { value: `${ms.toFixed(0)} ms`, ratio: ms / BAR };
    },
  },
];
