// What the pages of Chromium have run of the bundles (bundles.mjs), and of sources that a page loads one by one, taken
// together page by page; coverage-report.mjs tells it of the sources.

/**
 * By the path of a script: its text, where that is no bundle's, and of each of its functions the name, the range, and the
 * parts that no page has run so far.
 */
export const scripts = new Map();

/** Stretches of a function without a run. Each of V8's ranges lies within one before it, or behind it. */
function idle(ranges) {
  let parts = [];
  for (const { startOffset, endOffset, count } of ranges) {
    const beside = ([from, to]) => [
      [from, Math.min(to, startOffset)],
      [Math.max(from, endOffset), to],
    ];
    parts = parts.flatMap(beside).filter(isPart);
    if (!count) parts.push([startOffset, endOffset]);
  }
  return parts;
}
const isPart = ([from, to]) => from < to;
const common = (parts, others) =>
  parts.flatMap(([a, b]) => others.map(([c, d]) => [Math.max(a, c), Math.min(b, d)])).filter(isPart);

function takeIn(known, functions) {
  for (const { functionName, ranges } of functions) {
    const [{ startOffset, endOffset }] = ranges;
    const key = `${startOffset}-${endOffset}`;
    const before = known.get(key);
    if (!before) known.set(key, { functionName, startOffset, endOffset, idle: idle(ranges) });
    else if (before.idle.length) before.idle = common(before.idle, idle(ranges));
  }
}

/** Measures a page of puppeteer from now on. Returns what ends that, and takes in what the page has run. */
export async function measure(page) {
  const devtools = await page.createCDPSession();
  // With its debugger, V8 compiles for each page anew; what it keeps from one to the next counts functions alone.
  await devtools.send('Debugger.enable');
  await devtools.send('Debugger.setSkipAllPauses', { skip: true });
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return async () => {
    const { result } = await devtools.send('Profiler.takePreciseCoverage');
    for (const { url, scriptId, functions } of result) {
      const [path, isSource] = /(?<=^http:\/\/[^/]+)\/(?:bundled\/.+\.js|(src\/.+\.ts))$/.exec(url) ?? [];
      if (!path) continue;
      if (!scripts.has(path)) scripts.set(path, { source: undefined, functions: new Map() });
      const script = scripts.get(path);
      if (isSource)
        script.source ??= (await devtools.send('Debugger.getScriptSource', { scriptId })).scriptSource;
      takeIn(script.functions, functions);
    }
  };
}
