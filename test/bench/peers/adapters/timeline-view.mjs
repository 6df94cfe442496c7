// The element itself comes as the built file, in a script of its own.

/** The records as they are, their dates still text: reading them is part of the mount. */
export const prepare = records => ({ events: records });

/** Px of the header over the picture, so that all of it is as high as the others; in a narrow box it has two lines. */
const headerOf = host => (host.clientWidth < 600 ? 150 : 44);

export function mount(host, data) {
  const element = document.createElement('timeline-view');
  element.style.setProperty('--timeline-height', `${host.clientHeight - headerOf(host)}px`);
  // Of itself it would let time run down in a narrow box, with nothing to place: the others all draw a picture there.
  element.layout = 'horizontal';
  element.data = data;
  host.append(element);
  return element;
}

const root = host => host.firstChild?.shadowRoot;
export const shown = host => Boolean(root(host)?.querySelector('[part~="mark"], [part~="cluster"]'));
export const unmount = (host, element) => element.remove();
export const labels = host => root(host).querySelectorAll('[part~="label"]');
export const position = (host, { view }) => `${view.start}/${view.end}`;
export const grip = host => root(host).querySelector('[part~="canvas"]');
export const pan = 'drag';
export const zoom = 'ctrl+wheel';
