import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { movedWindow, windowBoxes, type WindowPart } from '../../src/scale/overview.js';

const whole = { start: 0, end: 1e6 };
const views = fc
  .tuple(fc.double({ min: -5e5, max: 1.5e6, noNaN: true }), fc.double({ min: 1, max: 2e6, noNaN: true }))
  .map(([start, length]) => ({ start, end: start + length }));

describe('windowBoxes(view, whole, width)', () => {
  it('keeps three targets of 24 px within the strip, in order, none over another', () => {
    fc.assert(
      fc.property(views, fc.integer({ min: 200, max: 2000 }), (view, width) => {
        const { start, window, end, view: shown } = windowBoxes(view, whole, width);
        for (const box of [start, window, end]) expect(box.width).to.be.at.least(24 - 1e-9);
        expect(start.x).to.be.at.least(0);
        expect(window.x).to.be.closeTo(start.x + start.width, 1e-6);
        expect(end.x).to.be.closeTo(window.x + window.width, 1e-6);
        expect(end.x + end.width).to.be.at.most(width + 1e-6);
        expect(shown.width).to.be.at.least(0);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('lays them along a window that has room, and shows the view where it is', () => {
    const boxes = windowBoxes({ start: 2e5, end: 6e5 }, whole, 1000);
    expect(boxes.view).to.deep.equal({ x: 200, width: 400 });
    expect(boxes.start).to.deep.equal({ x: 200, width: 24 });
    expect(boxes.end).to.deep.equal({ x: 576, width: 24 });
    expect(windowBoxes({ start: 5e5, end: 5e5 + 1 }, whole, 1000).view.width).to.be.closeTo(0.001, 1e-9);
  });
});

describe('movedWindow(view, part, by)', () => {
  it('moves one end or both, and never turns the view round', () => {
    fc.assert(
      fc.property(
        views,
        fc.constantFrom<WindowPart>('start', 'window', 'end'),
        fc.double({ min: -4e6, max: 4e6, noNaN: true }),
        (view, part, by) => {
          const moved = movedWindow(view, part, by);
          expect(moved.end).to.be.above(moved.start);
          if (part === 'start') expect(moved.end).to.equal(view.end);
          if (part === 'end') expect(moved.start).to.equal(view.start);
          if (part === 'window') expect(moved.start - view.start).to.be.closeTo(by, 1e-6);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
