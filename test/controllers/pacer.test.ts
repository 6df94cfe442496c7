import { expect } from '@open-wc/testing';
import { pacer } from '../../src/controllers/pacer.js';
import type { Work } from '../../src/data/work.js';

/** A clock that stands still but for work and rests, and what went on by it. */
function paced(signal = new AbortController().signal) {
  const log: string[] = [];
  const clock = { ms: 0 };
  let turn = 0;
  let longest = 0;
  const drive = pacer({
    signal,
    progress: share => log.push(`${Math.round(share * 100)} %`),
    now: () => clock.ms,
    rest: async () => {
      longest = Math.max(longest, clock.ms - turn);
      log.push('rest');
      turn = clock.ms += 5;
    },
  });
  /** Work of so many steps of 2 ms each. */
  function* steps(count: number, end = () => {}): Work<string> {
    try {
      for (let i = 0; i < count; i++) {
        clock.ms += 2;
        yield (i + 1) / count;
      }
      return `${count} done`;
    } finally {
      end();
    }
  }
  return { drive, steps, log, clock, longest: () => longest };
}

describe('pacer(options)', () => {
  it('rests after each 10 ms, tells how far it is, and returns what the work returns', async () => {
    const { drive, steps, log, longest } = paced();
    expect(await drive(steps(12))).to.equal('12 done');
    expect(log).to.eql(['42 %', 'rest', '83 %', 'rest']);
    expect(longest()).to.equal(10);
  });

  it('does a small work at once', async () => {
    const { drive, steps, log } = paced();
    expect(await drive(steps(4))).to.equal('4 done');
    expect(log).to.eql([]);
  });

  it('counts several works as one: in their turns and in the share that is done', async () => {
    const { drive, steps, log, longest } = paced();
    await drive(steps(4), 0.2);
    await drive(steps(4), 0.6);
    await drive(steps(5));
    expect(log).to.eql(['30 %', 'rest', '76 %', 'rest']);
    expect(longest()).to.equal(10);
  });

  it('stops at the next step once it is aborted, and closes the work', async () => {
    const run = new AbortController();
    const { drive, steps, clock } = paced(run.signal);
    let closed = 0;
    const work = drive(steps(100, () => closed++));
    const reason = new Error('outdated');
    run.abort(reason);
    expect(await work.catch((error: unknown) => error)).to.equal(reason);
    expect(closed).to.equal(1);
    expect(clock.ms).to.be.lessThan(20);
    expect(await drive(steps(1)).catch((error: unknown) => error)).to.equal(reason);
  });

  it('rejects with what the work throws', async () => {
    const { drive } = paced();
    const wrong = (function* (): Work<void> {
      yield 0;
      throw new RangeError('wrong');
    })();
    expect(await drive(wrong).catch((error: unknown) => error)).to.be.instanceOf(RangeError);
  });

  it('lets the page have its say while it rests', async () => {
    const order: string[] = [];
    const drive = pacer({ signal: new AbortController().signal, now: () => (order.push('now'), Infinity) });
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => order.push('page');
    port2.postMessage(null);
    await drive(
      (function* (): Work<void> {
        for (let i = 0; i < 50 && !order.includes('page'); i++) yield 0;
        order.push('done');
      })(),
    );
    port1.close();
    expect(order.indexOf('page')).to.be.greaterThan(-1).and.lessThan(order.indexOf('done'));
  });
});
