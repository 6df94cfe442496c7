import { whenEditor, type Grip, type WhenEditor } from '../data/edit-when.js';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { Picture } from '../layout/picture.js';
import { overlayTemplate } from '../render/edit-overlay.js';
import type { EditFace } from '../render/edit-face.js';
import { questionTemplate, toolsTemplate } from '../render/editor.js';
import { type ControllerHost, TargetController } from '../controllers/target-controller.js';
import { editCommand, type EditCommand } from './edit-command.js';
import type { Edit } from './edit-history.js';
import type { EditOptions } from './edit-options.js';
import { EditPanel } from './edit-panel.js';
import { Edits } from './edits.js';
import { EventForm } from './event-form.js';
import { GhostDrag } from './ghost-drag.js';

export { editSheet } from '../render/edit-styles.js';

/** What the reader edits: by keys, by dragging, in a form; and how it is undone. */
export class Editing extends TargetController<HTMLElement> implements EditFace {
  readonly #options: EditOptions;
  readonly #edits: Edits;
  readonly #drag: GhostDrag;
  readonly #panel: EditPanel;

  constructor(host: ControllerHost, options: EditOptions) {
    super(host, () => (options.editable() ? options.root().querySelector<HTMLElement>('.root') : null));
    this.#options = options;
    this.#edits = new Edits(options);
    this.#panel = new EditPanel(options);
    this.#drag = new GhostDrag(host, options, {
      drop: (event, grip, editor, n) => this.#move(event, grip, editor, n),
      refuse: reason => this.#edits.refuse(reason),
      add: (date, lane) => this.add({ date, lane }),
    });
    host.addController(this);
  }

  get canUndo(): boolean {
    return this.#edits.can('undo');
  }

  get canRedo(): boolean {
    return this.#edits.can('redo');
  }

  /** Other data are there: what was done to those before is no more. */
  forget(): void {
    this.#edits.forget();
  }

  /** Closes what is open, as it is of no use any more, and says so. */
  leave(): void {
    if (!this.#panel.content) return;
    this.#panel.drop();
    this.#options.say(this.#options.language().say('formClosed'), 'settled');
  }

  overlay(picture: Picture): unknown {
    const { language, templating, context } = this.#options;
    const canGrip = ({ data }: TimelineEvent, side: Grip): boolean =>
      typeof whenEditor(data, side, context()) !== 'string';
    return overlayTemplate(picture, { ghost: this.#drag.ghost, canGrip, language: language(), templating });
  }

  panel(): unknown {
    return this.#panel.template();
  }

  tools(event: TimelineEvent): unknown {
    const { language, templating } = this.#options;
    const edit = (): void => this.#openForm(event);
    return toolsTemplate({ language: language(), edit, remove: () => this.#remove(event) }, templating);
  }

  /** Opens the form of a new event. */
  add(given: { readonly date?: string; readonly lane?: string } = {}): void {
    this.#openForm(null, given);
  }

  undo(): void {
    this.#edits.turn('undo');
  }

  redo(): void {
    this.#edits.turn('redo');
  }

  override hostUpdated(): void {
    super.hostUpdated();
    this.#panel.updated();
  }

  protected override attach(root: HTMLElement, signal: AbortSignal): void {
    // Before whoever else hears of keys there: Escape closes what is open last.
    root.addEventListener('keydown', event => this.#press(event), { signal, capture: true });
  }

  #press(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.isComposing) return;
    const target = event.target as Element;
    const { layout, language } = this.#options;
    const directions = { layout: layout(), rtl: language().direction === 'rtl' };
    const isOurs =
      event.key === 'Escape'
        ? !target.closest('dialog, :has(> :popover-open)') && this.#panel.close()
        : !target.closest('input, select, textarea, [contenteditable], dialog') &&
          this.#obey(editCommand(event, directions), target);
    if (!isOurs) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #obey(command: EditCommand | null, target: Element): boolean {
    if (!command) return false;
    this.#options.flush();
    // Links and buttons within an event have keys of their own.
    const event = this.#options.event((target as HTMLElement).dataset.id ?? '');
    switch (command.does) {
      case 'undo':
      case 'redo':
        if (!this.#edits.can(command.does)) return false;
        this.#edits.turn(command.does);
        return true;
      case 'add':
        if (!target.closest('#view')) return false;
        this.add();
        return true;
      case 'delete':
        if (event) this.#remove(event);
        return event !== undefined;
      case 'move':
        if (event) this.#step(event, command.grip, command.by);
        return event !== undefined;
    }
  }

  /** Moves an event, or an end of it, by one unit. An end that is not known begins where the event is known to last. */
  #step(event: TimelineEvent, grip: Grip, by: 1 | -1): void {
    const editor = whenEditor(event.data, grip, this.#options.context());
    if (typeof editor === 'string') return this.#edits.refuse(editor);
    const { knownUntil } = this.#options;
    const isOpenEnd = editor.closes !== null && grip === 'end';
    const n = isOpenEnd ? Math.max(1, editor.stepsTo(knownUntil(), Infinity)) : by;
    this.#move(event, grip, editor, n, grip);
    const moved = this.#options.event(event.id);
    if (moved?.span) this.#options.show(moved);
  }

  /** Steps of one `kind` in a row are undone as one. */
  #move(event: TimelineEvent, grip: Grip, editor: WhenEditor, n: number, kind = ''): void {
    const edited = editor.move(n);
    if (typeof edited === 'string') return this.#edits.refuse(edited);
    const { language, words } = this.#options;
    const { say } = language();
    const date = words(edited.span);
    const edit: Edit = { id: event.id, before: event.data, after: edited.record };
    const said = say('whenMoved', { date });
    if (editor.closes) {
      const text = say(editor.closes === 'open' ? 'closesOpen' : 'closesUnknown', { date });
      return this.#ask(text, () => this.#edits.carryOut('stretch', edit, said), event.id);
    }
    this.#edits.carryOut(grip === 'whole' ? 'move' : 'stretch', edit, said, kind);
  }

  #remove({ id, data, title }: TimelineEvent): void {
    if (this.#panel.content?.id === id) this.#panel.drop();
    const said = this.#options.language().say('whenDeleted', { title });
    this.#edits.carryOut('delete', { id, before: data, after: null }, said);
  }

  #save(form: EventForm): void {
    this.#options.flush();
    const edit = form.edit();
    if (!edit) return this.#panel.refocus(); // to what is missing
    if (edit.after === edit.before) return void this.#panel.close();
    const { say } = this.#options.language();
    const title = String(edit.after?.title);
    const isNew = edit.before === null;
    const said = say(isNew ? 'whenAdded' : 'whenChanged', { title });
    if (!this.#edits.carryOut(isNew ? 'add' : 'change', edit, said)) return;
    if (!isNew) return void this.#panel.close();
    this.#panel.drop();
    this.#options.go(edit.id);
  }

  #openForm(event: TimelineEvent | null, given?: { readonly date?: string; readonly lane?: string }): void {
    const form = new EventForm(this.#options, event, given);
    this.#panel.open({
      id: form.id,
      template: cancel => form.template({ save: () => this.#save(form), cancel }),
    });
  }

  #ask(text: string, act: () => void, id: string): void {
    const { templating, language } = this.#options;
    const panel = this.#panel;
    panel.open({
      id,
      template: no => {
        const yes = (): void => {
          panel.close();
          act();
        };
        return questionTemplate({ text, language: language(), yes, no }, templating);
      },
    });
  }
}
