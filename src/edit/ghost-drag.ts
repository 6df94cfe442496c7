import { moveUpTo, whenEditor, type Grip, type WhenEditor } from '../data/edit-when.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { EditFault } from '../data/written-when.js';
import { markOfKey } from '../layout/mark-key.js';
import type { Ghost } from '../render/edit-overlay.js';
import { dateAt } from '../time/date-at.js';
import { nearestCount, stepsAtOnce } from '../time/date-step.js';
import type { EpochMs } from '../time/epoch-ms.js';
import type { ControllerHost } from '../controllers/target-controller.js';
import type { EditOptions } from './edit-options.js';
import { MarkDrag } from './mark-drag.js';

export interface GhostDragOptions {
  /** Something was dropped so many steps from where it was. */
  drop(event: TimelineEvent, grip: Grip, editor: WhenEditor, n: number): void;
  refuse(reason: EditFault): void;
  /** A new event is wanted there. */
  add(date: string, lane: string): void;
}

/** What is being dragged. */
interface Dragged {
  readonly key: string;
  readonly event: TimelineEvent;
  readonly grip: Grip;
  /** How it moves, or why it can't. */
  readonly editor: WhenEditor | EditFault;
  /** The moment at which the pointer took hold, and that of what it holds. */
  readonly from: EpochMs;
  readonly at: EpochMs;
  n: number;
}

/** So many px on both sides say how long a px is. */
const REACH = 4;

/** Turns drags of marks into steps of their dates, and shows on the way what they would say. */
export class GhostDrag {
  readonly #options: EditOptions;
  readonly #then: GhostDragOptions;
  #dragged: Dragged | null = null;
  #ghost: Ghost | null = null;

  constructor(host: ControllerHost, options: EditOptions, then: GhostDragOptions) {
    this.#options = options;
    this.#then = then;
    const { root, editable, language } = options;
    new MarkDrag(host, {
      stage: () => (editable() ? root().querySelector<HTMLElement>('.stage:not(.column)') : null),
      canvas: () => root().querySelector('.canvas'),
      rtl: () => language().direction === 'rtl',
      start: (key, grip, x) => this.#start(key, grip, x),
      move: x => this.#move(x),
      end: () => this.#end(),
      cancel: () => this.#clear(),
      add: (x, y) => this.#add(x, y),
    });
  }

  /** Where it would go; null while nothing is dragged. */
  get ghost(): Ghost | null {
    return this.#ghost;
  }

  /** How much time a px stands for there: not the same everywhere where silences are folded or steps are even. */
  #msPerPxAt(x: number): number {
    const { momentAt } = this.#options;
    return (momentAt(x + REACH) - momentAt(x - REACH)) / (2 * REACH);
  }

  #start(key: string, grip: Grip, x: number): boolean {
    const { event: eventOf, context, knownUntil, momentAt } = this.#options;
    const event = eventOf(markOfKey(key)?.id ?? '');
    if (!event) return false;
    const editor = whenEditor(event.data, grip, context());
    if (typeof editor === 'string') this.#then.refuse(editor);
    const { start, end } = event.span!;
    // A whole that is open on one side is held by the other; an open end is held where what is known ends.
    const held = grip === 'end' ? end : grip === 'start' ? start : Number.isFinite(start) ? start : end;
    const at = Number.isFinite(held) ? held : grip === 'end' ? Math.max(start, knownUntil()) : momentAt(x);
    this.#dragged = { key, event, grip, editor, from: momentAt(x), at, n: 0 };
    return true;
  }

  #move(x: number): void {
    const dragged = this.#dragged;
    if (!dragged) return;
    const { key } = dragged;
    const { words, changed, say, language } = this.#options;
    const { n, edited } = this.#moved(dragged, x);
    const isRefused = typeof edited === 'string';
    const text = isRefused ? language().say(`cannot-${edited}`) : words(edited.span);
    if (n === dragged.n && this.#ghost?.words === text) return;
    dragged.n = n;
    this.#ghost = { key, span: isRefused ? dragged.event.span! : edited.span, words: text, isRefused };
    say(text);
    changed();
  }

  /** How far it gets on the way to there, and what it is then; or why it is nothing else. */
  #moved({ editor, from, at }: Dragged, x: number): ReturnType<typeof moveUpTo> {
    if (typeof editor === 'string') return { n: 0, edited: editor };
    const once = stepsAtOnce(editor.step, this.#msPerPxAt(x));
    const wanted = editor.stepsTo(at + this.#options.momentAt(x) - from, at);
    return moveUpTo(editor, nearestCount(wanted / once) * once);
  }

  #end(): void {
    const dragged = this.#dragged;
    const isRefused = this.#ghost?.isRefused ?? true;
    this.#clear();
    if (!dragged || isRefused || typeof dragged.editor === 'string') return;
    const { event, grip, editor, n } = dragged;
    if (n !== 0 || editor.closes) this.#then.drop(event, grip, editor, n);
  }

  #clear(): void {
    this.#dragged = null;
    this.#ghost = null;
    this.#options.changed();
  }

  #add(x: number, y: number): void {
    const { picture, momentAt, lanes } = this.#options;
    const at = picture()!.scene.lanes.find(lane => y >= lane.y && y < lane.y + lane.height);
    const lane = lanes().find(({ id }) => id === at?.id);
    this.#then.add(dateAt(momentAt(x), this.#msPerPxAt(x)), lane?.title ?? '');
  }
}
