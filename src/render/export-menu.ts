import { html, nothing, type TemplateResult } from 'lit';
import { EXPORT_FORMATS, type ExportWord } from '../data/writers/export-format.js';
import type { ExportLosses } from '../data/writers/export-losses.js';
import type { Loss } from '../data/writers/losses.js';
import type { StringKey } from '../language/english.js';
import type { Language } from '../language/language.js';
import { matchingWords } from '../language/matching-words.js';
import { joinTexts } from './names.js';

export interface ExportMenuState {
  readonly language: Language;
  /** How many events there are, dated or not. */
  readonly count: number;
  /** How many entries files of data have: the eras too, which are no events to whoever counts them. */
  readonly entries: number;
  /** How many of them match what is looked for, and so are in pictures; null where nothing is. */
  readonly matching: number | null;
  /** Whether pictures are of all events, where that differs from the view; else null. */
  readonly whole: boolean | null;
  /** What files do not have; null until that is known. */
  readonly losses: Partial<Record<ExportWord, ExportLosses>> | null;
}

/** What the reader does in the menu. */
export interface ExportMenuActions {
  export(word: ExportWord): void;
  toggleWhole(): void;
  closeExport(): void;
}

/** What is lost, in words; several fields share theirs. */
const LOST: Readonly<Partial<Record<Loss['field'], StringKey>>> = {
  short: 'loss-short',
  kind: 'loss-kind',
  people: 'loss-people',
  importance: 'loss-importance',
  'titles of sources': 'loss-sources',
  'details of sources': 'loss-sources',
  images: 'loss-media',
  'films and sounds': 'loss-media',
  'details of media': 'loss-media',
  links: 'loss-links',
  color: 'loss-colors',
  'named color': 'loss-colors',
  history: 'loss-history',
};

const wordsOf = ({ field, count }: Loss): StringKey | [] =>
  count === null ? 'loss-document' : (LOST[field] ?? []);

/** The menu of what a timeline can be saved as, each with what is in the file and what is not. */
export function exportMenuTemplate(state: ExportMenuState, actions: ExportMenuActions): TemplateResult {
  const { language, whole } = state;
  const act = (item: Element): void => {
    const { export: word } = (item as HTMLElement).dataset;
    if (word) actions.export(word as ExportWord);
    else actions.toggleWhole();
  };
  const item = (word: ExportWord): TemplateResult =>
    html`<li role="menuitem" tabindex="-1" data-export=${word}>
      ${language.say(`export-${word}`)}<span class="aside">${contentWords(word, state)}</span>
    </li>`;
  return html`<ul
    class="exports"
    role="menu"
    aria-label=${language.say('action-export')}
    @keydown=${(event: KeyboardEvent) => handleMenuKey(event, act, actions)}
    @click=${(event: MouseEvent) => {
      const pressed = (event.target as Element).closest('[role^=menuitem]');
      if (pressed) act(pressed);
    }}
  >
    ${(Object.keys(EXPORT_FORMATS) as ExportWord[]).map(item)}
    ${
      whole === null
        ? nothing
        : html`<li role="menuitemcheckbox" tabindex="-1" aria-checked=${`${whole}`}>
            ${language.say('exportWhole')}
          </li>`
    }
  </ul>`;
}

/** What is in a file: the view, or how many events, and without what. */
function contentWords(
  word: ExportWord,
  { language, count, entries, matching, whole, losses }: ExportMenuState,
): string {
  const events = language.say('events', { count });
  if (word === 'svg' || word === 'png') {
    const isView = whole === false;
    const drawn = matching === null ? (isView ? '' : events) : matchingWords(matching, count, language);
    return joinTexts([isView ? language.say('exportView') : '', drawn], language);
  }
  const { omitted = 0, losses: lost = [] } = losses?.[word] ?? {};
  const fields = [...new Set(lost.flatMap(wordsOf))].map(words => language.say(words));
  const all = entries === count ? events : language.say('entries', { count: entries });
  return joinTexts(
    [
      omitted ? language.say('exportSome', { count: entries - omitted, events: all }) : all,
      fields.length ? language.say('exportWithout', { fields: joinTexts(fields, language) }) : '',
    ],
    language,
  );
}

/** Keys of a menu: arrows, Home and End move within it, a letter goes to the next that begins with it, Enter and space do, Escape and Tab close. */
function handleMenuKey(
  event: KeyboardEvent,
  act: (item: Element) => void,
  { closeExport }: ExportMenuActions,
): void {
  const { key } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  // The toolbar around it has keys of its own.
  event.stopPropagation();
  if (key === 'Escape' || key === 'Tab') closeExport();
  if (key === 'Tab') return;
  const items = [...(event.currentTarget as Element).querySelectorAll<HTMLElement>('[role^=menuitem]')];
  const at = items.indexOf(event.target as HTMLElement);
  const onward = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
  if (to !== undefined) items.at(to % items.length)?.focus();
  else if ((key === 'Enter' || key === ' ') && at >= 0) act(items[at]!);
  else if (key.length === 1)
    onward.find(({ textContent }) => textContent.trim().toLowerCase().startsWith(key.toLowerCase()))?.focus();
  else if (key !== 'Escape') return;
  event.preventDefault();
}
