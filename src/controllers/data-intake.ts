import type { Columns } from '../data/formats/format.js';
import { FORMATS, type Format } from '../data/formats/formats.js';
import { MAX_EVENTS } from '../data/read-table.js';
import { formatValue } from '../language/format-value.js';
import type { AmendmentController } from './amendments.js';
import type { AttributeIssues } from './attribute-issues.js';
import type { DataController } from './data.js';
import type { DataSources } from './data-sources.js';
import { MAX_BYTES } from './fetch-bytes.js';

/** What the page gives as data, and how they are to be read, as it is written. */
export interface GivenData extends Pick<DataSources, 'data' | 'events' | 'src'> {
  readonly columns: Columns | null;
  readonly format: string;
  readonly maxBytes: number | null;
  readonly maxEvents: number | null;
  readonly refresh: number | null;
}

export interface DataIntakeOptions {
  readonly data: DataController;
  readonly amendments: AmendmentController;
  readonly issues: AttributeIssues;
  given(): GivenData;
  /** The text of an attribute. */
  attribute(name: string): string | null;
}

/** Hands what the page gives to the data, and what it changes of them, in the order in which it does. */
export class DataIntake {
  readonly #options: DataIntakeOptions;
  #given: readonly unknown[] = [null, null, null];

  constructor(options: DataIntakeOptions) {
    this.#options = options;
  }

  /** Hands over what was given, and how it is to be read. */
  give(): void {
    const { given, amendments, issues } = this.#options;
    const { data, events, src, columns, format, maxBytes, maxEvents, refresh } = given();
    const sources = [data, events, src];
    if (sources.some((value, i) => value !== this.#given[i])) amendments.clear();
    this.#given = sources;
    const expected = `"auto", "${Object.keys(FORMATS).join('", "')}"`;
    this.#options.data.give({
      data,
      events,
      src,
      columns,
      format: (issues.known('format', format, isFormat, expected) ?? 'auto') as Format,
      maxBytes: this.#count('max-bytes', maxBytes, { least: 1, standard: MAX_BYTES }),
      maxEvents: this.#count('max-events', maxEvents, { least: 1, standard: MAX_EVENTS }),
      refresh: this.#count('refresh', refresh, { least: 0, standard: 0 }),
    });
  }

  /**
   * The page adds, updates or removes events.
   * @throws {TypeError} where `items` is no list of what is expected.
   */
  amend(step: 'add' | 'update' | 'remove', items: readonly unknown[], expected: string): void {
    if (!Array.isArray(items))
      throw new TypeError(`invalid ${step}Events: ${formatValue(items)}; expected a list of ${expected}`);
    // What was set before counts before.
    this.give();
    this.#options.amendments.push(step, [...(items as readonly unknown[])]);
  }

  #count(
    name: string,
    value: number | null,
    { least, standard }: { least: number; standard: number },
  ): number {
    const { attribute, issues } = this.#options;
    const text = Number.isNaN(value) ? (attribute(name) ?? 'NaN') : value == null ? null : String(value);
    const known = issues.known(name, text, word => Number(word) >= least, `a number from ${least} up`);
    return known === null ? standard : Number(known);
  }
}

const isFormat = (word: string): word is Format => word === 'auto' || Object.hasOwn(FORMATS, word);
