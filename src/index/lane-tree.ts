import type { Lane } from '../data/timeline-event.js';

/** A lane as it is shown. */
export interface ShownLane extends Lane {
  /** How many lanes it lies in. */
  readonly depth: number;
  /** Its place among all lanes of the document: the colour that nobody chose follows from it. */
  readonly place: number;
  /** Whether it may be collapsed: one of several, with a title to do it by. */
  readonly collapsible: boolean;
  /** Whether it is: it then stands for itself and all lanes below it. */
  readonly collapsed: boolean;
}

/**
 * The lanes of a document as a tree: a parent before its children, siblings in the order of the document. Of those without events
 * only the ones that lie above others are in it, and of those within a collapsed lane none is shown.
 */
export class LaneTree {
  /** In their order. */
  readonly shown: readonly ShownLane[];
  /** By each lane of the tree, the one that shows what stands in it. */
  readonly #showing = new Map<string, ShownLane>();
  /** By each lane that is shown, those whose entries it shows. */
  readonly #shownBy = new Map<string, string[]>();
  readonly #places = new Map<string, number>();

  /** `choices` tells, by lane, what the reader has chosen instead of what the document says. */
  constructor(lanes: readonly Lane[], used: ReadonlySet<string>, choices: ReadonlyMap<string, boolean>) {
    const byId = new Map(lanes.map(lane => [lane.id, lane]));
    // Those without events, too: when the first comes, no other lane gets another colour.
    lanes.forEach(({ id }, place) => this.#places.set(id, place));
    const parentOf = ({ parent }: Lane): Lane | undefined => (parent === null ? undefined : byId.get(parent));
    const needed = new Set<string>();
    for (const lane of lanes)
      if (used.has(lane.id))
        for (let at: Lane | undefined = lane; at && !needed.has(at.id); at = parentOf(at)) needed.add(at.id);
    const below = new Map<string | null, Lane[]>();
    for (const lane of lanes) {
      if (!needed.has(lane.id)) continue;
      const siblings = below.get(lane.parent);
      if (siblings) siblings.push(lane);
      else below.set(lane.parent, [lane]);
    }
    const shown: ShownLane[] = [];
    // No recursion: a chain of lanes may be longer than the stack.
    const next = (below.get(null) ?? []).map(lane => ({ lane, depth: 0 })).reverse();
    for (let step = next.pop(); step; step = next.pop()) {
      const { lane, depth } = step;
      const place = this.placeOf(lane.id);
      const above = lane.parent === null ? undefined : this.#showing.get(lane.parent);
      const collapsible = needed.size > 1 && lane.title !== '';
      const collapsed = collapsible && (choices.get(lane.id) ?? lane.collapsed);
      const own = above?.collapsed ? above : { ...lane, depth, place, collapsible, collapsed };
      this.#showing.set(lane.id, own);
      if (own === above) this.#shownBy.get(own.id)!.push(lane.id);
      else {
        shown.push(own);
        this.#shownBy.set(lane.id, [lane.id]);
      }
      for (const child of (below.get(lane.id) ?? []).reverse()) next.push({ lane: child, depth: depth + 1 });
    }
    this.shown = shown;
  }

  /** The place of a lane among all. */
  placeOf(id: string): number {
    return this.#places.get(id) ?? 0;
  }

  /** The id of the lane that shows what stands in one. */
  showing(id: string): string {
    return this.#showing.get(id)?.id ?? id;
  }

  /** The ids of the lanes whose entries a shown one shows: its own, and those below it where it is collapsed. */
  shownBy(id: string): readonly string[] {
    return this.#shownBy.get(id) ?? [];
  }
}
