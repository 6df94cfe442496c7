import { inBuiltPage } from './built-page.mjs';

const COUNT = 100_000;
const BAR = 50;
// Words as they are typed, taken back, and typed again.
const TYPED = ['order 12', 'order memo', 'treaty'].flatMap(text => {
  const there = Array.from(text, (_, i) => text.slice(0, i + 1));
  return [...there, ...there.slice(4, -1).reverse()];
});

/** In the page: how long it takes from each keystroke until its picture is there, styled and laid out, in ms. */
async function type(count, typed) {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const words = 'order strike memo remarks report court treaty council border harbour'.split(' ');
  const some = n => Array.from({ length: n }, () => words[Math.floor(random() * words.length)]).join(' ');
  const element = document.querySelector('timeline-view');
  element.events = Array.from({ length: count }, (_, i) => ({
    id: `e${i}`,
    date: new Date(Date.UTC(1900, 0, 1) + Math.floor(random() * 45_000) * 864e5).toISOString().slice(0, 10),
    title: `${some(3)} ${i}`,
    summary: `${some(12)}.`,
    lane: `lane ${i % 4}`,
    people: [some(1)],
  }));
  await element.ready;
  element.shadowRoot.querySelector('[data-action=search]').click();
  await element.ready;
  const field = element.shadowRoot.querySelector('.search input');
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  field.focus();
  // Nobody types at once.
  await new Promise(resolve => setTimeout(resolve, 2000));
  const times = [];
  for (const text of typed) {
    await frame();
    field.value = text;
    const since = performance.now();
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    while (element.query !== text) await frame();
    await element.updateComplete;
    element.getBoundingClientRect();
    times.push(performance.now() - since);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
  return times;
}

export const rows = [
  {
    name: `${COUNT.toLocaleString('en')} events, from a keystroke in the search field to its picture`,
    bar: `${BAR} ms, the median of ${TYPED.length - 1}`,
    async measure() {
      const times = await inBuiltPage('<timeline-view></timeline-view>', page =>
        page.evaluate(type, COUNT, TYPED),
      );
      if (!times) return { value: 'skipped: no Chromium', ratio: 0 };
      const [first, ...rest] = times;
      rest.sort((a, b) => a - b);
      const median = rest[rest.length >> 1];
      const p95 = rest[Math.floor(rest.length * 0.95)];
      return {
        value: `${median.toFixed(0)} ms, p95 ${p95.toFixed(0)}; the first ${first.toFixed(0)}`,
        ratio: median / BAR,
      };
    },
  },
];
