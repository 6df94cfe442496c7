import type { Announcer } from '../controllers/announcer.js';
import type { AttributeIssues } from '../controllers/attribute-issues.js';
import type { Controls } from '../controllers/controls.js';
import type { Data, DataController } from '../controllers/data.js';
import { DataSuccession } from '../controllers/data-succession.js';
import { EventReveal } from '../controllers/event-reveal.js';
import { FocusRoutes } from '../controllers/focus-routes.js';
import { LaneCollapse } from '../controllers/lane-collapse.js';
import { Navigation } from '../controllers/navigation.js';
import { ScrollStory, SELF } from '../controllers/scroll-story.js';
import { Selection } from '../controllers/selection.js';
import { Story } from '../controllers/story.js';
import type { ControllerHost } from '../controllers/target-controller.js';
import type { DataChange } from '../controllers/view.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { EventSource } from '../index/event-source.js';
import { isAgainst, relativesOf } from '../index/relatives.js';
import type { Language } from '../language/language.js';
import { laneOfTitle, markKey } from '../layout/mark-key.js';
import { LIST_PAGE } from '../render/list.js';
import type { Drawing } from './drawing.js';
import type { Finding } from './finding.js';
import type { Narration } from './narration.js';
import type { Viewing } from './viewing.js';

export interface ReadingOptions {
  readonly data: DataController;
  readonly viewing: Viewing;
  readonly drawing: Drawing;
  readonly finding: Finding;
  readonly controls: Controls;
  readonly announcer: Announcer;
  readonly narration: Narration;
  readonly issues: AttributeIssues;
  /** What is open for editing. */
  edit(): { forget(): void; leave(): void };
  /** What the reader scrolls through to be told the story: a selector of sections of the page, or `self`. */
  scrollSteps(): string | null;
  root(): ShadowRoot;
  language(): Language;
  /** Id of the selected event, or nothing. */
  selected(): string | null;
  /** Selects without asking anybody. */
  select(id: string | null): void;
  /** The reader selects an event or none, perhaps only in passing: asks whoever listens, selects, and tells whether it was allowed. */
  choose(event: TimelineEvent | null, by: { passing: boolean }): boolean;
  /** The reader has collapsed a lane or expanded it. */
  toggled(lane: string, collapsed: boolean): void;
  /** Resolves when a move of the view has come to rest and is drawn. */
  drawn(move: Promise<void>): Promise<void>;
}

/** What the reader opens, and where the reader goes: from event to event, with the focus and along the story. */
export class Reading {
  readonly navigation: Navigation;
  readonly lanes: LaneCollapse;
  readonly reveal: EventReveal;
  readonly routes: FocusRoutes;
  readonly selection: Selection;
  readonly story: Story;
  readonly #options: ReadingOptions;
  readonly #host: ControllerHost;
  readonly #succession: DataSuccession;
  readonly #scrolled: ScrollStory;

  constructor(host: ControllerHost, options: ReadingOptions) {
    this.#host = host;
    this.#options = options;
    const { data, viewing, drawing, finding, controls, announcer, narration } = options;
    const { edit, root, language, selected, select, choose, toggled, drawn } = options;
    const { view, layout, scale } = viewing;
    const { focus, flow, peek } = drawing;
    const source = (): EventSource => finding.found.shown;
    const event = (id: string): TimelineEvent | undefined => data.current.source.get(id);
    this.lanes = new LaneCollapse({
      data,
      focus,
      language,
      say: text => announcer.say(text),
      toggled,
    });
    const navigation = (this.navigation = new Navigation({
      focus,
      view,
      source,
      clusters: () => drawing.items?.clusters ?? [],
      escape: () => peek.hide() || this.selection.close(),
      openInPlace: cluster => {
        if (!drawing.column) return this.selection.list(cluster);
        const [first] = cluster.ids;
        if (first === undefined) return;
        const key = markKey(first, cluster.lane);
        flow.open(cluster.key, key);
        focus.moveTo(key);
      },
      toggle: lane => this.lanes.toggle(lane),
      fit: () => void viewing.fit('reader'),
    }));
    const reveal = (this.reveal = new EventReveal(host, {
      layout,
      view,
      scale,
      column: flow,
      focus,
      navigation,
      page: LIST_PAGE,
      root,
      found: () => finding.found,
      drawn,
    }));
    this.routes = new FocusRoutes({
      focus,
      layout,
      navigation,
      reveal,
      root,
      event,
      source,
      before: () => this.#succession.before,
      updated: () => host.updateComplete,
    });
    const selection = (this.selection = new Selection({
      focus,
      navigation,
      source,
      shown: () => drawing.items,
      selected,
      select: choose,
      inList: () => layout.drawn === 'list',
      reveal: id => void reveal.reveal(id),
      enterMembers: () => this.routes.enterMembers(),
      changed: () => host.requestUpdate(),
    }));
    this.#succession = new DataSuccession({
      data,
      navigation,
      selection,
      edit,
      selected,
      deselect: () => select(null),
      restarted: () => {
        reveal.restart();
        controls.count();
      },
    });
    this.story = new Story({
      view,
      selection,
      table: () => finding.found.shown.table,
      against: told =>
        relativesOf(told, source())
          .filter(isAgainst)
          .map(other => other.event),
      knownUntil: () => data.current.source.knownUntil(),
      line: span => scale.line(span),
      asked: () => controls.asks('story'),
      selected: () => this.selected,
      select,
      isPicture: () => layout.drawn === 'horizontal',
      show: (told, mover) => void reveal.showStep(told, mover),
      say: (told, place, length) => narration.stepped(told, place, length),
    });
    this.#scrolled = new ScrollStory(host, {
      asked: () => options.scrollSteps() || null,
      layout: () => layout.drawn,
      asksForPicture: () => layout.asked === 'horizontal',
      moving: () => view.moving,
      isKnown: id => event(id) !== undefined,
      isShown: id => source().has(id),
      isTold: id => this.story.tells(id),
      open: () => this.selection.opened,
      reached: (id, by) => this.story.pass(id, by),
      failed: isWrong => this.#markSteps(isWrong),
      lost: cause => {
        const message = `scroll-steps: not loaded: ${String(cause)}; expected the files beside this one`;
        this.#noteSteps(() => options.issues.fail('scroll-steps', 'load-failed', message));
      },
    });
  }

  /** The selected event. */
  get selected(): TimelineEvent | undefined {
    const id = this.#options.selected();
    return id ? this.#options.data.current.source.get(id) : undefined;
  }

  /** Resolves when scrolling tells the story, where that is asked for, or can't. */
  get settled(): Promise<void> {
    return this.#scrolled.settled;
  }

  /** There are other data: goes on with them where that can be, and tells what has become of them. */
  follow(before: Data | null, now: Data): DataChange {
    return this.#succession.follow(before, now);
  }

  /** Selects an event and brings it into sight, for a reader whose focus stays where it is. */
  visit(event: TimelineEvent): void {
    const { selection } = this;
    // What is chosen and open is not chosen again, which would be told to the page.
    if (event.id === selection.opened) selection.list(null);
    else if (!selection.choose(event.id)) return;
    void this.reveal.bring(event, 'reader');
  }

  readonly actions = {
    open: (key: string): void => {
      const lane = laneOfTitle(key);
      if (lane === null) this.selection.open(key);
      else this.lanes.toggle(lane);
    },
    toggle: (id: string): void => void this.selection.toggle(id),
    close: (): void => void this.selection.close(),
    walk: (by: 1 | -1): void => this.story.walk(by),
    leaveStory: (): void => {
      // The button goes with what it leaves.
      this.#options.root().querySelector<HTMLElement>('.story [data-step="1"]')?.focus();
      this.story.leave();
    },
    focusUndated: (id: string): void => this.reveal.focusUndated(id),
    showMore: (): void => void this.reveal.showMore(),
  };

  /** Says whether there is anything to scroll through that tells of events, once there are any. */
  #markSteps(isWrong: boolean): void {
    const { data, issues, scrollSteps } = this.#options;
    if (isWrong && data.current.table.total === 0) return;
    this.#noteSteps(() =>
      issues.known(
        'scroll-steps',
        scrollSteps(),
        () => !isWrong,
        scrollSteps() === SELF
          ? 'a layout that runs down, such as "vertical"'
          : 'a selector of sections with data-timeline-event="id", or "self"',
      ),
    );
  }

  /** Takes note of what is wrong, or is not any more; it is found after a render, so that it takes another one to say it. */
  #noteSteps(note: () => void): void {
    const { issues, data } = this.#options;
    const before = issues.of('scroll-steps')?.message;
    note();
    const found = issues.of('scroll-steps');
    if (found?.message === before) return;
    this.#host.requestUpdate();
    if (found) data.warn(found);
  }
}
