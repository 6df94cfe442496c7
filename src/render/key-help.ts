import { html, type TemplateResult } from 'lit';
import type { StringKey } from '../language/english.js';
import type { Language } from '../language/language.js';
import { closeButtonTemplate } from './close-button.js';
import { headingTemplate } from './heading.js';
import { disc, signTemplate } from './sign.js';

/** A key, with what is held down beside it. */
interface Key {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly altKey?: boolean;
  readonly ctrlKey?: boolean;
}

export interface KeyHelpState {
  readonly language: Language;
  readonly headingLevel: number;
  /** Keys, and what they do. */
  readonly rows: readonly { readonly keys: readonly Key[]; readonly does: StringKey }[];
  /** Whether there are pills in the picture, which no words stand by. */
  readonly hasPills: boolean;
  close(): void;
}

/** What stands on keys without words. */
const ENGRAVED: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  '-': '−',
};

const NAMED = {
  Tab: 'key-Tab',
  Enter: 'key-Enter',
  ' ': 'key-Space',
  Escape: 'key-Escape',
  Home: 'key-Home',
  End: 'key-End',
  PageUp: 'key-PageUp',
  PageDown: 'key-PageDown',
  Delete: 'key-Delete',
} as const satisfies Record<string, StringKey>;

function keyTemplate({ key, shiftKey, altKey, ctrlKey }: Key, language: Language): TemplateResult {
  const name = Object.hasOwn(NAMED, key)
    ? language.say(NAMED[key as keyof typeof NAMED])
    : (ENGRAVED[key] ?? key);
  const cap = html`<kbd>${name}</kbd>`;
  const held = [ctrlKey && 'key-Ctrl', altKey && 'key-Alt', shiftKey && 'key-Shift'].filter(
    (name): name is 'key-Ctrl' | 'key-Alt' | 'key-Shift' => Boolean(name),
  );
  return held.length ? html`${held.map(name => html`<kbd>${language.say(name)}</kbd> + `)}${cap}` : cap;
}

/** As many as a pill may hold, and what stands in one of a single event. */
const SAMPLE = 12;
const DOT = disc(7, 12);

/** What the pills of the picture say. */
function pillsTemplate({ language, headingLevel }: KeyHelpState): TemplateResult {
  const count = language.shortNumber(SAMPLE);
  const rows = [
    [language.say('pill-many'), count],
    [language.say('events', { count: 1 }), signTemplate(DOT)],
    [language.say('pill-edge'), `‹ ${count}`],
  ] as const;
  return html`${headingTemplate(headingLevel + 1, language.say('legend'))}
    <dl>
      ${rows.map(
        ([does, sample]) =>
          html`<div>
            <dt><span class="pill">${sample}</span></dt>
            <dd>${does}</dd>
          </div>`,
      )}
    </dl>`;
}

/** The dialog with the keys that do something here, and what no words stand by. It takes the focus at its title, where reading begins. */
export function keyHelpTemplate(state: KeyHelpState): TemplateResult {
  const { language, headingLevel, rows, hasPills, close } = state;
  // A press beside the dialog is one on the dialog itself, as its content fills it.
  const beside = (event: Event) => event.target === event.currentTarget && close();
  return html`<dialog part="help" class="help" aria-labelledby="help-title" @close=${close} @click=${beside}>
    <div class="sheet">
      <div class="help-title" tabindex="-1">
        ${headingTemplate(headingLevel + 1, language.say('action-help'), 'help-title')}
      </div>
      <dl>
        ${rows.map(
          ({ keys, does }) =>
            html`<div>
              <dt>${keys.map((key, i) => html`${i > 0 ? ' ' : ''}${keyTemplate(key, language)}`)}</dt>
              <dd>${language.say(does)}</dd>
            </div>`,
        )}
      </dl>
      ${hasPills ? pillsTemplate(state) : ''} ${closeButtonTemplate(language, close)}
    </div>
  </dialog>`;
}
