import type { TemplateResult } from 'lit';
import type { TimelineEvent } from '../data/timeline-event.js';

/** Where the content of a page may stand in the place of the built-in one. */
export type ContentPlace = 'label' | 'details' | 'list';

/** Content of a page for an event; `null` leaves the built-in one. */
export type RenderEvent = (
  event: TimelineEvent,
  where: ContentPlace,
) => Node | TemplateResult | null | undefined;

export interface OwnContentOptions {
  renderer(): RenderEvent | null;
  /** The first time that a renderer has thrown, or returned what can't be shown. */
  failed(message: string): void;
}

/** What is shown of it: of a fragment, which is empty once it has been put anywhere, the nodes that were in it. */
export type OwnNodes = Node | TemplateResult | readonly Node[];

/** What a page's `renderEvent` makes, each once: a node can't be in two places, and a frame of a zoom has no time. */
export class OwnContent {
  readonly #options: OwnContentOptions;
  #renderer: RenderEvent | null = null;
  #made = new WeakMap<TimelineEvent, Map<string, OwnNodes | null>>();
  #hasFailed = false;

  constructor(options: OwnContentOptions) {
    this.#options = options;
  }

  /** The content for one place of an event; `key` tells labels in several lanes apart. */
  of(event: TimelineEvent, where: ContentPlace, key = ''): OwnNodes | null {
    const renderer = this.#options.renderer();
    if (renderer !== this.#renderer) {
      this.#renderer = renderer;
      this.#made = new WeakMap();
      this.#hasFailed = false;
    }
    if (typeof renderer !== 'function') return null;
    let made = this.#made.get(event);
    if (!made) this.#made.set(event, (made = new Map<string, OwnNodes | null>()));
    const place = `${where} ${key}`;
    let content = made.get(place);
    if (content === undefined) made.set(place, (content = this.#make(renderer, event, where)));
    return content;
  }

  #make(renderer: RenderEvent, event: TimelineEvent, where: ContentPlace): OwnNodes | null {
    try {
      const content: unknown = renderer(event, where);
      if (content === null || content === undefined) return null;
      if (isContent(content)) return isFragment(content) ? [...content.childNodes] : content;
      throw new TypeError(`${typeof content} returned; expected a Node, a TemplateResult or null`);
    } catch (error) {
      if (!this.#hasFailed) {
        this.#hasFailed = true;
        const { message } = error instanceof Error ? error : { message: String(error) };
        this.#options.failed(`renderEvent: failed for ${JSON.stringify(event.id)} (${where}): ${message}`);
      }
      return null;
    }
  }
}

/** Whether something can be shown as it is. A text could not be told from one that was meant as HTML. */
const isContent = (content: unknown): content is Node | TemplateResult =>
  typeof content === 'object' && content !== null && ('nodeType' in content || '_$litType$' in content);

const isFragment = (content: Node | TemplateResult): content is DocumentFragment =>
  'nodeType' in content && content.nodeType === Node.DOCUMENT_FRAGMENT_NODE;
