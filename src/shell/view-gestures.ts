import { GestureController, type WheelMode } from '../controllers/gestures.js';
import type { ControllerHost } from '../controllers/target-controller.js';
import type { ViewController } from '../controllers/view.js';
import type { Language } from '../language/language.js';
import type { Drawing } from './drawing.js';

export interface ViewGestureOptions {
  readonly view: ViewController;
  readonly drawing: Drawing;
  root(): ParentNode;
  language(): Language;
  wheel(): WheelMode;
}

/** Pointers and the wheel move the view of a picture. */
export class ViewGestures {
  /** Whether it is still to be said how to zoom, is said, or need not be said any more. */
  #hint: 'due' | 'said' | 'done' = 'due';

  constructor(host: ControllerHost, options: ViewGestureOptions) {
    const { view, drawing, root, language, wheel } = options;
    const { stage, peek } = drawing;
    const hint = (from: 'due' | 'said', to: 'said' | 'done'): void => {
      if (this.#hint !== from) return;
      this.#hint = to;
      host.requestUpdate();
    };
    new GestureController(host, {
      surface: () => root().querySelector<HTMLElement>('.stage:not(.column)'),
      canvas: () => root().querySelector('.canvas'),
      mode: wheel,
      rtl: () => language().direction === 'rtl',
      press: () => void peek.hide(),
      panStart: () => view.hold(),
      pan: dx => view.drag(-dx / stage.size.width),
      panEnd: velocity => view.release(-velocity / stage.size.width),
      zoom: (factor, x) => {
        // Whoever zooms knows how to.
        hint('said', 'done');
        view.pinch(factor, stage.placeAt(x));
      },
      zoomStep: (factor, x) => void view.zoomBy(factor, 'reader', stage.placeAt(x)),
      wheelHint: () => {
        if (wheel() === 'modifier') hint('due', 'said');
      },
    });
  }

  /** Whether to say how to zoom: once, to a reader whose wheel scrolled the page. */
  get hinted(): boolean {
    return this.#hint === 'said';
  }
}
