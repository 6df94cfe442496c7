import type { EventTable } from '../data/event-table.js';
import { hasField, NONE } from '../index/arrangement.js';
import type { Group } from '../index/grouping.js';
import type { StringKey } from '../language/english.js';
import { fieldName, valueName } from '../language/field-words.js';
import type { Language } from '../language/language.js';
import type { DataController } from './data.js';

export interface ArrangementOptions {
  readonly data: DataController;
  /** What is asked for, by the author or the reader. */
  laneBy(): string | null;
  colorBy(): string | null;
  /** Fields in which events differ. */
  fields(): readonly string[];
  choose(by: { readonly laneBy?: string; readonly colorBy?: string }): void;
  /** The button that opens the choice. */
  button(): HTMLElement | null;
  say(text: string): void;
  language(): Language;
  changed(): void;
}

/** The fields that may make lanes, or colours, and the one that does. */
interface FieldChoice {
  readonly chosen: string;
  readonly fields: readonly { readonly field: string; readonly name: string }[];
}

/** What the reader may choose. */
export interface ArrangementNow {
  readonly lanes: FieldChoice;
  readonly colors: FieldChoice;
}

/** Lanes and colours of the document, which need no words of ours. */
const AS_IS: readonly unknown[] = ['lane', 'lane'];

/** What a field must be that makes lanes or colours, in words. */
export const ANY_FIELD = '"lane", "none" or a field that events have, such as "status"';

/** Which fields make the lanes and the colours: tells the data, in words of the reader's language. */
export class ArrangementController {
  readonly #options: ArrangementOptions;
  #asked: readonly unknown[] = AS_IS;
  #open = false;

  constructor(options: ArrangementOptions) {
    this.#options = options;
  }

  readonly actions = {
    chooseLanes: (laneBy: string): void => this.#choose({ laneBy }, 'lanesBy', laneBy),
    chooseColors: (colorBy: string): void => this.#choose({ colorBy }, 'colorsBy', colorBy),
    press: (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.toggle();
      this.#options.button()?.focus();
    },
  };

  get open(): boolean {
    return this.#open;
  }

  /** Opens the choice of the reader, or closes it. */
  toggle(): void {
    this.#open = !this.#open;
    this.#options.changed();
  }

  /** What the reader may choose; null while that is closed. */
  get state(): ArrangementNow | null {
    if (!this.#open) return null;
    const { lanes, colors } = this.#options.data.current.arranged;
    return { lanes: this.#choiceOf(lanes), colors: this.#choiceOf(colors) };
  }

  get laneBy(): string {
    return this.#options.laneBy() || 'lane';
  }

  get colorBy(): string {
    return this.#options.colorBy() || 'lane';
  }

  /** Whether events can be told apart by a field. */
  readonly isField = (field: string): boolean => hasField(this.#table, field);

  /** Makes lanes and colours anew where others are asked for, or in another language. */
  follow(): void {
    const { data, language } = this.#options;
    const { laneBy, colorBy } = this;
    const now = language();
    const isAsIs = laneBy === 'lane' && colorBy === 'lane';
    const asked = isAsIs ? AS_IS : [laneBy, colorBy, now.say('noValue'), now.locale];
    if (asked.length === this.#asked.length && asked.every((value, i) => value === this.#asked[i])) return;
    this.#asked = asked;
    const titleOf = (field: string, group: Group): string =>
      group.kind === 'other' ? now.say('otherValues') : valueName(field, group.id, now);
    data.arrangement = { laneBy, colorBy, titleOf };
  }

  #choiceOf(chosen: string): FieldChoice {
    const fields = [...new Set(['lane', ...this.#options.fields(), NONE, chosen])];
    return { chosen, fields: fields.map(field => ({ field, name: this.#nameOf(field) })) };
  }

  #choose(by: Parameters<ArrangementOptions['choose']>[0], head: StringKey, field: string): void {
    const { choose, say, language } = this.#options;
    choose(by);
    say(language().say('colon', { head: language().say(head), rest: this.#nameOf(field) }));
  }

  #nameOf(field: string): string {
    const language = this.#options.language();
    return field === NONE ? language.say('noValue') : fieldName(field, language);
  }

  get #table(): EventTable {
    return this.#options.data.current.table;
  }
}
