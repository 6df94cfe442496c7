// What the benchmark does inside the page, with one subject (an adapter of adapters/) at a time.

const host = () => document.querySelector('#host');
const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
/** A task after the frame: the frame has been painted, as far as the main thread goes. */
const painted = () =>
  frame().then(
    () =>
      new Promise(resolve => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      }),
  );

const WORDS = {
  what: 'Treaty Opening Election Flood Strike Coronation Launch Concert Trial Shipwreck'.split(' '),
  where: 'Lisbon,Vienna,Nagasaki,Buenos Aires,Leeds,Saint Petersburg,Timbuktu,Oslo'.split(','),
};

/**
 * Events of a century, seeded: seven of ten on one day, the others up to three years long. Titles have some 24
 * letters, and no two are the same.
 */
export function records(count, lanes = 4) {
  let seed = 7;
  const random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
  const oneOf = list => list[Math.floor(random() * list.length)];
  const from = Date.UTC(1900, 0, 1);
  const day = number => new Date(from + number * 864e5).toISOString().slice(0, 10);
  return Array.from({ length: count }, (_, i) => {
    const start = Math.floor(random() * 36500);
    const length = random() < 0.3 && 30 + Math.floor(random() * 1000);
    return {
      id: `e${i}`,
      ...(length ? { start: day(start), end: day(start + length) } : { date: day(start) }),
      title: `${i + 1}. ${oneOf(WORDS.what)} of ${oneOf(WORDS.where)}`,
      lane: `lane ${1 + Math.floor(random() * lanes)}`,
    };
  });
}

let subject;
let data;
let handle;

/**
 * Makes the data in the form that the subject takes, which is not part of what is timed. They come by way of JSON, as
 * they would from a server; how long JSON.parse takes, in ms.
 */
export function prepare(adapter, count, lanes) {
  const text = JSON.stringify(records(count, lanes));
  const since = performance.now();
  const parsed = JSON.parse(text);
  const ms = performance.now() - since;
  subject = adapter;
  data = adapter.prepare(parsed);
  return ms;
}

/** Mounts the subject; ms from the call until its first events have been painted. */
export async function mount(options = {}) {
  const since = performance.now();
  handle = subject.mount(host(), data, options);
  while (!subject.shown(host(), handle)) await frame();
  await painted();
  return performance.now() - since;
}

/** Mounts it and takes it away so often. */
export async function mountAgain(times) {
  for (let i = 0; i < times; i++) {
    await mount();
    subject.unmount(host(), handle);
    handle = undefined;
    await frame();
  }
}

export const abilities = () => ({ pan: subject.pan, zoom: subject.zoom, settle: subject.settle ?? 300 });
export const position = () => subject.position(host(), handle);

/** Does what a subject needs before it can be panned; whether there was anything to do. */
export function beforePan() {
  subject.beforePan?.(host(), handle);
  return Boolean(subject.beforePan);
}

/** Where to grip, in px of the page: about the middle of what is gripped, where nothing lies over it. */
export function grip() {
  const element = subject.grip(host());
  const { left, right, top, bottom } = meet(element.getBoundingClientRect(), host().getBoundingClientRect());
  const x = (left + right) / 2;
  const middle = (top + bottom) / 2;
  const free = y => y > top && y < bottom && document.elementFromPoint(x, y) === element;
  for (let by = 0; by < bottom - top; by++)
    for (const y of [middle + by, middle - by]) if (free(y)) return { x, y };
  return { x, y: middle };
}

let times = null;
/** Takes down when frames begin, until `stopFrames`. */
export function startFrames() {
  const mine = (times = []);
  const tick = now => {
    if (times !== mine) return;
    mine.push(now);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

/** The intervals between the frames, in ms. */
export function stopFrames() {
  const taken = times;
  times = null;
  return taken.slice(1).map((now, i) => now - taken[i]);
}

/** One step by a script, and the frame after it, where there is no gesture for it. */
export async function stepByScript(kind, onward) {
  subject[kind](host(), handle, onward);
  await frame();
}

/** How many elements there are under the host, shadow trees included. */
export function countElements(root = host()) {
  let count = 0;
  for (const element of root.querySelectorAll('*'))
    count += 1 + (element.shadowRoot ? countElements(element.shadowRoot) : 0);
  return count;
}

/** The element around another, through shadow roots and slots. */
const around = element => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;

const meet = (a, b) => ({
  left: Math.max(a.left, b.left),
  right: Math.min(a.right, b.right),
  top: Math.max(a.top, b.top),
  bottom: Math.min(a.bottom, b.bottom),
});
const isThere = ({ left, right, top, bottom }) => right - left >= 1 && bottom - top >= 1;

/** The part of the page in which an element may show: what its ancestors clip away is not in it. */
function windowOf(element) {
  let window = host().getBoundingClientRect();
  for (let at = element; at; at = around(at)) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    // Where an inline element has this, it does nothing.
    if (getComputedStyle(at).display === 'inline') continue;
    window = meet(window, at.getBoundingClientRect());
  }
  return window;
}

/** The boxes of the lines of text in an element, without those of nothing. */
function linesOf(element) {
  const range = document.createRange();
  const boxes = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.data.trim()) continue;
    range.selectNodeContents(node);
    boxes.push(...range.getClientRects());
  }
  return boxes.filter(isThere);
}

const wordsOf = text => text.replace(/\s+/g, ' ').trim();
const cutMark = /\s*(…|\.\.\.)$/;

/**
 * How many events show their title in whole, cut (an ellipsis, or text that is clipped away) or over the text of
 * another; by the boxes of their text, to a pixel. What is clipped away altogether is no label.
 */
export function countLabels(count) {
  const titles = records(count).map(({ title }) => title);
  const known = new Set(titles);
  const found = [];
  for (const element of subject.labels(host())) {
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const text = wordsOf(element.textContent);
    const shortened = !known.has(text) && !titles.some(title => text.includes(title));
    if (shortened && !titles.some(title => title.startsWith(text.replace(cutMark, '')))) continue;
    const lines = linesOf(element);
    const window = windowOf(element);
    const seen = lines.map(line => meet(line, window)).filter(isThere);
    if (!text || !seen.length) continue;
    const clipped = lines.some(
      line =>
        line.left < window.left - 1 ||
        line.right > window.right + 1 ||
        line.top < window.top - line.height / 4 ||
        line.bottom > window.bottom + line.height / 4,
    );
    found.push({ seen, cut: shortened || clipped });
  }
  const covers = (a, b) => {
    const { left, right, top, bottom } = meet(a, b);
    // Line boxes are higher than the letters: a few px between two lines are none of the letters'.
    return right - left > 1 && bottom - top > Math.min(a.bottom - a.top, b.bottom - b.top) / 4;
  };
  const overlaps = found.filter((label, i) =>
    found.some((other, j) => i !== j && label.seen.some(a => other.seen.some(b => covers(a, b)))),
  );
  const over = new Set(overlaps);
  return {
    whole: found.filter(label => !label.cut && !over.has(label)).length,
    cut: found.filter(({ cut }) => cut).length,
    overlapping: over.size,
  };
}
