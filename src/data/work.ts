/**
 * A long piece of work that can rest: it yields the share that is done, 0 to 1, wherever it may be interrupted,
 * at least every few milliseconds, and returns its result. Who drives it decides when others run.
 */
export type Work<T> = Generator<number, T, void>;

/** Returns the result of a work that is done in one go. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
