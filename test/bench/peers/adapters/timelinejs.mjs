import { Timeline } from '@knight-lab/timelinejs';
import '@knight-lab/timelinejs/dist/css/timeline.css';

const dateOf = text => {
  const [year, month, day] = text.split('-').map(Number);
  return { year, month, day };
};

export const prepare = records => ({
  events: records.map(({ id, title, lane, date, start, end }) => ({
    unique_id: id,
    group: lane,
    start_date: dateOf(start ?? date),
    ...(end && { end_date: dateOf(end) }),
    text: { headline: title },
  })),
});

/** Without its fonts, which would come over the network. */
export const mount = (host, data) =>
  new Timeline(host, data, { font: null, script_path: 'http://127.0.0.1/' });

export const shown = host => Boolean(host.querySelector('.tl-timemarker'));
/** It has no way to take it away. */
export const unmount = host => {
  host.replaceChildren();
  host.className = '';
};
/** Those of the axis: the headline of the slide above it is no label. */
export const labels = host => host.querySelectorAll('.tl-timemarker .tl-headline');
const markers = host => [...host.querySelectorAll('.tl-timemarker')];
const slider = host => host.querySelector('.tl-timenav-slider');
export const position = host => `${slider(host).style.left}/${markers(host).at(-1).style.left}`;
export const grip = host => host.querySelector('.tl-timenav-slider-background');
export const pan = 'drag';
/** Its wheel pans; its buttons zoom. */
export const zoom = 'script';
const button = (host, name) => host.querySelector(`.tl-icon-${name}`).closest('button');
export const zoomStep = (host, timeline, closer) => button(host, closer ? 'zoom-in' : 'zoom-out').click();
