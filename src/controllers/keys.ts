import { type ControllerHost, TargetController } from './target-controller.js';

/** What a key asks for: the last five wherever focus is in the element, the others while it is on an event or on the title of a lane. */
export type KeyAction =
  | 'next'
  | 'previous'
  | 'lane-next'
  | 'lane-previous'
  | 'lane-title'
  | 'first'
  | 'last'
  | 'page-later'
  | 'page-earlier'
  | 'zoom-in'
  | 'zoom-out'
  | 'fit'
  | 'escape'
  | 'search'
  | 'story-next'
  | 'story-previous'
  | 'help';

/** The part of a `KeyboardEvent` that decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** What keys ask for, where time runs from left to right. */
export const KEY_ACTIONS: ReadonlyMap<string, KeyAction> = new Map<string, KeyAction>([
  ['ArrowRight', 'next'],
  ['ArrowLeft', 'previous'],
  ['ArrowDown', 'lane-next'],
  ['ArrowUp', 'lane-previous'],
  ['Home', 'first'],
  ['End', 'last'],
  ['PageDown', 'page-later'],
  ['PageUp', 'page-earlier'],
  ['+', 'zoom-in'],
  ['=', 'zoom-in'],
  ['-', 'zoom-out'],
  ['\u2212', 'zoom-out'], // the minus sign of some layouts
  ['0', 'fit'],
  ['Escape', 'escape'],
  ['/', 'search'],
  ['n', 'story-next'],
  ['p', 'story-previous'],
  ['?', 'help'],
]);

const mirrored = new Map([
  ['ArrowRight', 'ArrowLeft'],
  ['ArrowLeft', 'ArrowRight'],
]);

/** Where time runs down, the keys of the two axes change places. */
const turned = new Map([
  ['ArrowDown', 'ArrowRight'],
  ['ArrowUp', 'ArrowLeft'],
  ['ArrowRight', 'ArrowDown'],
  ['ArrowLeft', 'ArrowUp'],
]);

/** Which way the axes run. */
export interface KeyDirections {
  readonly rtl: boolean;
  /** Whether time runs down. */
  readonly vertical: boolean;
}

/**
 * Returns what a key asks for, or null where it is none of ours: with Alt, Ctrl or Meta, and with Shift unless it
 * makes the character (a "+") or leads to the start of the lane. Enter and Space are not ours either: a button turns them into a click itself.
 */
export function keyAction(press: KeyPress, { rtl, vertical }: KeyDirections): KeyAction | null {
  const { key } = press;
  if (press.altKey || press.ctrlKey || press.metaKey) return null;
  const ahead = (rtl && mirrored.get(key)) || key;
  const action = KEY_ACTIONS.get((vertical && turned.get(ahead)) || ahead) ?? null;
  // A column has no titles of lanes.
  if (press.shiftKey && key.length > 1) return action === 'previous' && !vertical ? 'lane-title' : null;
  return action;
}

export interface KeyOptions {
  /** Keys count while focus is in it. */
  target(): HTMLElement | null;
  directions(): KeyDirections;
  /** Does what the key asks for, and returns whether there was anything to do. */
  act(action: KeyAction, event: KeyboardEvent): boolean;
}

/** Turns keys into actions, and keeps from the page only those that did something. */
export class KeyController extends TargetController<HTMLElement> {
  readonly #options: KeyOptions;

  constructor(host: ControllerHost, options: KeyOptions) {
    super(host, () => options.target());
    this.#options = options;
    host.addController(this);
  }

  protected override attach(target: HTMLElement, signal: AbortSignal): void {
    target.addEventListener('keydown', event => this.#press(event), { signal });
  }

  #press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    // A field in an author's own content keeps its keys.
    if ((event.target as Element).closest('input, select, textarea, [contenteditable]')) return;
    const action = keyAction(event, this.#options.directions());
    if (!action || !this.#options.act(action, event)) return;
    event.preventDefault();
    event.stopPropagation();
  }
}
