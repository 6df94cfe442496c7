// Shows the timeline that the fragment of the address tells of, for frames in other pages.
import { read } from './embed-data.js';
import { readState } from './embed-state.js';
import { sheetOf } from './embed-theme.js';
import { show } from './embed-view.js';

const timeline = document.querySelector('timeline-view');

async function follow() {
  const state = await readState(location.hash);
  if (!state) return;
  const data = state.src ? null : (await read(state)).document;
  show(timeline, { ...state, label: state.label || data?.title || 'Timeline' }, data, await sheetOf(state));
  timeline.src = state.src || null;
  timeline.format = state.format || 'auto';
  if (timeline.label !== 'Timeline') document.title = timeline.label;
}

addEventListener('hashchange', follow);
await follow();
