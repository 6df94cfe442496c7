import { hasField } from '../index/arrangement.js';
import { facetFields, isFacet, USUAL, type Facet } from '../index/facets.js';
import { toggled, withValues } from '../index/filter.js';
import { fold } from '../index/fold.js';
import { fieldName, valueName } from '../language/field-words.js';
import type { Language } from '../language/language.js';
import type { EventTable } from '../data/event-table.js';
import type { FilterController } from './filter.js';
import type { ControllerHost } from './target-controller.js';

export interface FacetOptions {
  readonly filter: FilterController;
  table(): EventTable;
  /** The fields to offer, as the author names them; null for all that sort the events. */
  fields(): string | null;
  /** What stands in the row of the search, by selector. */
  find(selector: string): HTMLElement | null;
  /** Says how many match. */
  tell(): void;
  /** Gives the focus back to the timeline. */
  leave(): void;
  language(): Language;
  changed(): void;
}

/** A value that may be chosen. */
export interface Choice {
  readonly value: string;
  /** In words. */
  readonly text: string;
  /** How many events would match that have it. */
  readonly count: number;
  readonly chosen: boolean;
}

/** A field whose values may be chosen. */
export interface FacetChoices {
  readonly field: string;
  readonly name: string;
  /** Those that are shown. */
  readonly choices: readonly Choice[];
  /** How many are not. */
  readonly rest: number;
  /** Whether anything is chosen. */
  readonly chosen: boolean;
  /** What the reader has typed to find values; null where all are shown. */
  readonly sought: string | null;
}

/** Something that is asked for, whether or not any event has it. */
export interface ChosenValue {
  readonly field: string;
  readonly value: string;
  /** Field and value in words. */
  readonly text: string;
}

/** The facets as they are. */
export interface FacetsNow {
  readonly open: boolean;
  readonly chosen: readonly ChosenValue[];
  /** None while they are closed: then nothing is counted. */
  readonly facets: readonly FacetChoices[];
}

/** Of so many events all fields are looked at at once. */
const FEW = 2000;
/** So many values are shown of a field that has more and is looked through. */
const MOST_SHOWN = 100;

/** The choice of values of fields: what there is to choose, what is chosen, and where the focus goes. */
export class FacetController {
  readonly #host: ControllerHost;
  readonly #options: FacetOptions;
  #open = false;
  /** By field that is looked through, what is typed. */
  readonly #sought = new Map<string, string>();
  #fields: {
    readonly table: EventTable;
    readonly asked: string | null;
    readonly names: readonly string[];
  } | null = null;

  constructor(host: ControllerHost, options: FacetOptions) {
    this.#host = host;
    this.#options = options;
  }

  readonly actions = {
    toggleOpen: (): void => this.#toggleOpen(),
    toggle: (field: string, value: string): void => this.toggle(field, value),
    /** Asks for a value no more, by a button that goes with it. */
    remove: (field: string, value: string, place: number): void => {
      this.toggle(field, value);
      this.#focus(`.chips li:nth-child(${place + 1}) button`, '.chips li:last-child button', '.filter');
    },
    clear: (field: string): void => {
      this.#change(withValues(this.#options.filter.filter, field, []));
      this.#focus(`[data-field="${CSS.escape(field)}"] input`, '.filter');
    },
    clearAll: (): void => {
      this.#change({});
      this.#focus('.filter');
    },
    /** Shows more of a field's values, or those that have words in them. */
    seek: (field: string, text: string): void => {
      const isNew = !this.#sought.has(field);
      this.#sought.set(field, text);
      this.#options.changed();
      if (isNew) this.#focus(`[data-field="${CSS.escape(field)}"] [type="search"]`);
    },
    press: (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      this.#toggleOpen();
    },
  };

  /** The first field that no event has, of those that the author asks for. */
  get unknown(): string | null {
    const { asked, table } = this.#given;
    if (asked === null || table.total === 0) return null;
    return words(asked).find(field => !hasField(table, field)) ?? null;
  }

  /** What there is to choose; null where there is nothing. */
  get state(): FacetsNow | null {
    const { filter } = this.#options;
    const chosen = Object.entries(filter.filter).flatMap(([field, values]) =>
      values.map((value): ChosenValue => ({ field, value, text: this.#both(field, value) })),
    );
    if (!this.#isOffered && chosen.length === 0) return null;
    const facets = this.#open ? this.fields.map(field => this.#choicesOf(field)) : [];
    return { open: this.#open, chosen, facets };
  }

  /** The fields that are offered. */
  get fields(): readonly string[] {
    const { table, asked } = this.#given;
    if (this.#fields?.table !== table || this.#fields.asked !== asked) {
      const names = asked === null ? facetFields(table) : words(asked).filter(field => isFacet(table, field));
      this.#fields = { table, asked, names };
    }
    return this.#fields.names;
  }

  /** Asks for a value of a field as well, or no more. */
  readonly toggle = (field: string, value: string): void => {
    const { filter } = this.#options;
    const title = this.#titleOf(field, value);
    this.#change(toggled(filter.filter, field, value, field === 'lane' ? [title] : []));
  };

  /** The values of a field as they stand. */
  readonly facet = (field: string): Facet => this.#options.filter.facet(field);

  /** What they are counted among. */
  get found(): object {
    return this.#options.filter.found;
  }

  /** Whether there may be something to choose; what there is, is looked for when it is asked for. */
  get #isOffered(): boolean {
    const { table, asked } = this.#given;
    if (asked !== null && words(asked).length === 0) return false;
    // Mostly one of the first tells, and the others are not read.
    const isUsual = (): boolean => asked === null && USUAL.some(field => isFacet(table, field));
    return table.total > 1 && (table.total > FEW || isUsual() || this.fields.length > 0);
  }

  get #given(): { readonly table: EventTable; readonly asked: string | null } {
    return { table: this.#options.table(), asked: this.#options.fields() ?? null };
  }

  #toggleOpen(): void {
    this.#open = !this.#open;
    this.#sought.clear();
    this.#options.changed();
    this.#focus('.filter');
  }

  #change(filter: Parameters<FilterController['change']>[0]['filter'] & object): void {
    this.#options.filter.change({ filter });
    this.#options.tell();
  }

  #choicesOf(field: string): FacetChoices {
    const { values } = this.#options.filter.facet(field);
    const sought = this.#sought.get(field) ?? null;
    const wanted = sought === null ? '' : fold(sought);
    const choices = values
      .filter(({ large, chosen }) => sought !== null || large || chosen)
      .map(({ value, count, chosen }) => ({ value, count, chosen, text: this.#titleOf(field, value) }))
      .filter(({ text }) => wanted === '' || fold(text).includes(wanted))
      .slice(0, MOST_SHOWN);
    const chosen = values.some(value => value.chosen);
    const rest = sought === null ? values.length - choices.length : 0;
    return { field, name: fieldName(field, this.#options.language()), choices, rest, chosen, sought };
  }

  #both(field: string, value: string): string {
    const language = this.#options.language();
    return language.say('colon', { head: fieldName(field, language), rest: this.#titleOf(field, value) });
  }

  #titleOf(field: string, value: string): string {
    const lanes = field === 'lane' ? this.#options.table().document.lanes : [];
    return lanes.find(({ id }) => id === value)?.title || valueName(field, value, this.#options.language());
  }

  /** Focuses the first of these that is there, once it is drawn; where none is, the timeline. */
  #focus(...selectors: readonly string[]): void {
    void this.#host.updateComplete.then(() => {
      const [target] = selectors.flatMap(selector => this.#options.find(selector) ?? []);
      if (target) target.focus();
      else this.#options.leave();
    });
  }
}

const words = (text: string): string[] => text.split(/\s+/).filter(word => word !== '' && word !== 'none');
