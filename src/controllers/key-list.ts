import type { StringKey } from '../language/english.js';
import { keyFor, type KeyAction, type KeyDirections, type KeyPress } from './keys.js';

/** Keys, and what they do in words. */
export interface ListedKeys {
  readonly keys: readonly Pick<KeyPress, 'key' | 'shiftKey'>[];
  readonly does: StringKey;
}

export interface KeySurroundings extends KeyDirections {
  /** Whether events are drawn, in a picture or a column, so that keys go from one to the other. */
  readonly events: boolean;
  /** Whether there is another lane to go to. */
  readonly lanes: boolean;
  /** Whether lanes have titles to go to. */
  readonly titles: boolean;
  readonly overview: boolean;
}

/** What happens where: keys that belong to the browser and to groups of buttons, or actions, whose keys depend on the layout. */
type Row = readonly [does: StringKey, where: keyof KeySurroundings | null, ...actions: KeyAction[]];

const EVENT_ROWS: readonly Row[] = [
  ['keys-time', 'events', 'previous', 'next'],
  ['keys-lanes', 'lanes', 'lane-previous', 'lane-next'],
  ['keys-edges', 'events', 'first', 'last'],
  ['keys-views', 'events', 'page-earlier', 'page-later'],
  ['keys-zoom', 'events', 'zoom-out', 'zoom-in'],
  ['action-fit', 'events', 'fit'],
  ['keys-title', 'titles', 'lane-title'],
];
const LAST_ROWS: readonly Row[] = [
  ['keys-escape', 'events', 'escape'],
  ['keys-help', null, 'help'],
];

/** The keys that do something as things are. Those of the events are asked of `keyAction` itself, which decides what they do. */
export function listKeys(surroundings: KeySurroundings): ListedKeys[] {
  const listed = (rows: readonly Row[]): ListedKeys[] =>
    rows
      .filter(([, where]) => where === null || surroundings[where])
      .map(([does, , ...actions]) => ({
        keys: actions.flatMap(action => keyFor(action, surroundings) ?? []),
        does,
      }));
  const plain = (does: StringKey, ...keys: string[]): ListedKeys => ({
    keys: keys.map(key => ({ key, shiftKey: false })),
    does,
  });
  return [
    plain('keys-stops', 'Tab'),
    plain('keys-toolbar', 'ArrowLeft', 'ArrowRight'),
    ...(surroundings.overview ? [plain('keys-overview', 'ArrowDown')] : []),
    ...listed(EVENT_ROWS),
    plain('keys-open', 'Enter', ' '),
    ...listed(LAST_ROWS),
  ];
}
