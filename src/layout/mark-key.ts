/** The key of an event's mark in a lane: no other pair of ids gives the same, whatever characters they have. */
export function markKey(id: string, lane: string): string {
  return `${id.length}:${id}@${lane}`;
}

/** The ids that a mark's key was made from; `null` for the key of a cluster. */
export function markOfKey(key: string): { readonly id: string; readonly lane: string } | null {
  const length = /^(\d+):/.exec(key);
  if (!length) return null;
  const start = length[0].length;
  const end = start + Number(length[1]);
  return { id: key.slice(start, end), lane: key.slice(end + 1) };
}
