import { inBuiltPage } from './built-page.mjs';

const COUNT = 50;
const EVENTS = 100;
const BAR = 1500;

/** In the page: how long it takes until those in sight of so many timelines are painted, and until all are drawn, in ms. */
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
  const painted = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  const isDrawn = ({ shadowRoot }) => shadowRoot.querySelector('[part~="mark"]') !== null;
  const isSeen = element => element.getBoundingClientRect().top < innerHeight;
  const until = async areThere => {
    while (!areThere()) await painted();
    await painted();
    return performance.now() - since;
  };
  const seen = await until(() => elements.every(element => isDrawn(element) || !isSeen(element)));
  return { seen, all: await until(() => elements.every(isDrawn)) };
}

export const rows = [
  {
    name: `${COUNT} timelines of ${EVENTS} events on a page, from nothing until those in sight are painted`,
    bar: `${BAR} ms`,
    async measure() {
      const ms = await inBuiltPage('', page => page.evaluate(mount, COUNT, EVENTS));
      if (!ms) return { value: 'skipped: no Chromium', ratio: 0 };
      const { seen, all } = ms;
      return { value: `${seen.toFixed(0)} ms; all are drawn after ${all.toFixed(0)}`, ratio: seen / BAR };
    },
  },
];
