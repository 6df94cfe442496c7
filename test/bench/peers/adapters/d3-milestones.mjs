import milestones from 'd3-milestones';
import 'd3-milestones/build/d3-milestones.css';

export const prepare = records => records.map(({ title, date, start }) => ({ date: start ?? date, title }));

/** Points only; it can be neither panned nor zoomed. */
export const mount = (host, data) =>
  milestones(`#${host.id}`)
    .mapping({ timestamp: 'date', text: 'title' })
    .parseTime('%Y-%m-%d')
    .aggregateBy('day')
    .render(data);

export const shown = host => Boolean(host.querySelector('.milestones__group'));
/** It has no way to take it away. */
export const unmount = host => host.replaceChildren();
export const labels = host => host.querySelectorAll('[class^="milestones__group__label__text-"]');
