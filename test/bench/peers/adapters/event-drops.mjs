import * as d3 from 'd3';
import eventDrops from 'event-drops';
import 'event-drops/dist/style.css';

const time = date => new Date(date);

export function prepare(records) {
  const events = records.map(({ lane, date, start }) => ({ lane, date: time(start ?? date) }));
  const [first, last] = d3.extent(events, ({ date }) => date);
  const lanes = Map.groupBy(events, ({ lane }) => lane);
  return { range: { start: first, end: last }, lanes: [...lanes].map(([name, data]) => ({ name, data })) };
}

/** Points only. */
export function mount(host, { range, lanes }) {
  const chart = eventDrops({ d3, range, drop: { date: ({ date }) => date }, label: { width: 100 } });
  d3.select(host).data([lanes]).call(chart);
  return chart;
}

export const shown = host => Boolean(host.querySelector('.drop'));
export const unmount = (host, chart) => {
  chart.destroy();
  host.replaceChildren();
};
/** It names events in no way of its own. */
export const labels = () => [];
export const position = (host, chart) => chart.scale().domain().map(Number).join('/');
export const grip = host => host.querySelector('svg');
export const pan = 'drag';
export const zoom = 'wheel';
