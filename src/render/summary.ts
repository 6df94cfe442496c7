import { html, nothing, type TemplateResult } from 'lit';
import type { EventTable } from '../data/event-table.js';
import type { Status } from '../data/timeline-event.js';
import type { Language } from '../language/language.js';
import { COUNTED, countOf, countWords } from './names.js';
import { tableHead } from './table-words.js';

/** By which statuses events are chosen, where they may be. */
export interface StatusChoices {
  readonly chosen: readonly string[];
  /** `''` for those that have none. */
  toggle(status: Status | ''): void;
}

/** Stands in a phrase where something that is no text will. */
const GAP = '\uFFFC';

/** The summary in the words of `tableWords`, its counts of statuses as buttons that choose those events; tab stops as in the legend. */
export function summaryTemplate(
  table: EventTable,
  language: Language,
  { chosen, toggle }: StatusChoices,
): TemplateResult {
  const { tally } = table;
  const { say } = language;
  const head = tableHead(table, language);
  const counted = COUNTED.filter(status => countOf(tally, status) > 0);
  if (counted.length === 0) return html`${head}`;
  const [before, after] = say('colon', { head, rest: GAP }).split(GAP);
  const count = (status: Status | ''): TemplateResult => {
    const words = countWords(tally, status, language);
    // As a property: a blank beside the words would be heard before the comma.
    return html`<button
      part="button"
      type="button"
      class="told"
      data-status=${status}
      aria-pressed=${`${chosen.includes(status)}`}
      tabindex=${chosen.includes(status) ? 0 : -1}
      aria-label=${words}
      .textContent=${words}
      @click=${() => toggle(status)}
    ></button>`;
  };
  return html`${before}${counted.map((status, i) => html`${i ? say('comma') : nothing}${count(status)}`)}${after}`;
}
