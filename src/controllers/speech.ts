import { english, type Strings } from '../language/english.js';
import { isCalendar } from '../language/intl.js';
import { languageFor, type Language } from '../language/language.js';
import type { AttributeIssues } from './attribute-issues.js';
import type { LanguageController } from './language-controller.js';

export interface SpeechOptions {
  /** Where the element stands. */
  readonly place: LanguageController;
  readonly issues: AttributeIssues;
  /** The page's own texts, and its calendar. */
  strings(): Partial<Strings> | undefined;
  calendar(): string | null;
}

/** The language that is spoken: that of the place, with the page's own texts and calendar. */
export class Speech {
  readonly #options: SpeechOptions;
  #language: Language = languageFor('en');
  /** What it was made of. */
  #made: readonly unknown[] = [];

  constructor(options: SpeechOptions) {
    this.#options = options;
  }

  get language(): Language {
    return this.#language;
  }

  /** Makes it anew where it is another one. */
  follow(): void {
    const { place, issues } = this.#options;
    const { tag, direction, texts } = place;
    const [strings, calendar] = [this.#options.strings(), this.#options.calendar()];
    const made = [tag, direction, texts, strings, calendar];
    if (made.every((value, i) => value === this.#made[i])) return;
    this.#made = made;
    const language = languageFor(tag, strings);
    const unknown = Object.keys(strings ?? {}).filter(key => !(key in english));
    issues.known('strings', unknown.join(), () => false, 'keys of texts, such as "list"');
    const known = issues.known('calendar', calendar, isCalendar, 'a calendar such as "persian"');
    this.#language = { ...language, direction, calendar: known ?? language.calendar };
  }
}
