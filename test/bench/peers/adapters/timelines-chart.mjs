import TimelinesChart from 'timelines-chart';

const DAY = 864e5;

export function prepare(records) {
  const lanes = Map.groupBy(records, ({ lane }) => lane);
  return [
    {
      group: 'Events',
      data: [...lanes].map(([label, events]) => ({
        label,
        data: events.map(({ date, start, end }) => {
          const from = new Date(start ?? date);
          return { timeRange: [from, end ? new Date(end) : new Date(+from + DAY)], val: 0.5 };
        }),
      })),
    },
  ];
}

/** Without its animation. */
export const mount = (host, data) =>
  new TimelinesChart(host)
    .enableAnimations(false)
    .width(host.clientWidth)
    .maxHeight(host.clientHeight)
    .data(data);

export const shown = host => Boolean(host.querySelector('.series-segment'));
/** It has no way to take it away. */
export const unmount = host => host.replaceChildren();
/** It names events in tooltips only. */
export const labels = () => [];

const spanOf = chart => chart.zoomX().map(Number);
export const position = (host, chart) => spanOf(chart).join('/');
/** It has no gesture that pans; a brush zooms. */
export const pan = 'script';
export function panStep(host, chart, forward) {
  const [start, end] = spanOf(chart);
  const by = (end - start) * (forward ? 0.01 : -0.01);
  chart.zoomX([new Date(start + by), new Date(end + by)]);
}
export const zoom = 'script';
export function zoomStep(host, chart, closer) {
  const [start, end] = spanOf(chart);
  const by = (end - start) * (closer ? 0.1 : -0.125);
  chart.zoomX([new Date(start + by), new Date(end - by)]);
}
