const msOf = work => {
  const since = performance.now();
  work();
  return performance.now() - since;
};

/** The median time of a few runs of some work, in ms; the first run, which compiles it, does not count. */
export function medianMs(work, runs = 5) {
  work();
  const times = Array.from({ length: runs }, () => msOf(work));
  return times.sort((a, b) => a - b)[runs >> 1];
}
