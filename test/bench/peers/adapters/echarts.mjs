import { CustomChart } from 'echarts/charts';
import { DataZoomComponent, GridComponent } from 'echarts/components';
import { graphic, init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';

use([CustomChart, GridComponent, DataZoomComponent, LabelLayout, CanvasRenderer, SVGRenderer]);

export function prepare(records) {
  const lanes = [...new Set(records.map(({ lane }) => lane))];
  return {
    lanes,
    rows: records.map(({ title, lane, date, start, end }) => {
      const from = Date.parse(start ?? date);
      return [from, end ? Date.parse(end) : from, lanes.indexOf(lane), title];
    }),
  };
}

/** One bar or dot an event, as its own example of a flight schedule does; it hides labels that overlap. */
function renderItem(params, api) {
  const [x, y] = api.coord([api.value(0), api.value(2)]);
  const width = Math.max(8, api.coord([api.value(1), 0])[0] - x);
  const { x: left, y: top, width: across, height } = params.coordSys;
  const shape = graphic.clipRectByRect(
    { x, y: y - 4, width, height: 8 },
    { x: left, y: top, width: across, height },
  );
  return (
    shape && {
      type: 'rect',
      shape,
      style: { fill: '#48c' },
      textContent: { style: { text: api.value(3), fontSize: 12 } },
      textConfig: { position: 'right' },
    }
  );
}

let drawn = false;

/** On a canvas; as SVG where its labels are to be measured. */
export function mount(host, { lanes, rows }, { measured }) {
  const chart = init(host, null, { renderer: measured ? 'svg' : 'canvas' });
  drawn = false;
  chart.on('rendered', () => (drawn = true));
  chart.setOption({
    animation: false,
    grid: { left: 60, right: 10, top: 10, bottom: 30 },
    xAxis: { type: 'time' },
    yAxis: { type: 'category', data: lanes },
    dataZoom: [{ type: 'inside', filterMode: 'weakFilter' }],
    series: [
      {
        type: 'custom',
        renderItem,
        data: rows,
        dimensions: ['from', 'to', 'lane', { name: 'title', type: 'ordinal' }],
        encode: { x: [0, 1], y: 2 },
        labelLayout: { hideOverlap: true },
      },
    ],
  });
  return chart;
}

export const shown = () => drawn;
export const unmount = (host, chart) => chart.dispose();
export const labels = host => host.querySelectorAll('text');
export const position = (host, chart) => {
  const [{ start, end }] = chart.getOption().dataZoom;
  return `${start}/${end}`;
};
export const grip = host => host;
export const pan = 'drag';
export const zoom = 'wheel';
/** All of it is in view at first, and there it can't be dragged. */
export const beforePan = (host, chart) => chart.dispatchAction({ type: 'dataZoom', start: 20, end: 80 });
