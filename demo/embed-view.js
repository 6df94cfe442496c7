// Shows a state in a timeline.
import { ATTRIBUTES } from './embed-state.js';
import { declarationsOf } from './embed-theme.js';

/** Gives a timeline the attributes and the look of a state, and data. */
export function show(timeline, state, document) {
  for (const name of ATTRIBUTES) {
    if (state[name]) timeline.setAttribute(name, state[name]);
    else timeline.removeAttribute(name);
  }
  timeline.style.cssText = '';
  for (const [name, value] of Object.entries(declarationsOf(state))) timeline.style.setProperty(name, value);
  timeline.data = document;
}
