import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { timeScale } from '../../src/scale/time-scale.js';
import { fromCivil } from '../../src/time/civil.js';
import { anyView, widths } from './views.js';

describe('timeScale(view, width)', () => {
  it('lays the view over the width', () => {
    const view = { start: fromCivil({ year: 2025, month: 8 }), end: fromCivil({ year: 2025, month: 9 }) };
    const scale = timeScale(view, 310);
    expect(scale.x(view.start)).to.equal(0);
    expect(scale.x(view.end)).to.be.closeTo(310, 1e-9);
    expect(scale.x(fromCivil({ year: 2025, month: 8, day: 11 }))).to.be.closeTo(100, 1e-9);
    expect(scale.x(-Infinity)).to.equal(-Infinity);
  });

  it('gives D3 the same px, from ms since the start', () => {
    const scale = timeScale({ start: -4.3e20, end: -4.3e20 + 1e7 }, 1000);
    expect(scale.d3(-4.3e20 + 65536 * 3)).to.be.closeTo(scale.x(-4.3e20 + 65536 * 3), 1e-9);
    expect(scale.d3.range()).to.eql([0, 1000]);
  });

  it('has no width without NaN', () => {
    expect(timeScale({ start: 5, end: 10 }, 0).x(7)).to.equal(0);
  });

  it('x grows with time', () => {
    fc.assert(
      fc.property(
        anyView(1e21),
        widths,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(1000),
        (view, width, part, more) => {
          const scale = timeScale(view, width);
          const at = view.start + (view.end - view.start) * part;
          const later = at + more;
          expect(scale.x(later)).to.be.at.least(scale.x(at));
        },
      ),
      { seed: 1, numRuns: 2000 },
    );
  });
});
