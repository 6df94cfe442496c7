import type { ReactiveController } from 'lit';
import { hitsIn } from '../index/hits.js';
import type { Query } from '../index/query.js';
import type { ControllerHost } from './target-controller.js';

export interface HitOptions {
  root(): ShadowRoot | null;
  /** What is looked for. */
  query(): Query;
  /** While the view moves, nodes come and go: they are looked at when it rests. */
  moving(): boolean;
}

/** So many texts are remembered with their hits. */
const MOST_KNOWN = 5000;
/** The name that the style sheet knows hits by. */
const NAME = 'timeline-view-hit';
/** Where texts of events stand. */
const TEXTS =
  '.label .title, .entry-title bdi, .paragraph .text, .list .entry, .details, .undated .title, .members bdi, .peek';

/**
 * Marks what is looked for where it stands in the texts of events, by the highlights of CSS: no node is added, so that no text is
 * wider for it and no name is another. Where an engine has none, nothing is marked.
 */
export class HitController implements ReactiveController {
  readonly #options: HitOptions;
  #ranges: readonly Range[] = [];
  #query: Query | null = null;
  /** Hits by text. */
  #known = new Map<string, ReturnType<typeof hitsIn>>();

  constructor(host: ControllerHost, options: HitOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#options.moving()) this.#mark();
  }

  hostDisconnected(): void {
    this.#clear();
  }

  #mark(): void {
    const query = this.#options.query();
    if (query !== this.#query) this.#known.clear();
    this.#query = query;
    this.#clear();
    const root = this.#options.root();
    const highlight = query.terms.length > 0 && root?.host.isConnected ? shared() : null;
    if (!highlight) return;
    // What does not match may have one of several words all the same.
    const texts = [...root!.querySelectorAll(TEXTS)].filter(node => !node.closest('[data-dimmed]'));
    this.#ranges = texts.flatMap(node => this.#rangesIn(node));
    for (const range of this.#ranges) highlight.add(range);
  }

  #rangesIn(node: Node): Range[] {
    const ranges: Range[] = [];
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
      for (const [from, to] of this.#hitsIn(text.data)) {
        const range = new Range();
        range.setStart(text, from);
        range.setEnd(text, to);
        ranges.push(range);
      }
    return ranges;
  }

  #hitsIn(text: string): ReturnType<typeof hitsIn> {
    let hits = this.#known.get(text);
    if (hits) return hits;
    if (this.#known.size === MOST_KNOWN) this.#known.clear();
    this.#known.set(text, (hits = hitsIn(text, this.#query!)));
    return hits;
  }

  #clear(): void {
    if (this.#ranges.length === 0) return;
    const highlight = shared();
    for (const range of this.#ranges) highlight?.delete(range);
    this.#ranges = [];
  }
}

/** The highlight of all timelines of the page: a name stands for one. */
function shared(): Highlight | null {
  if (!('highlights' in CSS)) return null;
  let highlight = CSS.highlights.get(NAME);
  if (!highlight) CSS.highlights.set(NAME, (highlight = new Highlight()));
  return highlight;
}
