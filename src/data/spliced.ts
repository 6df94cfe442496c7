type Column = Float64Array | Uint32Array;

/**
 * Returns a column without what stands at the places `gone` and with `values` put in before the places `at`; places are those of
 * the column as it was, ascending. O(n), but as a few copies of memory.
 */
export function spliced<C extends Column>(
  column: C,
  gone: readonly number[],
  at: readonly number[],
  values: ArrayLike<number>,
): C {
  const result = new (column.constructor as new (length: number) => C)(
    column.length - gone.length + at.length,
  );
  let [from, to, g, a] = [0, 0, 0, 0];
  const copyUpTo = (place: number): void => {
    result.set(column.subarray(from, place), to);
    to += place - from;
    from = place;
  };
  while (g < gone.length || a < at.length) {
    if (g === gone.length || (a < at.length && at[a]! <= gone[g]!)) {
      copyUpTo(at[a]!);
      result[to++] = values[a++]!;
    } else {
      copyUpTo(gone[g++]!);
      from++;
    }
  }
  copyUpTo(column.length);
  return result;
}
