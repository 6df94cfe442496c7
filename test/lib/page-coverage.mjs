// What a page of Chromium has run of the sources, in place of puppeteer's own coverage. That asks for the text of every
// script, and tells of hundreds of files after every page, which the runner maps to the sources and compares each time:
// so here only those are told of in which a page has run what none has before.

/** Of each script, where its functions have not been run by any page so far, by their offsets. */
const idleParts = new Map();

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
const length = parts => parts.reduce((sum, [from, to]) => sum + to - from, 0);
const common = (parts, others) =>
  parts.flatMap(([a, b]) => others.map(([c, d]) => [Math.max(a, c), Math.min(b, d)])).filter(isPart);

/** Takes in what a page has run of a script; says whether that is news. */
function isNews({ url, functions }) {
  let news = !idleParts.has(url);
  if (news) idleParts.set(url, new Map());
  const known = idleParts.get(url);
  for (const { ranges } of functions) {
    const key = `${ranges[0].startOffset}-${ranges[0].endOffset}`;
    const before = known.get(key);
    if (before?.length === 0) continue;
    const parts = before ? common(before, idle(ranges)) : idle(ranges);
    if (before && length(parts) === length(before)) continue;
    known.set(key, parts);
    news = true;
  }
  return news;
}

/** As much of `page.coverage` as the runner's launcher uses. */
export class PageCoverage {
  #page;
  #devtools;

  /** @param {import('puppeteer-core').Page} page */
  constructor(page) {
    this.#page = page;
  }

  async startJSCoverage() {
    this.#devtools ??= await this.#page.createCDPSession();
    // With its debugger, V8 compiles for each page anew; what it keeps from one to the next counts functions alone.
    await this.#devtools.send('Debugger.enable');
    await this.#devtools.send('Debugger.setSkipAllPauses', { skip: true });
    await this.#devtools.send('Profiler.enable');
    await this.#devtools.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  async stopJSCoverage() {
    const { result } = await this.#devtools.send('Profiler.takePreciseCoverage');
    await this.#devtools.send('Profiler.stopPreciseCoverage');
    await this.#devtools.send('Profiler.disable');
    await this.#devtools.send('Debugger.disable');
    return result
      .filter(script => /\/src\/.+\.ts$/.test(script.url) && isNews(script))
      .map(rawScriptCoverage => ({ rawScriptCoverage }));
  }
}
