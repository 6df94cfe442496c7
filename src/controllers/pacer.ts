import type { Drive } from '../data/work.js';

/** How long others wait at most, in ms: a turn and what a step may last beyond it stay far below a long task. */
const TURN = 10;

export interface PacerOptions {
  /** Once it is aborted, nothing goes on: what is under way rejects with its reason. */
  readonly signal: AbortSignal;
  /** Told before every rest: the share that is done of the whole, 0 to 1. */
  progress?(share: number): void;
  /** The time in ms. */
  now?(): number;
  /** Lets the page do what is due. */
  rest?(): Promise<void>;
}

/**
 * Returns a drive for works that share one thread with a page: they run in turns of a few milliseconds, and
 * the page has its say between two turns. One turn may see the end of a work and the beginning of the next.
 */
export function pacer({
  signal,
  progress,
  now = () => performance.now(),
  rest = yieldToPage,
}: PacerOptions): Drive {
  let end = now() + TURN;
  let done = 0;
  return async (work, upTo = 1) => {
    const from = done;
    done = upTo;
    try {
      for (;;) {
        signal.throwIfAborted();
        const step = work.next();
        if (step.done) return step.value;
        if (now() < end) continue;
        progress?.(from + step.value * (upTo - from));
        await rest();
        end = now() + TURN;
      }
    } finally {
      work.return(undefined as never); // closes what was left half done
    }
  };
}

/**
 * Resolves in a task of its own, behind those that wait already: a timer would wait at least 4 ms each time, and
 * `scheduler.yield` would come back before the page's own timers and answers, as long as there is work.
 */
const yieldToPage = (): Promise<void> =>
  new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
