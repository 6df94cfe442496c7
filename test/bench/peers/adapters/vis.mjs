import { DataSet, Timeline } from 'vis-timeline/standalone';
import 'vis-timeline/styles/vis-timeline-graph2d.min.css';

export function prepare(records) {
  const lanes = [...new Set(records.map(({ lane }) => lane))];
  return {
    groups: lanes.map(id => ({ id, content: id })),
    items: records.map(({ id, title, lane, date, start, end }) => ({
      id,
      content: title,
      group: lane,
      start: new Date(start ?? date),
      ...(end && { end: new Date(end) }),
      type: end ? 'range' : 'box',
    })),
  };
}

export const mount = (host, { items, groups }) =>
  new Timeline(host, new DataSet(items), new DataSet(groups), { height: host.clientHeight });

/** It draws hidden until it knows its range. */
export const shown = host => {
  const item = host.querySelector('.vis-item');
  return Boolean(item) && getComputedStyle(item).visibility === 'visible';
};
export const unmount = (host, timeline) => timeline.destroy();
export const labels = host => host.querySelectorAll('.vis-item-content');
export const position = (host, timeline) => `${+timeline.getWindow().start}/${+timeline.getWindow().end}`;
export const grip = host => host.querySelector('.vis-center');
export const pan = 'drag';
export const zoom = 'wheel';
