import { html, nothing, type TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { StoryProgress } from '../index/story-order.js';
import type { Language } from '../language/language.js';
import { formatDate } from '../time/format-date.js';
import { joinTexts, shortTitle, undatedWord } from './names.js';
import { handleRovingKey } from './roving.js';

export interface StoryBarActions {
  /** The reader goes one step on or back. */
  walk(by: 1 | -1): void;
  /** The reader goes back to where all is in view. */
  leaveStory(): void;
}

/** What is said of an event when a step has led to it: how far that is, what it is, when it was. */
export function stepWords(
  event: TimelineEvent,
  { place, length, timeZone }: { place: number; length: number; timeZone: string },
  language: Language,
): string {
  const progress = place < 0 ? undefined : progressWords(place, length, language);
  const date = event.span ? formatDate(event.span, { language, timeZone }) : undatedWord(event, language);
  return joinTexts([progress, shortTitle(event), date], language);
}

/** How far the reader is in a story of so many events, from the first (0) on. */
const progressWords = (place: number, length: number, language: Language): string =>
  language.say('storyProgress', { place: place + 1, count: length });

/**
 * The steps of a story, on one line whose buttons stay where they are: a finger that presses the next one again and again need
 * not move. One tab stop, arrow keys within. A button at its end says so and keeps the focus.
 */
export function storyBarTemplate(
  { place, length, canGoBack, canGoOn, isBefore }: StoryProgress,
  { walk, leaveStory }: StoryBarActions,
  language: Language,
): TemplateResult {
  const { say } = language;
  const count = say('events', { count: length });
  // Of a closed timeline there are stops enough, and a key begins the story.
  const stop = isBefore ? null : canGoOn ? 1 : -1;
  const button = (by: 1 | -1, can: boolean, text: string): TemplateResult =>
    html`<button
      part="button"
      type="button"
      data-step=${by}
      tabindex=${by === stop ? 0 : -1}
      aria-disabled=${can ? nothing : 'true'}
      @click=${() => can && walk(by)}
    >
      <span class="glyph" aria-hidden="true" data-glyph=${by < 0 ? '‹' : '›'}></span><span>${text}</span>
    </button>`;
  return html`<div
    part="story"
    class="story"
    role="group"
    aria-label=${say('story')}
    @keydown=${(event: KeyboardEvent) => handleRovingKey(event, language.direction)}
  >
    <div class="steps">
      ${button(-1, canGoBack, say('storyPrevious'))}
      <p class="progress">
        <span>${place < 0 ? count : progressWords(place, length, language)}</span>
        ${[count, progressWords(length - 1, length, language)].map(
          // The longest of what stands here in its time: it makes the room.
          text => html`<span class="room" aria-hidden="true">${text}</span>`,
        )}
      </p>
      ${button(1, canGoOn, say(isBefore ? 'storyStart' : 'storyNext'))}
      ${
        place === length - 1
          ? html`<button part="button" type="button" class="text-button" tabindex="-1" @click=${leaveStory}>
              ${say('storyOverview')}
            </button>`
          : nothing
      }
    </div>
  </div>`;
}
