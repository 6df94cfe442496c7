export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle in px from the top left of whatever it is measured in. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/**
 * Where a peek of that size goes: over the mark, else under it, along `at` (the pointer) or the middle
 * of what is seen of the mark, kept within the sides of the root. It touches the mark, so that the
 * pointer can cross over, and never covers it; where neither side has room it hangs out at the foot.
 */
export function placePeek(mark: Box, peek: Size, root: Box, at?: number): { x: number; y: number } {
  const start = Math.max(mark.x, root.x);
  const end = Math.min(mark.x + mark.width, root.x + root.width);
  const middle = at ?? (start + end) / 2;
  const last = root.x + root.width - peek.width;
  const above = mark.y - peek.height;
  return {
    x: Math.max(root.x, Math.min(middle - peek.width / 2, last)),
    y: above >= root.y ? above : mark.y + mark.height,
  };
}
