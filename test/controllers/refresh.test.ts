import { expect } from '@open-wc/testing';
import { RefreshController } from '../../src/controllers/refresh.js';
import { makeHost, mount, until, wait } from './host.js';

/** A host that refreshes; what each begins ends when `end` is called. */
function refreshing() {
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const host = makeHost({
    controllers: host =>
      new RefreshController(host, {
        refresh: async () => {
          log.push('begins');
          await new Promise<void>(resolve => ends.push(resolve));
          log.push('ends');
        },
      }),
  });
  return { host, log, refresh: host.controllers, end: () => ends.shift()?.() };
}

/** Makes the page say that it is hidden, or not. */
function hide(hidden: boolean) {
  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('RefreshController', () => {
  const { setTimeout, clearTimeout } = globalThis;
  const { now } = performance;
  /** The timer that is set, if any. */
  let timer: { call: () => void; due: number } | null = null;
  let ms = 0;
  /** Lets time pass, and what falls due with it. */
  const pass = async (seconds: number) => {
    ms += seconds * 1000;
    if (timer && timer.due <= ms) {
      const { call } = timer;
      timer = null;
      call();
    }
    await Promise.resolve();
  };
  const due = () => timer && (timer.due - ms) / 1000;

  beforeEach(() => {
    ms = 0;
    timer = null;
    performance.now = () => ms;
    globalThis.setTimeout = ((call: () => void, wait: number) => (timer = { call, due: ms + wait })) as never;
    globalThis.clearTimeout = () => (timer = null);
  });
  afterEach(() => {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    performance.now = now;
    delete (document as { hidden?: boolean }).hidden;
  });

  it('refreshes every so many seconds, counted from the end of the last', async () => {
    const { host, log, refresh, end } = refreshing();
    await mount(host);
    expect(due()).to.equal(null);
    refresh.seconds = 60;
    expect(due()).to.equal(60);
    await pass(60);
    expect([log, due()]).to.eql([['begins'], null]);
    await pass(1000);
    refresh.seconds = 30; // no second one while the first has not ended
    expect([log, due()]).to.eql([['begins'], null]);
    end();
    await new Promise(resolve => queueMicrotask(() => queueMicrotask(() => resolve(undefined))));
    expect([log, due()]).to.eql([['begins', 'ends'], 30]);
    refresh.seconds = 0;
    expect(due()).to.equal(null);
  });

  it('rests while the page is hidden or the host out of it, and makes up for it once', async () => {
    const { host, log, refresh } = refreshing();
    refresh.seconds = 60;
    expect(due()).to.equal(null);
    await mount(host);
    hide(true);
    expect(due()).to.equal(null);
    await pass(20);
    hide(false);
    expect(due()).to.equal(40);
    hide(true);
    await pass(600);
    hide(false);
    expect(due()).to.equal(0);
    host.remove();
    expect(due()).to.equal(null);
    hide(false); // it listens no more
    expect([log, due()]).to.eql([[], null]);
    document.body.append(host);
    await pass(0);
    expect([log, due()]).to.eql([['begins'], null]);
  });

  it('counts anew from what was loaded meanwhile, and waits as long as a timer can', async () => {
    const { host, refresh } = refreshing();
    refresh.seconds = 60;
    await mount(host);
    await pass(50);
    refresh.restart();
    expect(due()).to.equal(60);
    refresh.seconds = 1e9;
    expect(due()).to.equal((2 ** 31 - 1) / 1000);
  });

  it('works with the clock of the page', async () => {
    Object.assign(globalThis, { setTimeout, clearTimeout });
    performance.now = now;
    const { host, log, refresh, end } = refreshing();
    refresh.seconds = 0.01;
    await mount(host);
    await until(() => (end(), log.length > 3), 'it refreshed again and again');
    await wait(0);
    expect(log.slice(0, 4)).to.eql(['begins', 'ends', 'begins', 'ends']);
  });
});
