// How far a page jumps while it loads.
/** How long it is looked at after its timelines are ready, in ms. */
const SETTLE = 150;

/**
 * Opens the page, waits for its timelines, and returns its layout shifts, each with what moved; none where nothing did. `listen` gets the page
 * before it is opened, `look` when all has come to rest.
 */
export async function layoutShifts(
  browser,
  address,
  { width = 1280, height = 900, listen = () => {}, look = () => {} } = {},
) {
  const page = await browser.newPage();
  try {
    listen(page);
    await page.setViewport({ width, height });
    await page.goto(address, { waitUntil: 'load' });
    const shifts = await page.evaluate(shiftsHere, SETTLE);
    await look(page);
    return shifts;
  } finally {
    await page.close();
  }
}

async function shiftsHere(settle) {
  await customElements.whenDefined('timeline-view');
  await Promise.all([...document.querySelectorAll('timeline-view')].map(timeline => timeline.ready));
  await new Promise(resolve => setTimeout(resolve, settle));
  const nameOf = node => {
    const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
    return element
      ? `${element.localName} ${element.id} ${element.getAttribute('class') ?? ''}`.trim()
      : 'gone';
  };
  const placeOf = ({ x, y, height }) => [x, y, height].map(Math.round).join(' ');
  const entries = await new Promise(resolve => {
    new PerformanceObserver(list => resolve(list.getEntries())).observe({
      type: 'layout-shift',
      buffered: true,
    });
    setTimeout(() => resolve([]), settle / 3);
  });
  return entries.map(({ value, sources }) => ({
    value,
    moved: sources.map(
      ({ node, previousRect, currentRect }) =>
        `${nameOf(node)}: ${placeOf(previousRect)} → ${placeOf(currentRect)}`,
    ),
  }));
}
