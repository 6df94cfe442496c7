import { barX, dot, plot, text } from '@observablehq/plot';

export const prepare = records =>
  records.map(({ title, lane, date, start, end }) => {
    const from = new Date(start ?? date);
    return { title, lane, from, to: end && new Date(end) };
  });

/** A chart that stands still: there is nothing to pan or zoom. */
export function mount(host, events) {
  const x = 'from';
  const y = 'lane';
  const chart = plot({
    width: host.clientWidth,
    height: host.clientHeight,
    y: { type: 'band', label: null },
    marks: [
      barX(
        events.filter(({ to }) => to),
        { x1: x, x2: 'to', y, insetTop: 10, insetBottom: 10, fill: '#48c' },
      ),
      dot(
        events.filter(({ to }) => !to),
        { x, y, fill: '#48c' },
      ),
      text(events, { x, y, text: 'title', textAnchor: 'start', dx: 8 }),
    ],
  });
  host.append(chart);
  return chart;
}

export const shown = host => Boolean(host.firstChild);
export const unmount = (host, chart) => chart.remove();
export const labels = host => host.querySelectorAll('[aria-label="text"] text');
