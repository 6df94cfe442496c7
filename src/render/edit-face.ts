import type { html, nothing } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';
import type { Picture } from '../layout/picture.js';

/** What editing shows in the templates of the frame; it is loaded only where events may be edited. */
export interface EditFace {
  /** Over the marks of the picture, moving with them. */
  overlay(picture: Picture): unknown;
  /** The form, or a question, under the picture or the list. */
  panel(): unknown;
  /** What can be done with an event, behind all that there is to say of it. */
  tools(event: TimelineEvent): unknown;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** What is loaded later makes templates with the page's own Lit: a second one would ask for its own Trusted Types policy. */
export interface Templating {
  readonly html: typeof html;
  readonly nothing: typeof nothing;
}
