import { isMostlyIn } from '../data/alike.js';
import type { EventSource } from '../index/event-source.js';
import type { Data, DataController } from './data.js';
import type { Navigation } from './navigation.js';
import type { Selection } from './selection.js';
import type { DataChange } from './view.js';

export interface DataSuccessionOptions {
  readonly data: DataController;
  readonly navigation: Navigation;
  readonly selection: Selection;
  /** What is open for editing. */
  edit(): {
    /** What was done to the data before is no more. */
    forget(): void;
    /** Nothing of what is open can be kept. */
    leave(): void;
  };
  /** Id of the selected event, or nothing. */
  selected(): string | null;
  deselect(): void;
  /** All begins anew. */
  restarted(): void;
}

/** One load of data after the other: what the reader does goes on with those that come, where it can. */
export class DataSuccession {
  readonly #options: DataSuccessionOptions;
  #before: EventSource | null = null;

  constructor(options: DataSuccessionOptions) {
    this.#options = options;
  }

  /** The events before the latest change. */
  get before(): EventSource | null {
    return this.#before;
  }

  /** Takes note of other data. */
  follow(before: Data | null, now: Data): DataChange {
    const { data, navigation, selection, edit, selected, deselect, restarted } = this.#options;
    if (before) {
      this.#before = before.source;
      navigation.stay(before.source);
    }
    const isAmended = now.load === before?.load;
    if (!isAmended) edit().forget();
    if (before && (isAmended || isMostlyIn(before.table, now.table))) {
      const id = selected();
      if (id && before.source.get(id) && !now.source.get(id)) deselect();
      return isAmended ? 'amended' : 'alike';
    }
    edit().leave();
    data.collapseAsDeclared();
    restarted();
    selection.list(null);
    return 'other';
  }
}
