/** Whether one of two things, by their places, comes before the other. A total order. */
export type Precedes = (a: number, b: number) => boolean;

/** Things that are looked at together: so few that it costs next to nothing. */
const BLOCK = 64;

/** A part of a range that is not looked at yet, with its first: a subtree of blocks, or some things one by one. */
interface Part {
  readonly best: number;
  /** Its place in the tree; 0 for things one by one. */
  readonly node: number;
  /** The things apart from the first, in any order. */
  readonly others: number[];
}

/**
 * Finds the first by rank of any range, without looking at all of it: a tournament over blocks. O(n) once, four bytes for every
 * 32 things; then O(k log n) for the first k.
 */
export class Ranking {
  readonly #size: number;
  readonly #precedes: Precedes;
  /** Of each node, the first of all below it; the children of node `i` are `2i` and `2i + 1`, the last are blocks. */
  readonly #tree: Uint32Array;
  /** How many blocks the tree has room for. */
  readonly #width: number;

  constructor(size: number, precedes: Precedes) {
    this.#size = size;
    this.#precedes = precedes;
    this.#width = 2 ** Math.ceil(Math.log2(Math.max(1, size / BLOCK)));
    const tree = (this.#tree = new Uint32Array(2 * this.#width).fill(size));
    for (let from = 0; from < size; from += BLOCK) {
      let best = from;
      for (let i = from + 1; i < Math.min(size, from + BLOCK); i++) if (precedes(i, best)) best = i;
      tree[this.#width + from / BLOCK] = best;
    }
    for (let node = this.#width - 1; node > 0; node--)
      tree[node] = this.#first(tree[2 * node]!, tree[2 * node + 1]!);
  }

  /** Returns the first `count` of those from one place to before another, in order. */
  top(from: number, to: number, count: number): number[] {
    const heap = new Heap(this.#precedes);
    for (const part of this.#partsOf(from, to)) heap.add(part);
    const found: number[] = [];
    while (found.length < count) {
      const part = heap.take();
      if (!part) break;
      if (part.node === 0) {
        found.push(part.best);
        if (part.others.length > 0) heap.add(this.#partOf(part.others));
      } else if (part.node >= this.#width) {
        const start = (part.node - this.#width) * BLOCK;
        heap.add(this.#partOf(numbers(start, Math.min(this.#size, start + BLOCK))));
      } else {
        for (const child of [2 * part.node, 2 * part.node + 1]) this.#addNode(child, heap);
      }
    }
    return found;
  }

  #partsOf(from: number, to: number): Part[] {
    const first = Math.ceil(from / BLOCK);
    const last = Math.floor(to / BLOCK);
    if (first >= last) return this.#loose(from, to);
    const parts = [...this.#loose(from, first * BLOCK), ...this.#loose(last * BLOCK, to)];
    // The largest subtrees within the range, from the blocks up.
    for (let low = first + this.#width, high = last + this.#width; low < high; low >>= 1, high >>= 1) {
      if (low & 1) parts.push(this.#subtree(low++));
      if (high & 1) parts.push(this.#subtree(--high));
    }
    return parts;
  }

  #loose(from: number, to: number): Part[] {
    return from < to ? [this.#partOf(numbers(from, to))] : [];
  }

  /** Takes the first out of some things: fewer are asked for than would make it worth sorting them all. */
  #partOf(things: number[]): Part {
    let at = 0;
    for (let i = 1; i < things.length; i++) if (this.#precedes(things[i]!, things[at]!)) at = i;
    const best = things[at]!;
    const last = things.pop()!;
    if (at < things.length) things[at] = last;
    return { best, node: 0, others: things };
  }

  #subtree(node: number): Part {
    return { best: this.#tree[node]!, node, others: [] };
  }

  #addNode(node: number, heap: Heap): void {
    if (this.#tree[node]! < this.#size) heap.add(this.#subtree(node));
  }

  #first(a: number, b: number): number {
    if (a === this.#size || b === this.#size) return Math.min(a, b);
    return this.#precedes(b, a) ? b : a;
  }
}

function numbers(from: number, to: number): number[] {
  const found: number[] = [];
  for (let i = from; i < to; i++) found.push(i);
  return found;
}

/** A binary heap: gives back the part with the first of all. */
class Heap {
  readonly #parts: Part[] = [];
  readonly #precedes: Precedes;

  constructor(precedes: Precedes) {
    this.#precedes = precedes;
  }

  add(part: Part): void {
    const parts = this.#parts;
    let at = parts.push(part) - 1;
    for (let up = (at - 1) >> 1; at > 0 && this.#isBefore(at, up); at = up, up = (at - 1) >> 1)
      this.#swap(at, up);
  }

  take(): Part | undefined {
    const parts = this.#parts;
    const [first] = parts;
    const last = parts.pop();
    if (parts.length === 0) return first;
    parts[0] = last!;
    for (let at = 0; ;) {
      let down = 2 * at + 1;
      if (down >= parts.length) return first;
      if (down + 1 < parts.length && this.#isBefore(down + 1, down)) down++;
      if (!this.#isBefore(down, at)) return first;
      this.#swap(at, down);
      at = down;
    }
  }

  #isBefore(a: number, b: number): boolean {
    return this.#precedes(this.#parts[a]!.best, this.#parts[b]!.best);
  }

  #swap(a: number, b: number): void {
    const parts = this.#parts;
    [parts[a], parts[b]] = [parts[b]!, parts[a]!];
  }
}
