import type { EditFault } from '../data/written-when.js';
import type { TimelineEditDetail } from '../timeline-events.js';
import { UNDO_KEY } from './edit-command.js';
import { carryOver, EditHistory, type Edit } from './edit-history.js';
import type { EditOptions } from './edit-options.js';

type EditType = TimelineEditDetail['type'];

/** Carries out edits of the data as they are now, undoes them and does them again, and says so. */
export class Edits {
  readonly #options: EditOptions;
  readonly #history = new EditHistory();

  constructor(options: EditOptions) {
    this.#options = options;
  }

  /** Whether there is anything to undo, or to do again. */
  can(type: 'undo' | 'redo'): boolean {
    return (type === 'undo' ? this.#history.last : this.#history.next) !== undefined;
  }

  /** Other data are there: what was done to those before is no more. */
  forget(): void {
    this.#history.clear();
  }

  /** Says why something is not done. */
  refuse(reason: EditFault | 'gone'): void {
    this.#options.say(this.#options.language().say(`cannot-${reason}`), 'now');
  }

  /**
   * Does what an edit says, unless somebody prevents it: what it changes goes over the record as that is by now, and what others have
   * changed since stays. Steps of one `kind` in a row are undone as one.
   */
  carryOut(type: EditType, { id, before, after }: Edit, said: string, kind = ''): boolean {
    this.#options.flush();
    const now = this.#options.event(id)?.data ?? null;
    if (before && !now) {
      this.refuse('gone');
      return false;
    }
    const edit = { id, before: now, after: before && after && now ? carryOver(now, before, after) : after };
    if (!this.#apply(type, edit)) return false;
    this.#history.push(edit, kind, performance.now());
    const { say } = this.#options.language();
    this.#options.say(say('undoHint', { done: said, key: UNDO_KEY }), kind ? 'settled' : 'now');
    return true;
  }

  /** Undoes the last edit, or does again what was undone; what has no event to be done to any more is left out. */
  turn(type: 'undo' | 'redo'): void {
    this.#options.flush();
    const history = this.#history;
    const isBack = type === 'undo';
    const pass = (): void => (isBack ? history.stepBack() : history.stepForward());
    for (let edit = isBack ? history.last : history.next; edit; edit = isBack ? history.last : history.next) {
      const [from, to] = isBack ? [edit.after, edit.before] : [edit.before, edit.after];
      const now = this.#options.event(edit.id);
      if (Boolean(now) !== Boolean(from)) {
        pass();
        continue;
      }
      const after = now && from && to ? carryOver(now.data, from, to) : to;
      if (!this.#apply(type, { id: edit.id, before: now?.data ?? null, after })) return;
      pass();
      return this.#tellTurn(type, edit.id);
    }
  }

  #apply(type: EditType, { id, before, after }: Edit): boolean {
    const { busy, send, remove, replace, restore, changed, say, language } = this.#options;
    const isBusy = busy();
    if (isBusy) say(language().say('loading'), 'now');
    if (isBusy || !send({ type, id, before, after })) {
      changed();
      return false;
    }
    if (!after) remove(id);
    else if (before) replace({ id, record: after });
    else restore({ id, record: after });
    changed();
    return true;
  }

  #tellTurn(type: 'undo' | 'redo', id: string): void {
    const { say } = this.#options.language();
    const event = this.#options.event(id);
    const done = say(type === 'undo' ? 'whenUndone' : 'whenRedone');
    const rest = event ? (event.span ? this.#options.words(event.span) : event.title) : '';
    this.#options.say(rest ? say('colon', { head: done, rest }) : done, 'now');
    if (event?.span) this.#options.show(event);
  }
}
