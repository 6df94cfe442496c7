import type { TemplateResult } from 'lit';
import type { EventDraft } from '../data/event-draft.js';
import { STATUSES } from '../data/document-shape.js';
import type { Language } from '../language/language.js';
import type { Templating } from './edit-face.js';

export interface EditorState {
  readonly draft: EventDraft;
  readonly isNew: boolean;
  /** What the date is read as, or why it is none. */
  readonly reading: { readonly words: string; readonly isWrong: boolean };
  /** Why it can't be saved as it is; empty where it can. */
  readonly titleFault: string;
  /** Why the whole of it can't be saved as it is; empty where it can. */
  readonly fault: string;
  readonly lanes: readonly string[];
  readonly language: Language;
  change(field: keyof EventDraft, value: string): void;
  save(): void;
  cancel(): void;
}

/** The form of an event. What is wrong with a field stands beneath it, and is its description. */
export function editorTemplate(state: EditorState, { html, nothing }: Templating): TemplateResult {
  const { draft, language, reading, titleFault, lanes } = state;
  const { say } = language;
  const value = (event: Event): string => (event.target as HTMLInputElement).value;
  const field = (name: keyof EventDraft, control: unknown, below: unknown = nothing): TemplateResult =>
    html`<div class="field" data-field=${name}>
      <label for=${`edit-${name}`}>${say(`field-${name}`)}</label>${control}${below}
    </div>`;
  const input = (
    name: 'title' | 'date' | 'lane',
    fault: boolean,
    note: string | typeof nothing,
    list?: string,
  ) =>
    html`<input
      id=${`edit-${name}`}
      type="text"
      dir="auto"
      autocomplete="off"
      maxlength=${name === 'date' ? 64 : nothing}
      list=${list ?? nothing}
      aria-required=${name === 'title' ? 'true' : nothing}
      aria-invalid=${fault ? 'true' : nothing}
      aria-describedby=${note}
      .value=${draft[name]}
      @input=${(event: Event) => state.change(name, value(event))}
    />`;
  return html`<form
    part="editor"
    class="editor"
    aria-labelledby="edit-heading"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      state.save();
    }}
  >
    <p id="edit-heading" class="edit-heading">${say(state.isNew ? 'newEvent' : 'editEvent')}</p>
    ${field(
      'title',
      input('title', titleFault !== '', 'edit-title-fault'),
      html`<p id="edit-title-fault" class="fault">${titleFault}</p>`,
    )}
    ${field(
      'date',
      input('date', reading.isWrong, 'edit-reading'),
      html`<p id="edit-reading" class=${reading.isWrong ? 'fault' : 'reading'} aria-live="polite">
        <bdi>${reading.words}</bdi>
      </p>`,
    )}
    ${field(
      'lane',
      input('lane', false, 'edit-lane-note', 'edit-lanes'),
      html`<p id="edit-lane-note" class="reading">${say('laneNote')}</p>
        <datalist id="edit-lanes">${lanes.map(lane => html`<option value=${lane}></option>`)}</datalist>`,
    )}
    ${field(
      'status',
      html`<select id="edit-status" @change=${(event: Event) => state.change('status', value(event))}>
        ${['', ...STATUSES].map(
          status =>
            html`<option value=${status} ?selected=${status === draft.status}>
              ${status ? say(`status-${status as (typeof STATUSES)[number]}`) : say('noStatus')}
            </option>`,
        )}
      </select>`,
    )}
    ${field(
      'summary',
      html`<textarea
        id="edit-summary"
        rows="3"
        dir="auto"
        .value=${draft.summary}
        @input=${(event: Event) => state.change('summary', value(event))}
      ></textarea>`,
    )}
    ${state.fault ? html`<p id="edit-fault" class="fault">${state.fault}</p>` : nothing}
    <div class="edit-buttons">
      <button part="button" type="submit" class="main">${say('save')}</button>
      <button part="button" type="button" @click=${() => state.cancel()}>${say('cancel')}</button>
    </div>
  </form>`;
}

export interface QuestionState {
  readonly text: string;
  readonly language: Language;
  yes(): void;
  no(): void;
}

/** What is asked before a date says another thing than it did. */
export const questionTemplate = (
  { text, language, yes, no }: QuestionState,
  { html }: Templating,
): TemplateResult =>
  html`<div part="editor" class="editor question" role="alertdialog" aria-labelledby="edit-question">
    <p id="edit-question"><bdi>${text}</bdi></p>
    <div class="edit-buttons">
      <button part="button" type="button" class="main" @click=${() => yes()}>
        ${language.say('giveDate')}
      </button>
      <button part="button" type="button" @click=${() => no()}>${language.say('cancel')}</button>
    </div>
  </div>`;

/** What can be done with an event. */
export const toolsTemplate = (
  { language, edit, remove }: { readonly language: Language; edit(): void; remove(): void },
  { html }: Templating,
): TemplateResult =>
  html`<p class="edit-buttons tools">
    <button part="button" type="button" @click=${() => edit()}>${language.say('edit')}</button>
    <button part="button" type="button" @click=${() => remove()}>${language.say('delete')}</button>
  </p>`;
