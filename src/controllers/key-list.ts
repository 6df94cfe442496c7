import type { StringKey } from '../language/english.js';
import { KEY_ACTIONS, keyAction, type KeyAction, type KeyDirections, type KeyPress } from './keys.js';

/** A key with what is held down beside it. */
export type ListedKey = Pick<KeyPress, 'key' | 'shiftKey'> & Partial<Pick<KeyPress, 'altKey' | 'ctrlKey'>>;

/** Keys, and what they do in words. */
export interface ListedKeys {
  readonly keys: readonly ListedKey[];
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
  /** Whether events may be edited. */
  readonly editable: boolean;
  /** Whether there is a search field. */
  readonly search: boolean;
  /** Whether the steps of a story are offered. */
  readonly story: boolean;
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
  ['keys-search', 'search', 'search'],
  ['keys-story', 'story', 'story-previous', 'story-next'],
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
    ...(surroundings.editable ? editKeys(surroundings) : []),
    ...listed(LAST_ROWS),
  ];
}

/** The keys that edit: along time, and for the start of an event across it. */
function editKeys({ vertical }: KeyDirections): ListedKeys[] {
  const alt = (keys: readonly string[], shiftKey = false): ListedKey[] =>
    keys.map(key => ({ key, shiftKey, altKey: true }));
  const sideways = ['ArrowLeft', 'ArrowRight'];
  const upright = ['ArrowUp', 'ArrowDown'];
  const [along, across] = vertical ? [upright, sideways] : [sideways, upright];
  const ctrl = (key: string, shiftKey = false): ListedKey => ({ key, shiftKey, ctrlKey: true });
  return [
    { keys: alt(along), does: 'keys-move' },
    { keys: alt(along, true), does: 'keys-stretchEnd' },
    { keys: alt(across, true), does: 'keys-stretchStart' },
    { keys: [{ key: 'n', shiftKey: false }], does: 'action-add' },
    { keys: [{ key: 'Delete', shiftKey: false }], does: 'delete' },
    { keys: [ctrl('Z')], does: 'action-undo' },
    { keys: [ctrl('Z', true), ctrl('Y')], does: 'action-redo' },
  ];
}

/** The first key that asks for an action, if any does; with Shift only where none does alone. */
export function keyFor(
  action: KeyAction,
  directions: KeyDirections,
): Pick<KeyPress, 'key' | 'shiftKey'> | null {
  for (const shiftKey of [false, true])
    for (const key of KEY_ACTIONS.keys()) {
      const press = { key, shiftKey, altKey: false, ctrlKey: false, metaKey: false };
      if (keyAction(press, directions) === action) return { key, shiftKey };
    }
  return null;
}
