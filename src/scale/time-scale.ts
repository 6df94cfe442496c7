import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { EpochMs, TimeSpan } from '../time/epoch-ms.js';

/** Where moments lie in px. */
export interface TimeScale {
  readonly view: TimeSpan;
  /** Px that the view covers. */
  readonly width: number;
  readonly pxPerMs: number;
  /** Px from the view's start; outside the view it is negative or beyond `width`, and infinite for open ends. */
  x(at: EpochMs): number;
  /** The same scale for D3, which subtracts the view's start first, too. */
  readonly d3: ScaleLinear<number, number>;
}

/** A linear scale of time: the view's start lies at 0, its end at `width`. */
export function timeScale(view: TimeSpan, width: number): TimeScale {
  const pxPerMs = width / (view.end - view.start);
  return {
    view,
    width,
    pxPerMs,
    x: at => (at - view.start) * pxPerMs,
    get d3() {
      return scaleLinear([view.start, view.end], [0, width]);
    },
  };
}
