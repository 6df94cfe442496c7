import type { AttributeIssues } from '../controllers/attribute-issues.js';
import type { Data, DataController } from '../controllers/data.js';
import { LayoutChoice } from '../controllers/layout-choice.js';
import type { NearnessController } from '../controllers/nearness.js';
import { ScaleController } from '../controllers/scale.js';
import { SyncController } from '../controllers/sync.js';
import type { ControllerHost } from '../controllers/target-controller.js';
import { TimedView } from '../controllers/timed-view.js';
import { ViewController, type DataChange, type Mover, type ToldMover } from '../controllers/view.js';
import { isHome, type ViewInput } from '../controllers/view-input.js';
import { ViewFraming } from '../controllers/view-framing.js';
import { formatValue } from '../language/format-value.js';
import type { DrawnLayout } from '../layout/layout-word.js';
import { sameView } from '../scale/view.js';

/** What the page asks of the view, as it is written. */
export interface ViewWords {
  readonly layout: string;
  readonly scale: string;
  readonly sync: string | null;
  /** The first view. */
  readonly first: string | null;
  readonly limits: string | null;
}

export interface ViewingOptions {
  readonly data: DataController;
  readonly nearness: NearnessController;
  readonly issues: AttributeIssues;
  root(): ParentNode;
  /** Whether what the vertical layout needs can be had. */
  canFlow(): boolean;
  words(): ViewWords;
  /** Whether the reader is at what the picture shows, which then stays where it is. */
  read(): boolean;
  /** There are other data: tells what has become of them. */
  follow(before: Data | null, now: Data): DataChange;
  /** The view is another one; `settled` when it rests. */
  moved(settled: boolean): void;
  /** Somebody moved it who is told of. */
  told(settled: boolean, by: ToldMover): void;
  /** The same events come in another place. */
  rearranged(): void;
  /** Another width has led to another layout. */
  relaid(layout: DrawnLayout): void;
}

/** Which stretch of time is seen, in which layout and scale, and with whom that is shared. */
export class Viewing {
  readonly layout: LayoutChoice;
  /** The view on the line of the scale, and in time. */
  readonly view: ViewController;
  readonly timed: TimedView;
  readonly scale: ScaleController;
  readonly #framing: ViewFraming;
  readonly #host: ControllerHost;
  readonly #options: ViewingOptions;

  constructor(host: ControllerHost, options: ViewingOptions) {
    this.#host = host;
    this.#options = options;
    const { data, nearness, issues, root, canFlow, words, read, follow, moved, told, rearranged, relaid } =
      options;
    const layout = (this.layout = new LayoutChoice(host, {
      root: () => root().querySelector('.root'),
      asked: () => words().layout,
      canFlow,
      changed: relaid,
    }));
    const view = (this.view = new ViewController(host, {
      // Where text flows beside the line, frames on the way would be pages that nobody can read.
      reducedMotion: () =>
        nearness.asleep ||
        layout.drawn === 'vertical' ||
        matchMedia('(prefers-reduced-motion: reduce)').matches,
      // A column grows by what comes, and what is read in it stays where it is; a picture is laid out anew, so it grows seldom,
      // and not on a line that stands while events are added, or is shared.
      growth: () =>
        layout.drawn === 'vertical'
          ? 'closely'
          : words().sync || scale.word !== 'time' || read()
            ? 'none'
            : 'loosely',
      changed: moved,
      told,
      moved: state => sync.lead(state),
    }));
    const timed = (this.timed = new TimedView(view, () => data.current.source.warp));
    const sync: SyncController = new SyncController(host, {
      view: timed,
      group: () => words().sync,
      changed: () => host.requestUpdate(),
    });
    const scale: ScaleController = (this.scale = new ScaleController({
      data,
      view,
      asked: () => words().scale,
      layout: () => layout.drawn,
    }));
    this.#framing = new ViewFraming({
      data,
      view,
      scale,
      sync,
      issues,
      first: () => words().first,
      limits: () => words().limits,
      follow,
      rearranged,
    });
  }

  /** The view, held to its bounds as they are set now: properties count in whatever order they are set. */
  get bounded(): ViewController {
    this.frame();
    return this.view;
  }

  /** Shows everything, on a line that is made of all there is by now. Resolves at rest. */
  fit(mover: Mover): Promise<void> {
    this.frame();
    this.scale.renew();
    return this.bounded.showAll(mover);
  }

  /** Whether everything is in view, as it would be shown. */
  get isFit(): boolean {
    const { view, scale } = this;
    return sameView(view.target, view.fit) && !scale.isOutdated;
  }

  /** Tells the view what bounds it, where that has changed. */
  frame(): void {
    this.#framing.frame();
  }

  /** Takes note of a view that a script has set, and says where it is none. */
  note(view: ViewInput, isView: boolean): void {
    const { issues } = this.#options;
    const text = isHome(view) ? null : typeof view === 'string' ? view : formatValue(view);
    issues.known('view', text, () => isView, 'an interval such as "1914/1918"');
    if (!isView) this.#host.requestUpdate();
  }
}
