// Shows a state in a timeline.
import { ATTRIBUTES } from './embed-state.js';

const look = new CSSStyleSheet();
document.adoptedStyleSheets.push(look);

/** Gives a timeline the attributes of a state, a style sheet for its look, and data. */
export function show(timeline, state, data, sheet) {
  look.replaceSync(sheet);
  for (const name of ATTRIBUTES) {
    if (state[name]) timeline.setAttribute(name, state[name]);
    else timeline.removeAttribute(name);
  }
  timeline.data = data;
}
