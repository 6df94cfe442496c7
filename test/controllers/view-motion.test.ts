import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { ViewMotion } from '../../src/controllers/view-motion.js';
import { sameView } from '../../src/scale/view.js';
import type { TimeSpan } from '../../src/time/epoch-ms.js';

/** A host that records what it is told, with frames that come when the test says so. */
class FakeHost {
  view: TimeSpan = { start: 0, end: 100 };
  reduced = false;
  limit = Infinity;
  frames: TimeSpan[] = [];
  settled: TimeSpan[] = [];
  controllers: ReactiveController[] = [];
  motion = new ViewMotion(this, {
    view: () => this.view,
    reducedMotion: () => this.reduced,
    apply: (view, { settled }) => {
      const by = Math.min(0, this.limit - view.end);
      this.view = { start: view.start + by, end: view.end + by };
      (settled ? this.settled : this.frames).push(this.view);
    },
  });
  addController(controller: ReactiveController): void {
    this.controllers.push(controller);
  }
  disconnect(): void {
    for (const controller of this.controllers) controller.hostDisconnected?.();
  }
}

const FAR = { start: 1000, end: 1100 };
const native = {
  request: window.requestAnimationFrame,
  cancel: window.cancelAnimationFrame,
  now: performance.now,
};

describe('ViewMotion', () => {
  let pending: Map<number, FrameRequestCallback>;
  let clock: number;
  let host: FakeHost;

  beforeEach(() => {
    pending = new Map();
    clock = 5000;
    let id = 0;
    window.requestAnimationFrame = callback => (pending.set(++id, callback), id);
    window.cancelAnimationFrame = handle => void pending.delete(handle);
    performance.now = () => clock;
    host = new FakeHost();
  });
  afterEach(() => {
    window.requestAnimationFrame = native.request;
    window.cancelAnimationFrame = native.cancel;
    performance.now = native.now;
  });

  /** Runs the frames that are due, `ms` later. */
  function pass(ms: number): void {
    clock += ms;
    const due = [...pending.values()];
    pending.clear();
    for (const callback of due) callback(clock);
  }
  const isResolved = async (promise: Promise<void>): Promise<boolean> =>
    Promise.race([promise.then(() => true), new Promise<boolean>(resolve => setTimeout(resolve, 0, false))]);

  it('goes there in 280 ms, easing out, and rests exactly there', async () => {
    const done = host.motion.to(FAR);
    expect(host.motion.target).to.equal(FAR);
    pass(-1); // a frame that began before it was asked for
    expect(host.view).to.eql({ start: 0, end: 100 });
    pass(141);
    expect(host.view.start).to.be.closeTo(875, 1e-9);
    expect(host.settled).to.eql([]);
    expect(await isResolved(done)).to.equal(false);
    pass(139);
    expect(host.settled).to.eql([]);
    pass(1);
    expect(host.settled).to.eql([FAR]);
    expect(host.motion.target).to.equal(null);
    expect(pending.size, 'frames at rest').to.equal(0);
    expect(await isResolved(done)).to.equal(true);
  });

  it('goes at once when asked to, under reduced motion, and when it is there', async () => {
    await host.motion.to(FAR, { animate: false });
    host.reduced = true;
    await host.motion.to({ start: 5, end: 6 });
    host.reduced = false;
    await host.motion.to({ start: 5, end: 6 });
    expect(host.settled).to.eql([FAR, { start: 5, end: 6 }, { start: 5, end: 6 }]);
    expect(host.frames).to.eql([]);
    expect(pending.size).to.equal(0);
  });

  it('starts a new motion from where it is, and resolves the one it ends', async () => {
    const first = host.motion.to(FAR);
    pass(140);
    const midway = host.view;
    const second = host.motion.to({ start: 0, end: 100 });
    expect(await isResolved(first)).to.equal(true);
    expect(await isResolved(second)).to.equal(false);
    expect(pending.size, 'one frame for two motions').to.equal(1);
    pass(0);
    expect(host.view).to.eql(midway);
    pass(280);
    expect(host.settled).to.eql([{ start: 0, end: 100 }]);
    expect(await isResolved(second)).to.equal(true);
  });

  it('starts from what somebody else set', () => {
    host.view = { start: 990, end: 1090 };
    void host.motion.to(FAR);
    pass(1);
    expect(host.view.start).to.be.within(990, 1000);
  });

  it('stops where it is, resolved and without a word', async () => {
    const done = host.motion.to(FAR);
    pass(140);
    const midway = host.view;
    host.motion.stop();
    pass(140);
    expect(host.view).to.equal(midway);
    expect(host.settled).to.eql([]);
    expect(await isResolved(done)).to.equal(true);
  });

  it('is at its target when the host leaves the page', async () => {
    const done = host.motion.to(FAR);
    pass(20);
    host.disconnect();
    expect(host.settled).to.eql([FAR]);
    expect(pending.size).to.equal(0);
    expect(await isResolved(done)).to.equal(true);
    host.disconnect();
    expect(host.settled, 'at rest it says nothing').to.have.length(1);
  });

  it('may be turned round while it tells of a frame', () => {
    let turned = false;
    const options = {
      view: () => host.view,
      reducedMotion: () => false,
      apply: (view: TimeSpan, { settled }: { settled: boolean }) => {
        host.view = view;
        if (settled) host.settled.push(view);
        if (turned) return;
        turned = true;
        void motion.to({ start: -100, end: 0 });
      },
    };
    const motion = new ViewMotion(host, options);
    void motion.to(FAR);
    for (let i = 0; i < 60; i++) pass(16);
    expect(host.settled).to.eql([{ start: -100, end: 0 }]);
  });

  it('flings: slower and slower, no further than its speed carries it', async () => {
    const done = host.motion.fling(0.002);
    const steps: number[] = [];
    for (let i = 0; i < 300 && pending.size; i++) {
      const { start } = host.view;
      pass(16);
      steps.push(host.view.start - start);
    }
    expect(steps[0]).to.be.closeTo(0.002 * 100 * 16, 0.1);
    expect(steps.slice(1, -1).every((step, i) => step > 0 && step < steps[i]!)).to.equal(true);
    expect(host.view.start).to.be.closeTo(0.002 * 325 * 100, 0.1);
    expect(host.view.end - host.view.start).to.be.closeTo(100, 1e-9);
    expect(host.settled).to.have.length(1);
    expect(await isResolved(done)).to.equal(true);
  });

  it('flings backwards, but not when slow or under reduced motion', () => {
    void host.motion.fling(-0.001);
    pass(16);
    expect(host.view.start).to.be.below(-1);
    host.motion.stop();
    const here = host.view;
    for (const speed of [1e-7, 0]) void host.motion.fling(speed);
    host.reduced = true;
    void host.motion.fling(0.01);
    expect(pending.size).to.equal(0);
    expect(sameView(host.view, here)).to.equal(true);
    expect(host.settled).to.eql([here, here, here]);
  });

  it('rests where it is held back', async () => {
    host.limit = 120;
    const done = host.motion.fling(0.002);
    for (let i = 0; i < 10; i++) pass(16);
    expect(pending.size).to.equal(0);
    expect(host.settled).to.have.length(1);
    expect(host.view.start).to.be.closeTo(20, 1e-9);
    expect(host.view.end).to.equal(120);
    expect(await isResolved(done)).to.equal(true);
  });
});
