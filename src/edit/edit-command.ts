import type { Grip } from '../data/edit-when.js';
import type { DrawnLayout } from '../layout/layout-word.js';
import type { KeyPress } from '../controllers/keys.js';

/** What a key asks for where events may be edited. */
export type EditCommand =
  | { readonly does: 'move'; readonly grip: Grip; readonly by: 1 | -1 }
  | { readonly does: 'add' | 'delete' | 'undo' | 'redo' };

/** Which way time runs. */
export interface EditDirections {
  readonly layout: DrawnLayout;
  readonly rtl: boolean;
}

/** The keys that lead later, and earlier. */
const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * Returns what a key asks for, or null. Alt and an arrow along time moves, with Shift the end; with Shift and an arrow across time
 * it is the start. In a list both axes are as good.
 */
export function editCommand(press: KeyPress, { layout, rtl }: EditDirections): EditCommand | null {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = press;
  if (altKey && !ctrlKey && !metaKey) {
    const step = STEPS[key];
    if (!step) return null;
    const isSideways = key === 'ArrowRight' || key === 'ArrowLeft';
    const by = isSideways && rtl ? (-step as 1 | -1) : step;
    const isAlong = layout === 'vertical' ? !isSideways : isSideways;
    if (!shiftKey) return isAlong || layout === 'list' ? { does: 'move', grip: 'whole', by } : null;
    return { does: 'move', grip: isAlong ? 'end' : 'start', by };
  }
  if (altKey) return null;
  if (ctrlKey || metaKey) {
    const letter = key.toLowerCase();
    if (letter === 'z') return { does: shiftKey ? 'redo' : 'undo' };
    return letter === 'y' && ctrlKey && !shiftKey ? { does: 'redo' } : null;
  }
  if (shiftKey) return null;
  return key === 'n' ? { does: 'add' } : key === 'Delete' ? { does: 'delete' } : null;
}

/** What undoes, as keyboards of this system have it engraved. */
export const UNDO_KEY = /mac|iphone|ipad/i.test(navigator.platform) ? '⌘Z' : 'Ctrl+Z';
