import type { DatedSpan } from '../time/dated-span.js';
import { stepsIn, type DateStep } from '../time/date-step.js';
import type { EpochMs } from '../time/epoch-ms.js';
import { isUnknownDate } from '../time/parse-date.js';
import { coarsest, dateShifter, shiftTogether } from '../time/shift-date.js';
import type { Shifter } from '../time/shift-text.js';
import { IssueLog } from './issue-log.js';
import { readWhen, type EventContext } from './normalize-event.js';
import type { Entry } from './read-shape.js';
import { writtenWhen, type EditFault, type Sides, type WrittenWhen } from './written-when.js';

/** What takes hold of a date: all of it, or one of its ends. */
export type Grip = 'whole' | 'start' | 'end';

/** An event's record with another date, and what that covers. */
export interface EditedWhen {
  readonly record: Entry;
  readonly span: DatedSpan;
}

/** How the date of a record can be moved, in the units in which it is written. */
export interface WhenEditor {
  /** What it moves by. */
  readonly step: DateStep;
  /** Whether this gives an end to what has none that is known: what it says is then another thing. */
  readonly closes: 'open' | 'unknown' | null;
  /** The record so many steps later, in the spelling in which it is; or why there is none. */
  move(n: number): EditedWhen | EditFault;
  /** How many steps bring what is gripped, which is at `at` now where it has no date of its own, nearest to a moment. */
  stepsTo(moment: EpochMs, at: EpochMs): number;
}

/** Returns how what is gripped of a record's date moves, or why it does not. `context` is that of the record's table. */
export function whenEditor(record: Entry, grip: Grip, context: EventContext): WhenEditor | EditFault {
  const when = writtenWhen(record, context);
  if (typeof when === 'string') return when;
  return grip === 'whole' ? wholeEditor(when, context) : endEditor(when, grip, context);
}

const isDate = (side: unknown): boolean => !isUnknownDate(side) && side !== '..';

function wholeEditor(when: WrittenWhen, context: EventContext): WhenEditor | EditFault {
  const { sides, isStretch, reading } = when;
  const shifters = sides.filter(isDate).map(side => dateShifter(side, reading));
  if (shifters.length === 0 || !areAll(shifters)) return 'unspecified';
  const { step } = coarsest(shifters);
  return {
    step,
    closes: null,
    move(n) {
      const moved = shiftTogether(shifters, n, reading);
      if (!moved) return 'limit';
      const [from, to] = sides.map(side => (isDate(side) ? moved.shift() : side)) as [unknown, unknown];
      return checked(when.with([from, to], isStretch), context);
    },
    stepsTo: (moment, at) => stepsIn(moment - at, step),
  };
}

/** An end that is not known begins where the other one is: it is the same date, so many steps away. */
function endEditor(when: WrittenWhen, grip: 'start' | 'end', context: EventContext): WhenEditor | EditFault {
  const { sides, reading, isStretch } = when;
  const at = grip === 'start' ? 0 : 1;
  const own = sides[at];
  const isOwn = isDate(own);
  const shifter = dateShifter(isOwn ? own : sides[1 - at], reading);
  if (!shifter) return 'unspecified';
  const { step, point } = shifter;
  return {
    step,
    closes: isOwn || !isStretch ? null : isUnknownDate(own) ? 'unknown' : 'open',
    move(n) {
      const moved = shifter.shift(n);
      if (moved === null) return 'limit';
      const changed: Sides = grip === 'start' ? [moved, isStretch ? sides[1] : sides[0]] : [sides[0], moved];
      // From one date to the same says that all of it is meant, which nobody has said.
      const isSingle = changed[0] === changed[1] && typeof changed[0] === 'string';
      return checked(
        isSingle ? when.with([changed[0], undefined], false) : when.with(changed, true),
        context,
      );
    },
    stepsTo: (moment, now) => stepsIn(moment - (isOwn || !isStretch ? now : point[grip]), step),
  };
}

const areAll = (shifters: readonly (Shifter | null)[]): shifters is readonly Shifter[] =>
  !shifters.includes(null);

/** What a record says, where it says a date in order. */
function checked(record: Entry, context: EventContext): EditedWhen | EditFault {
  const log = new IssueLog({ limit: 9 });
  // What the record says by numbers is Unix time, as a page gives it.
  const { span } = readWhen(record, { ...context, textual: false }, log);
  if (log.issues.some(({ code }) => code === 'end-before-start')) return 'reversed';
  return span ? { record, span } : 'limit';
}

/** Of so many steps the most that can be gone: where the way ends, that is its end. */
export function moveUpTo(
  editor: WhenEditor,
  n: number,
): { readonly n: number; readonly edited: EditedWhen | EditFault } {
  const edited = editor.move(n);
  if (typeof edited !== 'string' || n === 0) return { n, edited };
  let [good, bad] = [0, n];
  while (Math.abs(bad - good) > 1) {
    const middle = Math.trunc((good + bad) / 2);
    if (typeof editor.move(middle) === 'string') bad = middle;
    else good = middle;
  }
  return good === 0 ? { n: 0, edited } : { n: good, edited: editor.move(good) };
}
