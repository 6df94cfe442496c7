/**
 * A long piece of work that can rest: it yields the share that is done, 0 to 1, wherever it may be interrupted,
 * at least every few milliseconds, and returns its result. Who drives it decides when others run.
 */
export type Work<T> = Generator<number, T, void>;

/**
 * Runs a work to its end, resting as it likes. Rejects where the work is not wanted any more. Of several works one
 * after the other, `upTo` is the share of the whole, 0 to 1, that is done once this one is.
 */
export type Drive = <T>(work: Work<T>, upTo?: number) => Promise<T>;

/** Returns the result of a work that is done in one go. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The work as a part of a greater one, from one share of it to another. */
export function* part<T>(work: Work<T>, from: number, to: number): Work<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield from + (to - from) * step.value;
  }
}
