/** The same function, asked once for each argument; when `limit` answers are kept, it forgets them all and begins anew. */
export function remember<T>(answer: (n: number) => T, limit = 400): (n: number) => T {
  const known = new Map<number, T>();
  return n => {
    let found = known.get(n);
    if (found === undefined) {
      if (known.size >= limit) known.clear();
      known.set(n, (found = answer(n)));
    }
    return found;
  };
}
