import { expect } from '@open-wc/testing';
import { randomRecords } from '../layout/sample.js';
import { find, frames, until } from './mounted.js';

/** Counts listeners on what outlives an element: windows, documents, media queries, fonts. */
function countListeners(): { readonly count: () => number; readonly restore: () => void } {
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  const held = new Map<EventTarget, Set<string>>();
  const ids = new WeakMap<object, number>();
  let last = 0;
  const idOf = (listener: object): number => {
    if (!ids.has(listener)) ids.set(listener, last++);
    return ids.get(listener)!;
  };
  const outlives = (target: EventTarget): boolean =>
    !(target instanceof Node) || target === document || target === document.documentElement;
  const nameOf = (type: string, listener: object, options: unknown): string =>
    `${type} ${idOf(listener)} ${typeof options === 'object' ? Boolean((options as AddEventListenerOptions | null)?.capture) : Boolean(options)}`;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const { signal } = (typeof options === 'object' && options) || {};
    if (listener && outlives(this) && !(this instanceof AbortSignal) && !signal?.aborted) {
      const name = nameOf(type, listener, options);
      const names = held.get(this) ?? new Set();
      held.set(this, names.add(name));
      if (signal) addEventListener.call(signal, 'abort', () => names.delete(name));
    }
    return addEventListener.call(this, type, listener, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    if (listener) held.get(this)?.delete(nameOf(type, listener, options));
    return removeEventListener.call(this, type, listener, options);
  };
  return {
    count: () => [...held.values()].reduce((sum, { size }) => sum + size, 0),
    restore: () => Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }),
  };
}

describe('life in a page', () => {
  it('leaves no node and no listener behind, mounted a hundred times', async function () {
    this.timeout(240_000);
    const events = randomRecords(60, 3) as never;
    const cycle = async (): Promise<void> => {
      const box = document.createElement('div');
      box.style.width = '780px';
      const element = document.createElement('timeline-view');
      element.events = events;
      box.append(element);
      document.body.append(box);
      await element.ready;
      find(element, '[part~="mark"]')!.focus();
      await frames(1);
      box.remove();
    };
    await cycle();
    await frames(2);
    const listeners = countListeners();
    try {
      const nodes = document.querySelectorAll('*').length;
      for (let i = 0; i < 100; i++) await cycle();
      await until(() => listeners.count() === 0);
      expect(document.querySelectorAll('*').length).to.equal(nodes);
    } finally {
      listeners.restore();
    }
  });
});
