import type { Replacement } from '../data/amend-table.js';
import type { EventContext } from '../data/normalize-event.js';
import type { Lane, TimelineEvent } from '../data/timeline-event.js';
import type { Language } from '../language/language.js';
import type { DrawnLayout } from '../layout/layout-word.js';
import type { Picture } from '../layout/picture.js';
import type { Templating } from '../render/edit-face.js';
import type { DatedSpan } from '../time/dated-span.js';
import type { EpochMs } from '../time/epoch-ms.js';
import type { TimelineEditDetail } from '../timeline-events.js';
import type { Pace } from '../controllers/announcer.js';

/** What editing asks of the element, and has it do. */
export interface EditOptions {
  readonly templating: Templating;
  editable(): boolean;
  /** Whether data are on their way that come first. */
  busy(): boolean;
  root(): ShadowRoot;
  language(): Language;
  layout(): DrawnLayout;
  picture(): Picture | null;
  momentAt(x: number): EpochMs;
  /** How the records of the data are read. */
  context(): EventContext;
  lanes(): readonly Lane[];
  event(id: string): TimelineEvent | undefined;
  /** Until when what is open is known to last. */
  knownUntil(): EpochMs;
  /** A date in words. */
  words(span: DatedSpan): string;
  /** Sends `timeline-edit`, and tells whether nobody has prevented it. */
  send(detail: TimelineEditDetail): boolean;
  /** Takes in what a page has added, updated and removed, and what still waits. */
  flush(): void;
  /** Changes the data at once. */
  remove(id: string): void;
  replace(item: Replacement): void;
  restore(item: Replacement): void;
  say(text: string, pace?: Pace): void;
  /** Selects an event and takes the reader there. */
  go(id: string): void;
  /** Brings an event into view, where it is not, and says nothing: what was done to it is being said. */
  show(event: TimelineEvent): void;
  /** Gives the focus back to what had it. */
  focus(to: HTMLElement | null): void;
  /** All is to be rendered anew. */
  changed(): void;
}
